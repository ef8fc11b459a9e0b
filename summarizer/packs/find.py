"""Where packs are: the user's folders first, then the ones that came with the package."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import platformdirs

from summarizer.errors import PackError

__all__ = ["bundled", "locate", "pack_names", "search_path"]

PACKAGE = Path(__file__).resolve().parent.parent
VARIABLE = "SUMMARIZER_PACKS"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def bundled(package: Path = PACKAGE) -> Path:
    """Find the folder whose `prompts/` and `schemas/` came with `package`.

    In an installed wheel that is `_bundled/` inside the package, in a checkout the repository's
    root. Raises PackError where neither is there.
    """
    inside = package / "_bundled"
    if inside.is_dir():
        return inside
    root = package.parent
    # Beside an installed package lies everybody else's code: only a checkout counts as ours.
    if all((root / part).exists() for part in ("pyproject.toml", "prompts", "schemas")):
        return root
    raise PackError(
        f"{package}: the packs that come with the package are missing.", "Install it again."
    )


def search_path(
    folders: Sequence[Path] = (), environ: Mapping[str, str] | None = None
) -> tuple[Path, ...]:
    """List the folders searched for packs, first come first served, each once.

    `folders`, then SUMMARIZER_PACKS, then the app's settings folder, then the bundled packs. The
    working directory is searched only where it is named, for a schema file is code. Raises
    PackError for a folder that was named and isn't there.
    """
    environ = os.environ if environ is None else environ
    named = {path.expanduser(): "the packs folder" for path in map(Path, folders)}
    for part in environ.get(VARIABLE, "").split(os.pathsep):
        if part.strip():
            named.setdefault(Path(part.strip()).expanduser(), VARIABLE)
    for path, who in named.items():
        if not path.is_dir():
            raise PackError(
                f"{path}: {who} is not a folder.", "Name one with prompts/ and schemas/ in it."
            )
    own = platformdirs.user_config_path("summarizer", appauthor=False) / "packs"
    found = [*named, *([own] if own.is_dir() else []), bundled()]
    return tuple(dict.fromkeys(path.resolve() for path in found))


def pack_names(folders: Sequence[Path] = ()) -> list[str]:
    """List the names of all packs on the search path, sorted; none is loaded."""
    names = {
        file.stem
        for folder in search_path(folders)
        for file in (folder / "schemas").glob("*.py")
        if _NAME.fullmatch(file.stem)
    }
    return sorted(names)


def locate(name: str, folders: Sequence[Path] = ()) -> tuple[Path, Path]:
    """Find a pack's schema file and its prompts folder, the first of each on the search path.

    They may come from different folders: a user who rewrites prompts need not copy the schema.
    Raises PackError for a name that no folder has, or that has only one of the two.
    """
    if not _NAME.fullmatch(name):
        raise PackError(
            f"{name!r} cannot be a pack's name.", "Use lower-case letters, digits and underscores."
        )
    path = search_path(folders)
    schema = next((f for p in path if (f := p / "schemas" / f"{name}.py").is_file()), None)
    prompts = next((f for p in path if (f := p / "prompts" / name).is_dir()), None)
    if schema is None and prompts is None:
        known = ", ".join(pack_names(folders))
        raise PackError(f"There is no pack {name!r}.", f"There are: {known}.")
    if schema is None:
        raise PackError(
            f"{prompts}: the pack {name!r} has no schema.", f"Add schemas/{name}.py beside it."
        )
    if prompts is None:
        raise PackError(
            f"{schema}: the pack {name!r} has no prompts.", f"Add prompts/{name}/*.md beside it."
        )
    return schema, prompts
