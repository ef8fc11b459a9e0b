"""Copies: which articles repeat another's words, whole, trimmed or updated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.documents import Article, ArticleSummary
from summarizer.merging.texts import sentence_span, shingles, words

__all__ = ["distinct", "first_holder", "in_order", "originals"]

CONTAINED = (
    1 / 3
)  # of the shorter text's shingles stand in the longer: independent texts share < 5 %
SAME_SENTENCE = 0.8  # of a sentence's words stand in one sentence of the other text
FEWEST = 20  # shingles below which sharing a third may be one common quotation


def in_order(articles: Sequence[Article]) -> tuple[Article, ...]:
    """By publication and id: an order that no outlet's name decides."""
    return tuple(sorted(articles, key=lambda a: (a.published or "", a.id, a.path or "")))


def distinct(summaries: Sequence[ArticleSummary]) -> tuple[ArticleSummary, ...]:
    """Each article once, in order, under an id of its own.

    The same words by the same outlet are one article however often they are handed in. The same
    words by another outlet are a copy, and get the id with "~2", "~3" … behind it.
    """
    seen: dict[tuple[str, str], ArticleSummary] = {}
    for summary in summaries:
        a = summary.article
        key = (a.id, (a.outlet or a.path or "").casefold())
        best = seen.get(key)
        if best is None or _tie(summary) < _tie(best):
            seen[key] = summary
    ordered = sorted(seen.values(), key=_tie)
    counted: dict[str, int] = {}
    result = []
    for summary in ordered:
        a = summary.article
        counted[a.id] = counted.get(a.id, 0) + 1
        if counted[a.id] == 1:
            result.append(summary)
        else:
            renamed = a.model_copy(update={"id": f"{a.id}~{counted[a.id]}"})
            result.append(summary.model_copy(update={"article": renamed}))
    return tuple(result)


def _tie(summary: ArticleSummary) -> tuple[str, ...]:
    a = summary.article
    return (a.published or "", a.id, a.path or "", a.url or "", a.outlet or "")


def originals(articles: Sequence[Article]) -> dict[str, str]:
    """Each copy's id and the id of the article it repeats.

    A copy shares a third of the shorter text's five-word shingles. The original is the one that was
    published first; where that is not known, the longest.
    """
    order = sorted(articles, key=lambda a: (a.published or "9", -len(a.text), a.id))
    grams = {a.id: shingles(a.text) for a in order}
    found: dict[str, str] = {}
    for i, later in enumerate(order):
        for earlier in order[:i]:
            if _repeats(grams[later.id], grams[earlier.id]):
                found[later.id] = found.get(earlier.id, earlier.id)
                break
    return found


def _repeats(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    if a == b and a:
        return True
    shorter = min(len(a), len(b))
    return shorter >= FEWEST and len(a & b) >= CONTAINED * shorter


def first_holder(
    article: Article, start: int, end: int, copied: Mapping[str, str], all_: Sequence[Article]
) -> Article:
    """The article of a family of copies that said `article.text[start:end]` first.

    What an update adds stands in no earlier text, so it stays the update's own.
    """
    head = copied.get(article.id)
    if head is None:
        return article
    left, right = sentence_span(article.text, start, end)
    wanted = words(article.text[left:right])
    family = [a for a in all_ if a.id != article.id and head in (a.id, copied.get(a.id))]
    family.sort(key=lambda a: (a.id != head, a.published or "9", -len(a.text), a.id))
    rank = (False, article.published or "9", -len(article.text), article.id)
    for other in family:
        if other.id != head and (True, *rank[1:]) < (
            True,
            other.published or "9",
            -len(other.text),
            other.id,
        ):
            continue  # it is later than this article itself
        if _holds(other.text, wanted):
            return other
    return article


def _holds(text: str, wanted: list[str]) -> bool:
    numbers = {w for w in wanted if w[0].isdigit()}
    grams = {tuple(wanted[i : i + 3]) for i in range(max(1, len(wanted) - 2))}
    tokens = words(text)
    have = {tuple(tokens[i : i + min(3, len(wanted))]) for i in range(len(tokens))}
    shared = sum(g in have for g in grams)
    return shared >= SAME_SENTENCE * len(grams) and numbers <= set(tokens)
