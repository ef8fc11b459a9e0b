"""Ask: what a model is asked about one article, and the shape its answers must have."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import (
    BaseModel,
    Field,
    ValidationInfo,
    create_model,
    field_validator,
    model_validator,
)

from summarizer.errors import EndpointError
from summarizer.extraction.ground import Ungrounded, ground
from summarizer.llm import Answer, Ask, Usage

if TYPE_CHECKING:
    from summarizer.documents import Article, Example, Label
    from summarizer.extraction.drafts import Draft
    from summarizer.llm import Model
    from summarizer.packs import LoadedPack

__all__ = [
    "Asking",
    "Choice",
    "Gist",
    "Point",
    "ask_gist",
    "ask_label",
    "ask_whole",
    "choices_for",
    "subject_of",
]

UNCLEAR = "unclear"  # the answer that leaves a label open
_SHOTS = 4
_WORDS_IN_HEADLINE = 14


class Point(BaseModel):
    """One sentence of a summary with words copied out of the article that bear it out."""

    text: str = Field(min_length=8, max_length=320)
    quote: str = Field(min_length=4, max_length=600)

    @field_validator("quote")
    @classmethod
    def _stands_in_the_article(cls, quote: str, info: ValidationInfo) -> str:
        text = (info.context or {}).get("text")
        if isinstance(text, str):
            try:
                ground(quote, text)
            except Ungrounded as error:
                raise ValueError(f"{error}: copy the words exactly as they stand") from error
        return quote


class Gist(BaseModel):
    """A headline and two or three points."""

    headline: str = Field(min_length=8, max_length=160)
    points: list[Point] = Field(min_length=1, max_length=4)

    @model_validator(mode="after")
    def _headline_is_short(self) -> Self:
        if len(self.headline.split()) > _WORDS_IN_HEADLINE:
            raise ValueError(f"the headline must have at most {_WORDS_IN_HEADLINE} words")
        return self


class Choice(BaseModel):
    """An answer that a model may give, what it means, and the label's value it stands for."""

    answer: str
    meaning: str
    value: str


class Asking:
    """The questions about one article: what the answers took, and what was refused.

    A question that the endpoint could not answer is one refused answer as long as another one was
    answered; where none is, the endpoint's error is raised. Anything else that is wrong with the
    model (no weights, the cost limit, a tape's miss) is raised at once.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._failure: EndpointError | None = None
        self._answered = False
        self.stages: dict[str, Usage] = {}

    @property
    def usage(self) -> Usage:
        """What all answers took."""
        return sum(self.stages.values(), Usage())

    async def answers(self, asks: Sequence[Ask[Any]]) -> list[Answer[Any]]:
        """Ask all at once; the answers come in the order of the questions."""
        results = await asyncio.gather(*(self._one(ask) for ask in asks))
        for ask, answer in zip(asks, results, strict=True):
            self.stages[ask.stage] = self.stages.get(ask.stage, Usage()) + answer.usage
        return results

    async def _one(self, ask: Ask[Any]) -> Answer[Any]:
        try:
            answer = await self._model.ask(ask)
        except EndpointError as error:
            self._failure = error
            return Answer(None, "", Usage(), str(error))
        self._answered = True
        return answer

    def check(self) -> None:
        """Raise the endpoint's error where it answered no question at all."""
        if self._failure is not None and not self._answered:
            raise self._failure


def subject_of(article: Article) -> str:
    """A name for people and file systems: the file's stem or the outlet, else the article's id."""
    name = re.sub(r"\.[A-Za-z]+$", "", (article.path or "").replace("\\", "/").rsplit("/", 1)[-1])
    name = name or article.outlet or ""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return f"{slug}-{article.id[-4:]}" if slug else article.id


def choices_for(label: Label, pair: Sequence[str]) -> list[Choice]:
    """The closed choices of a label, the last of them that the words don't say.

    Where a label's values are parties, those of the article stand in their place.
    """
    found: list[Choice] = []
    for value, meaning in label.values.items():
        if label.party and value == label.party.format(party="PARTY"):
            found += [
                Choice(
                    answer=party,
                    meaning=meaning.replace("PARTY", party),
                    value=label.party.format(party=party),
                )
                for party in pair
            ]
        else:
            found.append(Choice(answer=value, meaning=meaning, value=value))
    return [*found, Choice(answer=UNCLEAR, meaning="the sentence does not say", value="")]


def ask_label(
    article: Article, loaded: LoadedPack, name: str, draft: Draft, *, pair: Sequence[str]
) -> tuple[Ask[Any], list[Choice]]:
    """Ask one closed question about one marked number; the answer is one of the choices."""
    label = loaded.pack.labels[name]
    choices = choices_for(label, pair)
    prompt = loaded.prompt("label")
    passage = marked(
        draft.evidence.quote,
        draft.mention.start - draft.evidence.start,
        draft.mention.end - draft.evidence.start,
    )
    shots = [
        {
            "passage": marked(
                e.text, e.text.index(e.number), e.text.index(e.number) + len(e.number)
            ),
            "answer": _answer(e, name, label),
        }
        for e in nearest(passage, loaded.pack.examples, name)
    ]
    messages = prompt.render(
        question=label.question,
        choices=[choice.model_dump(include={"answer", "meaning"}) for choice in choices],
        shots=shots,
        passage=passage,
    )
    answers: Any = Literal[tuple(choice.answer for choice in choices)]
    response = create_model(f"Label_{name}", answer=(answers, ...))
    return Ask(
        f"label-{name}",
        subject_of(article),
        tuple(messages),
        response,
        max_tokens=prompt.max_tokens,
    ), choices


def _answer(example: Example, name: str, label: Label) -> str:
    value = example.labels[name]
    if label.party:
        pattern = re.escape(label.party).replace(re.escape("{party}"), "(.+)")
        match = re.fullmatch(pattern, value)
        if match:
            return match[1]
    return value


def marked(passage: str, start: int, end: int) -> str:
    """The passage with one number marked: [[270]]."""
    return f"{passage[:start]}[[{passage[start:end]}]]{passage[end:]}"


def nearest(passage: str, examples: Sequence[Example], name: str) -> list[Example]:
    """The annotated examples most like the passage by shared words, no answer three times."""
    words = set(re.findall(r"[a-z]+", passage.lower()))
    fitting = [e for e in examples if name in e.labels]
    ranked = sorted(
        fitting,
        key=lambda e: (
            -len(words & set(re.findall(r"[a-z]+", e.text.lower()))) / (8 + len(e.text.split())),
            e.text,
        ),
    )
    chosen: list[Example] = []
    for example in ranked:
        if len(chosen) == _SHOTS:
            break
        if sum(e.labels[name] == example.labels[name] for e in chosen) < 2:  # noqa: PLR2004
            chosen.append(example)
    return chosen[::-1]  # the nearest stands last, next to the question


def ask_gist(article: Article, loaded: LoadedPack, text: str) -> Ask[Gist]:
    """Ask for a headline and points of `text`, each with words copied from the article."""
    prompt = loaded.prompt("gist")
    messages = prompt.render(article=text)
    return Ask(
        "gist",
        subject_of(article),
        tuple(messages),
        Gist,
        max_tokens=prompt.max_tokens,
        context={"text": article.text},
    )


def ask_whole(article: Article, loaded: LoadedPack, text: str) -> Ask[Any]:
    """Ask for everything at once, in the pack's own proposal schema."""
    prompt = loaded.prompt("whole")
    response: type[BaseModel] = loaded.pack.extra["whole"]
    messages = prompt.render(
        article=text,
        outlet=article.outlet or "not known",
        published=article.published or "not known",
    )
    context: Mapping[str, Any] = {"text": article.text}
    return Ask(
        "whole",
        subject_of(article),
        tuple(messages),
        response,
        max_tokens=prompt.max_tokens,
        context=context,
    )
