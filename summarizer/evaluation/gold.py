"""Annotations: read a gold file, tolerant of keys that are left out, strict about the rest.

docs/annotations.md describes the format.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, Final

from pydantic import Field, ValidationError

from summarizer.documents import Document
from summarizer.errors import InputError

__all__ = [
    "LABELS",
    "Dispute",
    "Gold",
    "GoldArticle",
    "GoldFigure",
    "file_name",
    "load_gold",
    "read_gold",
]

#: The labels of figures that are scored where they are annotated, in the order they are shown.
LABELS: Final = ("who", "outcome", "direction", "occasion")

_BOUNDS = {"more_than": "at_least", "less_than": "at_most"}


class _Annotation(Document):
    """Annotations may hold notes of their own: fields that aren't scored are passed over."""

    model_config = Document.model_config | {"extra": "ignore"}


class GoldFigure(_Annotation):
    """One annotated number; labels left out are not scored, `optional` ones may be missed."""

    value: int
    high: int | None = None
    approx: str | None = None
    who: str | None = None
    outcome: str | None = None
    direction: str | None = None
    occasion: str | None = None
    attributed_to: str | None = None
    quote: str = ""
    core: bool = True
    optional: bool = False

    @property
    def bound(self) -> str | None:
        """The annotated bound in the contract's words."""
        return _BOUNDS.get(self.approx, self.approx) if self.approx else None

    @property
    def labels(self) -> dict[str, str]:
        """The labels that are annotated, in order."""
        return {k: v for k in LABELS if (v := getattr(self, k)) is not None}

    def has(self, name: str) -> bool:
        """Whether a key was written down, be it null."""
        return name in self.model_fields_set


class GoldArticle(_Annotation):
    """What is annotated of one article; null where nothing was annotated."""

    source: str | None = None
    published: str | None = None
    pack: str | None = None
    event: str | None = None
    figures: tuple[GoldFigure, ...] | None = None
    date: str | None = None
    date_quote: str | None = None
    date_note: str = ""
    date_conflict: bool | None = None
    place: str | tuple[str, ...] | None = None
    mediators: tuple[str, ...] | None = None
    speakers: tuple[str, ...] | None = None
    loaded: tuple[str, ...] | None = None
    boilerplate: tuple[str, ...] | None = None
    complete: tuple[str, ...] = ()

    @property
    def conflicting_date(self) -> bool:
        """Whether the date that the article writes contradicts the article."""
        if self.date_conflict is not None:
            return self.date_conflict
        return "conflict" in self.date_note

    @property
    def places(self) -> tuple[str, ...] | None:
        """The annotated places; a string may hold several, parted by semicolons."""
        if self.place is None:
            return None
        parts = self.place.split(";") if isinstance(self.place, str) else self.place
        return tuple(p.strip() for p in parts if p.strip())

    @property
    def mediator_names(self) -> tuple[str, ...] | None:
        """The mediators without the notes in brackets."""
        if self.mediators is None:
            return None
        return tuple(m.split(" (")[0].strip() for m in self.mediators)


class Dispute(_Annotation):
    """Something that the articles contradict each other on."""

    event: str | None = None
    what: str
    values: tuple[str, ...]
    field: str | None = None
    difference: str | None = None


class Gold(_Annotation):
    """A gold file: annotated articles by file name, the events they tell of, their disputes."""

    pack: str | None = None
    articles: dict[str, GoldArticle]
    events: tuple[tuple[str, ...], ...] | None = None
    disputes: tuple[Dispute, ...] | None = None
    not_disputes: tuple[str, ...] | None = None
    aliases: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    complete: tuple[str, ...] = ()

    def is_complete(self, article: GoldArticle, field: str) -> bool:
        """Whether a field of an article is annotated in full, so that precision means something."""
        return field in self.complete or field in article.complete


def file_name(path: str | None) -> str | None:
    """Take the name by which annotations know an article."""
    return PurePath(path).name if path else None


def load_gold(path: Path) -> Gold:
    """Read a gold file; raises InputError saying what in it cannot be used."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"The annotations in {path} cannot be read: {error}.", "They are a JSON object."
        ) from error
    return read_gold(raw, name=str(path))


def read_gold(raw: Mapping[str, Any], name: str = "annotations") -> Gold:
    """Check annotations; raises InputError naming the first key that cannot be used."""
    try:
        return Gold.model_validate(dict(raw))
    except (ValidationError, TypeError, ValueError) as error:
        where = ""
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            where = f" at {'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise InputError(
            f"{name} does not hold annotations{where}.", "See docs/annotations.md for the format."
        ) from error
