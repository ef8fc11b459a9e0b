"""Lands: the names, demonyms and capitals of countries, from the countryinfo tables."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["countries", "lands"]

_SHORT = 3


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every name, demonym and capital of a country, lower case → the country's short name."""
    spec = find_spec("countryinfo")
    folders = spec.submodule_search_locations if spec else None
    known: dict[str, str] = {}
    capitals: dict[str, str] = {}
    entries = [
        json.loads(f.read_text(encoding="utf-8"))
        for f in sorted(Path(next(iter(folders or []))).joinpath("data").glob("*.json"))
    ]
    named = [e for e in entries if isinstance(e, dict) and e.get("name")]
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
        known.setdefault(capital.removesuffix(" d.c.").strip(), name)
    return known


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
