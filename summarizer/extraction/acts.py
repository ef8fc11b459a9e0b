"""Acts: whether a verb says something here, who its subject is, and which words it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.extraction.saying import (
    COUNT_NOUNS,
    COUNTING,
    NEEDS_CONTENT,
    SAYING,
    STANCES,
    TOTALS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.voices import Voice, Voices

__all__ = ["Act", "act_of", "is_real", "scope_of_phrase", "subject_of"]

_UNREAL = {
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "must",
    "can",
    "’ll",
    "'ll",
    "wo",
    "ca",
}
_REFUSE = {
    "decline",
    "refuse",
    "fail",
    "want",
    "expect",
    "plan",
    "need",
    "hesitate",
    "be",
    "have",
    "agree",
    "intend",
}
_NAME_FIRST = 40  # characters into a sentence by which its own subject has begun
MARKS = '“”«»"‘'


@dataclass(frozen=True)
class Act:
    """One act of saying before its voice has its last name: `at` is where the verb stands.

    `start`–`end` is what is said, `sentence` the offsets of the sentence that says it.
    """

    voice: Voice
    verb: str
    lemma: str
    start: int
    end: int
    sentence: tuple[int, int]
    at: int  # where the verb stands
    via: Voice | None = None


def act_of(
    verb: Token,
    sentence: Span,
    offset: int,
    voices: Voices,
    marked: tuple[Voice, tuple[int, int]] | None,
) -> Act | None:
    """The act of saying that a verb performs, or null where it says nothing or nobody says it."""
    subject = subject_of(verb)
    named = _set_off(verb)
    if named is not None and not (subject is not None and subject.is_ancestor(named)):
        subject = named  # a name between commas before the verb, whatever else the parse found
    elif subject is None or subject.i < verb.i:
        subject = _behind_quotation(verb) or subject
    if subject is not None and any(c.lower_ in {"our", "my"} for c in subject.children):
        return None  # "our correspondent" is the outlet's own voice
    if (
        marked is not None
        and (subject is None or subject.sent.start == verb.sent.start)
        and verb.i > 0
        and _belongs_to_marked(verb, sentence, offset, marked[1])
    ):
        voice: Voice | None = marked[0]
    elif (
        subject is None
        or subject.i == verb.i
        or not is_real(verb)
        or not _says(verb, subject, sentence)
    ):
        return None
    else:
        voice = voices.of(subject)
    if voice is None or not _fits(voice, verb, sentence):
        return None
    start, end = _scope(verb, sentence, offset)
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    return Act(
        voice,
        verb.text.lower(),
        verb.lemma_.lower(),
        start,
        end,
        whole,
        offset + verb.idx,
    )


def _belongs_to_marked(verb: Token, sentence: Span, offset: int, name: tuple[int, int]) -> bool:
    """Whether the verb is the sentence's own, with the marked name at its head."""
    first = name[0] - offset - sentence.start_char
    return (
        first <= _NAME_FIRST
        and verb.i == sentence.root.i
        and verb.lemma_.lower() in SAYING
        and is_real(verb)
    )


def is_real(verb: Token) -> bool:
    """Whether somebody did say it: not "did not confirm", "declined to say", "will announce"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}]
    if any(c.dep_ == "neg" or c.lower_ in _UNREAL or c.lower_ in {"never", "not"} for c in helpers):
        return False
    if any(c.lower_ == "to" for c in helpers):
        return False
    return not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSE)


def _says(verb: Token, subject: Token, sentence: Span) -> bool:  # noqa: PLR0911
    """Whether the verb says something here: a clause, quoted words, a number or a position."""
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    clause = any(c.dep_ in {"ccomp", "parataxis"} for c in children) or verb.dep_ == "parataxis"
    quoted = _quoted_here(sentence)
    trails = _parenthetical(verb, subject)
    if lemma not in SAYING or lemma in COUNTING:
        if _says_number(verb):
            return True
        if lemma not in SAYING:
            return (lemma == "read" and subject.lemma_.lower() in {"statement", "text"}) or (
                lemma in {"show", "hold"} and clause and subject.lemma_.lower() in COUNT_NOUNS
            )
    if lemma == "call" and any(c.lower_ in {"on", "for"} for c in children if c.dep_ == "prep"):
        return True
    if lemma in STANCES:
        return clause or quoted or any(c.dep_ in {"dobj", "prep"} for c in children)
    if lemma in {
        "express",
        "list",
        "describe",
        "hope",
        "mention",
        "appeal",
        "urge",
        "propose",
        "suggest",
    } and any(c.dep_ in {"dobj", "prep", "ccomp", "xcomp"} for c in children):
        return True
    if lemma in {"promise", "pledge", "vow"} and any(c.dep_ == "xcomp" for c in children):
        return True
    if lemma in NEEDS_CONTENT:
        return clause or quoted or (trails and lemma in {"estimate", "write", "tweet"})
    passive = any(c.dep_ == "nsubjpass" for c in children) or any(
        c.dep_ == "agent" for c in children
    )
    content = any(c.dep_ in {"dobj", "prep", "xcomp", "advcl", "oprd", "dative"} for c in children)
    return clause or quoted or trails or passive or content or lemma in {"say", "tell", "add"}


def _quoted_here(sentence: Span) -> bool:
    """Whether the sentence has quoted words, or goes on right after some: “Enough?” he wrote."""
    before = sentence.doc.text[: sentence.start_char].rstrip()
    after = sentence.text.lstrip()[:1]
    return any(mark in sentence.text for mark in MARKS) or (
        before.endswith(tuple('”»"')) and (after.islower() or after == ",")
    )


def _says_number(verb: Token) -> bool:
    """Whether it tells a number: "put the group at 90", "gave the total as 90", "spoke of 90"."""
    lemma = verb.lemma_.lower()
    if lemma not in COUNTING:
        return False
    phrases = [
        c
        for c in verb.children
        if c.dep_ in {"prep", "dobj", "oprd", "ccomp", "attr", "xcomp"} or (c.dep_ == "dative")
    ]
    below = [c for c in verb.subtree if c.dep_ == "prep" and c.i > verb.i]
    numbers = {
        c.lower_
        for c in below
        if any(t.like_num or t.ent_type_ == "CARDINAL" for t in c.subtree if t.i > c.i)
    }
    if lemma in {"put", "set", "place"}:
        object_ = next((c for c in phrases if c.dep_ == "dobj"), None)
        counted = object_ is None or not any(t.like_num for t in (object_, *object_.children))
        return counted and "at" in numbers
    if lemma == "give":
        return any(
            t.lemma_.lower() in TOTALS
            for c in phrases
            if c.dep_ == "dobj"
            for t in (c, *c.children)
        )
    if lemma in {"speak", "admit"}:
        return bool(numbers & {"of", "to"})
    return any(t.like_num or t.ent_type_ == "CARDINAL" for c in phrases for t in c.subtree)


def _parenthetical(verb: Token, subject: Token) -> bool:
    """Whether subject and verb trail what they report: "Forty came home, the ministry said"."""
    first = min(verb.i, *(t.i for t in subject.subtree))
    before = verb.doc[first - 1] if first > verb.sent.start else None
    return before is not None and (before.is_punct or before.lower_ in {",", "as"})


def _fits(voice: Voice, verb: Token, sentence: Span) -> bool:
    """Whether that kind of voice can say it so: countries propose and offer without words."""
    lemma = verb.lemma_.lower()
    if voice.kind == "body" and lemma in {
        "propose",
        "suggest",
        "offer",
        "back",
        "list",
        "express",
        "mention",
        "demand",
        "promise",
        "pledge",
        "recall",
        "release",
    }:
        return any(c.dep_ == "ccomp" for c in verb.children) or (
            _quoted_here(sentence) and lemma != "propose"
        )
    return True


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says, through relative clauses, passives and joined verbs."""
    current = verb
    for _ in range(5):
        subjects = [c for c in current.children if c.dep_ == "nsubj"]
        if subjects:
            # Of two, one belongs to words that the parse ran together with these: "…, Roe said".
            child = max(subjects, key=lambda c: (c.i < current.i, c.i if c.i < current.i else -c.i))
            relative = child.lower_ in {"who", "which", "that"} and current.dep_ == "relcl"
            return current.head if relative else child
        apart = _before_participle(current)
        if apart is not None:
            return apart
        agent = next(
            (
                t
                for c in current.children
                if c.dep_ == "agent"
                for t in c.children
                if t.dep_ == "pobj"
            ),
            None,
        )
        if agent is not None:
            return agent
        if any(child.dep_ == "nsubjpass" for child in current.children):
            return None
        if current.dep_ == "advcl" and current.tag_ == "VBG":
            above = next(
                (
                    a
                    for a in current.ancestors
                    if a.lemma_.lower() in SAYING and a.pos_ in {"VERB", "AUX"}
                ),
                None,
            )
            if (
                above is not None
            ):  # "…, adding that" goes on from whoever was speaking, wherever the parse hung it
                current = above
                continue
        if (
            current.dep_ in {"conj", "xcomp", "advcl", "acl"}
            and current.head.pos_ in {"VERB", "AUX"}
            and current.tag_ != "VBN"
        ):
            current = current.head
            continue
        if (
            current.dep_ in {"conj", "xcomp"}
            and current.head.pos_ in {"VERB", "AUX"}
            and not any(c.dep_ == "nsubjpass" for c in current.head.children)
        ):
            current = current.head
            continue
        return None
    return None


def _before_participle(verb: Token) -> Token | None:
    """The subject that a participle set off by commas took: "Roe, booed by the crowd, said that"."""
    if verb.nbor(-1).text != "," if verb.i else True:
        return None
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.i < verb.i and clause.tag_ in {"VBN", "VBG", "VBD"}:
            subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
            comma = subject is not None and subject.nbor(1).text == ","
            if subject is not None and comma and clause.i == subject.i + 2:
                return subject
    return None


def _set_off(verb: Token) -> Token | None:
    """A name between commas right before the verb: "…, whose chair, Ada Roe, said"."""
    if verb.i < verb.sent.start + 3 or verb.nbor(-1).text != "," or verb.tag_ == "VBG":
        return None
    name = verb.nbor(-2)
    named = name.ent_type_ == "PERSON" and name.pos_ == "PROPN"
    return name if named and name.nbor(-1).pos_ in {"PROPN", "PUNCT"} else None


def _behind_quotation(verb: Token) -> Token | None:
    """The name right behind a verb that closes a quotation: "“We stay,” said Ada Roe, who leads"."""
    before = verb.nbor(-1).text if verb.i > verb.sent.start else ""
    if not before or before not in "”»\"’'" or verb.i + 1 >= len(verb.doc):
        return None
    last = None
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.pos_ != "PROPN":
            break
        last = token
    return last


def _scope(verb: Token, sentence: Span, offset: int) -> tuple[int, int]:
    """What is said: the clause under the verb, or the whole sentence where the verb is its root."""
    root = verb.i == sentence.root.i or (
        verb.dep_ == "conj"
        and verb.head.i == sentence.root.i
        and not any(c.dep_ == "nsubj" for c in verb.children)
        and verb.head.lemma_.lower() in SAYING
    )
    if root:
        return offset + sentence.start_char, offset + sentence.end_char
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if clauses:
        tokens = [t for c in clauses for t in c.subtree]
    elif (
        verb.dep_ in {"parataxis", "ccomp"}
        and not any(c.dep_ == "dobj" for c in verb.children)
        and not any(t.i > verb.i and t.like_num for t in verb.subtree)
    ):
        return offset + sentence.start_char, offset + sentence.end_char
    else:
        tokens = [t for t in verb.subtree if t.i >= verb.i] or [verb]
    return offset + min(t.idx for t in tokens), offset + max(t.idx + len(t.text) for t in tokens)


def scope_of_phrase(token: Token, sentence: Span, offset: int) -> tuple[int, int]:
    """What "according to X" covers: the clause it stands in, else the sentence."""
    head = token.head
    while head.dep_ in {"prep", "pcomp", "pobj"} and head.head.i != head.i:
        head = head.head
    if (
        head.pos_ in {"VERB", "AUX"}
        and head.dep_ in {"ccomp", "conj", "advcl", "relcl"}
        and token.i > sentence.start + 1
    ):
        tokens = list(head.subtree)
        return offset + min(t.idx for t in tokens), offset + max(
            t.idx + len(t.text) for t in tokens
        )
    return offset + sentence.start_char, offset + sentence.end_char
