"""Brief: the neutral account of one event, and the findings it is made of."""

from __future__ import annotations

import json
from typing import Any, Literal, Self

from pydantic import Field

from summarizer.documents.evidence import Document, SourcedEvidence
from summarizer.documents.summary import Provenance

__all__ = [
    "Brief",
    "BriefArticle",
    "Citation",
    "Coverage",
    "Difference",
    "Event",
    "Finding",
    "Group",
    "Merged",
    "MissingSource",
    "Position",
    "Reconciliation",
    "Sentence",
    "Stance",
    "Status",
    "WordingRow",
    "WordingTerm",
]

Status = Literal["agreed", "single-origin", "disputed"]
Difference = Literal["contradiction", "update", "scope", "rounding"]
Stance = Literal["states", "denies", "silent"]


class Event(Document):
    """One happening. `date` is as much of an ISO date as the sources agree on, or null."""

    id: str
    title: str
    date: str | None
    pack: str = Field(alias="schema")


class Group(Document):
    """Articles that tell of one event, and why they were put together."""

    event: str
    title: str
    date: str | None
    articles: tuple[str, ...] = Field(description="paths, or ids where an article has no path")
    reasons: tuple[str, ...] = ()


class BriefArticle(Document):
    """An article as the brief lists it. `text` is null in a brief written with --no-text."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    path: str | None
    duplicate_of: str | None = None
    digest: str
    inferred: tuple[str, ...] = ()
    text: str | None = None


class Citation(Document):
    """Where a sentence's proof stands: characters of one article's cleaned text."""

    article: str
    start: int
    end: int


class Position(Document):
    """One value held on a point, by whom, with the words. `value` is a number, a text or null.

    `detail` is the value as an editor would say it ("about 120", "Friday, March 23");
    `verb` the verb of saying the sources used, where all used one; `roles` the office of whoever of
    the origins has one ("Foreign Minister"); `counted` what was counted, in the words of the first.
    """

    value: int | str | None
    high: int | None = None
    bound: str | None = None
    detail: str = ""
    verb: str | None = None
    counted: str | None = None
    roles: dict[str, str] = Field(default_factory=dict)
    origins: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[SourcedEvidence, ...] = Field(min_length=1)


class Finding(Document):
    """What all articles together say on one point.

    `field` is the pack's field, `point` the point within it in an editor's words, `labels` what the
    point is about in the pack's labels ({"who": "military", ...}). `reason` says why the status and
    the difference are what they are. `under` is the finding that says the same of every party,
    where this one says it of one: a list shows it there.
    """

    id: str
    field: str
    point: str
    status: Status
    difference: Difference | None = None
    positions: tuple[Position, ...] = Field(min_length=1)
    labels: dict[str, str | None] = Field(default_factory=dict)
    reason: str = ""
    under: str | None = None


class Sentence(Document):
    """One sentence of the brief.

    `phrased` says whether the model or a template worded it; `paragraph` counts from 0.
    """

    text: str
    findings: tuple[str, ...] = Field(min_length=1)
    citations: tuple[Citation, ...] = Field(min_length=1)
    phrased: Literal["model", "template"] = "template"
    paragraph: int = 0


class WordingTerm(Document):
    """A term, the articles that use it, and where."""

    term: str
    articles: tuple[str, ...]
    evidence: tuple[SourcedEvidence, ...] = Field(min_length=1)


class WordingRow(Document):
    """What the outlets call one thing, the term the brief uses for it, and why that term."""

    refers_to: str
    used: str
    terms: tuple[WordingTerm, ...]
    reason: str = ""


class Coverage(Document):
    """Where one article stands on one finding."""

    finding: str
    article: str
    stance: Stance


class Reconciliation(Document):
    """Arithmetic that holds between findings: `270 + 120 = 390`."""

    text: str
    findings: tuple[str, ...]


class Merged(Document):
    """What the merge hands to the writing: everything a brief holds but its prose."""

    event: Event
    articles: tuple[BriefArticle, ...]
    findings: tuple[Finding, ...]
    wording: tuple[WordingRow, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()


class MissingSource(Document):
    """An input that could not be read or summarised, and why: the brief says what it lacks."""

    path: str
    reason: str


class Brief(Document):
    """The neutral account of one event, carrying its proof."""

    event: Event
    articles: tuple[BriefArticle, ...]
    headline: str
    summary: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    wording: tuple[WordingRow, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()
    missing: tuple[MissingSource, ...] = ()
    notes: tuple[str, ...] = Field(
        default=(), description="what the reader should know of the making"
    )
    provenance: Provenance

    @classmethod
    def load(cls, data: str | bytes | dict[str, Any]) -> Self:
        """Read a brief back from its JSON, checking evidence against whatever texts it carries."""
        raw = data if isinstance(data, dict) else json.loads(data)
        texts = {a["id"]: a.get("text") for a in raw["articles"]}
        return cls.model_validate(raw, context={"texts": texts})
