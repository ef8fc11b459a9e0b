"""Which pack takes an article, by the packs' own signs."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from summarizer.errors import PackError
from summarizer.packs.load import LoadedPack

__all__ = ["choose_pack"]

FALLBACK = "event"  # the pack for any other happening


def choose_pack(text: str, packs: Mapping[str, LoadedPack]) -> str:
    """Name the pack whose signs in `text` weigh most, 1 at least; else the general pack.

    Each sign (`Pack.detect`) counts once, however often it is found. Of equal packs the
    alphabetically first is taken. The general pack is `event`, else the first without signs.
    """
    signed = [name for name, loaded in packs.items() if loaded.pack.detect]
    weights = {
        name: _weight(text, loaded.pack.detect, enough=1.0 if signed == [name] else math.inf)
        for name, loaded in sorted(packs.items())
    }
    best = max(weights, key=lambda name: weights[name], default=None)  # the first of equals
    if best is not None and weights[best] >= 1:
        return best
    general = [name for name, loaded in sorted(packs.items()) if not loaded.pack.detect]
    if not general:
        raise PackError("No pack takes this article.", "Name one with --pack.")
    return FALLBACK if FALLBACK in general else general[0]


def _weight(text: str, signs: Mapping[str, float], *, enough: float) -> float:
    """What the signs found in `text` weigh, or `enough` of it where none weighs less than nothing.

    Short signs first: long ones take long to compile, and are seldom needed.
    """
    found: list[float] = []
    sure = all(weight >= 0 for weight in signs.values())
    for sign, weight in sorted(signs.items(), key=lambda item: (len(item[0]), item)):
        if sure and math.fsum(found) >= enough:
            break
        if re.search(sign, text, re.IGNORECASE):
            found.append(weight)
    return math.fsum(found)
