"""Numbers as people write them are read back as what they mean, where they stand."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents.numerals import Numeral, in_words, numbers_in

numbers = st.one_of(
    st.integers(0, 9_999), st.integers(0, 10**15 - 1), st.integers(0, 999).map(lambda n: n * 1_000)
)


@given(numbers)
def test_words_are_read_back(n: int) -> None:
    words = in_words(n)
    assert numbers_in(words) == [Numeral(n, 0, len(words))]


@given(numbers)
def test_words_need_no_and(n: int) -> None:
    words = in_words(n).replace(" and ", " ")
    assert [found.value for found in numbers_in(words)] == [n]


@given(numbers, st.sampled_from(["{:,}", "{}"]))
def test_digits_are_read_back(n: int, style: str) -> None:
    written = style.format(n)
    text = f"Officials counted {written} of them."
    assert numbers_in(text) == [Numeral(n, 18, 18 + len(written))]


@given(st.text(max_size=80))
def test_any_text_is_read_and_offsets_stand_in_it(text: str) -> None:
    found = numbers_in(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and seventy people", [270]),
        ("a hundred and twenty", [120]),
        ("a thousand", [1000]),
        ("two dozen crew", [24]),
        ("half a dozen crew, half a million readers", [6, 500_000]),
        ("a dozen", [12]),
        ("a 1,000-for-1,000 exchange", [1000, 1000]),
        ("a one-thousand-for-one-thousand deal", [1000, 1000]),
        ("twenty-five of thirty one", [25, 31]),
        ("2.5 million and 3 thousand", [2_500_000, 3_000]),
        ("3.5 percent", [Decimal("3.5")]),
        ("two hundred and ten thousand", [210_000]),
        ("between two hundred and three hundred", [200, 300]),
        ("between two hundred and ten", [200, 10]),
        ("ten and twelve", [10, 12]),
        ("two hundred and three hundred", [200, 300]),
        ("one thousand and two thousand", [1000, 2000]),
        ("five or six", [5, 6]),
        ("twenty twenty-five", [20, 25]),
        ("on 2025-05-23, at 12:30", [2025, 5, 23, 12, 30]),
        ("the 23rd", [23]),
        ("12k and 5bn", [12_000, 5_000_000_000]),
        ("Two hundred", [200]),
        ("270, 120 and 12,000.", [270, 120, 12_000]),
        ("1\u202f000 people", [1000]),
        ("dozens, hundreds of thousands, several hundred, a few thousand", []),
        ("no one, one another, everyone", []),
        ("the F16 and a half", []),
        ("one of them", [1]),
    ],
)
def test_phrases(text: str, values: list[int]) -> None:
    assert [n.value for n in numbers_in(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the hundred and twenty prisoners", [120]),
        ("another thousand came", [1_000]),
        ("more than hundred", [100]),
        ("a pair of nurses and a trio of cooks", [2, 3]),
        ("a couple of dozen", [24]),
        ("a couple hundred", [200]),
        ("the hundred-metre race", []),
        ("the pair left", []),
        ("Hundred Years of war", []),
    ],
)
def test_a_scale_or_a_pair_stands_for_a_number(text: str, values: list[int]) -> None:
    assert [found.value for found in numbers_in(text)] == values
