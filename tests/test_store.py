from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import store
from summarizer.errors import SummarizerError
from summarizer.store import FILE, Store, StoredAnswer

ANSWER = StoredAnswer("local/m", "headline", '{"a": 1}', "", 2, 300, 12, 200, "0.0003", 1.234)


def test_an_answer_comes_back_as_it_was_kept(tmp_path: Path):
    with Store.open(tmp_path / "deep" / "er") as store:
        assert store.answer("k") is None
        store.keep_answer("k", ANSWER)
    with Store.open(tmp_path / "deep" / "er") as store:
        assert store.answer("k") == ANSWER
        unpriced = StoredAnswer("m", "s", "", "no", 1, 1, 1, 0, None, 0.0)
        store.keep_answer("k", unpriced)
        assert store.answer("k") == unpriced


def test_runs_and_briefs_are_kept(tmp_path: Path):
    with Store.open(tmp_path) as store:
        first = store.keep_run("2025-01-02T03:04:05Z", "brief", {"model": "local"})
        second = store.keep_run("2025-01-03T03:04:05Z", "brief", {})
        store.keep_brief("b", "event-1", '{"x": 1}', second)
        store.keep_brief("a", "event-2", "{}")
        store.keep_brief("b", "event-1", '{"x": 2}', second)
        assert [run.id for run in store.runs()] == [second, first]
        assert list(store.runs())[1].provenance == {"model": "local"}
        assert store.brief("b") == '{"x": 2}'
        assert store.brief("c") is None
        assert list(store.briefs()) == [("a", "event-2"), ("b", "event-1")]


def test_a_damaged_file_is_moved_aside_and_told(tmp_path: Path):
    (tmp_path / FILE).write_bytes(b"not a database, but long enough to be taken for one" * 40)
    told: list[str] = []
    with Store.open(tmp_path, told.append) as store:
        store.keep_answer("k", ANSWER)
        assert store.answer("k") == ANSWER
    assert len(told) == 1
    assert FILE in told[0]
    (kept,) = tmp_path.glob("*set-aside*")
    assert kept.read_bytes().startswith(b"not a database")


def test_a_page_damaged_in_the_middle_is_found(tmp_path: Path):
    with Store.open(tmp_path) as store:
        for n in range(400):
            store.keep_answer(f"{n:064}", ANSWER)
    path = tmp_path / FILE
    data = bytearray(path.read_bytes())
    assert len(data) > 5 * 4096
    for page in range(3, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(data)
    told: list[str] = []
    with Store.open(tmp_path, told.append) as store:
        assert store.answer(f"{1:064}") is None
    assert len(told) == 1


@pytest.mark.parametrize("statement", ["PRAGMA user_version=99", "CREATE TABLE theirs (x)"])
def test_a_file_of_another_version_is_moved_aside(tmp_path: Path, statement: str):
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute(statement)
    db.close()
    told: list[str] = []
    with Store.open(tmp_path, told.append) as store:
        assert store.answer("k") is None
    assert "layout" in told[0]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SummarizerError, match="SUMMARIZER_CACHE"):
        Store.open(tmp_path / "file" / "cache")


def test_a_file_that_is_busy_is_not_moved_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    Store.open(tmp_path).close()
    monkeypatch.setattr("summarizer.store.PATIENCE", 0.05)
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with (
            Store.open(tmp_path) as store,
            pytest.raises(SummarizerError, match="locked"),
        ):
            store.keep_answer("k", ANSWER)
    finally:
        other.close()
    assert not list(tmp_path.glob("*set-aside*"))


def test_processes_share_the_file(tmp_path: Path):
    program = """
import sys
from pathlib import Path
from summarizer import store
from summarizer.store import Store, StoredAnswer
with Store.open(Path(sys.argv[1]), print) as store:
    for n in range(50):
        answer = StoredAnswer("m", "s", sys.argv[2], "", 1, 1, 1, 0, "0", 0.1)
        store.keep_answer(f"{sys.argv[2]}-{n}", answer)
"""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path), str(n)], stdout=subprocess.PIPE
        )
        for n in range(4)
    ]
    outputs = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0] * 4
    assert outputs == [b""] * 4, "nothing was moved aside"
    with Store.open(tmp_path) as store:
        assert all(store.answer(f"{p}-{n}") for p in range(4) for n in range(50))


def test_a_file_that_another_process_makes_meanwhile_is_not_moved_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    read = store._layout
    notices: list[str] = []

    def first_look(_: sqlite3.Connection) -> int:
        monkeypatch.setattr(store, "_layout", read)
        Store.open(tmp_path).close()  # between this look and what follows from it
        return 0

    monkeypatch.setattr(store, "_layout", first_look)
    Store.open(tmp_path, notices.append).close()
    assert notices == []
