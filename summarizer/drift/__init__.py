"""Drift: what two runs on the same articles say differently, claim by claim.

- `sides` the two runs, from recordings or from JSON
- `match` which claim of one run is which of the other
- `claims` claims of articles; `briefs` findings and sentences
- `compare` the whole comparison
- `render` for a terminal and for programs; `page` for an editor
"""

from summarizer.drift.compare import compare
from summarizer.drift.page import to_html
from summarizer.drift.render import render, to_json
from summarizer.drift.results import KINDS, Drift, DriftRow, Kind
from summarizer.drift.sides import Side, read_side, replay_side

__all__ = [
    "KINDS",
    "Drift",
    "DriftRow",
    "Kind",
    "Side",
    "compare",
    "read_side",
    "render",
    "replay_side",
    "to_html",
    "to_json",
]
