"""What a brief opens with: a headline that names both sides, what happened, and the rest by weight."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from summarizer.documents import (
    Brief,
    BriefArticle,
    Event,
    Finding,
    Merged,
    Position,
    Provenance,
    SourcedEvidence,
    article_id,
    digest,
)
from summarizer.packs import load_pack
from summarizer.writing import write
from summarizer.writing.names import in_sentence, with_role
from summarizer.writing.sentences import _closed
from summarizer.writing.together import together

TEXT = (
    "The swap brought 40 sailors to each side. Arda got 40 sailors back. Boria got 40 sailors back."
    " Boria counted 44 sailors. The swap involved 70 people. Tarsk mediated. A landslide hit Tarsk."
    " It was on 5 May 2031. There were 12 dead."
)
NAME = article_id(TEXT)
PROVENANCE = Provenance(model="none", strategy="words", prompt="p", schema="s")


def held(words: str, value: Any, *origins: str, detail: str = "") -> Position:
    start = TEXT.index(words)
    evidence = SourcedEvidence.model_validate(
        {"article": NAME, "quote": words, "start": start, "end": start + len(words)},
        context={"texts": {NAME: TEXT}},
    )
    return Position(
        value=value, detail=detail or str(value), origins=origins or ("Post", "Wire"),
        articles=(NAME,), evidence=(evidence,),
    )  # fmt: skip


def figure(name: str, direction: str, *positions: Position, **more: Any) -> Finding:
    labels = {"who": "military", "direction": direction, "occasion": "this"}
    status = "disputed" if len(positions) > 1 else "agreed"
    return Finding.model_validate(
        {"id": name, "field": "figures", "point": "soldiers", "status": status,
         "positions": positions, "labels": labels, **more}
    )  # fmt: skip


def told(*findings: Finding, pack: str = "exchange") -> Brief:
    article = BriefArticle(
        id=NAME, outlet="Post", title=None, url=None, published=None, path=None,
        digest=digest(TEXT), text=TEXT,
    )  # fmt: skip
    event = Event.model_validate({"id": "e", "title": "Swap", "date": None, "schema": pack})
    merged = Merged(event=event, articles=(article,), findings=findings)
    return asyncio.run(write(merged, load_pack(pack), None, provenance=PROVENANCE))


EACH = figure("each", "each", held("40 sailors to each", 40))
TO_ARDA = figure("a", "to:Arda", held("Arda got 40 sailors", 40))
TO_BORIA = figure("b", "to:Boria", held("Boria got 40 sailors", 40))
TORN = figure("b", "to:Boria", held("Boria got 40", 40, "Post"), held("counted 44", 44, "Wire"))


def test_a_headline_names_who_exchanged_as_many_each():
    assert told(EACH, TO_ARDA, TO_BORIA).headline == "Arda and Boria exchange 40 soldiers each"
    assert told(EACH).headline == "Each side receives 40 soldiers in exchange"


def test_a_headline_is_not_one_sides_alone_where_the_others_number_is_disputed():
    found = told(TO_ARDA, TORN).headline
    assert found == "40 soldiers handed over to Arda; accounts differ on number to Boria"


def test_what_single_voices_say_of_each_party_makes_the_headline_of_both():
    one = {"status": "single-origin"}
    every = EACH.model_copy(update={**one, "positions": (held("40 sailors to each", 40, "Post"),)})
    parts = [
        f.model_copy(update={**one, "under": "each", "positions": (held(words, 40, who),)})
        for f, words, who in ((TO_ARDA, "Arda got 40", "Guard"), (TO_BORIA, "Boria got 40", "Post"))
    ]
    brief = told(every, *parts)
    assert brief.headline == "Arda and Boria exchange 40 soldiers each, Post reported"
    assert not any("same for each side" in s.text for s in brief.summary)


def test_a_number_that_says_of_nobody_is_told_only_where_no_other_is():
    nobody = figure("n", "n/a", held("70 people", 70))
    assert not any("70" in s.text for s in told(TO_ARDA, nobody).summary)
    assert any("70" in s.text for s in told(nobody).summary)


def test_some_of_those_whom_several_count_are_no_sentence():
    some = TO_ARDA.model_copy(
        update={
            "id": "s", "status": "single-origin", "positions": (held("12 dead", 12, "Guard"),),
        }
    )  # fmt: skip
    assert not any("12" in s.text for s in told(TO_ARDA, some).summary)
    assert any("12" in s.text for s in told(some).summary)


def test_what_was_exchanged_comes_before_who_mediated():
    single = TO_ARDA.model_copy(
        update={"status": "single-origin", "positions": (held("Arda got 40 sailors", 40, "Guard"),)}
    )
    mediator = Finding(
        id="m", field="mediators", point="Who mediated: Tarsk", status="agreed",
        positions=(held("Tarsk mediated", "Tarsk"),),
    )  # fmt: skip
    brief = told(mediator, single)
    assert [s.text for s in brief.summary] == [
        "Guard said Arda received 40 soldiers.", "Tarsk mediated.",
    ]  # fmt: skip
    assert brief.headline == "40 soldiers handed over to Arda in exchange, Guard said"


def test_a_brief_says_what_happened_before_when():
    what = Finding(
        id="w", field="what", point="What happened: landslide", status="single-origin",
        positions=(held("A landslide hit", "landslide", "Post"),),
    )  # fmt: skip
    date = Finding(
        id="d", field="date", point="When it happened", status="agreed",
        positions=(held("on 5 May 2031", "2031-05-05", detail="on 5 May 2031"),),
    )  # fmt: skip
    brief = told(date, what, pack="event")
    assert [s.text for s in brief.summary] == [
        "Post reported that there was a landslide.", "It happened on 5 May 2031.",
    ]  # fmt: skip


def test_parties_are_called_in_points_as_the_sources_call_them():
    text = "The Houris got 40 sailors back, the Houris said. The Houris were glad."
    finding = TO_ARDA.model_copy(
        update={"labels": {**TO_ARDA.labels, "direction": "to:Houri"}, "point": "soldiers to Houri"}
    )
    name = article_id(text)
    start = text.index("40 sailors")
    evidence = SourcedEvidence.model_validate(
        {"article": name, "quote": "40 sailors", "start": start, "end": start + 10},
        context={"texts": {name: text}},
    )
    position = Position(
        value=40, detail="40", origins=("Post", "Wire"), articles=(name,), evidence=(evidence,)
    )
    article = BriefArticle(
        id=name, outlet="Post", title=None, url=None, published=None, path=None,
        digest=digest(text), text=text,
    )  # fmt: skip
    merged = Merged(
        event=Event.model_validate(
            {"id": "e", "title": "Swap", "date": None, "schema": "exchange"}
        ),
        articles=(article,),
        findings=(finding.model_copy(update={"positions": (position,)}),),
    )
    brief = asyncio.run(write(merged, load_pack("exchange"), None, provenance=PROVENANCE))
    assert brief.findings[0].point == "soldiers to the Houris"


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("of the watch group", "Ana Venn of the watch group"),
        ("Ardan president", "Ardan President Ana Venn"),
        ("Ardan foreign minister", "Ardan Foreign Minister Ana Venn"),
        ("Ardan envoy", "Ardan envoy Ana Venn"),
    ],
)
def test_offices_are_written_as_before_a_name(role: str, shown: str):
    assert with_role("Ana Venn", {"Ana Venn": role}, set()) == shown


def test_a_body_that_the_sources_name_without_an_article_has_none():
    assert in_sentence("civil defence", ["Rain fell. Civil defence raised its count."]) == (
        "civil defence"
    )


def test_a_place_is_told_once():
    clauses = ["the swap took place on Friday in Tarsk", "the swap took place in Tarsk"]
    assert together(clauses) == ["the swap took place on Friday in Tarsk"]


def test_what_a_count_puts_in_between_is_closed():
    counts = "23 people, including two women"
    assert _closed(f"{counts} were still held", counts) == f"{counts}, were still held"
    assert _closed("23 people were still held", "23 people") == "23 people were still held"
