"""Saved pages: metadata, hidden text, the story."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.documents import Article
from summarizer.reading import read
from summarizer.reading.draft import About
from summarizer.reading.metadata import metadata

FIRST = "The harbour board met in Port Elin on Monday and agreed to hire 14 more pilots."
SECOND = "The union said it would answer by Friday after asking its 320 members at sea."
JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Wrong"},
 {"@type": ["NewsArticle"], "headline": "Board hires pilots",
 "datePublished": "2024-06-03T08:00:00Z",
 "inLanguage": "en-GB",
 "publisher": {"@type": "Organization", "name": "The Port Courier"}}]}</script>"""


def page(body: str = "", head: str = "", attributes: str = "") -> str:
    return (
        f"<!DOCTYPE html><html {attributes}><head>{head}</head><body><nav>Home | News</nav>"
        f"<article><h1>Board hires pilots</h1><p>{FIRST}</p>{body}<p>{SECOND}</p></article>"
        "<footer>Contact</footer></body></html>"
    )


def article_of(folder: Path, content: str | bytes) -> Article:
    path = folder / "page.html"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = read([path])
    assert reading.failures == ()
    return reading.articles[0]


def about(head: str, attributes: str = "") -> About:
    from lxml import html

    return metadata(html.document_fromstring(page(head=head, attributes=attributes)))


def test_the_story_is_taken_and_the_page_left(tmp_path: Path) -> None:
    article = article_of(tmp_path, page(head=JSON_LD))
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert article.title == "Board hires pilots"
    assert article.outlet == "The Port Courier"
    assert article.published == "2024-06-03"
    assert article.language == "en"
    assert article.inferred == ("outlet", "published")


def test_meta_tags_and_the_canonical_link_are_read() -> None:
    found = about(
        "<title>Board hires pilots | Elin Post</title>"
        '<meta property="og:site_name" content="Elin Post"><meta name="date" content="3 June 2024">'
        '<link rel="canonical" href="https://elin.example/a">'
        '<meta property="og:url" content="https://elin.example/b">',
        'lang="en"',
    )
    assert found == About(
        outlet="Elin Post",
        title="Board hires pilots",
        url="https://elin.example/a",
        published="2024-06-03",
        language="en",
        inferred=("outlet", "published"),
    )


def test_broken_json_ld_falls_back_to_the_meta_tags() -> None:
    found = about(
        '<script type="application/ld+json">{"@type": "NewsArticle", oops</script>'
        '<meta property="og:site_name" content="Elin Post">'
    )
    assert found.outlet == "Elin Post"


def test_a_script_is_no_address() -> None:
    assert about('<link rel="canonical" href="javascript:alert(1)">').url is None


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">SECRET</p>',
        '<p style="DISPLAY : none !important">SECRET</p>',
        '<p style="visibility:hidden">SECRET</p>',
        '<p style="opacity:0">SECRET</p>',
        '<p style="opacity: 0.0; color: red">SECRET</p>',
        '<p style="font-size:0">SECRET</p>',
        '<p style="font-size:0.1px;">SECRET</p>',
        '<p style="position:absolute;left:-9999px">SECRET</p>',
        '<p style="text-indent:-5000px">SECRET</p>',
        '<p style="height:0;overflow:hidden">SECRET</p>',
        '<p style="width:1px;height:1px;overflow:hidden">SECRET</p>',
        '<p style="clip:rect(0,0,0,0)">SECRET</p>',
        '<p style="color:#fff">SECRET</p>',
        '<p style="color: black; background-color: black">SECRET</p>',
        '<p style="color:transparent">SECRET</p>',
        "<p hidden>SECRET</p>",
        '<p aria-hidden="true">SECRET</p>',
        '<p class="sr-only">SECRET</p>',
        '<p class="ghost">SECRET</p>',
        '<p id="ghost">SECRET</p>',
        "<div hidden><div><p>SECRET</p></div></div>",
        "<p>Seen <span hidden>SECRET</span> words.</p>",
    ],
)
def test_hidden_text_is_dropped_and_kept_apart(tmp_path: Path, hidden: str) -> None:
    head = "<style>.ghost, #ghost { display: none } @media print { article {display:none} }</style>"
    article = article_of(tmp_path, page(hidden, head))
    assert "SECRET" not in article.text
    assert FIRST in article.text
    assert SECOND in article.text
    assert [(entry.reason, entry.text) for entry in article.removed if "SECRET" in entry.text] == [
        ("hidden text", "SECRET")
    ]


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="font-size:10px">The vote was 9 to 4, the clerk of the board said.</p>',
        '<p style="opacity:0.9">The vote was 9 to 4, the clerk of the board said.</p>',
        '<p style="color:#fff;background:#000">The vote was 9 to 4, the clerk of it said.</p>',
        '<p style="max-width:100%">The vote was 9 to 4, the clerk of the board said.</p>',
        '<p style="line-height:1.5">The vote was 9 to 4, the clerk of the board said.</p>',
        '<p style="margin-left:-10px">The vote was 9 to 4, the clerk of the board said.</p>',
        '<p class="no-js">The vote was 9 to 4, the clerk of the board said.</p>',
    ],
)
def test_text_that_is_shown_stays(tmp_path: Path, shown: str) -> None:
    head = "<style>.js .no-js { display: none }</style>"
    assert "The vote was 9 to 4" in article_of(tmp_path, page(shown, head)).text


def test_a_page_behind_an_open_dialogue_is_still_read(tmp_path: Path) -> None:
    content = page().replace("<article>", '<div aria-hidden="true"><article>')
    assert FIRST in article_of(tmp_path, content.replace("</article>", "</article></div>")).text


def test_words_after_a_hidden_element_stay(tmp_path: Path) -> None:
    body = "<p>Seen<span hidden>SECRET</span> and counted by the clerk, the board said.</p>"
    assert "Seen and counted by the clerk" in article_of(tmp_path, page(body)).text


def test_quotations_lists_and_headings_keep_their_kind(tmp_path: Path) -> None:
    body = (
        "<h2>The offer</h2><p>The board made this offer to all of its crews on Monday night.</p>"
        "<blockquote><p>Subscribe to no rumour, whoever brings it.</p></blockquote>"
        "<ul><li>14 pilots</li><li>2 clerks</li></ul>"
    )
    article = article_of(tmp_path, page(body))
    assert "Subscribe to no rumour, whoever brings it." in article.text
    assert "14 pilots\n\n2 clerks" in article.text
    assert "The offer" in [e.text for e in article.removed if e.reason == "sub-heading"]


def test_a_page_in_an_old_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    story = "Больница открылась после ремонта, сообщил главный врач во вторник утром."
    content = page(head='<meta charset="windows-1251">').replace(FIRST, story)
    assert story in article_of(tmp_path, content.encode("cp1251")).text


def test_a_page_is_known_whatever_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_text(page(head=JSON_LD), encoding="utf-8")
    assert read([path]).articles[0].outlet == "The Port Courier"


def test_two_readings_of_a_page_are_the_same(tmp_path: Path) -> None:
    assert article_of(tmp_path, page(head=JSON_LD)) == article_of(tmp_path, page(head=JSON_LD))


def test_trafilatura_still_guesses_what_it_was_loaded_without():
    code = (
        "import sys\n"
        "from summarizer.reading.html import from_html\n"
        "page = '<html><body><article>' + '<p>The ferry came back to the town.</p>' * 9\n"
        "from_html(page + '</article></body></html>', 'a.html')\n"
        "assert not {'charset_normalizer', 'htmldate'} & set(sys.modules), 'loaded'\n"
        "from trafilatura.utils import decode_file\n"
        "from trafilatura import extract_metadata\n"
        "assert decode_file('Müller kam über die Brücke zurück'.encode('latin-1')).startswith('M')\n"
        'dated = \'<html><head><meta name="date" content="2019-05-03"></head><body>.</body></html>\'\n'
        "assert extract_metadata(dated).date == '2019-05-03'\n"
        "assert {'charset_normalizer', 'htmldate'} <= set(sys.modules)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
