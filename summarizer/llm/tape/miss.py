"""Why a request is not on the tape, for the person who changed something."""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import TapeError, TapeMiss
from summarizer.llm.tape.body import Parts, parts
from summarizer.llm.tape.cassette import Interaction, cassettes, read
from summarizer.llm.tape.manifest import other_libraries

if TYPE_CHECKING:
    from summarizer.llm.tape.recorder import Tape
    from summarizer.llm.tape.reel import Reel

__all__ = ["explain", "record_command", "unwrap"]

MEANING = {
    "model": "the model's name",
    "article": "the article's text",
    "schema": "the schema of the answer",
    "prompt": "the words of the prompt",
    "library": "what a library or a setting puts into the request",
    "repeated": "the same question is asked more often than it was recorded",
    "unrecorded": "nothing of this stage was recorded",
}
ARTICLE, PROMPT = 20, 60  # characters shown on either side of the first difference
LINES, WIDTH = 12, 120  # of a schema's diff


def explain(tape: Tape, reel: Reel, asked: Interaction) -> TapeMiss:
    """The error for a request that `reel` has no answer to (any more)."""
    subject, stage = reel.name.split("/")
    causes: tuple[str, ...]
    whose, nearest = _nearest(tape.directory, reel, asked)
    if reel.times(asked.question):
        causes, diff = ("repeated",), ""
    elif nearest is None:
        causes, diff = ("unrecorded",), ""
    else:
        old, new = parts(nearest.body), parts(asked.body)
        changed = tuple(name for name, text in new.texts().items() if text != old.texts()[name])
        causes = changed or ("library",)
        diff = "\n".join(line for cause in causes for line in _diff(cause, old, new))
        causes, diff = _with_libraries(tape.directory, causes, diff)
    what = ", ".join(f"{cause} ({MEANING[cause]})" for cause in causes)
    other = f" The nearest recording is that of {whose}." if whose not in ("", subject) else ""
    return TapeMiss(
        f"The tape has no answer to this request: {subject}, stage {stage}.{other}\n"
        f"What changed: {what}.",
        f"Record it again: {tape.again or _generic(tape.directory)}",
        subject=subject,
        stage=stage,
        causes=causes,
        diff=diff,
    )


def _with_libraries(
    directory: Path, causes: tuple[str, ...], diff: str
) -> tuple[tuple[str, ...], str]:
    """Name libraries of other versions, too, where they may have written what changed."""
    others = other_libraries(directory)
    if not others or not set(causes) & {"schema", "prompt", "library"}:
        return causes, diff
    told = [
        line for name, old, new in others for line in (f"  - {name} {old}", f"  + {name} {new}")
    ]
    rest = tuple(cause for cause in causes if cause != "library")
    return ("library", *rest), "\n".join([*told, diff])


def unwrap(error: BaseException | None) -> TapeMiss | None:
    """The miss behind an error that openai, instructor, tenacity or a task group put round it."""
    return next((found for found in _behind(error, set()) if isinstance(found, TapeMiss)), None)


def _behind(error: BaseException | None, seen: set[int]) -> Iterator[BaseException]:
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    yield error
    inner = list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
    for further in (error.__cause__, error.__context__, *inner):
        yield from _behind(further, seen)


def record_command(argv: Sequence[str]) -> str:
    """The command line that records what `argv` wanted to replay."""
    return shlex.join(
        argument.replace("--replay", "--record", 1) if argument.startswith("--replay") else argument
        for argument in argv
    )


def _generic(directory: Path) -> str:
    return f"the same command with --record {shlex.quote(str(directory))} instead of --replay."


def _nearest(directory: Path, reel: Reel, asked: Interaction) -> tuple[str, Interaction | None]:
    """The recorded request most like `asked`, and whose it is: this subject's, else another's."""
    subject, stage = reel.name.split("/")
    found = [(subject, item) for item in reel.interactions]
    if not found:
        for path in cassettes(directory):
            if path.stem == stage and path != reel.path:
                found += [(path.parent.name, item) for item in _readable(path)]
    if not found:
        return "", None
    new = parts(asked.body)
    return max(found, key=lambda pair: _likeness(parts(pair[1].body), new))


def _readable(path: Path) -> tuple[Interaction, ...]:
    """What a cassette holds; another subject's broken file is not what is asked about."""
    try:
        return read(path).interactions
    except TapeError:
        return ()


def _likeness(old: Parts, new: Parts) -> tuple[int, float]:
    """How like two requests are: the number of equal parts, then the share of equal characters."""
    pairs = [(text, new.texts()[name]) for name, text in old.texts().items()]
    shares = [_share(before, after) for before, after in pairs if before != after]
    return len(pairs) - len(shares), sum(shares)


def _share(old: str, new: str) -> float:
    """The share of the longer text that both begin and end with."""
    if old == new:
        return 1.0
    start = _common(old, new)
    end = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    return (start + end) / max(len(old), len(new), 1)


def _common(old: str, new: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(old), len(new))
    while low < high:  # by halves: a tape holds many long texts that hardly differ
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _diff(cause: str, old: Parts, new: Parts) -> list[str]:
    """A few lines that show what changed in one part."""
    before, after = old.texts()[cause], new.texts()[cause]
    if cause == "article":
        return _around(before, after, ARTICLE)
    if cause == "prompt":
        return _around(before, after, PROMPT)
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    changed = [line for line in lines if re.match(r"[+-] *[\"\w]", line)]  # brackets say nothing
    more = [f"  … {len(changed) - LINES} more lines"] if len(changed) > LINES else []
    return [f"  {line[0]} {line[1:].strip()[:WIDTH]}" for line in changed[:LINES]] + more


def _around(old: str, new: str, width: int) -> list[str]:
    """Both texts, `width` characters on either side of the first difference."""
    at = _common(old, new)

    def piece(text: str) -> str:
        shown = text[max(0, at - width) : at + width].replace("\n", "⏎")
        return ("…" if at > width else "") + shown + ("…" if len(text) > at + width else "")

    return [f"  - {piece(old)}", f"  + {piece(new)}"]
