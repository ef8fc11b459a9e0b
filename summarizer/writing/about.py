"""What findings are about: their field's kind and rule, their parties, the position that speaks."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from summarizer.documents import (
    Claim,
    DateClaim,
    FieldRule,
    Figure,
    Finding,
    LabelClaim,
    NamedClaim,
    Pack,
    Position,
    Statement,
)

__all__ = [
    "KIND_ORDER", "Kind", "fits", "kind_of", "labels_but", "main", "parties_of", "roles_of",
    "rule_of", "side_of", "sides_of", "size_of",
]  # fmt: skip

Kind = Literal["figure", "date", "name", "label", "statement", "other"]

_KINDS: tuple[tuple[type[Claim], Kind], ...] = (
    (Figure, "figure"),
    (DateClaim, "date"),
    (NamedClaim, "name"),
    (LabelClaim, "label"),
    (Statement, "statement"),
)
KIND_ORDER: dict[Kind, int] = {k: n for n, (_, k) in enumerate(_KINDS)} | {"other": len(_KINDS)}
_FULL_NAME = 2  # words: a single one may be anybody's
_NEAR = 90  # characters around a name in which it is introduced


def rule_of(pack: Pack, field: str) -> FieldRule:
    """Return the pack's rule for a field, or a bare one."""
    return pack.fields.get(field) or FieldRule(title=field.replace("_", " "))


def kind_of(pack: Pack, field: str) -> Kind:
    """Tell what kind of claim a field of the pack holds."""
    info = pack.facts.model_fields.get(field)
    for claim in _claim_types(info.annotation if info else None):
        for base, kind in _KINDS:
            if issubclass(claim, base):
                return kind
    return "other"


def _claim_types(annotation: Any) -> Iterator[type[Claim]]:
    if isinstance(annotation, type) and issubclass(annotation, Claim):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _claim_types(inner)


def main(finding: Finding, order: Sequence[str] = ()) -> Position:
    """Choose the position that speaks for a finding its sources do not dispute.

    An exact value that two origins hold may stand flat; otherwise the hedged one stands, so that
    the brief is never surer than its sources. Along an `order` of progress the furthest value
    stands that two origins have reached.
    """
    voices = {position.origins for position in finding.positions}
    alone = len(voices) == 1 and finding.status == "single-origin"

    def key(position: Position) -> tuple[bool, int, bool, str]:
        exact = position.bound in (None, "exact")
        firm = exact and (alone or len(position.origins) > 1)
        return (not firm, -len(position.origins), exact, str(position.value))

    if finding.difference == "update" and isinstance(finding.positions[0].value, int):
        return finding.positions[0]  # the merge puts the newest count first
    reached: set[str] = set()
    for value in reversed(order):
        for position in finding.positions:
            if position.value == value:
                reached |= set(position.origins)
                if len(reached) > 1 or finding.status != "agreed":
                    return position
    return min(finding.positions, key=key)


def parties_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """List the parties that labels name ("to:PARTY"), in order of their names."""
    named = {
        value.partition(":")[2].strip()
        for finding in findings
        for value in finding.labels.values()
        if value and ":" in value
    }
    return tuple(sorted(named - {""}))


def side_of(name: str, parties: Sequence[str]) -> str | None:
    """Tell which party a speaker's name points to ("the Harbourian Ministry" → "Harbouria")."""
    words = name.lower().replace("’", " ").replace("'", " ").split()
    for party in parties:
        stem = party.lower()[: max(4, len(party) - 2)]
        if any(word.startswith(stem) for word in words):
            return party
    return None


def sides_of(findings: Sequence[Finding], texts: Iterable[str]) -> dict[str, str]:
    """The party that each origin speaks for, as far as name, office or introduction tell.

    An introduction is what stands around a name where an article names it: "Ana Venn, an adviser to
    the Ardan government". Two parties in one introduction tell nothing.
    """
    parties, roles = parties_of(findings), roles_of(findings)
    held = tuple(texts)
    found = {}
    for name in sorted({o for f in findings for p in f.positions for o in p.origins}):
        side = side_of(f"{roles.get(name, '')} {name}", parties) or _introduced(name, parties, held)
        if side is not None:
            found[name] = side
    return found


def _introduced(name: str, parties: Sequence[str], texts: Sequence[str]) -> str | None:
    if len(name.split()) < _FULL_NAME:
        return None
    told = set()
    for text in texts:
        for at in re.finditer(rf"\b{re.escape(name)}\b", text):
            before = re.split(r"[.!?;:,”\"\n]", text[max(0, at.start() - _NEAR) : at.start()])[-1]
            after = text[at.end() : at.end() + _NEAR]
            office = re.match(r",\s([^,.;]*)", after)
            around = f"{before} {office[1] if office else ''}"
            told |= {p for p in parties if side_of(around, [p])}
    return told.pop() if len(told) == 1 else None


def roles_of(findings: Iterable[Finding]) -> dict[str, str]:
    """The office of each speaker who has one; of several the fullest."""
    found: dict[str, str] = {}
    for finding in findings:
        for position in finding.positions:
            for name, role in position.roles.items():
                found[name] = max(found.get(name, ""), role, key=lambda r: (len(r), r))
    return found


def size_of(finding: Finding) -> int:
    """Give the number that speaks for a finding; 0 where it is none."""
    value = main(finding).value
    return value if isinstance(value, int) else 0


def fits(finding: Finding, wanted: dict[str, tuple[str, ...]]) -> bool:
    """Whether every label that `wanted` names has one of its values; nothing wanted fits all."""
    return all(finding.labels.get(label) in values for label, values in wanted.items())


def labels_but(finding: Finding, *labels: str) -> tuple[tuple[str, str | None], ...]:
    """Leave out the named labels: what is left must match before two are told together."""
    return tuple(sorted((k, v) for k, v in finding.labels.items() if k not in labels))
