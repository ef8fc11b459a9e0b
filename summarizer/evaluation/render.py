"""Scores for a terminal and for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError
from summarizer.evaluation.compare import Change, Comparison
from summarizer.evaluation.results import Outcome, Row, Scores

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

__all__ = ["comparison_to_json", "from_json", "render", "render_comparison", "to_json"]


def to_json(scores: Scores) -> str:
    """Write scores as JSON, ending in a newline: rows, every outcome, what each stage took."""
    raw = scores.model_dump(mode="json")
    for row in (*raw["rows"], *(r for rows in raw["articles"].values() for r in rows)):
        for key in ("value", "precision", "recall"):
            row[key] = round(row[key], 4) if isinstance(row[key], float) else row[key]
    return json.dumps(raw, ensure_ascii=False, indent=2) + "\n"


def from_json(data: str | bytes | dict[str, Any]) -> Scores:
    """Read the JSON of an earlier run; raises InputError if it is something else."""
    try:
        return Scores.model_validate(data if isinstance(data, dict) else json.loads(data))
    except ValueError as error:
        raise InputError(
            "The run to compare with holds no scores.", "Write one with eval … --format json."
        ) from error


def comparison_to_json(comparison: Comparison) -> str:
    """Write a comparison as JSON, ending in a newline."""
    return json.dumps(comparison.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def render(scores: Scores, *, misses: bool = True) -> RenderableType:
    """Lay scores out for a terminal: in all, by article, what was missed, what each stage took."""
    from rich.console import Group as Stack
    from rich.text import Text

    parts: list[RenderableType] = [_totals(scores.rows)]
    if scores.articles:
        parts.append(_by_article(scores))
    if misses and scores.misses:
        parts.append(_misses(scores.misses))
    if scores.stages:
        parts.append(_stages(scores))
    parts += [Text(note) for note in scores.notes]
    return Stack(*parts)


def render_comparison(comparison: Comparison) -> RenderableType:
    """Lay two runs out side by side: the scores, then each claim that fared otherwise."""
    from rich.console import Group as Stack

    scores = _table("Scores", "score", "before", "after", "change")
    for row in comparison.scores:
        known = row.before is not None and row.after is not None
        change = f"{(row.after or 0) - (row.before or 0):+.3f}" if known else ""
        scores.add_row(row.score, _number(row.before), _number(row.after), change)
    claims = _table("Claims that differ", "article", "field", "", "before", "after")
    for claim in comparison.changes:
        mark = _mark(claim)
        claims.add_row(claim.article, claim.field, mark, _tell(claim.before), _tell(claim.after))
    return Stack(scores, claims)


def _table(title: str, *columns: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for i, column in enumerate(columns):
        table.add_column(column, overflow="fold", justify="left" if i == 0 else "default")
    return table


def _totals(rows: Sequence[Row]) -> Table:
    table = _table("Scores", "score", "value", "precision", "recall", "right", "of", "must be")
    for row in rows:
        must = "" if row.must is None else f"{row.must:g} {'✓' if row.holds else '✗ FAILS'}"
        table.add_row(
            row.score, _value(row), _number(row.precision), _number(row.recall), str(row.hits),
            "" if row.annotated is None else str(row.annotated), must,
        )  # fmt: skip
    return table


def _by_article(scores: Scores) -> Table:
    names = list(dict.fromkeys(r.score for rows in scores.articles.values() for r in rows))
    table = _table("By article", "article", *names)
    for article, rows in scores.articles.items():
        mine = {r.score: _value(r) for r in rows}
        table.add_row(article, *(mine.get(n, "") for n in names))
    return table


def _misses(misses: Sequence[Outcome]) -> Table:
    table = _table("Misses", "article", "field", "verdict", "annotated", "proposed", "words / why")
    for miss in misses:
        verdict = f"{miss.verdict}: {', '.join(miss.wrong)}" if miss.wrong else miss.verdict
        why = " — ".join(p for p in (miss.quote, miss.reason) if p)
        table.add_row(
            _plain(miss.article), miss.field, verdict, _plain(miss.annotated or ""),
            _plain(miss.proposed or ""), _plain(why),
        )  # fmt: skip
    return table


def _stages(scores: Scores) -> Table:
    table = _table("Time and tokens", "stage", "calls", "tokens in", "cached", "tokens out", "s")
    for s in scores.stages:
        table.add_row(
            s.stage, f"{s.calls:,}", f"{s.input_tokens:,}", f"{s.cached_tokens:,}",
            f"{s.output_tokens:,}", f"{s.seconds:.1f}",
        )  # fmt: skip
    return table


def _plain(text: str) -> str:
    """Article text is no markup, whatever brackets it holds."""
    from rich.markup import escape

    return escape(text)


def _value(row: Row) -> str:
    return f"{row.value:.0f}" if row.count and row.value is not None else _number(row.value)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _mark(change: Change) -> str:
    return {True: "better", False: "worse", None: "other"}[change.better]


def _tell(outcome: Outcome | None) -> str:
    if outcome is None:
        return "–"
    wrong = f" ({', '.join(outcome.wrong)})" if outcome.wrong else ""
    claim = outcome.proposed or outcome.annotated or outcome.quote
    return _plain(f"{outcome.verdict}{wrong}: {claim}")
