"""Our own recordings: they show what we promise, replay whole, and hold nothing more.

What they must show is looked for in what they hold, whatever their folders are called.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarizer import pipeline
from summarizer.drift import compare, replay_side, to_html
from summarizer.evaluation import load_gold
from summarizer.llm.profiles import endpoint_for
from summarizer.llm.tape import Tape, check, open_tape
from summarizer.llm.tape.cassette import Interaction, cassettes, read
from summarizer.llm.tape.manifest import TapeRun, runs_of
from summarizer.llm.weights import KNOWN
from summarizer.packs import find_packs
from summarizer.publishing import to_json
from summarizer.recording import replay_settings
from summarizer.run import Run
from summarizer.settings import Settings
from summarizer.verify import verify

ROOT = Path(__file__).resolve().parent.parent
CASSETTES = ROOT / "cassettes"
EXAMPLES = {path.name for path in (ROOT / "examples").iterdir() if path.suffix != ".json"}
TAPES = sorted(path for path in CASSETTES.glob("*") if path.is_dir())
RUNS = [(tape, run) for tape in TAPES for run in runs_of(tape)]
# Places of a machine; `check` knows only those of the machine it runs on.
PLACES = re.compile(r"(?<![\w.~])/(?:home|Users|root|tmp|var)/\w|\b[A-Z]:\\\\")
MISSING = "is not recorded: make record"

recorded = pytest.mark.skipif(not TAPES, reason=f"cassettes/ {MISSING}")
each_tape = pytest.mark.parametrize(
    "tape",
    TAPES or [pytest.param(CASSETTES, marks=pytest.mark.skip(f"cassettes/ {MISSING}"))],
    ids=lambda path: path.name,
)


def play(tape: Tape, run: TapeRun, **settings: Any) -> Run:
    """Replay a run with the prompts as they are now: those that it was recorded with must fit."""
    with tempfile.TemporaryDirectory() as none:
        chosen = replay_settings(run, Settings.load({}), Path(none))
        paths = sorted(ROOT / "examples" / str(article.name) for article in run.articles)
        return asyncio.run(pipeline.brief(paths, chosen.model_copy(update=settings), tape=tape))


@cache
def replayed(folder: Path) -> tuple[Tape, list[Run]]:
    """A tape after all of its runs were replayed, and what they made."""
    tape = open_tape(folder)
    return tape, [play(tape, run) for run in runs_of(folder)]


def everything_made() -> Iterator[tuple[Path, Run]]:
    for tape in TAPES:
        for made in replayed(tape)[1]:
            yield tape, made


def interactions(tape: Path) -> Iterator[tuple[Path, list[Interaction]]]:
    """The cassettes of a tape, each with what was asked and answered."""
    for path in cassettes(tape):
        yield path, list(read(path).interactions)


def answer(item: Interaction) -> str:
    return str(json.loads(item.answer)["choices"][0]["message"]["content"])


@each_tape
def test_it_says_how_it_was_made(tape: Path):
    runs = runs_of(tape)
    assert runs, f"{tape.name} has no tape.json: make record"
    for run in runs:
        assert not run.remote, "our own recordings are of the embedded model"
        assert {article.name for article in run.articles} <= EXAMPLES


@each_tape
def test_it_replays_and_nothing_of_it_is_unused_or_missing(tape: Path):
    played, runs = replayed(tape)
    for made in runs:
        assert made.exit_code == 0
        assert made.paid.calls == made.used.calls > 0
        for brief in made.briefs:
            report = verify(json.loads(to_json(brief)))
            assert report.passed, report.failures
    problems = check(tape, played.asked())
    assert not problems, "\n".join(f"{p.cassette}: {p.kind}: {p.message}" for p in problems)


@each_tape
def test_it_replays_to_the_same_bytes_at_any_concurrency_through_the_client(
    tape: Path, monkeypatch: pytest.MonkeyPatch
):
    first = replayed(tape)[1][0]
    monkeypatch.setattr(Tape, "recall", lambda *_: None)
    again = play(open_tape(tape), runs_of(tape)[0], concurrency=16)
    assert to_json(first.briefs) == to_json(again.briefs)


@recorded
def test_a_replay_waits_for_no_client():
    """openai and instructor take more than a second to import."""
    arguments = ["brief", "examples/", "--model", "local", "--replay", "cassettes/demo", "--quiet"]
    program = f"""
import os, sys
os._exit = lambda code: print(code, {{"openai", "instructor", "vcr"}} & set(sys.modules))
sys.argv[1:] = {[*arguments, "-o", os.devnull, "--format", "json"]!r}
from summarizer.cli import run
run()
"""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("SUMMARIZER")}
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=plain | {"SUMMARIZER_SETTINGS": os.devnull},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout == "0 set()\n", ran.stderr


@recorded
@pytest.mark.parametrize("strategy", ["stepwise", "whole"])
def test_every_example_is_asked_about_by_both_strategies(strategy: str):
    asked = {
        article.name for _, run in RUNS for article in run.articles if run.strategy == strategy
    }
    assert asked == EXAMPLES, f"{sorted(EXAMPLES - asked)} by {strategy} {MISSING}"


@recorded
@pytest.mark.parametrize("pack", sorted(find_packs(())))
def test_every_example_is_asked_about_with_every_pack(pack: str):
    asked = {
        article.name
        for _, run in RUNS
        for article in run.articles
        if {pack} == {used.name for used in run.packs}
    }
    assert asked == EXAMPLES, f"{sorted(EXAMPLES - asked)} with {pack} {MISSING}"


@recorded
def test_both_embedded_models_are_asked():
    asked = {endpoint_for(Settings(model=run.model)).name for _, run in RUNS}
    assert asked == {f"local/{weights.name}" for weights in KNOWN.values()}, f"one {MISSING}"


def reasks(tape: Path) -> Iterator[tuple[str, str]]:
    """Each answer that was refused and asked again, with what was said to be wrong with it."""
    for _, items in interactions(tape):
        answers = {answer(item) for item in items}
        for item in items:
            messages = json.loads(item.body)["messages"]
            if [m["role"] for m in messages[-2:]] == ["assistant", "user"]:
                refused, why = (str(m["content"]) for m in messages[-2:])
                assert refused in answers, "what is asked again was answered before, on this tape"
                yield refused, why


@recorded
def test_a_refused_answer_is_asked_again_with_the_reason():
    found = [again for tape in TAPES for again in reasks(tape)]
    assert found, f"no reask in any tape: it {MISSING}"
    assert any("Value error, " in why for _, why in found), (
        "a check of ours refused it, not only the form, and the model is told why"
    )


@recorded
def test_a_claim_of_the_models_is_refused_by_the_gate():
    """A claim that stands in a recorded answer, and not in the summary."""
    found = []
    for tape, made in everything_made():
        said = "\n".join(answer(item) for _, items in interactions(tape) for item in items)
        for summary in made.summaries:
            kept = summary.model_dump_json(exclude={"rejected", "article"})
            found += [
                refused
                for refused in summary.rejected
                if refused.value and refused.reason
                if refused.value in said and refused.value not in kept
            ]
    assert found, f"no refused claim in any tape: it {MISSING}"


@recorded
def test_a_sentence_of_a_brief_is_the_models_own():
    found = []
    for tape, made in everything_made():
        prose = {
            json.loads(answer(item))["sentence"]
            for path, items in interactions(tape)
            for item in items
            if path.stem == "compose"
        }
        found += [s.text for brief in made.briefs for s in brief.summary if s.text in prose]
    assert found, f"no sentence of any brief is the model's: it {MISSING}"


def counterparts(apart: str) -> list[tuple[Path, Path]]:
    """Tapes of the same articles by the same packs that differ in one thing alone."""

    def rest(run: TapeRun) -> tuple[object, ...]:
        way = {"model": run.model, "strategy": run.strategy} | {apart: None}
        return (*way.values(), run.pack, run.articles)

    return [
        (a, b)
        for at, (a, one) in enumerate(RUNS)
        for b, other in RUNS[at + 1 :]
        if rest(one) == rest(other) and getattr(one, apart) != getattr(other, apart)
    ]


@recorded
@pytest.mark.parametrize("apart", ["strategy", "model"])
def test_what_differs_between_the_strategies_and_between_the_models_is_told(apart: str):
    pairs = counterparts(apart)
    assert pairs, f"a second {apart} {MISSING}"
    gold = load_gold(ROOT / "examples" / "gold.json")
    paths = [str(ROOT / "examples")]
    for folders in pairs:
        before, after = (
            replay_side(folder, paths, Settings.load({}), gold=gold) for folder in folders
        )
        found = compare(before, after)
        assert getattr(runs_of(folders[0])[0], apart) != getattr(runs_of(folders[1])[0], apart)
        assert found.rows, "two ways of asking never say the same in every word"
        assert found.same["finding"] > 0
        assert {"figure value", "disputes shown"} <= {row.score for row in found.scores}
        page = to_html(found)
        assert page.count('<li class="row">') == len(found.rows)
        assert "Scores against the annotations" in page


@each_tape
def test_no_secret_and_no_place_of_a_machine_stands_in_it(tape: Path):
    assert not [p for p in check(tape) if p.kind in {"secret", "forgery", "broken", "duplicate"}]
    for path in sorted(tape.rglob("*")):
        if path.is_file():
            found = PLACES.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path.relative_to(CASSETTES)}: {found and found[0]}"
