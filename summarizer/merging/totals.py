"""Totals: whom a number counts beside its labels, and which of several numbers is the count.

A report gives a toll and some of it ("19 were killed, six of them children"), and a later report
another toll. Neither is a dispute: a part is set beside nothing, and what a source has replaced
is its earlier count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.documents import FieldRule, Figure
from summarizer.documents.numerals import numbers_in
from summarizer.merging.amounts import Amount, compatible
from summarizer.merging.mentions import Mention

__all__ = ["EARLIER", "GROUP", "SOME", "counted_apart", "group_of", "regrouped", "replaced"]

GROUP = "group"  # the label under which a rule's groups stand
EVERYBODY = "all"
PART = 10  # times: a number that much smaller is no rival count
EARLIER = "earlier"  # a count that others have overtaken
SOME = "other"  # some of those counted: no definite group
_AFTER, _BEFORE = 70, 40  # characters around a number
_PART_AFTER = re.compile(
    r"^\s*(?:[\w’'-]+\s+)?of (?:them|whom|these|those|the|their|its|his|her)\b"
    r"|^\s*(?:[\w’'-]+\s+){0,3}(?:was|were|are|is)?\s*among (?:the|those|them)\b"
)
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|whom|those|the \w+)(?: (?:was|were|are))?)\W+(?:[\w’'-]+\s+){0,2}$"
)
_EARLIER = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:put|spoken|said|given|counted|reported|estimated|announced|stood)\b"
)
_CARRIED = re.compile(r"\b(?:carried|pulled|brought|dug|recovered|retrieved|found)\b[^.;]{0,35}$")
_STOP = re.compile(r"[;.:]\s")


def group_of(mention: Mention, rule: FieldRule) -> str:
    """Whom a number counts: one of the rule's groups, "other" for a part, "all" for everybody.

    The words around the number tell, up to the next number: "nine officers were hurt".
    """
    before, after = _around(mention)
    if _PART_AFTER.search(after) or _PART_BEFORE.search(before):
        return SOME
    for name, patterns in rule.groups.items():
        if any(re.search(p, after, re.IGNORECASE) for p in patterns):
            return name
    return EVERYBODY


def _around(mention: Mention) -> tuple[str, str]:
    """The words before a number, and those behind it up to the next one, in lower case."""
    claim = mention.claim
    assert isinstance(claim, Figure)  # noqa: S101 — figures are all that comes here
    sentence = mention.sentence
    numbers = numbers_in(sentence)
    at = next((i for i, n in enumerate(numbers) if n.value == (claim.high or claim.value)), None)
    if at is None:
        return "", ""
    ends = numbers[at + 1].start if at + 1 < len(numbers) else len(sentence)
    after = sentence[numbers[at].end : min(ends, numbers[at].end + _AFTER)]
    before = sentence[max(0, numbers[at].start - _BEFORE) : numbers[at].start]
    return before.lower(), _STOP.split(after)[0].lower()


def regrouped(
    labels: tuple[tuple[str, str | None], ...], group: str
) -> tuple[tuple[str, str | None], ...]:
    """The labels of a number that is not the count: under another group, where there are groups."""
    return tuple((n, group if n == GROUP else v) for n, v in labels)


def counted_apart(
    held: Sequence[Mention], amounts: Mapping[int, Amount]
) -> tuple[list[Mention], list[Mention]]:
    """Part mentions into counts and parts: of several numbers of one voice the largest counts.

    So small a number that it can be no rival is a part, too, whoever gives it.

    `amounts` gives the number of each mention, by its place in `held`.
    """
    largest = max((a.value for a in amounts.values()), default=0)
    most: dict[tuple[str, str], int] = {}
    for i, m in enumerate(held):
        voice = (m.source.id, m.origin)
        most[voice] = max(most.get(voice, 0), amounts[i].high or amounts[i].value)
    counts: list[Mention] = []
    parts: list[Mention] = []
    for i, m in enumerate(held):
        top = most[m.source.id, m.origin]
        whole = (amounts[i].high or amounts[i].value) == top or compatible(
            amounts[i], Amount(top, None, "exact")
        )
        some = PART * amounts[i].value < largest  # "a mother lost two", of 78
        carried = _CARRIED.search(_around(m)[0]) is not None and any(
            n.source.id == m.source.id and amounts[j].value > amounts[i].value
            for j, n in enumerate(held)
        )  # what somebody brought out beside a count in the same article
        (counts if whole and not some and not carried else parts).append(m)
    return counts, parts


def replaced(held: Sequence[Mention], amounts: Mapping[int, Amount]) -> list[Mention]:
    """Find counts that others have overtaken: smaller than all of the last day, and older.

    Only where those of the last day contradict each other: else it is all one update. What a later
    report says was said before ("had spoken of 61") is as old as that.
    """
    days = [m.published for m in held]
    told = [m for m in held if _EARLIER.search(_around(m)[0])]
    others = {amounts[i].value for i, m in enumerate(held) if m not in told}
    if (
        told
        and others
        and max(amounts[i].value for i, m in enumerate(held) if m in told) < max(others)
    ):
        return told
    if None in days or not held:
        return []
    last = max(d[:10] for d in days if d is not None)
    newest = [i for i, d in enumerate(days) if d is not None and d[:10] == last]
    clash = any(not compatible(amounts[i], amounts[j]) for i in newest for j in newest)
    if not clash:
        return []
    least = min(amounts[i].value for i in newest)
    return [
        m
        for i, m in enumerate(held)
        if i not in newest and (amounts[i].high or amounts[i].value) < least
    ]
