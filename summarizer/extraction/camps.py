"""Camps: on whose side a name stands that is not of the pair, and which places a side holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.extraction.lands import countries, lands, lands_named, regions
from summarizer.extraction.standing import MODIFIERS, OWN_FORCE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.parse import Parsed
    from summarizer.extraction.parties import Parties

__all__ = [
    "GROUNDS",
    "acts_alone",
    "allies_of",
    "companions",
    "facing",
    "held_places",
    "land_of",
    "land_of_forces",
    "own_forces",
    "ruler_of",
    "spoken_for",
    "towns_in",
]

_NAME = r"[A-Z][\w’'.-]*\w(?:\s+[A-Z][\w’'-]+){0,3}"
_PLACE, _PARTY = rf"(?P<place>{_NAME})", rf"(?P<party>{_NAME})"
_OVER = r"(?:held|controlled|run|ruled|governed|administered)"
_SEAT = r"(?:stronghold|bastion|headquarters|seat|capital|base)"
_BODY = r"(?:authorities|leadership|administration|side|government|officials)"
_HELD = (
    rf"{_PARTY}-{_OVER}\s+(?:\w+\s+){{0,2}}?(?:of\s+)?{_PLACE}",
    rf"{_PLACE},? (?:which is |now )?{_OVER} by (?:the )?{_PARTY}",
    rf"{_PLACE},? (?:the )?{_PARTY}(?:[’']s?)? {_SEAT}\b",
    rf"{_PARTY}(?:[’']s?)? {_SEAT},?(?: of| in| at)? {_PLACE}",
    rf"{_PARTY}(?:[’']s?)? {_BODY} in {_PLACE}",
)
_WING = rf"(?P<wing>{_NAME}), (?:the |its )?(?:armed|military|political) (?:wing|arm) of (?:the )?{_PARTY}"
_CARRIED = {"return", "arrive", "come", "go", "cross", "fly", "land", "reach", "take", "send", "bring",
            "transfer", "deliver", "transport", "drive", "bus", "ferry", "leave", "travel", "move",
            "carry", "convey", "repatriate", "board", "walk"}  # fmt: skip
_ONWARD = {"to", "into", "in", "at", "for"}
_TOWN = (
    r"(?:city|town|village|region|district|capital|province|area|outskirts|north|south|east|west)"
)
_SAID = 3  # what a province that is called one counts
_TOWN_VOTES, _ACTS = 3.0, 1.5
_TWO_ENDS = 2
_TOLD_OF = 3  # mentions of a country in an article that is about it
_FORCES = re.compile(r"\b[Tt]he Armed Forces\b(?! of )")
_KINDS = {"GPE", "LOC", "FAC"}
GROUNDS = {"area", "territory", "region", "city", "town", "side", "soil", "district", "village", "land",
           "capital", "zone", "part", "country", "control", "position", "line", "stronghold"}  # fmt: skip
_CAMPS = {"side", "party", "government", "camp", "faction", "army", "force", "rival"}
_BLAMES = {"accuse", "blame", "denounce", "condemn"}
_RULES = {"hold", "control", "run", "govern", "administer", "rule", "occupy"}


def land_of(parsed: Parsed) -> str | None:
    """The country whose provinces an article names most, where one leads."""
    known = regions()
    counted: Counter[str] = Counter()
    for _, doc in parsed.paragraphs:
        for entity in doc.ents:
            if entity.label_ in _KINDS:
                words = re.sub(r"^the\s+", "", entity.text).lower().split()
                runs = [" ".join(words[:n]) for n in range(len(words), 0, -1)]
                found = next((known[run] for run in runs if run in known), None)
                if found is not None:
                    counted[found] += 1
        for word in re.findall(r"\b([A-Z]\w+) (?:State|Province|Governorate|Oblast)\b", doc.text):
            if word.lower() in known:
                counted[known[word.lower()]] += _SAID
    named = lands_named(parsed.text)
    if max(named.values(), default=0) >= _TOLD_OF:
        # A province's name is a town's elsewhere: once counts for a country that is told of only.
        counted = Counter({land: n for land, n in counted.items() if n > 1 or land in named})
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def own_forces(parsed: Parsed) -> tuple[str, str] | None:
    """("armed forces", whose): a country's, where they are named so alone and one country is told of."""
    if _FORCES.search(parsed.text) is None:
        return None
    ranked = lands_named(parsed.text).most_common(2)
    leads = len(ranked) == 1 or (ranked and ranked[0][1] >= _TOLD_OF * ranked[1][1])
    land = land_of(parsed) or (ranked[0][0] if leads else None)
    return ("armed forces", land) if land is not None else None


def land_of_forces(parsed: Parsed) -> str:
    """The one country whose army or police an article names; empty where it names none or several."""
    known = countries()
    found = {
        known[name]
        for match in OWN_FORCE.finditer(parsed.text)
        for name in (match[1].lower(), match[1].lower().rsplit(maxsplit=1)[-1])
        if name in known
    }
    return next(iter(found)) if len(found) == 1 else ""


def companions(
    parsed: Parsed, parties: Parties, people: Collection[str]
) -> Counter[frozenset[str]]:
    """How often people of two parties are told of as moving together: "five Xers and two Yers"."""
    together: Counter[frozenset[str]] = Counter()
    for token in _people(parsed, people):
        home = parties.home(token)
        for other in token.conjuncts:
            theirs = parties.home(other) if other.i > token.i else None
            if home and theirs and home != theirs and _together(token, other, parties):
                together[frozenset((home, theirs))] += 1
    return together


def facing(parsed: Parsed, parties: Parties, swaps: Collection[str]) -> Counter[frozenset[str]]:
    """How often two names are said to swap with each other: "X and Y exchanged", "a swap between …"."""
    found: Counter[frozenset[str]] = Counter()
    for _, doc in parsed.paragraphs:
        for token in doc:
            if token.lemma_.lower() not in swaps:
                continue
            ends = [
                name
                for child in (*token.children, *_doers(token))
                for end in _ends(child)
                for name in parties.all_of(end)
            ]
            if len(set(ends)) == _TWO_ENDS:
                found[frozenset(ends)] += 1
    return found


def _doers(swap: Token) -> list[Token]:
    """What hangs on the verb of a swap: "X and Y carried out a swap", "agreed on an exchange"."""
    verb = swap.head.head if swap.dep_ == "pobj" else swap.head
    if swap.pos_ != "NOUN" or swap.dep_ not in {"dobj", "pobj"} or verb.pos_ != "VERB":
        return []
    return list(verb.children)


def _ends(child: Token) -> list[Token]:
    """The words that name who swaps: a subject, or what hangs on "between" and "with"."""
    if child.dep_ == "nsubj":
        return [child]
    if child.dep_ == "prep" and child.lower_ in {"between", "with"}:
        return [c for c in child.children if c.dep_ == "pobj"]
    return []


def _together(one: Token, two: Token, parties: Parties) -> bool:
    verb = next((t for t in one.ancestors if t.pos_ == "VERB"), None)
    words = one.doc[one.i : two.i].text.lower()
    return (
        verb is not None
        and verb.lemma_ not in parties.words.get("both_ways", ())
        and " for " not in words
    )


def _people(parsed: Parsed, people: Collection[str]) -> Iterator[Token]:
    for _, doc in parsed.paragraphs:
        for token in doc:
            known = token.lemma_.lower() in people or token.lower_ in people
            if (token.pos_ in {"NOUN", "PROPN"} and known) or token.tag_ == "NNPS":
                yield token


def allies_of(
    parsed: Parsed, parties: Parties, givers: Collection[str], acting: Collection[str]
) -> dict[str, str]:
    """Each further name that gives or holds people → the party of the pair that it acts for.

    Whoever gives a party's people stands on the other side. Where that isn't told, it stands for
    the one party of the pair that never acts itself.
    """
    against = _against(parsed, parties, givers)
    idle = [name for name in parties.pair if name not in acting]
    found: dict[str, str] = {}
    for name, counted in sorted(against.items()):
        ranked = counted.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            other = parties.other(ranked[0][0])
            if other is not None:
                found[name] = other
        elif len(idle) == 1 and name not in lands():
            found[name] = idle[0]
    return found


def _against(parsed: Parsed, parties: Parties, givers: Collection[str]) -> dict[str, Counter[str]]:
    """Each further name → how often it gives the people of one of the pair, or else accuses it."""
    against: dict[str, Counter[str]] = {}
    for _, doc in parsed.paragraphs:
        for verb in doc:
            if verb.pos_ != "VERB" or verb.lemma_.lower() not in givers:
                continue
            above = verb.head if verb.dep_ == "xcomp" else verb  # "the group is to free"
            subject = next(
                (c for v in (verb, above) for c in v.children if c.dep_ == "nsubj"), None
            )
            name = parties.named_at(subject) if subject is not None else None
            if name is None or name in parties.pair:
                continue
            moved = [c for c in verb.children if c.dep_ == "dobj"]
            homes = [parties.home(t) for m in moved for t in (m, *m.conjuncts)]
            against.setdefault(name, Counter()).update(h for h in homes if h in parties.pair)
    for name, home in _let_go(parsed, parties):
        against.setdefault(name, Counter())[home] += 1
    for name, blamed in _foes(parsed, parties):
        if not against.get(name):
            against.setdefault(name, Counter())[blamed] += 1
    for match in re.finditer(_WING, parsed.text):
        wing, whole = parties.in_name(match["wing"]), parties.in_name(match["party"])
        if wing in against and whole and whole not in parties.pair and not against.get(whole):
            against[whole] = against[str(wing)]
    return against


def _foes(parsed: Parsed, parties: Parties) -> list[tuple[str, str]]:
    """Each further name that accuses one of the pair, with whom it accuses: "the Front blamed Velmora"."""
    found: list[tuple[str, str]] = []
    for _, doc in parsed.paragraphs:
        for verb in doc:
            if verb.lemma_.lower() not in _BLAMES or verb.pos_ != "VERB":
                continue
            done = [c for c in verb.children if c.dep_ == "dobj"]
            above = verb.head if verb.dep_ == "conj" else verb  # "praised its men and accused"
            own = [c for c in verb.children if c.dep_ == "nsubj"]
            who = own or [c for c in above.children if c.dep_ == "nsubj"]
            names = {parties.named_at(t) for t in who}
            blamed = {parties.named_at(t) for t in done} & set(parties.pair)
            found += [
                (name, str(foe))
                for name in sorted(n for n in names if n and n not in {*parties.pair, *lands()})
                for foe in sorted(b for b in blamed if b)
            ]
    return found


def _let_go(parsed: Parsed, parties: Parties) -> Iterator[tuple[str, str]]:
    """Each further name that people came from, with whose people they are."""
    for token in _people(parsed, parties.nouns):
        home = parties.home(token)
        if home not in parties.pair or token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        for child in token.head.children:
            if child.dep_ == "agent" or child.lower_ in {"from", "by"}:
                names = {parties.named_at(t) for t in child.subtree if t.pos_ in {"PROPN", "ADJ"}}
                for name in sorted(n for n in names if n and n not in parties.pair):
                    yield name, str(home)


def held_places(  # noqa: C901
    parsed: Parsed, parties: Parties, people: Collection[str]
) -> dict[str, str]:
    """Each place → the party that holds it: said so, or where its people were taken home to."""
    votes: dict[str, Counter[str]] = {}

    def vote(place: str, party: str | None, weight: int) -> None:
        known = parties.named(place)
        said = weight > 1 and known is not None and known.lower() != place.lower()  # a capital
        if party in parties.pair and known != party and (known is None or said):
            votes.setdefault(place.lower(), Counter())[str(party)] += weight

    for pattern in _HELD:
        for match in re.finditer(pattern, parsed.text):
            vote(match["place"], parties.in_name(match["party"]), 3)
    for token in _people(parsed, people):
        home = parties.home(token)
        verb = token.head
        if home not in parties.pair or verb.lemma_.lower() not in _CARRIED:
            continue
        if token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
            continue
        for preposition in verb.children:
            if preposition.dep_ == "prep" and preposition.lower_ in _ONWARD:
                for place in preposition.children:
                    if place.dep_ == "pobj" and place.ent_type_ in _KINDS:
                        vote(parties.name_at(place), home, 1)
    found: dict[str, str] = {}
    for where, counted in sorted(votes.items()):
        ranked = counted.most_common(2)
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            found[where] = ranked[0][0]
    return found


def ruler_of(ground: Token, parties: Parties) -> str | None:
    """Who holds a piece of land: "areas held by the movement", "rebel-held areas"."""
    for child in ground.subtree:
        hung = child.i > ground.i and child.dep_ in {"acl", "relcl"}
        if hung and child.lemma_.lower() in _RULES:
            agents = (a for c in child.children if c.dep_ == "agent" for a in c.children)
            party = next((p for a in agents if (p := parties.of(a)) is not None), None)
            if party is not None:
                return party
    before = ground.doc[max(ground.sent.start, ground.i - 4) : ground.i + 1].text
    match = re.search(r"([\w’']+)\s?-\s?(?:held|controlled|run|ruled|governed|occupied)\b", before)
    return parties.in_name(match[1]) if match is not None else None


def towns_in(names: Sequence[str], votes: Counter[str], text: str) -> list[str]:
    """Take out of `votes` the places where things happen, and return them, heaviest first.

    A place is a party only if it also acts like one, more than once.
    """
    dropped: Counter[str] = Counter()
    for name in [n for n in names if n in votes]:
        spot = re.compile(rf"\b(?:in|at|near|from|to|outside|{_TOWN} of)\s+{re.escape(name)}\b")
        if votes[name] < _TOWN_VOTES and spot.search(text):
            dropped[name] = votes.pop(name)
    return [name for name, weight in dropped.most_common() if weight > _ACTS]


def acts_alone(token: Token, parties: Parties) -> bool:
    """Whether a force has a name of its own that is no country's: "Northland Liberation Front"."""
    name = parties.name_at(token)
    return " " in name and not any(parties.named(word) in lands() for word in name.split())


def spoken_for(parsed: Parsed, parties: Parties) -> Counter[str]:
    """How often each country's bodies or sides are spoken of by a common noun: "X's government"."""
    found: Counter[str] = Counter()
    for _, doc in parsed.paragraphs:
        for token in doc:
            owner = None
            if token.pos_ != "PROPN" and parties.side_of(token) == "state":
                owner = parties.home(token)
            elif token.pos_ == "NOUN" and token.lemma_.lower() in _CAMPS:
                owner = _land_before(token, parties)
            if owner is not None:
                found[regions().get(owner.lower(), owner)] += 1
    return found


def _land_before(noun: Token, parties: Parties) -> str | None:
    """The country whose sides they are: "Ruritania's warring sides", "the Ruritanian parties"."""
    found = (parties.named(c.text) for c in noun.children if c.dep_ in MODIFIERS)
    return next((name for name in found if name in lands()), None)
