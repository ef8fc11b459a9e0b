"""Two runs on the same annotations: what rose, what fell."""

from __future__ import annotations

import pytest

from summarizer.evaluation import Row, ScoreChange, Scores, compare


@pytest.mark.parametrize(
    ("before", "after", "count", "better"),
    [
        (0.5, 0.75, False, True),
        (0.75, 0.5, False, False),
        (2, 0, True, True),
        (0, 1, True, False),
        (0.5, 0.5, False, None),
        (None, 0.5, False, None),
    ],
)
def test_better_is_a_higher_share_and_a_lower_count_of_faults(
    before: float | None, after: float | None, count: bool, better: bool | None
):
    change = ScoreChange(score="any", before=before, after=after, count=count)
    assert change.better is better


def test_a_score_that_counts_faults_says_so():
    counted = Row(score="own voice", value=2, hits=2, count=True, must=0)
    share = Row(score="bound", value=0.5, hits=1)
    before, after = (
        Scores(rows=rows, articles={}, outcomes=()) for rows in ((counted, share), (share,))
    )
    found = compare(before, after)
    assert {row.score: (row.before, row.after, row.count) for row in found.scores} == {
        "bound": (0.5, 0.5, False),
        "own voice": (2, None, True),
    }
