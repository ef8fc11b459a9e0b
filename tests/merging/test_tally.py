"""Tally: figures in common speak for one event, figures that nothing reconciles against it."""

from __future__ import annotations

from summarizer.merging.features import Features
from summarizer.merging.tally import Tally, tally


def counted(*lead: int, rest: tuple[int, ...] = (), earlier: tuple[int, ...] = ()) -> Features:
    figures = dict.fromkeys(lead, 1.5) | dict.fromkeys(rest, 1.0)
    return Features(figures=figures, lead=set(lead), earlier_figures=set(earlier))


def told(a: Features, b: Features) -> Tally:
    rarity = dict.fromkeys([*a.figures, *b.figures, *a.earlier_figures, *b.earlier_figures], 1.0)
    assert tally(a, b, rarity).support == tally(b, a, rarity).support
    return tally(a, b, rarity)


def test_a_figure_in_common_supports_and_covers():
    found = told(counted(246), counted(246))
    assert found.support == 1.5
    assert found.cover == 1.0
    assert found.shared == (246,)
    assert found.against == 0


def test_leads_that_know_nothing_of_each_other_repel():
    found = told(counted(246), counted(310))
    assert found.against == 1.5
    assert found.apart == ((246,), (310,))


def test_one_that_gives_no_figures_repels_nothing():
    assert told(counted(246), counted()) == Tally()


def test_a_total_is_no_other_figure_than_its_parts():
    found = told(counted(430), counted(230, 200))
    assert found.against == 0
    assert found.shared == (430,)
    assert 0 < found.support < 1.5


def test_twice_the_number_of_each_side_is_the_total():
    assert told(counted(492), counted(246)).shared == (492,)


def test_a_slip_or_a_recount_keeps_nothing_apart():
    assert told(counted(187), counted(178)).against == 0
    assert told(counted(22), counted(23)).against == 0
    assert told(counted(246), counted(303)).against > 0


def test_what_one_reports_and_the_other_calls_past_is_recalled():
    found = told(counted(246), counted(310, earlier=(246,)))
    assert found.recalled == (246,)
    assert found.recall == 1.0


def test_among_many_figures_equal_ones_are_chance():
    few = told(counted(246, 31), counted(246, 17))
    many = told(counted(246, rest=tuple(range(11, 31))), counted(246, rest=tuple(range(31, 61))))
    assert many.support < few.support
    assert many.cover < few.cover
