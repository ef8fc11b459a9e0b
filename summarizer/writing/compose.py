"""Findings to a brief: sentences that cite, worded by templates or by a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.documents import (
    Brief,
    Citation,
    Finding,
    Merged,
    MissingSource,
    Pack,
    Provenance,
    Sentence,
    by_stage,
)
from summarizer.documents.lexicon import loaded_in
from summarizer.documents.numerals import numbers_in
from summarizer.writing import voice
from summarizer.writing.about import fits, kind_of, main, parties_of, roles_of, rule_of, sides_of
from summarizer.writing.neutrality import takes_side
from summarizer.writing.phrasing import join_agreed
from summarizer.writing.plan import Planned, Role, plan, told_first
from summarizer.writing.sentences import Telling, Told, clause, phrase_values, positions_told, tell
from summarizer.writing.together import together

if TYPE_CHECKING:
    from summarizer.llm import Model, Usage
    from summarizer.packs import LoadedPack

__all__ = ["write"]

_HEADLINE_WORDS = 14
# What makes a headline, in order.
_LEADING: tuple[Role, ...] = ("agreed", "disputed", "frame", "claim")
_LONGEST = 45  # words that the clauses of one sentence may have together
_CLAUSES = 3
_ONE_PARAGRAPH = 2  # sentences that need no second paragraph
_LEFT_OUT = " told in no sentence, because the words take a side; see the findings."
_REPLACED = " worded by the model did not pass the checks and gave way to plain ones."
_PARAGRAPH: dict[Role, int] = {
    "frame": 0,
    "agreed": 0,
    "disputed": 1,
    "claim": 1,
    "same": 1,
    "statement": 2,
    "background": 2,
}


async def write(
    merged: Merged,
    loaded: LoadedPack,
    model: Model | None,
    *,
    provenance: Provenance,
    missing: Sequence[MissingSource] = (),
    notes: Sequence[str] = (),
) -> Brief:
    """Write the brief of one event; with no model every sentence is a template."""
    telling = _telling(merged, loaded.pack)
    merged = _with_names(merged, telling)
    sentences, left_out = _templates(merged, telling)
    said = list(notes)
    if left_out:
        said.append(_told(left_out, "finding is", "findings are") + _LEFT_OUT)
    if model is not None:
        phrased = await join_agreed(
            sentences, merged.findings, loaded, model, telling, subject=merged.event.id
        )
        sentences = phrased.sentences
        provenance = _with_usage(provenance, phrased.usage)
        if phrased.refused:
            said.append(_told(phrased.refused, "sentence", "sentences") + _REPLACED)
    return Brief(
        **{name: getattr(merged, name) for name in Merged.model_fields},
        headline=_headline(merged, telling),
        summary=tuple(sentences),
        missing=tuple(missing),
        notes=tuple(said),
        provenance=provenance,
    )


def _told(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _with_usage(provenance: Provenance, usage: Sequence[Usage]) -> Provenance:
    """Add what the writing's answers took."""
    for used in usage:
        unknown = provenance.cost_usd is None or used.cost_usd is None
        cost = None if unknown else (provenance.cost_usd or 0) + (used.cost_usd or 0)
        provenance = provenance.model_copy(
            update={
                "calls": provenance.calls + used.calls,
                "input_tokens": provenance.input_tokens + used.input_tokens,
                "output_tokens": provenance.output_tokens + used.output_tokens,
                "cached_tokens": provenance.cached_tokens + used.cached_tokens,
                "cost_usd": cost,
                "seconds": round(provenance.seconds + used.seconds, 3),
                "stages": by_stage([*provenance.stages, used.at("compose")]),
            }
        )
    return provenance


def _telling(merged: Merged, pack: Pack) -> Telling:
    outlets = {a.outlet for a in merged.articles if a.outlet}
    # A merge has a name of its own for an outlet that has none.
    origins = {o for f in merged.findings for p in f.positions for o in p.origins}
    outlets |= {o for o in origins if o.startswith("an unnamed outlet")}
    return Telling(
        pack=pack,
        outlets=tuple(sorted(outlets)),
        texts={a.id: a.text for a in merged.articles},
        reporters={a.id: a.outlet for a in merged.articles if a.outlet},
        roles=roles_of(merged.findings),
    )


def _templates(merged: Merged, telling: Telling) -> tuple[list[Sentence], int]:
    """Word every planned sentence by its template, what one owner says in one; count paragraphs.

    Also returns how many findings are told in no sentence because their words take a side.
    """
    order = [article.id for article in merged.articles]
    refused: set[str] = set()

    def fair(planned: Planned) -> bool:
        told = tell(planned, replace(telling, named=set()))
        if told is None:
            return False
        if _takes_side(planned, told.sentence(), telling):
            refused.add(planned.findings[0].id)
            return False
        return True

    texts = [t for t in telling.texts.values() if t]
    sides = sides_of(merged.findings, texts)
    # what an outlet is called tells nothing of whom it speaks for
    known = {name: side for name, side in sides.items() if name not in telling.outlets}
    rows = plan(merged.findings, telling.pack, fair, known)
    groups = _by_owner(rows, telling)
    sentences = [
        Sentence(
            text=text,
            findings=tuple(dict.fromkeys(f.id for p in own for f in (*p.findings, *p.folded))),
            citations=_citations(own, order),
            paragraph=_PARAGRAPH[own[0].role],
        )
        for own, text in groups
    ]
    return _paragraphs(sentences), len(refused)


def _by_owner(rows: Sequence[Planned], telling: Telling) -> list[tuple[list[Planned], str]]:
    """Put into one sentence what one owner says in one paragraph, a few clauses at a time."""
    told: list[tuple[list[Planned], Told]] = []
    for row in rows:
        new = tell(row, telling)
        if new is None:
            continue
        for own, old in told:
            if _joins(own, old, row, new):
                own.append(row)
                told[told.index((own, old))] = (
                    own,
                    old._replace(bodies=(*old.bodies, *new.bodies)),
                )
                break
        else:
            told.append(([row], new))
    return [(own, one.sentence()) for own, one in told]


def _joins(own: Sequence[Planned], old: Told, row: Planned, new: Told) -> bool:
    """Whether a clause goes into a sentence begun before: the same owner, verb and paragraph."""
    if not old.bodies or not new.bodies:
        return False
    if _PARAGRAPH[own[0].role] != _PARAGRAPH[row.role]:
        return False
    # the office is told once, so a later clause names its owner shorter
    owner = re.sub(r"^(?:an?|the) ", "", new.owner)
    same = old.owner == new.owner or (owner and old.owner.rstrip(",").endswith(owner))
    merged = together((*old.bodies, *new.bodies))
    more = len(merged) > len(together(old.bodies))
    if not same or old.verb != new.verb or old.spread != new.spread:
        return False
    room = len(" ".join(merged).split()) <= _LONGEST and len(merged) <= _CLAUSES
    return not more or (bool(old.owner) and room)


def _paragraphs(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Number the paragraphs without gaps: two or three of them where there is enough to tell."""
    used = sorted({s.paragraph for s in sentences})
    numbered = [s.model_copy(update={"paragraph": used.index(s.paragraph)}) for s in sentences]
    if len(used) == 1 and len(numbered) > _ONE_PARAGRAPH:
        half = (len(numbered) + 1) // 2
        numbered = [
            s.model_copy(update={"paragraph": int(n >= half)}) for n, s in enumerate(numbered)
        ]
    return numbered


def _takes_side(planned: Planned, text: str, telling: Telling) -> bool:
    """Whether a source's unquoted words would bring a loaded one into our own voice."""
    return takes_side(text, planned.findings, telling.pack, outlets=telling.outlets)


def _citations(planned: Sequence[Planned], order: Sequence[str]) -> tuple[Citation, ...]:
    """Cite all evidence of what is told, in the order of the articles, each place once."""
    places = {
        (e.article, e.start, e.end)
        for row in planned
        for p in positions_told(row)
        for e in p.evidence
    }
    ranked = sorted(places, key=lambda place: (order.index(place[0]), place[1], place[2]))
    return tuple(Citation(article=a, start=s, end=e) for a, s, e in ranked)


def _headline(merged: Merged, telling: Telling) -> str:
    """Word the headline from what is agreed, else from a dispute, else from a claim and its owner.

    Where no field has a phrase for it, the event's title is the headline.
    """
    rows = plan(merged.findings, telling.pack)
    leading = [_of_each(r, merged) for role in _LEADING for r in rows if r.role == role]
    for row in sorted(leading, key=lambda r: told_first(r.findings[0], telling.pack)):
        first = replace(row, findings=row.findings[:1])
        for lead, beside in ((row, _parallel(row, rows, telling.pack)), (row, []), (first, [])):
            text = _from_phrase(lead, beside, merged, telling)
            if text and _fits_in(text, telling) and not _loaded(text, telling):
                return text
    written = re.sub(r"\d{4}-\d\d(?:-\d\d)?", lambda m: voice.show_date(m[0]), merged.event.title)
    title = " ".join(written.split()[:_HEADLINE_WORDS])
    if loaded_in(title, names=parties_of(merged.findings)) or _strange(title, merged):
        return telling.pack.title  # the title was an outlet's own headline
    return title


def _of_each(row: Planned, merged: Merged) -> Planned:
    """A row of what one party received as that of each, where all were told the same number."""
    every = {f.id: f for f in merged.findings}
    whole = [every[f.under] for f in row.findings if f.under in every]
    return replace(row, findings=tuple(whole)) if len(whole) == len(row.findings) else row


def _fits_in(text: str, telling: Telling) -> bool:
    """Whether a headline is short enough, whichever of the event's outlets it names.

    An outlet with a long name would else lose a part of the headline that another keeps.
    """
    names = {voice.owner([name]): len(voice.owner([name]).split()) for name in telling.outlets}
    longest = max(names.values(), default=0)
    more = sum(longest - count for name, count in names.items() if name in text)
    return len(text.split()) + more <= _HEADLINE_WORDS


def _loaded(text: str, telling: Telling) -> bool:
    extra = {term: row.used for row in telling.pack.contested for term in row.terms}
    return bool(loaded_in(text, names=telling.outlets, extra=extra))


def _strange(title: str, merged: Merged) -> bool:
    """Whether a title holds a number that no evidence and no date does."""
    quotes = [e.quote for f in merged.findings for p in f.positions for e in p.evidence]
    known = {n.value for quote in quotes for n in numbers_in(quote)}
    known |= {n.value for n in numbers_in((merged.event.date or "").replace("-", " "))}
    return any(n.value not in known for n in numbers_in(title))


def _from_phrase(row: Planned, beside: Sequence[Planned], merged: Merged, telling: Telling) -> str:
    finding = row.findings[0]
    rule = rule_of(telling.pack, finding.field)
    disputed = row.role == "disputed"
    name = "headline_disputed" if disputed else "headline"
    if name not in rule.phrase or kind_of(telling.pack, finding.field) == "statement":
        return ""
    if not all(finding.labels.get(n) in values for n, values in rule.kept.items()):
        return ""
    values = {**phrase_values(row.findings, telling), "title": merged.event.title}
    values["others"] = [phrase_values(r.findings, telling) for r in beside]
    values["point"] = finding.point[:1].lower() + finding.point[1:]
    values["parties"] = [telling.name(p) for p in _parties(finding, merged, telling.pack)]
    values["differing"] = _differing(finding, merged, telling)
    body = "" if disputed else clause(row.findings, telling)
    text = telling.render(rule, name, {**values, "clause": body}).rstrip(".")
    if not disputed and finding.status != "agreed":
        position = main(finding)
        verb = voice.said(position, telling.outlets)
        text = f"{text}, {replace(telling, roles={}).owner(position.origins)} {verb}"
    return voice.capital(text)


def _parties(finding: Finding, merged: Merged, pack: Pack) -> tuple[str, ...]:
    """The parties that this event's figures name; where they name too few, those of any figure."""
    rule = rule_of(pack, finding.field)
    kin = [f for f in merged.findings if f.field == finding.field]
    named = parties_of(f for f in kin if fits(f, rule.kept))
    return named if len(named) > 1 else parties_of(kin)


def _differing(finding: Finding, merged: Merged, telling: Telling) -> list[str]:
    """Other parties on whose number the sources differ: a headline is not one side's alone."""
    rule = rule_of(telling.pack, finding.field)
    label = rule.party_label
    torn = [
        f.labels.get(label) or ""
        for f in merged.findings
        if f.field == finding.field
        and f.status == "disputed"
        and fits(f, rule.kept)
        and f.labels.get(label) != finding.labels.get(label)
    ]
    found = sorted({v.partition(":")[2] for v in torn if ":" in v})
    return [telling.name(party) for party in found]


def _with_names(merged: Merged, telling: Telling) -> Merged:
    """Call parties in the points what the sources call them: "handed over to the Ardans"."""
    found = []
    for f in merged.findings:
        label = rule_of(telling.pack, f.field).party_label
        party = (f.labels.get(label) or "").partition(":")[2] if label else ""
        shown = telling.name(party) if party else ""
        if shown and shown != party:
            point = re.sub(rf"\bto {re.escape(party)}\b", f"to {shown}", f.point)
            found.append(f.model_copy(update={"point": point}))
        else:
            found.append(f)
    return merged.model_copy(update={"findings": tuple(found)})


def _parallel(row: Planned, rows: Sequence[Planned], pack: Pack) -> list[Planned]:
    """What other parties received, by the same owners: a headline names no party alone."""
    finding = row.findings[0]
    rule = rule_of(pack, finding.field)
    mine = finding.labels.get(rule.party_label)
    return [
        r
        for r in rows
        if r is not row
        and r.role == row.role
        and r.findings[0].field == finding.field
        and finding.labels.get(rule.party_label) != r.findings[0].labels.get(rule.party_label)
        and ":" in (mine or "")
        and ":" in (r.findings[0].labels.get(rule.party_label) or "")
        and all(r.findings[0].labels.get(n) in values for n, values in rule.kept.items())
        and (finding.status == "agreed" or main(r.findings[0]).origins == main(finding).origins)
    ]
