"""What a comparison of two runs holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from pydantic import Field

from summarizer.documents import Document
from summarizer.evaluation.compare import ScoreChange

__all__ = ["KINDS", "Difference", "Drift", "DriftRow", "Kind", "Level", "Taken"]

Kind = Literal["lost", "gained", "changed", "reattributed", "flipped", "reworded"]
Level = Literal["event", "finding", "claim", "sentence"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Difference(Document):
    """One thing that is told otherwise: a label, the speaker, the words pointed at."""

    what: str
    before: str
    after: str


class DriftRow(Document):
    """One event, finding, claim or sentence that isn't the same in both runs.

    `where` is the article's file or the event's title. `before` and `after` are the value or the
    sentence, null where a run has none; the quotes are the words that bear it out.
    Kinds: "lost" and "gained"; "changed" where something but the speaker differs, "reattributed"
    where who says it differs, perhaps besides; "flipped" where a finding's status or the nature of
    its dispute differs; "reworded" for sentences.
    """

    level: Level
    kinds: tuple[Kind, ...] = Field(min_length=1)
    where: str
    field: str = ""
    point: str = ""
    before: str | None = None
    after: str | None = None
    differences: tuple[Difference, ...] = ()
    quote_before: str = ""
    quote_after: str = ""


class Taken(Document):
    """One run: its name, what it was made with, how much it holds, what it took.

    `cost_usd` is null where no price is known.
    """

    name: str
    made_with: dict[str, str]
    articles: int = 0
    events: int = 0
    findings: int = 0
    claims: int = 0
    refused: int = 0
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0


class Drift(Document):
    """Two runs side by side. `same` counts, by level, what both say alike."""

    before: Taken
    after: Taken
    same: dict[Level, int]
    rows: tuple[DriftRow, ...]
    scores: tuple[ScoreChange, ...] = ()
    notes: tuple[str, ...] = ()

    def count(self, kind: Kind, level: Level | None = None) -> int:
        """How many rows are of a kind, at one level or at any."""
        return sum(kind in row.kinds for row in self.rows if level in {None, row.level})

    def found(self, kinds: Iterable[Kind]) -> dict[Kind, int]:
        """Those of `kinds` that there are any of, with how many."""
        return {kind: n for kind in kinds if (n := self.count(kind))}
