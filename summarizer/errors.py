"""Every error this package raises on purpose, in one tree.

    SummarizerError                 exit code 1   the root: a message, and what to do about it
    ├── UsageError                  2             the command or the call cannot be carried out as written
    │   ├── SettingsError           2             a settings file or variable that cannot be used
    │   └── PackError               2             a pack that is missing, broken or unsafe to load
    ├── InputError                  3             an input that is missing, unreadable or not an article
    ├── ModelError                  4             no model, or one that cannot be used
    │   ├── WeightsError            4             weights missing, damaged, or no room to keep them
    │   ├── EndpointError           4             an endpoint that refuses, hangs or answers nonsense
    │   └── CostLimitReached        5             the next call could exceed --max-cost
    ├── TapeError                   6             a recording that cannot be read or written
    │   └── TapeMiss                6             a request that is not on the tape
    ├── VerificationError           7             a document that does not hold what it claims
    └── DriftFound                  8             two runs that differ in what --fail-on names

Exit code 0 is success; 3 is also used when some inputs failed and the rest went through;
130 is Ctrl-C. Messages never hold article text, prompts or keys.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "CostLimitReached",
    "DriftFound",
    "EndpointError",
    "InputError",
    "ModelError",
    "PackError",
    "SettingsError",
    "SummarizerError",
    "TapeError",
    "TapeMiss",
    "UsageError",
    "VerificationError",
    "WeightsError",
]


class SummarizerError(Exception):
    """Anything the package refuses to do, with the next step for the reader.

    `message` says what happened and to which file or name; `hint` says what to do next.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(SummarizerError):
    """The command or the call cannot be carried out as written."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file or an environment variable that cannot be used."""


class PackError(UsageError):
    """A pack that is missing, broken or unsafe to load."""


class InputError(SummarizerError):
    """An input that is missing, unreadable or not an article; the rest of the batch goes on."""

    exit_code = 3


class ModelError(SummarizerError):
    """No model, or one that cannot be used."""

    exit_code = 4


class WeightsError(ModelError):
    """Model weights that are missing or damaged, or that there is no room to keep."""


class EndpointError(ModelError):
    """An endpoint that refuses, hangs or answers nonsense."""


class CostLimitReached(ModelError):
    """The next call could exceed the run's cost limit; nothing was sent."""

    exit_code = 5


class TapeError(SummarizerError):
    """A recording that cannot be read or written."""

    exit_code = 6


class TapeMiss(TapeError):
    """A request that is not on the tape, with what differs from the nearest one that is.

    `subject` and `stage` name the cassette; `causes` are among "model", "article", "schema",
    "prompt", "library", or one of "repeated" and "unrecorded"; `diff` shows what changed, of an
    article no more than 20 characters on either side of the first difference.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        subject: str = "",
        stage: str = "",
        causes: tuple[str, ...] = (),
        diff: str = "",
    ) -> None:
        super().__init__(message, hint)
        self.subject = subject
        self.stage = stage
        self.causes = causes
        self.diff = diff

    def __str__(self) -> str:
        return "\n".join(part for part in (self.message, self.diff, self.hint) if part)


class VerificationError(SummarizerError):
    """A document that does not hold what it claims."""

    exit_code = 7


class DriftFound(SummarizerError):
    """Two runs differ in what must not differ."""

    exit_code = 8
