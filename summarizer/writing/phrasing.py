"""A model's own words for agreed findings, taken only where they pass the gate."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ValidationInfo, field_validator

from summarizer.documents import Finding, Sentence
from summarizer.documents.numerals import numbers_in
from summarizer.writing.neutrality import Problem, check_sentence
from summarizer.writing.sentences import Telling

if TYPE_CHECKING:
    from summarizer.llm import Model, Usage
    from summarizer.packs import LoadedPack

__all__ = ["Joined", "Phrased", "join_agreed"]

_MOST = 3  # template sentences that one sentence may join: a longer one reads badly


class Joined(BaseModel):
    """The answer that the prompt `compose` asks for; the gate comes as `context["gate"]`."""

    sentence: str

    @field_validator("sentence")
    @classmethod
    def _passes(cls, value: str, info: ValidationInfo) -> str:
        gate: Callable[[str], list[Problem]] | None = (info.context or {}).get("gate")
        problems = gate(value) if gate is not None else []
        if problems:
            raise ValueError("; ".join(dict.fromkeys(p.message for p in problems)))
        return value.strip()


class Phrased(NamedTuple):
    """Sentences after the model was asked, what its answers took, and how many were refused."""

    sentences: list[Sentence]
    usage: tuple[Usage, ...]
    refused: int


async def join_agreed(
    sentences: Sequence[Sentence],
    findings: Sequence[Finding],
    loaded: LoadedPack,
    model: Model,
    telling: Telling,
    *,
    subject: str,
) -> Phrased:
    """Let the model join neighbouring template sentences that tell only what is agreed.

    Attributed and disputed sentences stay templates: a model that drops an owner can do no harm.
    """
    from summarizer.llm import Ask

    prompt = loaded.prompts.get("compose")
    by_id = {f.id: f for f in findings}
    if prompt is None:
        return Phrased(list(sentences), (), 0)
    result: list[Sentence] = []
    usage: list[Usage] = []
    refused = 0
    for run in _runs(sentences, by_id):
        if len(run) == 1:
            result += run
            continue
        text = "\n".join(s.text for s in run)
        told = [by_id[name] for s in run for name in s.findings]
        answer = await model.ask(
            Ask(
                stage="compose",
                subject=subject,
                messages=prompt.render(sentences=text),
                response=Joined,
                max_tokens=prompt.max_tokens,
                context={"gate": _gate(text, told, telling)},
                reasks=1,
            )
        )
        usage.append(answer.usage)
        if answer.value is None:
            refused += 1
            result += run
        else:
            result.append(_joined(run, answer.value.sentence))
    return Phrased(result, tuple(usage), refused)


def _runs(sentences: Sequence[Sentence], by_id: dict[str, Finding]) -> list[list[Sentence]]:
    """Part sentences into runs of the first paragraph that may be joined, and single others."""
    runs: list[list[Sentence]] = []
    for sentence in sentences:
        agreed = all(by_id[name].status == "agreed" for name in sentence.findings)
        joins = agreed and sentence.paragraph == 0
        last = runs[-1] if runs else []
        open_ = bool(last) and len(last) < _MOST and last[0].paragraph == 0
        before = open_ and all(by_id[n].status == "agreed" for s in last for n in s.findings)
        if joins and before:
            last.append(sentence)
        else:
            runs.append([sentence])
    return runs


def _gate(
    templates: str, findings: Sequence[Finding], telling: Telling
) -> Callable[[str], list[Problem]]:
    """Make the gate for one answer: nothing beyond the findings, nothing of the templates lost."""

    def gate(text: str) -> list[Problem]:
        problems = check_sentence(
            text, findings, telling.pack, outlets=telling.outlets, names=[templates]
        )
        there = [n.value for n in numbers_in(text)]
        for number in numbers_in(templates):
            if number.value not in there:
                word = templates[number.start : number.end]
                problems.append(Problem("number", f"the number “{word}” is missing"))
            elif there.count(number.value) > 1:
                word = templates[number.start : number.end]
                problems.append(Problem("number", f"the number “{word}” stands more than once"))
        lost = [name for name in _names_in(templates) if name not in text]
        problems += [Problem("name", f"the name “{name}” is missing") for name in lost]
        if _is_spliced(text, templates):
            problems.append(
                Problem("vague", "join the sentences with “and”, not with a comma alone")
            )
        if text.strip()[-1:] not in ".”" or len(text.split()) > 2 * len(templates.split()):
            problems.append(Problem("vague", "write one sentence no longer than those given"))
        return problems

    return gate


def _is_spliced(text: str, templates: str) -> bool:
    """Whether a sentence follows another after a bare comma: "40 came home, the swap was in Tarsk"."""
    openings = (" ".join(line.split()[:2]) for line in templates.splitlines()[1:])
    return any(re.search(rf",\s+{re.escape(o)}\b", text, re.IGNORECASE) for o in openings if o)


def _names_in(templates: str) -> list[str]:
    """List the capitalised words that open no sentence: names that must not be lost."""
    return [m[1] for m in re.finditer(r"(?<=[a-z0-9,] )([A-Z][\w-]+)", templates)]


def _joined(run: Sequence[Sentence], text: str) -> Sentence:
    """Make one sentence that names and cites all that the run did."""
    return Sentence(
        text=text,
        findings=tuple(dict.fromkeys(name for s in run for name in s.findings)),
        citations=tuple(dict.fromkeys(c for s in run for c in s.citations)),
        phrased="model",
        paragraph=run[0].paragraph,
    )
