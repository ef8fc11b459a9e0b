"""Record and replay of a whole run, from the command line: same bytes, no socket, no key."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

KEY = "sk-planted-0123456789abcdef"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def live(run: Run, articles: Path, endpoint: str, tmp_path: Path) -> str:
    """The JSON of a run that was recorded to tmp_path/tape."""
    code, out, err = run(
        "brief", articles, "--model", "tiny-7b", "--base-url", endpoint, "--format", "json",
        "--record", tmp_path / "tape", "--quiet",
    )  # fmt: skip
    assert code == 0, err
    return out


@pytest.fixture
def replay(run: Run, articles: Path, tmp_path: Path) -> Run:
    """Replay it; more arguments come after."""

    def call(*arguments: object) -> tuple[int, str, str]:
        return run(
            "brief", articles, "--model", "tiny-7b", "--base-url", "http://nowhere.invalid/v1",
            "--format", "json", "--replay", tmp_path / "tape", "--quiet", *arguments,
        )  # fmt: skip

    return call


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("a replay reached for the network")


def test_twenty_replays_at_any_concurrency_are_the_live_run(
    live: str, replay: Run, monkeypatch: pytest.MonkeyPatch
):
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for number in range(20):
        monkeypatch.setenv("SUMMARIZER_CONCURRENCY", ("1", "4", "16")[number % 3])
        assert replay() == (0, live, "")
    assert '"recorded": true' in live


def test_replay_in_a_network_namespace_without_network(live: str, articles: Path, tmp_path: Path):
    unshare = shutil.which("unshare")
    permitted = unshare and not subprocess.run([unshare, "-rn", "true"], check=False).returncode
    if not permitted:
        pytest.skip("no network namespace may be made here; sockets are refused in another test")
    environ = {k: v for k, v in os.environ.items() if not k.startswith("OPENAI_")}
    ran = subprocess.run(
        [
            str(unshare), "-rn", sys.executable, "-m", "summarizer", "brief", str(articles),
            "--model", "tiny-7b", "--base-url", "http://nowhere.invalid/v1", "--format", "json",
            "--replay", str(tmp_path / "tape"), "--quiet",
        ],
        env=environ, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.stdout.decode() == live, ran.stderr.decode()


def test_a_replay_asks_for_no_key_and_a_key_stays_nowhere(
    run: Run, articles: Path, endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    command = ("brief", articles, "--model", "openai/gpt-4o-mini", "--format", "json")
    tape = tmp_path / "tape"
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", endpoint)
    code, out, err = run(*command, "--record", tape)
    assert code == 0
    monkeypatch.delenv("OPENAI_API_KEY")
    replayed = run(*command, "--replay", tape)
    assert replayed[:2] == (0, out)
    assert KEY not in out + err + "".join(map(str, replayed))
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert [path for path in kept if path.suffix == ".yaml"]
    assert not [path for path, data in kept.items() if KEY.encode() in data]
    assert not [path for path, data in kept.items() if endpoint.encode() in data]


def test_the_tape_says_how_it_was_made_and_always_in_the_same_bytes(
    run: Run, live: str, articles: Path, endpoint: str, tmp_path: Path
):
    note = tmp_path / "tape" / "tape.json"
    before = note.read_bytes()
    assert b'"model": "tiny-7b"' in before
    assert b'"strategy": "stepwise"' in before
    assert str(tmp_path).encode() not in before
    again = ("brief", articles, "--model", "tiny-7b", "--base-url", endpoint, "--quiet")
    assert run(*again, "--record", tmp_path / "tape", "--format", "json")[:2] == (0, live)
    assert note.read_bytes() == before, "a recording that is continued stays what it is"
    assert run(*again, "--record", tmp_path / "other", "--format", "json")[0] == 0
    assert (tmp_path / "other" / "tape.json").read_bytes() == before


@pytest.mark.usefixtures("live")
def test_a_check_finds_a_secret_and_a_fault_in_the_note(run: Run, tmp_path: Path):
    tape = tmp_path / "tape"
    assert run("tape", "check", tape)[0] == 0
    note = tape / "tape.json"
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("tiny-7b", KEY), encoding="utf-8")
    code, out, _ = run("tape", "check", tape)
    assert (code, "tape.json: secret: line" in out) == (6, True)
    note.write_text("{", encoding="utf-8")
    code, out, _ = run("tape", "check", tape)
    assert (code, "tape.json: broken" in out) == (6, True)
