"""Pairs: which two of the names that act, own and are owned in an article are its two parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from summarizer.extraction.standing import is_force

__all__ = ["GOVERNMENT", "REBELS", "Standing", "choose"]

GOVERNMENT, REBELS = "government", "rebels"  # sides that no name was found for
_PARTY_VOTES = 1.5
_ACTS = 1.5
_TWO_LANDS = 5.0
_TWO = 2
_ONCE = 3.1  # the votes of whom people are told to be of, once


@dataclass
class Standing:
    """What an article says for each name: the votes of its places, whether it owns people or acts.

    `spoken` counts how often a side is spoken of by a common noun ("the rebels"), `spoken_for` whose
    bodies those are; `together` how often two parties' people move together, `faced` how often two are
    said to swap with each other; `order` is of appearance; `dated` the country told of or from;
    `forces` the one country whose army or police is named.
    """

    votes: Counter[str] = field(default_factory=Counter)
    owns: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    spoken: Counter[str] = field(default_factory=Counter)
    spoken_for: Counter[str] = field(default_factory=Counter)
    together: Counter[frozenset[str]] = field(default_factory=Counter)
    faced: Counter[frozenset[str]] = field(default_factory=Counter)
    order: dict[str, int] = field(default_factory=dict)
    dated: str = ""
    forces: str = ""

    def rename(self, old: str, new: str) -> None:
        """Give what was counted for one name to another."""
        for counted in (self.votes, self.owns, self.acts):
            if old in counted and old != new:
                counted[new] += counted.pop(old)
        if old in self.order:
            at = self.order.pop(old)
            self.order[new] = min(at, self.order.get(new, at))


def choose(  # noqa: C901, PLR0912
    told: Standing, lands: Collection[str], dropped: Sequence[str], land: str | None
) -> tuple[tuple[str, ...], str, str]:
    """The pair of parties in order of appearance, and who the state and the armed group are.

    `dropped` are towns to fall back on; `land` is the country whose provinces are named.
    """
    votes, spoken = told.votes, told.spoken
    ranked = sorted(votes, key=lambda name: (-votes[name], told.order.get(name, 0)))
    own = [name for name in ranked if name in lands]
    others = [name for name in ranked if name not in lands]
    bands = sorted(others, key=lambda name: (not (told.acts[name] or is_force(name)), -votes[name]))
    armed = state = ""
    if spoken["armed"]:
        armed = bands[0] if bands and votes[bands[0]] >= _PARTY_VOTES else REBELS
    if spoken["state"]:
        state = _state(told, own, land)
        state = told.dated or told.forces or state if state == GOVERNMENT else state
    if armed and armed == state:
        armed = next((name for name in bands if name != state), REBELS)
    pair = _facing(told) or _heaviest(told, ranked)
    faced = len(pair) == _TWO and told.faced[frozenset(pair)] > 0
    if not faced and not spoken["armed"]:
        pair = _no_bystander(told, pair, own)
    nations = faced and all(name in lands for name in pair)
    if spoken["armed"] and spoken["state"] and not nations:
        pair = [state, armed]
    elif (
        state in {*lands, GOVERNMENT} - set(pair)
        and others
        and (
            told.owns[others[0]]
            if others[0] == ranked[0]
            else _outweighed(told, ranked[0], others[0], lands)
        )
    ):
        pair = [state, others[0]]  # a group's people, and a government that isn't named
    if (
        len(own) > 1
        and not faced
        and votes[own[1]] >= max(_TWO_LANDS, *(votes[n] for n in others[:1]), 0)
        and votes[own[1]] > _ACTS * spoken["armed"]
    ):
        pair = _heaviest(told, own)  # two countries: whoever is called rebels here is no party
    sides = [name for name in (state, armed) if name and name not in pair]
    if sides and not spoken["armed"] * spoken["state"]:
        pair = [name for name in pair if votes[name] >= 1]
    if len(pair) < _TWO:
        group = (*pair, armed)[0]
        if group and not state and group not in lands and (armed or is_force(group)):
            sides.append(told.dated or GOVERNMENT)  # whoever an armed group fights
        rest = [name for name in (*sides, *dropped, *ranked) if name not in pair]
        pair += rest[: _TWO - len(pair)]
    countries = [name for name in pair if name in lands or name == GOVERNMENT]
    if not countries and any(is_force(name) for name in pair):
        countries = [name for name in pair if not is_force(name)]
    if len(countries) == 1 and len(pair) == _TWO:
        state, armed = countries[0], next(name for name in pair if name != countries[0])
    elif len(countries) == _TWO:
        armed = ""  # between two countries "rebels" are neither
    if state not in pair:
        state = ""
    return tuple(sorted(pair, key=lambda name: told.order.get(name, 0))), state, armed


def _outweighed(told: Standing, first: str, group: str, lands: Collection[str]) -> bool:
    """Whether a group acts while the country named most only owns people: a third one's."""
    return bool(told.acts[group]) and first in lands and not told.acts[first]


def _state(told: Standing, own: Sequence[str], land: str | None) -> str:
    """Whose government "the government" is: whose bodies are spoken of, else the one country told of."""
    named = told.spoken_for.most_common(1)
    if named and (named[0][1] > 1 or land is None):
        return named[0][0]
    if land is not None:
        return land
    if told.forces and not (own and (told.owns[own[0]] or told.acts[own[0]])):
        return told.forces  # another country, however often named, only borders or looks on
    if own and told.votes[own[0]] > max(1, sum(told.votes[n] for n in own[1:2])):
        return own[0]
    return GOVERNMENT


def _facing(told: Standing) -> list[str]:
    """The two names that the article says swap with each other, where it says so of one pair most."""
    ranked = [
        (n, sorted(ends, key=lambda name: (-told.votes[name], told.order.get(name, 0))))
        for ends, n in told.faced.most_common()
        if all(told.votes[name] >= _PARTY_VOTES for name in ends)
    ]
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return []
    return ranked[0][1]


def _no_bystander(told: Standing, pair: list[str], own: Sequence[str]) -> list[str]:
    """The pair, with another country for what only once owns people and never acts: "Green lawmakers"."""
    others = [name for name in own if name not in pair and told.votes[name] >= 1]
    aside = [n for n in pair if n not in own and not told.acts[n] and told.votes[n] <= _ONCE]
    if len(pair) == _TWO and len(aside) == 1 and others:
        return [*(n for n in pair if n not in aside), others[0]]
    return pair


def _heaviest(told: Standing, ranked: Sequence[str]) -> list[str]:
    """The heaviest name and the heaviest on the other side.

    Whose people move with the first one's is beside it, and whoever owns none of the people while
    somebody else does only acts for others.
    """
    if not ranked:
        return []
    first, rest = ranked[0], list(ranked[1:])
    apart = [n for n in rest if not told.together[frozenset((first, n))]]
    second = next(iter(apart or rest), None)
    if second is None:
        return [first]
    if not told.owns[second]:
        owners = [n for n in apart if told.owns[n] and told.votes[n] >= _PARTY_VOTES]
        second = next(iter(owners), second)
    return [first, second]
