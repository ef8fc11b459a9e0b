"""Reconciliations: sums between figures that hold. Nothing is added up that no source counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from summarizer.documents import FieldRule, Finding, Reconciliation
from summarizer.merging.amounts import Amount, compatible, spoken
from summarizer.merging.points import VAGUE, Point

__all__ = ["reconciliations"]

MOST_PARTS = 4
Pair = tuple[Point, Finding]


def reconciliations(pairs: Sequence[Pair], rule: FieldRule) -> tuple[Reconciliation, ...]:
    """Find the wholes that are sums of parts, and the totals of what each party received."""
    usable = [
        (p, f)
        for p, f in pairs
        if f.status != "disputed" and (p.definite or _reliable(p)) and p.agreed_amount() is not None
    ]
    found = [*_wholes(usable, rule), *_totals(usable, rule)]
    unique = {r.text: r for r in sorted(found, key=lambda r: (len(r.findings), r.findings))}
    return tuple(unique[text] for text in sorted(unique))


def _reliable(point: Point) -> bool:
    return not point.apart


def _amount(point: Point) -> Amount:
    amount = point.agreed_amount()
    assert amount is not None  # noqa: S101 — only such points come here
    return amount


def _wholes(pairs: Sequence[Pair], rule: FieldRule) -> Iterator[Reconciliation]:
    for label, wholes in sorted(rule.parts.items()):
        for whole, parts in sorted(wholes.items()):
            for point, found in pairs:
                if point.label(label) != whole:
                    continue
                chosen = _parts(pairs, point, label, parts, rule)
                if chosen is not None:
                    numbers = sorted((_amount(p) for p, _ in chosen), reverse=True)
                    text = _equation(
                        " + ".join(f"{n.value:,}" for n in numbers), numbers, _amount(point)
                    )
                    ids = (found.id, *(f.id for _, f in chosen))
                    yield Reconciliation(text=text, findings=tuple(dict.fromkeys(ids)))


def _parts(
    pairs: Sequence[Pair], whole: Point, label: str, parts: Sequence[str], rule: FieldRule
) -> list[Pair] | None:
    """The fewest declared parts that sum to the whole, for the same party or for each of them."""
    available: dict[str, Pair] = {}
    for point, found in pairs:
        value = point.label(label)
        if (
            value is not None
            and value in parts
            and _amount(point).exact
            and _same_but(point, whole, label, rule)
        ):
            nearer = value in available and _party(available[value][0], rule) == _party(whole, rule)
            if not nearer:
                available[value] = (point, found)
    options = [available[v] for v in parts if v in available]
    for size in range(2, MOST_PARTS + 1):
        for chosen in combinations(options, size):
            total = Amount(sum(_amount(p).value for p, _ in chosen), None, "exact")
            if compatible(total, _amount(whole)) and _amount(whole).bound != "at_least":
                return list(chosen)
    return None


def _party(point: Point, rule: FieldRule) -> str | None:
    return point.label(rule.party_label) if rule.party_label else None


def _same_but(part: Point, whole: Point, label: str, rule: FieldRule) -> bool:
    for name, value in whole.labels:
        mine = part.label(name)
        if name == label or (mine is not None and mine == value):
            continue
        if name == rule.party_label and mine == rule.every and value != rule.total:
            continue
        return False
    return True


def _totals(pairs: Sequence[Pair], rule: FieldRule) -> Iterator[Reconciliation]:
    """Each party's number times the parties, against the total that a source states."""
    if not rule.party_label or not rule.total or not rule.every:
        return
    named = {p.label(rule.party_label) for p, _ in pairs} - {rule.every, rule.total, None}
    parties = max(2, len({n for n in named if n and ":" in n}))
    for total, found in pairs:
        if _party(total, rule) != rule.total:
            continue
        for single, other in pairs:
            if _party(single, rule) != rule.every or not _amount(single).exact:
                continue
            rest = [
                n
                for n, v in total.labels
                if n != rule.party_label
                and v is not None
                and v not in VAGUE
                and v != single.label(n)
            ]
            value = parties * _amount(single).value
            sum_ = Amount(value, None, "exact")
            open_ = any(v is None for _, v in single.labels)
            if (
                rest
                or open_
                or not compatible(sum_, _amount(total))
                or _amount(total).bound == "at_least"
            ):
                continue
            text = _equation(f"{parties} × {_amount(single).value:,}", [sum_], _amount(total))
            yield Reconciliation(text=text, findings=(found.id, other.id))


def _equation(left: str, numbers: Sequence[Amount], stated: Amount) -> str:
    """Write "270 + 120 = 390", or "2 × 390 = 780, reported as “almost 800”"."""
    value = sum(n.value for n in numbers)
    if stated.exact and stated.value == value:
        return f"{left} = {value:,}"
    return f"{left} = {value:,}, reported as “{spoken(stated)}”"
