"""A schema file: looked at before it is run, and run under a name of its own."""

from __future__ import annotations

import ast
import hashlib
import sys
import traceback
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from pydantic import ValidationError

from summarizer.documents import Pack
from summarizer.errors import PackError

__all__ = ["read_schema", "run_schema"]

_BODIES = ("body", "orelse", "finalbody", "handlers", "cases")
ALLOWED = ("pydantic", "summarizer.documents")


def read_schema(path: Path) -> str:
    """Read a schema file and look at it, running nothing of it.

    Raises PackError naming file and line where it isn't Python, imports anything but the standard
    library, pydantic and summarizer.documents, or assigns no PACK. The look keeps a pack within
    its layer; it is no sandbox, for a schema file is code.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        tree = _parsed(text, str(path))
    except SyntaxError as error:
        raise PackError(
            f"{path}:{error.lineno or 1}: not Python ({error.msg}).", "Correct the schema file."
        ) from error
    except (OSError, ValueError) as error:
        raise PackError(f"{path}:1: cannot be read ({error}).", "It is a UTF-8 file.") from error
    for node in _statements(tree):
        for name in _imported(node):
            if not _may_import(name):
                raise PackError(
                    f"{path}:{getattr(node, 'lineno', 1)}: imports {name}.",
                    "A schema file may import summarizer.documents, pydantic and the standard"
                    " library.",
                )
    if not _line_of_pack(tree):
        raise PackError(f"{path}:1: assigns no PACK.", "End it with PACK = Pack(…).")
    return text


def run_schema(path: Path, text: str, name: str) -> Pack:
    """Run a schema file that was looked at and take its PACK; the same file runs only once.

    Raises PackError naming file and line where it fails, or PACK isn't a Pack of that name.
    """
    key = hashlib.sha256(f"{path}\n{text}".encode()).hexdigest()[:16]
    private = f"_summarizer_pack_{name}_{key}"
    module = sys.modules.get(private)
    if module is None:
        module = ModuleType(private)
        module.__file__ = str(path)
        # Pydantic resolves forward references through sys.modules, so it stands there first.
        sys.modules[private] = module
        try:
            code = compile(_parsed(text, str(path)), str(path), "exec")
            exec(code, module.__dict__)  # noqa: S102 - looked at above
        except Exception as error:
            del sys.modules[private]
            raise PackError(
                f"{path}:{_line_of(error, path)}: fails ({_told(error)}).",
                "Correct the schema file.",
            ) from error
    pack = getattr(module, "PACK", None)
    if isinstance(pack, Pack) and pack.name == name:
        return pack
    line = _line_of_pack(ast.parse(text))
    if not isinstance(pack, Pack):
        raise PackError(f"{path}:{line}: PACK is not a Pack.", "End it with PACK = Pack(…).")
    raise PackError(
        f"{path}:{line}: PACK is named {pack.name!r}.", f"Name it {name!r}, after its file."
    )


@lru_cache(maxsize=1)  # a file is run right after it was looked at
def _parsed(text: str, path: str) -> ast.Module:
    return ast.parse(text, filename=path)


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Every statement of a file, however deep: what is in expressions can't import by statement."""
    for part in _BODIES:
        for node in getattr(tree, part, ()):
            yield node
            yield from _statements(node)


def _told(error: Exception) -> str:
    """Say an error on one line; of a declaration that doesn't fit, each field and why."""
    if not isinstance(error, ValidationError):
        return f"{type(error).__name__}: {error}"
    listed = error.errors(include_url=False, include_input=False, include_context=False)
    faults = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in listed)
    return f"{error.title}: {faults}"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        module = "." * node.level + (node.module or "")
        if module == "summarizer":  # "from summarizer import documents" is the same thing
            return [f"summarizer.{alias.name}" for alias in node.names]
        return [module]
    return []


def _may_import(name: str) -> bool:
    if name.partition(".")[0] in sys.stdlib_module_names:
        return True
    return any(name == allowed or name.startswith(allowed + ".") for allowed in ALLOWED)


def _line_of_pack(tree: ast.Module) -> int:
    """Find the line that assigns PACK, 0 for none."""
    for node in reversed(tree.body):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "PACK" for target in targets):
            return node.lineno
    return 0


def _line_of(error: Exception, path: Path) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno for f in reversed(frames) if f.filename == str(path) and f.lineno), 1)
