from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import PackError
from summarizer.packs import check_pack, pack_names

GIST = "prompts/strike/gist.md"


@pytest.mark.parametrize("name", pack_names())
def test_our_own_packs_have_no_problems(name: str):
    assert [str(problem) for problem in check_pack(name)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (GIST, "{{ article }}", "{{ article }} {{ tone }}", "uses 'tone', which"),
        (GIST, "{{ article }}", "none", "declares the input 'article' and never uses it"),
        (GIST, "[article]", "[article, mood]", "is not given 'mood'; it is given article"),
        (GIST, "inputs: [article]", "inputs: []", "does not declare 'article'"),
        (GIST, "max_tokens: 20", "max_token: 20", "unknown key 'max_token'"),
        ("", 'number="40"', 'number="41"', "number '41' does not stand in its text"),
        ("", "Some 40 weavers struck.", "Some 40 of 40 weavers.", "stands 2 times"),
        ("", "Some 40 weavers struck.", "Some 400 weavers struck.", "does not stand"),
        ("", 'labels={"side": "out"}', 'labels={"side": "off"}', "'off', which is no value of"),
        ("", 'labels={"side": "out"}', 'labels={"mood": "out"}', "the label 'mood', which is not"),
        ("", '("strikebreaker",)', '("Striker",)', "'Striker' stands for both 'out' and 'in'"),
        ("", '"in": ("strikeb', '"else": ("strikeb', "people names 'else', which is no value"),
        ("", 'people_label="side",', 'people_label="side", not_people=("picket",),', "'picket' st"),
        ("", 'people_label="side"', 'people_label="who"', "'who', which no figure carries"),
        ("", r'text=r"\bat work\b"', 'text="(at work"', "does not compile: '\\(at work'"),
        ("", r'r"\bstrikers?\b": 0.75', '"[strike": 0.75', "a sign of the pack has a pattern"),
        ("", "0.75", "0", "weighs 0"),
        ("", 'Cue(value="out", verbs=', 'Cue(value="away", verbs=', "gives 'away', which is no"),
        ("", 'verbs=("strike",)),', "weight=2),", "a cue for side 'out' has no condition"),
        ("", 'verbs=("strike",)),', 'given={"mood": "x"}),', "names the label 'mood'"),
        ("", 'names={"unions":', 'names={"mediators":', "cues for the field 'mediators', which"),
        ("", '"unions": FieldRule', '"leaders": FieldRule', "a rule for the field 'leaders'"),
        ("", 'point=("side",)', 'point=("who",)', "the rule for figures names the label 'who'"),
        ("", 'kept={"side": ("out",)}', 'kept={"side": ("off",)}', "figures names 'off'"),
        ("", "{{ counts }}", "{{ sum }}", "the phrase clause of figures uses 'sum'"),
        ("", "{{ counts }}", "{{ counts", "the phrase clause of figures is no template"),
        ("", '"counted":', '"tally":', "has a phrase 'tally'; there are: counted"),
        ("", r'r"\bscabs?\b"', r'r"\bwork\w*"', "'workers' is matched by its own"),
        ("", r'r"\bscabs?\b"', 'r"scab("', "the contested 'others' has a pattern"),
        ("", "side: str | None", "sides: str | None", "carry the label 'sides', which `labels`"),
        ("", "side: str | None", "sides: str | None", "declares 'side', which no figure carries"),
        ("", "{% if date %}", "{% if %}", "the title of an event is no template"),
        ("", '{"whole": Whole}', '{"whole": re}', r"extra\['whole'\] is not a pydantic model"),
        ("", "    contested=(\n", "    frames=(Frame(verbs=()),),\n    contested=(\n", "party"),
        ("", "import re\n", "import re, numpy\n", "imports numpy"),
    ],
)  # fmt: skip
def test_each_fault_is_found(
    edit: Callable[..., Path], file: str, old: str, new: str, message: str
):
    folder = edit(old, new, file or "schemas/strike.py")
    problems = check_pack("strike", [folder])
    with pytest.raises(PackError, match=message):
        # Raising lets `match` search all of them as one text, and shows them where none fits.
        raise PackError("\n".join(str(problem) for problem in problems))
    path = folder / (file or "schemas/strike.py")
    lines = path.read_text(encoding="utf-8").split("\n")
    assert all(problem.path == path for problem in problems)
    assert all(1 <= problem.line <= len(lines) for problem in problems)


def test_a_problem_points_at_its_line(edit: Callable[..., Path]):
    folder = edit('number="40"', 'number="41"')
    (problem,) = check_pack("strike", [folder])
    assert (
        "Some 40 weavers" in problem.path.read_text(encoding="utf-8").split("\n")[problem.line - 1]
    )


def test_a_prompt_that_is_missing_is_a_problem(folder: Path):
    (folder / "prompts" / "strike" / "label.md").unlink()
    (problem,) = check_pack("strike", [folder])
    assert problem.message == "no prompt label.md (inputs: question, choices, shots, passage)."


def test_a_stage_cue_must_give_a_declared_value(edit: Callable[..., Path]):
    folder = edit("unions: tuple[NamedClaim, ...] = ()", "unions: tuple[LabelClaim, ...] = ()")
    edit('verbs=("strike",), role="subject"', 'value="done", pattern="done"')
    edit('title="Unions",', 'title="Unions", order=("begun", "over"),')
    assert [p.message for p in check_pack("strike", [folder])] == [
        "a cue for unions gives 'done', not among its values."
    ]


def test_a_pack_that_is_not_there_is_no_problem_but_an_error():
    with pytest.raises(PackError, match="no pack 'weather'"):
        check_pack("weather")
