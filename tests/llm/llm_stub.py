"""A scripted endpoint, and questions to put to it."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationInfo, field_validator

from summarizer.llm import Answer, Ask, open_model
from summarizer.settings import Settings


@dataclass(frozen=True)
class Reply:
    """One scripted answer; `hang` is seconds of silence before it."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    hang: float = 0.0


def completion(content: str | None, *, finish: str = "stop", cached: int = 3) -> Reply:
    document = {
        "id": "c",
        "object": "chat.completion",
        "created": 1,
        "model": "stub",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content},
            }
        ],
        "usage": {
            "prompt_tokens": 100,
            "completion_tokens": 10,
            "total_tokens": 110,
            "prompt_tokens_details": {"cached_tokens": cached},
        },
    }
    return Reply(body=json.dumps(document).encode())


class Stub:
    """The endpoint: `script` is played in order, its last reply again and again."""

    def __init__(self) -> None:
        self.script: list[Reply] = []
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self.url = ""

    def play(self, *replies: Reply) -> None:
        self.script = list(replies)

    def next(self) -> Reply:
        with self._lock:
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    def enter(self) -> None:
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)

    def leave(self) -> None:
        with self._lock:
            self._at_once -= 1


ARTICLE = "The mayor opened the bridge {{ 7 * 7 }} {% if %} on Monday."
Make = Callable[..., Settings]


class Quote(BaseModel):
    quote: str

    @field_validator("quote")
    @classmethod
    def _stands_in_the_article(cls, value: str, info: ValidationInfo) -> str:
        if value not in (info.context or {})["text"]:
            raise ValueError("these words do not stand in the article; copy them exactly")
        return value


def question(**more: Any) -> Ask[Quote]:
    fields: dict[str, Any] = {
        "stage": "quote",
        "subject": "valley-post",
        "messages": ({"role": "user", "content": ARTICLE},),
        "response": Quote,
        "context": {"text": ARTICLE},
    }
    return Ask(**(fields | more))


def ask(settings: Settings, *asks: Ask[Quote], **options: Any) -> tuple[list[Answer[Quote]], Any]:
    async def run() -> tuple[list[Answer[Quote]], Any]:
        async with open_model(settings, **options) as model:
            answers = await asyncio.gather(*(model.ask(each) for each in asks))
        return list(answers), model

    return asyncio.run(run())


GOOD = completion('{"quote": "opened the bridge"}')
UNGROUNDED = completion('{"quote": "closed the bridge"}')
