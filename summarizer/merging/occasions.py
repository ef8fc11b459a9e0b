"""Occasions: which passages are about the event itself, and which about one before it.

Read by cheap patterns, no parse. Only passages that hold a number or a day matter to the grouping,
and each pattern runs only where one of its words is there at all: that is most of the speed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.merging.dates import WEEKDAYS, Day, days_in, of_year
from summarizer.merging.retrospect import goes_back
from summarizer.merging.texts import has_any

__all__ = ["Passage", "again", "lately", "ordinals", "passages", "sentences"]

_SENTENCE = re.compile(r"[.!?”\"\n](?:(?<=\n)|(?=\s+[\"“‘(\[]?[A-Z0-9]))")
_CLAUSE = re.compile(r"\s[—–]\s|;\s|\s--?\s")
_GOES_ON = re.compile(
    r"^\W*(?:at that time|the day before|on that occasion|in that|that time|then,|back then"
    r"|the same day|those|that \w+)\b"
)
_AHEAD = re.compile(r"\b(?:will|would|expected|scheduled|due|planned|next)\b")
_SINCE = re.compile(r"\b(?:since|until|after|before)\b[\w\s’'-]{0,30}$")
_RECENT = re.compile(
    rf"\b(?:(?<!next )({'|'.join(WEEKDAYS)})|(yesterday|last night)|(today|this morning|tonight))\b"
)
_COUNTING = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_NO_ROUND = r"(?:day|night|week|month|year|time|century|floor|person|largest|biggest|world)"
_NUMBER_PARTS = ("teen", "undred", "ozen", "leven", "welve", "housand", "a score")
_TENS = ("wenty", "hirty", "orty", "ifty", "ixty", "eventy", "ighty", "inety")
_DATE = re.compile(r"[\w\s.,-]{0,18}?\d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?|\d[\w\s.,-]*")
_STAGES = r"(?:round|phase|stage|part|leg|batch|wave|tranche|instal+ment)"
_NTH = rf"{'|'.join(_COUNTING)}|\d+(?:st|nd|rd|th)"
_ORDINAL = re.compile(  # it begins with what is looked for fastest
    rf"the (?<!\wthe )(?:({_NTH}) (?:(?:such|and \w+) )?(?:(?!{_NO_ROUND})\w{{3,}}|time (?:this|since)\b)"
    rf"|(first) {_STAGES})\b"
)
_COUNTS = (*_COUNTING, "the first", "st ", "nd ", "rd ", "th ")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_AGO = re.compile(
    rf"\b(?:in|since|until|during|from) (?:early |late |mid-)?(?:last )?"
    rf"(?:(?:{'|'.join(_MONTHS)})[a-z]*\b(?! \d{{1,2}}\b)|(?:19|20)\d\d\b)"
)
_AGAIN = re.compile(
    rf"\bfor (?:a|the) (?:{'|'.join(_COUNTING)}) (?:straight |consecutive |successive )?(?:day|night)\b"
    r"|\b(?:days?|nights?) (?:running|in a row)\b|\bin as many (?:days|nights)\b"
)
_DIGIT = re.compile(r"[0-9]")
LEAD_SENTENCES = 4
SHORT = 6  # words: an outlet's name, a date line or a by-line is no sentence
LATELY = 8  # days: what lies further back is another occasion
YEAR = 365
OCCASIONS = 3  # days, weeks apart, that make a list of them


class Passage(NamedTuple):
    """A sentence, or a part of one, that can hold numbers or days.

    Dates are blanked out of `text`, so that their numbers are not taken for figures. `days` are
    those that may be the event's, `earlier` those of occasions before it; `past` says that the
    whole passage is about such an occasion.
    """

    text: str
    days: tuple[Day, ...]
    earlier: tuple[Day, ...]
    lead: bool
    past: bool


class _Read(NamedTuple):
    text: str
    days: tuple[Day, ...]
    lead: bool
    past: bool
    ahead: bool


def sentences(text: str) -> list[str]:
    """Split cheaply at what looks like the end of a sentence; blank ones are left out."""
    parted, start = [], 0
    for cut in _SENTENCE.finditer(text):
        parted.append(text[start : cut.end()].strip())
        start = cut.end()
    parted.append(text[start:].strip())
    return [s for s in parted if s]


def passages(
    parted: Sequence[str], published: int | None, number: int | None = None
) -> list[Passage]:
    """Every part of these sentences that counts, dated by itself.

    `published` is a proleptic ordinal; `number` is the how-manieth of its kind the event is.
    """
    year = dt.date.fromordinal(published).year if published is not None else 0
    read: list[_Read] = []
    told = 0
    before: str | None = None  # the sentence before, in lower case, and whether it went back
    went_back = False
    for sentence in parted:
        lead = told < LEAD_SENTENCES
        told += lead and sentence.count(" ") >= SHORT
        low = sentence.lower()
        past = False
        if before is not None and _GOES_ON.match(low):
            past = went_back or goes_back(before)
        before, went_back = low, past
        if _DIGIT.search(sentence) is None and not _number_in_words(sentence):
            continue
        for clause, said in _clauses(sentence, low):
            dated = has_any(said, _MONTHS)
            past = past or goes_back(said) or (not lead and _long_ago(said, dated=dated))
            other = _other_round(said, number)
            past = past or other
            found = days_in(clause) if dated or "-" in clause else []
            if not found:
                read.append(_Read(clause, (), lead, past, ahead=False))
                continue
            ahead = _AHEAD.search(said) is not None
            # "held since May 6" dates another thing
            told_days = [(at, Day(d.year or year, d.month, d.day)) for at, d in found]
            days = tuple(d for at, d in told_days if past or not _SINCE.search(said[:at]))
            blank = _blank(clause, [at for at, _ in found])
            read.append(_Read(blank, days, lead, past, ahead))
    latest = _latest(read, published)
    if _lists(read):
        read = [one._replace(past=True, lead=False) if one.days else one for one in read]
    return [_passage(one, latest) for one in read]


def _number_in_words(sentence: str) -> bool:
    return has_any(sentence, _NUMBER_PARTS) or ("ty" in sentence and has_any(sentence, _TENS))


def _long_ago(said: str, *, dated: bool) -> bool:
    """Whether a passage names a month or a year; `dated` says that a month may stand in it."""
    return (dated or "19" in said or "20" in said) and _LONG_AGO.search(said) is not None


def _other_round(said: str, number: int | None) -> bool:
    """Whether a passage names another round than the article's own: "in the first round"."""
    if number is None or not has_any(said, _COUNTS):
        return False
    named = _rounds(said)
    return bool(named) and number not in named


def _lists(read: Sequence[_Read]) -> bool:
    """Whether this is a list of occasions: days weeks apart, each with numbers, the last not first."""
    dated = [one for one in read if one.days and not one.ahead]
    told = [d for one in dated if _DIGIT.search(one.text) for d in one.days]
    days = sorted({of_year(d) for d in told})
    if sum(b - a > LATELY for a, b in pairwise(days)) + 1 < OCCASIONS:
        return False
    return of_year(told[0]) != days[-1]


def _passage(one: _Read, latest: int | None) -> Passage:
    if not one.days:
        return Passage(one.text, (), (), one.lead, one.past)
    away = [one.past or _long_before(d, latest) for d in one.days]
    days = tuple(d for d, gone in zip(one.days, away, strict=True) if not gone and not one.ahead)
    earlier = tuple(d for d, gone in zip(one.days, away, strict=True) if gone and not one.ahead)
    # a lead is about the event even where its date is a slip
    past = one.past or (not one.lead and all(away))
    return Passage(one.text, days, earlier, one.lead, past)


def _clauses(sentence: str, low: str) -> Iterator[tuple[str, str]]:
    """Split at dashes and semicolons: "183 came home — the number of a week ago" is of two days."""
    if len(sentence) != len(low) or not has_any(sentence, "-;—–"):
        yield sentence, low
        return
    start = 0
    for cut in _CLAUSE.finditer(sentence):
        yield sentence[start : cut.start()], low[start : cut.start()]
        start = cut.end()
    yield sentence[start:], low[start:]


def _blank(text: str, starts: Sequence[int]) -> str:
    for start in starts:
        end = min(len(text), start + 18)
        spot = _DATE.match(text, start, end)
        length = spot.end() - start if spot else 0
        text = text[:start] + " " * length + text[start + length :]
    return text


def _latest(read: Sequence[_Read], published: int | None) -> int | None:
    """Find the day to look back from: publication, else the latest day named as past."""
    if published is not None:
        date = dt.date.fromordinal(published)
        return of_year(Day(0, date.month, date.day))
    named = [d for one in read if not one.past and not one.ahead for d in one.days]
    full = [d for d in named if d.year]
    last_year = max((d.year for d in full), default=0)
    return max((of_year(d) for d in named if d.year in (0, last_year)), default=None)


def _long_before(day: Day, latest: int | None) -> bool:
    """Whether a day lies more than a week, and less than most of a year, before `latest`."""
    if latest is None:
        return False
    return LATELY < (latest - of_year(day)) % YEAR < YEAR - LATELY


def lately(parted: Sequence[str], published: int | None) -> tuple[set[int], set[int]]:
    """Days that a lead names by weekday or "yesterday", as ordinals, and the weekdays themselves.

    Without `published` only the weekdays (1 is Monday) can be known. What lies ahead is left out.
    """
    days: set[int] = set()
    weekdays: set[int] = set()
    told = 0
    for sentence in parted:
        if told >= LEAD_SENTENCES:
            break
        told += sentence.count(" ") >= SHORT
        low = sentence.lower()
        if "day" not in low and "night" not in low and "morning" not in low:
            continue
        if _AHEAD.search(low) or goes_back(low):
            continue
        for match in _RECENT.finditer(low):
            if match[1]:
                weekday = WEEKDAYS.index(match[1]) + 1
                weekdays.add(weekday)
                if published is not None:
                    today = dt.date.fromordinal(published).isoweekday()
                    days.add(published - (today - weekday) % 7)
            elif published is not None:
                days.add(published - bool(match[2]))
    return days, weekdays


def again(parted: Sequence[str]) -> bool:
    """Whether a lead says that it happened on one more day: "for a second day"."""
    told = 0
    for sentence in parted:
        if told >= LEAD_SENTENCES:
            break
        told += sentence.count(" ") >= SHORT
        if ("day" in sentence or "night" in sentence) and _AGAIN.search(sentence.lower()):
            return True
    return False


def ordinals(text: str) -> list[int]:
    """The how-manieth of its kind a lead says the event is: "the fourth such round" gives 4."""
    return _rounds(text[:700].lower())


def _rounds(low: str) -> list[int]:
    found = []
    for match in _ORDINAL.finditer(low):
        word = match[1] or match[2]
        if word == "first":
            found.append(1)
        else:
            found.append(_COUNTING.index(word) + 2 if word in _COUNTING else int(word[:-2]))
    return found
