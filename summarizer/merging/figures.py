"""Figures: the numbers that articles give on one point, put beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.documents import Difference, FieldRule, Finding, Pack, Position
from summarizer.merging.amounts import Amount, compatible, confirms, spoken
from summarizer.merging.differences import Groups, amount_key, explained, grown
from summarizer.merging.judge import finding, settled
from summarizer.merging.mentions import Mention, position, unique
from summarizer.merging.points import VAGUE, Point
from summarizer.merging.scope import by_amount, others_of
from summarizer.merging.texts import listed

__all__ = ["figure_findings", "under_each"]


def figure_findings(name: str, points: Sequence[Point], pack: Pack) -> list[Finding]:
    """A finding for each point."""
    rule = pack.fields.get(name) or FieldRule(title=name)
    return [_finding(name, p, rule, pack, others_of(p, points, rule)) for p in points]


def _finding(name: str, point: Point, rule: FieldRule, pack: Pack, others: Groups) -> Finding:
    every = (*point.mentions, *point.borne_out)
    groups = by_amount(every)
    positions = [
        position(held, a.value, high=a.high, bound=a.bound, detail=spoken(a))
        for a, held in sorted(groups.items(), key=lambda item: amount_key(item[0]))
    ]
    amounts = sorted(groups, key=amount_key)
    words = point_text(point, rule, pack, amounts)
    labels = dict(point.labels)
    clash = [
        (a, b) for i, a in enumerate(amounts) for b in amounts[i + 1 :] if not compatible(a, b)
    ]
    status, reason = settled(_backed(positions, amounts))
    near = all(confirms(a, b) for i, a in enumerate(amounts) for b in amounts[i + 1 :])
    difference: Difference | None = "rounding" if len(amounts) > 1 and near else None
    if clash and point.definite:
        difference, why = explained(groups, positions, labels, rule, others)
        status, reason = ("disputed", why) if difference == "contradiction" else (status, why)
    elif point.definite and grown(groups, labels, rule):
        difference = "update"
        reason = _grew(positions, reason)
    elif difference:
        said = _first_upper(listed(map(spoken, amounts)))
        reason += f" {said} fit each other: not all are told exactly."
    elif len(amounts) > 1 and not clash:
        said = _first_upper(listed(map(spoken, amounts)))
        reason += f" {said} can all be true, but don't bear each other out."
    if not point.definite and not point.apart and None in labels.values():
        reason += (
            " The words leave open what exactly is counted, so it is set against nothing else."
        )
    if difference == "update":
        positions.sort(key=lambda p: _published(p, every), reverse=True)
    if point.scope:
        difference = "scope"
        reason += f" {point.scope}"
    if point.note:
        reason += f" {point.note}"
    return finding(
        name, words, positions, status=status, difference=difference, labels=labels, reason=reason
    )


def _grew(positions: Sequence[Position], reason: str) -> str:
    """Say that a count grew; who stands behind one of its values says little of the others."""
    told = "The count grew from report to report; the last is the latest."
    single = len({o for p in positions for o in p.origins}) > 1 and reason.startswith("Only ")
    return told if single else f"{reason} {told}"


def under_each(findings: Sequence[Finding], pack: Pack) -> list[Finding]:
    """Put "270 to A" and "270 to B" under "270 each", where all have one status."""
    every: dict[tuple[object, ...], Finding] = {}
    for f in findings:
        rule = pack.fields.get(f.field)
        if rule and rule.every and f.labels.get(rule.party_label) == rule.every:
            every.setdefault(_but_party(f, rule), f)
    found = []
    for f in findings:
        rule = pack.fields.get(f.field)
        party = f.labels.get(rule.party_label) if rule else None
        whole = every.get(_but_party(f, rule)) if rule and party and ":" in party else None
        found.append(f.model_copy(update={"under": whole.id}) if whole is not None else f)
    return found


def _but_party(found: Finding, rule: FieldRule) -> tuple[object, ...]:
    """What must be alike: all but the party, and who says so."""
    labels = sorted((k, v or "") for k, v in found.labels.items() if k != rule.party_label)
    return found.field, found.status, tuple(labels), frozenset(p.value for p in found.positions)


def _published(position: Position, mentions: Sequence[Mention]) -> str:
    """The last day on which a position was reported; an update's newest comes first."""
    return max(
        (m.published or "" for m in mentions if m.source.id in position.articles), default=""
    )


def _backed(positions: Sequence[Position], amounts: Sequence[Amount]) -> list[Position]:
    """The positions that bear each other out and have the most origins behind them."""
    best: list[Position] = []
    for amount in amounts:
        near = [p for p, a in zip(positions, amounts, strict=True) if confirms(amount, a)]
        if _voices(near) > _voices(best):
            best = near
    return best


def _voices(positions: Sequence[Position]) -> int:
    return len({o for p in positions for o in p.origins})


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def point_text(point: Point, rule: FieldRule, pack: Pack, amounts: Sequence[Amount]) -> str:
    """The point in an editor's words: the field's title, and what its labels mean."""
    numbers = f" ({listed(unique(map(spoken, amounts)))})"
    if point.definite and not point.aside:
        numbers = f" ({point.whose})" if point.whose else ""
    if "point" in rule.phrase:
        from summarizer.packs import phrase

        labels = dict(point.labels)
        party = _party(labels.get(rule.party_label) or "", rule, pack)
        return _first_upper(phrase(rule.phrase["point"], labels=labels, party=party)) + numbers
    parts = []
    for label, value in point.labels:
        if value is None or value in VAGUE:
            continue
        pattern = pack.labels[label].party if label in pack.labels else ""
        prefix = pattern.split("{")[0]
        if prefix and value.startswith(prefix) and value not in (rule.every, rule.total):
            parts.append(value.replace(":", " ", 1))
        else:
            meaning = pack.labels[label].values.get(value, value) if label in pack.labels else value
            parts.append(meaning.replace("_", " "))
    words = f"{rule.title}: {', '.join(parts)}" if parts else rule.title
    return words + numbers


def _party(value: str, rule: FieldRule, pack: Pack) -> str:
    """The party that a label's value names, or nothing."""
    label = pack.labels.get(rule.party_label)
    prefix = label.party.split("{")[0] if label is not None else ""
    return value.removeprefix(prefix) if prefix and value.startswith(prefix) else ""
