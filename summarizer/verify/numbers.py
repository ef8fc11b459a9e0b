"""Whether the numbers and dates of a claim stand in the words it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from summarizer.documents.numerals import numbers_in

__all__ = ["date_faults", "date_numbers", "is_date", "strange_numbers"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# fmt: off
_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]
# fmt: on
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# A day beside its month. "may" alone is a verb more often than a month.
_MONTH_DAY = re.compile(
    r"\b(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!,\d{3})"
    r"|\b(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>[a-z]{3,9})\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:today|yesterday|tomorrow|ago|last|next|earlier)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_date(value: object) -> bool:
    """Whether a position's value is an ISO date, or as much of one as is known."""
    return isinstance(value, str) and _ISO.fullmatch(value) is not None


def date_numbers(value: str) -> set[int]:
    """Give the numbers that a date in words may hold: its year, month and day."""
    return {int(part) for part in value.split("-")}


def strange_numbers(text: str, quotes: Iterable[str], also: Iterable[int] = ()) -> list[str]:
    """List the numbers of `text`, as written, that no quotation holds and `also` does not allow."""
    known = {n.value for quote in quotes for n in numbers_in(quote)} | set(also)
    return [text[n.start : n.end] for n in numbers_in(text) if n.value not in known]


def date_faults(value: str, quotes: Sequence[str]) -> list[str]:
    """Say how a date contradicts the words it is taken from: day, month, weekday or year."""
    match = _ISO.fullmatch(value)
    if match is None:
        return [f"{value!r} is no date"]
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        whole = date(year or 1, month or 1, day or 1)
    except ValueError:
        return [f"{value} is no day of the calendar"]
    faults = []
    for quote in quotes:
        faults += _faults(value, whole, quote, has_month=bool(month), has_day=bool(day))
    return sorted(set(faults))


def _faults(value: str, whole: date, quote: str, *, has_month: bool, has_day: bool) -> list[str]:
    weekdays = {n for n, name in enumerate(_DAYS) if re.search(rf"\b{name}\b", quote.lower())}
    if (has_day and whole.weekday() in weekdays) or _RELATIVE.search(quote):
        return []  # it follows from the day of publication; other dates beside it are others
    faults = []
    days = [(m["month"] or m["month2"], m["day"] or m["day2"]) for m in _MONTH_DAY.finditer(quote)]
    written = [(_month(name), int(number)) for name, number in days if _month(name)]
    months = {_month(name) for name in re.findall(r"\b[A-Z][a-z]{2,8}\b", quote)} - {None}
    years = {int(y) for y in _YEAR.findall(quote)}
    if has_day and written and (whole.month, whole.day) not in written:
        faults.append(f"{value} is not the day that the evidence names")
    elif has_month and months and whole.month not in months:
        faults.append(f"{value} is not in the month that the evidence names")
    if years and whole.year not in years:
        faults.append(f"{value} is not in the year that the evidence names")
    if has_day and weekdays and not written:
        faults.append(f"{value} is a {_DAYS[whole.weekday()].capitalize()}; the evidence says not")
    return faults


def _month(name: str) -> int | None:
    short = name.lower()
    for n, month in enumerate(_MONTHS, 1):
        if short == month or (len(short) in (3, 4) and month.startswith(short)):
            return n
    return None
