"""Load a pack: its schema file run, its prompts read, both versioned by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from summarizer.documents import Pack
from summarizer.errors import PackError
from summarizer.packs.find import locate, pack_names
from summarizer.packs.prompts import Prompt, read_prompt
from summarizer.packs.schema_file import read_schema, run_schema

__all__ = ["LoadedPack", "find_packs", "load_pack", "version_of"]


@dataclass(frozen=True)
class LoadedPack:
    """A pack ready for use.

    `prompts` are by name, sorted. The versions are the first 12 hex digits of the sha256 of the
    prompts' texts and of the schema file's: the same words, the same version, wherever they lie.
    """

    pack: Pack
    prompts: Mapping[str, Prompt]
    prompt_version: str
    schema_version: str
    schema_path: Path
    prompts_path: Path

    @property
    def name(self) -> str:
        """The pack's name."""
        return self.pack.name

    def prompt(self, name: str) -> Prompt:
        """Give the prompt of that name; raises PackError where the pack has none."""
        if name not in self.prompts:
            raise PackError(
                f"{self.prompts_path}: the pack {self.name!r} has no prompt {name!r}.",
                f"Add {name}.md; `summarizer packs check {self.name}` tells what it takes.",
            )
        return self.prompts[name]


def load_pack(name: str, folders: Sequence[Path] = ()) -> LoadedPack:
    """Load the pack `name` from the first folders on the search path that have it.

    Raises PackError, naming file and line, for a pack that is missing, broken or imports what it
    may not.
    """
    schema, prompts = locate(name, folders)
    text = read_schema(schema)
    read = {file.stem: read_prompt(file) for file in sorted(prompts.glob("*.md"))}
    if not read:
        raise PackError(
            f"{prompts}: the pack {name!r} has no prompts.", "Add whole.md and the others."
        )
    return LoadedPack(
        pack=run_schema(schema, text, name),
        prompts=MappingProxyType(read),
        prompt_version=version_of({key: prompt.text for key, prompt in read.items()}),
        schema_version=version_of({name: text}),
        schema_path=schema,
        prompts_path=prompts,
    )


def find_packs(folders: Sequence[Path] = ()) -> dict[str, LoadedPack]:
    """Every pack on the search path by name, sorted; raises PackError for a broken one."""
    return {name: load_pack(name, folders) for name in pack_names(folders)}


def version_of(texts: Mapping[str, str]) -> str:
    """12 hex digits of the sha256 over names and texts; lengths part them, so none run together."""
    made = hashlib.sha256()
    for name, text in sorted(texts.items()):
        for part in (name, text):
            data = part.encode("utf-8")
            made.update(f"{len(data)}:".encode())
            made.update(data)
    return made.hexdigest()[:12]
