"""Laws of the merge: what must hold whatever the articles say."""

from __future__ import annotations

import itertools
from random import Random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from merging_making import PACK, Sheet

from summarizer.documents import ArticleSummary, Merged
from summarizer.merging import merge

OUTLETS = ("Gazette", "Herald", "Courier", "Lantern")
SPEAKERS = (None, "Ministry of Peace", "Relief Centre", "Ana Brook")
LABELS = ("military each this", "military to:Arda this", "military to:Borl this", "? ? this",
          "all total this", "military each earlier")  # fmt: skip
claims = st.tuples(
    st.sampled_from((100, 120, 270, 275, 390)),
    st.sampled_from(LABELS),
    st.sampled_from(SPEAKERS),
    st.sampled_from(("exact", "about", "almost", "at_least")),
)
stages = st.tuples(st.sampled_from(("begun", "partial", "completed")), st.sampled_from(SPEAKERS))
days = st.sampled_from((None, "2031-05-23", "2031-05-26"))
tellings = st.lists(
    st.tuples(st.lists(claims, max_size=4), st.lists(stages, max_size=2), days),
    min_size=1,
    max_size=4,
)
FURTHER = 9  # the number of an article that comes on top
some = settings(max_examples=60, deadline=None)


def sheet(number: int, outlet: str, told: Any) -> ArticleSummary:
    counted, stage, published = told
    # a further origin is no copy: it shares no five words with the others
    here, was = ("Here", "were") if number < FURTHER else ("Over there then", "finally got")
    text = f"Article {number}. " + " ".join(
        [f"{here} {v} people ({i}) {was} freed." for i, (v, *_) in enumerate(counted)]
        + [f"It was called {s} ({i})." for i, (s, _) in enumerate(stage)]
    )
    made = Sheet(text, outlet, published)
    for i, (value, labels, speaker, bound) in enumerate(counted):
        made.figure(f"{value} people ({i})", value, labels, speaker=speaker, bound=bound)
    for i, (value, speaker) in enumerate(stage):
        made.stage(f"{value} ({i})", value, speaker=speaker)
    return made.done()


def sheets(told: Any, outlets: tuple[str, ...] = OUTLETS) -> list[ArticleSummary]:
    return [sheet(i, outlets[i], t) for i, t in enumerate(told)]


def statuses(merged: Merged) -> dict[str, str]:
    return {f.id: f.status for f in merged.findings}


@some
@given(tellings, st.randoms(use_true_random=False))
def test_order_changes_nothing(told: Any, chance: Random):
    summaries = sheets(told)
    shuffled = list(summaries)
    chance.shuffle(shuffled)
    assert merge(summaries, PACK).model_dump_json() == merge(shuffled, PACK).model_dump_json()


@some
@given(tellings)
def test_an_article_twice_changes_nothing(told: Any):
    summaries = sheets(told)
    assert merge([*summaries, summaries[0]], PACK) == merge(summaries, PACK)


@some
@given(tellings)
def test_an_article_that_is_silent_changes_no_finding(told: Any):
    summaries = sheets(told)
    silent = Sheet("Nothing of the sort stands in here.", "Silent Post", "2031-05-24").done()
    before, after = merge(summaries, PACK), merge([*summaries, silent], PACK)
    assert before.findings == after.findings
    assert {c.stance for c in after.coverage if c.article == silent.article.id} <= {"silent"}


# One outlet gives two numbers that each side got; one of them bears out what another outlet gives.
SEVERAL = [
    ([(100, LABELS[0], None, "exact"), (120, LABELS[0], None, "exact")], [], None),
    ([(100, LABELS[1], None, "exact"), (120, LABELS[5], None, "exact")], [], None),
]


# What one outlet gives of another occasion, and cites, is one voice.
ECHOED = [
    ([(100, LABELS[0], None, "exact")] * 2, [], None),
    (
        [(100, LABELS[5], None, "exact"), (100, LABELS[5], SPEAKERS[1], "exact"),
         (120, LABELS[0], None, "exact")], [], None,
    ),
]  # fmt: skip


@some
@example(SEVERAL)
@example(ECHOED)
@given(tellings)
def test_a_further_origin_never_makes_the_agreed_single(told: Any):
    merged = merge(sheets(told), PACK)
    for extra in itertools.islice(told, 1):
        more = sheet(FURTHER, "Further Times", extra)
        after = statuses(merge([*sheets(told), more], PACK))
        for name, status in statuses(merged).items():
            if status == "agreed" and name in after:
                assert after[name] != "single-origin"


@some
@given(tellings)
def test_swapping_outlets_swaps_them_and_changes_nothing_else(told: Any):
    swapped = (OUTLETS[1], OUTLETS[0], *OUTLETS[2:])
    one = merge(sheets(told), PACK).model_dump_json()
    other = merge(sheets(told, swapped), PACK).model_dump_json()
    renamed = one.replace("Gazette", "§").replace("Herald", "Gazette").replace("§", "Herald")
    assert renamed == other


@some
@given(tellings)
def test_agreement_needs_two_origins(told: Any):
    for finding in merge(sheets(told), PACK).findings:
        if finding.status == "agreed":
            assert len({o for p in finding.positions for o in p.origins}) >= 2
