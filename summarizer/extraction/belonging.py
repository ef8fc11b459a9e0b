"""Belonging: whose people a noun phrase stands for, by nationality, owner or the body they serve."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.extraction.standing import BODIES, MODIFIERS, SIDES, is_band, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.parse import Parsed
    from summarizer.extraction.parties import Parties

__all__ = [
    "home_of",
    "is_national",
    "is_neutral",
    "is_rebel",
    "nationality_after",
    "persons_of",
    "side_beside",
    "spoken_for",
]

# "pro-Ruritanian rebels" are no Ruritanians; nor is a people the country that bears its name.
_STANCES = {"pro", "anti"}
_NOT_OF = {"ethnic"}
_LOYAL = re.compile(r"\bpro ?- ?(?:government|regime|state|army)\b", re.IGNORECASE)
# Who mediates, watches or helps speaks for no party, whatever land stands in the name.
_NEUTRAL = re.compile(
    r"\b(?:Red C(?:ross|rescent)|ICRC|U\.?N\.?|United Nations|UNICEF|Amnesty|Human Rights Watch"
    r"|[Mm]ediators?|[Oo]bservers?|[Mm]onitors?|[Mm]onitoring)\b"
)
_BESIDE = re.compile(
    r"\b(?:[Oo]n|[Ff]rom|[Ff]or) the ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:side|part)\b"
)
_UNITS = {"formation", "unit", "militia", "contingent", "detachment", "garrison", "crew"}


def home_of(noun: Token, parties: Parties) -> str | None:  # noqa: C901, PLR0911, PLR0912
    """The party that people belong to: "Ruritanian soldiers", "soldiers of Ruritania"."""
    own = parties.named(noun.text) if noun.pos_ in {"PROPN", "ADJ", "NOUN"} else None
    if own in parties.pair and noun.tag_ == "NNPS":
        return own  # "Northland Southers" are Southers
    if parties.state in parties.pair and is_loyal(noun):
        return parties.state
    for child in noun.children:
        if child.dep_ in MODIFIERS and not _takes_sides(child):
            party = (
                parties.named(parties.name_at(child))
                or parties.named(child.text)
                or parties.home(child)
            )
            if party is None and parties.side_of(child):
                party = (
                    parties.armed if parties.side_of(child) == "armed" else parties.state
                ) or None
            if party is not None:
                return _own_band(noun, party, parties)
        if child.dep_ == "appos" and child.tag_ == "NNPS" and (party := parties.named(child.text)):
            return party  # "30 of the returnees, all Ruritanians"
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ in {"its", "their"}:
            owner = owner_of(child)
            party = parties.of(owner) if owner is not None else None
            if party is not None:
                return party
    if own is not None and (noun.tag_ in {"NNPS", "NNS"} or noun.ent_type_ == "NORP"):
        return own
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            for target in child.children:
                if target.dep_ == "pobj":
                    party = parties.named(parties.name_at(target)) or parties.named(target.text)
                    if party is None and parties.side_of(target):
                        party = parties.of(target)
                    if party is None and child.lower_ == "of":
                        party = parties.home(target)
                        if party not in parties.pair and not _is_body(target, parties):
                            party = None  # "workers of a Ruritanian company" are anybody's
                    if party is not None:
                        return party
    return None


def persons_of(parsed: Parsed, parties: Parties) -> dict[str, str]:
    """Each surname in lower case → the one party of the pair that stands with the whole name.

    So "Ruritanian President Ana Solis", "Ana Solis, a spokeswoman for the Ruritanian army".
    """
    found: dict[str, set[str]] = {}
    for _, doc in parsed.paragraphs:
        for entity in doc.ents:
            if entity.label_ != "PERSON":
                continue
            beside = [
                t
                for t in entity.root.subtree
                if not any(
                    a.dep_ in {"relcl", "acl", "conj"} and entity.root.is_ancestor(a)
                    for a in (t, *t.ancestors)
                )
            ]
            if _NEUTRAL.search(" ".join(t.text for t in beside)):
                continue
            told = {parties.named_at(t) for t in beside if t.pos_ in {"PROPN", "ADJ"}}
            told &= set(parties.pair)
            found.setdefault(entity[-1].lower_, set()).update(p for p in told if p)
    return {name: next(iter(told)) for name, told in sorted(found.items()) if len(told) == 1}


def is_neutral(words: str) -> bool:
    """Whether words name a body that is of no side, whatever land is in its name."""
    return _NEUTRAL.search(words) is not None


def spoken_for(name: str, role: str | None, parties: Parties) -> str | None:
    """The party of the pair that a speaker of this name and role speaks for, or null."""
    if is_neutral(f"{name} {role or ''}"):
        return None
    surname = name.rsplit(maxsplit=1)[-1].lower() if name.strip() else ""
    told = parties.in_words(name) or parties.in_words(role or "")
    return told or parties.persons.get(surname)


def side_beside(body: Token, parties: Parties) -> str | None:
    """The party of an unnamed body by its sentence: "On the Ruritanian side, the ministry said"."""
    told = _BESIDE.search(body.sent.text)
    return parties.named(told[1]) if told is not None else None


def nationality_after(number: Token, parties: Parties) -> str | None:
    """Which of the pair the nationality right after a number names: "58 Ruritanian and 25 Orlan men"."""
    run: list[Token] = []
    for token in number.doc[number.i + 1 : min(number.i + 4, number.sent.end)]:
        if token.text[:1].isupper():
            run.append(token)
        elif run or token.pos_ not in {"ADJ", "VERB"}:
            break
    if not run or _takes_sides(run[0]):
        return None
    ends = (" ".join(t.text for t in run[at:]) for at in range(len(run)))
    # of "seven Ruritanian Orlans" the last word tells, of "seven South Ruritanians" both
    found = next((named for end in ends if (named := parties.named(end)) is not None), None)
    return found if found in parties.pair else None


def is_national(noun: Token | None, home: str, parties: Parties) -> bool:
    """Whether people are called by their party's name: not "its men", not "government soldiers"."""
    if noun is None:
        return False
    words = [t for t in noun.subtree if t.i == noun.i or t.dep_ in {*MODIFIERS, "pobj"}]
    return any(home in {parties.named_at(t), parties.named(t.text)} for t in words)


def _is_body(noun: Token, parties: Parties) -> bool:
    """Whether a noun stands for a state's body or its people: "men of the Ruritanian army"."""
    return not parties.pair or noun.lemma_.lower() in BODIES | SIDES | _UNITS | parties.nouns


def _takes_sides(word: Token) -> bool:
    """Whether a word only says for or against whom they are, or of what descent: "pro-Ruritanian"."""
    if word.i > 1 and word.nbor(-1).text in {"-", "–"} and word.nbor(-2).lower_ in _STANCES:
        return True
    return word.lower_.startswith(("pro-", "anti-")) or (
        word.i > 0 and word.nbor(-1).lower_ in _NOT_OF
    )


def _own_band(noun: Token, party: str, parties: Parties) -> str:
    """The armed group for its men, where they are called by the country that it fights in."""
    if party != parties.state or parties.armed not in parties.pair:
        return party
    return parties.armed if is_rebel(noun, parties) or is_band(noun) else party


def is_loyal(noun: Token) -> bool:
    """Whether they stand with their government: "pro-government militias"."""
    return _LOYAL.search(noun.doc[noun.left_edge.i : noun.i + 1].text) is not None


def is_rebel(noun: Token, parties: Parties) -> bool:
    """Whether a common noun stands for an armed group: "rebels", "the guerrilla army"."""
    if is_loyal(noun):
        return False
    words = (c for c in noun.children if c.dep_ in MODIFIERS and c.pos_ != "PROPN")
    return parties.side_of(noun) == "armed" or any(parties.side_of(c) == "armed" for c in words)
