"""Mentions: every number of people is found, and no other number is."""

from __future__ import annotations

import pytest
from figures_making import drafts, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velmora received 64 soldiers and nine civilians.", [64, 9]),
        ("Tarsk turned over 23 dead.", [23]),
        ("Velmora got 18 of its soldiers back, and Tarsk 12.", [18, 12]),
        ("Tarsk freed 40 sailors. Among the 40 were three cooks.", [40, 40, 3]),
        ("Tarsk counts 70 Velmorans in its camps. Velmora has not answered.", [70]),
        ("Tarsk freed 40 sailors. Eleven of them were flown home.", [40, 11]),
        ("Fifty-two quarrymen were freed at the bridge.", [52]),
        ("More than a hundred captives came home to Velmora.", [100]),
        ("The two sides agreed on a 30-for-30 swap.", [30]),
        ("Tarsk put the number of captives at 60.", [60]),
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
    ],
)
def test_other_numbers_are_left(text: str):
    assert values(text) == []


def test_a_particle_bounds_nothing():
    (draft,) = drafts("Tarsk turned over 23 captives to Velmora.")
    assert draft.mention.amount.bound == "exact"


def test_what_people_are_expected_to_do_is_theirs():
    (draft,) = drafts("33 captives are expected to return to Velmora.")
    assert [g.lemma for g in draft.mention.governors][:2] == ["return", "expect"]
