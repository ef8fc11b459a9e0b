"""Findings and sentences of briefs, as their JSON gives them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from summarizer.drift.claims import kinds_of, said
from summarizer.drift.match import overlap, pair, spans
from summarizer.drift.results import Difference, DriftRow, Kind

__all__ = ["finding_rows", "pair_events", "sentence_rows"]

Raw = Mapping[str, Any]
Names = Mapping[str, str]


def pair_events(before: Sequence[Raw], after: Sequence[Raw], names: Names) -> list[Any]:
    """Pair the briefs that are about the same articles, as far as they are."""

    def likeness(a: Raw, b: Raw) -> float:
        mine = {names.get(str(article["id"]), str(article["id"])) for article in a["articles"]}
        yours = {names.get(str(article["id"]), str(article["id"])) for article in b["articles"]}
        return len(mine & yours) / max(1, len(mine | yours))

    return pair(before, after, likeness)


def finding_rows(before: Raw, after: Raw, names: Names) -> tuple[list[DriftRow], int]:
    """Compare the findings of one event: what differs, and how many findings don't."""

    def likeness(a: Raw, b: Raw) -> float:
        if a["field"] != b["field"]:
            return 0.0
        shared = overlap(_spans(a, names), _spans(b, names))
        point = a["point"] == b["point"]
        labels = bool(a.get("labels")) and a.get("labels") == b.get("labels")
        if not (point or labels or shared):
            return 0.0
        same = {said(p) for p in a["positions"]} & {said(p) for p in b["positions"]}
        return float(4 * point + 3 * labels + 3 * shared + 2 * bool(same))

    rows, same = [], 0
    where = str(before["event"]["title"])
    titles = _outlets(before) | _outlets(after)
    for a, b in pair(before["findings"], after["findings"], likeness):
        row = _finding(where, a, b, titles, names)
        if row is None:
            same += 1
        else:
            rows.append(row)
    return rows, same


def _spans(finding: Raw, names: Names) -> Any:
    return spans([e for p in finding["positions"] for e in p["evidence"]], names=names)


def _outlets(brief: Raw) -> dict[str, str]:
    return {
        str(article["id"]): str(article.get("outlet") or article.get("path") or article["id"])
        for article in brief["articles"]
    }


def _finding(
    where: str, a: Raw | None, b: Raw | None, titles: Names, names: Names
) -> DriftRow | None:
    """The row of one finding; None where both runs find the same."""
    one = a or b or {}
    differences: list[Difference] = []
    kinds: tuple[Kind, ...] = ("gained",) if a is None else ("lost",)
    if a is not None and b is not None:
        status = _status(a), _status(b)
        differences = _positions(a, b, titles, names)
        kinds = kinds_of(differences, speaker="who says so")
        if status[0] != status[1]:
            flipped = Difference(what="status", before=status[0], after=status[1])
            differences = [flipped, *differences]
            kinds = ("flipped", *kinds)
        if not differences:
            return None
    return DriftRow(
        level="finding",
        kinds=kinds,
        where=where,
        field=str(one["field"]),
        point=str(one["point"]),
        before=_told(a, titles) if a else None,
        after=_told(b, titles) if b else None,
        differences=tuple(differences),
        quote_before=_quote(a) if a else "",
        quote_after=_quote(b) if b else "",
    )


def _status(finding: Raw) -> str:
    nature = f" ({finding['difference']})" if finding.get("difference") else ""
    return f"{finding['status']}{nature}"


def _told(finding: Raw, titles: Names) -> str:
    held = [f"{said(p)}: {_who(p, titles)}" for p in finding["positions"]]
    return f"{_status(finding)}; {'; '.join(held)}"


def _who(position: Raw, titles: Names) -> str:
    return ", ".join(titles.get(str(name), str(name)) for name in position["origins"])


def _quote(finding: Raw) -> str:
    first = [str(p["evidence"][0]["quote"]) for p in finding["positions"] if p["evidence"]]
    return " … ".join(dict.fromkeys(first))


def _positions(a: Raw, b: Raw, titles: Names, names: Names) -> list[Difference]:
    """Values held in one run only, and values that others hold now."""

    def alike(x: Raw, y: Raw) -> float:
        shared = overlap(spans(x["evidence"], names=names), spans(y["evidence"], names=names))
        return 2.0 * (said(x) == said(y)) + shared

    made = []
    for x, y in pair(a["positions"], b["positions"], alike):
        before, after = (said(p) if p else "nobody says so" for p in (x, y))
        if before != after:
            made.append(Difference(what="value", before=before, after=after))
        if x and y and (old := _who(x, titles)) != (new := _who(y, titles)):
            made.append(Difference(what="who says so", before=old, after=new))
    return made


def sentence_rows(
    where: str, field: str, before: Sequence[str], after: Sequence[str]
) -> tuple[list[DriftRow], int]:
    """Compare sentences in their order: what was reworded, and how many are the same."""
    rows, same = [], 0
    matcher = difflib.SequenceMatcher(a=list(before), b=list(after), autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            same += j - i
            continue
        for old, new in zip_longest(before[i:j], after[k:m]):
            rows.append(
                DriftRow(
                    level="sentence",
                    kinds=("reworded",),
                    where=where,
                    field=field,
                    before=old,
                    after=new,
                )
            )
    return rows, same
