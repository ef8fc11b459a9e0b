from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summarizer.documents import Brief, WordingRow, WordingTerm
from summarizer.evaluation import evaluate

Make = Callable[..., Brief]


def gold(*disputes: dict[str, Any], not_disputes: tuple[str, ...] = ()) -> dict[str, Any]:
    article = {"event": "swap", "loaded": ["glorious raid"]}
    return {"articles": {"a.txt": article}, "disputes": disputes, "not_disputes": not_disputes}


def shown(gold_file: dict[str, Any], made: Brief, score: str = "disputes shown") -> float | None:
    row = evaluate(gold_file, [], [made]).row(score)
    assert row is not None
    return row.value


def dispute(*values: str, **keys: Any) -> dict[str, Any]:
    return {"event": "swap", "what": "something", "values": list(values), **keys}


def test_numbers_dates_and_words_are_recognised(brief: Make, finding: Any, position: Any):
    numbers = finding(position(40, "40 sailors"), position(12, "Some 12 Westers"))
    assert shown(gold(dispute("40 (A)", "12 (B)")), brief(numbers)) == 1.0
    dates = finding(
        position("2025-05-23", "on Tuesday"), position("2025-03-23", "in May"), field="date"
    )
    assert shown(gold(dispute("May 23, 2025 (A)", "March 23 (B)")), brief(dates)) == 1.0
    assert shown(gold(dispute("June 23 (A)", "July 23 (B)")), brief(dates)) == 0.0
    stages = finding(
        position("completed", "freed", detail="completed"),
        position("partial", "40 more are due in May", detail="a first stage"),
        field="stage",
    )
    values = ("'completed' (X, in a)", "first stage of several (a, b)")
    assert shown(gold(dispute(*values)), brief(stages)) == 1.0


def test_what_the_brief_calls_agreed_is_not_shown_as_disputed(
    brief: Make, finding: Any, position: Any
):
    agreed = finding(position(40, "40 sailors"), position(12, "Some 12"), status="agreed")
    assert shown(gold(dispute("40 (A)", "12 (B)")), brief(agreed)) == 0.0


def test_one_side_alone_is_no_dispute_shown(brief: Make, finding: Any, position: Any):
    lone = finding(position(40, "40 sailors"), position(7, "Some 12"))
    assert shown(gold(dispute("40 (A)", "13 (B)")), brief(lone)) == 0.0


def test_a_bare_answer_is_the_side_that_is_left_over(brief: Make, finding: Any, position: Any):
    legit = finding(
        position("is he lawful", "They call it", "Lavrov"),
        position("unfounded claim", "the glorious raid", "B"),
        field="statements",
    )
    values = ("no (Sergei Lavrov)", "'unfounded claim' (b)")
    assert shown(gold(dispute(*values)), brief(legit)) == 1.0


def test_a_bare_answer_shows_nothing_by_itself(brief: Make, finding: Any, position: Any):
    other = finding(position(40, "40 sailors"), position(12, "Some 12"))
    assert shown(gold(dispute("no (X)", "'unfounded claim' (b)")), brief(other)) == 0.0


def test_contradictions_that_nobody_annotated_are_listed(brief: Make, finding: Any, position: Any):
    stray = finding(position(40, "40 sailors"), position(12, "Some 12"))
    known = gold(dispute("40 (A)", "12 (B)"))
    unknown = gold(dispute("'completed' (A)", "'begun' (B)"))
    assert shown(known, brief(stray), "disputes not annotated") == 0
    assert shown(unknown, brief(stray), "disputes not annotated") == 1


def test_the_wording_table_shows_disputes_about_words(brief: Make, sourced: Any):
    def term(text: str, quote: str) -> WordingTerm:
        return WordingTerm(term=text, articles=("x",), evidence=(sourced(quote),))

    row = WordingRow(
        refers_to="r", used="u", terms=(term("raid", "raid"), term("operation", "freed"))
    )
    values = ("'glorious raid' (a)", "'operation' (b)")
    assert shown(gold(dispute(*values)), brief(wording=(row,))) == 1.0
    assert shown(gold(dispute("'raid' (a)", "'rescue' (b)")), brief(wording=(row,))) == 0.0


def test_a_false_dispute_is_one_that_the_annotations_reconcile(
    brief: Make, finding: Any, position: Any
):
    reconciled = ("270 + 120 = 390, so '270 and 120 each' and '390 each' agree",)
    false = finding(position(390, "40 sailors"), position(270, "Some 12"))
    true = finding(position(390, "40 sailors"), position(300, "Some 12"))
    assert shown(gold(not_disputes=reconciled), brief(false), "false disputes") == 1
    assert shown(gold(not_disputes=reconciled), brief(true), "false disputes") == 0
    names = finding(position("Kiev", "40 sailors"), position("Kyiv", "Some 12"), field="places")
    assert shown(gold(not_disputes=("Kiev/Kyiv are one",)), brief(names), "false disputes") == 0
    assert shown(gold(not_disputes=("Kiev/Kyiv",)), brief(names), "false disputes") == 1


def test_loaded_words_count_outside_quotation_marks_only(brief: Make):
    said = "A called it “the glorious raid”."
    assert shown(gold(), brief(prose=said), "own voice") == 0
    assert shown(gold(), brief(prose="The Glorious  raid went on."), "own voice") == 1
