"""Roles: the words that stand around a verb as who acts, by whom, and to or from whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.governors import Governor

__all__ = ["PREPOSITIONS", "role_tokens", "subject_of"]

PREPOSITIONS = {"to", "into", "in", "from", "with", "for"}


def role_tokens(governor: Governor, role: str) -> list[Token]:
    """The words that fill a role of a verb: "subject", "by" or a preposition."""
    verb = governor.token
    if role == "subject":
        subject = subject_of(verb)
        return [subject] if subject is not None else []
    if role == "by":
        return _objects(c for c in verb.children if c.dep_ == "agent" or c.lower_ == "by")
    if role not in PREPOSITIONS:
        return []
    hung = {"prep", "dative"}
    found = _objects(c for c in verb.children if c.dep_ in hung and c.lower_ == role)
    if role == "to":
        found += [c for c in verb.children if c.dep_ == "dative" and c.pos_ in {"PROPN", "NOUN"}]
    # "returned home to X", "arrived back in X": the preposition hangs on the adverb
    adverbs = [a for a in verb.children if a.dep_ in {"advmod", "prt"}]
    found += _objects(c for a in adverbs for c in a.children if c.lower_ == role)
    # "handed 40 captives over to X" is sometimes hung on the object
    objects = [o for o in verb.children if o.dep_ == "dobj"]
    if role == "to":
        found += _objects(c for o in objects for c in o.children if c.lower_ == role)
    return found


def _objects(prepositions: Iterable[Token]) -> list[Token]:
    return [t for c in prepositions for t in c.children if t.dep_ == "pobj"]


def subject_of(verb: Token) -> Token | None:  # noqa: PLR0911
    """The subject of a verb, also where it stands with the verb above ("agreed to free")."""
    lost = _lost_subject(verb)
    if lost is not None:
        return lost
    current = verb
    for _ in range(5):
        for child in current.children:
            if child.dep_ == "nsubj":
                if child.lower_ in {"who", "that", "which"} and current.dep_ == "relcl":
                    return current.head
                return child
            if child.dep_ == "nsubjpass":
                return None if current.i == verb.i else child
        if current.dep_ == "acl" and current.tag_ == "VBN":
            return None
        if current.dep_ in {"xcomp", "conj", "advcl", "pcomp", "acl", "acomp"}:
            current = current.head
            while current.dep_ == "prep" or current.pos_ == "ADP":
                current = current.head
            continue
        return None
    return None


def _lost_subject(verb: Token) -> Token | None:
    """The subject right before a verb that the parse joined to the object before it.

    So "X freed 25 soldiers and the military released ten": the military released them.
    """
    if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    before = next(
        (
            t
            for t in reversed(list(verb.doc[verb.sent.start : verb.i]))
            if t.pos_ not in {"AUX", "ADV"}
        ),
        None,
    )
    if before is None or before.dep_ != "conj" or before.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    return before if before.head.dep_ in {"dobj", "pobj"} else None
