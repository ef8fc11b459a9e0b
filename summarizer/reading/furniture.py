"""What the words of one paragraph tell by themselves: furniture, and of which kind.

The phrases are in phrases.toml. Each counts only where such lines begin, and quotations are blanked
first, for a story may quote the same words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from summarizer.reading.credit import credit
from summarizer.reading.phrases import CUE, alternatives, begins, may_begin
from summarizer.reading.text import unquoted, words

__all__ = ["furniture", "is_appeal_opening", "is_link_header", "speaks_to_reader"]

_I = re.IGNORECASE
_STOP = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_ONE_WORD = re.compile(r"[\W_]*\w+[\W_]*$")
_LONGEST_LINK = 30  # words
_LONGEST_BAR = 16
_LONGEST_PLEA = 40
_LONGEST = {  # the most words that such a paragraph has; a longer one is prose that begins alike
    "subscribe line": 60,
    "donation appeal": 60,
    "cookie notice": 120,
    "rights notice": 90,
    "advertisement": 16,
    "share bar": 16,
    "site furniture": 60,
}
_RIGHTS = "all rights reserved"
_SMALL_PRINT = re.compile(r"\bsubscribers agree to\b|\bprivacy policy\b.{0,40}\bterms of\b", _I)
_TRAIL = re.compile(
    r"[^/>›»|.!?]{2,30}(?:\s[/>›»|]\s[^/>›»|.!?]{2,40}){2,}$"
)  # Home › News › North
_NETWORKS = re.compile(
    r"(?:[\s|,/•·+&-]|\band\b|\bor\b|\b(?:share|tweet|post|pin|print|e-?mail|mail|copy link|link"
    r"|copy"
    r"|save|comments?|facebook|fb|twitter|x|whatsapp|telegram|viber|instagram|linkedin|reddit|pinterest"
    r"|tumblr|flipboard|pocket|messenger|threads|bluesky|mastodon|youtube|tiktok|vk|vkontakte|ok"
    r"|odnoklassniki|line|weibo|wechat|xing|snapchat|rss|google(?: news)?|more|follow"
    r"|teilen|partager"
    r"|compartir|\d[\d.,]*[km]?)\b)+$",
    _I,
)
# Turkish says "we" and "you" in endings, Chinese and Japanese between no spaces.
_TURKISH = re.compile(r"\b\w{3,}(?:imiz|ımız|umuz|ümüz|iniz|ınız|unuz|ünüz)\w{0,4}\b", _I)
_UNSPACED = re.compile(r"我们|您|私たち|皆様")
_TOLD = re.compile(
    r"\b(?:said|says|told|according|announced|reported|urged|asked|were|was|has|have|had)\b", _I
)
_OURS = re.compile(r"\b(?:us|our|newsletter)\b", _I)


@cache
def _whole(*names: str) -> re.Pattern[str]:
    """A pattern that finds any word of these lists of phrases.toml."""
    return re.compile(rf"\b(?:{'|'.join(map(alternatives, names))})\b", _I)


def _link_cue(line: str, tail: str) -> re.Match[str] | None:
    """Match a phrase of links that a line begins with, and what stands behind it."""
    phrases = may_begin("link line", line)
    return _link_pattern(phrases, tail).match(line) if phrases else None


@lru_cache(maxsize=256)
def _link_pattern(phrases: str, tail: str) -> re.Pattern[str]:
    return re.compile(rf"{CUE}({phrases}){tail}", _I)


def furniture(line: str) -> str | None:
    """The reason why a paragraph is not the story, by its own words alone; null if it may be."""
    size = words(line)
    if size == 0:
        return "site furniture"
    reason = _link(line, size)
    if reason:
        return reason
    plain = unquoted(line)
    for reason, longest in _LONGEST.items():
        if size <= longest and begins(reason, plain) and not _reports(reason, plain, size):
            return reason
    if size <= _LONGEST_BAR and _TRAIL.match(line):
        return "site furniture"
    if size <= _LONGEST_BAR and _NETWORKS.match(line):
        return "share bar"
    return _small_print(plain, size) or credit(line, size)


def is_appeal_opening(line: str) -> bool:
    """Whether an address to the readers begins here that the next paragraphs may go on with."""
    return begins("appeal opening", line)


def is_link_header(line: str) -> bool:
    """Whether the line only announces links: the headlines under it are links too."""
    return _link_cue(line, r"[\W_]*$") is not None


def speaks_to_reader(line: str) -> bool:
    """Whether the outlet says "we" or "you" outside quotations: a reporter's paragraph does not."""
    plain = unquoted(line)
    return bool(
        _whole("we", "you").search(plain) or _TURKISH.search(plain) or _UNSPACED.search(plain)
    )


def _link(line: str, size: int) -> str | None:
    if size > _LONGEST_LINK:
        return None
    if is_link_header(line) or _link_cue(line, r"\s*[:：|»›>→▶►]\s*\S"):
        return "link line"
    opened = _link_cue(line, r"\s+\S")
    if not opened or _STOP.search(line):
        return None
    cue = opened.group(1)
    shouted = cue.isupper() and not line.isupper()
    return "link line" if shouted or not _ONE_WORD.match(cue) else None


def _reports(reason: str, plain: str, size: int) -> bool:
    """Whether the line is news of giving or subscribing: told of somebody, addressed to none."""
    if reason not in {"subscribe line", "donation appeal"} or size < 8:  # noqa: PLR2004 - a report takes room
        return False
    if _whole("you").search(plain) or _OURS.search(plain):
        return False
    return bool(_TOLD.search(plain))


def _small_print(plain: str, size: int) -> str | None:
    if size <= _LONGEST["subscribe line"] and _RIGHTS in plain.lower():
        return "rights notice"
    if _SMALL_PRINT.search(plain):
        return "subscribe line"
    if size <= _LONGEST_PLEA and _whole("plea").search(plain) and not _TOLD.search(plain):
        return "donation appeal"
    if not _whole("you").search(plain):
        return None
    if _whole("newsletter").search(plain):
        return "subscribe line"
    asks = all(_whole(name).search(plain) for name in ("giving", "press", "we"))
    return "donation appeal" if asks else None
