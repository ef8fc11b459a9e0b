"""Atlas: the countryinfo tables of countries and territories, read once for all who look in them."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["countries", "territories"]


@lru_cache(maxsize=1)
def countries() -> tuple[dict[str, Any], ...]:
    """The tables of all countries that have an ISO code, one a country, in the order of their files."""
    return _tables("data")


@lru_cache(maxsize=1)
def territories() -> tuple[dict[str, Any], ...]:
    """The tables of territories and former names, in the order of their files."""
    return _tables("data_no_iso")


def _tables(folder: str) -> tuple[dict[str, Any], ...]:
    spec = find_spec("countryinfo")
    found = spec.submodule_search_locations if spec else None
    tables = [
        json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(Path(next(iter(found or []))).joinpath(folder).glob("*.json"))
    ]
    return tuple(table for table in tables if isinstance(table, dict) and table.get("name"))
