"""Retrospect: words by which a sentence looks back, and the hints that save looking for them."""

from __future__ import annotations

import pytest

from summarizer.merging import retrospect
from summarizer.merging.retrospect import goes_back

BACK = (
    "since the spring, 40 were counted", "there were 40 in all since may", "since then, 12 came",
    "last month's round had 12", "the last round had 12", "last tuesday’s raid took 5",
    "the previous one", "as previously told", "in the most recent case", "an earlier count of 4",
    "earlier this year", "a prior case", "until now there were 6", "six so far", "40 to date",
    "two weeks ago", "a year earlier", "months after the flood", "years before", "the day before",
    "before that, 9 came", "that round had 7", "back in may", "it follows a deal over 12",
    "the one in may had 12", "the ones on friday", "on monday afternoon, the team had met 4",
)  # fmt: skip
HERE = (
    "12 came over the bridge", "last week 12 came", "at last, of the 12", "he will go back inside",
    "the 12 came after midnight", "beforehand", "she is now free", "that man", "one on friday",
    "the following day", "recent talks", "on monday evening, said she had seen 4", "the priority",
)  # fmt: skip


@pytest.mark.parametrize("sentence", BACK)
def test_a_sentence_that_looks_back(sentence: str):
    assert goes_back(sentence)


@pytest.mark.parametrize("sentence", HERE)
def test_a_sentence_that_does_not(sentence: str):
    assert not goes_back(sentence)


def test_every_hint_is_needed_for_some_sentence():
    found = {needed for s in BACK for needed, search in retrospect._BEFORE if search(s)}
    assert found == {needed for needed, _ in retrospect._BEFORE}


@pytest.mark.parametrize("sentence", [*BACK, *HERE])
def test_no_pattern_matches_where_its_hint_is_missing(sentence: str):
    for needed, search in retrospect._BEFORE:
        assert needed in sentence or search(sentence) is None
