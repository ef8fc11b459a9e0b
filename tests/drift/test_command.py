"""`summarizer drift`: recordings and JSON, table, page, exit codes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def packs(tmp_path: Path, root: Path) -> Path:
    for part in ("schemas", "prompts"):
        shutil.copytree(
            root / part, tmp_path / "packs" / part, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path / "packs"


@pytest.fixture
def record(run: Run, articles: Path, endpoint: str, packs: Path, tmp_path: Path) -> Run:
    """Record a brief to a folder of that name, and write its JSON beside it."""

    def call(name: str, *arguments: object) -> Path:
        code, _, err = run(
            "brief", articles, "--packs", packs, "--pack", "exchange", "--base-url", endpoint,
            "--record", tmp_path / name, "-o", tmp_path / f"{name}.json",
            *(arguments or ("--model", "tiny-7b")),
        )  # fmt: skip
        assert code == 0, err
        return tmp_path / name

    return call


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_prompt_that_changed_in_between_is_replayed_as_it_was(
    run: Run, record: Run, articles: Path, packs: Path
):
    before = record("before")
    prompt = packs / "prompts" / "exchange" / "gist.md"
    edit(prompt, "takes no side", "takes no sides")
    after = record("after", "--model", "tiny-3b")
    code, out, err = run("drift", before, after, articles, "--packs", packs, "--format", "json")
    assert code == 0, err
    found = json.loads(out)
    assert found["rows"] == []
    assert found["same"]["claim"] > 0
    a, b = found["before"]["made_with"], found["after"]["made_with"]
    assert (a["model"], b["model"]) == ("tiny-7b", "tiny-3b")
    assert a["prompts"] != b["prompts"]
    assert "instructor 1." in a["recorded with"]


def test_a_schema_that_changed_is_asked_for(run: Run, record: Run, articles: Path, packs: Path):
    strategy = ("--model", "tiny-7b", "--strategy", "whole")
    before = record("before", *strategy)
    shutil.copytree(packs, packs.parent / "old")
    edit(
        packs / "schemas" / "exchange.py",
        "    figures: list[FigureProposal] =",
        "    place: str = ''\n    figures: list[FigureProposal] =",
    )
    after = record("after", *strategy)
    command = ("drift", before, after, articles, "--packs", packs)
    code, _, err = run(*command)
    assert code == 6
    assert "It was made with another schema of exchange." in err
    assert "--packs-before" in err
    assert run(*command, "--packs-before", packs.parent / "old")[0] == 0


def changed(path: Path, change: Callable[[Any], None], name: str) -> Path:
    raw = json.loads(path.read_text(encoding="utf-8"))
    change(raw)
    other = path.with_name(name)
    other.write_text(json.dumps(raw), encoding="utf-8")
    return other


@pytest.fixture
def two(record: Run, tmp_path: Path) -> tuple[Path, Path]:
    """A run's JSON, and one in which the first finding flipped and the last is gone."""
    record("before")

    def flip(raw: Any) -> None:
        first = raw[0]["findings"][0]
        first["status"] = "disputed" if first["status"] != "disputed" else "agreed"
        raw[0]["findings"].pop()
        raw[0]["headline"] = "<script>alert(1)</script> [bold]"

    return tmp_path / "before.json", changed(tmp_path / "before.json", flip, "after.json")


def test_fail_on(run: Run, two: tuple[Path, Path]):
    assert run("drift", *two)[0] == 0
    code, _, err = run("drift", *two, "--fail-on", "gained,reattributed")
    assert (code, "--fail-on" in err) == (0, False)
    code, _, err = run("drift", *two, "--fail-on", "lost,flipped")
    assert (code, "--fail-on: 1 lost, 1 flipped.\n" in err) == (8, True)
    assert run("drift", two[0], two[0], "--fail-on", "lost,flipped,changed,gained,reworded")[0] == 0
    code, _, err = run("drift", *two, "--fail-on", "vanished")
    assert (code, "there is no such kind" in err) == (2, True)


def test_the_table_tells_all_of_it(run: Run, two: tuple[Path, Path]):
    _, out, _ = run("drift", *two)
    assert "1 of 1 event the same." in out
    assert "findings the same: 1 lost, 1 status flipped." in out
    assert "[bold]" in out
    assert "Tokens read" in out


class Tags(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [str(v) for k, v in attrs if k in {"src", "href"}]
        self.ids |= {str(v) for k, v in attrs if k == "id"}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_reads_alone_and_holds_no_script(run: Run, two: tuple[Path, Path], tmp_path: Path):
    page = tmp_path / "drift.html"
    assert run("drift", *two, "-o", page)[0] == 0
    text = page.read_text(encoding="utf-8")
    seen = Tags()
    seen.feed(text)
    assert "script" not in seen.tags
    assert seen.links[0] == "data:,"
    assert {link[1:] for link in seen.links[1:]} <= seen.ids
    assert "#part-flipped" in seen.links
    assert "<script>alert(1)</script> [bold]" in seen.text, "article text is text"
    for heading in ("Findings with another status (1)", "Lost (1)", "Both runs"):
        assert heading in seen.text
    assert "asked one question at a time" in seen.text
    assert "one source only" in seen.text
    for jargon in ("stepwise", "single-origin", "re-attributed", "to:", "n/a"):
        assert jargon not in seen.text, "an editor reads this"
    assert run("drift", *two, "-o", page)[0] == 0
    assert page.read_text(encoding="utf-8") == text


def test_scores_of_both(run: Run, record: Run, articles: Path, packs: Path, tmp_path: Path):
    gold = tmp_path / "gold.json"
    figure = {"value": 40, "quote": "received 40 soldiers", "who": "military"}
    gold.write_text(
        json.dumps({"articles": {"north.md": {"figures": [figure], "loaded": ["thugs"]}}}),
        encoding="utf-8",
    )
    tape = record("before")
    code, out, err = run(
        "drift", tape, tape, articles, "--packs", packs, "--gold", gold, "--format", "json"
    )
    assert code == 0, err
    scores = {row["score"]: (row["before"], row["after"]) for row in json.loads(out)["scores"]}
    assert scores["evidence"] == (1.0, 1.0)
    assert scores["figure value"][0] > 0
    brief = tmp_path / "before.json"
    _, out, _ = run("drift", brief, brief, "--gold", gold, "--format", "json")
    names = {row["score"] for row in json.loads(out)["scores"]}
    assert "own voice" in names
    assert "figure value" not in names, "briefs alone do not tell figures of articles"


def test_what_cannot_be_compared_is_said(run: Run, record: Run, articles: Path, tmp_path: Path):
    tape = record("before")
    code, _, err = run("drift", tape, tape)
    assert (code, "no articles are given" in err) == (2, True)
    code, _, err = run("drift", tape, tmp_path / "nowhere", articles)
    assert (code, "nowhere" in err) == (3, True)
    (tmp_path / "empty").mkdir()
    code, _, err = run("drift", tape, tmp_path / "empty", articles)
    assert code == 6
    record("before", "--model", "tiny-3b")
    code, _, err = run("drift", tape, tape, articles)
    assert (code, "holds 2 runs" in err) == (2, True)
    packs = tmp_path / "packs"
    assert run("drift", tape, tape, articles, "--packs", packs, "--model", "tiny-3b")[0] == 0
