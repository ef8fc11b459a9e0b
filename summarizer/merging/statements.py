"""Statements: what each speaker said, who doubts it, and who says the opposite."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.documents import Evidence, Finding, Pack, Position, SourcedEvidence, Statement
from summarizer.documents.reported import bare, marked, shown
from summarizer.merging.judge import finding, settled
from summarizer.merging.mentions import Mention, position, unique
from summarizer.merging.texts import content_words, listed, sentence_span, stem, vocabulary, words

__all__ = ["DENYING", "alike", "statement_findings", "subject"]

ALIKE = 0.5  # of the shorter statement's content words
LEAST = 2  # content words in common
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?"
    r"|disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted)?)\b",
    re.IGNORECASE,
)
_NEGATION = vocabulary(
    """not no never none nor without cannot didn doesn don isn wasn weren won hasn haven hadn false
    untrue fake lie lies baseless groundless illegitimate unfounded"""
)
# What tells when, and how many, is in most of what is said: sharing it is no common subject.
_TIMES = vocabulary(
    """week weeks day days month months year years today tomorrow yesterday next last now still until
    monday tuesday wednesday thursday friday saturday sunday people person"""
)
_SAYINGS = r"(?:claim|allegation|accusation|assertion|statement|charge|remark|narrative)s?\b"
_SHOWN = 80
_LONGEST = 60  # words of a sentence that may stand for a scrap of it
# Where a long sentence may be cut: before what a phrase begins with.
_PHRASE = re.compile(
    r"[,;:–—]|\s(?:and|but|or|that|which|who|when|while|where|because|after|before|since|until|as|if"
    r"|from|with|for|at|by|in|on|of|to|under|during)\b"
)
_AS_REPORTED = "as reported: "
_ANSWERED = 400  # characters from the beginning of what was said to that of its denial
DENIED = "denied"  # the detail of a position that denies the others
_ASKING = re.compile(r"\b(?:call|ask|urg|demand|appeal|invit|request)\w*\b", re.IGNORECASE)
_ANSWER = re.compile(
    r"\b(?:denied|denies|rejected|rejects|dismissed|dismisses|disputed|disputes)\s+"
    r"(?:this|that|it|them|(?:the|these|those|such|all)\s+(?:claim|charge|accusation|allegation|report)s?)\b"
    r"(?=\W*$|[.,;:!?”\"]|\s(?:and|but|as|on|in|at)\b)"  # "denied that any" says itself what it denies
)
_ASIDE = _NEGATION | frozenset(stem(w) for w in _TIMES)


def subject(statement: Statement) -> frozenset[str]:
    """The content words of what was said, negations and times aside."""
    return frozenset(w for w in content_words(statement.text) if w not in _ASIDE)


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of content words are about one thing."""
    shared = len(a & b)
    return shared >= LEAST and shared >= ALIKE * min(len(a), len(b))


def negated(statement: Statement) -> bool:
    """Whether a statement says that something is not so."""
    count = sum(w in _NEGATION for w in words(statement.text))
    count += bool(DENYING.search(statement.verb or ""))
    return count % 2 == 1


class _Words(NamedTuple):
    """The pack's loaded terms with what it says instead, and the offices of each speaker."""

    loaded: Mapping[str, str]
    offices: Mapping[str, tuple[str, ...]]


def statement_findings(
    name: str, mentions: Sequence[Mention], pack: Pack | None = None
) -> list[Finding]:
    """A finding for each thing that somebody said; disputed where somebody doubts or denies it.

    Words that `pack` calls contested are shown between marks.
    """
    loaded = {t: row.used for row in pack.contested for t in row.terms} if pack else {}
    clusters: list[list[Mention]] = []
    for mention in sorted(mentions, key=_fullest):
        fits = [c for c in clusters if _same(c[0], mention)]
        if fits:
            fits[0].append(mention)
        else:
            clusters.append([mention])
    answers = _answers(mentions)
    offices: dict[str, set[str]] = {}
    for m in mentions:
        if role := _statement(m).role:
            offices.setdefault(m.origin, set()).add(role)
    known = {name: tuple(sorted(held)) for name, held in offices.items()}
    found = []
    told: set[tuple[int, int]] = set()
    for cluster in sorted(clusters, key=_weight):
        others = [
            c
            for c in clusters
            if c is not cluster and _opposite(cluster, c) and (id(c), id(cluster)) not in told
        ]
        told |= {(id(cluster), id(c)) for c in others}  # one dispute is told once
        denied = [a for m in cluster for a in answers.get(m.place, ())]
        found.append(_finding(name, cluster, others, denied, _Words(loaded, known)))
    return found


def _answers(mentions: Sequence[Mention]) -> dict[tuple[int, int], list[Mention]]:
    """Denials that say what they deny by "this" or "the charge": of what was said right before."""
    found: dict[tuple[int, int], list[Mention]] = {}
    ordered = sorted(mentions, key=lambda m: m.place)
    for before, denial in pairwise(ordered):
        near = 0 <= denial.place[1] - before.place[1] <= _ANSWERED
        if (
            before.source.id == denial.source.id
            and near
            and before.origin != denial.origin
            and _ANSWER.search(_statement(denial).text)
            and not DENYING.search(_statement(before).verb or "")
            and not _ASKING.search(_statement(before).verb or "")
        ):
            found.setdefault(before.place, []).append(denial)
    return found


def _weight(cluster: Sequence[Mention]) -> tuple[bool, int, bool, tuple[int, int]]:
    """Rank what was said, most telling first: doubted or widely reported, then verbatim."""
    doubted = any(_statement(m).challenge or negated(_statement(m)) for m in cluster)
    carriers = len({m.source.id for m in cluster})
    quoted = any(_statement(m).quoted for m in cluster)
    return (not doubted, -carriers, not quoted, min(m.place for m in cluster))


def _statement(mention: Mention) -> Statement:
    assert isinstance(mention.claim, Statement)  # noqa: S101 — statements are all that comes here
    return mention.claim


def _fullest(mention: Mention) -> tuple[int, int, str, tuple[int, int]]:
    """Longer statements first: shorter ones then find the one that they are part of."""
    said = _statement(mention)
    return (-len(subject(said)), not said.quoted, said.text, mention.place)


def _same(a: Mention, b: Mention) -> bool:
    if a.origin != b.origin:
        return False
    x, y = _statement(a), _statement(b)
    if words(x.text) == words(y.text):
        return True
    return negated(x) == negated(y) and alike(subject(x), subject(y))


def _opposite(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    if a[0].origin == b[0].origin:
        return False
    x, y = _statement(a[0]), _statement(b[0])
    return negated(x) != negated(y) and alike(subject(x), subject(y))


def _finding(
    name: str,
    cluster: Sequence[Mention],
    opposed: Sequence[Sequence[Mention]],
    denied: Sequence[Mention] = (),
    known: _Words | None = None,
) -> Finding:
    origin = cluster[0].origin
    first = _statement(cluster[0])
    text = first.text.strip()
    verb = (first.verb or "") if DENYING.search(first.verb or "") else ""
    known = known or _Words({}, {})
    told = _told(cluster[0], known)
    point = f"{origin}{' ' if verb else ''}{verb}: {_short(told)}"
    if told.startswith(_AS_REPORTED):
        plain = bare(text)
        own = plain.lower().startswith(origin.lower())
        point = _short(plain) if own else f"{origin}{' ' if verb else ''}{verb}: {_short(plain)}"
    about = point
    if told.startswith(_AS_REPORTED) and (opposed or denied or _challenges(cluster, origin)):
        point = f"What {origin} said"  # a heading must not carry the reporter's words
    stated = position(cluster, text, detail=told)
    if told.startswith(_AS_REPORTED) and _is_scrap(text):
        stated = stated.model_copy(update={"evidence": (*stated.evidence, *_sentence(cluster[0]))})
    positions = [stated, *_challenges(cluster, origin)]
    positions += [
        position(c, _statement(c[0]).text.strip(), detail=_told(c[0], known)) for c in opposed
    ]
    if denied:
        positions.append(position(denied, None, detail=DENIED))
    if len(positions) == 1:
        status, reason = settled(positions)
        return finding(name, point, positions, status=status, reason=reason, about=about)
    doubters = listed(unique(o for p in positions[1:] for o in p.origins))
    reason = f"Said by {origin}, called into question by {doubters}."
    return finding(
        name, point, positions, status="disputed", difference="contradiction", reason=reason,
        about=about,
    )  # fmt: skip


def _told(mention: Mention, known: _Words) -> str:
    """What was said as an editor would list it: between marks where it was quoted, else its clause."""
    said = _statement(mention)
    text = said.text.strip()
    if said.quoted and not _is_scrap(text):
        return f"“{text}”"
    told = f"“{text}”"
    if not said.quoted:
        offices = known.offices.get(mention.origin, ())
        told = shown(text, (mention.origin,), offices, extra=known.loaded)
        if not told.startswith(_AS_REPORTED):
            return told
    whole = " ".join(mention.sentence.split())
    cut = _is_scrap(text) and text.rstrip(".,;:") in whole and len(whole.split()) <= _LONGEST
    return _AS_REPORTED + marked(whole) if cut else told  # the parse may leave "spoke of 61 dead"


def _sentence(mention: Mention) -> tuple[SourcedEvidence, ...]:
    """Where the sentence stands that is shown for a scrap of it."""
    text, first = mention.source.article.text, mention.claim.evidence[0]
    start, end = sentence_span(text, first.start, mention.claim.evidence[-1].end)
    whole = SourcedEvidence.of(mention.source.id, Evidence.at(text, start, end))
    return () if whole in mention.evidence() else (whole,)


def _is_scrap(text: str) -> bool:
    """Whether words are no sentence: "not very realistic" says nothing to who doesn't know of what."""
    words = text.strip("“”\"'‘’ ")
    return not words[:1].isupper() and not words[:1].isdigit()


def _short(text: str) -> str:
    """As much as a line holds, cut where a phrase ends: "Rescuers pulled 27 people from the mud …"."""
    if len(text) <= _SHOWN:
        return text
    cut = text[:_SHOWN].rsplit(" ", 1)[0]
    ends = [m.start() for m in _PHRASE.finditer(cut) if m.start() >= _SHOWN // 3]
    return (cut[: ends[-1]] if ends else cut).rstrip(" ,;:–—-") + " …"


def _challenges(cluster: Sequence[Mention], origin: str) -> list[Position]:
    """Doubts that whoever reports the statement puts beside it, one position for each word."""
    words_of: dict[tuple[str, str], list[Mention]] = {}
    for mention in cluster:
        word = _statement(mention).challenge
        if word and mention.reporter != origin:
            words_of.setdefault((mention.reporter, word.lower()), []).append(mention)
    found = []
    for (reporter, word), held in words_of.items():
        evidence = tuple(_where(m, word) for m in held)
        found.append(
            Position(
                value=word,
                detail=f"calls it “{word}”",
                origins=(reporter,),
                articles=tuple(dict.fromkeys(m.source.id for m in held)),
                evidence=evidence,
            )
        )
    return found


def _where(mention: Mention, word: str) -> SourcedEvidence:
    """The words of doubt where they stand, else the statement's own evidence."""
    text = mention.source.article.text
    first = mention.claim.evidence[0]
    start, end = sentence_span(text, first.start, first.end)
    spots = list(re.finditer(rf"{re.escape(word)}(?:\s+{_SAYINGS})?", text, re.IGNORECASE))
    if not spots:
        return SourcedEvidence.of(mention.source.id, first)
    near = min(spots, key=lambda m: (not start <= m.start() <= end, abs(m.start() - first.start)))
    return SourcedEvidence.of(mention.source.id, Evidence.at(text, near.start(), near.end()))
