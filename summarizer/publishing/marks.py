"""Evidence in an article's text: cut at every boundary, so that overlapping pieces stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["KINDS", "Mark", "Segment", "Target", "cut"]

# The first kind wins where a piece of evidence bears several things.
KINDS = ("disputed", "agreed", "single-origin", "wording", "cited")


@dataclass(frozen=True)
class Target:
    """A place in the brief that rests on evidence: "§3" a finding, "W1" wording, "S2" sentence."""

    anchor: str
    label: str
    title: str


@dataclass(frozen=True)
class Mark:
    """One piece of evidence: characters `start` to `end` of an article, and what rests on it.

    `quote` is null only for a sentence's citation in a brief that carries no texts.
    """

    anchor: str
    article: str
    start: int
    end: int
    quote: str | None
    kind: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Segment:
    """A stretch of text under the same marks. `starts` begin and `ends` end at its edges."""

    text: str
    marks: tuple[Mark, ...] = ()
    starts: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()

    @property
    def kind(self) -> str:
        """The kind that decides how the stretch looks."""
        return min((mark.kind for mark in self.marks), key=KINDS.index, default="")

    @property
    def anchors(self) -> str:
        """The anchors of the marks on it, separated by spaces."""
        return " ".join(mark.anchor for mark in self.marks)

    @property
    def targets(self) -> tuple[Target, ...]:
        """What rests on the evidence that ends here, once each."""
        return tuple(dict.fromkeys(t for mark in self.ends for t in mark.targets))


def cut(text: str, marks: Sequence[Mark]) -> list[list[Segment]]:
    """Cut a text into paragraphs of segments.

    Nothing is lost: the segments' texts joined give `text` again, line breaks included. Marks that
    reach outside the text are kept to what of them is inside.
    """
    breaks = [match.end() for match in re.finditer(r"\n+", text)]
    inside = [m for m in marks if m.start < min(m.end, len(text))]
    edges = sorted(
        {
            0,
            len(text),
            *breaks,
            *(m.start for m in inside),
            *(min(m.end, len(text)) for m in inside),
        }
    )
    paragraphs: list[list[Segment]] = [[]]
    for start, end in pairwise(edges):
        here = tuple(m for m in inside if m.start <= start and end <= m.end)
        paragraphs[-1].append(
            Segment(
                text[start:end],
                here,
                tuple(m for m in here if m.start == start),
                tuple(m for m in here if min(m.end, len(text)) == end),
            )
        )
        if end in breaks:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]
