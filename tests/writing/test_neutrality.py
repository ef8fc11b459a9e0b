"""The gate on our own voice refuses what the findings don't bear out, and measures what stands."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from summarizer.documents import Brief
from summarizer.writing import check_sentence, measure

Write = Callable[..., Brief]


def rules(sea: SimpleNamespace, text: str, *findings: Any) -> list[str]:
    return [
        p.rule for p in check_sentence(text, findings, sea.PACK, outlets=("The Gazette",), names=())
    ]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Each side released 270 sailors.", []),
        ("Each side released two hundred and seventy sailors.", []),
        ("Each side released 271 sailors.", ["number"]),
        ("Each side released 270 sailors, according to Mira Tolk.", ["name", "name"]),
        ("Arland released 270 sailors.", []),
        ("The regime released 270 sailors.", ["loaded"]),
        ("Each side released 270 hostages.", ["loaded"]),
        ("Each side heroically released 270 sailors.", ["loaded"]),
        ("Dozens of others joined the 270 sailors.", ["vague"]),
        ("Each side released 270 sailors in “a great moment”.", ["quotation"]),
    ],
)
def test_agreed_findings(sea: SimpleNamespace, text: str, broken: list[str]) -> None:
    parties = sea.figure(
        "f0",
        "sailors",
        "each",
        "agreed",
        sea.position(
            270, "The Gazette|The Courier", (sea.G, "Arland and Beloria each released 270 sailors")
        ),
    )
    assert rules(sea, text, parties) == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("The Arland Ministry said 12; the Beloria Council said about 14.", []),
        ("The Arland Ministry said 12; the Beloria Council said 14.", ["hedge"]),
        ("The Arland Ministry said 12 ships took part.", ["attribution"]),
        ("Some 14 ships took part, not 12.", ["attribution", "attribution"]),
    ],
)
def test_disputed_findings(sea: SimpleNamespace, text: str, broken: list[str]) -> None:
    assert rules(sea, text, sea.SHIPS) == broken


def test_dates_may_be_written_out(sea: SimpleNamespace) -> None:
    assert rules(sea, "It took place on 23 May 2025.", sea.DATE) == []
    assert rules(sea, "It took place on 24 May 2025.", sea.DATE) == ["number"]


def test_loaded_words_may_stand_between_marks_with_their_owner(sea: SimpleNamespace) -> None:
    said = sea.statement(
        "s9", "The brutal regime lied,", "Oto Karr", (sea.L, "“The brutal regime lied,”")
    )
    assert rules(sea, "Oto Karr said: “The brutal regime lied.”", said) == []
    assert "loaded" in rules(sea, "Oto Karr said that the brutal regime lied.", said)
    assert rules(sea, "“The brutal regime lied.”", said) == ["attribution"]


def test_a_paraphrase_that_takes_a_side_is_left_out_and_counted(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    paraphrase = sea.statement(
        "s9", "brutal regime lied", "Oto Karr", (sea.L, "brutal regime lied")
    )
    brief = brief_of(sea.EACH_270, paraphrase)
    assert [s.findings for s in brief.summary] == [("f1",)]
    assert brief.notes[0].startswith("1 finding is told in no sentence")


def test_a_plain_brief_measures_clean(brief_of: Write) -> None:
    report = measure(brief_of())
    assert report.loaded == ()
    assert report.attribution == 1.0
    assert report.hedges_dropped == ()
    assert {row.who for row in report.sides} == {"Arland", "neither"}
    assert round(sum(row.share for row in report.sides), 2) == 1.0


def test_faults_are_measured(brief_of: Write) -> None:
    brief = brief_of()
    at = next(n for n, s in enumerate(brief.summary) if s.findings == ("f4",))
    worse = [
        s.model_copy(update={"text": "The regime sent 12 or 14 ships."}) if n == at else s
        for n, s in enumerate(brief.summary)
    ]
    report = measure(brief.model_copy(update={"summary": tuple(worse)}))
    assert [(w.where, w.word) for w in report.loaded] == [(f"summary[{at}]", "regime")]
    assert report.attribution is not None
    assert report.attribution < 1.0
    assert report.hedges_dropped == (f"summary[{at}]",)
