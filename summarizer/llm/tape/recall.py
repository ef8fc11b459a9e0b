"""Recall: a tape's answer to a question, without the client that would send it.

openai and instructor take more than a second to import, and a replay sends nothing. Where the tape
was recorded with the very versions that are installed, what they would send is known: the request,
with the answer's schema. It must stand on the tape to the letter. Whatever is not so plain (a
failure and what followed, an answer cut short, a miss and its explanation) is left to the client.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from summarizer.llm.ask import told
from summarizer.llm.tape.body import load
from summarizer.llm.usage import SECONDS

if TYPE_CHECKING:
    from summarizer.llm.ask import Ask
    from summarizer.llm.tape.recorder import Tape
    from summarizer.llm.tape.reel import Reel

__all__ = ["Recalled", "recall"]

OPERATION = "/v1/chat/completions"
CUT = "length"  # why a model stopped whose answer is not whole


@dataclass(frozen=True)
class Recalled:
    """The last answer to a question: `refusal` is empty where it satisfied its schema.

    `taken` is what each call took: the tokens as the endpoint counted them, and the seconds.
    """

    raw: str
    refusal: str
    taken: tuple[tuple[Mapping[str, Any] | None, float], ...]


@dataclass(frozen=True)
class _Spoken:
    """One recorded answer, taken apart."""

    content: str
    tokens: Mapping[str, Any] | None
    seconds: float


def recall(tape: Tape, ask: Ask[Any], request: Mapping[str, Any]) -> Recalled | None:
    """What the tape answers to `request`, reasks included; None where the client must find out.

    Raises TapeError where the cassette cannot be read.
    """
    if tape.mode != "replay" or not tape.same_libraries:
        return None
    schema = {"name": ask.response.__name__, "schema": ask.response.model_json_schema()}
    body = {**request, "response_format": {"type": "json_schema", "json_schema": schema}}
    with tape.lock:
        reel = tape.reel(ask.subject, ask.stage)
        question = tape.kept("POST", OPERATION, body, private=reel.private).question
        played: list[str] = []
        taken: list[tuple[Mapping[str, Any] | None, float]] = []
        while (spoken := _spoken(reel, question)) is not None:
            played.append(question)
            taken.append((spoken.tokens, spoken.seconds))
            wrong = _wrong(ask, spoken.content)
            if wrong is None or len(played) > ask.reasks:
                for each in played:
                    reel.next(each)
                return Recalled(spoken.content, told(wrong) if wrong else "", tuple(taken))
            again = _asked_again(tape, reel, question, spoken.content, str(wrong))
            if again is None:
                return None
            question = again
    return None


def _wrong(ask: Ask[Any], raw: str) -> ValidationError | None:
    try:
        ask.response.model_validate_json(raw, strict=False, context=dict(ask.context))
    except ValidationError as error:
        return error
    return None


def _spoken(reel: Reel, question: str) -> _Spoken | None:
    """The next answer to a question, where it is a whole one."""
    recorded = reel.peek(question)
    if recorded is None or recorded.failed:
        return None
    completion = load(recorded.answer)
    try:
        [choice] = completion["choices"]
        content, refused = choice["message"]["content"], choice["message"].get("refusal")
        if not isinstance(content, str) or refused or choice["finish_reason"] == CUT:
            return None
        seconds = float(dict(recorded.headers).get(SECONDS, 0))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # the client says what is wrong with it
    return _Spoken(content, completion.get("usage"), seconds)


def _asked_again(tape: Tape, reel: Reel, question: str, answer: str, wrong: str) -> str | None:
    """The recorded question that repeats `question`, the answer, and what was wrong with it."""
    clean = tape.scrubber.cleaner()
    asked = next(item for item in reel.interactions if item.question == question)
    before = load(asked.body)
    for item in reel.interactions:
        after = load(item.body)
        messages = after.get("messages", []) if isinstance(after, dict) else []
        if (
            messages[:-2] == before["messages"]
            and {**after, "messages": []} == {**before, "messages": []}
            and messages[-2].get("content") == answer
            and clean(wrong) in messages[-1].get("content", "")
        ):
            return item.question
    return None
