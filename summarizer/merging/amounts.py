"""Amounts: what a number with its bound allows, and whether two of them can both be true."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["Amount", "compatible", "confirms", "spoken"]

ROUGHLY = 0.1  # "about 120" allows 108 to 132; "almost 800" 720 to 800
MILLION = 1_000_000
WITHIN = 1.5  # "more than 100" bears out 115, but hardly 1,000
_WORDS = {"about": "about ", "almost": "almost ", "at_least": "at least ", "at_most": "up to "}


@dataclass(frozen=True, order=True)
class Amount:
    """A number as one source gives it: `value` to `high` where it is a range."""

    value: int
    high: int | None
    bound: str

    def span(self) -> tuple[float, float]:
        """The least and the greatest number that would make it true."""
        top = self.high if self.high is not None else self.value
        if self.bound == "about":
            return self.value * (1 - ROUGHLY), top * (1 + ROUGHLY)
        if self.bound == "almost":
            return self.value * (1 - ROUGHLY), top
        if self.bound == "at_least":
            return self.value, math.inf
        if self.bound == "at_most":
            return 0, top
        return self.value, top

    @property
    def exact(self) -> bool:
        """Whether it leaves nothing open."""
        return self.bound == "exact" and self.high is None


def compatible(a: Amount, b: Amount) -> bool:
    """Whether some number makes both true."""
    (low_a, high_a), (low_b, high_b) = a.span(), b.span()
    return low_a <= high_b and low_b <= high_a


def confirms(a: Amount, b: Amount) -> bool:
    """Whether two sources that give `a` and `b` bear each other out, not merely leave room."""
    big, small = max(a.value, b.value), min(a.value, b.value)
    # "at least 310" and "at least 400" can both be true, and neither bears out the other
    alike = a.bound == b.bound and a.bound in ("at_least", "at_most")
    return compatible(a, b) and big <= (1 + ROUGHLY if alike else WITHIN) * small


def spoken(amount: Amount) -> str:
    """As an editor would write it: "about 120", "1,000", "270 to 300"."""
    top = f" to {_number(amount.high)}" if amount.high is not None else ""
    return f"{_WORDS.get(amount.bound, '')}{_number(amount.value)}{top}"


def _number(value: int) -> str:
    """In digits, from a million on in millions where that is exact: "4.2 million"."""
    if value >= MILLION and value % (MILLION // 10) == 0:
        return f"{value / MILLION:g} million"
    return f"{value:,}"
