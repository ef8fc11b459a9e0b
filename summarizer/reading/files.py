"""Which files are meant, and their bytes: folders, globs, the standard input."""

from __future__ import annotations

import glob
import json
import os
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from summarizer.documents import MissingSource
from summarizer.errors import InputError

__all__ = ["MAX_BYTES", "STDIN", "SUFFIXES", "Location", "load", "locate"]

MAX_BYTES = 5_000_000
"""No article is longer; a file that is, is a dump or a recording."""

STDIN = "-"
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".json", ".jsonl")

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True)
class Location:
    """One file that is meant, under the name by which it was given or found."""

    path: str

    @property
    def suffix(self) -> str:
        """The file's suffix in lower case, "" for the standard input."""
        return "" if self.path == STDIN else Path(self.path).suffix.lower()


def locate(paths: Iterable[str | Path]) -> tuple[tuple[Location, ...], tuple[MissingSource, ...]]:
    """Expand files, folders and globs to the files they mean, each once, in order of name.

    What names nothing comes back as MissingSource, and so does a file that is named twice.
    """
    failures: list[MissingSource] = []
    names: list[str] = []
    for given in dict.fromkeys(str(path) for path in paths):
        try:
            names.extend(_names(given))
        except InputError as error:
            failures.append(MissingSource(path=given, reason=str(error)))
    kept: dict[str, str] = {}
    for name in sorted(names, key=_order):
        real = name if name == STDIN else os.path.realpath(name)
        first = kept.setdefault(real, name)
        if first != name:
            failures.append(
                MissingSource(path=name, reason=f"the same file as {first}; it is read once.")
            )
    return tuple(Location(name) for name in sorted(kept.values(), key=_order)), tuple(failures)


def load(location: Location, *, stdin: bytes | None = None, limit: int = MAX_BYTES) -> bytes:
    """The bytes of one file; raises InputError where it is missing, too large, empty or binary."""
    data = _stdin(stdin, limit) if location.path == STDIN else _file(location.path, limit)
    if len(data) > limit:
        raise _too_large(len(data), limit)
    if not data.strip():
        raise InputError("the file is empty.", "Save the article's text in it.")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputError(
                f"this is {kind}, not text.", "Save the article as plain text, HTML or JSON."
            )
    return data


def _order(name: str) -> tuple[str, str]:
    return name.replace(os.sep, "/"), name


def _names(given: str) -> list[str]:
    if given == STDIN:
        return [STDIN]
    path = os.path.expanduser(given)  # noqa: PTH111 - Path would rewrite "./a" and the name must stay as given
    if os.path.isdir(path):  # noqa: PTH112 - likewise
        return _folder(path)
    if os.path.lexists(path):
        return [path]
    if not glob.has_magic(path):
        raise InputError("there is no such file.", "Check the spelling and the folder.")
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - likewise
    if not found:
        raise InputError("no file matches this pattern.", "Check the pattern and the folder.")
    names: list[str] = []
    for name in found:
        names.extend(_folder(name, wanted=False) if Path(name).is_dir() else [name])
    return names


def _folder(path: str, *, wanted: bool = True) -> list[str]:
    closed: list[str] = []
    names: list[str] = []
    for folder, inner, files in os.walk(path, onerror=lambda error: closed.append(str(error))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        names.extend(
            os.path.join(folder, name)  # noqa: PTH118 - the name must begin as it was given
            for name in files
            if name.lower().endswith(SUFFIXES)
            and not name.startswith(".")
            # Annotations and briefs lie beside the articles that they are about.
            and not (name.lower().endswith(".json") and _is_about_articles(Path(folder, name)))
        )
    if closed and not names:
        raise InputError("the folder cannot be opened.", "Check its permissions.")
    if not names and wanted:
        raise InputError(
            "there is no article in this folder.", f"Files read are {', '.join(SUFFIXES)}."
        )
    return names


def _is_about_articles(path: Path) -> bool:
    """Whether a JSON file holds annotations, groups or briefs: what has articles and is none."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
        value = json.loads(data) if b'"article' in data else None
    except (OSError, ValueError, RecursionError):
        return False  # whatever is wrong with it is told when it is read
    first = value[0] if isinstance(value, list) and value else value
    return (
        isinstance(first, dict)
        and "text" not in first
        and bool({"article", "articles"} & set(first))
    )


def _file(path: str, limit: int) -> bytes:
    try:
        about = Path(path).stat()
        if stat.S_ISREG(about.st_mode) and about.st_size > limit:
            raise _too_large(about.st_size, limit)
        with Path(path).open("rb") as file:  # a pipe has no size: one byte more tells
            return file.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError("there is no such file.", "It may be a broken link.") from error
    except PermissionError as error:
        raise InputError("the file may not be opened.", "Check its permissions.") from error
    except OSError as error:
        raise InputError(
            f"the file cannot be read ({error.strerror or 'input error'}).",
            "Copy it elsewhere and try again.",
        ) from error


def _stdin(stdin: bytes | None, limit: int) -> bytes:
    return sys.stdin.buffer.read(limit + 1) if stdin is None else stdin


def _too_large(size: int, limit: int) -> InputError:
    return InputError(
        f"the file is larger than {limit / 1e6:g} MB ({size / 1e6:.1f} MB): no article is.",
        "Split it, or save the article alone.",
    )
