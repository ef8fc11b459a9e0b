"""Findings to a brief: sentences that cite, worded by templates or by a model."""

from __future__ import annotations

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
from summarizer.writing import voice
from summarizer.writing.plan import Planned, Role, kind_of, plan, rule_of
from summarizer.writing.sentences import Telling, clause, phrase_values, positions_told, tell

if TYPE_CHECKING:
    from summarizer.llm import Model
    from summarizer.packs import LoadedPack

__all__ = ["write"]

_HEADLINE_WORDS = 14
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
    del model
    telling = _telling(merged, loaded.pack)
    sentences = _templates(merged, telling)
    return Brief(
        **{name: getattr(merged, name) for name in Merged.model_fields},
        headline=_headline(merged, telling),
        summary=tuple(sentences),
        missing=tuple(missing),
        notes=tuple(notes),
        provenance=provenance,
    )


def _telling(merged: Merged, pack: Pack) -> Telling:
    return Telling(
        pack=pack,
        outlets=tuple(sorted({a.outlet for a in merged.articles if a.outlet})),
        texts={a.id: a.text for a in merged.articles},
    )


def _templates(merged: Merged, telling: Telling) -> list[Sentence]:
    """Word every planned sentence by its template; paragraphs are counted without gaps."""
    order = [article.id for article in merged.articles]
    told = [(p, tell(p, telling)) for p in plan(merged.findings, telling.pack)]
    rows = [(p, text) for p, text in told if text]
    paragraphs = sorted({_PARAGRAPH[p.role] for p, _ in rows})
    return [
        Sentence(
            text=text,
            findings=tuple(f.id for f in (*p.findings, *p.folded)),
            citations=_citations(p, order),
            paragraph=paragraphs.index(_PARAGRAPH[p.role]),
        )
        for p, text in rows
    ]


def _citations(planned: Planned, order: Sequence[str]) -> tuple[Citation, ...]:
    """Cite all evidence of what is told, in the order of the articles, each place once."""
    places = {(e.article, e.start, e.end) for p in positions_told(planned) for e in p.evidence}
    ranked = sorted(places, key=lambda place: (order.index(place[0]), place[1], place[2]))
    return tuple(Citation(article=a, start=s, end=e) for a, s, e in ranked)


def _headline(merged: Merged, telling: Telling) -> str:
    """Word the headline from the first agreed findings that have a phrase for it, or the title."""
    for planned in plan(merged.findings, telling.pack):
        if planned.role == "agreed":
            text = _from_phrase(planned.findings, merged, telling)
            if text and len(text.split()) <= _HEADLINE_WORDS:
                return text
    return " ".join(merged.event.title.split()[:_HEADLINE_WORDS])


def _from_phrase(findings: Sequence[Finding], merged: Merged, telling: Telling) -> str:
    rule = rule_of(telling.pack, findings[0].field)
    if "headline" not in rule.phrase or kind_of(telling.pack, findings[0].field) == "statement":
        return ""
    values = {**phrase_values(findings, telling), "title": merged.event.title}
    text = telling.render(rule, "headline", {**values, "clause": clause(findings, telling)})
    return voice.capital(text.rstrip("."))
