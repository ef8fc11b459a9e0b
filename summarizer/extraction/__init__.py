"""Extraction: an Article and a pack to an ArticleSummary whose every claim stands in the text."""

from summarizer.extraction.extract import extract

__all__ = ["extract"]
