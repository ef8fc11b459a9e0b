"""How the brief speaks: owners, verbs of saying, dates, numbers and quotations, in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from summarizer.documents import Position
from summarizer.documents.numerals import in_words

__all__ = [
    "capital",
    "joined",
    "names_day",
    "owner",
    "quotation",
    "said",
    "show",
    "show_date",
    "when",
]

# Verbs that report without judging. Any other becomes "said": the weakest verb is never wrong.
_PLAIN_VERBS = {
    "said", "stated", "announced", "reported", "wrote", "declared", "denied", "estimated",
    "warned", "proposed", "predicted", "promised", "demanded", "asked",
}  # fmt: skip
_PAST = {
    "say": "said", "says": "said", "state": "stated", "states": "stated", "announce": "announced",
    "announces": "announced", "report": "reported", "reports": "reported", "write": "wrote",
    "writes": "wrote", "declare": "declared", "declares": "declared", "deny": "denied",
    "denies": "denied", "estimate": "estimated", "estimates": "estimated", "warn": "warned",
    "warns": "warned",
}  # fmt: skip

# A body of this kind takes an article where its name has none: "the Harbour Ministry".
_BODIES = re.compile(
    r"\b(?:ministry|committee|office|headquarters|staff|government|service|council|commission|"
    r"agency|union|army|navy|police|court|parliament|embassy|bureau|department|organi[sz]ation|"
    r"cabinet|presidency|authority|foundation|institute|federation|project|association|cent(?:er|re)"
    r")(?: (?:of|in|for|on) .+)?$|^United ",
    re.IGNORECASE,
)
_BOUNDS = {
    "about": "about",
    "almost": "almost",
    "at_least": "at least",
    "at_most": "up to",
}
_SPELLED = 10  # below it, numbers are written in words
_WEEKDAY = re.compile(
    r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE
)
_PLAIN_DAY = re.compile(
    r"(?:(?:on|late on|early on|this|last) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"(?: (?:morning|afternoon|evening|night))?|(?:this|yesterday) (?:morning|afternoon|evening|week)"
    r"|today|yesterday|overnight",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip

_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
_NAMES_DAY = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|{_WEEKDAY.pattern}", re.IGNORECASE
)


def joined(items: Sequence[str]) -> str:
    """Join as a list is spoken: "A", "A and B", "A, B and C"."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def capital(text: str) -> str:
    """Begin with a capital; nothing else changes."""
    return text[:1].upper() + text[1:]


def owner(origins: Sequence[str]) -> str:
    """Name who holds a position, mid-sentence: "the Harbour Ministry and The Daily Lantern"."""
    return joined([_with_article(name) for name in origins])


def _with_article(name: str) -> str:
    if name.lower().startswith(("the ", "a ", "an ")) or re.search(r"[’']s ", name):
        return name
    return f"the {name}" if _BODIES.search(name) else name


def said(position: Position, outlets: Sequence[str]) -> str:
    """Choose the verb of saying: the source's own where it is plain, "reported" for outlets."""
    verb = (position.verb or "").lower()
    verb = _PAST.get(verb, verb)
    if verb in _PLAIN_VERBS:
        return verb
    return "reported" if all(name in outlets for name in position.origins) else "said"


def show(position: Position) -> str:
    """Say a position's value as an editor would: "about 120", "23 May 2025", "Harbourtown"."""
    value = position.value
    if isinstance(value, int):
        small = 0 < value < _SPELLED and position.high is None
        return (
            _show_number(value, position.high, position.bound)
            if small
            else position.detail or _show_number(value, position.high, position.bound)
        )
    if value is None:
        return position.detail
    shown = show_date(value) or position.detail or value
    return f"the {shown}" if shown.startswith("United ") else shown


def _show_number(value: int, high: int | None, bound: str | None) -> str:
    number = f"{value:,}" if high is None else f"{value:,} to {high:,}"
    if high is None and 0 < value < _SPELLED:
        number = in_words(value)
    hedge = _BOUNDS.get(bound or "")
    return f"{hedge} {number}" if hedge else number


def show_date(value: str) -> str:
    """Write an ISO date, or as much of one as there is, in words; "" for anything else."""
    match = _ISO.fullmatch(value)
    if not match:
        return ""
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= 12:  # noqa: PLR2004
        return year if not month else ""
    if not day:
        return f"{_MONTHS[int(month) - 1]} {year}"
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def names_day(position: Position) -> bool:
    """Whether a date was written with its day of the month, and not as "on Friday"."""
    return re.search(r"\d", position.detail) is not None


def when(position: Position, *, owned: bool = False) -> str:
    """Say a date as an adverb: "on 23 May 2025", "in May 2025"; "" where it is none.

    An `owned` date is told as its source wrote it: whoever wrote "on Friday" named no day of the
    month, which then stands in brackets, and whoever wrote no year is given none.
    """
    if isinstance(position.value, int):
        return ""
    if isinstance(position.value, str) and show_date(position.value):
        return _on(position, owned=owned)
    written, shown = position.detail.strip(), show(position)
    if _PLAIN_DAY.fullmatch(written):
        plain = _WEEKDAY.sub(lambda m: m[1].capitalize(), written)
        return f"on {plain}" if _WEEKDAY.match(written) else plain[:1].lower() + plain[1:]
    if isinstance(position.value, str) or not shown:
        return ""
    dated = re.match(
        r"(?:on|in|at|during|last|this|early|late|yesterday|today)\b", shown, re.IGNORECASE
    )
    if dated:
        return shown
    return f"on {shown}" if _NAMES_DAY.search(shown) or not _MONTH.search(shown) else f"in {shown}"


def _on(position: Position, *, owned: bool) -> str:
    """Say a date that is known, as far as whoever gives it wrote it."""
    shown, written = show_date(str(position.value)), position.detail.strip()
    weekday = _WEEKDAY.search(written)
    if owned and written and not names_day(position):
        if weekday:
            return f"on {weekday[1].capitalize()} ({shown})"
        return f"{_before(position)} {shown}"
    if owned and written and not re.search(r"\d{4}", written):
        shown = re.sub(r" \d{4}$", "", shown)
    day = f"{weekday[1].capitalize()}, " if weekday and owned else ""
    return f"on {day}{shown}" if _before(position) == "on" else f"in {shown}"


def _before(position: Position) -> str:
    """The preposition of a date: a day is "on", a month or a year "in"."""
    return "on" if str(position.value).count("-") > 1 else "in"


def quotation(text: str) -> str:
    """Put a source's own words between marks, closed by a full stop; inner marks become single."""
    inner = text.strip().strip('“”"„«»').strip()
    inner = re.sub(r"[“„«]", "‘", re.sub(r"[”»]", "’", inner))
    inner = re.sub(r'"([^"]*)"', r"‘\1’", inner).replace('"', "")
    inner = inner.rstrip(" ,;:–—-")
    return f"“{inner}”" if re.search(r"[.!?…]’?$", inner) else f"“{inner}.”"
