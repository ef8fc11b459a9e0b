"""Imports: keep a library from loading what it would load only because it is there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["without"]


@contextmanager
def without(module: str) -> Iterator[None]:
    """Let `module` seem not to be installed, unless it is loaded already: a quarter of a second a start.

    Only for modules whose absence the importing library provides for.
    """
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # Python's own mark for "not there"
    try:
        yield
    finally:
        del sys.modules[module]
