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
    found: list[Block] = []
    for lines in groups:
        joined = _unwrap(lines, width, prose=markdown)
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
        elif joined[-1].endswith("-") and joined[-1][-2:-1].isalpha() and line[:1].islower():
            joined[-1] += line
        else:
            joined[-1] += " " + line
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
