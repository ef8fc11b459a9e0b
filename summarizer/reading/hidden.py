"""Text that a page carries but does not show."""

from __future__ import annotations

import re
from typing import Any

from summarizer.reading.text import one_line

__all__ = ["drop_hidden"]

_INVISIBLE = re.compile(
    r"display\s*:\s*none"
    r"|visibility\s*:\s*(?:hidden|collapse)"
    r"|opacity\s*:\s*(?:0?\.0*[0-4]\d*|0+(?:\.0*)?%?)\s*(?:[;!]|$)"
    r"|font-size\s*:\s*(?:0*\.\d+|0+(?:\.\d+)?|1)\s*(?:px|pt|em|rem|%|vw)?\s*(?:[;!]|$)"
    r"|(?:^|[;\s])color\s*:\s*transparent"
    r"|transform\s*:\s*scale\(\s*0\s*\)"
    r"|(?:text-indent|left|right|top|margin-left|margin-top)\s*:\s*-\s*\d{3,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|em|rem|%)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_SHOWN_ANYWAY = re.compile(r"overflow\s*:\s*visible", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE = {"white", "#fff", "#ffffff", "rgb(255,255,255)"}
_READER_ONLY = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|u-hidden|is-hidden|hide-text)(?:\s|$)",
    re.IGNORECASE,
)
# Only rules on a single class or id are followed: a compound one may wait for a script or a state.
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"\s*([.#])([\w-]+)\s*$")
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER_TEXT = {"script", "style", "template", "noscript", "head", "title", "meta", "link"}


def drop_hidden(tree: Any) -> tuple[str, ...]:
    """Remove from `tree`, in place, what its reader does not see, and give back its texts."""
    classes, ids = _hidden_by_stylesheet(tree)
    dropped: list[str] = []
    doomed: list[Any] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            doomed.append(element)  # a comment or an instruction
        elif element.tag in {"template", "noscript"} or (
            element.tag not in {"html", "body"} and _is_hidden(element, classes, ids)
        ):
            doomed.append(element)
    inside: set[Any] = set()
    for element in doomed:
        outer = element.getparent() in inside
        inside.update(element.iter())
        if not outer and isinstance(element.tag, str) and element.tag not in _NEVER_TEXT:
            dropped.append(_text(element))
    for element in doomed:
        _drop(element)
    return tuple(dict.fromkeys(text for text in dropped if text))


def _is_hidden(element: Any, classes: set[str], ids: set[str]) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true" and not _holds_page(element):
        return True
    style = attributes.get("style", "")
    if style and _style_hides(style):
        return True
    names = attributes.get("class", "")
    if names and (_READER_ONLY.search(names) or not classes.isdisjoint(names.split())):
        return True
    return attributes.get("id") in ids


def _holds_page(element: Any) -> bool:
    """Whether this is the page itself, marked only because a dialogue stood open over it."""
    return any(element.find(f".//{tag}") is not None for tag in ("main", "article", "h1"))


def _style_hides(style: str) -> bool:
    if _INVISIBLE.search(style) and not _SHOWN_ANYWAY.search(style):
        return True
    colour = _COLOUR.search(style)
    if not colour:
        return False
    written = colour.group(1).replace(" ", "").lower()
    background = _BACKGROUND.search(style)
    # White words without a background of their own stand on the page's, and that is white.
    behind = background.group(1).replace(" ", "").lower() if background else "white"
    return written == behind or (written in _WHITE and behind in _WHITE)


def _hidden_by_stylesheet(tree: Any) -> tuple[set[str], set[str]]:
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in tree.iter("style"):
        rules = _AT_RULE.sub("", _COMMENT.sub("", sheet.text or ""))
        for selectors, body in _RULE.findall(rules):
            if not _HIDES.search(body):
                continue
            for selector in selectors.split(","):
                simple = _SIMPLE.match(selector)
                if simple:
                    (classes if simple.group(1) == "." else ids).add(simple.group(2))
    return classes, ids


def _text(element: Any) -> str:
    parts = [
        piece
        for inner in element.iter()
        if isinstance(inner.tag, str) and inner.tag not in _NEVER_TEXT
        for piece in (inner.text or "", inner.tail or "" if inner is not element else "")
    ]
    return one_line(" ".join(parts))


def _drop(element: Any) -> None:
    """Take the element out and leave the text that follows it in place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
