"""What a text says about itself: outlet, title, date, language. Never the clock or the file's date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from summarizer.documents import Removal
from summarizer.reading.cleaning import Cleaned
from summarizer.reading.dates import DATE, iso_date
from summarizer.reading.draft import Draft
from summarizer.reading.language import language_of
from summarizer.reading.text import words

__all__ = ["infer"]

_WORD = r"[A-ZÀ-ÝŁŚŻŠČŽА-ЯЁІЇЄ0-9][\w.&’'-]*"
_NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?:(?: (?:of|the|and|de|du|des|la|le|da|do|&))?(?: {_WORD})){{0,4}}?)"
_QUOTED_NAME = r"[«„“\"](?P<name>[^«»„“”\"\n]{2,40})[»“”\"]"
_MEDIA = (
    r"(?:telegram|whatsapp|facebook|youtube|twitter|instagram|google news|tiktok|viber|newsletter|channel"
    r"|app\b|rss|daily|weekly|morning|x\b|e-?mail|breaking)"
)
_NETWORKS = r"(?:x|twitter|facebook|telegram|whatsapp|instagram|youtube|google|tiktok|social)"
# What a line says of its outlet, and how surely: the house's own appeals first, a bare signature
# (which may be an agency's) last.
_SIGNS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (4, rf"^(?:Please )?(?i:support) {_NAME}\s?!"),
        (
            4,
            rf"(?i:a (?:message|note|letter|word) from) (?:the (?:editors?|team) (?:of|at) )?{_NAME}\s*:?$",
        ),
        (
            4,
            rf"(?i:journalists?|editors?|reporters?|newsroom|team|readers|staff) (?:of|at|here at) {_NAME}[,.:!]",
        ),
        (3, rf"(?i:by supporting|supporting|support) {_NAME}[,.!]"),
        (3, rf"(?i:from|by) {_NAME}\. (?i:you)\b"),
        (
            3,
            rf"(?i:subscribe to|sign up (?:for|to)|join|download|get|abonnez-vous à|iscriviti a|assine) {_NAME}(?:[’']s?)? (?:on )?(?i:{_MEDIA})",
        ),
        (
            3,
            rf"(?i:follow|suivez|folgen sie|siga|sigue|segui|volg) {_NAME} (?i:on|sur|auf|en|no|su|op) (?i:{_NETWORKS})",
        ),
        (
            3,
            rf"(?i:подпи\w+ на|підпи\w+ на|читайте|следите за|стежте за|поддержите|підтримайте) (?:[\w-]+ ){{0,3}}{_QUOTED_NAME}",
        ),
        (
            3,
            rf"(?:©|\(c\)|(?i:copyright))\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s+)?(?i:by )?{_NAME}(?=[.,|]|$|\s+(?i:all|tous|alle|todos|все|tutti))",
        ),
        (
            3,
            rf"(?i:appeared first on|first (?:appeared|published) (?:on|in|at|by)|originally (?:appeared|published) (?:on|in|at|by)) {_NAME}[.,]?$",
        ),
        (2, rf"(?i:we (?:wish|hope)) (?i:that )?{_NAME} (?i:provided|gave|has|helped)"),
        (1, rf"^[(\[]{_NAME}[)\]]\.?$|^[–—-]{{1,2}}\s?(?P<dashed>{_WORD}(?: {_WORD}){{0,2}})$"),
    )
)
_NO_NAMES = re.compile(
    r"(?:the )?(?:us|our|now|here|today|telegram|facebook|twitter|x|youtube|whatsapp|instagram|google(?: news)?|rss|independent journalism"
    r"|quality journalism|local news|agencies|agency|video|photos?|updated|ends|your|this|all|it|we|free|news|newsletter|author|owner)$",
    re.IGNORECASE,
)
_TITLES = (
    re.compile(
        r"^The post [“\"]?(?P<title>.{8,200}?)[”\"]? (?:appeared|was published) first on ", re.I
    ),
    re.compile(
        r"provided you with enough information (?:of|on|about)\s*\(\s*(?P<title>.{8,200}?)\s*\)\s*$",
        re.I,
    ),
)
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_].{{1,40}}?)[,(/ ]+(?P<date>{DATE})\b(?P<rest>.{{0,40}}?)\s?[–—-]{{1,2}}\s"
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|mis à jour|aktualisiert|actualizado|atualizado|aggiornato|aktualizacja|güncelleme|обновлено|оновлено)\b",
    re.I,
)
_LONGEST_DATELINE = 6  # words before the dash that are neither date nor parenthesis
_PARENTHESIS = re.compile(r"\([^)]*\)")


def infer(draft: Draft, cleaned: Cleaned) -> Draft:
    """The draft with what its own text tells filled in, and named in `inferred`."""
    found: dict[str, str | None] = {
        "outlet": draft.outlet or _outlet(cleaned.removed),
        "title": draft.title or cleaned.title or _title(cleaned.removed),
        "published": draft.published or _published(cleaned),
        "language": draft.language or language_of(cleaned.text),
    }
    new = {name for name, value in found.items() if value and getattr(draft, name) is None}
    return replace(
        draft,
        outlet=found["outlet"],
        title=found["title"],
        published=found["published"],
        language=found["language"],
        inferred=tuple(sorted({*draft.inferred, *new})),
    )


def _outlet(removed: Iterable[Removal]) -> str | None:
    """The name that the text's own appeals and signatures give most surely; earlier ones first."""
    votes: Counter[str] = Counter()
    written: dict[str, str] = {}
    for removal in removed:
        if removal.reason in {"link line", "caption", "headline", "sub-heading", "hidden text"}:
            continue
        for weight, sign in _SIGNS:
            for match in sign.finditer(removal.text):
                groups = match.groupdict()
                name = _tidy_name(groups.get("name") or groups.get("dashed") or "")
                if name and not _NO_NAMES.match(name):
                    key = name.casefold().removeprefix("the ")
                    written.setdefault(key, name)
                    votes[key] += weight
    return written[max(votes, key=lambda key: votes[key])] if votes else None


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
    stamps = [entry.text for entry in cleaned.removed if entry.reason == "publication line"]
    for stamp in sorted(stamps, key=lambda text: bool(_UPDATED.match(text))):
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
