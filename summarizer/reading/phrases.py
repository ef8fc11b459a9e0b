"""The phrases of phrases.toml, compiled when the first paragraph is judged."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["CUE", "alternatives", "starts"]

CUE = r"[\W_]*"
"""Arrows, bullets and pictures that stand before the words."""


@cache
def alternatives(reason: str) -> str:
    """All phrases given for a reason, as one group to build a pattern with."""
    return "(?:" + "|".join(_tables()[reason]["phrases"]) + ")"


@cache
def starts(reason: str) -> re.Pattern[str]:
    """A pattern that matches where a paragraph begins with a phrase given for the reason."""
    return re.compile(CUE + alternatives(reason), re.IGNORECASE)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    source = Path(__file__).with_name("phrases.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
