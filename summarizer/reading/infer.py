"""What a text says about itself: outlet, title, date, language; never the clock."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from summarizer.documents import Removal
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.dates import DATE, iso_date
from summarizer.reading.draft import FIELDS, About
from summarizer.reading.imprint import imprint
from summarizer.reading.language import language_of
from summarizer.reading.text import words

__all__ = ["infer"]

_WORD = r"[A-ZÀ-ÝŁŚŻŠČŽА-ЯЁІЇЄ0-9][\w.&’'-]*"
_NAME = (
    rf"(?P<name>(?:[Tt]he )?{_WORD}"
    rf"(?:(?: (?:of|the|and|de|du|des|la|le|da|do|&))?(?: {_WORD})){{0,4}}?)"
)
_QUOTED_NAME = r"[«„“\"](?P<name>[^«»„“”\"\n]{2,40})[»“”\"]"
_MEDIA = (
    r"(?:telegram|whatsapp|facebook|youtube|twitter|instagram|google news|tiktok|viber|newsletter"
    r"|channel|app\b|rss|daily|weekly|morning|x\b|e-?mail|breaking)"
)
_NETWORKS = r"(?:x|twitter|facebook|telegram|whatsapp|instagram|youtube|google|tiktok|social)"
_JOIN = r"subscribe to|sign up (?:for|to)|join|download|get|abonnez-vous à|iscriviti a|assine"
_FOLLOW = r"follow|suivez|folgen sie|siga|sigue|segui|volg"
_CYRILLIC = r"подпи\w+ на|підпи\w+ на|читайте|следите за|стежте за|поддержите|підтримайте"
_STAFF = r"journalists?|editors?|reporters?|newsroom|team|readers|staff"
_FIRST = r"appeared first|first (?:appeared|published)|originally (?:appeared|published)"
_FROM = r"(?i:an? (?:message|note|letter|word|appeal) from)"
_RESERVED = r"(?=[.,|]|$|\s+(?i:all|tous|alle|todos|все))"
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s+)?"
# What a line says of its outlet, and how surely: the house's own appeals first, a bare signature
# (which may be an agency's) last.
_SIGNS: tuple[tuple[int, str], ...] = (
    (4, rf"^(?:Please )?(?i:support) {_NAME}\s?!"),
    (
        4,
        rf"{_FROM} (?:the (?:editors?|team) (?:of|at) )?{_NAME}\s*:?$",
    ),
    (4, rf"(?i:{_STAFF}) (?:of|at|here at) {_NAME}[,.:!]"),
    (3, rf"(?i:by supporting|supporting|support) {_NAME}[,.!]"),
    (3, rf"(?i:from|by) {_NAME}\. (?i:you)\b"),
    (3, rf"(?i:{_JOIN}) {_NAME}(?:[’']s?)? (?:on )?(?i:{_MEDIA})"),
    (3, rf"(?i:{_FOLLOW}) {_NAME} (?i:on|sur|auf|en|no|su|op) (?i:{_NETWORKS})"),
    (3, rf"(?i:{_CYRILLIC}) (?:[\w-]+ ){{0,3}}{_QUOTED_NAME}"),
    (3, rf"(?:©|\(c\)|(?i:copyright))\s*{_YEARS}(?i:by )?{_NAME}{_RESERVED}"),
    (3, rf"(?i:{_FIRST}) (?i:on|in|at|by) {_NAME}[.,]?$"),
    (2, rf"(?i:we (?:wish|hope)) (?i:that )?{_NAME} (?i:provided|gave|has|helped)"),
    (1, rf"^[(\[]{_NAME}[)\]]\.?$|^[–—-]{{1,2}}\s?(?P<dashed>{_WORD}(?: {_WORD}){{0,2}})$"),
)
_NO_NAMES = re.compile(
    r"(?:the )?(?:us|our|now|here|today|telegram|facebook|twitter|x|youtube|whatsapp|instagram"
    r"|google(?: news)?|rss|(?:independent|quality) journalism|local news|agenc(?:y|ies)|video"
    r"|photos?|updated|ends|your|this|all|it|we|free|news|newsletter|author|owner)$",
    re.IGNORECASE,
)
_TITLES = (
    re.compile(
        r"^The post [“\"]?(?P<title>.{8,200}?)[”\"]? (?:appeared|was published) first on ",
        re.IGNORECASE,
    ),
    re.compile(
        r"provided you with enough information (?:of|on|about)"
        r"\s*\(\s*(?P<title>.{8,200}?)\s*\)\s*$",
        re.IGNORECASE,
    ),
)
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_].{{1,40}}?)[,(/ ]+(?P<date>{DATE})\b"
    r"(?P<rest>.{0,40}?)(?:\s?[–—-]{1,2}|/\.?)\s"
)
# "TARSK, May 3 (Fjord Agency) -", "TARSK, May 3, 2031. /Fjord Agency/.": who sent the report.
_SENT_BY = re.compile(
    rf"[A-ZÀ-Ý][^\n(/]{{1,50}}?(?:\({_NAME}\)\s?[–—-]{{1,2}}\s|/{_NAME.replace('name', 'wire')}/\.?[–—\s-])"
)
_DATED = re.compile(rf"^.{{3,60}}\s[|•·—–-]\s(?:[^\W\d]{{3,12}},? )?{DATE}$")
_UPDATED = re.compile(
    r"(?:last )?(?:updated|modified|mis à jour|aktualisiert|actualizado|atualizado|aggiornato"
    r"|aktualizacja|güncelleme|обновлено|оновлено)\b",
    re.IGNORECASE,
)
_LONGEST_SENDER = 12  # words of a dateline with its agency
_LONGEST_DATELINE = 6  # words before the dash that are neither date nor parenthesis
_SAY_NOTHING = {"link line", "caption", "credit", "headline", "sub-heading"}
_PARENTHESIS = re.compile(r"\([^)]*\)")


def infer(about: About, cleaned: Cleaned) -> About:
    """Fill in what the article's own text tells, and name it in `inferred`."""
    found = About(
        outlet=about.outlet
        or cleaned.masthead
        or _fuller(_outlet(cleaned.removed), _signed(cleaned.removed))
        or _sender(cleaned.text),
        title=about.title or cleaned.title or _title(cleaned.removed),
        url=about.url,
        published=about.published or _published(cleaned),
        language=about.language or language_of(cleaned.text),
    )
    new = {name for name in FIELDS if getattr(found, name) and not getattr(about, name)}
    return replace(found, inferred=tuple(sorted({*about.inferred, *new})))


@cache
def _signs() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((weight, re.compile(pattern)) for weight, pattern in _SIGNS)


def _outlet(removed: Iterable[Removal]) -> str | None:
    """The name that the text's own appeals and signatures give most surely; earlier ones first."""
    votes: Counter[str] = Counter()
    written: dict[str, str] = {}
    for removal in removed:
        if removal.reason in _SAY_NOTHING:
            continue
        for weight, sign in _signs():
            for match in sign.finditer(removal.text):
                groups = match.groupdict()
                name = _tidy_name(groups.get("name") or groups.get("dashed") or "")
                if name and not _NO_NAMES.match(name):
                    key = name.casefold().removeprefix("the ")
                    written.setdefault(key, name)
                    votes[key] += weight
    return written[max(votes, key=lambda key: votes[key])] if votes else None


def _fuller(appealing: str | None, signed: str | None) -> str | None:
    """The name that the text's appeals give, whole where the line by the headline has it whole."""
    if appealing is None or signed is None:
        return appealing or signed
    return signed if signed.endswith(appealing.removeprefix("The ")) else appealing


def _signed(removed: Iterable[Removal]) -> str | None:
    """The outlet that the byline or the line of publication names."""
    for removal in removed:
        if removal.reason in {"byline", "publication line"}:
            printed = imprint(removal.text)
            if printed is not None and printed.outlet is not None:
                return _tidy_name(printed.outlet)
    return None


def _sender(text: str) -> str | None:
    """The agency that a dateline names, where nothing else says whose the text is."""
    for paragraph in text.split("\n\n")[:2]:  # a headline that is a sentence stands first
        match = _SENT_BY.match(paragraph)
        if match is not None and words(match.group()) <= _LONGEST_SENDER:
            return _tidy_name(match["name"] or match["wire"])
    return None


def _tidy_name(name: str) -> str:
    name = name.strip(" .,-–—")
    for possessive in ("’s", "'s"):
        name = name.removesuffix(possessive)
    return name[:1].upper() + name[1:]


def _title(removed: Iterable[Removal]) -> str | None:
    for removal in removed:
        for pattern in _TITLES:
            match = pattern.search(removal.text)
            if match:
                return match["title"]
    return None


def _published(cleaned: Cleaned) -> str | None:
    stamps = [
        (bool(_UPDATED.match(entry.text)), entry.reason == "masthead", entry.text)
        for entry in cleaned.removed
        if entry.reason in {"publication line", "masthead"} or _DATED.search(entry.text)
    ]
    for *_, stamp in sorted(stamps, key=lambda stamp: stamp[:2]):
        date = iso_date(stamp)
        if date:
            return date
    for paragraph in cleaned.text.split("\n\n")[:2]:
        line = _DATELINE.match(paragraph)
        if line:
            around = f"{line['place']} {_PARENTHESIS.sub(' ', line['rest'])}"
            if words(around) <= _LONGEST_DATELINE:
                return iso_date(line["date"])
    return None
