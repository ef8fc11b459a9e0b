"""Numbers with their bound: what a reader would understand, and nothing that counts nothing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents.numerals import in_words
from summarizer.extraction.numbers import Amount, amounts_in


def only(text: str) -> Amount:
    (amount,) = amounts_in(text)
    return amount


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("the 52 captives", 52, "exact"),
        ("exactly 52 captives", 52, "exact"),
        ("almost 800 sailors", 800, "almost"),
        ("just under 500 sailors", 500, "almost"),
        ("not quite thirty sailors", 30, "almost"),
        ("slightly fewer than 90 sailors", 90, "almost"),
        ("more than a hundred sailors", 100, "at_least"),
        ("more than the 52 agreed", 52, "at_least"),
        ("upward of 60 sailors", 60, "at_least"),
        ("upwards of 60 sailors", 60, "at_least"),
        ("at least 12 sailors", 12, "at_least"),
        ("at the very least 12 sailors", 12, "at_least"),
        ("no fewer than 12 sailors", 12, "at_least"),
        ("twelve sailors or more", 12, "at_least"),
        ("80-plus sailors", 80, "at_least"),
        ("80+ sailors", 80, "at_least"),
        ("as many as 40 sailors", 40, "at_most"),
        ("up to 40 sailors", 40, "at_most"),
        ("no more than 40 sailors", 40, "at_most"),
        ("fewer than 40 sailors", 40, "at_most"),
        ("some 20 sailors", 20, "about"),
        ("about a thousand sailors", 1000, "about"),
        ("thirty-odd sailors", 30, "about"),
        ("the hundred and twenty or so sailors", 120, "about"),
        ("120 sailors or so", 120, "about"),
        ("~80 sailors", 80, "about"),
        ("talks about 52 captives", 52, "exact"),
        ("a letter about the 52", 52, "exact"),
        ("2.5 million people", 2_500_000, "exact"),
        ("a pair of sailors", 2, "exact"),
        ("a trio of nurses", 3, "exact"),
        ("a couple of dozen nurses", 24, "exact"),
        ("another hundred nurses", 100, "exact"),
    ],
)
def test_a_number_has_the_bound_of_its_words(text: str, value: int, bound: str):
    amount = only(text)
    assert (amount.value, amount.bound, amount.high) == (value, bound, None)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("between 80 and 90 sailors", 80, 90, "exact"),
        ("10 to 12 sailors", 10, 12, "exact"),
        ("10–12 sailors", 10, 12, "exact"),
        ("about 10 to 12 sailors", 10, 12, "about"),
        ("five or six sailors", 5, 6, "exact"),
        ("between eighty and ninety sailors", 80, 90, "exact"),
    ],
)
def test_a_range_keeps_both_ends(text: str, low: int, high: int, bound: str):
    amount = only(text)
    assert (amount.value, amount.high, amount.bound) == (low, high, bound)


@pytest.mark.parametrize(
    "text",
    [
        "rose from 40 to 60",
        "40 and 60 sailors",
        "60 to 40",
        "10 or 200",
        "was revised up from 40 to 60",
    ],
)
def test_two_numbers_are_no_range(text: str):
    assert [a.high for a in amounts_in(text)] == [None, None]


@pytest.mark.parametrize("text", ["300 for 300", "300-for-300", "three hundred for three hundred"])
def test_so_many_for_so_many_is_one_number(text: str):
    amount = only(f"They agreed on {text}.")
    assert (amount.value, amount.swap) == (300, True)


@pytest.mark.parametrize(
    "text",
    [
        "at 15:20 the bridge opened",
        "on 2025-05-23",
        "on 23.05.2025",
        "a ratio of 1:1",
        "one-for-one",
        "an F-16 and a Su-27",
        "3.7 per head",
        "no one came",
        "the hundred-metre race",
    ],
)
def test_times_dates_ratios_and_names_count_nothing(text: str):
    assert amounts_in(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dozens", 24),
        ("hundreds of sailors", 200),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several hundred sailors", 200),
        ("a few dozen sailors", 24),
    ],
)
def test_a_vague_plural_is_at_least_the_least_it_can_mean(text: str, value: int):
    amount = only(text)
    assert (amount.value, amount.bound, amount.vague) == (value, "at_least", True)


def test_times_are_not_joined_to_the_number_after_them():
    assert [a.value for a in amounts_in("At 15:20, 41 sailors crossed; at 16:05 five more.")] == [
        41,
        5,
    ]


@given(st.integers(2, 10**9))
def test_words_and_digits_say_the_same(n: int):
    words, digits = only(f"about {in_words(n)} sailors"), only(f"about {n:,} sailors")
    assert (words.value, words.bound) == (digits.value, digits.bound) == (n, "about")


@given(st.integers(2, 99_999), st.integers(1, 99_999))
def test_a_range_of_words_reads_as_one_of_digits(low: int, more: int):
    high = low + more
    first, last = (in_words(n).replace(" and ", " ") for n in (low, high))
    for text in (f"between {low} and {high}", f"between {first} and {last}"):
        amount = only(text)
        assert (amount.value, amount.high) == (low, high)


@given(st.text(max_size=120))
def test_any_text_is_read_and_amounts_never_overlap(text: str):
    found = amounts_in(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
