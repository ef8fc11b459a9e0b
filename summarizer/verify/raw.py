"""Reading JSON that may be anything: what is missing or misshapen is described, never raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

__all__ = ["Failure", "Notes", "Place", "Raw"]

Raw = dict[str, Any]


class Failure(NamedTuple):
    """What does not hold, and where in the document: "summary[2].citations[0]"."""

    where: str
    what: str


class Place(NamedTuple):
    """Checked words of one article."""

    article: str
    quote: str
    start: int
    end: int


@dataclass
class Notes:
    """What a check has found so far."""

    failures: list[Failure] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    checked: Counter[str] = field(default_factory=Counter)

    def fail(self, where: str, what: str) -> None:
        """Note a failure, once."""
        failure = Failure(where, what)
        if failure not in self.failures:
            self.failures.append(failure)

    def objects(self, parent: Raw, key: str, where: str) -> Iterator[tuple[str, Raw]]:
        """Each object of the list at `key`, with where it stands; what is none is a failure."""
        rows = parent.get(key, [])
        if not isinstance(rows, list):
            self.fail(_at(where, key), "is not a list")
            return
        for n, row in enumerate(rows):
            if isinstance(row, dict):
                yield f"{_at(where, key)}[{n}]", row
            else:
                self.fail(f"{_at(where, key)}[{n}]", "is not an object")

    def names(self, parent: Raw, key: str, where: str, *, needed: bool = True) -> list[str]:
        """Return the non-blank strings of the list at `key`; with `needed` there must be one."""
        rows = parent.get(key, [])
        if not isinstance(rows, list):
            self.fail(_at(where, key), "is not a list")
            return []
        names = [row for row in rows if isinstance(row, str) and row.strip()]
        if len(names) < len(rows):
            self.fail(_at(where, key), "holds something that is no name")
        elif needed and not names:
            self.fail(_at(where, key), "is empty")
        return names

    def words(self, parent: Raw, key: str, where: str, *, needed: bool = True) -> str:
        """Return the text at `key`, "" where there is none; with `needed` that is a failure."""
        value = parent.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if needed or not (value is None or isinstance(value, str)):
            self.fail(_at(where, key), "has no text")
        return ""

    def span(self, parent: Raw, where: str) -> tuple[int, int] | None:
        """Return `start` and `end`, or None where they are no offsets."""
        start, end = parent.get("start"), parent.get("end")
        whole = type(start) is int and type(end) is int
        if not whole or start is None or end is None or not 0 <= start < end:
            self.fail(where, f"has no usable offsets ({start!r} to {end!r})"[:120])
            return None
        return start, end


def _at(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
