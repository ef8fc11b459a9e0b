"""Voices: whom a noun phrase or a pronoun names, under one name throughout the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.extraction.known import Heard, Voice, is_called
from summarizer.extraction.naming import (
    SPELLINGS,
    bare_name,
    is_acronym,
    is_name,
    key_of,
    lands,
    same_body,
    same_person,
    sound,
)
from summarizer.extraction.parties import countries
from summarizer.extraction.phrases import (
    called_before,
    office_beside,
    owners_of,
    person_in,
    phrase_of,
    role_beside,
)
from summarizer.extraction.saying import (
    AGENCIES,
    BODIES,
    DOCUMENTS,
    HUMAN,
    MEDIA,
    SOURCES,
    is_human,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Voice", "Voices"]

_MEMORY = 6  # sentences after which a pronoun no longer reaches back
_NEAR = 2
_GENDER = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
# Things that announce or show without anybody's speaking.
_MUTE = frozenset(
    [
        "footage",
        "telephone",
        "phone",
        "fire",
        "blast",
        "siren",
        "flag",
        "clock",
        "talk",
        "weather",
        "crowd",
        "idea",
        "fact",
        "move",
        "step",
        "sign",
    ]
)


class Voices:
    """Who can be speaking: whom pronouns, titles and short names stand for by now."""

    def __init__(self, parsed: Parsed) -> None:
        self.voices: list[Voice] = []
        self._heard: list[Heard] = []
        self._sentence = 0
        self._full: dict[str, list[str]] = {}
        self._roles: list[tuple[frozenset[str], str]] = []
        for _, doc in parsed.paragraphs:
            for entity in doc.ents:
                self._learn_full(entity.text, parsed.text)
        for _, doc in parsed.paragraphs:
            for entity in doc.ents:
                name = bare_name(entity.text)
                if entity.label_ == "PERSON" and len(name.split()) > 1 and is_name(name):
                    forms = self._full.setdefault(sound(name.split()[-1]), [])
                    if name not in forms:
                        forms.append(name)
                    role = office_beside(entity.root, name)
                    if role:
                        self._roles.append((key_of(role), name))

    def _learn_full(self, entity: str, text: str) -> None:
        """Find the given name of somebody whom the entity finder knows by the surname alone."""
        surname = bare_name(entity)
        if not re.fullmatch(r"[A-Z][\w’'-]+", surname) or surname.lower() in countries():
            return
        for match in re.finditer(rf"\b([A-Z][\w’'-]+) {re.escape(surname)}\b", text):
            given = match[1]
            if (
                given.lower() in HUMAN | BODIES | MEDIA
                or given.lower() in countries()
                or bare_name(f"{given} Xx") == "Xx"
                or match.start() == 0
            ):
                continue
            before = text[: match.start()].rstrip()
            if before.endswith((",", "said")):
                forms = self._full.setdefault(sound(surname), [])
                if match.group() not in forms:
                    forms.append(match.group())

    def begin(self, sentence: Span) -> None:
        """Enter the next sentence and note whom it is about, for the pronouns to come."""
        self._sentence += 1
        root = sentence.root
        subject = next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and subject.pos_ == "PRON":
            fronted = (
                c
                for v in root.children
                if v.dep_ == "advcl" and v.i < root.i
                for c in v.children
                if c.dep_ == "nsubj"
            )
            subject = next(fronted, None)
        if subject is None or subject.pos_ == "PRON":
            return
        lemma = subject.lemma_.lower()
        if (
            subject.pos_ == "PROPN"
            or is_human(lemma, plural=subject.tag_ == "NNS")
            or lemma in BODIES
            or subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
        ):
            voice = self.of(subject)
            if voice is not None:
                self._heard.append(Heard(voice, self._sentence, spoke=False))

    def heard(self, voice: Voice) -> None:
        """Note that a voice has spoken in this sentence."""
        self._heard.append(Heard(voice, self._sentence, spoke=True))

    def last(self) -> Voice | None:
        """Whoever spoke last."""
        return next((h.voice for h in reversed(self._heard) if h.spoke), None)

    def of(self, token: Token) -> Voice | None:  # noqa: PLR0911
        """The voice that the noun phrase headed by `token` names; null where nobody could speak."""
        if token.pos_ == "PRON" or token.lower_ in {"he", "she", "it", "they"}:
            return self._pronoun(token)
        lemma = token.lemma_.lower()
        if any(c.lower_ in {"no", "neither", "nor", "nobody"} for c in token.children) or lemma in {
            "nobody",
            "none",
        }:
            return None
        if lemma in SOURCES and token.pos_ != "PROPN":
            return self._source(token)
        person = person_in(token, self._full)
        if person is not None:
            return self.person(person, role_beside(token, person))
        phrase = phrase_of(token)
        if not phrase or not any(ch.isalpha() for ch in phrase):
            return None
        if is_human(lemma, plural=token.tag_ == "NNS"):
            return self._human(token, phrase)
        if token.ent_type_ in {
            "DATE",
            "TIME",
            "CARDINAL",
            "MONEY",
            "PERCENT",
            "LANGUAGE",
            "EVENT",
            "ORDINAL",
            "QUANTITY",
        }:
            return None
        return self._body(token, phrase)

    def person(self, name: str, role: str | None = None) -> Voice:
        """The person of that name, joined with who bears its surname already."""
        fulls = self._full.get(sound(name.rsplit(maxsplit=1)[-1]), [])
        if len(name.split()) == 1 and len(fulls) >= 1:
            recent = next(
                (h.voice.name for h in reversed(self._heard) if h.voice.name in fulls), None
            )
            name = recent or (
                fulls[0] if len(fulls) == 1 or len({f.split()[0][0] for f in fulls}) == 1 else name
            )
        for voice in self.voices:
            if voice.kind == "body" and voice.names == [name.split()[-1]] != [name]:
                voice.kind = "person"  # "Roe said" came before "Ada Roe, the mayor"
        for voice in self.voices:
            if voice.kind == "person" and any(same_person(name, known) for known in voice.names):
                if name not in voice.names:
                    voice.names.append(name)
                voice.role = voice.role or role
                return voice
        return self._new(Voice("person", [name], role))

    def body(self, name: str) -> Voice:
        """The body of that name, joined with a fuller or shorter form already seen."""
        exact = next((v for v in self.voices if v.kind == "body" and name in v.names), None)
        if exact is not None:
            return exact
        key = key_of(name)
        for heard in reversed(self.voices):
            if heard.kind == "body" and any(same_body(key, key_of(known)) for known in heard.names):
                if name not in heard.names:
                    heard.names.append(name)
                return heard
        for voice in self.voices:
            if voice.kind == "body" and any(is_acronym(name, known) for known in voice.names):
                voice.names.append(name)
                return voice
        return self._new(Voice("body", [name]))

    def marked(self, name: str, noun: str) -> Voice:
        """The body whose name stands in quotation marks, called `noun` by the article."""
        voice = next((v for v in self.voices if name in v.names), None) or self._new(
            Voice("body", [name], marked=True)
        )
        voice.called.add(noun.lower())
        return voice

    def _new(self, voice: Voice) -> Voice:
        self.voices.append(voice)
        return voice

    def _pronoun(self, token: Token) -> Voice | None:
        word = token.lower_
        recent = [h for h in reversed(self._heard) if self._sentence - h.sentence <= _MEMORY]
        if word in {"he", "she", "his", "him", "her"}:
            gender = _GENDER[word]
            for heard in recent:
                if heard.voice.kind == "person" and heard.voice.gender in {"", gender}:
                    heard.voice.gender = gender
                    return heard.voice
            return self._unrecognised(recent, gender)
        if word in {"it", "its"}:
            return self._it(recent, word)
        if word in {"they", "their"}:
            return next((h.voice for h in recent if h.voice.kind == "people"), None)
        return None

    def _unrecognised(self, recent: list[Heard], gender: str) -> Voice | None:
        """Somebody whom the entity finder took for a body, and whom the article now calls "she"."""
        for heard in recent:
            voice, words = heard.voice, key_of(heard.voice.name)
            proper = voice.name.istitle() and not words & (BODIES | MEDIA | AGENCIES)
            near = self._sentence - heard.sentence <= _NEAR
            if (
                voice.kind == "body"
                and proper
                and near
                and not voice.marked
                and not words <= lands()
            ):
                voice.kind, voice.gender = "person", gender
                return voice
        return None

    def _it(self, recent: list[Heard], word: str) -> Voice | None:
        """A body: who spoke just before, then whom that is about, then who spoke lately."""
        just = [h for h in recent if self._sentence - h.sentence <= 1]
        spoke = next((h.voice for h in just if h.spoke and h.voice.kind == "body"), None)
        if spoke is not None and word == "it":
            return spoke
        lately = next(
            (
                h.voice
                for h in recent
                if h.spoke and h.voice.kind == "body" and self._sentence - h.sentence <= _NEAR
            ),
            None,
        )
        for heard in just:
            voice = heard.voice
            if (
                voice.kind == "person"
                and not voice.gender
                and not heard.spoke
                and voice.role is None
                and voice.name[:1].isupper()
            ):
                voice.kind = "body"  # no person is an "it", whatever the name looks like
            if voice.kind == "body" and (
                word == "its" or lately is None or not key_of(voice.name) <= lands()
            ):
                return voice
        return lately or next((h.voice for h in recent if h.voice.kind == "body"), None)

    def _source(self, token: Token) -> Voice | None:
        """Whose figures, report or statement it is; "the statement" is whoever spoke last."""
        owner = next(owners_of(token), None)
        if owner is not None:
            return self.of(owner)
        definite = any(c.lower_ in {"the", "this", "that", "a"} for c in token.children)
        if token.lemma_.lower() in DOCUMENTS and definite:
            near = (
                h for h in reversed(self._heard) if h.spoke and self._sentence - h.sentence <= _NEAR
            )
            spoke = next(near, None)
            return spoke.voice if spoke is not None else None
        return None

    def _human(self, token: Token, phrase: str) -> Voice | None:
        if token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() in {"people", "family"}:
            words = phrase_of(token, whole=True)
            words = (
                words
                if token.sent.text.find(words) or token.pos_ == "PROPN" or words[1:2].isupper()
                else words[0].lower() + words[1:]
            )
            return next(
                (
                    v
                    for v in self.voices
                    if v.kind == "people" and v.names[0].lower() == words.lower()
                ),
                None,
            ) or self._new(Voice("people", [words]))
        key = key_of(phrase)
        definite = (
            any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in token.children)
            or token.pos_ == "PROPN"
        )
        if definite:
            fitting = [
                name for role, name in self._roles if key <= role or (role <= key and role & HUMAN)
            ]
            for heard in reversed(self._heard):
                if heard.voice.kind == "person" and (
                    heard.voice.name in fitting
                    or (heard.voice.role and key <= key_of(heard.voice.role))
                ):
                    return heard.voice
            if len(set(fitting)) == 1:
                return self.person(fitting[0])
        known = (
            next((v for v in self.voices if v.kind == "person" and key_of(v.names[0]) == key), None)
            if definite
            else None
        )
        return known or self._new(Voice("person", [phrase]))

    def _body(self, token: Token, phrase: str) -> Voice | None:
        key = key_of(phrase)
        lemma = SPELLINGS.get(token.lemma_.lower(), token.lemma_.lower())
        proper = any(
            t.pos_ == "PROPN" or t.ent_type_ in {"ORG", "GPE", "NORP"}
            for t in token.subtree
            if t.idx < token.idx + len(token)
        )
        if not proper:
            for heard in reversed(self._heard):
                if heard.voice.kind == "body" and is_called(heard.voice, key, lemma):
                    return heard.voice
            for voice in reversed(self.voices):
                if voice.kind == "body" and is_called(voice, key, lemma):
                    return voice
        if (
            not proper
            and lemma not in BODIES
            and (token.dep_ == "pobj" or token.lemma_.lower() in _MUTE or not _definite(token))
        ):
            return None
        owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        if owner is not None:
            whose = self._pronoun(owner)
            return (
                self.body(f"{whose.name}’s {phrase}")
                if whose is not None and whose.kind == "body"
                else None
            )
        voice = self.body(phrase)
        voice.called |= called_before(token)
        if key & AGENCIES:
            voice.called |= {"agency", "outlet"}
        return voice


def _definite(token: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in token.children)
