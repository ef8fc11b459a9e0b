"""Voices: whom a noun phrase or a pronoun names, under one name throughout the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.extraction.parties import countries
from summarizer.extraction.saying import AGENCIES, BODIES, DOCUMENTS, HUMAN, MEDIA, SOURCES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Voice", "Voices", "phrase_of"]

_MEMORY = 6  # sentences after which a pronoun no longer reaches back
_NEAR = 2
_GENDER = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_SPELLINGS = {"defence": "defense", "centre": "center", "organisation": "organization", "co-ordination": "coordination",
              "u.s.": "united states", "us": "us", "mod": "defense ministry"}  # fmt: skip
_SMALL = frozenset("the of for and in on at a an to from its his her their with by s both".split())
# Bodies that are spoken of by another noun than their name has.
_KIN = {"military": {"defense", "army", "armed"}, "army": {"military", "armed"}, "outlet": {"newspaper", "channel", "broadcaster", "agency"},
        "organization": {"federation", "association", "forum", "committee", "society"}, "body": {"commission", "committee", "council"},
        "group": {"movement", "army", "front", "forum", "federation", "organization"}, "channel": {"channel"}, "hotline": {"hotline"}}  # fmt: skip
_TITLES = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sir|Gen|Col|Maj|Capt|Lt|Sgt|Prof|Sen|Rep|Gov|Lord|Lady|Father|Sister|Sheikh)\.?|"
    r"(?:(?:Vice|Deputy|Prime|Foreign|Defen[cs]e|Interior|Major|Lieutenant|Brigadier|Secretary|Regional|District|Human|Rights)[ -])*"
    r"(?:President|Minister|General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral|Marshal|Commissioner|Commander|Governor|Mayor|"
    r"Secretary|Chancellor|Premier|Senator|Bishop|Archbishop|King|Queen|Prince|Ambassador|Spokesman|Spokeswoman|Chairman|Director|Leader|Ombudsman|Professor|Judge))\s+"
)
# Things that announce or show without anybody's speaking.
_MUTE = frozenset(
    "footage telephone phone fire blast siren flag clock exchange deal swap talk weather crowd idea fact move step war sign".split()
)
_CUTS = {"relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "prep"}


@dataclass
class Voice:
    """Somebody who can speak: every form of the name seen, a role, and whether a person, a body or people."""

    kind: str  # "person", "body", "people"
    names: list[str] = field(default_factory=list)
    role: str | None = None
    gender: str = ""
    called: set[str] = field(default_factory=set)  # common nouns it goes by: "hotline"
    marked: bool = False  # its name stands in quotation marks

    @property
    def name(self) -> str:
        """The fullest form of the name, of equally full ones the first."""
        return max(
            self.names,
            key=lambda n: (
                len(key_of(n)) if self.kind == "body" else len(n.split()),
                -self.names.index(n),
            ),
        )


@dataclass
class _Heard:
    voice: Voice
    sentence: int
    spoke: bool


def key_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, spelled one way; a demonym or capital is its country."""
    found: set[str] = set()
    known = countries()
    for word in re.findall(r"[\w.-]*\w\.?", name.lower().replace("’s", "").replace("'s", "")):
        word = (
            _SPELLINGS.get(word, word)
            if word.endswith("s.") or word in _SPELLINGS
            else word.rstrip(".")
        )
        if word in _SMALL or not word:
            continue
        land = known.get(word)
        if land is None and len(word) > 4 and word.endswith("s"):  # noqa: PLR2004
            land = known.get(word[:-1])
            word = word if word.endswith("ss") else word[:-1]
        found.update(
            re.findall(r"\w+", land.lower()) if land else _SPELLINGS.get(word, word).split()
        )
    return frozenset(found)


def sound(word: str) -> str:
    """A surname with the usual transliterations spelled one way: Petrovsky, Petrovskiy, Petrovskyy."""
    return re.sub(r"(?:iy|yi|yy|ij|y|j|i)+", "i", word.lower())


class Voices:
    """Who can be speaking, sentence by sentence: whom pronouns, titles and short names stand for."""

    def __init__(self, parsed: Parsed) -> None:
        self.voices: list[Voice] = []
        self._heard: list[_Heard] = []
        self._sentence = 0
        self._full: dict[str, list[str]] = {}
        self._roles: list[tuple[frozenset[str], str]] = []
        for _, doc in parsed.paragraphs:
            for entity in doc.ents:
                self._learn_full(entity.text, parsed.text)
        for _, doc in parsed.paragraphs:
            for entity in doc.ents:
                name = _bare(entity.text)
                if entity.label_ == "PERSON" and len(name.split()) > 1 and _is_name(name):
                    forms = self._full.setdefault(sound(name.split()[-1]), [])
                    if name not in forms:
                        forms.append(name)
                    role = _office(entity.root, name)
                    if role:
                        self._roles.append((key_of(role), name))

    def _learn_full(self, entity: str, text: str) -> None:
        """Find the given name of somebody whom the entity finder knows by the surname alone."""
        surname = _bare(entity)
        if not re.fullmatch(r"[A-Z][\w’'-]+", surname) or surname.lower() in countries():
            return
        for match in re.finditer(rf"\b([A-Z][\w’'-]+) {re.escape(surname)}\b", text):
            given = match[1]
            if (
                given.lower() in HUMAN | BODIES | MEDIA
                or given.lower() in countries()
                or _bare(f"{given} Xx") == "Xx"
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
            or lemma in HUMAN
            or lemma in BODIES
            or subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
        ):
            voice = self.of(subject)
            if voice is not None:
                self._heard.append(_Heard(voice, self._sentence, spoke=False))

    def heard(self, voice: Voice) -> None:
        """Note that a voice has spoken in this sentence."""
        self._heard.append(_Heard(voice, self._sentence, spoke=True))

    def last(self) -> Voice | None:
        """Whoever spoke last."""
        return next((h.voice for h in reversed(self._heard) if h.spoke), None)

    def of(self, token: Token) -> Voice | None:
        """The voice that the noun phrase headed by `token` names; null where it names nobody who could speak."""
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
        person = _person(token, self._full)
        if person is not None:
            return self.person(person, role_beside(token, person))
        phrase = phrase_of(token)
        if not phrase or not any(ch.isalpha() for ch in phrase):
            return None
        if lemma in HUMAN:
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
        fulls = self._full.get(sound(name.split()[-1]), [])
        if len(name.split()) == 1 and len(fulls) >= 1:
            recent = next(
                (h.voice.name for h in reversed(self._heard) if h.voice.name in fulls), None
            )
            name = recent or (
                fulls[0] if len(fulls) == 1 or len({f.split()[0][0] for f in fulls}) == 1 else name
            )
        for voice in self.voices:
            if voice.kind == "person" and any(_same_person(name, known) for known in voice.names):
                if name not in voice.names:
                    voice.names.append(name)
                voice.role = voice.role or role
                return voice
        return self._new(Voice("person", [name], role))

    def body(self, name: str) -> Voice:
        """The body of that name, joined with a fuller or shorter form already seen."""
        key = key_of(name)
        for heard in reversed(self.voices):
            if heard.kind == "body" and any(
                _same_body(key, key_of(known)) for known in heard.names
            ):
                if name not in heard.names:
                    heard.names.append(name)
                return heard
        for voice in self.voices:
            if voice.kind == "body" and any(_acronym(name, known) for known in voice.names):
                voice.names.append(name)
                return voice
        return self._new(Voice("body", [name]))

    def marked(self, name: str, noun: str) -> Voice:
        """The body whose name stands in quotation marks, called `noun` in the article's own words."""
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
            return None
        if word in {"it", "its"}:
            return self._it(recent, word)
        if word in {"they", "their"}:
            return next((h.voice for h in recent if h.voice.kind == "people"), None)
        return None

    def _it(self, recent: list[_Heard], word: str) -> Voice | None:
        """A body: who spoke in the sentence before, then whom that sentence is about, then who spoke lately."""
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
                word == "its" or lately is None or not key_of(voice.name) <= _lands()
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
        lemma = _SPELLINGS.get(token.lemma_.lower(), token.lemma_.lower())
        proper = any(
            t.pos_ == "PROPN" or t.ent_type_ in {"ORG", "GPE", "NORP"}
            for t in token.subtree
            if t.idx < token.idx + len(token)
        )
        if not proper:
            for heard in reversed(self._heard):
                if heard.voice.kind == "body" and _called(heard.voice, key, lemma):
                    return heard.voice
            for voice in reversed(self.voices):
                if voice.kind == "body" and _called(voice, key, lemma):
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
        voice.called |= _called_before(token)
        if key & AGENCIES:
            voice.called |= {"agency", "outlet"}
        return voice


def _definite(token: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in token.children)


def owners_of(noun: Token) -> Iterator[Token]:
    """Whose a paper or a count is: "X's figures", "figures by X", "data released by X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"}:
            yield from (
                t
                for t in child.children
                if t.dep_ == "pobj"
                and (
                    child.lower_ != "of" or t.pos_ == "PROPN" or t.lemma_.lower() in BODIES | HUMAN
                )
            )
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield from (
                t
                for c in child.children
                if c.dep_ == "agent" or c.lower_ == "by"
                for t in c.children
                if t.dep_ == "pobj"
            )
    for child in noun.children:
        if child.dep_ in {"compound", "amod"} and (
            child.pos_ == "PROPN" or child.lemma_.lower() in BODIES
        ):
            yield child


def phrase_of(token: Token, *, whole: bool = False) -> str:
    """The noun phrase without article and clauses; a name keeps its "of" and "for", and its list of names."""
    proper = token.pos_ == "PROPN" or any(
        c.pos_ == "PROPN" and c.dep_ in {"compound", "poss", "amod"} for c in token.children
    )
    cut: set[int] = set()
    for child in token.children:
        drop = child.dep_ in _CUTS and child.dep_ != "prep"
        if child.dep_ == "prep":
            drop = not (
                whole
                or child.lower_ in {"of", "for", "on"}
                or (child.lower_ == "in" and _needs_its_place(token, child))
            )
        if child.dep_ in {"amod", "det"} and child.i > token.i:
            drop = True
        if drop:
            cut |= {t.i for t in child.subtree}
    for inner in token.subtree:
        if (
            inner.i not in cut
            and inner.dep_ in {"relcl", "acl", "appos", "advcl"}
            and inner.i != token.i
        ):
            cut |= {t.i for t in inner.subtree}
    words = [t for t in token.subtree if t.i not in cut]
    if not words:
        return ""
    first = words[0].i
    last = first
    for word in words:
        if word.i > last + 1:
            break
        last = word.i
    text = token.doc[first : max(last, token.i) + 1].text
    text = re.sub(
        r"^(?:(?:the|a|an|some|many|several|other|another|its|his|her|their|our)\s+)+",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" ,;:—–-“”\"‘’'()")
    if proper and not whole:
        named = re.match(r"^(?:[a-z]+\s+)*?[a-z]+\s+((?:[A-Z][\w’'.-]*\s*)+)$", _after_noun(text))
        text = named[1].strip() if named else text
    if "," in text and not re.fullmatch(r"(?:[^,]+, )+[^,]* and [A-Z].*", text):
        text = text.split(",")[0]
    return text.strip(' ,;:—–-“”"()')


def _needs_its_place(token: Token, place: Token) -> bool:
    """Whether a body is told from others of its kind by its capital alone: "the Defense Ministry in Ostrava"."""
    own = [
        c
        for c in token.children
        if c.dep_ in {"compound", "amod", "poss", "prep"} and c.i != place.i
    ]
    return (
        token.pos_ == "PROPN"
        and len(own) <= 1
        and not any(t.ent_type_ in {"GPE", "NORP"} for t in own)
        and any(t.ent_type_ == "GPE" for t in place.children)
    )


def _after_noun(text: str) -> str:
    """What follows the outlet or group that a name is called: "exiled broadcaster TV Ostrava"."""
    words = text.split()
    for at in range(len(words) - 2, -1, -1):
        if words[at].lower() in MEDIA | BODIES and words[at].islower():
            return " ".join(words[at:])
    return ""


def _called_before(token: Token) -> set[str]:
    """The common nouns before a name that say what it is: "the Telegram channel Kite"."""
    return {
        c.lemma_.lower()
        for c in token.children
        if c.dep_ in {"compound", "nmod"}
        and c.i < token.i
        and c.lemma_.lower() in MEDIA | BODIES
        and c.text.islower()
    }


def _office(token: Token, person: str) -> str | None:
    """The role beside a name, or the title that the name stands beside as an apposition."""
    role = role_beside(token, person)
    if role is None and token.dep_ == "appos" and token.head.lemma_.lower() in HUMAN:
        role = phrase_of(token.head) or None
    return role


def role_beside(token: Token, person: str) -> str | None:
    """The office or title given beside a person's name, as written."""
    words = re.sub(r"\s+", " ", phrase_of(token, whole=False).replace(person, "")).strip(" ,’'")
    if (
        words
        and words.lower() != person.lower()
        and not any(part in words for part in person.split())
    ):
        return re.sub(r"^[’']?s\s+", "", words) or None
    apposition = next(
        (
            c
            for c in token.children
            if c.dep_ == "appos" and c.ent_type_ != "PERSON" and not c.like_num
        ),
        None,
    )
    if apposition is not None:
        text = phrase_of(apposition)
        return text if any(ch.isalpha() for ch in text) else None
    return None


def _person(token: Token, full: dict[str, list[str]]) -> str | None:
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if (
        entity is not None
        and entity.label_ == "PERSON"
        and token.lemma_.lower() not in BODIES | MEDIA | SOURCES
    ):
        before = token.doc[token.i - 1] if token.i else None
        if before is None or before.lemma_.lower() not in MEDIA:
            name = _bare(entity.text)
            return name if _is_name(name) else None
    if token.lemma_.lower() in HUMAN:
        for child in token.children:
            inner = next(
                (e for e in token.doc.ents if e.start <= child.i < e.end and e.label_ == "PERSON"),
                None,
            )
            if child.dep_ == "appos" and inner is not None and _is_name(_bare(inner.text)):
                return _bare(inner.text)
    if token.pos_ == "PROPN" and (
        entity is None or entity.label_ in {"ORG", "GPE", "PRODUCT", "WORK_OF_ART", "NORP", "FAC"}
    ):
        if (
            any(
                c.dep_ in {"compound", "appos"} and c.lemma_.lower() in HUMAN
                for c in token.children
            )
            and token.lemma_.lower() not in BODIES
        ):
            return _own_name(token)
        if sound(token.text) in full and not any(
            c.dep_ == "compound" and c.lemma_.lower() in BODIES for c in token.children
        ):
            return token.text
    return None


def _own_name(token: Token) -> str:
    first = token.i
    while (
        first > 0
        and token.doc[first - 1].pos_ == "PROPN"
        and token.doc[first - 1].dep_ == "compound"
        and token.doc[first - 1].lemma_.lower() not in HUMAN
    ):
        first -= 1
    return token.doc[first : token.i + 1].text


def _bare(name: str) -> str:
    name = re.sub(r"[’']s?$", "", name.strip(' ,“”"')).strip()
    while (shorter := _TITLES.sub("", name)) != name:
        name = shorter
    return name


def _is_name(name: str) -> bool:
    words = name.split()
    return (
        bool(words)
        and all(w[0].isupper() or len(w) <= 3 or "-" in w for w in words)
        and words[-1][0].isalpha()
    )  # noqa: PLR2004


def _same_person(one: str, two: str) -> bool:
    a, b = one.split(), two.split()
    if sound(a[-1]) != sound(b[-1]):
        return False
    return len(a) == 1 or len(b) == 1 or sound(a[0])[0] == sound(b[0])[0]


def _same_body(one: frozenset[str], two: frozenset[str]) -> bool:
    if not one or not two:
        return False
    if one == two:
        return bool(one - _lands())
    small, large = sorted((one, two), key=len)
    if not small < large:
        return False
    own = small - _lands()
    return len(own) >= 2 or bool(own & (BODIES - {"group", "side", "forces", "office", "agency"}))  # noqa: PLR2004


def _lands() -> frozenset[str]:
    return frozenset(
        word for name in set(countries().values()) for word in re.findall(r"\w+", name.lower())
    )


def _acronym(one: str, two: str) -> bool:
    for short, long in ((one, two), (two, one)):
        if short.isupper() and len(short) > 1 and short.isalpha():
            initials = "".join(w[0] for w in re.findall(r"\w+", long) if w[0].isupper())
            if initials == short:
                return True
    return False


def _called(voice: Voice, key: frozenset[str], lemma: str) -> bool:
    """Whether "the ministry" may be this body: its name or what it is called has those words."""
    words: set[str] = set(voice.called)
    for name in voice.names:
        words |= key_of(name)
    return bool(key) and (key <= words or (len(key) == 1 and bool(_KIN.get(lemma, set()) & words)))
