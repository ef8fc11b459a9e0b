"""Titles: what an event is called, and the id it keeps while articles are added to it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from summarizer.documents import Article, Finding, Pack
from summarizer.documents.lexicon import loaded_in
from summarizer.merging.copies import in_order

__all__ = ["event_id", "event_title", "lead", "plain_lead"]

_LONGEST = 90
_LINE = re.compile(r"\S[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")  # as str.splitlines has it


def event_id(articles: Sequence[Article]) -> str:
    """An id made from the event's first article: later ones leave it as it is."""
    first = in_order(articles)[0]
    return "e-" + hashlib.sha256(first.id.split("~")[0].encode()).hexdigest()[:8]


def lead(article: Article) -> str:
    """An article's title, else its first line, cut at a word."""
    text = (article.title or _first_line(article.text)).strip()
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _first_line(text: str) -> str:
    found = _LINE.search(text)
    return found.group() if found else ""


def plain_lead(articles: Sequence[Article]) -> str:
    """The first of the articles' titles that holds no loaded word; else the first, as a quotation."""
    leads = [lead(article) for article in articles]
    plain = next((text for text in leads if not loaded_in(text)), None)
    return plain if plain is not None else f"“{leads[0].strip('“”')}”"


def event_title(
    pack: Pack, findings: Sequence[Finding], articles: Sequence[Article], date: str | None
) -> str:
    """The pack's title for the event, with what is agreed; else the kind and the date."""
    from summarizer.packs import phrase

    if pack.event_title:
        agreed: dict[str, list[str]] = {}
        for f in sorted(findings, key=lambda f: f.status != "agreed"):  # what is agreed comes first
            if f.status != "disputed" and isinstance(f.positions[0].value, str):
                agreed.setdefault(f.field, []).append(f.positions[0].value)
        parties = _parties(pack, findings)
        return phrase(
            pack.event_title, date=date, parties=parties, agreed=agreed, lead=lead(articles[0])
        ).strip()
    return phrase(
        "{{ title }}{% if date %}, {{ date | date }}{% endif %}", title=pack.title, date=date
    )


def _parties(pack: Pack, findings: Sequence[Finding]) -> list[str]:
    """The parties that figures name, in alphabetical order."""
    prefixes = {n: label.party.split("{")[0] for n, label in pack.labels.items() if label.party}
    found = set()
    for f in findings:
        for name, prefix in prefixes.items():
            value = f.labels.get(name) or ""
            if prefix and value.startswith(prefix):
                found.add(value.removeprefix(prefix))
    return sorted(found)
