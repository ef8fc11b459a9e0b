"""Scope: numbers that differ because they count different people are no rival counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from summarizer.documents import FieldRule
from summarizer.merging.amounts import Amount, compatible, spoken
from summarizer.merging.differences import Groups, amount_key, explained
from summarizer.merging.mentions import Mention, position
from summarizer.merging.points import Point, amount_of, is_kept

__all__ = ["by_amount", "by_scope", "others_of"]


def by_amount(mentions: Sequence[Mention]) -> dict[Amount, list[Mention]]:
    """Mentions under the number that they give."""
    groups: dict[Amount, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(amount_of(mention), []).append(mention)
    return groups


def others_of(point: Point, points: Sequence[Point], rule: FieldRule) -> Groups:
    """The field's other numbers by which one scope is told from another: of the same occasion."""
    mine = {n: point.label(n) for n in rule.kept}
    return by_amount(
        [
            m
            for other in points
            if other is not point
            and (is_kept(other.labels, rule) or mine == {n: other.label(n) for n in rule.kept})
            for m in other.mentions
        ]
    )


def by_scope(points: Sequence[Point], rule: FieldRule) -> tuple[Point, ...]:
    """Part each point whose numbers count different people into one point for each count.

    The count with the most origins keeps the point's name; of several, the largest number.
    """
    found: list[Point] = []
    for point in points:
        why = _scope(point, points, rule)
        found.extend(_parted(point, why) if why else [point])
    return tuple(found)


def _scope(point: Point, points: Sequence[Point], rule: FieldRule) -> str:
    groups = by_amount((*point.mentions, *point.borne_out))
    if not point.definite or all(compatible(a, b) for a, b in combinations(groups, 2)):
        return ""
    positions = [
        position(held, a.value, detail=spoken(a))
        for a, held in sorted(groups.items(), key=lambda item: amount_key(item[0]))
    ]
    others = others_of(point, points, rule)
    difference, why = explained(groups, positions, dict(point.labels), rule, others)
    return why if difference == "scope" else ""


def _parted(point: Point, why: str) -> list[Point]:
    amounts = sorted(by_amount((*point.mentions, *point.borne_out)), key=amount_key, reverse=True)
    clusters: list[list[Amount]] = []
    for amount in amounts:
        fits = [c for c in clusters if all(compatible(amount, a) for a in c)]
        fits[0].append(amount) if fits else clusters.append([amount])
    parts = []
    for cluster in clusters:
        own = tuple(m for m in point.mentions if amount_of(m) in cluster)
        lent = tuple(m for m in point.borne_out if amount_of(m) in cluster)
        if own:
            parts.append(replace(point, mentions=own, borne_out=lent, scope=why))
    parts.sort(key=lambda p: -len({m.origin for m in (*p.mentions, *p.borne_out)}))
    return [replace(p, aside=n > 0) for n, p in enumerate(parts)]
