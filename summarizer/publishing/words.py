"""How names, values, dates and costs are written for a reader: the same on every medium."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath
from urllib.parse import urlsplit

from summarizer.documents import Brief, BriefArticle, Finding, Position, Provenance, Sentence

__all__ = [
    "DIFFERENCES",
    "as_briefs",
    "capital",
    "counted",
    "deadlocks",
    "happened",
    "heading",
    "inferred",
    "is_statement",
    "iso_parts",
    "joined",
    "origin_name",
    "outlet_name",
    "paragraphs",
    "provenance_rows",
    "reported",
    "said_value",
    "spoken_date",
    "web_link",
    "words_with",
]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_AS_REPORTED = "as reported: "
BOUNDS = {"about": "about ", "almost": "almost ", "at_least": "at least ", "at_most": "up to "}
DIFFERENCES = {
    "contradiction": "they contradict each other",
    "update": "a later report",
    "scope": "they count different things",
    "rounding": "more and less exact",
}


def as_briefs(briefs: Brief | Sequence[Brief]) -> tuple[Brief, ...]:
    """One brief or several, as several."""
    return (briefs,) if isinstance(briefs, Brief) else tuple(briefs)


def outlet_name(article: BriefArticle) -> str:
    """The outlet, or "unnamed outlet" with the file it came in, so that two unnamed ones differ."""
    if article.outlet and article.outlet.strip():
        return article.outlet.strip()
    # A path may have been written on either kind of system.
    name = PurePath((article.path or "").replace("\\", "/")).name
    return f"unnamed outlet ({name})" if name else "unnamed outlet"


def origin_name(origin: str, articles: Mapping[str, BriefArticle]) -> str:
    """Who says it. An origin that is an article's id is that article's outlet."""
    return outlet_name(articles[origin]) if origin in articles else origin


def iso_parts(value: object) -> tuple[int, ...] | None:
    """Year, month and day of an ISO date, as many as it has; null for anything else."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        return None
    parts = tuple(int(part) for part in value.split("-"))
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return parts


def spoken_date(value: str | None) -> str:
    """Write "2025-05-23" as "23 May 2025"; anything that is no ISO date is given back as it is."""
    parts = iso_parts(value)
    if parts is None:
        return value or ""
    year, *rest = parts
    month = f"{MONTHS[rest[0] - 1]} " if rest else ""
    day = f"{rest[1]} " if len(rest) > 1 else ""
    return f"{day}{month}{year}"


def is_statement(finding: Finding) -> bool:
    """Whether a finding is what somebody said: its point then begins with whoever said it."""
    first = finding.positions[0]
    if first.verb or first.detail.startswith(_AS_REPORTED):
        return True
    begins = tuple(b for o in first.origins for b in (f"{o}: ", f"What {o} said"))
    return isinstance(first.value, str) and finding.point.startswith(begins)


def reported(position: Position) -> str:
    """The report's own sentence, where what was said can't be shown without it; else ""."""
    detail = position.detail.strip()
    return detail.removeprefix(_AS_REPORTED) if detail.startswith(_AS_REPORTED) else ""


def words_with(position: Position) -> str:
    """The shortest of the evidence that holds the position's own value; else the shortest of all."""
    value = position.value
    shown = {f"{value:,}", str(value)} if isinstance(value, int) else {str(value or "")}
    shown |= set(re.findall(r"\w{4,}", position.detail)) if not isinstance(value, int) else set()

    def key(quote: str) -> tuple[bool, int, str]:
        low = quote.casefold()
        return not any(s and s.casefold() in low for s in shown), len(quote), quote

    return min((e.quote for e in position.evidence), key=key)


def said_value(position: Position) -> str:
    """A position's value as an editor would say it."""
    sentence = reported(position)
    if sentence:
        return sentence
    detail = re.sub(r"[.,;](?=”$)", "", position.detail.strip())
    detail = re.sub(r"^on (?=[A-Z])", "", detail)
    if detail:
        day = spoken_date(str(position.value)) if iso_parts(position.value) else ""
        named = re.sub(r"^on\s+", "", detail)
        # "on Monday" says little to who reads it a week later
        return detail if not day or re.search(r"\d", detail) else f"{capital(named)} ({day})"
    value, high = position.value, position.high
    if isinstance(value, int):
        number = f"{value:,}" if high is None else f"{value:,}–{high:,}"
        return BOUNDS.get(position.bound or "", "") + number
    return spoken_date(value) if value else "no value given"


def heading(finding: Finding) -> str:
    """The point without what its only position says again: "Where it happened: Aden" and "Aden"."""
    point = capital(finding.point).rstrip(" ,;")
    if is_statement(finding) and (finding.status != "disputed" or point.endswith("…")):
        speakers = capital(joined(finding.positions[0].origins))
        return f"What {speakers} said" if finding.status == "disputed" else speakers
    if len(finding.positions) != 1:
        named, _, tail = point.partition(" (")
        values = set(re.split(r", | and ", tail.removesuffix(")")))
        return named if values == {said_value(p) for p in finding.positions} else point
    value = said_value(finding.positions[0]).strip('“”" ')
    head, parted, tail = point.partition(": ")
    same = tail.rstrip(" ,;…").lower()
    if parted and same and value.lower().startswith(same):
        return head
    return point.removesuffix(f" ({value})")


def happened(brief: Brief) -> str:
    """When it happened as far as that is settled: a day in dispute is none."""
    date = brief.event.date
    if not date:
        return "date not settled"
    torn = any(
        f.status == "disputed" and any(iso_parts(p.value) for p in f.positions)
        for f in brief.findings
    )
    return spoken_date(date) if date.count("-") > 1 or not torn else "day in dispute"


def counted(number: int, one: str, many: str = "") -> str:
    """Count things: "1 article", "2 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(names: Sequence[str]) -> str:
    """Names in one phrase: "A, B and C"."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def inferred(article: BriefArticle) -> str:
    """Name the fields that were read out of an article rather than given."""
    shown = [name for name in article.inferred if name != "language"]
    return joined([{"published": "date"}.get(name, name) for name in shown])


def web_link(url: str | None) -> str | None:
    """The address where it is an ordinary web address; anything else ("javascript:") is null."""
    if not url or re.search(r"[\s<>\"'\\\x00-\x1f]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def deadlocks(brief: Brief) -> list[tuple[Finding | None, str]]:
    """What the sources leave open, each with the finding it comes from.

    Nothing is added to the findings: a contradiction or a denial is open because no source here
    settles it, a date because no source gives one.
    """
    rows: list[tuple[Finding | None, str]] = []
    if brief.event.date is None:
        rows.append((None, "When it happened: the sources give no date that settles it."))
    articles = {article.id: article for article in brief.articles}
    denied = {row.finding for row in brief.coverage if row.stance == "denies"}
    for finding in brief.findings:
        point = heading(finding)
        if finding.status == "disputed" and finding.difference in {None, "contradiction"}:
            rows.append(
                (finding, f"{_open(finding, point, articles)}. These sources do not settle it.")
            )
        elif finding.id in denied:
            rows.append((finding, f"{point}: stated by some of the sources, denied by others."))
    return rows


def _open(finding: Finding, point: str, articles: Mapping[str, BriefArticle]) -> str:
    """What a dispute leaves open: the values, or what is said and who denies or doubts it."""
    first, *rest = finding.positions
    others = list(dict.fromkeys(origin_name(o, articles) for p in rest for o in p.origins))
    value = said_value(first)
    if first.verb or is_statement(finding):  # the others say that it is not so
        speaker = capital(joined([origin_name(o, articles) for o in first.origins]))
        told = value if reported(first) else value.rstrip(".")
        return f"{speaker} said: {told}; called into question by {joined(others)}"
    if rest and all(p.value is None for p in rest):
        named = point if point.endswith(value) else f"{point}: {value}"
        return f"{named}; denied by {joined(others)}"
    values = _choices(finding.positions)
    if len(values) < 2:  # noqa: PLR2004 - one value leaves no choice
        return point
    return f"{point}: {', '.join(values[:-1])} or {values[-1]}"


def _choices(positions: Sequence[Position]) -> list[str]:
    """The values of a dispute, each once; "on Friday" is none where others name days."""
    days = [p for p in positions if re.search(r"\d", p.detail) and iso_parts(p.value)]
    named = {p.value for p in days}
    kept = [
        p
        for p in positions
        if p in days or not named or (p.value not in named and re.search(r"\d", said_value(p)))
    ]
    once = {str(p.value): p for p in reversed(kept)}
    chosen = [p for p in kept if once[str(p.value)] is p]
    return list(dict.fromkeys(said_value(p) for p in chosen))


def capital(text: str) -> str:
    """The text with its first letter raised and nothing else changed."""
    return text[:1].upper() + text[1:]


def paragraphs(brief: Brief) -> list[list[Sentence]]:
    """The summary's sentences in the paragraphs that they were written in."""
    made: list[list[Sentence]] = []
    for n, sentence in enumerate(brief.summary):
        if n == 0 or sentence.paragraph != brief.summary[n - 1].paragraph:
            made.append([sentence])
        else:
            made[-1].append(sentence)
    return made


def provenance_rows(brief: Brief) -> list[tuple[str, str]]:
    """How the brief was made, as labelled values."""
    made: Provenance = brief.provenance
    phrased = sum(sentence.phrased == "model" for sentence in brief.summary)
    cached = f" ({made.cached_tokens:,} cached)" if made.cached_tokens else ""
    return [
        ("Model", made.model),
        ("Strategy", made.strategy),
        ("Calls", f"{made.calls:,}"),
        ("Tokens", f"{made.input_tokens:,} in{cached}, {made.output_tokens:,} out"),
        ("Cost", "unknown" if made.cost_usd is None else f"US${made.cost_usd:.4f}"),
        ("Seconds", f"{made.seconds:,.1f}"),
        ("Answers", "recorded" if made.recorded else "live"),
        (
            "Sentences",
            f"{phrased} worded by the model, {len(brief.summary) - phrased} by a template",
        ),
        ("Prompts", made.prompt),
        ("Schema", f"{brief.event.pack} {made.schema_version}"),
    ]
