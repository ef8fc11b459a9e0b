"""What is wrong with a tape: secrets, orphans, stale ones, duplicates, forgeries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import TapeError
from summarizer.llm.tape.body import load, readable, reduce
from summarizer.llm.tape.cassette import HOST, PARTIAL, Cassette, Interaction, cassettes, read
from summarizer.llm.tape.manifest import MANIFEST, runs_of
from summarizer.llm.tape.reel import Asked, digest_of
from summarizer.llm.tape.scrub import Scrubber

__all__ = ["TapeProblem", "check"]

Kind = Literal["secret", "orphan", "stale", "duplicate", "forgery", "broken"]
Found = tuple[Kind, str]

HEADERS = {"content-type", "retry-after", "x-summarizer-seconds"}
# An answer has between these many characters a token; anything else was edited. Numbers and
# scripts other than Latin take up to a few tokens a character, long words and blanks a dozen
# characters a token.
FEWEST, MOST, SLACK = 0.25, 16.0, 24


@dataclass(frozen=True, order=True)
class TapeProblem:
    """One thing that is wrong with a tape; `cassette` is a path relative to it.

    Kinds: "secret", "orphan" (a cassette of which nothing is asked any more), "stale" (a recorded
    request in a cassette that is used, which is not asked any more), "duplicate", "forgery"
    (edited, or an answer that cannot be what it says it is), "broken" (unreadable or half-written).
    """

    cassette: str
    kind: Kind
    message: str


def check(directory: Path, asked: Iterable[Asked] | None = None) -> list[TapeProblem]:
    """Everything that is wrong with the tape in `directory`, sorted.

    `asked` is what a run on this tape asked (`Tape.asked()`); without it nothing can be said about
    orphans and stale recordings. Raises TapeError where there is no tape.
    """
    paths = cassettes(directory)
    if not paths:
        raise TapeError(f"There is no recording in {directory}.", "Record one with --record DIR.")
    scrubber = Scrubber()
    wanted = None if asked is None else Counter(asked)
    problems = [
        TapeProblem(_name(directory, path), "broken", "a recording was killed while writing this")
        for path in directory.glob(f"*/*{PARTIAL}")
    ]
    for path in paths:
        name = _name(directory, path)
        found: list[Found] = [
            ("secret", f"line {line}: {what}")
            for line, what in scrubber.found(path.read_text(encoding="utf-8", errors="replace"))
        ]
        try:
            cassette = read(path)
        except TapeError as error:
            found.append(("broken", str(error.message)))
        else:
            found += [
                *_leaks(cassette),
                *_forgeries(cassette),
                *_counted(cassette, name.removesuffix(".yaml"), wanted),
            ]
        problems += [TapeProblem(name, kind, message) for kind, message in found]
    return sorted({*problems, *_noted(directory, scrubber)})


def _noted(directory: Path, scrubber: Scrubber) -> list[TapeProblem]:
    """What is wrong with the note of how the tape was made; a tape may have none."""
    path = directory / MANIFEST
    if not path.is_file():
        return []
    text = path.read_text(encoding="utf-8", errors="replace")
    found = [
        TapeProblem(MANIFEST, "secret", f"line {line}: {what}")
        for line, what in scrubber.found(text)
    ]
    try:
        runs_of(directory)
    except TapeError as error:
        found.append(TapeProblem(MANIFEST, "broken", error.message))
    return found


def _name(directory: Path, path: Path) -> str:
    return path.relative_to(directory).as_posix()


def _leaks(cassette: Cassette) -> list[Found]:
    """Headers and hosts that this program never writes, and articles on a private tape."""
    found: list[Found] = [
        ("secret", f"the header {name}") for name in cassette.headers if name not in HEADERS
    ]
    found += [("secret", "a host name in an address") for host in cassette.hosts if host != HOST]
    if cassette.private:
        found += [
            ("secret", f"{_which(at, item)}: an article's text on a private tape")
            for at, item in enumerate(cassette.interactions)
            if readable(reduce(load(item.body))) != readable(load(item.body))
        ]
    return found


def _forgeries(cassette: Cassette) -> list[Found]:
    """Recordings that were edited, or that no model can have given."""
    items, digests = cassette.interactions, cassette.digests
    found: list[Found] = []
    if len(digests) != len(items):
        found.append(("forgery", f"{len(items)} recordings with {len(digests)} digests"))
    now = Counter(item.digest for item in items)
    now.subtract(digests)
    edited = {digest for digest, surplus in now.items() if surplus > 0}
    for at, item in enumerate(items):
        if item.digest in edited:
            found.append(("forgery", f"{_which(at, item)}: edited after it was recorded"))
        if misfit := _misfit(item):
            found.append(("forgery", f"{_which(at, item)}: {misfit}"))
    return found


def _which(at: int, item: Interaction) -> str:
    return f"recording {at + 1} ({digest_of(item.question)})"


def _misfit(item: Interaction) -> str:
    """How an answer's length belies its own token usage; empty where it fits or doesn't tell."""
    if item.failed:
        return ""
    told = [_told(piece) for piece in _pieces(item.answer)]
    characters = sum(count for count, _ in told)
    counted = [tokens for _, tokens in told if tokens is not None]
    if not counted:
        return ""
    tokens = counted[-1]
    if characters > tokens * MOST + SLACK or tokens > characters / FEWEST + SLACK:
        return f"{characters} characters cannot be {tokens} tokens"
    return ""


def _pieces(answer: str) -> list[dict[str, Any]]:
    """The completion in an answer, or the pieces of a streamed one."""
    whole = load(answer)
    lines = answer.split("\n") if isinstance(whole, str) else []
    values = [whole] if not lines else [load(line.removeprefix("data:")) for line in lines]
    return [value for value in values if isinstance(value, dict)]


def _told(piece: dict[str, Any]) -> tuple[int, int | None]:
    """How many characters a completion holds, and how many visible tokens it says it took."""
    characters, thought = 0, False
    for choice in piece.get("choices") or []:
        message = choice.get("message") or choice.get("delta") or {}
        reasoning = message.get("reasoning_content") or ""
        thought = thought or bool(reasoning)
        texts = [message.get("content"), message.get("refusal"), reasoning]
        calls = [call.get("function") or {} for call in message.get("tool_calls") or []]
        texts += [call.get(part) for call in calls for part in ("name", "arguments")]
        characters += sum(len(text) for text in texts if isinstance(text, str))
    usage = piece.get("usage") or {}
    tokens = usage.get("completion_tokens")
    if not isinstance(tokens, int):
        return characters, None
    hidden = (usage.get("completion_tokens_details") or {}).get("reasoning_tokens") or 0
    return characters, tokens - (0 if thought else hidden)


def _counted(cassette: Cassette, name: str, wanted: Counter[Asked] | None) -> list[Found]:
    """Recordings that are not asked for (any more), or stand there twice."""
    if wanted is not None and not any(asked.cassette == name for asked in wanted):
        return [("orphan", "nothing of this cassette is asked any more")]
    found: list[Found] = []
    seen: Counter[str] = Counter()
    answers: set[tuple[str, str]] = set()
    for at, item in enumerate(cassette.interactions):
        asked = Asked(name, digest_of(item.question))
        seen[item.question] += 1
        if wanted is not None and wanted[asked] == 0:
            found.append(("stale", f"{_which(at, item)}: not asked any more"))
        elif wanted is not None and seen[item.question] > wanted[asked]:
            found.append(("stale", f"{_which(at, item)}: asked only {wanted[asked]} times"))
        elif wanted is None and not item.failed and (item.question, item.answer) in answers:
            found.append(("duplicate", f"{_which(at, item)}: the same question and answer again"))
        answers.add((item.question, item.answer))
    return found
