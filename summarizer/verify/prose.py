"""The brief's own sentences: each cites, adds no number, names owners and takes no side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from summarizer.documents.lexicon import ONE_ORIGIN, loaded_in
from summarizer.documents.numerals import numbers_in
from summarizer.verify.findings import Point
from summarizer.verify.numbers import date_numbers, is_date, strange_numbers
from summarizer.verify.raw import Notes, Place, Raw
from summarizer.verify.sources import Sources

__all__ = ["check_headline", "check_summary"]

_HEADLINE_WORDS = 14
_QUOTED = re.compile(r"“([^”]*)”")


def check_summary(
    document: Raw, points: Mapping[str, Point], sources: Sources, notes: Notes
) -> None:
    """Check every sentence of the summary."""
    rows = list(notes.objects(document, "summary", ""))
    own = _own_words(document, points, sources, notes)
    if not rows:
        notes.fail("summary", "there are no sentences")
    for where, row in rows:
        notes.checked["sentences"] += 1
        text = notes.words(row, "text", where)
        named = []
        for name in notes.names(row, "findings", where):
            if name in points:
                named.append(points[name])
            else:
                notes.fail(f"{where}.findings", f"names finding {name!r}, which is not there")
        cited = _citations(where, row, named, sources, notes)
        if text:
            counted = _check_outlets(f"{where}.text", text, cited, sources, notes)
            _check_words(f"{where}.text", counted, named, cited, notes)
            _check_owners(f"{where}.text", text, named, notes)
            _check_voice(f"{where}.text", text, own, notes)


def _citations(
    where: str, row: Raw, named: Sequence[Point], sources: Sources, notes: Notes
) -> list[Place]:
    """Return the evidence that the sentence's citations point into."""
    rows = list(notes.objects(row, "citations", where))
    if not rows:
        notes.fail(f"{where}.citations", "the sentence cites nothing")
    cited: list[Place] = []
    for at, citation in rows:
        notes.checked["citations"] += 1
        article, span = notes.words(citation, "article", at), notes.span(citation, at)
        if article and article not in sources.texts:
            notes.fail(at, f"cites article {article!r}, which is not there")
        elif span is not None:
            text = sources.texts.get(article)
            if text is not None and span[1] > len(text):
                notes.fail(at, "points beyond the end of its article")
            within = [
                place
                for point in named
                for place in point.evidence
                if place.article == article and place.start <= span[0] and span[1] <= place.end
            ]
            if not within:
                notes.fail(at, "points at no evidence of a finding that the sentence names")
            cited += within
    for point in named:
        if rows and not any(place in cited for place in point.evidence):
            notes.fail(where, "names a finding that it does not cite")
    return cited


def _check_outlets(
    where: str, text: str, cited: Sequence[Place], sources: Sources, notes: Notes
) -> str:
    """Check "four outlets, one origin" against the outlets that are cited; return the rest."""
    for match in ONE_ORIGIN.finditer(text):
        outlets = {sources.outlets.get(p.article) or p.article for p in cited}
        said = [n.value for n in numbers_in(match["outlets"])]
        if len(said) != 1 or not 1 < said[0] <= len(outlets):
            notes.fail(where, f"counts {match['outlets']} outlets, but cites {len(outlets)}")
    return ONE_ORIGIN.sub("", text)


def _check_words(
    where: str, text: str, named: Sequence[Point], cited: Sequence[Place], notes: Notes
) -> None:
    quotes = [place.quote for place in cited]
    dates = {n for v in _values(named) if is_date(v) for n in date_numbers(v)}
    for number in strange_numbers(_unowned(text, named), quotes, sorted(dates)):
        notes.fail(where, f"the number {number[:40]} is not in the words that the sentence cites")
    flat = _flat(" ".join(quotes))
    for match in _QUOTED.finditer(text):
        words = _flat(match[1]).strip(" .,;:!?…'-")
        if words and words not in flat:
            notes.fail(where, "puts words between quotation marks that are not in what it cites")


def _unowned(text: str, named: Iterable[Point]) -> str:
    """The text without its owners: "two officials" are called so by their source."""
    owners = {o for point in named for held in point.held for o in held.origins}
    for owner in sorted(o for o in owners if re.search(r"[^\W\d_]", o)):
        text = re.sub(rf"(?<!\w){re.escape(owner)}(?!\w)", "", text, flags=re.IGNORECASE)
    return text


def _values(named: Sequence[Point]) -> list[str]:
    return [held.value for point in named for held in point.held if isinstance(held.value, str)]


def _flat(text: str) -> str:
    """One kind of mark and of space, and small letters: what typesetting may change."""
    return " ".join(re.sub(r"[“”\"„«»‘’`]", "'", text).casefold().split())


def _check_owners(where: str, text: str, named: Sequence[Point], notes: Notes) -> None:
    """Check that what is not agreed has its owner in the sentence."""
    agreed = {repr(h.value) for point in named if point.status == "agreed" for h in point.held}
    flat = _flat(text)
    for point in named:
        if point.status == "agreed":
            continue
        for held in point.held:
            borne_out = point.status == "single-origin" and repr(held.value) in agreed
            if borne_out or any(_bare(origin) in flat for origin in held.origins):
                continue
            notes.fail(where, f"does not say who holds what is {point.status}")


def _bare(origin: str) -> str:
    return re.sub(r"^the\s+", "", _flat(origin))


def check_headline(
    document: Raw, points: Mapping[str, Point], sources: Sources, notes: Notes
) -> None:
    """Check the headline: short, no number that no evidence holds, no word that takes a side."""
    text = notes.words(document, "headline", "")
    if not text:
        return
    if len(text.split()) > _HEADLINE_WORDS:
        notes.fail("headline", f"has more than {_HEADLINE_WORDS} words")
    event = document.get("event")
    dated = event.get("date") if isinstance(event, dict) else None
    dates = {n for v in (dated, *_values(list(points.values()))) if _dates(v) for n in _dates(v)}
    quotes = [place.quote for point in points.values() for place in point.evidence]
    for number in strange_numbers(_unowned(text, points.values()), quotes, sorted(dates)):
        notes.fail("headline", f"the number {number[:40]} is in no evidence")
    _check_voice("headline", text, _own_words(document, points, sources, notes), notes)


def _dates(value: object) -> set[int]:
    return date_numbers(value) if isinstance(value, str) and is_date(value) else set()


class _Own(NamedTuple):
    """Names that may hold a loaded word, and contested terms with the one that the brief uses."""

    names: tuple[str, ...]
    terms: dict[str, str]


def _own_words(document: Raw, points: Mapping[str, Point], sources: Sources, notes: Notes) -> _Own:
    names = {o for point in points.values() for held in point.held for o in held.origins}
    terms = {}
    for at, row in notes.objects(document, "wording", ""):
        used = row.get("used")
        if used == row.get("refers_to"):
            continue  # no term is laid down: the row only shows how the outlets word it
        for _, term in notes.objects(row, "terms", at):
            if isinstance(used, str) and isinstance(term.get("term"), str) and term["term"].strip():
                terms[re.escape(term["term"].strip())] = used
    # A term that is part of the brief's own ("guards" in "border guards") is no fault.
    return _Own((*sorted(names), *sources.outlets.values(), *terms.values()), terms)


def _check_voice(where: str, text: str, own: _Own, notes: Notes) -> None:
    """Check that no loaded word, and no contested term but the brief's own, stands unquoted."""
    for found in loaded_in(text, names=own.names, extra=own.terms):
        notes.fail(where, f"the word “{found.word}” is the brief's own and takes a side")
