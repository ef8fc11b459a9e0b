"""Front matter, JSON and JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.documents import Article
from summarizer.reading import Reading, read

STORY = (
    "The harbour board met in Port Elin on Monday and agreed to hire 14 more pilots.\n\n"
    "The union said it would answer by Friday after asking its 320 members."
)


def reading_of(folder: Path, name: str, content: str) -> Reading:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return read([path])


def article_of(folder: Path, name: str, content: str) -> Article:
    reading = reading_of(folder, name, content)
    assert reading.failures == ()
    return reading.articles[0]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown"])
def test_front_matter_gives_the_fields_and_is_no_part_of_the_text(
    tmp_path: Path, name: str
) -> None:
    article = article_of(
        tmp_path,
        name,
        "---\noutlet: The Port Courier\ntitle: Board Hires Pilots\nurl: https://port.example/1\n"
        f"published: 2024-06-03\nlanguage: en-GB\ndesk: {{a: [1, 2]}}\n---\n\n{STORY}\n",
    )
    assert article.outlet == "The Port Courier"
    assert article.title == "Board Hires Pilots"
    assert article.url == "https://port.example/1"
    assert article.published == "2024-06-03"
    assert article.language == "en"
    assert article.text == STORY
    assert article.inferred == ()


def test_a_colon_in_a_title_does_not_lose_the_fields(tmp_path: Path) -> None:
    article = article_of(
        tmp_path, "a.txt", f"---\ntitle: Pilots: a deal: at last\noutlet: Coast\n---\n{STORY}"
    )
    assert article.title == "Pilots: a deal: at last"
    assert article.outlet == "Coast"


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    article = article_of(tmp_path, "a.txt", f"---\n{STORY}\n---\n")
    assert article.text == STORY


def test_nested_aliases_are_not_unfolded(tmp_path: Path) -> None:
    levels = "\n".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 9))
    article = article_of(tmp_path, "a.txt", f"---\nb0: &b0 x\n{levels}\ntitle: *b8\n---\n{STORY}")
    assert article.title is None


def test_a_date_that_is_none_is_told_and_the_article_is_read(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.txt", f"---\npublished: last week\n---\n{STORY}")
    assert reading.articles[0].published is None
    assert "YYYY-MM-DD" in reading.failures[0].reason


def test_a_link_that_is_no_web_address_is_dropped(tmp_path: Path) -> None:
    content = json.dumps({"text": STORY, "url": "javascript:alert(1)"})
    assert article_of(tmp_path, "a.json", content).url is None


def test_one_bad_record_of_an_array_does_not_lose_the_others(tmp_path: Path) -> None:
    records = [{"text": STORY}, 7, {"outlet": "Coast"}, {"text": STORY + " Then they left."}]
    reading = reading_of(tmp_path, "a.json", json.dumps(records))
    path = tmp_path / "a.json"
    assert [article.path for article in reading.articles] == [f"{path}#1", f"{path}#4"]
    assert [failure.path for failure in reading.failures] == [f"{path}#2", f"{path}#3"]


def test_an_array_cut_short_keeps_what_stands_before_the_break(tmp_path: Path) -> None:
    whole = json.dumps([{"text": STORY}, {"text": STORY + " More."}], indent=1)
    reading = reading_of(tmp_path, "a.json", whole[:-12])
    assert len(reading.articles) == 1
    assert "unreadable JSON at line" in reading.failures[0].reason


def test_one_bad_line_of_json_lines_is_named_by_its_number(tmp_path: Path) -> None:
    lines = [json.dumps({"text": STORY}), "{oops", "", json.dumps({"text": STORY + " More."})]
    reading = reading_of(tmp_path, "a.jsonl", "\n".join(lines))
    assert len(reading.articles) == 2
    assert "line 2" in reading.failures[0].reason


def test_many_records_keep_the_order_of_their_numbers(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{STORY} That was part {n} of it."}) for n in range(1, 13)]
    reading = reading_of(tmp_path, "a.jsonl", "\n".join(lines))
    numbers = [int((article.path or "").rpartition("#")[2]) for article in reading.articles]
    assert numbers == list(range(1, 13))


def test_half_a_character_from_json_does_not_break_the_digest(tmp_path: Path) -> None:
    article = article_of(tmp_path, "a.json", '{"text": ' + json.dumps(STORY)[:-1] + ' \\ud83d."}')
    assert article.text.endswith("�.")
    assert len(article.digest) == 64


def test_markdown_marks_are_taken_off(tmp_path: Path) -> None:
    article = article_of(
        tmp_path,
        "a.md",
        "# Board Hires Pilots\n\n![A pilot boat](boat.jpg)\n\n"
        "The **harbour board** met in [Port Elin](https://port.example/elin_(town)) on Monday.\n\n"
        "## The offer\n\n> “It is a floor, not a ceiling.”\n\n- 14 pilots\n- 2 clerks\n\n"
        "The union_of_pilots said it would\nanswer by Friday.\n",
    )
    assert article.title == "Board Hires Pilots"
    assert article.text.split("\n\n") == [
        "The harbour board met in Port Elin on Monday.",
        "“It is a floor, not a ceiling.”",
        "- 14 pilots",
        "- 2 clerks",
        "The union_of_pilots said it would answer by Friday.",
    ]
    assert {entry.reason for entry in article.removed} == {"headline", "caption", "sub-heading"}
