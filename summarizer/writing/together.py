"""Clauses of one owner in one sentence, without saying twice what they have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["by_pronoun", "together"]

_SHARED = 4  # words at the beginning that two clauses must share before the second leaves them out
_SUBJECT = 2  # words: "the exchange"
_ADVERBIAL = frozenset(("in", "at", "on", "near"))


def together(clauses: Sequence[str]) -> list[str]:
    """Clauses of which those that begin alike are one.

    "the exchange took place on Friday" and "the exchange took place in Aden" become "the exchange
    took place on Friday in Aden", and "there was a fire" with "it happened in Aden" becomes "there
    was a fire in Aden".
    """
    found: list[str] = []
    heads: list[list[str]] = []
    for clause in clauses:
        words = clause.split()
        for at, head in enumerate(heads):
            rest = _rest(head, words)
            if rest and rest[0] in _ADVERBIAL:
                added = " ".join(rest)
                if not re.search(rf"\b{re.escape(added)}\b", found[at]):
                    found[at] = f"{found[at]} {added}"
                break
        else:
            found.append(clause)
            heads.append(words)
    return found


def _rest(head: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """What a clause adds to one that begins alike; nothing where it begins otherwise."""
    if head[:1] == ["there"] and words[:2] == ["it", "happened"]:
        return words[2:]  # "it" is what the first clause names
    shared = _shared(head, words)
    while shared and words[shared - 1] in _ADVERBIAL:
        shared -= 1  # "on Friday" and "on the border" do not share their "on"
    return words[shared:] if _SHARED <= shared < len(head) else ()


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def by_pronoun(clauses: Sequence[str]) -> list[str]:
    """Clauses in which a subject that the one before has is "it": "the exchange …, that it …"."""
    found = list(clauses[:1])
    for before, clause in pairwise(clauses):
        subject, words = before.split()[:_SUBJECT], clause.split()
        one = subject[:1] == ["the"] and not subject[-1].endswith("s")
        found.append(
            " ".join(["it", *words[_SUBJECT:]]) if one and words[:_SUBJECT] == subject else clause
        )
    return found
