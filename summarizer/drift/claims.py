"""Claims of articles, as their JSON gives them: what is lost, gained, changed, re-attributed.

Claims are taken as plain JSON, so that runs of packs that are no longer there compare, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.drift.match import Span, overlap, pair, spans
from summarizer.drift.results import Difference, DriftRow, Kind

__all__ = ["claim_rows", "claims_in", "kinds_of", "said", "speaker"]

OWN_VOICE = "the outlet itself"
# Told with the value, or in the sentence itself.
TOLD = {"bound", "counted", "verb", "role", "via", "precision"}
# How a claim came about is not what it says.
APART = {"evidence", "speaker", "decided", "open_to_doubt"}
VALUES = ("value", "text", "term", "as_written")
BOUNDS = {"about": "about ", "almost": "almost ", "at_least": "at least ", "at_most": "up to "}
SAME_PLACE = 0.5  # share of characters; less is another mention in the same passage


@dataclass(frozen=True)
class _Claim:
    field: str
    raw: Mapping[str, Any]
    spans: tuple[Span, ...]

    @property
    def value(self) -> tuple[Any, ...]:
        """What the claim says, without its labels."""
        return tuple(self.raw.get(name) for name in (*VALUES, "high"))


def claims_in(facts: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every claim of a summary's facts with its field, in order."""
    for field, held in facts.items():
        for claim in held if isinstance(held, list) else [held]:
            if isinstance(claim, dict) and "evidence" in claim:
                yield field, claim


def claim_rows(
    where: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[list[DriftRow], int]:
    """Compare the facts of one article in two runs: what differs, and how many claims don't."""
    old, new = list(_claims(before)), list(_claims(after))
    rows, same = [], 0
    for field in dict.fromkeys(claim.field for claim in (*old, *new)):
        mine = [claim for claim in old if claim.field == field]
        yours = [claim for claim in new if claim.field == field]
        for a, b in pair(mine, yours, _likeness):
            differences = _differences(a, b) if a and b else ()
            if a and b and not differences:
                same += 1
            else:
                rows.append(_row(where, a, b, differences))
    return rows, same


def _claims(facts: Mapping[str, Any]) -> Iterator[_Claim]:
    for field, raw in claims_in(facts):
        yield _Claim(field, raw, spans(raw["evidence"]))


def _likeness(a: _Claim, b: _Claim) -> float:
    shared = overlap(a.spans, b.spans)
    same_value = a.value == b.value
    if not same_value and shared < SAME_PLACE:
        return 0.0
    alike = sum(_label(a, name) == _label(b, name) for name in _labels(a, b))
    speaker_too = a.raw.get("speaker") == b.raw.get("speaker")
    return 8 * same_value + 4 * shared + speaker_too + alike / (1 + len(_labels(a, b)))


def _labels(*claims: _Claim) -> list[str]:
    """The labels of claims: what they hold besides value, speaker and evidence."""
    names = dict.fromkeys(name for claim in claims for name in claim.raw)
    return [name for name in names if name not in {*APART, *VALUES, "high"}]


def _label(claim: _Claim, name: str) -> str:
    value = claim.raw.get(name)
    if value is None:
        return "not said"
    return "does not apply" if value == "n/a" else str(value).replace("_", " ").replace(":", " ")


def _differences(a: _Claim, b: _Claim) -> tuple[Difference, ...]:
    made = []
    if a.value != b.value:
        made.append(Difference(what="value", before=said(a.raw), after=said(b.raw)))
    if a.raw.get("speaker") != b.raw.get("speaker"):
        made.append(Difference(what="speaker", before=speaker(a.raw), after=speaker(b.raw)))
    made += [
        Difference(what=name.replace("_", " "), before=_label(a, name), after=_label(b, name))
        for name in _labels(a, b)
        if a.raw.get(name) != b.raw.get(name)
    ]
    if not made and a.spans != b.spans:
        made.append(Difference(what="words pointed at", before=_quote(a), after=_quote(b)))
    return tuple(made)


def kinds_of(differences: Sequence[Difference], *, speaker: str = "speaker") -> tuple[Kind, ...]:
    """Re-attributed where the speaker differs, changed where anything else does."""
    other = any(difference.what != speaker for difference in differences)
    who = any(difference.what == speaker for difference in differences)
    kinds: list[Kind] = ["changed"] if other else []
    return (*kinds, "reattributed") if who else tuple(kinds)


def _row(
    where: str, a: _Claim | None, b: _Claim | None, differences: tuple[Difference, ...]
) -> DriftRow:
    one = a or b
    kinds: tuple[Kind, ...] = kinds_of(differences)
    if a is None or b is None:
        kinds = ("gained",) if a is None else ("lost",)
    return DriftRow(
        level="claim",
        kinds=kinds,
        where=where,
        field=one.field if one else "",
        before=_told(a) if a else None,
        after=_told(b) if b else None,
        differences=differences,
        quote_before=_quote(a) if a else "",
        quote_after=_quote(b) if b else "",
    )


def said(raw: Mapping[str, Any]) -> str:
    """A claim's or a position's value as one would say it: "about 270", "40–50", "12 May"."""
    if raw.get("detail"):
        return str(raw["detail"])
    value = next((raw[name] for name in VALUES if raw.get(name) is not None), None)
    if value is None:
        return "no value"
    high = f"–{raw['high']}" if raw.get("high") is not None else ""
    return f"{BOUNDS.get(str(raw.get('bound')), '')}{value}{high}"


def speaker(raw: Mapping[str, Any]) -> str:
    """Who is said to say it."""
    return str(raw.get("speaker") or OWN_VOICE)


def _told(claim: _Claim) -> str:
    """A claim in one line: value, what was counted, labels, speaker."""
    labels = [
        f"{name.replace('_', ' ')}: {_label(claim, name)}"
        for name in _labels(claim)
        if name not in TOLD and isinstance(claim.raw.get(name), str)
    ]
    counted = f" {claim.raw['counted']}" if claim.raw.get("counted") else ""
    more = f" ({', '.join(labels)})" if labels else ""
    told = f"{said(claim.raw)}{counted}{more}"
    stop = "" if told.endswith((".", "!", "?")) else "."
    return f"{told}{stop} Speaker: {speaker(claim.raw)}"


def _quote(claim: _Claim) -> str:
    return " … ".join(str(piece.get("quote", "")) for piece in claim.raw["evidence"])
