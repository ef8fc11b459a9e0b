"""Affinity: how strongly two articles seem to tell of one event, as votes that can be explained.

Votes are added: above nothing the two belong together, below they don't. Text says whether they
speak of the same sort of thing; figures, dates and named earlier occasions say which one of them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from summarizer.merging.dates import Day, of_year
from summarizer.merging.features import Features
from summarizer.merging.likeness import Bags, cosines, matrix
from summarizer.merging.tally import MOST, NOTHING, tally

__all__ = ["FAR", "Votes", "Weighed"]

# Fitted to invented series of recurring events (tests/merging) and annotated ones, then rounded;
# fixed for all users.
PRIOR = -0.7
TEXT_ZERO, TEXT, MOST_ALIKE = 0.08, 1.9, 1.5
FULL = 240  # terms of an article from which on likeness doesn't depend on length
COPIED = 0.4  # cosine from which on texts follow one form, or copy each other
NAMES, MOST_NAMES, NO_NAMES = 1.2, 0.6, 0.02
STRANGERS = -1.0  # no name in common
# Names that any two reports of such events share ("Red Cross") speak against, up to this likeness.
HARDLY, HARDLY_ANY = -3.0, 0.12
STRANGERS_SHARE = 0.4  # how much the same day counts between such
AMONG_STRANGERS = 0.6  # and figures in common
SUPPORT, COVER, AGAINST, RECALLED = 1.4, 1.0, -0.5, -0.4
SPECIFIC = 0.3  # support from which on more than the subject is in common
ONLY_DATED, ONLY_UNDATED = -0.6, -1.6  # nothing but the subject in common
SAME_DAY, OTHER_DAY = 1.1, -0.15
PUBLISHED, LATER = 1.8, -0.7
LATELY, NOT_LATELY = 0.6, -0.3
WEEKDAY, OTHER_WEEKDAY = 0.1, -1.2
HOPELESS = -1.0  # what a pair may reach at best, below which its figures are left unread
OTHER_ROUND = -6.0
ONE_MORE_DAY = -3.0
COMMON = 20  # articles that may share a number before it begins to count less
FAR_APART = 12  # days between publication after which two articles are never put together
NEAR = 3
FAR = -20.0
YEAR = 365
NEIGHBOURS = 12
LEAST_ALIKE = (
    0.04  # cosine over rare words below which two articles of a large batch aren't compared
)
FEW = 3  # articles that may share a name of several words and it is still rare
RARE, MOST_RARE = 0.95, 2
SAME_HOUR = -0.5  # how much other numbers count against reports of one day on rare names
CHUNK = 4096


class Votes(NamedTuple):
    """What speaks for and against two articles telling of one event."""

    text: float
    names: float
    figures: float
    dates: float
    rare: float = 0.0
    only: float = 0.0  # against pairs that have nothing but their subject in common
    shared_figures: tuple[int, ...] = ()
    apart: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    recalled: tuple[int, ...] = ()
    shared_days: tuple[Day, ...] = ()
    shared_names: tuple[str, ...] = ()
    similarity: float = 0.0

    @property
    def total(self) -> float:
        """The sum: above nothing, they belong together."""
        votes = self.text + self.names + self.figures + self.dates + self.rare + self.only
        return PRIOR + votes


class Weighed:
    """A batch's features with what is rare in it: words and names by TF-IDF, numbers by count.

    `words` are the terms of each article, in the order of the features.
    """

    def __init__(self, features: Sequence[Features], words: Bags) -> None:
        self.features = features
        self.words = matrix(words)
        known = {n for f in features for n in f.names}
        self.names = matrix(Bags.of(sorted(f.names | (f.starts & known)) for f in features))
        self.zero = [TEXT_ZERO * min(1.0, size / FULL) ** 0.5 for size in words.sizes()]
        counts = Counter(v for f in features for v in f.figures)
        self.rarity = {v: 1.0 / (1.0 + max(0, c - COMMON) / COMMON) for v, c in counts.items()}
        held = Counter(chain.from_iterable(f.phrases for f in features))
        most = max(FEW, len(features) // 100)
        self.rare = [{p for p in f.phrases if held[p] <= most} for f in features]
        self._known: dict[tuple[int, int], Votes] = {}

    def look_at(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Votes]:
        """Count the votes for pairs of articles (the lower index first), each pair once."""
        new = [p for p in pairs if p not in self._known]
        for start in range(0, len(new), CHUNK):
            part = new[start : start + CHUNK]
            left, right = [i for i, _ in part], [j for _, j in part]
            text = cosines(self.words, left, right)
            names = cosines(self.names, left, right)
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


def _votes(weighed: Weighed, i: int, j: int, text: float, names: float) -> Votes:
    """Count the votes for two articles whose text and names have these cosines."""
    a, b = weighed.features[i], weighed.features[j]
    between = _days_between(a, b)
    dated = between is not None
    if between is not None and between > FAR_APART:
        return Votes(text=0.0, names=0.0, figures=0.0, dates=FAR, similarity=text)
    rare = tuple(sorted(weighed.rare[i] & weighed.rare[j]))
    zero = 0.01 + min(weighed.zero[i], weighed.zero[j])
    alike = _clip(math.log((text + 0.01) / zero), -MOST_ALIKE, MOST_ALIKE)
    strangers = names < NO_NAMES and bool(a.names) and bool(b.names)
    subject = _clip(names / 0.1 + 1.0 + alike, 0.25, AMONG_STRANGERS if strangers else 1.0)
    named = STRANGERS if strangers else NAMES * min(names, MOST_NAMES)
    if a.names and b.names and not strangers:
        named += HARDLY * max(0.0, 1.0 - names / HARDLY_ANY)
    of_rare = RARE * min(MOST_RARE, len(rare))
    dates, days, lately = _dates(a, b, between, STRANGERS_SHARE if strangers else 1.0)
    at_best = PRIOR + TEXT * alike + named + of_rare + dates + SUPPORT * MOST * subject + COVER
    # most pairs of a batch have nothing to do with each other, whatever their figures
    counted = tally(a, b, weighed.rarity) if at_best > HOPELESS else NOTHING
    if text > COPIED and all(counted.apart):
        alike = min(alike, 0.0)  # one form of words, filled in anew
    figures = SUPPORT * counted.support * subject + COVER * counted.cover
    figures += AGAINST * counted.against + RECALLED * counted.recall
    if not (a.counted and b.counted) or (rare and _close(a, b, between)):
        figures = max(figures, SAME_HOUR)
    if counted.support < SPECIFIC and _once_more(a, b):
        figures += ONE_MORE_DAY
    bare = not (counted.support * subject > SPECIFIC or days or rare or lately)
    return Votes(
        text=TEXT * alike,
        names=named,
        figures=figures,
        dates=dates,
        rare=of_rare,
        only=(ONLY_DATED if dated else ONLY_UNDATED) if bare else 0.0,
        shared_figures=counted.shared,
        apart=counted.apart,
        recalled=counted.recalled,
        shared_days=days,
        shared_names=rare,
        similarity=text,
    )


def _clip(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


def _dates(
    a: Features, b: Features, between: int | None, share: float
) -> tuple[float, tuple[Day, ...], bool]:
    """The vote of days and publication, the days in common, and whether both leads name one day.

    `between` are the days between publication, `share` is how much publication on one day counts.
    """
    vote, lately = 0.0, False
    if between is not None:
        vote += share * PUBLISHED if between <= 1 else LATER * max(0, between - NEAR)
    if a.lately and b.lately:
        gap = min(abs(d - e) for d in a.lately for e in b.lately)
        lately = gap == 0
        vote += share * LATELY if lately else NOT_LATELY * max(0, min(5, gap - 1))
    elif a.weekdays and b.weekdays:
        vote += WEEKDAY if a.weekdays & b.weekdays else OTHER_WEEKDAY
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        vote += OTHER_ROUND
    if a.days and b.days:
        nearest = [(min(_gap(d, e) for e in b.days), d) for d in a.days]
        both = tuple(sorted(d for gap, d in nearest if gap == 0))
        if both:
            return vote + SAME_DAY, both, lately
        vote += OTHER_DAY * _clip((min(nearest)[0] - NEAR) / 10, 0.0, 1.0)
    return vote, (), lately


def _days_between(a: Features, b: Features) -> int | None:
    """Days between publication; null where one of the two is not known."""
    if a.published is None or b.published is None:
        return None
    return abs(a.published - b.published)


def _close(a: Features, b: Features, between: int | None) -> bool:
    """Whether both were published within a day, and no lead says that it was on another."""
    if between is None or between > 1:
        return False
    return not (a.lately and b.lately) or bool(a.lately & b.lately)


def _once_more(a: Features, b: Features) -> bool:
    """Whether only one of them tells of a further day, and the other came before it."""
    if a.again == b.again:
        return False
    if a.published is None or b.published is None:
        return True
    return a.published > b.published if a.again else b.published > a.published


@lru_cache(maxsize=65536)
def _gap(a: Day, b: Day) -> int:
    """Days between two dates; without a year, within any one year."""
    first, second = a.real(), b.real()
    if first is not None and second is not None:
        return abs((first - second).days)
    apart = abs(of_year(a) - of_year(b))
    return min(apart, YEAR - apart)
