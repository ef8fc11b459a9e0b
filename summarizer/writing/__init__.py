"""Writing: findings to sentences that cite, in a voice that takes no side."""

from summarizer.writing.compose import write
from summarizer.writing.neutrality import NeutralityReport, Problem, check_sentence, measure

__all__ = ["NeutralityReport", "Problem", "check_sentence", "measure", "write"]
