"""Neutral news briefs that carry their proof: every claim points at the exact words it came from.

    import summarizer

    for brief in summarizer.brief("articles/"):
        print(summarizer.to_markdown(brief))

Nothing is imported before it is used, so that `import summarizer` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.api import abrief, asummarize, brief, group, read, summarize, tape, verify
    from summarizer.documents import Article, ArticleSummary, Brief, Evidence, Finding, Group
    from summarizer.errors import (
        CostLimitReached,
        DriftFound,
        EndpointError,
        InputError,
        ModelError,
        PackError,
        SettingsError,
        SummarizerError,
        TapeError,
        TapeMiss,
        UsageError,
        VerificationError,
        WeightsError,
    )
    from summarizer.publishing import to_html, to_json, to_markdown
    from summarizer.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleSummary",
    "Brief",
    "CostLimitReached",
    "DriftFound",
    "EndpointError",
    "Evidence",
    "Finding",
    "Group",
    "InputError",
    "ModelError",
    "PackError",
    "Settings",
    "SettingsError",
    "SummarizerError",
    "TapeError",
    "TapeMiss",
    "UsageError",
    "VerificationError",
    "WeightsError",
    "__version__",
    "abrief",
    "asummarize",
    "brief",
    "group",
    "read",
    "summarize",
    "tape",
    "to_html",
    "to_json",
    "to_markdown",
    "verify",
]

_HOMES = {
    "api": ("abrief", "asummarize", "brief", "group", "read", "summarize", "tape", "verify"),
    "documents": ("Article", "ArticleSummary", "Brief", "Evidence", "Finding", "Group"),
    "publishing": ("to_html", "to_json", "to_markdown"),
    "settings": ("Settings",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name.startswith("_") or name not in __all__:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value = getattr(import_module(f"summarizer.{_HOME.get(name, 'errors')}"), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """A package whose functions are not replaced by submodules of the same name, such as verify."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted(__all__)
