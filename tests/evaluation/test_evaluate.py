from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.documents import (
    ArticleSummary,
    DateClaim,
    NamedClaim,
    Rejection,
    StageUse,
    Statement,
)
from summarizer.errors import InputError
from summarizer.evaluation import evaluate, from_json, load_gold, to_json
from summarizer.evaluation.results import Scores

Make = Callable[..., ArticleSummary]


def gold_figure(value: int, **keys: Any) -> dict[str, Any]:
    labels = {"who": "military", "direction": "to:Westland", "occasion": "this"}
    return {"value": value, "approx": "exact", "attributed_to": None, "quote": "", **labels, **keys}


def value_of(scores: Scores, name: str) -> float | None:
    row = scores.row(name)
    assert row is not None, name
    return row.value


def test_values_and_labels_are_scored_as_multisets(summary: Make, figure: Any):
    gold = {
        "articles": {
            "a.txt": {
                "figures": [
                    gold_figure(40),
                    gold_figure(40, occasion="planned"),
                    gold_figure(12, who="all"),
                ]
            }
        }
    }
    labels = {"who": "military", "direction": "to:Westland"}
    made = summary(
        figure(40, "40 sailors", occasion="this", **labels),
        figure(40, "40 more", occasion="this", **labels),
        figure(5000, "5,000 readers"),
    )
    scores = evaluate(gold, [made])
    value, label = scores.row("figure value"), scores.row("figure label")
    assert value is not None
    assert label is not None
    assert (value.hits, value.annotated, value.proposed) == (2, 3, 3)
    assert value.precision == value.recall == pytest.approx(2 / 3)
    assert label.hits == 1
    assert value_of(scores, "figure occasion") == 0.5
    assert value_of(scores, "figure who") == 1.0
    assert [m.verdict for m in scores.misses if m.field == "figures"] == [
        "wrong",
        "missed",
        "extra",
    ]
    assert next(m for m in scores.misses if m.verdict == "wrong").wrong == ("occasion",)


def test_among_equal_values_the_pairing_is_the_one_with_most_labels_right(
    summary: Make, figure: Any
):
    gold = {
        "articles": {"a.txt": {"figures": [gold_figure(40, occasion="planned"), gold_figure(40)]}}
    }
    labels = {"who": "military", "direction": "to:Westland"}
    made = summary(
        figure(40, "40 sailors", occasion="this", **labels),
        figure(40, "40 more", occasion="planned", **labels),
    )
    assert value_of(evaluate(gold, [made]), "figure label") == 1.0


def test_speaker_and_bound_count_on_matched_values_only(summary: Make, figure: Any):
    gold = {
        "articles": {
            "a.txt": {
                "figures": [
                    gold_figure(40, attributed_to="Estmark Ministry of War"),
                    gold_figure(12, approx="about"),
                    gold_figure(99, approx="about"),
                ]
            }
        }
    }
    made = summary(
        figure(40, "40 sailors", speaker="the Ministry of War"),
        figure(12, "Some 12", bound="about", speaker="Somebody"),
    )
    scores = evaluate(gold, [made])
    assert value_of(scores, "speaker") == 0.5
    assert value_of(scores, "bound") == 1.0


def test_an_outlet_that_names_itself_is_its_own_voice(summary: Make, figure: Any):
    gold = {"articles": {"a.txt": {"source": "Detainee Watch", "figures": [gold_figure(40)]}}}
    for speaker, right in ((None, 1.0), ("Detainee Watch", 1.0), ("the army of Estmark", 0.0)):
        made = summary(figure(40, "40 sailors", speaker=speaker))
        assert value_of(evaluate(gold, [made]), "speaker") == right


@pytest.mark.parametrize(
    ("approx", "bound"), [("more_than", "at_least"), ("less_than", "at_most"), ("almost", "almost")]
)
def test_annotated_bounds_are_the_contracts(summary: Make, approx: str, bound: Any, figure: Any):
    gold = {"articles": {"a.txt": {"figures": [gold_figure(40, approx=approx)]}}}
    assert value_of(evaluate(gold, [summary(figure(40, "40 sailors", bound=bound))]), "bound") == 1


def test_an_optional_figure_is_neither_missed_nor_extra(summary: Make, figure: Any):
    gold = {"articles": {"a.txt": {"figures": [gold_figure(40), gold_figure(12, optional=True)]}}}
    for made in (
        summary(figure(40, "40 sailors")),
        summary(figure(40, "40 sailors"), figure(12, "Some 12")),
    ):
        assert value_of(evaluate(gold, [made]), "figure value") == 1.0


def test_a_label_that_is_not_annotated_is_not_scored(summary: Make, figure: Any):
    gold = {"articles": {"a.txt": {"figures": [{"value": 40, "who": "military"}]}}}
    scores = evaluate(gold, [summary(figure(40, "40 sailors", who="military"))])
    assert value_of(scores, "figure label") == 1.0
    assert scores.row("figure direction") is None
    assert value_of(scores, "bound") is None


def test_a_label_left_open_is_wrong(summary: Make, figure: Any):
    gold = {"articles": {"a.txt": {"figures": [{"value": 40, "who": "military"}]}}}
    assert value_of(evaluate(gold, [summary(figure(40, "40 sailors"))]), "figure label") == 0.0


def test_a_missed_figure_says_why_the_gate_refused_it(summary: Make):
    refused = Rejection(field="figures", value="40 sailors", reason="not in the article")
    gold = {"articles": {"a.txt": {"figures": [gold_figure(40)]}}}
    assert evaluate(gold, [summary(rejected=(refused,))]).misses[0].reason == "not in the article"


def test_an_article_without_a_summary_misses_everything():
    gold = {
        "articles": {
            "a.txt": {"figures": [gold_figure(40)], "speakers": ["X Y"], "date": "2025-01-01"}
        }
    }
    scores = evaluate(gold, [])
    assert value_of(scores, "figure value") == 0.0
    assert value_of(scores, "speakers") == value_of(scores, "date") == 0.0
    assert "a.txt" in scores.notes[0]


def test_only_annotations_that_are_there_are_scored(summary: Make):
    scores = evaluate({"articles": {"a.txt": {"place": "Harrow"}}}, [summary()])
    assert [r.score for r in scores.rows] == ["evidence", "place"]


def test_fields_are_judged_by_recall_unless_the_annotation_is_complete(summary: Make, at: Any):
    made = summary(
        mediators=(
            NamedClaim(value="Westers", evidence=(at("12 Westers"),)),
            NamedClaim(value="Ruritania", evidence=(at("They"),)),
        ),
        statements=(Statement(speaker="the ministry of war", text="x", evidence=(at("said"),)),),
    )
    gold = {"mediators": ["Westers (earlier)"], "speakers": ["Estmark Ministry of War"]}
    scores = evaluate({"articles": {"a.txt": gold}}, [made])
    assert value_of(scores, "mediators") == 1.0
    assert value_of(scores, "speakers") == 1.0
    complete = evaluate({"complete": ["mediators"], "articles": {"a.txt": gold}}, [made])
    row = complete.row("mediators")
    assert row is not None
    assert (row.precision, row.recall) == (0.5, 1.0)


@pytest.fixture
def date(at: Any) -> Callable[..., DateClaim]:
    def make(value: str | None, **keys: Any) -> DateClaim:
        evidence = (at("on Tuesday"),)
        fixed = {"precision": "day", "as_written": "on Tuesday", "evidence": evidence, **keys}
        return DateClaim(value=value, **fixed)

    return make


def test_a_date_is_right_by_its_value(summary: Make, date: Any):
    gold = {
        "articles": {
            "a.txt": {"date": "2025-05-20", "published": "2025-05-21", "date_quote": "on Tuesday"}
        }
    }
    for value, right in (("2025-05-20", 1.0), ("2025-05-27", 0.0), ("2025-05", 0.0), (None, 0.0)):
        assert value_of(evaluate(gold, [summary(date=date(value))]), "date") == right


def test_a_date_that_contradicts_its_article_must_be_marked(summary: Make, date: Any):
    gold = {
        "articles": {
            "a.txt": {"date": "2025-05-20", "date_quote": "on Tuesday", "date_conflict": True}
        }
    }
    assert value_of(evaluate(gold, [summary(date=date("2025-05-20"))]), "date") == 0.0
    marked = date("2025-03-20", conflict="before the talks it follows")
    assert value_of(evaluate(gold, [summary(date=marked)]), "date") == 1.0


def test_where_nothing_fixes_a_date_its_words_are_enough(summary: Make, date: Any):
    undated = {"articles": {"a.txt": {"date": "2025-05-20", "date_quote": "on Tuesday"}}}
    relative = date(None, precision="relative")
    assert value_of(evaluate(undated, [summary(date=relative)]), "date") == 1.0


def test_evidence_needs_its_number(summary: Make, figure: Any):
    scores = evaluate(
        {"articles": {"a.txt": {}}}, [summary(figure(40, "Estmark"), figure(12, "Some 12"))]
    )
    row = scores.row("evidence")
    assert row is not None
    assert (row.hits, row.annotated, row.holds) == (3, 4, False)
    assert [m.reason for m in scores.misses] == ["40 is not written in it"]


def test_boilerplate_in_evidence_is_counted(summary: Make, figure: Any):
    gold = {"articles": {"a.txt": {"boilerplate": ["Join our 5,000 readers today!"]}}}
    leaked = evaluate(gold, [summary(figure(5000, "our 5,000 readers"))]).row("boilerplate")
    clean = evaluate(gold, [summary(figure(40, "40 sailors"))]).row("boilerplate")
    assert leaked is not None
    assert clean is not None
    assert (leaked.value, leaked.holds) == (1, False)
    assert (clean.value, clean.holds) == (0, True)


def test_costs_are_summed_from_the_documents(summary: Make):
    stages = evaluate({"articles": {}}, [summary(), summary(name="b.txt")]).stages
    whole = next(s for s in stages if s.stage == "extraction, all articles")
    assert (whole.calls, whole.input_tokens, whole.cached_tokens, whole.seconds) == (4, 200, 120, 3)


def test_costs_are_told_by_what_was_asked(summary: Make):
    asked = tuple(
        StageUse(stage=stage, calls=1, input_tokens=100, cached_tokens=cached, seconds=1)
        for stage, cached in (("gist", 0), ("label-direction", 80))
    )
    made = summary()
    provenance = made.provenance.model_copy(update={"stages": asked})
    twice = [made.model_copy(update={"provenance": provenance})] * 2
    stages = {s.stage: s for s in evaluate({"articles": {}}, twice).stages}
    assert stages["of these, gist"].calls == 2
    label = stages["of these, label-direction"]
    assert (label.input_tokens, label.cached_tokens) == (200, 160)


def test_scores_survive_json(summary: Make, figure: Any):
    gold = {"articles": {"a.txt": {"figures": [gold_figure(40), gold_figure(7)]}}}
    scores = evaluate(gold, [summary(figure(40, "40 sailors", who="military"))])
    text = to_json(scores)
    assert to_json(from_json(text)) == text
    assert json.loads(text)["rows"][1]["score"] == "figure value"
    with pytest.raises(InputError):
        from_json('{"rows": 3}')


def test_annotations_that_cannot_be_used_are_refused_by_name(tmp_path: Any):
    with pytest.raises(InputError, match="value"):
        evaluate({"articles": {"a.txt": {"figures": [{"who": "all"}]}}}, [])
    broken = tmp_path / "gold.json"
    broken.write_text("[1", encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.json"):
        load_gold(broken)
