"""What was already made, in one SQLite file: answers paid for, runs, briefs.

Processes may share the file. One that is damaged or of another version is moved aside, never
repaired in place and never deleted.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from summarizer.errors import SummarizerError

__all__ = ["Store", "StoredAnswer", "StoredRun"]

FILE = "answers.sqlite"
# Written into the file's header (PRAGMA user_version). Another number means another layout.
LAYOUT = 1
PATIENCE = 30.0  # seconds to wait for another process's write

TABLES = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    stage TEXT NOT NULL,
    raw TEXT NOT NULL,
    refusal TEXT NOT NULL,
    calls INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    cost_usd TEXT,
    seconds REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    command TEXT NOT NULL,
    provenance TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS briefs (
    id TEXT PRIMARY KEY,
    event TEXT NOT NULL,
    run INTEGER REFERENCES runs(id),
    document TEXT NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class StoredAnswer:
    """An answer with what it cost when it was paid for; `cost_usd` is a decimal as text or None."""

    model: str
    stage: str
    raw: str
    refusal: str
    calls: int
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    cost_usd: str | None
    seconds: float


@dataclass(frozen=True)
class StoredRun:
    """A run: when it started (ISO, UTC), what was asked for, and its provenance as JSON."""

    id: int
    started: str
    command: str
    provenance: dict[str, Any]


class Store:
    """The user's SQLite file; `Store.open(folder)` makes it where it is missing.

    `notice` is called with one sentence when a file had to be moved aside.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    @classmethod
    def open(cls, folder: Path, notice: Callable[[str], None] | None = None) -> Self:
        """Open the store in `folder`; raises SummarizerError where the folder cannot be used."""
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return cls(path, _connect(path))
        except (sqlite3.DatabaseError, _ForeignLayoutError) as error:
            if _is_passing(error):
                raise SummarizerError(
                    f"{path}: {error}.", "Try again, free some disk space, or use --no-cache."
                ) from None
            kept = _move_aside(path)
            if notice is not None:
                notice(f"{path} could not be used ({error}); it was moved to {kept.name}.")
            return cls(path, _connect(path))
        except OSError as error:
            raise SummarizerError(
                f"{folder}: stored answers cannot be kept there ({error.strerror}).",
                "Set SUMMARIZER_CACHE to a folder you can write to, or use --no-cache.",
            ) from None

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def answer(self, key: str) -> StoredAnswer | None:
        """Look up the answer kept under `key`."""
        row = self._db.execute(
            "SELECT model, stage, raw, refusal, calls, input_tokens, output_tokens, cached_tokens,"
            " cost_usd, seconds FROM answers WHERE key = ?",
            (key,),
        ).fetchone()
        return None if row is None else StoredAnswer(*row)

    def keep_answer(self, key: str, answer: StoredAnswer) -> None:
        """Keep `answer` under `key`, in place of an earlier one."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO answers VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (
                    key,
                    answer.model,
                    answer.stage,
                    answer.raw,
                    answer.refusal,
                    answer.calls,
                    answer.input_tokens,
                    answer.output_tokens,
                    answer.cached_tokens,
                    answer.cost_usd,
                    answer.seconds,
                ),
            )

    def keep_run(self, started: str, command: str, provenance: dict[str, Any]) -> int:
        """Note a run and return its number."""
        with self._writing():
            cursor = self._db.execute(
                "INSERT INTO runs (started, command, provenance) VALUES (?,?,?)",
                (started, command, json.dumps(provenance, sort_keys=True)),
            )
        return int(cursor.lastrowid or 0)

    def runs(self) -> Iterator[StoredRun]:
        """Every run, the latest first."""
        rows = self._db.execute(
            "SELECT id, started, command, provenance FROM runs ORDER BY id DESC"
        )
        for number, started, command, provenance in rows:
            yield StoredRun(number, started, command, json.loads(provenance))

    def keep_brief(self, identity: str, event: str, document: str, run: int | None = None) -> None:
        """Keep a brief's JSON under `identity`, in place of an earlier one."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO briefs VALUES (?,?,?,?)", (identity, event, run, document)
            )

    def brief(self, identity: str) -> str | None:
        """Look up the JSON of the brief kept under `identity`."""
        row = self._db.execute("SELECT document FROM briefs WHERE id = ?", (identity,)).fetchone()
        return None if row is None else str(row[0])

    def briefs(self) -> Iterator[tuple[str, str]]:
        """List the identity and event of every brief that is kept, sorted."""
        yield from self._db.execute("SELECT id, event FROM briefs ORDER BY id")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._db:  # commits, or rolls back
                yield
        except sqlite3.OperationalError as error:
            raise SummarizerError(
                f"{self.path}: {error}.", "Free some disk space, or use --no-cache."
            ) from None


class _ForeignLayoutError(Exception):
    """The file was made by another version of this package, or by something else."""


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=PATIENCE)
    try:
        _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    """Make the tables in a new file; raises what is wrong with another one."""
    if _layout(db) != LAYOUT:
        with db:
            # Another process may be making them: from here on nobody else writes, so look again.
            db.execute("BEGIN IMMEDIATE")
            layout = _layout(db)
            if layout != LAYOUT and (
                layout or db.execute("SELECT 1 FROM sqlite_master").fetchone()
            ):
                raise _ForeignLayoutError(f"its layout is {layout}, this version writes {LAYOUT}")
            for statement in TABLES.split(";") if layout != LAYOUT else ():
                db.execute(statement)
            db.execute(f"PRAGMA user_version={LAYOUT}")
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=NORMAL")
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("the file is damaged")


def _layout(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _is_passing(error: Exception) -> bool:
    """Whether waiting or making room would help: such a file must not be moved aside."""
    code = getattr(error, "sqlite_errorcode", None)
    passing = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL}
    passing |= {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
    return code is not None and (code & 0xFF) in passing | {sqlite3.SQLITE_IOERR}


def _move_aside(path: Path) -> Path:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.name}.set-aside-{stamp}-{os.getpid()}")
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(kept.with_name(kept.name + suffix))
    return kept
