"""Mentions: every number of people in an article, with what the grammar says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.extraction.counted import (
    counted,
    gap,
    number_token,
    predicate,
    total_of,
    without_particle,
)
from summarizer.extraction.governors import Governor, clause_at, clause_of, governors_of, lemma_of
from summarizer.extraction.numbers import Amount, amounts_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from summarizer.documents import Pack
    from summarizer.extraction.parse import Parsed

__all__ = ["Governor", "Mention", "clause_of", "lemma_of", "mentions_of"]

_NOT_COUNTS = {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"}
_UNITS = re.compile(
    r"^\s*(?:%|-?year|-?day|-?strong\b|[:./]\d|(?:per\s?cent|percent|-?\s*(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|hours?"
    r"|days?|weeks?|months?|years?|minutes?|seconds?|decades?|o.clock|a\.?m\.?|p\.?m\.?|kg|kilos?|kilograms?|tons?|tonnes?"
    r"|degrees?|times?|points?|pages?|rounds?|th|st|nd|rd|euros?|dollars?|pounds?|rupees?|roubles?|rubles?)(?!\w)))",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥₹]\s*$|(?:USD|EUR|GBP|aged?|No\.?|Nr\.?|Article|Resolution|page|Chapter)\s*$"
)
_AGE = re.compile(
    r"\b(?:aged?|age of|(?:is|are|was|were) (?:under|over))\s*(?:under |over )?$", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"^\s*,(?:\s|$)")
_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
           "sept", "oct", "nov", "dec"}  # fmt: skip
_SAME = re.compile(r"\b(?:the|those|all|these)\s+$", re.IGNORECASE)
_NATIVES = re.compile(r"([A-Z]\w{3,}?)(?:ers|ians|ans|ns|is|ites|ese)")
_YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Mention:
    """One number of people where it stands.

    `start` and `end` are offsets of the number in the text; `noun` the counted noun or null;
    `clause` the words of its own clause. `key` is what the number is known by inside its article.
    """

    amount: Amount
    start: int
    end: int
    offset: int
    paragraph: int
    number: Token
    noun: Token | None
    sentence: Span
    governors: tuple[Governor, ...]
    clause: str
    before: str
    after: str
    modifiers: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    gapped: Token | None = None
    order: int = field(default=0, compare=False)

    @cached_property
    def told(self) -> str:
        """The words of its sentence."""
        return str(self.sentence.text)

    @cached_property
    def earlier(self) -> str:
        """The words before its sentence in its paragraph."""
        return str(self.number.doc[: self.sentence.start].text)

    @property
    def node(self) -> Token:
        """The word that stands for the people in the grammar: the noun, or the bare number."""
        return self.noun if self.noun is not None else self.number


def mentions_of(parsed: Parsed, pack: Pack) -> list[Mention]:
    """Every number of people in the article, in order of appearance."""
    people = {word for words in pack.people.values() for word in words} | set(
        pack.extra.get("people", ())
    )
    found: list[Mention] = []
    values: set[int] = set()
    for paragraph, (offset, doc) in enumerate(parsed.paragraphs):
        in_sentence: dict[int, list[Mention]] = {}
        for amount in amounts_in(doc.text):
            mention = _mention(doc, offset, paragraph, amount, people, pack, values)
            if mention is not None:
                values.add(amount.value)
                in_sentence.setdefault(mention.sentence.start, []).append(mention)
        for start in sorted(in_sentence):
            found.extend(_inherit_bounds(in_sentence[start]))
    return found


def _mention(  # noqa: C901, PLR0911, PLR0917
    doc: Doc, offset: int, paragraph: int, amount: Amount,
    people: set[str], pack: Pack, told: set[int],
) -> Mention | None:  # fmt: skip
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None:
        return None
    number = number_token(span)
    before, after = doc.text[: amount.start], doc.text[amount.end :]
    if _UNITS.match(after) or _MONEY.search(before[-12:]) or _is_date(doc, span, amount):
        return None
    if re.search(r"[A-Z][\w’'-]+,\s*$", before[-24:]) and _AGE_AFTER.match(after):
        return None  # "Jane Doe, 47, a teacher"
    if _AGE.search(before[-24:]) or _is_clock(before, after, amount):
        return None
    if amount.value == 1 and re.match(r"^\s+of\b", after):
        return None  # "one of five": the five are counted
    noun, gapped = (None, None) if amount.swap else counted(number, span)
    if noun is not None and noun.i > span.end and "," in doc[span.end : noun.i].text:
        noun = None  # "ten, two of them minors"
    sentence = number.sent
    amount = without_particle(amount, span)
    if noun is None and not amount.swap:
        noun = total_of(number)
        gapped = gapped or gap(span)
    noun = noun or predicate(number) or _bare_people(span, people)
    if (
        noun is not None
        and not _is_people(noun, people, pack)
        and not _is_moved(noun, pack)
        and not _are_natives(noun)
    ):
        return None
    governors = tuple(governors_of(_node(number, noun), gapped))
    if amount.vague and not _moves(governors, pack):
        return None  # "thousands of residents" in passing is no figure of the event
    again = amount.value in told and _SAME.search(before[-24:]) is not None
    if (
        noun is None
        and not again
        and not _acts_like_people(
            number, amount, governors, gapped, sentence, people, pack, told=bool(told)
        )
    ):
        return None
    modifiers, nouns = _words_of(noun)
    at = amount.start
    return Mention(
        amount=amount,
        start=offset + amount.start,
        end=offset + amount.end,
        offset=offset,
        paragraph=paragraph,
        number=number,
        noun=noun,
        sentence=sentence,
        governors=governors,
        clause=clause_at(_node(number, noun), governors),
        before=doc.text[sentence.start_char : at],
        after=doc.text[amount.end : sentence.end_char],
        modifiers=modifiers,
        nouns=nouns,
        gapped=gapped,
    )


def _bare_people(span: Span, people: set[str]) -> Token | None:
    """The adjective that stands for people in "23 dead", "14 of their own wounded"."""
    if span.end >= len(span.doc):
        return None
    token = span.doc[span.end]
    following = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else None
    if following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return None
    return token if token.pos_ in {"ADJ", "VERB"} and token.lower_ in people else None


def _are_natives(noun: Token) -> bool:
    """Whether a capitalised plural names people by where they are from: "Ostlanders"."""
    match = _NATIVES.fullmatch(noun.text)
    if match is None or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    stem = match[1]
    return any(
        t.text != noun.text and t.text.startswith(stem) and t.text[0].isupper() for t in noun.doc
    )


def _is_clock(before: str, after: str, amount: Amount) -> bool:
    """So "a little after four on Friday", "15:20": a time of day, no count."""
    if re.match(r"^:\d\d", after) or re.search(r"\d:$", before):
        return True
    hour = amount.value <= 24 and amount.bound in {"exact", "about"}  # noqa: PLR2004
    follows = re.match(
        r"^\s*(?:on (?:\w+day)|in the (?:morning|afternoon|evening)|o.clock|,|\.|;|local time|when)",
        after,
        re.IGNORECASE,
    )
    return (
        hour
        and bool(follows)
        and re.search(r"\b(?:after|before|past|until|till|since)\s*$", before, re.IGNORECASE)
        is not None
    )


def _is_date(doc: Doc, span: Span, amount: Amount) -> bool:
    near = {doc[i].lower_.strip(".") for i in (span.start - 1, span.end) if 0 <= i < len(doc)}
    if near & _MONTHS and amount.value <= 31 and amount.bound == "exact":  # noqa: PLR2004
        return True
    year = amount.value in _YEARS and "," not in span.text and span[0].is_digit
    entity = span.root.ent_type_
    if year and (entity == "DATE" or span.root.dep_ in {"pobj", "npadvmod"} or near & _MONTHS):
        return True
    if entity not in _NOT_COUNTS or span.root.head.pos_ == "NOUN" or entity == "QUANTITY":
        return False
    whole = next((e for e in doc.ents if e.start <= span.root.i < e.end), None)
    # The entity finder takes bare numbers for dates; one with nothing but the number in it is none.
    return (
        whole is None
        or not (span.start <= whole.start and whole.end <= span.end)
        or entity == "ORDINAL"
    )


def _is_people(noun: Token, people: set[str], pack: Pack) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in pack.not_people or noun.lower_ in pack.not_people:
        return False
    if lemma in people or noun.lower_ in people or noun.lower_ in {"those", "them"}:
        return True
    if noun.tag_ in {"NNPS", "NNS"} and noun.ent_type_ == "NORP":
        return True
    joined = f"{noun.lemma_.lower()}"
    return any(
        f"{child.lower_} {joined}" in people
        for child in noun.children
        if child.dep_ in {"compound", "amod"}
    )


def _is_moved(noun: Token, pack: Pack) -> bool:
    """Whether an unknown plural is moved by a verb that moves only people: "52 ropers were freed"."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return False
    lemma = noun.lemma_.lower()
    if lemma in pack.not_people or noun.lower_ in pack.not_people:
        return False
    strong = set(pack.extra.get("only_people", ()))
    governors = list(governors_of(noun, None))
    return any(
        g.role in {"object", "of"} and (g.lemma in strong or g.token.lemma_.lower() in strong)
        for g in governors[:1]
    )


def _acts_like_people(  # noqa: PLR0911, PLR0917
    number: Token, amount: Amount, governors: tuple[Governor, ...], gapped: Token | None,
    sentence: Span, people: set[str], pack: Pack, *, told: bool,
) -> bool:  # fmt: skip
    """Whether a bare number counts people: it stands where the pack's verbs have people."""
    if amount.swap:
        return True
    if amount.value == 1 or number.ent_type_ in {"MONEY", "PERCENT", "ORDINAL"}:
        return False
    if amount.value in _YEARS and "," not in number.text and number.is_digit and gapped is None:
        return False
    spoken = any(t.lemma_.lower() in people or t.lower_ in people for t in sentence)
    if re.match(
        r"^\s+of (?:them|whom|these|those)\b", number.doc.text[number.idx + len(number.text) :]
    ):
        before = number.doc[: number.i]
        return (
            told or spoken or any(t.lemma_.lower() in people or t.lower_ in people for t in before)
        )
    moves = _moves(governors, pack)
    if gapped is not None:
        return spoken and moves
    if number.dep_ in {
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "conj",
        "attr",
        "appos",
        "dative",
        "ROOT",
        "npadvmod",
        "oprd",
    }:
        following = number.doc[number.i + 1].lower_ if number.i + 1 < len(number.doc) else ""
        return moves or (
            spoken and following in {"each", "apiece", "of", "were", "are", "from", "for"}
        )
    return moves and spoken


def _moves(governors: tuple[Governor, ...], pack: Pack) -> bool:
    verbs = {verb for frame in pack.frames for verb in frame.verbs}
    verbs |= set(pack.extra.get("people_verbs", ()))
    return any(g.lemma in verbs or g.token.lemma_.lower() in verbs for g in governors)


def _node(number: Token, noun: Token | None) -> Token:
    """The word whose place in the sentence is the people's: not a noun that only names a total."""
    return (
        noun
        if noun is not None and noun.is_ancestor(number)
        else number
        if noun is None
        else (
            number
            if noun.i < number.i and number.dep_ == "pobj" and number.head.lower_ in {"at", "to"}
            else noun
        )
    )


def _words_of(noun: Token | None) -> tuple[frozenset[str], frozenset[str]]:
    if noun is None:
        return frozenset(), frozenset()
    modifiers = {
        word
        for child in noun.children
        if child.dep_ in {"amod", "compound", "nmod", "acl", "prep"}
        for word in (child.lower_, child.lemma_.lower())
    }
    for child in noun.children:
        if child.dep_ in {"prep", "relcl"} and child.i > noun.i:
            modifiers |= {f"of {t.lower_}" for t in list(child.subtree)[:6]}
    nouns = {noun.lemma_.lower(), noun.lower_}
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            nouns |= {
                f"{noun.lemma_.lower()} of {c.lemma_.lower()}"
                for c in child.children
                if c.dep_ == "pobj"
            }
        if child.dep_ in {"compound", "amod"}:
            nouns.add(f"{child.lower_} {noun.lemma_.lower()}")
    return frozenset(modifiers), frozenset(nouns)


def _inherit_bounds(mentions: list[Mention]) -> list[Mention]:
    """So "around 120 civilians and 270 soldiers": a loose bound holds for what is joined to it."""
    result: list[Mention] = []
    for mention in mentions:
        previous = result[-1] if result else None
        if (
            previous is not None
            and mention.amount.bound == "exact"
            and previous.amount.bound == "about"
            and mention.node.i in {t.i for t in previous.node.conjuncts}
            and mention.start - previous.end < 40  # noqa: PLR2004
        ):
            loose = replace(mention.amount, bound="about")
            mention = replace(mention, amount=loose)  # noqa: PLW2901
        result.append(mention)
    return result
