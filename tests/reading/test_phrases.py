"""Phrases: choosing those that a line may begin with loses none."""

from __future__ import annotations

import re

import pytest

from summarizer.reading import phrases
from summarizer.reading.phrases import CUE, alternatives, begins, may_begin

REASONS = sorted(phrases._tables())
BEFORE = ("", "— _")
AFTER = (" now!", ": here")


def _spoken(phrase: str) -> str:
    """A line that the phrase was made for, one alternative of each group."""
    text = phrase
    while (fewer := re.sub(r"\((?:\?:)?([^()|]*)[^()]*\)\??", r"\1", text)) != text:
        text = fewer
    return re.sub(r"\\b|\\W\*|\$", "", text.split("|")[0]).replace(r"\w+", "abc").replace("?", "")


@pytest.mark.parametrize("reason", REASONS)
def test_a_line_begins_as_the_whole_list_has_it(reason: str):
    whole = re.compile(CUE + alternatives(reason), re.IGNORECASE)
    lines = [
        before + change(_spoken(phrase)) + after
        for every in REASONS
        for phrase, _ in phrases._phrases(every)
        for before in BEFORE
        for after in AFTER
        for change in (str, str.upper)
    ]
    found = [line for line in lines if whole.match(line)]
    assert len(found) > len(phrases._phrases(reason))
    assert [line for line in lines if begins(reason, line)] == found


def test_most_phrases_cannot_begin_a_line():
    line = "Two sides exchanged twenty people on Sunday, officials said."
    left = "".join(may_begin(reason, line) for reason in REASONS)
    assert len(left) < sum(len(alternatives(reason)) for reason in REASONS) / 4
    assert may_begin("subscribe line", line) == ""


def test_letters_that_are_equal_in_one_language_only_lose_nothing():
    assert begins("link line", "İLGİLİ HABERLER")
    assert begins("link line", "DEVAMINI OKU")
    assert begins("subscribe line", "\u017fubscribe now")
