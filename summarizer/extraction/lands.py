"""Lands: the names, demonyms and capitals of countries, from the countryinfo tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from summarizer.documents import atlas

__all__ = ["countries", "lands", "plain", "regions"]

_SHORT = 3
_COMMON = {"central", "northern", "southern", "eastern", "western", "north", "south", "east", "west",
           "capital", "centre", "center", "coast", "delta", "highlands", "islands", "lakes", "plateau",
           "rivers", "union", "victoria", "federal district", "independence", "liberty", "hope",
           "bridge", "copperbelt", "upper", "lower", "midlands", "national capital", "distrito federal",
           "saint george", "san jose", "santa cruz", "saint john", "saint paul"}  # fmt: skip


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every name, demonym and capital of a country, lower case → the country's short name."""
    known: dict[str, str] = {}
    capitals: dict[str, str] = {}
    named = atlas.countries()
    # A demonym that a country shares with a territory is the country's, so the populous come first.
    for entry in sorted(named, key=lambda e: (-int(e.get("population") or 0), str(e["name"]))):
        name = _short_name(entry["name"], entry.get("altSpellings") or ())
        spellings = [entry["name"], name, *(entry.get("altSpellings") or [])]
        for spelling in spellings:
            if len(spelling) > _SHORT or (spelling.isupper() and len(spelling) == _SHORT):
                known.setdefault(spelling.lower(), name)
        demonym = entry.get("demonym")
        if isinstance(demonym, str) and demonym:
            known.setdefault(demonym.lower(), name)
            known.setdefault(demonym.lower() + "s", name)
        code = (entry.get("ISO") or {}).get("alpha2")
        if isinstance(code, str):
            known.setdefault(f"{code[0]}.{code[1]}.".lower(), name)
        if isinstance(entry.get("capital"), str) and entry["capital"]:
            capitals.setdefault(entry["capital"].split(",")[0].lower(), name)
    for capital, name in capitals.items():
        known.setdefault(capital, name)
        known.setdefault(plain(capital), name)
        known.setdefault(capital.removesuffix(" d.c.").strip(), name)
    return known


@lru_cache(maxsize=1)
def regions() -> dict[str, str]:
    """Every province that one country alone has, lower case → the country's short name.

    A name of one common word ("Central") or of a country is left out.
    """
    owners: dict[str, set[str]] = {}
    for entry in atlas.countries():
        short = _short_name(entry["name"], entry.get("altSpellings") or ())
        for written in entry.get("provinces") or ():
            for part in re.split(r"[()]", str(written)):
                word = plain(part.strip().lower())
                if len(word) > _SHORT and word not in _COMMON:
                    owners.setdefault(word, set()).add(short)
    return {
        word: next(iter(own))
        for word, own in sorted(owners.items())
        if len(own) == 1 and word not in countries()
    }


def plain(name: str) -> str:
    """A name without the marks of its transliteration: "Sana'a", "Sanaa"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return re.sub(r"[’'ʻ`]", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(maxsize=1)
def lands() -> frozenset[str]:
    """The short names of all countries."""
    return frozenset(countries().values())


def _short_name(name: str, spellings: Sequence[str] = ()) -> str:
    """The name without its official tail; where that is long, its shortest usual spelling."""
    short = re.split(r"[,(]", name)[0].strip()
    if " of " not in short:
        return short
    words = set(short.lower().split())
    usual = [
        s
        for s in spellings
        if len(s) > _SHORT and "," not in s and words & set(s.lower().split()) and " of " not in s
    ]
    return min(usual, key=lambda s: (len(s), s)) if usual else short
