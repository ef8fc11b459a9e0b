"""Findings: everything that the articles of one event say, laid beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.documents import (
    Article,
    ArticleSummary,
    BriefArticle,
    DateClaim,
    Event,
    FieldRule,
    Figure,
    Finding,
    LabelClaim,
    Merged,
    NamedClaim,
    Pack,
    Reconciliation,
    Statement,
    WordingClaim,
)
from summarizer.merging.copies import distinct, originals
from summarizer.merging.coverage import coverage, with_denials
from summarizer.merging.dates import agreed_date, date_findings
from summarizer.merging.descriptions import resolved
from summarizer.merging.figures import figure_findings, under_each
from summarizer.merging.judge import without_echoes, without_kin
from summarizer.merging.kinds import across_kinds
from summarizer.merging.labels import label_findings, named_findings
from summarizer.merging.mentions import Mention, mentions_of
from summarizer.merging.parties import with_parties
from summarizer.merging.points import points_of
from summarizer.merging.reconcile import reconciliations
from summarizer.merging.refused import given
from summarizer.merging.scope import by_scope
from summarizer.merging.statements import statement_findings
from summarizer.merging.titles import event_id, event_title
from summarizer.merging.wording import wording_rows

__all__ = ["merge"]


def merge(
    summaries: Sequence[ArticleSummary],
    pack: Pack,
    *,
    house_style: Mapping[str, str] | None = None,
) -> Merged:
    """Lay what the articles of one event say beside each other, as the pack declares.

    `house_style` maps a contested thing, or the pack's term for it, to the term to use. The result
    does not depend on the order of `summaries`. Raises ValueError without any.
    """
    if not summaries:
        raise ValueError("there is nothing to merge: give at least one article's summary")
    ordered = distinct(summaries)
    articles = [s.article for s in ordered]
    copied = originals(articles)
    mentions = with_parties(resolved(given(mentions_of(ordered, copied)), pack), pack, articles)
    fields: dict[str, list[Mention]] = {}
    for mention in mentions:
        fields.setdefault(mention.field, []).append(mention)
    findings: list[Finding] = []
    sums: list[Reconciliation] = []
    for name in sorted(fields, key=lambda n: (_rule(pack, n).rank, n)):
        made, held = _field(name, fields[name], pack)
        findings.extend(made)
        sums.extend(held)
    said = [m for m in mentions if isinstance(m.claim, Statement)]
    findings = without_echoes(without_kin(findings), mentions)
    findings = with_denials(findings, said, articles, pack.fields)
    findings = under_each(findings, pack)
    date = next((agreed_date(f.positions) for f in findings if _is_date(f, fields)), None)
    return Merged(
        event=Event(
            id=event_id(articles),
            title=event_title(pack, findings, articles, date),
            date=date,
            pack=pack.name,
        ),
        articles=tuple(_listed(a, copied) for a in articles),
        findings=tuple(findings),
        wording=wording_rows(mentions, pack, house_style or {}),
        coverage=coverage(findings, articles),
        reconciliations=tuple(sums),
    )


def _rule(pack: Pack, name: str) -> FieldRule:
    return pack.fields.get(name) or FieldRule(title=name.replace("_", " "))


def _is_date(finding: Finding, fields: Mapping[str, Sequence[Mention]]) -> bool:
    return isinstance(fields[finding.field][0].claim, DateClaim)


def _field(
    name: str, mentions: Sequence[Mention], pack: Pack
) -> tuple[list[Finding], tuple[Reconciliation, ...]]:
    """The findings of one field, by the kind of its claims."""
    first = mentions[0].claim
    if isinstance(first, Figure):
        rule = _rule(pack, name)
        points = by_scope(across_kinds(by_scope(points_of(mentions, rule), rule), rule), rule)
        found = figure_findings(name, points, pack)
        sums = reconciliations(list(zip(points, found, strict=True)), rule)
        return found, sums
    if isinstance(first, DateClaim):
        return date_findings(name, mentions, pack), ()
    if isinstance(first, Statement):
        return statement_findings(name, mentions, pack), ()
    if isinstance(first, LabelClaim):
        return label_findings(name, mentions, pack), ()
    if isinstance(first, NamedClaim):
        return named_findings(name, mentions, pack), ()
    if isinstance(first, WordingClaim):
        return [], ()
    raise TypeError(f"the pack's field {name!r} holds claims of a kind that cannot be merged")


def _listed(article: Article, copied: Mapping[str, str]) -> BriefArticle:
    return BriefArticle(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        published=article.published,
        path=article.path,
        duplicate_of=copied.get(article.id),
        digest=article.digest,
        inferred=article.inferred,
        text=article.text,
    )
