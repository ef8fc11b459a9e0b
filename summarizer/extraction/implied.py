"""Implied: numbers told by another: "40 gunners and an equal number of cooks", "as many again".

Resolved only where one number (or one list of numbers, "270 gunners and 120 cooks") can be meant;
what could be either is left, and so are multiples ("twice as many"), which stand nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.extraction.governors import clause_at, governors_of
from summarizer.extraction.people import moves

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from summarizer.documents import Pack
    from summarizer.extraction.mentions import Mention
    from summarizer.extraction.parse import Parsed

__all__ = ["implied_by"]

_PHRASE = re.compile(
    r"\b(?:(?P<near>about|roughly|nearly|almost|around|more or less|approximately)\s+)?"
    r"(?:(?:an?|the|that)\s+(?P<kind>equal|same|similar|equivalent|identical|like|matching|comparable)"
    r"\s+number\b(?!\s+(?:plates?|of\s+(?:\w+\s+){0,2}(?:times|days|years|months|weeks|hours)\b))"
    r"|(?P<many>(?:just\s+)?as many(?:\s+again)?)\b(?!\s+as\b))",
    re.IGNORECASE,
)
_NO_EQUAL = re.compile(
    r"\b(?:half|twice|thrice|times|not|nearly half|quite|third|again)\s+$", re.IGNORECASE
)
_LOOSE = {"similar", "comparable"}


def implied_by(
    mentions: Sequence[Mention], parsed: Parsed, people: set[str], pack: Pack
) -> list[Mention]:
    """The numbers that point back at one of `mentions`, each with that one as its source."""
    found: list[Mention] = []
    for paragraph, (offset, doc) in enumerate(parsed.paragraphs):
        for match in _PHRASE.finditer(doc.text):
            if _NO_EQUAL.search(doc.text[: match.start()]):
                continue
            node, noun = _counted(doc, match, people)
            if node is None:
                continue
            sources = _sources(mentions, paragraph, offset, node, offset + match.start())
            if noun is not None and len(sources) > 1:
                continue  # "270 gunners and 120 cooks for an equal number of drivers": of which?
            found.extend(_mention(s, offset, paragraph, match, node, noun) for s in sources)
    return [
        m
        for m in found
        if moves(m.governors, pack)
        or (m.source is not None and m.source.sentence.start_char == m.sentence.start_char)
    ]


def _counted(  # noqa: PLR0911
    doc: Doc, match: re.Match[str], people: set[str]
) -> tuple[Token | None, Token | None]:
    """The word that stands for the number, and the people it counts where they are named."""
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return None, None
    word = next((t for t in span if t.lower_ in {"number", "many"}), None)
    if word is None:
        return None, None
    if match["many"]:
        head = word.head
        after = head.i > word.i and word.dep_ in {"amod", "nummod", "advmod", "quantmod"}
        if after and head.pos_ in {"NOUN", "PROPN"}:
            return (word, head) if _names_people(head, people) else (None, None)
        return word, None
    of = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is None:
        return word, None
    target = next((c for c in of.children if c.dep_ == "pobj"), None)
    if target is None or not _names_people(target, people):
        return None, None
    return word, target


def _names_people(noun: Token, people: set[str]) -> bool:
    return (
        noun.lemma_.lower() in people
        or noun.lower_ in people
        or noun.ent_type_ == "NORP"
        or (noun.text[:1].isupper() and noun.lower_.endswith("s"))
    )


def _sources(
    mentions: Sequence[Mention], paragraph: int, offset: int, node: Token, at: int
) -> list[Mention]:
    """The numbers that can be meant: the last before it in its sentence, else in the one before."""
    before = [m for m in mentions if m.end <= at and not m.amount.vague and m.amount.value > 1]
    own = [m for m in before if m.offset == offset and m.sentence.start == node.sent.start]
    if own:
        return own[-1:]
    last = before[-1] if before else None
    if last is None or paragraph - last.paragraph > 1:
        return []
    if last.paragraph == paragraph and last.sentence.end != node.sent.start:
        return []
    if last.paragraph != paragraph and node.sent.start != 0:
        return []
    beside = [
        m for m in before if m.offset == last.offset and m.sentence.start == last.sentence.start
    ]
    joined = {last.node.i, *(t.i for t in last.node.conjuncts)}
    return beside if all(m.node.i in joined for m in beside) else []


def _mention(  # noqa: PLR0917
    source: Mention, offset: int, paragraph: int, match: re.Match[str], node: Token,
    noun: Token | None,
) -> Mention:  # fmt: skip
    loose = bool(match["near"]) or (match["kind"] or "").lower() in _LOOSE
    bound = "about" if loose else source.amount.bound
    amount = replace(source.amount, start=match.start(), end=match.end(), bound=bound, swap=False)
    governors = tuple(governors_of(noun if noun is not None else node, None))
    sentence, text = node.sent, node.doc.text
    return replace(
        source,
        amount=amount,
        start=offset + match.start(),
        end=offset + match.end(),
        offset=offset,
        paragraph=paragraph,
        number=node,
        noun=noun,
        sentence=sentence,
        governors=governors,
        clause=clause_at(noun if noun is not None else node, governors),
        before=text[sentence.start_char : match.start()],
        after=text[match.end() : sentence.end_char],
        modifiers=frozenset() if noun is None else _words(noun),
        nouns=frozenset() if noun is None else frozenset({noun.lemma_.lower(), noun.lower_}),
        gapped=None,
        source=source,
    )


def _words(noun: Token) -> frozenset[str]:
    return frozenset(
        w for c in noun.children if c.dep_ in {"amod", "compound"} for w in (c.lower_, c.lemma_)
    )
