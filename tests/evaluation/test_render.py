from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console

from summarizer.documents import ArticleSummary
from summarizer.evaluation import (
    compare,
    comparison_to_json,
    evaluate,
    from_json,
    render,
    render_comparison,
    to_json,
)

Make = Callable[..., ArticleSummary]
GOLD = {
    "articles": {
        "a.txt": {
            "figures": [
                {"value": 40, "who": "military", "attributed_to": None},
                {"value": 12, "who": "all", "attributed_to": None},
            ]
        }
    }
}


def printed(renderable: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(renderable)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_table_shows_scores_misses_and_costs(summary: Make, figure: Any):
    made = summary(figure(40, "40 sailors", who="civilians"), figure(5000, "5,000 readers"))
    text = printed(render(evaluate(GOLD, [made])))
    assert "figure value" in text
    assert "0.500" in text
    assert "wrong: who" in text
    assert "missed" in text
    assert "5,000" in text
    assert "extraction, all articles" in text


def test_article_text_is_no_markup(summary: Make):
    gold = {"articles": {"a.txt": {"figures": [{"value": 7, "quote": "[red]7 men[/red] [/]"}]}}}
    assert "[red]7 men[/red] [/]" in printed(render(evaluate(gold, [summary()])))


def test_a_broken_promise_is_named(summary: Make, figure: Any):
    assert "FAILS" in printed(render(evaluate(GOLD, [summary(figure(40, "Estmark"))])))


def test_two_runs_differ_claim_by_claim(summary: Make, figure: Any):
    before = evaluate(
        GOLD, [summary(figure(40, "40 sailors", who="civilians"), figure(12, "Some 12", who="all"))]
    )
    after = evaluate(GOLD, [summary(figure(40, "40 sailors", who="military"))])
    made = compare(from_json(to_json(before)), after)
    assert {c.better for c in made.changes} == {True, False}
    assert len(made.changes) == 2
    label = next(s for s in made.scores if s.score == "figure label")
    assert label.before == 0.5
    assert label.after == pytest.approx(2 / 3)
    text = printed(render_comparison(made))
    assert "better" in text
    assert "worse" in text
    assert json.loads(comparison_to_json(made))["changes"]


def test_a_run_compared_with_itself_has_no_differences(summary: Make, figure: Any):
    scores = evaluate(GOLD, [summary(figure(40, "40 sailors"))])
    assert compare(scores, scores).changes == ()
