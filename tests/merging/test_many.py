"""Many: a second process reads what this one would have read, and isn't needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from merging_hard import hard

from summarizer.merging import many
from summarizer.merging.features import Features, read_features
from summarizer.merging.terms import terms_of_all

SCRIPT = """
import summarizer.merging.many as many
many.LARGE, many._cores = 4, lambda: 2
text = "The ministry handed over 141 people on Friday at the bridge of Esk."
found, words = many.read_all([(None, text, "2031-07-04")] * 6)
assert len(found) == 6 and all(f == found[0] for f in found)
assert len(words) == 6 and words.numbers == words.numbers[:6] * 6
print(sorted(found[-1].lead))
"""


def drafts() -> list[tuple[str | None, str, str | None]]:
    articles, _ = hard(1)
    return [(a.title, a.text, a.published) for a in articles]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "LARGE", 4)
    monkeypatch.setattr(many, "_cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
def test_two_processes_read_what_one_does():
    helper = many._Helper(drafts())
    theirs = helper.wait()
    assert theirs is not None
    assert theirs[0] == [read_features(*draft) for draft in drafts()]
    found, words = many.read_all(drafts())
    assert found == theirs[0]
    assert words == theirs[1]


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize("broken", ["no-such-python", "", "false"])
def test_without_a_second_process_this_one_reads_all(monkeypatch: pytest.MonkeyPatch, broken: str):
    monkeypatch.setattr(sys, "executable", broken)
    found, words = many.read_all(drafts())
    assert all(isinstance(f, Features) for f in found)
    assert found == [read_features(*draft) for draft in drafts()]
    assert words == terms_of_all((title, text) for title, text, _ in drafts())


def test_a_script_without_a_main_guard_may_group_many(tmp_path: Path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == "[141]\n"
