"""The page in a real browser: by mouse, by keyboard, on a phone, on paper, without scripts."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from summarizer.documents import Brief
from summarizer.publishing import to_html, to_json

LIT = "[...document.querySelectorAll('.lit')].map(m => m.textContent).join('')"
SHOWN = "[...document.querySelectorAll('.source')].filter(s => !s.hidden).map(s => s.id)"
HOSTILE = (
    "</style></mark><script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"
    "<svg onload='window.hit = 3'> \u202ereversed 🙂"
)


@pytest.fixture
def page(brief: Brief, tmp_path: Path) -> Path:
    path = tmp_path / "brief.html"
    path.write_text(to_html(brief), encoding="utf-8", newline="")
    return path


def settle(browser: Any, expression: str, wanted: object) -> None:
    """Wait for something that scrolls or fades to come to rest."""
    end = time.monotonic() + 30
    while (got := browser.js(expression)) != wanted:
        assert time.monotonic() < end, f"{expression} is {got!r}, not {wanted!r}"
        time.sleep(0.05)


def test_it_loads_alone_and_without_complaint(browser: Any, page: Path):
    browser.open(page)
    assert browser.complaints() == []
    assert [url for url in browser.requests() if not url.startswith("data:")] == [page.as_uri()]
    assert browser.js("getComputedStyle(document.querySelector('.theme')).display") != "none"


def test_the_text_in_the_browser_is_the_text_of_the_article(browser: Any, page: Path, brief: Brief):
    browser.open(page)
    for number, article in enumerate(brief.articles, start=1):
        shown = browser.js(
            f"(b => {{ b = b.cloneNode(true); b.querySelectorAll('.back').forEach(s => s.remove());"
            " return [...b.querySelectorAll('p')].map(p => p.textContent).join('') })"
            f"(document.querySelector('#b1-a{number} .body'))"
        )
        assert shown == article.text


def test_a_sentence_opens_how_we_know_it_and_lights_the_words(browser: Any, page: Path):
    browser.open(page)
    browser.click("#b1-s4")
    assert browser.js("document.querySelector('#b1-s4-k').closest('details').open")
    shown = (
        "[...document.querySelectorAll('.know-summary[open] > ol > li')]"
        ".filter(l => l.offsetHeight).map(l => l.id)"
    )
    assert browser.js(shown) == ["b1-s4-k"]
    lit = browser.js(LIT)
    for words in ("The exchange took place on May 23", "on Friday, March 23"):
        assert words in lit
    assert browser.js(SHOWN) == ["b1-a1"]
    browser.press("Escape", 27)
    assert not browser.js("document.querySelector('#b1-s4-k').closest('details').open")
    assert browser.js("document.activeElement.className") == "how"
    assert browser.js(LIT) == ""


def test_a_quotation_opens_its_article_at_the_words(browser: Any, page: Path):
    browser.open(page)
    browser.click("#b1-f4-p2 .ev")
    assert browser.js(SHOWN) == ["b1-a3"]
    assert browser.js(LIT) == "about 250 intruders were released"
    inside = (
        "(m => { const r = m.getBoundingClientRect();"
        " const p = m.closest('.pane').getBoundingClientRect();"
        " return r.top >= p.top && r.bottom <= p.bottom })(document.querySelector('.lit'))"
    )
    settle(browser, inside, wanted=True)
    assert browser.js("location.hash").startswith("#b1-e")


def test_overlapping_evidence_is_lit_whole(browser: Any, page: Path):
    browser.open(page)
    browser.click("#b1-f5-p1 .proofs li:nth-child(2) .ev")
    assert browser.js(LIT) == "on 23 May"
    browser.click("#b1-f4-p1 .proofs li:nth-child(2) .ev")
    assert browser.js(LIT) == "270 seamen walked over the Tarn bridge"


def test_marked_words_lead_back_to_all_that_rests_on_them(browser: Any, page: Path):
    browser.open(page)
    browser.click("#b1-a1 .ev-mark")
    menu = browser.js("[...document.querySelectorAll('.menu a')].map(a => a.getAttribute('href'))")
    assert menu == ["#b1-f4", "#b1-s3"]
    assert browser.js("document.activeElement.closest('.menu') !== null")
    browser.press("Enter", 13)
    assert browser.js("document.activeElement.id") == "b1-f4"
    assert browser.js("document.querySelector('.menu')") is None
    browser.click("#b1-a1 .ev-mark")
    browser.press("Escape", 27)
    assert browser.js("document.querySelector('.menu')") is None
    assert browser.complaints() == []


def test_words_that_one_thing_rests_on_lead_straight_to_it(browser: Any, page: Path):
    browser.open(page)
    browser.js(
        "[...document.querySelectorAll('mark')]"
        ".find(m => m.textContent.startsWith('the first handover')).click()"
    )
    assert browser.js("document.activeElement.id") == "b1-f10"


def test_tabs_go_by_arrow_keys_and_say_what_they_are(browser: Any, page: Path):
    browser.open(page)
    browser.js("document.querySelector('[role=tab]').focus()")
    browser.press("ArrowRight", 39)
    assert browser.js(SHOWN) == ["b1-a2"]
    assert browser.js("document.activeElement.getAttribute('aria-selected')") == "true"
    browser.press("End", 35)
    assert browser.js(SHOWN) == ["b1-a5"]
    browser.press("ArrowRight", 39)
    assert browser.js(SHOWN) == ["b1-a1"]
    assert browser.js("document.querySelectorAll('[role=tab][tabindex=\"0\"]').length") == 1


def test_a_chart_shows_its_evidence_on_hover_focus_and_click(browser: Any, page: Path):
    browser.open(page)
    tip = "getComputedStyle(document.querySelectorAll('#b1-f6 .tip')[2]).display"
    assert browser.js(tip) == "none"
    browser.hover("#b1-f6 .lane:nth-child(3) .lane-link")
    assert browser.js(tip) == "block"
    browser.hover("#b1-h")
    assert browser.js(tip) == "none"
    browser.click("#b1-f6 .lane:nth-child(3) .lane-link")
    assert browser.js(LIT) == "At least 20 of those released needed treatment"
    browser.hover("#b1-h")
    assert browser.js(tip) == "block"


def test_everything_is_reached_by_the_tab_key_and_seen_when_it_is(browser: Any, page: Path):
    browser.open(page)
    browser.press("Tab", 9)
    assert browser.js("document.activeElement.className") == "skip"
    assert browser.js("document.activeElement.getBoundingClientRect().top >= 0")
    for _ in range(12):
        browser.press("Tab", 9)
        width = browser.js("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "2px", browser.js("document.activeElement.outerHTML")
    browser.js("document.querySelector('.how').focus()")
    browser.press("Enter", 13)
    assert browser.js("document.activeElement.id") == "b1-s1-k"


NAMELESS = """
[...document.querySelectorAll('a[href], button, summary, [role=region], section, nav, figure')]
  .filter(e => !(e.ariaLabel || e.getAttribute('aria-labelledby') || e.textContent.trim()))
  .map(e => e.outerHTML)
"""


def test_landmarks_labels_and_language_are_there(browser: Any, page: Path):
    browser.open(page)
    assert browser.js("document.documentElement.lang") == "en"
    assert browser.js("document.querySelectorAll('main').length") == 1
    assert browser.js(NAMELESS) == []
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    roles = {}
    for node in tree:
        if not node.get("ignored"):
            name = node.get("name", {}).get("value", "")
            roles.setdefault(node["role"]["value"], []).append(name)
    assert "How they word it" in roles["region"]
    assert len(roles["tab"]) == 5
    assert any("who holds what" in name for name in roles["table"])
    assert all(roles["link"])
    assert all(roles["button"])
    for role in ("banner", "main", "tablist", "tabpanel", "rowheader", "columnheader"):
        assert role in roles, role


def test_the_theme_follows_the_system_until_the_reader_chooses(browser: Any, page: Path):
    paper = "getComputedStyle(document.body).backgroundColor"
    browser.media(prefers_color_scheme="dark")
    browser.open(page)
    assert browser.js(paper) == "rgb(23, 22, 20)"
    browser.click(".theme")
    assert browser.js(paper) == "rgb(252, 251, 248)"
    browser.open(page)
    assert browser.js(paper) == "rgb(252, 251, 248)"
    browser.js("localStorage.clear()")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_nothing_sticks_out_at_any_width(browser: Any, page: Path, width: int):
    browser.open(page, width, 800)
    assert browser.js("document.documentElement.scrollWidth") <= width
    columns = browser.js(
        "document.querySelector('.articles').getBoundingClientRect().left"
        " > document.querySelector('.story').getBoundingClientRect().left + 100"
    )
    assert columns == (width >= 992)


def test_on_a_phone_a_quotation_goes_down_to_its_words_and_back(browser: Any, page: Path):
    browser.media(prefers_reduced_motion="reduce")
    browser.open(page, 390, 844)
    browser.click("#b1-f4-p2 .ev")
    seen = (
        "(r => r.top > 0 && r.bottom < innerHeight)"
        "(document.querySelector('.lit').getBoundingClientRect())"
    )
    settle(browser, seen, wanted=True)
    assert browser.js("document.querySelector('.to-brief').offsetHeight") > 0
    browser.click(".to-brief")
    back = seen.replace(".lit", "#b1-f4-p2 .ev")
    settle(browser, back, wanted=True)
    assert browser.js("document.activeElement.matches('#b1-f4-p2 .ev')")


def test_reduced_motion_is_honoured(browser: Any, page: Path):
    browser.media(prefers_reduced_motion="reduce")
    browser.open(page, fragment="#b1-f4")
    assert browser.js("document.querySelector('#b1-f4').classList.contains('flash')")
    assert browser.js("document.querySelector('#b1-f4').getAnimations().length") == 0


def test_a_link_into_an_article_opens_its_tab(browser: Any, page: Path):
    browser.open(page, fragment="#b1-a3")
    assert browser.js(SHOWN) == ["b1-a3"]


def test_without_scripts_everything_is_there_and_linked(browser: Any, page: Path):
    browser.scripts(on=False)
    browser.open(page, fragment="#b1-e1")
    # The browser is asked through the protocol: the page itself may run nothing.
    root = browser.call("DOM.getDocument", depth=-1)["root"]["nodeId"]
    sources = browser.call("DOM.querySelectorAll", nodeId=root, selector=".source")["nodeIds"]
    assert len(sources) == 5
    for node in sources:
        box = browser.call("DOM.getBoxModel", nodeId=node)["model"]
        assert box["height"] > 50
    hidden = browser.call("DOM.querySelector", nodeId=root, selector=".theme[hidden]")["nodeId"]
    assert hidden
    mark = browser.call("DOM.querySelector", nodeId=root, selector=".at:target + .ev-mark")[
        "nodeId"
    ]
    assert mark


def test_on_paper_all_is_open_and_the_articles_are_endnotes(browser: Any, page: Path):
    browser.open(page)
    assert browser.paper().startswith(b"%PDF")
    browser.media("print")
    visible = "(s => document.querySelector(s).getClientRects().length > 0)"
    assert browser.js(f"{visible}('.endnotes')")
    assert browser.js(f"{visible}('.digest > code')")
    assert not browser.js(f"{visible}('.articles')")
    assert not browser.js(f"{visible}('.theme')")
    notes = browser.js("document.querySelector('.endnotes').innerText")
    assert "about 250 intruders were released §4, S3" in notes


def test_hostile_words_run_nothing(browser: Any, plain: dict[str, Any], tmp_path: Path):
    first = plain["articles"][0]
    first["text"] += "\n\n" + HOSTILE
    start = first["text"].index(HOSTILE)
    proof = {"article": first["id"], "quote": HOSTILE, "start": start, "end": len(first["text"])}
    plain["findings"][0]["positions"][0]["evidence"].append(proof)
    first["outlet"] = first["title"] = plain["headline"] = plain["findings"][0]["point"] = HOSTILE
    path = tmp_path / "hostile.html"
    path.write_text(to_html(Brief.load(plain)), encoding="utf-8", newline="")
    browser.open(path)
    browser.click("#b1-f1 .know summary")
    browser.js(
        "[...document.querySelectorAll('#b1-f1 .ev')]"
        ".find(a => a.textContent.includes('onerror')).click()"
    )
    assert browser.js(LIT) == HOSTILE
    assert browser.js("window.hit") is None
    assert browser.complaints() == []
    assert [url for url in browser.requests() if not url.startswith("data:")] == [path.as_uri()]


def test_the_policy_stops_what_is_not_ours(browser: Any, page: Path):
    browser.open(page)
    browser.js(
        "const i = document.createElement('img'); i.src = 'https://evil.example/x.png';"
        "const s = document.createElement('script'); s.textContent = 'window.hit = 1';"
        "document.body.append(i, s)"
    )
    assert browser.js("window.hit") is None
    assert "Content Security Policy" in json.dumps(browser.complaints())


def test_without_texts_the_quotations_work_the_same(browser: Any, brief: Brief, tmp_path: Path):
    path = tmp_path / "bare.html"
    path.write_text(to_html(Brief.load(to_json(brief, text=False))), encoding="utf-8", newline="")
    browser.open(path)
    browser.click("#b1-f4-p2 .ev")
    assert browser.js(SHOWN) == ["b1-a3"]
    assert browser.js(LIT) == "about 250 intruders were released"
    assert browser.complaints() == []


def test_two_briefs_do_not_disturb_each_other(browser: Any, brief: Brief, tmp_path: Path):
    path = tmp_path / "two.html"
    path.write_text(to_html([brief, brief]), encoding="utf-8", newline="")
    browser.open(path)
    browser.click("#b2-f4-p2 .ev")
    assert browser.js(SHOWN) == ["b1-a1", "b2-a3"]
