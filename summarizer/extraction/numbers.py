"""Numbers with their bound: "almost 800", "more than a hundred", "10 to 12", "hundreds"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.documents import Bound
from summarizer.documents.numerals import Numeral, numbers_in

__all__ = ["Amount", "amounts_in"]

# Words right before a number, the longest first; each with the bound it gives.
_BEFORE: tuple[tuple[str, Bound], ...] = (
    (r"no fewer than|not fewer than|no less than|not less than|at least|a minimum of", "at_least"),
    (r"no more than|not more than|at most|a maximum of|as many as|up to|fewer than|less than", "at_most"),
    (r"well over|just over|more than|upwards? of|over|above|exceeding|in excess of", "at_least"),
    (r"almost|nearly|close to|just under|just short of|nearing|approaching", "almost"),
    (r"around|about|approximately|roughly|some|an estimated|estimated|circa|in the region of"
     r"|something like|reportedly around|or so|perhaps|an?other some", "about"),
)  # fmt: skip
_BOUNDS = [(re.compile(rf"(?:^|[\s(“\"])(?:{words})(?:\s+(?:the|a|an|other|another))?\s*$", re.I), bound)
           for words, bound in _BEFORE]  # fmt: skip
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"^\s*(?:\w+\s+)?or more\b|^\s*-?\s*plus\b|^\+", re.I), "at_least"),
    (re.compile(r"^\s*(?:\w+\s+)?or (?:fewer|less)\b", re.I), "at_most"),
    (re.compile(r"^\s*(?:\w+\s+)?or so\b", re.I), "about"),
)
# Plurals that name a size but no number: the value is the least that the word can mean.
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": 20, "millions": 2_000_000}
_VAGUE_WORD = re.compile(
    r"\b(?P<first>dozens|scores|tens|hundreds|thousands|millions)"
    r"(?:\s+of\s+(?P<second>thousands|millions))?\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\s*(?:to|-|–|—|and|or)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_SWAP = re.compile(r"^\s*[-‐‑–]?\s*for\s*[-‐‑–]?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """A number as it stands in a text: characters `start` to `end`; `high` ends a range.

    `swap` is true where the same number stands twice as "300 for 300" or "300-for-300";
    `vague` for "dozens", whose value is the least that the word can mean.
    """

    value: int
    start: int
    end: int
    bound: Bound = "exact"
    high: int | None = None
    swap: bool = False
    vague: bool = False


def amounts_in(text: str) -> list[Amount]:
    """Every whole number in `text` with its bound, in order, ranges and "N for N" taken as one."""
    numerals = [n for n in numbers_in(text) if isinstance(n.value, int)]
    found: list[Amount] = []
    at = 0
    while at < len(numerals):
        this = numerals[at]
        following = numerals[at + 1] if at + 1 < len(numerals) else None
        amount, taken = _amount(text, this, following)
        found.append(amount)
        at += taken
    found.extend(_vague(text, found))
    return sorted(found, key=lambda amount: amount.start)


def _amount(text: str, this: Numeral, following: Numeral | None) -> tuple[Amount, int]:
    value = int(this.value)
    if following is not None:
        between = text[this.end : following.start]
        second = int(following.value)
        if _SWAP.match(between) and second == value:
            return Amount(value, this.start, following.end, _bound(text, this.start, following.end), swap=True), 2
        opened = bool(_BETWEEN.search(text[: this.start]))
        joined = between.strip().lower()
        is_range = bool(_RANGE.match(between)) and value < second and not (joined in {"and", "or"} and not opened)
        if is_range and not (joined == "or" and second - value > max(5, value)):
            return Amount(value, this.start, following.end, "exact", high=second), 2
    return Amount(value, this.start, this.end, _bound(text, this.start, this.end)), 1


def _bound(text: str, start: int, end: int) -> Bound:
    before, after = text[max(0, start - 40) : start], text[end : end + 24]
    for pattern, bound in _BOUNDS:
        if pattern.search(before):
            return bound
    for pattern, bound in _AFTER:
        if pattern.search(after):
            return bound
    return "exact"


def _vague(text: str, taken: list[Amount]) -> list[Amount]:
    found = []
    for match in _VAGUE_WORD.finditer(text):
        if any(a.start < match.end() and match.start() < a.end for a in taken):
            continue
        value = _VAGUE[match["first"].lower()]
        if match["second"]:
            value = value // 2 * (1000 if match["second"].lower() == "thousands" else 1_000_000)
        found.append(Amount(value, match.start(), match.end(), "at_least", vague=True))
    return found
