"""Copies keep their original's origin; names keep their entity."""

from __future__ import annotations

import pytest
from merging_making import PACK, Sheet, only

from summarizer.merging import merge
from summarizer.merging.names import canonical

STORY = (
    "Convoys met at the river before dawn and stayed until noon, drivers said. In all 270 soldiers"
    " of Arda walked across the bridge while doctors waited with blankets and soup. Families had"
    " come from as far as the northern islands and slept in their cars for two nights."
)
UPDATE = " Later in the day 12 children were handed over as well."


def teller(text: str, outlet: str, published: str) -> Sheet:
    sheet = Sheet(text, outlet, published)
    return sheet.figure("270 soldiers", 270, "military to:Arda this")


def test_initials_are_written_out_as_their_article_has_them():
    text = "The Lake Aid Council of Arda flew 270 home. LACA mediated, drivers said."
    sheet = Sheet(text, "Post").name("mediators", "LACA")
    other = Sheet("The Lake Aid Council of Arda was thanked by all.", "Wire")
    other.name("mediators", "Lake Aid Council of Arda")
    (found,) = merge([sheet.done(), other.done()], PACK).findings
    assert found.positions[0].value == "Lake Aid Council of Arda"
    assert found.status == "agreed"
    # what is written out is no name that others are short for
    text += " The Council says that 40 wait."
    named = Sheet(text, "Post").name("mediators", "LACA").name("mediators", "Council")
    values = {f.positions[0].value for f in merge([named.done()], PACK).findings}
    assert values == {"Lake Aid Council of Arda", "Council"}
    alone = Sheet("LACA mediated, drivers said.", "Post").name("mediators", "LACA")
    assert merge([alone.done()], PACK).findings[0].positions[0].value == "LACA"


def test_a_copy_is_no_second_origin_and_is_shown_as_a_copy():
    merged = merge(
        [teller(STORY, "Wire", "2031-05-23").done(), teller(STORY, "Post", "2031-05-24").done()],
        PACK,
    )
    finding = only(merged, "figures")
    assert finding.status == "single-origin"
    assert finding.positions[0].origins == ("Wire",)
    assert len(finding.positions[0].articles) == 2
    assert [a.duplicate_of for a in merged.articles] == [None, merged.articles[0].id]


def test_what_an_update_adds_is_its_own_and_what_it_drops_it_does_not_state():
    trimmed = "In all 270 soldiers" + STORY.split("In all 270 soldiers")[1] + UPDATE
    later = teller(trimmed, "Post", "2031-05-24").figure("12 children", 12, "children to:Arda this")
    first = teller(STORY, "Wire", "2031-05-23").name("places", "river")
    merged = merge([first.done(), later.done()], PACK)
    assert only(merged, "figures", who="military").positions[0].origins == ("Wire",)
    assert only(merged, "figures", who="children").positions[0].origins == ("Post",)
    place = only(merged, "places")
    stances = [c.stance for c in merged.coverage if c.finding == place.id]
    assert stances == ["states", "silent"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence of Peru", "Peru's Defense Ministry"),
        ("Peru's MoD", "Peruvian Ministry of Defense"),
        ("President Jane Doe", "Doe"),
        ("Sergey Marenko", "Foreign Minister Sergei Marenko"),
        ("Ilya Dorensky", "Dorenskyy"),
        ("Kiev", "Kyiv"),
        ("UAE", "United Arab Emirates"),
        ("the Co-ordination Centre", "Coordination Center"),
    ],
)
def test_one_entity(one: str, other: str):
    names = canonical([one, other, "Jane Doe", "Ilya Dorensky", "Sergei Marenko"])
    assert names[one] == names[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("Defence Ministry of Peru", "Defence Ministry of Chile"),
        ("Jane Doe", "John Doe"),
        ("Ministry of Defence of Peru", "Ministry of Finance of Peru"),
    ],
)
def test_two_entities(one: str, other: str):
    names = canonical([one, other])
    assert names[one] != names[other]


def test_a_surname_that_two_people_bear_belongs_to_neither():
    assert canonical(["Jane Doe", "John Doe", "Doe"])["Doe"] == "Doe"


def test_a_border_is_not_its_neighbour():
    names = canonical(["Arda", "border with Arda", "Belen border with Arda"])
    assert names["Arda"] == "Arda"
    assert names["border with Arda"] != "Arda"
