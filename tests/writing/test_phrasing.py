"""A model may join what is agreed; what fails the gate is reasked, then a template stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import ValidationError

from summarizer.documents import Brief
from summarizer.llm import Answer, Ask, Usage
from summarizer.writing.phrasing import Joined, _is_spliced

Write = Callable[..., Brief]
GOOD = (
    "It took place on 23 May 2025, the numbers for sailors and fishermen released were 270 and 120."
)


class Prompt:
    max_tokens = 120

    def render(self, *, sentences: str) -> tuple[dict[str, str], ...]:
        return ({"role": "user", "content": sentences},)


class Scripted:
    """Answers in turn; each is validated as the client would, once more after a refusal."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.refusals: list[str] = []

    async def ask(self, ask: Ask[Any]) -> Answer[Any]:
        self.asked.append(ask.messages[-1]["content"])
        usage = Usage(calls=1, input_tokens=10, output_tokens=5, cost_usd=Decimal(0), seconds=0.5)
        for _ in range(ask.reasks + 1):
            raw = self.answers.pop(0)
            try:
                value = Joined.model_validate({"sentence": raw}, context=dict(ask.context))
            except ValidationError as error:
                self.refusals.append(str(error))
            else:
                return Answer(value=value, raw=raw, usage=usage)
        return Answer(value=None, raw=raw, usage=usage, refusal=self.refusals[-1])


@pytest.fixture
def joined(sea: SimpleNamespace, brief_of: Write) -> Callable[[Scripted], Brief]:
    def made(model: Scripted) -> Brief:
        findings = (sea.EACH_270, sea.EACH_120, sea.DATE, sea.SHIPS, sea.VENN)
        return brief_of(*findings, model=model, prompts={"compose": Prompt()})

    return made


def test_agreed_sentences_are_joined_and_keep_all_their_citations(
    joined: Callable[[Scripted], Brief],
) -> None:
    model = Scripted(GOOD)
    brief = joined(model)
    first = brief.summary[0]
    assert (first.text, first.phrased) == (GOOD, "model")
    assert first.findings == ("f1", "f2", "d1")
    assert len(first.citations) == 6
    assert [s.phrased for s in brief.summary[1:]] == ["template", "template"]
    assert not any("ships" in asked or "promise" in asked for asked in model.asked)
    assert brief.provenance.calls == 1
    assert brief.provenance.seconds == 0.5


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (GOOD.replace("270", "271"), "271"),
        (GOOD.replace(" and 120", ""), "“120” is missing"),
        (GOOD.replace("270", "270 of 270"), "more than once"),
        (GOOD.replace("It", "The regime"), "regime"),
        (GOOD.replace("May", "Mr Tolk"), "Tolk"),
        (GOOD.replace("sailors", "heroic sailors"), "heroic"),
    ],
)
def test_a_faulty_answer_is_reasked_with_the_reason(
    joined: Callable[[Scripted], Brief], answer: str, why: str
) -> None:
    model = Scripted(answer, GOOD)
    assert joined(model).summary[0].text == GOOD
    assert why in model.refusals[0]


def test_after_two_faults_the_templates_stand_and_the_brief_says_so(
    joined: Callable[[Scripted], Brief],
) -> None:
    brief = joined(Scripted("Nothing happened.", "The heroic crews came home."))
    assert [s.phrased for s in brief.summary] == ["template"] * 5
    assert re.match(r"1 sentence worded by the model did not pass", brief.notes[0])


@pytest.mark.parametrize(
    ("text", "spliced"),
    [
        ("Forty came home, the swap took place in Tarsk.", True),
        ("Forty came home, and the swap took place in Tarsk.", False),
        ("Forty came home; the swap took place in Tarsk.", False),
        ("Forty came home in the swap, which took place in Tarsk.", False),
    ],
)
def test_a_bare_comma_joins_no_sentences(text: str, spliced: bool) -> None:
    assert _is_spliced(text, "Forty came home.\nThe swap took place in Tarsk.") is spliced


def test_a_pack_without_the_prompt_asks_nothing(brief_of: Write) -> None:
    model = Scripted()
    assert brief_of(model=model).summary == brief_of().summary
