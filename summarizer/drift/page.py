"""A comparison as one HTML page that an editor reads: no script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from summarizer.drift.render import numbers, score_text, verdict
from summarizer.drift.results import Drift, DriftRow, Kind, Level, Taken

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["to_html"]

# What an editor should see first: (heading, what it means, level, kinds).
SECTIONS: tuple[tuple[str, str, tuple[Level, ...], tuple[Kind, ...]], ...] = (
    (
        "Findings with another status",
        "What the sources agree on, dispute, or leave to one source is no longer judged alike.",
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
# The kinds in the words of the headings.
KIND_WORDS: dict[Kind, str] = {
    "lost": "lost",
    "gained": "gained",
    "changed": "told otherwise",
    "reattributed": "said by somebody else",
    "flipped": "with another status",
    "reworded": "in other words",
}
FIELD_WORDS = {"gist": "point of the article", "summary": "sentence of the brief"}
STATUS_WORDS = {
    "single-origin": "one source only",
    "disputed (contradiction)": "disputed: they contradict each other",
    "disputed (update)": "disputed: a later count",
    "disputed (scope)": "disputed: they count different things",
    "disputed (rounding)": "disputed: rounded",
}
STATUS = re.compile(r"^(agreed|single-origin|disputed)(?: \((\w+)\))?(?=$|;)")
STRATEGY_WORDS = {"stepwise": "one question at a time", "whole": "all in one question"}
# What each score of docs/annotations.md tells, for who doesn't have it at hand.
SCORE_WORDS = {
    "evidence": "quotations that stand in the article word for word",
    "figure value": "numbers found, and no wrong ones",
    "figure label": "numbers found with every label right",
    "speaker": "numbers put down to whoever gave them",
    "bound": "“about”, “at least” and the like kept",
    "date": "dates found",
    "place": "places found",
    "mediators": "mediators found",
    "speakers": "speakers found",
    "events": "articles put together by what they tell of",
    "events exact": "events put together without a fault",
    "disputes shown": "annotated disputes that are shown",
    "disputes not annotated": "contradictions shown that nobody annotated: look at them",
    "false disputes": "disputes shown that are none",
    "boilerplate": "pieces of page furniture taken for news",
    "own voice": "sentences of the program's own that take a side",
}


@dataclass(frozen=True)
class _Section:
    """Rows of one kind, by where they are; `anchor` is what links lead to."""

    anchor: str
    title: str
    meaning: str
    count: int
    places: list[tuple[str, list[DriftRow]]]


def to_html(drift: Drift) -> str:
    """The comparison as one page; the same comparison gives the same bytes.

    The page's policy allows its own styles alone, named by their hash.
    """
    style = _asset("summarizer.publishing", "page.css") + _asset("summarizer.drift", "drift.css")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; img-src data:; base-uri 'none'"
    made_with = {label.capitalize() for run in _runs(drift) for label in run.made_with}
    rows = [(label, _plain(a), _plain(b)) for label, a, b in numbers(drift)]
    page = (
        _environment()
        .get_template("drift.html.j2")
        .render(
            drift=drift,
            style=style,
            policy=policy,
            runs=[
                (PurePath(run.name).name or run.name, *_asked(run.made_with))
                for run in _runs(drift)
            ],
            verdict=verdict(drift, KIND_WORDS),
            sections=_sections(drift.rows),
            taken=[row for row in rows if row[0] not in made_with - {"Model", "Strategy"}],
            versions=[row for row in rows if row[0] in made_with - {"Model", "Strategy"}],
            score_words=SCORE_WORDS,
        )
    )
    return page.rstrip() + "\n"


def _runs(drift: Drift) -> tuple[Taken, Taken]:
    return drift.before, drift.after


def _asked(made_with: dict[str, str]) -> tuple[str, str]:
    """The model and how it was asked, in words."""
    return made_with.get("model", ""), _plain(made_with.get("strategy", ""))


def _plain(text: str) -> str:
    """A status or a strategy in words; anything else as it is."""
    if text in STRATEGY_WORDS:
        return STRATEGY_WORDS[text]
    return STATUS.sub(lambda match: STATUS_WORDS.get(match[0], match[0]), text)


def _sections(rows: Sequence[DriftRow]) -> list[_Section]:
    """Each row once, in the first section that it fits, by where it is."""
    left = list(rows)
    made = []
    for title, meaning, levels, kinds in SECTIONS:
        mine = [row for row in left if row.level in levels and set(row.kinds) & set(kinds)]
        left = [row for row in left if row not in mine]
        if mine:
            by_place = groupby(mine, key=lambda row: row.where)
            places = [(where, list(r)) for where, r in by_place]
            made.append(_Section(f"part-{kinds[0]}", title, meaning, len(mine), places))
    return made


def _what(row: DriftRow) -> str:
    """What a row is about: the kind of thing, and the field it belongs to."""
    field = FIELD_WORDS.get(row.field, row.field.replace("_", " "))
    if row.level == "sentence":
        return field.capitalize()
    return f"{row.level.capitalize()}, {field}" if field else row.level.capitalize()


def _quotes(row: DriftRow) -> list[tuple[str, str]]:
    """The words of the article that bear a row out; those of the second run where they are others."""
    before, after = row.quote_before, row.quote_after
    where = "In the article"
    if not before or before == after:
        return [(where, after)] if after else []
    if not after or after in before:
        return [(where, before)]
    return [(f"{where}, for the first run", before), (f"{where}, for the second run", after)]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(lambda name: _asset("summarizer.drift", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"plain": _plain, "quotes": _quotes, "what": _what, "score": score_text}
    return made


@cache
def _asset(package: str, name: str) -> str:
    """A file of a package's templates, with the line ends of no particular system."""
    text = files(package).joinpath("templates", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
