"""The articles of a document, and whether words stand where they are said to stand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.documents import Article
from summarizer.verify.raw import Notes, Place, Raw

__all__ = ["Sources", "check_evidence", "sources_of", "sum_of"]


@dataclass
class Sources:
    """The articles by id: their texts where there are any, outlets, and whose copies they are."""

    texts: dict[str, str | None] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)

    def root(self, article: str) -> str:
        """Follow copies to the article they were made from; a circle of copies is one article."""
        seen = []
        while article in self.copies and article not in seen:
            seen.append(article)
            article = self.copies[article]
        return min(seen[seen.index(article) :]) if article in seen else article


def sum_of(text: str) -> str:
    """Compute the sha256 of a text in hex, also of text that no encoder would take."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sources_of(document: Raw, articles: Sequence[Article], notes: Notes) -> Sources:
    """Check the articles of a brief, with texts from outside where it carries none."""
    sources = Sources()
    given = {article.digest: article for article in articles}
    known = set()
    for where, row in notes.objects(document, "articles", ""):
        name = notes.words(row, "id", where)
        digest = notes.words(row, "digest", where)
        known.add(digest)
        if name in sources.texts:
            notes.fail(f"{where}.id", "is the id of another article too")
        if isinstance(row.get("outlet"), str):
            sources.outlets[name] = row["outlet"]
        if isinstance(row.get("duplicate_of"), str):
            sources.copies[name] = row["duplicate_of"]
        sources.texts[name] = _text_of(where, row, digest, given, notes)
    for name, original in sources.copies.items():
        if original not in sources.texts:
            notes.fail(f"articles: {name}", f"is called a copy of {original!r}, which is not there")
    for article in articles:
        if article.digest not in known:
            notes.unchecked.append(f"{article.path or article.id}: is no article of this brief")
    if not sources.texts:
        notes.fail("articles", "there are none")
    return sources


def _text_of(
    where: str, row: Raw, digest: str, given: Mapping[str, Article], notes: Notes
) -> str | None:
    """Return an article's text, its own or the one given, once its digest has been compared."""
    text = row.get("text")
    if text is not None and not isinstance(text, str):
        notes.fail(f"{where}.text", "is no text")
    if isinstance(text, str):
        notes.checked["digests"] += 1
        if sum_of(text) != digest:
            notes.fail(f"{where}.digest", "is not the digest of the text: one of them was changed")
        return text
    if digest in given:
        notes.checked["digests"] += 1
        return given[digest].text
    notes.unchecked.append(
        f"{row.get('path') or row.get('id')}: its text was not given, so its quotations were not "
        "compared with it"
    )
    return None


def check_evidence(
    parent: Raw, where: str, sources: Sources, notes: Notes, *, article: str | None = None
) -> list[Place]:
    """Check every piece of evidence of a claim; return those that are sound.

    `article` is the one all evidence is about, where the pieces don't name one themselves.
    """
    sound = []
    rows = list(notes.objects(parent, "evidence", where))
    if not rows:
        notes.fail(f"{where}.evidence", "there is none")
    for at, row in rows:
        name = article if article is not None else notes.words(row, "article", at)
        quote = notes.words(row, "quote", at)
        span = notes.span(row, at)
        if not name or not quote or span is None:
            continue
        notes.checked["evidence"] += 1
        if name not in sources.texts:
            notes.fail(at, f"cites article {name!r}, which is not there")
            continue
        if _stands(quote, span, sources.texts[name], at, notes):
            sound.append(Place(name, quote, *span))
    return sound


def _stands(quote: str, span: tuple[int, int], text: str | None, at: str, notes: Notes) -> bool:
    start, end = span
    if end - start != len(quote):
        notes.fail(at, f"offsets {start}–{end} do not fit a quotation of {len(quote)} characters")
    elif text is not None and text[start:end] != quote:
        found = text.find(quote)
        moved = f"; they stand at {found}" if found >= 0 else " and nowhere else in it"
        notes.fail(at, f"the words quoted are not those at {start}–{end} of the article{moved}")
    else:
        return True
    return False
