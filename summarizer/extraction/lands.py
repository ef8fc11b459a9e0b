"""Lands: the names, demonyms and capitals of countries, from the countryinfo tables."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.documents import atlas

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["countries", "lands", "lands_named", "long_name", "plain", "regions"]

_SHORT = 3
_NAMES = re.compile(r"[A-Z][\w.’'-]*(?: (?:of |the |and )*[A-Z][\w.’'-]*){0,5}")
_CALLED = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_OF_AFTER = re.compile(rf" of (?:the )?({_CALLED}(?: of (?:the )?{_CALLED})?)")
_OF_BEFORE = re.compile(rf"{_CALLED} of (?:the )?$")
_WHOSE = re.compile(r"[A-Z]\w+['’]s? (?:[A-Z]\w+ )*$")  # "People's Democratic Republic of"
ARMED = {"Forces", "Army", "Guard", "Guards", "Navy", "Police"}
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
                known.setdefault(spelling.lower().replace(" of the ", " of "), name)
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


def lands_named(text: str) -> Counter[str]:
    """How often a text names each country, by name, demonym or capital."""
    known = countries()
    return Counter(
        known[name]
        for words in _NAMES.findall(text)
        for name in _runs(words.split())
        if name in known
    )


def long_name(doc: Doc, start: int, end: int) -> str:
    """The name in doc[start:end] without article, whole where it is part of a country's longer name.

    So of "Army of the Republic of Ruritania", "Republic" and "Ruritania" are that republic; and the
    army is called by the country alone, whose it is.
    """
    name = re.sub(r"^[Tt]he ", "", doc[start:end].text)
    known = countries()
    after = _OF_AFTER.match(doc.text, doc[end - 1].idx + len(doc[end - 1]))
    if after is not None:
        of_people = _WHOSE.search(doc.text, 0, doc[start].idx)
        if of_people is not None and f"{of_people[0]}{name}{after[0]}".lower() in known:
            return f"{of_people[0]}{name}{after[0]}"
        if f"{name}{after[0]}".lower() in known:
            return f"{name}{after[0]}"
        if name.rsplit(maxsplit=1)[-1] in ARMED and after[1].lower() in known:
            return after[1]
    before = _OF_BEFORE.search(doc.text, 0, doc[start].idx)
    if before is not None:
        of_people = _WHOSE.search(doc.text, 0, before.start())
        for whole in (
            f"{of_people[0] if of_people else ''}{before[0]}{name}",
            f"{before[0]}{name}",
        ):
            if whole.lower() in known:
                return whole
    return name


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Every run of words, in lower case and without a possessive's end."""
    bare = [re.sub(r"(?<!\.\w)[.]$|[’']s?$", "", word).lower() for word in words]
    for start in range(len(bare)):
        for end in range(start + 1, len(bare) + 1):
            yield " ".join(bare[start:end])


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
