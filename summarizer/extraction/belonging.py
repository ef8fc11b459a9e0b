"""Belonging: whose people a noun phrase stands for, by nationality, owner or the body they serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.extraction.standing import MODIFIERS, is_band, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.parties import Parties

__all__ = ["home_of", "is_rebel"]

# "pro-Ruritanian rebels" are no Ruritanians; nor is a people the country that bears its name.
_STANCES = {"pro", "anti"}
_NOT_OF = {"ethnic"}


def home_of(noun: Token, parties: Parties) -> str | None:  # noqa: C901, PLR0911, PLR0912
    """The party that people belong to: "Ruritanian soldiers", "soldiers of Ruritania"."""
    own = parties.named(noun.text) if noun.pos_ in {"PROPN", "ADJ", "NOUN"} else None
    if own in parties.pair and noun.tag_ == "NNPS":
        return own  # "Northland Southers" are Southers
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
                    party = party or (parties.home(target) if child.lower_ == "of" else None)
                    if party is not None:
                        return party
    return None


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


def is_rebel(noun: Token, parties: Parties) -> bool:
    """Whether a common noun stands for an armed group: "rebels", "the guerrilla army"."""
    words = (c for c in noun.children if c.dep_ in MODIFIERS and c.pos_ != "PROPN")
    return parties.side_of(noun) == "armed" or any(parties.side_of(c) == "armed" for c in words)
