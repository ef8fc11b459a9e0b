"""The command line: what it prints, where, and the exit codes that it promises."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from summarizer import cli, errors

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def model(endpoint: str) -> tuple[str, ...]:
    return ("--model", "stub-7b", "--base-url", endpoint)


def test_a_brief_is_printed_as_json_with_its_articles(
    run: Run, articles: Path, model: tuple[str, ...]
) -> None:
    code, out, err = run("brief", articles, *model, "--format", "json")
    assert code == 0, err
    (brief,) = json.loads(out)
    assert {Path(a["path"]).name for a in brief["articles"]} == {"north.md", "east.txt"}
    assert all(a["text"] for a in brief["articles"])
    assert "No model was named" not in err


def test_one_run_writes_several_formats(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    page, data, text = tmp_path / "b.html", tmp_path / "b.json", tmp_path / "b.txt"
    places = [part for path in (page, data, text, "-") for part in ("-o", path)]
    code, out, _ = run("brief", articles, *model, *places)
    assert code == 0
    assert page.read_text().startswith("<!doctype html>")
    headline = json.loads(data.read_text())[0]["headline"]
    assert out.startswith(f"# {headline}")
    assert headline in text.read_text()
    assert "**" not in text.read_text()


def test_without_texts_no_article_is_published(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    page, data = tmp_path / "b.html", tmp_path / "b.json"
    run("brief", articles, *model, "--no-text", "-o", page, "-o", data)
    assert [a["text"] for a in json.loads(data.read_text())[0]["articles"]] == [None, None]
    assert "brass band" not in page.read_text()
    code, out, _ = run("verify", data, articles)
    assert code == 0, out
    _, alone, _ = run("verify", data)
    assert "not checked" in alone
    _, summary, _ = run("summarize", articles, *model, "--no-text", "--format", "json")
    assert {s["article"]["text"] for s in json.loads(summary)} == {None}


def test_the_second_run_asks_nothing(run: Run, articles: Path, model: tuple[str, ...]) -> None:
    first = run("brief", articles, *model, "--format", "json")
    again = run("brief", articles, *model, "--format", "json")
    assert first[1] == again[1]
    assert "all answered before" in again[2]
    assert "all answered before" not in first[2]


def test_a_replay_gives_the_bytes_of_the_recording(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    tape = tmp_path / "tape"
    live = run("brief", articles, *model, "--record", tape, "--format", "json")
    dead = ("--model", "stub-7b", "--base-url", "http://127.0.0.1:9/v1")
    replayed = run("brief", articles, *dead, "--replay", tape, "--format", "json")
    assert (live[0], replayed[0]) == (0, 0), replayed[2]
    assert live[1] == replayed[1]
    assert json.loads(live[1])[0]["provenance"]["recorded"] is True
    assert run("tape", "check", tape, articles, *dead)[0] == 0


def test_a_miss_names_the_article_and_the_command(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    tape = tmp_path / "tape"
    run("summarize", articles, *model, "--record", tape)
    text = (articles / "east.txt").read_text()
    (articles / "east.txt").write_text(text.replace("came home", "came back"))
    code, out, err = run("summarize", articles, *model, "--replay", tape)
    assert (code, out) == (6, "")
    assert err.startswith("error: ")
    again = f"summarizer summarize {articles} {' '.join(model)} --record {tape}"
    assert again in err
    assert "Traceback" not in err


def test_a_private_recording_holds_no_article(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    tape = tmp_path / "tape"
    run("summarize", articles, *model, "--record", tape, "--private")
    written = "".join(path.read_text() for path in tape.glob("*/*.yaml"))
    assert written
    assert "brass band" not in written


@pytest.mark.parametrize(
    "options",
    [
        ("--record", "a", "--replay", "b"),
        ("--private",),
        ("--replay", "a", "--fresh"),
        ("--max-cost", "much"),
        ("--strategy", "guess"),
        ("--format", "pdf"),
        ("-o", "nowhere/brief.html"),
        ("-o", "brief.doc"),
        ("--pack", "weather"),
        ("--packs", "nowhere"),
    ],
)
def test_what_cannot_be_carried_out_is_refused_before_anything_is_asked(
    run: Run, articles: Path, model: tuple[str, ...], options: tuple[str, ...]
) -> None:
    code, out, err = run("brief", articles, *model, *options)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert len(err.splitlines()) == 2, err  # what is wrong, and what to do


@pytest.mark.parametrize("command", ["read", "group", "summarize", "brief"])
def test_a_bad_input_is_named_and_the_rest_goes_on(
    run: Run, articles: Path, model: tuple[str, ...], command: str
) -> None:
    (articles / "empty.txt").write_text("")
    (articles / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    options = model if command in {"summarize", "brief"} else ()
    code, out, err = run(command, articles, articles / "gone.txt", *options, "--format", "json")
    assert code == 3
    assert json.loads(out)
    for name in ("empty.txt", "photo.txt", "gone.txt"):
        assert f"{name}: " in err


def test_nothing_to_read_is_an_error(run: Run, tmp_path: Path) -> None:
    code, out, err = run("brief", tmp_path / "gone.txt")
    assert (code, out) == (3, "")
    assert "gone.txt" in err


def test_a_file_named_twice_is_read_once(run: Run, articles: Path) -> None:
    path = articles / "north.md"
    code, out, err = run("read", path, articles / "." / "north.md", path, "--format", "json")
    assert (code, len(json.loads(out)), err) == (0, 1, "")


def test_an_unknown_model_and_one_that_refuses(run: Run, articles: Path) -> None:
    code, _, err = run("brief", articles, "--model", "gtp")
    assert code == 4
    assert "'gtp'" in err
    code, _, err = run("brief", articles, "--model", "openai/gpt-4o")
    assert code == 4
    assert "OPENAI_API_KEY" in err


def test_an_endpoint_that_is_not_there(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_DEADLINE", "0.5")
    code, out, err = run("brief", articles, "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert (code, out) == (4, "")
    assert "127.0.0.1:9" in err


def test_no_weights(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.llm.weights.installed_parts", lambda _: [])
    code, out, err = run("brief", articles)
    assert (code, out) == (4, "")
    assert "the embedded one is used" in err
    assert "models pull" in err
    assert run("models", "path")[0] == 4
    assert "not on this machine" in run("models")[1]
    assert run("models", "path", "7b")[0] == 4


def test_the_cost_limit_stops_a_run(
    run: Run, articles: Path, model: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.llm.client.price", lambda *_, **__: Decimal("0.01"))
    code, out, err = run("summarize", articles, *model, "--max-cost", "0.001")
    assert (code, out) == (5, ""), err
    code, out, err = run("summarize", articles, *model, "--max-cost", "$9")
    assert (code, bool(out)) == (0, True), err


def test_verify_fails_on_what_was_changed(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    run("brief", articles, *model, "-o", path)
    assert run("verify", path)[0] == 0
    brief: Any = json.loads(path.read_text())
    brief[0]["findings"][0]["positions"][0]["evidence"][0]["start"] += 1
    path.write_text(json.dumps(brief))
    code, out, _ = run("verify", path, "--format", "json")
    assert code == 7
    report = json.loads(out)
    assert not report["passed"]
    assert "findings[0]" in report["failures"][0]["where"]


@pytest.mark.parametrize("command", ["verify", "neutrality"])
def test_what_is_no_brief_is_told_so(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "b.json"
    assert run(command, path)[0] == 3
    path.write_text("{")
    assert run(command, path)[0] == 3
    path.write_text('{"findings": 3}')
    assert run(command, path)[0] == (7 if command == "verify" else 3)


def test_neutrality_measures_each_brief(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    run("brief", articles, *model, "-o", path)
    code, out, _ = run("neutrality", path, "--format", "json")
    assert code == 0
    assert json.loads(out)[0]["loaded"] == []
    assert "space by side" in run("neutrality", path)[1]


def test_groups_are_explained_when_asked(run: Run, articles: Path) -> None:
    _, plain, _ = run("group", articles, "--format", "json")
    assert set(json.loads(plain)[0]) == {"event", "title", "date", "articles"}
    _, told, _ = run("group", articles, "--format", "json", "--explain")
    assert json.loads(told)[0]["reasons"]
    assert "Together by" in run("group", articles, "--explain")[1]


def test_read_shows_what_was_removed(run: Run, articles: Path) -> None:
    path = articles / "north.md"
    path.write_text(path.read_text() + "\nREAD MORE: Why bridges are grey\n")
    _, out, _ = run("read", path)
    assert "Fjord Gazette" in out
    assert "## Removed" in out
    assert "Why bridges are grey" in out.split("## Removed")[1]


def test_eval_scores_and_compares(
    run: Run, articles: Path, model: tuple[str, ...], tmp_path: Path
) -> None:
    gold = tmp_path / "gold.json"
    figure = {"value": 40, "who": "military", "quote": "received 40 soldiers"}
    gold.write_text(json.dumps({"articles": {"north.md": {"figures": [figure]}}}))
    before = tmp_path / "run.json"
    asked = ("eval", gold, "--articles", articles, *model)
    code, _, err = run(*asked, "-o", before)
    assert code in {0, 7}, err
    scores = {row["score"]: row for row in json.loads(before.read_text())["rows"]}
    assert scores["evidence"]["value"] == 1.0
    _, table, _ = run(*asked)
    assert "figure value" in table
    code, out, _ = run(*asked, "--compare", before, "--format", "json")
    assert json.loads(out)["changes"] == []


def test_schema_prints_what_the_documents_are(run: Run) -> None:
    code, out, _ = run("schema", "brief")
    assert code == 0
    assert {"event", "findings", "coverage"} <= set(json.loads(out)["properties"])
    assert "figures" in json.loads(run("schema", "exchange")[1])["properties"]
    assert {"article", "summary", "group", "brief"} <= set(json.loads(run("schema")[1]))
    assert run("schema", "novel")[0] == 2


def test_packs_are_listed_and_checked(run: Run, tmp_path: Path) -> None:
    assert "exchange" in run("packs")[1]
    assert run("packs")[1] == run("packs", "list")[1]
    assert run("packs", "check", "exchange")[0] == 0
    (tmp_path / "schemas").mkdir()
    (tmp_path / "prompts" / "broken").mkdir(parents=True)
    (tmp_path / "schemas" / "broken.py").write_text("PACK = 3\n")
    code, out, _ = run("packs", "check", "broken", "--packs", tmp_path)
    assert code == 2
    assert "broken" in out


def test_a_wrong_command_line_is_told_in_two_lines(run: Run) -> None:
    for line in ("nonsense", "brief", "brief x --modell y", "tape check"):
        code, out, err = run(*line.split())
        assert (code, out) == (2, "")
        assert err.startswith("error: ")
        assert "--help" in err


def test_version_and_help(run: Run) -> None:
    assert run("--version")[1].startswith("summarizer 0.")
    assert run("--help")[1] == run()[1]
    assert "Exit codes" in run("--help")[1]


def test_the_help_tells_every_exit_code() -> None:
    codes = {
        kind.exit_code
        for name in errors.__all__
        if isinstance(kind := getattr(errors, name), type)
        and issubclass(kind, errors.SummarizerError)
    }
    told = {int(found) for found in re.findall(r"(?m)^  (\d+) ", cli.EPILOG)}
    assert codes | {0, 130} == told


def test_a_file_is_written_whole_or_left_alone(
    run: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, _, err = run("read", articles, "-o", target)
    assert code == 2
    assert "No space left" in err
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["out.json"]


def test_a_link_and_a_device_stay_what_they_are(run: Run, articles: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real)
    run("read", articles, "-o", link)
    assert link.is_symlink()
    assert json.loads(real.read_text())
    assert run("read", articles, "-o", "/dev/null", "--format", "json")[0] == 0
    assert not Path("/dev/null").is_file()


def test_an_unforeseen_failure_tells_no_words_of_an_article(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Forty of our men are home tonight")

    monkeypatch.setattr("summarizer.reading.read", fail)
    code, _, err = run("read", articles)
    assert code == 1
    assert "ValueError in test_cli.py" in err
    assert "Forty" not in err
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")
    with pytest.raises(ValueError, match="Forty"):
        run("read", articles)


def test_quiet_says_nothing_but_the_result(
    run: Run, articles: Path, model: tuple[str, ...]
) -> None:
    code, out, err = run("brief", articles, *model, "--quiet")
    assert (code, err) == (0, "")
    assert out.startswith("# ")
    assert "\x1b" not in out


def test_standard_input_is_an_article(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (articles / "east.txt").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        code, out, _ = run("read", "-", "--format", "json")
    assert code == 0
    assert "Grey Bridge" in json.loads(out)[0]["text"]
