"""Moments: every date that an article names, with its precision."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from summarizer.documents.summary import Precision

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Moment", "moments_of", "weekday_in", "written_year"]

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = "(?P<weekday>" + "|".join(_DAYS) + ")"
_UNTIL = r"(?:\s*[–—-]\s*[0-3]?\d(?:st|nd|rd|th)?(?!\d))?"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b",
        rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?!\d|,\d\d\d){_UNTIL}(?:,?\s+{_YEAR})?\b",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<monthno>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b(?P<day>[0-3]?\d)(?P<sep>[./])(?P<monthno>[0-3]?\d)[./]{_YEAR}\b",
        rf"\b{_MONTH}\s+(?:of\s+)?{_YEAR}\b",
        (
            rf"\b(?:last|on|this|past|next|early|late|since)?\s*{_WEEKDAY}"
            r"(?:\s+(?:morning|afternoon|evening|night))?\b"
        ),
        (
            r"\bon the (?P<day>[0-3]?\d)(?:st|nd|rd|th)"
            r"(?=[,.;:)]|\s*$|\s+(?:and|at|in|when|after|by|the)\b)"
        ),
        (
            r"\b(?P<relative>yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)"
            r"|overnight|last night)\b"
        ),
        (
            r"\b(?P<vague>(?:last|next|this|the previous|the following) "
            r"(?:week|month|year|spring|summer|autumn|fall|winter)"
            r"|(?:a|two|three|four|five|six|\d+) (?:days?|weeks?|months?|years?) "
            r"(?:ago|earlier|before|later))\b"
        ),
        rf"\b(?:in|since|late|early|mid|last|until|by|of)[\s-]+{_MONTH}\b(?!\s+\d)",
        rf"\b(?:in|since|by|until|of|during)\s+{_YEAR}\b(?![-–,]\d)",
    )
]
_AHEAD = re.compile(
    r"\b(?:will|shall|due|expected|scheduled|slated|set to|plan(?:s|ned)? to|(?:is|are) to"
    r"|tomorrow|next)\b",
    re.IGNORECASE,
)
# "GENEVA, 3 May (Agency) –" and a date on its own line: the day of the report, not of the event.
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ/ .’'-]{2,40},\s+(?P<date>[^()—–:]{4,40}?)\s*(?:\([^)]*\)\s*)?(?:[—–:-]|\.\s)"
)
_DATE_LINE_WORDS = 9
_CUT = {"relcl", "acl", "advcl", "ccomp", "pcomp", "parataxis", "appos", "conj"}


@dataclass(frozen=True)
class Moment:
    """A date as it stands in the text. Parts that are neither written nor certain are null.

    `weekday` counts from Monday = 0; `shift` is the number of days from the publication date for
    "yesterday"; `vague` marks "last week", which names no day. `reported` marks the date of the
    report itself, `ahead` what is still to come, `before_past` what "had" happened by then, and
    `saying` when somebody said what the sentence tells.
    """

    start: int
    end: int
    written: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    vague: bool = False
    clause: str = ""
    sentence: tuple[int, int] = (0, 0)
    order: int = 0
    reported: bool = False
    ahead: bool = False
    before_past: bool = False
    saying: bool = False
    paragraph: int = 0

    def value(  # noqa: C901, PLR0911
        self, published: date | None, year: int | None
    ) -> tuple[date | None, str | None, Precision]:
        """The day it names if one is certain, the ISO form of what is known, and its precision."""
        if self.month and self.day:
            known = self.year or _year_of(self.month, self.day, published) or year
            if known is None:
                return None, f"--{self.month:02d}-{self.day:02d}", "day"
            try:
                found = date(known, self.month, self.day)
            except ValueError:
                return None, None, "relative"
            return found, found.isoformat(), "day"
        if self.month and (
            known := self.year or (published and _year_of_month(self.month, published)) or year
        ):
            return None, f"{known:04d}-{self.month:02d}", "month"
        if self.month:
            return None, None, "relative"
        if self.day and published is not None:
            return _on_the(self.day, published)
        if self.year:
            return None, f"{self.year:04d}", "year"
        if published is not None and self.shift is not None:
            found = published + timedelta(days=self.shift)
            return found, found.isoformat(), "day"
        if published is not None and self.weekday is not None and not self.vague:
            gap = (published.weekday() - self.weekday) % 7
            if self.ahead:
                gap = -((self.weekday - published.weekday()) % 7)
            elif gap == 0 and self.written.lower().startswith("last "):
                gap = 7
            found = published - timedelta(days=gap)
            return found, found.isoformat(), "day"
        return None, None, "relative"


def moments_of(parsed: Parsed) -> list[Moment]:
    """Every date the article names, in order; of overlapping readings the longest."""
    found: list[Moment] = []
    for paragraph, offset, sentence in parsed.sentences():
        taken: list[Moment] = []
        for form in _FORMS:
            for match in form.finditer(sentence.text):
                if match.group().strip().lower() in {"may", "march", "sun", "sat", "mon"}:
                    continue
                lead = len(match.group()) - len(match.group().lstrip())
                start = offset + sentence.start_char + match.start() + lead
                end = offset + sentence.start_char + match.end()
                if any(m.start < end and start < m.end for m in taken):
                    continue
                taken.append(_moment(match, start, end, sentence, offset, paragraph=paragraph))
        found.extend(taken)
    found.sort(key=lambda moment: moment.start)
    return found


def _moment(
    match: re.Match[str], start: int, end: int, sentence: Span, offset: int, *, paragraph: int
) -> Moment:
    parts = {key: value for key, value in match.groupdict().items() if value}
    month = (
        int(parts["monthno"]) if "monthno" in parts else _MONTHS.get(parts.get("month", "").lower())
    )
    day = int(parts["day"]) if "day" in parts else None
    if "sep" in parts and month and day and month > 12:  # noqa: PLR2004
        month, day = day, month
    elif parts.get("sep") == "/" and month and day and month != day and day <= 12:  # noqa: PLR2004
        day = None  # 3/5 is a day in March or in May: the month can't be told
        month = None
    word = parts.get("relative", "").lower()
    shift = (
        {"yesterday": -1, "tomorrow": 1, "last night": -1, "overnight": None}.get(word, 0)
        if word
        else None
    )
    at = sentence.start_char
    span = sentence.char_span(start - offset - at, end - offset - at, alignment_mode="expand")
    lead = match.group().strip().lower().split()[0] if match.group().strip() else ""
    clause, verb = _clause(span.root) if span is not None else (sentence.text, None)
    vague_month = month is not None and day is None and lead in {"since", "until", "by", "last"}
    return Moment(
        start, end, match.group().strip(),
        year=int(parts["year"]) if "year" in parts else None,
        month=month,
        day=day,
        weekday=_DAYS.get(parts.get("weekday", "").lower()),
        shift=shift,
        vague="vague" in parts or lead in {"next", "since", "until"} or vague_month,
        clause=clause,
        sentence=(offset + sentence.start_char, offset + sentence.end_char),
        order=start,
        reported=_is_report_line(sentence.doc.text, start - offset),
        ahead=_AHEAD.search(clause) is not None,
        before_past=verb is not None
        and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children),
        saying=verb is not None and verb.lemma_.lower() in {"say", "tell", "add"},
        paragraph=paragraph,
    )  # fmt: skip


def _clause(node: Token) -> tuple[str, Token | None]:
    """The words that the date's own verb governs, without clauses hung onto it; and the verb."""
    verb = next((t for t in (node, *node.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return node.sent.text, None
    above = {node.i, *(t.i for t in node.ancestors)}
    kept = set(verb.subtree)
    for child in verb.subtree:
        if child.dep_ in _CUT and child.i not in above and child.i != verb.i:
            kept -= set(child.subtree)
    current = verb
    while current.dep_ in {"xcomp", "conj"} and current.head.pos_ in {"VERB", "AUX"}:
        current = current.head
        kept |= {
            current,
            *(c for c in current.children if c.dep_ in {"aux", "auxpass", "neg", "prt"}),
        }
    ordered = sorted(kept, key=lambda t: t.i)
    gaps = (
        " " if b.i > a.i + 1 and not a.whitespace_ else ""
        for a, b in zip(ordered, [*ordered[1:], ordered[-1]], strict=True)
    )
    return "".join(t.text_with_ws + gap for t, gap in zip(ordered, gaps, strict=True)).strip(), verb


def _is_report_line(paragraph: str, at: int) -> bool:
    """Whether a date stands in a dateline, or in a line that is little else than a date."""
    dateline = _DATELINE.match(paragraph)
    if dateline is not None and dateline.start("date") <= at < dateline.end("date"):
        return True
    text = paragraph.strip()
    return (
        len(text.split()) <= _DATE_LINE_WORDS
        and text[-1:] not in ".!?"
        and re.search(r"\d{4}", text) is not None
    )


def _year_of(month: int, day: int, published: date | None) -> int | None:
    """The year of a day without one: the last such day by publication, with a month's grace."""
    if published is None:
        return None
    for year in (published.year + 1, published.year, published.year - 1):
        try:
            if date(year, month, day) <= published + timedelta(days=31):
                return year
        except ValueError:
            continue
    return None


def _year_of_month(month: int, published: date) -> int:
    return published.year if month <= published.month else published.year - 1


def _on_the(day: int, published: date) -> tuple[date | None, str | None, Precision]:
    """The last such day of a month up to the publication date."""
    last = published.replace(day=1) - timedelta(days=1)
    for month in (published, last):
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found <= published:
            return found, found.isoformat(), "day"
    return None, None, "relative"


def written_year(moments: Sequence[Moment]) -> int | None:
    """The year that the article's own full dates agree on."""
    years = Counter(m.year for m in moments if m.year and m.month and m.day)
    if len(years) == 1:
        return next(iter(years))
    return None


def weekday_in(written: str) -> int | None:
    """The weekday that a written date names, from Monday = 0."""
    match = re.search(_WEEKDAY, written, re.IGNORECASE)
    return _DAYS[match["weekday"].lower()] if match else None
