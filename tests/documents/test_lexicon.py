"""Loaded words are found in our own voice, and left alone between somebody's marks."""

from __future__ import annotations

import pytest

from summarizer.documents.lexicon import loaded_in, own_voice


@pytest.mark.parametrize(
    ("text", "word", "instead"),
    [
        ("The regime released them.", "regime", "government"),
        ("He SLAMMED the deal.", "SLAMMED", "criticised"),
        ("a brutal, unprovoked attack", "brutal", ""),
        ("The heroic crew", "heroic", ""),
        ("the so-called council", "so-called", ""),
        ("They liberated the port.", "liberated", "taken, or released"),
        ("The council claimed it.", "claimed", "said"),
        ("The council admitted it.", "admitted", "said"),
        ("It was clearly so.", "clearly", ""),
    ],
)
def test_loaded_words_come_with_an_alternative(text: str, word: str, instead: str) -> None:
    found = loaded_in(text)
    assert (found[0].word, found[0].instead) == (word, instead)
    assert text[found[0].start : found[0].end] == word
    assert found[0].why


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said 270 sailors were released on Friday.",
        "Oto Karr called it “a brutal regime”.",
        'Oto Karr called it "a brutal regime".',
        "Oto Karr called it ‘a regime that can’t be trusted’ again.",
        "Oto Karr called it «un regime».",
        "The regimen and the regimental band",
    ],
)
def test_quoted_and_plain_words_pass(text: str) -> None:
    assert loaded_in(text) == []


def test_an_apostrophe_opens_no_quotation() -> None:
    assert [f.word for f in loaded_in("The sailors’ regime isn’t the crews’ own.")] == ["regime"]


def test_names_may_hold_loaded_words() -> None:
    assert loaded_in("The Radical reported it.", names=["The Radical"]) == []


def test_terms_of_a_pack_come_on_top() -> None:
    found = loaded_in("The hostages and the crew", extra={"hostages?": "crew", "crews?": "crew"})
    assert [(f.word, f.instead) for f in found] == [("hostages", "crew")]


def test_offsets_stay_when_quotations_are_blanked() -> None:
    text = "He said “no” twice."
    assert len(own_voice(text)) == len(text)
    assert "no" not in own_voice(text)
