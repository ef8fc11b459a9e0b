"""Many: features of a large batch, half of them read by a second process.

The second process is started by its own command, not forked and not spawned by `multiprocessing`:
so it is safe beside threads and an event loop, and a script needs no `__main__` guard. What it
gives is what this process would have read; where it can't be had, this process reads it all.
"""

from __future__ import annotations

import gc
import os
import pickle  # only what this module's own process wrote is read
import subprocess
import sys
from collections.abc import Sequence
from threading import Thread

from summarizer.merging.features import Features, read_features
from summarizer.merging.likeness import Bags
from summarizer.merging.terms import terms_of_all

__all__ = ["read_all", "serve"]

LARGE = 2000  # articles below which a process takes longer to start than it saves
MINE = 0.55  # the second process has to start, and to write down what it found
_SERVE = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer);"
    " from summarizer.merging.many import serve; serve()"
)
Draft = tuple[str | None, str, str | None]
Read = tuple[list[Features], Bags]


def read_all(drafts: Sequence[Draft]) -> Read:
    """The features and the terms of articles given as title, text and ISO date of publication."""
    if len(drafts) < LARGE or _cores() < 2:  # noqa: PLR2004 — with one core there is nothing to share
        return _read(drafts)
    mine = round(MINE * len(drafts))
    helper = _Helper(drafts[mine:])
    features, words = _read(drafts[:mine])
    theirs, their_words = helper.wait() or _read(drafts[mine:])
    return features + theirs, words.followed_by(their_words)


def _read(drafts: Sequence[Draft]) -> Read:
    features = [read_features(*draft) for draft in drafts]
    return features, terms_of_all((title, text) for title, text, _ in drafts)


def serve() -> None:
    """Read drafts from the standard input, write what is read in them to the standard output."""
    gc.disable()  # all that is made here is kept to the end
    drafts = pickle.load(sys.stdin.buffer)  # noqa: S301 — written by the process that started this one
    pickle.dump(_read(drafts), sys.stdout.buffer, protocol=5)


class _Helper(Thread):
    """A process at work on some drafts, fed and listened to beside the caller's own work."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        super().__init__(daemon=True)
        self.drafts = drafts
        self.answer = b""
        self.start()

    def run(self) -> None:
        """Start the process, hand it the drafts and keep what it answers."""
        sent = pickle.dumps(sys.path) + pickle.dumps(list(self.drafts), protocol=5)
        try:
            done = subprocess.run(  # noqa: S603 — our own code, by the interpreter that runs
                [sys.executable, "-c", _SERVE],
                input=sent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
            )  # fmt: skip
        except (OSError, ValueError, subprocess.SubprocessError):
            return  # the answer stays empty, and the caller reads these drafts as well
        self.answer = done.stdout

    def wait(self) -> Read | None:
        """What was read, or null where the process gave nothing."""
        self.join()
        try:
            found = pickle.loads(self.answer)  # noqa: S301 — written by this module's own process
        except (EOFError, pickle.UnpicklingError):
            return None
        return found if isinstance(found, tuple) and len(found[0]) == len(self.drafts) else None


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
