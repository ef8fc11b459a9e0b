"""The packs' own wording: short Jinja templates, and the filters an English editor needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from summarizer.documents.numerals import in_words
from summarizer.errors import PackError

__all__ = ["FILTERS", "environment", "phrase"]

SMALL = 10  # below it, numbers are written in words
BOUNDS = {
    "exact": "",
    "about": "about ",
    "almost": "almost ",
    "at_least": "at least ",
    "at_most": "up to ",
}
# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
# fmt: on
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TAG = re.compile(r"[a-z][a-z0-9_-]*")


def number(value: int | str) -> str:
    """Write a whole number as prose does: "three", "12", "1,000"; text is given back as it is."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a number is a whole number or text, not {type(value).__name__}")
    return in_words(value) if 0 <= value < SMALL else f"{value:,}"


def listing(items: Iterable[Any], joint: str = "and") -> str:
    """Items in one phrase: "a, b and c"; empty for none."""
    words = [str(item) for item in items]
    if len(words) < 2:  # noqa: PLR2004 - a single item needs no joint
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def bounded(value: int | str, bound: str | None = "exact", high: int | None = None) -> str:
    """Write a number with its bound: "about 120", "at least 100", "10 to 12"."""
    words = number(value) if high is None else f"{number(value)} to {number(high)}"
    return BOUNDS[bound or "exact"] + words


def date(value: str, precision: str | None = None) -> str:
    """Write an ISO date at its precision: "23 May 2025", "May 2025", "2025".

    Without `precision`, as much is said as `value` holds. What is no ISO date, such as a relative
    date, is given back as it is.
    """
    match = _ISO.fullmatch(value)
    if match is None or precision == "relative":
        return value
    year, month, day = match.groups()
    parts = [year]
    if month and precision != "year" and 1 <= int(month) <= len(MONTHS):
        parts.insert(0, MONTHS[int(month) - 1])
        if day and precision != "month":
            parts.insert(0, str(int(day)))
    return " ".join(parts)


def cap(text: str) -> str:
    """Raise the first letter and change nothing else."""
    return text[:1].upper() + text[1:]


def fence(data: str | Iterable[str], tag: str = "article") -> str:
    """Put data between `<tag>` and `</tag>`, so that a model can tell it from its instructions.

    What would open or close the fence inside the data, or end a model's turn ("<|im_end|>"), loses
    its angle bracket to the look-alike "‹". The length of the data stays the same. Several texts
    stand on a line each.
    """
    if not _TAG.fullmatch(tag):
        raise ValueError(f"a fence is named in lower-case letters, not {tag!r}")
    text = data if isinstance(data, str) else "\n".join(data)
    harmless = re.sub(rf"<(?=\s*/?\s*{re.escape(tag)}\b|\s*\|)", "‹", text, flags=re.IGNORECASE)
    return f"<{tag}>\n{harmless}\n</{tag}>"


FILTERS = {
    "number": number,
    "listing": listing,
    "bounded": bounded,
    "date": date,
    "cap": cap,
    "fence": fence,
}


@lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    """Make the one environment of prompts and phrases: sandboxed, strict, no escaping, no files."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(FILTERS)
    return made


@lru_cache(maxsize=512)
def _compiled(template: str) -> Template:
    return environment().from_string(template)


def phrase(template: str, **variables: Any) -> str:
    """Render a pack's phrase; runs of spaces become one. Raises PackError, naming the template."""
    try:
        text = _compiled(template).render(variables)
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise PackError(
            f"The phrase {template!r} cannot be rendered: {error}.", "Correct it in the pack."
        ) from error
    return " ".join(text.split())
