"""Draft: a figure while it is being labelled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.documents import Evidence
from summarizer.extraction.labels import Decision

if TYPE_CHECKING:
    from summarizer.extraction.mentions import Mention
    from summarizer.extraction.speakers import Attribution

__all__ = ["Draft"]


@dataclass
class Draft:
    """A figure being labelled: the mention, and for each label the decision so far.

    `doubts` are the labels on which cues and model disagree; `further` is the evidence for a number
    that the first evidence only points back at.
    """

    mention: Mention
    evidence: Evidence
    attribution: Attribution | None
    decisions: dict[str, Decision] = field(default_factory=dict)
    doubts: set[str] = field(default_factory=set)
    further: tuple[Evidence, ...] = ()

    @property
    def open(self) -> list[str]:
        """Labels that nothing decided yet."""
        return [name for name, decision in self.decisions.items() if decision.value is None]
