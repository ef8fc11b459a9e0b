"""The gate: words that stand are found where they stand, and altered ones are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extraction.ground import Ungrounded, fold, ground

TEXT = (
    "Westmark’s interior ministry said on Monday that 270 soldiers and one hundred and twenty "
    "civilians had come home from Eastmark.\n\n"
    "“We did not agree to a second round,” the envoy said — and the talks, he added, were never "
    "about money. Nearly 1,270 sailors stay in Eastmark’s camps; twenty-five nurses don’t.\n\n"
    "Eastmark said that it had received 270 soldiers too, without naming them."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("270 soldiers and one hundred and twenty", "270 soldiers and one hundred and twenty"),
        ("had come home from Eastmark.", "had come home from Eastmark."),
        ("“We did not agree to a second round,”", "We did not agree to a second round,"),
        ("Westmark's interior ministry", "Westmark’s interior ministry"),
        ("the envoy said - and the talks", "the envoy said — and the talks"),
        ("WESTMARK'S INTERIOR MINISTRY SAID", "Westmark’s interior ministry said"),
        ("home from Eastmark. “We did not agree", "home from Eastmark.\n\n“We did not agree"),
        ("home  from\tEastmark", "home from Eastmark"),
        ("civilian", "civilians"),
        ("sailors stay in Eastmarks camps", "sailors stay in Eastmark’s camps"),
        (
            "270 soldiers and one hundred and twenty civillians had come home",
            "270 soldiers and one hundred and twenty civilians had come home",
        ),
    ],
)
def test_words_that_stand_are_found_as_the_text_has_them(quote: str, found: str):
    evidence = ground(quote, TEXT)
    assert evidence.quote == found
    assert TEXT[evidence.start : evidence.end] == found


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("390 soldiers and one hundred and twenty civilians", "number"),
        ("270 soldiers and one hundred and thirty civilians had come", "number"),
        ("70 sailors stay in Eastmark’s camps", "number"),
        ("270 sailors stay in Eastmark’s camps", "number"),
        ("five nurses", "number"),
        ("270 soldiers and one hundred", "number"),
        ("We did not agree to a third round,” the envoy said", "number"),
        ("We did agree to a second round,” the envoy said", "negation"),
        ("it had not received 270 soldiers too, without naming them", "negation"),
        ("were about money. Nearly 1,270 sailors stay", "negation"),
        ("one hundred and twenty civilians had come home from Westmark.", "name"),
        ("the mayor opened a bridge over the river", "does not stand"),
        ("", "empty"),
        (" “…” ", "empty"),
        ("word " * 200, "longer"),
    ],
)  # fmt: skip
def test_altered_words_are_refused_with_the_reason(quote: str, reason: str):
    with pytest.raises(Ungrounded, match=reason):
        ground(quote, TEXT)


def test_a_quotation_takes_in_the_negation_it_was_cut_from():
    assert ground("agree to a second round", TEXT).quote == "not agree to a second round"
    assert ground("naming them", TEXT).quote == "without naming them"


def test_the_same_words_elsewhere_serve_where_the_first_place_does_not():
    text = "It freed 1,270 soldiers. Later 270 soldiers came."
    evidence = ground("270 soldiers", text)
    assert (evidence.start, evidence.quote) == (31, "270 soldiers")


def test_words_are_never_glued_across_an_ellipsis():
    evidence = ground("interior ministry said on Monday … from Eastmark", TEXT)
    assert evidence.quote == "interior ministry said on Monday"
    evidence = ground("the ministry of works […] had come home from Eastmark.", TEXT)
    assert evidence.quote == "had come home from Eastmark."


@pytest.mark.parametrize(
    "quote",
    [
        "270 soldiers … come home from Eastmark.",  # the number is in the part left out
        "We did not pay ... interior ministry said on Monday",  # so is the negation
        "a mayor … a bridge",
    ],
)
def test_a_gap_may_hide_no_number_and_no_negation(quote: str):
    with pytest.raises(Ungrounded):
        ground(quote, TEXT)


def test_an_ellipsis_that_stands_in_the_text_is_no_gap():
    assert ground("Well … perhaps", "He said: Well … perhaps not.").quote == "Well … perhaps"


@given(st.text(max_size=200))
def test_folding_moves_no_offset(text: str):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=120), st.text(min_size=1, max_size=60))
def test_whatever_is_found_stands_in_the_text(text: str, quote: str):
    try:
        evidence = ground(quote, text)
    except Ungrounded:
        return
    assert text[evidence.start : evidence.end] == evidence.quote


@given(st.data())
def test_every_stretch_of_whole_words_is_found(data: st.DataObject):
    words = TEXT.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    if not any(c.isalnum() for c in quote):
        return
    try:
        found = ground(quote, TEXT).quote
    except Ungrounded as error:  # a stretch that cuts a number in two is another number
        assert "number" in str(error)  # noqa: PT017
        return
    assert quote.strip("“”’").strip() in found


@given(st.integers(0, 99_999), st.integers(0, 99_999), st.sampled_from(["{}", "{:,}"]))
def test_no_other_number_passes(stands: int, claimed: int, style: str):
    text = f"The envoy told reporters that {style.format(stands)} sailors had crossed the bridge."
    quote = f"reporters that {style.format(claimed)} sailors had crossed the bridge"
    if stands == claimed:
        assert style.format(stands) in ground(quote, text).quote
        return
    with pytest.raises(Ungrounded):
        ground(quote, text)
