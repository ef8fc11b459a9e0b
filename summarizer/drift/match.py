"""Which thing of one run is which of the other: the best pairs first, each thing once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

__all__ = ["Span", "overlap", "pair", "spans"]

T = TypeVar("T")
Span = tuple[str, int, int]  # article, start, end


def pair(
    before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[T | None, T | None]]:
    """Pair what is alike; what has no counterpart stands alone. Likeness 0 is no pair.

    Comes in the order of `before`, then what only `after` has. Ties go to what stands first.
    """
    scored = [
        (-score, i, j)
        for i, a in enumerate(before)
        for j, b in enumerate(after)
        if (score := likeness(a, b)) > 0
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    made: list[tuple[T | None, T | None]] = [
        (a, after[partner[i]] if i in partner else None) for i, a in enumerate(before)
    ]
    return made + [(None, b) for j, b in enumerate(after) if j not in taken]


def spans(
    evidence: Sequence[Mapping[str, Any]], article: str = "", names: Mapping[str, str] | None = None
) -> tuple[Span, ...]:
    """Where evidence stands; `names` maps ids of articles that both runs have under other ids."""
    known = names or {}
    return tuple(
        sorted(
            (known.get(str(e.get("article", article)), str(e.get("article", article))), s, t)
            for e in evidence
            if isinstance(s := e.get("start"), int) and isinstance(t := e.get("end"), int)
        )
    )


def overlap(before: Sequence[Span], after: Sequence[Span]) -> float:
    """The best share of characters that a span of one has in common with one of the other."""
    shares = [
        max(0, min(a[2], b[2]) - max(a[1], b[1])) / max(1, max(a[2], b[2]) - min(a[1], b[1]))
        for a in before
        for b in after
        if a[0] == b[0]
    ]
    return max(shares, default=0.0)
