"""Occasions: which figures and days are the event's own."""

from __future__ import annotations

from summarizer.documents import Article, article_id
from summarizer.merging.dates import Day
from summarizer.merging.features import Features, features_of


def read(text: str, published: str | None = None) -> Features:
    return features_of(Article(id=article_id(text), text=text, published=published))


def test_a_list_of_occasions_reports_none_of_them():
    found = read(
        "How often have the two met? Three times, our list says. On March 3, 140 came home from the"
        " camp. On April 12 it was 205, among them a boy. On May 30 they let 318 cross the bridge."
    )
    assert not found.lead
    assert not found.figures
    assert {140, 205, 318} <= found.earlier_figures
    assert not found.days


def test_a_report_that_recalls_others_is_no_list():
    found = read(
        "On May 30 the two let 318 cross the bridge. On April 12 it had been 205. On March 3, 140 came."
    )
    assert 318 in found.lead
    assert found.days == {Day(0, 5, 30)}


def test_another_round_than_the_articles_own_is_another_occasion():
    found = read(
        "The two sides let 170 go on Thursday in the second round of the deal. Both were content with"
        " it. In the first round, at the mill, 250 were let go."
    )
    assert found.ordinals == {2}
    assert 170 in found.lead
    assert 250 in found.earlier_figures


def test_a_month_without_a_day_lies_back():
    found = read(
        "Twenty-nine men were set free on Monday near the lake.\nThey were flown out on the same day by"
        " a plane.\nA general met them at the airport with flowers.\nThe rest are to come home soon, he"
        " said to them.\nIn December the band let 41 go, and in October 2020 another 57."
    )
    assert 29 in found.figures
    assert {41, 57} <= found.earlier_figures


def test_handed_over_is_no_rough_number():
    assert read("The ministry handed over 141 people on Friday at the bridge.").lead == {141}
    assert not read("There were over 141 people on Friday at the bridge.").lead


def test_a_toll_that_rises_keeps_nothing_apart():
    assert not read("The death toll rose to 67 on Tuesday after a night of digging.").lead


def test_a_further_day_is_noticed_in_the_lead_alone():
    assert read(
        "For a second day people marched through the town on Friday, and 19 were hurt."
    ).again
    assert not read("People marched through the town on Friday, and 19 were hurt there.").again


def test_places_that_begin_a_sentence_may_be_names():
    assert (
        "hodna" in read("HODNA – Lorries waited for six hours at the old bridge on Monday.").starts
    )
