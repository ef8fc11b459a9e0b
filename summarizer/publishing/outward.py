"""Documents as others see them: their JSON Schemas, and briefs read back from JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from summarizer.documents import Article, ArticleSummary, Brief, Facts, Group
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["document_schemas", "load_briefs"]

_DOCUMENTS: dict[str, type[BaseModel]] = {
    "article": Article,
    "summary": ArticleSummary,
    "group": Group,
    "brief": Brief,
}


def document_schemas(name: str | None, facts: Mapping[str, type[Facts]]) -> dict[str, Any]:
    """The JSON Schema of one document, or of all by name with those of the packs' facts."""
    if name is None:
        made = {key: _schema(kind) for key, kind in _DOCUMENTS.items()}
        return made | {f"facts of {key}": _schema(kind) for key, kind in facts.items()}
    if name in _DOCUMENTS:
        return _schema(_DOCUMENTS[name])
    if name in facts:
        return _schema(facts[name])
    known = ", ".join([*_DOCUMENTS, *facts])
    raise UsageError(f"There is no document {name!r}.", f"There are: {known}.")


def _schema(kind: type[BaseModel]) -> dict[str, Any]:
    return TypeAdapter(kind).json_schema(mode="serialization", by_alias=True)


def load_briefs(data: Any, source: str) -> tuple[Brief, ...]:
    """Read one brief or an array of them; raises InputError naming `source` for anything else."""
    rows = data if isinstance(data, list) else [data]
    try:
        return tuple(Brief.load(row) for row in rows)
    except (ValidationError, KeyError, TypeError, AttributeError):
        raise InputError(
            f"{source}: this is no brief, or one that does not hold.",
            "Give what `brief --format json` wrote; `summarizer verify` tells what is wrong.",
        ) from None
