"""A dispute as a chart: each position in its lane, on a scale where its values have one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from summarizer.documents import Finding, Position
from summarizer.publishing.words import iso_parts, spoken_date

__all__ = ["Chart", "Lane", "Tick", "chart_of"]

MARGIN = 6.0  # per cent of the width kept free on either side, so that no shape is cut off
SHORT = 5  # characters that the margin has room for half of
CLOSE = 13.0  # per cent under which two tick labels would run into each other


@dataclass(frozen=True)
class Tick:
    """A labelled place on the scale, in per cent of the width."""

    at: str
    label: str
    anchor: str


@dataclass(frozen=True)
class Lane:
    """One position: from `at` to `to` in per cent, drawn as `shape`.

    Shapes: exact, about, almost, at_least, at_most, range, and `lane` where there is no scale.
    """

    at: str
    to: str
    shape: str


@dataclass(frozen=True)
class Chart:
    """`kind` is number, date or label. Lanes stand in the order of the finding's positions."""

    kind: str
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


def chart_of(finding: Finding) -> Chart:
    """Lay a dispute out: numbers and dates on a scale, anything else as labelled lanes."""
    spans = [_number_span(p) for p in finding.positions]
    numbers = [span for span in spans if span is not None]
    if len(numbers) == len(spans):
        edges = _round_steps(min(a for a, _ in numbers), max(b for _, b in numbers))
        ticks = [(float(edge), f"{edge:,}") for edge in edges]
        shapes = [_number_shape(p) for p in finding.positions]
        return _laid_out("number", numbers, shapes, ticks)
    days = [_date_span(p) for p in finding.positions]
    dates = [span for span in days if span is not None]
    if len(dates) == len(days):
        starts = sorted({a for a, _ in dates})
        ticks = [(a, spoken_date(date.fromordinal(int(a)).isoformat())) for a in starts]
        shapes = ["exact" if a == b else "range" for a, b in dates]
        return _laid_out("date", dates, shapes, ticks)
    return Chart("label", (), tuple(Lane("0", "0", "lane") for _ in finding.positions))


def _number_span(position: Position) -> tuple[float, float] | None:
    if not isinstance(position.value, int):
        return None
    high = position.value if position.high is None else position.high
    return float(min(position.value, high)), float(max(position.value, high))


def _number_shape(position: Position) -> str:
    if position.high is not None and position.high != position.value:
        return "range"
    return (
        position.bound if position.bound in {"about", "almost", "at_least", "at_most"} else "exact"
    )


def _date_span(position: Position) -> tuple[float, float] | None:
    parts = iso_parts(position.value)
    if parts is None:
        return None
    first = date(*(*parts, 1, 1)[:3])
    if len(parts) == 1:
        last = date(first.year, 12, 31)
    elif len(parts) == 2:  # noqa: PLR2004 - year and month
        last = date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
    else:
        last = first
    return float(first.toordinal()), float(last.toordinal())


def _round_steps(low: float, high: float) -> list[int]:
    """Three to six round numbers from at or below `low` to at or above `high`."""
    reach = max(high - low, 1.0)
    step = 1
    while reach / step > 4:  # noqa: PLR2004 - about four steps read well
        # 1, 2, 5, 10, 20, 50 …
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    first = int(low // step) * step
    last = -int(-high // step) * step
    if first == last:
        first, last = max(first - step, 0) if low >= 0 else first - step, last + step
    return list(range(first, last + 1, step))


def _laid_out(
    kind: str,
    spans: Sequence[tuple[float, float]],
    shapes: Sequence[str],
    ticks: Sequence[tuple[float, str]],
) -> Chart:
    low = min(*(a for a, _ in spans), *(at for at, _ in ticks), ticks[0][0])
    high = max(*(b for _, b in spans), *(at for at, _ in ticks), ticks[-1][0])

    def place(value: float) -> float:
        share = 0.5 if high == low else (value - low) / (high - low)
        return MARGIN + share * (100 - 2 * MARGIN)

    lanes = tuple(
        Lane(f"{place(a):.2f}", f"{place(b):.2f}", shape)
        for (a, b), shape in zip(spans, shapes, strict=True)
    )
    # Labels close to each other would overprint: the first and the last then stand alone.
    shown = list(ticks)
    room = CLOSE if kind == "number" else CLOSE * 2
    if any(place(b) - place(a) < room for (a, _), (b, _) in pairwise(ticks)):
        shown = (
            [ticks[0], ticks[-1]] if place(ticks[-1][0]) - place(ticks[0][0]) > room else [ticks[0]]
        )
    return Chart(kind, tuple(_tick(place(at), label) for at, label in shown), lanes)


def _tick(at: float, label: str) -> Tick:
    if len(label) <= SHORT:
        return Tick(f"{at:.2f}", label, "middle")
    if at < 2 * MARGIN:
        return Tick(f"{at:.2f}", label, "start")
    return Tick(f"{at:.2f}", label, "end" if at > 100 - 2 * MARGIN else "middle")
