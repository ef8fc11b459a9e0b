"""Saved pages: hidden text dropped first, then metadata by lxml and the story by trafilatura."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from summarizer.errors import InputError
from summarizer.reading.draft import Block, Draft, Kind
from summarizer.reading.hidden import drop_hidden
from summarizer.reading.metadata import metadata
from summarizer.reading.text import one_line

__all__ = ["from_html"]

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_KINDS: dict[str, Kind] = {"head": "heading", "quote": "quote", "item": "item"}
_SPLITTING = ("p", "head", "quote", "item", "row")


def from_html(text: str, path: str) -> Draft:
    """The article in a saved page; raises InputError where the page holds none.

    Text that the page does not show is dropped before anything is extracted: nobody who read the
    page saw it, and instructions to a model hide there.
    """
    from lxml import html
    from lxml.etree import ParserError

    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", text))
    except (ParserError, ValueError) as error:
        raise _no_article() from error
    about = metadata(tree)
    hidden = drop_hidden(tree)
    blocks = _story(tree)
    if not blocks:
        raise _no_article()
    return Draft(
        path=path,
        blocks=blocks,
        about=about,
        hidden=hidden,
    )


def _no_article() -> InputError:
    return InputError(
        "no article was found in this page.", "Save the article's text alone as a .txt file."
    )


def _story(tree: Any) -> tuple[Block, ...]:
    with _when_called(charset_normalizer="from_bytes", htmldate="find_date"):
        from trafilatura import bare_extraction

    document = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        deduplicate=False,  # its memory of paragraphs would outlive the page
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    if body is None:
        return ()
    found: list[Block] = []
    _collect(body, "text", found)
    return tuple(found)


@contextmanager
def _when_called(**functions: str) -> Iterator[None]:
    """Let trafilatura take a module's function without loading the module before it is called.

    What guesses encodings and dates isn't needed for a page that has been decoded; it takes a fifth
    of what trafilatura takes to load.
    """
    made: dict[str, ModuleType] = {}
    for module, name in functions.items():
        if module not in sys.modules and find_spec(module) is not None:
            made[module] = sys.modules[module] = ModuleType(module)
            setattr(made[module], name, partial(_called, module, name))
    try:
        yield
    finally:
        for module, stand_in in made.items():
            if sys.modules.get(module) is stand_in:
                del sys.modules[module]


def _called(module: str, name: str, *given: Any, **named: Any) -> Any:
    return getattr(import_module(module), name)(*given, **named)


def _collect(element: Any, kind: Kind, found: list[Block]) -> None:
    """Walk trafilatura's tree and take one block for each element that begins a new paragraph."""
    text: list[str] = [element.text or ""]
    for child in element:
        if child.tag in _SPLITTING or any(inner.tag in _SPLITTING for inner in child.iter()):
            _flush(text, kind, found)
            _collect(child, _KINDS.get(child.tag, kind), found)
        elif child.tag == "lb":
            _flush(text, kind, found)
        else:
            text.append("".join(child.itertext()))
        text.append(child.tail or "")
    _flush(text, kind, found)


def _flush(text: list[str], kind: Kind, found: list[Block]) -> None:
    line = one_line("".join(text))
    text.clear()
    if line:
        found.append(Block(line, kind))
