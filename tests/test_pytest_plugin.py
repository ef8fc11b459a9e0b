"""The plugin, by running pytest on the example of docs/replay.md."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from obliging import obliging

KEY = "sk-planted-0123456789abcdef"
Pytest = Callable[..., tuple[int, str]]


EXAMPLE = Path(__file__).resolve().parent.parent / "docs" / "replay-example"


def settle(place: Path) -> Path:
    """The example as a newsroom would have it, in a folder of its own."""
    shutil.copytree(EXAMPLE, place, ignore=shutil.ignore_patterns("__pycache__"))
    (place / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers --strict-config\n")
    return place


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    return settle(tmp_path / "newsroom")


# Installed, the plugin loads itself; named, it does so where it isn't installed anew, too.
PLAIN = (
    "-q", "-s", "-p", "no:cacheprovider", "--no-header", "--import-mode=importlib",
    "-p", "no:summarizer", "-p", "summarizer.pytest_plugin",
)  # fmt: skip


def pytest_there(place: Path, *arguments: str, **env: str) -> int:
    """Run pytest in a folder, in this process: it has the parser loaded; `env` sets variables."""
    before = set(sys.modules)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        for name, value in env.items():
            patch.setenv(name, value)
        code = int(pytest.main([*PLAIN, *arguments]))
    for name in set(sys.modules) - before:
        if name.startswith("test_"):
            del sys.modules[name]
    return code


@pytest.fixture
def run_pytest(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> Pytest:
    """Run pytest there: its exit code and all that it said."""

    def run(*arguments: str, **env: str) -> tuple[int, str]:
        capsys.readouterr()
        code = pytest_there(newsroom, *arguments, **env)
        return code, "".join(capsys.readouterr())

    return run


@pytest.fixture
def in_its_own_process(newsroom: Path, root: Path) -> Pytest:
    """The same in a process that has nothing loaded."""

    def run(*arguments: str) -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", *PLAIN, *arguments],
            cwd=newsroom,
            env={**os.environ, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout + ran.stderr

    return run


@pytest.fixture(scope="module")
def tapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `--summarizer-record` made, once for all tests."""
    place = settle(tmp_path_factory.mktemp("recording") / "newsroom")
    with obliging() as address:
        env = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": address}
        assert pytest_there(place, "--summarizer-record", **env) == 0
    return place / "tapes"


@pytest.fixture
def recorded(newsroom: Path, tapes: Path) -> None:
    shutil.copytree(tapes, newsroom / "tapes")


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_example_in_the_docs_is_the_one_that_runs(root: Path):
    said = (root / "docs" / "replay.md").read_text(encoding="utf-8")
    code = (root / "docs" / "replay-example" / "test_flood.py").read_text(encoding="utf-8")
    assert f"```python\n{code}```" in said


def test_without_a_recording_it_says_how_to_make_one(run_pytest: Pytest):
    code, out = run_pytest()
    assert code == 1
    assert "There is no recording in" in out
    again = "Record it: pytest test_flood.py::test_the_brief_carries_its_proof --summarizer-record"
    assert again in out
    assert "Traceback" not in out


@pytest.mark.usefixtures("recorded")
def test_replay_needs_neither_key_nor_network(in_its_own_process: Pytest, newsroom: Path):
    before = files(newsroom / "tapes")
    assert "test_flood/test_the_brief_carries_its_proof/tape.json" in before
    code, out = in_its_own_process()
    assert code == 0, out
    assert "2 passed" in out
    assert files(newsroom / "tapes") == before
    assert not [name for name, data in before.items() if KEY.encode() in data]


@pytest.mark.usefixtures("recorded")
def test_a_miss_fails_with_the_cause_and_the_command(run_pytest: Pytest, newsroom: Path):
    prompt = newsroom / "packs" / "prompts" / "flood" / "whole.md"
    edit(prompt, "Read the article about a flood", "Study the article about a flood")
    code, out = run_pytest("-k", "agree")
    assert code == 1
    assert "What changed: prompt (the words of the prompt)." in out
    assert re.search(r"\+ .*Study the article", out)
    assert "test_both_papers_agree_on_who_was_moved --summarizer-record" in out
    assert "Traceback" not in out
    assert "openai" not in out.replace("openai/gpt-4o-mini", "")


@pytest.mark.usefixtures("recorded")
def test_a_new_recording_forgets_what_is_asked_no_more(
    run_pytest: Pytest, newsroom: Path, endpoint: str
):
    (newsroom / "articles" / "valley-courier.md").rename(newsroom / "articles" / "courier.md")
    (newsroom / "articles" / "river-post.md").rename(newsroom / "articles" / "post.md")
    code, out = run_pytest("--summarizer-record", OPENAI_API_KEY=KEY, OPENAI_BASE_URL=endpoint)
    assert code == 0, out
    assert not [name for name in files(newsroom / "tapes") if "river-post" in name]
    assert run_pytest()[0] == 0


@pytest.mark.usefixtures("recorded")
def test_recorded_answers_that_nobody_asks_for_fail_the_test(run_pytest: Pytest, newsroom: Path):
    edit(newsroom / "test_flood.py", "[position.value for", "[position.value + 0 for")
    tape = newsroom / "tapes" / "test_flood" / "test_the_brief_carries_its_proof"
    [one, *_] = sorted(tape.glob("river-post*/whole.yaml"))
    (tape / "other").mkdir()
    shutil.copy(one, tape / "other" / "whole.yaml")
    code, out = run_pytest("-k", "proof")
    assert code == 1
    assert "The recording holds what this test asks no more" in out
    assert "other/whole.yaml: nothing of this cassette is asked any more" in out


@pytest.mark.usefixtures("recorded")
def test_the_network_is_blocked_where_the_fixture_is_used_and_only_there(
    run_pytest: Pytest, newsroom: Path
):
    (newsroom / "test_network.py").write_text(
        """
import socket
import pytest

def reach():
    with socket.socket() as one:
        try:
            one.connect(("127.0.0.1", 9))
        except Exception as error:
            return type(error).__name__
    return "connected"

@pytest.mark.summarizer_tape("tapes/test_flood/test_the_brief_carries_its_proof")
def test_inside(summarizer_tape):
    reach()

@pytest.mark.summarizer_tape("tapes/test_flood/test_the_brief_carries_its_proof")
def test_a_name(summarizer_tape):
    socket.getaddrinfo("localhost", 80)

def test_outside():
    assert reach() == "ConnectionRefusedError"
""",
        encoding="utf-8",
    )
    _, out = run_pytest("test_network.py")
    assert "2 failed, 1 passed" in out, out
    assert out.count("A test with summarizer_tape reached for the network.") >= 2


def test_a_private_recording_holds_no_article(run_pytest: Pytest, newsroom: Path, endpoint: str):
    options = ("--summarizer-record", "--summarizer-private")
    code, out = run_pytest(*options, OPENAI_API_KEY=KEY, OPENAI_BASE_URL=endpoint)
    assert code == 0, out
    tapes = files(newsroom / "tapes")
    assert not [name for name, data in tapes.items() if b"The water came within" in data]
    assert run_pytest()[0] == 0


def test_it_is_off_unless_it_is_used(in_its_own_process: Pytest, newsroom: Path):
    (newsroom / "test_plain.py").write_text(
        "import sys\n\n\ndef test_nothing_is_loaded():\n"
        "    assert not {'httpx2', 'summarizer.llm', 'summarizer.api'} & set(sys.modules)\n"
    )
    code, out = in_its_own_process("test_plain.py")
    assert code == 0, out


def test_the_entry_point_is_declared(root: Path):
    assert '[project.entry-points.pytest11]\nsummarizer = "summarizer.pytest_plugin"' in (
        root / "pyproject.toml"
    ).read_text(encoding="utf-8")
