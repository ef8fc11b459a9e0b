"""Reading: anything a newsroom has, to Article."""

from summarizer.reading.reader import Reading, read

__all__ = ["Reading", "read"]
