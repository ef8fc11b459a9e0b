"""Dates: which of an article's dates is the event's, and what lies before or after it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from summarizer.documents import Article, DateClaim, Evidence
from summarizer.extraction.moments import Moment, moments_of, weekday_in, written_year
from summarizer.extraction.speakers import Attribution, speaker_at

if TYPE_CHECKING:
    from summarizer.documents import NameCue, Pack
    from summarizer.extraction.parse import Parsed

__all__ = ["Moment", "event_date", "moments_of", "relations"]


_LEAD_PARAGRAPHS = 3
_GRACE = 7
_OLD = 14
_EARLIER_DAYS = range(2, 6)  # a day may lie between what happened and who tells of it
_SAID = 0.2  # of its weight keeps a date on which something was only said


def event_date(
    article: Article,
    parsed: Parsed,
    pack: Pack,
    moments: Sequence[Moment],
    attributions: Sequence[Attribution] = (),
) -> DateClaim | None:
    """The date of the event by the pack's cues for its clause; null where none speaks for one."""
    published = _reported(article, moments)
    scored = [
        (score, moment) for moment in moments if (score := _score(moment, pack, published)) > 0
    ]
    if not scored:
        return None
    year = written_year(moments)
    best = max(
        scored,
        key=lambda pair: (pair[0] - pair[1].start / (4 * len(parsed.text) + 1), -pair[1].start),
    )[1]
    day, value, precision = best.value(published, year)
    owner = speaker_at(list(attributions), best.start, best.end)
    return DateClaim(
        value=value,
        precision=precision,
        as_written=best.written,
        conflict=_conflict(best, day, published, moments, pack, year=year),
        speaker=owner.speaker.name if owner is not None else None,
        evidence=(_evidence(article.text, best),),
    )


def _score(moment: Moment, pack: Pack, published: date | None) -> float:
    """How much speaks for a date as the event's: the pack's cues, its precision and the lead.

    A report's lead tells its event's day; what "had" happened by a date, happened before.
    """
    if moment.vague or moment.reported:
        return 0.0
    cues = pack.names.get("date", ())
    total = sum(cue.weight for cue in cues if _fits(cue, moment.clause))
    barred = any(
        cue.unless and re.search(cue.unless, moment.clause, re.IGNORECASE | re.DOTALL)
        for cue in cues
    )
    named = moment.day is not None or moment.weekday is not None or moment.shift is not None
    if (
        not total
        and cues
        and named
        and not barred
        and not moment.before_past
        and moment.paragraph < _LEAD_PARAGRAPHS
    ):
        day, _, _ = moment.value(published, None)
        if moment.weekday is not None or (
            day is not None and published is not None and abs((published - day).days) <= _GRACE
        ):
            total = 0.5
    if not total or (moment.year and not moment.month):
        return 0.0
    if moment.before_past or moment.ahead:
        total *= 0.4
    if moment.saying:
        total *= _SAID
    if not named:
        month = moment.value(published, None)[1] or ""
        past = published is not None and month < published.isoformat()[: len(month)]
        return (
            max(total - 1.5, 0.0) if past and month else total
        )  # a month gone by: another event's
    day, _, _ = moment.value(published, None)
    if day is not None and published is not None and (published - day).days > _OLD:
        total -= 1.0  # news is new: an old day is likelier another event's
    certain = published is not None or (moment.day is not None and moment.year is not None)
    late = (
        moment.paragraph >= _LEAD_PARAGRAPHS
    )  # "on 1 August" in passing is not the lead's "Friday"
    uncertain = 0.7 if moment.weekday is not None else 0.4 if late else 1.0
    return max(total + (1.0 if certain else uncertain), 0.0)


def _fits(cue: NameCue, clause: str) -> bool:
    if cue.pattern and not re.search(cue.pattern, clause, re.IGNORECASE | re.DOTALL):
        return False
    return not (cue.unless and re.search(cue.unless, clause, re.IGNORECASE | re.DOTALL))


def _conflict(
    moment: Moment,
    day: date | None,
    published: date | None,
    moments: Sequence[Moment],
    pack: Pack,
    *,
    year: int | None,
) -> str | None:
    """How the date contradicts its own article: by weekday, publication or what came before."""
    if day is None:
        return None
    if moment.weekday is not None and moment.day and day.weekday() != moment.weekday:
        said = calendar.day_name[moment.weekday]
        return f"{_say(day)} was a {calendar.day_name[day.weekday()]}, not a {said}"
    if published is not None and day > published + timedelta(days=1):
        return f"it lies after the article's own date of {_say(published)}"
    before = pack.extra.get("before_event", "")
    for other in moments:
        if before and other.day and re.search(before, other.clause, re.IGNORECASE):
            earlier, _, _ = other.value(published, year)
            if earlier is not None and earlier > day:
                return f"the article dates what came before it to {_say(earlier)}"
    return None


def _say(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _published(article: Article) -> date | None:
    return date.fromisoformat(article.published[:10]) if article.published else None


def _reported(article: Article, moments: Sequence[Moment]) -> date | None:
    """The date of publication, else the day that a dateline or date line names in full."""
    published = _published(article)
    if published is None:
        for moment in moments:
            if moment.reported and moment.year and moment.month and moment.day:
                return moment.value(None, None)[0]
    return published


def _evidence(text: str, moment: Moment) -> Evidence:
    start, end = moment.sentence
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence.at(text, start, end)


def _days_back(moment: Moment, claim: DateClaim | None) -> int | None:
    """How many days before the event's weekday another one is, where both are told by weekday alone."""
    if claim is None or claim.precision != "relative" or moment.ahead or moment.weekday is None:
        return None
    own = weekday_in(claim.as_written)
    return None if own is None or moment.day else (own - moment.weekday) % 7


def relations(  # noqa: C901
    article: Article, moments: Sequence[Moment], claim: DateClaim | None
) -> dict[int, str]:
    """For each date, by its start: "before", "same" or "after" the event's."""
    published = _reported(article, moments)
    year = written_year(moments)
    reference = _reference(claim)
    found: dict[int, str] = {}
    for moment in moments:
        if moment.reported:
            continue
        day, value, _ = moment.value(published, year)
        here: str | None = None
        if (
            claim is not None
            and moment.weekday is not None
            and not moment.day
            and weekday_in(claim.as_written) == moment.weekday
        ) or (claim is not None and moment.written == claim.as_written):
            here = "same"
        elif (
            day is not None
            and reference is not None
            and claim is not None
            and claim.conflict is None
        ):
            gap = (day - reference).days
            here = "same" if abs(gap) <= 1 else "before" if gap < 0 else "after"
        elif day is not None and reference is None:
            here = "before" if moment.day else None
        elif (
            value is not None
            and reference is not None
            and claim is not None
            and claim.conflict is None
            and not moment.day
            and not moment.ahead
        ):
            here = "before" if value < reference.isoformat()[: len(value)] else None
        elif (
            value is not None and moment.day and claim is not None and claim.precision == "relative"
        ):
            here = (
                "before"  # the story's own day is told by its weekday; a full date is another one's
            )
        elif _days_back(moment, claim) in _EARLIER_DAYS:
            here = "before"
        elif moment.month and not moment.ahead and (claim is None or claim.precision == "relative"):
            here = "before"  # "on Thursday": another day told by its month is no day of this week
        if here is not None:
            found[moment.start] = here
    return found


def _reference(claim: DateClaim | None) -> date | None:
    if (
        claim is None
        or claim.value is None
        or claim.precision != "day"
        or claim.value.startswith("--")
    ):
        return None
    return date.fromisoformat(claim.value)
