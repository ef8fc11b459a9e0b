"""Kinds: one origin counts soldiers, another people. Whether they give rival numbers of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.documents import FieldRule
from summarizer.merging.amounts import Amount
from summarizer.merging.points import Point, amount_of

__all__ = ["across_kinds"]

_NEAR = 1.25  # times: what is further apart counts other people
_SMALLER = 1.5  # a whole that is smaller than its part has no other part to explain it


def across_kinds(points: Sequence[Point], rule: FieldRule) -> tuple[Point, ...]:
    """Set a whole against a part of it where both must count the same people.

    Numbers that are close are of one group under two names, "43 prisoners" and "40 fighters", unless
    somebody names the part that makes up the difference. The same number of soldiers bears out that of
    people.
    """
    left = list(points)
    for label, wholes in sorted(rule.parts.items()):
        for whole, parts in sorted(wholes.items()):
            for point in [p for p in left if p.definite and p.label(label) == whole]:
                kin = [
                    p
                    for p in left
                    if p.definite
                    and p.label(label) in parts
                    and _but(p, label) == _but(point, label)
                ]
                same = [m for p in kin if _alike(point, p) for m in p.mentions]
                if same:
                    new = [m for m in same if m not in point.borne_out]
                    left[left.index(point)] = replace(point, borne_out=(*point.borne_out, *new))
                    continue
                rivals = [p for p in kin if _rival(point, p, kin)]
                if len(rivals) == 1:
                    left.remove(rivals[0])
                    left[left.index(point)] = _both(point, rivals[0])
    return tuple(left)


def _but(point: Point, label: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(pair for pair in point.labels if pair[0] != label)


def _alike(whole: Point, part: Point) -> bool:
    """Whether one origin's soldiers are another's people: the same number, so the same group."""
    large, small = _exact(whole), _exact(part)
    return large is not None and small is not None and large.value == small.value


def _rival(whole: Point, part: Point, kin: Sequence[Point]) -> bool:
    large, small = _exact(whole), _exact(part)
    if large is None or small is None or large.value == small.value:
        return False
    if {m.origin for m in whole.mentions} & {m.origin for m in part.mentions}:
        return False  # who gives both knows that they are not the same people
    lower, upper = sorted((large.value, small.value))
    rest = {amount.value for k in kin if k is not part and (amount := _exact(k)) is not None}
    near = _NEAR if large.value > small.value else _SMALLER
    return upper <= near * lower and not rest & {large.value - small.value}


def _exact(point: Point) -> Amount | None:
    amounts = {amount_of(m) for m in point.mentions}
    return next(iter(amounts)) if len(amounts) == 1 and next(iter(amounts)).exact else None


def _both(whole: Point, part: Point) -> Point:
    mentions = sorted((*whole.mentions, *part.mentions), key=lambda m: m.place)
    return replace(whole, mentions=tuple(mentions))
