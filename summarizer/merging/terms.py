"""Terms: the words of a text that carry meaning, and pairs of them where the news is told first."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase, digits

from summarizer.merging.texts import STOP, fold, stem

__all__ = ["terms_of"]

_WORD = re.compile(r"[^\W\d_][\w'-]+")
_NO_LETTERS = f"{digits}_'-"
_PARTED = "".join(c if c in ascii_lowercase + _NO_LETTERS else " " for c in map(chr, range(128)))
_TABLE = _PARTED.encode().ljust(256)
_MOST_WORDS = 280
_PAIRED = 100  # of those that carry meaning: pairs of words tell most where the news is
_MOST = 2400  # characters: news says what happened first


def terms_of(title: str | None, text: str) -> list[str]:
    """Stems of the first words but the commonest, then pairs of those that stand together."""
    folded = fold((f"{title}\n{text}" if title else text)[:_MOST])
    read = [word for word in map(_read, _parted(folded)) if word is not None]
    words = [word for word in read[:_MOST_WORDS] if word]
    return words + [f"{a} {b}" for a, b in pairwise(words[:_PAIRED])]


def _parted(folded: str) -> list[str]:
    if folded.isascii():  # what _WORD finds, and some that are no words, in a tenth of the time
        return folded.encode().translate(_TABLE).decode().split()
    return _WORD.findall(folded)


@lru_cache(maxsize=65536)
def _read(part: str) -> str | None:
    """A word's stem, nothing for one of the commonest; null where this is no word."""
    word = part.lstrip(_NO_LETTERS)
    if len(word) < 2:  # noqa: PLR2004 — one letter
        return None
    return "" if word in STOP else stem(word)
