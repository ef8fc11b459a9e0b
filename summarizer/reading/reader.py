"""Anything a newsroom has, to articles: find, decode, take apart, clean, infer, name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.documents import Article, MissingSource, Removal, article_id
from summarizer.errors import InputError
from summarizer.reading import records
from summarizer.reading.cleaning import Cleaned, clean
from summarizer.reading.draft import Draft
from summarizer.reading.encoding import declared_charset, decode
from summarizer.reading.files import MAX_BYTES, STDIN, Location, load, locate
from summarizer.reading.infer import infer
from summarizer.reading.text import words

__all__ = ["Reading", "read"]

_LEAST_WORDS = 12
_SENTENCE = re.compile(r"\w\W{0,3}\s+(?:[^\s]+\s+){3,}[^\s]*\w[^\s\w]*[.!?…။።](?:\W|$)|[。！？।۔]")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Reading:
    """What was read: articles in order of path, and what could not be read or was passed over."""

    articles: tuple[Article, ...]
    failures: tuple[MissingSource, ...]


def read(
    paths: Iterable[str | Path], *, stdin: bytes | None = None, limit: int = MAX_BYTES
) -> Reading:
    """Read every article that `paths` name: files, folders, globs, "-" for the standard input.

    The result does not depend on the order of `paths`. Nothing here raises for a bad input: each
    becomes a failure that says what to do. `stdin` stands in for the standard input; `limit` is
    in bytes.
    """
    locations, failures = locate(paths)
    found: list[Article] = []
    missing = list(failures)
    for location in locations:
        for item in _read_one(location, stdin, limit):
            if isinstance(item, Article):
                found.append(item)
            else:
                missing.append(item)
    kept, repeated = _named(found)
    missing.extend(repeated)
    missing.sort(key=lambda source: (source.path, source.reason))
    return Reading(articles=tuple(kept), failures=tuple(missing))


def _read_one(
    location: Location, stdin: bytes | None, limit: int
) -> Iterator[Article | MissingSource]:
    try:
        data = load(location, stdin=stdin, limit=limit)
        for item in _drafts(data, location):
            if isinstance(item, MissingSource):
                yield item
                continue
            for doubt in item.doubts:
                yield MissingSource(path=item.path, reason=doubt)
            try:
                yield _article(item)
            except InputError as error:
                yield MissingSource(path=item.path, reason=str(error))
    except InputError as error:
        yield MissingSource(path=location.path, reason=str(error))


def _drafts(data: bytes, location: Location) -> Iterator[Draft | MissingSource]:
    suffix, path = location.suffix, location.path
    page = suffix in {".html", ".htm"}
    text = decode(data, declared_charset(data) if page or data.lstrip()[:1] == b"<" else None)
    if suffix not in {".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl"}:
        suffix = _suffix_by_content(text)
    if suffix in {".html", ".htm"} or _PAGE.match(text):
        from summarizer.reading.html import from_html

        yield from_html(text, path)
    elif suffix == ".json":
        yield from records.from_json(text.lstrip("\ufeff"), path)
    elif suffix == ".jsonl":
        yield from records.from_lines(text.lstrip("\ufeff"), path)
    else:
        yield records.from_text(text, path, markdown=suffix in {".md", ".markdown"})


def _suffix_by_content(text: str) -> str:
    """What a file without a telling suffix holds: a pipe has no name."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("["):
        return ".json" if re.match(r"\[\s*[{\]]", start) else ".txt"
    if not start.startswith("{"):
        return ".txt"
    lines = [line for line in start.split("\n") if line.strip()]
    return (
        ".jsonl" if len(lines) > 1 and all(line.lstrip()[:1] == "{" for line in lines) else ".json"
    )


def _article(draft: Draft) -> Article:
    cleaned = clean(draft.blocks, title=draft.about.title)
    _check_is_article(cleaned)
    hidden = tuple(Removal(text=text, reason="hidden text") for text in draft.hidden)
    about = infer(draft.about, cleaned)
    return Article(
        id=article_id(cleaned.text),
        outlet=about.outlet,
        title=about.title,
        url=about.url,
        published=about.published,
        language=about.language,
        path=draft.path,
        text=cleaned.text,
        inferred=about.inferred,
        removed=(*cleaned.removed, *hidden),
    )


def _check_is_article(cleaned: Cleaned) -> None:
    count = words(cleaned.text)
    if count >= _LEAST_WORDS and _SENTENCE.search(cleaned.text):
        return
    left = f"{count} word{'' if count == 1 else 's'} of it"
    raise InputError(
        f"not an article: {left} read as a story.",
        "Give a text with at least a few whole sentences.",
    )


def _named(found: list[Article]) -> tuple[list[Article], list[MissingSource]]:
    """Sort by path, pass over repetitions, and tell apart outlets that print the very same text."""
    kept: list[Article] = []
    repeated: list[MissingSource] = []
    first: dict[tuple[str, str | None], str] = {}
    uses: Counter[str] = Counter()
    for article in sorted(found, key=_place):
        path = article.path or STDIN
        same = first.setdefault((article.text, article.outlet), path)
        if same != path:
            repeated.append(
                MissingSource(path=path, reason=f"the same text as {same}; it is read once.")
            )
            continue
        uses[article.id] += 1
        nth = uses[article.id]
        kept.append(
            article if nth == 1 else article.model_copy(update={"id": f"{article.id}-{nth}"})
        )
    return kept, repeated


def _place(article: Article) -> tuple[str, int]:
    path, _, number = (article.path or "").rpartition("#")
    return (path, int(number)) if number.isdigit() else (article.path or "", 0)
