"""Why numbers differ: growth, scope, another occasion, or a dispute."""

from __future__ import annotations

import pytest
from merging_making import PACK, Sheet, only

from summarizer.documents import Finding, Merged, Removal
from summarizer.merging import merge
from summarizer.merging.agencies import agency_of

RULE = PACK.fields["figures"]


def growing():
    rule = RULE.model_copy(update={"grows": {"who": ("military",)}})
    return PACK.model_copy(update={"fields": {**PACK.fields, "figures": rule}})


def counted(value: int, outlet: str, published: str | None = None, **more: object):
    text = f"The {outlet} says that {value} soldiers were found."
    sheet = Sheet(text, outlet, published)
    return sheet.figure(f"{value} soldiers", value, "military each this", **more).done()


def test_a_toll_that_later_reports_give_larger_is_an_update():
    told = [counted(61, "Lake Post", "2031-05-02"), counted(78, "Coast Sun", "2031-05-04")]
    finding = only(merge(told, growing()), "figures")
    assert finding.difference == "update"
    assert finding.status == "single-origin"
    assert "grew from report to report" in finding.reason


@pytest.mark.parametrize(
    ("first", "second"), [("2031-05-04", "2031-05-02"), ("2031-05-02", "2031-05-02"), (None, None)]
)
def test_a_toll_that_falls_or_is_of_one_day_is_a_dispute(first: str | None, second: str | None):
    told = [counted(61, "Lake Post", first), counted(78, "Coast Sun", second)]
    assert only(merge(told, growing()), "figures").status == "disputed"


def test_a_number_that_is_no_toll_does_not_grow():
    told = [counted(61, "Lake Post", "2031-05-02"), counted(78, "Coast Sun", "2031-05-04")]
    assert only(merge(told, PACK), "figures").difference == "contradiction"


def totals(merged: Merged) -> list[Finding]:
    return [f for f in merged.findings if f.labels.get("direction") == "total"]


def test_a_cumulative_total_is_of_another_scope():
    one = Sheet("In all 258 were freed on both sides.", "Desk")
    one.figure("258 were", 258, "all total this")
    two = Sheet("In all 401 were freed, 143 of them unilaterally.", "Watch")
    two.figure("401 were", 401, "all total this").figure("143 of", 143, "all ? this")
    larger, smaller = totals(merge([one.done(), two.done()], PACK))
    assert [p.value for p in larger.positions] == [401]
    assert [p.value for p in smaller.positions] == [258]
    for finding in (larger, smaller):
        assert finding.difference == "scope"
        assert finding.status == "single-origin"
        assert "401 is 258 and 143" in finding.reason
    assert larger.id != smaller.id
    assert smaller.point.endswith("(258)")


def test_both_sides_against_each_is_scope():
    one = Sheet("There were 300 exchanged altogether.", "Desk")
    one.figure("300 exchanged", 300, "all total this")
    two = Sheet("The total was 600 people.", "Watch").figure("600 people", 600, "all total this")
    merged = merge([one.done(), two.done()], PACK)
    found = [only(merged, "figures", direction=d) for d in ("total", "each")]
    assert {f.difference for f in found} == {"scope"}
    assert [f.positions[0].value for f in found] == [600, 300]
    assert "twice" in found[0].reason


def test_the_number_planned_is_not_set_against_the_number_moved():
    rule = RULE.model_copy(
        update={"kept": {"occasion": ("this",)}, "background": {"occasion": ("planned", "earlier")}}
    )
    pack = PACK.model_copy(update={"fields": {**PACK.fields, "figures": rule}})
    one = Sheet("Each side freed 390 people; 1,000 each were agreed.", "Desk")
    one.figure("390 people", 390, "all each this").figure("1,000 each", 1000, "all each planned")
    two = Sheet("Negotiators settled on 1,000 prisoners from either side.", "Post")
    two.figure("1,000 prisoners", 1000, "all each this")
    merged = merge([one.done(), two.done()], pack)
    assert all(f.status != "disputed" for f in merged.findings)
    planned = only(merged, "figures", occasion="planned")
    assert planned.status == "single-origin"  # one word against another makes no agreement
    three = Sheet("In all 1,000 prisoners each are to go home.", "Wire")
    three.figure("1,000 prisoners each", 1000, "all each planned")
    merged = merge([one.done(), two.done(), three.done()], pack)
    planned = only(merged, "figures", occasion="planned")
    assert planned.status == "agreed"
    assert set(planned.positions[0].origins) == {"Desk", "Post", "Wire"}


def test_a_sentence_that_looks_back_raises_no_dispute():
    one = Sheet("Each side freed 270 soldiers.", "Desk")
    one.figure("270 soldiers", 270, "military each this")
    two = Sheet("The most recent handover before this one freed 205 soldiers each.", "Wire")
    two.figure("205 soldiers", 205, "military each this")
    merged = merge([one.done(), two.done()], PACK)
    assert {f.status for f in merged.findings} == {"single-origin"}
    assert any("another occasion" in f.reason for f in merged.findings)


def test_one_voice_that_gives_a_part_beside_the_whole_does_not_contradict_itself():
    sheet = Sheet("Each gave back 52 prisoners, and Arda received 19 more, it said.", "Desk")
    sheet.figure("52 prisoners", 52, "all each this", speaker="Ministry of Peace")
    sheet.figure("19 more", 19, "all to:Arda this", speaker="Ministry of Peace")
    assert all(f.status != "disputed" for f in merge([sheet.done()], PACK).findings)


def test_two_speakers_in_one_article_still_disagree_however_far_apart():
    sheet = Sheet("The ministry counted 107,000; the archive 275,000.", "Courier")
    sheet.figure("107,000", 107000, "all total this", speaker="Interior Ministry")
    sheet.figure("275,000", 275000, "all total this", speaker="Archive of Gatherings")
    finding = only(merge([sheet.done()], PACK), "figures")
    assert finding.status == "disputed"
    assert "same article" in finding.reason


def test_a_bound_that_leaves_room_is_not_called_a_rounding():
    one = counted(43, "Desk", bound="at_least")
    two = counted(300, "Post", bound="about")
    finding = only(merge([one, two], PACK), "figures")
    assert finding.difference is None
    assert "don't bear each other out" in finding.reason


def test_a_denial_of_the_whole_field_is_a_stance():
    rule = PACK.fields["mediators"].model_copy(update={"denied": r"no third party"})
    pack = PACK.model_copy(update={"fields": {**PACK.fields, "mediators": rule}})
    one = Sheet("Orlan mediated.", "Desk").name("mediators", "Orlan")
    two = Sheet("“There was no third party in the room,” the envoy said.", "Post")
    two.said("There was no third party in the room", "the envoy")
    merged = merge([one.done(), two.done()], pack)
    finding = only(merged, "mediators")
    assert finding.status == "disputed"
    assert {c.stance for c in merged.coverage if c.finding == finding.id} == {"states", "denies"}


def test_a_reprint_speaks_with_the_agencys_voice():
    one = Sheet("PORT ANSE (Orlan Newswire) - 270 soldiers were freed at dawn.", "Harbour Post")
    one.figure("270 soldiers", 270, "military each this")
    two = Sheet("At dawn, 270 soldiers came home over the old bridge.", "Orlan Newswire")
    two.figure("270 soldiers", 270, "military each this")
    finding = only(merge([one.done(), two.done()], PACK), "figures")
    assert finding.status == "single-origin"
    assert finding.reason == "Two articles, one origin: Orlan Newswire."


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("Source: Orlan Newswire", "Orlan Newswire"),
        ("By Orlan News Agency", "Orlan News Agency"),
        ("By our foreign desk, with Orlan Newswire", None),
        ("By Ana Brook", None),
    ],
)
def test_a_credit_that_names_only_the_agency_makes_a_reprint(credit: str, agency: str | None):
    article = Sheet("270 soldiers were freed.", "Harbour Post").article
    credited = article.model_copy(update={"removed": (Removal(text=credit, reason="byline"),)})
    assert agency_of(credited) == agency


def test_a_ministry_of_the_capital_is_the_countrys():
    told = []
    for i, name in enumerate(("Oslo’s Defence Ministry", "Norwegian Ministry of Defense")):
        sheet = Sheet(f"Text {i}: 270 soldiers were freed.", f"Outlet {i}")
        sheet.figure("270 soldiers", 270, "military each this", speaker=name)
        told.append(sheet.done())
    assert only(merge(told, PACK), "figures").status == "single-origin"


def test_what_is_doubted_or_widely_carried_stands_before_the_rest():
    one = Sheet("“We came by bus,” said Ana Brook. “The vote was fair,” said Tal Moe.", "Desk")
    one.said("We came by bus", "Ana Brook")
    one.said("The vote was fair", "Tal Moe", challenge="unproven")
    points = [f.point for f in merge([one.done()], PACK).findings]
    assert "Tal Moe" in points[0]
