"""Loaded words: which stand in our own voice, and what to write instead.

`loaded.toml` beside this file is the general list; a pack's contested terms come on top.
The writing gate and the verifier read the same list.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import NamedTuple

from summarizer.documents.sieve import may_find

__all__ = ["ONE_ORIGIN", "Loaded", "loaded_in", "own_voice"]

# How a brief says that several outlets have something from one source.
ONE_ORIGIN = re.compile(r"\b(?P<outlets>[\w-]+) outlets, one origin\b", re.IGNORECASE)

# Between marks the words are somebody's. A single mark opens after a space and closes before none.
_QUOTED = re.compile(
    r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|(?<!\w)‘[^’]*(?:’\w[^’]*)*’(?!\w)", re.DOTALL
)


class Loaded(NamedTuple):
    """A loaded word at `start` to `end`, what to write instead ("": nothing), and why."""

    word: str
    start: int
    end: int
    instead: str
    why: str


def own_voice(text: str) -> str:
    """Blank out what stands between quotation marks; offsets stay."""
    return _QUOTED.sub(lambda m: " " * len(m[0]), text)


def loaded_in(
    text: str, *, names: Iterable[str] = (), extra: Mapping[str, str] | None = None
) -> list[Loaded]:
    """Find loaded words outside quotation marks, in order.

    `names` are names that may hold such a word (an outlet called "The Radical"); `extra` maps
    further regular expressions for whole words to what to write instead.
    """
    voice = own_voice(text)
    for name in sorted({n for n in names if n}, key=len, reverse=True):
        if name in voice:
            voice = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda m: " " * len(m[0]), voice)
    found = []
    lower = voice.lower()
    for literal, term, instead, why in _terms():
        if literal in lower:  # a pattern is compiled where it may match: there are hundreds
            found += [_found(m, instead, why) for m in _whole(term).finditer(voice)]
    for term, instead in sorted((extra or {}).items()):
        found += [
            _found(m, instead, "the sources word it differently")
            for m in (_whole(term).finditer(voice) if may_find(term, voice) else ())
            if m[0].lower() != instead.lower()
        ]
    return sorted(found, key=lambda f: (f.start, -f.end, f.why))


def _found(match: re.Match[str], instead: str, why: str) -> Loaded:
    return Loaded(match[0], match.start(), match.end(), instead, why)


@functools.cache
def _terms() -> tuple[tuple[str, str, str, str], ...]:
    """Give (letters that a match begins with, pattern, what to write instead, why) for each term."""
    data = tomllib.loads(resources.files(__package__).joinpath("loaded.toml").read_text("utf-8"))
    return tuple(
        (_opening(term), term, instead, group["why"])
        for group in data.values()
        for term, instead in group["terms"].items()
    )


def _opening(term: str) -> str:
    """Give the letters that every match of a pattern begins with; "" where they may differ."""
    if "|" in re.sub(r"\([^)]*\)", "", term):
        return ""
    opening = re.match(r"[a-z -]*", term)
    letters = opening[0] if opening else ""
    return letters[:-1] if term[len(letters) :][:1] in {"?", "*", "{"} else letters


@functools.cache
def _whole(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{term})(?!\w)", re.IGNORECASE)
