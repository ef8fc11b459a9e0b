"""Parties: the two that an exchange is between, by name or by side, and no town or go-between."""

from __future__ import annotations

import pytest
from extraction_making import EXCHANGE
from figures_making import label, pair

from summarizer.extraction.figures import parties_of
from summarizer.extraction.parse import parse


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Velmora freed 40 soldiers. Tarsk handed back 25 in return.", {"Velmora", "Tarsk"}),
        ("The Harim Front freed 40 fighters of the Coast Army.", {"Harim Front", "Coast Army"}),
        (
            "The Sarn Liberation Army (SLA) handed over 17 men. The government of Tolvar gave 30.",
            {"SLA", "Tolvar"},
        ),
        (
            "North Sarn returned 12 soldiers to South Sarn. South Sarn freed seven Northern troops.",
            {"North Sarn", "South Sarn"},
        ),
        ("Upwards of 40 Velmoran soldiers were freed by Tarsk.", {"Velmoran", "Tarsk"}),
        (
            "Serbia freed 12 Kosovar policemen. Pristina released four Serb soldiers at 9 p.m.",
            {"Serbia", "Kosovo"},
        ),
        (
            (
                "Chile and Peru exchanged soldiers at a crossing between Tarsk and Harrow, the two"
                " governments said. Santiago freed 32 Peruvian soldiers. Twenty-three Peruvians are"
                " still in prison in Santiago, most of them officials of the separatist government."
            ),
            {"Chile", "Peru"},
        ),
    ],
)
def test_the_pair(text: str, parties: set[str]):
    assert set(pair(text)) == parties


def test_its_soldiers_are_the_subjects():
    text = "Kadun and Veshi exchanged captives. Kadun said 15 of its policemen had returned."
    assert label(text, 15, "direction") == "to:Kadun"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            (
                "Serbia and the Harim Front exchanged prisoners. The Front freed three guards."
                " Serbia freed 110 prisoners. They included 12 Bulgarians and nine Bulgarian women."
            ),
            {"Serbia", "Harim Front"},
        ),
        (
            (
                "A swap between Serbia and Sarn took place. Sarn freed two men."
                " Bulgaria gave 12 Bulgarian prisoners a home. Bulgarian troops brought 13 Bulgarians."
            ),
            {"Serbia", "Sarn"},
        ),
        (
            (
                "Peru and the Coast Labour Party, or CLP, carried out an exchange."
                " The CLP released eight soldiers. The government freed 11 guerrillas."
            ),
            {"Peru", "CLP"},
        ),
        (
            "The HARN handed over 36 soldiers to Peru. HARN took its own men home.",
            {"Peru", "HARN"},
        ),
        (
            (
                "Peru freed ten Bolivian agents. The Justice Department’s prisoners arrived in La Paz."
                " Bolivia freed four."
            ),
            {"Peru", "Bolivia"},
        ),
    ],
)
def test_whoever_swaps_with_each_other_is_the_pair(text: str, parties: set[str]):
    assert set(pair(text)) == parties


def test_the_front_is_the_one_named_before():
    text = (
        "Peru and the Moro Front completed a swap. The Front freed ten marines. Peru freed 35 men."
    )
    assert label(text, 35, "direction") == "to:Moro Front"


def test_people_by_their_name_in_the_plural_are_the_group_named_before():
    text = "Peru and the Coast Tigers swapped men. The Tigers freed 17 soldiers. Peru freed four."
    assert label(text, 4, "direction") == "to:Coast Tigers"


def test_a_camp_at_home_that_never_acts_is_no_party():
    text = (
        "Russia said ten of its citizens had come home from the United States."
        " Russia released four men to the United States. Republican prisoners sent no word."
    )
    assert set(pair(text)) == {"Russia", "United States"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "LIMA - Communist rebels freed five policemen, the army said. The army let eight go.",
            {"Communist", "Peru"},
        ),
        (
            "The Harim Front handed over four soldiers to a church mission in Ucayali.",
            {"Harim Front", "Peru"},
        ),
        ("The Harim Front handed over four soldiers to a mission.", {"Harim Front", "government"}),
        (
            "The militia of Tarsk and the government of Tarsk traded captives.",
            {"rebels", "Tarsk"},
        ),
    ],
)
def test_an_armed_group_has_a_state_to_fight(text: str, parties: set[str]):
    assert set(pair(text)) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Oslo: Peru’s government freed 12 rebels. The rebels let 19 go.", {"Peru", "rebels"}),
        (
            "Rebels freed 18 soldiers of the Peruvian Armed Forces. The army let 12 rebels go.",
            {"Peru", "rebels"},
        ),
        (
            (
                "The Harims said that they had freed 53 detainees of Peru’s government."
                " Among them are three Chileans."
            ),
            {"Harims", "Peru"},
        ),
    ],
)
def test_neither_the_dateline_nor_an_army_nor_a_third_people_is_a_party(
    text: str, parties: set[str]
):
    assert set(pair(text)) == parties


def test_who_acts_is_the_armed_group_before_a_town_whose_people_are_named():
    text = (
        "Rebels freed 21 Chibok girls. Five Boko Haram commanders were released for 82 Chibok"
        " girls kidnapped by Boko Haram. The army of Nigeria received the Chibok girls."
    )
    assert set(pair(text)) == {"Boko Haram", "Nigeria"}


def test_persons_are_of_the_party_that_stands_with_their_whole_name():
    text = (
        "Chile and Peru swapped captives. Peruvian President Ana Solis met Chilean envoy Odo Lan."
        " Marta Ruiz, head of the Red Cross delegation in Chile, was there."
    )
    parties = parties_of(parse(text), EXCHANGE.pack)
    assert parties.persons == {"solis": "Peru", "lan": "Chile"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            (
                "Riverton, Chile — Peru freed 12 rebels of the Harim Front on Monday."
                " The Harim Front let nine soldiers of Peru go."
            ),
            {"Harim Front", "Peru"},
        ),
        (
            (
                "Lima, Peru — Harim Front freed 21 girls on Monday. The swap was mediated by"
                " Switzerland. The Swiss government thanked the rebels and the government."
            ),
            {"Harim Front", "Peru"},
        ),
        (
            (
                "Rebels freed 12 soldiers in Peru. Pro-government militias freed 19 gunmen, the"
                " government of Peru said."
            ),
            {"rebels", "Peru"},
        ),
    ],
)
def test_neither_who_mediates_nor_a_prefix_is_a_party(text: str, parties: set[str]):
    assert set(pair(text)) == parties


def test_who_carried_the_lists_is_a_party_where_its_people_come_home():
    text = (
        "Chile freed 26 Peruvians on Monday. Peru, for its part, returned three Chilean soldiers."
        " Seven of the Peruvians were ill, said a doctor of the Harim centre."
        " Most of the Peruvian soldiers were seized last year, other Peruvian captives this year."
        " With the mediation of Peru and"
        " Kenya the lists were carried between the capitals."
    )
    assert set(pair(text)) == {"Chile", "Peru"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (  # the armed forces are the state's, and the militia's is the name before the noun
            (
                "The General Command of the Armed Forces announced the return of 118 soldiers in"
                " Chile who had been held by the rebel Swift Support militia. The Armed Forces"
                " handed over 64 elements of the militia. The Coast Resistance of Tarsk praised it."
            ),
            {"Chile", "Swift Support"},
        ),
        (  # the police force tells whose government it is; the neighbour looks on
            (
                "The government received soldiers held by the HLA rebels at the border,"
                " attended by officials of the People's Republic of China. The rebels handed over"
                " 93 persons, with nine members of the Peru Police Force among them."
                " Officials of China watched. The government freed 40 rebels."
            ),
            {"Peru", "HLA"},
        ),
    ],
)
def test_whose_forces_they_are(text: str, parties: set[str]):
    assert set(pair(text)) == parties


def test_an_adjective_that_opens_a_sentence_is_no_name():
    text = "Velmora freed 40 soldiers of Tarsk. Political forces of the north welcomed it."
    parties = parties_of(parse(text), EXCHANGE.pack)
    assert "political" not in parties.groups


def test_a_group_that_accuses_a_party_stands_with_the_other():
    text = (
        "Peru freed 40 Chilean prisoners and Chile freed nine Peruvian soldiers."
        " The Harim Front accused Peru of delays. The Harim Front would release a further 10"
        " captives by April."
    )
    parties = parties_of(parse(text), EXCHANGE.pack)
    assert parties.allies == {"Harim Front": "Chile"}


def test_the_peoples_republic_is_not_the_other_republic():
    doc = parse("Officials of the People's Republic of China watched.").paragraphs[0][1]
    parties = parties_of(parse("Officials watched."), EXCHANGE.pack)
    assert {parties.named_at(t) for t in doc if t.text in {"Republic", "China"}} == {"China"}


def test_a_movement_stands_where_its_armed_wing_does():
    text = (
        "Peru freed 40 Chilean prisoners and Chile freed nine Peruvian soldiers. The Coast"
        " Brigades, the armed wing of Harim, released four Peruvian captives. Harim would"
        " release a further 10 captives by April."
    )
    assert parties_of(parse(text), EXCHANGE.pack).allies["Harim"] == "Chile"
    assert label(text, 10, "direction") == "to:Peru"
