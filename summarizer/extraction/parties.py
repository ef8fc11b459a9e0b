"""Parties: which country or group a word stands for, and which ones an article is about.

Countries, their demonyms and capitals come from the countryinfo tables; groups that are no country
(a movement, a region) are read out of the article: proper names that act like a party in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.extraction.belonging import home_of, is_rebel, persons_of, side_beside
from summarizer.extraction.camps import (
    GROUNDS,
    acts_alone,
    allies_of,
    companions,
    facing,
    held_places,
    land_of,
    land_of_forces,
    own_forces,
    ruler_of,
    spoken_for,
    towns_in,
)
from summarizer.extraction.lands import countries, lands, long_name, regions
from summarizer.extraction.pairs import Standing, choose
from summarizer.extraction.spellings import join_spellings, learn_bracketed
from summarizer.extraction.standing import (
    BODIES,
    FORCES,
    GO_BETWEEN,
    MODIFIERS,
    OWN_FORCE,
    SIDES,
    acts,
    dateline_end,
    is_band,
    is_called,
    is_dateline,
    is_initials,
    is_name,
    is_person,
    joined_before,
    named_entity,
    opens_only,
    subject_before,
    weight_by_pronoun,
    weight_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.parse import Parsed

__all__ = ["BOTH", "Parties", "countries"]

BOTH = "*"  # "each side", "the two countries": every party at once

_STEM = 4
_ACTS = 1.5
_OWNS, _GIVES, _OF = 3.0, 2.5, 2.0  # weights: whose people they are, who moves them, "members of"
_NO_PARTY = {"DATE", "TIME", "MONEY", "PERCENT", "EVENT", "LAW", "LANGUAGE", "ORDINAL", "CARDINAL"}
_REGION = re.compile(r"([\w -]+?)(?:’s|'s)? (?:state|province|governorate|oblast|department)")
_POINT = re.compile(r"(north|south|east|west)(?:ern|erners?)?")
_ADJECTIVE = re.compile(r"(?:ians?|ans?|ns?|is?|ese|ish|s)$")
_TOGETHER = {"side", "party", "delegation", "government", "country", "neighbour", "neighbor", "foe",
             "rival", "enemy", "nation", "power", "army", "camp", "belligerent"}  # fmt: skip
_ORGANS = {"ministry", "authority", "army", "military", "presidency", "cabinet", "police",
           "minister"}  # fmt: skip


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
    own: str = ""  # whose outlet reports, where its name or the dateline tells
    nouns: frozenset[str] = frozenset()
    words: Mapping[str, Collection[str]] = field(default_factory=dict)  # verbs and nouns, by use
    allies: dict[str, str] = field(default_factory=dict)  # who acts for one of the pair
    held: dict[str, str] = field(default_factory=dict)  # place in lower case → who holds it
    persons: dict[str, str] = field(default_factory=dict)  # surname in lower case → party

    def __post_init__(self) -> None:
        self._lands = lands() | set(self.aliases.values())
        self._known = {**countries(), **{k.lower(): v for k, v in self.aliases.items()}}

    def learn(  # noqa: C901, PLR0912
        self,
        people: Collection[str],
        moves: Collection[str],
        *,
        go_betweens: Iterable[str] = (),
        givers: Collection[str] = (),
    ) -> None:
        """Find the parties: names that own people, act, give and receive; the heaviest two are the pair.

        `people` are the nouns for people and `moves` the verbs that move them, as lemmas, `givers`
        those of whoever gives or holds them; `go_betweens` are names that mediate, which are no parties.
        """
        self.nouns = frozenset(people)
        told = Standing()
        learn_bracketed(self.groups, self.parsed.text, self._known)
        forces = own_forces(self.parsed)
        if forces is not None:
            self._known[forces[0]] = forces[1]
        for _, doc in self.parsed.paragraphs:
            start = dateline_end(doc)
            for token in doc[:start]:  # where the report is from is no party for it
                told.dated = told.dated or self.named_at(token) or ""
            for token in doc[start:]:
                weight = weight_of(token, people, moves)
                if token.pos_ == "PROPN":
                    weight = max(weight, weight_by_pronoun(token, people, moves))
                if token.dep_ in MODIFIERS and self._side(token.head):
                    weight = max(weight, _GIVES)  # "the Xish militia", "X's junta"
                if (
                    token.tag_ in {"NNP", "NNPS"}
                    and token.text in FORCES
                    and acts_alone(token, self)
                ):
                    weight = max(weight, _OF)
                side = self._side(token) if token.pos_ != "PROPN" else ""
                if is_band(token) and weight in {_GIVES, _OF}:
                    side = "armed"
                if side and weight >= _ACTS:
                    told.spoken[side] += 1
                name = self._named_here(token, learn=weight >= _ACTS)
                if name is not None and name != BOTH:
                    told.votes[name] += weight  # type: ignore[assignment]
                    told.order.setdefault(name, len(told.order))
                    told.owns[name] += weight >= _OWNS
                    told.acts[name] += acts(token, weight == _GIVES, self.words.get("held", ()))
                    told.acts[name] += (
                        name not in self._lands
                        and self._side(token.head) == "armed"
                        and is_called(token)
                    )
        join_spellings(told, self.groups, self.parsed.text)
        told.spoken_for.update(spoken_for(self.parsed, self))
        told.together.update(companions(self.parsed, self, people))
        swaps = self.words.get("both_ways", ())
        faced = facing(self.parsed, self, swaps)
        told.faced.update({ends: n for ends, n in faced.items() if BOTH not in ends})
        here = told.dated
        told.dated = land_of(self.parsed) or here
        told.forces = land_of_forces(self.parsed)
        dropped = towns_in(list(self.groups.values()), told.votes, self.parsed.text)
        for name in (self.named(name) or name for name in go_betweens):
            if name in self._lands and told.owns[name] > 1 and told.acts[name]:
                continue  # whose own people come home is a party, though its envoys "carried lists"
            for counted in (told.votes, told.spoken_for):
                counted.pop(name, None)
        self.pair, self.state, self.armed = choose(
            told, self._lands, dropped, land_of(self.parsed) if told.spoken["state"] else None
        )
        self.allies = allies_of(self.parsed, self, givers, +told.acts)
        self.held = held_places(self.parsed, self, people)
        self.persons = persons_of(self.parsed, self)
        # Between two countries; in one country's war either side is dated from there.
        self.own = here if here in self.pair and set(self.pair) <= self._lands else ""

    def _named_here(self, token: Token, *, learn: bool) -> str | None:  # noqa: PLR0911
        """The party that a word of a name stands for, once a name: at its last word."""
        if token.pos_ not in {"PROPN", "ADJ", "NOUN"} or (
            token.dep_ == "compound" and token.head.pos_ == "PROPN"
        ):
            return None
        name = self._name(token)
        known = self.named(name) or self.named(token.text)
        if known is not None or not learn or (token.pos_ == "NOUN" and not is_initials(name)):
            return known
        if not is_name(name) or opens_only(token, self.parsed.text):
            return None
        if (
            is_dateline(token)
            or GO_BETWEEN.search(name)
            or is_person(token, self.words.get("held", ()), self.words.get("gives", ()))
            or token.ent_type_ in _NO_PARTY
        ):
            return None
        word = token.lower_
        if _POINT.fullmatch(word):
            return None
        if {word, word.removesuffix("s"), word.removesuffix("es")} & self.nouns or (
            " " not in name and (word in BODIES or word.endswith("ly"))
        ):
            return None  # a headline's capital, or an office's name
        if (
            token.is_sent_start and token.nbor().lower_ == "of"
            if token.i + 1 < len(token.doc)
            else False
        ):
            return None  # "Upwards of forty"
        force = OWN_FORCE.fullmatch(name)
        own = self.named(force[1]) if force is not None else None
        return own if own in self._lands else self.groups.setdefault(name.lower(), name)

    def _side(self, token: Token) -> str:
        words = {token.lemma_.lower(), token.lower_}
        return next((side for side, nouns in self.sides.items() if words & set(nouns)), "")

    def named(self, text: str) -> str | None:
        """The party that a name, demonym or capital stands for, or null."""
        word = text.strip().removesuffix("’s").removesuffix("'s").lower().removeprefix("the ")
        if word in {"a.m.", "p.m."}:
            return None
        if text.strip() in {"US", "UK"}:  # two-letter words in lower case are no countries
            word = f"{word[0]}.{word[1]}."
        found = self._known.get(word) or self.groups.get(word) or self._adjective(word)
        if found is None and (region := _REGION.fullmatch(word)):
            found = regions().get(region[1])
        return found or (self._of_point(word) if text[:1].isupper() else None)

    def _of_point(self, word: str) -> str | None:
        """The party that "Northern" or "the South" stands for beside another of that name."""
        point = _POINT.fullmatch(word)
        names = [*self.pair, *sorted(set(self.groups.values()))] if point else []
        fitting = [n for n in names if point and n.lower().startswith(point[1] + " ")]
        return fitting[0] if fitting else None

    def all_of(self, token: Token) -> list[str]:
        """The parties of a noun phrase and what is joined to it; [BOTH] for "both sides"."""
        found: list[str] = []
        if is_dateline(token):  # "RIVERTON, May 3 - Northland and …": the parse joins them
            token = next(
                (c for c in token.children if c.dep_ == "appos" and c.pos_ == "NOUN"), token
            )
        for head in (*joined_before(token), token, *token.conjuncts):
            party = self.of(head)
            if party is not None and party not in found:
                found.append(party)
        return found

    def of(self, token: Token) -> str | None:  # noqa: C901, PLR0911, PLR0912
        """The party that a noun phrase stands for: by its name, its people or one of its bodies."""
        words = {child.lower_ for child in token.children}
        if token.ent_type_ == "PERSON" and token.lower_ in self.persons:
            return self.persons[token.lower_]
        if token.lower_ in {"it", "they", "them", "he", "she"}:
            owner = subject_before(token)
            return self.of(owner) if owner is not None else None
        if token.lemma_.lower() in SIDES and words & {"both", "each", "either"}:
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
        called = next((c for c in token.children if c.dep_ == "appos"), None)
        if token.pos_ == "NOUN" and called is not None and called.pos_ == "PROPN":
            named = self.named(self._name(called))
            if named in self.pair:
                return named  # "the country's largest group, the Popular Front,"
        side = self._side(token)
        rebel = side == "armed" or (token.pos_ != "PROPN" and is_rebel(token, self))
        if rebel or side:
            return self.home(token) or (self.armed if rebel else self.state) or None
        if token.lemma_.lower() in GROUNDS:
            holder = ruler_of(token, self)
            if holder is not None:
                return holder
        if token.lemma_.lower() in _ORGANS:
            ruler = self.home(token) or side_beside(token, self)
            if ruler or self.state:
                return ruler or self.state
        if self.armed and is_band(token):
            return self.home(token) or self.armed
        if token.lemma_.lower() in BODIES or token.ent_type_ == "ORG" or token.pos_ == "PROPN":
            inner = self.home(token)
            if inner is not None:
                return inner
        return None

    def home(self, noun: Token) -> str | None:
        """The party that people belong to: "Ruritanian soldiers", "soldiers of Ruritania"."""
        return home_of(noun, self)

    def side_of(self, token: Token) -> str:
        """The side, "armed" or "state", that a common noun stands for; empty where for none."""
        return self._side(token)

    def are_all(self, token: Token) -> bool:
        """Whether a plural stands for the parties together: "the two sides", "the delegations"."""
        if token.tag_ != "NNS" or token.lemma_.lower() not in _TOGETHER:
            return False
        words = {child.lower_ for child in token.children}
        if words & {"warring", "opposing"}:
            return True  # "the country's warring sides"
        return not words & {"both", "each", "either"} and self.home(token) is None

    def in_name(self, text: str) -> str | None:
        """The party that a run of capitalised words names, whole or by its first or last word."""
        bare = re.sub(r"-(?:held|controlled|run|ruled|governed)\b", "", text.strip())
        words = re.sub(r"\S+-(?:led|backed|aligned|linked|allied)\b", "", bare).split()
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
        """The other of two parties, where there are two; a party's ally stands for it."""
        party = self.allies.get(party, party)
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

    def lead(self, party: str) -> str:
        """The party of the pair that a name acts for, else the name itself."""
        return self.allies.get(party, party)

    def named_at(self, token: Token) -> str | None:
        """The party that a word of a name stands for by its name alone, or null."""
        return self.named(self._name(token)) or self.named(token.text)

    def name_at(self, token: Token) -> str:
        """The whole proper name that a word heads, without article and possessive."""
        return self._name(token)

    def holder_of(self, token: Token) -> str | None:
        """The party that holds the place which a word names, or null."""
        return self.held.get(self._name(token).lower()) or self.held.get(token.lower_)

    def _name(self, token: Token) -> str:
        """The whole proper name that `token` heads, without article and possessive."""
        doc = token.doc
        if token.ent_type_ and (entity := named_entity(token)) in self.groups:
            return self.groups[entity]
        first = last = token.i
        while first > 0 and doc[first - 1].head.i == token.i and doc[first - 1].dep_ == "compound":
            first -= 1
        before = doc[first - 1] if first else None
        if (
            before is not None
            and before.dep_ == "amod"
            and before.head.i == token.i
            and before.text[0].isupper()
        ):
            whole = doc[before.i : last + 1].text
            if whole.lower() in self.groups or whole.lower() in self._known:
                return whole  # "the Ruritanian Popular Forces" is one name
        return long_name(doc, first, last + 1)
