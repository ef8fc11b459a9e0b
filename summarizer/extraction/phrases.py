"""Phrases: the name, the role and the owner that a noun phrase holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.extraction.naming import bare_name, is_name, sound
from summarizer.extraction.parties import countries
from summarizer.extraction.saying import BODIES, HUMAN, MEDIA, SOURCES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = [
    "called_before",
    "office_beside",
    "owners_of",
    "person_in",
    "phrase_of",
    "role_beside",
]

_DATELINE = re.compile(r"^[A-Z][A-Z'’. -]{2,}(?:,\s*[A-Z][\w. ]*)?\s+[-–—]\s+(?=[A-Z])")
_CUTS = {"relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "prep"}


def owners_of(noun: Token) -> Iterator[Token]:
    """Whose a paper or a count is: "X's figures", "figures by X", "data released by X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"}:
            yield from (
                t
                for t in child.children
                if t.dep_ == "pobj"
                and (
                    child.lower_ != "of" or t.pos_ == "PROPN" or t.lemma_.lower() in BODIES | HUMAN
                )
            )
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield from (
                t
                for c in child.children
                if c.dep_ == "agent" or c.lower_ == "by"
                for t in c.children
                if t.dep_ == "pobj"
            )
    for child in noun.children:
        if child.dep_ in {"compound", "amod"} and (
            child.pos_ == "PROPN" or child.lemma_.lower() in BODIES
        ):
            yield child


def phrase_of(token: Token, *, whole: bool = False) -> str:  # noqa: C901
    """The noun phrase without article and clauses; a name keeps its "of", "for" and its list."""
    proper = token.pos_ == "PROPN" or any(
        c.pos_ == "PROPN" and c.dep_ in {"compound", "poss", "amod"} for c in token.children
    )
    cut: set[int] = set()
    for child in token.children:
        drop = child.dep_ in _CUTS and child.dep_ != "prep"
        if child.dep_ == "prep":
            drop = not (
                whole
                or child.lower_ in {"of", "for", "on"}
                or (child.lower_ == "in" and _needs_its_place(token, child))
            )
        if child.dep_ in {"amod", "det"} and child.i > token.i:
            drop = True
        if drop:
            cut |= {t.i for t in child.subtree}
    for inner in token.subtree:
        if (
            inner.i not in cut
            and inner.dep_ in {"relcl", "acl", "appos", "advcl"}
            and inner.i != token.i
        ):
            cut |= {t.i for t in inner.subtree}
    words = [t for t in token.subtree if t.i not in cut]
    if not words:
        return ""
    first = words[0].i
    last = first
    for word in words:
        if word.i > last + 1:
            break
        last = word.i
    text = _DATELINE.sub("", token.doc[first : max(last, token.i) + 1].text)
    text = re.sub(
        r"^(?:(?:the|a|an|some|many|several|other|another|its|his|her|their|our)\s+)+",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" ,;:—–-“”\"‘’'()")
    if proper and not whole:
        named = re.match(r"^(?:[a-z]+\s+)*?[a-z]+\s+((?:[A-Z][\w’'.-]*\s*)+)$", _after_noun(text))
        text = named[1].strip() if named else text
    if "," in text and not re.fullmatch(r"(?:[^,]+, )+[^,]* and [A-Z].*", text):
        text = text.split(",")[0]
    return re.sub(r"[’']s$", "", text.strip(' ,;:—–-“”"()'))


def _needs_its_place(token: Token, place: Token) -> bool:
    """Whether a body is known by its capital alone: "the Defense Ministry in Ostrava"."""
    own = [
        c
        for c in token.children
        if c.dep_ in {"compound", "amod", "poss", "prep"} and c.i != place.i
    ]
    return (
        token.pos_ == "PROPN"
        and len(own) <= 1
        and not any(t.ent_type_ in {"GPE", "NORP"} for t in own)
        and any(t.ent_type_ == "GPE" for t in place.children)
    )


def _after_noun(text: str) -> str:
    """What follows the outlet or group that a name is called: "exiled broadcaster TV Ostrava"."""
    words = text.split()
    for at in range(len(words) - 2, -1, -1):
        if words[at].lower() in MEDIA | BODIES and words[at].islower():
            return " ".join(words[at:])
    return ""


def called_before(token: Token) -> set[str]:
    """The common nouns before a name that say what it is: "the Telegram channel Kite"."""
    return {
        c.lemma_.lower()
        for c in token.children
        if c.dep_ in {"compound", "nmod"}
        and c.i < token.i
        and c.lemma_.lower() in MEDIA | BODIES
        and c.text.islower()
    }


def office_beside(token: Token, person: str) -> str | None:
    """The role beside a name, or the title that the name stands beside as an apposition."""
    role = role_beside(token, person)
    if role is None and token.dep_ == "appos" and token.head.lemma_.lower() in HUMAN:
        role = phrase_of(token.head) or None
    return role


def role_beside(token: Token, person: str) -> str | None:
    """The office or title given beside a person's name, as written."""
    words = re.sub(r"\s+", " ", phrase_of(token, whole=False).replace(person, "")).strip(" ,’'")
    if (
        words
        and words.lower() != person.lower()
        and not any(part in words for part in person.split())
    ):
        return re.sub(r"^[’']?s\s+", "", words) or None
    apposition = next(
        (
            c
            for c in token.children
            if c.dep_ == "appos" and c.ent_type_ != "PERSON" and not c.like_num
        ),
        None,
    )
    if apposition is not None:
        text = phrase_of(apposition)
        return text if any(ch.isalpha() for ch in text) else None
    return None


def person_in(token: Token, full: dict[str, list[str]]) -> str | None:
    """The person that a noun phrase names, by its entity, its title or a known surname."""
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if (
        entity is not None
        and entity.label_ == "PERSON"
        and token.lemma_.lower() not in BODIES | MEDIA | SOURCES
    ):
        before = token.doc[token.i - 1] if token.i else None
        if before is None or before.lemma_.lower() not in MEDIA:
            name = bare_name(_with_given_names(entity))
            return name if is_name(name) else None
    if token.pos_ == "NOUN" and token.lemma_.lower() not in BODIES | MEDIA | SOURCES:
        named = next((n for n in map(_named_person, token.children) if n is not None), None)
        named = named or _named_after(token)
        if named is not None:
            return named
    if token.pos_ == "PROPN" and (
        entity is None or entity.label_ in {"ORG", "GPE", "PRODUCT", "WORK_OF_ART", "NORP", "FAC"}
    ):
        if (
            any(
                c.dep_ in {"compound", "appos"} and c.lemma_.lower() in HUMAN
                for c in token.children
            )
            and token.lemma_.lower() not in BODIES
        ):
            return _own_name(token)
        if sound(token.text) in full and not any(
            c.dep_ == "compound" and c.lemma_.lower() in BODIES for c in token.children
        ):
            return token.text
    return None


def _with_given_names(entity: Span) -> str:
    """A person's name with the parts before it that the entity finder left out."""
    first = entity.start
    while first > entity.sent.start:
        before = entity.doc[first - 1]
        if (
            before.pos_ != "PROPN"
            or before.dep_ != "compound"
            or not before.text[:1].isupper()
            or before.text.isupper()
            or before.ent_type_ in {"GPE", "NORP", "ORG"}
            or before.lemma_.lower() in HUMAN | BODIES | MEDIA
            or before.lower_ in countries()
        ):
            break
        first -= 1
    return entity.doc[first : entity.end].text


def _named_person(apposition: Token) -> str | None:
    """The person named beside an office: "the warden of the park, Dr Ada Roe, said"."""
    if apposition.dep_ != "appos" or apposition.pos_ != "PROPN":
        return None
    entity = next((e for e in apposition.doc.ents if e.start <= apposition.i < e.end), None)
    if entity is not None and entity.label_ == "PERSON":
        name = bare_name(_with_given_names(entity))
        return name if is_name(name) else None
    words = [t for t in apposition.subtree if t.dep_ == "compound" or t.i == apposition.i]
    name = bare_name(" ".join(t.text for t in words))
    known = any(t.lower_ in countries() or t.lemma_.lower() in BODIES | MEDIA for t in words)
    return name if not known and len(name.split()) > 1 and is_name(name) else None


def _named_after(office: Token) -> str | None:
    """The person named after an office and whose it is, where the parse hung the name elsewhere."""
    of = [c for c in office.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "at", "in"}]
    end = max((t.i for c in of for t in c.subtree), default=office.i) + 1
    doc = office.doc
    if end + 2 >= office.sent.end or doc[end].text != ",":
        return None
    last = end + 1
    while last < office.sent.end and doc[last].pos_ == "PROPN":
        last += 1
    words = doc[end + 1 : last]
    if last >= len(doc) or not doc[last].is_punct or any(t.lower_ in countries() for t in words):
        return None
    if any(t.lemma_.lower() in BODIES | MEDIA for t in words):
        return None
    name = bare_name(words.text)
    return name if len(name.split()) > 1 and is_name(name) else None


def _own_name(token: Token) -> str:
    first = token.i
    while (
        first > 0
        and token.doc[first - 1].text[:1].isupper()
        and token.doc[first - 1].dep_ == "compound"
        and token.doc[first - 1].lemma_.lower() not in HUMAN
    ):
        first -= 1
    return token.doc[first : token.i + 1].text
