"""The gates on a model's account, and the account that the facts make by themselves."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from extraction_making import EVENT, EXCHANGE, article, summary

from summarizer.documents import Rejection
from summarizer.documents.lexicon import loaded_in
from summarizer.documents.numerals import numbers_in
from summarizer.extraction.gist import HEADLINE_WORDS, checked_gist, checked_headline, with_article
from summarizer.extraction.parse import parse
from summarizer.extraction.speakers import attributions_of

TEXT = (
    "Velmora said on Saturday that about 64 soldiers had come home from Tarsk.\n"
    "The two armies will exchange 200 more captives in June, and Tarsk did not name the place.\n"
    "The convoy may have carried nine nurses. The bridge at Oster was closed until noon."
)
HOME = "about 64 soldiers had come home from Tarsk"
MORE = "The two armies will exchange 200 more captives in June"


def gated(text: str, quote: str) -> tuple[str | None, str]:
    rejected: list[Rejection] = []
    point = SimpleNamespace(text=text, quote=quote)
    attributions = attributions_of(parse(TEXT))
    kept = checked_gist(
        SimpleNamespace(points=[point]),
        article(TEXT),
        EXCHANGE.pack,
        rejected,
        attributions=attributions,
    )
    return (kept[0].text if kept else None), (rejected[0].reason if rejected else "")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Velmora said about 64 soldiers came home.", HOME),
        ("About sixty-four soldiers came home, Velmora said.", HOME),
        ("The armies plan to exchange 200 more captives.", MORE),
        ("Nine nurses may have been in the convoy.", "may have carried nine nurses"),
        ("The bridge at Oster was closed.", "The bridge at Oster was closed until noon."),
    ],
)
def test_a_sentence_that_its_words_bear_out_stays_as_it_is(text: str, quote: str):
    assert gated(text, quote) == (text, "")


@pytest.mark.parametrize(
    ("text", "quote", "reason"),
    [
        ("Velmora said about 65 soldiers came home.", HOME, "number 65"),
        ("Velmora said 64 soldiers came home.", HOME, "about"),
        ("Velmora said more than 64 soldiers came home.", HOME, "bound"),
        ("Velmora said dozens of soldiers, about 64, came home.", HOME, "dozens"),
        ("Velmora said about 64 soldiers came home from Ruritania.", HOME, "name Ruritania"),
        ("Velmora said on Monday that about 64 soldiers came home.", HOME, "Monday"),
        ("Velmora said about 64 heroic soldiers came home.", HOME, "takes a side"),
        ("The two armies exchanged 200 more captives.", MORE, "as done"),
        ("The convoy carried nine nurses.", "may have carried nine nurses", "certain"),
        ("Tarsk named the place.", "Tarsk did not name the place", "negation"),
        ("The bridge was never closed.", "The bridge at Oster was closed until noon.", "negation"),
        ("The bridge was “shelled for days”.", "The bridge at Oster was closed", "quotation marks"),
        ("The bridge was closed.", "The bridge was blown up by saboteurs", "does not stand"),
    ],
)
def test_a_sentence_that_says_more_than_its_words_is_refused(text: str, quote: str, reason: str):
    kept, why = gated(text, quote)
    assert kept is None
    assert reason in why


def test_what_somebody_says_is_given_to_them():
    assert gated("About 64 soldiers came home.", HOME)[0] == (
        "Velmora said that about 64 soldiers came home."
    )


def headline(text: str, source: str = TEXT) -> tuple[str, str]:
    rejected: list[Rejection] = []
    made = summary(source)
    figures = [(name, c) for name, c in made.claims() if name == "figures"]
    given = checked_headline(text, article(source), EXCHANGE.pack, figures, rejected)  # type: ignore[arg-type]
    return given, rejected[0].reason if rejected else ""


def test_a_headline_passes_the_same_gates():
    assert headline("About 64 soldiers home from Tarsk.") == (
        "About 64 soldiers home from Tarsk",
        "",
    )
    assert "number 65" in headline("65 soldiers home from Tarsk")[1]
    assert "14 words" in headline("Tarsk " * 15)[1]
    assert "takes a side" in headline("Regime in Tarsk frees about 64 soldiers")[1]


def test_a_headline_has_no_number_of_another_occasion():
    source = (
        "Velmora received 64 soldiers on Saturday.\n"
        "In the previous exchange last year Velmora received 80 soldiers."
    )
    assert headline("Velmora receives 64 soldiers", source)[0]
    given, reason = headline("Velmora receives 80 soldiers", source)
    assert given == ""
    assert "not about the event" in reason


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        (
            "Velmoran defence ministry",
            "…, the Velmoran defence ministry said",
            "The Velmoran defence ministry",
        ),
        ("Harbour Ministry", "Oster’s Harbour Ministry said", "The Harbour Ministry"),
        ("Ilse Marn", "Ilse Marn said", "Ilse Marn"),
        (
            "officials in both capitals",
            "officials in both capitals said",
            "Officials in both capitals",
        ),
        ("Fire brigade", "A fire brigade commander; the fire brigade said", "The fire brigade"),
        ("The Ferry Gazette", "The Ferry Gazette said", "The Ferry Gazette"),
    ],
)
def test_a_speaker_has_the_article_that_english_gives_it(name: str, text: str, shown: str):
    assert with_article(name, text) == shown


# --- with no model --------------------------------------------------------------------------------

SWAP = (
    "Velmora and Tarsk exchanged captives on Saturday, 8 March 2031.\n"
    "Velmora received 64 soldiers and nine civilians.\n"
    "Each side gave up 73 people, the Tarsk interior ministry said."
)


def test_numbers_of_one_sentence_are_told_in_one():
    made = summary(SWAP)
    texts = [s.text for s in made.gist]
    people = "64 soldiers and nine civilians"
    told = f"The Ferry Gazette reported that Velmora received {people}."
    assert told in texts
    assert any(t.startswith("The Tarsk interior ministry said that each side") for t in texts)
    assert len(texts) <= 3


def test_a_plain_headline_is_about_people_and_short():
    made = summary(SWAP)
    assert made.headline == "64 soldiers and nine civilians handed over to Velmora in exchange"
    assert "took place" not in made.headline


def test_a_part_is_not_added_to_its_whole():
    made = summary("Velmora received 143 captives on Saturday, among them 11 women.")
    assert all("143 people and 11 women" not in s.text for s in made.gist)


def test_an_article_without_facts_is_told_by_its_own_words():
    made = summary(
        "The council met in the old hall and talked about the price of bread.", pack=EVENT
    )
    (sentence,) = made.gist
    assert sentence.text.startswith("The Ferry Gazette reported")
    assert len(made.headline.split()) <= HEADLINE_WORDS


@pytest.mark.parametrize("outlet", [None, "The Ferry Gazette"])
def test_plain_accounts_hold_to_their_own_gates(outlet: str | None):
    made = summary(SWAP, outlet=outlet)
    assert made.gist
    for sentence in made.gist:
        quotes = " ".join(e.quote for e in sentence.evidence)
        stated = {n.value for n in numbers_in(sentence.text)} - {2031, 8}
        assert stated <= {n.value for n in numbers_in(quotes)}
        assert not loaded_in(sentence.text)
        assert sentence.text.startswith(outlet or "The article") or "said that" in sentence.text
    assert len(made.headline.split()) <= HEADLINE_WORDS
