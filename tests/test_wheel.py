"""The wheel works away from the checkout: its own prompts and schemas, replay without a network."""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import summarizer


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)],
        cwd=Path(__file__).resolve().parent.parent, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another environment with the wheel in it; its libraries are those of this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, with_pip=False, symlinks=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:  # all that pip does for a wheel of pure Python
        archive.extractall(packages)
    (packages / "zz-libraries.pth").write_text("\n".join(site.getsitepackages()))
    return folder / "bin" / "python"


def call(python: Path, *arguments: str, cwd: Path, **environ: str) -> str:
    told = subprocess.run(
        [str(python), "-P", "-m", "summarizer", *arguments],
        cwd=cwd, env=os.environ | environ, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_the_wheel_holds_what_it_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "summarizer/py.typed",
        "summarizer/_bundled/schemas/exchange.py",
        "summarizer/_bundled/prompts/event/label.md",
        "summarizer/publishing/templates/page.css",
        "summarizer/documents/loaded.toml",
        "summarizer/reading/phrases.toml",
    ):
        assert needed in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"summarizer"}
    assert not [name for name in names if "__pycache__" in name]


def test_its_own_packs_are_used(elsewhere: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [str(elsewhere), "-P", "-c", "import summarizer.packs as p; print(p.bundled())"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    assert Path(where.stdout.strip()).name == "_bundled"
    assert str(elsewhere.parent.parent) in where.stdout
    listed = call(elsewhere, "packs", cwd=tmp_path)
    assert "event" in listed
    assert "exchange" in listed


def test_a_brief_is_replayed_away_from_the_checkout(
    elsewhere: Path,
    articles: Path,
    endpoint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(articles.parent)
    tape = tmp_path / "tape"
    with summarizer.tape(tape, mode="missing"):
        made = summarizer.brief("articles", model="stub-7b", base_url=endpoint)
    told = call(
        elsewhere, "brief", "articles", "--replay", str(tape), "--format", "json", "-q",
        "--model", "stub-7b", "--base-url", "http://127.0.0.1:9/v1", cwd=tmp_path,
    )  # fmt: skip
    assert json.loads(told) == json.loads(summarizer.to_json(made))
