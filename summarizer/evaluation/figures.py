"""Figures: annotated numbers paired with proposed ones, and what the pairs say.

Pairs are made within an article and a value. Among figures of one value the pairing is the one
with most labels right, so that the label score is the intersection of two multisets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.documents import ArticleSummary, Figure
from summarizer.documents.numerals import numbers_in
from summarizer.evaluation.gold import LABELS, GoldArticle, GoldFigure
from summarizer.evaluation.naming import Aliases, same_direction, same_speaker
from summarizer.evaluation.results import Outcome, Row, f1, share

__all__ = ["FigureScore", "number_is_written", "proposed_figures", "score_figures"]

# Words that numbers_in doesn't count with, and the numbers they are multiples of.
_COUNTED = {
    "pair": 2, "couple": 2, "both": 2, "trio": 3, "quartet": 4, "quintet": 5, "score": 20,
    "scores": 20, "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """An annotated figure and the proposed one that it was paired with."""

    gold: GoldFigure
    got: Figure
    wrong: tuple[str, ...]  # labels that differ


@dataclass
class FigureScore:
    """Counts over one or more articles; `+=` by `add`."""

    pairs: list[Pair] = field(default_factory=list)
    missed: int = 0
    extra: int = 0
    speaker_right: int = 0
    speaker_of: int = 0
    bound_right: int = 0
    bound_of: int = 0
    measured: bool = False  # some article had its figures annotated
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, other: FigureScore) -> None:
        """Take in the counts of further articles."""
        self.pairs += other.pairs
        self.outcomes += other.outcomes
        self.missed += other.missed
        self.extra += other.extra
        self.speaker_right += other.speaker_right
        self.speaker_of += other.speaker_of
        self.bound_right += other.bound_right
        self.bound_of += other.bound_of
        self.measured |= other.measured

    def rows(self) -> list[Row]:
        """Value, label, single labels, speaker and bound, a row each."""
        if not self.measured:
            return []
        annotated, proposed = len(self.pairs) + self.missed, len(self.pairs) + self.extra
        labelled = sum(not p.wrong for p in self.pairs)
        rows = [
            _row("figure value", len(self.pairs), annotated, proposed),
            _row("figure label", labelled, annotated, proposed),
        ]
        for name in LABELS:
            with_it = [p for p in self.pairs if name in p.gold.labels]
            if with_it:
                right = sum(name not in p.wrong for p in with_it)
                rows.append(_share(f"figure {name}", right, len(with_it)))
        rows.append(_share("speaker", self.speaker_right, self.speaker_of))
        rows.append(_share("bound", self.bound_right, self.bound_of))
        return rows


def proposed_figures(summary: ArticleSummary) -> list[Figure]:
    """Every figure among the claims of a summary, whatever field a pack keeps it in."""
    return [claim for _, claim in summary.claims() if isinstance(claim, Figure)]


def score_figures(
    name: str, gold: GoldArticle, summary: ArticleSummary | None, aliases: Aliases
) -> FigureScore:
    """Pair the figures of one article; a missing summary misses all of them."""
    score = FigureScore()
    if gold.figures is None:
        return score
    score.measured = True
    got = proposed_figures(summary) if summary else []
    text = summary.article.text if summary else ""
    pairs, missed, extra = _pair(gold.figures, got, text, aliases, gold.source)
    for pair in pairs:
        _count(score, name, pair, aliases, gold.source)
    for figure in missed:
        score.missed += 1
        reason = _refusal(summary, figure.value)
        score.outcomes.append(
            Outcome(
                article=name, field="figures", verdict="missed",
                annotated=_say_gold(figure), quote=figure.quote, reason=reason,
            )
        )  # fmt: skip
    for proposed in extra:
        score.extra += 1
        score.outcomes.append(
            Outcome(
                article=name, field="figures", verdict="extra",
                proposed=_say(proposed), quote=proposed.evidence[0].quote,
            )
        )  # fmt: skip
    return score


def number_is_written(figure: Figure) -> bool:
    """Whether the figure's number, or an end of its range, is written in its evidence."""
    quotes = " … ".join(e.quote for e in figure.evidence)
    written = {n.value for n in numbers_in(quotes)}
    if figure.value in written or (figure.high is not None and figure.high in written):
        return True
    words = re.findall(r"[a-z]+", quotes.lower())
    return any(
        word in _COUNTED and figure.value > 0 and figure.value % _COUNTED[word] == 0
        for word in words
    )


def _row(name: str, hits: int, annotated: int, proposed: int) -> Row:
    precision, recall = share(hits, proposed), share(hits, annotated)
    return Row(
        score=name, value=f1(precision, recall), precision=precision, recall=recall,
        hits=hits, annotated=annotated, proposed=proposed,
    )  # fmt: skip


def _share(name: str, right: int, of: int) -> Row:
    return Row(score=name, value=share(right, of), hits=right, annotated=of)


def _pair(
    gold: Sequence[GoldFigure],
    got: Sequence[Figure],
    text: str,
    aliases: Aliases,
    source: str | None,
) -> tuple[list[Pair], list[GoldFigure], list[Figure]]:
    """Pair best first; optional annotations take what is left over and count for nothing."""
    candidates = []
    for i, annotated in enumerate(gold):
        for j, figure in enumerate(got):
            if annotated.value == figure.value:
                wrong = _wrong_labels(annotated, figure, aliases)
                rank = (
                    annotated.optional,
                    len(wrong),
                    not _near(annotated, figure, text),
                    not _speaker_right(annotated, figure, aliases, source),
                    not _bound_right(annotated, figure),
                )
                candidates.append((rank, i, j, wrong))
    pairs: list[tuple[int, Pair]] = []
    used_gold: set[int] = set()
    used_got: set[int] = set()
    for _, i, j, wrong in sorted(candidates, key=lambda c: c[:3]):
        if i not in used_gold and j not in used_got:
            used_gold.add(i)
            used_got.add(j)
            if not gold[i].optional:
                pairs.append((i, Pair(gold[i], got[j], wrong)))
    missed = [g for i, g in enumerate(gold) if i not in used_gold and not g.optional]
    extra = [g for j, g in enumerate(got) if j not in used_got]
    return [p for _, p in sorted(pairs, key=lambda x: x[0])], missed, extra


def _count(score: FigureScore, name: str, pair: Pair, aliases: Aliases, source: str | None) -> None:
    score.pairs.append(pair)
    wrong = list(pair.wrong)
    if pair.gold.has("attributed_to"):
        score.speaker_of += 1
        if _speaker_right(pair.gold, pair.got, aliases, source):
            score.speaker_right += 1
        else:
            wrong.append("speaker")
    if pair.gold.bound is not None:
        score.bound_of += 1
        if _bound_right(pair.gold, pair.got):
            score.bound_right += 1
        else:
            wrong.append("bound")
    score.outcomes.append(
        Outcome(
            article=name, field="figures", verdict="wrong" if wrong else "right",
            annotated=_say_gold(pair.gold), proposed=_say(pair.got), wrong=tuple(wrong),
            quote=pair.gold.quote,
        )
    )  # fmt: skip


def _wrong_labels(gold: GoldFigure, figure: Figure, aliases: Aliases) -> tuple[str, ...]:
    return tuple(
        name
        for name, value in gold.labels.items()
        if not (
            same_direction(value, getattr(figure, name, None), aliases)
            if name == "direction"
            else value == getattr(figure, name, None)
        )
    )


def _near(gold: GoldFigure, figure: Figure, text: str) -> bool:
    """Whether some of the figure's evidence overlaps the annotated words."""
    at = text.find(gold.quote) if gold.quote else -1
    end = at + len(gold.quote)
    return at >= 0 and any(e.start < end and at < e.end for e in figure.evidence)


def _speaker_right(gold: GoldFigure, figure: Figure, aliases: Aliases, source: str | None) -> bool:
    if gold.attributed_to is None and figure.speaker is not None and source is not None:
        return same_speaker(source, figure.speaker)  # an outlet that speaks of itself by name
    if gold.attributed_to is None or figure.speaker is None:
        return gold.attributed_to is None and figure.speaker is None
    return same_speaker(gold.attributed_to, figure.speaker, aliases)


def _bound_right(gold: GoldFigure, figure: Figure) -> bool:
    # a range says by itself that it isn't exact
    allowed = {gold.bound} | ({"exact", "about"} if gold.high is not None else set())
    return figure.bound in allowed


def _refusal(summary: ArticleSummary | None, value: int) -> str | None:
    if summary is None:
        return "no summary of this article"
    for rejection in summary.rejected:
        if any(n.value == value for n in numbers_in(rejection.value)):
            return rejection.reason
    return None


def _say_gold(figure: GoldFigure) -> str:
    number = f"{figure.value:,}" + (f"–{figure.high:,}" if figure.high is not None else "")
    parts = [number, figure.bound, *figure.labels.values()]
    if figure.has("attributed_to"):
        parts.append(f"by {figure.attributed_to or 'the outlet'}")
    return " · ".join(p for p in parts if p)


def _say(figure: Figure) -> str:
    number = f"{figure.value:,}" + (f"–{figure.high:,}" if figure.high is not None else "")
    fields = type(figure).model_fields
    labels = [str(getattr(figure, n) or "open") for n in LABELS if n in fields]
    return " · ".join([number, figure.bound, *labels, f"by {figure.speaker or 'the outlet'}"])
