"""Implied: numbers told by another are resolved with both pieces of evidence, or left."""

from __future__ import annotations

import pytest
from extraction_making import summary
from figures_making import drafts, label, values

from summarizer.evaluation.figures import number_is_written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarsk sent back 55 gunners and an equal number of cooks.", [55, 55]),
        ("Tarsk handed over 150 sailors and received the same number in return.", [150, 150]),
        ("Tarsk freed 60 sailors on Sunday. Velmora let as many gunners go.", [60, 60]),
        ("Tarsk freed 60 sailors.\n\nAs many again were given to Velmora.", [60, 60]),
        ("Forty gunners and 12 cooks came home. As many again were let go.", [40, 12, 40, 12]),
        ("The next swap would involve about 40 gunners and a similar number of cooks.", [40, 40]),
    ],
)
def test_a_number_that_points_back_is_that_number(text: str, expected: list[int]):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarsk freed 60 sailors. Velmora let twice as many go.", [60]),
        ("Tarsk freed 60 sailors. Velmora let half as many go.", [60]),
        ("Tarsk let as many as 60 sailors go.", [60]),
        ("Forty gunners and 12 cooks came home. An equal number of nurses left.", [40, 12]),
        ("Tarsk freed 60 sailors. It owns a similar number of ships.", [60]),
        ("An equal number of sailors came home.", []),
        ("Dozens of sailors came home. The same number left.", []),
        ("Forty sailors came home. Nobody saw them. As many again were let go.", [40]),
    ],
)
def test_what_could_be_either_is_left(text: str, expected: list[int]):
    assert values(text) == expected


def test_who_they_are_is_their_own_or_that_of_the_others():
    assert label("Tarsk sent 55 gunners and an equal number of cooks.", 55, "who") == "civilians"
    assert label("Tarsk freed 55 gunners. As many again were let go.", 55, "who") == "military"


def test_a_similar_number_is_about_that_number():
    first, second = drafts("Tarsk sent back 55 gunners and a similar number of cooks.")
    assert (first.mention.amount.bound, second.mention.amount.bound) == ("exact", "about")


def test_both_pieces_of_evidence_are_given():
    text = "Velmora freed 60 sailors at dawn on Saturday.\n\nAs many again were given to Velmora."
    first, second = summary(text).facts.model_dump()["figures"]
    assert [e["quote"] for e in first["evidence"]] == [text.split("\n\n", maxsplit=1)[0]]
    assert [e["quote"] for e in second["evidence"]] == text.split("\n\n")[::-1]
    figures = summary(text).facts.figures  # type: ignore[attr-defined]
    assert all(number_is_written(figure) for figure in figures)


def test_one_sentence_is_evidence_for_both():
    text = "Tarsk sent back 55 gunners and an equal number of cooks."
    figures = summary(text).facts.model_dump()["figures"]
    assert [[e["quote"] for e in f["evidence"]] for f in figures] == [[text], [text]]
