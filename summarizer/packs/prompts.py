"""Prompt files: Markdown with strict front matter, then `## system` and `## user`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import TemplateError, TemplateSyntaxError, meta

from summarizer.errors import PackError
from summarizer.packs.phrases import environment

__all__ = ["INPUTS", "Message", "Prompt", "read_prompt"]

Message = dict[str, str]

# What each prompt is given by the code that asks with it. A prompt declares exactly these.
INPUTS: Mapping[str, tuple[str, ...]] = {
    "whole": ("article", "outlet", "published"),
    "gist": ("article",),
    "label": ("question", "choices", "shots", "passage"),
    "compose": ("sentences",),
}
KEYS: Mapping[str, str] = {
    "description": "a sentence",
    "inputs": "a list of variables' names in lower case, each once",
    "max_tokens": "a whole number above 0",
}
ROLES = ("system", "user")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, and quicker
_HEADING = re.compile(r"^##[ \t]+(.*?)[ \t]*$")
_VARIABLE = re.compile(r"[a-z][a-z0-9_]*")


def _are_names(value: object) -> bool:
    if not isinstance(value, list):
        return False
    names = [item for item in value if isinstance(item, str) and _VARIABLE.fullmatch(item)]
    return len(names) == len(value) == len(set(names))


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "description": lambda value: isinstance(value, str) and bool(value.strip()),
    "inputs": _are_names,
    "max_tokens": lambda value: type(value) is int and value > 0,  # a boolean is an int too
}


@dataclass(frozen=True)
class Prompt:
    """One prompt of a pack.

    `inputs` are the variables it declares, `used` those its sections mention; `sections` maps
    "system" and "user" to their templates; `text` is the whole file, for the version.
    """

    name: str
    path: Path
    description: str
    inputs: tuple[str, ...]
    max_tokens: int
    sections: Mapping[str, str]
    used: frozenset[str]
    text: str

    def render(self, **variables: Any) -> tuple[Message, ...]:
        """Make the messages, `variables` put in as values: template syntax inside them stays text.

        Raises PackError naming every variable that is missing, not declared, or used without
        being declared.
        """
        faults = [
            f"{what}: {', '.join(sorted(names))}"
            for what, names in (
                ("missing", set(self.inputs) - set(variables)),
                ("not declared", set(variables) - set(self.inputs)),
                ("used but not declared", self.used - set(self.inputs)),
            )
            if names
        ]
        if faults:
            raise PackError(
                f"{self.path}: variables that do not fit ({'; '.join(faults)}).",
                "`inputs` in the front matter declares what a prompt takes.",
            )
        try:
            return tuple(
                {
                    "role": role,
                    "content": environment().from_string(self.sections[role]).render(variables),
                }
                for role in ROLES
            )
        except (TemplateError, TypeError, ValueError, LookupError) as error:
            # The message may hold a piece of the article; errors never do.
            raise PackError(
                f"{self.path}: cannot be rendered ({type(error).__name__}).",
                "Check its filters and the attributes it asks for.",
            ) from error


def read_prompt(path: Path) -> Prompt:
    """Read and check a prompt file; raises PackError naming the file and the line."""
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: {error}.", "A prompt is a readable UTF-8 file.") from error
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise PackError(
            f"{path}:1: no front matter.",
            "Begin with --- and description, inputs, max_tokens, then --- again.",
        )
    end = lines.index("---", 1)
    front = _front_matter(path, "\n".join(lines[1:end]))
    sections, starts = _sections(path, lines, end + 1)
    used: set[str] = set()
    for role, section in sections.items():
        try:
            used |= meta.find_undeclared_variables(environment().parse(section))
        except TemplateSyntaxError as error:
            raise PackError(
                f"{path}:{starts[role] + error.lineno}: {error.message}.", "Correct the template."
            ) from error
    return Prompt(
        name=path.stem,
        path=path,
        description=front["description"].strip(),
        inputs=tuple(front["inputs"]),
        max_tokens=front["max_tokens"],
        sections=sections,
        used=frozenset(used),
        text=text,
    )


def _front_matter(path: Path, text: str) -> dict[str, Any]:
    try:
        node = yaml.compose(text, Loader=_LOADER)
        values = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe one
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        raise PackError(f"{path}:{line}: the front matter is no YAML.", "Correct it.") from error
    if not isinstance(node, yaml.MappingNode):
        raise PackError(f"{path}:2: the front matter has no keys.", f"It takes {', '.join(KEYS)}.")
    lines = _key_lines(path, node)
    for name in KEYS:
        if name not in lines:
            raise PackError(f"{path}:1: the front matter lacks {name!r}.", "Add it.")
        if not _FITS[name](values[name]):
            raise PackError(f"{path}:{lines[name]}: {name!r} must be {KEYS[name]}.", "Correct it.")
    return dict(values)


def _key_lines(path: Path, node: yaml.MappingNode) -> dict[str, int]:
    """Find the line of each key in the file; an unknown key or a second one is refused."""
    seen: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 2  # counted from 0, and below the opening ---
        if key.value not in KEYS:
            raise PackError(
                f"{path}:{line}: unknown key {key.value!r}.", f"It takes {', '.join(KEYS)}."
            )
        if key.value in seen:
            raise PackError(f"{path}:{line}: {key.value!r} stands twice.", "Keep one.")
        seen[key.value] = line
    return seen


def _sections(path: Path, lines: list[str], first: int) -> tuple[dict[str, str], dict[str, int]]:
    """Each role's template, and the number of the line before its first."""
    bodies: dict[str, list[str]] = {}
    starts: dict[str, int] = {}
    role = ""
    for at, line in enumerate(lines[first:], first + 1):
        heading = _HEADING.match(line)
        if heading is None:
            if role:
                bodies[role].append(line)
            elif line.strip():
                raise PackError(f"{path}:{at}: words before '## system'.", "Move them below it.")
            continue
        expected = ROLES[len(bodies)] if len(bodies) < len(ROLES) else None
        role = heading[1]
        if role != expected:
            raise PackError(
                f"{path}:{at}: a section {role!r}.",
                "A prompt has '## system' and then '## user', and no other '## ' line.",
            )
        bodies[role], starts[role] = [], at
    sections: dict[str, str] = {}
    for name in ROLES:
        body = bodies.get(name, [])
        while body and not body[0].strip():
            body.pop(0)
            starts[name] += 1
        sections[name] = "\n".join(body).rstrip()
        if not sections[name]:
            raise PackError(f"{path}:{len(lines)}: no words under '## {name}'.", "Add them.")
    return sections, starts
