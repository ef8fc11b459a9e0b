"""Likeness: how many telling words two articles share, rare ones counting for more."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

__all__ = ["Bags", "cosines", "matrix"]

MANY = 500
_Term = int | tuple[int, int]  # or a pair of them
BY_HAND = 40  # articles whose words are weighed without scipy


@dataclass(frozen=True)
class Bags:
    """The terms of documents, by their numbers, one document after another.

    Document d has `numbers[ends[d]:ends[d + 1]]`. Its first `paired` terms count in pairs as well.
    """

    terms: list[str]
    numbers: array[int]
    ends: array[int]
    paired: int = 0

    @classmethod
    def of(cls, documents: Iterable[Iterable[str]]) -> Bags:
        """The terms of each document, numbered in the order in which they come."""
        known: defaultdict[str, int] = defaultdict()
        known.default_factory = known.__len__
        numbers, ends = array("i"), array("q", [0])
        for document in documents:
            numbers.extend(map(known.__getitem__, document))
            ends.append(len(numbers))
        return cls(list(known), numbers, ends)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.ends) - 1

    def followed_by(self, other: Bags) -> Bags:
        """These documents and then the others, as if all had been read at once."""
        known = {term: number for number, term in enumerate(self.terms)}
        renumbered = [known.setdefault(term, len(known)) for term in other.terms]
        numbers = self.numbers + array("i", map(renumbered.__getitem__, other.numbers))
        ends = self.ends + array("q", [self.ends[-1] + end for end in other.ends[1:]])
        return Bags(list(known), numbers, ends, self.paired)

    def sizes(self) -> list[int]:
        """How many terms and pairs each document has, however often the same one."""
        lengths = [end - start for start, end in pairwise(self.ends)]
        return [length + max(0, min(length, self.paired) - 1) for length in lengths]


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
        return _by_hand(bags)
    import numpy as np

    made = _tfidf(_counted(bags))
    documents, terms = made.shape
    if documents > MANY:
        # the rows keep the length that they have with them, so that likeness means the same
        held_by = np.bincount(made.indices, minlength=terms)
        made = made[:, np.flatnonzero((held_by > 1) & (held_by <= documents // 5))].tocsr()
    return made


def _counted(bags: Bags) -> Any:
    """Documents by terms, how often; in each row the terms, then the pairs, as they first come."""
    import numpy as np
    from scipy.sparse import csr_matrix

    terms, ends = np.array(bags.numbers, dtype=np.int64), np.array(bags.ends)
    lengths = np.diff(ends)
    rows = np.repeat(np.arange(len(bags)), lengths)
    width = len(bags.terms)
    if bags.paired:
        left = ends[1:].repeat(lengths) - np.arange(len(terms))  # 1 at a document's last term
        place = np.arange(len(terms)) - ends[:-1].repeat(lengths)
        at = np.flatnonzero((left > 1) & (place < bags.paired - 1))
        pairs, numbers = np.unique(terms[at] * width + terms[at + 1], return_inverse=True)
        terms, rows = np.concatenate((terms, width + numbers)), np.concatenate((rows, rows[at]))
        order = np.argsort(rows, kind="stable")
        terms, rows = terms[order], rows[order]
        width += len(pairs)
    _, first, times = np.unique(rows * width + terms, return_index=True, return_counts=True)
    counts = np.zeros(len(terms))
    counts[first] = times
    kept = counts > 0
    ends = np.concatenate(([0], np.cumsum(np.bincount(rows[kept], minlength=len(bags)))))
    return csr_matrix((counts[kept], terms[kept], ends), shape=(len(bags), max(1, width)))


def _by_hand(bags: Bags) -> list[dict[_Term, float]]:
    """Weigh a newsroom's few articles as `_tfidf` does, without the time that its imports take."""
    rows: list[Counter[_Term]] = []
    for start, end in pairwise(bags.ends):
        terms = bags.numbers[start:end]
        rows.append(Counter(chain(terms, pairwise(terms[: bags.paired]))))
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
