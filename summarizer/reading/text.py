"""Characters put in order, words left alone: quotations are checked against them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["one_line", "tidy", "unquoted", "words"]

_INVISIBLE = (  # zero width, soft hyphen, bidi marks, embeddings and isolates, BOM, tag characters
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb"
)
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t"
)
_NEWLINES = "\x0b\x0c\x85\u2028\u2029"
_TABLE: dict[int, str | None] = {code: None for code in range(0x20) if chr(code) != "\n"}
_TABLE |= dict.fromkeys(range(127, 160))
_TABLE |= dict.fromkeys(range(917504, 917632))
_TABLE |= dict.fromkeys(range(55296, 57344), "�")  # half a character, as JSON can smuggle in
_TABLE |= dict.fromkeys(map(ord, _INVISIBLE))
_TABLE |= dict.fromkeys(map(ord, _SPACES), " ")
_TABLE |= dict.fromkeys(map(ord, _NEWLINES), "\n")

# A joiner between letters of Arabic or an Indic script is spelling; elsewhere it hides something.
_JOINER = re.compile(r"(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])")
_RUN = re.compile(r" {2,}")
_EDGE = re.compile(r" *\n *")
_BLANK = re.compile(r"\n{3,}")
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»\n]*(?:[”\"“»]|$)")
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_FIRST_CJK = "\u3040"
_WORD = re.compile(r"[^\W_][\w'’.,-]*")


def tidy(text: str) -> str:
    """Normalise line ends, spaces and composition; drop what cannot be seen.

    Smart quotes and dashes stay as they are.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    text = unicodedata.normalize("NFC", _JOINER.sub("", text))
    return _BLANK.sub("\n\n", _EDGE.sub("\n", _RUN.sub(" ", text))).strip()


def one_line(text: str) -> str:
    """The text tidied and on a single line."""
    return " ".join(tidy(text).split())


def unquoted(text: str) -> str:
    """The text with every quotation blanked: what the outlet says itself."""
    return _QUOTED.sub(" … ", text)


@lru_cache(maxsize=1024)  # one paragraph is asked about several times in a row
def words(text: str) -> int:
    """How many words stand in `text`; scripts that leave no spaces count two characters as one."""
    dense = 0
    if max(text, default="") >= _FIRST_CJK:  # else the wide ranges need not be compiled
        text, dense = re.subn(_CJK, " ", text)
    return len(_WORD.findall(text)) + dense // 2
