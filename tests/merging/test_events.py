"""Events: what happened, not what it is about."""

from __future__ import annotations

import random

import pytest
from merging_series import bcubed, series

from summarizer.documents import Article
from summarizer.merging import group


def ids(articles: list[Article]) -> list[list[str]]:
    return [[a.id for a in g.articles] for g in group(articles)]


@pytest.mark.parametrize("published", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("seed", range(6))
def test_recurring_exchanges_stay_apart_and_strays_alone(seed: int, published: bool):
    articles, truth = series(seed, published=published)
    least = 0.95 if published else 0.9
    assert bcubed(articles, truth, ids(articles)) >= least


def test_order_changes_nothing():
    articles, _ = series(3)
    shuffled = list(articles)
    random.Random(1).shuffle(shuffled)  # noqa: S311 — a test, not a secret
    assert group(articles) == group(shuffled)


def test_an_article_that_comes_later_gives_what_all_at_once_would_have_given():
    articles, _ = series(5)
    group(articles[:-1])
    assert ids(articles) == ids([articles[-1], *articles[:-1]])


def test_an_event_keeps_its_id_when_articles_are_added():
    articles, truth = series(2)
    wires = [a for a in articles if a.path.endswith(("-wire", "-daily"))]
    before = {a.id: g.event for g in group(wires) for a in g.articles}
    after = {a.id: g.event for g in group(articles) for a in g.articles}
    firsts = {min((articles[i] for i in t), key=lambda a: (a.published, a.id)).id for t in truth}
    kept = [a for a in before if a in firsts]
    assert kept
    assert all(before[a] == after[a] for a in kept)


def test_each_group_says_what_holds_it_together():
    articles, _ = series(1)
    grouped = [g for g in group(articles) if len(g.articles) > 1]
    assert grouped
    assert all(any("same figures" in r for r in g.reasons) for g in grouped)
    alone = [g for g in group(articles) if len(g.articles) == 1]
    assert all(g.reasons for g in alone)


def test_nothing_gives_nothing():
    assert group([]) == ()
