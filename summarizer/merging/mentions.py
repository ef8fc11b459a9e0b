"""Mentions: each claim with the article it stands in and the origin that answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.documents import (
    Article,
    ArticleSummary,
    Claim,
    Figure,
    Position,
    SourcedEvidence,
    Statement,
    WordingClaim,
)
from summarizer.documents.numerals import numbers_in
from summarizer.documents.summary import NamedClaim
from summarizer.merging.agencies import agency_of
from summarizer.merging.copies import first_holder
from summarizer.merging.names import canonical, name_key, title_only
from summarizer.merging.texts import fold, sentence_span

__all__ = ["Mention", "Source", "mentions_of", "outlet_names", "position", "unique"]


# A name of several words: "International Committee of the Red Cross".
_RUN = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:(?:of|the|and|for|in)\s+)*[A-Z][\w’'-]+)+")


@dataclass(frozen=True)
class Source:
    """An article's place in the merge: what findings need to know of it."""

    article: Article
    rank: int

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id


@dataclass(frozen=True)
class Mention:
    """One claim, the article it stands in, and its origin: the speaker, else the outlet.

    `reporter` is the outlet that carries the words, whoever said them; `names` maps every name in
    the event to the one spelling shown for it.
    """

    field: str
    claim: Claim
    source: Source
    origin: str
    reporter: str
    value: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Order of mentions: by article, then by where the words stand."""
        return (self.source.rank, self.claim.evidence[0].start)

    @property
    def published(self) -> str | None:
        """The article's publication date."""
        return self.source.article.published

    @property
    def sentence(self) -> str:
        """The sentence or sentences that the evidence stands in."""
        text = self.source.article.text
        first, last = self.claim.evidence[0], self.claim.evidence[-1]
        start, end = sentence_span(text, min(first.start, last.start), max(first.end, last.end))
        return text[start:end]

    def evidence(self) -> tuple[SourcedEvidence, ...]:
        """The claim's evidence under its article's id."""
        return tuple(SourcedEvidence.of(self.source.id, e) for e in self.claim.evidence)


def mentions_of(summaries: Sequence[ArticleSummary], copied: dict[str, str]) -> tuple[Mention, ...]:
    """Every claim of summaries that `distinct` has put in order, with its origin.

    A copy's claim is the original's, unless it stands in the copy alone.
    """
    articles = [s.article for s in summaries]
    shown = _spellings(summaries)
    outlets = outlet_names(articles)
    by_key = {name_key(name): name for name in sorted(set(outlets.values()))}
    reporters = {a.id: _reporter(a, outlets[a.id], by_key) for a in articles}
    found = []
    for rank, summary in enumerate(summaries):
        article = summary.article
        source = Source(article, rank)
        for field, given in summary.claims():
            claim = _firm(given, summary.provenance.strategy)
            if not _countable(claim):
                continue
            first, last = claim.evidence[0], claim.evidence[-1]
            start, end = min(first.start, last.start), max(first.end, last.end)
            holder = first_holder(article, start, end, copied, articles)
            reporter = reporters[holder.id]
            speaker = claim.speaker or (claim.via if isinstance(claim, Statement) else None)
            origin = reporter
            if speaker is not None and not isinstance(claim, WordingClaim):
                origin = by_key.get(name_key(speaker)) or shown.get(speaker, speaker)
            value = shown.get(claim.value, claim.value) if isinstance(claim, NamedClaim) else ""
            found.append(Mention(field, claim, source, origin, reporter, value))
    return tuple(sorted(found, key=lambda m: m.place))


def _countable(claim: Claim) -> bool:
    """Whether a figure's number is written: "tens of thousands" gives none to set beside others."""
    if not isinstance(claim, Figure):
        return True
    written = {n.value for e in claim.evidence for n in numbers_in(e.quote)}
    return claim.value in written


def _firm(claim: Claim, strategy: str) -> Claim:
    """The claim as far as it can be held against others.

    A model that is asked label by label is a small one, asked only where words and parse were
    silent: right about half the time. Its label stands in the summary, marked as the model's; set
    against another outlet's number it would make disputes that nobody is having. So would what the pack’s
    priors decided ("prior"), whoever was asked besides.
    """
    if not isinstance(claim, Figure):
        return claim
    weak = {"prior", "model"} if strategy == "stepwise" else {"prior"}
    guessed = {
        n: None for n, by in claim.decided.items() if by in weak and n in type(claim).model_fields
    }
    return claim.model_copy(update=guessed) if guessed else claim


def _reporter(article: Article, outlet: str, by_key: Mapping[str, str]) -> str:
    """Who answers for an article's own voice: the agency that it reprints, else the outlet.

    A short mark in the dateline that is made of the outlet's own letters, or the beginning of its
    name, is the outlet itself.
    """
    agency = agency_of(article)
    if agency is None or _marks(agency, outlet):
        return outlet
    marked = [n for n in by_key.values() if "".join(w[0] for w in n.split()) == agency]
    return by_key.get(name_key(agency)) or (marked[0] if len(marked) == 1 else agency)


def _marks(mark: str, outlet: str) -> bool:
    """Whether a mark is short for an outlet: "PNW" or "Peninsula" for the Peninsula Newswire."""
    every, short = fold(outlet).split(), fold(mark)
    words = [w for w in every if w != "the"]
    if words[: len(short.split())] == short.split() or short == "".join(w[0] for w in every):
        return True
    if not mark.isupper() or len(words) < 2 or short[:1] != words[0][:1]:  # noqa: PLR2004
        return False
    left = short
    for word in words:  # the first letter of each word, and any others in their order
        if not left.startswith(word[0]):
            return False
        left = left[1:]
        for letter in word[1:]:
            rest = words[words.index(word) + 1 :]
            if left and letter == left[0] and not (rest and left[0] == rest[0][0]):
                left = left[1:]
    return not left


def outlet_names(articles: Sequence[Article]) -> dict[str, str]:
    """What each article's outlet is called; one spelling for an outlet with and without "The"."""
    unnamed = [a for a in articles if not a.outlet]
    spelled: dict[str, str] = {}
    names = {}
    for article in articles:
        if article.outlet:
            names[article.id] = spelled.setdefault(name_key(article.outlet), article.outlet)
        elif len(unnamed) == 1:
            names[article.id] = "an unnamed outlet"
        else:
            mark = Path(article.path).name if article.path else article.id
            names[article.id] = f"an unnamed outlet ({mark})"
    return names


def _spellings(summaries: Sequence[ArticleSummary]) -> dict[str, str]:
    """One spelling for each name. Within an article "the ministry" is the one it has named."""
    names: list[str] = []
    local: dict[str, str] = {}
    for summary in summaries:
        own = [n for _, c in summary.claims() for n in _names(c)]
        names.extend(own)
        local.update({k: v for k, v in canonical(own).items() if k not in local})
    everywhere = canonical(names)
    known = {
        n: everywhere[n] if everywhere[n] != n else everywhere[local[n]] for n in sorted(local)
    }
    for summary in summaries:
        for title in sorted({n for _, c in summary.claims() for n in _names(c)}):
            bearer = _bearer(title, summary.article.text, known)
            if known[title] == title and bearer is not None:
                known[title] = bearer
            full = _written_out(title, summary.article.text)
            if full and known[title] == title:
                known[title] = known.get(full, full)
    return known


def _written_out(mark: str, text: str) -> str:
    """What initials stand for, where the article writes the name out: "ICRC"; else ""."""
    if not re.fullmatch(r"[A-Z]{3,6}", mark):
        return ""
    for run in _RUN.finditer(text):
        told = run[0].split()
        for start in range(len(told)):
            for end in range(start + 2, len(told) + 1):
                part = [w for w in told[start:end] if w[0].isupper()]
                whole = told[start][0].isupper() and told[end - 1][0].isupper()
                if whole and "".join(w[0] for w in part) == mark:
                    return " ".join(told[start:end])
    return ""


def _bearer(title: str, text: str, known: Mapping[str, str]) -> str | None:
    """Find who bears a title that the article somewhere puts beside a name."""
    if title not in text or title_only(title) is False:
        return None
    after = re.search(re.escape(title) + r",?\s+([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})", text)
    if after is None:
        return None
    name = after.group(1)
    return known.get(name) or next((known[n] for n in known if n.endswith(f" {name}")), None)


def _names(claim: Claim) -> Iterable[str]:
    if claim.speaker is not None and not isinstance(claim, WordingClaim):
        yield claim.speaker
    if isinstance(claim, Statement) and claim.via is not None:
        yield claim.via
    if isinstance(claim, NamedClaim):
        yield claim.value


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Each item once, in the order of its first coming."""
    return tuple(dict.fromkeys(items))


def _roles(mentions: Sequence[Mention]) -> dict[str, str]:
    """The office of each origin that a statement gives one; of several, the fullest."""
    found: dict[str, str] = {}
    for m in mentions:
        role = m.claim.role if isinstance(m.claim, Statement) else None
        if role and (len(role), role) > (len(found.get(m.origin, "")), found.get(m.origin, "")):
            found[m.origin] = role
    return found


def position(
    mentions: Sequence[Mention],
    value: int | str | None,
    *,
    detail: str,
    high: int | None = None,
    bound: str | None = None,
) -> Position:
    """One value held by all of `mentions`, with all their words."""
    ordered = sorted(mentions, key=lambda m: m.place)
    verbs = {m.claim.verb for m in ordered if isinstance(m.claim, Statement)}
    evidence = {(e.article, e.start, e.end): e for m in ordered for e in m.evidence()}
    return Position(
        value=value,
        high=high,
        bound=bound,
        detail=detail,
        verb=verbs.pop() if len(verbs) == 1 else None,
        counted=next((m.claim.counted for m in ordered if isinstance(m.claim, Figure)), None),
        roles=_roles(ordered),
        origins=unique(m.origin for m in ordered),
        articles=unique(m.source.id for m in ordered),
        evidence=tuple(evidence.values()),
    )
