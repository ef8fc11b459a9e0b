"""Names and stages: places, mediators and the like, found by the pack's cues over the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.documents import Evidence
from summarizer.extraction.mentions import lemma_of
from summarizer.extraction.speakers import Attribution, speaker_at

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.documents import NameCue, Pack
    from summarizer.extraction.parse import Parsed
    from summarizer.extraction.parties import Parties

__all__ = ["Found", "found_names"]

_PREPOSITIONS = {"in": {"in", "inside", "within", "at"}, "on": {"on", "along"}, "at": {"at", "on", "near", "in", "across", "through", "via", "by"}}
_CARRIES = {"to", "into", "in", "at", "via", "through"}


class Found:
    """A value found for a field, the speaker it is owed to, and the sentence that gives it."""

    __slots__ = ("evidence", "speaker", "value")

    def __init__(self, value: str, speaker: str | None, evidence: Evidence) -> None:
        self.value = value
        self.speaker = speaker
        self.evidence = evidence


def found_names(parsed: Parsed, pack: Pack, field: str, attributions: list[Attribution], parties: Parties) -> list[Found]:
    """Every value that the pack's cues for `field` find, in order of appearance, each value once a speaker."""
    found: list[Found] = []
    seen: set[tuple[str, str | None]] = set()
    for _, offset, sentence in parsed.sentences():
        for cue in pack.names.get(field, ()):
            if not _applies(cue, sentence.text):
                continue
            for value, token in _values(cue, sentence, parties):
                start = offset + (token.idx if token is not None else sentence.start_char)
                attribution = speaker_at(attributions, start, start + 1)
                speaker = attribution.speaker.name if attribution else None
                if (value.lower(), speaker) in seen:
                    continue
                seen.add((value.lower(), speaker))
                found.append(Found(value, speaker, _evidence(parsed.text, offset, sentence)))
            if cue.role == "clause" and cue.value and any(f.evidence.start == offset + sentence.start_char for f in found):
                break  # the first stage that a sentence tells is its own
    return found


def _applies(cue: NameCue, text: str) -> bool:
    if cue.pattern and not re.search(cue.pattern, text, re.IGNORECASE | re.DOTALL):
        return False
    return not (cue.unless and re.search(cue.unless, text, re.IGNORECASE | re.DOTALL))


def _values(cue: NameCue, sentence: Span, parties: Parties) -> Iterator[tuple[str, Token | None]]:
    if cue.value:
        match = re.search(cue.pattern, sentence.text, re.IGNORECASE | re.DOTALL)
        yield cue.value, _token_at(sentence, match.start()) if match else None
        return
    for token in _tokens(cue, sentence):
        name = _name(token, cue)
        if name is None:
            continue
        if cue.role in {"in", "on", "at", "clause"} and _is_party(name, parties):
            continue
        yield name, token


def _token_at(sentence: Span, position: int) -> Token | None:
    return next((t for t in sentence if t.idx - sentence.start_char >= position), None)


def _tokens(cue: NameCue, sentence: Span) -> Iterator[Token]:
    if cue.role in {"subject", "agent"}:
        for verb in sentence:
            if verb.pos_ in {"VERB", "AUX"} and (lemma_of(verb) in cue.verbs or verb.lemma_.lower() in cue.verbs):
                yield from _doers(verb, agent_only=cue.role == "agent")
    elif cue.role == "possessor":
        for noun in sentence:
            if noun.lemma_.lower() in cue.nouns:
                yield from _owners(noun)
    elif cue.role == "clause":
        for verb in sentence:
            if verb.pos_ == "VERB" and verb.lemma_.lower() in cue.verbs:
                for child in verb.children:
                    if child.dep_ == "prep" and child.lower_ in _CARRIES:
                        yield from (t for t in child.children if t.dep_ == "pobj")
    else:
        prepositions = _PREPOSITIONS[cue.role]
        for token in sentence:
            if token.dep_ == "pobj" and token.head.lower_ in prepositions and (not cue.nouns or token.lemma_.lower() in cue.nouns):
                yield token


def _doers(verb: Token, *, agent_only: bool) -> Iterator[Token]:
    agents = [t for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by") for t in c.children if t.dep_ == "pobj"]
    for agent in agents:
        yield agent
        yield from agent.conjuncts
    if agent_only or agents:
        return
    current = verb
    for _ in range(4):
        for child in current.children:
            if child.dep_ == "nsubj":
                subject = current.head if child.lower_ in {"who", "which", "that"} and current.dep_ == "relcl" else child
                yield subject
                yield from subject.conjuncts
                return
        if current.dep_ not in {"conj", "xcomp", "advcl"}:
            return
        current = current.head


def _owners(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            yield child
        if child.dep_ == "prep" and child.lower_ in {"of", "by", "from"}:
            for target in child.children:
                if target.dep_ == "pobj":
                    yield target
                    yield from target.conjuncts
    verb = noun.head
    climbed = noun
    while verb.dep_ in {"compound", "conj", "dobj"} and verb.i != verb.head.i and verb.pos_ not in {"VERB", "AUX"}:
        climbed, verb = verb, verb.head
    if verb.pos_ in {"VERB", "AUX"} and (climbed.dep_ in {"dobj", "attr"} or noun.dep_ in {"dobj", "attr"}) and verb.lemma_ in {"provide", "offer", "act", "serve", "give", "lend", "be", "play"}:
        yield from _doers(verb, agent_only=False)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and verb.i != noun.i:
        actor = noun.head.head
        if actor.pos_ == "VERB":
            yield from _doers(actor, agent_only=False)


def _name(token: Token, cue: NameCue) -> str | None:
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if cue.nouns and cue.role in {"in", "on", "at"}:
        words = [t for t in token.subtree if t.dep_ not in {"relcl", "acl"}]
        if not any(t.pos_ == "PROPN" or t.ent_type_ in cue.kinds for t in words):
            return None
        text = token.doc[words[0].i : words[-1].i + 1].text
        text = re.split(r",| (?:where|which|that|after|as|on|when|before|in front|amid|during) ", text)[0]
        return re.sub(r"^(?:the|a|an) ", "", text, flags=re.IGNORECASE).strip()
    if entity is not None and (not cue.kinds or entity.label_ in cue.kinds):
        return re.sub(r"^(?:the|The) |[’']s$", "", entity.text).strip()
    if token.pos_ == "PROPN":
        first = token.i
        while first > 0 and token.doc[first - 1].dep_ == "compound" and token.doc[first - 1].head.i == token.i:
            first -= 1
        if entity is not None and entity.label_ in {"DATE", "TIME", "MONEY", "CARDINAL"}:
            return None
        return re.sub(r"^(?:the|The) ", "", token.doc[first : token.i + 1].text)
    return None


def _is_party(name: str, parties: Parties) -> bool:
    party = parties.named(name)
    return party is not None and party in parties.pair


def _evidence(text: str, offset: int, sentence: Span) -> Evidence:
    start, end = offset + sentence.start_char, offset + sentence.end_char
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence.at(text, start, end)
