"""Events: B-cubed precision and recall of the grouping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.evaluation.results import Row, f1, share

__all__ = ["b_cubed", "score_events"]


def b_cubed(
    annotated: Sequence[Iterable[str]], proposed: Sequence[Iterable[str]]
) -> tuple[float | None, float | None]:
    """Precision and recall averaged over the annotated items.

    An item that no proposed group holds stands alone; items that nobody annotated are left out.
    Source: Bagga and Baldwin, 1998.
    """
    truth = {item: frozenset(group) for group in map(frozenset, annotated) for item in group}
    found = {
        item: frozenset(group) & truth.keys()
        for group in map(frozenset, proposed)
        for item in group & truth.keys()
    }
    if not truth:
        return None, None
    precision = recall = 0.0
    for item in sorted(truth):
        mine = found.get(item, frozenset({item}))
        common = len(mine & truth[item])
        precision += common / len(mine)
        recall += common / len(truth[item])
    return precision / len(truth), recall / len(truth)


def score_events(
    annotated: Sequence[Iterable[str]] | None, proposed: Sequence[Iterable[str]] | None
) -> list[Row]:
    """One row for the grouping; none where events aren't annotated or nothing was grouped."""
    if not annotated or proposed is None:
        return []
    truth, got = [frozenset(g) for g in annotated], [frozenset(g) for g in proposed]
    precision, recall = b_cubed(truth, got)
    hits = sum(group in got for group in truth)
    return [
        Row(
            score="events", value=f1(precision, recall), precision=precision, recall=recall,
            hits=hits, annotated=len(truth), proposed=len(got),
        ),
        Row(score="events exact", value=share(hits, len(truth)), hits=hits, annotated=len(truth)),
    ]  # fmt: skip
