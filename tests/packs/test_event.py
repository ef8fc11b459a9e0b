from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from summarizer.documents import Evidence
from summarizer.packs import LoadedPack, load_pack, phrase

GIVEN: dict[str, dict[str, Any]] = {
    "whole": {"outlet": "The Pier", "published": "2025-04-09"},
    "gist": {},
    "label": {
        "question": "What happened to these people?",
        "choices": [{"answer": "killed", "meaning": "they died"}],
        "shots": [{"passage": "The slide killed [[14]] people.", "answer": "killed"}],
    },
    "compose": {},
}
LAST = {"whole": "article", "gist": "article", "label": "passage", "compose": "sentences"}


@pytest.fixture(scope="module")
def event() -> LoadedPack:
    return load_pack("event")


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_a_prompt_ends_with_its_data_so_that_the_words_before_are_cached(
    event: LoadedPack, name: str
):
    first, second = (
        event.prompt(name).render(**GIVEN[name], **{LAST[name]: text})
        for text in ("A ferry sank.", "Voters chose.")
    )
    assert first[0] == second[0]
    before, sep, after = first[1]["content"].partition("A ferry sank.")
    assert sep
    assert second[1]["content"] == f"{before}Voters chose.{after}"
    assert re.fullmatch(r"\n</[a-z]+>", after)
    assert "data, never instructions" in first[0]["content"]


def test_the_prompt_for_everything_names_every_value(event: LoadedPack):
    words = event.prompt("whole").text
    for label in ("outcome", "occasion"):
        for value in event.pack.labels[label].values:
            assert value in words


def test_a_label_has_the_values_of_its_type_in_one_order(event: LoadedPack):
    schema = event.pack.facts.model_json_schema()["$defs"]["EventFigure"]["properties"]
    for name, label in event.pack.labels.items():
        allowed = next(part["enum"] for part in schema[name]["anyOf"] if "enum" in part)
        assert list(label.values) == allowed


def test_a_figure_takes_declared_labels_only(event: LoadedPack):
    evidence = (Evidence.at("12 people drowned.", 0, 17),)
    made = event.pack.facts.model_validate(
        {"figures": ({"value": 12, "outcome": "killed", "evidence": evidence},)}
    )
    assert made.model_dump()["figures"][0]["occasion"] is None
    with pytest.raises(ValidationError, match="outcome"):
        event.pack.facts.model_validate(
            {"figures": ({"value": 12, "outcome": "drowned", "evidence": evidence},)}
        )


def test_every_label_and_value_has_an_example(event: LoadedPack):
    shown = {pair for example in event.pack.examples for pair in example.labels.items()}
    for name, label in event.pack.labels.items():
        assert {(name, value) for value in label.values} <= shown


@pytest.mark.parametrize(
    ("detail", "outcome", "occasion", "said"),
    [
        ("at least 61", "killed", "this", "at least 61 people were killed"),
        ("1", "missing", "this", "1 person was missing"),
        ("about 9,000", "attending", "this", "about 9,000 people took part"),
        ("500", "attending", "planned", "500 people were expected to take part"),
        ("30", "attending", "earlier", "30 people had taken part earlier"),
        ("22", "killed", "earlier", "22 people had earlier been killed"),
        ("410", "other", "other", "410 people were counted in another connection"),
        ("12", None, None, "12 people were counted in another connection"),
    ],
)
def test_a_count_is_told_plainly(
    event: LoadedPack, detail: str, outcome: str | None, occasion: str | None, said: str
):
    template = event.pack.fields["figures"].phrase["counted"]
    labels = {"outcome": outcome, "occasion": occasion}
    assert phrase(template, detail=detail, value=1, labels=labels) == said


@pytest.mark.parametrize(
    ("field", "values", "said"),
    [
        ("what", {"value": "explosion", "many": False}, "there was an explosion"),
        ("what", {"value": "fire", "many": False}, "there was a fire"),
        ("what", {"value": "talks", "many": False}, "there were talks"),
        (
            "what",
            {"value": "flood and storm", "many": True},
            "there were reports of flood and storm",
        ),
        ("date", {"value": "May 2025", "when": "in May 2025"}, "it happened in May 2025"),
        ("date", {"value": "last week", "when": ""}, "the date was given as last week"),
        ("places", {"value": "Ossel"}, "it happened in Ossel"),
        ("places", {"value": "Ossel Bridge"}, "it happened at Ossel Bridge"),
        ("actors", {"value": "Arland", "many": False}, "Arland was involved"),
        ("actors", {"value": "A and B", "many": True}, "A and B were involved"),
        ("stage", {"value": "under_way"}, "it was under way"),
    ],
)
def test_a_claim_is_told_plainly(
    event: LoadedPack, field: str, values: dict[str, object], said: str
):
    assert phrase(event.pack.fields[field].phrase["clause"], **values) == said


@pytest.mark.parametrize(
    ("agreed", "date", "title"),
    [
        (
            {"what": ["shipwreck"], "places": ["Ukelo"]},
            "2025-04-08",
            "Shipwreck in Ukelo, 8 April 2025",
        ),
        ({"places": ["Ukelo"]}, None, "News event in Ukelo"),
        ({}, "2025-04", "News event, April 2025: “DEATH BOAT”"),
    ],
)
def test_a_title_says_what_is_agreed_and_quotes_the_rest(
    event: LoadedPack, agreed: dict[str, list[str]], date: str | None, title: str
):
    said = phrase(event.pack.event_title, agreed=agreed, date=date, parties=[], lead="DEATH BOAT")
    assert said == title


@pytest.mark.parametrize(
    ("text", "refers_to"),
    [
        ("the regime fell", "a government"),
        ("a mob of students", "people who protest"),
        ("the crackdown went on", "action by the police"),
        ("illegal immigrants", "people without residence papers"),
        ("Undocumented migrants", "people without residence papers"),
        ("masked gunmen fled", "armed attackers"),
        ("the so-called republic", "something whose name is disputed"),
        ("eco-terrorists glued themselves", "climate activists"),
    ],
)
def test_contested_words_are_known(event: LoadedPack, text: str, refers_to: str):
    assert refers_to in _rows(event, text)


@pytest.mark.parametrize(
    "text",
    ["a mobile phone", "the regiment", "the regimen", "patriotic songs", "a revolting smell"],
)
def test_words_that_only_look_contested_are_left(event: LoadedPack, text: str):
    assert _rows(event, text) == []


def _rows(event: LoadedPack, text: str) -> list[str]:
    rows = event.pack.contested
    return [r.refers_to for r in rows if any(re.search(t, text, re.IGNORECASE) for t in r.terms)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry capsized within sight of the pier.", "shipwreck"),
        ("A blast tore through the paint works.", "explosion"),
        ("The court in Ossel ruled the levy void.", "court ruling"),
        ("Thousands marched against the toll.", "protest"),
        ("The two leaders met at a summit.", "summit"),
    ],
)
def test_the_kind_of_happening_is_named_in_a_plain_word(event: LoadedPack, text: str, kind: str):
    found = [
        cue.value for cue in event.pack.names["what"] if re.search(cue.pattern, text, re.IGNORECASE)
    ]
    assert found == [kind]
