"""Merging: which articles tell of one event, who says what about it, and where they differ."""

from summarizer.merging.copies import distinct
from summarizer.merging.events import EventGroup, group
from summarizer.merging.findings import merge

__all__ = ["EventGroup", "distinct", "group", "merge"]
