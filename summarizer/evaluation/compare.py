"""Two runs side by side: which scores moved, and which claims changed."""

from __future__ import annotations

from collections import defaultdict

from summarizer.documents import Document
from summarizer.evaluation.results import Outcome, Scores

__all__ = ["Change", "Comparison", "ScoreChange", "compare"]


class ScoreChange(Document):
    """One score before and after; null where a run didn't measure it.

    `count` says that it counts faults: the fewer the better.
    """

    score: str
    before: float | None
    after: float | None
    count: bool = False

    @property
    def better(self) -> bool | None:
        """Whether the score rose to the better; null where it is the same or was not measured."""
        if self.before is None or self.after is None or self.before == self.after:
            return None
        return (self.after < self.before) is self.count


class Change(Document):
    """One claim that fared otherwise; null where a run has no such claim."""

    article: str
    field: str
    before: Outcome | None
    after: Outcome | None

    @property
    def better(self) -> bool | None:
        """Whether the claim came right (true), went wrong (false) or is wrong otherwise (null)."""
        was, now = _good(self.before), _good(self.after)
        return None if was == now else now


class Comparison(Document):
    """What differs between two runs on the same annotations."""

    scores: tuple[ScoreChange, ...]
    changes: tuple[Change, ...]


def compare(before: Scores, after: Scores) -> Comparison:
    """Put two runs side by side, claim by claim; what is the same is left out of `changes`."""
    old, new = {r.score: r.value for r in before.rows}, {r.score: r.value for r in after.rows}
    names = [*new, *(n for n in old if n not in new)]
    counts = {r.score for r in (*before.rows, *after.rows) if r.count}
    was, now = _keyed(before), _keyed(after)
    changes = []
    for key in sorted(was.keys() | now.keys()):
        a, b = was.get(key), now.get(key)
        if a != b:
            changes.append(Change(article=key[0], field=key[1], before=a, after=b))
    return Comparison(
        scores=tuple(
            ScoreChange(score=n, before=old.get(n), after=new.get(n), count=n in counts)
            for n in names
        ),
        changes=tuple(changes),
    )


def _keyed(scores: Scores) -> dict[tuple[str, str, str, int], Outcome]:
    """Outcomes by article, field, claim and how many alike came before."""
    seen: dict[tuple[str, str, str], int] = defaultdict(int)
    keyed = {}
    for outcome in scores.outcomes:
        claim = outcome.annotated if outcome.annotated is not None else f"+{outcome.proposed}"
        key = (outcome.article, outcome.field, f"{claim} {outcome.quote}")
        keyed[(*key, seen[key])] = outcome
        seen[key] += 1
    return keyed


def _good(outcome: Outcome | None) -> bool:
    # an extra claim that is gone is as good as a right one
    return outcome is None or outcome.verdict == "right"
