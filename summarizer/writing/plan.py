"""Which findings become sentences, in which order, and which are told together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.documents import FieldRule, Finding, Pack
from summarizer.writing.about import (
    KIND_ORDER,
    fits,
    kind_of,
    labels_but,
    main,
    parties_of,
    rule_of,
    size_of,
)
from summarizer.writing.rows import distinct

__all__ = ["Planned", "Role", "plan", "told_first"]

Role = Literal["frame", "agreed", "disputed", "claim", "same", "statement", "background"]


# What an editor takes: disputes and agreed findings always, the rest while there is room.
_ROOM = 12
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


def plan(
    findings: Sequence[Finding],
    pack: Pack,
    fair: Callable[[Planned], bool] = lambda _: True,
    sides: Mapping[str, str] | None = None,
) -> list[Planned]:
    """Plan the sentences: what is agreed, disputes and claims, then statements and background.

    `fair` tells whether a planned sentence can be told at all; what cannot takes nobody's room.
    `sides` is the party that each speaker speaks for, as far as that is known.
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
        if _told_already(finding, told, pack) or _of_nobody(finding, told, pack):
            continue
        if _some_of_them(finding, told, pack):
            continue
        if finding.id not in folded:
            rows.setdefault(_section(finding, pack), []).append(finding)

    def can(planned: list[Planned]) -> list[Planned]:
        return [p for p in planned if fair(p)]

    agreed = _summed(can(_joined("agreed", rows.get("agreed", []), pack, folds)), pack)
    disputed = can([Planned("disputed", (f,)) for f in rows.get("disputed", [])])
    frame = can(_joined("frame", rows.get("frame", []), pack, folds))
    claims = can(_joined("claim", rows.get("claim", []), pack, folds) + _same(same))
    background = can(_joined("background", rows.get("background", []), pack, folds))
    before = [
        f
        for p in (*frame, *agreed, *disputed, *claims, *background)
        for f in (*p.findings, *p.folded)
    ]
    spoken = can([Planned("statement", (f,)) for f in rows.get("statement", [])])
    new = [p.findings[0] for p in spoken if not _repeats(p.findings[0], before)]
    statements = [Planned("statement", (f,)) for f in _fair(new, findings, sides or {})]
    optional = [
        *claims[:_CLAIMS],
        *background[:1],
        *statements[:_STATEMENTS],
        *background[1:_BACKGROUND],
        *claims[_CLAIMS:],
    ]
    taken = optional[: max(0, _ROOM - len(agreed) - len(disputed))]
    counted = _counted_from(pack)
    lead = sorted([*frame, *agreed], key=lambda p: min(_rank(p, pack), counted))
    told_of = [p for p in claims if _rank(p, pack) == counted and p in taken]
    if lead and told_of and all(_rank(p, pack) > counted for p in (*lead, *disputed)):
        # a brief that opens with who mediated says nothing of what
        lead = [*(replace(p, role="frame") for p in told_of), *lead]
        claims = [p for p in claims if p not in told_of]
    whole = [*disputed, *claims, *statements, *background]
    return [*lead, *(p for p in whole if p in disputed or p in taken)]


def _rank(planned: Planned, pack: Pack) -> int:
    return rule_of(pack, planned.findings[0].field).rank


def _counted_from(pack: Pack) -> int:
    """The rank of the first field that counts: what comes before says what happened, where, when."""
    ranks = [rule.rank for name, rule in pack.fields.items() if kind_of(pack, name) == "figure"]
    return min(ranks, default=0)


def _told_already(finding: Finding, told: Sequence[Finding], pack: Pack) -> bool:
    """Whether other findings say the same, and more: who received that number, that it was received."""
    rule = rule_of(pack, finding.field)
    if rule.order and finding.status != "disputed":
        begun = any(
            kind_of(pack, f.field) == "figure" and f.status == "agreed" and fits(f, r.kept)
            for f in told
            if (r := rule_of(pack, f.field)).kept
        )
        return begun and main(finding, rule.order).value == rule.order[0]
    if kind_of(pack, finding.field) != "figure" or finding.status != "single-origin":
        return False
    wholes = rule.parts.get(pack.people_label, {})
    parts = wholes.get(finding.labels.get(pack.people_label) or "", ())
    return any(
        f.field == finding.field
        and (
            (_undirected(finding, rule) and not _undirected(f, rule))
            or (
                f.labels.get(pack.people_label) in parts
                and f.labels.get(rule.party_label) == finding.labels.get(rule.party_label)
            )
        )
        and labels_but(f, rule.party_label, pack.people_label)
        == labels_but(finding, rule.party_label, pack.people_label)
        and any(
            p.value == main(finding).value and set(main(finding).origins) <= set(p.origins)
            for p in f.positions
        )
        for f in told
    )


def _of_nobody(finding: Finding, told: Sequence[Finding], pack: Pack) -> bool:
    """Whether a number says of nobody who received it, where others do: "70 people" beside "198 to A"."""
    rule = rule_of(pack, finding.field)
    if kind_of(pack, finding.field) != "figure" or finding.status == "disputed":
        return False
    if not _undirected(finding, rule):
        return False
    return fits(finding, rule.kept) and any(
        f.field == finding.field and not _undirected(f, rule) and fits(f, rule.kept) for f in told
    )


def _some_of_them(finding: Finding, told: Sequence[Finding], pack: Pack) -> bool:
    """Whether one voice gives fewer of those whom several count: "two of the 74" is no news of its own."""
    if kind_of(pack, finding.field) != "figure" or finding.status != "single-origin":
        return False
    return any(
        f.status == "agreed"
        and (f.field, f.labels) == (finding.field, finding.labels)
        and size_of(f) > size_of(finding)
        for f in told
    )


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
                and labels_but(f, pack.people_label, rule.party_label)
                == labels_but(whole, pack.people_label, rule.party_label)
                for f in other.findings
            )
            if near and sum(size_of(f) for f in other.findings) == size_of(whole):
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
    if said.status == "disputed":
        torn = {
            (e.article, e.start)
            for f in told
            if f.status == "disputed"
            for p in f.positions
            for e in p.evidence
        }
        return all(any((e.article, e.start) in torn for e in p.evidence) for p in said.positions)
    if said.positions[0].detail.startswith("“"):
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
    beside = not fits(finding, rule.kept) or _undirected(finding, rule)
    size = -size_of(finding) if kind != "statement" else _telling(finding)
    return (
        rule.rank, KIND_ORDER[kind], beside, told_first(finding, pack), one_sided, size, finding.id,
    )  # fmt: skip


def _telling(finding: Finding) -> int:
    """Rank what was said: what is disputed first, then what many carry, then what leads a report."""
    carriers = len({a for p in finding.positions for a in p.articles})
    starts = min(e.start for p in finding.positions for e in p.evidence)
    return starts - _FAR * (2 * (finding.status == "disputed") + carriers)


def _undirected(finding: Finding, rule: FieldRule) -> bool:
    """Whether nothing tells who received what a figure counts."""
    return bool(rule.party_label) and finding.labels.get(rule.party_label) in (None, "", "n/a")


def told_first(finding: Finding, pack: Pack) -> int:
    """Where the pack puts it: of the values kept, the first one is told first (the dead, say)."""
    rule = rule_of(pack, finding.field)
    return sum(
        values.index(str(finding.labels.get(label)))
        for label, values in rule.kept.items()
        if finding.labels.get(label) in values
    )


def _section(finding: Finding, pack: Pack) -> str:
    rule = rule_of(pack, finding.field)
    if kind_of(pack, finding.field) == "statement":
        return "statement"
    if finding.status == "disputed":
        return "disputed"
    if rule.background and any(finding.labels.get(k) in v for k, v in rule.background.items()):
        rest = {k: v for k, v in rule.kept.items() if k not in rule.background}
        return "background" if fits(finding, rest) else "beside"
    if not fits(finding, rule.kept):
        return "beside"  # of other things than the event: it stands among the findings alone
    if finding.status != "single-origin":
        return "agreed"
    # who reads of a count must know of what
    return "frame" if rule.rank < _counted_from(pack) else "claim"


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
            and labels_but(f, label) == labels_but(every, label)
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
        elif len(parts) > 1:
            folds.setdefault("", []).append(every)  # the numbers of all are told: nothing is new
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
                key = (
                    finding.field,
                    finding.status,
                    origins,
                    labels_but(finding, pack.people_label),
                )
            elif kind == "name":
                key = (finding.field, finding.status, origins, labels_but(finding, "value"))
        rows.setdefault(key, []).append(finding)
    return [
        Planned(role, tuple(row), tuple(f for one in row for f in folds.get(one.id, ())))
        for found in rows.values()
        for row in distinct(found, pack)
    ]


def _same(findings: Sequence[Finding]) -> list[Planned]:
    rows: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        rows.setdefault(main(finding).origins, []).append(finding)
    return [Planned("same", tuple(row)) for row in rows.values()]


def _fair(
    statements: Sequence[Finding], findings: Sequence[Finding], known: Mapping[str, str]
) -> list[Finding]:
    """Deal out statements one side at a time, and within a side one speaker at a time.

    Where two sides spoke, each is told as often as the other.
    """
    parties = parties_of(findings)
    sides: dict[str, dict[str, list[Finding]]] = {}
    for finding in statements:
        speaker = " and ".join(finding.positions[0].origins)
        side = known.get(speaker, speaker)
        sides.setdefault(side, {}).setdefault(speaker, []).append(finding)
    hands = {side: list(_deal(list(speakers.values()))) for side, speakers in sides.items()}
    rival = [side for side in hands if side in parties]
    if len(rival) > 1:
        least = min(len(hands[side]) for side in rival)
        hands |= {side: hands[side][:least] for side in rival}
    both = len(rival) > 1  # then the parties speak first
    order = sorted(hands, key=lambda side: both and side not in rival)
    return list(_deal([hands[side] for side in order]))


def _deal(hands: Sequence[Sequence[Finding]]) -> Iterator[Finding]:
    for turn in range(max((len(hand) for hand in hands), default=0)):
        for hand in hands:
            if turn < len(hand):
                yield hand[turn]
