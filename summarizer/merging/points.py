"""Points: figures sorted by what they count, so that only like is set against like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.documents import FieldRule, Figure
from summarizer.merging.amounts import Amount, compatible, confirms
from summarizer.merging.dates import dates_in
from summarizer.merging.judge import CONFIRMING, first_hand
from summarizer.merging.mentions import Mention
from summarizer.merging.retrospect import goes_back
from summarizer.merging.standing import rivals
from summarizer.merging.totals import (
    EARLIER,
    GROUP,
    SOME,
    counted_apart,
    group_of,
    regrouped,
    replaced,
)

__all__ = ["VAGUE", "Point", "amount_of", "is_kept", "label_names", "points_of"]

VAGUE = frozenset(
    {"", "other", "n/a", "unknown"}
)  # values of any label that name no definite thing
_SEVERAL = "One article gives several numbers here, so they count different groups."
Labels = tuple[tuple[str, str | None], ...]


def label_names(claim: Figure) -> tuple[str, ...]:
    """The labels that a pack's figures add."""
    return tuple(n for n in type(claim).model_fields if n not in Figure.model_fields)


def amount_of(mention: Mention) -> Amount:
    """The number a mention gives."""
    claim = mention.claim
    assert isinstance(claim, Figure)  # noqa: S101 — figures are all that comes here
    return Amount(claim.value, claim.high, claim.bound)


@dataclass(frozen=True)
class Point:
    """One thing that can be counted, and every mention of its number.

    `borne_out` are mentions of the same number on a wider or narrower point: "270 each" also says
    that one party received 270. `apart` says that one article gives several numbers here, so they
    cannot all be about the same people. `whose` says of whom a number still stands; `scope` why a
    number that differs from another one counts something else, and `aside` that it is the lesser.
    """

    labels: Labels
    mentions: tuple[Mention, ...]
    definite: bool
    borne_out: tuple[Mention, ...] = ()
    note: str = ""
    apart: bool = field(default=False)
    whose: str = ""
    scope: str = ""
    aside: bool = False

    def label(self, name: str) -> str | None:
        """The value of one label."""
        return dict(self.labels).get(name)

    def agreed_amount(self) -> Amount | None:
        """The number to do sums with: given exactly, and no other."""
        found = {amount_of(m) for m in self.mentions}
        exact = {a for a in found if a.exact}
        if len(exact) == 1 and all(compatible(a, next(iter(exact))) for a in found):
            return next(iter(exact))
        return next(iter(found)) if len(found) == 1 else None


def points_of(mentions: Sequence[Mention], rule: FieldRule) -> tuple[Point, ...]:
    """Sort figures into points: same labels, and one article's voice giving one number."""
    known: dict[Labels, list[Mention]] = {}
    partial: dict[Labels, list[Mention]] = {}
    rival = _rivals(mentions, rule)
    apart = {m.place for p in rival for m in p.mentions}
    for mention in mentions:
        if mention.place in apart:
            continue
        labels = _labels(mention, rule)
        undecided = any(v is None for _, v in labels)
        (partial if undecided else known).setdefault(labels, []).append(mention)
    for labels, loose in sorted(partial.items(), key=lambda item: str(item[0])):
        partial[labels] = [m for m in loose if not _joined(m, labels, known)]
    known, back = _settle(known, rule)
    note = "It seems to be told of another occasion, so it is set against nothing else."
    points = [
        Point(labels, tuple(held), definite=False, note=note, apart=True)
        for labels, held in sorted(back.items(), key=lambda i: str(i[0]))
    ]
    for labels, held in sorted([*known.items(), *partial.items()], key=lambda i: str(i[0])):
        if held:
            points.extend(_split(labels, held, rule))
    return _family([*_one_each(points), *rival], rule)


def _one_each(points: Sequence[Point]) -> list[Point]:
    """Points that stand apart with one number and the same labels are one: two articles give it."""
    found: list[Point] = []
    for point in points:
        same = [p for p in found if p.labels == point.labels and p.apart and _number(p) is not None]
        twin = next((p for p in same if point.apart and _number(p) == _number(point)), None)
        if twin is None:
            found.append(point)
            continue
        more = [m for m in point.mentions if m not in twin.mentions]
        mentions = sorted([*twin.mentions, *more], key=lambda m: m.place)
        note = min(twin.note, point.note) if twin.note and point.note else twin.note or point.note
        found[found.index(twin)] = replace(twin, mentions=tuple(mentions), note=note)
    return found


def _number(point: Point) -> Amount | None:
    """The one number of all mentions, in the one form that they give it; null for several."""
    amounts = {amount_of(m) for m in point.mentions}
    return next(iter(amounts)) if len(amounts) == 1 else None


def _rivals(mentions: Sequence[Mention], rule: FieldRule) -> list[Point]:
    """Counts of a state that goes on, of the same people, by several origins that differ."""
    found = []
    for whose, held in rivals(mentions, rule):
        amounts = [amount_of(m) for m in held]
        differ = any(not compatible(a, b) for a in amounts for b in amounts)
        labels = _labels(held[0], rule)
        if differ and None not in dict(labels).values() and not _one_voice_gives_several(held):
            found.append(Point(labels, tuple(held), definite=True, whose=whose))
    return found


def _labels(mention: Mention, rule: FieldRule) -> Labels:
    claim = mention.claim
    assert isinstance(claim, Figure)  # noqa: S101
    labels = tuple((n, getattr(claim, n)) for n in rule.point or label_names(claim))
    return (*labels, (GROUP, group_of(mention, rule))) if rule.groups else labels


def _joined(mention: Mention, labels: Labels, known: dict[Labels, list[Mention]]) -> bool:
    """Put an undecided figure to the one point that its number and its known labels fit."""
    amount = amount_of(mention)
    fits = [
        full
        for full, held in known.items()
        if all(v in (None, dict(full)[n]) for n, v in labels)
        and any(amount_of(m).value == amount.value for m in held)
    ]
    if len(fits) != 1:
        return False
    known[fits[0]] = sorted([*known[fits[0]], mention], key=lambda m: m.place)
    return True


def _definite(labels: Labels, rule: FieldRule) -> bool:
    values = dict(labels)
    if any(v is None or v in VAGUE for v in values.values()):
        return False
    if rule.background:
        return not any(values.get(n) in away for n, away in rule.background.items())
    return is_kept(labels, rule)


def is_kept(labels: Labels, rule: FieldRule) -> bool:
    """Whether labels are those of this event."""
    values = dict(labels)
    return all(values.get(n) in near for n, near in rule.kept.items())


def _settle(
    known: dict[Labels, list[Mention]], rule: FieldRule
) -> tuple[dict[Labels, list[Mention]], dict[Labels, list[Mention]]]:
    """Take numbers out of a clash that are not about this event.

    Returns the mentions that stay, and those that seem to be of another occasion: whose own sentence
    looks back, or whose number one other article gives of one. A number that several articles give of
    another occasion, with the same labels (what was planned in all), is put to that one.
    """
    back: dict[Labels, list[Mention]] = {}
    for labels in sorted(known, key=str):
        held = known[labels]
        if not rule.background or not is_kept(labels, rule) or len(_clusters(held)) == 1:
            continue
        for cluster in _clusters(held):
            value = amount_of(cluster[0]).value
            home = _background_of(labels, value, known, rule)
            if len(held) == len(cluster):
                break
            if home is not None and _outweighs(known[home], cluster):
                known[home] = sorted([*known[home], *cluster], key=lambda m: m.place)
            elif (home is not None and len(cluster) <= len(known[home])) or all(
                goes_back(m.sentence.lower()) for m in cluster
            ):
                back.setdefault(labels, []).extend(cluster)
            else:
                continue
            held = known[labels] = [m for m in held if m not in cluster]
    return known, back


def _outweighs(home: Sequence[Mention], cluster: Sequence[Mention]) -> bool:
    """Whether several origins, or the same articles, give a number of another occasion.

    One origin's word against another's moves nothing: they would seem to agree by it.
    """
    theirs = {m.source.article.id for m in home}
    own = {m.source.article.id for m in cluster}
    several = len(first_hand(home)) > 1
    return len(cluster) <= len(home) and (several or own <= theirs)


def _background_of(
    labels: Labels, value: int, known: Mapping[Labels, list[Mention]], rule: FieldRule
) -> Labels | None:
    """The point with the same labels but for the occasion, at which this number is given."""
    for other in sorted(known, key=str):
        theirs = dict(other)
        near = all(
            v == theirs[n] or (n in rule.background and theirs[n] in rule.background[n])
            for n, v in labels
        )
        each = rule.party_label and theirs.get(rule.party_label) == rule.every
        if each and not near:
            near = all(
                n == rule.party_label
                or v == theirs[n]
                or (n in rule.background and theirs[n] in rule.background[n])
                for n, v in labels
            )
        away = any(theirs.get(n) in values for n, values in rule.background.items())
        if (
            other != labels
            and near
            and away
            and any(amount_of(m).value == value for m in known[other])
        ):
            return other
    return None


def _split(labels: Labels, held: list[Mention], rule: FieldRule) -> list[Point]:
    """One point, or one for each number where the numbers cannot be about the same people."""
    definite = _definite(labels, rule)
    clusters = _clusters(held)
    if len(clusters) == 1:
        return [Point(labels, tuple(held), definite)]
    if not definite:
        return _by_date(labels, clusters)
    if any(dict(labels).get(name) in values for name, values in rule.grows.items()):
        return _tolls(labels, held)
    parts = [m for m in held if group_of(m, rule) == SOME and _has_larger(m, held)]
    if parts and len(parts) < len(held):
        note = "Its words say that it is a part of a larger number."
        return [
            *_split(labels, [m for m in held if m not in parts], rule),
            *(
                Point(labels, tuple(c), definite=False, note=note, apart=True)
                for c in _clusters(parts)
            ),
        ]
    if not _one_voice_gives_several(held):
        return [Point(labels, tuple(held), definite=True)]
    return [Point(labels, tuple(c), definite=False, note=_SEVERAL, apart=True) for c in clusters]


def _has_larger(mention: Mention, held: Sequence[Mention]) -> bool:
    return any(amount_of(m).value > amount_of(mention).value for m in held)


def _tolls(labels: Labels, held: list[Mention]) -> list[Point]:
    """The count of each voice as one point; its parts, and counts that were overtaken, apart."""
    counts, parts = counted_apart(held, dict(enumerate(map(amount_of, held))))
    old = replaced(counts, dict(enumerate(map(amount_of, counts))))
    points = [Point(labels, tuple(m for m in counts if m not in old), definite=True)]
    for loose, kind, note in (
        (parts, SOME, "The same source gives a larger number in the same article: it counts some."),
        (old, EARLIER, "It is an earlier count, which later reports have overtaken."),
    ):
        points += [
            Point(regrouped(labels, kind), tuple(c), definite=False, note=note, apart=True)
            for c in _clusters(loose)
        ]
    return points


def _clusters(held: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions whose numbers bear each other out, exact numbers first."""
    ordered = sorted(held, key=lambda m: (not amount_of(m).exact, amount_of(m), m.place))
    clusters: list[list[Mention]] = []
    for mention in ordered:
        amount = amount_of(mention)
        fits = [c for c in clusters if all(confirms(amount, amount_of(m)) for m in c)]
        if len(fits) >= 1:
            min(fits, key=lambda c: abs(amount_of(c[0]).value - amount.value)).append(mention)
        else:
            clusters.append([mention])
    return clusters


def _one_voice_gives_several(held: Sequence[Mention]) -> bool:
    voices: dict[tuple[str, str], list[Amount]] = {}
    for m in held:
        voices.setdefault((m.source.id, m.origin), []).append(amount_of(m))
    return any(not compatible(a, b) for given in voices.values() for a in given for b in given)


def _by_date(labels: Labels, clusters: list[list[Mention]]) -> list[Point]:
    """Numbers of other occasions are compared only where both are given the same date."""
    points = []
    dated = [(c, {d for m in c for d in dates_in(m.sentence)}) for c in clusters]
    while dated:
        cluster, days = dated.pop(0)
        same = [(c, d) for c, d in dated if days & d and len(days | d) == 1]
        whole = dict(labels)
        both = [m for c in (cluster, *(c for c, _ in same)) for m in c]
        sound = bool(same) and all(v is not None and v not in VAGUE for v in whole.values())
        sound = sound and not _one_voice_gives_several(both)
        if sound:
            dated = [pair for pair in dated if pair not in same]
            cluster = both
        points.append(Point(labels, tuple(cluster), definite=sound, apart=True))
    return points


def _family(points: list[Point], rule: FieldRule) -> tuple[Point, ...]:
    """Let "N each" bear out "N to A", and "N to A" with "N to B" bear out "N each"."""
    name = rule.party_label
    if not name or not rule.every:
        return tuple(points)
    result = []
    for point in points:
        kin = [
            p
            for p in points
            if p is not point and p.definite and _but(p, name) == _but(point, name)
        ]
        each = [m for p in kin if p.label(name) == rule.every for m in p.mentions]
        parties = [p for p in kin if p.label(name) not in (rule.every, rule.total)]
        party = point.label(name)
        if not point.definite or party == rule.total:
            result.append(point)
        elif party != rule.every:
            each += [m for p in points if _of_several(p, point, rule) for m in p.mentions]
            result.append(replace(point, borne_out=_not_torn(point, each)))
        else:
            result.append(replace(point, borne_out=_not_torn(point, _halves(point, parties))))
    return tuple(result)


def _of_several(other: Point, point: Point, rule: FieldRule) -> bool:
    """Whether one of several numbers that each party got is the number of this one."""
    return (
        other.note == _SEVERAL
        and other.label(rule.party_label) == rule.every
        and _but(other, rule.party_label) == _but(point, rule.party_label)
        and all(
            confirms(amount_of(m), amount_of(n)) for m in other.mentions for n in point.mentions
        )
    )


def _not_torn(point: Point, kin: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leave out numbers that the same voice, in the same article, sets beside another one here."""
    given: dict[tuple[str, str], list[Amount]] = {}
    for m in point.mentions:
        given.setdefault((m.source.id, m.origin), []).append(amount_of(m))
    return tuple(
        m
        for m in kin
        if all(compatible(amount_of(m), a) for a in given.get((m.source.id, m.origin), ()))
    )


def _but(point: Point, name: str) -> Labels:
    return tuple(pair for pair in point.labels if pair[0] != name)


def _halves(point: Point, parties: Sequence[Point]) -> tuple[Mention, ...]:
    """What was said of single parties and bears on "each": another number, or both halves."""
    own = [amount_of(m) for m in point.mentions]
    differing = [
        m for p in parties for m in p.mentions if not any(compatible(amount_of(m), a) for a in own)
    ]
    if differing:
        return tuple(differing)
    backers = [{m.origin for m in p.mentions} for p in parties]
    if len(backers) < CONFIRMING:
        return ()
    said = {m.origin for m in point.mentions}
    if all(len(said | b) >= CONFIRMING for b in backers) and set.union(*backers) - said:
        return tuple(m for p in parties for m in p.mentions)  # each half is confirmed by itself
    whole = set.intersection(*backers)
    return tuple(m for p in parties for m in p.mentions if m.origin in whole)
