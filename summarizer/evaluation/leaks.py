"""What must not get through: evidence that doesn't stand, boilerplate, loaded words of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.documents import ArticleSummary, Brief
from summarizer.evaluation.figures import number_is_written, proposed_figures
from summarizer.evaluation.gold import Gold, GoldArticle, file_name
from summarizer.evaluation.results import Outcome, Row, share

__all__ = ["boilerplate", "evidence", "own_voice"]

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)‘[^’]*’(?!\w)")


def evidence(summaries: Iterable[ArticleSummary]) -> tuple[list[Row], list[Outcome]]:
    """Share of evidence that stands where it says, figures' with their number written in it."""
    good = total = 0
    outcomes: list[Outcome] = []
    for summary in summaries:
        text, name = summary.article.text, file_name(summary.article.path) or summary.article.id
        for piece in summary.evidence():
            total += 1
            stands = text[piece.start : piece.end] == piece.quote
            good += stands
            if not stands:
                outcomes.append(_bad(name, "evidence", piece.quote, "not the words at its offsets"))
        for figure in proposed_figures(summary):
            total += 1
            written = number_is_written(figure)
            good += written
            if not written:
                quote = figure.evidence[0].quote
                why = f"{figure.value:,} is not written in it"
                outcomes.append(_bad(name, "evidence", quote, why))
    row = Row(score="evidence", value=share(good, total), hits=good, annotated=total, must=1.0)
    return [row], outcomes


def boilerplate(
    gold: Gold, summaries: Sequence[ArticleSummary], briefs: Sequence[Brief]
) -> tuple[list[Row], list[Outcome]]:
    """How many annotated boilerplate strings reached evidence or prose."""
    if all(a.boilerplate is None for a in gold.articles.values()):
        return [], []
    outcomes: list[Outcome] = []
    for name, article in gold.articles.items():
        quotes, prose = _written_of(name, summaries, briefs)
        for string in article.boilerplate or ():
            where = _reached(string, quotes, prose)
            if where is not None:
                outcomes.append(_bad(name, "boilerplate", where, f"holds {string!r}"))
    count = len(outcomes)
    return [Row(score="boilerplate", value=count, hits=count, count=True, must=0)], outcomes


def own_voice(gold: Gold, briefs: Sequence[Brief]) -> tuple[list[Row], list[Outcome]]:
    """How many annotated loaded terms stand in briefs' own sentences, outside quotation marks."""
    if not briefs or all(a.loaded is None for a in gold.articles.values()):
        return [], []
    outcomes: list[Outcome] = []
    for brief in briefs:
        names = {file_name(a.path) for a in brief.articles}
        terms = _terms(a for n, a in gold.articles.items() if n in names)
        for sentence in (brief.headline, *(s.text for s in brief.summary)):
            bare = _QUOTED.sub(" ", sentence)
            outcomes += [
                _bad(brief.event.title, "own voice", sentence, f"says {term!r}")
                for term in terms
                if re.search(rf"(?<!\w){_loosely(term)}(?!\w)", bare, re.IGNORECASE)
            ]
    count = len(outcomes)
    return [Row(score="own voice", value=count, hits=count, count=True, must=0)], outcomes


def _bad(article: str, field: str, quote: str, reason: str) -> Outcome:
    return Outcome(article=article, field=field, verdict="extra", quote=quote, reason=reason)


def _terms(articles: Iterable[GoldArticle]) -> list[str]:
    return sorted({term for article in articles for term in article.loaded or ()})


def _loosely(text: str) -> str:
    """Make a pattern that finds `text` whatever its spaces and apostrophes."""
    pattern = re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(text))
    return re.sub(r"['’]", "['’]", pattern)


def _written_of(
    name: str, summaries: Sequence[ArticleSummary], briefs: Sequence[Brief]
) -> tuple[list[str], list[str]]:
    """Gather the evidence taken from an article, and the prose written about it."""
    quotes: list[str] = []
    prose: list[str] = []
    for summary in summaries:
        if file_name(summary.article.path) == name:
            quotes += [e.quote for e in summary.evidence()]
            prose += [summary.headline, *(s.text for s in summary.gist)]
    for brief in briefs:
        ids = {a.id for a in brief.articles if file_name(a.path) == name}
        if ids:
            quotes += _quoted_from(brief, ids)
            prose += [brief.headline, *(s.text for s in brief.summary)]
    return quotes, prose


def _quoted_from(brief: Brief, ids: set[str]) -> Iterator[str]:
    for finding in brief.findings:
        for position in finding.positions:
            yield from (e.quote for e in position.evidence if e.article in ids)
    for row in brief.wording:
        for term in row.terms:
            yield from (e.quote for e in term.evidence if e.article in ids)


def _reached(string: str, quotes: Iterable[str], prose: Iterable[str]) -> str | None:
    """Find the text that holds the string; for evidence also one that is part of the string.

    A part counts from three words on: fewer may well stand in the article itself.
    """
    pattern = re.compile(_loosely(string), re.IGNORECASE)
    for text in (*quotes, *prose):
        if pattern.search(text):
            return text
    for quote in quotes:
        if len(quote.split()) > 2 and quote in string:  # noqa: PLR2004
            return quote
    return None
