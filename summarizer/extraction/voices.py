"""Voices: whom a noun phrase or a pronoun names, under one name throughout the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.extraction.introduced import Introduced
from summarizer.extraction.known import Heard, Voice, is_called
from summarizer.extraction.naming import (
    SPELLINGS,
    is_acronym,
    key_of,
    lands,
    same_body,
    same_person,
    sound,
)
from summarizer.extraction.parties import countries
from summarizer.extraction.phrases import (
    called_before,
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
    RULES,
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
    """footage telephone phone fire blast siren flag clock talk weather crowd idea fact move step
    sign""".split()  # noqa: SIM905
)


_UNNAMED = frozenset(["source", "official", "officer", "spokesman", "spokeswoman", "spokesperson"])


class Voices:
    """Who can be speaking: whom pronouns, titles and short names stand for by now."""

    def __init__(self, parsed: Parsed) -> None:
        self.voices: list[Voice] = []
        self._heard: list[Heard] = []
        self._sentence = 0
        self._known = Introduced(parsed)

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

    def of(self, token: Token, *, sure: bool = False) -> Voice | None:  # noqa: PLR0911
        """The voice that the noun phrase headed by `token` names; null where nobody could speak.

        `sure` says that somebody speaks here, whatever the noun: "…, civil defence said".
        """
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
        person = person_in(token, self._known.persons)
        if person is not None:
            return self.person(person, role_beside(token, person))
        phrase = phrase_of(token)
        if not phrase or not any(ch.isalpha() for ch in phrase):
            return None
        if is_human(lemma, plural=sure or token.tag_ == "NNS"):
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
        return self._body(token, phrase, sure=sure)

    def person(self, name: str, role: str | None = None) -> Voice:
        """The person of that name, joined with who bears its surname already."""
        fulls = self._known.persons.get(sound(name.rsplit(maxsplit=1)[-1]), [])
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

    def _owner_beside(self, owner: Token) -> Voice | None:
        """Whom "its" stands for by the names before it in its own sentence, the nearest first."""
        if owner.lower_ != "its":
            return None
        before = [
            t
            for t in owner.sent
            if t.i < owner.i and t.pos_ == "PROPN" and t.dep_ not in {"compound", "npadvmod"}
            and t.ent_type_ not in {"PERSON", "DATE", "TIME", "EVENT"}
            and t.lemma_.lower() not in HUMAN | BODIES | MEDIA
        ]  # fmt: skip
        known = [t for t in before if t.ent_type_ == "GPE" or t.lower_ in countries()]
        return self.of((known or before)[-1]) if before else None

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
        if token.lemma_.lower() in _UNNAMED:
            phrase = self._placed(token, phrase)
        key = key_of(phrase)
        definite = (
            any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in token.children)
            or token.pos_ == "PROPN"
        )
        if definite:
            fitting = [
                name
                for role, name in self._known.roles
                if key <= role or (role <= key and role & HUMAN)
            ]
            for heard in reversed(self._heard):
                if heard.voice.kind == "person" and (
                    heard.voice.name in fitting
                    or (heard.voice.role and key <= key_of(heard.voice.role))
                ):
                    return heard.voice
            if len(set(fitting)) == 1:
                return self.person(fitting[0])
        known = None
        if definite:
            unnamed = token.lemma_.lower() in _UNNAMED
            same = (v for v in reversed(self.voices) if v.kind == "person")
            known = next(
                (
                    v
                    for v in same
                    if key_of(v.names[0]) == key
                    or (unnamed and v.names[0][:1].islower() and key <= key_of(v.names[0]))
                ),
                None,
            )
        return known or self._new(Voice("person", [phrase]))

    def _placed(self, token: Token, phrase: str) -> str:
        """Somebody unnamed with the body that they speak from: "source in the Foreign Ministry"."""
        for place in token.children:
            if place.dep_ == "prep" and place.lower_ in {"in", "at", "from", "within", "inside"}:
                body = next((c for c in place.children if c.dep_ == "pobj"), None)
                if body is not None and body.lemma_.lower() in BODIES:
                    voice = self._body(body, phrase_of(body), sure=False)
                    article = "" if voice and voice.name[:1].islower() else "the "
                    return f"{phrase} {place.lower_} {article}{voice.name}" if voice else phrase
        return phrase

    def _body(self, token: Token, phrase: str, *, sure: bool) -> Voice | None:
        person = next((v for v in self.voices if v.kind == "person" and phrase in v.names), None)
        if person is not None:
            return person  # whom the entity finder knew a paragraph ago
        lemma = SPELLINGS.get(token.lemma_.lower(), token.lemma_.lower())
        if token.pos_ != "PROPN" and not any(
            t.pos_ == "PROPN" or t.ent_type_ in {"GPE", "NORP"}
            for t in token.subtree
            if t.idx < token.idx
        ):
            known = self._called(token, key_of(phrase), lemma)
            if known is not None:
                return known
            named = sure and token.pos_ == "NOUN" and lemma not in RULES | _MUTE
            mute = token.dep_ == "pobj" or lemma in _MUTE or not _definite(token)
            if lemma not in BODIES and mute and not named:
                return None
            title = token.nbor(1) if token.i + 1 < len(token.doc) else token
            beside = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
            if lemma in BODIES and beside and title.i >= beside[0].left_edge.i > token.i:
                return self._named(beside[0], phrase_of(beside[0]))  # "the foundation Open Water"
        owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        return self._owned(owner, phrase) if owner is not None else self._named(token, phrase)

    def _called(self, token: Token, key: frozenset[str], lemma: str) -> Voice | None:
        """The body that a common noun stands for: heard, known, or named anywhere in the text."""
        for heard in reversed(self._heard):
            if heard.voice.kind == "body" and is_called(heard.voice, key, lemma):
                return heard.voice
        for voice in reversed(self.voices):
            if voice.kind == "body" and is_called(voice, key, lemma):
                return voice
        named = [n for n in self._known.bodies if _definite(token) and key <= key_of(n)]
        one = lemma in BODIES and len({key_of(n) for n in named}) == 1
        return self.body(named[0]) if one else None

    def _owned(self, owner: Token, phrase: str) -> Voice | None:
        """The body of whoever a pronoun stands for: "Velmora …, its defence ministry said"."""
        whose = self._owner_beside(owner) or self._pronoun(owner)
        if whose is None or whose.kind != "body":
            return None
        if key_of(whose.name) & (BODIES - {"government", "side", "group", "movement"}):
            return None  # a ministry of an agency: the pronoun was not understood
        return self.body(f"{whose.name}’s {phrase}")

    def _named(self, token: Token, phrase: str) -> Voice:
        voice = self.body(phrase)
        voice.called |= called_before(token)
        if key_of(phrase) & AGENCIES:
            voice.called |= {"agency", "outlet"}
        return voice


def _definite(token: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in token.children)
