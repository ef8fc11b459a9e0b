"""Lands: countries by their long names, by their armies, and by provinces that others have towns of."""

from __future__ import annotations

import pytest
from figures_making import label, pair

from summarizer.extraction.camps import land_of
from summarizer.extraction.lands import countries, lands_named
from summarizer.extraction.parse import parse


@pytest.mark.parametrize(
    "name", ["democratic republic of congo", "democratic republic of the congo"]
)
def test_a_long_name_is_known_with_and_without_its_article(name: str):
    assert countries()[name] == "DR Congo"


def test_countries_are_counted_by_name_demonym_and_capital():
    named = lands_named(
        "Peruvian officials flew from Lima, Peru's envoy to the U.S. said in Bolivia."
    )
    assert named == {"Peru": 3, "Bolivia": 1, "United States": 1}


def test_soldiers_of_an_army_of_a_republic_go_home_to_it():
    text = (
        "The Kivu Front (KF) and the Democratic Republic of Congo exchanged prisoners on Friday.\n\n"
        "214 soldiers of the Armed Forces of the Democratic Republic of Congo left in a convoy."
    )
    assert pair(text) == ("KF", "DR Congo")
    assert label(text, 214, "direction") == "to:DR Congo"


@pytest.mark.parametrize(
    ("told", "land"),
    [
        # Beni is a province of Bolivia and a town in the Congo.
        (
            "Congolese buses left Goma for Beni. The Congolese army was there. Congolese aides wept.",
            None,
        ),
        ("Buses took them to Beni Province.", "Bolivia"),
    ],
)
def test_a_province_tells_the_country_where_no_other_is_told_of(told: str, land: str | None):
    assert land_of(parse(told)) == land
