"""Differences: why numbers on one point are not the same, and whether that is a dispute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from summarizer.documents import Difference, FieldRule, Position
from summarizer.merging.amounts import Amount, compatible, spoken
from summarizer.merging.mentions import Mention
from summarizer.merging.texts import listed

__all__ = ["Groups", "amount_key", "explained", "grown"]

Groups = Mapping[Amount, Sequence[Mention]]
PART = 10  # times: a number that much smaller is no rival count
LEAST_PART = 3  # people: a smaller number makes too many sums come out


def explained(
    groups: Groups,
    positions: Sequence[Position],
    labels: Mapping[str, str | None],
    rule: FieldRule,
    others: Groups,
) -> tuple[Difference, str]:
    """Say why numbers that cannot all be right differ: a later count, another scope, or a dispute.

    `others` are the field's other numbers, by which one scope may be told from another.
    """
    said = "; ".join(f"{listed(p.origins)}: {p.detail}" for p in positions)
    voices = {m.origin for held in groups.values() for m in held}
    ordered = sorted(groups, key=amount_key)
    rising = _in_turn([{m.published for m in groups[a]} for a in ordered])
    if len(voices) == 1 and (
        rising or _in_turn([{m.published for m in groups[a]} for a in ordered[::-1]])
    ):
        return "update", f"{next(iter(voices))} gave the later number later."
    if len(voices) == 1 and any(2 * a.value < b.value for a, b in pairwise(ordered)):
        return "scope", f"{next(iter(voices))} gives both, so they count different groups ({said})."
    if grown(groups, labels, rule):
        return "update", "The count grew from report to report; the last is the latest."
    if _changed(ordered, groups, labels, rule):
        return "update", "The number changed from report to report."
    estimated = any(labels.get(name) in values for name, values in rule.estimates.items())
    scope = "" if estimated else _scope(ordered, groups, labels, rule, others)
    if scope:
        return "scope", f"{scope} ({said})."
    where = ""
    if len({m.source.id for held in groups.values() for m in held}) == 1:
        where = " All stand in the same article."
    reason = f"The numbers cannot all be right, and none is a rounding of another.{where}"
    return "contradiction", reason


def amount_key(amount: Amount) -> tuple[int, int, str]:
    """Order amounts by size."""
    return (amount.value, amount.high or 0, amount.bound)


def _in_turn(days: Sequence[set[str | None]]) -> bool:
    """Whether each number was published on days of its own, one after the other."""
    if any(None in d for d in days):
        return False
    spans = [(min(filter(None, d)), max(filter(None, d))) for d in days]
    return all(a[1] < b[0] for a, b in pairwise(spans))


def _runs(ordered: Sequence[Amount], groups: Groups) -> list[set[str | None]]:
    """The days of numbers that leave room for each other taken together, in order of size."""
    runs: list[tuple[list[Amount], set[str | None]]] = []
    for amount in ordered:
        days = {m.published for m in groups[amount]}
        if runs and all(compatible(amount, a) for a in runs[-1][0]):
            runs[-1][0].append(amount)
            runs[-1][1].update(days)
        else:
            runs.append(([amount], days))
    return [days for _, days in runs]


def grown(groups: Groups, labels: Mapping[str, str | None], rule: FieldRule) -> bool:
    """Whether a count that may grow was larger in each later report."""
    ordered = sorted(groups, key=amount_key)
    return (
        len({a.value for a in ordered}) == len(ordered) > 1
        and any(labels.get(name) in values for name, values in rule.grows.items())
        and _in_turn([{m.published for m in groups[a]} for a in ordered])
    )


def _changed(
    ordered: Sequence[Amount], groups: Groups, labels: Mapping[str, str | None], rule: FieldRule
) -> bool:
    """Whether a count that may go either way was given anew in each later report."""
    days = _runs(ordered, groups)
    may = len(days) > 1 and any(labels.get(name) in values for name, values in rule.changes.items())
    return may and (_in_turn(days) or _in_turn(days[::-1]))


def _beside(mentions: Sequence[Mention], groups: Groups) -> bool:
    """Whether an article gives one of these numbers beside one of the groups'."""
    stated = {m.source.id for m in mentions}
    return any(m.source.id in stated for held in groups.values() for m in held)


def _some_of(ordered: Sequence[Amount], groups: Groups) -> str:
    """Say that the smallest number can only be, or may well be, a part of the largest."""
    small, large = ordered[0], ordered[-1]
    if PART * small.value < large.value:
        return f"{spoken(small)} can only be some of {spoken(large)}"
    own = [m.origin == m.reporter for held in groups.values() for m in held]
    one = len({m.source.id for held in groups.values() for m in held}) == 1
    if one and any(own) and not all(own) and 2 * small.value < large.value:
        # an outlet that disputed the number it cites would say so
        return f"The same article gives both, so {spoken(small)} may be some of {spoken(large)}"
    return ""


def _scope(
    ordered: Sequence[Amount],
    groups: Groups,
    labels: Mapping[str, str | None],
    rule: FieldRule,
    others: Groups,
) -> str:
    """Say what the larger number counts that the smaller leaves out, where an article says it."""
    some = _some_of(ordered, groups)
    if some:
        return some
    exact = [a for a in ordered if a.exact]
    if len(exact) != len(ordered) or len(ordered) != 2:  # noqa: PLR2004
        return ""
    small, large = ordered
    sides = rule.party_label and labels.get(rule.party_label) in (rule.total, rule.every)
    if sides and large.value == 2 * small.value:
        return f"{spoken(large)} is twice {spoken(small)}: one counts both sides, the other each"
    tellers = {m.source.id for m in groups[large]}
    rest, both = large.value - small.value, large.value + small.value
    if not sides and any(
        o.value == both and o.exact and _beside(others[o], groups) for o in others
    ):
        return f"{spoken(small)} and {spoken(large)} together make {both:,}, which is also stated"
    for other in sorted(others, key=amount_key):
        if other.value != rest or not other.exact or rest < LEAST_PART:
            continue
        if any(m.source.id in tellers for m in others[other]):
            return (
                f"{spoken(large)} is {spoken(small)} and {spoken(other)}:"
                " one counts what the other leaves out"
            )
    return ""
