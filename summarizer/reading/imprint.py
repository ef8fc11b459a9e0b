"""The line by a headline that says whose the report is, by whom, where from and of what day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.reading.dates import DATE

__all__ = ["PRESS", "Imprint", "imprint", "is_person"]

_LONGEST = 18  # words
_LONGEST_NAME = 6
PRESS = re.compile(  # words that newspapers, agencies and stations call themselves by
    r"\b(?:times|post|herald|tribune|gazette|news|courier|chronicle|observer|monitor|radio|voice|journal"
    r"|standard|express|wire|agency|press|daily|weekly|sun|star|mail|telegraph|echo|ledger|bulletin"
    r"|broadcasting|broadcaster|magazine|network|media|sentinel|guardian|record|review|argus|newspaper"
    r"|reporter|mirror|globe|examiner|inquirer|dispatch|advertiser|independent|today|tv|fm|zeitung"
    r"|blatt|kurier|nachrichten|anzeiger|rundschau|correo|diario|prensa|noticias|heraldo|jornal|folha"
    r"|correio|gazzetta|corriere|giornale|journal|presse|dépêche|courrier|krant|dagblad|tidning|gazeta"
    r"|kurier|dziennik|вестник|газета|известия|новости|вісник|gazetesi|haber|harian|kompas)\b",
    re.IGNORECASE,
)
_WORD = r"[A-ZÀ-ÝŁŚŻŠČŽА-ЯЁІЇЄ0-9][\w.&’'-]*"
_NAMES = re.compile(
    rf"(?:[Tt]he )?{_WORD}(?: (?:of|the|and|de|du|la|le|da|do|&|{_WORD}))*(?: newspaper| magazine)?$"
)
_PERSON = re.compile(rf"{_WORD} (?:(?:de|da|van|von|al|el|bin|der|la|di) )*{_WORD}(?: {_WORD})?$")
_ACRONYM = re.compile(r"[A-Z]{2,3}$")
_AGENCY = re.compile(r"(?P<place>[^()/]*?)\s?[(/](?P<agency>[^()/]{2,40})[)/]\.?$")
_STAFF = re.compile(
    r"(?P<house>[A-Z].*?)(?:[’']s?)?"
    r" (?i:staff(?: writer)?|newsroom|reporters?|correspondents?|writers?|editors?)$"
)
_LABEL = re.compile(
    r"(?P<by>by|von|par|por|written by|reported by)\s+|(?P<from>source|published (?:by|in)|from)\s?:?\s+"
    r"|(?:first |last )?(?:published|posted|updated|issued)\s?:?\s+(?:on |at )?",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?),?\s+"
_DAY = re.compile(rf"(?i:{_WEEKDAY})?{DATE}(?![\d-])")
_CLOCK = re.compile(
    r"(?:\bat )?\b\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?", re.IGNORECASE
)
_DATED = "\N{REPLACEMENT CHARACTER}"  # stands for a date or a time of day among the pieces
_BARRED = re.compile(r"[|•·]")
_BREAK = re.compile(r"\s*[|•·,;]\s*|\s+[–—-]+\s+|\s+(?:for|on|in)\s+(?=[A-Z\ufffd])")


@dataclass(frozen=True)
class Imprint:
    """What such a line says: the outlet, if it names one, and whether it gives a day."""

    outlet: str | None
    dated: bool


def imprint(line: str) -> Imprint | None:
    """Read "By Ada Lind, The Vale Times", "TARSK (VNA) — 3 May 2031"; null for any other line.

    Each piece of the line must be an outlet, a person, a place or a date.
    """
    if len(line.split()) > _LONGEST:
        return None
    label = _LABEL.match(line)
    rest, days = _DAY.subn(_DATED, line[label.end() :] if label else line)
    rest = _CLOCK.sub(_DATED, rest)
    pieces = [piece.strip(f" .:{_DATED}") for piece in _BREAK.split(rest)]
    pieces = [piece for piece in pieces if piece]
    if not pieces or not all(map(_is_named, pieces)):
        return None
    written = bool(label and label["by"]) and not _is_house(pieces[0])
    names = pieces[1:] if written else pieces
    outlet = next((found for sign in _SIGNS for name in names if (found := sign(name))), None)
    if outlet is None and written and (staff := _STAFF.match(pieces[0])):
        outlet = staff["house"]  # "By Vale News staff"
    if outlet is None and label and label["from"]:
        outlet = names[0]
    if outlet is None and days and len(names) > 1 and " " in names[0] and _BARRED.search(line):
        outlet = names[0]
    others = sum(len(name.split()) for name in names if name != outlet)
    told = bool(days) or bool(label) or (outlet is not None and len(pieces) == 1)
    if not told or others > _LONGEST_NAME or (outlet is None and not days):
        return None
    shouted = outlet is not None and outlet.isupper() and " " in outlet
    return Imprint(outlet.title() if outlet and shouted else outlet, bool(days))


def is_person(line: str) -> bool:
    """Whether a line is nothing but what can be a person's name."""
    return bool(_PERSON.match(line))


def _is_named(piece: str) -> bool:
    staff, sent = _STAFF.match(piece), _AGENCY.match(piece)
    names = [sent["place"], sent["agency"]] if sent else [staff["house"] if staff else piece]
    return all(
        not name or (len(name.split()) <= _LONGEST_NAME and bool(_NAMES.match(name)))
        for name in names
    )


def _sent_by(name: str) -> str | None:
    """The agency in "TARSK (Fjord Agency)"; the whole name in "Fjord Press Service (FPS)"."""
    sent = _AGENCY.match(name)
    if sent is None:
        return None
    named = _is_house(sent["place"]) or _initials(sent["place"]) == sent["agency"]
    return sent["place"] if named else sent["agency"]


def _house(name: str) -> str | None:
    staff = _STAFF.match(name)
    name = staff["house"] if staff else name
    return name if _is_house(name) else None


def _short(name: str) -> str | None:
    """An outlet known by its initials: four capitals are rather a town in a dateline."""
    return name if _ACRONYM.match(name) else None


_SIGNS = (_sent_by, _house, _short)


def _is_house(name: str) -> bool:
    """Whether a name is one that newspapers, agencies and stations have."""
    first, *rest = name.split() or [""]
    if not rest:
        return False  # "News" alone is a section
    article = first.casefold() == "the" and bool(PRESS.search(name))
    return article or bool(PRESS.fullmatch(first) or PRESS.fullmatch(rest[-1]))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
