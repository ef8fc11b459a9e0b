"""Check a finished document again from its JSON alone: no model, no network.

A brief, a list of briefs, an article's summary or a list of them. Whatever is wrong is described,
also where the JSON is no document at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.documents import Article
from summarizer.verify.findings import check_coverage, check_findings, check_sums, check_wording
from summarizer.verify.prose import check_headline, check_summary
from summarizer.verify.raw import Failure, Notes, Raw
from summarizer.verify.sources import sources_of
from summarizer.verify.summaries import check_article_summary

__all__ = ["Failure", "Report", "verify"]


@dataclass(frozen=True)
class Report:
    """What was found: `failures` in the order of the document, `unchecked` what lacked its text.

    `checked` counts what was looked at: "evidence", "citations", "sentences", …
    """

    failures: tuple[Failure, ...]
    unchecked: tuple[str, ...]
    checked: Mapping[str, int]

    @property
    def passed(self) -> bool:
        """Whether nothing failed; `unchecked` may still hold something."""
        return not self.failures


def verify(document: object, articles: Sequence[Article] = ()) -> Report:
    """Check a document against itself and its articles; never raises, whatever the JSON.

    `articles` are the texts of a brief that was written without them; they are matched by digest.
    """
    notes = Notes()
    rows = document if isinstance(document, list) else [document]
    if not rows:
        notes.fail("document", "is empty")
    for n, row in enumerate(rows):
        own = Notes()
        _check(row, articles, own)
        prefix = f"[{n}]" if isinstance(document, list) else ""
        for failure in own.failures:
            notes.fail(".".join(filter(None, (prefix, failure.where))), failure.what)
        notes.unchecked += [text for text in own.unchecked if text not in notes.unchecked]
        notes.checked.update(own.checked)
    return Report(
        tuple(notes.failures), tuple(notes.unchecked), dict(sorted(notes.checked.items()))
    )


def _check(document: object, articles: Sequence[Article], notes: Notes) -> None:
    if not isinstance(document, dict):
        notes.fail("document", "is no JSON object")
    elif "findings" in document or "summary" in document:
        _check_brief(document, articles, notes)
    elif "facts" in document or "gist" in document:
        check_article_summary(document, articles, notes)
    else:
        notes.fail("document", "is neither a brief nor an article's summary")


def _check_brief(document: Raw, articles: Sequence[Article], notes: Notes) -> None:
    sources = sources_of(document, articles, notes)
    points = check_findings(document, sources, notes)
    check_headline(document, points, sources, notes)
    check_summary(document, points, sources, notes)
    check_coverage(document, points, sources, notes)
    check_wording(document, sources, notes)
    check_sums(document, points, notes)
