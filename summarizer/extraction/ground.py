"""Ground: the gate between what a model proposes and what is published.

A quotation is looked for exactly, then with its typography folded, then nearly; and whatever is
found must hold every number and every negation of the quotation. What cannot be found is refused
with its reason. Nothing here trusts the model.
"""

from __future__ import annotations

import re
from collections import Counter

from summarizer.documents import Evidence
from summarizer.documents.numerals import numbers_in

__all__ = ["Ungrounded", "fold", "ground"]

_NEAR = 85.0  # rapidfuzz's partial ratio; below it the words are other words
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
                         "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00a0": " ", "\u202f": " ",
                         "\u2009": " ", "\n": " ", "\t": " "})  # fmt: skip
_NEGATION = re.compile(r"\b(?:not|no|never|none|neither|nor|nobody|nothing|without|cannot|denied|denies|refus\w+|fail\w*)\b|n't\b", re.IGNORECASE)


class Ungrounded(ValueError):
    """A quotation that does not stand in the text; the message says what is missing."""


def ground(quote: str, text: str) -> Evidence:
    """Find a quotation in `text`. Raises Ungrounded with the reason where it doesn't stand there."""
    wanted = quote.strip().strip("“”\"«»")
    if len(wanted) < 2:  # noqa: PLR2004
        raise Ungrounded("the quotation is empty")
    at = text.find(wanted)
    if at >= 0:
        return Evidence.at(text, at, at + len(wanted))
    folded, needle = fold(text), fold(wanted)
    at = folded.find(needle)
    if at < 0:
        at = folded.lower().find(needle.lower()) if len(folded.lower()) == len(folded) else -1
    if at >= 0:
        return Evidence.at(text, at, at + len(needle))
    return _near(wanted, needle, text, folded)


def fold(text: str) -> str:
    """The text with quotes, dashes and spaces made plain; as many characters as before."""
    return text.translate(_FOLDED)


def _near(wanted: str, needle: str, text: str, folded: str) -> Evidence:
    from rapidfuzz import fuzz

    if len(needle) > len(folded):
        raise Ungrounded("the quotation is longer than the article")
    found = fuzz.partial_ratio_alignment(needle, folded, score_cutoff=_NEAR)
    if found is None:
        raise Ungrounded("the quotation does not stand in the article")
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    window = text[start:end]
    missing = Counter(n.value for n in numbers_in(wanted)) - Counter(n.value for n in numbers_in(window))
    if missing:
        raise Ungrounded("a number of the quotation does not stand in the article: " + ", ".join(map(str, missing)))
    if len(_NEGATION.findall(wanted)) != len(_NEGATION.findall(window)):
        raise Ungrounded("a negation differs between the quotation and the article")
    return Evidence.at(text, start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
