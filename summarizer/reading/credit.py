"""Captions, picture credits, bylines and stamps: lines about the making, not the matter."""

from __future__ import annotations

import re

from summarizer.reading.dates import DATE
from summarizer.reading.phrases import begins

__all__ = ["credit", "is_stamp", "split_credit"]

_I = re.IGNORECASE
_LONGEST_CAPTION = 60  # words
_LONGEST_BYLINE = 14
_LONGEST_CREDITS = 40
_LONGEST_STAMP = 16
_SENTENCES = 2
_SENTENCE_MARKS = tuple('.!?…”"»’)')
# A caption shows; a paragraph that reports what was said is the story, whatever stands after it.
_REPORTS = re.compile(
    r"\b(?:said|says|told|announced|reported|added|agreed|according|warned|confirmed|would|claimed"
    r"|declared|stated|denied|insisted|urged|sagte|teilte|dit|déclaré|annoncé|dijo|informó|anunció"
    r"|disse|afirmou|ha detto|сказал\w*|сообщил\w*"
    r"|заявил\w*|повідоми\w*|powiedział\w*|dedi|kata)\b",
    _I,
)
_TAIL = 140  # characters at the end in which a credit stands
_CAPITAL = "A-ZÀ-ÝŁŚŻŠČŽА-ЯЁІЇЄΑ-Ω"
_NAME = rf"[{_CAPITAL}][\w.’'-]*"
_PLAIN = r"[^()\[\]\d]{0,50}"
_AT_HANDLE = re.compile(r"(?:^|[.!?…\"”)]\s+|\bvia\s+|[|/]\s*)@\w[\w.]{2,}\W*$")
_SPOKEN_BY_HANDLE = re.compile(r"[“\"][^”\"]*[”\"]\s*@\w+\W*$")
_CREDIT_ENDS = (
    re.compile(  # (Photo: …), [Image courtesy of …], (file)
        r"[(\[]\s*(?:file|(?:file |handout |archival |archive )?(?:photo|image|picture|pic"
        r"|foto|фото"
        r"|credit|courtesy|source|screengrab|screenshot|via)\b[^()\[\]]{0,80})\s*[)\]]\W*$",
        _I,
    ),
    re.compile(  # … Photo: Ada Lind; … photo by Ada Lind
        r"(?i:\b(?:photo|image|picture|credit|photograph|foto|фото)\s?(?:[:：]|by\s))\s?"
        rf"(?:{_NAME}[ ,/|]{{0,3}}(?:(?:for|of|the|and|via|courtesy) )?){{1,8}}\W*$"
    ),
    re.compile(rf"[(\[]\s*{_NAME}{_PLAIN}/\s?{_NAME}{_PLAIN}[)\]]\W*$"),  # (Ada Lind/Agency)
    re.compile(  # … the river. Ada Lind / Agency
        rf"(?:[.!?”\"]|\s[-–—|])\s*(?:©\s?)?{_NAME}(?: {_NAME}){{0,3}}\s?/\s?(?:{_NAME} ?){{1,4}}$"
    ),
    re.compile(r"(?:©\s?[^\W\d][^.]{2,60}|\bGetty Images)\W*$"),
)
_CREDIT_SIGN = re.compile(r"[)\]]\W*$|[©/:：]|\bby\b|Getty")
_PARTICLE = "de|da|van|von|al|el|bin|der|la|di|and|et|und|y|e|i|och|ve|dan|&|in|for"
_BYLINE = re.compile(
    r"(?i:by|from) (?i:our|a|the) (?i:[\w-]+ ){0,4}"
    r"(?i:desk|correspondents?|staff|reporters?|newsroom)\b"
    r"(?:,? (?:and|with|in) .{2,50})?$"
    r"|(?i:by|written by|reported by|story by|par|von|por|di|door|av|autor|автор|yazan|oleh)"
    r"\s?:?\s+"
    rf"(?:{_NAME}(?: (?:{_PARTICLE})\b)?,? ?){{1,9}}$"
)
_CREDITS = re.compile(
    r"[(\[]?(?:additional |further )?"
    r"(?:reporting|writing|editing|compiled|edited|translated|translation|research|graphics|production)"
    r"(?: and \w+)? by [^\W\d][^.;]{2,80}(?:[;,].{2,160})?[)\]]?\.?$",
    _I,
)
_STAMPED = (
    r"published|posted|updated|modified|issued|created|publié|mis à jour|veröffentlicht"
    r"|aktualisiert"
    r"|stand|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad"
    r"|opublikowano|aktualizacja|yayınlanma|güncelleme|опубликовано|обновлено|опубліковано|оновлено"
    r"|diterbitkan|نشر|发布时间|公開"
)
_WEEKDAY = r"(?:[^\W\d]{3,12}\.?,? )?"
_CLOCK = r"\d{1,2}[:.]\d{2}"
_STAMP = re.compile(
    rf"(?:first |last |date )?(?:{_STAMPED})(?: [^\W\d]{{1,10}}){{0,2}}\s?[:：|]?\s*{_WEEKDAY}"
    rf"(?:{DATE}|{_CLOCK}|\d+ (?:minutes?|hours?|days?) ago)[^!?]{{0,80}}$"
    rf"|\[{_WEEKDAY}{DATE}\]$|{_WEEKDAY}{DATE}(?:[ ,|@T–-]+(?:at )?(?:{_CLOCK}.{{0,24}})?)?$",
    _I,
)


def credit(line: str, size: int) -> str | None:
    """The reason if a paragraph of `size` words is a caption, a byline or a stamp, else null."""
    if size <= _LONGEST_CAPTION and _is_caption(line):
        return "caption"
    if size <= _LONGEST_BYLINE and _BYLINE.match(line):
        return "byline"
    if size <= _LONGEST_CREDITS and _CREDITS.match(line):
        return "byline"
    parts = [part for part in re.split(r"\s*[|•·]\s*", line) if part]
    if len(parts) > 1 and all(credit(part, len(part.split())) for part in parts):
        return "publication line"  # "By Ada Lind | Published 3 May 2031"
    return "publication line" if is_stamp(line, size) else None


def is_stamp(line: str, size: int) -> bool:
    """Whether the line says when the text was published or changed, and nothing else."""
    return size <= _LONGEST_STAMP and bool(_STAMP.match(line))


def split_credit(line: str) -> tuple[str, str]:
    """The story in a paragraph, and the picture credit or source that stands after it, or ""."""
    match = _credit_end(line)
    if match is None:
        return line, ""
    at = match.start() + (match.group()[:1] in _SENTENCE_MARKS)  # it took the sentence's own stop
    story = line[:at].rstrip()
    return (story, line[at:].strip()) if story[-1:] in _SENTENCE_MARKS else (line, "")


def _is_caption(line: str) -> bool:
    if begins("caption", line):
        return True
    if _AT_HANDLE.search(line):
        return not _SPOKEN_BY_HANDLE.search(line)
    if line.count(". ") > _SENTENCES:
        return False
    return bool(_credit_end(line)) and not _REPORTS.search(line)


def _credit_end(line: str) -> re.Match[str] | None:
    start = max(0, len(line) - _TAIL)
    if not _CREDIT_SIGN.search(line, start):  # nearly every paragraph: the rest need not be tried
        return None
    return next((match for end in _CREDIT_ENDS if (match := end.search(line, start))), None)
