"""Terms: the words of texts that carry meaning, by their stems, numbered for a whole batch."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from string import ascii_lowercase, digits

from summarizer.merging.likeness import Bags
from summarizer.merging.texts import STOP, fold, stem

__all__ = ["terms_of_all"]

_WORD = re.compile(r"[^\W\d_][\w'-]+")
_NO_LETTERS = f"{digits}_'-"
_PARTED = "".join(c if c in ascii_lowercase + _NO_LETTERS else " " for c in map(chr, range(128)))
_TABLE = _PARTED.encode().ljust(256)
_NO_WORD, _COMMON = -2, -1
_MOST_WORDS = 280
_PAIRED = 100  # of those that carry meaning: pairs of words tell most where the news is
_MOST = 2400  # characters: news says what happened first


def terms_of_all(texts: Iterable[tuple[str | None, str]]) -> Bags:
    """Stems of the first words of titles and texts, but for the commonest words."""
    known = _Words()
    numbers, ends = array("i"), array("q", [0])
    for title, text in texts:
        folded = fold((f"{title}\n{text}" if title else text)[:_MOST])
        words = [n for n in map(known.__getitem__, _parted(folded)) if n != _NO_WORD]
        numbers.extend([n for n in words[:_MOST_WORDS] if n != _COMMON])
        ends.append(len(numbers))
    return Bags(list(known.stems), numbers, ends, _PAIRED)


def _parted(folded: str) -> list[str]:
    if folded.isascii():  # what _WORD finds, and some that are no words, in a tenth of the time
        return folded.encode().translate(_TABLE).decode().split()
    return _WORD.findall(folded)


class _Words(dict[str, int]):
    """The number of each word's stem, by how the word is written."""

    def __init__(self) -> None:
        super().__init__()
        self.stems: dict[str, int] = {}

    def __missing__(self, part: str) -> int:
        word = part.lstrip(_NO_LETTERS)
        if len(word) < 2:  # noqa: PLR2004 — one letter
            number = _NO_WORD
        elif word in STOP:
            number = _COMMON
        else:
            number = self.stems.setdefault(stem(word), len(self.stems))
        self[part] = number
        return number
