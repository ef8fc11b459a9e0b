from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.documents import claims_of
from summarizer.errors import PackError
from summarizer.packs import check_pack, choose_pack, find_packs, load_pack, phrase

SCHEMA = "schemas/strike.py"


def test_a_third_pack_needs_no_line_in_the_package(folder: Path):
    assert check_pack("strike", [folder]) == []
    loaded = load_pack("strike", [folder])
    system, user = loaded.prompt("gist").render(article="The weavers of Ossel walked out.")
    assert system == {"role": "system", "content": "You answer about strikes."}
    assert user == {"role": "user", "content": "article: The weavers of Ossel walked out."}
    rule = loaded.pack.fields["unions"]
    assert phrase(rule.phrase["clause"], value="the Weavers’ League", many=False) == (
        "the Weavers’ League was out"
    )
    assert choose_pack("300 strikers and others walked out", find_packs([folder])) == "strike"
    assert list(claims_of(loaded.pack.facts())) == []


def test_versions_are_hashes_of_the_words(folder: Path, edit: Callable[..., Path]):
    first = load_pack("strike", [folder])
    assert len(first.prompt_version) == len(first.schema_version) == 12
    assert load_pack("strike", [folder]).prompt_version == first.prompt_version
    edit("You answer about strikes.", "You answer.", "prompts/strike/gist.md")
    second = load_pack("strike", [folder])
    assert second.prompt_version != first.prompt_version
    assert second.schema_version == first.schema_version
    edit("Unions", "The unions")
    third = load_pack("strike", [folder])
    assert third.prompt_version == second.prompt_version
    assert third.schema_version != first.schema_version
    assert third.pack.fields["unions"].title == "The unions"


def test_line_ends_do_not_change_the_version(folder: Path):
    first = load_pack("strike", [folder])
    for file in [*folder.rglob("*.md"), folder / SCHEMA]:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    second = load_pack("strike", [folder])
    assert (second.prompt_version, second.schema_version) == (
        first.prompt_version,
        first.schema_version,
    )


def test_the_same_file_runs_once_under_a_private_name(folder: Path):
    facts = load_pack("strike", [folder]).pack.facts
    assert load_pack("strike", [folder]).pack.facts is facts
    assert facts.__module__.startswith("_summarizer_pack_strike_")
    assert "strike" not in sys.modules
    assert not list(folder.rglob("__pycache__"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("import re\n", "import os, numpy\n", r"strike\.py:5: imports numpy"),
        ("import re\n", "from summarizer.llm import Model\n", r":5: imports summarizer\.llm"),
        ("import re\n", "from summarizer import pipeline\n", r":5: imports summarizer\.pipeline"),
        ("import re\n", "from . import other\n", r":5: imports \."),
        ("import re\n", "def f():\n    import requests\n", r":6: imports requests"),
        ("import re\n", "try:\n    x = 1\nexcept OSError:\n    import toml\n", r":8: imports toml"),
        ("import re\n", "if 0:\n    x = 1\nelse:\n    import toml\n", r":8: imports toml"),
        ("import re\n", "try:\n    x = 1\nfinally:\n    import toml\n", r":8: imports toml"),
        ("import re\n", "match 1:\n    case _:\n        import toml\n", r":7: imports toml"),
        ("import re\n", "class A:\n    with open(0):\n        import toml\n", r":7: imports toml"),
        ("import re\n", "import re re\n", r":5: not Python"),
        ("import re\n", "x = 1 / 0\n", r":5: fails \(ZeroDivisionError"),
        ("PACK = Pack(", "PACKS = Pack(", r"strike\.py:1: assigns no PACK"),
        ('name="strike"', 'name="walkout"', r":31: PACK is named 'walkout'"),
        ('title="Strike",', 'titel="Strike",', r":31: fails \(.*titel: Extra inputs"),
    ],
)
def test_a_broken_schema_is_refused_with_its_file_and_line(
    edit: Callable[..., Path], old: str, new: str, message: str
):
    folder = edit(old, new)
    with pytest.raises(PackError, match=message):
        load_pack("strike", [folder])


def test_what_may_not_be_imported_is_not_run(folder: Path, edit: Callable[..., Path]):
    edit("import re\n", f"open({str(folder / 'ran')!r}, 'w').close()\nimport numpy\n")
    with pytest.raises(PackError, match="imports numpy"):
        load_pack("strike", [folder])
    assert not (folder / "ran").exists()


def test_a_schema_that_fails_leaves_no_module_behind(edit: Callable[..., Path]):
    before = set(sys.modules)
    folder = edit("import re\n", "x = {}['a']\n")
    with pytest.raises(PackError, match="KeyError"):
        load_pack("strike", [folder])
    assert set(sys.modules) == before


def test_a_pack_that_is_no_pack_is_refused(folder: Path):
    (folder / SCHEMA).write_text("import re\n\nPACK: object = re\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"strike\.py:3: PACK is not a Pack"):
        load_pack("strike", [folder])


def test_a_file_that_is_no_text_is_refused(folder: Path):
    (folder / SCHEMA).write_bytes(b"PACK = '\xff\xfe\x00'")
    with pytest.raises(PackError, match=r"strike\.py:1: "):
        load_pack("strike", [folder])


def test_a_missing_prompt_is_named(folder: Path):
    with pytest.raises(PackError, match=r"no prompt 'poem'.*packs check strike"):
        load_pack("strike", [folder]).prompt("poem")


class TestChoosing:
    def test_signs_below_one_leave_it_to_the_general_pack(self, folder: Path):
        packs = find_packs([folder])
        assert choose_pack("They walked out of the room.", packs) == "event"
        assert choose_pack("", packs) == "event"

    def test_a_sign_counts_once(self, folder: Path):
        packs = find_packs([folder])
        assert choose_pack("A striker met a striker and a striker.", packs) == "event"

    def test_of_equals_the_alphabetically_first(self, folder: Path):
        packs = find_packs([folder])
        twins = {"zeta": packs["strike"], "alpha": packs["strike"], "event": packs["event"]}
        assert choose_pack("strikers walked out", twins) == "alpha"

    def test_without_a_general_pack_it_says_so(self, folder: Path):
        with pytest.raises(PackError, match="--pack"):
            choose_pack("A quiet day.", {"strike": load_pack("strike", [folder])})
