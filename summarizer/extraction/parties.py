"""Parties: which country or group a word stands for, and which ones an article is about.

Countries, their demonyms and capitals come from the countryinfo tables; groups that are no country
(a movement, a region) are read out of the article: proper names that act like a party in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.extraction.lands import countries, lands
from summarizer.extraction.standing import (
    BODIES,
    MODIFIERS,
    is_name,
    is_person,
    owner_of,
    subject_before,
    weight_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.parse import Parsed

__all__ = ["BOTH", "Parties", "countries"]

BOTH = "*"  # "each side", "the two countries": every party at once

_STEM = 4
_PARTY_VOTES = 1.5
_ACTS = 1.5
_NO_PARTY = {"DATE", "TIME", "MONEY", "PERCENT", "EVENT", "LAW", "LANGUAGE", "ORDINAL", "CARDINAL"}
_POINT = re.compile(r"(north|south|east|west)(?:ern|erners?)?")
_TWO_LANDS = 5.0
_TOWN_VOTES = 3.0
_ADJECTIVE = re.compile(r"(?:ians?|ans?|ns?|is?|ese|ish|s)$")
_SIDES = {"side", "country", "party", "nation", "state", "government", "neighbour", "neighbor",
          "capital", "army", "camp", "force", "foe", "rival", "faction"}  # fmt: skip
# Bodies that carry, watch or report are no party, whatever they are called.
_GO_BETWEEN = re.compile(
    r"\b(?:Committee|Commission|Ministry|Minister|Red Cross|Red Crescent|United Nations"
    r"|UN|Agency|News|Council"
    r"|Court|Office|Bureau|Television|Radio|Times|Post|Press|Reuters|President|Secretary|Spokes\w+|Parliament|Union"
    r"|Organi[sz]ation|Watch|Headquarters|Cent(?:er|re)|Convention|Embassy|Church|Airport|Bridge|Border|Crossing"
    r"|Telegram|Facebook|Twitter|Airlines|Airways|University|Institute|Foundation|Hospital|Street|Square|Service|Brigade|Battalion|Division|Regiment"
    r"|Station|Camp|Prison|Commissioner|Ombudsman|Assembly|Confederation|Ceasefire|Accords?|Agreement|Mechanism|Protocol|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_KINDS = {"GPE", "NORP", "ORG", "PERSON", "LOC", "PRODUCT", "FAC", "WORK_OF_ART"}


@dataclass
class Parties:
    """Who the parties of one article are, and which of them a word stands for.

    `aliases` are further names that a pack or a user declares, name → party.
    """

    parsed: Parsed
    aliases: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)  # lower case name → as written
    pair: tuple[str, ...] = ()
    state: str = ""
    armed: str = ""
    nouns: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._lands = lands() | set(self.aliases.values())
        self._known = {**countries(), **{k.lower(): v for k, v in self.aliases.items()}}

    def learn(  # noqa: C901
        self, people: Collection[str], moves: Collection[str], *, go_betweens: Iterable[str] = ()
    ) -> None:
        """Find the parties: names that own people, act, give and receive; the heaviest two are the pair.

        `people` are the nouns for people and `moves` the verbs that move them, as lemmas;
        `go_betweens` are names that mediate, which are no parties.
        """
        self.nouns = frozenset(people)
        votes: Counter[str] = Counter()
        order: dict[str, int] = {}
        spoken: Counter[str] = Counter()
        spoken_for: Counter[str] = Counter()
        for _, doc in self.parsed.paragraphs:
            for token in doc:
                weight = weight_of(token, people, moves)
                side = self._side(token) if token.pos_ != "PROPN" else ""
                if side and weight >= _ACTS:
                    spoken[side] += 1
                name = self._named_here(token, learn=weight >= _ACTS)
                if name is not None and name != BOTH:
                    votes[name] += weight  # type: ignore[assignment]
                    order.setdefault(name, len(order))
        self._join_spellings(votes)
        for _, doc in self.parsed.paragraphs:
            bodies = [t for t in doc if t.pos_ != "PROPN" and self._side(t) == "state"]
            spoken_for.update(c for t in bodies if (c := self.home(t)) is not None)
        dropped = self._drop_towns(votes)
        for name in go_betweens:
            votes.pop(name, None)
        ranked = sorted(votes, key=lambda name: (-votes[name], order.get(name, 0)))
        own = [name for name in ranked if name in self._lands]
        others = [name for name in ranked if name not in self._lands]
        if spoken["armed"]:
            self.armed = others[0] if others and votes[others[0]] >= _PARTY_VOTES else "rebels"
        if spoken["state"]:
            named = spoken_for.most_common(1)
            first = (
                own[0]
                if own and votes[own[0]] > max(1, sum(votes[n] for n in own[1:2]))
                else "government"
            )
            self.state = named[0][0] if named else first
        pair = [self.state, self.armed] if spoken["armed"] and spoken["state"] else ranked[:2]
        if len(own) > 1 and votes[own[1]] >= _TWO_LANDS and votes[own[1]] > _ACTS * spoken["armed"]:
            pair = own[:2]  # two countries: whoever is called rebels here is no party
        sides = [name for name in (self.state, self.armed) if name and name not in pair]
        if sides and not spoken["armed"] * spoken["state"]:
            pair = [name for name in pair if votes[name] >= 1]
        if len(pair) < 2:  # noqa: PLR2004
            pair += [name for name in (*sides, *dropped, *ranked) if name not in pair][
                : 2 - len(pair)
            ]
        self.pair = tuple(sorted(pair, key=lambda name: order.get(name, 0)))

    def _named_here(self, token: Token, *, learn: bool) -> str | None:  # noqa: PLR0911
        """The party that a word of a name stands for, once a name: at its last word."""
        if token.pos_ not in {"PROPN", "ADJ", "NOUN"} or (
            token.dep_ == "compound" and token.head.pos_ == "PROPN"
        ):
            return None
        name = self._name(token)
        known = self.named(name) or self.named(token.text)
        if known is not None or not learn or token.pos_ == "NOUN" or not is_name(name):
            return known
        if _GO_BETWEEN.search(name) or is_person(token) or token.ent_type_ in _NO_PARTY:
            return None
        word = token.lower_
        if _POINT.fullmatch(word):
            return None
        if {word, word.removesuffix("s")} & self.nouns or (
            " " not in name and (word in BODIES or word.endswith("ly"))
        ):
            return None  # a headline's capital, or an office's name
        if (
            token.is_sent_start and token.nbor().lower_ == "of"
            if token.i + 1 < len(token.doc)
            else False
        ):
            return None  # "Upwards of forty"
        return self.groups.setdefault(name.lower(), name)

    def _side(self, token: Token) -> str:
        words = {token.lemma_.lower(), token.lower_}
        return next((side for side, nouns in self.sides.items() if words & set(nouns)), "")

    def _drop_towns(self, votes: Counter[str]) -> list[str]:
        """A place where things happen is no party unless it also acts like one, more than once."""
        dropped: Counter[str] = Counter()
        for name in [n for n in self.groups.values() if n in votes]:
            spot = re.compile(rf"\b(?:in|at|near|from|to|outside|of)\s+{re.escape(name)}\b")
            if votes[name] < _TOWN_VOTES and spot.search(self.parsed.text):
                dropped[name] = votes.pop(name)
        return [name for name, weight in dropped.most_common() if weight > _ACTS]

    def _join_spellings(self, votes: Counter[str]) -> None:
        """One name for a group and its people ("Southmark", "Southmarkers") and for its initials."""
        names = sorted(self.groups.values(), key=lambda n: (len(n), n))
        for long in list(names):
            initials = "".join(word[0] for word in re.split(r"[\s-]+", long) if word[0].isupper())
            if len(initials) > 2 and re.search(rf"\b{initials}\b", self.parsed.text):  # noqa: PLR2004
                self.groups.setdefault(initials.lower(), initials)
                votes[initials] += votes.pop(long, 0)
                self.groups[long.lower()] = initials
                continue
            for short in names:
                if short == long or short not in votes:
                    continue
                same = (
                    len(short) >= _STEM
                    and long.lower().startswith(short.lower())
                    and " " not in long
                )
                if same or (short.isupper() and len(short) > 1 and short == initials):
                    votes[short] += votes.pop(long, 0)
                    self.groups[long.lower()] = short

    def named(self, text: str) -> str | None:
        """The party that a name, demonym or capital stands for, or null."""
        word = text.strip().removesuffix("’s").removesuffix("'s").lower().removeprefix("the ")
        if word in {"a.m.", "p.m."}:
            return None
        if text.strip() in {"US", "UK"}:  # two-letter words in lower case are no countries
            word = f"{word[0]}.{word[1]}."
        found = self._known.get(word) or self.groups.get(word) or self._adjective(word)
        return found or (self._of_point(word) if text[:1].isupper() else None)

    def _of_point(self, word: str) -> str | None:
        """The party that "Northern" or "the South" stands for beside another of that name."""
        point = _POINT.fullmatch(word)
        names = [*self.pair, *sorted(set(self.groups.values()))] if point else []
        fitting = [n for n in names if point and n.lower().startswith(point[1] + " ")]
        return fitting[0] if fitting else None

    def all_of(self, token: Token, *, learn: bool = False) -> list[str]:
        """The parties of a noun phrase and what is joined to it; [BOTH] for "both sides"."""
        found: list[str] = []
        for head in (token, *token.conjuncts):
            party = self.of(head, learn=learn)
            if party is not None and party not in found:
                found.append(party)
        return found

    def of(self, token: Token, *, learn: bool = False) -> str | None:  # noqa: C901, PLR0911
        """The party that a noun phrase stands for: by its name, its people or one of its bodies."""
        words = {child.lower_ for child in token.children}
        if token.lower_ in {"it", "they", "them"}:
            owner = subject_before(token)
            return self.of(owner) if owner is not None else None
        if token.lemma_.lower() in _SIDES and words & {"both", "each", "either"}:
            return BOTH
        if token.lower_ in {"both", "each", "either"}:
            return BOTH
        if token.pos_ == "PRON" and any(
            child.lower_ in {"both", "each"} for child in token.children
        ):
            return BOTH
        direct = self.named(self._name(token)) or self.named(token.text)
        if direct is not None:
            return direct
        side = self._side(token)
        if side:
            return self.home(token) or (self.armed if side == "armed" else self.state) or None
        if token.lemma_.lower() in BODIES or token.ent_type_ == "ORG" or token.pos_ == "PROPN":
            inner = self.home(token)
            if inner is not None:
                return inner
        if learn and token.ent_type_ in _KINDS and token.pos_ in {"PROPN", "NOUN", "ADJ"}:
            name = self._name(token)
            if is_name(name) and not _GO_BETWEEN.search(name) and not is_person(token):
                self.groups.setdefault(name.lower(), name)
                return self.groups[name.lower()]
        return None

    def home(self, noun: Token) -> str | None:  # noqa: C901, PLR0912
        """The party that people belong to: "Ruritanian soldiers", "soldiers of Ruritania"."""
        for child in noun.children:
            if child.dep_ in MODIFIERS:
                party = self.named(self._name(child)) or self.named(child.text) or self.home(child)
                if party is None and self._side(child):
                    party = (self.armed if self._side(child) == "armed" else self.state) or None
                if party is not None:
                    return party
        for child in noun.children:
            if child.dep_ == "poss" and child.lower_ in {"its", "their"}:
                owner = owner_of(child)
                party = self.of(owner) if owner is not None else None
                if party is not None:
                    return party
        own = self.named(noun.text) if noun.pos_ in {"PROPN", "ADJ", "NOUN"} else None
        if own is not None and (noun.tag_ in {"NNPS", "NNS"} or noun.ent_type_ == "NORP"):
            return own
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
                for target in child.children:
                    if target.dep_ == "pobj":
                        party = self.named(self._name(target)) or self.named(target.text)
                        if party is None and self._side(target):
                            party = self.of(target)
                        if party is not None:
                            return party
        return None

    def in_name(self, text: str) -> str | None:
        """The party that a run of capitalised words names, whole or by its first or last word."""
        words = text.strip().split()
        side = next(
            (
                k
                for k, nouns in self.sides.items()
                if {text.lower(), text.lower().removesuffix("s")} & set(nouns)
            ),
            "",
        )
        if side:
            return (self.armed if side == "armed" else self.state) or None
        runs = [" ".join(words[: i + 1]) for i in reversed(range(len(words)))]
        return next((p for run in runs if (p := self.named(run)) is not None), None)

    def in_words(self, text: str) -> str | None:
        """The party of the pair that a speaker's name or role tells, or null."""
        found = {self.named(word) for word in re.findall(r"[\w’'.-]+", text)} & set(self.pair)
        if len(found) == 1:
            return next(iter(found))
        sides = {
            side
            for side, nouns in self.sides.items()
            if set(re.findall(r"[a-z]+", text.lower())) & set(nouns)
        }
        if not found and len(sides) == 1:
            party = self.armed if sides == {"armed"} else self.state
            return party if party in self.pair else None
        return None

    def is_party(self, name: str) -> bool:
        """Whether people can belong to it: one of the pair, or any country."""
        return not self.pair or name in self.pair or name in self._lands

    def other(self, party: str) -> str | None:
        """The other of two parties, where there are two."""
        if len(self.pair) == 2 and party in self.pair:  # noqa: PLR2004
            return self.pair[1] if self.pair[0] == party else self.pair[0]
        return None

    def _adjective(self, word: str) -> str | None:
        stem = _ADJECTIVE.sub("", word)
        if len(stem) < _STEM:
            return None
        for name, group in self.groups.items():
            if name.startswith(stem) and _ADJECTIVE.sub("", name) in {stem, name}:
                return group
        return None

    @staticmethod
    def _name(token: Token) -> str:
        """The whole proper name that `token` heads, without article and possessive."""
        doc = token.doc
        first = last = token.i
        while first > 0 and doc[first - 1].head.i == token.i and doc[first - 1].dep_ == "compound":
            first -= 1
        return re.sub(r"^[Tt]he ", "", doc[first : last + 1].text)
