"""A pytest plugin for newsrooms' own tests: the fixture `summarizer_tape`.

Off unless a test asks for it. Around such a test every question to a model is answered from a
recording, and nothing else may be reached; `pytest --summarizer-record` makes the recording again.
docs/replay.md has a complete example.
"""

from __future__ import annotations

import re
import shlex
import socket
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape

__all__ = ["summarizer_tape"]

FIXTURE, RECORD, PRIVATE = "summarizer_tape", "--summarizer-record", "--summarizer-private"
FOLDER = "summarizer_tapes"
WAYS_OUT = ("connect", "connect_ex", "sendto", "sendmsg")
_TAPE = pytest.StashKey["Tape"]()
_UNSAFE = re.compile(r"[^\w.-]+")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options, and the setting that says where recordings are."""
    group = parser.getgroup("summarizer", "summarizer: tests on recorded answers of models")
    group.addoption(
        RECORD,
        action="store_true",
        help=f"ask the model, and record its answers anew for each test that uses {FIXTURE}",
    )
    group.addoption(
        PRIVATE,
        action="store_true",
        help=f"with {RECORD}: keep digests in place of articles",
    )
    parser.addini(
        FOLDER, "folder of recordings, beside each test file (default: tapes)", default="tapes"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers",
        f"{FIXTURE}(folder): where this test's recording is, relative to its file",
    )


@pytest.fixture
def summarizer_tape(request: pytest.FixtureRequest) -> Iterator[Tape]:
    """Answer the questions of this test from its recording, and block the network.

    The recording is in tapes/FILE/TEST beside the test's file, unless the marker
    `summarizer_tape` names another folder. With --summarizer-record it is made anew, and the
    network is open.
    """
    import summarizer
    from summarizer.errors import TapeError

    config = request.config
    recording = bool(config.getoption(RECORD))
    folder = _folder(request.node, str(config.getini(FOLDER)))
    again = f"pytest {shlex.quote(request.node.nodeid)} {RECORD}"
    try:
        opened = summarizer.tape(
            folder,
            "all" if recording else "replay",
            private=recording and bool(config.getoption(PRIVATE)),
        )
        with opened as tape, pytest.MonkeyPatch.context() as patch:
            tape.again = again
            request.node.stash[_TAPE] = tape
            if not recording:
                _block(patch)
            yield tape
    except TapeError as error:
        pytest.fail(f"{error.message}\nRecord it: {again}", pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail on a miss with what changed, and on recorded answers that nobody asks for any more."""
    tape = item.stash.get(_TAPE, None)
    if tape is None:
        return (yield)
    from summarizer.llm.tape import check, unwrap

    try:
        result = yield
    except Exception as error:
        miss = unwrap(error)
        if miss is None:
            raise
        pytest.fail(str(miss), pytrace=False)
    if tape.mode == "all":
        _forget_unasked(tape)
    else:
        unused = [p for p in check(tape.directory, tape.asked()) if p.kind in {"orphan", "stale"}]
        if unused:
            told = "\n".join(f"  {p.cassette}: {p.message}" for p in unused)
            pytest.fail(
                f"The recording holds what this test asks no more:\n{told}\n"
                f"Record it again: {tape.again}",
                pytrace=False,
            )
    return result


def _folder(item: pytest.Item, tapes: str) -> Path:
    """Where a test's recording is; the names of parameters tell its variants apart."""
    beside = item.path.parent
    marker = item.get_closest_marker(FIXTURE)
    if marker is not None and marker.args:
        return beside / str(marker.args[0])
    inside = item.nodeid.split("::", 1)[-1].replace("::", ".")
    return beside / tapes / item.path.stem / _UNSAFE.sub("-", inside).strip("-")


def _forget_unasked(tape: Tape) -> None:
    """Remove what an earlier recording of this test asked and this one didn't."""
    from summarizer.llm.tape.cassette import cassettes

    asked = {asked.cassette for asked in tape.asked()}
    for path in cassettes(tape.directory):
        if f"{path.parent.name}/{path.stem}" not in asked:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()


def _block(patch: pytest.MonkeyPatch) -> None:
    """Let no socket out of this process, and look no name up; pairs of sockets stay."""

    def guarded(way: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, *rest: Any) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                _refuse()
            return way(self, *rest)

        return call

    for name in WAYS_OUT:
        if hasattr(socket.socket, name):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    patch.setattr(socket, "getaddrinfo", lambda *_, **__: _refuse())


def _refuse() -> NoReturn:
    # Not an exception that a client could take for a passing fault, and try again.
    pytest.fail(
        f"A test with {FIXTURE} reached for the network. Only answers of models are recorded;"
        " give it files for everything else.",
        pytrace=False,
    )
