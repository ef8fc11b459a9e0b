"""One question to a model, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.llm.usage import Usage

__all__ = ["Answer", "Ask", "Message", "told"]

Message = dict[str, str]
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Ask(Generic[T]):
    """A question with the shape its answer must have.

    - `stage`: what kind of question ("headline", "labels-direction", "whole"); names the tape.
    - `subject`: what it is about, safe in a file name: the slug of an article's file or an event's.
    - `messages`: {"role": "system" | "user" | "assistant", "content": …}, in order.
    - `response`: the pydantic model of the answer. A small model never sees the descriptions of
      its fields, so say in the messages what they mean.
    - `max_tokens`: the answer is refused when it is longer.
    - `context`: reaches validators as `info.context`.
    - `reasks`: how often the validator's message is sent back before the answer is refused.
    """

    stage: str
    subject: str
    messages: tuple[Message, ...]
    response: type[T]
    max_tokens: int = 256
    context: Mapping[str, Any] = field(default_factory=dict)
    reasks: int = 1


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What came back: `value`, or None with the reason in `refusal`.

    `raw` is the model's last answer as it stood. `refusal` is made of the validators' messages.
    """

    value: T | None
    raw: str
    usage: Usage
    refusal: str = ""


def told(error: ValidationError) -> str:
    """Say what a validator found wrong, field by field, without the value it found it in."""
    return "; ".join(
        f"{'.'.join(map(str, e['loc'])) or 'answer'}: {e['msg']}"
        for e in error.errors(include_input=False, include_url=False, include_context=False)
    )
