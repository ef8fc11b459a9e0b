"""Article: one text by one outlet, cleaned, with what was taken out of it."""

from __future__ import annotations

import hashlib
from functools import cached_property

from pydantic import Field

from summarizer.documents.evidence import Document

__all__ = ["Article", "Removal", "article_id", "digest"]


def digest(text: str) -> str:
    """The sha256 of a cleaned text, in hex: how an article is recognised without its words."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(text: str) -> str:
    """A short name that depends on the words alone: neither the outlet nor the file name moves it."""
    return "a" + digest(text)[:10]


class Removal(Document):
    """A passage that cleaning took out of an article, and why."""

    text: str
    reason: str


class Article(Document):
    """One text by one outlet.

    `text` is the cleaned text that every offset refers to. `published` is an ISO date
    ("2025-05-23") or null; `language` an ISO 639-1 code. `inferred` names the fields that
    were read out of the text rather than given.
    """

    id: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    path: str | None = None
    text: str
    inferred: tuple[str, ...] = ()
    removed: tuple[Removal, ...] = Field(default=(), repr=False)

    @cached_property
    def digest(self) -> str:
        """The sha256 of the cleaned text."""
        return digest(self.text)
