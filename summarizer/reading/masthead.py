"""The outlet's name over the story, as on a printed page, and what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.reading.dates import DATE
from summarizer.reading.draft import Block
from summarizer.reading.headlines import SMALL, is_headline, same_title
from summarizer.reading.imprint import PRESS, imprint
from summarizer.reading.shape import ends_sentence
from summarizer.reading.text import words

__all__ = ["Masthead", "find_masthead"]

_LONGEST = 14  # words, date and motto included
_LONGEST_NAME = 5
_PROSE = 12
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# "Elin Posten (English pages)", "Elin Posten in English", "Delta News Bureau (DNB)".
_EDITION = re.compile(
    r"\s*\((?:[^()]*\b(?:English|edition|pages?)\b[^()]*|[A-Z]{2,6})\)$|\s+in English$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|•·—–-]+\s+")
_DATED = re.compile(rf"[|•·—–-]\s.*{DATE}\s*$")


@dataclass(frozen=True)
class Masthead:
    """Where the masthead and the headline under it stand, and the outlet's name in it."""

    place: int
    headline: int
    name: str


def find_masthead(
    blocks: tuple[Block, ...], reasons: list[str | None], title: str | None
) -> Masthead | None:
    """The masthead if the text begins with one; null where the first line is the headline itself.

    A masthead is a name with a second short line, the headline, between it and the story.
    """
    left = [at for at, reason in enumerate(reasons) if reason is None]
    if blocks and _DATED.search(blocks[0].text):
        left = sorted({0, *left})  # it was taken for a row of links
    if not left:
        return None
    first = left[0]
    text = blocks[first].text
    if words(text) > _LONGEST or ends_sentence(text) or (title and same_title(text, title)):
        return None
    printed = imprint(text)
    if printed is not None and printed.outlet is None:
        return None  # a place and a day
    candidates: list[int] = []
    for at in left[1:]:
        if words(blocks[at].text) > _PROSE and ends_sentence(blocks[at].text):
            break
        if is_headline(blocks[at].text):
            candidates.append(at)
    written = _SEPARATOR.split(text)[0].strip()
    if printed is not None and printed.outlet is not None:
        written = printed.outlet
    name = _EDITION.sub("", written)
    under = blocks[first + 1].text if first + 1 < len(blocks) else ""
    links = len(_SEPARATOR.findall(under)) > 1 and not blocks[first + 1].gap
    sure = links or name != written
    if not candidates or not _is_name(name, text, blocks[candidates[-1]].text, sure=sure):
        return None
    # A motto stands close under the name, the headline after a blank line: if lines differ in that.
    gaps = [block.gap for block in blocks[first + 1 : candidates[-1] + 1]]
    apart = [at for at in candidates if any(gaps[: at - first])] if not all(gaps) else []
    shouted = name.isupper() and " " in name
    return Masthead(first, (apart or candidates[-1:])[0], name.title() if shouted else name)


def _all_capitals(name: str) -> bool:
    found = [word for word in _WORD.findall(name) if word.partition("-")[0] not in SMALL]
    return bool(found) and all(word[0].isupper() for word in found)


def _is_name(name: str, line: str, headline: str, *, sure: bool) -> bool:
    """Whether a first line names an outlet; `sure` where what stands beside it says so."""
    if not 1 <= words(name) <= _LONGEST_NAME or not _all_capitals(name):
        return False
    signs = (
        bool(PRESS.search(name)),
        bool(_DATED.search(line)),
        name.isupper() and not headline.isupper(),
        sure and not headline.isupper(),
        name.startswith("The ") and words(name) <= 4,  # noqa: PLR2004 - "The Vale and Coast Mail" has five
    )
    return any(signs)
