"""A brief as the JSON that other programs read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from summarizer.documents import Brief

__all__ = ["to_json"]


def to_json(briefs: Brief | Sequence[Brief], *, text: bool = True) -> str:
    """One brief as a JSON object, several as an array, ending in a newline.

    Keys stand in the order of the documents' declarations. Without `text` each article's text is
    null: a brief to be published must not carry others' articles.
    """
    if isinstance(briefs, Brief):
        plain: Any = _plain(briefs, text=text)
    else:
        plain = [_plain(brief, text=text) for brief in briefs]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _plain(brief: Brief, *, text: bool) -> dict[str, Any]:
    plain = brief.model_dump(mode="json", by_alias=True)
    if not text:
        for article in plain["articles"]:
            article["text"] = None
    return plain
