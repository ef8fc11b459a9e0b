"""What a page's head says of its article: JSON-LD first, then Open Graph and meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from summarizer.reading.dates import iso_date
from summarizer.reading.draft import About
from summarizer.reading.text import one_line

__all__ = ["metadata"]

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|NewsStory)$")
_DEPTH = 6
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site_name")
_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_LOCALE = ("og:locale", "content-language", "dc.language", "language")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_]|$)")


def metadata(tree: Any) -> About:
    """What a page says of its article; outlet and date count as inferred, for nobody gave them."""
    found = next(_articles(tree), {})
    meta = _meta(tree)

    def first(names: tuple[str, ...]) -> str | None:
        return next((meta[name] for name in names if meta.get(name)), None)

    title = _text(found.get("headline")) or first(_TITLE) or _element(tree, ".//title")
    outlet = _name(found.get("publisher")) or first(_OUTLET)
    published = _text(found.get("datePublished")) or first(_PUBLISHED) or _time(tree)
    language = _text(found.get("inLanguage")) or tree.get("lang") or first(_LOCALE) or ""
    two = _LANGUAGE.match(language)
    date = iso_date(published) if published else None
    return About(
        outlet=outlet,
        title=_without_outlet(title, outlet),
        url=_url(tree, meta, found),
        published=date,
        language=two.group(1).lower() if two else None,
        inferred=tuple(name for name, value in (("outlet", outlet), ("published", date)) if value),
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The article objects of every JSON-LD script that can be read, in order."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common, and the meta tags say the same
        yield from _within(data, _DEPTH)


def _within(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _within(item, depth - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _within(data.get(key), depth - 1)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        )
        content = one_line(tag.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _url(tree: Any, meta: dict[str, str], found: dict[str, Any]) -> str | None:
    canonical = [
        link.get("href") for link in tree.iter("link") if (link.get("rel") or "") == "canonical"
    ]
    page = found.get("mainEntityOfPage")
    candidates = [
        *canonical,
        meta.get("og:url"),
        found.get("url"),
        page.get("@id") if isinstance(page, dict) else page,
    ]
    return next((url for url in map(_text, candidates) if url and _is_web(url)), None)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _name(publisher: Any) -> str | None:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _text(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return one_line(value) or None if isinstance(value, str) else None


def _element(tree: Any, path: str) -> str | None:
    element = tree.find(path)
    return None if element is None else one_line("".join(element.itertext())) or None


def _time(tree: Any) -> str | None:
    """The page's own mark of when it was published; any other <time> may belong to the story."""
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if "publi" in marks or "pubdate" in element.attrib:
            return element.get("datetime") or "".join(element.itertext())
    return None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A page's title without the outlet's name that many append to it."""
    if not title or not outlet:
        return title
    tail = re.compile(rf"\s+[-–—|·:]\s+{re.escape(outlet)}\s*$", re.IGNORECASE)
    return tail.sub("", title) or title
