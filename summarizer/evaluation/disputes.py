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
from summarizer.evaluation.naming import content_words
from summarizer.evaluation.results import Outcome, Row, share

__all__ = ["score_disputes"]

_ENOUGH = 0.6  # of a value's content words
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
    term: frozenset[str] = frozenset()  # the content words of a term in the wording table


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
        others = _unannotated(gold, briefs)
        outcomes += others
        rows += [
            Row(score="disputes shown", value=share(shown, total), hits=shown, annotated=total),
            Row(score="disputes not annotated", value=len(others), hits=len(others), count=True),
        ]
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


def _unannotated(gold: Gold, briefs: Sequence[Brief]) -> list[Outcome]:
    """List findings shown as contradictions that no annotation speaks of, right or not."""
    found = []
    for brief in briefs:
        known = [d for d in gold.disputes or () if _about(brief, d, gold)]
        for finding in brief.findings:
            if _is_dispute(finding) and not any(_tells_of(finding, d) for d in known):
                values = " | ".join(p.detail or str(p.value) for p in finding.positions)
                found.append(
                    Outcome(
                        article=brief.event.title, field="disputes", verdict="extra",
                        proposed=f"{finding.point}: {values}", reason="no annotation speaks of it",
                    )
                )  # fmt: skip
    return found


def _is_dispute(finding: Finding) -> bool:
    return finding.status == "disputed" and finding.difference in {None, "contradiction"}


def _shows(brief: Brief, dispute: Dispute) -> bool:
    told = any(_tells_of(finding, dispute) for finding in brief.findings)
    return told or any(_in_wording(row, dispute) for row in brief.wording)


def _tells_of(finding: Finding, dispute: Dispute) -> bool:
    """Whether the finding is open, and two of its sides (one in the field named) hold values."""
    sides = [_side(p) for p in finding.positions]
    if not _open(finding, dispute) or len(sides) < _TWO:
        return False
    return _matched(dispute, sides) >= (1 if dispute.field == finding.field else _TWO)


def _open(finding: Finding, dispute: Dispute) -> bool:
    if finding.status == "disputed":
        return True
    return dispute.difference is not None and finding.difference == dispute.difference


def _in_wording(row: WordingRow, dispute: Dispute) -> bool:
    none: frozenset[str] = frozenset()
    terms = [_Shown(t.term, frozenset(), none, frozenset(content_words(t.term))) for t in row.terms]
    return _matched(dispute, terms) >= _TWO


def _matched(dispute: Dispute, sides: Sequence[_Shown]) -> int:
    """Count the values that sides hold, each side and value taken once: a maximum matching.

    A bare "no (Sergei Lavrov)" is held by whatever side is left over, but by none on its own.
    """
    holds = [[_holds(side, value) for side in sides] for value in dispute.values]
    taken: dict[int, int] = {}  # side → value

    def place(value: int, tried: set[int]) -> bool:
        for side, held in enumerate(holds[value]):
            if held and side not in tried:
                tried.add(side)
                if side not in taken or place(taken[side], tried):
                    taken[side] = value
                    return True
        return False

    found = sum(place(i, set()) for i in range(len(holds)))
    bare = sum(_is_bare(value) for value in dispute.values)
    return min(found + bare, len(sides)) if found else 0


def _core(value: str) -> str:
    """Take a value without the bracket that says whose it is."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", value)


def _is_bare(value: str) -> bool:
    core = _core(value)
    return not (content_words(core) or _numbers(core) or _dates(core))


def _holds(side: _Shown, value: str) -> bool:
    core = _core(value)
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
        # a table of wording may show the telling word of a longer annotated term
        if side.term and side.term <= set(words):
            return True
    return False


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
    return _Shown(f"{said} {quotes}", frozenset(numbers), dates)


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
        if not _is_dispute(finding):
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
