"""Names in a sentence: with the article that the sources give them, and a person's office once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer.documents.lexicon import loaded_in

__all__ = ["after_preposition", "in_sentence", "with_role"]

_HALF = 0.5  # of a name's occurrences stand behind "the"
_COUNTING = re.compile(
    r"(?:both|all|some|two|three|four|five|six|several|multiple|many|a|an|the|one|\d[\d,]*)\b",
    re.IGNORECASE,
)
# What follows a name that stands for itself, and not before a noun as in "the Arda government".
_ALONE = (
    r"\s(?:said|says|has|had|have|was|were|is|are|and|or|of|in|on|at|to|for|with|which|who|that|will|would|did"
    r"|also|after|before|as|by|from|but|when|while|where|\w+ed|\()\b"
)
# Offices that one person holds at a time, where the words say of what.
_ONLY = re.compile(
    r"(?:mayor|governor|president|premier|head|chief|leader|director|chair\w*|commander|minister|prefect"
    r"|regent|owner|bishop|archbishop|king|queen|editor)\b[\w\s-]*? of (?:the|[A-Z])",
)
# Offices that are capitalised before a name.
_FORMAL = re.compile(
    r"\b(?:(?:prime|foreign|interior|defen[cs]e|finance|justice|health|deputy|vice)[ -])*"
    r"(?:president|minister|premier|chancellor|governor|mayor|king|queen|secretary[ -]general)$"
)
_ARTICLE = re.compile(r"\b(the|an?|one|its|their|his|her)\s+$", re.IGNORECASE)
_PLURAL = re.compile(r"(?<![su])s$|(?:people|men|women|children|police)$")
# Where nothing in the sources tells: at a crossing, on a border, in a country.
_ON = re.compile(r"\b(?:border|frontier|bridge|river|road|island|line|coast)s?\b", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:airports?|airfield|airstrip|crossing|checkpoint|pass|port|station|base|hospital|gate|post|terminal"
    r"|stadium|square|junction|harbour|harbor|prison|camp|embassy|airbase)s?\b",
    re.IGNORECASE,
)
_BEFORE = r"\b(in|at|on|near|off)\s+(?:(?:the|an?)\s+)?(?:neighbou?ring\s+|nearby\s+)?"


def in_sentence(name: str, texts: Sequence[str]) -> str:
    """A name as it stands mid-sentence: "the Red Cross", "a Malian security official", "officials".

    `texts` are the sources' texts: what they put before the name, the brief puts too.
    """
    if re.match(r"(?:The|A|An) [A-Z]", name):
        return name
    if _COUNTING.match(name):
        shown = name[:1].lower() + name[1:]
        behind = any(re.search(rf"\bthe {re.escape(name)}\b", t, re.IGNORECASE) for t in texts)
        return f"the {shown}" if behind and not shown.startswith(("the ", "a ", "an ")) else shown
    last = name.rsplit(maxsplit=1)[-1]
    if last[:1].islower() and last.islower():
        return _common(name, tuple(texts))
    return _proper(name, tuple(texts))


@lru_cache(maxsize=1024)
def _common(name: str, texts: tuple[str, ...]) -> str:
    """An office or a kind of people: "source", "defense ministry", "officials from both sides"."""
    shown = name if name[0].islower() or not _everyday(name, texts) else name[0].lower() + name[1:]
    for text in texts:
        at = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
        if at is None:
            continue
        article = _ARTICLE.search(text[: at.start()])
        word = article[1].lower() if article else ""
        if word in ("a", "an", "one"):
            return f"{_indefinite(shown)} {shown}"
        if word:
            return f"the {shown}"
        if re.search(r"(?:^|[,.!?:”\"\n])\s*$", text[: at.start()]):
            return shown  # "Civil defence said": it takes none
        break
    return _without_sources(name, shown)


def _without_sources(name: str, shown: str) -> str:
    """A name of which no source tells the article."""
    if name[0].isupper() and re.search(r"[’']s? ", name):
        return name  # "Velmora's headquarters for the harbour"
    head = re.split(r" (?:of|from|for|in|to|with|at|on|who) ", shown)[0]
    if _PLURAL.search(head):
        return shown
    if re.search(r"[’']s? ", shown) or re.search(
        r"\b(?:ministry|government|army|presidency|parliament|committee|office|agency)\b", head
    ):
        return f"the {shown}"
    return f"{_indefinite(shown)} {shown}"


def _everyday(name: str, texts: tuple[str, ...]) -> bool:
    """Whether the first word is written small somewhere: then its capital only opened a sentence."""
    first = re.escape(name.split(maxsplit=1)[0].lower())
    return any(re.search(rf"\b{first}\b", text) for text in texts)


def _indefinite(words: str) -> str:
    return "an" if words[:1].lower() in "aeiou" else "a"


@lru_cache(maxsize=1024)
def _proper(name: str, texts: tuple[str, ...]) -> str:
    if re.search(r"[’']s ", name):
        return name
    shown = name
    before = [
        (text[max(0, m.start() - 4) : m.start()].lower() == "the ", m[1])
        for text in texts
        for m in re.finditer(rf"\b{re.escape(name)}(s?)\b(?=\W*$|[,.;:)”\"]|{_ALONE})", text)
    ]
    if before and sum(bool(plural) for _, plural in before) > _HALF * len(before):
        shown = f"{name}s"  # "the Houthis", of whom a label only keeps the adjective
    behind = sum(the for the, _ in before)
    return f"the {shown}" if before and behind >= _HALF * len(before) else shown


def after_preposition(place: str, texts: Sequence[str]) -> str:
    """A place with the preposition that the sources put before it: "at Harrow Pass"."""
    place = re.sub(r"(?<!border)(?<!frontier) with .*", "", place)  # who was there is no place
    counted: dict[str, int] = {}
    for text in texts:
        for m in re.finditer(_BEFORE + re.escape(place) + r"\b", text, re.IGNORECASE):
            counted[m[1].lower()] = counted.get(m[1].lower(), 0) + 1
    if counted:
        word = min(counted, key=lambda w: (-counted[w], w))
    else:
        head = re.split(r" (?:with|of|on|in|near) ", place)[0]
        word = "at" if _AT.search(head) else "on" if _ON.search(head) else "in"
    return f"{word} {_place(place, texts)}"


def _place(place: str, texts: Sequence[str]) -> str:
    """A place's name with its article: "the Attari border", "al-Razi Hospital", "a crossing"."""
    head = re.split(r" (?:of|on|in|near) ", place)[0]
    if head.islower():
        if _PLURAL.search(head) or re.search(r" of [A-Z]", place):
            return f"the {place}"
        return f"{_indefinite(place)} {place}"
    named = _proper(place, tuple(texts))
    if named == place and re.search(r"\b(?:border|frontier)\b", place):
        return f"the {place}"
    return named


def with_role(
    name: str, roles: Mapping[str, str], named: set[str], texts: Sequence[str] = ()
) -> str:
    """A person with their office where they are named first; later the name alone."""
    role = roles.get(name, "")
    if not role or name in named or loaded_in(role) or _COUNTING.match(name):
        return name
    named.add(name)
    if re.match(r"(?:of|from|for|with|at|in) ", role):
        return f"{name} {role}"
    if role[:1].isupper():
        role = _FORMAL.sub(lambda m: m[0].title(), role)
        union = any(re.search(rf"\bthe {re.escape(role)}\b", t, re.IGNORECASE) for t in texts)
        return (
            f"the {role}, {name},"
            if union and "'s " in role.replace("’", "'")
            else f"{role} {name}"
        )
    article = "the" if re.search(r"[’']s ", role) or _ONLY.match(role) else _indefinite(role)
    return f"{name}, {article} {role},"
