"""Makes article summaries out of texts in which the claims are marked by their own words."""

from __future__ import annotations

from typing import Any

from summarizer.documents import (
    Article,
    ArticleSummary,
    Claim,
    Contested,
    DateClaim,
    Evidence,
    Facts,
    FieldRule,
    Figure,
    Finding,
    Label,
    LabelClaim,
    Merged,
    NamedClaim,
    Occurrence,
    Pack,
    Provenance,
    Statement,
    WordingClaim,
    article_id,
)


class Count(Figure):
    who: str | None = None
    direction: str | None = None
    occasion: str | None = None


class SwapFacts(Facts):
    figures: tuple[Count, ...] = ()
    date: DateClaim | None = None
    places: tuple[NamedClaim, ...] = ()
    mediators: tuple[NamedClaim, ...] = ()
    initiators: tuple[NamedClaim, ...] = ()
    stage: tuple[LabelClaim, ...] = ()
    statements: tuple[Statement, ...] = ()
    wording: tuple[WordingClaim, ...] = ()


PACK = Pack(
    name="swap",
    title="Exchange of people",
    description="two parties hand over people to each other",
    facts=SwapFacts,
    labels={
        "who": Label(values={"military": "soldiers", "civilians": "civilians", "all": "people"}),
        "direction": Label(
            values={"each": "each side", "total": "both sides together"}, party="to:{party}"
        ),
        "occasion": Label(values={"this": "in this exchange", "earlier": "earlier"}),
    },
    fields={
        "figures": FieldRule(
            title="people handed over",
            point=("who", "direction", "occasion"),
            party_label="direction",
            every="each",
            total="total",
            parts={"who": {"all": ("military", "civilians", "women", "men")}},
            kept={"occasion": ("this", "planned")},
            background={"occasion": ("earlier", "other")},
            rank=10,
        ),
        "date": FieldRule(title="date of the exchange", exclusive=True, rank=5),
        "places": FieldRule(title="place"),
        "mediators": FieldRule(title="mediator"),
        "initiators": FieldRule(title="who proposed it", exclusive=True),
        "stage": FieldRule(
            title="how far it has come", order=("planned", "begun", "partial", "completed")
        ),
        "statements": FieldRule(title="statement", rank=80),
    },
    contested=(
        Contested(
            refers_to="the crossing of the river",
            used="crossing",
            terms=(r"(?:daring )?raid", r"incursion", r"crossing"),
            reason="It says what happened and no more.",
        ),
    ),
    occurrence=Occurrence(window_days=3, figures={"occasion": ("this",)}),
)


class Sheet:
    """One article to be: its text, outlet and date, and the claims made so far."""

    def __init__(self, text: str, outlet: str | None = None, published: str | None = None) -> None:
        self.article = Article(
            id=article_id(text), outlet=outlet, published=published, text=text, path=None
        )
        self.claims: dict[str, Any] = {}

    def at(self, words: str) -> tuple[Evidence, ...]:
        start = self.article.text.index(words)
        return (Evidence.at(self.article.text, start, start + len(words)),)

    def add(self, name: str, claim: Claim) -> Sheet:
        self.claims[name] = (*self.claims.get(name, ()), claim)
        return self

    def figure(self, words: str, value: int, labels: str, **more: Any) -> Sheet:
        """`labels` as "military each this"; "?" for a label left open, "_" for a space in one."""
        who, direction, occasion = (
            None if v == "?" else v.replace("_", " ") for v in labels.split()
        )
        claim = Count(
            value=value, who=who, direction=direction, occasion=occasion,
            evidence=self.at(words), **more,
        )  # fmt: skip
        return self.add("figures", claim)

    def date(self, words: str, value: str | None = None, **more: Any) -> Sheet:
        precision = "relative" if value is None else ("year", "month", "day")[value.count("-")]
        self.claims["date"] = DateClaim(
            value=value, precision=precision, as_written=words, evidence=self.at(words), **more
        )
        return self

    def name(self, field: str, value: str, **more: Any) -> Sheet:
        return self.add(field, NamedClaim(value=value, evidence=self.at(value), **more))

    def stage(self, words: str, value: str, **more: Any) -> Sheet:
        return self.add("stage", LabelClaim(value=value, evidence=self.at(words), **more))

    def said(self, words: str, speaker: str, **more: Any) -> Sheet:
        more.setdefault("text", words)
        return self.add("statements", Statement(speaker=speaker, evidence=self.at(words), **more))

    def called(self, term: str, refers_to: str = "") -> Sheet:
        claim = WordingClaim(term=term, refers_to=refers_to, evidence=self.at(term))
        return self.add("wording", claim)

    def done(self) -> ArticleSummary:
        return ArticleSummary(
            article=self.article,
            pack="swap",
            headline="",
            gist=(),
            facts=SwapFacts(**self.claims),
            provenance=Provenance(model="none", strategy="none", prompt="", schema_version=""),
        )


def only(merged: Merged, field: str, **labels: str) -> Finding:
    """The one finding of a field with these labels."""
    found = [
        f
        for f in merged.findings
        if f.field == field and all(f.labels.get(k) == v for k, v in labels.items())
    ]
    assert len(found) == 1, [f.point for f in found]
    return found[0]
