"""The phrases of phrases.toml, compiled where a paragraph may begin with them.

They are 500, and a paragraph begins with one or with none: of each the letters are known with which
it opens, so that of those that can't be meant nothing is compiled.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path

from summarizer.documents.sieve import letter_of, lowered, may_find

__all__ = ["CUE", "alternatives", "begins", "may_begin"]

CUE = r"[\W_]*"
"""Arrows, bullets and pictures that stand before the words."""

_CUE = re.compile(CUE)
_GROUP = re.compile(r"\(\?:([^()]*)\)(\??)")
_INNER = re.compile(r"\([^()]*\)")


@cache
def alternatives(reason: str) -> str:
    """All phrases given for a reason, as one group to build a pattern with."""
    return _group(phrase for phrase, _ in _phrases(reason))


@lru_cache(maxsize=1024)
def may_begin(reason: str, line: str) -> str:
    """The phrases given for a reason with which a line may begin, as one group; "" for none."""
    low = lowered(line)
    if low is None:
        return alternatives(reason)
    at = _CUE.match(low)
    words = low[at.end() :] if at else low
    found = [
        phrase
        for phrase, openings in _phrases(reason)
        if (words.startswith(openings) if openings else may_find(phrase, line))
    ]
    return _group(found) if found else ""


def begins(reason: str, line: str) -> bool:
    """Whether a paragraph begins with a phrase given for the reason."""
    found = may_begin(reason, line)
    return bool(found) and _compiled(CUE + found).match(line) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _group(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(phrases) + ")"


@cache
def _phrases(reason: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each phrase given for a reason, with the letters that it may open with; none: unknown."""
    return tuple((phrase, _openings(phrase)) for phrase in _tables()[reason]["phrases"])


def _openings(phrase: str) -> tuple[str, ...]:
    plain = phrase
    while (fewer := _INNER.sub("", plain)) != plain:
        plain = fewer
    if "|" in plain:
        return ()
    group = _GROUP.match(phrase)
    if group is None:
        first = _letters(phrase)
        return (first,) if first else ()
    found = [_letters(one) for one in group[1].split("|")]
    rest = phrase[group.end() :]
    if group[2] or rest[:1] in {"*", "{"}:
        found += _openings(rest) or [""]
    return tuple(found) if all(found) else ()


def _letters(words: str) -> str:
    """The letters with which what matches begins, up to the first that may be another."""
    sure = "".join(takewhile(letter_of, words))
    if words[len(sure) :][:1] in {"?", "*", "{"}:
        sure = sure[:-1]
    return sure.lower() if sure[:1].isalnum() else ""


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    source = Path(__file__).with_name("phrases.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
