"""Retrospect: the words by which a sentence says that it is about an earlier occasion."""

from __future__ import annotations

import re

__all__ = ["goes_back"]

_BEFORE = re.compile(
    r"^\W*since\b|\blast (?!of\b|in\b|to\b|man\b|word|week|month|year|night|summer|winter|spring"
    r"|fall|autumn|minute|few|several|two|three|\w+day\b)\w+|\bprevious(?:ly)?\b|\bmost recent\b"
    r"|\bearlier (?:round|deal|event|one|this (?:year|month)|in the (?:year|month))"
    r"|\b(?:an|the|any) earlier \w+|\bprior\b|\b(?:until|up to) now\b|\bso far\b|\bto date\b"
    r"|\bin all since\b|\b(?:weeks?|months?|years?) (?:ago|before|earlier|after)\b"
    r"|\bbefore (?:that|this|it)\b|\bthat (?:time|round|deal)\b|\bback in\b"
    r"|\bfollow(?:s|ed|ing) (?:a|an|the) \w+|\bthe (?:one|ones) (?:on|in|of)\b"
    r"|\bthe (?:year|day|week|month|time) before\b|\bsince then\b"
    r"|\blast (?:week|month|year|\w+day)['’]s \w+"
    r"|^\W*on \w+ \w+,? (?!said\b)(?:\w+ ){1,3}had \w+"
)
_BEFORE_HINTS = (
    "since", "last ", "previous", "recent", "earlier", "prior", " now", "so far", "to date", " ago",
    "before", "after", "that time", "that round", "that deal", "back in", "follow", "the one", " had ",
)  # fmt: skip


def goes_back(low: str) -> bool:
    """Whether a sentence in lower case looks back; the pattern runs only where it may hit."""
    return any(map(low.__contains__, _BEFORE_HINTS)) and _BEFORE.search(low) is not None
