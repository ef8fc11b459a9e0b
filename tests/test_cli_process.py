"""The command line as a process: terminals, pipes, interruption, what its start imports."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "summarizer"]
HEAVY = {
    "openai", "instructor", "pydantic", "spacy", "trafilatura", "scipy", "numpy", "vcr", "jinja2",
    "dateparser", "httpx2", "asyncio", "rich", "yaml", "sqlite3",
}  # fmt: skip


def test_help_imports_nothing_heavy() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "summarizer", "--help"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in told.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & HEAVY


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; import summarizer; print(*[m for m in sys.modules if 'summarizer.' in m])"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.strip() == ""


def test_a_reader_that_goes_away_is_no_error(articles: Path) -> None:
    (articles / "long.txt").write_text("A long line of words about a bridge, as ever.\n\n" * 9000)
    process = subprocess.Popen(
        [*COMMAND, "read", str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    told = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) == 0, told
    assert told == ""


def on_a_terminal(*arguments: str, **environ: str) -> str:
    """What a person sees: output and error on one pseudo-terminal."""
    ours, theirs = pty.openpty()
    base = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True,
        env=base | {"TERM": "xterm-256color", "COLUMNS": "100"} | environ,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    assert process.wait(60) == 0, seen.decode()
    return seen.decode()


COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|38;5)[0-9;]*m")


def test_a_terminal_gets_colour_and_a_pipe_none(articles: Path) -> None:
    asked = ("read", str(articles))
    seen = on_a_terminal(*asked)
    assert COLOUR.search(seen)
    assert "# " not in seen  # rendered, not raw
    assert not COLOUR.search(on_a_terminal(*asked, NO_COLOR="1"))
    assert not COLOUR.search(on_a_terminal(*asked, "--no-color"))
    piped = subprocess.run([*COMMAND, *asked], capture_output=True, check=True, timeout=60)
    assert b"\x1b" not in piped.stdout + piped.stderr
    assert piped.stdout.startswith(b"# ")


def test_a_terminal_shows_how_far_a_run_is(articles: Path, endpoint: str) -> None:
    seen = on_a_terminal("brief", str(articles), "--model", "stub-7b", "--base-url", endpoint)
    assert "summarizing" in seen
    assert "2/2" in seen
    assert "tokens" in seen


@pytest.fixture
def silent() -> Iterator[tuple[str, threading.Event]]:
    """An endpoint that never answers, and an event for when it was asked."""
    asked, over = threading.Event(), threading.Event()

    class Silent(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay quiet."""

        def do_POST(self) -> None:
            asked.set()
            over.wait(60)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1", asked
    over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_interruption_ends_at_once_and_breaks_nothing(
    articles: Path, tmp_path: Path, silent: tuple[str, threading.Event]
) -> None:
    url, asked = silent
    target = tmp_path / "brief.json"
    target.write_text("old")
    process = subprocess.Popen(
        [*COMMAND, "brief", str(articles), "--model", "m-7b", "--base-url", url,
         "-o", str(target), "--record", str(tmp_path / "tape")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # Whoever runs the tests in the background has Ctrl-C ignored, and its children with it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )  # fmt: skip
    assert asked.wait(60)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert time.monotonic() - began < 10
    assert out == b""
    assert b"Traceback" not in err
    assert b"interrupted" in err
    assert target.read_text() == "old"
    assert not list(tmp_path.rglob("*.part*"))


def test_completion_knows_the_commands() -> None:
    environ = os.environ | {
        "_SUMMARIZER_COMPLETE": "complete_bash", "COMP_WORDS": "summarizer ", "COMP_CWORD": "1"
    }  # fmt: skip
    told = subprocess.run(
        [str(Path(sys.executable).with_name("summarizer"))],
        env=environ, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert {"brief", "verify", "packs"} <= set(told.stdout.split())
