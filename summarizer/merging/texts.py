"""Small readings of text that several parts of the merge share: sentences, words, shingles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

__all__ = [
    "STOP",
    "content_words",
    "fold",
    "has_any",
    "listed",
    "sentence_span",
    "shingles",
    "stem",
    "vocabulary",
    "words",
]

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*", re.UNICODE)
_END = re.compile(r"[.!?]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Sgt|Capt|St|Sen|Rep|Gov|No|vs|etc"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec))\.\s*$"
)


def vocabulary(text: str) -> frozenset[str]:
    """Make a set of words out of running text, in which long lists read better."""
    return frozenset(text.split())


STOP = vocabulary(
    """a about above after again against all also am an and any are as at be because been before
    being below between both but by can could did do does doing down during each few for from
    further had has have having he her here hers him his how i if in into is it its itself just me
    more most my no nor not now of off on once only or other our out over own said same say says she
    should so some such than that the their them then there these they this those through to too
    under until up very was we were what when where which while who whom why will with would you
    your yours"""
)
_SUFFIXES = (
    "ations", "ation", "ments", "ment", "ities", "ity", "ately", "ates", "ated", "ate", "acy",
    "ings", "ing", "ness", "ions", "ion", "ives", "ive", "ers", "er", "ies", "ied", "edly", "ed",
    "es", "ly", "s", "e", "y",
)  # fmt: skip


_BY_LAST = {end: tuple(s for s in _SUFFIXES if s[-1] == end) for end in {s[-1] for s in _SUFFIXES}}
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_QUOTES = str.maketrans("’‘ʼ“”–—", "'''\"\"--")


def fold(text: str) -> str:
    """Lower case without accents or typographic quotes and dashes."""
    if text.isascii():
        return text.lower()
    return _FOREIGN.sub(_plain, text).lower()


def _plain(match: re.Match[str]) -> str:
    return _unmarked(match.group())


@lru_cache(maxsize=4096)
def _unmarked(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(c for c in plain if not unicodedata.combining(c))


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of these stands in a text; many are asked of every sentence."""
    for part in parts:  # noqa: SIM110 — any() takes half as long again
        if part in text:
            return True
    return False


def words(text: str) -> list[str]:
    """The words and numbers of a text in order, folded, thousands separators kept out."""
    return [w.replace(",", "") for w in _WORD.findall(fold(text))]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude English stem: enough to see "legitimate" in "legitimacy"."""
    for suffix in _BY_LAST.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:  # noqa: PLR2004 — shorter stems collide
            return word[: -len(suffix)]
    return word


def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(stem(w) for w in words(text) if w not in STOP and len(w) > 1)


def shingles(text: str, size: int = 5) -> frozenset[tuple[str, ...]]:
    """Every run of `size` words; a text shorter than that is one shingle."""
    tokens = words(text)
    if len(tokens) <= size:
        return frozenset([tuple(tokens)]) if tokens else frozenset()
    return frozenset(tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1))


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or sentences that hold `text[start:end]` begin and end."""
    left, right = 0, len(text)
    for match in _END.finditer(text):
        if "\n" not in match.group() and _ABBREVIATED.search(text[: match.start() + 1][-12:]):
            continue
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end - 1:
            right = match.start() + len(match.group().rstrip())
            break
    return left, right


def listed(items: Sequence[str] | Iterable[str]) -> str:
    """Join as an editor would: "A", "A and B", "A, B and C"."""
    names = list(items)
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
