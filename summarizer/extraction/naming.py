"""Naming: whether two names within one article mean the same person or body."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.extraction.parties import countries
from summarizer.extraction.saying import BODIES

__all__ = [
    "SPELLINGS",
    "bare_name",
    "is_acronym",
    "is_name",
    "key_of",
    "lands",
    "same_body",
    "same_person",
    "sound",
]

SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "co-ordination": "coordination",
    "u.s.": "united states",
    "mod": "defense ministry",
}
_SMALL = frozenset(
    [
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "a",
        "an",
        "to",
        "from",
        "its",
        "his",
        "her",
        "their",
        "with",
        "by",
        "s",
        "both",
    ]
)
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col|Maj|Capt|Lt|Sgt|Prof|Sen|Rep|Gov|Lord|Lady|Father|Sister|Sheikh|Mallam|Mullah|Imam|Ayatollah|Pastor|Rev|Haji)\.?|"
    r"(?:(?:Vice|Deputy|Prime|Foreign|Defen[cs]e|Interior|Major|Lieutenant|Brigadier|Secretary"
    r"|Regional|District|Human|Rights)[ -])*"
    r"(?:President|Minister|General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral|Marshal|Commissioner|Commander|Governor|Mayor|"
    r"Secretary|Chancellor|Premier|Senator|Bishop|Archbishop|King|Queen|Prince|Ambassador|Spokesman|Spokeswoman|Chairman|Director|Leader|Ombudsman|Professor|Judge))\s+"
)


def key_of(name: str) -> frozenset[str]:
    """The telling words of a name, spelled one way; a demonym or capital is its country."""
    found: set[str] = set()
    known = countries()
    for word in re.findall(r"[\w.-]*\w\.?", name.lower().replace("’s", "").replace("'s", "")):
        word = (  # noqa: PLW2901
            SPELLINGS.get(word, word)
            if word.endswith("s.") or word in SPELLINGS
            else word.rstrip(".")
        )
        if word in _SMALL or not word:
            continue
        land = known.get(word)
        if land is None and len(word) > 4 and word.endswith("s"):  # noqa: PLR2004
            land = known.get(word[:-1])
            word = word if word.endswith("ss") else word[:-1]  # noqa: PLW2901
        found.update(
            re.findall(r"\w+", land.lower()) if land else SPELLINGS.get(word, word).split()
        )
    return frozenset(found)


def sound(word: str) -> str:
    """A surname with usual transliterations spelled one way: Petrovsky, Petrovskiy."""
    return re.sub(r"(?:iy|yi|yy|ij|y|j|i)+", "i", word.lower())


def bare_name(name: str) -> str:
    """The name without titles and possessive: "President Ada Roe's" is "Ada Roe"."""
    name = re.sub(r"[’']s?$", "", name.strip(' ,“”"')).strip()
    while (shorter := _TITLES.sub("", name)) != name:
        name = shorter
    return name


def is_name(name: str) -> bool:
    """Whether every word is written as part of a person's name."""
    words = name.split()
    return (
        bool(words)
        and all(w[0].isupper() or len(w) <= 3 or "-" in w for w in words)  # noqa: PLR2004
        and words[-1][0].isalpha()
    )


def same_person(one: str, two: str) -> bool:
    """Whether two names share the surname, and the given name's initial where both have one."""
    a, b = one.split(), two.split()
    if sound(a[-1]) != sound(b[-1]):
        return False
    return len(a) == 1 or len(b) == 1 or sound(a[0])[0] == sound(b[0])[0]


def same_body(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two keys are one body: equal, or one a telling part of the other."""
    if not one or not two:
        return False
    if one == two:
        return bool(one - lands())
    small, large = sorted((one, two), key=len)
    if not small < large:
        return False
    own = small - lands()
    return len(own) >= 2 or bool(own & (BODIES - {"group", "side", "forces", "office", "agency"}))  # noqa: PLR2004


@lru_cache(maxsize=1)
def lands() -> frozenset[str]:
    """Every word of a country's name."""
    return frozenset(
        word for name in set(countries().values()) for word in re.findall(r"\w+", name.lower())
    )


def is_acronym(one: str, two: str) -> bool:
    """Whether one name is made of the other's initials."""
    for short, long in ((one, two), (two, one)):
        if short.isupper() and len(short) > 1 and short.isalpha():
            initials = "".join(w[0] for w in re.findall(r"\w+", long) if w[0].isupper())
            if initials == short:
                return True
    return False
