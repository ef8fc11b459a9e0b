"""What a text says about itself: outlet, date, language. Never the clock, never the file's date."""

from __future__ import annotations

from summarizer.reading.cleaning import Cleaned
from summarizer.reading.draft import Draft

__all__ = ["infer"]


def infer(draft: Draft, cleaned: Cleaned) -> Draft:
    """The draft with what its own text tells filled in."""
    del cleaned
    return draft
