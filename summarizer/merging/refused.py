"""Refused numbers: who says "81, not 84" does not give the number 84."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.documents import Figure
from summarizer.documents.numerals import numbers_in
from summarizer.merging.mentions import Mention

__all__ = ["given"]

_REFUSED = re.compile(
    r"\b(?:not|rather than|instead of|contrary to|never|nor)\s+(?:the\s+|about\s+|some\s+|all\s+)?$",
    re.IGNORECASE,
)


def given(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions whose number is given, and not only refused."""
    return tuple(m for m in mentions if not _refused(m))


def _refused(mention: Mention) -> bool:
    claim = mention.claim
    if not isinstance(claim, Figure):
        return False
    spots = [
        _REFUSED.search(e.quote[: n.start]) is not None
        for e in claim.evidence
        for n in numbers_in(e.quote)
        if n.value == claim.value
    ]
    return bool(spots) and all(spots)
