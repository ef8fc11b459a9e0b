"""People: whether a noun names people, and whether a bare number counts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.extraction.counted import is_total
from summarizer.extraction.governors import Governor, governors_of
from summarizer.extraction.labels import compiled
from summarizer.extraction.lands import countries
from summarizer.extraction.numbers import Amount, amounts_in
from summarizer.extraction.tallies import is_tally

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.documents import Pack

__all__ = [
    "YEARS",
    "acts_like_people",
    "are_people",
    "bare_people",
    "moves",
    "near_people",
    "words_for",
]

_BEFORE_NOUNS = {"ADJ", "PROPN", "NOUN"}
YEARS = range(1900, 2101)
_NATIVES = re.compile(r"([A-Z]\w{3,}?)(?:ers|ians|ans|ns|is|ites|ese)")
_OF_THEM = re.compile(
    r"^\s+of (?:them|whom|these|those|us)\b|^\s+of (?:the )?[\w-]+(?:['’]s|s['’])(?=\s*(?:[.,;:)]|$))"
)
_OF_OWN = re.compile(r"^\s+of (?:(?:our|their|its|his|her) own|ours|theirs|hers)\b")
_MEASURED = re.compile(
    r"\b\d+ (?:kilos?|kg|kilograms|pounds|lbs|stone)\b[^.;]*\b(?:with|at|to|weighing|only|just|now)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^\s*(?:[.,;!?”\"]|$)")
_OF_THOSE = re.compile(r"^\W*of (?:the|those|these|them)\b[^.;]{0,80},\s+$", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:says?|said|insists?|insisted|claims?|claimed) (?:that )?(?:it|they) (?:still |now |only )?"
    r"(?:has|have|had|holds?|held) (?:[\w-]+ ){0,3}$"
)
_ARE = (
    r"\s+(?:are|were|remain|remained)\s+(?:(?:still|now|believed|thought|feared|known|to be)\s+)*"
    r"(?:missing|held|unaccounted|alive|dead|in custody|in prison|free|buried{more})\b"
)
# A number told beside another: "213 to the capital and 64 to the coast", "9 by one side and 4 by the other".
_BESIDE = re.compile(r"(?:,|;|\band)\s+$")
_SHARE = re.compile(r"^\s+(?:by|to|from|with)\s")
_MORE = re.compile(r"^\s+(?:more|others?)\b(?!\s+(?:\w+\s+)?(?:than|of)\b)", re.IGNORECASE)
_FURTHER = re.compile(
    r"\b(?:a further|another|an additional|an initial|a first|the remaining|the other)\s+$",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:including|among (?:them|whom)|of whom)\s+(?:\w+\s+)?$", re.IGNORECASE)
_STANDS = {
    "nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "dative", "ROOT", "npadvmod",
    "oprd",
}  # fmt: skip


def words_for(pack: Pack) -> set[str]:
    """Every noun and adjective that names people in the pack."""
    named = {word for words in pack.people.values() for word in words}
    return named | set(pack.extra.get("people", ()))


def are_people(noun: Token, number: Token, people: set[str], pack: Pack) -> bool:
    """Whether the counted noun names people: by the pack, by origin, or by what happens to them."""
    return (
        _is_people(noun, people, pack)
        or _is_who(noun)
        or _is_moved(noun, pack)
        or _are_natives(noun)
        or _are_part_of_one(noun, number, pack)
    )


def bare_people(span: Span, people: set[str]) -> Token | None:
    """The adjective that stands for people in "23 dead", "14 of their own wounded"."""
    for of in (c for c in span.root.children if c.dep_ == "prep" and c.lower_ == "of"):
        for held in of.children:
            if held.dep_ == "pobj" and held.pos_ in {"ADJ", "VERB"} and held.lower_ in people:
                return held
    if span.end >= len(span.doc):
        return None
    token = span.doc[span.end]
    following = span.doc[span.end + 1] if span.end + 1 < len(span.doc) else None
    if following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return None
    return token if token.pos_ in {"ADJ", "VERB"} and token.lower_ in people else None


def near_people(span: Span, people: set[str]) -> Token | None:
    """The plural that names people close behind a number, whatever the parse takes it for."""
    described = False
    for token in span.doc[span.end : span.end + 7]:
        word = token.lower_
        if word.endswith(("s", "men")) and {word, word.removesuffix("s")} & people:
            return token
        following = token.nbor() if token.i + 1 < len(span.doc) else None
        joint = (
            described
            and (token.pos_ == "CCONJ" or token.text == ",")
            and following is not None
            and (following.tag_ in {"VBN", "JJ"} or following.pos_ == "CCONJ")
        )
        if not joint and token.tag_ not in {"VBN", "RB"} and token.pos_ not in _BEFORE_NOUNS:
            break  # "29 severely wounded and ill sailors"
        described = token.tag_ in {"VBN", "JJ"}
    return None


def _are_natives(noun: Token) -> bool:
    """Whether a capitalised plural names people by where they are from: "Ostlanders"."""
    if noun.tag_ not in {"NNS", "NNPS", "NNP"} or not noun.text[:1].isupper():
        return False
    if noun.lower_ in countries() or noun.lower_.removesuffix("s") in countries():
        return noun.lower_.endswith("s") and noun.lower_ not in {"states", "emirates"}
    match = _NATIVES.fullmatch(noun.text)
    if match is None:
        return False
    stem = match[1]
    return any(
        t.text != noun.text and t.text.startswith(stem) and t.text[0].isupper() for t in noun.doc
    )


def _is_who(noun: Token) -> bool:
    """Whether a plural is taken up by "who" or "whom", as only people are."""
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    plural = noun.tag_ in {"NNS", "NNPS"} or noun.lower_.endswith("s")
    return plural and following is not None and following.lower_ in {"who", "whom"}


def _is_people(noun: Token, people: set[str], pack: Pack) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in pack.not_people or noun.lower_ in pack.not_people:
        return False
    if lemma in people or noun.lower_ in people or noun.lower_ in {"those", "them"}:
        return True
    if noun.tag_ in {"NNPS", "NNS"} and noun.ent_type_ == "NORP":
        return True
    if noun.tag_ in {"NNP", "NNPS", "JJ"} and lemma.endswith("ese") and lemma in countries():
        return True  # "three Sudanese"
    return any(
        f"{child.lower_} {lemma}" in people
        for child in noun.children
        if child.dep_ in {"compound", "amod"}
    )


def _are_part_of_one(noun: Token, number: Token, pack: Pack) -> bool:
    """Whether they are some of one body of people: "90 of his battalion", not "two battalions"."""
    bodies = pack.extra.get("bodies_of", {})
    one = noun.tag_ in {"NN", "NNP"} and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return (
        one
        and noun.head.head.i in {number.i, number.head.i}
        and any(noun.lemma_.lower() in bodies[value] for value in sorted(bodies))
    )


def _is_moved(noun: Token, pack: Pack) -> bool:
    """Whether an unknown plural is moved by a verb that moves only people: "52 ropers were freed"."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return False
    lemma = noun.lemma_.lower()
    if lemma in pack.not_people or noun.lower_ in pack.not_people:
        return False
    strong = set(pack.extra.get("only_people", ()))
    if noun.text[:1].isupper() and noun.i != noun.sent.start:
        strong |= set(pack.extra.get("main_verbs", ()))  # "brought home 43 Ostlers"
    governors = list(governors_of(noun, None))
    return any(
        g.role in {"object", "of"} and (g.lemma in strong or g.token.lemma_.lower() in strong)
        for g in governors[:1]
    )


def acts_like_people(  # noqa: C901, PLR0911, PLR0912, PLR0917
    number: Token, amount: Amount, governors: tuple[Governor, ...], gapped: Token | None,
    sentence: Span, people: set[str], pack: Pack, *, told: bool,
) -> bool:  # fmt: skip
    """Whether a bare number counts people: it stands where the pack's verbs have people.

    `told` says that the article has counted people before.
    """
    if amount.swap:
        return True
    if amount.value == 1 or number.ent_type_ in {"MONEY", "PERCENT", "ORDINAL"}:
        return False
    if amount.value in YEARS and "," not in number.text and number.is_digit and gapped is None:
        return False
    text = number.doc.text
    before, after = text[: amount.start], text[amount.end :]
    if is_tally(before, after, pack):
        return True
    spoken = any(t.lemma_.lower() in people or t.lower_ in people for t in sentence)
    if _OF_THEM.match(after):
        earlier = number.doc[: number.i]
        return (
            told or spoken or any(t.lemma_.lower() in people or t.lower_ in people for t in earlier)
        )
    if _is_of_things(number, amount, people):
        return False
    if told and (_OF_OWN.match(after) or _says_how(after, pack) or _HAS.search(before)):
        return True
    if told and number.dep_ == "nsubj" and _OF_THOSE.match(before[number.sent.start_char :]):
        return True
    if told and is_total(number):
        return True
    moved = moves(governors, pack)
    if told and (
        ((_MORE.match(after) or _FURTHER.search(before)) and (spoken or moved))
        or (spoken and _PART.search(before) is not None)
    ):
        return True
    if spoken and _follows_people(number, people):
        return True
    if told and spoken and _BESIDE.search(before) and _SHARE.match(after):
        return True
    if told and (_fills(number, pack) or _opens(number, amount.value, people)):
        return True
    if gapped is not None:
        return spoken and moved
    if number.dep_ in _STANDS:
        following = number.doc[number.i + 1].lower_ if number.i + 1 < len(number.doc) else ""
        return moved or (
            spoken and following in {"each", "apiece", "of", "were", "are", "from", "for"}
        )
    return moved and (spoken or (told and number.dep_ == "nummod"))


def _is_of_things(number: Token, amount: Amount, people: set[str]) -> bool:
    """Whether a bare number is of the things just counted: "Of the 600 lorries only 240 got in".

    So too what is measured twice: "went in weighing 94 kilos and came out with 60".
    """
    text = number.doc.text
    before = text[number.sent.start_char : amount.start]
    if _MEASURED.search(before) and _ENDS.match(text[amount.end :]):
        return True
    return any(
        token.dep_ == "nummod"
        and token.head.dep_ == "pobj"
        and token.head.head.lower_ == "of"
        and token.head.tag_ == "NNS"
        and token.head.text.islower()
        and not {token.head.lemma_.lower(), token.head.lower_} & people
        and "," in number.doc[token.head.i : number.i].text
        for token in number.doc[number.sent.start : number.i]
    )


def _says_how(after: str, pack: Pack) -> bool:
    """Whether what follows a bare number says how people are: "62 are still missing"."""
    more = "".join(f"|{re.escape(word)}" for word in pack.extra.get("conditions", ()))
    return compiled(_ARE.format(more=more)).match(after) is not None


def _opens(number: Token, value: int, people: set[str]) -> bool:
    """Whether a bare number opens its sentence as what acts, after people: "Nine had lost limbs".

    After as many things or more, it may as well be some of those: "in nine buses. Two broke down".
    """
    acts = number.dep_ in {"nsubj", "nsubjpass"} and number.head.pos_ in {"VERB", "AUX"}
    if not acts or number.i != number.sent.start or number.i == 0:
        return False
    before = number.nbor(-1).sent
    named = {t.i for t in before if t.lemma_.lower() in people or t.lower_ in people}
    things = [
        amount.value
        for amount in amounts_in(before.text)
        for token in before
        if token.idx - before.start_char == amount.start
        and token.dep_ == "nummod"
        and token.head.i not in named
    ]
    return bool(named) and all(other < value for other in things)


def _fills(number: Token, pack: Pack) -> bool:
    """Whether a bare number says how many came together: "a first planeload of 206"."""
    return (
        number.dep_ == "pobj"
        and number.head.lower_ == "of"
        and number.head.head.lemma_.lower() in pack.extra.get("loads", ())
    )


def _follows_people(number: Token, people: set[str]) -> bool:
    """Whether a bare number is joined to counted people: "83 sailors who … and 123 with …"."""
    if number.dep_ not in {"conj", "appos"}:
        return False
    head = number.head
    return (head.lemma_.lower() in people or head.lower_ in people) and any(
        c.dep_ == "nummod" for c in head.children
    )


def moves(governors: tuple[Governor, ...], pack: Pack) -> bool:
    """Whether one of the governors is a verb that the pack has for people."""
    verbs = {verb for frame in pack.frames for verb in frame.verbs}
    verbs |= set(pack.extra.get("people_verbs", ()))
    return any(g.lemma in verbs or g.token.lemma_.lower() in verbs for g in governors)
