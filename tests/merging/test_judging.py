"""What stands behind a finding: first-hand voices only, one finding for one number, words an editor reads."""

from __future__ import annotations

import pytest
from merging_making import PACK, Sheet, only

from summarizer.documents import Pack
from summarizer.merging import merge
from summarizer.merging.mentions import outlet_names

SOLDIERS = "military to:Arda this"


def test_an_outlet_that_cites_a_speaker_for_its_number_is_no_second_origin():
    sheet = Sheet("Arda has 270 soldiers back. The ministry said 270 had crossed.", "Post")
    sheet.figure("270 soldiers", 270, SOLDIERS)
    sheet.figure("270 had", 270, SOLDIERS, speaker="Interior Ministry")
    found = only(merge([sheet.done()], PACK), "figures")
    assert found.status == "single-origin"
    assert found.reason == "One origin: Post cites Interior Ministry for it."
    assert found.positions[0].origins == ("Interior Ministry",)


def test_two_speakers_in_one_article_are_two_origins():
    sheet = Sheet("The ministry said 270 had crossed. Doctors counted 270 soldiers.", "Post")
    sheet.figure("270 had", 270, SOLDIERS, speaker="Interior Ministry")
    sheet.figure("270 soldiers", 270, SOLDIERS, speaker="doctors")
    assert only(merge([sheet.done()], PACK), "figures").status == "agreed"


def test_another_outlets_own_word_bears_out_what_the_first_one_cites():
    cites = Sheet("Arda has 270 soldiers back. The ministry said 270 had crossed.", "Post")
    cites.figure("270 soldiers", 270, SOLDIERS)
    cites.figure("270 had", 270, SOLDIERS, speaker="Interior Ministry")
    counts = Sheet("We saw them come. They were 270 soldiers in seven buses.", "Wire")
    counts.figure("270 soldiers", 270, SOLDIERS)
    found = only(merge([cites.done(), counts.done()], PACK), "figures")
    assert found.status == "agreed"


def test_one_number_is_one_finding_whatever_sets_it_apart_from_others():
    """Two findings of one id would break the brief: one article parts what another counts beside."""
    first = Sheet("A batch of 83 (a) and 123 (b) came home, the club said.", "Post")
    for words, value in (("83 (a)", 83), ("123 (b)", 123)):
        first.figure(words, value, SOLDIERS, speaker="club")
    second = Sheet("It let out 198 (c), 83 (d) of whom were ill, the army said.", "Wire")
    for words, value in (("198 (c)", 198), ("83 (d)", 83)):
        second.figure(words, value, SOLDIERS, speaker="army")
    found = [
        f for f in merge([first.done(), second.done()], PACK).findings if f.positions[0].value == 83
    ]
    assert len({f.id for f in found}) == len(found) == 1
    assert found[0].status == "agreed"


@pytest.mark.parametrize(
    ("mark", "outlet", "same"),
    [
        ("PNW", "Peninsula Newswire", True),
        ("Strait", "Strait Newswire", True),
        ("TCD", "The Carmel Daily", True),
        ("PNW", "Orlan Newswire", False),
        ("PNC", "Peninsula Newswire", False),
        ("Orlan Newswire", "Peninsula Post", False),
    ],
)
def test_a_mark_in_the_dateline_that_is_short_for_the_outlet_names_no_other(
    mark: str, outlet: str, same: bool
):
    sheet = Sheet(f"MARA, Sept 8 ({mark}) - Arda has 270 soldiers back.", outlet)
    summary = sheet.figure("270 soldiers", 270, SOLDIERS).done()
    (origin,) = only(merge([summary], PACK), "figures").positions[0].origins
    assert (origin == outlet_names([summary.article])[summary.article.id]) is same


def test_a_wrong_weekday_is_noted_once_with_whose_it_is():
    sheet = Sheet("It took place on Friday, March 23, they wrote.", "Post", "2031-03-25")
    sheet.date(
        "Friday, March 23", "2031-03-23", conflict="23 March 2031 was a Sunday, not a Friday."
    )
    other = Sheet("It took place on May 23, 2031, we hear.", "Wire", "2031-05-24")
    other.date("May 23, 2031", "2031-05-23")
    reason = only(merge([sheet.done(), other.done()], PACK), "date").reason
    assert reason == (
        "These are different days. March 23, 2031, was a Sunday, not a Friday, as Post has it."
    )


def test_a_title_says_its_date_in_words():
    sheet = Sheet("On May 23, 2031, Arda got 270 soldiers back.", "Post")
    sheet.figure("270 soldiers", 270, SOLDIERS).date("May 23, 2031", "2031-05-23")
    plain: Pack = PACK.model_copy(update={"event_title": ""})
    assert merge([sheet.done()], plain).event.title == f"{PACK.title}, 23 May 2031"


def test_a_doubted_statement_that_no_clause_tells_has_a_heading_of_our_own():
    sheet = Sheet("Ana Brook thanked the crowd and voiced the false charge of theft.", "Post")
    sheet.said(
        "Ana Brook thanked the crowd and voiced the false charge of theft.",
        "Ana Brook", verb="voiced", quoted=False, challenge="false",
    )  # fmt: skip
    (found,) = merge([sheet.done()], PACK).findings
    assert found.status == "disputed"
    assert found.point == "What Ana Brook said"
    assert found.reason == "Said by Ana Brook, called into question by Post."


def test_a_long_point_is_cut_where_a_phrase_ends():
    words = (
        "Rescuers pulled 27 people alive out of the mud, and the search of the lower houses went on"
    )
    sheet = Sheet(f"{words}.", "Post")
    sheet.said(words, "Ana Brook", verb="said", quoted=True)
    (found,) = merge([sheet.done()], PACK).findings
    assert found.point.endswith("the search …")
    assert len(found.point) < len(words)


def test_a_stage_is_shown_in_the_packs_words_and_its_steps_are_no_dispute():
    stages = PACK.fields["stage"]
    worded = stages.model_copy(
        update={"phrase": {"value": "{{ {'partial': 'in part'}.get(value, value) }}"}}
    )
    pack = PACK.model_copy(update={"fields": {**PACK.fields, "stage": worded}})
    sheet = Sheet("It had begun, Arda said. It was done in part, Boria said.", "Post")
    sheet.stage("had begun", "begun", speaker="Arda").stage(
        "done in part", "partial", speaker="Boria"
    )
    stage = only(merge([sheet.done()], pack), "stage")
    assert [p.detail for p in stage.positions] == ["begun", "in part"]
    assert [p.value for p in stage.positions] == ["begun", "partial"]
    assert "does not deny the rest" in stage.reason


def test_a_scrap_of_quoted_words_is_shown_in_its_sentence():
    sheet = Sheet("Rain fell. Ana Brook called it not very likely, and left. Fog rose.", "Post")
    sheet.said("not very likely", "Ana Brook", verb="called", quoted=True)
    (found,) = merge([sheet.done()], PACK).findings
    first = found.positions[0]
    assert first.detail == "as reported: “Ana Brook called it not very likely, and left”"
    assert first.value == "not very likely"
    assert any("and left" in e.quote for e in first.evidence)


def test_offices_told_elsewhere_tell_whose_words_a_report_gives():
    first = Sheet("The harbour chief said that fog had sunk it.", "Post")
    first.said(
        "The harbour chief said that fog had sunk it.", "Ana Brook", verb="said", quoted=False
    )
    second = Sheet("Rain sank it, said Ana Brook, the harbour chief.", "Wire")
    second.said("Rain sank it", "Ana Brook", verb="said", quoted=False, role="harbour chief")
    details = {f.positions[0].detail for f in merge([first.done(), second.done()], PACK).findings}
    assert details == {"Fog had sunk it", "Rain sank it"}
