"""What the words of one paragraph tell by themselves: furniture, and of which kind.

The phrases are in phrases.toml. Each counts only where such lines begin, and quotations are blanked
first, for a story may quote the same words.
"""

from __future__ import annotations

import re
from functools import cache

from summarizer.reading.credit import credit
from summarizer.reading.phrases import CUE, alternatives, starts
from summarizer.reading.text import unquoted, words

__all__ = ["furniture", "is_appeal_opening", "is_link_header", "speaks_to_reader"]

_I = re.IGNORECASE
_STOP = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_ONE_WORD = re.compile(r"[\W_]*\w+[\W_]*$")
_LONGEST_LINK = 30  # words
_LONGEST_BAR = 16
_LONGEST = {  # the most words that such a paragraph has; a longer one is prose that begins alike
    "subscribe line": 60,
    "donation appeal": 60,
    "cookie notice": 120,
    "rights notice": 90,
    "advertisement": 16,
    "share bar": 16,
    "site furniture": 60,
}
_RIGHTS = re.compile(r"\ball rights reserved\b", _I)
_SMALL_PRINT = re.compile(r"\bsubscribers agree to\b|\bprivacy policy\b.{0,40}\bterms of\b", _I)
_TRAIL = re.compile(
    r"[^/>›»|.!?]{2,30}(?:\s[/>›»|]\s[^/>›»|.!?]{2,40}){2,}$"
)  # Home › News › North
_NETWORKS = re.compile(
    r"(?:[\s|,/•·+&-]|\band\b|\bor\b|\b(?:share|tweet|post|pin|print|e-?mail|mail|copy link|link|copy"
    r"|save|comments?|facebook|fb|twitter|x|whatsapp|telegram|viber|instagram|linkedin|reddit|pinterest"
    r"|tumblr|flipboard|pocket|messenger|threads|bluesky|mastodon|youtube|tiktok|vk|vkontakte|ok"
    r"|odnoklassniki|line|weibo|wechat|xing|snapchat|rss|google(?: news)?|more|follow|teilen|partager"
    r"|compartir|\d[\d.,]*[km]?)\b)+$",
    _I,
)
# Who is addressed: "we" and "you" in the languages of phrases.toml.
_WE = (
    r"we|our|us|ours|nous|notre|nos|wir|unser(?:e[nmrs]?)?|uns|nosotr[oa]s|nuestr[oa]s?|nós|noss[oa]s?|noi"
    r"|nostr[oiae]|wij|ons|onze|vi|vår[at]?|oss|nas|nam|nasz\w{0,3}|мы|нас|нам|наш\w{0,3}|ми|biz\w{0,4}"
    r"|kami|sisi|نحن|لنا|हम|हमारे|हमारी"
)
_YOU_WORDS = (
    r"you|your|yours|vous|votre|vos|ihre[nmrs]?|sie uns|usted(?:es)?|tu|su apoyo|você|sua|seu|voi|vostr[oiae]"
    r"|tua|tuo|je|jouw|dig|din|twoj\w*|twój|wasz\w{0,3}|вы|вас|вам|ваш\w{0,4}|ви|siz\w{0,4}|anda|wewe|دعمكم|आप\w{0,3}"
)
_SUFFIXED = (
    r"\w{3,}(?:imiz|ımız|umuz|ümüz|iniz|ınız|unuz|ünüz)\w{0,4}"  # Turkish says it in endings
)
_READER = re.compile(rf"\b(?:{_WE}|{_YOU_WORDS}|{_SUFFIXED})\b|我们|您|私たち|皆様", _I)
_YOU = re.compile(rf"\b(?:{_YOU_WORDS})\b|您|皆様", _I)
_OUTLET_SPEAKS = re.compile(rf"\b(?:{_WE})\b", _I)
_NEWSLETTER = re.compile(
    r"\b(?:news ?letters?|mailbox|(?:your|e-?mail) inbox|unsubscribe|privacy policy|terms of (?:use|service)"
    r"|paywall|boletín|lettre d['’]information|infolettre|nyhetsbrev|nieuwsbrief|bülten\w*|рассылк\w+|розсилк\w+)\b",
    _I,
)
_GIVING = re.compile(
    r"\b(?:donat\w+|contribut(?:e|ion|ions|ing)|your (?:support|help)|support(?:ing|ed)? (?:us|our|independent)"
    r"|membership|reader[- ](?:funded|supported)|crowdfund\w*|dons?|soutien|spenden?\w*|unterstütz\w+"
    r"|donaci(?:ón|ones)|aporte\w*|doaç\w+|donazion\w+|giften|donatie\w*|darowizn\w+|пожертвован\w+|поддерж\w+"
    r"|підтрим\w+|bağış\w*|donasi|mchango)\b",
    _I,
)
_PRESS = re.compile(
    r"\b(?:journalis\w+|newsroom|reporting|readers?|stories|news|press|periodismo|jornalismo|giornalismo|presse"
    r"|rédaction|redaktion|redacción|lecteurs?|leser\w*|lector\w*|журналист\w*|редакци\w+|читател\w+|журналіст\w*"
    r"|читач\w*|gazetecilik|okur\w*|dziennikar\w+|czytelni\w+)\b",
    _I,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|according|announced|reported|urged|asked|were|was|has|have|had)\b", _I
)
_OURS = re.compile(r"\b(?:us|our|newsletter)\b", _I)


@cache
def _link_pattern(tail: str) -> re.Pattern[str]:
    return re.compile(rf"{CUE}({alternatives('link line')}){tail}", _I)


def furniture(line: str) -> str | None:
    """The reason for which a paragraph is not the story, told by its own words alone; null if it may be."""
    size = words(line)
    if size == 0:
        return "site furniture"
    reason = _link(line, size)
    if reason:
        return reason
    plain = unquoted(line)
    for reason, longest in _LONGEST.items():
        if size <= longest and starts(reason).match(plain) and not _reports(reason, plain, size):
            return reason
    if size <= _LONGEST_BAR and _TRAIL.match(line):
        return "site furniture"
    if size <= _LONGEST_BAR and _NETWORKS.match(line):
        return "share bar"
    return _small_print(plain, size) or credit(line, size)


def is_appeal_opening(line: str) -> bool:
    """Whether an address to the readers begins here that the next paragraphs may go on with."""
    return bool(starts("appeal opening").match(line))


def is_link_header(line: str) -> bool:
    """Whether the line only announces links: the headlines under it are links too."""
    return bool(_link_pattern(r"[\W_]*$").match(line))


def speaks_to_reader(line: str) -> bool:
    """Whether the outlet says "we" or "you" outside quotations: a reporter's paragraph does not."""
    return bool(_READER.search(unquoted(line)))


def _link(line: str, size: int) -> str | None:
    if size > _LONGEST_LINK:
        return None
    if is_link_header(line) or _link_pattern(r"\s*[:：|»›>→▶►]\s*\S").match(line):
        return "link line"
    opened = _link_pattern(r"\s+\S").match(line)
    if not opened or _STOP.search(line):
        return None
    cue = opened.group(1)
    shouted = cue.isupper() and not line.isupper()
    return "link line" if shouted or not _ONE_WORD.match(cue) else None


def _reports(reason: str, plain: str, size: int) -> bool:
    """Whether the line tells news about giving or subscribing: somebody says so, and no one is addressed."""
    if reason not in {"subscribe line", "donation appeal"} or size < 8:  # noqa: PLR2004 - a report takes room
        return False
    if _YOU.search(plain) or _OURS.search(plain):
        return False
    return bool(_TOLD.search(plain))


def _small_print(plain: str, size: int) -> str | None:
    if size <= _LONGEST["subscribe line"] and _RIGHTS.search(plain):
        return "rights notice"
    if _SMALL_PRINT.search(plain):
        return "subscribe line"
    if not _YOU.search(plain):
        return None
    if _NEWSLETTER.search(plain):
        return "subscribe line"
    asks = _GIVING.search(plain) and _PRESS.search(plain) and _OUTLET_SPEAKS.search(plain)
    return "donation appeal" if asks else None
