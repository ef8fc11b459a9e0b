"""The whole way: read → extract → group → merge → write. Each function is one stretch of the drawing."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.documents import (
    Article,
    ArticleSummary,
    Brief,
    Group,
    MissingSource,
    Provenance,
)
from summarizer.errors import CostLimitReached, InputError, ModelError, SummarizerError
from summarizer.llm import Model, Usage, open_model
from summarizer.packs import LoadedPack, choose_pack, find_packs, load_pack
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape
    from summarizer.merging import EventGroup

__all__ = ["Progress", "Run", "brief", "exit_code", "group", "read_articles", "summarize"]

# What a listener hears of; any other stage is the loading of weights, in bytes.
STAGES = ("summarizing", "writing")
_AT_ONCE = 4  # articles under way; the endpoint's own limit bounds the calls


@dataclass(frozen=True)
class Progress:
    """How far a run is: articles done of all, and what the answers used so far took."""

    stage: str
    done: int
    total: int
    usage: Usage

    def told(self) -> str:
        """The same in a few words; bytes where weights are loaded."""
        if self.stage not in STAGES:
            return f"{self.done / 1e9:.1f} of {self.total / 1e9:.1f} GB"
        return f"{self.done}/{self.total}{told(self.usage)}"


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
    exit_code: int = 0

    def told(self) -> str:
        """One line on what the run took, and how much of it was asked for now."""
        again = "" if self.paid.calls else ", all answered before"
        return f"{self.model}{told(self.used)}{again if self.used.calls else ''}"


def told(usage: Usage) -> str:
    """Calls, tokens and cost, each after a dot; an unknown price is said to be unknown."""
    if not usage.calls:
        return ""
    tokens = usage.input_tokens + usage.output_tokens
    cost = "cost unknown" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    return f" · {usage.calls:,} calls · {tokens:,} tokens" + (f" · {cost}" if usage.cost_usd != 0 else "")


Paths = Iterable[str | Path]
Listener = Callable[[Progress], None] | None
Report = Callable[[str, int, int], None]
Errors = Sequence[tuple[Article, ModelError]]
T = TypeVar("T")


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
    async with _model(settings, tape, progress) as (model, report):
        summaries, errors = await _extract_all(articles, settings, model, report)
        return _run(model, missing, errors, summaries=summaries)


def group(paths: Paths, *, stdin: bytes | None = None) -> Run:
    """Read the articles and group them by event; no model is asked."""
    from summarizer.merging import group as group_articles

    articles, missing = read_articles(paths, stdin=stdin)
    groups = tuple(g.document() for g in group_articles(articles))
    return Run(groups=groups, missing=missing, exit_code=exit_code(missing))


async def brief(
    paths: Paths, settings: Settings, *, tape: Tape | None = None, stdin: bytes | None = None, progress: Listener = None
) -> Run:
    """The whole way: one neutral brief for each event that the articles tell of."""
    articles, missing = read_articles(paths, stdin=stdin)
    async with _model(settings, tape, progress) as (model, report):
        summaries, errors = await _extract_all(articles, settings, model, report)
        events = _events(summaries, settings)
        lacking = (*missing, *_named(errors))
        briefs = []
        for done, event in enumerate(events):
            report("writing", done, len(events))
            loaded, own = await _one_pack(event, summaries, settings, model)
            briefs.append(await _write(own, loaded, settings, model, lacking))
        groups = tuple(event.document() for event in events)
        return _run(
            model, missing, errors, summaries=summaries, briefs=tuple(briefs), groups=groups
        )


async def _extract_all(
    articles: Sequence[Article], settings: Settings, model: Model, report: Report
) -> tuple[tuple[ArticleSummary, ...], Errors]:
    """Summarize all; what the model failed on comes back with its error, unless that is all of them."""
    from summarizer.extraction import extract

    chosen = _choose(articles, settings)
    gate = asyncio.Semaphore(_AT_ONCE)
    done = 0

    async def one(article: Article) -> ArticleSummary | ModelError:
        nonlocal done
        async with gate:
            try:
                return await extract(
                    article, chosen[article.id], model, strategy=settings.strategy
                )
            except ModelError as error:  # not TapeMiss: a replay that lacks an answer is no replay
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
        if isinstance(result, ModelError)
    )
    if not summaries:
        raise errors[0][1]
    return summaries, errors


async def _all(jobs: Sequence[Coroutine[None, None, T]]) -> list[T]:
    """Await all; the first error ends the others before it is raised, so that none outlives the run."""
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


def _run(
    model: Model, missing: Sequence[MissingSource], errors: Errors, **made: Any
) -> Run:
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


def exit_code(missing: Sequence[MissingSource]) -> int:
    """0 for a whole run; that of InputError where something was left out and the rest went through."""
    return InputError.exit_code if missing else 0


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
            settings, tape=tape, store=store, progress=answered, loading=loading
        ) as model:
            yield model, report
    finally:
        if store is not None:
            store.close()
