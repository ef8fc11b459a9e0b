"""Evaluation: the scores of a run against annotations."""
