"""Reported speech: what was said, out of the sentence that reports it, and what a list shows of it."""

from __future__ import annotations

import pytest

from summarizer.documents.reported import bare, clause_of, shown


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("However, the quay was shut.", "the quay was shut"),
        ("Meanwhile, the quay was shut.", "the quay was shut"),
        ("In addition, the quay was shut.", "the quay was shut"),
        ("For its part, the quay was shut.", "the quay was shut"),
        ("PORT MARA, Sept 8 – The quay was shut.", "The quay was shut"),
        ("PORT MARA/ARDA, January 18 - The quay was shut.", "The quay was shut"),
        ("MARA, Arland (OP) — The quay was shut.", "The quay was shut"),
        ("MARA: The quay was shut.", "The quay was shut"),
        ("MARA, September 8. /AP Wire/. The quay was shut.", "The quay was shut"),
        ("Mara, 8 September (Fjord) – The quay was shut.", "The quay was shut"),
        # what only looks like one of these is the sentence's own
        ("Then President Venn shut the quay.", "Then President Venn shut the quay"),
        ("The ARM said the talks — the third — had failed.", None),
        ("Still waters run deep.", "Still waters run deep"),
    ],
)
def test_datelines_and_what_joins_sentences_are_left_out(sentence: str, left: str | None) -> None:
    assert bare(sentence) == (left or sentence.rstrip("."))


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        (
            "However, the Arland Ministry repeated an unfounded claim that divers had cut the cable.",
            "divers had cut the cable",
        ),
        ("MARA, Sept 8 – Fog sank it, the Arland Ministry said on Monday.", "Fog sank it"),
        (
            "Divers found 38 crates, said Arland Ministry, which runs the port.",
            "Divers found 38 crates",
        ),
        ("The Arland Ministry announced that 200 crates had been found.", "200 crates had been found"),
        # a thing and not a clause: "said that 200,000 crowns for each" would be no English
        ("The Arland Ministry announced 200,000 crowns for each family.", ""),
        ("The Arland Ministry claimed more than 40 lives and two boats.", ""),
        # the speaker's names and offices behind the clause go with the saying
        (
            "In all, 58 boats sank in the storm, the Arland Ministry, or AM, reported.",
            "In all, 58 boats sank in the storm",
        ),
        (
            "The toll has risen to 31, the head of the port, Arland Ministry, said on Monday.",
            "The toll has risen to 31",
        ),
        ("Mara, the capital, and Tarsk, the port, were calm, the Arland Ministry said.",
         "Mara, the capital, and Tarsk, the port, were calm"),
        # "it" behind "X said" is X
        ("The Arland Ministry said it got back 26 boats.", "it got back 26 boats"),
        ("The Arland Ministry said as many as 150 were aboard.", "as many as 150 were aboard"),
        ("The Arland Ministry said 37 sailors swam ashore, nine of them children.",
         "37 sailors swam ashore, nine of them children"),
        ("The Arland Ministry said doctors saw to the weakest of them.", ""),
        ("The Arland Ministry said it knew of no such crossing.", ""),
    ],
)  # fmt: skip
def test_the_reporting_around_a_clause_is_left_out(sentence: str, clause: str) -> None:
    assert clause_of(sentence, ["Arland Ministry"]) == clause


def test_a_list_shows_the_clause_and_marks_what_it_cannot_shorten() -> None:
    assert shown("Venn said that the quay was shut.", ["Ilsa Venn"]) == "The quay was shut"
    told = shown("Venn thanked the “brave” divers.", ["Ilsa Venn"])
    assert told == "as reported: “Venn thanked the ‘brave’ divers”"
    opened = shown("However, the aide said that boats waited.", ["Ilsa Venn"])
    assert opened == "as reported: “The aide said that boats waited”"


def test_a_list_shows_one_clause_where_two_begin_with_that() -> None:
    told = shown("Venn said that fog fell and that boats waited.", ["Ilsa Venn"])
    assert told == "Fog fell and boats waited"


def test_loaded_words_stand_between_marks() -> None:
    sentence = "Venn said that the martyrs had come home."
    assert (
        shown(sentence, ["Ilsa Venn"], extra={"martyrs": "dead"}) == "The “martyrs” had come home"
    )
