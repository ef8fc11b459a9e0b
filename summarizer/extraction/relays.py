"""Relays: the source in the place of whoever passes its words on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.extraction.acts import Act, subject_of
from summarizer.extraction.saying import (
    AGENCIES,
    BODIES,
    MEDIA,
    MEDIA_NAMES,
    SAYING,
    SOURCES,
    is_human,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.voices import Voice, Voices

__all__ = ["relayed", "told_to"]


def told_to(verb: Token, voices: Voices) -> Voice | None:
    """The outlet that was told it, which thereby relays it."""
    if verb.lemma_.lower() != "tell":
        return None
    told = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
    if told is None:
        return None
    named = next((c for c in told.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if named is not None and told.lemma_.lower() in MEDIA:
        return voices.body(re.sub(r"^[Tt]he ", "", named.doc[named.left_edge.i : named.i + 1].text))
    return voices.of(told) if told.pos_ == "PROPN" and _is_outlet(told) else None


def _can_be_cited(source: Token) -> bool:
    """Whether it is somebody or a paper, not a reason: "citing the wishes of the families"."""
    lemma = source.lemma_.lower()
    return (
        source.pos_ in {"PROPN", "PRON"}
        or lemma in BODIES | MEDIA | SOURCES
        or is_human(lemma, plural=source.tag_ == "NNS")
        or any(c.pos_ == "PROPN" and c.dep_ == "compound" for c in source.children)
    )


def _is_outlet(token: Token) -> bool:
    words = {t.lower_ for t in token.subtree if t.dep_ in {"compound", "amod"} or t.i == token.i}
    return bool(words & (AGENCIES | MEDIA | MEDIA_NAMES))


def relayed(acts: list[Act], sentence: Span, offset: int, voices: Voices) -> list[Act]:
    """Put the source in its relay's place: "A cited B as saying", "A reported, citing B"."""
    found = list(acts)
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    for token in sentence:
        lemma = token.lemma_.lower()
        if lemma not in {"cite", "quote"} or token.pos_ not in {"VERB", "AUX"}:
            continue
        passive = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        source = passive or next((c for c in token.children if c.dep_ == "dobj"), None)
        if source is None:
            continue
        outer = next((a for a in found if a.at == offset + token.idx), None) or next(
            (
                a
                for a in found
                if a.at < offset + token.idx and token.dep_ in {"advcl", "acl", "conj"}
            ),
            None,
        )
        agent = next(
            (
                t
                for c in token.children
                if c.dep_ == "agent"
                for t in c.children
                if t.dep_ == "pobj"
            ),
            None,
        )
        relay = voices.of(agent) if agent is not None else None
        if relay is None and passive is None:
            subject = subject_of(token)
            relay = (
                outer.voice
                if outer is not None
                else voices.of(subject)
                if subject is not None
                else None
            )
        voice = voices.of(source) if _can_be_cited(source) else None
        if voice is None:
            continue
        if relay is voice:
            relay = None
        saying = next(
            (t for t in token.subtree if t.lemma_.lower() in SAYING and t.dep_ == "pcomp"), None
        )
        verb, verb_lemma = (
            (outer.verb, outer.lemma)
            if outer is not None and outer.lemma not in {"cite", "quote"}
            else ("said", "say")
        )
        if saying is not None:
            verb, verb_lemma = (
                "said" if saying.lemma_ == "say" else saying.text.lower(),
                saying.lemma_.lower(),
            )
        if outer is not None:
            found.remove(outer)
        found = [
            a
            for a in found
            if a.at != offset + token.idx and (saying is None or a.at != offset + saying.idx)
        ]
        start, end = (outer.start, outer.end) if outer is not None else whole
        found.append(Act(voice, verb, verb_lemma, start, end, whole, offset + token.idx, relay))
    return _nested(found)


def _nested(acts: list[Act]) -> list[Act]:
    """An outlet's report of somebody's saying is that one's saying, by way of the outlet."""
    kept = list(acts)
    for outer in acts:
        if (
            outer.voice.kind != "body"
            or not is_outlet_name(outer.voice)
            or outer.lemma not in {"report", "say", "write", "quote"}
        ):
            continue
        inner = [
            a
            for a in kept
            if a is not outer
            and outer.start <= a.at < outer.end
            and a.voice is not outer.voice
            and a.via is None
        ]
        if inner:
            kept = [
                replace(a, via=outer.voice) if a in inner else a for a in kept if a is not outer
            ]
    return kept


def is_outlet_name(voice: Voice) -> bool:
    words = {word.lower() for word in re.findall(r"[\w/-]+", voice.name)} | voice.called
    return bool(words & (AGENCIES | MEDIA | MEDIA_NAMES))
