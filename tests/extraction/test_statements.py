"""Quotations stay verbatim, paraphrases stay unquoted, and doubt is told from belief."""

from __future__ import annotations

from itertools import pairwise

import pytest
from extraction_making import summary
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from summarizer.documents import Statement
from summarizer.errors import InputError
from summarizer.extraction.parse import parse
from summarizer.extraction.quotes import quotations_in
from summarizer.extraction.speakers import attributions_of
from summarizer.extraction.statements import statements_of


def statements(text: str) -> tuple[Statement, ...]:
    parsed = parse(text)
    return statements_of(parsed, attributions_of(parsed))


def test_a_quotation_is_verbatim_with_speaker_role_and_verb() -> None:
    (one,) = statements("“We will not leave this harbour,” insisted Marta Quell, the mayor.")
    assert one.quoted
    assert one.text == one.evidence[0].quote == "We will not leave this harbour,"
    assert (one.speaker, one.role, one.verb) == ("Marta Quell", "mayor", "insisted")


def test_the_verb_is_kept() -> None:
    verbs = [
        s.verb
        for s in statements("Marta Quell claimed that the dam held. Jonas Reed admitted it leaked.")
    ]
    assert verbs == ["claimed", "admitted"]


def test_reported_speech_is_never_quoted() -> None:
    (one,) = statements("Marta Quell said that the dam had held all night.")
    assert not one.quoted
    assert "“" not in one.text
    assert one.evidence[0].quote == "Marta Quell said that the dam had held all night."


def test_a_quotation_belongs_to_the_nearer_of_two_speakers() -> None:
    text = (
        "Ada Roe has backed a plan from Jonas Reed to drain the lake, "
        "but Marta Quell said that was “not a very realistic option.”"
    )
    found = {s.text: s.speaker for s in statements(text) if s.quoted}
    assert found == {"not a very realistic option.": "Marta Quell"}


def test_a_quotation_before_its_sentence_is_owned_by_what_follows() -> None:
    text = (
        "Ada Roe said the plan was good, hailing “a big and lasting step.”\n"
        "“Well done to everybody involved! Was it hard???” she wrote in a post."
    )
    assert {s.speaker for s in statements(text) if s.quoted} == {"Ada Roe"}
    assert [s.verb for s in statements(text) if s.text.startswith("Well")] == ["wrote"]


def test_a_relayed_statement_names_the_relay() -> None:
    (one,) = statements("TASS cited the Velmoran farm ministry as saying that forty boats sank.")
    assert (one.speaker, one.via) == ("Velmoran farm ministry", "TASS")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Jonas Reed repeated an unfounded claim that the dam was poisoned.", "unfounded"),
        ("Jonas Reed claimed without evidence that the dam was poisoned.", "without evidence"),
        ("Jonas Reed said that the dam was poisoned.", None),
        ("Jonas Reed said the charge was “false and unfounded, a claim for fools”.", None),
    ],
)
def test_doubt_is_the_reporters_own(text: str, word: str | None) -> None:
    assert {s.challenge for s in statements(text)} == {word}


def test_a_name_in_marks_is_no_statement() -> None:
    text = (
        "“Way Back Home,” a hotline for runaways in Tarsk, told the broadcaster Radio Quay "
        "that calls “have doubled since the spring.”"
    )
    quoted = [s for s in statements(text) if s.quoted]
    assert [s.text for s in quoted] == ["have doubled since the spring."]
    assert (quoted[0].speaker, quoted[0].via) == ("Way Back Home", "Radio Quay")


def test_whose_a_quotation_is_makes_no_second_statement() -> None:
    text = (
        "Mayor Ada Roe welcomed the count.\n"
        "“This could lead to something big???” she wrote in a post on her page."
    )
    told = [s.text for s in statements(text) if s.evidence[0].start > text.index("\n")]
    assert told == ["This could lead to something big???"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “come in” and «sit down».", ["come in", "sit down"]),
        ('She said "come in", then "sit".', ["come in", "sit"]),
        ("He called it ‘the farmers’ war’ then.", ["the farmers’ war"]),
        ("It’s the ministers’ word.", []),
        ("“A speech that runs on\n“and ends here.”", ["A speech that runs on", "and ends here."]),
        ('a stray " mark', []),
        ('a "mixed” pair', ["mixed"]),
    ],
)
def test_quotation_marks_of_all_sorts(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in quotations_in(text)] == words


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab A“”\"'‘’«»„.,:—\n😀שلם12"), max_size=80))
def test_quotations_lie_in_order_and_apart(text: str) -> None:
    spans = quotations_in(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            "“", "”", '"', "‘", "’", "😀", "שלום עולם", "مرحبا", "x", "\n", " said ",
            "Marta Quell", "40 prisoners", " on Friday, ", "May", "31 February 2031",
            "32/13/2031", "the ministry ", "according to ", "by his count ", "citing ",
            "it said.", "’s", "—", "in Tarsk", "…", "\u200f", "kidnapped",
        ]),
        min_size=1, max_size=25,
    ).map("".join)
)  # fmt: skip
def test_whatever_the_text_evidence_stands(text: str) -> None:
    try:
        made = summary(f"Velmora freed 4 prisoners.\n{text}")
    except InputError:
        reject()  # mostly in other letters: refused by name, see test_extract
    for evidence in made.evidence():
        assert made.article.text[evidence.start : evidence.end] == evidence.quote
    for statement in made.facts.statements:  # type: ignore[attr-defined]
        assert not statement.quoted or statement.text == statement.evidence[0].quote
