"""Tolls, their parts, counts that were overtaken, groups counted apart, and rival estimates."""

from __future__ import annotations

from typing import Any

import pytest
from merging_making import PACK, Sheet

from summarizer.documents import Finding, Merged, Pack
from summarizer.merging import merge

LABELS = "military each this"


def pack(**rules: Any) -> Pack:
    rule = PACK.fields["figures"].model_copy(update=rules)
    return PACK.model_copy(update={"fields": {**PACK.fields, "figures": rule}})


TOLLS = pack(grows={"who": ("military",)}, changes={"who": ("civilians",)})
GROUPS = pack(groups={"officers": (r"^\W*officers\b",)})
ESTIMATES = pack(estimates={"who": ("military",)})


def told(
    text: str, outlet: str, *figures: tuple[str, int, str | None], published: str | None = None,
    labels: str = LABELS,
) -> Any:  # fmt: skip
    sheet = Sheet(text, outlet, published)
    for quote, value, speaker in figures:
        sheet.figure(quote, value, labels, speaker=speaker)
    return sheet.done()


def counts(merged: Merged) -> dict[tuple[int | str | None, ...], Finding]:
    figures = [f for f in merged.findings if f.field == "figures"]
    return {tuple(p.value for p in f.positions): f for f in figures}


def test_a_part_of_a_toll_is_no_rival_count():
    one = told(
        "The fire killed 19 people. Six children were among the dead, the clinic said. "
        "It took in 7 of the dead itself.",
        "Post", ("19 people", 19, None), ("Six children", 6, None), ("7 of the dead", 7, None),
    )  # fmt: skip
    two = told("In all 31 people were killed.", "Sun", ("31 people", 31, None))
    found = counts(merge([one, two], TOLLS))
    assert found[19, 31].status == "disputed"
    assert found[6,].status == "single-origin"
    assert "a larger number in the same article" in found[6,].reason


def test_of_two_tolls_the_older_one_that_was_overtaken_stands_apart():
    day1 = told(
        "The quake killed 23 people.", "Post", ("23 people", 23, "Ministry"), published="2031-05-02"
    )
    day2 = told(
        "The toll is 41, the ministry said. The mayor counts 57 dead.", "Sun",
        ("41", 41, "Ministry"), ("57 dead", 57, "Mayor"), published="2031-05-03",
    )  # fmt: skip
    found = counts(merge([day1, day2], TOLLS))
    assert found[41, 57].status == "disputed"
    assert "overtaken" in found[23,].reason


def test_what_was_said_before_is_older_than_its_report():
    one = told("At least 61 drowned.", "Post", ("61 drowned", 61, None), published="2031-05-02")
    two = told(
        "The toll rose to 78, the relief centre said. The commissioner, who had spoken of 61, was silent.",
        "Sun", ("78", 78, "Relief Centre"), ("61", 61, "Commissioner"), published="2031-05-03",
    )  # fmt: skip
    found = counts(merge([one, two], TOLLS))
    assert found[78, 61].difference == "update"


@pytest.mark.parametrize(
    ("second", "difference"), [("2031-05-03", "update"), ("2031-05-02", "contradiction")]
)
def test_a_number_that_may_fall_changes_from_day_to_day(second: str, difference: str):
    labels = "civilians each this"
    one = told("34 are missing.", "Post", ("34", 34, None), published="2031-05-02", labels=labels)
    two = told("22 are missing.", "Sun", ("22", 22, None), published=second, labels=labels)
    assert counts(merge([one, two], TOLLS))[(22, 34)].difference == difference


def test_a_group_is_counted_apart_from_the_others():
    one = told("Nine officers were hurt.", "Post", ("Nine officers", 9, "Police"))
    two = told("Twenty marchers were hurt.", "Sun", ("Twenty marchers", 20, "Union"))
    assert counts(merge([one, two], PACK))[9, 20].status == "disputed"
    found = counts(merge([one, two], GROUPS))
    assert found[9,].labels["group"] == "officers"
    assert found[20,].labels["group"] == "all"


def test_estimates_far_apart_are_rivals_and_no_parts():
    one = told("Police counted 2,000.", "Post", ("2,000", 2000, "Police"))
    two = told("The union spoke of 60,000.", "Sun", ("60,000", 60_000, "Union"))
    assert (2000, 60_000) not in counts(merge([one, two], PACK))
    assert counts(merge([one, two], ESTIMATES))[2000, 60_000].status == "disputed"


def test_a_fallen_number_of_which_others_leave_room_is_an_update():
    labels = "civilians each this"
    one = told(
        "2,000 sleep outdoors.",
        "Post",
        ("2,000", 2000, "Mayor"),
        published="2031-05-02",
        labels=labels,
    )
    two = Sheet("More than 3,000 sleep in tents. The ministry counts 3,500.", "Sun", "2031-05-03")
    two.figure("More than 3,000", 3000, labels, bound="at_least")
    two.figure("3,500", 3500, labels, speaker="Ministry")
    (found,) = counts(merge([one, two.done()], TOLLS)).values()
    assert found.difference == "update"
    assert [p.value for p in found.positions][-1] == 2000  # the newest come first


def test_a_vague_word_gives_no_number():
    one = told("Tens of thousands marched.", "Post", ("Tens of thousands", 20_000, None))
    two = told("Police counted 25,000.", "Sun", ("25,000", 25_000, "Police"))
    assert list(counts(merge([one, two], PACK))) == [(25_000,)]


def test_millions_are_told_in_millions():
    one = told("Some 4.2 million people voted.", "Post", ("4.2 million", 4_200_000, None))
    (found,) = counts(merge([one], PACK)).values()
    assert found.positions[0].detail == "4.2 million"


def test_a_denial_of_this_is_of_what_was_said_right_before():
    sheet = Sheet(
        "The doors had been locked, workers said. The company denied this. Rain fell, the mayor said.",
        "Post",
    )
    sheet.said("The doors had been locked", "Workers", verb="said", quoted=False)
    sheet.said("The company denied this.", "Company", verb="denied", quoted=False)
    sheet.said("Rain fell", "Mayor", verb="said", quoted=False)
    found = {f.positions[0].origins[0]: f for f in merge([sheet.done()], PACK).findings}
    assert found["Workers"].status == "disputed"
    assert found["Workers"].positions[1].origins == ("Company",)
    assert found["Workers"].positions[1].detail == "denied"
    assert found["Mayor"].status == "single-origin"


def test_a_point_names_its_speaker_once():
    sheet = Sheet("Workers said that the doors had been locked. Rain fell, the mayor said.", "Post")
    sheet.said("Workers said that the doors had been locked.", "Workers", verb="said", quoted=False)
    sheet.said("Rain fell", "Mayor", verb="said", quoted=False)
    points = {f.point for f in merge([sheet.done()], PACK).findings}
    assert points == {"Workers: The doors had been locked", "Mayor: Rain fell"}


def test_a_point_that_no_clause_tells_begins_with_its_speaker():
    sheet = Sheet("Workers thanked the mayor for the new doors.", "Post")
    sheet.said(
        "Workers thanked the mayor for the new doors.", "Workers", verb="thanked", quoted=False
    )
    (found,) = merge([sheet.done()], PACK).findings
    assert found.point == "Workers thanked the mayor for the new doors"
    assert found.positions[0].detail == "as reported: “Workers thanked the mayor for the new doors”"
    assert found.positions[0].value == "Workers thanked the mayor for the new doors."


def test_what_is_asked_for_cannot_be_denied():
    sheet = Sheet("The mayor called on them to pay. The company rejected it.", "Post")
    sheet.said("called on them to pay", "Mayor", verb="called", quoted=False)
    sheet.said("The company rejected it.", "Company", verb="rejected", quoted=False)
    assert {f.status for f in merge([sheet.done()], PACK).findings} == {"single-origin"}


def test_what_somebody_carried_out_beside_a_count_is_a_part_of_it():
    sheet = Sheet("They had carried out thirty-one dead. Civil defence counts 136.", "Post")
    sheet.figure("carried out thirty-one dead", 31, LABELS)
    sheet.figure("136", 136, LABELS, speaker="Civil defence")
    found = counts(merge([sheet.done()], TOLLS))
    assert set(found) == {(31,), (136,)}


@pytest.mark.parametrize(
    ("second", "status"),
    [("Arland Defence Ministry", "single-origin"), ("Beloria Defence Ministry", "agreed")],
)
def test_a_government_and_its_own_ministry_are_one_origin(second: str, status: str) -> None:
    text = "270 sailors came home, they said."
    sheets = []
    for outlet, who in (("Post", "Arland"), ("Wire", second)):
        sheet = Sheet(f"{outlet}. {text}", outlet)
        sheet.figure("270 sailors", 270, LABELS, speaker=who)
        sheets.append(sheet.done())
    merged = merge(sheets, PACK)
    (found,) = [f for f in merged.findings if f.positions[0].value == 270]
    assert found.status == status
    assert ("same side" in found.reason) is (status == "single-origin")
    assert sorted(found.positions[0].origins) == sorted((second, "Arland"))
