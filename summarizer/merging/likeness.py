"""Likeness: how many telling words two articles share, rare ones counting for more."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

__all__ = ["Bags", "cosines", "matrix"]

MANY = 500
BY_HAND = 40  # articles whose words are weighed without scipy


@dataclass(frozen=True)
class Bags:
    """How often each term stands in each document, terms numbered in the order in which they come.

    Row r has the terms `columns[ends[r]:ends[r + 1]]`, as often as `counts` says there.
    """

    terms: list[str]
    columns: array[int]
    counts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, documents: Iterable[Iterable[str]]) -> Bags:
        """Count the terms of each document."""
        numbers = _numbered(())
        columns, counts, ends = array("i"), array("i"), array("q", [0])
        for document in documents:
            counted = Counter(document)
            columns.extend(map(numbers.__getitem__, counted))
            counts.extend(counted.values())
            ends.append(len(columns))
        return cls(list(numbers), columns, counts, ends)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.ends) - 1

    def followed_by(self, other: Bags) -> Bags:
        """These documents and then the others, as if all had been counted at once."""
        import numpy as np

        numbers = _numbered(self.terms)
        renumbered = np.array([numbers[term] for term in other.terms], dtype=np.intc)
        columns = self.columns + array("i", renumbered[np.array(other.columns)].tobytes())
        ends = self.ends + array("q", [self.ends[-1] + end for end in other.ends[1:]])
        return Bags(list(numbers), columns, self.counts + other.counts, ends)

    def rows(self) -> list[dict[str, int]]:
        """The counts of each document by term."""
        return [
            {self.terms[self.columns[at]]: self.counts[at] for at in range(start, end)}
            for start, end in pairwise(self.ends)
        ]

    def sizes(self) -> list[int]:
        """How many terms each document has, each as often as it stands there."""
        return [sum(self.counts[start:end]) for start, end in pairwise(self.ends)]


def _numbered(terms: Iterable[str]) -> defaultdict[str, int]:
    """Numbers that go on with each term that is asked for and has none."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbers.update((term, number) for number, term in enumerate(terms))
    return numbers


def cosines(weighed: Any, left: Sequence[int], right: Sequence[int]) -> list[float]:
    """The cosine of each pair of rows, 0 to 1."""
    if isinstance(weighed, list):
        pairs = [(weighed[i], weighed[j]) for i, j in zip(left, right, strict=True)]
        return [sum(w * b[t] for t, w in a.items() if t in b) for a, b in pairs]
    return [float(v) for v in weighed[left].multiply(weighed[right]).sum(axis=1).A1]


def matrix(bags: Bags) -> Any:
    """Weigh terms by TF-IDF in rows of unit length.

    In a large batch, terms of one article alone or of every fifth article tell nothing apart.
    """
    if len(bags) <= BY_HAND:
        return _by_hand(bags.rows())
    import numpy as np
    from scipy.sparse import csr_matrix

    shape = (len(bags), max(1, len(bags.terms)))
    counts = np.array(bags.counts, dtype=float)
    columns, ends = np.array(bags.columns), np.array(bags.ends)
    made = _tfidf(csr_matrix((counts, columns, ends), shape=shape))
    if shape[0] > MANY:
        # the rows keep the length that they have with them, so that likeness means the same
        held_by = np.bincount(made.indices, minlength=shape[1])
        made = made[:, np.flatnonzero((held_by > 1) & (held_by <= shape[0] // 5))].tocsr()
    return made


def _by_hand(rows: Sequence[dict[str, int]]) -> list[dict[str, float]]:
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
