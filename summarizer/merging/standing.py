"""Standing counts: how many are still held is compared where the same people are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.documents import FieldRule, Figure
from summarizer.merging.mentions import Mention
from summarizer.merging.names import nation_of

__all__ = ["rivals"]

_NEAR = 240  # characters: "X put them at 80. Y admits to only 41" speaks of the same people
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_OF = re.compile(r"^\s*(?:of|from)\s+(?:the\s+)?([A-Z][\w’'-]+)")


@dataclass(frozen=True)
class _Counted:
    """A mention of a standing count, and whose people it counts ("" where nothing tells)."""

    mention: Mention
    whose: str


def _is_standing(claim: Figure, rule: FieldRule) -> bool:
    """Whether a figure counts a state that goes on."""
    return bool(rule.standing) and all(
        getattr(claim, name, None) in values for name, values in rule.standing.items()
    )


def _counted_people(mentions: Iterable[Mention], people: str) -> list[_Counted]:
    """Tell whose people each mention counts; one that doesn't say takes it from the one before it.

    `people` is the label that says who is counted: it is taken over together with whose they are.
    """
    found: list[_Counted] = []
    for mention in sorted(mentions, key=lambda m: m.place):
        whose, last = _whose(mention), found[-1] if found else None
        if not whose and last is not None and _follows(mention, last.mention):
            found.append(_Counted(_alike(mention, last.mention, people), last.whose))
        else:
            found.append(_Counted(mention, whose))
    return found


def _whose(mention: Mention) -> str:
    """The country or party that the counted people belong to, as the words name it."""
    claim = mention.claim
    assert isinstance(claim, Figure)  # noqa: S101 — figures are all that comes here
    counted = claim.counted or ""
    names = re.findall(r"\b[A-Z][\w’'-]+", counted)
    if not names and counted:
        at = mention.sentence.find(counted)
        home = _OF.match(mention.sentence[at + len(counted) :]) if at >= 0 else None
        names = [home[1]] if home else []
    return _key(names[-1]) if names else ""


def _key(name: str) -> str:
    """One key for a country, its people and its adjective."""
    bare = re.sub(r"[’']s?$", "", name).lower()
    known = nation_of(bare)
    if known == bare and bare.endswith("s"):
        known = nation_of(bare[:-1])
    return known.lower() if known not in (bare, bare[:-1]) else _stem(bare)


def _stem(name: str) -> str:
    return re.sub(r"(?:ian|an|ese|ish|er|i|a)?s?$", "", name) or name


def _follows(mention: Mention, last: Mention) -> bool:
    """Whether a mention stands close behind another, in words that name nobody else's people."""
    if mention.source.id != last.source.id:
        return False
    claim = mention.claim
    gap = mention.place[1] - last.place[1]
    return isinstance(claim, Figure) and not claim.counted and 0 <= gap <= _NEAR


def _alike(mention: Mention, last: Mention, people: str) -> Mention:
    claim = mention.claim
    if not people or getattr(claim, people, None) is not None:
        return mention
    who = getattr(last.claim, people, None)
    return replace(mention, claim=claim.model_copy(update={people: who}))


def rivals(mentions: Sequence[Mention], rule: FieldRule) -> list[tuple[str, list[Mention]]]:
    """Counts of one people by several origins, under the words in which it is first counted."""
    people = next(iter(sorted(rule.parts)), "")  # the label that says who is counted
    standing = [m for m in mentions if isinstance(m.claim, Figure) and _is_standing(m.claim, rule)]
    groups: dict[tuple[str, str], list[Mention]] = {}
    for one in _counted_people(standing, people):
        if one.whose:
            who = str(getattr(one.mention.claim, people, None)) if people else ""
            groups.setdefault((one.whose, who), []).append(one.mention)
    found = []
    for key in sorted(groups):
        held = groups[key]
        if len({m.origin for m in held}) > 1:
            first = min(held, key=lambda m: m.place).claim
            found.append(((first.counted if isinstance(first, Figure) else None) or key[0], held))
    return found
