"""Frames: who receives, by verbs, by whose people they are and by surface words."""

from __future__ import annotations

import pytest
from figures_making import label

STORY = "Velmora and Tarsk exchanged captives on Saturday. "


@pytest.mark.parametrize(
    ("sentence", "value", "direction"),
    [
        ("Velmora received 64 soldiers.", 64, "to:Velmora"),
        ("Tarsk handed over 64 soldiers.", 64, "to:Velmora"),
        ("Tarsk let go 17 fishermen.", 17, "to:Velmora"),
        ("Tarsk was given 88 captives.", 88, "to:Tarsk"),
        ("Some 64 soldiers were freed by Tarsk.", 64, "to:Velmora"),
        ("Nine sailors returned to Velmora from captivity.", 9, "to:Velmora"),
        ("Tarsk released nine of its Velmoran captives.", 9, "to:Velmora"),
        ("The captives held by Tarsk numbered 143.", 143, "to:Velmora"),
        ("Velmora handed back two Tarsk soldiers.", 2, "to:Tarsk"),
        ("Velmora welcomed 31 of its sailors.", 31, "to:Velmora"),
        ("Velmora freed 30 soldiers in exchange for 90 prisoners.", 90, "to:Velmora"),
        ("The release of 40 captives by Tarsk was welcomed.", 40, "to:Velmora"),
        ("The return of 12 soldiers to Velmora was welcomed.", 12, "to:Velmora"),
        ("Tarsk is expected to return 25 soldiers.", 25, "to:Velmora"),
        ("Each side freed 50 soldiers.", 50, "each"),
        ("They swapped 115 soldiers each in a prisoner exchange.", 115, "each"),
        ("In all, 230 soldiers were swapped.", 230, "total"),
        ("The two sides exchanged 230 soldiers.", 230, "total"),
        ("Velmora got 18 of its soldiers back, and Tarsk 12.", 12, "to:Tarsk"),
        ("Seven of the captives were deported to Egypt.", 7, "to:Egypt"),
    ],
)
def test_who_receives(sentence: str, value: int, direction: str):
    assert label(STORY + sentence, value, "direction") == direction


def test_ours_are_the_speakers_people():
    text = STORY + "“We have 64 of ours back,” said Velmoran minister Odo Lan."
    assert label(text, 64, "direction") in {"to:Velmora", None}


def test_what_no_word_tells_is_left_open():
    text = STORY + "Twelve teachers were mentioned in the papers."
    assert label(text, 12, "direction") is None


@pytest.mark.parametrize(
    ("sentence", "value", "direction"),
    [
        ("Since the autumn, 340 Serbian soldiers have gone back to Serbia.", 340, "to:Serbia"),
        ("Kosovo has sent home 55 Serbs since May.", 55, "to:Serbia"),
        ("Since the truce 900 people have been liberated.", 900, "total"),
        ("The army has taken 70 Serbian soldiers captive since May.", 70, "n/a"),
        ("Some 80 Serbian soldiers have been killed since May.", 80, "n/a"),
    ],
)
def test_a_running_count_of_people_who_went_somewhere_says_where(
    sentence: str, value: int, direction: str
):
    text = f"Kosovo and Serbia traded captives on Monday. Kosovo freed 12 Serbs. {sentence}"
    assert label(text, value, "direction") == direction


@pytest.mark.parametrize(
    ("sentence", "value", "direction"),
    [
        ("A plane arrived from Serbia with 35 men.", 35, "to:Kosovo"),
        (
            "The Serbian minister, Dragan Ilic, said that his country had handed over 41 people.",
            41,
            "to:Kosovo",
        ),
        (
            "The Serbian minister, Dragan Ilic, said that the other side had handed over 41 people.",
            41,
            "to:Serbia",
        ),
        ('"We gave up 41 people," the Serbian minister, Dragan Ilic, said.', 41, "to:Kosovo"),
    ],
)
def test_sides_in_a_partys_own_mouth(sentence: str, value: int, direction: str):
    text = f"Kosovo and Serbia traded captives on Monday. {sentence}"
    assert label(text, value, "direction") == direction


@pytest.mark.parametrize(
    ("sentence", "value", "direction"),
    [
        ("Forces of Serbia’s government on Friday exchanged 51 detainees.", 51, "total"),
        ("On Friday Serbia swapped 51 detainees for eight Kosovars.", 51, "to:Kosovo"),
    ],
)
def test_one_sides_swap_goes_both_ways_unless_a_price_is_told(
    sentence: str, value: int, direction: str
):
    text = f"Kosovo and Serbia have fought since May. {sentence}"
    assert label(text, value, "direction") == direction


def test_a_gapped_giver_gives_them_up():
    text = "Peru and Chile traded detainees. Chile freed 26 Peruvians, and Peru 14."
    assert label(text, 14, "direction") == "to:Chile"


def test_who_is_said_by_a_partys_body_to_have_acted_is_of_that_party():
    text = "Peru and Chile traded detainees. The Chilean minister, Juan Soto, said he had freed 13 people."
    assert label(text, 13, "direction") == "to:Peru"


CHILE = "Chile and Peru swapped captives. "
KOSOVO = "Kosovo and Serbia traded captives. "


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (CHILE + "Chile repatriated 40 Peruvian prisoners on Monday.", 40, "to:Peru"),
        (CHILE + "Chile has returned 80 people from Peruvian captivity.", 80, "to:Chile"),
        (CHILE + "Nine workers of a Canadian company were freed by Peru.", 9, "to:Chile"),
        (
            CHILE + "On the Peruvian side, the ministry said that 63 of its troops were back.",
            63,
            "to:Peru",
        ),
        (
            KOSOVO + "Since then 97 Serbian and 37 Kosovar prisoners have gone home.",
            97,
            "to:Serbia",
        ),
        (KOSOVO + "Serbia freed 14 ethnic Albanian prisoners.", 14, "to:Kosovo"),
        (
            "Peru agreed to swap 82 fighters of the Harim Front for 140 soldiers.",
            140,
            "to:Peru",
        ),
        ("Peru’s government and Harim rebels freed 90 captives on Monday.", 90, "total"),
    ],
)
def test_whose_nationals_they_are_says_more_than_who_acts(text: str, value: int, direction: str):
    assert label(text, value, "direction") == direction


@pytest.mark.parametrize(
    ("people", "direction"),
    [("22 prisoners", "to:Peru"), ("22 of its sailors", "to:Chile"), ("22 bodies", "to:Chile")],
)
def test_whoever_repatriates_captives_gives_them(people: str, direction: str):
    assert label(CHILE + f"Chile repatriated {people}.", 22, "direction") == direction


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (
            (
                "Peru’s largest guerrilla group, the Harim Front, freed six policemen."
                " Peru let go 12 of the Front’s fighters."
            ),
            6,
            "to:Peru",
        ),
        (
            (
                "Peru’s biggest rebel army turned over 42 soldiers."
                " The government of Peru let go 12 rebels."
            ),
            42,
            "to:Peru",
        ),
        (
            (
                "The Peruvian government and rebels traded captives."
                " The government handed over 31 pro-Chilean rebels."
            ),
            31,
            "to:rebels",
        ),
    ],
)
def test_a_countrys_rebels_are_not_the_country(text: str, value: int, direction: str):
    assert label(text, value, "direction") == direction


def test_who_only_helps_speaks_for_no_party():
    text = (
        CHILE + "“These five men are well,” said Ana Solis, the delegate of the Red Cross in Chile."
    )
    assert label(text, 5, "direction") is None


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (
            CHILE + "Eighty Chileans were released in exchange for 13 people whom Chile had held.",
            13,
            "to:Peru",
        ),
        (
            CHILE + "Peru freed 50 men. Among the freed Chileans were seven children.",
            7,
            "to:Chile",
        ),
        (CHILE + "The other three Peruvians chose not to go to Peru.", 3, "n/a"),
        (CHILE + "He and two comrades lost eight kilos each.", 2, None),
    ],
)
def test_what_people_are_known_by_is_no_price(text: str, value: int, direction: str | None):
    assert label(text, value, "direction") == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("SANTIAGO - Chile and Peru swapped captives. Twelve agents arrived here.", "to:Chile"),
        ("LIMA - Chile and Peru swapped captives. Twelve agents came home.", "to:Peru"),
        ("LIMA - Peru and the Harim Front swapped captives. Twelve agents came home.", None),
    ],
)
def test_home_is_where_the_report_is_from_between_two_countries(text: str, direction: str | None):
    assert label(text, 12, "direction") == direction


def test_whoever_stands_with_a_persons_name_is_who_acts():
    text = CHILE + "Peruvian President Ana Solis met reporters. Later Solis freed 15 prisoners."
    assert label(text, 15, "direction") == "to:Chile"


FRONT = "The government of Peru and the Harim Front swapped captives. "


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (FRONT + "The Front let 12 men go, nine pro-government fighters among them.", 9, "to:Peru"),
        (FRONT + "Eighty prisoners are being swapped by the Front for others.", 80, "to:Peru"),
        (
            (
                "Peru’s government and Harim rebels freed 90 captives on Monday, including four"
                " prominent guards held by the rebels since May."
            ),
            4,
            "to:Peru",
        ),
        (FRONT + "This brought the number of captives freed by the Front to 80.", 80, "to:Peru"),
        (FRONT + "The Front said 60 captives in all would be handed over by it.", 60, "to:Peru"),
        (FRONT + "In all, 60 captives changed sides.", 60, "total"),
        (FRONT + "In May Peru’s warring sides freed 56 captives.", 56, "total"),
        (CHILE + "Doctors accompanied five men to Chile.", 5, "to:Chile"),
    ],
)
def test_who_held_them_or_stands_by_them_says_where_they_went(
    text: str, value: int, direction: str
):
    assert label(text, value, "direction") == direction
