"""Counted: which noun a number counts, where the parse has it and where it has lost it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.extraction.governors import HOLDERS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.numbers import Amount

__all__ = ["counted", "gap", "number_token", "predicate", "total_of", "without_particle"]

_NUMERIC = {"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "det"}


def number_token(span: Span) -> Token:
    """The word of the amount that the others hang on."""
    numeric = [t for t in span if t.like_num or t.pos_ == "NUM"]
    if span.root in numeric or not numeric:
        return span.root
    return next((t for t in numeric if t.head not in numeric), numeric[-1])


def counted(number: Token, span: Span) -> tuple[Token | None, Token | None]:
    """The counted noun, if there is one; and, of a gapped clause ("and Ruritania 41"), the party."""
    node = number
    for _ in range(4):
        for child in node.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                target = next((c for c in child.children if c.dep_ == "pobj"), None)
                if target is not None and target.pos_ in {"NOUN", "PROPN"}:
                    return target, None
        head = node.head
        if node.dep_ not in _NUMERIC or head.i == node.i:
            break
        if head.pos_ == "PROPN" and head.i < span.start and node.dep_ == "nummod":
            return None, head
        if head.pos_ in {"NOUN", "PROPN", "ADJ"} and head not in span and head.i >= span.start:
            return _people_head(head), None
        if head.pos_ in {"NOUN", "PROPN"} and head.i < span.start and head.pos_ == "NOUN":
            return head, None
        node = head
    return _next_noun(span), None


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
    for i in range(span.end, min(span.end + 4, len(doc))):
        token = doc[i]
        if token.pos_ in {"ADJ", "DET"} or token.ent_type_ == "NORP":
            if token.tag_ in {"NNPS", "NNS"}:
                return token
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            following = doc[i + 1] if i + 1 < len(doc) else None
            if following is not None and following.pos_ == "NOUN":
                continue
            return token
        return None
    return None


def predicate(number: Token) -> Token | None:
    """The people of "47 were riflemen", "eleven of them women"."""
    verb = number.head
    if number.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ == "be":
        return next(
            (c for c in verb.children if c.dep_ == "attr" and c.pos_ in {"NOUN", "PROPN"}), None
        )
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None and any(c.lower_ in {"them", "whom", "these", "those"} for c in of.children):
        for token in number.doc[of.i + 2 : of.i + 5]:
            if token.pos_ in {"NOUN", "PROPN"}:
                return token
            if token.pos_ not in {"ADJ", "DET", "AUX", "PUNCT"}:
                return None
    return None


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


def total_of(number: Token) -> Token | None:
    """The people of "put the number of captives at 60", "the total of prisoners rose to 60"."""
    if number.dep_ != "pobj" or number.head.lower_ not in {"at", "to"}:
        return None
    verb = number.head.head
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.lemma_.lower() in {
            "number",
            "total",
            "tally",
            "count",
            "figure",
        }:
            for preposition in child.children:
                if preposition.lower_ == "of":
                    return next((t for t in preposition.children if t.dep_ == "pobj"), None)
    return None
