"""A comparison as one HTML page that an editor reads: no script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from summarizer.drift.render import numbers, verdict
from summarizer.drift.results import Drift, DriftRow, Kind, Level

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["to_html"]

# What an editor should see first: (heading, what it means, level, kinds).
SECTIONS: tuple[tuple[str, str, tuple[Level, ...], tuple[Kind, ...]], ...] = (
    (
        "Findings with another status",
        "What the sources agree on, dispute, or leave to one origin is no longer judged alike.",
        ("finding",),
        ("flipped",),
    ),
    (
        "Said by somebody else",
        "The same claim, put down to another speaker. Check these against the article.",
        ("claim", "finding"),
        ("reattributed",),
    ),
    (
        "Lost",
        "The first run says it, the second doesn't.",
        ("event", "finding", "claim"),
        ("lost",),
    ),
    (
        "Gained",
        "The second run says it, the first didn't.",
        ("event", "finding", "claim"),
        ("gained",),
    ),
    (
        "Told otherwise",
        "The same place in the article, with another number, date, label or name.",
        ("finding", "claim"),
        ("changed",),
    ),
    ("Sentences in other words", "Headlines and sentences.", ("sentence",), ("reworded",)),
)


def to_html(drift: Drift) -> str:
    """The comparison as one page; the same comparison gives the same bytes.

    The page's policy allows its own styles alone, named by their hash.
    """
    style = _asset("summarizer.publishing", "page.css") + _asset("summarizer.drift", "drift.css")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; img-src data:; base-uri 'none'"
    page = (
        _environment()
        .get_template("drift.html.j2")
        .render(
            drift=drift,
            style=style,
            policy=policy,
            verdict=verdict(drift),
            sections=_sections(drift.rows),
            numbers=list(numbers(drift)),
        )
    )
    return page.rstrip() + "\n"


def _sections(
    rows: Sequence[DriftRow],
) -> list[tuple[str, str, int, list[tuple[str, list[DriftRow]]]]]:
    """Each row once, in the first section that it fits, by where it is."""
    left = list(rows)
    made = []
    for title, meaning, levels, kinds in SECTIONS:
        mine = [row for row in left if row.level in levels and set(row.kinds) & set(kinds)]
        left = [row for row in left if row not in mine]
        if mine:
            by_place = groupby(mine, key=lambda row: row.where)
            made.append((title, meaning, len(mine), [(where, list(r)) for where, r in by_place]))
    return made


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: _asset("summarizer.drift", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(package: str, name: str) -> str:
    """A file of a package's templates, with the line ends of no particular system."""
    text = files(package).joinpath("templates", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
