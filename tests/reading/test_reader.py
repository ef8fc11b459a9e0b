"""Files, folders, globs and the standard input; what is refused, and what that says."""

from __future__ import annotations

import json
import os
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer.documents import article_id
from summarizer.reading import read

STORY = (
    "The harbour board met in Port Elin on Monday and agreed to hire 14 more pilots.\n"
    "The union said it would answer by Friday after asking its 320 members."
)
OTHER = STORY.replace("Monday", "Tuesday").replace("14", "15")


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def reason(path: str | Path, **options: int) -> str:
    reading = read([path], **options)
    assert reading.articles == ()
    assert [failure.path for failure in reading.failures] == [str(path)]
    return reading.failures[0].reason


def test_an_article_is_named_by_its_words(tmp_path: Path) -> None:
    (article,) = read([write(tmp_path, "a.txt", STORY)]).articles
    assert article.text == STORY.replace("\n", "\n\n")
    assert article.id == article_id(article.text)
    assert article.path == str(tmp_path / "a.txt")


def test_a_folder_is_read_to_its_depths_but_not_its_hidden_or_foreign_files(tmp_path: Path) -> None:
    write(tmp_path, "b/deep/one.TXT", STORY)
    write(tmp_path, "a.md", OTHER)
    write(tmp_path, ".git/x.txt", STORY + " Hidden.")
    write(tmp_path, "table.csv", "a,b")
    reading = read([tmp_path])
    assert [article.path for article in reading.articles] == [
        str(tmp_path / "a.md"),
        str(tmp_path / "b/deep/one.TXT"),
    ]
    assert reading.failures == ()


def test_a_glob_names_files_and_a_file_with_brackets_in_its_name_is_itself(tmp_path: Path) -> None:
    write(tmp_path, "a[1].txt", STORY)
    write(tmp_path, "b.txt", OTHER)
    assert len(read([tmp_path / "*.txt"]).articles) == 2
    assert len(read([tmp_path / "a[1].txt"]).articles) == 1
    assert "no file matches" in reason(tmp_path / "*.html")


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, "a.txt", STORY),
        write(tmp_path, "b.txt", OTHER),
        write(tmp_path, "c.jsonl", json.dumps({"outlet": "The Coast", "text": STORY})),
        str(tmp_path / "none.txt"),
    ]
    readings = {
        tuple(article.model_dump_json() for article in reading.articles)
        + tuple(failure.model_dump_json() for failure in reading.failures)
        for reading in map(read, permutations(paths))
    }
    assert len(readings) == 1


def test_the_same_file_twice_is_read_once_with_a_note(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", STORY)
    again = f"{tmp_path}{os.sep}.{os.sep}a.txt"
    reading = read([path, again, tmp_path])
    assert len(reading.articles) == 1
    assert "the same file as" in reading.failures[0].reason


def test_the_same_text_by_the_same_outlet_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    write(tmp_path, "b.txt", STORY + "\r\n")
    reading = read([tmp_path])
    assert [article.path for article in reading.articles] == [str(tmp_path / "a.txt")]
    assert "the same text as" in reading.failures[0].reason
    assert "read once" in reading.failures[0].reason


def test_outlets_that_print_the_same_text_are_told_apart(tmp_path: Path) -> None:
    for number, outlet in enumerate(("Coast", "Harbour", "Quay"), start=1):
        write(tmp_path, f"{number}.txt", f"---\noutlet: {outlet}\n---\n{STORY}")
    reading = read([tmp_path])
    base = article_id(reading.articles[0].text)
    assert [article.id for article in reading.articles] == [base, f"{base}-2", f"{base}-3"]
    assert [article.outlet for article in reading.articles] == ["Coast", "Harbour", "Quay"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", STORY)
    write(tmp_path, "c.json", "{")
    reading = read([tmp_path, tmp_path / "missing.txt"])
    assert [article.path for article in reading.articles] == [str(tmp_path / "b.txt")]
    assert len(reading.failures) == 3


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\r\n\t", "empty"),
        ("page.txt", b"%PDF-1.7 ...", "PDF"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("words.txt", "Hello world", "not an article"),
        ("table.txt", "a;b;c\n" * 40, "not an article"),
        ("menu.txt", "Home\nNews\nSport\nWeather\n" * 9, "not an article"),
        ("appeal.txt", "Dear readers,\nWe need your help to go on.\nDonate now!", "not an article"),
        ("broken.json", '{"text": "a",\n "outlet" "b"}', "line 2"),
        ("list.json", "[]", "no article in this JSON"),
        ("fields.json", '{"outlet": "Coast"}', 'no "text"'),
        ("number.json", "7", "no article in this JSON"),
        ("deep.json", "[" * 100_000, "nested too deeply"),
        ("page.html", "<html><body></body></html>", "no article was found"),
        ("half.txt", "Ärger über Öl. ".encode() * 9 + b"\xc3(" + "Übel ärgert.".encode(), "line 1"),
    ],
)
def test_bad_input_is_named_and_says_what_to_do(
    tmp_path: Path, name: str, content: str | bytes, says: str
) -> None:
    told = reason(write(tmp_path, name, content))
    assert says in told
    assert told.endswith(".")
    assert told.count(".") >= 2, "it says what happened and what to do"


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "none.txt")
    assert "no article in this folder" in reason(tmp_path)
    assert "no such file" in reason("a\0b")
    assert "no file matches" in reason("a\0*")


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    def refuse(*_: object) -> None:
        pytest.fail("the file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    told = reason(path)
    assert "larger than 5 MB" in told
    assert "50.0 MB" in told


def test_the_limit_can_be_set_and_holds_for_the_standard_input(tmp_path: Path) -> None:
    assert "larger than" in reason(write(tmp_path, "a.txt", STORY), limit=20)
    assert "larger than" in read(["-"], stdin=STORY.encode(), limit=20).failures[0].reason


@pytest.mark.parametrize(
    "content",
    [
        STORY,
        json.dumps({"text": STORY}),
        json.dumps([{"text": STORY}]),
        json.dumps({"text": STORY}) + "\n" + json.dumps({"text": OTHER}),
        f"<!DOCTYPE html><html><body><article><p>{STORY} {OTHER}</p></article></body></html>",
    ],
    ids=["text", "json", "array", "lines", "page"],
)
def test_the_standard_input_is_known_by_what_it_holds(content: str) -> None:
    reading = read(["-"], stdin=content.encode())
    assert reading.failures == ()
    assert reading.articles[0].text.startswith("The harbour board met")
    assert (reading.articles[0].path or "").startswith("-")


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", STORY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reading = read([tmp_path])
    assert len(reading.articles) == 1
    assert "broken link" in reading.failures[0].reason


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["txt", "md", "json", "jsonl", "html"]))
@example(b"\xa0", "jsonl")
def test_no_bytes_whatever_raise(tmp_path: Path, content: bytes, suffix: str) -> None:
    reading = read([write(tmp_path, f"any.{suffix}", content)])
    assert len(reading.articles) + len(reading.failures) >= 1
