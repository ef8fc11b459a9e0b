"""What the other commands print: articles as read, groups, summaries, in JSON and Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from summarizer.documents import Article, ArticleSummary, Brief, Claim, Document, Group

__all__ = [
    "articles_to_markdown",
    "groups_to_json",
    "groups_to_markdown",
    "neutrality_to_markdown",
    "report_to_json",
    "report_to_markdown",
    "rows_to_json",
    "summaries_to_json",
    "summaries_to_markdown",
    "without_texts",
]

# What could drive a terminal or reorder a line, and what Markdown would act on.
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&#])")


def rows_to_json(rows: Sequence[Document] | dict[str, Any] | list[Any]) -> str:
    """Documents, or what is plain already, as JSON that ends in a newline."""
    plain = [
        r.model_dump(mode="json", by_alias=True) if isinstance(r, Document) else r for r in rows
    ]
    return (
        json.dumps(rows if isinstance(rows, dict) else plain, ensure_ascii=False, indent=2) + "\n"
    )


def without_texts(briefs: Sequence[Brief]) -> tuple[Brief, ...]:
    """The briefs without the articles' texts: others' words are not ours to publish."""
    return tuple(
        b.model_copy(
            update={"articles": tuple(a.model_copy(update={"text": None}) for a in b.articles)}
        )
        for b in briefs
    )


def summaries_to_json(summaries: Sequence[ArticleSummary], *, text: bool = True) -> str:
    """Summaries as a JSON array; without `text` neither the articles nor what was cleaned away."""
    rows = [s.model_dump(mode="json", by_alias=True) for s in summaries]
    if not text:
        for row in rows:
            row["article"] |= {"text": None, "removed": []}
    return rows_to_json(rows)


def groups_to_json(groups: Sequence[Group], *, explain: bool = False) -> str:
    """Groups as a JSON array; with `explain` each says why its articles are together."""
    leave = None if explain else {"reasons"}
    return rows_to_json([g.model_dump(mode="json", exclude=leave) for g in groups])


def groups_to_markdown(groups: Sequence[Group], *, explain: bool = False) -> str:
    """Each group with its articles; with `explain` also why they are together."""
    return "\n".join(line for g in groups for line in _group(g, explain=explain)).rstrip() + "\n"


def _group(group: Group, *, explain: bool) -> Iterator[str]:
    date = f" ({group.date})" if group.date else ""
    yield f"## {_inert(group.title)}{date}"
    yield ""
    yield from (f"- {_inert(path)}" for path in group.articles)
    yield ""
    if explain and group.reasons:
        why = "Together by" if len(group.articles) > 1 else "Alone:"
        yield f"{why} {_inert('; '.join(group.reasons))}."
        yield ""


def articles_to_markdown(articles: Sequence[Article]) -> str:
    """Each article as it will be read: what is known of it, its text, what was removed and why."""
    return "\n".join(line for a in articles for line in _article(a)).rstrip() + "\n"


def _article(article: Article) -> Iterator[str]:
    yield f"# {_inert(article.title or article.path or article.id)}"
    yield ""
    for name in ("path", "outlet", "published", "language", "url"):
        value = getattr(article, name)
        inferred = " (inferred)" if name in article.inferred else ""
        yield f"- {name}: {_inert(value) if value else 'unknown'}{inferred}"
    yield f"- id: {article.id}"
    yield ""
    yield from (f"{_inert(part)}\n" for part in article.text.split("\n") if part.strip())
    if article.removed:
        yield "## Removed"
        yield ""
        yield from (f"- {_inert(r.reason)}: {_inert(r.text)}" for r in article.removed)
        yield ""


def summaries_to_markdown(summaries: Sequence[ArticleSummary]) -> str:
    """Each summary: headline, gist, claims with the words that bear them out, what was refused."""
    return "\n".join(line for s in summaries for line in _summary(s)).rstrip() + "\n"


def _summary(summary: ArticleSummary) -> Iterator[str]:
    article, made = summary.article, summary.provenance
    yield f"# {_inert(summary.headline)}"
    yield ""
    about = [
        article.outlet or "unknown outlet",
        article.published or "undated",
        article.path or article.id,
    ]
    yield f"{_inert(' · '.join(about))} · pack {summary.pack}"
    yield ""
    yield " ".join(_inert(s.text) for s in summary.gist)
    yield ""
    field = ""
    for name, claim in summary.claims():
        if name != field:
            yield f"## {name.replace('_', ' ').capitalize()}"
            yield ""
            field = name
        yield _claim(claim)
    yield ""
    if summary.rejected:
        yield "## Refused"
        yield ""
        yield from (
            f"- {r.field}: {_inert(r.value)} — {_inert(r.reason)}" for r in summary.rejected
        )
        yield ""
    tokens = made.input_tokens + made.output_tokens
    yield f"Made by {_inert(made.model)}, {made.strategy}, {made.calls} calls, {tokens:,} tokens."
    yield ""


_OWN = {"speaker", "evidence", "decided", "open_to_doubt", "value", "text", "term", "high"}


def _claim(claim: Claim) -> str:
    known = claim.model_dump(mode="json", by_alias=True)
    value = next(
        (
            str(known[k])
            for k in ("value", "text", "term", "as_written")
            if known.get(k) is not None
        ),
        "?",
    )
    if known.get("high") is not None:
        value += f"–{known['high']}"
    rest = [
        f"{k} {v}" for k, v in known.items() if k not in _OWN and isinstance(v, str) and v != value
    ]
    who = f", says {claim.speaker}" if claim.speaker else ""
    quotes = " … ".join(f"“{e.quote}”" for e in claim.evidence)
    labels = f" ({_inert('; '.join(rest))})" if rest else ""
    return f"- **{_inert(value)}**{labels}{_inert(who)}: {_inert(quotes)}"


def _inert(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or a terminal would act on."""
    return _MARKUP.sub(r"\\\1", " ".join(_UNSAFE.sub(" ", text).split()))


def report_to_json(
    failures: Sequence[tuple[str, str]], unchecked: Sequence[str], checked: Mapping[str, int]
) -> str:
    """A verification as JSON: whether it passed, what failed and where, what was not checked."""
    rows = [{"where": where, "what": what} for where, what in failures]
    return rows_to_json(
        {
            "passed": not failures,
            "failures": rows,
            "unchecked": list(unchecked),
            "checked": dict(checked),
        }
    )


def report_to_markdown(
    failures: Sequence[tuple[str, str]], unchecked: Sequence[str], checked: Mapping[str, int]
) -> str:
    """A verification in words: the verdict, each failure, what could not be checked."""
    counts = ", ".join(f"{count} {what}" for what, count in checked.items()) or "nothing"
    verdict = f"{len(failures)} FAILED" if failures else "Everything holds"
    lines = [f"**{verdict}.** Checked: {_inert(counts)}.", ""]
    lines += [f"- FAILED {_inert(where)}: {_inert(what)}" for where, what in failures]
    lines += [f"- not checked: {_inert(text)}" for text in unchecked]
    return "\n".join(lines).rstrip() + "\n"


def neutrality_to_markdown(titles: Sequence[str], reports: Sequence[dict[str, Any]]) -> str:
    """Measurements of neutrality in words, a section for each brief."""
    lines: list[str] = []
    for title, row in zip(titles, reports, strict=True):
        told = row["attribution"]
        lines += [f"## {_inert(title)}", ""]
        lines += [f"- loaded words in the brief's own voice: {len(row['loaded'])}"]
        lines += [
            f"  - {word['where']}: “{_inert(word['word'])}”, better “{_inert(word['instead'])}”"
            for word in row["loaded"]
        ]
        lines += [
            "- sentences that name every owner of what is not agreed: "
            + ("none is needed" if told is None else f"{told:.0%}"),
            f"- hedges dropped: {', '.join(row['hedges_dropped']) or 'none'}",
            f"- space by side: {_shares(row['sides'])}",
            f"- space by speaker: {_shares(row['speakers'])}",
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def _shares(rows: Sequence[dict[str, Any]]) -> str:
    told = [f"{_inert(r['who'])} {r['share']:.0%} ({r['words']} words)" for r in rows]
    return "; ".join(told) or "nobody is quoted"
