"""Plain: the headline and the gist that an article's facts make by themselves, with no model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.documents import (
    Article,
    Claim,
    DateClaim,
    Evidence,
    Facts,
    FieldRule,
    Figure,
    GistSentence,
    LabelClaim,
    NamedClaim,
    Pack,
    claims_of,
)
from summarizer.documents.lexicon import loaded_in
from summarizer.documents.numerals import numbers_in
from summarizer.extraction.gist import HEADLINE_WORDS, attributed, with_article
from summarizer.packs import phrase

__all__ = ["plain_gist", "plain_headline"]

_SENTENCES = 3
_OF_FIGURES = 2
_SHORTEST_LEAD, _LONGEST_LEAD = 6, 45  # words of a sentence that is quoted for want of facts
_ADVERB = re.compile(r"(?:on|in|at|during|last|this|yester|today|over|early|late)", re.IGNORECASE)


@dataclass(frozen=True)
class _Count:
    """Figures of one sentence that differ only in who was counted: told in one breath."""

    field: str
    figures: tuple[Figure, ...]

    @property
    def speaker(self) -> str | None:
        return self.figures[0].speaker

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(dict.fromkeys(e for figure in self.figures for e in figure.evidence))


def plain_headline(facts: Facts, pack: Pack, article: Article) -> str:
    """A headline from the facts by the pack's phrases: what happened to how many, never when.

    Without such facts it is the pack's own title for them.
    """
    title = _title(facts, pack, article)
    for count in _counts(facts, pack):
        if any(not _telling(figure, pack, count.field) for figure in count.figures):
            continue
        for part in (count, _Count(count.field, count.figures[:1])):
            for shown in _headlines(title, part, pack, article):
                if len(shown.split()) <= HEADLINE_WORDS:
                    return shown[:1].upper() + shown[1:]
    return title or pack.title


def _headlines(title: str, count: _Count, pack: Pack, article: Article) -> Iterator[str]:
    words = _render(count.field, "headline", count, pack, article)
    words = words or _clause(count, pack, article)
    words = words[:1].upper() + words[1:]
    if not words or loaded_in(words):
        return
    if count.speaker is None:
        yield f"{title}: {words}" if title else words
        yield words
    else:
        if title:
            yield f"{title}: {words}, {count.speaker} says"
        yield f"{count.speaker}: {words}"


def plain_gist(facts: Facts, pack: Pack, article: Article) -> tuple[GistSentence, ...]:
    """Up to three sentences from the facts, each given to whoever says it.

    An article without facts is told by its own first sentence, between quotation marks.
    """
    kept: list[GistSentence] = []
    said: set[str] = set()
    for count in _counts(facts, pack):
        clause = _clause(count, pack, article)
        if clause and clause not in said and len(kept) < _OF_FIGURES:
            said.add(clause)
            kept.append(_sentence(clause, count.speaker, count.evidence, article))
    for field, claim in _others(facts, pack):
        clause = _claim_clause(field, claim, pack, article)
        if clause and clause not in said and len(kept) < _SENTENCES:
            said.add(clause)
            kept.append(_sentence(clause, claim.speaker, claim.evidence, article))
    return tuple(kept) or _lead(article)


def _sentence(
    clause: str, speaker: str | None, evidence: Sequence[Evidence], article: Article
) -> GistSentence:
    owner = with_article(speaker, article.text) if speaker else article.outlet or "The article"
    text = attributed(clause, owner, "said" if speaker else "reported")
    return GistSentence(text=text, evidence=tuple(evidence))


def _lead(article: Article) -> tuple[GistSentence, ...]:
    sentences = re.finditer(r"\S[^\n]*?(?:[.!?…][”\"’)]*(?=\s|$)|(?=\n|$))", article.text)
    fitting = (m for m in sentences if _SHORTEST_LEAD <= len(m[0].split()) <= _LONGEST_LEAD)
    match = next(fitting, None)
    if match is None:
        return ()
    evidence = Evidence.at(article.text, *match.span())
    words = re.sub(r"[“«„]", "‘", re.sub(r"[”»]", "’", evidence.quote))
    words = re.sub(r'"([^"]*)"', r"‘\1’", words).replace('"', "’")
    text = f"{article.outlet or 'The article'} reported: “{words}”"
    return (GistSentence(text=text, evidence=(evidence,)),)


# --- figures --------------------------------------------------------------------------------------


def _counts(facts: Facts, pack: Pack) -> list[_Count]:
    """What the article tells of numbers in this event, the most telling first."""
    figures = [
        (field, claim)
        for field, claim in claims_of(facts)
        if isinstance(claim, Figure) and _speakable(claim, pack, field)
    ]
    groups: dict[tuple[Any, ...], list[list[Figure]]] = {}
    for field, figure in figures:
        beside = groups.setdefault(_together(field, figure, pack), [])
        who = getattr(figure, pack.people_label, None)
        fits = [g for g in beside if all(getattr(f, pack.people_label, None) != who for f in g)]
        if fits:
            fits[0].append(figure)
        else:
            beside.append([figure])
    counts = [
        _Count(key[0], _whole_first(group, pack.fields[key[0]]))
        for key, beside in groups.items()
        for group in beside
    ]
    often: dict[tuple[Any, ...], int] = {}
    for field, figure in figures:
        often[_same(field, figure, pack)] = often.get(_same(field, figure, pack), 0) + 1

    def weight(numbered: tuple[int, _Count]) -> tuple[Any, ...]:
        order, count = numbered
        first = count.figures[0]
        told = sum(_telling(figure, pack, count.field) for figure in count.figures)
        times = max(often[_same(count.field, figure, pack)] for figure in count.figures)
        single = max(figure.value for figure in count.figures) < 2  # noqa: PLR2004
        return (told < len(count.figures), single, len(first.open_to_doubt), -times, -told, order)

    return [count for _, count in sorted(enumerate(counts), key=weight)]


def _speakable(figure: Figure, pack: Pack, field: str) -> bool:
    """Whether a figure may be of this event and its number stands in its words ("hundreds" not)."""
    rule = pack.fields.get(field)
    if rule is None or not rule.phrase.get("clause"):
        return False
    if any(
        getattr(figure, name, None) not in (*values, None) for name, values in rule.kept.items()
    ):
        return False
    happened = getattr(figure, pack.people_label, None)  # where who was counted isn't told apart
    if pack.people_label not in rule.parts and happened in (None, "other"):
        return False
    return any(n.value == figure.value for n in numbers_in(figure.evidence[0].quote))


def _telling(figure: Figure, pack: Pack, field: str) -> bool:
    """Whether every label that the point needs is decided, and for more than "other"."""
    rule = pack.fields[field]
    return all(getattr(figure, name, None) not in (None, "other") for name in rule.point)


def _together(field: str, figure: Figure, pack: Pack) -> tuple[Any, ...]:
    """What figures must share to be told in one breath: the sentence, the speaker, all but who."""
    rule = pack.fields[field]
    joins = pack.people_label in rule.parts  # else what was counted is itself what happened
    labels = tuple(
        getattr(figure, name, None)
        for name in (*pack.labels, pack.people_label)
        if name != pack.people_label or not joins
    )
    return (field, figure.evidence[0].start, figure.speaker, labels)


def _same(field: str, figure: Figure, pack: Pack) -> tuple[Any, ...]:
    labels = tuple(getattr(figure, name, None) for name in (*pack.labels, pack.people_label))
    return (field, figure.value, labels)


def _whole_first(figures: Sequence[Figure], rule: FieldRule) -> tuple[Figure, ...]:
    """A whole with parts that don't add up to it is told alone: "143, eleven of them women"."""
    for label, wholes in rule.parts.items():
        tops = [f for f in figures if getattr(f, label, None) in wholes]
        rest = [f for f in figures if f not in tops]
        if tops and rest and sum(f.value for f in rest) != tops[0].value:
            return tuple(tops)
    return tuple(figures)


def _clause(count: _Count, pack: Pack, article: Article) -> str:
    return _render(count.field, "clause", count, pack, article)


def _render(field: str, name: str, count: _Count, pack: Pack, article: Article) -> str:
    rule = pack.fields[field]
    template = rule.phrase.get(name)
    if not template:
        return ""
    first = count.figures[0]
    labels = _labels(first, pack)
    shown = [_detail(figure) for figure in count.figures]
    counted = [
        phrase(
            rule.phrase.get("counted") or "{{ detail }}",
            detail=detail,
            value=figure.value,
            labels=_labels(figure, pack),
        )
        for figure, detail in zip(count.figures, shown, strict=True)
    ]
    values = {
        "counts": phrase("{{ items | listing }}", items=_whole_and_parts(count, counted, pack)),
        "value": phrase("{{ items | listing }}", items=shown),
        "detail": shown[0],
        "when": "",
        "where": "",
        "many": len(shown) > 1,
        "labels": labels,
        "party": _party(labels, rule.party_label, article.text),
        "point": "",
        "status": "",
    }
    return phrase(
        template, **values, **({"clause": "", "others": []} if name == "headline" else {})
    )


def _whole_and_parts(count: _Count, counted: Sequence[str], pack: Pack) -> list[str]:
    """The counts to be listed: a whole with its parts in brackets where they add up to it."""
    rule = pack.fields[count.field]
    for label, wholes in rule.parts.items():
        for whole, parts in wholes.items():
            tops = [n for n, f in enumerate(count.figures) if getattr(f, label, None) == whole]
            below = [n for n, f in enumerate(count.figures) if getattr(f, label, None) in parts]
            total = sum(count.figures[n].value for n in below)
            if len(tops) == 1 and len(below) > 1 and total == count.figures[tops[0]].value:
                inner = phrase("{{ items | listing }}", items=[counted[n] for n in below])
                rest = [c for n, c in enumerate(counted) if n not in (*tops, *below)]
                return [f"{counted[tops[0]]} ({inner})", *rest]
    return list(counted)


def _detail(figure: Figure) -> str:
    return phrase(
        "{{ value | bounded(bound, high) }}",
        value=figure.value,
        bound=figure.bound,
        high=figure.high,
    )


def _labels(claim: Claim, pack: Pack) -> dict[str, Any]:
    return {name: getattr(claim, name, None) for name in (*pack.labels, pack.people_label)}


def _party(labels: dict[str, Any], label: str, text: str) -> str:
    """The party of "to:PARTY", with its article where the text mostly gives it one."""
    party = str(labels.get(label) or "").partition(":")[2]
    if not party:
        return ""
    name = re.escape(party)
    bare, full = (
        len(re.findall(rf"\b{article}{name}\b(?!['’]s|\s+[A-Z])", text))
        for article in ("", "[Tt]he ")
    )
    return f"the {party}" if full * 2 > bare else party


# --- everything else ------------------------------------------------------------------------------


def _others(facts: Facts, pack: Pack) -> Iterator[tuple[str, Claim]]:
    """Claims that are no figures and have a phrase, by the rank of their field; one a field."""
    found = [
        (pack.fields[field].rank, order, field, claim)
        for order, (field, claim) in enumerate(claims_of(facts))
        if not isinstance(claim, Figure)
        and field in pack.fields
        and pack.fields[field].phrase.get("clause")
    ]
    told: set[str] = set()
    for _, _, field, claim in sorted(found, key=lambda row: row[:2]):
        if field not in told:
            told.add(field)
            yield field, claim


def _claim_clause(field: str, claim: Claim, pack: Pack, article: Article) -> str:
    rule = pack.fields.get(field)
    if rule is None or not rule.phrase.get("clause"):
        return ""
    labels = _labels(claim, pack)
    value, when = str(getattr(claim, "value", "") or ""), ""
    if isinstance(claim, DateClaim):
        value, when = _when(claim)
    values = {"counts": value, "value": value, "when": when, "many": False, "labels": labels}
    party = _party(labels, rule.party_label, article.text)
    where = f"in {value}" if value else ""
    told = phrase(rule.phrase["clause"], **values, where=where, party=party, point="", status="")
    return "" if loaded_in(told, names=[article.outlet or "", value]) else told


def _when(claim: DateClaim) -> tuple[str, str]:
    """A date as it is said and as an adverb; one that its article contradicts, as it is written."""
    if claim.value is not None and claim.conflict is None and claim.precision != "relative":
        shown = phrase(
            "{{ value | date(precision) }}", value=claim.value, precision=claim.precision
        )
        return shown, f"{'on' if claim.precision == 'day' else 'in'} {shown}"
    written = claim.as_written
    return written, written if _ADVERB.match(written) else f"on {written}"


def _title(facts: Facts, pack: Pack, article: Article) -> str:
    """The pack's own title of an event, from what the article tells in the outlet's voice."""
    agreed: dict[str, list[str]] = {}
    for field, claim in claims_of(facts):
        value = getattr(claim, "value", None)
        if isinstance(claim, (LabelClaim, NamedClaim)) and isinstance(value, str):
            agreed.setdefault(field, [])
            agreed[field] += [] if loaded_in(value) else [value]
    if not pack.event_title or not any(agreed.values()):
        return ""
    title = phrase(pack.event_title, date=None, parties=[], agreed=agreed, lead=article.title or "")
    fits = len(title.split()) <= HEADLINE_WORDS and not loaded_in(title)
    return title if fits else ""
