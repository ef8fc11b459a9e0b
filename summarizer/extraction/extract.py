"""Extract: an article and a pack to an ArticleSummary, with a model's help or without."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from summarizer.documents import (
    Article,
    ArticleSummary,
    DateClaim,
    Facts,
    Figure,
    GistSentence,
    LabelClaim,
    NamedClaim,
    Provenance,
    Rejection,
    Statement,
    WordingClaim,
)
from summarizer.extraction.ask import Gist, ask_gist, ask_label
from summarizer.extraction.dates import event_date, moments_of, relations
from summarizer.extraction.figures import Draft, drafts_of, parties_of
from summarizer.extraction.gist import checked_gist, plain_gist, plain_headline
from summarizer.extraction.labels import Decision
from summarizer.extraction.mentions import mentions_of
from summarizer.extraction.names import found_names
from summarizer.extraction.parse import Parsed, parse
from summarizer.extraction.speakers import attributions_of
from summarizer.extraction.statements import statements_of, wording_of
from summarizer.extraction.whole import by_whole
from summarizer.llm import Usage

if TYPE_CHECKING:
    from summarizer.extraction.parties import Parties
    from summarizer.extraction.speakers import Attribution
    from summarizer.llm import Model
    from summarizer.packs import LoadedPack

__all__ = ["Words", "extract", "read_words"]


@dataclass
class Words:
    """What code alone reads out of an article: the parse, who speaks, the parties, and figures being labelled."""

    parsed: Parsed
    attributions: list[Attribution]
    parties: Parties
    drafts: list[Draft]
    date: DateClaim | None


async def extract(article: Article, loaded: LoadedPack, model: Model | None, *, strategy: str | None = None) -> ArticleSummary:
    """Say what one article says, each claim with its evidence.

    `model` None leaves it at what the words and the parse decide. `strategy` is "stepwise" or
    "whole"; by default the model's own. Raises ModelError where the model cannot be asked at all;
    a single answer that is refused is noted among the rejected.
    """
    pack = loaded.pack
    words = read_words(article, loaded)
    rejected: list[Rejection] = []
    usage = Usage()
    chosen = "words" if model is None else strategy or model.strategy
    headline, gist, proposed = "", (), None
    if model is not None and chosen == "whole":
        proposed, usage = await by_whole(article, loaded, model, words.drafts, rejected)
        headline, gist = checked_gist(proposed, article, rejected) if proposed is not None else ("", ())
    elif model is not None:
        usage = await _label_open(article, loaded, model, words, rejected)
        answer = await model.ask(ask_gist(article, loaded))
        usage += answer.usage
        if answer.value is None:
            rejected.append(Rejection(field="gist", value="", reason=answer.refusal))
        else:
            headline, gist = checked_gist(answer.value, article, rejected)
    facts = assemble(article, loaded, words)
    return ArticleSummary(
        article=article,
        schema=pack.name,
        headline=headline or plain_headline(facts, pack),
        gist=gist or plain_gist(facts, pack, article),
        facts=facts,
        rejected=tuple(rejected),
        provenance=provenance(loaded, model, chosen, usage),
    )


def provenance(loaded: LoadedPack, model: Model | None, strategy: str, usage: Usage) -> Provenance:
    """What made a document, in the contract's words."""
    return Provenance(
        model=model.name if model is not None else "none",
        strategy=strategy,
        prompt=loaded.prompt_version,
        schema=loaded.schema_version,
        calls=usage.calls,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cached_tokens=usage.cached_tokens,
        cost_usd=usage.cost_usd,
        seconds=round(usage.seconds, 3),
        recorded=model.recorded if model is not None else False,
    )


def read_words(article: Article, loaded: LoadedPack) -> Words:
    """Let the code read: parse, speakers, parties, dates, and every number of people with what its words decide."""
    pack = loaded.pack
    parsed = parse(article.text)
    attributions = attributions_of(parsed)
    parties = parties_of(parsed, pack, mentions_of(parsed, pack))
    moments = moments_of(parsed)
    date = event_date(article, parsed, pack, moments)
    drafts = drafts_of(parsed, pack, attributions, parties, relations(article, moments, date))
    return Words(parsed, attributions, parties, drafts, date)


async def _label_open(article: Article, loaded: LoadedPack, model: Model, words: Words, rejected: list[Rejection]) -> Usage:
    """Ask about each label that the words left open, label by label so that the static prompt stays cached."""
    usage = Usage()
    for name, label in loaded.pack.labels.items():
        asked = [draft for draft in words.drafts if draft.decisions[name].value is None and label.question]
        asks = [(draft, *ask_label(article, loaded, name, label, draft, words.parties.pair)) for draft in asked]
        answers = await asyncio.gather(*(model.ask(ask) for _, ask, _ in asks))
        for (draft, _, choices), answer in zip(asks, answers, strict=True):
            usage += answer.usage
            if answer.value is None:
                rejected.append(Rejection(field=f"figures.{name}", value=str(draft.mention.amount.value), reason=answer.refusal))
                continue
            value = next(c.value for c in choices if c.answer == answer.value.answer)
            draft.decisions[name] = Decision(value, "model", draft.decisions[name].votes)
    return usage


def assemble(article: Article, loaded: LoadedPack, words: Words) -> Facts:
    """Fill the pack's facts, field by field, each by the type of claim it holds."""
    pack = loaded.pack
    values: dict[str, Any] = {}
    for name in pack.facts.model_fields:
        kind, many = claim_type(pack.facts, name)
        if issubclass(kind, Figure):
            values[name] = tuple(_figure(draft, kind, pack.people_label) for draft in words.drafts)
        elif issubclass(kind, DateClaim):
            values[name] = words.date if not many else tuple(d for d in (words.date,) if d)
        elif issubclass(kind, Statement):
            values[name] = statements_of(words.parsed, words.attributions)
        elif issubclass(kind, WordingClaim):
            values[name] = wording_of(article.text, pack.contested, words.attributions)
        elif issubclass(kind, (NamedClaim, LabelClaim)):
            found = found_names(words.parsed, pack, name, words.attributions, words.parties)
            values[name] = tuple(kind(value=f.value, speaker=f.speaker, evidence=(f.evidence,)) for f in found)
    return pack.facts(**values)


def claim_type(facts: type[Facts], field: str) -> tuple[type, bool]:
    """The claim type of a field of facts, and whether it holds several."""
    annotation = facts.model_fields[field].annotation
    inner = [a for a in get_args(annotation) if a is not Ellipsis and a is not type(None)]
    many = "tuple" in str(annotation)
    return (inner[0] if inner else annotation), many  # type: ignore[return-value]


def _figure(draft: Draft, kind: type[Figure], people_label: str) -> Figure:
    amount = draft.mention.amount
    labels = {name: decision.value for name, decision in draft.decisions.items() if name in kind.model_fields}
    return kind(
        value=amount.value,
        high=amount.high,
        bound=amount.bound,
        counted=_counted(draft),
        decided={name: d.by for name, d in sorted(draft.decisions.items()) if d.value is not None},
        open_to_doubt=tuple(sorted(draft.doubts)),
        speaker=draft.attribution.speaker.name if draft.attribution is not None else None,
        evidence=(draft.evidence,),
        **labels,
    )


def _counted(draft: Draft) -> str | None:
    noun = draft.mention.noun
    if noun is None:
        return None
    left = [t for t in noun.children if t.dep_ in {"compound", "amod"} and t.i < noun.i and not t.like_num]
    first = min([t.i for t in left] + [noun.i])
    return re.sub(r"^\W+", "", noun.doc[first : noun.i + 1].text)


