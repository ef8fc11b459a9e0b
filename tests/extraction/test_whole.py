"""A strong model's whole answer: what stands is taken, what doesn't is refused by name."""

from __future__ import annotations

from typing import Any

import pytest
from extraction_making import EVENT, TEXT, FakeModel, summary, whole
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extraction.whole import chunks

SIXTY_FOUR = "64 soldiers and nine civilians had returned to Velmora"


def figure(value: int, quote: str, **labels: Any) -> dict[str, Any]:
    return {"value": value, "quote": quote, **labels}


def reasons(made: Any) -> dict[str, str]:
    return {r.field: r.reason for r in made.rejected}


def of_value(made: Any, value: int) -> Any:
    return next(f for f in made.facts.figures if f.value == value)


def test_a_label_that_words_left_open_is_taken_from_the_model():
    rows = [figure(12, "Twelve teachers were mentioned", direction="total")]
    made = summary(model=whole({"figures": rows}))
    twelve = of_value(made, 12)
    assert (twelve.direction, twelve.decided["direction"]) == ("total", "model")


def test_a_label_that_words_decide_stays_and_the_difference_is_told():
    model = whole(
        {"figures": [figure(30, "Another 30 sailors are still held in Tarsk", occasion="this")]}
    )
    thirty = of_value(summary(model=model), 30)
    assert thirty.occasion == "remaining"
    assert thirty.open_to_doubt == ("occasion",)


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        (figure(46, "46 soldiers and nine civilians had returned"), "figures", "number"),
        (figure(64, "64 soldiers marched on the capital"), "figures", "stand"),
        (figure(46, SIXTY_FOUR), "figures", "does not stand in its quotation"),
        (figure(8, "on Saturday, 8 March 2031"), "figures", "no people"),
        (figure(64, SIXTY_FOUR, direction="to:Atlantis"), "figures.direction", "no value"),
        (figure(64, SIXTY_FOUR, direction="home"), "figures.direction", "no value"),
    ],
)
def test_what_does_not_stand_is_refused(row: dict[str, Any], field: str, reason: str):
    made = summary(model=whole({"figures": [row]}))
    assert reason in reasons(made)[field]
    assert [f.value for f in made.facts.figures] == [f.value for f in summary().facts.figures]


def test_a_party_is_named_as_the_article_names_it():
    rows = [figure(12, "Twelve teachers were", direction="to:Velmora")]
    made = summary(model=whole({"figures": rows}))
    assert of_value(made, 12).direction == "to:Velmora"


def test_a_number_of_people_that_code_missed_is_added():
    text = "The ferry sank off Tarsk on Monday.\nThe toll of drowned people climbed overnight: 78."
    quote = "The toll of drowned people climbed overnight: 78"
    rows = [figure(78, quote, outcome="killed", occasion="this")]
    reply = {"figures": rows, "gist": [{"text": "The ferry sank.", "quote": "The ferry sank off"}]}
    made = summary(text, whole(reply), pack=EVENT)
    assert {f.value for f in made.facts.figures} == {78}
    assert of_value(made, 78).outcome == "killed"


def test_names_stages_and_statements_that_code_missed_are_added_where_they_stand():
    text = (
        TEXT + "\nThe hand of Bishop Orla of Kest was seen in it. “It was quiet work,” she told us."
    )
    reply = {
        "mediators": [
            {"value": "Bishop Orla", "quote": "The hand of Bishop Orla of Kest was seen in it"},
            {"value": "Bishop Wren", "quote": "The hand of Bishop Orla of Kest was seen in it"},
        ],
        "stage": [{"value": "completed", "quote": "exchanged captives on Saturday"}],
        "statements": [{"speaker": "Nobody Atall", "quote": "papers that both delegations signed"}],
    }
    made = summary(text, whole(reply))
    assert "Bishop Orla" in [m.value for m in made.facts.mediators]
    assert reasons(made)["mediators"] == "the name does not stand in its quotation"
    assert [s.value for s in made.facts.stage] == ["completed"]
    assert "speaker" in reasons(made)["statements"]


def test_what_code_found_is_not_said_twice():
    quote = "We will not rest until the last of them is home"
    reply = {
        "statements": [{"speaker": "Ilse Marn", "quote": quote}],
        "places": [{"value": "Oster bridge", "quote": "at the Oster bridge"}],
    }
    made, plain = summary(model=whole(reply)), summary()
    assert made.facts.statements == plain.facts.statements
    assert made.facts.places == plain.facts.places


def test_a_speaker_is_doubted_where_words_and_model_differ():
    row = figure(64, "The Velmoran defence ministry said that 64 soldiers", speaker="Ilse Marn")
    sixty_four = of_value(summary(model=whole({"figures": [row]})), 64)
    assert sixty_four.speaker == "Velmoran defence ministry"
    assert "speaker" in sixty_four.open_to_doubt


def test_a_refused_whole_answer_leaves_what_the_words_decide():
    made = summary(model=FakeModel(lambda _: "nonsense", strategy="whole"))
    assert made.facts == summary().facts
    assert made.gist == summary().gist
    assert reasons(made)["whole"] == "nonsense"


def test_a_long_article_is_asked_in_pieces_and_merged_without_duplicates():
    filler = "\n\n".join(
        f"The river rose by a hand near gate {'abcdefgh'[n % 8]}." for n in range(120)
    )
    text = f"{TEXT}\n\n{filler}\n\nTarsk received 41 drivers on Saturday."
    rows = [figure(64, SIXTY_FOUR), figure(41, "Tarsk received 41 drivers on Saturday")]
    model = whole({"figures": rows})
    model.context_tokens = 3_200
    made = summary(text, model)
    assert len(model.asked) > 1
    assert sorted(f.value for f in made.facts.figures) == [9, 12, 30, 41, 64]
    assert all("64" in p or "41" in p or "gate" in p for p in model.prompts("whole"))


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(10, 80))
def test_pieces_fit_overlap_and_lose_no_word(lengths: list[int], size: int):
    words = iter(f"w{n}." if n % 4 == 3 else f"w{n}" for n in range(200))
    text = "\n".join(" ".join(next(words) for _ in range(length)) for length in lengths)
    pieces = list(chunks(text, size))
    assert all(0 < len(piece) <= size and piece in text for piece in pieces)
    seen = list(dict.fromkeys(word for piece in pieces for word in piece.split()))
    assert seen == text.split()
