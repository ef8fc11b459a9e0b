"""Boilerplate of many regions: a golden file says of each line whether it stays, or why it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.reading.cleaning import clean
from summarizer.reading.paragraphs import blocks_of

GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.txt"))


def expected(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    kept: list[str] = []
    removed: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            kept.append(line[2:])
        else:
            reason, text = line.removeprefix("- ").split(" | ", 1)
            removed.append((reason, text))
    return kept, removed


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "blank-lines"])
def test_each_line_is_kept_or_removed_with_its_reason(path: Path, gap: str) -> None:
    kept, removed = expected(path)
    lines = [
        line[2:] if line.startswith("= ") else line.split(" | ", 1)[1]
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    cleaned = clean(blocks_of(gap.join(lines)))
    assert cleaned.text.split("\n\n") == kept
    assert [(entry.reason, entry.text) for entry in cleaned.removed] == removed


def test_there_are_texts_of_enough_regions() -> None:
    assert len(GOLDEN) >= 12
