"""Lists as an editor would make them: a heading once, a speaker's words together, nothing cryptic."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from summarizer.documents import Brief, BriefArticle, Finding, Position, SourcedEvidence
from summarizer.publishing import to_html, to_markdown
from summarizer.publishing.lists import entries
from summarizer.publishing.words import deadlocks, happened, heading, words_with

ARTICLES = {
    "p": BriefArticle(id="p", outlet="Post", title=None, url=None, published=None, path=None, digest="d"),
    "u": BriefArticle(id="u", outlet=None, title=None, url=None, published=None, path="u.txt", digest="d"),
}  # fmt: skip


def held(
    value: Any, *origins: str, detail: str = "", verb: str | None = None, **more: Any
) -> Position:
    quotes = more.pop("quotes", ("words",))
    evidence = tuple(
        SourcedEvidence.model_construct(article="p", quote=q, start=0, end=len(q)) for q in quotes
    )
    return Position.model_construct(
        value=value, high=None, bound=None, detail=detail or str(value), verb=verb, roles={},
        counted=None, origins=origins or ("Post",), articles=more.pop("articles", ("p",)),
        evidence=evidence,
    )  # fmt: skip


def found(name: str, point: str, *positions: Position, **more: Any) -> Finding:
    made = {"field": "x", "status": "single-origin", "difference": None, "labels": {}, "reason": ""}
    return Finding.model_construct(
        id=name, point=point, positions=positions, **{**made, "under": None, **more}
    )


def test_findings_of_one_heading_stand_under_it_once():
    both = [
        found("a", "Who mediated: Arda", held("Arda", "diplomats")),
        found("b", "Who mediated: Boria", held("Boria")),
    ]
    (entry,) = entries(both, ARTICLES)
    assert entry.head == "Who mediated"
    assert [(line.value, line.owners) for line in entry.lines] == [
        ("Arda", "Diplomats"), ("Boria", "Post"),
    ]  # fmt: skip


def test_numbers_of_one_heading_are_told_apart_by_the_words():
    both = [
        found("a", "soldiers to Arda (14)", held(14, quotes=("Fourteen", "14 gunners came"))),
        found("b", "soldiers to Arda (17)", held(17, quotes=("17 cooks came",))),
    ]
    (entry,) = entries(both, ARTICLES)
    assert [line.words for line in entry.lines] == ["14 gunners came", "17 cooks came"]
    (alone,) = entries(both[:1], ARTICLES)
    assert not alone.lines[0].words


def test_a_sentence_that_gives_several_numbers_is_shown_once():
    words = ("Of 17 gunners 14 were ill and 3 well",)
    rows = [found(str(n), f"soldiers to Arda ({n})", held(n, quotes=words)) for n in (3, 14, 17)]
    (entry,) = entries(rows, ARTICLES)
    assert [(line.value, line.words) for line in entry.lines] == [("3, 14 and 17", words[0])]


def test_a_disputed_statement_too_long_for_a_heading_is_headed_by_its_speaker():
    said = held("x", "Ana", detail="Fog fell and rose again", verb="said")
    doubt = held("false", detail="calls it “false”")
    torn = found("a", "Ana: Fog fell …", said, doubt, status="disputed")
    assert heading(torn) == "What Ana said"


def test_a_number_of_nobody_in_particular_is_shown_with_its_words():
    labels = {"who": "all", "occasion": "other"}
    (entry,) = entries(
        [found("a", "people (9)", held(9, quotes=("9 guards",)), labels=labels)], ARTICLES
    )
    assert entry.lines[0].words == "9 guards"


def test_what_is_said_of_each_party_stands_under_what_is_said_of_all():
    rows = [
        found("b", "soldiers to Arda", held(40, "Guard"), under="a"),
        found("a", "soldiers each side received", held(40)),
        found("c", "sailors to Arda", held(7), under="gone"),
    ]
    first, second = entries(rows, ARTICLES)
    assert (first.head, [(p.value, p.owners) for p in first.parts]) == (
        "Soldiers each side received", [("Soldiers to Arda", "Guard")],
    )  # fmt: skip
    assert second.head == "Sailors to Arda"


def test_a_speakers_statements_stand_together_each_once():
    thanked = "as reported: “Ana thanked all”"
    rows = [
        found("a", "Ana: We stay", held("We stay.", "Ana", detail="“We stay.”", verb="says")),
        found("b", "Ana: fog fell", held("fog fell", "Ana", detail="Fog fell", verb="stressed")),
        found("c", "Ana thanked all", held("x", "Ana", detail=thanked, verb="thanked")),
        found("d", "Ana thanked", held("y", "Ana", detail=thanked, articles=("p", "u"))),
    ]  # fmt: skip
    (entry,) = entries(rows, ARTICLES)
    assert entry.head == "Ana"
    assert [(line.lead, line.value) for line in entry.lines] == [
        ("said", "“We stay”"), ("said", "Fog fell"), ("in the words of Post", "“Ana thanked all”"),
    ]  # fmt: skip
    assert entry.lines[-1].articles == ("p", "u")


def test_an_outlet_without_a_name_is_called_so():
    said = held("x", "Ana", detail="as reported: “Ana thanked all”", articles=("u",))
    (entry,) = entries([found("a", "Ana thanked all", said)], ARTICLES)
    assert entry.lines[0].lead == "in the words of an unnamed outlet"


def test_what_happened_is_no_statement():
    finding = found("a", "What happened: fire", held("fire", "Post"), field="what")
    assert heading(finding) == "What happened"


def test_a_heading_does_not_repeat_the_values_below_it():
    both = found(
        "a", "people still held (at least 20 and 23)", held(20, detail="at least 20"), held(23)
    )
    assert heading(both) == "People still held"


def test_the_words_shown_for_a_position_hold_its_value():
    assert words_with(held("x", detail="on Friday", quotes=("short", "It was on Friday"))) == (
        "It was on Friday"
    )


@pytest.mark.parametrize(
    ("point", "positions", "told"),
    [
        (
            "When",
            (held("2031-05-23", detail="Friday, May 23, 2031"), held("2031-05-23", detail="on Friday"),
             held("on Friday", detail="on Friday"), held("March 23", detail="March 23")),
            "When: Friday, May 23, 2031 or March 23. These sources do not settle it.",
        ),
        (
            "Who mediated: Arda",
            (held("Arda"), held(None, "Ana", detail="denied")),
            "Who mediated: Arda; denied by Ana. These sources do not settle it.",
        ),
    ],
)  # fmt: skip
def test_what_is_open_is_said_once(point: str, positions: tuple[Position, ...], told: str):
    torn = found("a", point, *positions, status="disputed", difference="contradiction")
    brief = Brief.model_construct(
        event=None, articles=(), coverage=(), findings=(torn,)
    ).model_copy(update={"event": type("E", (), {"date": "2031"})()})
    assert [text for _, text in deadlocks(brief)] == [told]


@pytest.mark.parametrize(
    ("date", "disputed", "told"),
    [
        (None, False, "date not settled"),
        ("2031", True, "day in dispute"),
        ("2031-05", False, "May 2031"),
        ("2031-05-23", False, "23 May 2031"),
    ],
)
def test_the_line_of_the_event_says_what_is_settled(date: str | None, disputed: bool, told: str):
    status = "disputed" if disputed else "agreed"
    day = found("a", "When", held("2031-05-23"), status=status)
    brief = Brief.model_construct(findings=(day,), event=type("E", (), {"date": date})())
    assert happened(brief) == told


def test_a_date_in_the_title_is_not_said_again(plain: dict[str, Any]):
    plain["event"] |= {"title": "Swap, 23 May 2025", "date": "2025-05-23"}
    line = to_markdown(Brief.load(plain)).splitlines()[2]
    assert line.startswith("*Swap, 23 May 2025 · ")
    assert line.count("23 May 2025") == 1


def test_the_page_shows_the_parts_in_the_card_of_the_whole(plain: dict[str, Any]):
    whole = next(f for f in plain["findings"] if f["id"] == "f-each")
    part = {**whole, "id": "f-part", "point": "people to Kelvany", "under": "f-each", "labels": {}}
    plain["findings"].append(part)
    plain["coverage"] += [
        {**row, "finding": "f-part"} for row in plain["coverage"] if row["finding"] == "f-each"
    ]
    root = html.document_fromstring(to_html(Brief.load(plain)))
    (under,) = root.find_class("under")
    assert "People to Kelvany" in under.text_content()
    assert under.xpath("ancestor::li[contains(@class, 'finding')]")
    titles = [t.text_content() for t in root.find_class("finding-title")]
    assert not any("People to Kelvany" in t for t in titles)


def test_the_reason_of_a_wording_row_opens_with_a_capital(plain: dict[str, Any]):
    plain["wording"][0]["reason"] = "who they are is for the sources to say."
    assert ". Who they are is for" in to_markdown(Brief.load(plain))
    assert ">Who they are is for" in to_html(Brief.load(plain))
