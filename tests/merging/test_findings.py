"""What the articles of one event say together."""

from __future__ import annotations

from merging_making import PACK, Sheet, only

from summarizer.merging import merge


def gazette():
    text = (
        "The Gazette reports that each side returned 270 soldiers and 120 civilians on Friday, "
        "390 people each. Almost 800 people went home. In the last swap on May 6 it was 205 each."
    )
    sheet = Sheet(text, "The Gazette", "2031-05-24")
    sheet.figure("270 soldiers", 270, "military each this")
    sheet.figure("120 civilians", 120, "civilians each this")
    sheet.figure("390 people each", 390, "all each this")
    sheet.figure("Almost 800", 800, "all total this", bound="almost")
    sheet.figure("205 each", 205, "military each earlier")
    return sheet.date("Friday")


def herald():
    text = (
        "Arda brought home about 270 troops and 120 civilians on May 23, 2031, says the Herald. "
        "On April 19 there were 246 on each side."
    )
    sheet = Sheet(text, "Herald", "2031-05-23")
    sheet.figure("about 270 troops", 270, "military to:Arda this", bound="about")
    sheet.figure("120 civilians", 120, "civilians to:Arda this")
    sheet.figure("246 on each side", 246, "military each earlier")
    return sheet.date("May 23, 2031", "2031-05-23")


def test_a_number_for_each_side_bears_out_the_number_for_one():
    merged = merge([gazette().done(), herald().done()], PACK)
    to_arda = only(merged, "figures", who="military", direction="to:Arda")
    assert to_arda.status == "agreed"
    assert to_arda.difference == "rounding"
    assert {o for p in to_arda.positions for o in p.origins} == {"Herald", "The Gazette"}
    assert only(merged, "figures", who="military", direction="each", occasion="this").status == (
        "single-origin"
    )


def test_sums_that_hold_are_shown_and_no_total_is_made_up():
    merged = merge([gazette().done(), herald().done()], PACK)
    texts = [r.text for r in merged.reconciliations]
    assert "270 + 120 = 390" in texts
    assert "2 × 390 = 780, reported as “almost 800”" in texts
    values = {p.value for f in merged.findings for p in f.positions}
    assert 780 not in values


def test_earlier_occasions_are_not_set_against_each_other():
    merged = merge([gazette().done(), herald().done()], PACK)
    earlier = [f for f in merged.findings if f.labels.get("occasion") == "earlier"]
    assert sorted(p.value for f in earlier for p in f.positions) == [205, 246]
    assert all(f.status == "single-origin" for f in earlier)


def test_a_weekday_fits_the_full_date_that_falls_on_it():
    merged = merge([gazette().done(), herald().done()], PACK)
    date = only(merged, "date")
    assert date.status == "agreed"
    assert merged.event.date == "2031-05-23"


def test_another_month_is_a_contradiction_and_the_event_keeps_no_day():
    pravda = Sheet("On Friday, March 23, they were exchanged.", "Courier").date("Friday, March 23")
    merged = merge([gazette().done(), herald().done(), pravda.done()], PACK)
    date = only(merged, "date")
    assert (date.status, date.difference) == ("disputed", "contradiction")
    assert "March 23, 2031, was a Sunday, not a Friday" in date.reason
    assert merged.event.date == "2031"


def test_ten_outlets_citing_one_ministry_are_one_origin():
    names = [
        "Ministry of Defence of Arda",
        "Arda's Defense Ministry",
        "the Ministry of Defense of Arda",
    ]
    sheets = []
    for i in range(10):
        filler = " ".join(f"w{i}x{k}" for k in range(40))
        sheet = Sheet(f"{filler} said 270 soldiers came home.", f"Outlet {i}")
        sheet.figure("270 soldiers", 270, "military to:Arda this", speaker=names[i % 3])
        sheets.append(sheet.done())
    finding = only(merge(sheets, PACK), "figures")
    assert finding.status == "single-origin"
    assert len(finding.positions[0].origins) == 1
    assert finding.reason.startswith("Ten articles, one origin")


def test_numbers_that_cannot_both_be_right_are_disputed_also_inside_one_article():
    sheet = Sheet("The ministry said 270 soldiers. The centre said 275 soldiers.", "Gazette")
    sheet.figure("270 soldiers", 270, "military to:Arda this", speaker="Ministry of Peace")
    sheet.figure("275 soldiers", 275, "military to:Arda this", speaker="Relief Centre")
    finding = only(merge([sheet.done()], PACK), "figures")
    assert (finding.status, finding.difference) == ("disputed", "contradiction")
    assert [p.value for p in finding.positions] == [270, 275]


def test_undecided_labels_join_the_one_point_they_fit_and_never_raise_a_dispute():
    one = Sheet("270 soldiers to Arda.", "A").figure("270 soldiers", 270, "military to:Arda this")
    two = Sheet("In all 270 were freed.", "B").figure("270 were", 270, "? ? this")
    three = Sheet("Then 300 were freed.", "C").figure("300 were", 300, "? ? this")
    merged = merge([one.done(), two.done(), three.done()], PACK)
    assert only(merged, "figures", who="military").status == "agreed"
    assert all(f.status != "disputed" for f in merged.findings)


def test_completed_and_under_way_at_the_same_time_is_a_dispute():
    a = Sheet("The first stage has begun.", "A", "2031-05-23").stage("begun", "begun")
    b = Sheet("It is completed, said Moe.", "B", "2031-05-23")
    b.stage("completed", "completed", speaker="Moe")
    merged = merge([a.done(), b.done()], PACK)
    stage = only(merged, "stage")
    assert stage.status == "disputed"
    assert "called completed and still under way" in stage.reason


def test_completed_in_a_later_report_is_an_update():
    a = Sheet("The first stage has begun.", "A", "2031-05-23").stage("begun", "begun")
    b = Sheet("It is completed.", "B", "2031-05-26").stage("completed", "completed")
    stage = only(merge([a.done(), b.done()], PACK), "stage")
    assert stage.difference == "update"
    assert stage.status != "disputed"


def test_two_initiators_in_one_article_are_disputed():
    sheet = Sheet("Orlan proposed it. It was initiated by Arda, said the ministry.", "A")
    sheet.name("initiators", "Orlan").name("initiators", "Arda", speaker="Ministry of Peace")
    finding = only(merge([sheet.done()], PACK), "initiators")
    assert finding.status == "disputed"
    assert "same article" in finding.reason


def test_a_challenged_statement_is_disputed_by_whoever_reports_it():
    sheet = Sheet(
        "The minister repeated an unfounded claim that Tal is not a legitimate leader.", "A"
    )
    sheet.said("Tal is not a legitimate leader", "Ana Brook", challenge="unfounded", quoted=False)
    other = Sheet("“President Tal does not have legitimacy as a leader,” Brook said.", "B")
    other.said("President Tal does not have legitimacy as a leader", "Brook")
    finding = only(merge([sheet.done(), other.done()], PACK), "statements")
    assert finding.status == "disputed"
    assert finding.positions[0].origins == ("Ana Brook",)
    assert len(finding.positions[0].articles) == 2
    assert finding.positions[1].origins == ("A",)
    assert finding.positions[1].evidence[0].quote == "unfounded claim"


def test_a_denial_is_a_stance_and_silence_is_none():
    a = Sheet("270 soldiers of Arda came home.", "A")
    a.figure("270 soldiers", 270, "military to:Arda this")
    b = Sheet("Borland denied that 270 soldiers of Arda came home.", "B")
    b.said("270 soldiers of Arda came home", "Borland", verb="denied", quoted=False)
    c = Sheet("It rained.", "C")
    merged = merge([a.done(), b.done(), c.done()], PACK)
    finding = only(merged, "figures")
    stance = {c.article: c.stance for c in merged.coverage if c.finding == finding.id}
    by_outlet = {x.outlet: stance[x.id] for x in merged.articles}
    assert by_outlet == {"A": "states", "B": "denies", "C": "silent"}
    assert finding.status == "disputed"


def test_wording_names_the_term_used_and_house_style_overrides_it():
    a = Sheet("After the daring raid they met.", "A").called("daring raid")
    b = Sheet("After the Incursion they met.", "B").called("Incursion")
    merged = merge([a.done(), b.done()], PACK)
    (row,) = merged.wording
    assert (row.refers_to, row.used) == ("the crossing of the river", "crossing")
    assert [t.term for t in row.terms] == ["daring raid", "Incursion"]
    styled = merge([a.done(), b.done()], PACK, house_style={"crossing": "operation"})
    assert styled.wording[0].used == "operation"
    alone = merge([a.done()], PACK)
    assert alone.wording[0].terms[0].term == "daring raid"
