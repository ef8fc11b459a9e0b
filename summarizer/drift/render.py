"""A comparison for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.drift.results import KINDS, Drift, DriftRow, Kind, Level, Taken

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

__all__ = [
    "NAMES",
    "PLURALS",
    "numbers",
    "render",
    "score_text",
    "shown_kinds",
    "to_json",
    "verdict",
]

NAMES: dict[Kind, str] = {
    "lost": "lost",
    "gained": "gained",
    "changed": "changed",
    "reattributed": "re-attributed",
    "flipped": "status flipped",
    "reworded": "reworded",
}
PLURALS: dict[Level, tuple[str, str]] = {
    "event": ("event", "events"),
    "finding": ("finding", "findings"),
    "claim": ("claim", "claims"),
    "sentence": ("sentence", "sentences"),
}


def to_json(drift: Drift) -> str:
    """Write a comparison as JSON, ending in a newline; `counts` are by level and kind."""
    raw = drift.model_dump(mode="json")
    counts = {level: {kind: drift.count(kind, level) for kind in KINDS} for level in PLURALS}
    plain = {"counts": counts, **raw}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def verdict(drift: Drift, names: Mapping[Kind, str] = NAMES) -> list[str]:
    """What differs, a sentence for each level that was compared; `names` say the kinds."""
    lines = []
    for level, (one, many) in PLURALS.items():
        rows = [row for row in drift.rows if row.level == level]
        whole = drift.same[level] + len(rows)
        if not whole:
            continue
        counts = [f"{n} {names[kind]}" for kind in KINDS if (n := drift.count(kind, level))]
        name = one if whole == 1 else many
        told = f": {', '.join(counts)}" if counts else ""
        lines.append(f"{drift.same[level]} of {whole} {name} the same{told}.")
    return lines


def shown_kinds(row: DriftRow) -> str:
    """A row's kinds in words."""
    return ", ".join(NAMES[kind] for kind in row.kinds)


def numbers(drift: Drift) -> Iterator[tuple[str, str, str]]:
    """What both runs were made with, hold and took: a label and two values."""
    a, b = drift.before, drift.after
    for label in dict.fromkeys((*a.made_with, *b.made_with)):
        yield label.capitalize(), a.made_with.get(label, "–"), b.made_with.get(label, "–")
    counts = (
        ("Articles", "articles"), ("Events", "events"), ("Findings", "findings"),
        ("Claims", "claims"), ("Claims refused by the checks", "refused"),
        ("Questions asked", "calls"), ("Tokens read", "input_tokens"),
        ("Tokens written", "output_tokens"),
    )  # fmt: skip
    for label, name in counts:
        yield label, f"{getattr(a, name):,}", f"{getattr(b, name):,}"
    yield "Cost", _cost(a), _cost(b)
    yield "Seconds of the model", f"{a.seconds:,.1f}", f"{b.seconds:,.1f}"


def score_text(value: float | None, *, count: bool = False) -> str:
    """A score as it is written: a share with three digits, a count as it is."""
    if value is None:
        return "–"
    return f"{value:.0f}" if count else f"{value:.3f}"


def _cost(taken: Taken) -> str:
    return "unknown" if taken.cost_usd is None else f"${taken.cost_usd:.4f}"


def render(drift: Drift) -> RenderableType:
    """Lay a comparison out for a terminal: the verdict, each difference, what both took, scores."""
    from rich.console import Group as Stack
    from rich.text import Text

    parts: list[RenderableType] = [Text(line) for line in verdict(drift)]
    by_level = [(level, [r for r in drift.rows if r.level == level]) for level in PLURALS]
    parts += [_rows(level, rows) for level, rows in by_level if rows]
    took = _table("Both runs", "", _plain(drift.before.name), _plain(drift.after.name))
    for label, before, after in numbers(drift):
        took.add_row(label, _plain(before), _plain(after))
    parts.append(took)
    if drift.scores:
        scores = _table("Scores", "score", "before", "after", "change")
        for row in drift.scores:
            known = row.before is not None and row.after is not None
            change = f"{(row.after or 0) - (row.before or 0):+.3f}" if known else ""
            before, after = (score_text(v, count=row.count) for v in (row.before, row.after))
            scores.add_row(row.score, before, after, change)
        parts.append(scores)
    parts += [Text(note) for note in drift.notes]
    return Stack(*parts)


def _rows(level: Level, rows: Sequence[DriftRow]) -> Table:
    table = _table(f"{PLURALS[level][1].capitalize()} that differ", "", "point", "before", "after")
    table.show_lines = True
    where = ""
    for row in rows:
        point = " · ".join(part for part in (row.field.replace("_", " "), row.point) if part)
        before, after = row.before or "–", row.after or "–"
        if row.differences:
            before = "\n".join(f"{d.what}: {d.before}" for d in row.differences)
            after = "\n".join(f"{d.what}: {d.after}" for d in row.differences)
            point += f"\n{row.before}" if row.level == "claim" else ""
        if row.where != where:
            where = row.where
            point = f"{where}\n{point}"
        table.add_row(shown_kinds(row), _plain(point), _plain(before), _plain(after))
    return table


def _table(title: str, *columns: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _plain(text: str) -> str:
    """Article text is no markup, and drives no terminal."""
    from rich.markup import escape

    return escape("".join(c for c in text if c.isprintable() or c == "\n"))
