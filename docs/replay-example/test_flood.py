"""What the pack `flood` must do with two articles of our own, on recorded answers of a model."""

from pathlib import Path

import summarizer

HERE = Path(__file__).parent


def the_brief():
    [brief] = summarizer.brief(
        HERE / "articles", model="openai/gpt-4o-mini", pack="flood", packs=[HERE / "packs"]
    )
    return brief


def test_both_papers_agree_on_who_was_moved(summarizer_tape):
    [moved] = [f for f in the_brief().findings if f.labels.get("outcome") == "evacuated"]
    assert moved.status == "agreed"
    assert [position.value for position in moved.positions] == [340]


def test_the_brief_carries_its_proof(summarizer_tape):
    assert summarizer.verify(the_brief()).passed
