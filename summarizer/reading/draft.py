"""What a file holds before it is cleaned: its paragraphs, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["FIELDS", "About", "Block", "Draft", "Kind"]

Kind = Literal["text", "heading", "quote", "item"]
FIELDS = ("outlet", "title", "url", "published", "language")


@dataclass(frozen=True)
class Block:
    """One paragraph, with what its markup said it was; "text" where nothing did.

    `gap` tells that a blank line stood before it.
    """

    text: str
    kind: Kind = "text"
    gap: bool = False


@dataclass(frozen=True)
class About:
    """What is known of an article; `inferred` names what its text or page told, unasked."""

    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """One article as it was found.

    `hidden` is text that its page does not show; `doubts` say what was given but can't be used.
    """

    path: str
    blocks: tuple[Block, ...]
    about: About = About()
    hidden: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
