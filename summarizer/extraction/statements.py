"""Statements and wording: what was said and by whom, and what the article calls things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.documents import Contested, Evidence, Statement, WordingClaim
from summarizer.documents.sieve import may_find
from summarizer.extraction.quotes import inside, quotations_in
from summarizer.extraction.speakers import Attribution

if TYPE_CHECKING:
    from summarizer.extraction.parse import Parsed

__all__ = ["quotations_in", "statements_of", "wording_of"]

_WORDS = 4  # a shorter quotation is a term within a sentence, not a statement of its own
# Words with which a reporter casts doubt on what is said.
_CHALLENGE = re.compile(
    r"\b(unfounded|baseless|false|falsely|unsubstantiated|unproven|debunked|untrue|misleading|groundless|unverified"
    r"|without (?:providing |offering |giving |citing )?(?:any )?evidence|discredited"
    r"|fabricated)\b",
    re.IGNORECASE,
)
_CLAIM_NOUN = re.compile(
    r"\b(?:claim|claims|allegation|allegations|assertion|assertions|accusation|charge)\b",
    re.IGNORECASE,
)


def statements_of(parsed: Parsed, attributions: list[Attribution]) -> tuple[Statement, ...]:
    """Direct quotations with their speaker, and reported speech, in order of the text."""
    found: list[Statement] = []
    used: list[tuple[int, int, str]] = []
    text = parsed.text
    quotes = quotations_in(text)
    for start, end in quotes:
        attribution = _owner(attributions, start, end)
        if (
            attribution is None
            or len(text[start:end].split()) < _WORDS
            or text[start:end].strip(" ,") == attribution.speaker.name
        ):
            continue
        used.append((start, end, attribution.speaker.name))
        found.append(_statement(text, attribution, Evidence.at(text, start, end), quoted=True))
    for attribution in attributions:
        if attribution.verb_lemma == "according" or (attribution.start, attribution.end) in quotes:
            continue
        first, last = _trimmed(text, *attribution.sentence)
        if _closes_quotation(text, first, last):
            continue
        if any(
            a < last and first < b and owner == attribution.speaker.name for a, b, owner in used
        ) and not _CHALLENGE.search(text[first:last]):
            continue
        if any(
            e.evidence[0].start == first and e.speaker == attribution.speaker.name and not e.quoted
            for e in found
        ):
            continue
        found.append(_statement(text, attribution, Evidence.at(text, first, last), quoted=False))
    return tuple(sorted(found, key=lambda s: (s.evidence[0].start, s.speaker or "")))


def _statement(
    text: str, attribution: Attribution, evidence: Evidence, *, quoted: bool
) -> Statement:
    sentence = text[attribution.sentence[0] : attribution.sentence[1]]
    challenge = _CHALLENGE.search(sentence)
    doubted = challenge is not None and (
        _CLAIM_NOUN.search(sentence) is not None
        or challenge.group().lower() == "falsely"
        or challenge.group().lower().startswith("without")
    )
    words = evidence.quote
    if not quoted:
        start, end = _trimmed(text, attribution.start, attribution.end)
        words = text[start:end] if (start, end) != attribution.sentence else evidence.quote
    return Statement(
        speaker=attribution.speaker.name,
        role=attribution.speaker.role,
        text=re.sub(r"^that\s+", "", words),
        quoted=quoted,
        verb=attribution.verb or "said",
        via=attribution.speaker.via,
        challenge=challenge.group()
        if challenge is not None and doubted and _in_own_voice(sentence, challenge)
        else None,
        evidence=(evidence,),
    )


def _in_own_voice(sentence: str, match: re.Match[str]) -> bool:
    return not inside(quotations_in(sentence), match.start())


def _owner(attributions: list[Attribution], start: int, end: int) -> Attribution | None:
    """Whose the quotation is: the innermost act of saying over its words."""
    over = [a for a in attributions if a.start <= start and end <= a.end]
    return min(over, key=lambda a: (a.end - a.start, a.start)) if over else None


def _closes_quotation(text: str, start: int, end: int) -> bool:
    """Whether a sentence only says whose the quotation before it was: “Enough?” Roe wrote."""
    short = len(text[start:end].split()) < _WORDS
    goes_on = text[start : start + 1].islower()
    return (goes_on or short) and text[:start].rstrip()[-1:] in {"”", '"', "»"}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _in_a_name(text: str, match: re.Match[str], term: str) -> bool:
    """Whether a common word stands in a name, "the Office of Martyrs": so the body is called."""
    word = match.group()
    if (
        not word[0].isupper()
        or word.isupper()
        or re.search(r"[A-Z]", re.sub(r"\\[A-Z]|\[[^\]]*\]", "", term))
    ):
        return False
    before = re.search(r"(\S+)[ ]+(?:(?:of|on|for|the|and|in)[ ]+)*$", text[: match.start()])
    return before is not None and before[1][0].isupper() and before[1][-1] not in '.!?:”"'


def wording_of(
    text: str, contested: Iterable[Contested], attributions: list[Attribution]
) -> tuple[WordingClaim, ...]:
    """What the article calls the things that the pack knows to be contested."""
    found: list[WordingClaim] = []
    taken: list[tuple[int, int]] = []
    for thing in contested:
        for term in thing.terms:
            for match in re.finditer(term, text, re.IGNORECASE) if may_find(term, text) else ():
                start, end = match.span()
                if any(a < end and start < b for a, b in taken) or _in_a_name(text, match, term):
                    continue
                taken.append((start, end))
                owner = [a for a in attributions if a.start <= start and end <= a.end]
                inside = any(a <= start and end <= b for a, b in quotations_in(text))
                speaker = (
                    min(owner, key=lambda a: a.end - a.start).speaker.name
                    if owner and inside
                    else None
                )
                found.append(
                    WordingClaim(
                        term=match.group(),
                        refers_to=thing.refers_to,
                        speaker=speaker,
                        evidence=(Evidence.at(text, start, end),),
                    )
                )
    return tuple(sorted(found, key=lambda claim: claim.evidence[0].start))
