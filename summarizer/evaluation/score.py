"""`evaluate`: every score of a run against annotations, in all and by article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.documents import ArticleSummary, Brief, Group, StageUse, by_stage
from summarizer.evaluation import leaks
from summarizer.evaluation.disputes import score_disputes
from summarizer.evaluation.fields import FIELDS, FieldScore, score_fields
from summarizer.evaluation.figures import FigureScore, score_figures
from summarizer.evaluation.gold import Gold, file_name, read_gold
from summarizer.evaluation.groups import score_events
from summarizer.evaluation.results import Outcome, Row, Scores

__all__ = ["evaluate"]


def evaluate(
    gold: Gold | Mapping[str, Any],
    summaries: Sequence[ArticleSummary],
    briefs: Sequence[Brief] = (),
    groups: Sequence[Group] | Sequence[Iterable[str]] | None = None,
    *,
    stages: Sequence[StageUse] = (),
) -> Scores:
    """Score summaries, briefs and groups against annotations; articles are matched by file name.

    `groups` are the grouping's documents or plain lists of paths; without them the briefs say which
    articles went together. `stages` is what each stage took; without it the documents' provenance
    tells. An annotated article without a summary misses all its figures and fields. What isn't
    annotated isn't scored. Raises InputError where the annotations cannot be used.
    """
    marked = gold if isinstance(gold, Gold) else read_gold(gold)
    by_name = {file_name(s.article.path): s for s in summaries}
    figures = FigureScore()
    fields = [FieldScore(name) for name in FIELDS]
    articles: dict[str, tuple[Row, ...]] = {}
    for name in sorted(marked.articles):
        article, summary = marked.articles[name], by_name.get(name)
        mine = score_figures(name, article, summary, marked.aliases)
        found = score_fields(name, marked, article, summary)
        stands, _ = leaks.evidence([summary] if summary else [])
        articles[name] = (*stands, *mine.rows(), *(r for f in found for r in f.rows()))
        figures.add(mine)
        for total, one in zip(fields, found, strict=True):
            total.add(one)

    stands, unsound = leaks.evidence(summaries)
    disputes, settled = score_disputes(marked, briefs) if briefs else ([], [])
    leaked, leaks_found = leaks.boilerplate(marked, summaries, briefs)
    voice, loaded = leaks.own_voice(marked, briefs)
    rows = [
        *stands,
        *figures.rows(),
        *(row for f in fields for row in f.rows()),
        *score_events(_annotated_groups(marked), _file_groups(groups, briefs)),
        *disputes,
        *leaked,
        *voice,
    ]
    outcomes: list[Outcome] = [*figures.outcomes, *(o for f in fields for o in f.outcomes)]
    outcomes += [*settled, *unsound, *leaks_found, *loaded]
    return Scores(
        rows=tuple(rows),
        articles=articles,
        outcomes=tuple(outcomes),
        stages=tuple(stages) or _stages(summaries, briefs),
        notes=_notes(marked, by_name),
    )


def _annotated_groups(gold: Gold) -> list[tuple[str, ...]] | None:
    if gold.events is None:
        return None
    grouped = {name for event in gold.events for name in event}
    return [*gold.events, *((name,) for name in sorted(gold.articles) if name not in grouped)]


def _file_groups(
    groups: Sequence[Group] | Sequence[Iterable[str]] | None, briefs: Sequence[Brief]
) -> list[list[str]] | None:
    paths: list[list[str | None]] = []
    if groups is not None:
        paths = [list(g.articles if isinstance(g, Group) else g) for g in groups]
    elif briefs:
        paths = [[a.path for a in b.articles] for b in briefs]
    else:
        return None
    return [[n for p in group if (n := file_name(p)) is not None] for group in paths]


def _stages(summaries: Sequence[ArticleSummary], briefs: Sequence[Brief]) -> tuple[StageUse, ...]:
    """Tell what the documents say they took: each article, all of them, the briefs."""
    made = [
        (file_name(s.article.path) or s.article.id, s.provenance)
        for s in sorted(summaries, key=lambda s: s.article.path or s.article.id)
    ]
    rows = [_cost(f"extraction: {name}", [p]) for name, p in made]
    if made:
        rows.append(_cost("extraction, all articles", [p for _, p in made]))
        asked = by_stage(stage for _, p in made for stage in p.stages)
        rows += [_cost(f"of these, {use.stage}", [use]) for use in asked]
    if briefs:
        rows.append(_cost("briefs, as they report", [b.provenance for b in briefs]))
    return tuple(rows)


def _cost(stage: str, made: Sequence[Any]) -> StageUse:
    return StageUse(
        stage=stage,
        calls=sum(p.calls for p in made),
        input_tokens=sum(p.input_tokens for p in made),
        cached_tokens=sum(p.cached_tokens for p in made),
        output_tokens=sum(p.output_tokens for p in made),
        seconds=round(sum(p.seconds for p in made), 3),
    )


def _notes(gold: Gold, by_name: Mapping[str | None, ArticleSummary]) -> tuple[str, ...]:
    absent = [name for name in sorted(gold.articles) if name not in by_name]
    strange = sorted(n for n in by_name if n is not None and n not in gold.articles)
    notes = []
    if absent:
        notes.append(f"Annotated but not summarised: {', '.join(absent)}.")
    if strange:
        notes.append(f"Summarised but not annotated: {', '.join(strange)}.")
    return tuple(notes)
