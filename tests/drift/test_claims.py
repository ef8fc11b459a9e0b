"""Claims and findings of two runs: what is lost, gained, changed, put down to another speaker."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from summarizer.drift import compare, read_side
from summarizer.drift.match import overlap, pair
from summarizer.errors import InputError

MADE = {
    "model": "tiny-7b", "strategy": "whole", "prompt": "aa", "schema": "bb", "calls": 2,
    "input_tokens": 100, "output_tokens": 20, "cost_usd": 0.01, "seconds": 1.5,
}  # fmt: skip
TEXT = "Forty sailors came home, the port said. Nine stay in Orlo. About 40 are ill, she said."


def evidence(words: str, article: str | None = None) -> dict[str, Any]:
    start = TEXT.index(words)
    where = {} if article is None else {"article": article}
    return {**where, "quote": words, "start": start, "end": start + len(words)}


def figure(value: int, words: str, **labels: Any) -> dict[str, Any]:
    plain = {"value": value, "high": None, "bound": "exact", "speaker": None, "decided": {}}
    return {**plain, "evidence": [evidence(words)], **labels}


def summary(*figures: dict[str, Any], name: str = "a1", **more: Any) -> dict[str, Any]:
    plain = {
        "article": {"id": name, "path": f"news/{name}.md", "outlet": "The Port", "title": None},
        "schema": "exchange",
        "headline": "Sailors came home",
        "gist": [{"text": "Forty sailors came home.", "evidence": []}],
        "facts": {"figures": list(figures), "date": None, "places": []},
        "rejected": [],
        "provenance": MADE,
    }
    return {**plain, **more}


def drift(before: Any, after: Any) -> Any:
    return compare(read_side(before, "before"), read_side(after, "after"))


FORTY = figure(40, "Forty sailors came home", who="military", speaker="the port")
NINE = figure(9, "Nine stay in Orlo", who="all")


def test_two_runs_that_say_the_same_have_no_rows():
    found = drift([summary(FORTY, NINE)], [summary(NINE, FORTY)])
    assert found.rows == ()
    assert found.same["claim"] == 2
    assert found.same["sentence"] == 2


def test_how_a_label_was_decided_is_not_what_a_claim_says():
    assert not drift([summary(FORTY)], [summary({**FORTY, "decided": {"who": "model"}})]).rows


def test_lost_and_gained():
    found = drift([summary(FORTY, NINE)], [summary(FORTY)])
    [row] = found.rows
    assert (row.kinds, row.before, row.after) == (
        ("lost",),
        "9 (who: all). Speaker: the outlet itself",
        None,
    )
    assert (row.where, row.quote_before) == ("The Port (a1.md)", "Nine stay in Orlo")
    [row] = drift([summary(FORTY)], [summary(FORTY, NINE)]).rows
    assert (row.kinds, row.before) == (("gained",), None)


def test_a_claim_is_told_in_words():
    labels = {"counted": "sick sailors", "direction": "to:Orlo", "verb": "said", "occasion": "n/a"}
    [row] = drift(
        [summary(figure(40, "About 40 are ill", bound="about", **labels))], [summary()]
    ).rows
    assert row.before == (
        "about 40 sick sailors (direction: to Orlo, occasion: does not apply)."
        " Speaker: the outlet itself"
    )
    statement = {"text": "Nine stay.", "speaker": "the port", "evidence": [evidence("Nine stay")]}
    facts = {"statements": [statement]}
    [row] = drift([summary(facts=facts)], [summary(facts={"statements": []})]).rows
    assert row.before == "Nine stay. Speaker: the port"


def test_another_speaker_is_no_other_claim():
    [row] = drift([summary(FORTY)], [summary({**FORTY, "speaker": "the crew"})]).rows
    assert row.kinds == ("reattributed",)
    [difference] = row.differences
    assert difference.model_dump() == {
        "what": "speaker", "before": "the port", "after": "the crew",
    }  # fmt: skip


def test_another_label_and_speaker_is_both():
    now = {**FORTY, "speaker": None, "who": "civilians"}
    [row] = drift([summary(FORTY)], [summary(now)]).rows
    assert row.kinds == ("changed", "reattributed")
    assert {d.what: (d.before, d.after) for d in row.differences} == {
        "speaker": ("the port", "the outlet itself"),
        "who": ("military", "civilians"),
    }


def test_another_value_in_the_same_place_is_changed_and_elsewhere_is_another_claim():
    [row] = drift([summary(NINE)], [summary({**NINE, "value": 19})]).rows
    assert (row.kinds, row.differences[0].what) == (("changed",), "value")
    elsewhere = figure(19, "About 40 are ill")
    kinds = [row.kinds for row in drift([summary(NINE)], [summary(elsewhere)]).rows]
    assert kinds == [("lost",), ("gained",)]


def test_the_same_number_twice_is_paired_by_its_place():
    ill = figure(40, "About 40 are ill", bound="about")
    found = drift([summary(FORTY, ill)], [summary(ill, {**FORTY, "who": "all"})])
    [row] = found.rows
    assert row.quote_before == "Forty sailors came home"
    assert [d.what for d in row.differences] == ["who"]


def test_other_words_pointed_at():
    now = {**NINE, "evidence": [evidence("Nine stay")]}
    [row] = drift([summary(NINE)], [summary(now)]).rows
    assert [d.what for d in row.differences] == ["words pointed at"]


def test_a_sentence_in_other_words():
    now = summary(headline="Forty sailors are home", gist=[])
    found = drift([summary()], [now])
    assert {(r.field, r.before, r.after) for r in found.rows} == {
        ("headline", "Sailors came home", "Forty sailors are home"),
        ("gist", "Forty sailors came home.", None),
    }
    assert found.found(("lost", "reworded")) == {"reworded": 2}


def position(value: int, *origins: str) -> dict[str, Any]:
    words = "Forty sailors came home" if value == 40 else "Nine stay in Orlo"
    return {
        "value": value, "detail": "", "origins": list(origins), "articles": ["a1"],
        "evidence": [evidence(words, "a1")],
    }  # fmt: skip


def brief(*findings: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {
        "event": {"id": "e1", "title": "Sailors home", "date": None, "schema": "exchange"},
        "articles": [{"id": "a1", "path": "a1.md", "outlet": "The Port"}],
        "headline": "Sailors came home",
        "summary": [{"text": "Forty came home."}],
        "findings": list(findings),
        "provenance": MADE,
    }
    return {**plain, **more}


def finding(*positions: dict[str, Any], status: str = "agreed", **more: Any) -> dict[str, Any]:
    plain = {"id": "f1", "field": "figures", "point": "came home", "labels": {"who": "military"}}
    return {**plain, "status": status, "difference": None, "positions": list(positions), **more}


AGREED = finding(position(40, "a1", "the navy"))


def test_a_finding_whose_status_flipped():
    disputed = finding(
        position(40, "a1"),
        position(9, "the navy"),
        status="disputed",
        difference="contradiction",
    )
    [row] = drift([brief(AGREED)], [brief(disputed)]).rows
    assert row.kinds == ("flipped", "changed", "reattributed")
    assert row.differences[0].model_dump() == {
        "what": "status", "before": "agreed", "after": "disputed (contradiction)",
    }  # fmt: skip
    assert any(d.before == "The Port, the navy" for d in row.differences), "outlets by name"


def test_findings_lost_and_gained_and_the_same():
    other = finding(position(9, "a1"), point="stay", labels={"who": "all"})
    found = drift([brief(AGREED, other)], [brief(AGREED)])
    assert [row.kinds for row in found.rows] == [("lost",)]
    assert (found.same["finding"], found.same["event"]) == (1, 1)
    assert found.count("lost", "finding") == 1
    assert found.count("lost", "claim") == 0


def test_an_event_only_one_run_has():
    second = brief(
        event={"id": "e2", "title": "Elsewhere", "date": None, "schema": "exchange"},
        articles=[{"id": "a2", "path": "a2.md", "outlet": None}],
    )
    found = drift([brief(AGREED), second], [brief(AGREED)])
    assert [(r.level, r.kinds, r.where) for r in found.rows] == [("event", ("lost",), "Elsewhere")]
    assert found.notes == ("a2.md is in before alone; it is not compared.",)


def test_articles_are_known_by_their_file_where_a_word_in_them_changed():
    now = copy.deepcopy(brief(AGREED))
    now["articles"][0]["id"] = "a9"
    now["findings"][0]["positions"][0]["evidence"][0]["article"] = "a9"
    found = drift([brief(AGREED)], [now])
    assert not [row for row in found.rows if row.level == "event"]
    assert "The words of a1.md are not the same in both runs" in found.notes[0]


def test_what_both_runs_took():
    dear = {**MADE, "cost_usd": None, "calls": 5}
    found = drift([brief(AGREED)], [brief(AGREED, provenance=dear)])
    assert (found.before.cost_usd, found.after.cost_usd) == (0.01, None)
    assert (found.before.calls, found.after.calls) == (2, 5)
    assert found.before.made_with["schema"] == "exchange bb"


def test_nothing_to_compare_is_said():
    with pytest.raises(InputError, match="no article in common"):
        drift([summary(FORTY)], [summary(FORTY, name="b2")])
    with pytest.raises(InputError, match="neither summaries nor briefs"):
        read_side([{"rows": []}], "scores.json")
    with pytest.raises(InputError, match="lack something"):
        read_side([{"article": {}, "facts": {}}], "cut.json")


def test_pairing_takes_the_best_first_and_each_once():
    assert pair([1, 5], [5, 1, 9], lambda a, b: float(a == b)) == [(1, 1), (5, 5), (None, 9)]
    assert pair([3], [], lambda *_: 1.0) == [(3, None)]


def test_overlap_is_of_one_article():
    assert overlap([("a", 0, 10)], [("a", 5, 15)]) == pytest.approx(1 / 3)
    assert overlap([("a", 0, 10)], [("b", 0, 10)]) == 0.0
