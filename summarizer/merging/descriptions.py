"""Descriptions: "the Gulf state" is no name. It stands for the one that its article names, or for none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.documents import NamedClaim, Pack
from summarizer.merging.mentions import Mention
from summarizer.merging.names import nation_of
from summarizer.merging.texts import fold, vocabulary

__all__ = ["described", "is_description", "is_place", "resolved"]

_KINDS = vocabulary(
    """state country nation kingdom sultanate emirate monarchy republic neighbour neighbor power
    capital government party side bloc organisation organization agency group body intermediary
    mediator go-between envoy diplomat official ally partner emissary negotiator broker city town
    village place site location area region border crossing checkpoint"""
)
_VOWELS = "aeiou"
_PLACED = ("in", "on", "at")  # roles of a name that says where


def is_description(name: str) -> bool:
    """Whether a name only says of what kind something is: its head is a common noun.

    A common noun that is written with a capital, after another one, belongs to a name.
    """
    words = name.split()
    head = words[-1] if words else ""
    if head.lower() not in _KINDS:
        return False
    return head.islower() or len(words) == 1


def is_place(field: str, pack: Pack) -> bool:
    """Whether a field's names say where: "Harrow crossing" names a place well enough."""
    return any(cue.role in _PLACED for cue in pack.names.get(field, ()))


def described(name: str) -> str:
    """A description as it stands in a sentence: "a Gulf state"."""
    words = name.split()
    if len(words) == 1:
        words = [words[0].lower()]
    return f"{'an' if words[0][0].lower() in _VOWELS else 'a'} {' '.join(words)}"


def resolved(mentions: Sequence[Mention], pack: Pack) -> tuple[Mention, ...]:
    """Give a description the name that its article gives in the same field, where there is only one.

    Where a field names who acts, a capital is its country: "Ankara" is Turkey where a source says so.
    """
    mentions = _countries(mentions, pack)
    names: dict[tuple[str, str], set[str]] = {}
    for m in mentions:
        if isinstance(m.claim, NamedClaim) and not is_description(m.value):
            names.setdefault((m.source.id, m.field), set()).add(m.value)
    found = []
    for m in mentions:
        known = names.get((m.source.id, m.field), set())
        actor = isinstance(m.claim, NamedClaim) and not is_place(m.field, pack)
        vague = actor and is_description(m.value)
        found.append(replace(m, value=next(iter(known))) if vague and len(known) == 1 else m)
    return tuple(found)


def _countries(mentions: Sequence[Mention], pack: Pack) -> tuple[Mention, ...]:
    """Call a country by its name where one source calls it so and another by its capital."""
    actors = {
        m.field for m in mentions if isinstance(m.claim, NamedClaim) and not is_place(m.field, pack)
    }
    named: dict[tuple[str, str], set[str]] = {}
    for m in mentions:
        if m.field in actors:
            named.setdefault((m.field, _country(m.value)), set()).add(m.value)
    shown = {}
    for (field, country), values in named.items():
        own = sorted(v for v in values if fold(v) == country)
        if len(values) > 1 and own:
            shown.update({(field, v): own[0] for v in values})
    return tuple(replace(m, value=shown.get((m.field, m.value), m.value)) for m in mentions)


def _country(name: str) -> str:
    return fold(nation_of(fold(name)))
