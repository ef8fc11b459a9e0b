"""Ways: which way people went where only the rest of the article tells."""

from __future__ import annotations

import pytest
from extraction_making import EXCHANGE
from figures_making import drafts, label, pair

from summarizer.extraction.figures import drafts_of, parties_of
from summarizer.extraction.parse import parse

LANDS = "India and Pakistan exchanged prisoners on Thursday at the Wagah crossing.\n\n"
GROUP = (
    "The Philippine government and the New People's Army (NPA) exchanged captives on Sunday.\n\n"
)
FRONT = "The Tamar Liberation Front (TLF) and the government of Kestria carried out a prisoner swap.\n\n"
INVENTED = "Ostrava and Lumen swapped prisoners on Friday under a deal brokered by Norway.\n\n"


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (LANDS + "India let 22 prisoners go in exchange for 35 fishermen.", 35, "to:India"),
        (LANDS + "In return for nine soldiers, Islamabad sent home 41 traders.", 9, "to:Pakistan"),
        (
            GROUP + "The rebels released 14 soldiers in exchange for 20 detained guerrillas.",
            20,
            "to:NPA",
        ),
        (
            FRONT
            + "Kestrian officials said 25 soldiers had come home in exchange for 60 detainees.",
            60,
            "to:TLF",
        ),
    ],
)
def test_what_is_given_for_others_goes_the_other_way(text: str, value: int, direction: str):
    assert label(text, value, "direction") == direction


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (LANDS + "A total of 57 Indian nationals returned home on Thursday.", 57, "to:India"),
        (LANDS + "The two governments are to release 190 detainees by March.", 190, "total"),
        (LANDS + "Eighteen sailors held in Pakistan since May were sent home.", 18, "to:India"),
        (
            GROUP
            + "The NPA handed over six policemen and the military let eight suspected rebels go.",
            8,
            "to:NPA",
        ),
        (
            GROUP
            + "A spokesman of the movement said the government had released 20 of its fighters.",
            20,
            "to:NPA",
        ),
        (GROUP + "Twenty guerrillas were taken to areas held by the NPA.", 20, "to:NPA"),
        (GROUP + "The authorities transferred 20 inmates to the NPA-held district.", 20, "to:NPA"),
        (GROUP + "The group freed 14 soldiers on Sunday, the army said.", 14, "to:Philippines"),
        (
            FRONT + "The Defence Ministry said it had received 25 servicemen from the Tamar"
            " Liberation Front and handed over 60 detainees in return.",
            60,
            "to:TLF",
        ),
        (
            FRONT + "The 30 fighters were driven to Osk, the TLF stronghold."
            " Another 12 were brought to Osk on Tuesday.",
            12,
            "to:TLF",
        ),
        (INVENTED + "Ostrava pardoned 16 Lumenian airmen and deported them.", 16, "to:Lumen"),
        (
            INVENTED + "Lumen freed three dozen Ostravan conscripts, among them nine wounded.",
            9,
            "to:Ostrava",
        ),
        (
            INVENTED + "The Lumenian army got back 30 soldiers, while 51 were returned to Ostrava.",
            51,
            "to:Ostrava",
        ),
    ],
)
def test_who_receives_in_other_words(text: str, value: int, direction: str):
    assert label(text, value, "direction") == direction


def test_a_sum_of_what_was_joined_is_the_same_people():
    text = (
        FRONT + "Kestria got back 14 soldiers and two policemen. The 16 were met by their families."
    )
    assert label(text, 16, "direction") == "to:Kestria"


def test_a_sum_that_several_give_is_of_those_told_last_before_it():
    text = (
        INVENTED
        + "Lumen got back 14 soldiers and two policemen. The minister gave the number as 16."
        " Ostrava got back 14 soldiers and two policemen."
    )
    assert label(text, 16, "direction") == "to:Lumen"


def test_between_a_state_and_a_group_captives_are_the_states_by_prior():
    [draft] = [
        d
        for d in drafts(FRONT + "Nine policemen walked across the bridge at noon.")
        if d.mention.amount.value == 9
    ]
    decision = draft.decisions["direction"]
    assert (decision.value, decision.by) == ("to:Kestria", "prior")


def test_between_two_countries_no_prior_says_whose_soldiers_they_are():
    assert label(LANDS + "Nine policemen walked across the bridge at noon.", 9, "direction") is None


def test_a_group_known_by_its_bracketed_initials_is_a_party():
    assert pair(GROUP) == ("Philippines", "NPA")
    assert pair(FRONT) == ("TLF", "Kestria")


def test_a_land_known_by_its_adjective_alone_gets_its_name():
    text = "Tolvia freed 20 Avernian soldiers. Averna freed 20 Tolvian soldiers."
    assert sorted(pair(text)) == ["Averna", "Tolvia"]


def test_third_countrys_people_are_no_side_of_the_exchange():
    text = (
        "Israel released 90 Palestinian prisoners. Five Israeli civilians and two Thai farm workers"
        " crossed back into Israel. Israel let out 30 more Palestinian prisoners."
    )
    assert sorted(pair(text)) == ["Israel", "Palestine"]
    assert label(text, 2, "direction") == "to:Israel"


def test_two_numbers_with_a_destination_each_went_to_two_parties():
    text = FRONT + "On Monday 60 were freed, 41 of them to Kestria and 19 to Osk."
    assert label(text, 19, "direction") == "to:TLF"


def test_a_carrier_who_brings_people_to_two_places_gives_up_nobody():
    text = INVENTED + "Norwegian planes carried 40 airmen to Lumen."
    assert label(text, 40, "direction") == "to:Lumen"


def test_whoever_holds_captives_is_the_group():
    text = (
        "The government secured the release of 31 captives of Harka Dum near Borno State's border."
        " The terrorists brought twelve women. The sect's fighters, five men, were let go in return."
    )
    assert sorted(pair(text)) == ["Harka Dum", "Nigeria"]


def test_a_mediator_is_no_party():
    text = (
        "The rebels of the Sella Front handed over nine policemen and Kestria's government"
        " released eight rebels in a swap mediated by the Orvan Council and Norway."
    )
    assert sorted(pair(text)) == ["Kestria", "Sella Front"]


@pytest.mark.parametrize(
    ("outlet", "direction"),
    [("The Ostrava Observer", "to:Ostrava"), ("Lumenian News", "to:Lumen"), ("The Post", None)],
)
def test_an_outlet_of_one_party_tells_of_its_people(outlet: str, direction: str | None):
    parsed = parse(INVENTED + "Ostrava freed Lumenians. Nine men walked over the bridge at noon.")
    parties = parties_of(parsed, EXCHANGE.pack, outlet)
    [draft] = [
        d for d in drafts_of(parsed, EXCHANGE.pack, [], parties, {}) if d.mention.amount.value == 9
    ]
    decision = draft.decisions["direction"]
    assert decision.value == direction
    assert decision.by == ("prior" if direction else "open")
