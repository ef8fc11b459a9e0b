"""The package in other people's programs: what the command line does, as functions.

Settings are given as keywords (`model=`, `pack=`, …; see `Settings`) over those of the environment
and the settings file. Every function raises only errors of `summarizer.errors`. What could not be
read stands in each brief's `missing`; where that must stop the work, `strict=True` raises.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.documents import Article, ArticleSummary, Brief, Group, MissingSource
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from summarizer.llm.tape import Mode, Tape
    from summarizer.verify import Report

__all__ = ["abrief", "asummarize", "brief", "group", "read", "summarize", "tape", "verify"]

T = TypeVar("T")
Paths = str | Path | Iterable[str | Path]
_TAPE: ContextVar[Tape | None] = ContextVar("tape", default=None)


def brief(paths: Paths, *, strict: bool = False, **settings: Any) -> list[Brief]:
    """Write one neutral brief for each event that the articles tell of."""
    return _run(abrief(paths, strict=strict, **settings))


async def abrief(paths: Paths, *, strict: bool = False, **settings: Any) -> list[Brief]:
    """Like `brief`, within a running event loop."""
    from summarizer import pipeline
    from summarizer.settings import Settings

    run = await pipeline.brief(_listed(paths), Settings.load(**settings), tape=_TAPE.get())
    _check(run.missing, strict=strict)
    return list(run.briefs)


def summarize(paths: Paths, *, strict: bool = False, **settings: Any) -> list[ArticleSummary]:
    """Say what each article says, every claim with the words it came from."""
    return _run(asummarize(paths, strict=strict, **settings))


async def asummarize(
    paths: Paths, *, strict: bool = False, **settings: Any
) -> list[ArticleSummary]:
    """Like `summarize`, within a running event loop."""
    from summarizer import pipeline
    from summarizer.settings import Settings

    run = await pipeline.summarize(_listed(paths), Settings.load(**settings), tape=_TAPE.get())
    _check(run.missing, strict=strict)
    return list(run.summaries)


def group(paths: Paths, *, strict: bool = False) -> list[Group]:
    """Put together the articles that tell of one event; no model is asked."""
    from summarizer import pipeline

    run = pipeline.group(_listed(paths))
    _check(run.missing, strict=strict)
    return list(run.groups)


def read(paths: Paths, *, strict: bool = False) -> list[Article]:
    """Read and clean articles; what was removed stands in `removed`."""
    from summarizer import pipeline

    articles, missing = pipeline.read_articles(_listed(paths))
    _check(missing, strict=strict)
    return list(articles)


def verify(document: Brief | Sequence[Brief] | ArticleSummary | Any, paths: Paths = ()) -> Report:
    """Check a brief or a summary again, as a document or as its JSON; no model is asked.

    `paths` are the articles of a brief that was written without texts. Never raises for what is
    wrong with the document: that stands in the report.
    """
    from summarizer.verify import verify as check

    given = _listed(paths)
    return check(_plain(document), read(given) if given else ())


@contextmanager
def tape(directory: str | Path, mode: Mode = "replay", *, private: bool = False) -> Iterator[Tape]:
    """Record or replay what the enclosed calls ask of a model.

    Modes: "replay" answers from the recording alone, "missing" records what is not on it, "all"
    records everything anew. Raises UsageError for another mode, TapeError where there is nothing
    to replay; the enclosed calls raise TapeMiss for a question that is not on the tape.
    """
    from summarizer.llm.tape import open_tape

    token = _TAPE.set(opened := open_tape(directory, mode, private))
    try:
        with opened:
            yield opened
    finally:
        _TAPE.reset(token)


def _run(job: Coroutine[Any, Any, T]) -> T:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(job)
    job.close()
    raise UsageError("An event loop is running here.", "Await abrief or asummarize instead.")


def _listed(paths: Paths) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _check(missing: Sequence[MissingSource], *, strict: bool) -> None:
    if strict and missing:
        first = missing[0]
        raise InputError(
            f"{first.path}: {first.reason}", f"{len(missing)} in all; strict=False goes on."
        )


def _plain(document: Any) -> Any:
    if isinstance(document, Brief | ArticleSummary):
        return document.model_dump(mode="json", by_alias=True)
    if isinstance(document, list | tuple):
        return [_plain(row) for row in document]
    return document
