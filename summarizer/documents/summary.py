"""ArticleSummary: what one article says, each claim with the words it came from.

A pack's facts are made of the claim types here. A pack adds labels by subclassing (`who`,
`direction`); the merge and the gates know only these types.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainSerializer, SerializeAsAny, model_validator

from summarizer.documents.article import Article
from summarizer.documents.evidence import Document, Evidence, check_stands

__all__ = [
    "ArticleSummary",
    "Bound",
    "Claim",
    "DateClaim",
    "Facts",
    "Figure",
    "GistSentence",
    "LabelClaim",
    "NamedClaim",
    "Precision",
    "Provenance",
    "Rejection",
    "StageUse",
    "Statement",
    "WordingClaim",
    "by_stage",
    "claims_of",
]

Bound = Literal["exact", "about", "almost", "at_least", "at_most"]
Precision = Literal["day", "month", "year", "relative"]
Money = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]


class Claim(Document):
    """One thing an article says. `speaker` is who is quoted or cited; null is the outlet's own voice."""

    speaker: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Figure(Claim):
    """A number of people, as one mention gives it.

    A range keeps both ends: `value` is the lower, `high` the upper. `counted` is what was
    counted, in the article's words ("rescue workers"). Labels that neither words nor model
    could decide are null. `decided` tells, for each label, what decided it
    ("words", "parse", "model", "default", "prior": a guess); `open_to_doubt` names labels where
    cues and model disagreed.
    """

    value: int
    high: int | None = None
    bound: Bound = "exact"
    counted: str | None = None
    decided: dict[str, str] = Field(default_factory=dict)
    open_to_doubt: tuple[str, ...] = ()


class DateClaim(Claim):
    """When the event happened. `value` is as much of an ISO date as is known ("2025-05-23", "2025-05").

    `precision` is "relative" where nothing fixes the date: then `value` is null and `as_written`
    is all there is. `conflict` says how a date contradicts its own article.
    """

    value: str | None
    precision: Precision
    as_written: str
    conflict: str | None = None


class NamedClaim(Claim):
    """A place, a person or a body that the article names in some role."""

    value: str


class LabelClaim(Claim):
    """One of a closed set of values, such as how far an event has come."""

    value: str


class Statement(Claim):
    """What somebody said.

    `text` is verbatim where `quoted`, else a paraphrase that is never shown in quotation marks.
    `verb` is the verb the article used ("claimed").
    """

    text: str
    role: str | None = None
    quoted: bool = True
    verb: str | None = None
    via: str | None = Field(default=None, description="who relayed it, e.g. a news agency")
    challenge: str | None = Field(
        default=None,
        description="the word with which whoever reports it casts doubt on it ('unfounded')",
    )


class WordingClaim(Claim):
    """What the article calls something that others call otherwise."""

    term: str
    refers_to: str


class Facts(Document):
    """A pack's fields: each one claim, an optional claim or a tuple of claims."""


class GistSentence(Document):
    """One sentence of the summary, with the words that bear it out."""

    text: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Rejection(Document):
    """A claim that was proposed and refused, and why. `value` never holds more than the claim."""

    field: str
    value: str
    reason: str


class StageUse(Document):
    """What the questions of one stage took; of `input_tokens`, `cached_tokens` were not read anew."""

    stage: str
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    seconds: float = 0.0


def by_stage(uses: Iterable[StageUse]) -> tuple[StageUse, ...]:
    """Add up what was used stage by stage, in the order of their names."""
    stages: dict[str, list[StageUse]] = {}
    for use in uses:
        stages.setdefault(use.stage, []).append(use)
    return tuple(
        StageUse(
            stage=stage,
            calls=sum(u.calls for u in group),
            input_tokens=sum(u.input_tokens for u in group),
            output_tokens=sum(u.output_tokens for u in group),
            cached_tokens=sum(u.cached_tokens for u in group),
            seconds=round(sum(u.seconds for u in group), 3),
        )
        for stage, group in sorted(stages.items())
    )


class Provenance(Document):
    """What made a document: the model and prompts by name and content hash, and what it cost.

    Tokens, cost and seconds are those of the answers used, also where a recording or the store
    gave them again; `recorded` is true where a tape took or gave them. `cost_usd` is null where
    no price is known. `stages` divides calls, tokens and seconds by what was asked, in the order of
    their names.
    """

    model: str
    strategy: str
    prompt: str
    schema_version: str = Field(alias="schema")
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: Money | None = None
    seconds: float = 0.0
    recorded: bool = False
    stages: tuple[StageUse, ...] = ()


class ArticleSummary(Document):
    """What one article says."""

    article: Article
    pack: str = Field(alias="schema")
    headline: str
    gist: tuple[GistSentence, ...]
    facts: SerializeAsAny[Facts]
    rejected: tuple[Rejection, ...] = ()
    provenance: Provenance

    @model_validator(mode="after")
    def _evidence_stands_in_this_article(self) -> Self:
        text = self.article.text
        for evidence in self.evidence():
            check_stands(evidence.quote, evidence.start, evidence.end, text)
        return self

    def claims(self) -> Iterator[tuple[str, Claim]]:
        """Every claim of the facts with the name of its field, in order."""
        return claims_of(self.facts)

    def evidence(self) -> Iterator[Evidence]:
        """Every piece of evidence in the document."""
        for sentence in self.gist:
            yield from sentence.evidence
        for _, claim in self.claims():
            yield from claim.evidence

    @classmethod
    def load(cls, data: str | bytes | dict[str, Any], facts: type[Facts]) -> Self:
        """Read a summary back from its JSON, checking each piece of evidence against the text in it."""
        raw = data if isinstance(data, dict) else json.loads(data)
        context = {"text": raw["article"]["text"]}
        typed = {**raw, "facts": facts.model_validate(raw["facts"], context=context)}
        return cls.model_validate(typed, context=context)


def claims_of(facts: Facts) -> Iterator[tuple[str, Claim]]:
    """Every claim of `facts` with the name of its field, in the order of declaration."""
    for name in type(facts).model_fields:
        value = getattr(facts, name)
        if isinstance(value, Claim):
            yield name, value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Claim):
                    yield name, item
