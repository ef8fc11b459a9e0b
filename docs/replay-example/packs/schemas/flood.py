"""The pack `flood`: people moved and saved when rivers leave their banks."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from summarizer.documents import (
    Cue,
    DateClaim,
    Example,
    Facts,
    FieldRule,
    Figure,
    Label,
    Pack,
    Statement,
)

Outcome = Literal["evacuated", "rescued"]


class FloodFigure(Figure):
    """A number of people and what became of them."""

    who: Literal["people"] | None = None
    outcome: Outcome | None = None


class FloodFacts(Facts):
    """What an article says about a flood."""

    figures: tuple[FloodFigure, ...] = ()
    date: DateClaim | None = None
    statements: tuple[Statement, ...] = ()


class FigureProposal(BaseModel):
    """A number of people as a model proposes it."""

    value: int
    quote: str
    outcome: Outcome | None = None


class PointProposal(BaseModel):
    """A sentence of the summary with words copied from the article."""

    text: str
    quote: str


class Proposal(BaseModel):
    """Everything at once."""

    headline: str = Field(max_length=160)
    gist: list[PointProposal] = Field(max_length=4)
    figures: list[FigureProposal] = Field(max_length=24)


PACK = Pack(
    name="flood",
    title="Flood",
    description="Rivers that leave their banks, and the people they move.",
    facts=FloodFacts,
    detect={r"\bflood(?:ed|s|ing)?\b": 0.6, r"\bbanks\b": 0.5, r"\bevacuated\b": 0.5},
    people={"people": ("resident", "villager", "angler", "people", "person")},
    labels={
        "who": Label(values={"people": "people"}, question="Are these people?"),
        "outcome": Label(
            values={"evacuated": "moved to safety", "rescued": "saved from danger"},
            question="What became of the people in double brackets?",
            cues=(
                Cue(value="evacuated", verbs=("evacuate",)),
                Cue(value="rescued", verbs=("rescue",)),
            ),
        ),
    },
    fields={
        "figures": FieldRule(
            title="People moved and saved",
            point=("outcome",),
            kept={"outcome": ("evacuated", "rescued")},
            exclusive=True,
            phrase={
                "counted": "{{ detail }} people were {{ labels.outcome or 'affected' }}",
                "clause": "{{ counts }}",
            },
        ),
        "date": FieldRule(title="Date", exclusive=True),
    },
    examples=(
        Example(
            text="Some 40 villagers were evacuated.",
            number="40",
            labels={"who": "people", "outcome": "evacuated"},
        ),
        Example(
            text="Boats rescued 6 anglers at dawn.",
            number="6",
            labels={"who": "people", "outcome": "rescued"},
        ),
    ),
    event_title="Flood{% if date %}, {{ date | date }}{% endif %}",
    extra={"whole": Proposal},
)
