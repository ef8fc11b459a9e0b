"""Publishing: a brief as JSON, as Markdown or as one self-contained page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.publishing.contract import to_json
from summarizer.publishing.markdown import to_markdown

if TYPE_CHECKING:
    from summarizer.publishing.page import to_html

__all__ = ["to_html", "to_json", "to_markdown"]


def __getattr__(name: str) -> Any:
    if name != "to_html":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summarizer.publishing.page import to_html  # templates and chart: where a page is made

    return to_html
