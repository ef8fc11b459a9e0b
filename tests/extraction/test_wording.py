"""Contested names: found, tied to what they mean, owed to whoever uses them in quotation marks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from extraction_making import EXCHANGE
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.documents import WordingClaim
from summarizer.documents.lexicon import loaded_in
from summarizer.extraction.parse import parse
from summarizer.extraction.speakers import attributions_of
from summarizer.extraction.statements import wording_of

CONTESTED = EXCHANGE.pack.contested


def wording(text: str) -> tuple[WordingClaim, ...]:
    return wording_of(text, CONTESTED, attributions_of(parse(text)))


@pytest.mark.parametrize(
    ("one", "two", "three"),
    [
        (
            "the escalation of hostilities",
            "the special military operation in Tarsk",
            "the full-scale unprovoked invasion of Tarsk",
        ),
        ("the raid into Oster", "the incursion into Oster", "a surprise incursion into Oster"),
        ("the occupied regions", "the liberated territories", "regions incorporated into Velmora"),
        ("political prisoners", "civilian hostages", "abducted civilians"),
        ("the Tarsk regime", "the de facto authorities", "the self-proclaimed republic"),
        ("kidnapped", "snatched", "forcibly deported"),
        ("terrorists", "freedom fighters", "Tarskian armed formations"),
        ("a goodwill gesture", "an act of mercy", "a humanitarian act"),
        ("actively surrendering", "voluntarily laying down their arms", "gave themselves up"),
    ],
)
def test_what_outlets_call_one_thing_meets_in_one_row(one: str, two: str, three: str) -> None:
    meant = [
        {claim.refers_to for claim in wording(f"They wrote of {words} again.")}
        for words in (one, two, three)
    ]
    assert all(len(m) == 1 for m in meant), meant
    assert meant[0] == meant[1] == meant[2]


def test_the_whole_term_is_taken_once() -> None:
    (claim,) = wording("Before the full-scale unprovoked invasion, boats came and went.")
    assert claim.term == "full-scale unprovoked invasion"
    assert claim.evidence[0].quote == claim.term


def test_a_term_in_quotation_marks_is_its_speakers() -> None:
    quoted, own = wording(
        "“They are political prisoners,” said Ada Roe. Others call them hostages in all but name."
    )
    assert quoted.speaker == "Ada Roe"
    assert own.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "The State Commission on Prisoners, Hostages and Missing Persons met.",
        "The surgeon finished the operation in an hour.",
        "A human rights defender spoke.",
        "Forty soldiers and nine civilians returned to Velmora.",
    ],
)
def test_plain_words_and_names_are_let_be(text: str) -> None:
    assert wording(text) == ()


def test_every_entry_has_a_plain_term_and_a_reason_and_names_no_side_of_its_own() -> None:
    assert len({c.refers_to for c in CONTESTED}) == len(CONTESTED)
    for entry in CONTESTED:
        assert len(entry.reason.split()) >= 8, entry.refers_to
        assert loaded_in(entry.used) == [], entry.used
        assert not any(re.search(term, entry.used, re.IGNORECASE) for term in entry.terms), (
            entry.used
        )


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("Kievraid regime kidnapped“” .\n😀"), max_size=80))
def test_terms_stand_in_the_text_and_apart(text: str) -> None:
    claims = wording(text)
    spans = [(c.evidence[0].start, c.evidence[0].end) for c in claims]
    assert all(text[a:b] == c.term for (a, b), c in zip(spans, claims, strict=True))
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
