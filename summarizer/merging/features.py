"""Features: what an article shows of the event it tells of, read by cheap patterns, no parse."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.documents import Article, ArticleSummary, DateClaim, Figure, Pack
from summarizer.merging.dates import Day, day_of, days_in
from summarizer.merging.texts import STOP, fold

__all__ = ["Features", "features_of"]

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+")
_WORD = re.compile(r"[^\W\d_][\w'-]+")
_NAME = re.compile(r"(?<=[a-z,;:)] )[A-Z][\w-]+(?: (?:of |for |the )?[A-Z][\w-]+)*")
_NUMBER = re.compile(
    r"(?<![\w$€£¥.,-])(\d{1,3}(?:,\d{3})+|\d+)(?![\d%]|[.,]\d|-(?:year|day|month|hour|week|mile)|:\d)"
    r"(?!\s?(?:%|percent|per cent|km|kilomet|miles?\b|years?\b|a\.m|p\.m|GMT|million|billion|hours?\b|days?\b))"
)
_YEARS = range(1900, 2101)
_BEFORE = re.compile(
    r"\blast (?!week|month|year|night|summer|winter|spring|fall|autumn|minute|few|several|two|three"
    r"|\w+day\b)\w+|\bprevious(?:ly)?\b|\bearlier (?:swap|exchange|round|deal|event|this (?:year|month)"
    r"|in (?:the (?:year|month)|[A-Z]))|\bprior\b|\buntil now\b|\bup to now\b|\bso far\b|\bto date\b"
    r"|\bin all since\b|\b(?:weeks?|months?|years?) (?:ago|before|earlier)\b|\bbefore (?:that|this|it)\b"
    r"|\bthat (?:time|swap|round|deal)\b|\bback in\b|\bafter (?:a|an|the) \w+ (?:on|in) [A-Z]"
    r"|\b(?:came|comes|coming) (?:\w+ )?(?:days|weeks|months) after\b|\bfollow(?:s|ed|ing) (?:a|an|the) \w+"
    r"|\bthe (?:one|ones|first|second|third) (?:on|in) [A-Z]|\bthe year before\b|\bsince then\b"
)
_GOES_ON = re.compile(
    r"^\W*(?:at that time|the day before|on that occasion|in that|that (?:exchange|swap|time)|then,"
    r"|back then|the same day|those)\b",
    re.IGNORECASE,
)
LEAD_SENTENCES = 3
IN_LEAD = 1.5
_MOST_WORDS = 450  # news says what happened first


@dataclass
class Features:
    """What tells one happening from another.

    `figures` and `days` are those of the event itself, with a weight for how prominent they are;
    `earlier_figures` and `earlier_days` those of occasions that the article names as past.
    """

    tokens: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    figures: dict[int, float] = field(default_factory=dict)
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
    words = [w for w in _WORD.findall(fold(text))[:_MOST_WORDS] if w not in STOP]
    made.tokens = words + [f"{a} {b}" for a, b in zip(words, words[1:], strict=False)]
    made.names = {fold(n) for n in _NAME.findall(text)}
    year = article.published[:4] if article.published else None
    before = False
    for i, sentence in enumerate(s for s in _SENTENCE.split(text) if s.strip()):
        before = bool(_BEFORE.search(sentence)) or (before and bool(_GOES_ON.search(sentence)))
        _read_sentence(made, sentence, lead=i < LEAD_SENTENCES, before=before, year=year)
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


def _read_sentence(
    made: Features, sentence: str, *, lead: bool, before: bool, year: str | None
) -> None:
    found = days_in(sentence) if any(c.isdigit() for c in sentence) else []
    for _, day in found:
        full = Day(day.year or int(year or 0), day.month, day.day)
        (made.earlier_days if before else made.days).add(full)
    blanked = _blank(sentence, found)
    for match in _NUMBER.finditer(blanked):
        value = int(match.group(1).replace(",", ""))
        if value in _YEARS and "," not in match.group(1):
            continue
        if before:
            made.earlier_figures.add(value)
        else:
            weight = _distinct(value) * (IN_LEAD if lead else 1.0)
            made.figures[value] = max(weight, made.figures.get(value, 0.0))


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
