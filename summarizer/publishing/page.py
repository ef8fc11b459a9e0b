"""Briefs as one HTML page that needs nothing else: no script, style or font from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from summarizer.documents import Brief
from summarizer.publishing.view import BriefView, SourceView, build_view
from summarizer.publishing.words import as_briefs, capital, counted, inferred, joined

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["to_html"]

# What may stand in an article's body on the page. All of it comes from our own template; anything
# else would have to have come out of an article.
BODY_TAGS = {"a", "blockquote", "mark", "p", "span", "sup"}
BODY_ATTRIBUTES = {
    "a": {"href", "class", "aria-label", "title"},
    "blockquote": {"class", "dir"},
    "mark": {"class", "data-e", "data-kind", "data-n"},
    "p": {"class", "dir"},
    "span": {"id", "class", "data-t"},
    "sup": {"class"},
}


def to_html(briefs: Brief | Sequence[Brief]) -> str:
    """The briefs as one page.

    The page's policy allows its own style and script alone, named by their hashes. It reads
    without a script, too. The same briefs give the same bytes.
    """
    views = [build_view(brief, f"b{n}") for n, brief in enumerate(as_briefs(briefs), start=1)]
    style, script = _asset("page.css"), _asset("page.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    template = _environment().get_template("page.html.j2")
    page = template.render(
        views=views, title=_title(views), style=style, script=script, policy=policy, body=_body
    )
    return page.rstrip() + "\n"


def _title(views: Sequence[BriefView]) -> str:
    return views[0].brief.headline if len(views) == 1 else counted(len(views), "brief")


def _body(source: SourceView) -> Markup:
    """An article's text with its evidence marked, and no tag but those of our template."""
    import nh3
    from markupsafe import Markup

    made = _environment().get_template("article.html.j2").render(source=source)
    clean = nh3.clean(
        made,
        tags=BODY_TAGS,
        attributes=BODY_ATTRIBUTES,
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )
    return Markup(clean)  # noqa: S704 - autoescaped when rendered, and cleaned by an allow-list since


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(capital=capital, joined=joined)
    made.globals.update(counted=counted, inferred=inferred)
    return made


@cache
def _asset(name: str) -> str:
    """A file that stands beside this module, with the line ends of no particular system."""
    text = files("summarizer.publishing").joinpath("templates", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
