from __future__ import annotations

import pytest

from summarizer.evaluation.naming import same_direction, same_party, same_place, same_speaker


@pytest.mark.parametrize(
    ("annotated", "proposed"),
    [
        ("Russian Defense Ministry", "Ministry of Defence"),
        ("Russian Ministry of Defense", "Russia's Defence Ministry"),
        ("Volodymyr Zelensky", "Zelenskyy"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Sergey Lavrov", "Russian Foreign Minister, Sergei Lavrov"),
        ("Donald Trump", "President Trump"),
        ("Coordination Center for Prisoners", "the co-ordination headquarters for prisoners"),
        ("Inés Quiroga", "Governor Ines Quiroga"),
    ],
)
def test_one_speaker_under_several_spellings(annotated: str, proposed: str):
    assert same_speaker(annotated, proposed)


@pytest.mark.parametrize(
    ("annotated", "proposed"),
    [
        ("Russian Defense Ministry", "the ministry"),
        ("Russian Defense Ministry", "Ukrainian Defense Ministry"),
        ("Russian Defense Ministry", "Russia"),
        ("Donald Trump", "Vladimir Putin"),
        ("Sergey Lavrov", "Russian foreign ministry"),
        ("Anna Petrova", "Boris Petrova"),
    ],
)
def test_others_are_not_that_speaker(annotated: str, proposed: str):
    assert not same_speaker(annotated, proposed)


def test_a_country_is_its_capital_and_its_people():
    assert same_party("Russia", "Moscow")
    assert same_party("Ukraine", "Ukrainians")
    assert same_party("United States", "Washington")
    assert same_party("United States", "America")
    assert same_party("Houthis", "the Houthi movement")
    assert same_party("HRM", "Harbour Relief Movement")
    assert same_party("Harbour Relief Movement", "H.R.M.")


def test_neighbours_in_name_are_different_parties():
    assert not same_party("Sudan", "South Sudan")
    assert not same_party("North Korea", "South Korea")
    assert not same_party("Iran", "Iraq")
    assert not same_party("HRM", "Harbour Rescue Front")


def test_an_alias_counts_only_for_the_name_it_is_given_for():
    aliases = {"RSF": ("Rapid Support Forces",)}
    assert same_party("RSF", "Rapid Support Forces", aliases)
    assert not same_party("SAF", "Rapid Support Forces", aliases)


def test_directions():
    assert same_direction("to:Russia", "to:Moscow")
    assert same_direction("each", "each")
    assert not same_direction("to:Russia", "each")
    assert not same_direction("to:Russia", None)
    assert not same_direction("to:Russia", "to:Ukraine")


def test_places_match_by_their_telling_part():
    assert same_place("Ukrainian border with Belarus", "Belarus")
    assert same_place("Harrow Pass", "the Harrow Pass")
    assert not same_place("Belarus", "Moscow")
    assert not same_place("the border", "a border")
