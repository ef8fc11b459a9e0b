"""Extract: an article and a pack to an ArticleSummary, with a model's help or without."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    claims_of,
)
from summarizer.errors import InputError
from summarizer.extraction.ask import Asking
from summarizer.extraction.dates import event_date, moments_of, relations
from summarizer.extraction.figures import Draft, drafts_of, parties_of
from summarizer.extraction.gist import checked_gist, checked_headline
from summarizer.extraction.names import found_names
from summarizer.extraction.parse import Parsed, parse
from summarizer.extraction.plain import plain_gist, plain_headline
from summarizer.extraction.proposed import claim_type, with_proposed
from summarizer.extraction.speakers import attributions_of
from summarizer.extraction.statements import statements_of, wording_of
from summarizer.extraction.strategies import Job, Proposed, ask_at_once, ask_steps
from summarizer.llm import Usage

if TYPE_CHECKING:
    from summarizer.documents import Pack
    from summarizer.extraction.parties import Parties
    from summarizer.extraction.speakers import Attribution
    from summarizer.llm import Model
    from summarizer.packs import LoadedPack

__all__ = ["Words", "extract", "read_words"]

_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass
class Words:
    """What code alone reads out of an article; the drafts are figures still being labelled."""

    parsed: Parsed
    attributions: list[Attribution]
    parties: Parties
    drafts: list[Draft]
    date: DateClaim | None


async def extract(
    article: Article, loaded: LoadedPack, model: Model | None, *, strategy: str | None = None
) -> ArticleSummary:
    """Say what one article says, each claim with its evidence.

    `model` None leaves it at what the words and the parse decide. `strategy` is "stepwise" or
    "whole"; by default the model's own. Raises InputError for an article that isn't in English,
    ModelError where the model cannot be asked at all; a single answer that is refused or fails is
    noted among the rejected.
    """
    _check_language(article)
    pack = loaded.pack
    words = read_words(article, loaded)
    rejected: list[Rejection] = []
    chosen = "words" if model is None else strategy or model.strategy
    proposed, usage = Proposed(), dict[str, Usage]()
    if model is not None:
        asking = Asking(model)
        job = Job(article, loaded, asking, words, rejected, model.context_tokens)
        proposed = await (ask_at_once(job) if chosen == "whole" else ask_steps(job))
        asking.check()
        usage = asking.stages
    facts = with_proposed(
        assemble(article, loaded, words, proposed.speakers),
        proposed.wholes,
        proposed.figures,
        article=article,
        pack=pack,
        parties=words.parties,
        attributions=words.attributions,
        rejected=rejected,
    )
    headline, gist = _told(
        article, pack, words.attributions, facts, proposed=proposed.gist, rejected=rejected
    )
    return ArticleSummary(
        article=article,
        pack=pack.name,
        headline=headline,
        gist=gist,
        facts=facts,
        rejected=tuple(rejected),
        provenance=provenance(loaded, model, chosen, usage),
    )


def _check_language(article: Article) -> None:
    """Refuse what the parse cannot read: it knows English alone."""
    name = article.path or article.outlet or article.id
    hint = "Only English is read: give an English version, or leave the article out."
    code = (article.language or "").lower().replace("_", "-").partition("-")[0]
    if code and code != "en":
        told = _language_name(code)
        raise InputError(f"{name} is in {f'{told} ({code})' if told else f'“{code}”'}.", hint)
    letters = len(_LETTER.findall(article.text))
    if not code and len(_LATIN.findall(article.text)) * 2 < letters:
        raise InputError(f"{name} is in a language that is not written in Latin letters.", hint)


def _language_name(code: str) -> str | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_language_name("en")
    except (UnknownLocaleError, ValueError):
        return None


def _told(
    article: Article,
    pack: Pack,
    attributions: Sequence[Attribution],
    facts: Facts,
    *,
    proposed: Any,
    rejected: list[Rejection],
) -> tuple[str, tuple[GistSentence, ...]]:
    """The headline and the gist: the model's where they pass the gate, else made of the facts."""
    headline = ""
    gist: tuple[GistSentence, ...] = ()
    if proposed is not None:
        figures = [(name, c) for name, c in claims_of(facts) if isinstance(c, Figure)]
        headline = checked_headline(proposed.headline, article, pack, figures, rejected)
        gist = checked_gist(proposed, article, pack, rejected, attributions=attributions)
    return headline or plain_headline(facts, pack, article), gist or plain_gist(
        facts, pack, article
    )


def provenance(
    loaded: LoadedPack, model: Model | None, strategy: str, stages: Mapping[str, Usage]
) -> Provenance:
    """What made a document, in the contract's words."""
    usage = sum(stages.values(), Usage())
    return Provenance(
        model=model.name if model is not None else "none",
        strategy=strategy,
        prompt=loaded.prompt_version,
        schema_version=loaded.schema_version,
        calls=usage.calls,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cached_tokens=usage.cached_tokens,
        cost_usd=usage.cost_usd,
        seconds=round(usage.seconds, 3),
        recorded=model.recorded if model is not None else False,
        stages=tuple(used.at(stage) for stage, used in sorted(stages.items())),
    )


def read_words(article: Article, loaded: LoadedPack) -> Words:
    """Let the code read: parse, speakers, parties, date, numbers of people with their labels."""
    pack = loaded.pack
    parsed = parse(article.text)
    attributions = attributions_of(parsed, article.outlet)
    parties = parties_of(parsed, pack, article.outlet or "")
    moments = moments_of(parsed)
    date = event_date(article, parsed, pack, moments, attributions)
    drafts = drafts_of(parsed, pack, attributions, parties, relations(article, moments, date))
    return Words(parsed, attributions, parties, drafts, date)


def assemble(
    article: Article, loaded: LoadedPack, words: Words, speakers: Mapping[int, str]
) -> Facts:
    """Fill the pack's facts, field by field, each by the type of claim it holds.

    `speakers` are those that a model found for numbers, by where the number starts.
    """
    pack = loaded.pack
    values: dict[str, Any] = {}
    for name in pack.facts.model_fields:
        kind, many = claim_type(pack.facts, name)
        if issubclass(kind, Figure):
            values[name] = tuple(
                _figure(draft, kind, speakers.get(draft.mention.start)) for draft in words.drafts
            )
        elif issubclass(kind, DateClaim):
            values[name] = words.date if not many else tuple(d for d in (words.date,) if d)
        elif issubclass(kind, Statement):
            values[name] = statements_of(words.parsed, words.attributions)
        elif issubclass(kind, WordingClaim):
            values[name] = wording_of(article.text, pack.contested, words.attributions)
        elif issubclass(kind, (NamedClaim, LabelClaim)):
            found = found_names(words.parsed, pack, name, words.attributions, words.parties)
            values[name] = tuple(
                kind(value=f.value, speaker=f.speaker, evidence=(f.evidence,)) for f in found
            )
    return pack.facts(**values)


def _figure(draft: Draft, kind: type[Figure], proposed: str | None) -> Figure:
    amount = draft.mention.amount
    labels = {
        name: decision.value
        for name, decision in draft.decisions.items()
        if name in kind.model_fields
    }
    return kind(
        value=amount.value,
        high=amount.high,
        bound=amount.bound,
        counted=_counted(draft),
        decided={name: d.by for name, d in sorted(draft.decisions.items()) if d.value is not None},
        open_to_doubt=tuple(sorted(draft.doubts)),
        speaker=draft.attribution.speaker.name if draft.attribution is not None else proposed,
        evidence=(draft.evidence, *draft.further),
        **labels,
    )


def _counted(draft: Draft) -> str | None:
    noun = draft.mention.noun
    if noun is None:
        return None
    left = [
        t
        for t in noun.children
        if t.dep_ in {"compound", "amod"} and t.i < noun.i and not t.like_num
    ]
    first = min([t.i for t in left] + [noun.i])
    return re.sub(r"^\W+", "", noun.doc[first : noun.i + 1].text)
