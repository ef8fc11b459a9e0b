"""An invented event between invented parties, told by three invented outlets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from summarizer.documents import (
    Brief,
    BriefArticle,
    Contested,
    DateClaim,
    Event,
    Facts,
    FieldRule,
    Figure,
    Finding,
    LabelClaim,
    Merged,
    NamedClaim,
    Pack,
    Position,
    Provenance,
    SourcedEvidence,
    Statement,
    article_id,
    digest,
)
from summarizer.writing import write

GAZETTE = (
    "Arland and Beloria each released 270 sailors and 120 fishermen on Friday in Port Mara. "
    "The Arland Ministry claimed 12 ships took part. "
    "“We kept every promise,” said Ilsa Venn. A further 1,000 are to follow."
)
COURIER = (
    "On May 23, 2025 each side released 270 sailors and 120 fishermen in Port Mara. "
    "Some 14 ships took part, the Beloria Council said. "
    "“They delayed for weeks,” said Oto Karr of Beloria. 270 sailors returned to Arland."
)
LANTERN = "“The brutal regime lied,” said Oto Karr of Beloria. Talks began with 1,000 in mind."
TEXTS = {article_id(t): t for t in (GAZETTE, COURIER, LANTERN)}
G, C, L = TEXTS


class SeaFigure(Figure):
    who: str | None = None
    direction: str | None = None
    occasion: str | None = None


class SeaFacts(Facts):
    figures: tuple[SeaFigure, ...] = ()
    date: DateClaim | None = None
    places: tuple[NamedClaim, ...] = ()
    stage: tuple[LabelClaim, ...] = ()
    statements: tuple[Statement, ...] = ()


PACK = Pack(
    name="sea",
    title="Releases at sea",
    description="Crews released between two parties.",
    facts=SeaFacts,
    fields={
        "figures": FieldRule(
            title="How many",
            point=("who", "direction", "occasion"),
            party_label="direction",
            every="each",
            total="total",
            parts={"who": {"all": ("sailors", "fishermen")}},
            kept={"occasion": ("this",)},
            background={"occasion": ("planned", "earlier")},
        ),
        "places": FieldRule(title="Places"),
        "date": FieldRule(title="Date", exclusive=True),
    },
    contested=(
        Contested(refers_to="crews", used="crews", terms=("hostages",), reason="both sides'"),
    ),
)


def evidence(article: str, quote: str) -> SourcedEvidence:
    text = TEXTS[article]
    start = text.index(quote)
    return SourcedEvidence.model_validate(
        {"article": article, "quote": quote, "start": start, "end": start + len(quote)},
        context={"texts": TEXTS},
    )


def position(value: Any, origins: str, *places: tuple[str, str], **more: Any) -> Position:
    return Position(
        value=value,
        origins=tuple(origins.split("|")),
        articles=tuple(dict.fromkeys(a for a, _ in places)),
        evidence=tuple(evidence(a, q) for a, q in places),
        **more,
    )


def figure(
    name: str, who: str, direction: str, status: str, *positions: Position, occasion: str = "this"
) -> Finding:
    return Finding(
        id=name,
        field="figures",
        point=f"{who} released",
        status=status,
        positions=positions,
        labels={"who": who, "direction": direction, "occasion": occasion},
    )


BOTH = "The Gazette|The Courier"
EACH_270 = figure(
    "f1",
    "sailors",
    "each",
    "agreed",
    position(270, BOTH, (G, "each released 270 sailors"), (C, "each side released 270 sailors")),
)
EACH_120 = figure(
    "f2",
    "fishermen",
    "each",
    "agreed",
    position(120, BOTH, (G, "120 fishermen"), (C, "120 fishermen")),
)
TO_ARLAND = figure(
    "f3",
    "sailors",
    "to:Arland",
    "single-origin",
    position(270, "The Courier", (C, "270 sailors returned to Arland")),
)
SHIPS = Finding(
    id="f4",
    field="figures",
    point="ships that took part",
    status="disputed",
    difference="contradiction",
    positions=(
        position(12, "Arland Ministry", (G, "claimed 12 ships"), verb="claimed"),
        position(14, "Beloria Council", (C, "Some 14 ships"), bound="about", verb="said"),
    ),
    labels={"who": "other", "direction": "n/a", "occasion": "this"},
)
PLANNED = figure(
    "f5",
    "all",
    "n/a",
    "single-origin",
    position(1000, "The Gazette", (G, "A further 1,000 are to follow")),
    occasion="planned",
)
DATE = Finding(
    id="d1",
    field="date",
    point="date",
    status="agreed",
    positions=(position("2025-05-23", BOTH, (G, "on Friday"), (C, "May 23, 2025")),),
)
PLACE = Finding(
    id="p1",
    field="places",
    point="place",
    status="agreed",
    positions=(position("Port Mara", BOTH, (G, "Port Mara"), (C, "Port Mara")),),
)


def statement(name: str, text: str, who: str, place: tuple[str, str], **more: Any) -> Finding:
    return Finding(
        id=name,
        field="statements",
        point=f"{who}'s words",
        status="single-origin",
        positions=(position(text, who, place, **more),),
    )


VENN = statement("s1", "We kept every promise,", "Ilsa Venn", (G, "“We kept every promise,”"))
KARR = statement("s2", "They delayed for weeks,", "Oto Karr", (C, "“They delayed for weeks,”"))
FINDINGS = (EACH_270, EACH_120, TO_ARLAND, SHIPS, PLANNED, DATE, PLACE, VENN, KARR)
PROVENANCE = Provenance(model="none", strategy="words", prompt="p", schema="s")


def merged(*findings: Finding) -> Merged:
    names = {G: "The Gazette", C: "The Courier", L: "The Lantern"}
    return Merged(
        event=Event(id="e1", title="Crews released in Port Mara", date="2025-05-23", schema="sea"),
        articles=tuple(
            BriefArticle(
                id=key,
                outlet=names[key],
                title=None,
                url=None,
                published=None,
                path=None,
                digest=digest(text),
                text=text,
            )
            for key, text in TEXTS.items()
        ),
        findings=findings,
    )


@pytest.fixture
def sea() -> SimpleNamespace:
    """The invented event's parts by name."""
    return SimpleNamespace(**{k: v for k, v in globals().items() if not k.startswith("_")})


@pytest.fixture
def brief_of() -> Callable[..., Brief]:
    """Write a brief of the findings given (or all), with the pack and model given."""

    def made(*findings: Finding, pack: Pack = PACK, model: Any = None, **more: Any) -> Brief:
        loaded = SimpleNamespace(pack=pack, prompts=more.pop("prompts", {}))
        chosen = merged(*(findings or FINDINGS))
        return asyncio.run(write(chosen, loaded, model, provenance=PROVENANCE, **more))

    return made
