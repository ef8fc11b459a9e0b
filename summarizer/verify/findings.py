"""Findings, their positions, coverage, wording and sums: what each claims of itself must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from summarizer.documents import Difference, Stance, Status
from summarizer.documents.kin import house_of
from summarizer.documents.numerals import numbers_in
from summarizer.verify.numbers import date_faults, date_numbers, is_date, strange_numbers
from summarizer.verify.raw import Notes, Place, Raw
from summarizer.verify.sources import Sources, check_evidence

__all__ = ["Held", "Point", "check_coverage", "check_findings", "check_sums", "check_wording"]

_CONFIRMING = 2  # independent origins that make a finding agreed
_SUM = re.compile(r"(\d[\d,]*)((?:\s*[+×x*]\s*\d[\d,]*)+)\s*=\s*(\d[\d,]*)")


@dataclass(frozen=True)
class Held:
    """A position as it was found: its value, who holds it, and its sound evidence."""

    value: object
    origins: tuple[str, ...]
    evidence: tuple[Place, ...]


@dataclass(frozen=True)
class Point:
    """A finding as it was found."""

    status: str
    held: tuple[Held, ...]

    @property
    def evidence(self) -> tuple[Place, ...]:
        """All sound evidence of all positions."""
        return tuple(place for held in self.held for place in held.evidence)


def check_findings(document: Raw, sources: Sources, notes: Notes) -> dict[str, Point]:
    """Check every finding; return them by id."""
    points: dict[str, Point] = {}
    roles = _roles(document)
    for where, row in notes.objects(document, "findings", ""):
        name = notes.words(row, "id", where)
        notes.checked["findings"] += 1
        if name in points:
            notes.fail(f"{where}.id", f"{name!r} is the id of another finding too")
        if row.get("difference") not in (None, *get_args(Difference)):
            notes.fail(f"{where}.difference", f"{row.get('difference')!r} is no kind of difference")
        held = [
            _position(at, p, sources, notes) for at, p in notes.objects(row, "positions", where)
        ]
        status = notes.words(row, "status", where)
        grown = row.get("difference") == "update"
        _check_status(where, status, held, sources, notes, roles=roles, grown=grown)
        points[name] = Point(status, tuple(held))
    return points


def _position(where: str, row: Raw, sources: Sources, notes: Notes) -> Held:
    notes.checked["positions"] += 1
    origins = notes.names(row, "origins", where)
    places = check_evidence(row, where, sources, notes)
    listed = notes.names(row, "articles", where)
    for name in listed:
        if name not in sources.texts:
            notes.fail(f"{where}.articles", f"names article {name!r}, which is not there")
        elif not any(place.article == name for place in places):
            notes.fail(f"{where}.articles", f"names article {name!r} without evidence from it")
    for name in sorted({place.article for place in places} - set(listed)):
        notes.fail(f"{where}.articles", f"leaves out article {name!r}, which its evidence is from")
    _check_value(where, row, places, notes)
    return Held(row.get("value"), tuple(origins), tuple(places))


def _check_value(where: str, row: Raw, places: Sequence[Place], notes: Notes) -> None:
    """Check that a position's value is what its evidence says."""
    value, high = row.get("value"), row.get("high")
    if isinstance(value, bool) or not isinstance(value, int | str | None):
        notes.fail(f"{where}.value", "is neither a number nor a text")
    for number in (value, high):
        if type(number) is int:
            _check_number(f"{where}.value", number, places, notes)
    if type(value) is int and type(high) is int and high <= value:
        notes.fail(f"{where}.high", "is not above the lower end of the range")
    said = [place.quote for place in places]
    also: set[int] = set()
    if isinstance(value, str) and is_date(value):
        also = date_numbers(value)
        for fault in date_faults(value, said) if said else ():
            notes.fail(f"{where}.value", fault)
    elif isinstance(value, str):
        _no_strange(f"{where}.value", value, said, (), notes)
    if isinstance(row.get("detail"), str):
        _no_strange(f"{where}.detail", row["detail"], said, sorted(also), notes)


def _check_number(where: str, number: int, places: Sequence[Place], notes: Notes) -> None:
    """Check that a number stands in the words of each article that is said to hold it."""
    notes.checked["numbers"] += 1
    for article in sorted({place.article for place in places}):
        quotes = [place.quote for place in places if place.article == article]
        if not any(n.value == number for quote in quotes for n in numbers_in(quote)):
            notes.fail(where, f"the number is not in the evidence from {article}")


def _no_strange(
    where: str, text: str, quotes: Sequence[str], also: Sequence[int], notes: Notes
) -> None:
    for number in strange_numbers(text, quotes, also) if quotes else ():
        notes.fail(where, f"the number {number[:40]} is not in its evidence")


def _check_status(
    where: str,
    status: str,
    held: Sequence[Held],
    sources: Sources,
    notes: Notes,
    *,
    roles: Mapping[str, str],
    grown: bool,
) -> None:
    if not held:
        notes.fail(f"{where}.positions", "there are none")
    voices = {_voice(origin, h, sources, roles) for h in held for origin in h.origins}
    notes.checked["statuses"] += 1
    if status not in get_args(Status):
        notes.fail(f"{where}.status", f"{status!r} is no status")
    elif status == "agreed" and len(voices) < _CONFIRMING:
        notes.fail(
            f"{where}.status",
            f"is agreed, but has {len(voices)} independent origin: it takes two, and a copy of an "
            "article is no second one",
        )
    elif status == "single-origin" and grown:  # each count has its own
        if any(len({_voice(o, h, sources, roles) for o in h.origins}) > 1 for h in held):
            notes.fail(f"{where}.status", "is single-origin, but a count has two origins")
    elif status == "single-origin" and len(voices) != 1:
        notes.fail(f"{where}.status", f"is single-origin, but has {len(voices)} origins")
    elif status == "disputed" and len({repr((h.value, h.origins)) for h in held}) < _CONFIRMING:
        notes.fail(f"{where}.status", "is disputed, but has only one position")


def _roles(document: Raw) -> dict[str, str]:
    """The office of each speaker who has one anywhere in the document, whatever its shape."""
    found: dict[str, str] = {}
    rows = document.get("findings")
    for row in rows if isinstance(rows, list) else ():
        places = row.get("positions") if isinstance(row, dict) else None
        for held in places if isinstance(places, list) else ():
            roles = held.get("roles") if isinstance(held, dict) else None
            for name, role in roles.items() if isinstance(roles, dict) else ():
                if isinstance(role, str):
                    found[name] = max(found.get(name, ""), role, key=lambda r: (len(r), r))
    return found


def _voice(origin: str, held: Held, sources: Sources, roles: Mapping[str, str]) -> str:
    """Name who speaks: an outlet with what it copied is one voice with the outlet it copied.

    So is a government with its own ministry and its spokesman.
    """
    own = sorted(
        sources.root(place.article)
        for place in held.evidence
        if _plain(sources.outlets.get(place.article, "")) == _plain(origin)
    )
    root = own[0] if own else ""
    if root:
        return f"outlet {_plain(sources.outlets.get(root, root))}"
    return house_of(origin, roles)


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(name.casefold().split()))


def check_coverage(
    document: Raw, points: Mapping[str, Point], sources: Sources, notes: Notes
) -> None:
    """Check that who states a finding has evidence in it, and who is silent has none."""
    seen = set()
    for where, row in notes.objects(document, "coverage", ""):
        finding, article = notes.words(row, "finding", where), notes.words(row, "article", where)
        stance = row.get("stance")
        notes.checked["coverage"] += 1
        if finding not in points:
            notes.fail(where, f"names finding {finding!r}, which is not there")
            continue
        if article not in sources.texts:
            notes.fail(where, f"names article {article!r}, which is not there")
            continue
        if (finding, article) in seen:
            notes.fail(where, "says twice where one article stands on one finding")
        seen.add((finding, article))
        has = any(place.article == article for place in points[finding].evidence)
        if stance not in get_args(Stance):
            notes.fail(where, f"{stance!r} is no stance")
        elif stance == "silent" and has:
            notes.fail(where, f"calls {article} silent on {finding}, which has evidence from it")
        elif stance != "silent" and not has:
            notes.fail(where, f"says that {article} {stance} {finding}, without evidence from it")


def check_wording(document: Raw, sources: Sources, notes: Notes) -> None:
    """Check that every term stands in its evidence."""
    for where, row in notes.objects(document, "wording", ""):
        for at, term in notes.objects(row, "terms", where):
            word = " ".join(notes.words(term, "term", at).casefold().split())
            notes.checked["terms"] += 1
            for place in check_evidence(term, at, sources, notes):
                if word and word not in " ".join(place.quote.casefold().split()):
                    notes.fail(at, "the term is not in its evidence")


def check_sums(document: Raw, points: Mapping[str, Point], notes: Notes) -> None:
    """Check that sums add up, over findings that are there."""
    for where, row in notes.objects(document, "reconciliations", ""):
        text = notes.words(row, "text", where)
        for name in notes.names(row, "findings", where):
            if name not in points:
                notes.fail(where, f"names finding {name!r}, which is not there")
        for match in _SUM.finditer(text):
            notes.checked["sums"] += 1
            if _reckon(match[1] + match[2]) != _whole(match[3]):
                notes.fail(where, "does not add up")


def _reckon(sum_: str) -> Decimal:
    total = Decimal(0)
    for product in sum_.split("+"):
        value = Decimal(1)
        for factor in re.split(r"[×x*]", product):
            value *= _whole(factor)
        total += value
    return total


def _whole(text: str) -> Decimal:
    return Decimal(text.replace(",", "").strip() or "0")
