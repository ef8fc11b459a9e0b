"""Shares: parts listed of those just counted, those who went the other way, and who is one-sided."""

from __future__ import annotations

import pytest
from figures_making import label

LANDS = "India and Pakistan exchanged prisoners on Thursday at the Wagah crossing.\n\n"
FRONT = "The Tamar Liberation Front (TLF) and the government of Kestria carried out a prisoner swap.\n\n"


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (
            LANDS + "Pakistan repatriated 61 Indian prisoners, including 48 sailors, on Thursday.",
            48,
            "to:India",
        ),
        (
            LANDS
            + "India handed over 30 Pakistani nationals. They comprise 19 traders, mostly from the "
            "coast, and eleven civilian prisoners, three of them women who had lost their way.",
            11,
            "to:Pakistan",
        ),
        (
            LANDS
            + "India handed over 30 Pakistani nationals. They comprise 19 traders, mostly from the "
            "coast, and eleven civilian prisoners, three of them women who had lost their way.",
            3,
            "to:Pakistan",
        ),
        (
            LANDS
            + "India has handed over to Pakistan 34 people.\n\nPakistan released five Indian pilots."
            "\n\nThe talks had lasted a year.\n\nTwenty-seven of those released are deckhands, "
            "and the other seven were detained at a checkpoint.",
            7,
            "to:Pakistan",
        ),
    ],
)
def test_a_part_goes_where_its_whole_goes(text: str, value: int, direction: str):
    assert label(text, value, "direction") == direction


def test_a_part_shares_the_time_of_its_whole_whatever_was_done_to_it_before():
    text = (
        LANDS + "India handed over 30 Pakistani nationals on Thursday, pointing out that 44 others "
        "are still held. India freed 26 Pakistani clerks. They comprise 19 traders, and seven "
        "cooks who had been convicted of spying."
    )
    assert label(text, 7, "occasion") == "this"


def test_named_nationals_of_a_list_are_their_own_partys():
    text = LANDS + "Pakistan freed 20 people, including two Pakistani nationals and 18 sailors."
    assert label(text, 2, "direction") == "to:Pakistan"


@pytest.mark.parametrize("words", ["in the opposite direction", "the other way"])
def test_who_went_the_opposite_way_went_to_the_other_party(words: str):
    text = (
        LANDS
        + f"The agency flew 70 people from Lahore to India and 41 people {words}, a pilot said."
    )
    assert label(text, 41, "direction") == "to:Pakistan"


def test_two_kinds_released_since_a_day_each_went_its_own_way():
    text = (
        FRONT + "The TLF released four Kestrian hostages on Sunday, and Kestria freed 90 TLF "
        "prisoners.\n\nSince March, 31 hostages and close to 1,200 prisoners have been released."
    )
    assert label(text, 31, "direction") == "to:Kestria"
    assert label(text, 1200, "direction") == "to:TLF"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (LANDS + "Pakistan freed 43 people in all, a port official said.", 43),
        (LANDS + "A total of 52 fishermen, all of them Indian, were transferred on foot.", 52),
    ],
)
def test_all_whom_one_gives_are_no_sum_of_both_sides(text: str, value: int):
    assert label(text, value, "direction") == "to:India"


def test_all_whom_both_exchanged_are_a_sum_of_both_sides():
    text = LANDS + "In all, 90 people were exchanged between the two sides."
    assert label(text, 90, "direction") == "total"


def test_whom_a_prison_service_lets_out_go_to_the_other_party():
    text = LANDS + "The India Prison Service said 66 inmates had left its halls by Sunday evening."
    assert label(text, 66, "direction") == "to:Pakistan"


@pytest.mark.parametrize(
    "told",
    [
        "Thirty-three sailors, tired and thin, were back in India.",
        "Thirty-three sailors boarded a ferry that was bound for India.",
        "Thirty-three sailors left Karachi for India.",
    ],
)
def test_who_is_back_in_or_bound_for_a_place_goes_there(told: str):
    assert label(LANDS + told, 33, "direction") == "to:India"


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        (  # whom a list in the next paragraph tells of
            LANDS
            + "India received a group of 26 captives.\n\nAccording to the premier’s office it "
            "consists of 22 gunners and four clerks, one of whom is a woman.",
            22,
            "to:India",
        ),
        (
            LANDS + "Pakistan handed four Indian captives to the agency at noon, together with the "
            "remains of two others who were killed last year.",
            2,
            "to:India",
        ),
        (
            LANDS + "Crowds wept as captives held for years in Pakistani prisons came down the "
            "steps of a plane, among them nine journalists.",
            9,
            "to:India",
        ),
        (LANDS + "India put the number of those it let go at 131 on Friday.", 131, "to:Pakistan"),
        (
            LANDS + "The Indian Red Cross said its crews had handed over the remains of 46 people "
            "in all, on both sides of the line.",
            46,
            "total",
        ),
        (
            LANDS + "The parties had agreed that 450 more people will be freed in March.",
            450,
            "total",
        ),
    ],
)
def test_lists_company_and_givers_tell_the_way(text: str, value: int, direction: str):
    assert label(text, value, "direction") == direction


def test_those_freed_are_their_advocates_own():
    text = LANDS + "A total of 66 prisoners were freed, the Indian Prisoners’ Society said."
    assert label(text, 66, "direction") == "to:India"
