"""The whole comparison of two runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from summarizer.drift.briefs import finding_rows, pair_events, sentence_rows
from summarizer.drift.claims import claim_rows
from summarizer.drift.match import pair
from summarizer.drift.results import Drift, DriftRow, Level
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.drift.sides import Side

__all__ = ["compare"]

LEVELS: tuple[Level, ...] = ("event", "finding", "claim", "sentence")


def compare(before: Side, after: Side) -> Drift:
    """Put two runs side by side: events, findings, claims, sentences, what they took, scores.

    Articles are the same where their words are, else where their files are named alike. Raises
    InputError where the runs have nothing to compare.
    """
    pairs = pair(before.articles, after.articles, _same_article)
    names = {str(b["id"]): str(a["id"]) for a, b in pairs if a and b}
    if not names:
        raise InputError(
            f"{before.name} and {after.name} have no article in common.",
            "Give two runs on the same articles.",
        )
    rows: list[DriftRow] = []
    same: Counter[Level] = Counter()
    if before.briefs and after.briefs:
        _compare_briefs(before, after, names, rows, same)
    if before.summaries and after.summaries:
        _compare_summaries(before, after, names, rows, same)
    return Drift(
        before=before.taken,
        after=after.taken,
        same={level: same[level] for level in LEVELS},
        rows=tuple(sorted(rows, key=lambda row: LEVELS.index(row.level))),
        scores=_scores(before, after),
        notes=_notes(pairs, before, after),
    )


def _same_article(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    if a["id"] == b["id"]:
        return 2.0
    return float(_name(a) == _name(b) and bool(a.get("path")))


def _name(article: Mapping[str, Any]) -> str:
    """An article's file, as either kind of system writes it; else outlet and title, else its id."""
    if article.get("path"):
        return PurePath(str(article["path"]).replace("\\", "/")).name
    return str(article.get("outlet") or article.get("title") or article["id"])


def _place(article: Mapping[str, Any]) -> str:
    """An article as an editor knows it: its outlet, and the file it is in."""
    name, outlet = _name(article), article.get("outlet")
    return f"{outlet} ({name})" if outlet and outlet != name else name


def _compare_briefs(
    before: Side,
    after: Side,
    names: Mapping[str, str],
    rows: list[DriftRow],
    same: Counter[Level],
) -> None:
    for a, b in pair_events(before.briefs, after.briefs, names):
        if a is None or b is None:
            title = str((a or b)["event"]["title"])
            rows.append(
                DriftRow(
                    level="event",
                    kinds=("gained",) if a is None else ("lost",),
                    where=title,
                    before=None if a is None else _articles(a),
                    after=None if b is None else _articles(b),
                )
            )
            continue
        same["event"] += 1
        found, alike = finding_rows(a, b, names)
        rows += found
        same["finding"] += alike
        where = str(a["event"]["title"])
        for field, old, new in (
            ("headline", [a["headline"]], [b["headline"]]),
            ("summary", _texts(a["summary"]), _texts(b["summary"])),
        ):
            found, alike = sentence_rows(where, field, old, new)
            rows += found
            same["sentence"] += alike


def _compare_summaries(
    before: Side,
    after: Side,
    names: Mapping[str, str],
    rows: list[DriftRow],
    same: Counter[Level],
) -> None:
    theirs = {names.get(str(s["article"]["id"]), ""): s for s in after.summaries}
    for mine in before.summaries:
        other = theirs.get(str(mine["article"]["id"]))
        if other is None:
            continue
        where = _place(mine["article"])
        found, alike = claim_rows(where, mine["facts"], other["facts"])
        rows += found
        same["claim"] += alike
        for field, old, new in (
            ("headline", [mine["headline"]], [other["headline"]]),
            ("gist", _texts(mine["gist"]), _texts(other["gist"])),
        ):
            found, alike = sentence_rows(where, field, old, new)
            rows += found
            same["sentence"] += alike


def _texts(sentences: Sequence[Mapping[str, Any]]) -> list[str]:
    return [str(sentence["text"]) for sentence in sentences]


def _articles(brief: Mapping[str, Any]) -> str:
    return ", ".join(sorted(_name(article) for article in brief["articles"]))


def _scores(before: Side, after: Side) -> Any:
    if before.scores is None or after.scores is None:
        return ()
    from summarizer.evaluation import compare as compare_scores

    return compare_scores(before.scores, after.scores).scores


def _notes(pairs: Sequence[Any], before: Side, after: Side) -> tuple[str, ...]:
    """What could not be compared, and articles whose words are not the same."""
    notes = []
    for a, b in pairs:
        if a is None or b is None:
            side = after.name if a is None else before.name
            notes.append(f"{_name(a or b)} is in {side} alone; it is not compared.")
        elif a["id"] != b["id"]:
            notes.append(
                f"The words of {_name(a)} are not the same in both runs: places may differ."
            )
    if bool(before.summaries) != bool(after.summaries):
        notes.append("One run holds briefs alone, so claims of articles are not compared.")
    if bool(before.briefs) != bool(after.briefs):
        notes.append("One run holds summaries alone, so findings are not compared.")
    return tuple(sorted(notes))
