"""Wording: what each outlet calls one thing, and the term that the brief uses for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.documents import Contested, Pack, WordingClaim, WordingRow, WordingTerm
from summarizer.merging.mentions import Mention, unique
from summarizer.merging.texts import fold

__all__ = ["wording_rows"]


def wording_rows(
    mentions: Sequence[Mention], pack: Pack, house_style: Mapping[str, str]
) -> tuple[WordingRow, ...]:
    """A row for each thing that outlets call by different or by loaded names.

    `house_style` maps what is meant, or the pack's term for it, to the term to use instead.
    """
    rows: dict[str, list[Mention]] = {}
    for mention in mentions:
        if isinstance(mention.claim, WordingClaim):
            rows.setdefault(_refers_to(mention.claim, pack), []).append(mention)
    found = [_row(refers_to, held, pack, house_style) for refers_to, held in sorted(rows.items())]
    return tuple(row for row in found if row is not None)


def _refers_to(claim: WordingClaim, pack: Pack) -> str:
    """What is meant: the pack's own entry where the term or its subject is one, else as given."""
    for entry in pack.contested:
        if fold(entry.refers_to) == fold(claim.refers_to):
            return entry.refers_to
    for entry in pack.contested:
        if any(re.fullmatch(t, claim.term.strip(), re.IGNORECASE) for t in entry.terms):
            return entry.refers_to
    return claim.refers_to


def _row(
    refers_to: str, held: Sequence[Mention], pack: Pack, house_style: Mapping[str, str]
) -> WordingRow | None:
    groups: dict[str, list[Mention]] = {}
    for mention in held:
        groups.setdefault(_key(mention), []).append(mention)
    entry = next((c for c in pack.contested if c.refers_to == refers_to), None)
    used, reason = _used(refers_to, entry, house_style)
    if set(groups) == {" ".join(fold(used).split())}:
        return None  # everybody uses the brief's own term
    terms = []
    for _, members in sorted(groups.items()):
        evidence = {(e.article, e.start, e.end): e for m in members for e in m.evidence()}
        terms.append(
            WordingTerm(
                term=_written(members),
                articles=unique(m.source.id for m in members),
                evidence=tuple(evidence.values()),
            )
        )
    return WordingRow(refers_to=refers_to, used=used, terms=tuple(terms), reason=reason)


def _key(mention: Mention) -> str:
    assert isinstance(mention.claim, WordingClaim)  # noqa: S101
    return " ".join(fold(mention.claim.term).split())


def _written(members: Sequence[Mention]) -> str:
    """The commonest way of writing the term."""
    counted = Counter(
        " ".join(m.claim.term.split()) for m in members if isinstance(m.claim, WordingClaim)
    )
    return min(counted, key=lambda t: (-counted[t], t))


def _used(
    refers_to: str, entry: Contested | None, house_style: Mapping[str, str]
) -> tuple[str, str]:
    style = {fold(k): v for k, v in house_style.items()}
    for key in (refers_to, entry.used if entry else ""):
        if key and fold(key) in style:
            return style[fold(key)], "House style."
    if entry is not None:
        return entry.used, entry.reason
    return refers_to, "No term is laid down for it; the brief says what is meant."
