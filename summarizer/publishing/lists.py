"""Findings as an editor would list them: one line for one point, one speaker's words together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.documents import BriefArticle, Finding, Position
from summarizer.publishing.words import (
    capital,
    heading,
    is_statement,
    joined,
    origin_name,
    outlet_name,
    reported,
    said_value,
    words_with,
)

__all__ = ["Entry", "Line", "entries", "how_said"]

# Verbs by which a list says that somebody said something; of any other the weakest is taken.
_SAID = {
    "announces": "announced", "denies": "denied", "writes": "wrote", "warns": "warned",
    "promises": "promised", "estimates": "estimated", "reports": "reported", "confirms": "confirmed",
}  # fmt: skip
_PLAIN = frozenset((*_SAID.values(), "said", "declared", "demanded", "asked"))
_VAGUE = frozenset((None, "other"))  # values of a label that say nothing of what is counted


@dataclass(frozen=True)
class Line:
    """One position: what is shown, who holds it, by which articles.

    `owners` is "" where the heading names them, `lead` how they said it, `words` the report's own.
    """

    value: str
    owners: str
    articles: tuple[str, ...]
    lead: str = ""
    words: str = ""


@dataclass(frozen=True)
class Entry:
    """What stands under one heading. `notes` are findings whose values differ and are no dispute."""

    head: str
    said: bool
    lines: list[Line] = field(default_factory=list)
    parts: list[Line] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


def entries(findings: Sequence[Finding], articles: Mapping[str, BriefArticle]) -> list[Entry]:
    """The findings of one status, in their order: a heading once, with all that stands under it."""
    ids = {f.id for f in findings}
    heads = [heading(f) for f in findings if not is_statement(f)]
    found: dict[tuple[bool, str], Entry] = {}
    home: dict[str, Entry] = {}
    for finding in sorted(findings, key=lambda f: f.under in ids):
        said = is_statement(finding)
        if finding.under in home:
            home[finding.under or ""].parts.append(_part(finding, articles))
            continue
        head = _speakers(finding, articles) if said else heading(finding)
        entry = found.setdefault((said, head), Entry(head, said))
        home[finding.id] = entry
        unclear = not said and _unclear(finding, heads)
        for position in finding.positions:
            line = _said(position, articles) if said else _held(position, articles, words=unclear)
            _add(entry.lines, line)
        told = finding.reason.rstrip(".")
        if finding.difference or (len(finding.positions) > 1 and ". " in told):
            entry.notes.append(finding)
    return list(found.values())


def _add(lines: list[Line], line: Line) -> None:
    """Put a line to the others; the same words stand once."""
    for at, known in enumerate(lines):
        if line.words and (known.words, known.owners) == (line.words, line.owners):
            # one sentence gives both numbers: it is shown once
            before = known.value.replace(" and ", ", ")
            lines[at] = replace(known, value=f"{before} and {line.value}")
            return
        if (known.value, known.owners, known.lead) == (line.value, line.owners, line.lead):
            both = tuple(dict.fromkeys((*known.articles, *line.articles)))
            lines[at] = replace(known, articles=both)
            return
    lines.append(line)


def _unclear(finding: Finding, heads: Sequence[str]) -> bool:
    """Whether a number's heading leaves open whom it counts: then the words are shown."""
    if not isinstance(finding.positions[0].value, int):
        return False
    return heads.count(heading(finding)) > 1 or bool(_VAGUE & set(finding.labels.values()))


def _speakers(finding: Finding, articles: Mapping[str, BriefArticle]) -> str:
    return capital(joined([origin_name(o, articles) for o in finding.positions[0].origins]))


def _part(finding: Finding, articles: Mapping[str, BriefArticle]) -> Line:
    origins = dict.fromkeys(o for p in finding.positions for o in p.origins)
    carried = tuple(dict.fromkeys(a for p in finding.positions for a in p.articles))
    owners = joined([origin_name(o, articles) for o in origins])
    return Line(heading(finding), owners, carried)


def _held(position: Position, articles: Mapping[str, BriefArticle], *, words: bool) -> Line:
    owners = capital(joined([origin_name(o, articles) for o in position.origins]))
    shown = words_with(position) if words else ""
    return Line(said_value(position), owners, position.articles, words=shown)


def how_said(position: Position, articles: Mapping[str, BriefArticle]) -> str:
    """How somebody said it: "wrote", "in the words of the Post"; "" in the outlet's own words."""
    if reported(position):
        first = articles.get(position.articles[0]) if position.articles else None
        outlet = outlet_name(first) if first and first.outlet else "an unnamed outlet"
        return f"in the words of {outlet}" if outlet not in position.origins else ""
    verb = (position.verb or "said").lower()
    verb = _SAID.get(verb, verb)
    return verb if verb in _PLAIN else "said"


def _said(position: Position, articles: Mapping[str, BriefArticle]) -> Line:
    lead = how_said(position, articles)
    return Line(said_value(position), "", position.articles, lead)
