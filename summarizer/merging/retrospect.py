"""Retrospect: the words by which a sentence says that it is about an earlier occasion."""

from __future__ import annotations

import re

__all__ = ["goes_back"]

_SPAN = r"\b(?:weeks?|months?|years?)"
# Each pattern with what must stand in a sentence for it to match: looking for that is much faster.
_PATTERNS = {
    "since": r"^\W*since\b|\bin all since\b|\bsince then\b",
    "last ": r"\blast (?!of\b|in\b|to\b|man\b|word|week|month|year|night|summer|winter|spring"
    r"|fall|autumn|minute|few|several|two|three|\w+day\b)\w+"
    r"|\blast (?:week|month|year|\w+day)['’]s \w+",
    "previous": r"\bprevious(?:ly)?\b",
    "most recent": r"\bmost recent\b",
    "earlier ": r"\bearlier (?:round|deal|event|one|this (?:year|month)|in the (?:year|month))"
    r"|\b(?:an|the|any) earlier \w+",
    "prior": r"\bprior\b",
    " now": r"\b(?:until|up to) now\b",
    "so far": r"\bso far\b",
    "to date": r"\bto date\b",
    " ago": rf"{_SPAN} ago\b",
    " earlier": rf"{_SPAN} earlier\b",
    " after": rf"{_SPAN} after\b",
    " before": rf"(?:{_SPAN}|\bthe (?:year|day|week|month|time)) before\b",
    "before ": r"\bbefore (?:that|this|it)\b",
    "that ": r"\bthat (?:time|round|deal)\b",
    "back in": r"\bback in\b",
    "follow": r"\bfollow(?:s|ed|ing) (?:a|an|the) \w+",
    "the one": r"\bthe ones? (?:on|in|of)\b",
    " had ": r"^\W*on \w+ \w+,? (?!said\b)(?:\w+ ){1,3}had \w+",
}
_BEFORE = tuple((needed, re.compile(pattern).search) for needed, pattern in _PATTERNS.items())


def goes_back(low: str) -> bool:
    """Whether a sentence in lower case looks back."""
    for needed, search in _BEFORE:  # noqa: SIM110 — any() takes half as long again
        if needed in low and search(low) is not None:
            return True
    return False
