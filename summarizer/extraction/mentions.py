"""Mentions: every number of people in an article, with what the grammar says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.extraction.counted import (
    counted,
    gap,
    lost_verb,
    number_token,
    predicate,
    shared,
    total_of,
    without_particle,
)
from summarizer.extraction.governors import (
    Governor,
    clause_at,
    clause_of,
    governors_of,
    lemma_of,
    tense_of,
)
from summarizer.extraction.implied import implied_by
from summarizer.extraction.lands import countries
from summarizer.extraction.numbers import Amount, amounts_in
from summarizer.extraction.people import (
    YEARS,
    acts_like_people,
    are_people,
    bare_people,
    near_people,
    words_for,
)
from summarizer.extraction.tallies import is_tally

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from summarizer.documents import Pack
    from summarizer.extraction.parse import Parsed

__all__ = ["Governor", "Mention", "clause_of", "lemma_of", "mentions_of"]

_NOT_COUNTS = {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"}
_UNITS = re.compile(
    r"^\s*(?:%|-?year|-?day|-?strong\b|-?member\b|[:./]\d|(?:per\s?cent|percent|-?\s*(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|hours?"
    r"|days?|weeks?|months?|years?|minutes?|seconds?|decades?|o.clock|a\.?m\.?|p\.?m\.?|kg|kilos?|kilograms?|tons?|tonnes?"
    r"|degrees?|times?|points?|pages?|rounds?|th|st|nd|rd|euros?|dollars?|pounds?|rupees?|roubles?|rubles?)(?!\w)))",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥₹]\s*$|\b(?:Rs|Re|Tk|Ks|INR|PKR|MMK|SDG|AUD|CHF|R[MpF])\.?\s?$|\b[A-Z][a-z]?(?:\d{1,3},)*$|(?:USD|EUR|GBP|aged?|No\.?|Nr\.?|Article|Resolution|page|Chapter)\s*$"
)
_NAMED = re.compile(
    r"\b(?:Camp|Colony|Block|Ward|Cell|Room|Flight|Gate|Unit|Highway|Route|Line|Point|Checkpoint|Channel"
    r"|Section|Building|Hut|Platform|Terminal|Pier|Sector|Zone|District|Region|Post|Base)\s+$"
)
_AGE = re.compile(
    r"\b(?:aged?|age of|age(?: \w+)? (?:to|at|from)|(?:is|are|was|were) (?:under|over)"
    r"|(?:older|younger) than|\ban? (?:\w+ )?(?:girl|boy|man|woman|child|youth|teenager) of"
    r"|(?:oldest|youngest|eldest)(?: of (?:them|whom|these|the \w+))?,?"
    r"|(?:oldest|youngest|eldest)\b[^.;:]{0,60}\b(?:is|was|turned|being))\s*"
    r"(?:under |over |only |just )?$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:an?|one|the|another)\s+(?:[\w-]+\s+){0,3}?[a-z]+,\s*$", re.IGNORECASE
)
_AGE_CLAUSE = re.compile(
    r"\b(?:who (?:is|was|would be)|(?:who |has |had |just )turned)\s+"
    r"(?:now |then |just |only |about |nearly )?$"
)
_ENDS = re.compile(r"^\s*[.,;:)]|^\s+(?:and|when|while|in|on|last|during)\b")
_CHEERED = re.compile(r"^\s+people\b")  # "one army, one people"
_OLDEST = 120
_AGE_AFTER = re.compile(r"^\s*,(?:\s|$)")
_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
           "sept", "oct", "nov", "dec"}  # fmt: skip
_THE_PEOPLE = re.compile(r"\b(?:the|by|with|between) ([A-Z][a-z]{2,}s)\b(?! [A-Z])")
_NO_PEOPLES = {"states", "nations", "forces", "emirates", "headquarters", "affairs", "services",
               "times", "news", "mountains", "islands", "heights", "netherlands",
               "philippines", "kurils", "balkans"}  # fmt: skip
_SAME = re.compile(r"\b(?:the|those|all|these)\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """One number of people where it stands.

    `start` and `end` are offsets of the number in the text; `noun` the counted noun or null;
    `clause` the words of its own clause. `source` is the number that it points back at ("an equal
    number"), null where it is written.
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
    source: Mention | None = field(default=None, compare=False)
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
    people = words_for(pack) | _peoples(parsed)
    found: list[Mention] = []
    values: set[int] = set()
    for paragraph, (offset, doc) in enumerate(parsed.paragraphs):
        in_sentence: dict[int, list[Mention]] = {}
        for amount in amounts_in(doc.text):
            if amount.vague:
                continue  # "hundreds" is no number
            mention = _mention(doc, offset, paragraph, amount, people, pack, values)
            if mention is not None:
                values.add(amount.value)
                in_sentence.setdefault(mention.sentence.start, []).append(mention)
        for start in sorted(in_sentence):
            found.extend(_inherit_bounds(in_sentence[start]))
    found.extend(implied_by(found, parsed, people, pack))
    return sorted(found, key=lambda mention: mention.start)


def _peoples(parsed: Parsed) -> set[str]:
    """The plurals by which an article calls a people or a movement: "the Ostlers"."""
    return {word.lower() for word in _THE_PEOPLE.findall(parsed.text)} - _NO_PEOPLES


def _mention(  # noqa: PLR0917
    doc: Doc, offset: int, paragraph: int, amount: Amount,
    people: set[str], pack: Pack, told: set[int],
) -> Mention | None:  # fmt: skip
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None:
        return None
    number = number_token(span)
    before, after = doc.text[: amount.start], doc.text[amount.end :]
    tally = is_tally(before, after, pack)
    if _counts_nothing(before, after, amount) or _is_date(doc, span, amount, people, tally=tally):
        return None
    sentence = number.sent
    amount = without_particle(amount, span)
    noun, gapped = _noun(number, span, amount, people, pack, tally=tally)
    again = amount.value in told and _SAME.search(before[-24:]) is not None
    lost = lost_verb(span, pack) if noun is None or noun.i == span.end else None
    if lost is not None and (noun is None or not are_people(noun, number, people, pack)):
        noun = None
    if noun is not None and not are_people(noun, number, people, pack):
        if not again or noun.i == span.end or noun.lemma_.lower() in pack.not_people:
            return None
        noun = None  # "the 64 underwent checks"
    governors = tuple(governors_of(_node(number, noun), gapped))
    if not governors and lost is not None:
        governors = (Governor(lost, lost.lemma_.lower(), "subject", tense_of(lost)),)
    if (
        noun is None
        and not again
        and not acts_like_people(
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


def _counts_nothing(before: str, after: str, amount: Amount) -> bool:
    """Whether it is a measure, a sum, an age or a time of day."""
    if _UNITS.match(after) or _MONEY.search(before[-12:]) or _NAMED.search(before[-16:]):
        return True
    if re.search(r"[A-Z][\w’'-]*[\w.],\s*$", before[-24:]) and _AGE_AFTER.match(after):
        return True  # "Jane Doe, 47, a teacher"
    if amount.value < _OLDEST and _AGE_BEFORE.search(before[-60:]) and _AGE_AFTER.match(after):
        return True  # "a teacher, 47, came home"
    aged = amount.value < _OLDEST and _AGE_CLAUSE.search(before[-40:]) and _ENDS.match(after)
    if aged or (amount.value == 1 and _CHEERED.match(after)):
        return True  # "her brother, who was 46, was not on the list"
    if _AGE.search(before[-90:]) or _is_clock(before, after, amount):
        return True
    return amount.value == 1 and re.match(r"^\s+of\b", after) is not None  # "one of five": the five


def _noun(
    number: Token, span: Span, amount: Amount, people: set[str], pack: Pack, *, tally: bool
) -> tuple[Token | None, Token | None]:  # fmt: skip
    """The noun that says who is counted, if any; and the party of a gapped clause."""
    doc = span.doc
    noun, gapped = (None, None) if amount.swap else counted(number, span)
    if noun is not None and noun.i > span.end and "," in doc[span.end : noun.i].text:
        noun = None  # "ten, two of them minors"
    if noun is None and not amount.swap:
        noun = total_of(number, span)
        gapped = gapped or gap(span)
    told_of = predicate(number, span)
    if told_of is not None and are_people(told_of, number, people, pack):
        noun = told_of  # "19 of the men were fighters"
    if noun is None and bare_people(span, people) is not None:
        noun = near_people(span, people) or bare_people(span, people)  # "9 wounded, sick gunners"
    if gapped is None and (noun is None or not are_people(noun, number, people, pack)):
        noun = near_people(span, people) or shared(span) or noun
    if tally and noun is not None and noun.i >= span.end and not noun.is_ancestor(number):
        noun = None  # "rose to 41 last night"
    return noun, gapped


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


def _is_date(doc: Doc, span: Span, amount: Amount, people: set[str], *, tally: bool) -> bool:
    for token in doc[span.end : span.end + 2]:
        if token.tag_ in {"NNS", "NNPS"} and {token.lower_, token.lemma_.lower()} & (
            people | countries().keys()
        ):
            return False  # "on Friday 30 nurses flew home"
        if token.pos_ != "ADJ":
            break
    near = {doc[i].lower_.strip(".") for i in (span.start - 1, span.end) if 0 <= i < len(doc)}
    if near & _MONTHS and amount.value <= 31 and amount.bound == "exact":  # noqa: PLR2004
        return True
    year = amount.value in YEARS and "," not in span.text and span[0].is_digit
    entity = span.root.ent_type_
    if year and (entity == "DATE" or span.root.dep_ in {"pobj", "npadvmod"} or near & _MONTHS):
        return True
    if entity not in _NOT_COUNTS or span.root.head.pos_ == "NOUN" or entity == "QUANTITY" or tally:
        return False
    whole = next((e for e in doc.ents if e.start <= span.root.i < e.end), None)
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    if whole is not None and whole.start == span.start and following in {"last", "next", "since"}:
        return False  # "including 43 last year"
    # The entity finder takes bare numbers for dates; one with nothing but the number in it is none.
    return (
        whole is None
        or not (span.start <= whole.start and whole.end <= span.end)
        or entity == "ORDINAL"
    )


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
        if child.dep_ == "prep" and child.i > noun.i:
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
