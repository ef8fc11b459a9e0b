"""What a card says beside its value, how outlets with several articles differ, and the short matrix."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from summarizer.documents import Brief, Event, Finding, Position
from summarizer.publishing import to_html, to_markdown
from summarizer.publishing.words import deadlocks, heading, said_value


def position(value: int | str, detail: str = "") -> Position:
    return Position.model_construct(
        value=value, high=None, bound=None, detail=detail, origins=("A",), articles=(), evidence=()
    )


def finding(point: str, *positions: Position) -> Finding:
    return Finding.model_construct(
        id="f", field="x", point=point, status="single-origin", positions=positions
    )


@pytest.mark.parametrize(
    ("point", "value", "detail", "head"),
    [
        ("Where it happened: Aden", "Aden", "Aden", "Where it happened"),
        ("people killed (310)", 310, "310", "People killed"),
        ("people killed", 310, "310", "People killed"),
        ("Ana Lund: We will stay,", "We will stay,", "“We will stay,”", "Ana Lund"),
        ("Ana Lund: We will stay as long …", "We will stay as long as it takes", "", "Ana Lund"),
        ("How it began: not known", "by a spark", "by a spark", "How it began: not known"),
    ],
)
def test_a_heading_leaves_out_what_the_value_says(
    point: str, value: int | str, detail: str, head: str
) -> None:
    assert heading(finding(point, position(value, detail))) == head


def test_a_point_with_several_positions_keeps_its_words() -> None:
    both = finding("Where it happened: Aden", position("Aden", "Aden"), position("Taiz", "Taiz"))
    assert heading(both) == "Where it happened: Aden"


@pytest.mark.parametrize(
    ("value", "detail", "said"),
    [
        ("2031-05-23", "on Monday", "Monday (23 May 2031)"),
        ("2031-05-23", "Friday, March 23", "Friday, March 23"),
        ("on Monday", "on Monday", "Monday"),
        ("We stay,", "“We stay,”", "“We stay”"),
    ],
)
def test_values_are_said_so_that_they_can_be_read_a_week_later(
    value: str, detail: str, said: str
) -> None:
    assert said_value(position(value, detail)) == said


def test_two_articles_of_one_outlet_are_told_apart_by_their_dates(plain: dict[str, Any]) -> None:
    for article, day in zip(plain["articles"][:2], ("2025-05-23", "2025-05-24"), strict=True):
        article["outlet"], article["published"] = "Harbour Wire", day
    root = html.document_fromstring(to_html(Brief.load(plain)))
    tabs = [tab.text_content() for tab in root.find_class("tab-name")]
    assert tabs[:2] == ["Harbour Wire, 23 May 2025", "Harbour Wire, 24 May 2025"]


def test_the_matrix_leads_with_what_several_sources_speak_of(plain: dict[str, Any]) -> None:
    root = html.document_fromstring(to_html(Brief.load(plain)))
    assert len(root.find_class("matrix")) == 1  # few points of one source stand with the others
    lone = next(f for f in plain["findings"] if f["id"] == "f-ransom")
    for n in range(4):
        plain["findings"].append({**lone, "id": f"f-more{n}", "point": f"point {n}"})
        plain["coverage"] += [
            {**row, "finding": f"f-more{n}"}
            for row in plain["coverage"]
            if row["finding"] == "f-ransom"
        ]
    root = html.document_fromstring(to_html(Brief.load(plain)))
    first, second = root.find_class("matrix")
    assert "Point 0" not in first.text_content()
    assert "Point 0" in second.text_content()
    assert second.getparent().getparent().tag == "details"
    rows = len(first.findall(".//tbody/tr")) + len(second.findall(".//tbody/tr"))
    assert rows == len(plain["findings"])


def test_markdown_says_a_value_once(plain: dict[str, Any]) -> None:
    place = next(f for f in plain["findings"] if f["id"] == "f-place")
    place["point"] = f"Where it happened: {place['positions'][0]['value']}"
    assert "- **Where it happened**: " in to_markdown(Brief.load(plain))


def test_a_place_of_several_words_keeps_its_label(plain: dict[str, Any]) -> None:
    """Only a statement's owner stands in place of its point."""
    place = next(f for f in plain["findings"] if f["id"] == "f-place")
    for name in ("value", "detail"):
        place["positions"][0][name] = "lakeside town of Lomen"
    place["positions"] = place["positions"][:1]
    place["point"], place["status"] = "Where it happened: lakeside town of Lomen", "single-origin"
    assert "- **Where it happened**: lakeside town of Lomen. " in to_markdown(Brief.load(plain))


def test_a_statement_in_dispute_is_left_open_in_words() -> None:
    said = position("The cable was cut.", "The cable was cut").model_copy(update={"verb": "said"})
    denied = position(0, "denied").model_copy(update={"value": None, "origins": ("B",)})
    both = finding("A: The cable was cut", said, denied).model_copy(
        update={"status": "disputed", "difference": "contradiction"}
    )
    brief = Brief.model_construct(
        event=Event.model_construct(date="2031-05-23"), articles=(), coverage=(), findings=(both,)
    )
    ((_, text),) = deadlocks(brief)
    assert (
        text
        == "A said: The cable was cut; called into question by B. These sources do not settle it."
    )
