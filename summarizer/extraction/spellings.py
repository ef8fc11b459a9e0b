"""Spellings: one name for a group, its people and its initials."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from summarizer.extraction.standing import FORCES

if TYPE_CHECKING:
    from summarizer.extraction.pairs import Standing

__all__ = ["join_spellings", "learn_bracketed"]

_STEM = 4
_BODIES = {"Party", "League", "Group", "Organisation", "Organization"}  # with initials of their own
_PEOPLE = re.compile(r"(?:ans?|ese|ish|i)$")


def join_spellings(told: Standing, groups: dict[str, str], text: str) -> None:
    """Let every name of a group in `groups` (lower case → name) stand for its shortest spelling.

    So "Southmark" and "Southmarkers", "Averna" and "Avernian", a long name and its initials.
    """
    _learn_nouns(groups, text)
    names = sorted(set(groups.values()), key=lambda n: (len(n), n))
    for long in names:
        initials = _initials(long, text)
        if initials:
            groups.setdefault(initials.lower(), initials)
            groups[long.lower()] = initials
            told.rename(long, initials)
            continue
        for short in names:
            people = short.endswith("s") and sum(n.endswith(f" {short}") for n in names) == 1
            known = people or short in FORCES | _BODIES
            if known and " " not in short and long.endswith(f" {short}"):
                groups[short.lower()] = groups[long.lower()]  # "the Front" is the one told of
                told.rename(short, groups[long.lower()])
            if short != long and groups.get(short.lower()) == short and _same_stem(short, long):
                groups[long.lower()] = short
                told.rename(long, short)


def learn_bracketed(groups: dict[str, str], text: str, known: Collection[str]) -> None:
    """Learn each force that the article gives with its initials: "the New Mountain Army (NMA)"."""
    pattern = (
        r"((?:[A-Z][\w’'-]+\s+){1,5}[A-Z]\w+(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?)"
        r"(?:\s+\(|,\s+or\s+(?:the\s+)?)([A-Z][A-Za-z-]{1,7})[),]"
    )
    for match in re.finditer(pattern, text):
        name, initials = re.sub(r"^The\s+", "", match[1]), match[2]
        words = set(re.split(r"[\s-]+", name))
        force = bool(words & (FORCES | _BODIES)) and sum(c.isupper() for c in initials) > 1
        if force and name.lower() not in known:
            groups.setdefault(initials.lower(), initials)
            groups[name.lower()] = initials


def _learn_nouns(groups: dict[str, str], text: str) -> None:
    """Of a group learned by its adjective ("Avernian"), the name itself where the text has it."""
    words = sorted(set(re.findall(r"\b[A-Z][a-z]{3,}\b", text)))
    for name in sorted(groups.values()):
        if _PEOPLE.search(name):
            fitting = (w for w in words if w != name and not _PEOPLE.search(w))
            noun = next((w for w in fitting if _same_stem(w, name)), None)
            if noun is not None:
                groups.setdefault(noun.lower(), noun)


def _initials(name: str, text: str) -> str:
    """The initials that the article gives a name, in brackets or by using them; else empty."""
    given = re.search(rf"\b{re.escape(name)}\s*\(([A-Z][A-Za-z-]{{1,7}})\)", text)
    if given is not None and " " in name and sum(c.isupper() for c in given[1]) > 1:
        return given[1]
    initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[0].isupper())
    used = len(initials) > 2 and re.search(rf"\b{initials}\b", text)  # noqa: PLR2004
    return initials if used else ""


def _same_stem(short: str, long: str) -> bool:
    """Whether one name is the other's people: "Southmark", "Southmarkers"; "Averna", "Avernian"."""
    if " " in long or " " in short or min(len(short), len(long)) < _STEM:
        return False
    low, high = short.lower(), long.lower()
    if high.startswith(low):
        return True
    stem = re.sub(r"[aeiouy]+$", "", low)
    people = rf"{re.escape(stem)}[aeiou]?(?:ans?|ns?|s|ese|ish)"
    return len(stem) >= _STEM and re.fullmatch(people, high) is not None
