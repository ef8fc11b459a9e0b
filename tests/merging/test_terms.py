"""Terms: which words of a text count, however it is written."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarizer.merging.terms import terms_of_all
from summarizer.merging.texts import fold, stem


def stems(text: str, title: str | None = None) -> list[str]:
    bags = terms_of_all([(title, text)])
    return [bags.terms[n] for n in bags.numbers]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 3rd bridge, at 5 a.m.: x", ["rd", "bridg"]),
        ("co-operation_ of 'Esk' O'Hara's", ["co-operation_", "esk'", "o'hara'"]),
        ("-- _____ 1,200 '", []),
    ],
)
def test_words_begin_with_a_letter_and_have_two(text: str, words: list[str]):
    assert stems(text) == words
    # with a sign that is neither a letter nor made one of: the other way to find the words
    assert stems(f"{text} ☂") == words


def test_accents_and_curly_quotes_make_no_other_word():
    assert stems("Müller’s café — “Éire”") == stems('Muller\'s cafe -- "Eire"')
    assert stems("Łódź") == ["łodz"]


def test_a_title_is_read_before_its_text():
    assert stems("Nobody was hurt.", title="Bridge closed") == ["bridg", "clos", "nobod", "hurt"]


def test_only_the_beginning_counts_and_words_in_common_have_one_number():
    bags = terms_of_all([(None, "bridge " * 300), (None, "bridges")])
    assert [end - start for start, end in pairwise(bags.ends)] == [280, 1]
    assert set(bags.numbers) == {0}


def test_folding_keeps_letters_and_takes_marks_off():
    assert fold("É’s “İ” ﬁve — Straße") == 'e\'s "i" five - straße'
    assert fold("A\u0301 \u0301b") == "a b"


@pytest.mark.parametrize(
    ("word", "short"),
    [("legitimacy", "legitim"), ("legitimate", "legitim"), ("nations", "nation"), ("ties", "ties"),
     ("repeatedly", "repeat"), ("army", "army"), ("", "")],
)  # fmt: skip
def test_a_stem_loses_its_longest_ending(word: str, short: str):
    assert stem(word) == short
