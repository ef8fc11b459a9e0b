"""Lines that stand over the story or between its parts, and the one that names who spoke."""

from __future__ import annotations

import re

from summarizer.reading.draft import Block
from summarizer.reading.shape import ends_sentence, is_list_line, is_prose
from summarizer.reading.text import words

__all__ = [
    "_title_case",
    "is_attribution",
    "is_headline",
    "is_sentence",
    "is_subheading",
    "same_title",
]

_LONGEST_HEADLINE = 18
_LONGEST_SUBHEADING = 11
_LONGEST_ATTRIBUTION = 14
_OPEN = re.compile(r"[:;,：；،–—-]$")
_QUOTES = "“\"„«‘'"
_SPEECH_END = re.compile(r"[”\"»’“'][.,]?$")
_SPEECH_START = re.compile(r"[“\"„«‘']")
_DASH = re.compile(r"[–—―~-]{1,2}\s?\S")
SMALL = [
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "for",
    "and",
    "or",
    "but",
    "as",
    "by",
    "from",
    "with",
    "over",
    "after",
    "into",
    "amid",
    "under",
    "than",
    "via",
    "per",
    "vs",
    "is",
    "are",
    "was",
    "be",
    "de",
    "la",
    "le",
    "les",
    "du",
    "des",
    "et",
    "en",
    "au",
    "aux",
    "à",
    "un",
    "une",
    "el",
    "los",
    "las",
    "y",
    "del",
    "al",
    "con",
    "por",
    "para",
    "da",
    "do",
    "das",
    "dos",
    "e",
    "em",
    "no",
    "na",
    "der",
    "die",
    "das",
    "und",
    "von",
    "vom",
    "zu",
    "zur",
    "zum",
    "im",
    "am",
    "mit",
    "für",
    "auf",
    "van",
    "het",
    "een",
    "op",
    "voor",
    "met",
    "bin",
    "ibn",
    "al",
    "ap",
]
_LETTERS = re.compile(r"[^\W\d_][\w’'.-]*")
_NAME = re.compile(
    r"(?:[A-ZÀ-ÝА-ЯЁІЇЄΑ-Ω][\w.’'-]*\s?|(?:de|da|du|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|di|y|e|of|the|for|to|and)\s){1,8}$"
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says|been|isn[’']t|wasn[’']t"
    r"|est|sont|était|étaient|a été|ont|sera|seront|ist|sind|war|waren|hat|haben|wird|werden"
    r"|wurde|wurden|kann"
    r"|es|son|está|están|fue|fueron|era|eran|ha|han|será|é|são|foi|foram|está|tem|têm|è|sono|stato|hanno"
    r"|zijn|heeft|hebben|wordt|werd|är|var|har|blev|jest|są|był|była|były|został|była|была|был|были|было|стал|стала|будет|будут|є|був|були)\b",
    re.IGNORECASE,
)
_MARKED_HEADING = 0.6


def is_headline(line: str) -> bool:
    """Whether the line could stand over a story: short, and without a sentence's end."""
    size = words(line)
    return (
        2 <= size <= _LONGEST_HEADLINE  # noqa: PLR2004 - one word is a section's name
        and (not ends_sentence(line) or line.endswith("?"))
        and not _OPEN.search(line)
        and not is_list_line(line[:2])
    )


def is_sentence(line: str) -> bool:
    """Whether a headline reads as a sentence: ordinary capitals and a finite verb of its own."""
    return not _title_case(line) and bool(_VERBS.search(line))


def is_attribution(line: str, before: Block) -> bool:
    """Whether the line says who spoke the quotation before it."""
    if (
        words(line) > _LONGEST_ATTRIBUTION
        or not line
        or (ends_sentence(line) and "." not in line[:-1])
    ):
        return False
    spoke = before.kind == "quote" or bool(_SPEECH_END.search(before.text))
    if not spoke:
        return False
    if _DASH.match(line):
        return True
    name = re.split(r"[,(–—|]", line, maxsplit=1)[0].strip()
    whole = before.kind == "quote" or bool(_SPEECH_START.match(before.text))
    few = words(name) <= (6 if whole else 4)
    # A heading in title case looks like a name too, but names have few small words.
    return few and bool(_NAME.match(name)) and (whole or not _small_words(name))


def is_subheading(line: str, before: Block, after: Block) -> bool:
    """Whether the line divides the story: short, no sentence, the story on both sides."""
    size = words(line)
    if not 1 <= size <= _LONGEST_SUBHEADING or ends_sentence(line) or _OPEN.search(line):
        return False
    if line[0] in _QUOTES or not line[0].isalnum() or line[0].islower():
        return False
    if before.text.endswith((":", "：")) or is_attribution(line, before):
        return False
    if not is_prose(after.text):
        return False
    if _title_case(line):
        return True
    divides = is_prose(before.text) or bool(_NAME.match(before.text))  # or under who just spoke
    return divides and not is_list_line(line)


def same_title(line: str, title: str) -> bool:
    """Whether two headlines are the same but for case, spaces and punctuation."""
    return _bare(line) == _bare(title) != ""


def _bare(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _title_case(line: str) -> bool:
    """Whether words that could be written small have capitals, as in English headlines."""
    found = [word for word in _LETTERS.findall(line) if word.lower() not in SMALL][1:]
    capitals = sum(word[0].isupper() for word in found)
    return bool(found) and capitals > _MARKED_HEADING * len(found) and len(found) > 1


def _small_words(name: str) -> bool:
    return any(
        word[0].islower()
        for word in _LETTERS.findall(name)
        if word in {"of", "the", "for", "to", "and"}
    )
