"""Reads the figures of a text as the pack `exchange` labels them without a model."""

from __future__ import annotations

from extraction_making import EXCHANGE

from summarizer.extraction.drafts import Draft
from summarizer.extraction.figures import drafts_of, parties_of
from summarizer.extraction.parse import parse
from summarizer.extraction.speakers import attributions_of

__all__ = ["drafts", "label", "pair", "values"]


def drafts(text: str) -> list[Draft]:
    parsed = parse(text)
    parties = parties_of(parsed, EXCHANGE.pack)
    return drafts_of(parsed, EXCHANGE.pack, attributions_of(parsed), parties, {})


def values(text: str) -> list[int]:
    return [d.mention.amount.value for d in drafts(text)]


def label(text: str, value: int, name: str) -> str | None:
    """A label of the last figure of that value."""
    return [d for d in drafts(text) if d.mention.amount.value == value][-1].decisions[name].value


def pair(text: str) -> tuple[str, ...]:
    return parties_of(parse(text), EXCHANGE.pack).pair
