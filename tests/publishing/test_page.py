import base64
import hashlib
import re
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from summarizer.documents import Brief
from summarizer.publishing import to_html, to_json

HOSTILE = (
    "</style><script>alert(1)</script> <img src=https://evil.example/x.png onerror=alert(2)> "
    "\"quoted\" 'single' &amp; &lt; {{ 7*7 }} {% raw %} <!-- --> ]]> 🙂 "
    "\u202egnorw\u202c \u200f\u05e9\u05dc\u05d5\u05dd"
)


def page(*briefs: Brief) -> html.HtmlElement:
    return html.document_fromstring(to_html(briefs))


def body_text(root: html.HtmlElement, anchor: str) -> str:
    """An article's body without the signs that we added."""
    body = root.get_element_by_id(anchor).find_class("body")[0]
    for sign in body.find_class("back"):
        sign.drop_tree()
    return "".join("".join(p.itertext()) for p in body.iter("p"))


def hostile(plain: dict) -> Brief:
    """The brief with hostile words wherever words may stand."""
    first, event = plain["articles"][0], plain["event"]
    first["text"] += "\n\n" + HOSTILE
    start = first["text"].index(HOSTILE)
    proof = {"article": first["id"], "quote": HOSTILE, "start": start, "end": len(first["text"])}
    for key in ("outlet", "title", "path"):
        first[key] = HOSTILE
    first["url"] = "javascript:alert(3)"
    event["title"] = plain["headline"] = HOSTILE
    finding = plain["findings"][1]
    finding["point"] = finding["reason"] = HOSTILE
    finding["positions"][0] |= {"detail": HOSTILE, "origins": [HOSTILE], "verb": HOSTILE}
    finding["positions"][0]["evidence"].append(proof)
    plain["summary"][0]["text"] = HOSTILE
    plain["wording"][0] |= {"used": HOSTILE, "reason": HOSTILE, "refers_to": HOSTILE}
    plain["notes"] = [HOSTILE]
    plain["missing"] = [{"path": HOSTILE, "reason": HOSTILE}]
    plain["provenance"]["model"] = HOSTILE
    return Brief.load(plain)


def test_every_piece_of_evidence_is_marked_at_its_own_characters(brief: Brief):
    root = page(brief)
    texts = {a.id: a.text for a in brief.articles}
    marked = set()
    for number, article in enumerate(brief.articles, start=1):
        body = root.get_element_by_id(f"b1-a{number}").find_class("body")[0]
        for at in body.find_class("at"):
            pieces = [m for m in body.iter("mark") if at.get("id") in m.get("data-e").split()]
            marked.add((article.id, "".join(m.text for m in pieces)))
        assert body_text(root, f"b1-a{number}") == article.text
    wanted = {(e.article, e.quote) for f in brief.findings for p in f.positions for e in p.evidence}
    wanted |= {(e.article, e.quote) for w in brief.wording for t in w.terms for e in t.evidence}
    wanted |= {
        (c.article, texts[c.article][c.start : c.end]) for s in brief.summary for c in s.citations
    }
    assert marked == wanted


def test_every_link_leads_somewhere_and_every_id_is_its_own(brief: Brief):
    root = page(brief, brief)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in root.xpath("//@href") if href.startswith("#")]
    for name in ("aria-labelledby", "data-know", "data-tab"):
        inner += root.xpath(f"//@{name}")
    for name in ("data-ev", "data-e", "data-t"):
        inner += [anchor for value in root.xpath(f"//@{name}") for anchor in value.split()]
    assert inner
    assert set(inner) <= set(ids)


def test_every_finding_is_reached_from_the_words_it_rests_on_and_leads_to_them(brief: Brief):
    root = page(brief)
    targets = {t for value in root.xpath("//@data-t") for t in value.split()}
    assert targets >= {f"b1-f{n}" for n in range(1, len(brief.findings) + 1)}
    assert targets >= {f"b1-s{n}" for n in range(1, len(brief.summary) + 1)}
    for number in range(1, len(brief.findings) + 1):
        finding = root.get_element_by_id(f"b1-f{number}")
        evidence = {a.get("href") for a in finding.find_class("ev")}
        assert evidence
        for href in evidence:
            assert f"b1-f{number}" in root.get_element_by_id(href[1:]).get("data-t").split()


def test_each_section_holds_its_findings(brief: Brief):
    root = page(brief)
    for name, status in (("agreed", "agreed"), ("differ", "disputed"), ("single", "single-origin")):
        text = root.get_element_by_id(f"b1-{name}").text_content()
        for finding in brief.findings:
            assert (finding.point[1:] in text) == (finding.status == status)


def test_the_matrix_says_states_denies_and_silent_in_words(brief: Brief):
    rows = page(brief).find_class("matrix")[0].xpath(".//tbody/tr")
    boats = next(row for row in rows if "fishing boats" in row.text_content())
    assert [c.text_content().strip() for c in boats.xpath("./td")] == [
        "silent",
        "denies",
        "states",
        "silent",
        "silent",
    ]


def test_hostile_words_are_shown_and_do_nothing(plain: dict[str, Any]):
    brief = hostile(plain)
    root = page(brief)
    assert len(root.xpath("//script")) == len(root.xpath("//style")) == 1
    assert not root.xpath("//img | //iframe | //object | //base | //form | //comment()")
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"style", "src"}]
    assert not [href for href in root.xpath("//@href") if href.lower().startswith("javascript")]
    assert body_text(root, "b1-a1") == brief.articles[0].text
    assert root.get_element_by_id("b1-h").text_content() == HOSTILE
    assert to_html(brief).count("<script") == 1


def test_nothing_is_loaded_from_anywhere(brief: Brief):
    text = to_html(brief)
    root = html.document_fromstring(text)
    assert not root.xpath("//@src | //@srcset | //@data | //@action | //@poster")
    assert root.xpath("//link/@href") == ["data:,"]
    assert not re.search(r"url\(|@import|@font-face|fetch\(|XMLHttpRequest|import\(", text)
    outside = [h for h in root.xpath("//@href") if not h.startswith("#") and h != "data:,"]
    assert sorted(set(outside)) == [
        "https://today.example/goodwill",
        "https://wire.example/tarn-bridge",
    ]
    assert all(a.get("rel") for a in root.xpath("//a[starts-with(@href, 'http')]"))


def test_the_policy_names_exactly_our_style_and_script(brief: Brief):
    root = page(brief)
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        content = root.xpath(f"//{name}")[0].text
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_without_texts_only_the_quotations_are_shown(brief: Brief):
    bare = Brief.load(to_json(brief, text=False))
    text = to_html(bare)
    assert "Three of them were carried on stretchers" not in text
    root = html.document_fromstring(text)
    quotes = {m.text for m in root.get_element_by_id("b1-a3").iter("mark")}
    assert "about 250 intruders were released" in quotes
    assert all(
        root.get_element_by_id(h[1:]) is not None for h in root.xpath("//@href") if h[0] == "#"
    )


def test_a_citation_without_text_says_where_it_stands(plain: dict[str, Any]):
    plain["summary"][0]["citations"] = [
        {"article": plain["articles"][0]["id"], "start": 3, "end": 9}
    ]
    for article in plain["articles"]:
        article["text"] = None
    assert "characters 3 to 9" in to_html(Brief.load(plain))


def test_an_unnamed_outlet_is_called_so_with_its_file(brief: Brief):
    names = [e.text_content() for e in page(brief).find_class("source-name")]
    assert "unnamed outlet (clip-05.txt)" in names[4]


def test_copies_missing_sources_and_the_making_are_told(brief: Brief):
    root = page(brief)
    assert "near copy of 1, Harbour Wire" in root.get_element_by_id("b1-sources").text_content()
    assert "in/scan.pdf" in root.get_element_by_id("b1-missing").text_content()
    made = root.get_element_by_id("b1-made").text_content()
    assert "unknown" in made
    assert "small-instruct-1.5b" in made
    assert "recorded" in made


def test_headings_go_down_one_level_at_a_time(brief: Brief):
    for root in (page(brief), page(brief, brief)):
        levels = [int(e.tag[1]) for e in root.iter("h1", "h2", "h3", "h4", "h5")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_several_briefs_have_an_index_and_no_brief_makes_a_page_too(brief: Brief):
    links = page(brief, brief).xpath("//nav[@aria-label='Briefs on this page']//a/@href")
    assert links == ["#b1", "#b2"]
    assert "0 briefs" in page().text_content()


def test_the_same_brief_gives_the_same_bytes(plain: dict[str, Any], brief: Brief):
    assert to_html(brief) == to_html(Brief.load(plain))
    assert "\r" not in to_html(brief)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1, 2, 3], ids=["light", "dark by system", "dark", "print"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "accent", "dispute"])
@pytest.mark.parametrize("ground", ["paper", "panel", "accent-wash", "dispute-wash", "plain-wash"])
def test_text_stands_out_from_every_ground(brief: Brief, theme: int, ink: str, ground: str):
    blocks = re.findall(r"color-scheme: \w+;(.*?)}", to_html(brief), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[theme]))
    pair = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (pair[0] + 0.05) / (pair[1] + 0.05) >= 4.5
