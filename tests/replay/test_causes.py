"""Five things that change a request: the message names each, at once and without a traceback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Miss = Callable[..., str]


@pytest.fixture
def packs(tmp_path: Path, root: Path) -> Path:
    """A newsroom's own copy of the packs."""
    for part in ("schemas", "prompts"):
        shutil.copytree(
            root / part, tmp_path / "packs" / part, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path / "packs"


@pytest.fixture
def miss(
    run: Run, articles: Path, endpoint: str, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> Miss:
    """Record a run with the strategy `whole`; then replay it and give what is said of the miss."""
    monkeypatch.chdir(packs.parent)
    common = (
        "brief", "articles", "--packs", "packs", "--pack", "exchange", "--strategy", "whole",
        "--base-url",
    )  # fmt: skip
    model = ("--model", "tiny-7b")
    assert articles.name == "articles"
    assert run(*common, endpoint, *model, "--record", "tape", "-o", "brief.json")[0] == 0

    def call(*model_now: str) -> str:
        given = (*common, "http://nowhere.invalid/v1", *(model_now or model))
        # What `again` repeats is what this process was called with.
        monkeypatch.setattr("sys.argv", ["summarizer", *given, "--replay", "tape"])
        code, out, err = run(*given, "--replay", "tape")
        assert (code, out) == (6, "")
        assert err.count("error: ") == 1
        assert "Traceback" not in err
        assert "The tape has no answer to this request" in err
        assert "Record it again: summarizer brief articles --packs packs" in err
        assert "--record tape" in err
        return err

    return call


@pytest.fixture
def documented(root: Path) -> Callable[[str], bool]:
    """Whether docs/replay.md shows a message, word for word."""
    docs = (root / "docs" / "replay.md").read_text(encoding="utf-8")
    return lambda said: f"```text\n{said}```" in docs


Documented = Callable[[str], bool]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_one_word_in_a_prompt(miss: Miss, packs: Path, documented: Documented):
    edit(
        packs / "prompts" / "exchange" / "whole.md",
        "hostages or bodies and",
        "hostages, bodies and",
    )
    said = miss()
    assert "What changed: prompt (the words of the prompt).\n" in said
    assert "hostages or bodies" in said
    assert "hostages, bodies" in said
    assert documented(said)


def test_a_field_in_the_schema(miss: Miss, packs: Path, documented: Documented):
    edit(
        packs / "schemas" / "exchange.py",
        "    figures: list[FigureProposal] =",
        "    place: str = ''\n    figures: list[FigureProposal] =",
    )
    said = miss()
    assert "What changed: schema (the schema of the answer).\n" in said
    assert '+ "place"' in said
    assert documented(said)


def test_the_models_name(miss: Miss, documented: Documented):
    said = miss("--model", "tiny-8b")
    assert "What changed: model (the model's name).\n  - tiny-7b\n  + tiny-8b\n" in said
    assert documented(said)


def test_one_character_in_an_article(miss: Miss, articles: Path, documented: Documented):
    edit(articles / "east.txt", "Estmark said that 40 of", "Estmark said that 41 of")
    said = miss()
    assert "What changed: article (the article's text).\n" in said
    assert "that 40 of" in said
    assert "that 41 of" in said
    assert "Grey Bridge" not in said, "no more than is needed"
    assert documented(said)


@pytest.fixture
def another_instructor(monkeypatch: pytest.MonkeyPatch, packs: Path) -> None:
    """A version of instructor that sends one field more, and what was recorded with this one."""
    from summarizer.llm.client import Client

    sender = Client._sender

    def newer(self: Client, *given: Any) -> Any:
        create = sender(self, *given)

        async def call(**request: Any) -> Any:
            request["response_format"]["json_schema"]["strict"] = True
            return await create(**request)

        return call

    monkeypatch.setattr(Client, "_sender", newer)
    note = packs.parent / "tape" / "tape.json"
    raw = json.loads(note.read_text(encoding="utf-8"))
    raw["runs"][0]["libraries"]["instructor"] = "1.17.0.dev1"
    note.write_text(json.dumps(raw), encoding="utf-8")


def test_another_version_of_instructor(
    miss: Miss, request: pytest.FixtureRequest, documented: Documented
):
    request.getfixturevalue("another_instructor")
    said = miss()
    assert "What changed: library (" in said
    assert "  - instructor 1.17.0.dev1\n  + instructor 1." in said
    assert '+ "strict": true' in said
    assert documented(said.replace(f"+ instructor {version('instructor')}", "+ instructor 1.17.0"))


def test_a_new_article_is_said_to_be_unlike_the_nearest(miss: Miss, articles: Path):
    text = (articles / "east.txt").read_text(encoding="utf-8")
    (articles / "east-2.txt").write_text(text.replace("General Staff", "Army"), encoding="utf-8")
    assert "The nearest recording is that of east-" in miss()
