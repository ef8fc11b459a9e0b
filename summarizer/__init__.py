"""Neutral news briefs that carry their proof: every claim points at the exact words it came from."""

from __future__ import annotations

__version__ = "0.1.0"
