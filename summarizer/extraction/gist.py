"""Gist: the short account of one article, proposed by a model and checked, or made of its facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summarizer.documents import Article, Facts, Figure, GistSentence, Pack, Rejection, claims_of
from summarizer.documents.lexicon import loaded_in
from summarizer.documents.numerals import numbers_in
from summarizer.extraction.ground import Ungrounded, fold, ground
from summarizer.packs import phrase

if TYPE_CHECKING:
    from summarizer.documents import Claim

__all__ = ["checked_gist", "plain_gist", "plain_headline"]

_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_SENTENCES = 3
_HEADLINE_WORDS = 14


def checked_gist(proposed: Any, article: Article, rejected: list[Rejection]) -> tuple[str, tuple[GistSentence, ...]]:
    """Keep what of a proposed headline and points passes the gates; the rest goes to `rejected` with its reason."""
    kept: list[GistSentence] = []
    for point in proposed.points:
        try:
            evidence = ground(point.quote, article.text)
        except Ungrounded as error:
            rejected.append(Rejection(field="gist", value=point.text, reason=str(error)))
            continue
        fault = _fault(point.text, evidence.quote)
        if fault is not None:
            rejected.append(Rejection(field="gist", value=point.text, reason=fault))
            continue
        kept.append(GistSentence(text=point.text.strip(), evidence=(evidence,)))
    fault = _fault(proposed.headline, article.text)
    if fault is None and len(proposed.headline.split()) > _HEADLINE_WORDS:
        fault = f"a headline has at most {_HEADLINE_WORDS} words"
    if fault is not None:
        rejected.append(Rejection(field="headline", value=proposed.headline, reason=fault))
        return "", tuple(kept)
    return proposed.headline.strip(), tuple(kept)


def _fault(sentence: str, source: str) -> str | None:
    """Why a sentence may not stand: a number or a name that its source lacks, or a loaded word."""
    have = {n.value for n in numbers_in(source)}
    missing = [n.value for n in numbers_in(sentence) if n.value not in have]
    if missing:
        return f"the number {missing[0]} does not stand in the words it rests on"
    folded = fold(source).lower()
    for match in _NAME.finditer(sentence):
        words = match.group().split()
        if match.start() == 0 and len(words) == 1:
            continue
        if any(fold(word).lower().removesuffix("'s") not in folded for word in words[1 if match.start() == 0 else 0 :]):
            return f"the name {match.group()} does not stand in the words it rests on"
    loaded = loaded_in(sentence)
    if loaded:
        return f"the word “{loaded[0].word}” takes a side"
    return None


def plain_headline(facts: Facts, pack: Pack) -> str:
    """A headline from the facts by the pack's phrases, else the pack's title."""
    for field, claim in _ranked(facts, pack):
        words = _clause(field, claim, pack)
        if words and len(words.split()) <= _HEADLINE_WORDS and claim.speaker is None:
            return words[0].upper() + words[1:]
    for field, claim in _ranked(facts, pack):
        words = f"{_clause(field, claim, pack)}, {claim.speaker} says"
        if claim.speaker and _clause(field, claim, pack) and len(words.split()) <= _HEADLINE_WORDS:
            return words[0].upper() + words[1:]
    return pack.title


def plain_gist(facts: Facts, pack: Pack, article: Article) -> tuple[GistSentence, ...]:
    """Up to three sentences from the facts, each attributed to whoever says it."""
    kept: list[GistSentence] = []
    said: set[str] = set()
    for field, claim in _ranked(facts, pack):
        clause = _clause(field, claim, pack)
        if not clause or clause in said:
            continue
        said.add(clause)
        owner = claim.speaker or article.outlet or "the article"
        verb = "says" if claim.speaker else "reports"
        text = f"{owner} {verb} that {clause}."
        kept.append(GistSentence(text=text[0].upper() + text[1:], evidence=claim.evidence))
        if len(kept) == _SENTENCES:
            break
    return tuple(kept)


def _ranked(facts: Facts, pack: Pack) -> list[tuple[str, Claim]]:
    """The claims that have a phrase, what the event is about first."""
    found: list[tuple[int, int, str, Claim]] = []
    for order, (field, claim) in enumerate(claims_of(facts)):
        rule = pack.fields.get(field)
        if rule is None or not rule.phrase.get("clause"):
            continue
        kept = all(getattr(claim, name, None) in values for name, values in rule.kept.items())
        found.append((0 if kept and isinstance(claim, Figure) else 1, rule.rank * 1000 + order, field, claim))
    found.sort(key=lambda row: row[:2])
    return [(field, claim) for _, _, field, claim in found]


def _clause(field: str, claim: Claim, pack: Pack) -> str:
    rule = pack.fields[field]
    labels = {name: getattr(claim, name, None) for name in (*pack.labels, pack.people_label)}
    party = str(labels.get(rule.party_label) or "").partition(":")[2]
    value: object = getattr(claim, "value", None)
    if isinstance(claim, Figure):
        detail = phrase("{{ value | bounded(bound, high) }}", value=claim.value, bound=claim.bound, high=claim.high)
        counts = phrase(rule.phrase.get("counted") or "{{ detail }}", detail=detail, value=claim.value, labels=labels)
    else:
        detail = counts = str(value)
    when = ""
    written = getattr(claim, "as_written", None)
    if written is not None:
        when = written if re.match(r"(?:on|in|last|this|yester|today|over)", written, re.IGNORECASE) else f"on {written}"
    template = rule.phrase["clause"]
    return " ".join(phrase(template, counts=counts, value=detail, when=when, many=False, labels=labels, party=party, point="", status="").split())


