"""What isn't the story is taken out, paragraph by paragraph, and kept with its reason.

First each paragraph is judged by its own words (furniture), then by its neighbours (here): an
appeal goes on after its opening, a menu is a run of short lines, a headline stands first.
In doubt a paragraph stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.documents import Removal
from summarizer.reading.credit import split_credit
from summarizer.reading.draft import Block
from summarizer.reading.furniture import (
    furniture,
    is_appeal_opening,
    is_link_header,
    speaks_to_reader,
)
from summarizer.reading.headlines import (
    is_attribution,
    is_headline,
    is_sentence,
    is_subheading,
    same_title,
)
from summarizer.reading.imprint import imprint, is_person
from summarizer.reading.masthead import find_masthead
from summarizer.reading.shape import (
    ends_sentence,
    is_list_line,
    is_prose,
    is_short,
    is_signature,
    split_signature,
)
from summarizer.reading.text import words

__all__ = ["Cleaned", "clean"]

_MENU_RUN = 3
_COLONS = (":", "：")
_ABOUT_THE_STORY = {"byline", "caption", "publication line"}  # they stand by it, not in a menu
_APPEALING = {"donation appeal", "subscribe line", "site furniture", "share bar"}
_BRIDGE = 2  # paragraphs of an appeal that may go by without a "we" or a "you"


@dataclass(frozen=True)
class Cleaned:
    """The story, its title and masthead where the text gave them, and what was taken out."""

    text: str
    title: str | None = None
    removed: tuple[Removal, ...] = ()
    masthead: str | None = None


def clean(blocks: tuple[Block, ...], *, title: str | None = None) -> Cleaned:
    """Take out what isn't the story, and in it the repetition of a `title` that was given."""
    lines = [block.text for block in blocks]
    reasons = [None if block.kind == "quote" else furniture(block.text) for block in blocks]
    masthead = _masthead(blocks, reasons, title)
    _imprints(lines, reasons)
    _appeals(lines, reasons)
    _link_lists(lines, reasons)
    _menus(blocks, reasons)
    _edges(blocks, reasons)
    title = _headline(blocks, reasons, title)
    _subheadings(blocks, reasons)
    kept: list[str] = []
    removed: list[Removal] = []
    last = max((at for at, reason in enumerate(reasons) if reason is None), default=-1)
    for at, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        if reason is not None:
            removed.append(Removal(text=line, reason=reason))
            continue
        story, cut = split_credit(line)
        why = "credit"
        if not cut and at == last:
            story, cut = split_signature(line)
            why = "signature"
        if story:
            kept.append(story)
        if cut:
            removed.append(Removal(text=cut, reason=why))
    return Cleaned(text="\n\n".join(kept), title=title, removed=tuple(removed), masthead=masthead)


def _masthead(
    blocks: tuple[Block, ...], reasons: list[str | None], title: str | None
) -> str | None:
    """Take out the outlet's name and motto over the headline; give back the name."""
    found = find_masthead(blocks, reasons, title)
    if found is None:
        return None
    reasons[found.place] = "masthead"
    for at in range(found.place + 1, found.headline):
        reasons[at] = reasons[at] or "site furniture"
    return found.name


def _imprints(lines: list[str], reasons: list[str | None]) -> None:
    """Before the story, take out the lines that say whose it is, by whom and of what day."""
    left = [at for at, reason in enumerate(reasons) if reason in {None, "site furniture"}]
    told = (at for at in left if is_prose(lines[at]) and ends_sentence(lines[at]))
    story = next(told, -1)
    head = [at for at in left if at < story]
    printed = {at: found for at in head if (found := imprint(lines[at])) is not None}
    headed = any(at not in printed and not is_person(lines[at]) for at in head)
    for at, found in printed.items():
        # A name alone may be the headline: only beside another is it the outlet's.
        if headed or found.dated:
            reasons[at] = "publication line"
    for at in head:
        if headed and at not in printed and is_person(lines[at]) and {at - 1, at + 1} & {*printed}:
            reasons[at] = "byline"


def _appeals(lines: list[str], reasons: list[str | None]) -> None:
    """From an address to the readers on, what says "we" and "you" belongs to the appeal."""
    place = 0
    while place < len(lines):
        if not is_appeal_opening(lines[place]):
            place += 1
            continue
        end = place + 1
        for at in range(place + 1, len(lines)):
            if at - end > _BRIDGE:
                break
            goes_on = reasons[at] in _APPEALING or speaks_to_reader(lines[at])
            if goes_on or is_appeal_opening(lines[at]):
                end = at + 1
        for at in range(place, end):
            reasons[at] = reasons[at] or "donation appeal"
        place = end


def _link_lists(lines: list[str], reasons: list[str | None]) -> None:
    """Under a line that announces links, headlines are links until anything else begins."""
    listing = False
    for place, line in enumerate(lines):
        if reasons[place] == "link line":
            listing = listing or is_link_header(line)
        elif listing and reasons[place] is None and not is_prose(line) and is_headline(line):
            reasons[place] = "link line"
        else:
            listing = False


def _menus(blocks: tuple[Block, ...], reasons: list[str | None]) -> None:
    """Three short lines in a row, known furniture among them, are a menu."""
    spared = _likely_headline(blocks, reasons)
    place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and end != spared and _menu_like(blocks, end, reasons):
            end += 1
        known = sum(reasons[at] is not None for at in range(place, end))
        introduced = place > 0 and blocks[place - 1].text.endswith(_COLONS)
        if end - place >= _MENU_RUN and known and not introduced:
            for at in range(place, end):
                reasons[at] = reasons[at] or "site furniture"
        place = max(end, place + 1)


def _menu_like(blocks: tuple[Block, ...], at: int, reasons: list[str | None]) -> bool:
    text = blocks[at].text
    if not is_short(text) or reasons[at] in _ABOUT_THE_STORY:
        return False
    after_quote = at > 0 and is_attribution(text, blocks[at - 1])
    return reasons[at] is not None or not (after_quote or is_list_line(text))


def _likely_headline(blocks: tuple[Block, ...], reasons: list[str | None]) -> int:
    """The place of the longest line before the first prose, or -1: a menu's entries are shorter."""
    best = -1
    for at, block in enumerate(blocks):
        if reasons[at] is None and is_prose(block.text):
            break
        longer = best < 0 or words(block.text) > words(blocks[best].text)
        if reasons[at] is None and is_headline(block.text) and longer:
            best = at
    return best


def _edges(blocks: tuple[Block, ...], reasons: list[str | None]) -> None:
    """After the last prose only furniture is left; before the first, sections' names."""
    prose = [
        at
        for at, block in enumerate(blocks)
        if reasons[at] is None and (is_prose(block.text) or block.kind in {"quote", "item"})
    ]
    if not prose:
        return
    listed = blocks[prose[-1]].text.endswith(_COLONS)
    for at in range(prose[-1] + 1, len(blocks)):
        if reasons[at] is not None:
            listed = False
            continue
        text = blocks[at].text
        goes_on = at + 1 < len(blocks) and reasons[at + 1] is None
        listed = listed or (text.endswith(_COLONS) and goes_on)
        if is_signature(text) and not is_attribution(text, blocks[at - 1]):
            reasons[at] = "signature"
            continue
        who_spoke = at == prose[-1] + 1 and is_attribution(text, blocks[at - 1])
        if not (listed or who_spoke or is_list_line(text)):
            reasons[at] = "site furniture"
    for at in range(prose[0] - 1):
        # A headline has more than one word; a section's name has not.
        if reasons[at] is None and is_short(blocks[at].text) and not is_headline(blocks[at].text):
            reasons[at] = "site furniture"


def _headline(
    blocks: tuple[Block, ...], reasons: list[str | None], title: str | None
) -> str | None:
    """Find the title in the first line left, and take it out unless it reads as a sentence."""
    left = [at for at in range(len(blocks)) if reasons[at] is None]
    if len(left) < 2:  # noqa: PLR2004 - a headline and what it heads
        return title
    first, following = left[0], left[1]
    text = blocks[first].text
    repeats = title is not None and same_title(text, title)
    heads = (is_headline(text) or blocks[first].kind == "heading") and any(
        is_prose(blocks[at].text) for at in left[1:4]
    )
    if repeats or (title is None and heads):
        title = title or text
        if repeats or not is_sentence(text):
            reasons[first] = "headline"
        if same_title(blocks[following].text, title):
            reasons[following] = "headline"
    return title


def _subheadings(blocks: tuple[Block, ...], reasons: list[str | None]) -> None:
    left = [at for at in range(len(blocks)) if reasons[at] is None]
    for before, at, after in zip(left, left[1:], left[2:], strict=False):
        block = blocks[at]
        if block.kind == "heading" or (
            block.kind == "text" and is_subheading(block.text, blocks[before], blocks[after])
        ):
            reasons[at] = "sub-heading"
