"""Summaries and briefs about two parties that nothing else mentions, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest

from summarizer.documents import (
    Article,
    ArticleSummary,
    Brief,
    BriefArticle,
    Citation,
    DateClaim,
    Event,
    Evidence,
    Facts,
    Figure,
    Finding,
    NamedClaim,
    Position,
    Provenance,
    Rejection,
    Sentence,
    SourcedEvidence,
    Statement,
    WordingRow,
    article_id,
)

TEXT = (
    "Estmark freed 40 sailors on Tuesday, its ministry of war said. "
    "Some 12 Westers went the other way, and 40 more are due in May. "
    "They call it the glorious raid. Join our 5,000 readers today!"
)


class SwapFigure(Figure):
    who: str | None = None
    direction: str | None = None
    occasion: str | None = None


class SwapFacts(Facts):
    figures: tuple[SwapFigure, ...] = ()
    date: DateClaim | None = None
    places: tuple[NamedClaim, ...] = ()
    mediators: tuple[NamedClaim, ...] = ()
    statements: tuple[Statement, ...] = ()


PROVENANCE = Provenance(
    model="m", strategy="s", prompt="p", schema="x", calls=2, input_tokens=100,
    output_tokens=10, cached_tokens=60, seconds=1.5,
)  # fmt: skip


def at(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence.at(TEXT, start, start + len(quote))


def figure(value: int, quote: str, **labels: Any) -> SwapFigure:
    return SwapFigure(value=value, evidence=(at(quote),), **labels)


@pytest.fixture
def summary() -> Callable[..., ArticleSummary]:
    def make(
        *figures: SwapFigure,
        name: str = "a.txt",
        rejected: tuple[Rejection, ...] = (),
        **facts: Any,
    ) -> ArticleSummary:
        article = Article(id=article_id(TEXT), text=TEXT, path=f"somewhere/{name}")
        return ArticleSummary(
            article=article, schema="swap", headline="A swap", gist=(),
            facts=SwapFacts(figures=figures, **facts), rejected=rejected, provenance=PROVENANCE,
        )  # fmt: skip

    return make


def sourced(quote: str) -> SourcedEvidence:
    return SourcedEvidence.of(article_id(TEXT), at(quote))


def position(value: int | str, quote: str, *origins: str, detail: str = "") -> Position:
    return Position(
        value=value, detail=detail, origins=origins or ("A",), articles=(article_id(TEXT),),
        evidence=(sourced(quote),),
    )  # fmt: skip


def finding(
    *positions: Position,
    field: str = "figures",
    status: Literal["agreed", "single-origin", "disputed"] = "disputed",
) -> Finding:
    return Finding(id="f1", field=field, point="a point", status=status, positions=positions)


@pytest.fixture
def brief() -> Callable[..., Brief]:
    def make(
        *findings: Finding, prose: str = "Forty came home.", wording: tuple[WordingRow, ...] = ()
    ) -> Brief:
        article = BriefArticle(
            id=article_id(TEXT), outlet="A", title=None, url=None, published=None,
            path="elsewhere/a.txt", digest="d", text=TEXT,
        )  # fmt: skip
        cited = Citation(article=article.id, start=0, end=7)
        return Brief(
            event=Event(id="e", title="The swap", date=None, schema="swap"), articles=(article,),
            headline="A swap", findings=findings, wording=wording, provenance=PROVENANCE,
            summary=(Sentence(text=prose, findings=("f1",), citations=(cited,)),),
        )  # fmt: skip

    return make


@pytest.fixture(name="at")
def _at() -> Callable[[str], Evidence]:
    return at


@pytest.fixture(name="figure")
def _figure() -> Callable[..., SwapFigure]:
    return figure


@pytest.fixture(name="sourced")
def _sourced() -> Callable[[str], SourcedEvidence]:
    return sourced


@pytest.fixture(name="position")
def _position() -> Callable[..., Position]:
    return position


@pytest.fixture(name="finding")
def _finding() -> Callable[..., Finding]:
    return finding
