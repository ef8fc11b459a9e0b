"""The package as a library: what it exports, and that the README's example runs."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import io
import json
import re
import sys
from pathlib import Path

import pytest

import summarizer
from summarizer import errors


def test_all_is_what_there_is() -> None:
    assert summarizer.__all__ == sorted(set(summarizer.__all__), key=lambda n: (n[0].islower(), n))
    for name in summarizer.__all__:
        assert getattr(summarizer, name) is not None
    assert set(errors.__all__) <= set(summarizer.__all__)
    assert set(summarizer.__all__) <= set(dir(summarizer))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = summarizer.nonsense


def test_a_function_is_not_replaced_by_the_submodule_of_its_name() -> None:
    assert callable(summarizer.verify)
    importlib.reload(importlib.import_module("summarizer.verify"))
    from summarizer.verify import Report

    assert isinstance(summarizer.verify({}), Report)


def test_a_brief_is_written_published_and_verified(articles: Path, endpoint: str) -> None:
    briefs = summarizer.brief(articles, model="stub-7b", base_url=endpoint)
    assert [len(b.articles) for b in briefs] == [2]
    report = summarizer.verify(briefs)
    assert report.passed, report.failures
    assert report.checked["evidence"] > 0
    for write in (summarizer.to_html, summarizer.to_markdown, summarizer.to_json):
        assert briefs[0].headline.split()[0] in write(briefs)
    bare = json.loads(summarizer.to_json(briefs, text=False))
    assert summarizer.verify(bare).unchecked
    assert summarizer.verify(bare, articles).passed


def test_the_async_twins_give_the_same(articles: Path, endpoint: str) -> None:
    settings = {"model": "stub-7b", "base_url": endpoint}

    async def both() -> tuple[object, object]:
        with pytest.raises(summarizer.UsageError, match="loop"):
            summarizer.brief(articles, **settings)
        return (
            await summarizer.abrief([articles], **settings),
            await summarizer.asummarize([articles], **settings),
        )

    briefs, summaries = asyncio.run(both())
    assert briefs == summarizer.brief(str(articles), **settings)
    assert summaries == summarizer.summarize(str(articles), **settings)


def test_a_tape_makes_the_enclosed_calls_record_and_replay(
    articles: Path, endpoint: str, tmp_path: Path
) -> None:
    folder, dead = tmp_path / "tape", "http://127.0.0.1:9/v1"
    with summarizer.tape(folder, mode="missing"):
        live = summarizer.brief(articles, model="stub-7b", base_url=endpoint)
    with summarizer.tape(folder) as tape:
        replayed = summarizer.brief(articles, model="stub-7b", base_url=dead)
    assert replayed == live
    assert tape.asked()
    with summarizer.tape(folder), pytest.raises(summarizer.TapeMiss) as miss:
        summarizer.brief(articles, model="other-7b", base_url=dead)
    assert "model" in miss.value.causes
    with pytest.raises(summarizer.TapeError), summarizer.tape(tmp_path / "none"):
        pytest.fail("there is nothing to replay")


def test_reading_and_grouping_ask_no_model(articles: Path) -> None:
    read = summarizer.read(articles)
    assert "Fjord Gazette" in {a.outlet for a in read}
    (group,) = summarizer.group([articles / "north.md", articles / "east.txt"])
    assert len(group.articles) == 2
    with pytest.raises(summarizer.InputError, match=r"gone\.txt"):
        summarizer.read([articles, "gone.txt"], strict=True)
    assert len(summarizer.read([articles, "gone.txt"])) == 2


def test_an_unknown_setting_is_refused(articles: Path) -> None:
    with pytest.raises(summarizer.SettingsError, match="modle"):
        summarizer.brief(articles, modle="local")


def test_the_readme_example_runs(
    root: Path,
    articles: Path,
    endpoint: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)
    assert blocks
    assert len(blocks[0].strip().splitlines()) <= 6
    monkeypatch.setenv("SUMMARIZER_MODEL", "stub-7b")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", endpoint)
    monkeypatch.chdir(articles.parent)
    for block in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block, "README.md", "exec"), {"__name__": "readme"})  # noqa: S102
        assert out.getvalue().strip()


def test_the_typing_marker_is_there() -> None:
    assert Path(sys.modules["summarizer"].__file__ or "").with_name("py.typed").is_file()
