"""Writing: findings to sentences that cite, in a voice that takes no side."""

from summarizer.writing.compose import write

__all__ = ["write"]
