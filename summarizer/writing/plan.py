"""Which findings become sentences, in which order, and which are told together."""

from __future__ import annotations

import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
from summarizer.documents.lexicon import loaded_in

__all__ = [
    "Kind", "Planned", "Role", "counted_alike", "kind_of", "main", "parties_of", "plan", "roles_of",
    "rule_of", "side_of", "told_first",
]  # fmt: skip

Kind = Literal["figure", "date", "name", "label", "statement", "other"]
Role = Literal["agreed", "disputed", "claim", "same", "statement", "background"]

_KINDS: tuple[tuple[type[Claim], Kind], ...] = (
    (Figure, "figure"),
    (DateClaim, "date"),
    (NamedClaim, "name"),
    (LabelClaim, "label"),
    (Statement, "statement"),
)
_ORDER: dict[Kind, int] = {k: n for n, (_, k) in enumerate(_KINDS)} | {"other": len(_KINDS)}

# What an editor takes: disputes and agreed findings always, the rest while there is room.
_ROOM = 12
_NOUN = 3  # words of a source that can stand for a noun
_STATEMENTS = 4
_CLAIMS = 3
_BACKGROUND = 2
_FAR = 100_000  # characters: more than an article has


@dataclass(frozen=True)
class Planned:
    """One sentence to be: the findings it states, and those it bears out without stating them."""

    role: Role
    findings: tuple[Finding, ...]
    folded: tuple[Finding, ...] = ()


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


def plan(
    findings: Sequence[Finding], pack: Pack, fair: Callable[[Planned], bool] = lambda _: True
) -> list[Planned]:
    """Plan the sentences: what is agreed, disputes and claims, then statements and background.

    `fair` tells whether a planned sentence can be told at all; what cannot takes nobody's room.
    """
    told = sorted(findings, key=lambda f: _sort_key(f, pack))
    figures = [f for f in told if kind_of(pack, f.field) == "figure"]
    folds, same = _folds(figures, pack)
    folded = {f.id for fs in folds.values() for f in fs} | {f.id for f in same}
    named = {f.field for f in told if not _describes(f, pack) and kind_of(pack, f.field) == "name"}
    rows: dict[str, list[Finding]] = {}
    settled = {f.field for f in told if f.status == "agreed"}
    for finding in told:
        if _left_out(finding, pack, settled):
            continue
        if _describes(finding, pack) and finding.field in named:
            continue  # "a Gulf state", where another source names one
        if finding.id not in folded:
            rows.setdefault(_section(finding, pack), []).append(finding)

    def can(planned: list[Planned]) -> list[Planned]:
        return [p for p in planned if fair(p)]

    agreed = _summed(can(_joined("agreed", rows.get("agreed", []), pack, folds)), pack)
    disputed = can([Planned("disputed", (f,)) for f in rows.get("disputed", [])])
    claims = can(_joined("claim", rows.get("claim", []), pack, folds) + _same(same))
    background = can(_joined("background", rows.get("background", []), pack, folds))
    before = [
        f for p in (*agreed, *disputed, *claims, *background) for f in (*p.findings, *p.folded)
    ]
    spoken = can([Planned("statement", (f,)) for f in rows.get("statement", [])])
    new = [p.findings[0] for p in spoken if not _repeats(p.findings[0], before)]
    statements = [Planned("statement", (f,)) for f in _fair(new, findings)]
    optional = [
        *claims[:_CLAIMS],
        *background[:1],
        *statements[:_STATEMENTS],
        *background[1:_BACKGROUND],
        *claims[_CLAIMS:],
    ]
    taken = optional[: max(0, _ROOM - len(agreed) - len(disputed))]
    whole = [*agreed, *disputed, *claims, *statements, *background]
    return [p for p in whole if p in agreed or p in disputed or p in taken]


def _summed(rows: list[Planned], pack: Pack) -> list[Planned]:
    """Fold a whole into the row that tells its parts for every party: it only says their sum."""
    left = list(rows)
    for row in rows:
        whole = row.findings[0]
        rule = rule_of(pack, whole.field)
        parts = rule.parts.get(pack.people_label, {}).get(
            whole.labels.get(pack.people_label) or "", ()
        )
        for at, other in enumerate(left):
            if len(row.findings) > 1 or other is row or not parts:
                continue
            near = all(
                f.field == whole.field
                and f.labels.get(rule.party_label) == rule.every
                and f.labels.get(pack.people_label) in parts
                and _apart(f, pack.people_label, rule.party_label)
                == _apart(whole, pack.people_label, rule.party_label)
                for f in other.findings
            )
            if near and sum(_size(f) for f in other.findings) == _size(whole):
                left[at] = replace(other, folded=(*other.folded, whole, *row.folded))
                left.remove(row)
                break
    return left


def _left_out(finding: Finding, pack: Pack, settled: Collection[str]) -> bool:
    """Whether what one origin says stands among the findings alone, as the pack has it."""
    told = rule_of(pack, finding.field).told
    if finding.status != "single-origin" or told == "always":
        return False
    return told == "never" or finding.field in settled


def _describes(finding: Finding, pack: Pack) -> bool:
    """Whether a name is only a description: "a Gulf state"."""
    first = finding.positions[0]
    return kind_of(pack, finding.field) == "name" and first.detail.startswith(("a ", "an "))


def _repeats(said: Finding, told: Sequence[Finding]) -> bool:
    """Whether a statement in indirect speech only says again what a sentence before it tells."""
    if said.status == "disputed" or said.positions[0].detail.startswith("“"):
        return False
    places = {
        (e.article, e.start)
        for f in told
        for p in f.positions
        if set(p.origins) & set(said.positions[0].origins)
        for e in p.evidence
    }
    return any((e.article, e.start) in places for e in said.positions[0].evidence)


def _sort_key(finding: Finding, pack: Pack) -> tuple[int, int, bool, int, bool, int, str]:
    rule = rule_of(pack, finding.field)
    kind = kind_of(pack, finding.field)
    # What holds for every party comes before what one of them got: no side leads.
    one_sided = bool(rule.every) and finding.labels.get(rule.party_label) != rule.every
    beside = not _fits(finding, rule.kept)
    size = -_size(finding) if kind != "statement" else _telling(finding)
    return (
        rule.rank, _ORDER[kind], beside, told_first(finding, pack), one_sided, size, finding.id,
    )  # fmt: skip


def _telling(finding: Finding) -> int:
    """Rank what was said: what is disputed first, then what many carry, then what leads a report."""
    carriers = len({a for p in finding.positions for a in p.articles})
    starts = min(e.start for p in finding.positions for e in p.evidence)
    return starts - _FAR * (2 * (finding.status == "disputed") + carriers)


def told_first(finding: Finding, pack: Pack) -> int:
    """Where the pack puts it: of the values kept, the first one is told first (the dead, say)."""
    rule = rule_of(pack, finding.field)
    return sum(
        values.index(str(finding.labels.get(label)))
        for label, values in rule.kept.items()
        if finding.labels.get(label) in values
    )


def _size(finding: Finding) -> int:
    value = main(finding).value
    return value if isinstance(value, int) else 0


def _fits(finding: Finding, wanted: dict[str, tuple[str, ...]]) -> bool:
    """Whether every label that `wanted` names has one of its values; nothing wanted fits all."""
    return all(finding.labels.get(label) in values for label, values in wanted.items())


def _section(finding: Finding, pack: Pack) -> str:
    rule = rule_of(pack, finding.field)
    if kind_of(pack, finding.field) == "statement":
        return "statement"
    if finding.status == "disputed":
        return "disputed"
    if rule.background and any(finding.labels.get(k) in v for k, v in rule.background.items()):
        return "background"
    if not _fits(finding, rule.kept):
        return "beside"  # of other things than the event: it stands among the findings alone
    return "claim" if finding.status == "single-origin" else "agreed"


def _apart(finding: Finding, *labels: str) -> tuple[tuple[str, str | None], ...]:
    """Leave out the named labels: what is left must match before two are told together."""
    return tuple(sorted((k, v) for k, v in finding.labels.items() if k not in labels))


def _folds(
    figures: Sequence[Finding], pack: Pack
) -> tuple[dict[str, list[Finding]], list[Finding]]:
    """Find figures that would be told twice.

    Returns, by the id of a finding "each party received 12", the findings "12 to X" that it bears
    out; and the "each" findings that only one origin holds while "12 to X" stands by itself.
    """
    folds: dict[str, list[Finding]] = {}
    same: list[Finding] = []
    for every in figures:
        rule = rule_of(pack, every.field)
        label = rule.party_label
        if not rule.every or every.labels.get(label) != rule.every or every.status == "disputed":
            continue
        parts = [
            f
            for f in figures
            if f.field == every.field
            and f.status != "disputed"
            and ":" in (f.labels.get(label) or "")
            and _apart(f, label) == _apart(every, label)
            and main(f).value == main(every).value
        ]
        borne = [
            f for f in parts if every.status == "agreed" or main(f).origins == main(every).origins
        ]
        held = set(main(every).origins)
        if len(borne) == len(parts):
            folds[every.id] = borne
        elif len(parts) > 1 and all(held <= set(main(f).origins) for f in parts):
            folds[parts[0].id] = [every]  # told of each party by itself, by the same voice
        else:
            same.append(every)
    return folds, same


def _joined(
    role: Role, findings: Sequence[Finding], pack: Pack, folds: dict[str, list[Finding]]
) -> list[Planned]:
    """Tell together what differs only in who was counted, or in the name."""
    rows: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        kind = kind_of(pack, finding.field)
        origins = () if finding.status == "agreed" else main(finding).origins
        key: tuple[object, ...] = (finding.id,)
        if len(finding.positions) == 1 or finding.status == "agreed":
            if kind == "figure" and "counted" in rule_of(pack, finding.field).phrase:
                key = (finding.field, finding.status, origins, _apart(finding, pack.people_label))
            elif kind == "name":
                key = (finding.field, finding.status, origins, _apart(finding, "value"))
        rows.setdefault(key, []).append(finding)
    return [
        Planned(role, tuple(row), tuple(f for one in row for f in folds.get(one.id, ())))
        for row in (_distinct(found, pack) for found in rows.values())
    ]


def counted_alike(findings: Sequence[Finding], pack: Pack) -> bool:
    """Whether two figures of one sentence would be told with the same noun."""
    kinds = [f.labels.get(pack.people_label) for f in findings]
    return len(findings) > 1 and len(set(kinds)) < len(kinds)


def _distinct(row: Sequence[Finding], pack: Pack) -> list[Finding]:
    """Leave out of a sentence what it could only call by the same name: "19 men and six men".

    Where the sources' own words tell them apart ("47 riflemen and five nurses"), all stay.
    """
    if kind_of(pack, row[0].field) != "figure" or not counted_alike(row, pack):
        return list(row)
    words = [(main(f).counted or "").lower() for f in row]
    plain = all(w and len(w.split()) <= _NOUN and not loaded_in(w) for w in words)
    if plain and len(set(words)) == len(words) and all(_size(f) > 1 for f in row):
        return list(row)
    largest: dict[str | None, Finding] = {}
    for finding in row:
        kind = finding.labels.get(pack.people_label)
        if kind not in largest or _size(finding) > _size(largest[kind]):
            largest[kind] = finding
    return [f for f in row if f in largest.values()]


def _same(findings: Sequence[Finding]) -> list[Planned]:
    rows: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        rows.setdefault(main(finding).origins, []).append(finding)
    return [Planned("same", tuple(row)) for row in rows.values()]


def _fair(statements: Sequence[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """Deal out statements one side at a time, and within a side one speaker at a time.

    Where two sides spoke, each is told as often as the other.
    """
    parties = parties_of(findings)
    roles = roles_of(findings)
    sides: dict[str, dict[str, list[Finding]]] = {}
    for finding in statements:
        speaker = " and ".join(finding.positions[0].origins)
        side = side_of(f"{roles.get(speaker, '')} {speaker}", parties) or speaker
        sides.setdefault(side, {}).setdefault(speaker, []).append(finding)
    hands = {side: list(_deal(list(speakers.values()))) for side, speakers in sides.items()}
    rival = [side for side in hands if side in parties]
    if len(rival) > 1:
        least = min(len(hands[side]) for side in rival)
        hands |= {side: hands[side][:least] for side in rival}
    both = len(rival) > 1  # then the parties speak first
    order = sorted(hands, key=lambda side: both and side not in rival)
    return list(_deal([hands[side] for side in order]))


def roles_of(findings: Iterable[Finding]) -> dict[str, str]:
    """The office of each speaker who has one; of several the fullest."""
    found: dict[str, str] = {}
    for finding in findings:
        for position in finding.positions:
            for name, role in position.roles.items():
                found[name] = max(found.get(name, ""), role, key=lambda r: (len(r), r))
    return found


def _deal(hands: Sequence[Sequence[Finding]]) -> Iterator[Finding]:
    for turn in range(max((len(hand) for hand in hands), default=0)):
        for hand in hands:
            if turn < len(hand):
                yield hand[turn]
