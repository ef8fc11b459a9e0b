"""Dates: when articles say it happened, compared by as much as each of them knows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.documents import DateClaim, Difference, Finding, Pack, Position
from summarizer.merging.judge import finding, settled, title_of
from summarizer.merging.mentions import Mention, position
from summarizer.merging.retrospect import goes_back
from summarizer.merging.texts import has_any

__all__ = ["Day", "agreed_date", "date_findings", "dates_in", "days_in", "of_year"]

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_AFTERWARDS = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|ten|\d+|several|some|hours|days|weeks) ?"
    r"(?:hours?|days?|weeks?|months?)? (?:after|since)\b(?! (?:talks|negotiations|an? agreement|months))",
    re.IGNORECASE,
)
_LEAD = 300  # characters
_MONTHS = tuple(m[:3] for m in MONTHS)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY_FIRST = re.compile(  # it begins with the digit, which is what a search can look for fastest
    rf"(\d(?<!\w\d)\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b\.?,?(?:\s+(\d{{4}})\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|:|[.,]\d{{3}}\b)(?:,?\s+(\d{{4}})\b)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d(?<!\w\d)\d{3})-(\d{2})(?:-(\d{2}))?\b")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\b\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


class Day(NamedTuple):
    """As much of a date as is known; 0 stands for not known, weekdays count from 1 (Monday)."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0

    def real(self) -> dt.date | None:
        """The calendar day, where year, month and day are known and there is such a day."""
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def known(self) -> int:
        """How much is known: full dates outrank days without a year, those outrank weekdays."""
        return 4 * bool(self.day) + 2 * bool(self.month) + bool(self.year) + bool(self.weekday)

    def iso(self) -> str | None:
        """The ISO date, as far as it goes from the year down, or null."""
        if not self.year:
            return None
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def fits(self, other: Day) -> bool:
        """Whether both can be the same day."""
        for mine, theirs in (
            (self.year, other.year),
            (self.month, other.month),
            (self.day, other.day),
        ):
            if mine and theirs and mine != theirs:
                return False
        real = self.real() or other.real()
        weekdays = {d.weekday for d in (self, other) if d.weekday}
        if self.real() and other.real():
            return True  # a wrong weekday beside the same date is a slip, noted elsewhere
        if real is not None and not (self.month and other.month):
            return weekdays <= {real.isoweekday()}
        return len(weekdays) <= 1


def days_in(text: str) -> list[tuple[int, Day]]:
    """Dates with at least a month and a day, and where they stand."""
    found: list[tuple[int, Day]] = []
    low = text.lower()
    for match in _ISO.finditer(text) if "-" in text else ():
        year, month, day = match.groups()
        if day:
            found.append((match.start(), Day(int(year), int(month), int(day))))
    if not has_any(low, _MONTHS):
        return found
    for match in _DAY_FIRST.finditer(text):
        day, name, year = match.groups()
        found.append((match.start(), Day(int(year or 0), _month(name), int(day))))
    for match in _months_first(text, low):
        name, day, year = match.groups()
        found.append((match.start(), Day(int(year or 0), _month(name), int(day))))
    return sorted({(p, d) for p, d in found if 1 <= d.day <= 31 and 1 <= d.month <= 12})  # noqa: PLR2004


def _months_first(text: str, low: str) -> Iterable[re.Match[str]]:
    """Every "May 5", tried only where a month's first letters stand."""
    if len(low) != len(text):
        return list(_MONTH_FIRST.finditer(text))
    places = []
    for month in _MONTHS:
        at = low.find(month)
        while at >= 0:
            places.append(at)
            at = low.find(month, at + 1)
    return [match for at in places if (match := _MONTH_FIRST.match(text, at))]


def of_year(day: Day) -> int:
    """Count the days from the beginning of a year, near enough to tell weeks apart."""
    return int(30.4 * (day.month - 1)) + day.day


@lru_cache(maxsize=8192)
def dates_in(text: str) -> frozenset[tuple[int, int]]:
    """Month and day of every date in a text."""
    return frozenset((d.month, d.day) for _, d in days_in(text))


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def day_of(claim: DateClaim) -> Day:
    """What a claim says and what reading it added; the article's own words come first."""
    written = [d for _, d in days_in(claim.as_written)]
    known = _from_iso(claim.value)
    weekday = _WEEKDAY.search(claim.as_written)
    number = WEEKDAYS.index(weekday.group(1).lower()) + 1 if weekday else 0
    if not written:
        return Day(known.year, known.month, known.day, number)
    first = written[0]
    return Day(first.year or known.year, first.month, first.day, number)


def _from_iso(value: str | None) -> Day:
    parts = [int(p) for p in (value or "").split("-") if p.isdigit()]
    return Day(*parts[:3])


def date_findings(name: str, mentions: Sequence[Mention], pack: Pack) -> list[Finding]:
    """One finding: the day on which sources agree, or the days that they name."""
    held = [(m, day_of(m.claim)) for m in mentions if isinstance(m.claim, DateClaim)]
    looks_back = [pair for pair in held if not _of_this(*pair)]
    if len(looks_back) < len(held):
        held = [pair for pair in held if pair not in looks_back]
    groups: list[tuple[Day, list[Mention]]] = []
    for mention, day in sorted(held, key=lambda p: (-p[1].known(), p[1], p[0].place)):
        fits = [g for g in groups if g[0].fits(day)]
        if len(fits) == 1 or (fits and fits[0][0].real() and not fits[-1][0].real()):
            fits[0][1].append(mention)
        else:
            groups.append((day, [mention]))
    told = [(day, part) for day, members in groups for part in _as_written(members)]
    positions = [
        position(part, _shared_iso(part) or _said(part), detail=_said(part)) for _, part in told
    ]
    days = [day for day, _ in told]
    order = sorted(
        range(len(told)),
        key=lambda i: (-len(_origins(positions, days, i)), days[i], _vague(positions[i]),
                       -len(positions[i].origins), positions[i].detail),
    )  # fmt: skip
    positions, days = [positions[i] for i in order], [days[i] for i in order]
    title = title_of(pack, name)
    notes = _notes(mentions, days)
    if all(a.fits(b) for a in days for b in days):
        status, reason = settled(positions)
        return [finding(name, title, positions, status=status, reason=f"{reason}{notes}")]
    reason = f"These are different days.{notes}"
    difference: Difference = "contradiction"
    return [
        finding(name, title, positions, status="disputed", difference=difference, reason=reason)
    ]


def _as_written(members: Sequence[Mention]) -> list[list[Mention]]:
    """Part those that name the day from those that only say "Friday", and those from vaguer ones.

    Whoever wrote "Friday" is no witness to the day of the month, even where another article's date
    tells which Friday it was.
    """
    parts: dict[tuple[bool, str], list[Mention]] = {}
    for m in members:
        if isinstance(m.claim, DateClaim):
            names_day, day = bool(days_in(m.claim.as_written)), day_of(m.claim)
            known = day.iso() or ("" if names_day else str(day.weekday or m.claim.as_written))
            parts.setdefault((not names_day, known), []).append(m)
    return [parts[key] for key in sorted(parts)]


def _shared_iso(members: Sequence[Mention]) -> str | None:
    known = {day_of(m.claim).iso() for m in members if isinstance(m.claim, DateClaim)}
    return known.pop() if len(known) == 1 else None


def _origins(positions: Sequence[Position], days: Sequence[Day], at: int) -> set[str]:
    """Everyone who gives one day, in whatever words."""
    return {o for p, d in zip(positions, days, strict=True) if d == days[at] for o in p.origins}


def _vague(position: Position) -> bool:
    return not days_in(position.detail)


def _of_this(mention: Mention, day: Day) -> bool:
    """Whether a date can be this event's: not where its sentence is about one before it.

    A lead is about the event whatever it compares it with.
    """
    if _AFTERWARDS.search(mention.sentence):
        return False  # "were waiting on Sunday, two days after the exchange"
    return not day.day or mention.place[1] < _LEAD or not goes_back(mention.sentence.lower())


def _said(members: Sequence[Mention]) -> str:
    """The fullest of the ways in which the date is written; of mere weekdays what they share."""
    written = [m.claim.as_written.strip() for m in members if isinstance(m.claim, DateClaim)]
    weekdays = {w[1].title() for w in map(_WEEKDAY.search, written) if w}
    if len(set(written)) > 1 and len(weekdays) == 1 and not any(map(days_in, written)):
        return f"on {weekdays.pop()}"
    return min(written, key=lambda w: (-len(w), w))


def _notes(mentions: Sequence[Mention], days: Iterable[Day]) -> str:
    """What does not add up within a date itself."""
    years = {d.year for d in days if d.year}
    notes = []
    for m in mentions:
        if not isinstance(m.claim, DateClaim):
            continue
        day = day_of(m.claim)
        year = day.year or (next(iter(years)) if len(years) == 1 else 0)
        real = Day(year, day.month, day.day).real()
        if real and day.weekday and real.isoweekday() != day.weekday:
            notes.append(
                f" {MONTHS[real.month - 1].title()} {real.day}, {real.year}, was a"
                f" {WEEKDAYS[real.weekday()].title()}, not a {WEEKDAYS[day.weekday - 1].title()},"
                f" as {m.reporter} has it."
            )
        elif m.claim.conflict:
            notes.append(f" {m.reporter}: {m.claim.conflict.rstrip('.')}.")
    return "".join(dict.fromkeys(notes))


def agreed_date(positions: Sequence[Position]) -> str | None:
    """As much of an ISO date as all positions share, or null."""
    values = [str(p.value) for p in positions if _ISO.match(str(p.value)) or str(p.value).isdigit()]
    if not values:
        return None
    shared = []
    for parts in zip(*(v.split("-") for v in values), strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    loose = [p for p in positions if str(p.value) not in values]
    if len(shared) > 1 and any(days_in(str(p.value)) for p in loose):
        shared = shared[:1]  # someone names another day without a year
    return "-".join(shared) or None
