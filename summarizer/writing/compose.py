"""Findings to a brief: sentences that cite, worded by templates or by a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
)
from summarizer.documents.lexicon import loaded_in
from summarizer.documents.numerals import numbers_in
from summarizer.writing import voice
from summarizer.writing.neutrality import check_sentence
from summarizer.writing.phrasing import join_agreed
from summarizer.writing.plan import Planned, Role, kind_of, main, plan, rule_of
from summarizer.writing.sentences import Telling, clause, phrase_values, positions_told, tell

if TYPE_CHECKING:
    from summarizer.llm import Model, Usage
    from summarizer.packs import LoadedPack

__all__ = ["write"]

_HEADLINE_WORDS = 14
_LEFT_OUT = " told in no sentence, because the words take a side; see the findings."
_REPLACED = " worded by the model did not pass the checks and gave way to plain ones."
_PARAGRAPH: dict[Role, int] = {
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
    )


def _templates(merged: Merged, telling: Telling) -> tuple[list[Sentence], int]:
    """Word every planned sentence by its template; paragraphs are counted without gaps.

    Also returns how many findings are told in no sentence because their words take a side.
    """
    order = [article.id for article in merged.articles]
    told = [(p, tell(p, telling)) for p in plan(merged.findings, telling.pack)]
    worded = [(p, text) for p, text in told if text]
    rows = [(p, text) for p, text in worded if not _takes_side(p, text, telling)]
    paragraphs = sorted({_PARAGRAPH[p.role] for p, _ in rows})
    sentences = [
        Sentence(
            text=text,
            findings=tuple(f.id for f in (*p.findings, *p.folded)),
            citations=_citations(p, order),
            paragraph=paragraphs.index(_PARAGRAPH[p.role]),
        )
        for p, text in rows
    ]
    return sentences, len(worded) - len(rows)


def _takes_side(planned: Planned, text: str, telling: Telling) -> bool:
    """Whether a source's unquoted words would bring a loaded one into our own voice."""
    problems = check_sentence(text, planned.findings, telling.pack, outlets=telling.outlets)
    return any(problem.rule == "loaded" for problem in problems)


def _citations(planned: Planned, order: Sequence[str]) -> tuple[Citation, ...]:
    """Cite all evidence of what is told, in the order of the articles, each place once."""
    places = {(e.article, e.start, e.end) for p in positions_told(planned) for e in p.evidence}
    ranked = sorted(places, key=lambda place: (order.index(place[0]), place[1], place[2]))
    return tuple(Citation(article=a, start=s, end=e) for a, s, e in ranked)


def _headline(merged: Merged, telling: Telling) -> str:
    """Word the headline from the first agreed findings that have a phrase for it, or the title.

    Where nothing is agreed, the first claim that has a phrase is the headline, with its owner.
    """
    planned = [p for p in plan(merged.findings, telling.pack) if p.role in ("agreed", "claim")]
    for row in planned:
        if row.role == "claim" and planned[0].role == "agreed":
            break  # what is agreed leads, if only by its title
        text = _from_phrase(row.findings, merged, telling)
        if text and len(text.split()) <= _HEADLINE_WORDS:
            return text
    written = re.sub(r"\d{4}-\d\d(?:-\d\d)?", lambda m: voice.show_date(m[0]), merged.event.title)
    title = " ".join(written.split()[:_HEADLINE_WORDS])
    if loaded_in(title) or _strange(title, merged):
        return telling.pack.title  # the title was an outlet's own headline
    return title


def _strange(title: str, merged: Merged) -> bool:
    """Whether a title holds a number that no evidence and no date does."""
    quotes = [e.quote for f in merged.findings for p in f.positions for e in p.evidence]
    known = {n.value for quote in quotes for n in numbers_in(quote)}
    known |= {n.value for n in numbers_in((merged.event.date or "").replace("-", " "))}
    return any(n.value not in known for n in numbers_in(title))


def _from_phrase(findings: Sequence[Finding], merged: Merged, telling: Telling) -> str:
    rule = rule_of(telling.pack, findings[0].field)
    if "headline" not in rule.phrase or kind_of(telling.pack, findings[0].field) == "statement":
        return ""
    values = {**phrase_values(findings, telling), "title": merged.event.title}
    text = telling.render(rule, "headline", {**values, "clause": clause(findings, telling)})
    text = text.rstrip(".")
    if findings[0].status != "agreed":
        position = main(findings[0])
        verb = voice.said(position, telling.outlets)
        text = f"{text}, {voice.owner(position.origins)} {verb}"
    return voice.capital(text)
