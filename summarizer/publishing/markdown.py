"""A brief as Markdown, for the terminal and for files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.documents import Brief, BriefArticle, Finding, Position, Sentence
from summarizer.publishing.lists import Line, entries
from summarizer.publishing.words import (
    DIFFERENCES,
    as_briefs,
    capital,
    counted,
    deadlocks,
    happened,
    heading,
    inferred,
    joined,
    origin_name,
    outlet_name,
    paragraphs,
    provenance_rows,
    reported,
    said_value,
    spoken_date,
    web_link,
    words_with,
)

__all__ = ["to_markdown"]

# Control characters could drive a terminal, bidirectional overrides could reorder our own words.
UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")
BLOCK = re.compile(r"^(#|[-+](?=\s)|\d+(?=[.)]\s))")


def to_markdown(briefs: Brief | Sequence[Brief]) -> str:
    """The briefs one below the other, sources numbered within each, ending in a newline."""
    parts = ["\n".join(_Page(brief).lines()).rstrip() for brief in as_briefs(briefs)]
    return "\n\n---\n\n".join(parts) + "\n"


def _inert(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or a terminal would act on."""
    line = " ".join(UNSAFE.sub("", text).split())
    line = MARKUP.sub(r"\\\1", line)
    return BLOCK.sub(lambda m: m[0] + "\\" if m[0][0].isdigit() else "\\" + m[0], line)


class _Page:
    """One brief, section by section; each section yields lines, and nothing where it is empty."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.articles = {article.id: article for article in brief.articles}
        self.numbers = {article.id: n for n, article in enumerate(brief.articles, start=1)}

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._section("What the sources agree on", self._plain("agreed"))
        yield from self._section("Where they differ", self._disputes())
        yield from self._section("What only one side says", self._plain("single-origin"))
        yield from self._section("How the figures fit", self._sums())
        yield from self._section("How they word it", self._wording())
        yield from self._section("Still open", self._open())
        yield from self._section("Sources", self._sources())
        yield from self._section("Missing sources", self._missing())
        yield from self._section("How this was made", self._made())

    def _section(self, title: str, body: Iterator[str]) -> Iterator[str]:
        lines = list(body)
        if lines:
            yield from (f"## {title}", "", *lines)
            if lines[-1]:
                yield ""

    def _head(self) -> Iterator[str]:
        event = self.brief.event
        yield from (f"# {_inert(self.brief.headline)}", "")
        copies = sum(article.duplicate_of is not None for article in self.brief.articles)
        sources = counted(len(self.brief.articles), "article")
        near = f" ({counted(copies, 'near copy', 'near copies')})" if copies else ""
        when = happened(self.brief)
        dated = "" if event.title.endswith(when) else f" · {_inert(when)}"
        yield from (f"*{_inert(event.title)}{dated} · {sources}{near}*", "")
        for paragraph in paragraphs(self.brief):
            yield from (" ".join(self._sentence(sentence) for sentence in paragraph), "")

    def _sentence(self, sentence: Sentence) -> str:
        marks = self._marks([citation.article for citation in sentence.citations])
        return f"{_inert(sentence.text)} {marks}".rstrip()

    def _marks(self, ids: Sequence[str]) -> str:
        numbers = sorted({self.numbers[i] for i in ids if i in self.numbers})
        return f"[{', '.join(map(str, numbers))}]" if numbers else ""

    def _owners(self, position: Position) -> str:
        names = joined([origin_name(o, self.articles) for o in position.origins])
        verb = f" ({position.verb})" if position.verb else ""
        return _inert(names + verb)

    def _plain(self, status: str) -> Iterator[str]:
        chosen = [finding for finding in self.brief.findings if finding.status == status]
        for entry in entries(chosen, self.articles):
            head = f"- **{_inert(entry.head)}**"
            if len(entry.lines) == 1:
                yield f"{head}{self._line(entry.lines[0], behind=True)}"
            else:
                yield from (f"{head}:", *(f"    - {self._line(line)}" for line in entry.lines))
            for part in entry.parts:
                yield f"    - {_inert(part.value)}: {_inert(part.owners)} {self._marks(part.articles)}"
            yield from (f"    - No dispute: {self._why(finding)}" for finding in entry.notes)

    def _line(self, line: Line, *, behind: bool = False) -> str:
        """One position; `behind` a heading in the same line."""
        marks, value = self._marks(line.articles), _inert(line.value)
        if line.owners:
            words = f": “{_inert(line.words)}”" if line.words else ""
            return f"{': ' if behind else ''}{value}. {_inert(line.owners)} {marks}{words}".rstrip()
        lead = _inert(line.lead)
        if lead.startswith("in the words"):
            return f"{', ' if behind else ''}{lead}: {value} {marks}"
        return f"{' ' if behind else ''}{lead}: {value} {marks}" if lead else f": {value} {marks}"

    def _why(self, finding: Finding) -> str:
        kind = DIFFERENCES.get(finding.difference or "", "")
        return f"{kind}. {_inert(finding.reason)}".strip(" .") + "."

    def _disputes(self) -> Iterator[str]:
        for finding in self.brief.findings:
            if finding.status != "disputed":
                continue
            yield from (f"### {_inert(heading(finding))}", "")
            if finding.difference or finding.reason:
                yield from (capital(self._why(finding)), "")
            for position in finding.positions:
                words = "" if reported(position) else f": “{_inert(words_with(position))}”"
                yield (
                    f"- **{_inert(said_value(position))}**: {self._owners(position)} "
                    f"{self._marks(position.articles)}{words}"
                )
            yield ""

    def _sums(self) -> Iterator[str]:
        for row in self.brief.reconciliations:
            yield f"- {_inert(row.text)}"

    def _wording(self) -> Iterator[str]:
        for row in self.brief.wording:
            terms = "; ".join(
                f"“{_inert(term.term)}” {self._marks(term.articles)}" for term in row.terms
            )
            reason = f" {_inert(capital(row.reason))}" if row.reason else ""
            subject = _inert(capital(row.refers_to))
            yield f"- **{subject}**: {terms}. This brief says “{_inert(row.used)}”.{reason}"

    def _open(self) -> Iterator[str]:
        for _, text in deadlocks(self.brief):
            yield f"- {_inert(text)}"

    def _sources(self) -> Iterator[str]:
        for article in self.brief.articles:
            yield f"{self.numbers[article.id]}. {self._source(article)}"

    def _source(self, article: BriefArticle) -> str:
        parts = [f"**{_inert(outlet_name(article))}**"]
        if article.title:
            link = web_link(article.url)
            title = _inert(article.title)
            safe = (link or "").replace("(", "%28").replace(")", "%29")
            parts.append(f"[{title}]({safe})" if link else f"“{title}”")
        parts.append(spoken_date(article.published) if article.published else "undated")
        if article.duplicate_of:
            number = self.numbers.get(article.duplicate_of)
            parts.append(f"near copy of {f'[{number}]' if number else 'another article'}")
        if inferred(article):
            parts.append(_inert(f"{inferred(article)} inferred from the text"))
        return ", ".join(parts)

    def _missing(self) -> Iterator[str]:
        for missing in self.brief.missing:
            yield f"- {_inert(missing.path)}: {_inert(missing.reason)}"

    def _made(self) -> Iterator[str]:
        yield from (
            f"- {label}: {_inert(value)}" for label, value in provenance_rows(self.brief) if value
        )
        yield from (f"- {_inert(note)}" for note in self.brief.notes)
