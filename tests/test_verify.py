"""A sound brief passes; each planted fault is named, and nothing malformed is a crash."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.documents import Article, article_id, digest
from summarizer.verify import verify

GAZETTE = (
    "Arland and Beloria each released 270 sailors on Friday in Port Mara. "
    "The Arland Ministry said 12 ships took part. “We kept every promise,” said Ilsa Venn."
)
COURIER = (
    "On May 23, 2025 each side released 270 sailors. Some 14 ships took part, the Courier has "
    "learned. They call it a handover."
)
WIRE = GAZETTE + " More follows."
TEXTS = {article_id(t): t for t in (GAZETTE, COURIER, WIRE)}
G, C, W = TEXTS
NAMES = {G: "The Gazette", C: "The Courier", W: "Harbour Wire"}

Json = dict[str, Any]
Plant = Callable[[Json], None]


def place(article: str, quote: str) -> Json:
    start = TEXTS[article].index(quote)
    return {"article": article, "quote": quote, "start": start, "end": start + len(quote)}


def position(value: object, origins: list[str], *places: Json, **more: object) -> Json:
    articles = list(dict.fromkeys(p["article"] for p in places))
    return {"value": value, "origins": origins, "articles": articles, "evidence": [*places], **more}


def finding(name: str, status: str, *positions: Json) -> Json:
    return {"id": name, "field": "f", "point": "p", "status": status, "positions": [*positions]}


def sentence(text: str, *findings: Json) -> Json:
    spots = [e for f in findings for p in f["positions"] for e in p["evidence"]]
    cited = [{k: e[k] for k in ("article", "start", "end")} for e in spots]
    return {"text": text, "findings": [f["id"] for f in findings], "citations": cited}


def sound() -> Json:
    """A brief in which everything holds."""
    crews = finding(
        "crews",
        "agreed",
        position(
            270,
            ["The Gazette", "The Courier"],
            place(G, "each released 270 sailors"),
            place(C, "each side released 270 sailors"),
            detail="270",
        ),
    )
    day = finding(
        "day",
        "agreed",
        position(
            "2025-05-23",
            ["The Gazette", "The Courier"],
            place(G, "on Friday"),
            place(C, "On May 23, 2025"),
        ),
    )
    ships = finding(
        "ships",
        "disputed",
        position(12, ["Arland Ministry"], place(G, "The Arland Ministry said 12 ships")),
        position(14, ["The Courier"], place(C, "Some 14 ships"), bound="about", detail="about 14"),
    )
    promise = finding(
        "promise",
        "single-origin",
        position("We kept every promise", ["Ilsa Venn"], place(G, "“We kept every promise,”")),
    )
    findings = [crews, day, ships, promise]
    brief = {
        "event": {"id": "e", "title": "Crews released", "date": "2025-05-23", "schema": "sea"},
        "articles": [
            {
                "id": key,
                "outlet": NAMES[key],
                "duplicate_of": G if key == W else None,
                "digest": digest(text),
                "text": text,
            }
            for key, text in TEXTS.items()
        ],
        "headline": "270 sailors released on each side",
        "summary": [
            sentence("Each side released 270 sailors.", crews),
            sentence("It took place on May 23, 2025.", day),
            sentence("The Arland Ministry said 12 ships; The Courier reported about 14.", ships),
            sentence("Ilsa Venn said: “We kept every promise.”", promise),
        ],
        "findings": findings,
        "wording": [
            {
                "refers_to": "the release",
                "used": "release",
                "terms": [
                    {"term": "handover", "articles": [C], "evidence": [place(C, "a handover")]}
                ],
            }
        ],
        "coverage": [
            {"finding": "ships", "article": G, "stance": "states"},
            {"finding": "promise", "article": C, "stance": "silent"},
        ],
        "reconciliations": [{"text": "2 × 270 = 540", "findings": ["crews"]}],
    }
    return copy.deepcopy(brief)


def without_texts() -> Json:
    brief = sound()
    for article in brief["articles"]:
        article["text"] = None
    return brief


def articles() -> list[Article]:
    return [Article(id=key, text=text) for key, text in TEXTS.items()]


def test_a_sound_brief_passes() -> None:
    report = verify(sound())
    assert report.failures == ()
    assert report.unchecked == ()
    assert report.checked["evidence"] == 8
    assert report.checked["sentences"] == 4


def _at(brief: Json, path: str) -> tuple[Any, Any]:
    """The container and the key that a dotted path leads to."""
    keys = [int(k) if k.isdigit() else k for k in path.split(".")]
    node: Any = brief
    for key in keys[:-1]:
        node = node[key]
    return node, keys[-1]


def _set(path: str, value: object) -> Plant:
    def plant(brief: Json) -> None:
        node, key = _at(brief, path)
        node[key] = value

    return plant


def _drop(path: str) -> Plant:
    def plant(brief: Json) -> None:
        node, key = _at(brief, path)
        del node[key]

    return plant


def _shift(path: str) -> Plant:
    def plant(brief: Json) -> None:
        node, key = _at(brief, path)
        node[key]["start"] += 1
        node[key]["end"] += 1

    return plant


def _agreed_on_a_copy(brief: Json) -> None:
    copied = position(
        12, ["Harbour Wire", "The Gazette"], place(W, "12 ships"), place(G, "12 ships")
    )
    brief["findings"].append(finding("copied", "agreed", copied))


def _quote_from_another(brief: Json) -> None:
    brief["findings"][3]["positions"][0]["evidence"][0]["article"] = C
    brief["findings"][3]["positions"][0]["articles"] = [C]


FAULTS: dict[str, tuple[Plant, str, str]] = {
    "shifted offset": (_shift("findings.0.positions.0.evidence.0"), "evidence[0]", "not those at"),
    "offsets too wide": (_set("findings.0.positions.0.evidence.0.end", 99), "evidence[0]", "fit"),
    "digit in a sentence": (
        _set("summary.0.text", "Each side released 271 sailors."),
        "summary[0].text",
        "271",
    ),
    "number in words in a sentence": (
        _set("summary.0.text", "Each side released two hundred sailors."),
        "summary[0]",
        "two hundred",
    ),
    "digit in a position": (
        _set("findings.0.positions.0.value", 271),
        "findings[0].positions[0].value",
        "not in",
    ),
    "digit in a detail": (
        _set("findings.2.positions.1.detail", "about 15"),
        "positions[1].detail",
        "15",
    ),
    "digit in a date": (
        _set("findings.1.positions.0.value", "2025-05-24"),
        "findings[1].positions[0].value",
        "day",
    ),
    "year of a date": (
        _set("findings.1.positions.0.value", "2024-05-23"),
        "findings[1].positions[0].value",
        "year",
    ),
    "digit in a quote": (
        _set("findings.0.positions.0.evidence.1.quote", "each side released 271 sailors"),
        "evidence[1]",
        "not those",
    ),
    "digit in the headline": (_set("headline", "271 sailors released"), "headline", "271"),
    "quote from another article": (_quote_from_another, "findings[3]", "nowhere else"),
    "sentence without citation": (_set("summary.0.citations", []), "summary[0]", "cites nothing"),
    "agreed on one origin": (
        _set("findings.0.positions.0.origins", ["The Gazette"]),
        "findings[0].status",
        "1 independent",
    ),
    "agreed on one origin written twice": (
        _set("findings.0.positions.0.origins", ["The Gazette", "gazette"]),
        "findings[0].status",
        "independent",
    ),
    "agreed on a copy": (_agreed_on_a_copy, "findings[4].status", "independent"),
    "single-origin with two": (
        _set("findings.3.positions.0.origins", ["Ilsa Venn", "The Courier"]),
        "findings[3].status",
        "2",
    ),
    "disputed with one position": (
        _drop("findings.2.positions.1"),
        "findings[2].status",
        "disputed",
    ),
    "unknown status": (_set("findings.2.status", "certain"), "findings[2].status", "no status"),
    "unknown difference": (_set("findings.2.difference", "mood"), "findings[2].difference", "mood"),
    "citation of a missing article": (
        _set("summary.0.citations.0.article", "a0"),
        "summary[0].citations[0]",
        "not there",
    ),
    "citation beside the evidence": (
        _shift("summary.0.citations.0"),
        "summary[0].citations[0]",
        "no evidence",
    ),
    "evidence in a missing article": (
        _set("findings.0.positions.0.evidence.0.article", "a0"),
        "findings[0]",
        "not there",
    ),
    "tampered text": (
        _set("articles.0.text", GAZETTE.replace("270", "370")),
        "articles[0].digest",
        "changed",
    ),
    "tampered digest": (_set("articles.0.digest", "0" * 64), "articles[0].digest", "changed"),
    "a position without an owner": (
        _set("findings.2.positions.0.origins", []),
        "positions[0].origins",
        "empty",
    ),
    "a dispute without its owner in the sentence": (
        _set("summary.2.text", "The Courier reported about 14 ships, others 12."),
        "summary[2].text",
        "disputed",
    ),
    "a single-origin claim in the brief's own voice": (
        _set("summary.3.text", "Every promise was kept."),
        "summary[3].text",
        "single-origin",
    ),
    "a finding that is not there": (
        _set("summary.0.findings", ["crews", "none"]),
        "summary[0].findings",
        "'none'",
    ),
    "a finding named but not cited": (
        _set("summary.0.findings", ["crews", "day"]),
        "summary[0]",
        "not cite",
    ),
    "states without evidence": (
        _set("coverage.1.stance", "states"),
        "coverage[1]",
        "without evidence",
    ),
    "silent with evidence": (_set("coverage.0.stance", "silent"), "coverage[0]", "silent"),
    "coverage of nothing": (_set("coverage.0.finding", "none"), "coverage[0]", "not there"),
    "a copy of nothing": (_set("articles.2.duplicate_of", "a0"), "articles", "copy"),
    "the same id twice": (_set("findings.1.id", "crews"), "findings[1].id", "another"),
    "a term that is not there": (
        _set("wording.0.terms.0.term", "surrender"),
        "wording[0].terms[0]",
        "not in its evidence",
    ),
    "a sum that does not add up": (
        _set("reconciliations.0.text", "2 × 270 = 550"),
        "reconciliations[0]",
        "add up",
    ),
    "a loaded word": (
        _set("summary.0.text", "Each regime released 270 sailors."),
        "summary[0].text",
        "regime",
    ),
    "a contested term": (
        _set("summary.0.text", "In a handover each side released 270 sailors."),
        "summary[0].text",
        "handover",
    ),
    "a loaded headline": (_set("headline", "Heroic sailors released"), "headline", "Heroic"),
    "words never said between marks": (
        _set("summary.3.text", "Ilsa Venn said: “We broke every promise.”"),
        "summary[3].text",
        "marks",
    ),
    "no headline": (_set("headline", ""), "headline", "no text"),
    "no sentences": (_set("summary", []), "summary", "no sentences"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named(name: str) -> None:
    plant, where, what = FAULTS[name]
    brief = sound()
    plant(brief)
    report = verify(brief)
    assert not report.passed
    assert any(where in f.where and what in f.what for f in report.failures), report.failures


def test_a_copy_counts_beside_a_speaker_but_not_beside_its_original() -> None:
    brief = sound()
    held = position(
        12, ["Harbour Wire", "Arland Ministry"], place(W, "The Arland Ministry said 12")
    )
    brief["findings"].append(finding("two", "agreed", held))
    assert verify(brief).passed


def test_a_loaded_word_between_marks_is_its_speakers() -> None:
    brief = sound()
    held = position("handover", ["The Courier"], place(C, "They call it a handover"))
    brief["findings"].append(finding("call", "single-origin", held))
    brief["summary"].append(sentence("The Courier called it “a handover”.", brief["findings"][-1]))
    assert verify(brief).failures == ()


def test_a_government_and_its_ministry_are_no_two_origins() -> None:
    brief = sound()
    held = position(12, ["Arland", "Arland Ministry"], place(W, "The Arland Ministry said 12"))
    brief["findings"].append(finding("two", "agreed", held))
    assert "1 independent origin" in verify(brief).failures[0].what
    brief["findings"][-1]["status"] = "single-origin"
    assert verify(brief).passed


def test_a_number_in_an_owners_name_is_no_number_of_the_sentence() -> None:
    brief = sound()
    alone = finding(
        "l", "single-origin", position("quiet", ["two keepers"], place(W, "More follows"))
    )
    brief["findings"].append(alone)
    brief["summary"].append(sentence("Two keepers said it was quiet.", alone))
    assert verify(brief).failures == ()
    brief["summary"][-1] = sentence("Two keepers said it was quiet at two ports.", alone)
    assert "number two" in verify(brief).failures[0].what


def test_without_texts_the_rest_is_checked_and_the_gap_is_said() -> None:
    report = verify(without_texts())
    assert report.passed
    assert len(report.unchecked) == 3
    changed = without_texts()
    changed["findings"][0]["positions"][0]["evidence"][0]["quote"] = "each released 271 sailors"
    assert not verify(changed).passed


def test_given_articles_are_matched_by_digest() -> None:
    report = verify(without_texts(), articles())
    assert report.passed
    assert report.unchecked == ()
    shifted = without_texts()
    _shift("findings.0.positions.0.evidence.0")(shifted)
    _shift("summary.0.citations.0")(shifted)
    assert verify(shifted).passed
    assert "evidence[0]" in verify(shifted, articles()).failures[0].where


def test_a_changed_article_is_not_taken_for_the_one_in_the_brief() -> None:
    other = Article(id="x", path="other.txt", text="Something else.")
    report = verify(without_texts(), [*articles()[:2], other])
    assert report.passed
    assert [u.split(":")[0] for u in report.unchecked] == [W, "other.txt"]


def summary() -> Json:
    return {
        "article": {"id": G, "text": GAZETTE},
        "gist": [{"text": "270 sailors.", "evidence": [_own("each released 270 sailors")]}],
        "facts": {
            "figures": [{"value": 270, "evidence": [_own("each released 270 sailors")]}],
            "date": {"value": "2025-05-23", "evidence": [_own("on Friday")]},
            "places": [],
        },
    }


def _own(quote: str) -> Json:
    return {k: v for k, v in place(G, quote).items() if k != "article"}


def test_summaries_of_articles_are_checked() -> None:
    report = verify([summary(), summary()])
    assert report.failures == ()
    assert report.checked["claims"] == 4


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("facts.figures.0.value", 271, "[0].facts.figures[0].value"),
        ("facts.figures.0.evidence.0.start", 1, "[0].facts.figures[0].evidence[0]"),
        ("facts.date.evidence", [], "[0].facts.date.evidence"),
        ("gist.0.text", "272 sailors.", "[0].gist[0].text"),
        ("article.text", GAZETTE.replace("12", "13"), "[0].article.id"),
    ],
)
def test_a_fault_in_a_summary_is_named(path: str, value: object, where: str) -> None:
    document = summary()
    _set(path, value)(document)
    assert where in [f.where for f in verify([document]).failures]


nests = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["summary", "findings", "facts", "article", "articles", "text", "evidence"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(nests)
def test_any_json_is_described(document: object) -> None:
    assert not verify(document).passed


def _paths(node: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    rows = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in enumerate(node) if isinstance(node, list) else rows:
        found += _paths(value, (*path, key))
    return found


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(_paths(sound())), nests, st.booleans())
def test_a_brief_with_anything_anywhere_is_described(
    path: tuple[Any, ...], junk: object, summarised: bool
) -> None:
    brief = sound()
    node: Any = brief
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = junk
    report = verify([brief] if summarised else brief, articles())
    assert all(f.what for f in report.failures)


def test_half_characters_are_no_crash() -> None:
    brief = sound()
    brief["articles"][0]["text"] = json.loads('"\\ud800"')
    assert any("digest" in f.where for f in verify(brief).failures)
