"""Invariance: what is tried, what counts as a break, and that a break is found and named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

MARKET = {
    "lantern.md": """---
outlet: The Kest Lantern
published: 2031-07-02
---
A fire in the covered market of Kest killed three traders on Tuesday, the fire brigade said.

"We lost everything within an hour," said Mira Toll, who sold cloth there. The Lantern's rival, the
Mark Street Gazette, said that the gates had been locked.
""",
    "gazette.md": """---
outlet: Mark Street Gazette
published: 2031-07-02
---
KEST, July 2 (The Kest Lantern) - Three traders died when a fire swept through the market hall of
Kest on Tuesday. Eleven people were injured, the fire brigade said.

The Kest Lantern reported that 40 people had been in the hall.
""",
    "wire.md": """---
outlet: Oster Wire
published: 2031-07-03
---
Four people died in the fire at the market of Kest on Tuesday, the fire brigade said on Wednesday.

Eleven others were hurt. The mayor, Ion Sandor, promised new stalls.
""",
}


@pytest.fixture
def market(tmp_path: Path) -> Path:
    folder = tmp_path / "market"
    folder.mkdir()
    for name, text in MARKET.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_order_and_names_change_nothing(run: Run, market: Path, endpoint: str) -> None:
    options = ("--model", "stub-7b", "--base-url", endpoint, "--pack", "event")
    code, out, err = run("invariance", market, *options, "--format", "json")
    assert code == 0, out + err
    report = json.loads(out)
    assert report["holds"]
    assert report["articles"] == 3
    assert report["orders"] == ["reversed", "second half first"]
    assert report["swaps"] == [
        "The Kest Lantern ↔ Mark Street Gazette",
        "Mark Street Gazette ↔ Oster Wire",
    ]
    assert "all answered before" not in err


def test_a_recording_is_enough(run: Run, market: Path, endpoint: str, tmp_path: Path) -> None:
    options = ("--model", "stub-7b", "--base-url", endpoint, "--pack", "event")
    assert run("brief", market, *options, "--record", tmp_path / "tape")[0] == 0
    code, out, err = run("invariance", market, *options, "--replay", tmp_path / "tape")
    assert code == 0, out + err
    assert "changes nothing" in out
    assert "moves their names and changes nothing else" in out


def test_one_article_has_nothing_to_change_places_with(
    run: Run, market: Path, endpoint: str
) -> None:
    options = ("--model", "stub-7b", "--base-url", endpoint)
    code, out, _ = run("invariance", market / "wire.md", *options)
    assert code == 0
    assert out.count("not tried") == 2


def _leaning(monkeypatch: pytest.MonkeyPatch, lean: Callable[[Any, Any], Any]) -> None:
    """Let the merge lean: `lean` makes its event's title from the summaries it was given."""
    from summarizer import merging

    honest = merging.merge

    def merge(summaries: Any, pack: Any, **more: Any) -> Any:
        merged = honest(summaries, pack, **more)
        event = merged.event.model_copy(update={"title": lean(summaries, merged)})
        return merged.model_copy(update={"event": event})

    monkeypatch.setattr(merging, "merge", merge)


def test_a_brief_that_hangs_on_the_order_is_found(
    run: Run, market: Path, endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer import pipeline

    seen: list[tuple[str, ...]] = []
    honest = pipeline._events

    def first_come(summaries: Any, packs: Any) -> Any:
        seen.append(tuple(s.article.id for s in summaries))
        return honest(summaries, packs)

    monkeypatch.setattr(pipeline, "_events", first_come)
    _leaning(monkeypatch, lambda _s, _m: f"After {seen[-1][0]}")
    options = ("--model", "stub-7b", "--base-url", endpoint, "--pack", "event")
    code, out, _ = run("invariance", market, *options)
    assert code == 7
    assert "Order of the articles** (reversed; second half first): BROKEN" in out
    assert "briefs[0].event.title" in out


def test_a_brief_that_favours_an_outlet_is_found(
    run: Run, market: Path, endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _leaning(
        monkeypatch,
        lambda summaries, _m: min(
            (s.article for s in summaries), key=lambda a: a.outlet or ""
        ).text[:20],
    )
    options = ("--model", "stub-7b", "--base-url", endpoint, "--pack", "event")
    code, out, _ = run("invariance", market, *options, "--format", "json")
    assert code == 7
    report = json.loads(out)
    assert {b["check"] for b in report["breaks"]} == {"outlets"}
    assert {b["where"] for b in report["breaks"]} >= {"briefs[0].event.title"}
    assert all(b["expected"] != b["found"] for b in report["breaks"])


def test_names_swap_in_words_and_offsets() -> None:
    from summarizer.evaluation.invariance import _Renaming

    renaming = _Renaming("The Kest Lantern", "Oster Wire")
    text = "The Kest Lantern (KL) asked Oster Wire, not the Kest Lanterns."
    swapped = renaming.text(text)
    assert swapped == "The Oster Wire (OW) asked Kest Lantern, not the Kest Lanterns."
    moved = renaming.places(text)
    at = text.index("asked")
    assert swapped[moved(at) : moved(at + 5)] == "asked"
    assert swapped[moved(4) : moved(16)] == "Oster Wire"
