"""Likeness: words counted at once, in parts, by hand or by library weigh the same."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from merging_hard import hard

from summarizer.merging import likeness
from summarizer.merging.likeness import Bags, cosines, matrix
from summarizer.merging.terms import terms_of_all

TEXTS = [(a.title, a.text) for a in hard(1)[0]][:30]


def test_documents_of_two_batches_are_as_of_one():
    first, second = terms_of_all(TEXTS[:9]), terms_of_all(TEXTS[9:])
    assert first.followed_by(second) == terms_of_all(TEXTS)


def test_few_articles_are_as_like_as_among_many_counted_by_the_library(
    monkeypatch: pytest.MonkeyPatch,
):
    bags = terms_of_all(TEXTS)
    pairs = list(combinations(range(len(TEXTS)), 2))
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    by_hand = cosines(matrix(bags), left, right)
    monkeypatch.setattr(likeness, "BY_HAND", 0)
    assert cosines(matrix(bags), left, right) == pytest.approx(by_hand)
    assert max(by_hand) > 0.3 > min(by_hand)


@pytest.mark.parametrize("by_hand", [40, 0])
def test_the_first_words_count_in_pairs_too(monkeypatch: pytest.MonkeyPatch, by_hand: int):
    monkeypatch.setattr(likeness, "BY_HAND", by_hand)
    told = ("bridge night swap deal", "night bridge swap deal", "bridge night deal swap")
    documents = [text.split() for text in told]
    plain = Bags.of(documents)
    assert cosines(matrix(plain), [0, 0], [1, 2]) == pytest.approx([1.0, 1.0])
    paired = Bags(plain.terms, plain.numbers, plain.ends, paired=2)
    assert cosines(matrix(paired), [0], [2]) == pytest.approx([1.0])  # what follows is not paired
    assert cosines(matrix(paired), [0], [1])[0] < 0.9
    assert (plain.sizes(), paired.sizes()) == ([4, 4, 4], [5, 5, 5])


def test_a_document_without_terms_is_like_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(likeness, "BY_HAND", 0)
    found = cosines(matrix(Bags.of([["swap"], [], ["swap"]])), [0, 0], [1, 2])
    assert [v for v in found if not math.isnan(v)] == pytest.approx([0.0, 1.0])
