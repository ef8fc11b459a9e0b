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
        found.extend(_sorted(point, points, rule))
    return tuple(_united(found))


def _sorted(point: Point, points: Sequence[Point], rule: FieldRule) -> list[Point]:
    """A point's counts apart; of three the least goes first: the others may be rivals."""
    why = _scope(point, points, rule)
    if not why:
        return [point]
    parts = _parted(point, why)
    if len(parts) <= 2:  # noqa: PLR2004
        return _halved(parts, rule)
    least = min(parts, key=lambda p: min(amount_of(m).value for m in p.mentions))
    rest = replace(
        point,
        mentions=tuple(m for m in point.mentions if m not in least.mentions),
        borne_out=tuple(m for m in point.borne_out if m not in least.borne_out),
    )
    return [*_sorted(rest, points, rule), replace(least, aside=True)]


def _halved(parts: list[Point], rule: FieldRule) -> list[Point]:
    """What was called a total, and is half of another, is what each of two parties received."""
    if len(parts) != 2 or not rule.every or parts[0].label(rule.party_label) != rule.total:  # noqa: PLR2004
        return parts
    small, large = sorted(parts, key=lambda p: min(amount_of(m).value for m in p.mentions))
    one, two = small.agreed_amount(), large.agreed_amount()
    if one is None or two is None or two.value != 2 * one.value:
        return parts
    labels = tuple((n, rule.every if n == rule.party_label else v) for n, v in small.labels)
    return [replace(large, aside=False), replace(small, labels=labels, aside=False, borne_out=())]


def _united(points: Sequence[Point]) -> list[Point]:
    """Points that have come to be about one thing, as one point where their numbers agree."""
    found: list[Point] = []
    for point in points:
        same = [p for p in found if p.labels == point.labels and p.definite and point.definite]
        fits = [p for p in same if (point.scope or p.scope) and _agree(p, point)]
        if fits and not point.aside and not fits[0].aside:
            mentions = sorted((*fits[0].mentions, *point.mentions), key=lambda m: m.place)
            lent = (*fits[0].borne_out, *point.borne_out)
            both = replace(fits[0], mentions=tuple(mentions), borne_out=lent)
            found[found.index(fits[0])] = replace(both, scope=point.scope or fits[0].scope)
        else:
            found.append(point)
    return found


def _agree(a: Point, b: Point) -> bool:
    return all(compatible(amount_of(m), amount_of(n)) for m in a.mentions for n in b.mentions)


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
