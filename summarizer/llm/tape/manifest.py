"""How a tape was made: `tape.json` in its folder, written while it is recorded.

It holds what a replay must be told (model, strategy, pack, prompts) and what tells two tapes apart
(articles by digest, versions of libraries). No clock and no path of a machine stands in it, so
that the same recording gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import Field, ValidationError

from summarizer.documents import Document
from summarizer.errors import TapeError
from summarizer.llm.tape.cassette import PARTIAL

if TYPE_CHECKING:
    from summarizer.llm.tape.recorder import Tape

__all__ = [
    "MANIFEST", "TapeArticle", "TapePack", "TapeRun", "libraries", "note", "other_libraries",
    "runs_of", "same_libraries",
]  # fmt: skip

T = TypeVar("T")
MANIFEST = "tape.json"


# What decides the body of a request, and then what decides which requests there are.
BODY = ("instructor", "openai", "pydantic")
LIBRARIES = (*BODY, "spacy", "summarizer")


class TapeArticle(Document):
    """An article that was asked about; `name` is its file's name without folders."""

    id: str
    name: str | None
    digest: str


class TapePack(Document):
    """A pack that was asked with: both versions, and its prompts' texts by name."""

    name: str
    prompt_version: str
    schema_version: str
    prompts: dict[str, str]


class TapeRun(Document):
    """What one recording was made with.

    `model` is the setting, `remote` whether it was reached through an address (which is not
    kept). `pack` is the setting too: "auto" or a name; `packs` those that were used.
    """

    model: str
    remote: bool
    strategy: str
    pack: str
    house_style: dict[str, str] = Field(default_factory=dict)
    packs: tuple[TapePack, ...]
    articles: tuple[TapeArticle, ...]
    libraries: dict[str, str]

    @property
    def way(self) -> tuple[object, ...]:
        """What makes two runs the same way of asking: a later one goes on where one ended."""
        return (self.model, self.remote, self.strategy, self.pack, sorted(self.house_style.items()))


def note(tape: Tape, run: TapeRun) -> None:
    """Write down how `tape` is being recorded; what stands there of other runs is kept.

    A tape that is recorded all anew forgets them. Raises TapeError where the disk refuses.
    """
    if tape.mode == "replay":
        return
    with tape.lock:
        kept = () if tape.mode == "all" and not tape.noted else runs_of(tape.directory)
        tape.noted = True
        runs = [_joined(old, run) if old.way == run.way else old for old in kept]
        if all(old.way != run.way for old in kept):
            runs.append(run)
        _write(tape, sorted(runs, key=lambda each: str(each.way)))


def runs_of(directory: Path) -> tuple[TapeRun, ...]:
    """What a tape was made with; none where nobody noted it. Raises TapeError for a broken note."""
    path = directory / MANIFEST
    if not path.is_file():
        return ()
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return tuple(TapeRun.model_validate(run) for run in raw["runs"])
    except (OSError, ValueError, KeyError, TypeError, ValidationError) as error:
        raise TapeError(
            f"{path} does not say how the recording was made ({type(error).__name__}).",
            "Restore the file, or delete it and record again.",
        ) from error


def libraries() -> dict[str, str]:
    """The versions here of what decides the requests; what is not installed is left out."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue  # run from a folder, or without an extra: then it has no version to tell
    return found


def other_libraries(directory: Path) -> list[tuple[str, str, str]]:
    """What decides a request's body and is another version here: (name, then, now)."""
    here = libraries()
    then = [run.libraries for run in runs_of(directory)]
    return sorted(
        {
            (name, old[name], here[name])
            for old in then
            for name in BODY
            if name in old and name in here and old[name] != here[name]
        }
    )


def same_libraries(directory: Path) -> bool:
    """Whether every recording there is known to be made with what decides a request's body here."""
    here = libraries()
    runs = runs_of(directory)
    return bool(runs) and all(
        name in here and run.libraries.get(name) == here[name] for run in runs for name in BODY
    )


def _joined(old: TapeRun, new: TapeRun) -> TapeRun:
    """The newer run's packs and libraries, with the articles of both."""
    packs = {pack.name: pack for pack in (*old.packs, *new.packs)}
    articles = {article.id: article for article in (*old.articles, *new.articles)}
    return new.model_copy(
        update={"packs": _by_key(packs.items()), "articles": _by_key(articles.items())}
    )


def _by_key(items: Iterable[tuple[str, T]]) -> tuple[T, ...]:
    return tuple(value for _, value in sorted(items, key=lambda item: item[0]))


def _write(tape: Tape, runs: list[TapeRun]) -> None:
    plain = {"runs": [run.model_dump(mode="json") for run in runs]}
    text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    text = tape.scrubber.cleaner()(text)
    path = tape.directory / MANIFEST
    part = path.with_name(path.name + PARTIAL)
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        raise TapeError(f"{path} cannot be written.", "Check the folder and the disk.") from error
