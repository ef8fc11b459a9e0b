"""Measure a run against annotations: every score of the contract, and what was missed."""

from summarizer.evaluation.compare import Change, Comparison, ScoreChange, compare
from summarizer.evaluation.gold import Gold, load_gold, read_gold
from summarizer.evaluation.invariance import (
    Break,
    Invariance,
    check_invariance,
    invariance_to_json,
    invariance_to_markdown,
)
from summarizer.evaluation.render import (
    comparison_to_json,
    from_json,
    render,
    render_comparison,
    to_json,
)
from summarizer.evaluation.results import Outcome, Row, Scores
from summarizer.evaluation.score import evaluate

__all__ = [
    "Break",
    "Change",
    "Comparison",
    "Gold",
    "Invariance",
    "Outcome",
    "Row",
    "ScoreChange",
    "Scores",
    "check_invariance",
    "compare",
    "comparison_to_json",
    "evaluate",
    "from_json",
    "invariance_to_json",
    "invariance_to_markdown",
    "load_gold",
    "read_gold",
    "render",
    "render_comparison",
    "to_json",
]
