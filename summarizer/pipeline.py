"""The whole way: read → extract → group → merge → write. Each function is one stretch of the drawing."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.documents import (
    Article,
    ArticleSummary,
    Brief,
    Group,
    MissingSource,
    Provenance,
)
from summarizer.errors import InputError, ModelError, SummarizerError, TapeMiss
from summarizer.llm import Model, Usage, open_model
from summarizer.packs import LoadedPack, choose_pack, find_packs, load_pack
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape
    from summarizer.merging import EventGroup

__all__ = ["Progress", "Run", "brief", "group", "read_articles", "summarize"]

_AT_ONCE = 4  # articles under way; the endpoint's own limit bounds the calls


@dataclass(frozen=True)
class Progress:
    """How far a run is: articles done of all, and what the answers used so far took."""

    stage: str
    done: int
    total: int
    usage: Usage


@dataclass(frozen=True)
class Run:
    """What a run made. `used` is what all answers took; `paid` what was really asked now."""

    summaries: tuple[ArticleSummary, ...] = ()
    briefs: tuple[Brief, ...] = ()
    groups: tuple[Group, ...] = ()
    missing: tuple[MissingSource, ...] = ()
    model: str = "none"
    used: Usage = field(default_factory=Usage)
    paid: Usage = field(default_factory=Usage)


Paths = Iterable[str | Path]
Listener = Callable[[Progress], None] | None


def read_articles(paths: Paths, *, stdin: bytes | None = None) -> tuple[tuple[Article, ...], tuple[MissingSource, ...]]:
    """Read whatever can be read. Raises InputError where nothing can."""
    from summarizer.reading import read

    reading = read(paths, stdin=stdin)
    if not reading.articles:
        reasons = "; ".join(f"{m.path}: {m.reason}" for m in reading.failures) or "no paths were given"
        raise InputError(f"There is no article to read: {reasons}", "Give files, folders or globs of articles.")
    return reading.articles, reading.failures


async def summarize(
    paths: Paths, settings: Settings, *, tape: Tape | None = None, stdin: bytes | None = None, progress: Listener = None
) -> Run:
    """Read and summarize each article; one that fails is named in `missing` and the rest goes on."""
    articles, missing = read_articles(paths, stdin=stdin)
    async with _model(settings, tape, len(articles), progress) as (model, tick):
        summaries, failed = await _extract_all(articles, settings, model, tick)
        return Run(
            summaries=summaries, missing=(*missing, *failed), model=model.name, used=model.used, paid=model.paid
        )


def group(paths: Paths, settings: Settings, *, stdin: bytes | None = None) -> Run:
    """Read the articles and group them by event; no model is asked."""
    from summarizer.merging import group as group_articles

    del settings
    articles, missing = read_articles(paths, stdin=stdin)
    return Run(groups=tuple(g.document() for g in group_articles(articles)), missing=missing)


async def brief(
    paths: Paths, settings: Settings, *, tape: Tape | None = None, stdin: bytes | None = None, progress: Listener = None
) -> Run:
    """The whole way: one neutral brief for each event that the articles tell of."""
    articles, missing = read_articles(paths, stdin=stdin)
    async with _model(settings, tape, len(articles), progress) as (model, tick):
        summaries, failed = await _extract_all(articles, settings, model, tick)
        missing = (*missing, *failed)
        briefs = []
        for event in _events(summaries, settings):
            loaded, own = await _one_pack(event, summaries, settings, model)
            briefs.append(await _write(own, loaded, settings, model, missing))
        return Run(
            summaries=summaries, briefs=tuple(briefs), missing=missing, model=model.name, used=model.used, paid=model.paid
        )


async def _extract_all(
    articles: Sequence[Article], settings: Settings, model: Model, tick: Callable[[], None]
) -> tuple[tuple[ArticleSummary, ...], tuple[MissingSource, ...]]:
    from summarizer.extraction import extract

    chosen = _choose(articles, settings)
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(article: Article) -> ArticleSummary | SummarizerError:
        async with gate:
            try:
                return await extract(article, chosen[article.id], model, strategy=settings.strategy)
            except TapeMiss:
                raise  # a replay that lacks an answer is no replay
            except ModelError as error:
                return error
            finally:
                tick()

    results = await asyncio.gather(*(one(article) for article in articles))
    summaries = tuple(r for r in results if isinstance(r, ArticleSummary))
    errors = [r for r in results if isinstance(r, SummarizerError)]
    if not summaries:
        raise errors[0]
    failed = tuple(
        MissingSource(path=a.path or a.id, reason=str(r))
        for a, r in zip(articles, results, strict=True)
        if isinstance(r, SummarizerError)
    )
    return summaries, failed


def _choose(articles: Sequence[Article], settings: Settings) -> dict[str, LoadedPack]:
    """The pack for each article: the one asked for, else the one most articles of its event fit."""
    if settings.pack != "auto":
        loaded = load_pack(settings.pack, settings.packs)
        return {article.id: loaded for article in articles}
    from summarizer.merging import group as group_articles

    packs = find_packs(settings.packs)
    chosen: dict[str, LoadedPack] = {}
    for event in group_articles(articles):
        votes = Counter(choose_pack(article.text, packs) for article in event.articles)
        name = min(votes, key=lambda n: (-votes[n], n))
        chosen.update({article.id: packs[name] for article in event.articles})
    return chosen


def _events(summaries: Sequence[ArticleSummary], settings: Settings) -> tuple[EventGroup, ...]:
    from summarizer.merging import group as group_articles

    packs = {name: load_pack(name, settings.packs).pack for name in {s.pack for s in summaries}}
    return group_articles([s.article for s in summaries], summaries=summaries, packs=packs)


async def _one_pack(
    event: EventGroup, summaries: Sequence[ArticleSummary], settings: Settings, model: Model
) -> tuple[LoadedPack, tuple[ArticleSummary, ...]]:
    """The event's summaries, all by one pack: those that another pack made are made again by the majority's."""
    from summarizer.extraction import extract

    by_id = {s.article.id: s for s in summaries}
    own = [by_id[a.id] for a in event.articles]
    votes = Counter(s.pack for s in own)
    loaded = load_pack(min(votes, key=lambda n: (-votes[n], n)), settings.packs)
    same = [s if s.pack == loaded.name else await extract(s.article, loaded, model, strategy=settings.strategy) for s in own]
    return loaded, tuple(same)


async def _write(
    summaries: tuple[ArticleSummary, ...], loaded: LoadedPack, settings: Settings, model: Model, missing: Sequence[MissingSource]
) -> Brief:
    from summarizer.merging import merge
    from summarizer.writing import write

    merged = merge(summaries, loaded.pack, house_style=settings.house_style)
    return await write(merged, loaded, model, provenance=summed([s.provenance for s in summaries]), missing=missing)


def summed(parts: Sequence[Provenance]) -> Provenance:
    """One provenance for what several made; a cost that one part doesn't know, the whole doesn't."""
    first = parts[0]
    costs = [p.cost_usd for p in parts]
    return first.model_copy(
        update={
            "calls": sum(p.calls for p in parts),
            "input_tokens": sum(p.input_tokens for p in parts),
            "output_tokens": sum(p.output_tokens for p in parts),
            "cached_tokens": sum(p.cached_tokens for p in parts),
            "cost_usd": None if any(c is None for c in costs) else sum(c for c in costs if c is not None),
            "seconds": round(sum(p.seconds for p in parts), 3),
            "recorded": all(p.recorded for p in parts),
        }
    )


@asynccontextmanager
async def _model(
    settings: Settings, tape: Tape | None, total: int, progress: Listener
) -> AsyncIterator[tuple[Model, Callable[[], None]]]:
    """The model of a run with its store, and a tick that reports one more article done."""
    from summarizer.store import Store

    done = 0
    store = Store.open(settings.cache_dir) if settings.cache and tape is None else None
    usage = Usage()

    def answered(now: Usage) -> None:
        nonlocal usage
        usage = now
        if progress is not None:
            progress(Progress("summarizing", done, total, usage))

    def tick() -> None:
        nonlocal done
        done += 1
        answered(usage)

    try:
        async with open_model(settings, tape=tape, store=store, progress=answered) as model:
            yield model, tick
    finally:
        if store is not None:
            store.close()
