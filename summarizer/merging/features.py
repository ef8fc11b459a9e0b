"""Features: what an article shows of the event it tells of, read by cheap patterns, no parse."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from summarizer.documents import Article, ArticleSummary, DateClaim, Figure, Pack
from summarizer.documents.numerals import numbers_in
from summarizer.merging.dates import MONTHS, WEEKDAYS, Day, day_of, days_in, of_year
from summarizer.merging.texts import STOP, fold, stem

__all__ = ["Features", "features_of"]

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+")
_WORD = re.compile(r"[^\W\d_][\w'-]+")
_NAME = re.compile(r"(?<=[a-z,;:)’'] )[A-Z][\w-]+(?: (?:of |for |the )?[A-Z][\w-]+)*")
_IN_WORDS = re.compile(
    r"\b(?:eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen"
    r"|thousand)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w$€£¥.,-])(\d{1,3}(?:,\d{3})+|\d+)(?![\d%]|[.,]\d|-(?:year|day|month|hour|week|mile)|:\d)"
    r"(?!\s?(?:%|percent|per cent|km|kilomet|miles?\b|years?\b|a\.m|p\.m|GMT|million|billion))"
    r"(?!\s(?:hours?|days?)\b)"
)
_YEARS = range(1900, 2101)
_BEFORE = re.compile(
    r"^\W*since\b|\blast (?!of\b|in\b|to\b|man\b|word|week|month|year|night|summer|winter|spring"
    r"|fall|autumn|minute|few|several|two|three|\w+day\b)\w+|\bprevious(?:ly)?\b|\bmost recent\b"
    r"|\bearlier (?:swap|exchange|round|deal|event|this (?:year|month)|in the (?:year|month))"
    r"|\bprior\b|\buntil now\b|\bup to now\b|\bso far\b|\bto date\b|\bin all since\b"
    r"|\b(?:weeks?|months?|years?) (?:ago|before|earlier|after)\b|\bbefore (?:that|this|it)\b"
    r"|\bthat (?:time|swap|round|deal)\b|\bback in\b|\bfollow(?:s|ed|ing) (?:a|an|the) \w+"
    r"|\bthe (?:one|ones) (?:on|in|of)\b|\bthe (?:year|day|week|month) before\b|\bsince then\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^\W*(?:at that time|the day before|on that occasion|in that|that (?:exchange|swap|time)|then,"
    r"|back then|the same day|those)\b",
    re.IGNORECASE,
)
LEAD_SENTENCES = 4
SHORT = 6  # words: an outlet's name, a date line or a by-line is no sentence
IN_LEAD = 1.5
_MOST_WORDS = 280  # news says what happened first
_DIGIT = re.compile(r"\d")
_NUMBER_PARTS = (
    "teen", "undred", "ozen", "leven", "welve", "housand", "wenty", "hirty", "orty", "ifty", "ixty",
    "eventy", "ighty", "inety",
)  # fmt: skip
LATELY = 8  # days: what lies further back is another occasion
_MONTH_DOT = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.")
_AHEAD = re.compile(r"\b(?:will|would|expected|scheduled|due|planned|next)\b", re.IGNORECASE)
_CALENDAR = frozenset([*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), "sept"])
_STEM = 5  # letters: a country and its adjective share them


@dataclass
class Features:
    """What tells one happening from another.

    `figures` and `days` are those of the event itself, figures with a weight for how much they tell
    and how early they stand; `lead` are the figures that stand first; `earlier_figures` and
    `earlier_days` belong to occasions that the article names as past.
    """

    tokens: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    figures: dict[int, float] = field(default_factory=dict)
    lead: set[int] = field(default_factory=set)
    earlier_figures: set[int] = field(default_factory=set)
    days: set[Day] = field(default_factory=set)
    earlier_days: set[Day] = field(default_factory=set)
    published: int | None = None


def features_of(
    article: Article, summary: ArticleSummary | None = None, pack: Pack | None = None
) -> Features:
    """Read an article; where it has been summarised, trust the summary's figures and dates more."""
    made = Features(published=_ordinal(article.published))
    text = f"{article.title}\n{article.text}" if article.title else article.text
    words = [stem(w) for w in _WORD.findall(fold(text))[:_MOST_WORDS] if w not in STOP]
    made.tokens = words + [f"{a} {b}" for a, b in pairwise(words)]
    made.names = {
        w[:_STEM] for n in _NAME.findall(text) for w in fold(n).split() if w not in _CALENDAR
    }
    _read_sentences(made, _MONTH_DOT.sub(r"\1", text), article.published)
    if summary is not None and pack is not None:
        _refine(made, summary, pack)
    made.earlier_figures -= set(made.figures)
    made.earlier_days -= made.days
    return made


def _ordinal(published: str | None) -> int | None:
    try:
        return dt.date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _read_sentences(made: Features, text: str, published: str | None) -> None:
    """Share out figures and days between the event and the occasions before it."""
    year = int(published[:4]) if made.published is not None and published else 0
    sentences = [s for s in _SENTENCE.split(text) if s.strip()]
    read = []
    told = 0
    for i, sentence in enumerate(sentences):
        lead = told < LEAD_SENTENCES
        told += lead and sentence.count(" ") >= SHORT
        if _counts(sentence):
            found = [(at, Day(d.year or year, d.month, d.day)) for at, d in days_in(sentence)]
            ahead = bool(found) and bool(_AHEAD.search(sentence))
            read.append(_Read(sentence, found, lead, _past(sentences, i), ahead))
    latest = _latest(read, made.published)
    for one in read:
        days = {d for _, d in one.days}
        # a lead is about the event even where its date is a slip
        old = not one.lead and bool(days) and all(_long_before(d, latest) for d in days)
        if not one.ahead:
            for day in days:
                away = one.past or _long_before(day, latest)
                (made.earlier_days if away else made.days).add(day)
        sentence = _blank(one.text, one.days)
        _read_figures(made, sentence, lead=one.lead, before=one.past or old)


class _Read(NamedTuple):
    """A sentence with numbers, its days, and what its words say of when it is about."""

    text: str
    days: list[tuple[int, Day]]
    lead: bool
    past: bool
    ahead: bool


def _counts(sentence: str) -> bool:
    """Tell cheaply whether a sentence can hold a number worth reading."""
    return _DIGIT.search(sentence) is not None or any(p in sentence for p in _NUMBER_PARTS)


def _past(sentences: Sequence[str], i: int) -> bool:
    """Tell whether a sentence is about an earlier occasion, or goes on from one that is."""
    if _BEFORE.search(sentences[i]):
        return True
    return i > 0 and bool(_GOES_ON.search(sentences[i])) and _past(sentences, i - 1)


def _latest(read: Sequence[_Read], published: int | None) -> int | None:
    """Find the day to look back from: publication, else the latest day named as past."""
    if published is not None:
        date = dt.date.fromordinal(published)
        return of_year(Day(0, date.month, date.day))
    named = [d for one in read if not one.past and not one.ahead for _, d in one.days]
    full = [d for d in named if d.year]
    last_year = max((d.year for d in full), default=0)
    return max((of_year(d) for d in named if d.year in (0, last_year)), default=None)


def _long_before(day: Day, latest: int | None) -> bool:
    """Whether a day lies more than a week, and less than most of a year, before `latest`."""
    if latest is None:
        return False
    return LATELY < (latest - of_year(day)) % 365 < 365 - LATELY


def _read_figures(made: Features, sentence: str, *, lead: bool, before: bool) -> None:
    for value in _figures(sentence):
        if before:
            made.earlier_figures.add(value)
            continue
        weight = _distinct(value) * (IN_LEAD if lead else 1.0)
        made.figures[value] = max(weight, made.figures.get(value, 0.0))
        if lead and weight > 1.0:
            made.lead.add(value)


def _figures(sentence: str) -> Iterator[int]:
    """The whole numbers of a sentence that may count something, in digits or in words."""
    for match in _NUMBER.finditer(sentence):
        value = int(match.group(1).replace(",", ""))
        if value not in _YEARS or "," in match.group(1):
            yield value
    if _IN_WORDS.search(sentence):
        for numeral in numbers_in(sentence):
            if isinstance(numeral.value, int) and not sentence[numeral.start].isdigit():
                yield numeral.value


def _blank(sentence: str, found: Sequence[tuple[int, Day]]) -> str:
    """The sentence with its dates blanked out, so that their numbers are not taken for figures."""
    for start, _ in found:
        end = min(len(sentence), start + 18)
        spot = re.match(
            r"[\w\s.,-]{0,18}?\d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?|\d[\w\s.,-]*",
            sentence[start:end],
        )
        length = spot.end() if spot else 0
        sentence = sentence[:start] + " " * length + sentence[start + length :]
    return sentence


def _distinct(value: int) -> float:
    """How much a number says by itself: 246 more than 1,000, and 3 next to nothing."""
    digits = len(str(value).rstrip("0"))
    if value < 10:  # noqa: PLR2004
        return 0.1
    return {1: 0.3, 2: 0.8}.get(digits, 1.0)


def _refine(made: Features, summary: ArticleSummary, pack: Pack) -> None:
    """Take figures and dates from the summary: its labels say which are of this event."""
    own: dict[int, float] = {}
    others: set[int] = set()
    days: set[Day] = set()
    for _, claim in summary.claims():
        if isinstance(claim, Figure):
            here = _of_this(claim, pack.occurrence.figures)
            if here:
                own[claim.value] = IN_LEAD * _distinct(claim.value)
            elif here is not None:
                others.add(claim.value)
        elif isinstance(claim, DateClaim) and claim.value:
            day = day_of(claim)
            if day.month and day.day:
                days.add(Day(day.year, day.month, day.day))
    if own:
        for value in set(made.figures) & others - set(own):
            del made.figures[value]
        made.figures.update(own)
        made.lead = set(own)
        made.earlier_figures |= others
    if days:
        made.earlier_days |= made.days
        made.days = days


def _of_this(claim: Figure, labels: Mapping[str, Sequence[str]]) -> bool | None:
    """Whether a figure's labels make it one of this occurrence; null where that is undecided."""
    values = [(getattr(claim, name, None), wanted) for name, wanted in labels.items()]
    if not values or any(v is None for v, _ in values):
        return None
    return all(v in wanted for v, wanted in values)
