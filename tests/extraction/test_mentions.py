"""Mentions: every number of people is found, and no other number is."""

from __future__ import annotations

import pytest
from figures_making import drafts, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velmora received 64 soldiers and nine civilians.", [64, 9]),
        ("Tarsk freed 64 sailors on Saturday. Nine had lost limbs.", [64, 9]),
        ("The swap was in May, with 500 Tarskan and 22 Velmoran bodies.", [500, 22]),
        ("Velmora freed five Syrians, four Moroccans and three Sudanese.", [5, 4, 3]),
        ("Tarsk turned over 23 dead.", [23]),
        ("Velmora got 18 of its soldiers back, and Tarsk 12.", [18, 12]),
        ("Tarsk freed 40 sailors. Among the 40 were three cooks.", [40, 40, 3]),
        ("Tarsk counts 70 Velmorans in its camps. Velmora has not answered.", [70]),
        ("Tarsk freed 40 sailors. Eleven of them were flown home.", [40, 11]),
        ("Fifty-two quarrymen were freed at the bridge.", [52]),
        ("More than a hundred captives came home to Velmora.", [100]),
        ("The two sides agreed on a 30-for-30 swap.", [30]),
        ("Tarsk put the number of captives at 60.", [60]),
        ("The swap brings to 1,870 the number of captives freed since May.", [1870]),
        ("Velmora got 22 bodies back. Tarsk put the number at 17.", [22, 17]),
        ("So far 21 captives have left the tunnels. Seventy-six remain.", [21, 76]),
        ("On Friday 30 nurses flew home; 25 more are expected next week.", [30, 25]),
        ("Tarsk has sent back 211 sailors, including 43 last year.", [211, 43]),
        ("They swapped 128 captives, sending 64 home to each country.", [128, 64]),
        ("Hadrin was stormed, where 90 of his battalion were taken.", [90]),
        ("Forty pupils were taken. Five escaped and two have died.", [40, 5, 2]),
        ("Tarsk freed 277 captives, 213 of them to Hadrin and 64 to Orlo.", [277, 213, 64]),
        ("The 64 sailors were flown home. The 64 underwent checks.", [64, 64]),
        ("Thirty captives left; a first planeload of 12 landed at Orlo.", [30, 12]),
        ("Tarsk has cleared up the fate of 312 of the 605 Kuwaitis.", [312, 605]),
        ("Tarsk released over 100 TTP detainees ahead of the truce.", [100]),
        ("Tarsk freed the 17 Orlovers who had been held there.", [17]),
    ],
)
def test_numbers_of_people_are_found(text: str, expected: list[int]):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tarsk lost 14 tanks and three villages.",
        "Ilse Marn, 47, a teacher, waited at the bridge.",
        "The buses left at 9:30 on 12 March 2031.",
        "The talks went through 12 rounds in 15 days.",
        "Velmora paid $40 million.",
        "Upwards of 90 percent agreed.",
        "The oldest of the freed sailors is 58 and the youngest, Marn, was 19.",
        "Thousands of people lined the road as the sailors came home.",
        "Three battalions were sent to Orlo.",
        "A 40-member council met at Orlo.",
        "The youngest of the freed is a girl of 16.",
        "None of the sailors is older than 25. Viktor S., 44, was not freed.",
        "Sailors came in two planes at noon. Two more followed at dusk.",
        "The sailors were given boots and K500,000 each.",
        "The sailors were given boots and Rs 5,000 in cash before they were freed.",
        "Ilse Marn, who was 46, was on the list of those freed.",
        "Ilse Marn, who turned 51 in jail, was on the list of those freed.",
        "The freed sailors heard a crowd chant: “One army, one people”.",
    ],
)
def test_other_numbers_are_left(text: str):
    assert values(text) == []


def test_some_of_the_things_told_before_are_no_people():
    assert values("Tarsk sent 64 sailors home in nine buses. Two broke down.") == [64]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 600 aid lorries that Velmora had promised, barely 240 had been let in.",
        "Of 300 tonnes of aid, just 90 had been brought in.",
        "“I went in weighing 94 kilos and came out with 60,” said a freed sailor.",
    ],
)
def test_what_was_just_measured_is_no_people(text: str):
    assert values(f"Tarsk sent 64 sailors home. {text}") == [64]


def test_a_part_of_those_promised_is_people():
    assert (
        values("Tarsk sent home 64 sailors. Of the 600 it has promised, only 64 were freed.")[-1]
        == 64
    )


def test_a_part_of_counted_people_is_people():
    text = "Tarsk sent 64 sailors home. Of the 600 sailors it had promised, only 64 were let go."
    assert values(text) == [64, 600, 64]


def test_a_particle_bounds_nothing():
    (draft,) = drafts("Tarsk turned over 23 captives to Velmora.")
    assert draft.mention.amount.bound == "exact"


def test_what_people_are_expected_to_do_is_theirs():
    (draft,) = drafts("33 captives are expected to return to Velmora.")
    assert [g.lemma for g in draft.mention.governors][:2] == ["return", "expect"]
