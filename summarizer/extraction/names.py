"""Names and stages: places, mediators and the like, found by the pack's cues over the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.documents import Evidence
from summarizer.documents.sieve import may_find
from summarizer.extraction.labels import compiled
from summarizer.extraction.mentions import lemma_of
from summarizer.extraction.places import actor_name, is_party, place_name
from summarizer.extraction.speakers import Attribution, speaker_at

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.documents import NameCue, Pack
    from summarizer.extraction.parse import Parsed
    from summarizer.extraction.parties import Parties

__all__ = ["Found", "found_names"]

# Bodies that carry and watch are taken for places where people are brought "to" them.
_BODY = re.compile(
    r"\b(?:Red C(?:ross|rescent)|ICRC|Committee|Commission|Ministry|Agency|Brigades?|Army|Forces)$"
)
_NOBODY = {
    "nobody",
    "none",
    "no-one",
    "one",
    "anyone",
    "anybody",
    "someone",
    "somebody",
    "everyone",
}
_PREPOSITIONS = {
    "in": {"in", "inside", "within", "at", "near", "outside"},
    "on": {"on", "along"},
    "at": {"at", "on", "near", "in", "across", "through", "via", "by"},
}
_CARRIES = {"to", "into", "via", "through", "from", "across", "between", "at"}
_DATELINE = re.compile(
    r"^([A-ZÀ-Þ][A-ZÀ-Þ ’'-]{2,30})(?:,[^.:—–(]{0,30})?(?:\s*\([^)]*\))?\s*[.:—–-]\s"
)
_LEAD = 3
_UNREAL = {"would", "might", "could", "may", "should", "will", "can"}


class Found:
    """A value found for a field, the speaker it is owed to, and the sentence that gives it."""

    __slots__ = ("evidence", "speaker", "value")

    def __init__(self, value: str, speaker: str | None, evidence: Evidence) -> None:
        self.value = value
        self.speaker = speaker
        self.evidence = evidence


def found_names(
    parsed: Parsed, pack: Pack, field: str, attributions: list[Attribution], parties: Parties
) -> list[Found]:
    """Every value that the pack's cues for `field` find, in order, each once a speaker."""
    found: list[Found] = []
    seen: set[tuple[str, str | None]] = set()
    # Where the pack's labels know parties, a party is no place: it is where people went.
    here = _dateline_place(parsed)
    sided = any(label.party for label in pack.labels.values())
    for _, offset, sentence in parsed.sentences():
        for cue in pack.names.get(field, ()):
            if not _applies(cue, sentence.text):
                continue
            if (
                cue.role == "in"
                and not cue.nouns
                and here
                and re.search(r"\bhere\b", sentence.text)
            ):
                values = [(here, None), *_values(cue, sentence, parties, drop=sided)]
            else:
                values = list(_values(cue, sentence, parties, drop=sided))
            for value, token in values:
                start = offset + (token.idx if token is not None else sentence.start_char)
                attribution = speaker_at(attributions, start, start + 1)
                speaker = attribution.speaker.name if attribution else None
                if speaker == value:
                    speaker = None  # who does a thing is no witness to it
                if (value.lower(), speaker) in seen:
                    continue
                seen.add((value.lower(), speaker))
                found.append(Found(value, speaker, _evidence(parsed.text, offset, sentence)))
            if cue.role == "clause" and cue.value:
                break  # the first stage that a sentence tells is its own
    return found


def _dateline_place(parsed: Parsed) -> str | None:
    """Where the report is dated from, which is what it means by "here"."""
    for _, doc in parsed.paragraphs[:_LEAD]:
        match = _DATELINE.match(doc.text)
        if match is not None and "/" not in match[1]:
            return match[1].strip().title()
    return None


def _applies(cue: NameCue, text: str) -> bool:
    if cue.pattern and not _found(cue.pattern, text):
        return False
    return not (cue.unless and _found(cue.unless, text))


def _found(pattern: str, text: str) -> bool:
    return may_find(pattern, text) and compiled(pattern).search(text) is not None


def _values(
    cue: NameCue, sentence: Span, parties: Parties, *, drop: bool
) -> Iterator[tuple[str, Token | None]]:
    if cue.value:
        match = re.search(cue.pattern, sentence.text, re.IGNORECASE | re.DOTALL)
        yield cue.value, _token_at(sentence, match.start()) if match else None
        return
    place = cue.role in {"in", "on", "at", "clause", "object"}
    for token in _tokens(cue, sentence):
        name = place_name(token, cue) if place else actor_name(token, cue, parties)
        if name is None or (place and drop and is_party(name, token, cue, parties)):
            continue
        if place and _BODY.search(name):
            continue  # handed to it, not there
        if cue.outsider and parties.named(name) in parties.pair:
            continue
        yield name, token


def _token_at(sentence: Span, position: int) -> Token | None:
    return next((t for t in sentence if t.idx - sentence.start_char >= position), None)


def _tokens(cue: NameCue, sentence: Span) -> Iterator[Token]:  # noqa: C901, PLR0912
    if cue.role in {"subject", "agent"}:
        for verb in sentence:
            if verb.pos_ in {"VERB", "AUX"} and (
                lemma_of(verb) in cue.verbs or verb.lemma_.lower() in cue.verbs
            ):
                yield from _doers(verb, agent_only=cue.role == "agent")
    elif cue.role == "object":
        for verb in sentence:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in cue.verbs:
                yield from (c for c in verb.children if c.dep_ == "dobj" and not c.conjuncts)
    elif cue.role == "possessor":
        for noun in sentence:
            if noun.lemma_.lower() in cue.nouns:
                yield from _owners(noun)
    elif cue.role == "clause":
        for verb in sentence:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in cue.verbs:
                for child in (
                    c
                    for t in (
                        verb,
                        *(
                            a
                            for a in verb.children
                            if a.dep_ in {"advmod", "prt"} or a.lower_ == "back"
                        ),
                    )
                    for c in t.children
                ):
                    if child.dep_ == "prep" and child.lower_ in _CARRIES:
                        for target in (t for t in child.children if t.dep_ == "pobj"):
                            yield target
                            yield from target.conjuncts
    else:
        prepositions = _PREPOSITIONS[cue.role]
        for token in sentence:
            if (
                token.dep_ == "pobj"
                and token.head.lower_ in prepositions
                and (not cue.nouns or token.lemma_.lower() in cue.nouns)
            ):
                if cue.nouns and any(
                    t.dep_ == "pobj" and t.lemma_.lower() in cue.nouns for t in token.ancestors
                ):
                    continue  # "a crossing on the border": one place, given with its surroundings
                if token.head.head.lower_ in _NOBODY:
                    continue  # "nobody in Tarsk has gone so far": where they are, not where it was
                yield token


def _doers(verb: Token, *, agent_only: bool) -> Iterator[Token]:
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _UNREAL) for c in verb.children):
        return
    agents = [
        t
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
        for t in c.children
        if t.dep_ == "pobj"
    ]
    for agent in agents:
        yield agent
        yield from agent.conjuncts
    if agent_only or agents:
        return
    current = verb
    for _ in range(4):
        for child in current.children:
            if child.dep_ == "nsubj":
                subject = (
                    current.head
                    if child.lower_ in {"who", "which", "that"} and current.dep_ == "relcl"
                    else child
                )
                yield subject
                yield from subject.conjuncts
                return
        if current.dep_ == "pcomp" and current.head.head.pos_ in {
            "VERB",
            "AUX",
        }:  # "thanked X for hosting"
            yield from (c for c in current.head.head.children if c.dep_ == "dobj")
            return
        if current.dep_ not in {"conj", "xcomp", "advcl"}:
            return
        current = current.head


def _owners(noun: Token) -> Iterator[Token]:  # noqa: C901, PLR0912
    for child in noun.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            yield child
        if child.dep_ == "prep" and child.lower_ in {"of", "by", "from"}:
            for target in child.children:
                if target.dep_ == "pobj":
                    yield target
                    yield from target.conjuncts
    if noun.dep_ == "appos":
        yield noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in {"come", "originate", "stem"}:
        for child in noun.head.children:
            if child.dep_ == "prep" and child.lower_ in {"from", "with"}:
                yield from (t for t in child.children if t.dep_ == "pobj")
    verb = noun.head
    climbed = noun
    while (
        verb.dep_ in {"compound", "conj", "dobj"}
        and verb.i != verb.head.i
        and verb.pos_ not in {"VERB", "AUX"}
    ):
        climbed, verb = verb, verb.head
    if (
        verb.pos_ in {"VERB", "AUX"}
        and (climbed.dep_ in {"dobj", "attr"} or noun.dep_ in {"dobj", "attr"})
        and verb.lemma_ in {"provide", "offer", "act", "serve", "give", "lend", "be", "play"}
    ):
        yield from _doers(verb, agent_only=False)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and verb.i != noun.i:
        actor = noun.head.head
        if actor.pos_ == "VERB":
            yield from _doers(actor, agent_only=False)


def _evidence(text: str, offset: int, sentence: Span) -> Evidence:
    start, end = offset + sentence.start_char, offset + sentence.end_char
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence.at(text, start, end)
