"""The annotations that are shipped say only what stands in their articles."""

from __future__ import annotations

import html
import json
import re
from itertools import combinations
from pathlib import Path

import pytest

from summarizer.documents import Evidence, Figure
from summarizer.evaluation.figures import number_is_written
from summarizer.evaluation.gold import Gold, load_gold

ROOT = Path(__file__).parents[2]
DISJOINT = ("evaluation/tuning", "evaluation/tuning-second", "evaluation/tuning-third")
MIXED = (
    *DISJOINT,
    "evaluation/tuning-fourth",
    "evaluation/tuning-fifth",
    "evaluation/tuning-sixth",
    "evaluation/held-out",
)
EXCHANGES = ("evaluation/tuning-seventh", "evaluation/tuning-eighth")  # of nothing else
SETS = (*MIXED, *EXCHANGES)
FOLDERS = ("examples", *SETS)
APPROX = {"exact", "about", "almost", "more_than", "less_than"}
WHO = {"military", "civilians", "women", "men", "children", "bodies", "all", "other"}
OUTCOMES = {
    "killed", "injured", "missing", "arrested", "displaced", "rescued", "attending", "affected",
    "other",
}  # fmt: skip
# numbers in words that a reader of numbers may well miss: they are there to be missed
HARD = re.compile(r"\bhundred and \w+ or so\b|\band a half thousand\b")
OCCASIONS = {"this", "planned", "earlier", "remaining", "other"}


def words_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "", text)) if path.suffix == ".html" else text


@pytest.fixture(params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Path:
    return ROOT / str(request.param)


@pytest.fixture
def gold(folder: Path) -> Gold:
    return load_gold(folder / "gold.json")


def test_every_annotated_string_stands_verbatim_in_its_article(folder: Path, gold: Gold):
    for name, article in gold.articles.items():
        text = words_of(folder / name)
        quotes = [f.quote for f in article.figures or ()]
        quotes += [article.date_quote or "", *(article.loaded or ()), *(article.boilerplate or ())]
        absent = [q for q in quotes if q not in text]
        assert not absent, f"{name}: {absent}"
        assert all(f.quote for f in article.figures or ()), name


def test_every_annotated_number_is_written_in_its_quote(folder: Path, gold: Gold):
    for name, article in gold.articles.items():
        text = words_of(folder / name)
        for annotated in article.figures or ():
            if not annotated.optional:
                start = text.index(annotated.quote)
                evidence = Evidence.at(text, start, start + len(annotated.quote))
                figure = Figure(value=annotated.value, high=annotated.high, evidence=(evidence,))
                known = number_is_written(figure) or HARD.search(annotated.quote)
                assert known, f"{name}: {annotated.value} {annotated.quote!r}"


def test_every_article_is_annotated_and_in_one_event(folder: Path, gold: Gold):
    on_disk = {p.name for p in folder.iterdir() if p.name != "gold.json"}
    assert set(gold.articles) == on_disk
    grouped = [name for event in gold.events or () for name in event]
    assert sorted(grouped) == sorted(gold.articles)
    for event in gold.events or ():
        assert len({gold.articles[name].event for name in event}) == 1


def test_labels_are_the_contracts_words(gold: Gold):
    for name, article in gold.articles.items():
        for figure in article.figures or ():
            where = f"{name}: {figure.quote}"
            assert figure.approx in APPROX, where
            assert not figure.has("occasion") or figure.occasion in OCCASIONS, where
            if (article.pack or gold.pack) == "event":
                assert figure.outcome in OUTCOMES, where
            else:
                assert not figure.has("who") or figure.who in WHO, where
                direction = figure.direction if figure.has("direction") else "n/a"
                assert re.fullmatch(r"to:\S.*|each|total|n/a", direction or ""), where
            assert figure.high is None or figure.high > figure.value, where


def test_front_matter_says_what_the_annotations_say(folder: Path, gold: Gold):
    for name, article in gold.articles.items():
        text = (folder / name).read_text(encoding="utf-8")
        if text.startswith("---\n"):
            assert f"outlet: {article.source}\n" in text
            assert f"published: {article.published}\n" in text


def test_disputes_name_events_that_are_annotated(gold: Gold):
    events = {article.event for article in gold.articles.values()}
    assert {d.event for d in gold.disputes or ()} <= events
    assert all(len(d.values) > 1 for d in gold.disputes or ())


@pytest.mark.parametrize(("one", "other"), list(combinations(SETS, 2)))
def test_the_sets_share_no_event_and_no_long_run_of_words(one: str, other: str):
    events, parties, runs = [], [], []
    for folder in (ROOT / one, ROOT / other):
        articles = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["articles"]
        figures = [f for a in articles.values() for f in a["figures"]]
        events.append({a["event"] for a in articles.values()})
        parties.append({d for f in figures if (d := f.get("direction", "")).startswith("to:")})
        # nearer to the wires' own register, these share their stock phrases
        length = 12 if {one, other} & set(EXCHANGES) else 8
        runs.append({run for name in articles for run in _runs(words_of(folder / name), length)})
    assert parties[0]
    assert not events[0] & events[1]
    if {one, other} <= set(DISJOINT):
        assert not parties[0] & parties[1]
    assert not runs[0] & runs[1]


def test_each_set_has_a_series_and_events_of_another_kind():
    for name in MIXED:
        gold = load_gold(ROOT / name / "gold.json")
        assert len(gold.articles) >= 8
        assert {"exchange", "event"} <= {a.pack for a in gold.articles.values()}
        assert any(len(event) > 1 for event in gold.events or ())


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    # "the International Committee of the Red Cross" is seven words that every report may hold
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}
