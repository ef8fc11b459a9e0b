"""Scores: rows, what became of each annotated claim, and what each stage cost."""

from __future__ import annotations

from typing import Literal

from summarizer.documents import Document, StageUse

__all__ = ["Outcome", "Row", "Scores", "f1", "share"]

Verdict = Literal["right", "wrong", "missed", "extra"]


def share(hits: int, of: int) -> float | None:
    """`hits` out of `of`, between 0 and 1; null where there was nothing to hit."""
    return hits / of if of else None


def f1(precision: float | None, recall: float | None) -> float | None:
    """Take the harmonic mean of precision and recall; null where neither is known."""
    if precision is None and recall is None:
        return None
    p, r = precision or 0.0, recall or 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


class Row(Document):
    """One score. `value` is what it is judged by: F1, a share, or a count where `count` is set.

    `value` is null where nothing was annotated or nothing could be measured. `holds` says whether
    a score that the contract fixes (`must`) is kept.
    """

    score: str
    value: float | None
    precision: float | None = None
    recall: float | None = None
    hits: int = 0
    annotated: int | None = None
    proposed: int | None = None
    count: bool = False
    must: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether a fixed score is kept; null for the rest."""
        return None if self.must is None or self.value is None else self.value == self.must


class Outcome(Document):
    """What became of one annotated or proposed claim.

    `wrong` names the labels that differ; `reason` is why the gate refused it, where it did.
    """

    article: str
    field: str
    verdict: Verdict
    annotated: str | None = None
    proposed: str | None = None
    wrong: tuple[str, ...] = ()
    quote: str = ""
    reason: str | None = None


class Scores(Document):
    """Every score, in all and by article, with the claims behind them."""

    rows: tuple[Row, ...]
    articles: dict[str, tuple[Row, ...]]
    outcomes: tuple[Outcome, ...]
    stages: tuple[StageUse, ...] = ()
    notes: tuple[str, ...] = ()

    def row(self, score: str) -> Row | None:
        """Find the row of that name over all articles."""
        return next((r for r in self.rows if r.score == score), None)

    @property
    def misses(self) -> tuple[Outcome, ...]:
        """Every outcome that is not right."""
        return tuple(o for o in self.outcomes if o.verdict != "right")
