"""What is set against what: the same people, the same party, the same words for a day."""

from __future__ import annotations

import pytest
from merging_making import PACK, Sheet, only

from summarizer.documents import Finding, Merged, NameCue
from summarizer.merging import merge
from summarizer.merging.amounts import Amount, confirms
from summarizer.merging.descriptions import described, is_description
from summarizer.merging.names import canonical

RULE = PACK.fields["figures"].model_copy(
    update={
        "background": {"occasion": ("earlier", "other", "remaining")},
        "standing": {"occasion": ("remaining",)},
    }
)
STANDING = PACK.model_copy(update={"fields": {**PACK.fields, "figures": RULE}})


def held(merged: Merged) -> list[Finding]:
    return [f for f in merged.findings if f.labels.get("occasion") == "remaining"]


def test_counts_of_the_same_people_still_held_are_set_against_each_other():
    one = Sheet("Colonel Ivo Brandt said that 85 Ardan soldiers are still in cells.", "Post")
    one.figure(
        "85 Ardan soldiers",
        85,
        "military n/a remaining",
        counted="Ardan soldiers",
        speaker="Ivo Brandt",
    )
    two = Sheet("Borland says it keeps 41 soldiers of Arda.", "Sun")
    two.figure("41 soldiers", 41, "military n/a remaining", counted="soldiers", speaker="Borland")
    found = held(merge([one.done(), two.done()], STANDING))
    assert [f.status for f in found] == ["disputed"]
    assert sorted(p.value for p in found[0].positions) == [41, 85]


def test_a_bare_number_counts_the_people_of_the_sentence_before_it():
    one = Sheet("He put at 85 the Ardans who have yet to come. Borland admits to only 41.", "Post")
    one.figure("85", 85, "all n/a remaining", counted="Ardans", speaker="Ivo Brandt")
    one.figure("only 41", 41, "? n/a remaining", speaker="Borland")
    found = held(merge([one.done()], STANDING))
    assert [(f.status, len(f.positions)) for f in found] == [("disputed", 2)]


def test_counts_of_different_people_still_held_are_no_dispute():
    one = Sheet("There are 85 Ardan soldiers still in cells.", "Post")
    one.figure("85 Ardan soldiers", 85, "military n/a remaining", counted="Ardan soldiers")
    two = Sheet("There are 41 Borlish soldiers still in cells.", "Sun")
    two.figure("41 Borlish soldiers", 41, "military n/a remaining", counted="Borlish soldiers")
    found = held(merge([one.done(), two.done()], STANDING))
    assert {f.status for f in found} == {"single-origin"}


def test_two_lower_bounds_far_apart_do_not_bear_each_other_out():
    assert not confirms(Amount(310, None, "at_least"), Amount(400, None, "at_least"))
    assert confirms(Amount(300, None, "at_least"), Amount(310, None, "at_least"))


def test_a_party_goes_by_one_name():
    one = Sheet("The Lake Defence Front (LDF) got 9 soldiers back.", "Post")
    one.figure("9 soldiers", 9, "military to:Lake_Defence_Front this")
    two = Sheet("9 soldiers came home to the LDF.", "Sun")
    two.figure("9 soldiers", 9, "military to:LDF this")
    finding = only(merge([one.done(), two.done()], PACK), "figures")
    assert finding.labels["direction"] == "to:Lake Defence Front"
    assert finding.status == "agreed"


def test_an_adjective_is_its_country():
    one = Sheet("Averna got 22 bodies back.", "Post").figure("22 bodies", 22, "all to:Averna this")
    two = Sheet("The Avernian side received 22 bodies.", "Sun")
    two.figure("22 bodies", 22, "all to:Avernian this")
    finding = only(merge([one.done(), two.done()], PACK), "figures")
    assert finding.labels["direction"] == "to:Averna"


def test_a_number_that_went_to_both_parties_is_one_that_each_received():
    sheet = Sheet(
        "Arda got 3 women back. Borland got 3 women back. 9 soldiers went to both.", "Post"
    )
    sheet.figure("Arda got 3 women", 3, "women to:Arda this")
    sheet.figure("Borland got 3 women", 3, "women to:Borland this")
    sheet.figure("9 soldiers", 9, "military to:Arda_and_Borland this")
    finding = only(merge([sheet.done()], PACK), "figures", who="military")
    assert finding.labels["direction"] == "each"


def test_each_side_is_agreed_where_each_half_is():
    both = Sheet("Officials say 270 soldiers came home to either side.", "Post")
    both.figure("270 soldiers", 270, "military each this", speaker="Officials")
    arda = Sheet("270 soldiers came home to Arda.", "Sun").figure(
        "270 soldiers", 270, "military to:Arda this"
    )
    borl = Sheet("270 soldiers came back to Borl.", "Echo").figure(
        "270 soldiers", 270, "military to:Borl this"
    )
    merged = merge([both.done(), arda.done(), borl.done()], PACK)
    assert only(merged, "figures", direction="each").status == "agreed"
    merged = merge([both.done(), arda.done()], PACK)
    assert only(merged, "figures", direction="each").status == "single-origin"


def test_a_part_that_one_outlet_gives_beside_the_whole_is_no_dispute_on_an_earlier_day():
    one = Sheet("On April 3 it was 250 people, 141 of them to Borl.", "Post")
    one.figure("250 people", 250, "all total earlier").figure(
        "141 of them", 141, "all total earlier"
    )
    two = Sheet("On April 3, 141 people went.", "Sun").figure(
        "141 people", 141, "all total earlier"
    )
    assert {f.status for f in merge([one.done(), two.done()], PACK).findings} == {
        "agreed",
        "single-origin",
    }


def test_a_weekday_is_no_witness_to_the_day_of_the_month():
    one = Sheet("It took place on Friday, May 23, 2031.", "Post").date(
        "Friday, May 23, 2031", "2031-05-23"
    )
    two = Sheet("It took place on Friday.", "Sun").date("on Friday")
    three = Sheet("It took place on Friday evening.", "Echo").date("on Friday evening")
    date = only(merge([one.done(), two.done(), three.done()], PACK), "date")
    assert [(p.value, set(p.origins)) for p in date.positions] == [
        ("2031-05-23", {"Post"}),
        ("on Friday", {"Sun", "Echo"}),
    ]
    assert date.status == "agreed"


@pytest.mark.parametrize(
    ("name", "vague"),
    [("Gulf state", True), ("Sultanate", True), ("neighbouring country", True),
     ("United States", False), ("State of Quhar", False), ("Quhar", False), ("Red Cross", False)],
)  # fmt: skip
def test_a_description_is_no_name(name: str, vague: bool):
    assert is_description(name) is vague


def test_a_description_stands_for_the_name_that_its_article_gives():
    one = Sheet("The Gulf state carried lists. Both thanked Quhar for it.", "Post")
    one.name("mediators", "Gulf state").name("mediators", "Quhar")
    found = [f for f in merge([one.done()], PACK).findings if f.field == "mediators"]
    assert [f.positions[0].value for f in found] == ["Quhar"]


def test_a_description_without_a_name_keeps_its_article():
    one = Sheet("A Gulf state carried lists.", "Post").name("mediators", "Gulf state")
    found = only(merge([one.done()], PACK), "mediators")
    assert found.positions[0].detail == "a Gulf state"
    assert described("Emirate") == "an emirate"


def test_talking_of_the_same_week_is_no_contradiction():
    one = Sheet("They tell us next week, and we will be here next week.", "Post")
    one.said("They tell us next week, and we will be here next week", "Nisa Hemo")
    two = Sheet(
        "That leaves a third round expected next week, he said, not authorised to speak.", "Sun"
    )
    two.said(
        "That leaves a third round expected next week, he said, not authorised to speak",
        "an official",
    )
    assert {f.status for f in merge([one.done(), two.done()], PACK).findings} == {"single-origin"}


def to_arda(outlet: str, value: int, who: str) -> Sheet:
    sheet = Sheet(f"The {outlet} says that {value} came home to Arda.", outlet)
    return sheet.figure(f"{value} came", value, f"{who} to:Arda this")


def test_a_part_cannot_be_larger_than_its_whole():
    told = [to_arda("Post", 92, "all").done(), to_arda("Sun", 96, "military").done()]
    finding = only(merge(told, PACK), "figures")
    assert finding.status == "disputed"
    assert [p.value for p in finding.positions] == [92, 96]


def test_a_little_larger_whole_without_another_part_is_a_rival():
    told = [to_arda("Post", 43, "all").done(), to_arda("Sun", 40, "military").done()]
    assert only(merge(told, PACK), "figures").status == "disputed"


def test_a_whole_whose_other_part_is_known_is_no_rival():
    told = [
        to_arda("Post", 43, "all").done(),
        to_arda("Sun", 40, "military").done(),
        to_arda("Echo", 3, "civilians").done(),
    ]
    assert {f.status for f in merge(told, PACK).findings} == {"single-origin"}


def test_soldiers_are_a_part_of_many_more_people():
    told = [to_arda("Post", 390, "all").done(), to_arda("Sun", 270, "military").done()]
    assert {f.status for f in merge(told, PACK).findings} == {"single-origin"}


def test_a_small_part_takes_no_rival_out_of_a_dispute():
    told = [to_arda("Post", 96, "military").done(), to_arda("Sun", 92, "military").done()]
    part = to_arda("Echo", 2, "military").done()
    found = {
        tuple(p.value for p in f.positions): f.status for f in merge([*told, part], PACK).findings
    }
    assert found == {(92, 96): "disputed", (2,): "single-origin"}


def test_half_of_a_total_is_what_each_side_received():
    one = Sheet("A total of 64 soldiers came home.", "Post")
    one.figure("64 soldiers", 64, "military total this")
    two = Sheet("They exchanged 128 soldiers, 64 to each side.", "Sun")
    two.figure("128 soldiers", 128, "military total this")
    two.figure("64 to each", 64, "military each this")
    merged = merge([one.done(), two.done()], PACK)
    each = only(merged, "figures", direction="each")
    assert each.status == "agreed"
    assert {o for p in each.positions for o in p.origins} == {"Post", "Sun"}
    assert "2 × 64 = 128" in [r.text for r in merged.reconciliations]


def test_a_capital_is_its_country_where_a_source_names_it():
    one = Sheet("Ankara carried the lists.", "Post").name("mediators", "Ankara")
    two = Sheet("Turkey carried the lists.", "Sun").name("mediators", "Turkey")
    finding = only(merge([one.done(), two.done()], PACK), "mediators")
    assert finding.status == "agreed"
    assert finding.positions[0].value == "Turkey"
    assert only(merge([one.done()], PACK), "mediators").positions[0].value == "Ankara"


def test_one_origin_that_gives_two_far_numbers_counts_two_groups():
    one = to_arda("Post", 3, "military").done()
    two = Sheet("Irma Volk put it at 17 for Arda.", "Sun")
    two.figure("17 for", 17, "military to:Arda this", speaker="Irma Volk")
    three = Sheet("Irma Volk spoke of three for Arda: 3.", "Echo")
    three.figure("three for", 3, "military to:Arda this", speaker="Irma Volk")
    assert one is not None
    assert {f.status for f in merge([two.done(), three.done()], PACK).findings} == {"single-origin"}
    assert "disputed" in {f.status for f in merge([two.done(), one], PACK).findings}


def test_so_many_soldiers_bear_out_so_many_people():
    told = [to_arda("Post", 57, "all").done(), to_arda("Sun", 57, "civilians").done()]
    merged = merge(told, PACK)
    assert only(merged, "figures", who="all").status == "agreed"
    assert only(merged, "figures", who="civilians").status == "single-origin"


def test_a_number_of_one_side_is_not_counted_to_each_side_because_another_differs():
    one = to_arda("Post", 120, "military").done()
    two = Sheet("Arda got 100 of them; the sides got 120 each.", "Sun")
    two.figure("100 of", 100, "military to:Arda this").figure("120 each", 120, "military each this")
    merged = merge([one, two.done()], PACK)
    assert only(merged, "figures", direction="each").status == "single-origin"


def test_what_its_words_call_a_part_is_no_rival_of_the_whole():
    one = Sheet("The ministry received 25 soldiers. Three colonels were among the 25.", "Post")
    one.figure("25 soldiers", 25, "military to:Arda this", speaker="Ministry of Peace")
    one.figure("Three colonels", 3, "military to:Arda this", speaker="Ministry of Peace")
    two = Sheet("Arda received 25 soldiers.", "Sun").figure(
        "25 soldiers", 25, "military to:Arda this"
    )
    found = {
        tuple(p.value for p in f.positions): f.status
        for f in merge([one.done(), two.done()], PACK).findings
    }
    assert found == {(25,): "agreed", (3,): "single-origin"}


def test_a_number_that_is_refused_is_not_given():
    one = Sheet("Dawit said 81 soldiers went to Arda, not 84.", "Post")
    one.figure("81 soldiers", 81, "military to:Arda this", speaker="Dawit Alem")
    one.figure("to Arda, not 84", 84, "military to:Arda this", speaker="Dawit Alem")
    two = to_arda("Sun", 84, "military").done()
    finding = only(merge([one.done(), two], PACK), "figures")
    assert finding.status == "disputed"
    assert [(p.value, p.origins) for p in finding.positions] == [
        (81, ("Dawit Alem",)),
        (84, ("Sun",)),
    ]


def test_a_place_may_be_described_by_a_common_noun():
    cues = {"places": (NameCue(role="at"),)}
    pack = PACK.model_copy(update={"names": cues})
    one = Sheet("It was at the Harrow crossing.", "Post").name("places", "Harrow crossing")
    assert only(merge([one.done()], pack), "places").positions[0].detail == "Harrow crossing"


def test_the_day_of_a_report_is_not_that_of_the_event():
    one = Sheet("They were exchanged on Friday.", "Post").date("on Friday")
    two = Sheet("Families waited on Sunday, two days after the sides exchanged them.", "Sun")
    date = only(merge([one.done(), two.date("on Sunday").done()], PACK), "date")
    assert date.status == "single-origin"
    assert [p.detail for p in date.positions] == ["on Friday"]


def test_one_dispute_over_words_is_told_once():
    one = Sheet("The vote of Borl was lawful and fair to all.", "Post")
    one.said("The vote of Borl was lawful and fair to all", "Ana Brook")
    two = Sheet("The vote of Borl was not lawful nor was it fair at all, no.", "Sun")
    two.said("The vote of Borl was not lawful", "Oto Karr")
    found = [f for f in merge([one.done(), two.done()], PACK).findings if f.field == "statements"]
    assert [f.status for f in found].count("disputed") == 1


def test_a_first_name_stands_for_the_person_but_not_for_a_country():
    assert canonical(["Dawit", "Dawit Alemu"])["Dawit"] == "Dawit Alemu"
    assert canonical(["Russia", "Russia Now"])["Russia"] == "Russia"


def test_a_whole_smaller_than_its_part_is_a_rival_also_when_it_is_further_off():
    told = [to_arda("Post", 7, "all").done(), to_arda("Sun", 9, "military").done()]
    assert only(merge(told, PACK), "figures").status == "disputed"
    told = [to_arda("Post", 9, "all").done(), to_arda("Sun", 7, "military").done()]
    assert {f.status for f in merge(told, PACK).findings} == {"single-origin"}
