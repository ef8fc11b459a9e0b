"""What the page shows of a brief: everything numbered, anchored and linked both ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from summarizer.documents import (
    Brief,
    BriefArticle,
    Citation,
    Finding,
    Position,
    Reconciliation,
    Sentence,
    SourcedEvidence,
    WordingRow,
    WordingTerm,
)
from summarizer.publishing.chart import Chart, chart_of
from summarizer.publishing.lists import how_said
from summarizer.publishing.marks import KINDS, Mark, Segment, Target, cut
from summarizer.publishing.words import (
    DIFFERENCES,
    capital,
    deadlocks,
    happened,
    heading,
    is_statement,
    joined,
    origin_name,
    outlet_name,
    paragraphs,
    provenance_rows,
    reported,
    said_value,
    spoken_date,
    web_link,
)

__all__ = ["BriefView", "build_view"]

STATUSES = ("agreed", "disputed", "single-origin")

Span = tuple[str, int, int]


@dataclass(frozen=True)
class SourceView:
    """An article as the page lists it, with its number and its cut-up text (empty without text)."""

    anchor: str
    number: int
    name: str
    article: BriefArticle
    date: str
    link: str | None
    copy_of: SourceView | None
    paragraphs: tuple[tuple[Segment, ...], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Proof:
    """The words of one source that something rests on."""

    source: SourceView
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class PositionView:
    """A value, who holds it, and the proof."""

    anchor: str
    value: str
    owners: tuple[str, ...]
    verb: str
    proofs: tuple[Proof, ...]

    @property
    def said(self) -> str:
        """The position in one line, for readers who cannot see the chart."""
        return f"{self.value}: {joined(self.owners)}"


@dataclass(frozen=True)
class FindingView:
    """A finding with its number, its positions and, in a dispute, its chart."""

    anchor: str
    number: int
    finding: Finding
    title: str
    head: str
    difference: str
    positions: tuple[PositionView, ...]
    chart: Chart | None
    stances: tuple[str, ...]
    said: str = ""
    under: tuple[FindingView, ...] = ()
    inside: bool = False

    @property
    def shared(self) -> bool:
        """Whether more than one source speaks of it, or it is disputed."""
        spoken = sum(stance in {"states", "denies"} for stance in self.stances)
        return spoken > 1 or self.finding.status == "disputed"


@dataclass(frozen=True)
class SentenceView:
    """A sentence, the findings it tells and the words it rests on."""

    anchor: str
    number: int
    text: str
    findings: tuple[FindingView, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True)
class TermView:
    """A term and where it is used."""

    term: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True)
class WordingView:
    """What the outlets call one thing."""

    anchor: str
    row: WordingRow
    title: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class BriefView:
    """One brief, ready for the template."""

    anchor: str
    brief: Brief
    date: str
    sources: tuple[SourceView, ...]
    paragraphs: tuple[tuple[SentenceView, ...], ...]
    findings: tuple[FindingView, ...]
    wording: tuple[WordingView, ...]
    sums: tuple[tuple[Reconciliation, tuple[FindingView, ...]], ...]
    still_open: tuple[tuple[str, FindingView | None], ...]
    made: tuple[tuple[str, str], ...]
    copies: int = 0
    has_text: bool = True
    by_status: dict[str, tuple[FindingView, ...]] = field(default_factory=dict)


def build_view(brief: Brief, anchor: str) -> BriefView:
    """Number and link everything in a brief; `anchor` is the prefix of its ids on the page."""
    return _Builder(brief, anchor).view()


def _told_apart(article: BriefArticle, names: Mapping[str, int]) -> str:
    """The outlet, with the date where it has several articles here."""
    name = outlet_name(article)
    date = spoken_date(article.published)
    return f"{name}, {date}" if names[name] > 1 and date else name


class _Builder:
    """Gathers what rests on each span first, then makes the views that point at each other."""

    def __init__(self, brief: Brief, anchor: str) -> None:
        self.brief = brief
        self.anchor = anchor
        self.articles = {article.id: article for article in brief.articles}
        self.order = {article.id: n for n, article in enumerate(brief.articles)}
        ranked = sorted(brief.findings, key=lambda f: STATUSES.index(f.status))
        self.numbers = {finding.id: n for n, finding in enumerate(ranked, start=1)}
        self.ranked = ranked
        status = {finding.id: finding.status for finding in ranked}
        # what says of one party what another says of each stands in that one's card
        self.parts = {f.id: f.under for f in ranked if f.under and status.get(f.under) == f.status}
        self.marks = self._gather()
        self.sources = self._sources()

    def view(self) -> BriefView:
        brief = self.brief
        findings = {f.id: self._finding(f) for f in self.ranked}
        for name, view in findings.items():
            parts = tuple(findings[i] for i in self.parts if self.parts[i] == name)
            findings[name] = replace(view, under=parts) if parts else view
        numbers = count(1)
        return BriefView(
            anchor=self.anchor,
            brief=brief,
            date=happened(brief),
            sources=tuple(self.sources.values()),
            paragraphs=tuple(
                tuple(self._sentence(next(numbers), sentence, findings) for sentence in paragraph)
                for paragraph in paragraphs(brief)
            ),
            findings=tuple(findings.values()),
            wording=tuple(self._wording(n, row) for n, row in enumerate(brief.wording, start=1)),
            sums=tuple(
                (row, tuple(findings[i] for i in row.findings if i in findings))
                for row in brief.reconciliations
            ),
            still_open=tuple((text, findings[f.id] if f else None) for f, text in deadlocks(brief)),
            made=tuple((label, value) for label, value in provenance_rows(brief) if value),
            copies=sum(article.duplicate_of is not None for article in brief.articles),
            has_text=any(article.text is not None for article in brief.articles),
            by_status={
                status: tuple(v for v in findings.values() if v.finding.status == status)
                for status in STATUSES
            },
        )

    def _gather(self) -> dict[Span, Mark]:
        targets: dict[Span, list[Target]] = defaultdict(list)
        kinds: dict[Span, list[str]] = defaultdict(list)
        quotes: dict[Span, str] = {}
        for target, kind, item in self._rests():
            span = (item.article, item.start, item.end)
            if isinstance(item, SourcedEvidence):
                quotes[span] = item.quote
            if target not in targets[span]:
                targets[span].append(target)
            kinds[span].append(kind)
        known = [span for span in targets if span[0] in self.order]
        known.sort(key=lambda span: (self.order[span[0]], span[1], span[2]))
        return {
            span: Mark(
                f"{self.anchor}-e{n}",
                *span,
                quotes.get(span, self._words(span)),
                min(kinds[span], key=KINDS.index),
                tuple(targets[span]),
            )
            for n, span in enumerate(known, start=1)
        }

    def _rests(self) -> Iterator[tuple[Target, str, SourcedEvidence | Citation]]:
        """Everything that rests on words, its kind, and where the words stand."""
        for finding in self.ranked:
            number = self.numbers[finding.id]
            target = Target(f"{self.anchor}-f{number}", f"§{number}", capital(finding.point))
            for position in finding.positions:
                yield from ((target, finding.status, evidence) for evidence in position.evidence)
        for n, row in enumerate(self.brief.wording, start=1):
            target = Target(f"{self.anchor}-w{n}", f"W{n}", f"Wording: {row.refers_to}")
            for term in row.terms:
                yield from ((target, "wording", evidence) for evidence in term.evidence)
        for n, sentence in enumerate(self.brief.summary, start=1):
            target = Target(f"{self.anchor}-s{n}", f"S{n}", f"Sentence {n}: {sentence.text}")
            yield from ((target, "cited", citation) for citation in sentence.citations)

    def _words(self, span: Span) -> str | None:
        text = self.articles[span[0]].text if span[0] in self.articles else None
        return None if text is None else text[span[1] : span[2]]

    def _sources(self) -> dict[str, SourceView]:
        made: dict[str, SourceView] = {}
        names = Counter(outlet_name(article) for article in self.brief.articles)
        # Originals first, so that a copy can point at the one it copies.
        for article in sorted(self.brief.articles, key=lambda a: a.duplicate_of is not None):
            marks = tuple(mark for mark in self.marks.values() if mark.article == article.id)
            number = self.order[article.id] + 1
            made[article.id] = SourceView(
                anchor=f"{self.anchor}-a{number}",
                number=number,
                name=_told_apart(article, names),
                article=article,
                date=spoken_date(article.published),
                link=web_link(article.url),
                copy_of=made.get(article.duplicate_of or ""),
                paragraphs=tuple(tuple(p) for p in cut(article.text or "", marks)),
                marks=marks,
            )
        return {article.id: made[article.id] for article in self.brief.articles}

    def _proofs(self, spans: Iterable[Span]) -> tuple[Proof, ...]:
        found = {span for span in spans if span in self.marks}
        marks = [mark for span, mark in self.marks.items() if span in found]
        return tuple(
            Proof(source, tuple(mark for mark in marks if mark.article == source.article.id))
            for source in self.sources.values()
            if any(mark.article == source.article.id for mark in marks)
        )

    def _finding(self, finding: Finding) -> FindingView:
        number = self.numbers[finding.id]
        anchor = f"{self.anchor}-f{number}"
        stances = {c.article: c.stance for c in self.brief.coverage if c.finding == finding.id}
        return FindingView(
            anchor=anchor,
            number=number,
            finding=finding,
            title=capital(finding.point).rstrip(" ,;"),
            head=heading(finding),
            said=how_said(finding.positions[0], self.articles) if is_statement(finding) else "",
            inside=finding.id in self.parts,
            difference=DIFFERENCES.get(finding.difference or "", ""),
            positions=tuple(
                self._position(f"{anchor}-p{n}", position)
                for n, position in enumerate(finding.positions, start=1)
            ),
            chart=chart_of(finding) if finding.status == "disputed" else None,
            stances=tuple(stances.get(article.id, "") for article in self.brief.articles),
        )

    def _sentence(
        self, number: int, sentence: Sentence, findings: Mapping[str, FindingView]
    ) -> SentenceView:
        return SentenceView(
            f"{self.anchor}-s{number}",
            number,
            sentence.text,
            tuple(findings[i] for i in sentence.findings if i in findings),
            self._proofs((c.article, c.start, c.end) for c in sentence.citations),
        )

    def _position(self, anchor: str, position: Position) -> PositionView:
        return PositionView(
            anchor,
            said_value(position),
            tuple(origin_name(origin, self.articles) for origin in position.origins),
            "" if reported(position) else position.verb or "",
            self._proofs((e.article, e.start, e.end) for e in position.evidence),
        )

    def _wording(self, number: int, row: WordingRow) -> WordingView:
        def term(item: WordingTerm) -> TermView:
            return TermView(
                item.term, self._proofs((e.article, e.start, e.end) for e in item.evidence)
            )

        return WordingView(
            f"{self.anchor}-w{number}", row, capital(row.refers_to), tuple(map(term, row.terms))
        )
