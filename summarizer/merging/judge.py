"""Judging: how many independent origins stand behind something, and saying so in plain words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from summarizer.documents import Difference, FieldRule, Finding, Pack, Position, Status
from summarizer.documents.kin import house_of
from summarizer.merging.mentions import Mention, unique
from summarizer.merging.texts import listed

__all__ = [
    "CONFIRMING", "finding", "first_hand", "origins_of", "settled", "title_of", "without_echoes",
    "without_kin",
]  # fmt: skip

CONFIRMING = 2  # independent origins that make a finding agreed


def origins_of(positions: Sequence[Position]) -> tuple[str, ...]:
    """Everyone who holds one of the positions."""
    return unique(o for p in positions for o in p.origins)


def title_of(pack: Pack, field: str) -> str:
    """A field in an editor's words."""
    rule = pack.fields.get(field)
    return rule.title if rule is not None else field.replace("_", " ")


def settled(positions: Sequence[Position]) -> tuple[Status, str]:
    """The status of positions that do not contradict each other, and why."""
    origins = origins_of(positions)
    count = len({a for p in positions for a in p.articles})
    if len(origins) >= CONFIRMING:
        return "agreed", f"{_number(len(origins))} independent origins: {listed(origins)}."
    if count > 1:
        return "single-origin", f"{_number(count)} articles, one origin: {origins[0]}."
    return "single-origin", f"Only {origins[0]} says so, in one article."


def without_kin(findings: Sequence[Finding]) -> list[Finding]:
    """Take back what only one body bears out: a government and its own ministry are one origin."""
    roles: dict[str, str] = {}
    for p in (p for f in findings for p in f.positions):
        for name, role in p.roles.items():
            roles[name] = max(roles.get(name, ""), role, key=lambda r: (len(r), r))
    return [_one_house(f, roles) for f in findings]


def _one_house(found: Finding, roles: Mapping[str, str]) -> Finding:
    origins = origins_of(found.positions)
    if found.status != "agreed" or len({house_of(o, roles) for o in origins}) >= CONFIRMING:
        return found
    return _taken_back(found, f"One origin: {listed(origins)} speak for the same side.")


def _taken_back(found: Finding, why: str) -> Finding:
    _, reason = settled(found.positions)
    told = found.reason.replace(reason, why)
    return found.model_copy(update={"status": "single-origin", "reason": told})


def first_hand(mentions: Iterable[Mention]) -> set[str]:
    """Who stands behind mentions: in each article the speakers cited there, else the outlet."""
    held: dict[str, set[tuple[str, bool]]] = {}
    for m in mentions:
        held.setdefault(m.source.id, set()).add((m.origin, m.origin == m.reporter))
    return set().union(*map(_cited, held.values()))


def _cited(said: set[tuple[str, bool]]) -> set[str]:
    return {name for name, own in said if not own} or {name for name, _ in said}


def without_echoes(findings: Sequence[Finding], mentions: Sequence[Mention]) -> list[Finding]:
    """Take back what an outlet only says after a speaker whom it cites for it in the same article.

    "270 came home. The ministry said that they were 270" is the ministry's word alone.
    """
    voices: dict[tuple[str, str, int, int], set[tuple[str, bool]]] = {}
    for m in mentions:
        for e in m.evidence():
            place = (m.field, m.source.id, e.start, e.end)
            voices.setdefault(place, set()).add((m.origin, m.origin == m.reporter))
    return [_first_hand(f, voices) for f in findings]


def _first_hand(
    found: Finding, voices: Mapping[tuple[str, str, int, int], set[tuple[str, bool]]]
) -> Finding:
    if found.status != "agreed":
        return found
    every = set(origins_of(found.positions))
    held: dict[str, set[tuple[str, bool]]] = {}
    for e in (e for p in found.positions for e in p.evidence):
        said = voices.get((found.field, e.article, e.start, e.end), set())
        held.setdefault(e.article, set()).update(v for v in said if v[0] in every)
    first: set[str] = set().union(*map(_cited, held.values()))
    if len(first) >= CONFIRMING or not first:
        return found
    source = next(iter(first))
    positions = [
        p.model_copy(update={"origins": tuple(o for o in p.origins if o in first)})
        for p in found.positions
    ]
    if not all(p.origins for p in positions):
        return found  # the outlet's number is another than the one that it cites
    others = [o for o in origins_of(found.positions) if o != source]
    cite = "cites" if len(others) == 1 else "cite"
    taken = _taken_back(found, f"One origin: {listed(others)} {cite} {source} for it.")
    return taken.model_copy(update={"positions": tuple(positions)})


def _number(count: int) -> str:
    names = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
    return names[count] if count < len(names) else str(count)


def finding(
    field: str,
    point: str,
    positions: Sequence[Position],
    *,
    status: Status,
    reason: str,
    difference: Difference | None = None,
    labels: Mapping[str, str | None] | None = None,
    about: str = "",
) -> Finding:
    """A finding whose id depends on what it is about, not on its place or its sources.

    `about` tells apart what has one heading: two things that the same speaker said.
    """
    key = json.dumps(
        [field, about or point, dict(labels or {})], sort_keys=True, ensure_ascii=False
    )
    return Finding(
        id="f-" + hashlib.sha256(key.encode()).hexdigest()[:8],
        field=field,
        point=point,
        status=status,
        difference=difference,
        positions=tuple(positions),
        labels=dict(labels or {}),
        reason=reason,
    )


def rule_of(pack: Pack, field: str) -> FieldRule:
    """The pack's rule for a field, or one that declares nothing."""
    return pack.fields.get(field) or FieldRule(title=field.replace("_", " "))
