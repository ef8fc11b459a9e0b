"""The gate on our own voice, and how neutral a finished brief is, in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from summarizer.documents import Brief, Document, Finding, Pack, Position
from summarizer.documents.lexicon import ONE_ORIGIN, loaded_in, own_voice
from summarizer.documents.numerals import numbers_in
from summarizer.writing.about import parties_of, sides_of

__all__ = ["NeutralityReport", "Problem", "check_sentence", "hedged", "measure", "takes_side"]

Rule = Literal["number", "name", "loaded", "attribution", "hedge", "vague", "quotation"]


class Problem(NamedTuple):
    """What a sentence does wrong, in words that a model can be reasked with."""

    rule: Rule
    message: str


_HEDGES = {
    "about": r"about|around|approximately|roughly|some|nearly|almost|an estimated|or so",
    "almost": r"almost|nearly|close to|just under|not quite|about",
    "at_least": r"at least|more than|over|no fewer than|upwards of|exceed\w*",
    "at_most": r"at most|up to|no more than|fewer than|less than|under",
}
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|several|many|most|few|numerous|countless)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w’'-]*")
_CALENDAR = frozenset(
    """January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()  # noqa: SIM905
)
_STEM = 4  # letters that a name and its adjective share: Arland, Arlandic
_NEAR = 40  # characters before a number in which its hedge stands
_QUOTED = re.compile(r"“([^”]*)”")


def check_sentence(
    text: str,
    findings: Sequence[Finding],
    pack: Pack,
    *,
    outlets: Sequence[str] = (),
    names: Iterable[str] = (),
) -> list[Problem]:
    """List what a sentence of ours says beyond, or without, the findings it cites.

    `outlets` and `names` are further names it may use, such as the event's title.
    """
    positions = [p for f in findings for p in f.positions]
    quotes = [e.quote for p in positions for e in p.evidence]
    origins = [o for p in positions for o in p.origins]
    known = [*quotes, *origins, *outlets, *names, *_terms(pack), *_said(findings)]
    return [
        *_numbers(text, positions, quotes),
        *_hedges(text, positions),
        *_vague(text, quotes),
        *_names(text, known),
        *_loaded(text, pack, [*origins, *outlets]),
        *_quoted(text, quotes),
        *_owners(text, findings),
    ]


def takes_side(
    text: str, findings: Sequence[Finding], pack: Pack, *, outlets: Sequence[str] = ()
) -> bool:
    """Whether `check_sentence` would find a loaded word; the rest of it isn't looked at."""
    origins = [o for f in findings for p in f.positions for o in p.origins]
    return bool(_loaded(text, pack, [*origins, *outlets]))


def _terms(pack: Pack) -> list[str]:
    """List the pack's neutral terms."""
    return [row.used for row in pack.contested]


def _said(findings: Sequence[Finding]) -> list[str]:
    """List the names that findings carry in their labels and values."""
    values = [v for f in findings for v in f.labels.values() if v]
    return values + [p.value for f in findings for p in f.positions if isinstance(p.value, str)]


def _numbers(text: str, positions: Sequence[Position], quotes: Sequence[str]) -> list[Problem]:
    known = {n.value for quote in quotes for n in numbers_in(quote)}
    counted = {m.span() for m in ONE_ORIGIN.finditer(text)}  # outlets, which the merge has counted
    for position in positions:
        if isinstance(position.value, str) and re.fullmatch(r"\d{4}(-\d\d){0,2}", position.value):
            known |= {int(part) for part in position.value.split("-")}
    return [
        Problem("number", f"the number “{text[n.start : n.end]}” is not in the sources' words")
        for n in numbers_in(text)
        if n.value not in known and not any(s <= n.start and n.end <= e for s, e in counted)
    ]


def hedged(text: str, at: int, bound: str) -> bool:
    """Whether a word before the number at `at` leaves open what its bound does."""
    before = text[max(0, at - _NEAR) : at]
    return (
        re.search(rf"\b(?:{_HEDGES.get(bound, '')})\b[^.;:]*$", before, re.IGNORECASE) is not None
    )


def _hedges(text: str, positions: Sequence[Position]) -> list[Problem]:
    """A number that every source hedges keeps a hedge."""
    problems = []
    for number in numbers_in(text):
        bounds = [p.bound or "exact" for p in positions if p.value == number.value]
        if not bounds or "exact" in bounds:
            continue
        if not any(hedged(text, number.start, bound) for bound in bounds):
            word = _HEDGES[bounds[0]].split("|")[0]
            problems.append(
                Problem(
                    "hedge", f"the sources say “{word}” before {text[number.start : number.end]}"
                )
            )
    return problems


def _vague(text: str, quotes: Sequence[str]) -> list[Problem]:
    said = " ".join(quotes).lower()
    return [
        Problem("vague", f"no source says “{m[0]}”")
        for m in _VAGUE.finditer(own_voice(text))
        if m[0].lower() not in said
    ]


def _names(text: str, known: Sequence[str]) -> list[Problem]:
    """Every name stands in the sources; a sentence's first word may be any word."""
    stock = {_bare(w) for k in known for w in re.findall(r"[\w’'-]+", k)}
    problems = []
    for match in _NAME.finditer(own_voice(text)):
        word = _bare(match[0])
        opens = re.search(r"(?:^|[.;:!?]\s+|“)$", text[: match.start()]) is not None
        lone = not re.match(r"\s+[A-Z]", text[match.end() :])
        if match[0] in _CALENDAR or (opens and lone) or _of(word, stock):
            continue
        if opens and word in {"the", "a", "an", "in", "on", "at", "both", "and"}:
            continue
        problems.append(Problem("name", f"the name “{match[0]}” is not in the sources' words"))
    return problems


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).lower()


def _of(word: str, stock: set[str]) -> bool:
    """Whether a word is one of the sources' or an adjective made of one."""
    if word in stock:
        return True
    return any(
        len(min(word, other, key=len)) >= _STEM
        and (word.startswith(other) or other.startswith(word))
        for other in stock
    )


def _loaded(text: str, pack: Pack, names: Sequence[str]) -> list[Problem]:
    extra = {term: row.used for row in pack.contested for term in row.terms}
    return [
        Problem(
            "loaded",
            f"“{found.word}” takes a side"
            + (f"; write “{found.instead}”" if found.instead else "; leave it out"),
        )
        for found in loaded_in(text, names=names, extra=extra)
    ]


def _quoted(text: str, quotes: Sequence[str]) -> list[Problem]:
    flat = _flat(" ".join(quotes))
    return [
        Problem("quotation", "the words between quotation marks are not the source's")
        for m in _QUOTED.finditer(text)
        if _flat(m[1]).strip(" .,;:!?…'-") not in flat
    ]


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[“”\"„«»‘’`]", "'", text).casefold().split())


def _owners(text: str, findings: Sequence[Finding]) -> list[Problem]:
    """What is not agreed has its owner in the sentence, for every position."""
    return [
        Problem("attribution", f"it must say that {' and '.join(p.origins)} said so")
        for finding, p in _unowned(text, findings)
        if finding.status != "agreed"
    ]


def _unowned(text: str, findings: Sequence[Finding]) -> list[tuple[Finding, Position]]:
    agreed = {repr(p.value) for f in findings if f.status == "agreed" for p in f.positions}
    flat = _flat(text)
    return [
        (finding, p)
        for finding in findings
        if finding.status != "agreed"
        for p in finding.positions
        if not any(_flat(o).removeprefix("the ") in flat for o in p.origins)
        and not (finding.status == "single-origin" and repr(p.value) in agreed)
    ]


class LoadedWord(Document):
    """A loaded word in the brief's own voice, where it stands, and what to write instead."""

    where: str
    word: str
    instead: str
    why: str


class Share(Document):
    """How many words of attributed sentences tell what a side, or a speaker, says."""

    who: str
    words: int
    share: float


class NeutralityReport(Document):
    """How neutral a brief is: loaded words, space by side and by speaker, attribution, hedges.

    `attribution` is the share of sentences on findings that are not agreed which name every owner,
    null where there are none; `hedges_dropped` names sentences whose number lost its hedge.
    """

    loaded: tuple[LoadedWord, ...]
    sides: tuple[Share, ...]
    speakers: tuple[Share, ...]
    attribution: float | None
    hedges_dropped: tuple[str, ...]


def measure(brief: Brief) -> NeutralityReport:
    """Measure a brief's neutrality from the brief alone."""
    by_id = {f.id: f for f in brief.findings}
    outlets = [a.outlet for a in brief.articles if a.outlet]
    names = [*outlets, *(o for f in brief.findings for p in f.positions for o in p.origins)]
    contested = {
        re.escape(term.term): row.used
        for row in brief.wording
        if row.used != row.refers_to
        for term in row.terms
    }
    places = [("headline", brief.headline)]
    places += [(f"summary[{n}]", s.text) for n, s in enumerate(brief.summary)]
    loaded = tuple(
        LoadedWord(where=where, word=f.word, instead=f.instead, why=f.why)
        for where, text in places
        for f in loaded_in(text, names=[*names, *contested.values()], extra=contested)
    )
    texts = [a.text for a in brief.articles if a.text]
    attributed, owed, dropped = 0, 0, []
    speakers: dict[str, int] = {}
    for n, sentence in enumerate(brief.summary):
        findings = [by_id[f] for f in sentence.findings if f in by_id]
        positions = [p for f in findings for p in f.positions]
        if _hedges(sentence.text, positions):
            dropped.append(f"summary[{n}]")
        told = [f for f in findings if f.status != "agreed"]
        if not told or any(f.status == "agreed" for f in findings):
            continue
        owed += 1
        attributed += not _unowned(sentence.text, told)
        held = sorted({o for f in told for p in f.positions for o in p.origins})
        for origin in held:  # several owners share a sentence's words
            speakers[origin] = speakers.get(origin, 0) + len(sentence.text.split()) // len(held)
    return NeutralityReport(
        loaded=loaded,
        sides=_shares(
            _by_side(speakers, parties_of(brief.findings), sides_of(brief.findings, texts), outlets)
        ),
        speakers=_shares(speakers),
        attribution=round(attributed / owed, 3) if owed else None,
        hedges_dropped=tuple(dropped),
    )


def _by_side(
    speakers: dict[str, int],
    parties: Sequence[str],
    known: Mapping[str, str],
    outlets: Sequence[str],
) -> dict[str, int]:
    """Add up by party: name, office or introduction tell the side; outlets and strangers have none."""
    sides: dict[str, int] = dict.fromkeys(parties, 0)
    for name, count in speakers.items():
        side = "neither" if name in outlets else known.get(name, "neither")
        sides[side] = sides.get(side, 0) + count
    return sides


def _shares(words: dict[str, int]) -> tuple[Share, ...]:
    total = sum(words.values())
    rows = sorted(words.items(), key=lambda row: (-row[1], row[0]))
    return tuple(
        Share(who=who, words=n, share=round(n / total, 3) if total else 0.0) for who, n in rows
    )
