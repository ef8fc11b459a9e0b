"""Whether two names mean the same speaker, party or place: tolerant on purpose.

It is the scorer's own reading of names. Sharing the extraction's or the merge's would hide their
mistakes. Further names come from the annotations (`aliases`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

__all__ = [
    "Aliases",
    "content_words",
    "fold",
    "same_direction",
    "same_party",
    "same_place",
    "same_speaker",
]

Aliases = Mapping[str, Sequence[str]]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPELLINGS = {
    "defence": "defense", "centre": "center", "headquarters": "center", "hq": "center",
    "labour": "labor", "organisation": "organization", "programme": "program",
    "mod": "ministry defense", "dept": "department", "wars": "war",
    "us": "united states", "uk": "united kingdom", "officials": "official",
}  # fmt: skip
_SMALL = _set("the of for and in on at a an with to by from its his her their near s")
_TITLES = _set(
    """president prime minister chancellor premier spokesman spokeswoman spokesperson commissioner
    ombudsman governor mayor mr mrs ms dr sir colonel col major general gen captain brigadier bishop
    father chief head leader director adviser advisor aide deputy secretary foreign former acting
    human rights"""
)
# Words that say what sort of body a name is: alone they name nobody.
_BODIES = _set(
    """ministry department government authority authorities army forces military officials official
    office agency service center committee commission council party police court group movement
    organization defense foreign interior coordination union side state rebels militia troops
    administration"""
)
_PARTY_SMALL = _SMALL | _set(
    """government authorities army forces military side movement rebels militia state republic
    troops soldiers people group"""
)
_PLACE_SMALL = _SMALL | _set(
    """border frontier region province city town area crossing checkpoint post territory near island
    off outside neighbouring neighboring between airport"""
)
_MIN_STEM = 4
_ACRONYMS = frozenset({"US", "USA", "UK", "UAE", "DRC"})


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and hyphens, for comparing."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"\b([a-z])\.([a-z])\.", r"\1\2", plain)  # U.S.
    return re.sub(r"\bco-?ord", "coord", plain).replace("'s ", " ").replace("'", "")


def content_words(text: str) -> list[str]:
    """Take the folded words of `text` from four letters on, cut to a common stem."""
    words = re.findall(r"\w+", fold(text))
    return [w[:6] for w in words if len(w) >= _MIN_STEM and w not in _SMALL]


def same_speaker(annotated: str, proposed: str, aliases: Aliases | None = None) -> bool:
    """Whether the proposed speaker is the annotated one: a surname or part of the words is enough.

    A word that only says what sort of body it is ("the ministry") names nobody.
    """
    return any(_one_speaker(name, proposed) for name in _names(annotated, aliases))


def same_party(annotated: str, proposed: str, aliases: Aliases | None = None) -> bool:
    """Whether two names stand for one party: a country is also its demonym and its capital."""
    return any(_one_party(name, proposed) for name in _names(annotated, aliases))


def same_direction(
    annotated: str | None, proposed: str | None, aliases: Aliases | None = None
) -> bool:
    """Whether two directions agree; `to:PARTY` by party, the rest by the word."""
    if annotated is None or proposed is None:
        return annotated == proposed
    if annotated.startswith("to:") and proposed.startswith("to:"):
        return same_party(annotated[3:], proposed[3:], aliases)
    return annotated == proposed


def same_place(annotated: str, proposed: str) -> bool:
    """Whether one place names the other, in whole or in its telling part."""
    left, right = _place_words(annotated), _place_words(proposed)
    return bool(left and right) and (left <= right or right <= left)


def _names(annotated: str, aliases: Aliases | None) -> list[str]:
    return [annotated, *(aliases or {}).get(annotated, ())]


def _words(text: str, small: Iterable[str]) -> list[str]:
    found: list[str] = []
    for word in re.findall(r"\w+", fold(text)):
        found += _SPELLINGS.get(word, word).split()
    return [_country_word(w) for w in found if w not in small]


def _sound(word: str) -> str:
    """Spell the usual transliterations one way: Yelena, Elena; Sergey, Sergei."""
    return re.sub(r"(?:iy|yi|yy|ij|y|j)+", "i", word)


def _one_speaker(annotated: str, proposed: str) -> bool:
    left, right = _person_words(annotated), _person_words(proposed)
    if not left or not right:
        return fold(annotated).strip() == fold(proposed).strip()
    a, b = set(left), set(right)
    if a == b:
        return True
    smaller = a if a <= b else b if b <= a else set()
    if smaller:
        return _tells(smaller)
    return not (a | b) & _BODIES and left[-1] == right[-1] and _given_fit(left[:-1], right[:-1])


def _person_words(text: str) -> list[str]:
    words = _words(text, _SMALL)
    kept = [w for w in words if w not in _TITLES or w in _BODIES]
    return [_sound(w) if w not in _BODIES else w for w in kept or words]


def _tells(words: set[str]) -> bool:
    named = words - _BODIES
    if not named:  # "Ministry of Defense" tells who; "the ministry" doesn't
        return len(words) > 1
    lands = {_sound(name) for name in countries().values()}
    return bool(words & _BODIES) or not named <= lands


def _given_fit(left: list[str], right: list[str]) -> bool:
    return not left or not right or left[0][0] == right[0][0]


def _one_party(annotated: str, proposed: str) -> bool:
    known = countries()
    a, b = known.get(_bare(annotated)), known.get(_bare(proposed))
    if a and b:
        return a == b
    if _initials(annotated, proposed) or _initials(proposed, annotated):
        return True
    left, right = ({_singular(w) for w in _party_words(t)} for t in (annotated, proposed))
    return bool(left and right) and (left <= right or right <= left)


def _initials(short: str, long: str) -> bool:
    """Whether one name is the initials of the other: RSF, Rapid Support Forces."""
    letters = re.sub(r"[^A-Za-z]", "", short)
    words = re.findall(r"[A-Z][\w’'-]*", long)
    least = 3  # two letters are too many things
    return letters.isupper() and len(letters) >= least and letters == "".join(w[0] for w in words)


def _party_words(text: str) -> list[str]:
    words = _words(text, _PARTY_SMALL) or _words(text, _SMALL)
    name = countries().get(" ".join(words))
    return [name] if name else words


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _MIN_STEM else word


def _place_words(text: str) -> set[str]:
    return {_sound(w) for w in _words(text, _PLACE_SMALL)}


def _bare(text: str) -> str:
    return re.sub(r"^the ", "", fold(text).strip())


def _country_word(word: str) -> str:
    name = countries().get(word)
    return name if name and " " not in name else word


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Map each folded name, demonym or capital to the folded short name of its country.

    It reads the tables on first use. What several countries share (Congolese, American) goes to
    the most populous.
    """
    rows = sorted(_rows(), key=lambda row: (-(row.get("population") or 0), row["name"]))
    known: dict[str, str] = {}
    for row in rows:
        for spelling in (_short(row), *(row.get("altSpellings") or [])):
            if len(spelling) > _MIN_STEM or spelling in _ACRONYMS or spelling == _short(row):
                known.setdefault(fold(spelling).strip(), fold(_short(row)))
    for row in rows:
        name = fold(_short(row))
        if demonym := fold(_first(row.get("demonym"))).strip():
            known.setdefault(demonym, name)
            known.setdefault(f"{demonym}s", name)
            known.setdefault(re.sub(r"an$", "a", demonym), name)  # America
        if capital := fold(_first(row.get("capital")).split(",")[0]).removesuffix(" dc").strip():
            known.setdefault(capital, name)
    return known


def _rows() -> list[dict[str, Any]]:
    from importlib.resources import files

    rows = []
    for entry in files("countryinfo").joinpath("data").iterdir():
        if entry.name.endswith(".json"):
            row = json.loads(entry.read_text(encoding="utf-8"))
            if isinstance(row, dict) and row.get("name"):
                rows.append(row)
    return rows


def _first(value: str | list[str] | None) -> str:
    """Take the first of what the table gives as one or several; empty where it gives none."""
    if isinstance(value, list):
        value = next(iter(value), None)
    return value or ""


def _short(row: dict[str, Any]) -> str:
    return re.split(r"[,(]", str(row["name"]))[0].strip()
