"""Files that hold fields: front matter over text, JSON, JSON Lines."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from summarizer.documents import MissingSource
from summarizer.errors import InputError
from summarizer.reading.dates import iso_date
from summarizer.reading.draft import FIELDS, About, Draft
from summarizer.reading.paragraphs import blocks_of
from summarizer.reading.text import one_line

__all__ = ["from_json", "from_lines", "from_text"]

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
_PAIR = re.compile(r"^(\w[\w -]{0,40}?)[ \t]*:[ \t]*(.*)$", re.MULTILINE)
_URL = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?$")
_KEYS = ", ".join(FIELDS)


def from_text(text: str, path: str, *, markdown: bool = False) -> Draft:
    """A plain text or Markdown file, with YAML front matter where it has some."""
    front = _FRONT.match(text)
    fields = _front_matter(front.group(1)) if front else None
    if front is None or fields is None:
        return Draft(path=path, blocks=blocks_of(text, markdown=markdown))
    return _draft(path, fields, text[front.end() :], markdown=markdown)


def from_json(text: str, path: str) -> Iterator[Draft | MissingSource]:
    """A JSON file with one article or a list of them; a bad record doesn't lose the others.

    Raises InputError, naming the line, where nothing in the file can be read.
    """
    broken: InputError | None = None
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        broken = _unreadable(error)
        value = _before_the_break(text)
        if not value:
            raise broken from error
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("articles"), list):
        value = value["articles"]
    if isinstance(value, dict):
        yield _record(value, path)
        return
    if not isinstance(value, list) or not value:
        raise InputError("there is no article in this JSON.", _expected())
    for number, record in enumerate(value, start=1):
        yield _attempt(record, f"{path}#{number}")
    if broken:
        yield MissingSource(path=f"{path}#{len(value) + 1}", reason=str(broken))


def from_lines(text: str, path: str) -> Iterator[Draft | MissingSource]:
    """A JSON Lines file, one article a line; a bad line doesn't lose the others.

    Raises InputError where every line is blank.
    """
    if not text.strip():
        raise InputError("there is no article in this file.", _expected())
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}#{number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            yield MissingSource(path=where, reason=str(_unreadable(error, line=number)))
            continue
        yield _attempt(record, where)


def _attempt(record: Any, path: str) -> Draft | MissingSource:
    try:
        return _record(record, path)
    except InputError as error:
        return MissingSource(path=path, reason=str(error))


def _record(record: Any, path: str) -> Draft:
    if not isinstance(record, dict):
        raise InputError("this record is not an object.", _expected())
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError('this record has no "text".', _expected())
    return _draft(path, record, text)


def _draft(path: str, fields: dict[str, Any], text: str, *, markdown: bool = False) -> Draft:
    known = {name: _scalar(fields.get(name)) for name in FIELDS}
    doubts: list[str] = []
    written = known["published"]
    known["published"] = iso_date(written) if written else None
    if written and not known["published"]:
        doubts.append(
            f"it was read without its date: {written[:40]!r} is no whole date. "
            "Write published as YYYY-MM-DD."
        )
    url = known["url"]
    known["url"] = url if url and _URL.match(url) else None  # no script may come in as a link
    language = _LANGUAGE.match(known["language"] or "")
    known["language"] = language.group(1).lower() if language else None
    return Draft(
        path=path,
        blocks=blocks_of(text, markdown=markdown),
        about=About(
            outlet=known["outlet"],
            title=known["title"],
            url=known["url"],
            published=known["published"],
            language=known["language"],
        ),
        doubts=tuple(doubts),
    )


def _front_matter(written: str) -> dict[str, Any] | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        fields = yaml.load(written, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    except (yaml.YAMLError, ValueError, RecursionError):
        # A colon in a title is the commonest slip, and the pairs are plain to see.
        fields = {key.strip(): value.strip(" \t\r'\"") for key, value in _PAIR.findall(written)}
    if not isinstance(fields, dict):
        return None
    return {str(key).lower(): value for key, value in fields.items()}


def _scalar(value: Any) -> str | None:
    """A field as a line of text; a structure is none, and nested aliases stay folded."""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return one_line(str(value)) or None
    return None


def _unreadable(error: Exception, line: int | None = None) -> InputError:
    if isinstance(error, json.JSONDecodeError):
        at = f"line {line or error.lineno}, column {error.colno}"
        return InputError(f"unreadable JSON at {at}: {error.msg}.", "Correct it there.")
    where = f" in line {line}" if line else ""
    return InputError(f"the JSON{where} is nested too deeply.", _expected())


def _before_the_break(text: str) -> list[Any]:
    """The records of a JSON array that stand before the place where it cannot be read."""
    decoder = json.JSONDecoder()
    found: list[Any] = []
    at = len(text) - len(text.lstrip())
    if text[at : at + 1] != "[":
        return found
    gap = re.compile(r"[\s,]*")
    try:
        while True:
            start = gap.match(text, at + 1)
            value, end = decoder.raw_decode(text, start.end() if start else at + 1)
            found.append(value)
            at = end - 1
    except (json.JSONDecodeError, RecursionError):
        return found


def _expected() -> str:
    return f'Give each article as an object with "text" and, where known, {_KEYS}.'
