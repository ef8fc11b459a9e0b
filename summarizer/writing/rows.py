"""Rows: which figures one sentence can hold without adding up what is not to be added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.documents import Finding, Pack
from summarizer.documents.lexicon import loaded_in
from summarizer.writing.about import kind_of, main, rule_of, size_of

__all__ = ["counted_alike", "distinct", "is_part"]

_NOUN = 3  # words of a source that can stand for a noun
_BESIDE = 300  # characters: "57 came home. Thirty-five were soldiers" is of one group
# Words by which a source says that a number is a part of one it gave.
_AMONG = re.compile(r"\b(?:among|includ\w+|of (?:them|whom|those)|with)\b", re.IGNORECASE)


def counted_alike(findings: Sequence[Finding], pack: Pack) -> bool:
    """Whether two figures of one sentence would be told with the same noun."""
    kinds = [f.labels.get(pack.people_label) for f in findings]
    return len(findings) > 1 and len(set(kinds)) < len(kinds)


def distinct(row: Sequence[Finding], pack: Pack) -> list[list[Finding]]:
    """Leave out of a sentence what it could only call by the same name: "19 men and six men".

    Where the sources' own words tell them apart ("47 riflemen and five nurses"), all stay.
    """
    if kind_of(pack, row[0].field) != "figure":
        return [list(row)]
    if not counted_alike(row, pack):
        return _whole_apart(row, pack)
    wholes = rule_of(pack, row[0].field).parts.get(pack.people_label, {})
    words = [(main(f).counted or "").lower() for f in row]
    plain = all(w and len(w.split()) <= _NOUN and not loaded_in(w) for w in words)
    kinds = [f.labels.get(pack.people_label) for f in row]
    # "detainees" and "prisoners" are one kind under two names, riflemen and nurses are not
    several = any(kinds.count(kind) > 1 for kind in kinds if kind in wholes)
    if plain and not several and len(set(words)) == len(words) and all(size_of(f) > 1 for f in row):
        return [list(row)]
    largest: dict[str | None, Finding] = {}
    for finding in row:
        kind = finding.labels.get(pack.people_label)
        if kind not in largest or size_of(finding) > size_of(largest[kind]):
            largest[kind] = finding
    return _whole_apart([f for f in row if f in largest.values()], pack)


def is_part(finding: Finding, whole: Finding) -> bool:
    """Whether a source tells a number as a part of another: in so many words, or right beside it."""
    beside = [(e.article, e.start) for p in whole.positions for e in p.evidence]
    return all(
        any(
            _AMONG.search(e.quote)
            or any(a == e.article and abs(at - e.start) <= _BESIDE for a, at in beside)
            for e in p.evidence
        )
        for p in finding.positions
    )


def _whole_apart(row: Sequence[Finding], pack: Pack) -> list[list[Finding]]:
    """Tell a whole by itself where no source calls the others its parts and they don't add up to it.

    "57 people, 35 soldiers and nine women" would read as 101.
    """
    wholes = rule_of(pack, row[0].field).parts.get(pack.people_label, {})
    tops = [f for f in row if f.labels.get(pack.people_label) in wholes]
    rest = [f for f in row if f not in tops]
    total = sum(size_of(f) for f in rest)
    if (
        len(tops) != 1
        or not rest
        or total >= size_of(tops[0])
        or all(is_part(f, tops[0]) for f in rest)
    ):
        return [list(row)]
    return [tops, rest]
