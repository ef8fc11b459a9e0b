"""When it happened: formats, precision, other days, contradictions."""

from __future__ import annotations

from datetime import date

import pytest
from extraction_making import EVENT, EXCHANGE, article
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.documents import DateClaim
from summarizer.extraction.dates import event_date, moments_of, relations
from summarizer.extraction.parse import parse
from summarizer.extraction.speakers import attributions_of
from summarizer.packs import LoadedPack


def dated(
    text: str, published: str | None = "2031-03-09", pack: LoadedPack = EXCHANGE
) -> DateClaim | None:
    made, parsed = article(text, published=published), parse(text)
    return event_date(made, parsed, pack.pack, moments_of(parsed), attributions_of(parsed))


def related(text: str, published: str | None = "2031-03-09") -> list[str]:
    made, parsed = article(text, published=published), parse(text)
    moments = moments_of(parsed)
    claim = event_date(made, parsed, EXCHANGE.pack, moments)
    found = relations(made, moments, claim)
    return [found[at] for at in sorted(found)]


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("on Saturday, 8 March 2031", "2031-03-08", "day"),
        ("on March 8, 2031", "2031-03-08", "day"),
        ("on the 8th of March", "2031-03-08", "day"),
        ("on the 8th", "2031-03-08", "day"),
        ("on 2031-03-08", "2031-03-08", "day"),
        ("on 8.3.2031", "2031-03-08", "day"),
        ("on March 7-8", "2031-03-07", "day"),
        ("on Saturday", "2031-03-08", "day"),
        ("yesterday", "2031-03-08", "day"),
        ("last night", "2031-03-08", "day"),
        ("today", "2031-03-09", "day"),
        ("in March 2031", "2031-03", "month"),
    ],
)
def test_a_date_is_read_by_its_publication(written: str, value: str, precision: str) -> None:
    claim = dated(f"Velmora and Tarsk exchanged 40 captives {written}.")
    assert claim is not None
    assert (claim.value, claim.precision, claim.conflict) == (value, precision, None)
    assert claim.as_written in written


def test_a_slashed_date_that_reads_two_ways_is_no_day() -> None:
    claim = dated("Velmora and Tarsk exchanged 40 captives on 3/5/2031.", published=None)
    assert claim is None or claim.precision != "day"


def test_a_weekday_without_a_publication_date_stays_relative() -> None:
    claim = dated("Velmora and Tarsk exchanged 40 captives on Saturday.", published=None)
    assert claim is not None
    assert (claim.value, claim.precision, claim.as_written) == (None, "relative", "on Saturday")


def test_a_dateline_dates_the_report_and_resolves_its_weekdays() -> None:
    text = (
        "GENEVA, 9 March 2031 (Ferry News) – Velmora and Tarsk exchanged 40 captives on Saturday."
    )
    claim = dated(text, published=None)
    assert claim is not None
    assert claim.value == "2031-03-08"
    assert (
        dated("GENEVA, 9 March 2031 (Ferry News) – Velmora has a new flag.", published=None) is None
    )


@pytest.mark.parametrize(
    "other",
    [
        "The most recent exchange before this one was on 2 February, when 12 sailors went home.",
        "The sides agreed to the deal in talks on 1 March.",
        "At the last exchange, on 2 February, 12 sailors had returned.",
        "Tarsk captured them in a raid on 4 January.",
        "The exchange will continue on Monday.",
    ],
)
def test_other_days_are_not_the_events(other: str) -> None:
    told = "Velmora and Tarsk exchanged 40 captives on Saturday."
    for text in (f"{told}\n{other}", f"{other}\n{told}"):
        claim = dated(text)
        assert claim is not None
        assert claim.value == "2031-03-08", text
    assert dated(f"A boat drifted.\n\n\nIt rained.\nIt snowed.\nA dog barked.\n{other}") is None


def test_a_month_gone_by_is_not_the_day_of_news() -> None:
    text = (
        "The headquarters in Velmora said on Thursday that the count would take months.\n"
        "Of the 200 soldiers returned in February, nine were from Ostrava."
    )
    found = dated(text, "2031-03-07")
    assert found is None or found.value == "2031-03-06"
    same_month = dated("Velmora and Ostrava exchanged 40 prisoners in March.", "2031-03-30")
    assert same_month is not None
    assert same_month.value == "2031-03"


def test_a_date_that_contradicts_its_weekday_is_kept_and_marked() -> None:
    claim = dated("On Monday, March 8, 2031, Velmora and Tarsk exchanged 40 captives.")
    assert claim is not None
    assert claim.as_written == "Monday, March 8, 2031"
    assert claim.value == "2031-03-08"
    assert "Saturday" in (claim.conflict or "")


def test_a_date_after_publication_is_marked() -> None:
    claim = dated("Velmora and Tarsk exchanged 40 captives on 20 March 2031.")
    assert claim is not None
    assert "9 March 2031" in (claim.conflict or "")


def test_a_date_is_owed_to_whoever_gives_it() -> None:
    claim = dated(
        "Velmora and Tarsk exchanged 40 captives on Saturday, the Velmoran farm ministry said."
    )
    assert claim is not None
    assert claim.speaker == "Velmoran farm ministry"


def test_sentences_stand_before_on_or_after_the_events_day() -> None:
    text = (
        "Velmora and Tarsk exchanged 40 captives on Saturday. In 2029 they had exchanged 12. "
        "On 2 February they swapped 3. The rest will go home on 12 March."
    )
    assert related(text) == ["same", "before", "before", "after"]


def test_another_kind_of_event_finds_its_day() -> None:
    claim = dated("A landslide killed 14 people in Oster on Friday night.", pack=EVENT)
    assert claim is not None
    assert claim.value == "2031-03-07"


@pytest.mark.parametrize(
    "text", ["She may march on.", "It was 31 February 2031.", "On the 45th day of 2031 it rained."]
)
def test_what_is_no_date_names_no_day(text: str) -> None:
    assert all(m.value(None, None)[0] is None for m in moments_of(parse(text)))


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 1, 1)))
def test_a_full_date_survives_every_way_of_writing_it(day: date) -> None:
    for written in (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
    ):
        claim = dated(f"Velmora and Tarsk exchanged 40 captives on {written}.", published=None)
        assert claim is not None
        assert claim.value == day.isoformat(), written
