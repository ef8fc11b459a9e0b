"""Likeness: how many telling words two articles share, rare ones counting for more."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["cosines", "matrix"]

MANY = 500
BY_HAND = 40  # articles whose words are weighed without scipy


def cosines(weighed: Any, left: Sequence[int], right: Sequence[int]) -> list[float]:
    """The cosine of each pair of rows, 0 to 1."""
    if isinstance(weighed, list):
        pairs = [(weighed[i], weighed[j]) for i, j in zip(left, right, strict=True)]
        return [sum(w * b[t] for t, w in a.items() if t in b) for a, b in pairs]
    return [float(v) for v in weighed[left].multiply(weighed[right]).sum(axis=1).A1]


def matrix(documents: Iterable[Iterable[str]]) -> Any:
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
    made = _tfidf(csr_matrix((np.array(counts, dtype=float), indices, ends), shape=shape))
    if shape[0] > MANY:
        # the rows keep the length that they have with them, so that likeness means the same
        held_by = np.bincount(made.indices, minlength=shape[1])
        made = made[:, np.flatnonzero((held_by > 1) & (held_by <= shape[0] // 5))].tocsr()
    return made


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
