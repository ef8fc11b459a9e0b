"""A text's paragraphs: one a line, and hard-wrapped lines joined again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from summarizer.reading.draft import Block, Kind
from summarizer.reading.text import tidy

__all__ = ["blocks_of"]

_WIDEST, _NARROWEST = 132, 45  # columns at which people and programs break lines
_ENOUGH_BREAKS = 3
_WRAPPED_SHARE = 0.7
_EVEN_LINES = 2  # before the last: fewer tell nothing of a width
_EVENLY = 0.75  # of the longest line
_RAGGED = 8  # columns by which a last line may be longer than those before it
_ITEM = re.compile(r"(?:[-*+•‣▪–]|\d{1,2}[.)])\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_RULE = re.compile(r"[-*_=~·•\s]{3,}$")
_ENDS = re.compile(r"[.!?…:。！？؟।][\"'”’»)\]]*$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"(?<!\\)\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_STRONG = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def blocks_of(text: str, *, markdown: bool = False) -> tuple[Block, ...]:
    """The paragraphs of a plain text; Markdown's marks are read and taken off."""
    groups = [group.split("\n") for group in tidy(text).split("\n\n")]
    width = _wrap_width(groups)
    pairs = [len(lines[0]) for lines in groups if _goes_on(lines)]
    alike = len(pairs) > 1 and min(pairs) >= _EVENLY * max(pairs)
    by_hand = alike or any(_evenly_wrapped(lines) for lines in groups)
    found: list[Block] = []
    for lines in groups:
        one = _evenly_wrapped(lines) or (by_hand and _goes_on(lines))
        joined = [_one_line(lines)] if one else _unwrap(lines, width, prose=markdown)
        for number, line in enumerate(filter(None, joined)):
            block = _marked(line) if markdown else Block(line)
            found.append(replace(block, gap=number == 0 and bool(found)))
    return tuple(block for block in found if block.text and not _RULE.match(block.text))


def _wrap_width(groups: list[list[str]]) -> int:
    """The column at which the text was wrapped, or 0 where its lines are its paragraphs.

    In wrapped text a line ends because the next word would not have fitted, wherever the
    sentence then stands; in a text of one paragraph a line, lines end with their sentence.
    """
    pairs = [(a, b) for lines in groups for a, b in pairwise(lines)]
    width = max((len(line) for pair in pairs for line in pair if " " in line), default=0)
    if len(pairs) < _ENOUGH_BREAKS or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_would_not_fit(a, b, width) for a, b in pairs)
    open_ended = sum(not _ENDS.search(a) for a, _ in pairs)
    wrapped = full >= _WRAPPED_SHARE * len(pairs) and open_ended >= len(pairs) / 2
    return width if wrapped else 0


def _evenly_wrapped(lines: list[str]) -> bool:
    """Whether the lines between two blank ones are one paragraph, wrapped by hand or by a sender.

    All but the last are about equally long, and most break off in mid-sentence: of lines that are
    paragraphs themselves, each ends its sentence.
    """
    *full, last = lines
    if len(full) < _EVEN_LINES or any(_ITEM.match(x) or _HEADING.match(x) for x in lines):
        return False
    width = max(map(len, full))
    even = min(map(len, full)) >= _EVENLY * width and len(last) <= width + _RAGGED
    open_ended = sum(not _ENDS.search(line) for line in full)
    goes_on = 2 * sum(line[:1].islower() for line in lines[1:]) >= len(full)
    ends = goes_on or _ENDS.search(last) is not None
    return even and ends and _NARROWEST <= width <= _WIDEST and open_ended > len(full) / 2


def _goes_on(lines: list[str]) -> bool:
    """Whether two lines of a text that is wrapped elsewhere are one sentence broken in two."""
    if len(lines) != 2 or any(_ITEM.match(x) or _HEADING.match(x) for x in lines):  # noqa: PLR2004
        return False
    first, last = lines
    long = _NARROWEST <= len(first) <= _WIDEST
    return long and not _ENDS.search(first) and _ENDS.search(last) is not None


def _one_line(lines: list[str]) -> str:
    joined = lines[0]
    for line in lines[1:]:
        hyphen = joined.endswith("-") and joined[-2:-1].isalpha() and line[:1].islower()
        joined += line if hyphen else f" {line}"
    return joined


def _would_not_fit(line: str, following: str, width: int) -> bool:
    # Ragged editors count a little differently: a few columns of grace.
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 4


def _unwrap(lines: list[str], width: int, *, prose: bool = False) -> list[str]:
    """Join the lines that were broken at `width`, and in Markdown all lines of one paragraph."""
    joined: list[str] = []
    last = ""
    for line in lines:
        new = not joined or _ITEM.match(line) or _HEADING.match(line) or _HEADING.match(last)
        fits = not width or not _would_not_fit(last, line, width)
        # A hand-wrapped Markdown paragraph goes on; one whose line ended its sentence does not.
        if new or (fits and not (prose and not _ENDS.search(last) and line[:1].islower())):
            joined.append(line)
        else:
            joined[-1] = _one_line([joined[-1], line])
        last = line
    return joined


def _marked(line: str) -> Block:
    kind: Kind = "text"
    heading = _HEADING.match(line)
    if heading:
        line, kind = heading.group(1), "heading"
    elif line.startswith(">"):
        line, kind = line.lstrip("> "), "quote"
    elif _ITEM.match(line):
        kind = "item"
    line = _IMAGE.sub(lambda image: f"Image: {image.group(1)}" if image.group(1) else "", line)
    line = _STRONG.sub(r"\2", _LINK.sub(r"\1", line))
    return Block(_ESCAPED.sub(r"\1", line).strip(), kind)
