"""A small model's guess about a label, or a prior's, is shown as its guess, and starts no dispute."""

from __future__ import annotations

import pytest
from merging_making import PACK, Sheet

from summarizer.documents import Merged
from summarizer.merging import merge


def told(strategy: str, by: str):
    first = Sheet("Each side got 390 people back on Friday.", "The Gazette", "2031-05-24")
    first.figure("390 people", 390, "all each this", decided={"direction": "words"})
    second = Sheet("Almost 800 people slept at home.", "Herald", "2031-05-24")
    second.figure("Almost 800", 800, "all each this", bound="almost", decided={"direction": by})
    made = [sheet.done() for sheet in (first, second)]
    how = made[0].provenance.model_copy(update={"strategy": strategy})
    return merge([s.model_copy(update={"provenance": how}) for s in made], PACK)


def disputes(merged: Merged):
    return [f for f in merged.findings if f.status == "disputed"]


@pytest.mark.parametrize(
    ("strategy", "by"), [("stepwise", "model"), ("stepwise", "prior"), ("whole", "prior")]
)
def test_a_guess_is_set_against_nothing(strategy: str, by: str):
    merged = told(strategy, by)
    assert not disputes(merged)
    assert {p.value for f in merged.findings for p in f.positions} == {390, 800}


@pytest.mark.parametrize(("strategy", "by"), [("whole", "model"), ("stepwise", "words")])
def test_what_is_known_is(strategy: str, by: str):
    assert len(disputes(told(strategy, by))) == 1
