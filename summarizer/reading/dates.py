"""Dates of publication, as newsrooms write them. A date that isn't whole is no date here."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["DATE", "iso_date"]

# The first three letters tell the months apart in most languages; where they don't, more are given.
_MONTHS = (
    "jan|janv|ene|gen|sty|oca|янв|січ|jän|tammi|ιαν|يناير",
    "feb|fév|fev|lut|şub|фев|лют|helmi|φεβ|فبراير",
    "mar|mär|mrt|mars|maa|мар|бер|μαρ|مارس",
    "apr|avr|abr|kwi|nis|апр|кві|huhti|απρ|أبريل",
    "may|mai|mei|mag|maj|май|мая|тра|touko|μαΐ|مايو",
    "jun|juin|giu|cze|haz|июн|чер|kesä|ιουν|يونيو",
    "jul|juil|lug|lip|tem|июл|лип|heinä|ιουλ|يوليو",
    "aug|aoû|ago|sie|ağu|авг|сер|elo|αυγ|أغسطس|agu",
    "sep|set|wrz|eyl|сен|вер|syys|σεπ|سبتمبر",
    "oct|okt|ott|paź|eki|окт|жов|loka|οκτ|أكتوبر|out",
    "nov|lis|kas|noy|ноя|лис|marras|νοε|نوفمبر",
    "dec|déc|dez|dic|des|gru|ara|дек|гру|joulu|δεκ|ديسمبر",
)
_MONTH_OF = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")
}
_NAME = r"[^\W\d_]{3,12}"
DATE = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{4}}[./]\d{{1,2}}[./]\d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    rf"|\d{{1,2}}[/-]{_NAME}[/-]\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?(?: de| of)? {_NAME}\.?,?(?: de| del)? \d{{4}}"
    rf"|{_NAME}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일)"
)
"""The shape of a whole date, for use inside larger patterns."""

_DATE = re.compile(rf"(?<![\w-]){DATE}(?![\d-])")
_PARTS = re.compile(rf"\d+|{_NAME}")
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]|$)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d+.*)?$")
_FIRST, _LAST = 1600, 2200


def iso_date(written: str) -> str | None:
    """The first whole date in `written` as YYYY-MM-DD, or null where there is none to be sure of.

    Of "03/04/2024" it can't be told which is the month: null. "23/05/2024" is 23 May.
    """
    stamp = _STAMP.match(written.strip()) or _COMPACT.match(written.strip())
    if stamp:
        return _checked(*("-".join(stamp.groups()).split("-")))
    for match in _DATE.finditer(written):
        found = _read(match.group())
        if found:
            return found
    return None


def _read(written: str) -> str | None:
    parts = [part for part in _PARTS.findall(written) if part not in {"del", "of"}]
    names = [part for part in parts if not part.isdigit()]
    numbers = [part for part in parts if part.isdigit()]
    if names:
        month = _month(names[0])
        return _checked(numbers[1], str(month), numbers[0]) if month and len(numbers) > 1 else None
    if len(numbers[0]) == len("2024"):
        return _checked(*numbers)
    first, second, year = numbers
    if "." in written or int(first) > 12:  # noqa: PLR2004 - months; dots are written day first
        return _checked(year, second, first)
    return _checked(year, first, second) if int(second) > 12 or first == second else None  # noqa: PLR2004


def _month(name: str) -> int | None:
    lowered = name.lower()
    for length in (12, 6, 5, 4, 3):  # the longest known beginning decides: "mars", "marras", "mar"
        number = _MONTH_OF.get(lowered[:length])
        if number:
            return number
    return None


def _checked(year: str, month: str, day: str) -> str | None:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date.isoformat() if _FIRST < date.year < _LAST else None
