"""The project around the package: its README, Makefile, recordings and contracts hold together."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from summarizer import __version__, errors
from summarizer.cli import EPILOG, app
from summarizer.llm.weights import KNOWN

Run = Callable[..., tuple[int, str, str]]
DEMO = Path(__file__).resolve().parent.parent / "cassettes" / "demo"
recorded = pytest.mark.skipif(
    not DEMO.is_dir(), reason="cassettes/demo is not there: `make record` makes it"
)


@cache
def program() -> Any:
    """The whole command line, put together once."""
    return typer.main.get_command(app)


def commands(command: Any = None, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its whole name, groups included."""
    command = command or program()
    for key, inner in getattr(command, "commands", {}).items():
        yield f"{name}{key}", inner
        yield from commands(inner, f"{name}{key} ")


def parse(line: str) -> None:
    """Parse a command line without carrying it out; raises what the command line would."""
    command: Any = program()
    words = shlex.split(line)[1:]
    while hasattr(command, "commands") and words and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    if words in ([], ["--help"]):  # a page speaks of the command, it doesn't call it
        return
    with command.make_context("summarizer", words):
        pass


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_a_command_has_help_an_example_and_a_place_in_the_readme(name: str, root: Path) -> None:
    command = dict(commands())[name]
    assert command.help
    assert "Example:" in command.epilog
    example = command.epilog.split("Example:")[1].strip()
    assert example.startswith(f"summarizer {name}")
    parse(example)
    assert f"summarizer {name}" in (root / "README.md").read_text()
    for option in command.params:
        assert getattr(option, "help", None), f"{name}: {option.name} has no help"


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/annotations.md", "docs/neutrality.md"]
)
def test_the_commands_that_a_page_shows_parse(page: str, root: Path) -> None:
    text = (root / page).read_text()
    lines = re.findall(r"(?m)^    (summarizer .*)$", text) + re.findall(r"`(summarizer .*?)`", text)
    for line in lines:
        if "--install-completion" not in line and "[" not in line:
            assert line.split()[1] in dict(commands()) or line.split()[1].startswith("--"), line
            parse(line)
    assert lines or page == "CONTRIBUTING.md"


def test_the_readme_tells_every_exit_code(root: Path) -> None:
    codes = {0, 130} | {
        kind.exit_code
        for name in errors.__all__
        if isinstance(kind := getattr(errors, name), type)
        and issubclass(kind, errors.SummarizerError)
    }
    told = re.findall(r"(?m)^\| (\d+) \|", (root / "README.md").read_text())
    assert {int(code) for code in told} == codes
    assert {int(code) for code in re.findall(r"(?m)^  (\d+) ", EPILOG)} == codes


def test_links_in_the_pages_lead_somewhere(root: Path) -> None:
    for page in [*root.glob("*.md"), *root.glob("docs/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_versions_are_one(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert project["version"] == __version__
    assert f"## [{__version__}]" in (root / "CHANGELOG.md").read_text()


def test_pip_gets_the_versions_that_uv_gets(root: Path) -> None:
    locked = {
        p["name"]: p["version"] for p in tomllib.loads((root / "uv.lock").read_text())["package"]
    }
    text = (root / "requirements.lock").read_text()
    pinned = dict(re.findall(r"(?m)^([a-z0-9._-]+)==([^ ;]+)", text))
    assert pinned.items() <= locked.items()
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    wanted = [
        *project["dependencies"],
        *(d for e in project["optional-dependencies"].values() for d in e),
    ]
    names = {re.split(r"[<>=\[ ]", w)[0].lower().replace("_", "-") for w in wanted}
    assert names <= pinned.keys()
    assert text.count("--hash=sha256:") >= len(pinned)


def test_the_smaller_model_is_locked_for_who_records_and_for_nobody_else(root: Path) -> None:
    small = KNOWN["0.5b"]
    text = (root / "requirements-recording.lock").read_text()
    pinned = re.findall(r"(?m)^([a-z0-9._-]+)==([^ ;]+) \\\n    --hash=sha256:", text)
    assert pinned == [(part, small.parts_version) for part in small.parts]
    assert small.parts[0] not in (root / "requirements.lock").read_text()


def test_the_makefile_lists_its_targets(root: Path) -> None:
    told = subprocess.run(
        ["make", "-s", "help"], cwd=root, capture_output=True, text=True, check=True, timeout=300
    )
    listed = {line.split()[0] for line in told.stdout.splitlines()}
    assert {"install", "brief", "demo", "test", "check", "record", "lock", "clean"} <= listed


SPECIAL = re.compile(
    r"ukrain|russia|ky?iv|kiev|moscow|kremlin|zelensk|putin|israel|hamas|gaza|azerbai|armenia"
    r"|prisoner|hostage|captive|\bexchange|\bswap",
    re.IGNORECASE,
)
LANGUAGES = {"Russian", "Ukrainian"}


def literals(code: str) -> Iterator[tuple[int, str]]:
    """The strings in a module that do something: no docstrings."""
    tree = ast.parse(code)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_the_package_knows_no_party_and_no_event(root: Path) -> None:
    """What is special to an event lives in its pack; the commands may name one in an example."""
    package = root / "summarizer"
    found = [
        f"{path.relative_to(root)}:{line}: {text!r}"
        for path in sorted(package.rglob("*.py"))
        if path.parent.name != "commands"
        for line, text in literals(path.read_text(encoding="utf-8"))
        if SPECIAL.search(text) and text not in LANGUAGES
    ]
    for path in sorted(package.rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.name}: {match}" for match in SPECIAL.findall(text)]
    assert not found


def demo(root: Path) -> bytes:
    told = subprocess.run(
        [sys.executable, "-m", "summarizer", "brief", "examples/", "--model", "local",
         "--replay", "cassettes/demo", "--format", "json", "--quiet"],
        cwd=root, capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr.decode()
    assert told.stderr == b""
    return told.stdout


@recorded
def test_the_demo_gives_the_same_bytes_twice_and_verifies(
    root: Path, tmp_path: Path, run: Run
) -> None:
    first = demo(root)
    assert first == demo(root)
    path = tmp_path / "demo.json"
    path.write_bytes(first)
    code, out, _ = run("verify", path)
    assert code == 0, out


@recorded
def test_the_demo_asks_all_that_was_recorded_and_holds_no_secret(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    code, out, err = run("tape", "check", "cassettes/demo", "examples/", "--model", "local")
    assert code == 0, out + err
