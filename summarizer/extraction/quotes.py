"""Quotation marks: where quoted words stand, whatever marks an outlet uses, closed or not."""

from __future__ import annotations

__all__ = ["inside", "quotations_in"]

_OPENING, _CLOSING = "“«„", "”»"
_LONGEST = 2000


def quotations_in(text: str) -> list[tuple[int, int]]:
    """Offsets of the words inside quotation marks, without the marks, in order.

    Marks that open a paragraph and are closed in none (a speech that runs on) reach to its end.
    Single marks count where they open before a letter and close before none.
    """
    found: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        found += [(position + a, position + b) for a, b in _in_line(line)]
        position += len(line) + 1
    return found


def inside(spans: list[tuple[int, int]], position: int) -> bool:
    """Whether a character stands inside one of the spans."""
    return any(start <= position < end for start, end in spans)


def _in_line(line: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at, mark in enumerate(line):
        if mark not in '“”«»„"':
            continue
        if mark in _OPENING or (mark == '"' and opened is None):
            if opened is None or mark in _OPENING:
                opened = at + 1
        elif opened is not None:
            if at > opened and at - opened <= _LONGEST:
                found.append((opened, at))
            opened = None
    if opened is not None and not line[: opened - 1].strip() and line[opened:].strip():
        found.append((opened, len(line.rstrip())))
    return found or _single(line)


def _single(line: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at, mark in enumerate(line):
        after = line[at + 1 : at + 2]
        before = line[at - 1 : at] if at else ""
        if (
            mark == "‘"
            and opened is None
            and not before.isalnum()
            and after
            and not after.isspace()
        ):
            opened = at + 1
        elif mark == "’" and opened is not None and not after.isalnum() and at > opened:
            later = line.find("’", at + 1)
            following = line.find("‘", at + 1)
            if (
                before == "s"
                and after == " "
                and later != -1
                and (following == -1 or later < following)
            ):
                continue  # a plural's apostrophe, with the closing mark still to come
            found.append((opened, at))
            opened = None
    return found
