"""Ground: the gate between what a model proposes and what is published.

A quotation is looked for exactly, then with its typography folded, then nearly; and whatever is
found must hold every number, every name and every negation of the quotation. What cannot be found
is refused with its reason. Nothing here trusts the model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from summarizer.documents import Evidence
from summarizer.documents.numerals import Numeral, numbers_in

__all__ = ["Ungrounded", "fold", "ground", "negations"]

_NEAR = 85.0  # rapidfuzz's partial ratio; below it the words are other words
_MARKS = "“”\"„«»‘’'"
# fmt: off
_FOLDED = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'",
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2003": " ", "\n": " ", "\t": " ", "\r": " ",
})
# fmt: on
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|neither|nor|nobody|nothing|without|cannot|hardly|barely"
    r"|den(?:y|ies|ied|ying)"
    r"|refus(?:e|es|ed|al|ing)|fail(?:s|ed|ing|ure)?|unable)\b|n't\b",
    re.IGNORECASE,
)
# A negation that governs what follows: a quotation that begins right behind one turns the sense.
_GOVERNING = re.compile(
    r"(?:\b(?:not|no|never|neither|nor|without|cannot|hardly|barely|denied|refused|failed|unable)|n't)"
    r"(?:\s+(?:yet|to|have|has|been|be|the|a|any|even|that))*\s+$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:dozens|scores|tens|hundreds|thousands|millions|several|few|both|half"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w'-]*[\w]")
_ELLIPSIS = re.compile(r"\s*[\[(]?\s*(?:…|\.\.\.+|\. \. \.)\s*[\])]?\s*")
_SHORTEST = 4  # characters of a part that is looked for by itself
_STEM = 4  # letters that a name and its adjective share


class Ungrounded(ValueError):
    """A quotation that does not stand in the text; the message says what is missing."""


def ground(quote: str, text: str) -> Evidence:
    """Find a quotation in `text`; the evidence is the text's own words, whole words and numbers.

    Typography, case and breaks may differ, and a few letters; no number, name or negation may. A
    quotation that begins right behind a negation is widened to take it in. One with "…" inside is
    never joined across the gap: its longest part that stands is taken, if the rest holds no number
    and no negation. Raises Ungrounded with the reason.
    """
    wanted = quote.strip().strip(_MARKS).strip()
    if not any(character.isalnum() for character in wanted):
        raise Ungrounded("the quotation is empty")
    reason: Ungrounded | None = None
    for start, end in _standing(wanted, text):
        try:
            return _checked(wanted, text, start, end)
        except Ungrounded as error:
            reason = reason or error
    if reason is not None:
        raise reason
    if _ELLIPSIS.search(wanted):
        return _longest_part(wanted, text)
    return _near(wanted, text)


def fold(text: str) -> str:
    """The text with quotes, dashes and spaces made plain; as many characters as before."""
    return text.translate(_FOLDED)


def negations(text: str) -> int:
    """How many negations stand in `text`."""
    return len(_NEGATION.findall(fold(text)))


def _standing(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the quotation stands in the text: to the letter first, then with typography folded."""
    at = text.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)
    words = [re.escape(word) for word in fold(wanted).split()]
    for match in re.finditer(r"\s+".join(words), fold(text), re.IGNORECASE):
        yield match.span()


def _near(wanted: str, text: str) -> Evidence:
    from rapidfuzz import fuzz

    needle, folded = fold(wanted), fold(text)
    if len(needle) > len(folded):
        raise Ungrounded("the quotation is longer than the article")
    found = fuzz.partial_ratio_alignment(needle, folded, score_cutoff=_NEAR)
    if found is None:
        raise Ungrounded("the quotation does not stand in the article")
    return _checked(wanted, text, found.dest_start, found.dest_end, near=True)


def _longest_part(wanted: str, text: str) -> Evidence:
    parts = [part for part in _ELLIPSIS.split(wanted) if len(part) >= _SHORTEST]
    for part in sorted(parts, key=len, reverse=True):
        try:
            evidence = ground(part, text)
        except Ungrounded:
            continue
        _hold_all(wanted, evidence.quote)
        return evidence
    raise Ungrounded("the quotation leaves words out, and no part of it stands in the article")


def _checked(wanted: str, text: str, start: int, end: int, *, near: bool = False) -> Evidence:
    """Widen a stretch to whole words, numbers and a negation before; hold it to the quotation."""
    start, end = _whole_words(text, start, end)
    for numeral in _numbers(text):
        if numeral.start < end and start < numeral.end:
            start, end = min(start, numeral.start), max(end, numeral.end)
    _hold_all(wanted, text[start:end])
    if near:
        _hold_names(wanted, text[start:end])
    governing = _GOVERNING.search(fold(text[max(0, start - 40) : start]))
    if governing is not None:
        if near:
            raise Ungrounded("a negation differs between the quotation and the article")
        start -= len(governing[0])
        start, end = _whole_words(text, start, end)
    return Evidence.at(text, start, end)


def _hold_all(wanted: str, window: str) -> None:
    missing = _values(wanted) - _values(window)
    if missing:
        told = ", ".join(str(value) for value in missing)
        raise Ungrounded(f"a number of the quotation does not stand in the article: {told}")
    if negations(wanted) != negations(window):
        raise Ungrounded("a negation differs between the quotation and the article")


def _hold_names(wanted: str, window: str) -> None:
    """Every name of a quotation that isn't exact stands in its window, or an adjective of it."""
    stock = {word.lower() for word in re.findall(r"[\w'-]+", fold(window))}
    for match in _NAME.finditer(fold(wanted)):
        name = match[0].lower().removesuffix("'s")
        if not any(
            name == word.removesuffix("'s") or name[:_STEM] == word[:_STEM] for word in stock
        ):
            raise Ungrounded(f"a name of the quotation does not stand in the article: {match[0]}")


def _values(text: str) -> Counter[int | Decimal | str]:
    values: Counter[int | Decimal | str] = Counter(n.value for n in _numbers(text))
    values.update(word.lower() for word in _VAGUE.findall(text))
    return values


@lru_cache(maxsize=16)
def _numbers(text: str) -> tuple[Numeral, ...]:
    return tuple(numbers_in(text))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of an offset belong to one word or one number."""
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    in_word = "'’-‑"
    if before.isalnum() and after in in_word:
        return at + 1 < len(text) and text[at + 1].isalnum() and after not in "-‑"
    return (
        before in in_word
        and before not in "-‑"
        and after.isalnum()
        and at > 1
        and text[at - 2].isalnum()
    )
