"""The two runs of a comparison: replayed from recordings, or read from what was printed."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from summarizer.documents import ArticleSummary, Brief
from summarizer.drift.claims import claims_in
from summarizer.drift.results import Taken
from summarizer.errors import InputError, TapeMiss, UsageError
from summarizer.evaluation import Gold, Scores, evaluate
from summarizer.llm.tape.manifest import TapeRun, runs_of
from summarizer.packs import load_pack
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.run import Run

__all__ = ["Side", "read_side", "replay_side"]

Raw = dict[str, Any]
# What can be scored where there are briefs and no summaries of articles.
BY_BRIEFS = {
    "events", "events exact", "disputes shown", "disputes not annotated", "false disputes",
    "own voice",
}  # fmt: skip


@dataclass(frozen=True)
class Side:
    """One run: its documents as plain JSON, what it took, and its scores where it was annotated."""

    name: str
    summaries: tuple[Raw, ...]
    briefs: tuple[Raw, ...]
    taken: Taken
    scores: Scores | None = None

    @property
    def articles(self) -> list[Mapping[str, Any]]:
        """Every article of the run once."""
        found = [s["article"] for s in self.summaries]
        found += [article for brief in self.briefs for article in brief["articles"]]
        return list({str(article["id"]): article for article in found}.values())


def read_side(raw: Any, name: str, *, gold: Gold | None = None, packs: Sequence[Path] = ()) -> Side:
    """A run from the JSON that `summarize` or `brief` printed.

    Scoring needs the articles' texts in it, and its packs. Raises InputError for anything else.
    """
    rows = raw if isinstance(raw, list) else [raw]
    known = [row for row in rows if isinstance(row, dict)]
    summaries = tuple(row for row in known if {"article", "facts"} <= row.keys())
    briefs = tuple(row for row in known if {"event", "findings"} <= row.keys())
    if not rows or len(summaries) + len(briefs) != len(rows):
        raise InputError(
            f"{name} holds neither summaries nor briefs.",
            "Give what summarize or brief wrote with --format json, or folders of recordings.",
        )
    try:
        taken = _taken(name, summaries, briefs)
        scores = _scores(gold, summaries, briefs, packs) if gold else None
    except (KeyError, TypeError, AttributeError, ValidationError):
        raise InputError(
            f"{name} holds documents that lack something, or don't hold.",
            "`summarizer verify` tells what is wrong; scores need texts (no --no-text).",
        ) from None
    return Side(name, summaries, briefs, taken, scores)


def replay_side(
    folder: Path, paths: Sequence[str], settings: Settings, *, gold: Gold | None = None
) -> Side:
    """A run from a recording, replayed over the articles as the recording says it was made.

    `settings` say where packs are, and how to replay a recording that doesn't say how it was made;
    of several runs on one tape they choose. Schemas are code, and no tape holds any: TapeMiss names
    one that is not what it was. Raises TapeError for no tape, UsageError for more runs than one.
    """
    from summarizer import pipeline
    from summarizer.llm.tape import open_tape
    from summarizer.recording import replay_settings, write_prompts

    tape = open_tape(folder)
    tape.again = f"the command that made it, with --record {folder}"
    noted = _only(runs_of(folder), settings, folder)
    with tempfile.TemporaryDirectory() as prompts:
        if noted is not None:
            write_prompts(noted, Path(prompts))
            settings = replay_settings(noted, settings, Path(prompts))
        try:
            run = asyncio.run(pipeline.brief(paths, settings, tape=tape))
        except TapeMiss as miss:
            if changed := _other_schemas(noted, settings):
                miss.hint = (
                    f"It was made with another schema of {changed}. Give the folder of packs that"
                    " it was made with (--packs-before, --packs-after), or compare the JSON of two"
                    f" runs. {miss.hint}"
                )
            raise
    return _side(str(folder), run, noted, gold)


def _side(name: str, run: Run, noted: TapeRun | None, gold: Gold | None) -> Side:
    summaries = tuple(s.model_dump(mode="json", by_alias=True) for s in run.summaries)
    briefs = tuple(b.model_dump(mode="json", by_alias=True) for b in run.briefs)
    taken = _taken(name, summaries, briefs)
    if noted is not None:
        libraries = ", ".join(f"{key} {value}" for key, value in sorted(noted.libraries.items()))
        taken = taken.model_copy(
            update={"made_with": taken.made_with | {"recorded with": libraries}}
        )
    scores = evaluate(gold, run.summaries, run.briefs, run.groups) if gold else None
    return Side(name, summaries, briefs, taken, scores)


def _only(runs: Sequence[TapeRun], settings: Settings, folder: Path) -> TapeRun | None:
    """The run that the settings leave; None where the tape says nothing of any."""
    given = settings.model_fields_set
    fitting = [
        run
        for run in runs
        if ("model" not in given or run.model == settings.model)
        and ("strategy" not in given or run.strategy == settings.strategy)
        and ("pack" not in given or run.pack == settings.pack)
    ]
    if len(fitting) > 1:
        told = "; ".join(f"{run.model}, {run.strategy}, pack {run.pack}" for run in fitting)
        raise UsageError(
            f"{folder} holds {len(fitting)} runs: {told}.",
            "Choose with --model, --strategy and --pack, or compare the JSON of two runs.",
        )
    # A tape that holds none like that may be compared with one that does.
    return fitting[0] if fitting else (runs[0] if len(runs) == 1 else None)


def _other_schemas(noted: TapeRun | None, settings: Settings) -> str:
    """Names of the packs whose schema is not what it was when the tape was recorded."""
    packs = noted.packs if noted else ()
    return ", ".join(
        pack.name
        for pack in packs
        if load_pack(pack.name, settings.packs).schema_version != pack.schema_version
    )


def _taken(name: str, summaries: Sequence[Raw], briefs: Sequence[Raw]) -> Taken:
    made = [d["provenance"] for d in (briefs or summaries)]
    costs = [p["cost_usd"] for p in made]
    schemas = [(s["schema"], s["provenance"]["schema"]) for s in summaries]
    schemas += [(b["event"]["schema"], b["provenance"]["schema"]) for b in briefs]
    return Taken(
        name=name,
        made_with={
            "model": _listed(p["model"] for p in made),
            "strategy": _listed(p["strategy"] for p in made),
            "prompts": _listed(p["prompt"] for p in made),
            "schema": _listed(f"{pack} {version}" for pack, version in schemas),
        },
        articles=len({s["article"]["id"] for s in summaries})
        or sum(len(b["articles"]) for b in briefs),
        events=len(briefs),
        findings=sum(len(b["findings"]) for b in briefs),
        claims=sum(1 for s in summaries for _ in claims_in(s["facts"])),
        refused=sum(len(s.get("rejected", ())) for s in summaries),
        calls=sum(p["calls"] for p in made),
        input_tokens=sum(p["input_tokens"] for p in made),
        output_tokens=sum(p["output_tokens"] for p in made),
        cost_usd=None if None in costs else round(sum(costs), 6),
        seconds=round(sum(p["seconds"] for p in made), 3),
    )


def _listed(values: Any) -> str:
    return ", ".join(sorted({str(value) for value in values}))


def _scores(
    gold: Gold, summaries: Sequence[Raw], briefs: Sequence[Raw], packs: Sequence[Path]
) -> Scores:
    if summaries:
        return evaluate(gold, [_summary(raw, packs) for raw in summaries])
    scores = evaluate(gold, (), [Brief.load(raw) for raw in briefs])
    rows = tuple(row for row in scores.rows if row.score in BY_BRIEFS)
    return scores.model_copy(update={"rows": rows})


def _summary(raw: Raw, packs: Sequence[Path]) -> ArticleSummary:
    return ArticleSummary.load(raw, load_pack(raw["schema"], packs).pack.facts)
