"""Dates, places, mediators and speakers: how many of the annotated ones were found."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from summarizer.documents import ArticleSummary, DateClaim, Statement
from summarizer.evaluation.gold import Gold, GoldArticle
from summarizer.evaluation.naming import same_place, same_speaker
from summarizer.evaluation.results import Outcome, Row, f1, share

__all__ = ["FIELDS", "FieldScore", "score_fields"]

_Same = Callable[[str, str], bool]

FIELDS = ("date", "place", "mediators", "speakers")


@dataclass
class FieldScore:
    """Counts of one field over one or more articles.

    `proposed` and `right` count only where the annotation is complete: elsewhere a name that
    nobody annotated may be right.
    """

    field: str
    found: int = 0
    annotated: int = 0
    right: int = 0
    proposed: int = 0
    measured: bool = False
    outcomes: list[Outcome] = dataclasses.field(default_factory=list)

    def add(self, other: FieldScore) -> None:
        """Take in the counts of further articles."""
        self.found += other.found
        self.annotated += other.annotated
        self.right += other.right
        self.proposed += other.proposed
        self.measured |= other.measured
        self.outcomes += other.outcomes

    def rows(self) -> list[Row]:
        """One row, judged by recall, or by F1 where precision is known."""
        if not self.measured:
            return []
        recall, precision = share(self.found, self.annotated), share(self.right, self.proposed)
        value = recall if precision is None else f1(precision, recall)
        return [
            Row(
                score=self.field, value=value, precision=precision, recall=recall,
                hits=self.found, annotated=self.annotated, proposed=self.proposed or None,
            )
        ]  # fmt: skip


def score_fields(
    name: str, gold: Gold, article: GoldArticle, summary: ArticleSummary | None
) -> list[FieldScore]:
    """Score each field that the article has annotated."""

    def named(annotated: str, got: str) -> bool:
        return same_speaker(annotated, got, gold.aliases)

    scores = [_date(name, article, summary)]
    wanted: dict[str, tuple[Sequence[str] | None, _Same, list[str]]] = {
        "place": (article.places, same_place, _values(summary, "places")),
        "mediators": (article.mediator_names, named, _values(summary, "mediators")),
        "speakers": (article.speakers, named, _speakers(summary)),
    }
    for field_name, (annotated, same, got) in wanted.items():
        complete = gold.is_complete(article, field_name)
        scores.append(_named(name, field_name, annotated, got, same, complete=complete))
    return scores


def _named(
    name: str,
    field_name: str,
    annotated: Sequence[str] | None,
    got: Sequence[str],
    same: _Same,
    *,
    complete: bool,
) -> FieldScore:
    score = FieldScore(field_name)
    if annotated is None:
        return score
    score.measured = True
    for value in annotated:
        match = next((g for g in got if same(value, g)), None)
        score.annotated += 1
        score.found += match is not None
        score.outcomes.append(
            Outcome(
                article=name, field=field_name, verdict="missed" if match is None else "right",
                annotated=value, proposed=match,
            )
        )  # fmt: skip
    if complete:
        for value in got:
            right = any(same(a, value) for a in annotated)
            score.proposed += 1
            score.right += right
            if not right:
                score.outcomes.append(
                    Outcome(article=name, field=field_name, verdict="extra", proposed=value)
                )
    return score


def _date(name: str, article: GoldArticle, summary: ArticleSummary | None) -> FieldScore:
    """Judge a date by its value; one that contradicts its article, by being shown and marked."""
    score = FieldScore("date")
    if article.date is None:
        return score
    dates = [c for _, c in summary.claims() if isinstance(c, DateClaim)] if summary else []
    claim = dates[0] if dates else None
    score.measured = True
    score.annotated = 1
    if claim is None:
        right = False
    elif article.conflicting_date:
        right = claim.conflict is not None and _as_written(claim, article.date_quote)
    else:
        right = claim.value == article.date or _all_there_is(claim, article)
    if claim is not None:
        score.proposed, score.right = 1, int(right)
    score.found = int(right)
    annotated = f"{article.date_quote}, marked" if article.conflicting_date else article.date
    score.outcomes.append(
        Outcome(
            article=name, field="date",
            verdict="right" if right else "missed" if claim is None else "wrong",
            annotated=annotated, proposed=_say(claim) if claim else None,
            quote=article.date_quote or "",
        )
    )  # fmt: skip
    return score


def _all_there_is(claim: DateClaim, article: GoldArticle) -> bool:
    """Whether nothing fixes the date (a weekday, no publication date) and the claim says so."""
    quote = article.date_quote
    unfixed = article.published is None and quote is not None and not re.search(r"\d", quote)
    return unfixed and claim.precision == "relative" and _as_written(claim, quote)


def _as_written(claim: DateClaim, quote: str | None) -> bool:
    if not quote:
        return True
    written = [claim.as_written, *(e.quote for e in claim.evidence)]
    return any(w and (w in quote or quote in w) for w in written)


def _say(claim: DateClaim) -> str:
    said = f"{claim.value or 'no date'} ({claim.as_written})"
    return f"{said}, marked: {claim.conflict}" if claim.conflict else said


def _values(summary: ArticleSummary | None, field_name: str) -> list[str]:
    if summary is None:
        return []
    claims = (c for name, c in summary.claims() if name == field_name)
    return _distinct(str(v) for c in claims if (v := getattr(c, "value", None)) is not None)


def _speakers(summary: ArticleSummary | None) -> list[str]:
    """Everybody whom any claim of the summary is ascribed to, relays included."""
    if summary is None:
        return []
    names: list[str | None] = []
    for _, claim in summary.claims():
        names.append(claim.speaker)
        if isinstance(claim, Statement):
            names.append(claim.via)
    return _distinct(n for n in names if n)


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
