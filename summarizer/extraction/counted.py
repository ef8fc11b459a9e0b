"""Counted: which noun a number counts, where the parse has it and where it has lost it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.extraction.governors import HOLDERS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.documents import Pack
    from summarizer.extraction.numbers import Amount

__all__ = [
    "counted",
    "gap",
    "is_total",
    "lost_verb",
    "number_token",
    "predicate",
    "shared",
    "total_of",
    "without_particle",
]

_NUMERIC = {"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "det"}
_SPANS = {"year", "month", "week", "day", "night", "morning", "spring", "summer", "autumn", "winter",
          "fall", "time"}  # fmt: skip
_NOWHERE = {"home", "abroad", "back", "north", "south", "east", "west"}
_TOTALS = {"number", "total", "tally", "count", "figure", "toll"}
_LOOSE = re.compile(r"\s+or (?:so|more|fewer|less|thereabouts)\b", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(
    r"\b((?:number|total|tally|count|toll) of )(?:those|people)\b[^.;:]{0,70}\b(?:to|at)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_TOTAL_DONE = re.compile(
    r"\b((?:number|total|tally|count) of )(?:[\w-]+ )?[\w-]+ (?:that |whom |who )?"
    r"(?:it|they|he|she|have|has|had|been|were)\b[^.;:,]{0,50}\bto\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"^(?:\s+(?:and|to)\s+[\w,-]+)?\s+the (?:\w+ )?(?:number|total|tally|count|toll) of (?=\w)",
    re.IGNORECASE,
)


def number_token(span: Span) -> Token:
    """The word of the amount that the others hang on."""
    numeric = [t for t in span if t.like_num or t.pos_ == "NUM"]
    if span.root in numeric or not numeric:
        return span.root
    return next((t for t in numeric if t.head not in numeric), numeric[-1])


def counted(number: Token, span: Span) -> tuple[Token | None, Token | None]:  # noqa: C901
    """The counted noun, if there is one; and, of a gapped clause ("and Ruritania 41"), the party."""
    node = number
    for _ in range(4):
        for child in node.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                target = next((c for c in child.children if c.dep_ == "pobj"), None)
                owns = target is not None and any(c.dep_ == "case" for c in target.children)
                if target is not None and target.pos_ in {"NOUN", "PROPN"}:
                    return (None if owns else target), None  # "40 of the navy’s"
        head = node.head
        if node.dep_ not in _NUMERIC or head.i == node.i or head.lower_ in _NOWHERE:
            break
        if head.lower_ in {"more", "others"} and head.i >= span.start and head.pos_ != "NOUN":
            node = head  # "four more of its citizens"
            continue
        if head.ent_type_ in {"DATE", "TIME"} and head.i < span.start:
            break  # "on Friday 30 nurses flew home"
        if head.pos_ == "PROPN" and head.i < span.start and node.dep_ == "nummod":
            return None, head
        if head.pos_ in {"NOUN", "PROPN", "ADJ"} and head not in span and head.i >= span.start:
            return _people_head(head), None
        if head.pos_ in {"NOUN", "PROPN"} and head.i < span.start and head.pos_ == "NOUN":
            return head, None
        node = head
    return _next_noun(span), None


def shared(span: Span) -> Token | None:
    """The noun that two numbers share, the first having an adjective alone: "9 Arlish and 4 Besh cooks"."""
    doc = span.doc
    if span.end + 4 >= len(doc) or not doc[span.end].text[0].isupper():
        return None
    joined, number, noun = doc[span.end + 1], doc[span.end + 2], doc[span.end + 4]
    fits = (
        joined.lower_ in {"and", "or"} and number.like_num and doc[span.end + 3].text[0].isupper()
    )
    return noun if fits and noun.tag_ in {"NNS", "NNPS"} else None


def _people_head(noun: Token) -> Token:
    """The noun itself, unless it only holds others as in "a group of six captives"."""
    if noun.lemma_.lower() in HOLDERS:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        target = (
            next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        )
        if target is not None and target.pos_ in {"NOUN", "PROPN"}:
            return target
    return noun


def _next_noun(span: Span) -> Token | None:
    """The noun right after the number where the parse lost it ("387 men were")."""
    doc = span.doc
    loose = _LOOSE.match(doc.text[span.end_char :])
    first = span.end if loose is None else span.end + len(loose[0].split())
    for i in range(first, min(first + 4, len(doc))):
        token = doc[i]
        if token.lower_ in {"last", "next", "this", "home", "more", *_TOTALS}:
            return None  # "including 43 last year", "sending 64 home", "25 more"
        if token.pos_ in {"ADJ", "DET"} or token.ent_type_ == "NORP":
            if token.tag_ in {"NNPS", "NNS"}:
                return token
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            following = doc[i + 1] if i + 1 < len(doc) else None
            if following is not None and following.pos_ == "NOUN" and token.tag_ != "NNS":
                continue
            return token
        return None
    return None


def predicate(number: Token, span: Span) -> Token | None:
    """The people of "47 were riflemen", "19 of the men were fighters", "eleven of them women"."""
    verb = number.head
    if number.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ == "be":
        attr = next(
            (c for c in verb.children if c.dep_ == "attr" and c.pos_ in {"NOUN", "PROPN"}), None
        )
        if attr is not None:
            return attr
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None and any(c.lower_ in {"them", "whom", "these", "those"} for c in of.children):
        for token in number.doc[of.i + 2 : of.i + 5]:
            if token.pos_ in {"NOUN", "PROPN"}:
                return token
            if token.pos_ not in {"ADJ", "DET", "AUX", "PUNCT"}:
                return None
    return _after_be(span)


def _after_be(span: Span) -> Token | None:
    """The noun of "… and six were truck drivers", which the parse joins to what stands before."""
    doc = span.doc
    if span.end >= len(doc) or doc[span.end].lower_ not in {"is", "are", "was", "were"}:
        return None
    noun = None
    for token in doc[span.end + 1 : span.end + 6]:
        if token.pos_ in {"NOUN", "PROPN"}:
            noun = token
        elif noun is not None or token.pos_ not in {"ADJ", "ADV", "DET", "ADP"}:
            break
        elif token.pos_ == "ADP":
            return None
    return noun


def lost_verb(span: Span, pack: Pack) -> Token | None:
    """The verb right after a bare number where the parse takes it for a noun: "Seventy-six remain"."""
    doc = span.doc
    if span.end >= len(doc) or doc[span.end].tag_ not in {"NN", "NNS", "JJ", "VBP", "VB"}:
        return None
    token = doc[span.end]
    following = doc[span.end + 1] if span.end + 1 < len(doc) else None
    plain = following is None or following.pos_ in {"PUNCT", "ADP", "ADV", "SCONJ"}
    verbs = {verb for frame in pack.frames for verb in frame.verbs}
    verbs |= set(pack.extra.get("people_verbs", ()))
    return token if plain and token.lower_ in verbs and span.root.head.i == token.i else None


def without_particle(amount: Amount, span: Span) -> Amount:
    """So "handed over 390": the "over" belongs to the verb, so it bounds nothing."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or amount.bound != "at_least" or before.lower_ not in {"over", "up"}:
        return amount
    verb = span.doc[before.i - 1] if before.i else before
    if before.dep_ == "prt" or verb.lemma_ in {"hand", "turn", "give", "sign", "make"}:
        return replace(amount, bound="exact")
    return amount


def gap(span: Span) -> Token | None:
    """The party of a gapped clause, "Northland got 90 back and Southland 41", however it was parsed."""
    if span.start < 2:  # noqa: PLR2004
        return None
    name, joint = span.doc[span.start - 1], span.doc[span.start - 2]
    if name.lower_ in {"of", "only", "just", "with"} and span.start > 2:  # noqa: PLR2004
        name, joint = joint, span.doc[span.start - 3]
    if name.ent_type_ in {"GPE", "ORG", "NORP", "PERSON", "LOC"} and joint.lower_ in {
        "and",
        ",",
        ";",
        "while",
        "but",
    }:
        return name
    return None


def total_of(number: Token, span: Span) -> Token | None:
    """The people of "put the number of captives at 60", "brings to 60 the number of captives"."""
    text = number.doc.text
    match = _TOTAL_AFTER.match(text[span.end_char :])
    if match is not None:
        return _first_noun(span, span.end_char + match.end())
    match = _TOTAL_BEFORE.search(text[: span.start_char])
    if match is not None:
        found = [t for t in number.doc if t.idx == match.end(1)]
        return found[0] if found else None
    match = _TOTAL_DONE.search(text[: span.start_char])
    if match is not None:  # "brings the number of captives they have freed to 193"
        return next(
            (t for t in number.doc if t.idx >= match.end(1) and t.tag_ in {"NNS", "NNPS"}), None
        )
    if number.dep_ != "pobj" or number.head.lower_ not in {"at", "to"}:
        return None
    for child in number.head.head.children:
        if child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.lemma_.lower() in _TOTALS:
            for preposition in child.children:
                if preposition.lower_ == "of":
                    return next((t for t in preposition.children if t.dep_ == "pobj"), None)
    return None


def _first_noun(span: Span, at: int) -> Token | None:
    """The first noun from a character of the paragraph on, the last of a compound."""
    noun = None
    for token in span.doc[span.end :]:
        if token.idx < at:
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            noun = token
        elif noun is not None or token.pos_ not in {"ADJ", "DET", "NUM"}:
            break
    return noun


def is_total(number: Token, *, same: bool = False) -> bool:
    """Whether a bare number says how many there are: "put the number at 17".

    `same` leaves out a total, which may be of more people than those just told.
    """
    if number.dep_ != "pobj" or number.head.lower_ not in {"at", "to", "as"}:
        return False
    return any(
        c.dep_ in {"dobj", "nsubj", "nsubjpass"}
        and c.lemma_.lower() in _TOTALS - ({"total"} if same else set())
        and not any(p.lower_ == "of" for p in c.children)
        for c in number.head.head.children
    )
