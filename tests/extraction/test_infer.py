"""Infer: labels that one number takes from the others of its article."""

from __future__ import annotations

import pytest
from figures_making import label

STORY = "Velmora and Tarsk exchanged captives on Saturday. Velmora received 64 soldiers. "


@pytest.mark.parametrize(
    ("sentence", "value", "direction"),
    [
        ("Eleven of them were limping.", 11, "to:Velmora"),
        ("Five were nurses.", 5, "to:Velmora"),
        ("The 64 were met with soup.", 64, "to:Velmora"),
        ("In return, 90 prisoners walked free.", 90, "to:Tarsk"),
        ("Tarsk got 90 sailors, among them three cooks.", 3, "to:Tarsk"),
    ],
)
def test_a_part_a_repeat_and_a_price_follow_what_was_told(
    sentence: str, value: int, direction: str
):
    assert label(STORY + sentence, value, "direction") == direction


def test_what_both_sides_received_adds_up_to_the_total():
    text = STORY + "Tarsk received 36 sailors. That makes 100 people released."
    assert label(text, 100, "direction") == "total"


def test_a_part_of_those_still_held_does_not_move():
    text = STORY + "Thirty sailors are still held in Tarsk. Eleven of them are women."
    assert (label(text, 11, "occasion"), label(text, 11, "direction")) == ("remaining", "n/a")


def test_a_part_takes_no_side_that_its_own_occasion_denies():
    text = STORY + "Two of them were killed in a raid in May."
    assert label(text, 2, "direction") != "to:Velmora"


def test_a_part_is_of_what_is_called_the_same():
    text = (
        "Serbia and Kosovo swapped captives. Kosovo sent 30 soldiers to Serbia."
        " Serbia sent 40 policemen to Kosovo. Two of the soldiers were carried off a bus on stretchers."
    )
    assert label(text, 2, "direction") == "to:Serbia"


def test_a_part_told_by_a_partys_body_is_of_its_own_people():
    text = (
        "Serbia and Kosovo swapped captives. Kosovo received 40 people. Serbia received 30 people."
        " The Kosovar interior minister, Agim Dreshaj, said that six of them were children."
    )
    assert label(text, 6, "direction") == "to:Kosovo"


def test_a_number_of_another_time_is_no_sum_of_now():
    text = (
        "Serbia freed 12 Kosovar soldiers on Monday. Kosovo freed 13 Serbian soldiers."
        " In March last year, 25 soldiers were freed."
    )
    assert label(text, 25, "direction") != "total"


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (
            (
                "Chile and Peru swapped captives. Chile got 50 soldiers on Monday."
                " Two officers were among 30 Peruvian sailors who came home."
            ),
            2,
            "to:Peru",
        ),
        (
            (
                "Chile and Peru swapped captives. Chile freed 67 Peruvian prisoners."
                " The group includes 53 fishermen."
            ),
            53,
            "to:Peru",
        ),
    ],
)
def test_a_part_goes_where_the_whole_goes_that_its_words_name(
    text: str, value: int, direction: str
):
    assert label(text, value, "direction") == direction


def test_what_is_included_makes_no_total_of_its_whole():
    text = (
        "Chile and Peru swapped captives. Peru let 17 hostages go, including 13 Chileans and four"
        " Bolivians."
    )
    assert label(text, 17, "direction") == "to:Chile"
