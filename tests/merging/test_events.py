# ruff: noqa: ISC004 (running text reads better in long lines)
"""Events: what happened, not what it is about."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from merging_hard import hard
from merging_news import POLITICS, news
from merging_series import bcubed, series

from summarizer.documents import Article, article_id
from summarizer.evaluation.groups import b_cubed
from summarizer.merging import group
from summarizer.merging.affinity import Weighed
from summarizer.merging.dates import Day
from summarizer.merging.features import features_of
from summarizer.merging.terms import terms_of_all


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


def article(text: str, published: str | None) -> Article:
    return Article(id=article_id(text), text=text, published=published)


QUAKE = (
    "SANTA OLA, June 2 - A quake that shook Valle Seco on Sunday evening has left no fewer than 84"
    " people dead and nearly 700 hurt, civil defence said. Rescuers brought 19 survivors out of the"
    " school in Santa Ola. Governor Marta Ibarra Lopes asked for tents.",
    "Nobody came on Sunday, so they dug. Neighbours carried thirty-three dead out on doors, and by"
    " last night the official count stood at 109. The governor, as they call Marta Ibarra Lopes here,"
    " was booed when Governor Marta Ibarra Lopes stepped out of her car.",
)


def test_counts_that_grow_keep_no_two_reports_of_one_day_apart_where_they_share_a_rare_name():
    told = [article(QUAKE[0], "2031-06-02"), article(QUAKE[1], "2031-06-03")]
    assert len(group(told)) == 1
    later = [told[0], article(QUAKE[1], "2031-06-09")]
    assert len(group(later)) == 2


FOURTH = (
    "PORT ANSE - The islanders set free three sailors on Saturday and the mainland opened its gates for"
    " 183 fishermen, the fourth such handover since the truce. A spokesman, Doran Pell, thanked them."
)
FIFTH = (
    "Crowds cheered in Ramola on Saturday after the mainland let go 183 fishermen in the fifth batch"
    " agreed with the islanders. Three sailors came the other way at Dera Bela."
)
FIFTH_TOO = (
    "They stood on a stage in Dera Bela this morning, three sailors, and then it was done. The mainland"
    " had to part with 183 fishermen — by chance the number of a week ago, when another three came."
)


@pytest.mark.parametrize("dated", [True, False])
def test_the_same_number_a_week_later_is_another_event(dated: bool):
    told = [
        article(text, day if dated else None)
        for text, day in ((FOURTH, "2031-02-01"), (FIFTH, "2031-02-09"), (FIFTH_TOO, "2031-02-08"))
    ]
    assert [len(g.articles) for g in group(told)].count(2) == 1
    (pair,) = [g for g in group(told) if len(g.articles) == 2]
    assert {a.text for a in pair.articles} == {FIFTH, FIFTH_TOO}


FAR_NORTH = (
    "Velmora freed 14 prisoners of war on Tuesday and Ostrava let 15 go, the Red Cross said. The"
    " soldiers were handed over at the Grey Bridge and taken by bus to Tarsk, where their families"
    " waited. President Ada Roe of Velmora thanked the Red Cross. Ostrava said that 30 prisoners of"
    " war were still held in the camps at Harrow and Lind."
)
FAR_SOUTH = (
    "The Kaluan army freed 14 prisoners of war on Tuesday and the Sand League let 15 go, the Red"
    " Cross said. They walked down to the Palm Ferry in the heat, each with a bag of rice, and Colonel"
    " Ito Sand of the League embraced them one by one. Talks in Porto Mar had dragged on for months"
    " over the sick, the Kaluan army said."
)


def test_a_name_that_every_such_report_has_speaks_for_nothing():
    batch = [article(FAR_NORTH, None), article(FAR_SOUTH, None)]
    words = terms_of_all((a.title, a.text) for a in batch)
    votes = Weighed([features_of(a) for a in batch], words).look_at([(0, 1)])[(0, 1)]
    assert votes.names < 0


def test_a_day_after_since_is_not_the_day_of_the_event():
    one = "Eighteen soldiers held since July 29 were sent home to Camba on December 31 by bus."
    other = "The bus with the 18 soldiers, prisoners since their capture on July 29, came to Camba."
    found = features_of(article(other, None))
    assert not found.days
    assert Day(0, 12, 31) in features_of(article(one, None)).days
    assert len(group([article(one, None), article(other, None)])) == 1


def test_weekdays_of_a_lead_are_resolved_and_what_lies_ahead_is_not():
    read = features_of(
        article("They met on Sunday at the pier. Talks will go on on Friday.", "2031-06-03")
    )
    assert read.lately == {dt.date(2031, 6, 1).toordinal()}


def mean(found: list[float]) -> float:
    return sum(found) / len(found)


@pytest.mark.parametrize(("published", "least"), [(True, 0.96), (False, 0.88)])
def test_hard_series_come_apart_for_the_most_part(published: bool, least: float):
    found = []
    for seed in range(8):
        articles, truth = hard(seed, published=published)
        found.append(bcubed(articles, truth, ids(articles)))
    assert mean(found) >= least


def test_events_of_politics_come_together_across_outlets():
    articles, truth = news(4, POLITICS)
    precision, recall = b_cubed(truth, ids(articles))
    assert precision is not None
    assert recall is not None
    assert 2 * precision * recall / (precision + recall) >= 0.98


def test_a_stray_that_comes_later_leaves_the_groups_as_they_are():
    articles, truth = series(4)
    strays = [articles[i] for members in truth if len(members) == 1 for i in members]
    before = {frozenset(g) for g in ids([a for a in articles if a != strays[0]])}
    assert before | {frozenset([strays[0].id])} == {frozenset(g) for g in ids(articles)}


def test_articles_that_come_one_by_one_end_as_all_at_once():
    articles, _ = hard(2)
    arrived: list[Article] = []
    last: list[list[str]] = []
    for one in articles:
        arrived.append(one)
        last = ids(arrived)
    assert last == ids(sorted(articles, key=lambda a: a.id))


MARCH = (
    "Some 25,000 people marched through Vasht on Thursday against the pension law, and police arrested"
    " 69 when eggs and paint flew at the parliament."
)
MARCH_AGAIN = (
    "For a second day protesters filled Vasht: organisers counted 37,000, and 48 people were hurt on"
    " Friday when a barrier on the old bridge gave way under those who marched."
)


def test_a_further_day_with_other_numbers_is_another_event():
    told = [article(MARCH, "2031-07-03"), article(MARCH_AGAIN, "2031-07-04")]
    assert len(group(told)) == 2
    once = MARCH_AGAIN.replace("For a second day protesters", "Crowds that marched").replace(
        "37", "25"
    )
    assert len(group([told[0], article(once.replace("Friday", "Thursday"), "2031-07-03")])) == 1


def test_reasons_are_words_that_an_editor_understands():
    articles, _ = hard(5)
    found = group(articles)
    together = " ".join(r for g in found if len(g.articles) > 1 for r in g.reasons)
    alone = " ".join(r for g in found if len(g.articles) == 1 for r in g.reasons)
    assert "the same names, " in together
    assert "publication within a day" in together
    for jargon in ("nothing against", "(0.", "cosine", "tf-idf"):
        assert jargon not in together + alone
    names = {n for a in articles for n in features_of(a).spelt}
    said = [
        r.split(", ", 1)[1].rsplit(" (", 1)[0]
        for g in found
        for r in g.reasons
        if "same names" in r
    ]
    assert {n for s in said for n in s.replace(" and ", ", ").split(", ")} <= names
    assert "nearest is “" in alone
