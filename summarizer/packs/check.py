"""Check a pack: everything that can be known to be wrong before an article is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import PackError
from summarizer.packs.declared import faults
from summarizer.packs.find import locate
from summarizer.packs.load import LoadedPack, load_pack
from summarizer.packs.prompts import INPUTS, Prompt

__all__ = ["Problem", "check_pack"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a pack: the file, the line (1 where it is the whole file), and what."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def check_pack(name: str, folders: Sequence[Path] = ()) -> list[Problem]:
    """All problems of one pack, in the order of files and lines; empty where it can be used.

    A pack that cannot be loaded has that one problem. Raises PackError where there is no such
    pack at all.
    """
    schema, _ = locate(name, folders)
    try:
        loaded = load_pack(name, folders)
    except PackError as error:
        return [_unloadable(error, schema)]
    problems = {*_prompt_problems(loaded), *_schema_problems(loaded)}
    return sorted(problems)


def _unloadable(error: PackError, schema: Path) -> Problem:
    match = re.match(r"(?s)(?P<path>.+?):(?P<line>\d+): (?P<message>.*)", error.message)
    if match is None:
        return Problem(schema, 1, str(error))
    message = f"{match['message']} {error.hint}".strip()
    return Problem(Path(match["path"]), int(match["line"]), message)


def _prompt_problems(loaded: LoadedPack) -> Iterator[Problem]:
    for name, inputs in INPUTS.items():
        if name not in loaded.prompts:
            listed = ", ".join(inputs)
            yield Problem(loaded.prompts_path, 1, f"no prompt {name}.md (inputs: {listed}).")
    for prompt in loaded.prompts.values():
        line = _line(prompt.text, "inputs:")
        declared = set(prompt.inputs)
        for variable in sorted(prompt.used - declared):
            yield Problem(
                prompt.path,
                _line(prompt.text, variable),
                f"uses {variable!r}, which `inputs` does not declare.",
            )
        for variable in sorted(declared - prompt.used):
            yield Problem(prompt.path, line, f"declares the input {variable!r} and never uses it.")
        yield from _given(prompt, line)


def _given(prompt: Prompt, line: int) -> Iterator[Problem]:
    if prompt.name not in INPUTS:
        return
    given, declared = set(INPUTS[prompt.name]), set(prompt.inputs)
    for variable in sorted(declared - given):
        listed = ", ".join(INPUTS[prompt.name])
        yield Problem(prompt.path, line, f"is not given {variable!r}; it is given {listed}.")
    for variable in sorted(given - declared):
        yield Problem(prompt.path, line, f"does not declare {variable!r}, which it is given.")


def _schema_problems(loaded: LoadedPack) -> Iterator[Problem]:
    text = loaded.schema_path.read_text(encoding="utf-8-sig")
    for word, message in faults(loaded.pack):
        yield Problem(loaded.schema_path, _line(text, word), message)


def _line(text: str, word: str) -> int:
    """Find the first line with `word` in it, 1 where none has it as it stands."""
    quoted = next((n for n, line in enumerate(text.split("\n"), 1) if word and word in line), 0)
    return quoted or 1
