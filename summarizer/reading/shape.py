"""The shape of a line: prose, a short line, an item of a list, a signature at its end."""

from __future__ import annotations

import re

from summarizer.reading.text import words

__all__ = [
    "ends_sentence",
    "is_list_line",
    "is_prose",
    "is_short",
    "is_signature",
    "split_signature",
]

_SHORT = 6
_PROSE = 12
_SENTENCE = 4
_ENDS = re.compile(r"[.!?…。！？؟।۔][\"'”’»“)\]]*$")
_QUOTATION = re.compile(r"[“\"„«][^“”\"„«»]{3,}[”\"“»]")
_QUOTE_END = re.compile(r"[”\"»“’][.,]?$")
_ITEM = re.compile(r"(?:[-*+•‣▪–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s*\S")
_SIGNATURE = re.compile(
    r"(?P<story>.*[.!?…”\"»’)])\s*"
    r"(?P<signature>(?:[(\[]\s*(?:source|with inputs? from|agencies|via|agenturen|источник)?"
    r"\s*:?\s*"
    r"(?:[A-Z0-9À-ÝА-ЯЁ][\w.&’'!-]*(?:\s*[/,|&·-]\s*|\s+)?(?:(?:of|the|and|de|und|et|y)\s+)?){1,6}[)\]]"
    r"|[–—-]{1,2}\s?(?:[A-Z][A-Z.&/-]{1,11}|Agencies"
    r"|[A-Z][a-z]+(?: (?:News|Agency|Agencies|Press|Times))?))"
    r"\s*(?:/?ENDS/?|#{2,}|-{2,})?|/?ENDS/?|#{2,}|-30-|■|∎)\.?\s*$",
    re.DOTALL,
)
_SPEECH_BEFORE = re.compile(r"[”\"»’]\s*$")
_NOTE = re.compile(r"[(\[].*\d{3}")


def is_signature(line: str) -> bool:
    """Whether the line is nothing but an agency's or outlet's signature."""
    return split_signature(f". {line}")[1] == line


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return bool(_ENDS.search(line))


def is_prose(line: str) -> bool:
    """Whether the line is running text: a sentence that ended, or a long line that didn't."""
    size = words(line)
    if size > _PROSE or (size >= _SENTENCE and ends_sentence(line)):
        return True
    return bool(_QUOTE_END.search(line) or _QUOTATION.match(line))


def is_short(line: str) -> bool:
    """Whether the line could be an entry of a menu."""
    return words(line) <= _SHORT and not ends_sentence(line) and not _QUOTE_END.search(line)


def is_list_line(line: str) -> bool:
    """Whether the line is marked as an item, or gives a figure: either may be the story."""
    return bool(_ITEM.match(line)) or (any(c.isdigit() for c in line) and words(line) > 1)


def split_signature(line: str) -> tuple[str, str]:
    """The story in the last paragraph, and the agency's or outlet's signature after it, or ""."""
    match = _SIGNATURE.match(line)
    if not match or _NOTE.match(match["signature"]):
        return line, ""
    signature = match["signature"]
    dash = signature[:1] in "–—-" and signature.strip("-") and not signature.startswith("-30-")
    if dash and _SPEECH_BEFORE.search(match["story"]):
        return line, ""  # “We go on.” — Ada: that is who spoke
    return match["story"].rstrip(), signature
