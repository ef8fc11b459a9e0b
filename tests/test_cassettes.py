"""Our own recordings: each replays whole, holds nothing more, and nothing that must not be kept."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest

from summarizer import pipeline
from summarizer.llm.tape import check, open_tape
from summarizer.llm.tape.manifest import runs_of
from summarizer.publishing import to_json
from summarizer.recording import replay_settings
from summarizer.settings import Settings
from summarizer.verify import verify

ROOT = Path(__file__).resolve().parent.parent
CASSETTES = ROOT / "cassettes"
TAPES = sorted(path for path in CASSETTES.glob("*") if path.is_dir())
# Places of a machine; `check` knows only those of the machine it runs on.
PLACES = re.compile(r"(?<![\w.~])/(?:home|Users|root|tmp|var)/\w|\b[A-Z]:\\\\")

each_tape = pytest.mark.parametrize(
    "tape",
    TAPES
    or [
        pytest.param(
            CASSETTES, marks=pytest.mark.skip("nothing is recorded in cassettes/: make record")
        )
    ],
    ids=lambda path: path.name,
)


@each_tape
def test_it_says_how_it_was_made(tape: Path):
    runs = runs_of(tape)
    assert runs, f"{tape.name} has no tape.json: make record"
    for run in runs:
        assert not run.remote, "our own recordings are of the embedded model"
        for article in run.articles:
            assert (ROOT / "examples" / str(article.name)).is_file(), "all are of examples/"


@each_tape
def test_it_replays_and_nothing_of_it_is_unused_or_missing(tape: Path, tmp_path: Path):
    played = open_tape(tape)
    for run in runs_of(tape):
        # The prompts as they are now: a recording that they no longer fit must be made again.
        settings = replay_settings(run, Settings.load({}), tmp_path)
        paths = [ROOT / "examples" / str(article.name) for article in run.articles]
        made = asyncio.run(pipeline.brief(sorted(paths), settings, tape=played))
        assert made.exit_code == 0
        assert made.paid.calls == made.used.calls > 0
        for brief in made.briefs:
            report = verify(json.loads(to_json(brief)))
            assert report.passed, report.failures
    problems = check(tape, played.asked())
    assert not problems, "\n".join(f"{p.cassette}: {p.kind}: {p.message}" for p in problems)


@each_tape
def test_it_replays_to_the_same_bytes_at_any_concurrency(tape: Path, tmp_path: Path):
    run = runs_of(tape)[0]
    settings = replay_settings(run, Settings.load({}), tmp_path)
    paths = sorted(ROOT / "examples" / str(article.name) for article in run.articles)
    made = [
        to_json(
            asyncio.run(
                pipeline.brief(
                    paths,
                    settings.model_copy(update={"concurrency": at_once}),
                    tape=open_tape(tape),
                )
            ).briefs
        )
        for at_once in (1, 16)
    ]
    assert made[0] == made[1]


@each_tape
def test_no_secret_and_no_place_of_a_machine_stands_in_it(tape: Path):
    assert not [p for p in check(tape) if p.kind in {"secret", "forgery", "broken", "duplicate"}]
    for path in sorted(tape.rglob("*")):
        if path.is_file():
            found = PLACES.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path.relative_to(CASSETTES)}: {found and found[0]}"
