"""Affinity: how strongly two articles seem to tell of one event, as votes that can be explained.

Votes are added: above nothing the two belong together, below they don't. Text says whether they
speak of the same sort of thing; figures, dates and named earlier occasions say which one of them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.merging.dates import Day, of_year
from summarizer.merging.features import Features

__all__ = ["Votes", "Weighed"]

# Calibrated on invented series of recurring events (tests/merging/series.py); fixed for all users.
PRIOR = 0.3  # the middle of what the invented series bear
TEXT_ZERO, TEXT_SLOPE = 0.16, 12.0
NAMES_ZERO, NAMES_SLOPE = 0.15, 3.0
TELLING = 0.75  # the weight of one number of two digits
COMMON = 20  # articles that may share a number before it begins to count less
FAR_APART = 12  # days between publication after which two articles are never put together
NEAR = 3
YEAR = 365
MANY = 500
NEIGHBOURS = 12
BY_HAND = 40  # articles whose words are weighed without scipy
LEAST_ALIKE = (
    0.04  # cosine over rare words below which two articles of a large batch aren't compared
)
FEW = 3  # articles that may share a name of several words and it is still rare
RARE, MOST_RARE = 0.4, 0.8
SAME_HOUR = -0.5  # how much other numbers count against reports of one day on rare names
CHUNK = 4096


@dataclass(frozen=True)
class Votes:
    """What speaks for and against two articles telling of one event."""

    text: float
    names: float
    figures: float
    dates: float
    rare: float = 0.0
    shared_figures: tuple[int, ...] = ()
    shared_days: tuple[Day, ...] = ()
    shared_names: tuple[str, ...] = ()
    similarity: float = 0.0

    @property
    def total(self) -> float:
        """The sum: above nothing, they belong together."""
        return PRIOR + self.text + self.names + self.figures + self.dates + self.rare


class Weighed:
    """A batch's features with what is rare in it: words and names by TF-IDF, numbers by count."""

    def __init__(self, features: Sequence[Features]) -> None:
        self.features = features
        self.words = _matrix(f.tokens for f in features)
        self.names = _matrix(sorted(f.names) for f in features)
        counts = Counter(v for f in features for v in f.figures)
        self.rarity = {v: 1.0 / (1.0 + max(0, c - COMMON) / COMMON) for v, c in counts.items()}
        held = Counter(p for f in features for p in f.phrases)
        most = max(FEW, len(features) // 100)
        self.rare = {p for p, c in held.items() if c <= most}
        self._known: dict[tuple[int, int], Votes] = {}

    def look_at(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Votes]:
        """Count the votes for pairs of articles (the lower index first), each pair once."""
        new = [p for p in pairs if p not in self._known]
        for start in range(0, len(new), CHUNK):
            part = new[start : start + CHUNK]
            left, right = [i for i, _ in part], [j for _, j in part]
            text = _cosines(self.words, left, right)
            names = _cosines(self.names, left, right)
            for (i, j), t, n in zip(part, text, names, strict=True):
                self._known[(i, j)] = _votes(self, i, j, t, n)
        return {p: self._known[p] for p in pairs}

    def neighbours(self) -> Iterator[tuple[int, int]]:
        """Yield pairs worth a look in a large batch: articles that share rare words."""
        import numpy as np

        count = len(self.features)
        published = np.array([f.published or 0 for f in self.features])
        document_counts = np.bincount(self.words.indices, minlength=self.words.shape[1])
        rare = self.words[:, np.flatnonzero(document_counts <= max(50, count // 50))].tocsr()
        transposed = rare.T.tocsr()
        for start in range(0, count, CHUNK // 8):
            rows = (rare[start : start + CHUNK // 8] @ transposed).tocsr()
            alike = np.flatnonzero(rows.data >= LEAST_ALIKE)
            ones = start + np.searchsorted(rows.indptr, alike, side="right") - 1
            others, values = rows.indices[alike], rows.data[alike]
            near = np.abs(published[others] - published[ones]) <= FAR_APART
            near |= (published[others] == 0) | (published[ones] == 0)
            near &= others != ones
            ones, others, values = ones[near], others[near], values[near]
            order = np.lexsort((others, -values, ones))
            ones, others = ones[order], others[order]
            place = np.arange(len(ones)) - np.searchsorted(ones, ones)  # rank among its neighbours
            first = place < NEIGHBOURS
            for i, j in zip(ones[first].tolist(), others[first].tolist(), strict=True):
                yield (min(i, j), max(i, j))


def _cosines(matrix: Any, left: Sequence[int], right: Sequence[int]) -> list[float]:
    if isinstance(matrix, list):
        pairs = [(matrix[i], matrix[j]) for i, j in zip(left, right, strict=True)]
        return [sum(w * b[t] for t, w in a.items() if t in b) for a, b in pairs]
    return [float(v) for v in matrix[left].multiply(matrix[right]).sum(axis=1).A1]


def _matrix(documents: Iterable[Iterable[str]]) -> Any:
    """Weigh terms by TF-IDF in rows of unit length.

    In a large batch, terms of one article alone or of every fifth article tell nothing apart.
    """
    counted_rows = [Counter(document) for document in documents]
    if len(counted_rows) <= BY_HAND:
        return _by_hand(counted_rows)
    import numpy as np
    from scipy.sparse import csr_matrix

    columns: defaultdict[str, int] = defaultdict()
    columns.default_factory = columns.__len__
    indices: list[int] = []
    counts: list[int] = []
    ends = [0]
    for counted in counted_rows:
        indices.extend(map(columns.__getitem__, counted))
        counts.extend(counted.values())
        ends.append(len(indices))
    shape = (len(ends) - 1, max(1, len(columns)))
    matrix = csr_matrix((np.array(counts, dtype=float), indices, ends), shape=shape)
    if shape[0] > MANY:
        held_by = np.bincount(matrix.indices, minlength=shape[1])
        matrix = matrix[:, np.flatnonzero((held_by > 1) & (held_by <= shape[0] // 5))].tocsr()
    return _tfidf(matrix)


def _by_hand(rows: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Weigh a newsroom's few articles as `_tfidf` does, without the time that its imports take."""
    held_by = Counter(term for row in rows for term in row)
    found = []
    for row in rows:
        weights = {
            term: (math.log(n) + 1.0) * (math.log((1 + len(rows)) / (1 + held_by[term])) + 1.0)
            for term, n in row.items()
        }
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        found.append({term: w / length for term, w in weights.items()})
    return found


def _tfidf(matrix: Any) -> Any:
    """Weigh counts by 1 + ln of the count and smoothed rarity, each row then of unit length.

    So does scikit-learn's TfidfTransformer(sublinear_tf=True), whose import alone takes a second.
    """
    import numpy as np

    documents, terms = matrix.shape
    held_by = np.bincount(matrix.indices, minlength=terms)
    rarity = np.log((1.0 + documents) / (1.0 + held_by)) + 1.0
    weights = (np.log(matrix.data) + 1.0) * rarity[matrix.indices]
    rows = np.repeat(np.arange(documents), np.diff(matrix.indptr))
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=documents))
    weighed = matrix.copy()
    weighed.data = weights / lengths[rows]
    return weighed


def _votes(weighed: Weighed, i: int, j: int, text: float, names: float) -> Votes:
    """Count the votes for two articles whose text and names have these cosines."""
    a, b = weighed.features[i], weighed.features[j]
    rare = tuple(sorted(p for p in a.phrases & b.phrases if p in weighed.rare))
    figures, shared = _figures(a, b, weighed.rarity)
    dates, days = _dates(a, b)
    close = bool(rare) and _close(a, b)
    if close or not (a.counted and b.counted):
        figures = max(figures, SAME_HOUR)
    elif rare or figures > 0:
        dates += _lately(a, b)
    return Votes(
        text=_clip(TEXT_SLOPE * (text - TEXT_ZERO), -2.0, 2.0),
        names=_clip(NAMES_SLOPE * (names - NAMES_ZERO), -0.5, 1.0),
        figures=figures,
        dates=dates + _ordinals(a, b),
        rare=min(MOST_RARE, RARE * len(rare)) + (RARE if close else 0.0),
        shared_figures=shared,
        shared_days=days,
        shared_names=rare,
        similarity=text,
    )


def _clip(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


def _figures(a: Features, b: Features, rarity: dict[int, float]) -> tuple[float, tuple[int, ...]]:
    """Let shared distinctive numbers attract, and leads without a number in common repel."""
    mine = {v: w * rarity[v] for v, w in a.figures.items()}
    theirs = {v: w * rarity[v] for v, w in b.figures.items()}
    both = sorted(mine.keys() & theirs.keys())
    shared = sum(min(mine[v], theirs[v]) for v in both)
    heavy_a, heavy_b = sum(mine.values()), sum(theirs.values())
    named = sum(mine[v] for v in a.lead & b.earlier_figures if v not in theirs)
    named += sum(theirs[v] for v in b.lead & a.earlier_figures if v not in mine)
    smaller = min(heavy_a, heavy_b)
    vote = 0.0
    if shared >= TELLING and smaller:
        vote += min(3.0, 1.5 * shared) * (0.4 + 0.6 * min(1.0, shared / smaller))
    else:
        first_a = sum(mine[v] for v in a.lead if v in mine)
        first_b = sum(theirs[v] for v in b.lead if v in theirs)
        vote -= min(4.0, 2.0 * max(0.0, min(first_a, first_b) - shared))
    vote -= min(4.0, 2.0 * named)  # one calls past what the other reports
    return vote, tuple(both)


def _dates(a: Features, b: Features) -> tuple[float, tuple[Day, ...]]:
    """Days of the event that agree attract; days and publication far apart repel."""
    vote = 0.0
    if a.published is not None and b.published is not None:
        gap = abs(a.published - b.published)
        if gap > FAR_APART:
            return -20.0, ()
        vote += 0.8 if gap <= 1 else 0.3 if gap <= NEAR else -0.5 * (gap - NEAR)
    both = tuple(sorted(d for d in a.days if any(_gap(d, e) == 0 for e in b.days)))
    if both:
        return vote + 1.5, both
    gaps = [_gap(d, e) for d in a.days for e in b.days]
    if gaps and min(gaps) > NEAR:
        vote -= min(2.5, 0.25 * (min(gaps) - NEAR))
    named = [d for d in a.days if any(_gap(d, e) == 0 for e in b.earlier_days)]
    named += [d for d in b.days if any(_gap(d, e) == 0 for e in a.earlier_days)]
    return vote - min(1.5, 1.0 * len(named)), ()


def _close(a: Features, b: Features) -> bool:
    """Whether both were published within a day, and no lead says that it was on another."""
    if a.published is None or b.published is None or abs(a.published - b.published) > 1:
        return False
    return not (a.lately and b.lately) or bool(a.lately & b.lately)


def _lately(a: Features, b: Features) -> float:
    """Let days that leads name by weekday attract where they agree, and repel where they don't."""
    if not a.lately or not b.lately:
        unlike = a.weekdays and b.weekdays and not a.weekdays & b.weekdays
        return -0.5 if unlike else 0.3 if a.weekdays & b.weekdays else 0.0
    gap = min(abs(d - e) for d in a.lately for e in b.lately)
    return 0.5 if gap == 0 else -0.4 * max(0, min(5, gap - 1))


def _ordinals(a: Features, b: Features) -> float:
    """Repel "the fourth such round" and "the fifth batch"."""
    if not a.ordinals or not b.ordinals or a.ordinals & b.ordinals:
        return 0.0
    return -3.0


def _gap(a: Day, b: Day) -> int:
    """Days between two dates; without a year, within any one year."""
    first, second = a.real(), b.real()
    if first is not None and second is not None:
        return abs((first - second).days)
    apart = abs(of_year(a) - of_year(b))
    return min(apart, YEAR - apart)
