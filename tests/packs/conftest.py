"""A third pack, of labour strikes in invented places, that no line of the package knows."""

from __future__ import annotations

from pathlib import Path

import pytest

SCHEMA = '''"""The pack `strike`: labour strikes."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel

from summarizer.documents import (
    Contested, Cue, DateClaim, Example, Facts, FieldRule, Figure, Frame, Label, LabelClaim, NameCue,
    NamedClaim, Pack, Statement,
)


class StrikeFigure(Figure):
    side: str | None = None


class StrikeFacts(Facts):
    figures: tuple[StrikeFigure, ...] = ()
    date: DateClaim | None = None
    unions: tuple[NamedClaim, ...] = ()
    statements: tuple[Statement, ...] = ()


class Whole(BaseModel):
    headline: str


PACK = Pack(
    name="strike",
    title="Strike",
    description="Work stopped by those who do it.",
    facts=StrikeFacts,
    detect={r"\\bstrikers?\\b": 0.75, r"\\bwalk(?:ed)? out\\b": 0.5},
    people={"out": ("striker", "picket"), "in": ("strikebreaker",)},
    people_label="side",
    labels={
        "side": Label(
            values={"out": "on strike", "in": "at work"},
            question="Were they on strike?",
            cues=(Cue(value="out", verbs=("strike",)), Cue(value="in", text=r"\\bat work\\b")),
        ),
    },
    names={"unions": (NameCue(verbs=("strike",), role="subject", kinds=("ORG",)),)},
    fields={
        "figures": FieldRule(
            title="How many struck", point=("side",), kept={"side": ("out",)},
            phrase={"counted": "{{ detail }} were {{ labels.side }}", "clause": "{{ counts }}"},
        ),
        "unions": FieldRule(
            title="Unions", phrase={"clause": "{{ value }} {{ 'were' if many else 'was' }} out"},
        ),
    },
    contested=(
        Contested(refers_to="others", used="workers", terms=(r"\\bscabs?\\b",), reason="why"),
    ),
    examples=(Example(text="Some 40 weavers struck.", number="40", labels={"side": "out"}),),
    event_title="Strike{% if date %}, {{ date | date }}{% endif %}",
    extra={"whole": Whole},
)
'''

INPUTS = {
    "whole": ("article", "outlet", "published"),
    "gist": ("article",),
    "label": ("question", "choices", "shots", "passage"),
    "compose": ("sentences",),
}


def prompt_text(*inputs: str) -> str:
    used = "\n".join(f"{name}: {{{{ {name} }}}}" for name in inputs)
    return (
        f"---\ndescription: A question.\ninputs: [{', '.join(inputs)}]\nmax_tokens: 20\n---\n"
        f"## system\nYou answer about strikes.\n\n## user\n{used}\n"
    )


@pytest.fixture(autouse=True)
def no_packs_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("home")
    monkeypatch.delenv("SUMMARIZER_PACKS", raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder that holds the pack `strike`."""
    made = tmp_path / "mine"
    (made / "schemas").mkdir(parents=True)
    (made / "prompts" / "strike").mkdir(parents=True)
    (made / "schemas" / "strike.py").write_text(SCHEMA, encoding="utf-8")
    for name, inputs in INPUTS.items():
        file = made / "prompts" / "strike" / f"{name}.md"
        file.write_text(prompt_text(*inputs), encoding="utf-8")
    return made


@pytest.fixture
def edit(folder: Path):
    """Change words of the schema (or of a prompt), so that one thing is wrong with it."""

    def change(old: str, new: str, file: str = "schemas/strike.py") -> Path:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return change
