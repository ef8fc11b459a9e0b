from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents import Group
from summarizer.evaluation import evaluate
from summarizer.evaluation.groups import b_cubed


def test_b_cubed_of_a_worked_example():
    # a and b are one event, c another; put all in one heap: P = (2/3 + 2/3 + 1/3) / 3, R = 1
    assert b_cubed([["a", "b"], ["c"]], [["a", "b", "c"]]) == (pytest.approx(5 / 9), 1.0)
    assert b_cubed([["a", "b"], ["c"]], [["a"], ["b"], ["c"]]) == (1.0, pytest.approx(2 / 3))


def test_an_article_in_no_group_stands_alone_and_strangers_are_left_out():
    assert b_cubed([["a", "b"]], [["a", "x"]]) == (1.0, 0.5)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_a_perfect_grouping_scores_one(labels: list[int]):
    groups = [[str(i) for i, x in enumerate(labels) if x == label] for label in set(labels)]
    assert b_cubed(groups, groups[::-1]) == (1.0, 1.0)


def test_groups_are_matched_by_file_name_and_strays_are_events():
    gold = {"articles": {"a.txt": {}, "b.txt": {}, "c.txt": {}}, "events": [["a.txt", "b.txt"]]}
    made = [
        Group(event="1", title="", date=None, articles=("x/a.txt", "y/b.txt")),
        Group(event="2", title="", date=None, articles=("c.txt",)),
    ]
    scores = evaluate(gold, [], groups=made)
    events, exact = scores.row("events"), scores.row("events exact")
    assert events is not None
    assert exact is not None
    assert events.value == exact.value == 1.0
    wrong = evaluate(gold, [], groups=[["a.txt", "b.txt", "c.txt"]]).row("events")
    assert wrong is not None
    assert wrong.value is not None
    assert wrong.value < 1.0
