"""The tape, and the transport that records what passes or replays it."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from summarizer.errors import TapeError, UsageError
from summarizer.llm.tape.body import map_strings, readable, reduce
from summarizer.llm.tape.cassette import PARTIAL, Interaction, cassettes
from summarizer.llm.tape.reel import Asked, Reel
from summarizer.llm.tape.scrub import Scrubber

if TYPE_CHECKING:
    import httpx2

    from summarizer.llm.ask import Ask
    from summarizer.llm.tape.recall import Recalled

__all__ = ["Mode", "Tape", "open_tape"]

Mode = Literal["replay", "missing", "all"]
MODES: tuple[Mode, ...] = ("replay", "missing", "all")
UNSAFE = re.compile(r"[^a-z0-9._-]+")
LONGEST = 80  # characters of a file's name


class Tape:
    """A recording of what was asked of models, in `directory`.

    - mode "replay": every answer comes from the tape; nothing else is opened. A request that is
      not on it raises TapeMiss.
    - mode "missing": what is on the tape is replayed, the rest is asked and recorded. Continues
      a recording that was interrupted, even killed.
    - mode "all": everything is asked; each cassette is replaced by its first new recording.
    - `private`: the article's text, and whatever stands between <article> or <sentence> lines of
      a prompt, is recorded as a digest. Answers must replay exactly, so what they quote stays
      readable on the tape, and so do titles and whatever else a prompt says outside those lines.
    - `again`: the command that makes the recording, for messages.
    - `clock` gives seconds.

    One tape may serve several transports, threads and event loops at once, but only one process
    may record to a folder. Each question is played once for every time it was recorded.
    """

    def __init__(
        self,
        directory: Path,
        mode: Mode = "replay",
        private: bool = False,
        *,
        again: str = "",
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.directory = directory
        self.mode = mode
        self.private = private
        self.again = again
        self.clock = clock
        self.noted = False  # whether this run has written down how it records
        self.scrubber = Scrubber()
        self.lock = threading.RLock()
        self._reels: dict[str, Reel] = {}

    def transport(
        self, inner: httpx2.AsyncBaseTransport | Callable[[], httpx2.AsyncBaseTransport]
    ) -> httpx2.AsyncBaseTransport:
        """The client's transport: replays, or sends through `inner` and records.

        `inner` may be a function that makes it; then it is made for the first request that is sent.
        """
        from summarizer.llm.tape.transport import TapeTransport

        return TapeTransport(self, inner)

    def recall(self, ask: Ask[Any], request: Mapping[str, Any]) -> Recalled | None:
        """The answer to a question where the tape alone can tell it; None where it can't."""
        from summarizer.llm.tape.recall import recall

        return recall(self, ask, request)

    @cached_property
    def same_libraries(self) -> bool:
        """Whether what makes a request's body has the versions here that it was recorded with."""
        from summarizer.llm.tape.manifest import same_libraries

        return same_libraries(self.directory)

    def kept(
        self, method: str, path: str, body: Any, content_type: str = "", *, private: bool
    ) -> Interaction:
        """A request as the tape keeps it, still without an answer; `body` is JSON, or a text."""
        clean = self.scrubber.cleaner()
        return Interaction(
            method=method,
            path=clean(path),
            body=readable(map_strings(reduce(body) if private else body, clean)),
            content_type=content_type,
            status=0,
            headers=(),
            answer="",
        )

    def reel(self, subject: str, stage: str) -> Reel:
        """The cassette of one subject and stage; raises TapeError where it cannot be read."""
        name = f"{label(subject)}/{label(stage)}"
        with self.lock:
            if name not in self._reels:
                self._reels[name] = Reel(
                    self.directory / f"{name}.yaml",
                    name,
                    private=self.private,
                    continued=self.mode != "all",
                )
            return self._reels[name]

    def asked(self) -> tuple[Asked, ...]:
        """Every question asked so far, sorted, each as often as it was: for `check`."""
        with self.lock:
            return tuple(asked for _, reel in sorted(self._reels.items()) for asked in reel.asked())

    def settle(self) -> None:
        """Note which questions a run ended without an answer to, so that they are asked again."""
        if self.mode == "replay":
            return
        with self.lock:
            for _, reel in sorted(self._reels.items()):
                reel.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.settle()


def open_tape(directory: str | Path, mode: Mode = "replay", private: bool = False) -> Tape:
    """Open a tape; raises UsageError for an unknown mode, TapeError where there is none."""
    if mode not in MODES:
        raise UsageError(f"{mode!r} is no mode of a tape.", f"Choose among {', '.join(MODES)}.")
    directory = Path(directory)
    if mode == "replay" and not cassettes(directory):
        raise TapeError(f"There is no recording in {directory}.", "Record one with --record DIR.")
    if mode != "replay":
        for partial in sorted(directory.glob(f"*/*{PARTIAL}")):
            partial.unlink(missing_ok=True)
    return Tape(directory, mode, private)


def label(name: str) -> str:
    """`name` as the name of a file; what had to be changed is told apart by a digest."""
    plain = UNSAFE.sub("-", name.lower()).strip("-.")
    if plain == name and 0 < len(plain) <= LONGEST:
        return plain
    digest = sha256(name.encode()).hexdigest()[:6]
    return f"{plain[: LONGEST - 7] or 'unnamed'}-{digest}" if name else "unnamed"
