"""The whole way: read → extract → group → merge → write, a function for each stretch."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.documents import (
    Article,
    ArticleSummary,
    Brief,
    MissingSource,
)
from summarizer.errors import CostLimitReached, InputError, ModelError
from summarizer.llm import Model, Usage, open_model
from summarizer.packs import LoadedPack, choose_pack, find_packs, load_pack
from summarizer.recording import keyless, note_run
from summarizer.run import Progress, Run, exit_code, summed
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape
    from summarizer.merging import EventGroup

__all__ = [
    "brief",
    "brief_articles",
    "group",
    "packs_of",
    "plain_briefs",
    "read_articles",
    "summarize",
]

_AT_ONCE = 4  # articles under way; the endpoint's own limit bounds the calls


Paths = Iterable[str | Path]
Listener = Callable[[Progress], None] | None
Report = Callable[[str, int, int], None]
Errors = Sequence[tuple[Article, InputError | ModelError]]
T = TypeVar("T")


def read_articles(
    paths: Paths, *, stdin: bytes | None = None
) -> tuple[tuple[Article, ...], tuple[MissingSource, ...]]:
    """Read whatever can be read. Raises InputError where nothing can."""
    from summarizer.reading import read

    reading = read(paths, stdin=stdin)
    if not reading.articles:
        reasons = (
            "; ".join(f"{m.path}: {m.reason}" for m in reading.failures) or "no paths were given"
        )
        raise InputError(
            f"There is no article to read: {reasons}", "Give files, folders or globs of articles."
        )
    return reading.articles, reading.failures


async def summarize(
    paths: Paths,
    settings: Settings,
    *,
    tape: Tape | None = None,
    stdin: bytes | None = None,
    progress: Listener = None,
) -> Run:
    """Read and summarize each article; one that fails is named in `missing`, the rest goes on."""
    articles, missing = read_articles(paths, stdin=stdin)
    async with _model(settings, tape, progress) as (model, report):
        packs = packs_of(settings)
        summaries, errors = await _extract_all(articles, packs, settings, model, report, tape)
        return _run(model, missing, errors, summaries=summaries)


def group(paths: Paths, *, stdin: bytes | None = None) -> Run:
    """Read the articles and group them by event; no model is asked."""
    from summarizer.merging import group as group_articles

    articles, missing = read_articles(paths, stdin=stdin)
    groups = tuple(g.document() for g in group_articles(articles))
    return Run(groups=groups, missing=missing, exit_code=exit_code(missing))


async def brief(
    paths: Paths,
    settings: Settings,
    *,
    tape: Tape | None = None,
    stdin: bytes | None = None,
    progress: Listener = None,
) -> Run:
    """The whole way: one neutral brief for each event that the articles tell of."""
    articles, missing = read_articles(paths, stdin=stdin)
    return await brief_articles(articles, missing, settings, tape=tape, progress=progress)


async def brief_articles(
    articles: Sequence[Article],
    missing: Sequence[MissingSource],
    settings: Settings,
    *,
    tape: Tape | None = None,
    progress: Listener = None,
) -> Run:
    """The way from articles that have been read; `missing` are the inputs that could not be."""
    async with _model(settings, tape, progress) as (model, report):
        packs = packs_of(settings)
        summaries, errors = await _extract_all(articles, packs, settings, model, report, tape)
        lacking = (*missing, *_named(errors))
        events = _events(summaries, packs)
        briefs = []
        for done, event in enumerate(events):
            report("writing", done, len(events))
            loaded, own = await _by_one_pack(event, summaries, packs, settings, model)
            briefs.append(await _write(own, loaded, settings, model, lacking))
        groups = tuple(event.document() for event in events)
        return _run(
            model, missing, errors, summaries=summaries, briefs=tuple(briefs), groups=groups
        )


async def plain_briefs(
    summaries: Sequence[ArticleSummary], settings: Settings
) -> tuple[Brief, ...]:
    """Briefs of what articles were found to say, worded by templates: no model is asked."""
    from summarizer.merging import merge
    from summarizer.writing import write

    packs = packs_of(settings)
    by_id = {s.article.id: s for s in summaries}
    briefs = []
    for event in _events(summaries, packs):
        own = [by_id[a.id] for a in event.articles]
        loaded = packs[
            min((s.pack for s in own), key=lambda n: (-sum(s.pack == n for s in own), n))
        ]
        same = tuple(s for s in own if s.pack == loaded.name)
        merged = merge(same, loaded.pack, house_style=settings.house_style)
        made = summed([s.provenance for s in same])
        briefs.append(await write(merged, loaded, None, provenance=made))
    return tuple(briefs)


async def _extract_all(  # noqa: PLR0917 - one caller, by name
    articles: Sequence[Article],
    packs: Mapping[str, LoadedPack],
    settings: Settings,
    model: Model,
    report: Report,
    tape: Tape | None,
) -> tuple[tuple[ArticleSummary, ...], Errors]:
    """Summarize all; what could not be is named with its error, unless nothing could be."""
    from summarizer.extraction import extract

    chosen = _choose(articles, packs)
    note_run(tape, settings, model, articles, chosen.values())
    gate = asyncio.Semaphore(_AT_ONCE)
    done = 0

    async def one(article: Article) -> ArticleSummary | InputError | ModelError:
        nonlocal done
        async with gate:
            try:
                return await extract(article, chosen[article.id], model, strategy=settings.strategy)
            except (InputError, ModelError) as error:
                # not TapeMiss: a replay that lacks an answer is no replay
                return error
            finally:
                done += 1
                report("summarizing", done, len(articles))

    report("summarizing", 0, len(articles))
    results = await _all([one(article) for article in articles])
    summaries = tuple(r for r in results if isinstance(r, ArticleSummary))
    errors = tuple(
        (article, result)
        for article, result in zip(articles, results, strict=True)
        if isinstance(result, (InputError, ModelError))
    )
    if not summaries:
        raise errors[0][1]
    return summaries, errors


async def _all(jobs: Sequence[Coroutine[None, None, T]]) -> list[T]:
    """Await all; the first error ends the others before it is raised."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


def _named(errors: Errors) -> tuple[MissingSource, ...]:
    return tuple(MissingSource(path=a.path or a.id, reason=str(e)) for a, e in errors)


def _run(model: Model, missing: Sequence[MissingSource], errors: Errors, **made: Any) -> Run:
    """What the run made, with all that it lacks and the exit code that says so."""
    lacking = (*missing, *_named(errors))
    codes = [e.exit_code for _, e in errors if isinstance(e, CostLimitReached)]
    return Run(
        **made,
        missing=lacking,
        model=model.name,
        used=model.used,
        paid=model.paid,
        exit_code=codes[0] if codes else exit_code(lacking),
    )


def packs_of(settings: Settings) -> Mapping[str, LoadedPack]:
    """The packs that articles are read by: the one that was asked for, else all there are."""
    if settings.pack == "auto":
        return find_packs(settings.packs)
    return {settings.pack: load_pack(settings.pack, settings.packs)}


def _choose(articles: Sequence[Article], packs: Mapping[str, LoadedPack]) -> dict[str, LoadedPack]:
    """The pack for each article: the one that most articles of its event fit."""
    if len(packs) == 1:
        return {article.id: pack for pack in packs.values() for article in articles}
    from summarizer.merging import group as group_articles

    chosen: dict[str, LoadedPack] = {}
    for event in group_articles(articles):
        votes = Counter(choose_pack(article.text, packs) for article in event.articles)
        name = min(votes, key=lambda n: (-votes[n], n))
        chosen.update({article.id: packs[name] for article in event.articles})
    return chosen


def _events(
    summaries: Sequence[ArticleSummary], packs: Mapping[str, LoadedPack]
) -> tuple[EventGroup, ...]:
    from summarizer.merging import group as group_articles

    declared = {name: loaded.pack for name, loaded in packs.items()}
    return group_articles([s.article for s in summaries], summaries=summaries, packs=declared)


async def _by_one_pack(
    event: EventGroup,
    summaries: Sequence[ArticleSummary],
    packs: Mapping[str, LoadedPack],
    settings: Settings,
    model: Model,
) -> tuple[LoadedPack, tuple[ArticleSummary, ...]]:
    """The event's summaries, all by the pack of most of them; by others' they are made again."""
    from summarizer.extraction import extract

    by_id = {s.article.id: s for s in summaries}
    own = [by_id[a.id] for a in event.articles]
    votes = Counter(s.pack for s in own)
    loaded = packs[min(votes, key=lambda n: (-votes[n], n))]
    same = [
        s
        if s.pack == loaded.name
        else await extract(s.article, loaded, model, strategy=settings.strategy)
        for s in own
    ]
    return loaded, tuple(same)


async def _write(
    summaries: tuple[ArticleSummary, ...],
    loaded: LoadedPack,
    settings: Settings,
    model: Model,
    missing: Sequence[MissingSource],
) -> Brief:
    """Merge and write; where the model fails now, the brief comes out of templates and says so."""
    from summarizer.merging import merge
    from summarizer.writing import write

    merged = merge(summaries, loaded.pack, house_style=settings.house_style)
    made = summed([s.provenance for s in summaries])
    try:
        return await write(merged, loaded, model, provenance=made, missing=missing)
    except ModelError as error:
        notes = (f"Every sentence is a template, for the model failed: {error.message}",)
        return await write(merged, loaded, None, provenance=made, missing=missing, notes=notes)


@asynccontextmanager
async def _model(
    settings: Settings, tape: Tape | None, progress: Listener
) -> AsyncIterator[tuple[Model, Report]]:
    """The model of a run with its store, and a function that reports how far the run is."""
    from summarizer.store import Store

    now = Progress("summarizing", 0, 0, Usage())

    def tell(new: Progress) -> None:
        nonlocal now
        now = new
        if progress is not None:
            progress(now)

    def report(stage: str, done: int, total: int) -> None:
        tell(Progress(stage, done, total, now.usage))

    def answered(usage: Usage) -> None:
        tell(replace(now, usage=usage))

    def loading(stage: str, done: int, total: int) -> None:
        if progress is not None:  # from the thread that starts the server
            progress(Progress(stage, done, total, now.usage))

    store = Store.open(settings.cache_dir) if settings.cache and tape is None else None
    try:
        async with open_model(
            keyless(settings, tape), tape=tape, store=store, progress=answered, loading=loading
        ) as model:
            yield model, report
    finally:
        if store is not None:
            store.close()
