"""Agencies: whose words a wire copy carries, by the credit that was kept or cleaned away."""

from __future__ import annotations

import re

from summarizer.documents import Article

__all__ = ["agency_of"]

_BODY = r"(?:Wire|Newswire|Agency|Press|News Service|Press Service|News Agency|Service)"
_CREDIT = re.compile(
    r"^\W*(?i:source|by|from|via|reporting by|credit|agency|©|copyright)\s*:?\s+"
    rf"(?P<name>(?:[A-Z][\w’'&.-]* ){{0,4}}{_BODY}|[A-Z]{{2,5}})\W*$"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z/ .’'-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})? \((?P<name>[^()\d]{2,30})\) ?[-–—]"
)


def agency_of(article: Article) -> str | None:
    """The agency that an article says it reprints: a dateline, or a credit that names only it.

    A credit that also names the outlet's own people ("our desk, with …") is no reprint.
    """
    for removal in article.removed:
        credit = _CREDIT.match(removal.text.strip())
        if credit is not None:
            return credit["name"].removeprefix("the ").strip()
    dateline = _DATELINE.match(article.text.lstrip())
    if dateline is not None:
        return dateline["name"].strip()
    last = article.text.rstrip().rsplit("\n", 1)[-1]
    credit = _CREDIT.match(last)
    return credit["name"].strip() if credit is not None else None
