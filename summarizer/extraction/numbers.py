"""Numbers with their bound: "almost 800", "more than a hundred", "10 to 12", "hundreds"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.documents import Bound
from summarizer.documents.numerals import Numeral, numbers_in

__all__ = ["Amount", "amounts_in"]

# Words right before a number, the longest first; each with the bound it gives. Where `the` is true
# an article may stand between ("more than the 52"); "about the 52" is about them, not about 52.
_BEFORE: tuple[tuple[str, bool, Bound], ...] = (
    (
        (r"no fewer than|not fewer than|no less than|not less than|at (?:the very )?least"
        r"|a minimum of|as few as|not under"),
        True,
        "at_least",
    ),
    (
        (r"no more than|not more than|at (?:the very )?most|a maximum of|a ceiling of|as many as"
        r"|(?:anything )?up to|not over|not exceeding"),
        True,
        "at_most",
    ),
    (
        (r"almost|nearly|close to|just under|just short of|just shy of|shy of|a little under"
        r"|slightly under|slightly fewer than|slightly less than|just below|not quite|nearing"
        r"|approaching|virtually|a little less than|a little fewer than"),
        True,
        "almost",
    ),
    (r"(?:well |far )?(?:fewer|less) than|well under", True, "at_most"),
    ((r"(?:well |just |slightly |a little |far |many )?more than|(?:in|well in) excess of"
     r"|exceeding|north of|upwards? of"), True, "at_least"),
    (r"(?:well |just |slightly |a little )?over|above", False, "at_least"),
    (r"under|below", False, "at_most"),
    (
        (r"around|about|approximately|roughly|some|an estimated|estimated|circa|ca\.?|c\."
        r"|in the region of|in the order of|on the order of|something like|perhaps|maybe|possibly"
        r"|an?other some|give or take|in the neighbou?rhood of|somewhere near|or so"),
        False,
        "about",
    ),
)  # fmt: skip
_BOUNDS = [
    (
        re.compile(
            rf"(?:^|[\s(\[“\"'‘–—-])(?:{words})"
            rf"(?:\s+(?:{'the|' if the else ''}a|an|other|another|further))?\s*$",
            re.IGNORECASE,
        ),
        bound,
    )
    for words, the, bound in _BEFORE
]
_SIGNS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"[~≈]\s?$"), "about"),
    (re.compile(r"[>≥]\s?$"), "at_least"),
    (re.compile(r"[<≤]\s?$"), "at_most"),
)
# After these, "about" and "around" and "over" are no bounds: "talks about 52 pupils".
_PREPOSITION = re.compile(
    r"\b(?:talk\w*|sp(?:ea|o)k\w*|information|news|details?|data|asked|heard|questions?"
    r"|stor(?:y|ies)|worr\w+|concern(?:ed|s)?|messages?|statements?|conflict|dispute|quarrel\w*"
    r"|argu\w+|negotiat\w+)\s+(?:about|around|over)\s*$",
    re.IGNORECASE,
)
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"^\s*(?:[\w’'-]+\s+){0,2}or more\b", re.IGNORECASE), "at_least"),
    (re.compile(r"^\s*-?\s*plus\b|^\+", re.IGNORECASE), "at_least"),
    (re.compile(r"^\s*(?:[\w’'-]+\s+){0,2}or (?:fewer|less)\b", re.IGNORECASE), "at_most"),
    (re.compile(r"^\s*[-‑–]?\s*odd\b|^\s*-?ish\b", re.IGNORECASE), "about"),
    (re.compile(r"^\s*(?:[\w’'-]+\s+){0,2}or (?:so|thereabouts)\b", re.IGNORECASE), "about"),
    (re.compile(r"^\s*(?:[\w’'-]+\s+)?at (?:the very )?least\b", re.IGNORECASE), "at_least"),
    (re.compile(r"^\s*(?:[\w’'-]+\s+)?at (?:the very )?most\b", re.IGNORECASE), "at_most"),
)  # fmt: skip
# Plurals that name a size but no number: the value is the least that the word can mean.
_VAGUE = {
    "dozen": 24, "score": 40, "ten": 20, "hundred": 200, "thousand": 2_000, "million": 2_000_000,
}  # fmt: skip
_ONE = {
    "dozen": 12, "score": 20, "ten": 10, "hundred": 100, "thousand": 1_000, "million": 1_000_000,
}  # fmt: skip
_VAGUE_WORD = re.compile(
    r"\b(?:(?:(?:several|a few|many)\s+)?(?P<first>dozen|score|ten|hundred|thousand|million)s"
    r"(?:\s+of\s+(?P<second>thousand|million)s)?"
    r"|(?:several|a few|few)\s+(?P<few>dozen|hundred|thousand|million))\b",
    re.IGNORECASE,
)
_DASH = r"[-–—‑‐]"
_JOINT = re.compile(rf"^\s*(?P<joint>to|{_DASH}|and|or)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|anywhere from)\s+$", re.IGNORECASE)
# A change is no range: "rose from 40 to 60", "was cut from 12 to 15".
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|gr[eo]w\w*|climb\w*|jump\w*|rais\w*|revis\w*|up|went|gone"
    r"|goes|going|expand\w*|soar\w*|swell\w*|chang\w*|mov\w*|upgrad\w*|correct\w*|doubl\w*|updat\w*)\b"
    r"[^.;]{0,60}\bfrom\s+$",
    re.IGNORECASE,
)
_SWAP = re.compile(rf"^\s*{_DASH}?\s*for\s*{_DASH}?\s*$", re.IGNORECASE)
# What is written in digits and counts nothing: times, dates, ratios, scores, and names such as B-2.
_NO_COUNT = re.compile(
    r"(?<![\d:])\d{1,3}(?::\d{1,2}){1,2}(?![\d:])|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
    r"|(?<![\d./])\d{1,4}(?P<stop>[./])\d{1,2}(?P=stop)\d{1,4}(?![\d/])"
    r"|(?<![A-Za-z\d])(?!for-)[A-Za-z]{1,4}[-‑]\d+(?![\d,]*[-‑]for)"
)


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
    """Every whole number in `text` with its bound, in order, ranges and "N for N" taken as one.

    Times, dates in digits, ratios and "one-for-one" are none.
    """
    barred = [match.span() for match in _NO_COUNT.finditer(text)]
    numerals = [n for n in numbers_in(text) if isinstance(n.value, int) and not _within(n, barred)]
    found: list[Amount] = []
    at = 0
    while at < len(numerals):
        this = numerals[at]
        following = numerals[at + 1] if at + 1 < len(numerals) else None
        amount, taken = _amount(text, this, following)
        if not (amount.swap and amount.value == 1):  # "one-for-one" is a rule, not a number
            found.append(amount)
        at += taken
    found.extend(_vague(text, found))
    return sorted(found, key=lambda amount: amount.start)


def _within(numeral: Numeral, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < numeral.end and numeral.start < end for start, end in spans)


def _amount(text: str, this: Numeral, following: Numeral | None) -> tuple[Amount, int]:
    value = int(this.value)
    if following is not None:
        between, second = text[this.end : following.start], int(following.value)
        if _SWAP.match(between) and second == value:
            bound = _bound(text, this.start, following.end)
            return Amount(value, this.start, following.end, bound, swap=True), 2
        if _is_range(text, this, between, second):
            bound = _bound(text, this.start, following.end)
            return Amount(value, this.start, following.end, bound, high=second), 2
    return Amount(value, this.start, this.end, _bound(text, this.start, this.end)), 1


def _is_range(text: str, this: Numeral, between: str, second: int) -> bool:
    match, value = _JOINT.match(between), int(this.value)
    if match is None or value >= second:
        return False
    joint, before = match["joint"].lower(), text[max(0, this.start - 80) : this.start]
    opened = _BETWEEN.search(before) is not None
    if joint == "and":
        return opened
    if joint == "or":  # "five or six"; "10 or 200" are two numbers
        return opened or second - value <= max(5, value)
    return _CHANGE.search(before) is None


def _bound(text: str, start: int, end: int) -> Bound:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if not _PREPOSITION.search(before):
        for pattern, bound in (*_BOUNDS, *_SIGNS):
            if pattern.search(before):
                return bound
    for pattern, bound in _AFTER:
        if pattern.search(after):
            return bound
    return "exact"


def _vague(text: str, taken: Sequence[Amount]) -> list[Amount]:
    found = []
    for match in _VAGUE_WORD.finditer(text):
        if any(a.start < match.end() and match.start() < a.end for a in taken):
            continue
        if match["few"]:
            value = _VAGUE[match["few"].lower()]
        else:
            value = _VAGUE[match["first"].lower()]
            value *= _ONE[match["second"].lower()] if match["second"] else 1
        found.append(Amount(value, match.start(), match.end(), "at_least", vague=True))
    return found
