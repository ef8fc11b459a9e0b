"""Tally: what the figures of two articles say for and against their telling of one event.

Figures in common support it, rare and early ones most, and all the more where they are most of what
either article counts. Leads that each stand on figures which the other doesn't know speak against
it, unless the figures can be reconciled: one is the sum of two of the other's, or differs from one
of them as a slip or a recount does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from summarizer.merging.features import Features

__all__ = ["MOST", "Tally", "tally"]

SUMMED = 0.8  # of its weight a figure keeps that is the sum of two of the other's
FEW = 60  # pairs of figures among which an equal pair is no chance
MOST, MOST_AGAINST, MOST_RECALLED = 2.5, 2.0, 2.0
SURE = 99  # small figures are equal, or add up, by chance too often
SLIP = 3
RECOUNT = 0.01  # the share by which two counts of one thing may differ


class Tally(NamedTuple):
    """Weights for and against, and the figures that they rest on.

    `support` goes to 2.5, `cover` to 1, `against` and `recall` to 2. `apart` are the figures of
    each lead that the other article doesn't know, `recalled` those that one reports and the other
    calls past.
    """

    support: float = 0.0
    cover: float = 0.0
    against: float = 0.0
    recall: float = 0.0
    shared: tuple[int, ...] = ()
    apart: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    recalled: tuple[int, ...] = ()


NOTHING = Tally()


def tally(a: Features, b: Features, rarity: Mapping[int, float]) -> Tally:
    """Weigh the figures of two articles; `rarity` is between 0 and 1 for each of them."""
    mine, theirs = a.figures, b.figures
    if not mine or not theirs:
        return NOTHING
    recalled = [v for v in a.lead & b.earlier_figures if v not in theirs]
    recalled += [v for v in b.lead & a.earlier_figures if v not in mine]
    only_a, only_b = _unknown(a.lead, theirs), _unknown(b.lead, mine)
    summed = set()
    if only_a or only_b:
        for whole, parts in (*_sums(only_a, b), *_sums(only_b, a)):
            only_a -= {whole, *parts}
            only_b -= {whole, *parts}
            if whole > SURE and whole == sum(parts):
                summed.add(whole)
    both = mine.keys() & theirs.keys()
    support = cover = against = 0.0
    if both or summed:
        support = sum(min(mine[v], theirs[v]) * rarity[v] for v in sorted(both))
        support += SUMMED * sum(
            max(mine.get(v, 0.0), theirs.get(v, 0.0)) * rarity[v] for v in sorted(summed)
        )
    if support:
        support = min(MOST, support / max(1.0, len(mine) * len(theirs) / FEW) ** 0.5)
        cover = min(1.0, support / min(sum(mine.values()), sum(theirs.values())))
    if only_a and only_b:
        against = min(sum(mine[v] for v in only_a), sum(theirs[v] for v in only_b))
    return Tally(
        support=support,
        cover=cover,
        against=min(MOST_AGAINST, against),
        recall=min(MOST_RECALLED, sum(rarity[v] for v in recalled)),
        shared=tuple(sorted(both | summed)),
        apart=(tuple(sorted(only_a)), tuple(sorted(only_b))),
        recalled=tuple(sorted(recalled)),
    )


def _unknown(lead: Iterable[int], known: Mapping[int, float]) -> set[int]:
    """The figures of a lead that the other article neither gives nor nearly gives."""
    return {v for v in lead if v not in known and not _nearly(v, known)}


def _nearly(value: int, known: Iterable[int]) -> bool:
    """Whether one of these may be its recount, or the same digits in another order."""
    for other in known:
        apart = abs(value - other)
        if apart <= 1 or apart <= RECOUNT * (value if value > other else other):  # noqa: FURB136
            return True
        if value > SURE and other > SURE and _digits(value) == _digits(other):
            return True
    return False


@lru_cache(maxsize=16384)
def _digits(value: int) -> str:
    return "".join(sorted(str(value)))


def _sums(wanted: set[int], other: Features) -> list[tuple[int, tuple[int, ...]]]:
    """Those figures that are the sum, or the double, of the other's, and its parts."""
    if not wanted:
        return []
    return [(v, p) for v in sorted(wanted) for total, p in other.sums if abs(v - total) <= SLIP]
