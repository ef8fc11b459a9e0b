"""An article's summary: its evidence stands in the article, its numbers in their evidence."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.documents import Article, article_id
from summarizer.documents.numerals import numbers_in
from summarizer.verify.numbers import strange_numbers
from summarizer.verify.raw import Notes, Raw
from summarizer.verify.sources import Sources, check_evidence

__all__ = ["check_article_summary"]


def check_article_summary(document: Raw, articles: Sequence[Article], notes: Notes) -> None:
    """Check the gist and every claim of an article's summary against the article."""
    article = document.get("article")
    if not isinstance(article, dict):
        notes.fail("article", "is missing")
        return
    name = notes.words(article, "id", "article")
    text = article.get("text")
    if not isinstance(text, str):
        given = {a.id: a.text for a in articles}
        text = given.get(name)
    if text is None:
        notes.unchecked.append(
            f"{name}: its text was not given, so its quotations were not compared"
        )
    else:
        notes.checked["digests"] += 1
        if name.split("~")[0] != _id_of(text):
            notes.fail("article.id", "is not the id of the text: one of them was changed")
    sources = Sources(texts={name: text})
    for where, row in notes.objects(document, "gist", ""):
        notes.checked["sentences"] += 1
        words = notes.words(row, "text", where)
        quotes = [p.quote for p in check_evidence(row, where, sources, notes, article=name)]
        for number in strange_numbers(words, quotes) if quotes else ():
            notes.fail(f"{where}.text", f"the number {number[:40]} is not in its evidence")
    _check_facts(document.get("facts"), sources, name, notes)


def _check_facts(facts: object, sources: Sources, article: str, notes: Notes) -> None:
    if not isinstance(facts, dict):
        notes.fail("facts", "are missing")
        return
    for field, value in facts.items():
        rows = value if isinstance(value, list) else [] if value is None else [value]
        for n, claim in enumerate(rows):
            where = f"facts.{field}[{n}]" if isinstance(value, list) else f"facts.{field}"
            if isinstance(claim, dict):
                _check_claim(claim, where, sources, article, notes)
            else:
                notes.fail(where, "is no claim")


def _id_of(text: str) -> str:
    try:
        return article_id(text)
    except UnicodeEncodeError:  # half a surrogate pair: no text that was ever read
        return ""


def _check_claim(claim: Raw, where: str, sources: Sources, article: str, notes: Notes) -> None:
    notes.checked["claims"] += 1
    places = check_evidence(claim, where, sources, notes, article=article)
    for key in ("value", "high"):
        number = claim.get(key)
        if type(number) is int and places:
            notes.checked["numbers"] += 1
            if not any(n.value == number for place in places for n in numbers_in(place.quote)):
                notes.fail(f"{where}.{key}", "the number is not in its evidence")
