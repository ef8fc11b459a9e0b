import pytest

from summarizer.documents import Finding
from summarizer.publishing.chart import chart_of


def disputed(*positions: dict) -> Finding:
    proof = [{"article": "a", "quote": "x", "start": 0, "end": 1}]
    held = [{"origins": ["o"], "articles": ["a"], "evidence": proof} | p for p in positions]
    plain = {"id": "f", "field": "figures", "point": "p", "status": "disputed"}
    full = plain | {"difference": "contradiction", "positions": held}
    return Finding.model_validate(full, context={"texts": {"a": None}})


def test_numbers_stand_in_proportion_on_a_round_scale():
    chart = chart_of(disputed({"value": 250}, {"value": 260}, {"value": 270}))
    at = [float(lane.at) for lane in chart.lanes]
    assert chart.kind == "number"
    assert at[1] - at[0] == pytest.approx(at[2] - at[1], abs=0.02)
    assert [tick.label for tick in chart.ticks] == ["250", "255", "260", "265", "270"]
    assert float(chart.ticks[0].at) == at[0]


def test_a_range_spans_and_a_bound_has_its_own_shape():
    chart = chart_of(
        disputed(
            {"value": 15, "high": 18},
            {"value": 20, "bound": "at_least"},
            {"value": 14, "bound": "about"},
            {"value": 12, "bound": "exact"},
        )
    )
    assert [lane.shape for lane in chart.lanes] == ["range", "at_least", "about", "exact"]
    assert float(chart.lanes[0].at) < float(chart.lanes[0].to) < float(chart.lanes[1].at)


@pytest.mark.parametrize("values", [(0, 0), (5, 5), (1, 2_000_000), (999, 1001), (0, 7)])
def test_every_scale_has_ends_and_every_value_stands_on_it(values: tuple[int, int]):
    chart = chart_of(disputed(*({"value": v} for v in values)))
    ends = [float(tick.at) for tick in chart.ticks]
    assert len(ends) >= 2
    assert all(ends[0] <= float(lane.at) <= ends[-1] for lane in chart.lanes)


def test_dates_stand_in_time_and_a_month_spans_its_days():
    chart = chart_of(disputed({"value": "2025-03-23"}, {"value": "2025-05"}))
    assert chart.kind == "date"
    assert [tick.label for tick in chart.ticks] == ["23 March 2025", "1 May 2025"]
    assert [lane.shape for lane in chart.lanes] == ["exact", "range"]


@pytest.mark.parametrize("other", ["never", "2025-13-01", "2025-02-30", None])
def test_what_has_no_scale_stands_in_lanes(other: str | None):
    chart = chart_of(disputed({"value": "2025-05-23"}, {"value": other}))
    assert chart.kind == "label"
    assert chart.ticks == ()
    assert len(chart.lanes) == 2


def test_a_number_beside_words_makes_no_scale():
    assert chart_of(disputed({"value": 3}, {"value": "some"})).kind == "label"
