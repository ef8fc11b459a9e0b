"""Kinds: who a number counts, where its own words leave it open or say it only widely.

A bare number goes on with the people last spoken of; a wide word ("captives", "Northlanders") says
less than what the same number is called elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.extraction.counted import is_total
from summarizer.extraction.labels import Decision, compiled
from summarizer.extraction.numbers import amounts_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.documents import Pack
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.parse import Parsed

__all__ = ["kinds_from_around", "kinds_from_lead"]

_BACK = 2  # sentences before its own in which a bare number's people may be named
_ALL = re.compile(r"(?:\s+[\w’'-]+){0,3}?,\s+all\s+(?:of (?:them|whom)\s+)?(?:are\s+|were\s+)?")
_OF_THE = re.compile(r"\s+of (?:the|these|those) [\w’'-]+\b(?!\s+of\b)")
_OF_THEM = re.compile(r"\s+of (?:them|whom)\b")
_MORE = re.compile(r"\s+(?:more|others?)\b")
_LEAD = 4  # paragraphs, headline and byline among them
_FEW = 2
_TELLING = 10  # a smaller number without "the" may be any other's
_DEFINITE = re.compile(r"\b(?:the|those|these|all|both)\s+$", re.IGNORECASE)
_MOST = 0.8  # of the numbers that say of whom they are


def kinds_from_around(drafts: Sequence[Draft], pack: Pack) -> None:
    """Fill who is counted from the people last named, else from what most of the article counts."""
    label, mixed = pack.people_label, pack.extra.get("mixed")
    words = str(pack.extra.get("counterpart", r"(?!)"))  # what came in return may be of any kind
    for i, draft in enumerate(drafts):
        mine, kind = draft.decisions[label], None
        back = compiled(words).search(draft.mention.told) is not None
        if mine.value is None and draft.mention.noun is None and not back:
            kind = _last_named(draft, pack) or _mostly(drafts, pack)
        elif _is_endearment(draft, pack):
            kind = _last_named(draft, pack, more=True) or _mostly(drafts, pack) or mixed
        elif (told := _of_those_told(draft, drafts[:i], pack)) is not None:
            kind = told
        elif mine.value == mixed and mine.by == "words" and _all_are(draft, pack) is not None:
            kind = _all_are(draft, pack)
        elif draft.mention.noun is None and mine.by != "words" and _begins(drafts, i):
            named = mine.value in pack.extra.get("part_kinds", ())
            kind = _last_named(draft, pack, natives=True) if named else None
        elif _has_part(drafts, i):
            continue  # "26 Orlans, 17 of them fishermen"
        elif mine.value == mixed and mine.by == "words" and _says_whence(draft, pack):
            kind = _called_elsewhere(drafts, i, pack) or _as_compatriots(drafts, pack)
        if kind is not None:
            draft.decisions[label] = Decision(kind, "parse", mine.votes)


def _begins(drafts: Sequence[Draft], at: int) -> bool:
    """Whether a bare number is of people named in its own paragraph, where it is the first number."""
    mention = drafts[at].mention
    if any(d.mention.paragraph == mention.paragraph for d in drafts[:at]):
        return False
    return is_total(mention.number) or _OF_THEM.match(mention.after) is not None


def _has_part(drafts: Sequence[Draft], at: int) -> bool:
    """Whether the number after it, in its sentence, is of some of them."""
    one, two = drafts[at].mention, drafts[at + 1].mention if at + 1 < len(drafts) else None
    beside = two is not None and two.sentence == one.sentence
    return beside and two is not None and _OF_THEM.match(two.after) is not None


def _is_endearment(draft: Draft, pack: Pack) -> bool:
    """Whether grown people are called so by their own: "124 of our boys"."""
    noun = draft.mention.noun
    return (
        noun is not None
        and noun.lemma_.lower() in pack.extra.get("endearments", ())
        and any(c.lower_ == "our" for c in noun.children)
    )


def _of_those_told(draft: Draft, before: Sequence[Draft], pack: Pack) -> str | None:
    """The kind of those of whom some are told: "two of the officers", who are police officers."""
    noun, parts = draft.mention.noun, pack.extra.get("part_kinds", ())
    if draft.decisions[pack.people_label].value in parts:
        return None
    if noun is None or _OF_THE.match(draft.mention.after) is None:
        return None
    for other in reversed(before):
        if other.mention.noun is not None and other.mention.noun.lemma_ == noun.lemma_:
            kind = other.decisions[pack.people_label].value
            return None if kind in parts else kind
    return None


def _all_are(draft: Draft, pack: Pack) -> str | None:
    """What is said of all of them right behind: "40 people, all of them soldiers"."""
    match = _ALL.match(draft.mention.after)
    if match is None:
        return None
    at = draft.mention.number.idx + len(draft.mention.number.text) + match.end()
    for token in draft.mention.sentence:
        if token.idx >= at - 1 and token.pos_ not in {"ADJ", "DET", "ADV"}:
            return _kind_of(token, pack) if token.tag_ in {"NNS", "NNPS"} else None
    return None


def _called_elsewhere(drafts: Sequence[Draft], at: int, pack: Pack) -> str | None:
    """What the same number is called elsewhere: "the two Northlanders", who were two soldiers before."""
    label, draft = pack.people_label, drafts[at]
    if draft.mention.amount.value < _TELLING and not _DEFINITE.search(draft.mention.before):
        return None
    kinds = {
        d.decisions[label].value
        for d in drafts
        if d.mention.amount.value == draft.mention.amount.value
        and d.mention.noun is not None
        and d.decisions[label].by == "words"
    }
    kinds -= {pack.extra.get("mixed")}
    whole = len(kinds) == 1 and not kinds & set(pack.extra.get("part_kinds", ()))
    return kinds.pop() if whole else None


def _says_whence(draft: Draft, pack: Pack) -> bool:
    """Whether a noun says of people only where they are from: "two Northlanders"."""
    noun = draft.mention.noun
    if noun is None:
        return False
    named = {word for words in pack.people.values() for word in words}
    inside = noun.text[:1].isupper() and noun.i != noun.sent.start
    return inside and not {noun.lemma_.lower(), noun.lower_} & named


def _as_compatriots(drafts: Sequence[Draft], pack: Pack) -> str | None:
    """What the others are in an article that counts one kind of people alone."""
    label = pack.people_label
    kinds = [
        d.decisions[label].value
        for d in drafts
        if d.mention.noun is not None
        and d.decisions[label].by == "words"
        and not d.mention.noun.text[:1].isupper()
    ]
    one = len(kinds) > _FEW and len(set(kinds)) == 1
    return kinds[0] if one and kinds[0] not in pack.extra.get("part_kinds", ()) else None


def kinds_from_lead(drafts: Sequence[Draft], parsed: Parsed, pack: Pack) -> None:
    """Let the lead say of what kind the event's own numbers are that are given without one.

    The pack says which words of a lead tell it; only where the lead names no other kind.
    """
    label, mixed = pack.people_label, pack.extra.get("mixed")
    lead = " ".join(doc.text for _, doc in parsed.paragraphs[:_LEAD])
    kinds = [
        kind
        for kind, pattern in sorted(pack.extra.get("lead_kinds", {}).items())
        if compiled(pattern).search(lead)
    ]
    if len(kinds) != 1 or compiled(str(pack.extra.get("lead_mixed", r"(?!)"))).search(lead):
        return
    wide = set(pack.extra.get("wide", ()))
    for draft in drafts:
        mine = draft.decisions[label]
        own = all(
            d.value in pack.extra.get("lead_of", {}).get(n, {d.value})
            for n, d in draft.decisions.items()
        )
        vague = mine.by != "words" or draft.mention.nouns & wide or _says_whence(draft, pack)
        if own and mine.value == mixed and vague:
            draft.decisions[label] = Decision(kinds[0], "parse", mine.votes)


def _last_named(
    draft: Draft, pack: Pack, *, natives: bool = False, more: bool = False
) -> str | None:
    """The kind of the last plural for people before a bare number, in the sentences close before it.

    `natives` takes a people's name ("Orlans") for people of any kind; `more` says that the number
    may be larger than theirs.
    """
    mention = draft.mention
    doc, start = mention.number.doc, mention.sentence.start
    for _ in range(_BACK):
        if start > 0:
            start = doc[start - 1].sent.start
    passed_by = set(pack.extra.get("passed_by", ()))
    for token in reversed(doc[start : mention.number.i]):
        if token.tag_ not in {"NNS", "NNPS"} or token.lemma_ in passed_by:
            continue
        if any(c.dep_ == "case" for c in token.children):
            continue  # "the Women's League counted 38"
        if _is_part(token) or _acts_on(token, mention.number):
            continue
        if not more and _is_fewer(token, draft):
            continue
        kind = _kind_of(token, pack)
        if kind is None and natives and token.ent_type_ == "NORP":
            kind = pack.extra.get("mixed")
        if kind is not None and kind not in pack.extra.get("back", {}):  # "the men": who they are
            also = {_kind_of(t, pack) for t in token.conjuncts} - {None, kind}
            return None if also else kind
    return None


def _acts_on(token: Token, number: Token) -> bool:
    """Whether a plural is the subject of what is done to the number: "the rebels freed a group of six"."""
    return (
        token.dep_ == "nsubj"
        and token.head.is_ancestor(number)
        and number.dep_ not in {"nsubj", "nsubjpass"}
    )


def _is_fewer(token: Token, draft: Draft) -> bool:
    """Whether a plural is counted and those are fewer, so that the number is none of theirs."""
    if is_total(draft.mention.number) or _MORE.match(draft.mention.after):
        return False
    return any(
        amount.value < draft.mention.amount.value
        for child in token.children
        if child.dep_ == "nummod"
        for amount in amounts_in(child.text)
    )


def _is_part(token: Token) -> bool:
    """Whether a plural is named only as some of others: "ten people, including two minors"."""
    if {t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]} & {"them", "whom"}:
        return True  # "eleven of them women"
    top = token
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ == "dobj" and top.head.lemma_ in {"include", "comprise"}:
        return True
    current = token
    while current.head.i != current.i and current.dep_ in {"pobj", "conj", "appos", "prep"}:
        if current.lower_ in {"including", "among", "except"}:
            return True
        current = current.head
    return current.lower_ in {"including", "among"}


def _kind_of(token: Token, pack: Pack) -> str | None:
    """What kind of people a plural names by the pack's words; null for none."""
    of = token.head.head.lemma_.lower() if token.dep_ == "pobj" else ""
    for value in pack.extra.get("through_of", ()):
        if of in pack.people[value]:
            return str(value)  # "the bodies of soldiers"
    words = {token.lemma_.lower(), token.lower_}
    words |= {
        f"{c.lower_} {token.lemma_.lower()}"
        for c in token.children
        if c.dep_ in {"compound", "amod"}
    }
    words |= {
        f"{token.lower_} of {c.lower_}"
        for of in token.children
        if of.lower_ == "of"
        for c in of.children
    }
    phrases = {word for word in words if " " in word}
    known = [value for value in pack.people if phrases & set(pack.people[value])]
    if known:
        return known[0]
    return next((value for value in pack.people if words & set(pack.people[value])), None)


def _mostly(drafts: Sequence[Draft], pack: Pack) -> str | None:
    """What most of the article's numbers count that say so themselves."""
    label = pack.people_label
    told = [
        d.decisions[label].value
        for d in drafts
        if d.mention.noun is not None and d.decisions[label].by == "words"
    ]
    for value in sorted({v for v in told if v is not None}):
        if len(told) > _FEW and told.count(value) / len(told) >= _MOST:
            return value
    return None
