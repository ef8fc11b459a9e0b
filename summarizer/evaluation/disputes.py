"""Disputes: which annotated ones a brief shows, and which false ones it raises.

Annotations say in words what is disputed. A value counts as shown where a position (or a term of
the wording table) holds its numbers, its date, its quoted words or most of its content words; a
dispute where two of its values are shown by two positions of one finding that the brief doesn't
call agreed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.documents import Brief, Finding, Position, WordingRow
from summarizer.documents.numerals import numbers_in
from summarizer.evaluation.gold import Dispute, Gold, file_name
from summarizer.evaluation.naming import content_words, same_speaker
from summarizer.evaluation.results import Outcome, Row, share

__all__ = ["score_disputes"]

_ENOUGH = 0.5  # of a value's content words
_TWO = 2
_MONTHS = [month.lower() for month in calendar.month_name[1:]]
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(rf"\b(?:({_MONTH}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTH}))\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Shown:
    """One side of a dispute as a brief shows it."""

    text: str
    numbers: frozenset[int]
    dates: frozenset[str]  # "05-23"
    origins: tuple[str, ...]


def score_disputes(gold: Gold, briefs: Sequence[Brief]) -> tuple[list[Row], list[Outcome]]:
    """Rows for disputes shown and false disputes raised, with what became of each."""
    rows: list[Row] = []
    outcomes: list[Outcome] = []
    if gold.disputes:
        shown = 0
        for dispute in gold.disputes:
            found = any(_shows(brief, dispute) for brief in briefs if _about(brief, dispute, gold))
            shown += found
            outcomes.append(
                Outcome(
                    article=dispute.event or "", field="disputes",
                    verdict="right" if found else "missed",
                    annotated=f"{dispute.what}: {' | '.join(dispute.values)}",
                )
            )  # fmt: skip
        total = len(gold.disputes)
        rows.append(
            Row(score="disputes shown", value=share(shown, total), hits=shown, annotated=total)
        )
    if gold.not_disputes:
        false = [f for brief in briefs for f in _false(brief, gold.not_disputes)]
        outcomes += false
        rows.append(
            Row(score="false disputes", value=len(false), hits=len(false), count=True, must=0)
        )
    return rows, outcomes


def _about(brief: Brief, dispute: Dispute, gold: Gold) -> bool:
    """Whether the brief tells of the dispute's event: it lists one of the event's articles."""
    if dispute.event is None:
        return True
    names = {n for n, a in gold.articles.items() if a.event == dispute.event}
    return not names or any(file_name(a.path) in names for a in brief.articles)


def _shows(brief: Brief, dispute: Dispute) -> bool:
    for finding in brief.findings:
        sides = [_side(p) for p in finding.positions]
        if not _open(finding, dispute) or len(sides) < _TWO:
            continue
        if dispute.field is not None and finding.field == dispute.field:
            if _matched(dispute, sides) >= 1:
                return True
        elif _matched(dispute, sides) >= _TWO:
            return True
    return any(_in_wording(row, dispute) for row in brief.wording)


def _open(finding: Finding, dispute: Dispute) -> bool:
    if finding.status == "disputed":
        return True
    return dispute.difference is not None and finding.difference == dispute.difference


def _in_wording(row: WordingRow, dispute: Dispute) -> bool:
    terms = [
        _Shown(f"{t.term} {' '.join(e.quote for e in t.evidence)}", frozenset(), frozenset(), ())
        for t in row.terms
    ]
    return _matched(dispute, terms) >= _TWO


def _matched(dispute: Dispute, sides: Sequence[_Shown]) -> int:
    """Count the sides that hold a value of their own, each value taken once."""
    taken: set[int] = set()
    for side in sides:
        for i, value in enumerate(dispute.values):
            if i not in taken and _holds(side, value):
                taken.add(i)
                break
    return len(taken)


def _holds(side: _Shown, value: str) -> bool:
    core = re.sub(r"\s*\([^()]*\)\s*$", "", value)
    aside = value[len(core) :].strip(" ()")
    if dates := _dates(core):
        return bool(dates & side.dates)
    numbers = _numbers(core)
    if numbers and not re.search(r"['‘“\"]", core):
        return numbers <= side.numbers
    quoted = [q for q in re.findall(r"(?<!\w)['‘“\"](.+?)['’”\"](?!\w)", core) if q.strip()]
    bag = set(content_words(side.text))
    for part in quoted or [core]:
        words = content_words(part)
        if words and sum(w in bag for w in words) / len(words) >= _ENOUGH:
            return True
    # a bare "no (Sergei Lavrov)": whose position it is says which
    named = re.split(r",? in | and |, ", aside)[0]
    return not content_words(core) and any(same_speaker(named, o) for o in side.origins)


def _side(position: Position) -> _Shown:
    quotes = " ".join(e.quote for e in position.evidence)
    value = position.value
    numbers = set(_numbers(f"{position.detail} {quotes}"))
    numbers |= {n for n in (value, position.high) if isinstance(n, int)}
    said = f"{value or ''} {position.detail}"
    # what a date position says it is comes first: its evidence may hold other dates
    dates = _dates(said) or _dates(quotes)
    iso = re.fullmatch(r"\d{4}-(\d{2}-\d{2})", str(value))
    if iso:
        dates = frozenset({iso[1]})
    return _Shown(f"{said} {quotes}", frozenset(numbers), dates, position.origins)


def _dates(text: str) -> frozenset[str]:
    found = set()
    for match in _DATE.finditer(text):
        month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
        found.add(f"{_MONTHS.index(month.lower()) + 1:02}-{int(day):02}")
    return frozenset(found)


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(n.value) for n in numbers_in(text) if n.value == int(n.value))


def _false(brief: Brief, not_disputes: Iterable[str]) -> list[Outcome]:
    """Find what is shown as disputed though one annotation says that all its values agree."""
    found = []
    for finding in brief.findings:
        if finding.status != "disputed" or finding.difference not in {None, "contradiction"}:
            continue
        values = {p.value for p in finding.positions if p.value is not None}
        if len(values) < _TWO:
            continue
        for reconciled in not_disputes:
            if _reconciles(reconciled, values):
                found.append(
                    Outcome(
                        article=brief.event.title, field="disputes", verdict="extra",
                        annotated=reconciled,
                        proposed=f"{finding.point}: {' | '.join(sorted(map(str, values)))}",
                    )
                )  # fmt: skip
                break
    return found


def _reconciles(reconciled: str, values: Iterable[int | str]) -> bool:
    numbers = _numbers(reconciled)
    names = {n.strip().lower() for part in reconciled.split(",") for n in part.split("/")}
    return all(v in numbers if isinstance(v, int) else v.lower() in names for v in values)
