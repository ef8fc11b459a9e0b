"""Articles of our own, and a model that answers what a test scripts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from summarizer.documents import Article, ArticleSummary, article_id
from summarizer.errors import EndpointError
from summarizer.extraction import extract
from summarizer.llm import Answer, Ask, Usage
from summarizer.packs import LoadedPack, load_pack

# An exchange between two parties that no prompt, schema or example mentions.
TEXT = """Velmora and Tarsk exchanged captives on Saturday, 8 March 2031, at the Oster bridge.

The Velmoran defence ministry said that 64 soldiers and nine civilians had returned to Velmora.

“We will not rest until the last of them is home,” said Ilse Marn, the Velmoran envoy.

Another 30 sailors are still held in Tarsk, relatives told The Ferry Gazette.

Twelve teachers were mentioned in the papers that both delegations signed."""

EXCHANGE, EVENT = load_pack("exchange"), load_pack("event")
USAGE = Usage(calls=1, input_tokens=100, output_tokens=10)


def article(text: str = TEXT, **more: Any) -> Article:
    fields: dict[str, Any] = {"outlet": "The Ferry Gazette", "published": "2031-03-09"}
    return Article(id=article_id(text), text=text, **(fields | more))


Reply = Callable[[Ask[Any]], dict[str, Any] | str | Exception]


class FakeModel:
    """A model in process: `reply` says what it answers; answers are checked as ever."""

    def __init__(
        self, reply: Reply, *, strategy: str = "stepwise", context_tokens: int = 8192
    ) -> None:
        self.name, self.strategy, self.context_tokens = "fake", strategy, context_tokens
        self.recorded = False
        self.used = self.paid = Usage()
        self.asked: list[Ask[Any]] = []
        self._reply = reply

    async def ask(self, ask: Ask[Any]) -> Answer[Any]:
        self.asked.append(ask)
        given = self._reply(ask)
        if isinstance(given, Exception):
            raise given
        self.used += USAGE
        if isinstance(given, str):
            return Answer(None, "", USAGE, given)
        try:
            value = ask.response.model_validate(given, context=dict(ask.context))
        except ValidationError as error:
            return Answer(None, "", USAGE, str(error))
        return Answer(value, "", USAGE)

    def prompts(self, stage: str = "") -> list[str]:
        return [a.messages[-1]["content"] for a in self.asked if a.stage.startswith(stage)]


def summary(
    text: str = TEXT,
    model: FakeModel | None = None,
    *,
    pack: LoadedPack = EXCHANGE,
    strategy: str | None = None,
    **more: Any,
) -> ArticleSummary:
    return asyncio.run(extract(article(text, **more), pack, model, strategy=strategy))  # type: ignore[arg-type]


def whole(reply: dict[str, Any]) -> FakeModel:
    """A strong model that answers everything at once with a few fields of ours."""
    full = {"headline": "Velmora and Tarsk exchange captives", "gist": [], "figures": []} | reply
    if "gist" not in reply:
        full["gist"] = [
            {
                "text": "Velmora and Tarsk exchanged captives.",
                "quote": "Velmora and Tarsk exchanged captives on Saturday",
            }
        ]
    return FakeModel(lambda _: full, strategy="whole")


def down(_: Ask[Any]) -> Exception:
    return EndpointError("The endpoint is down.", "Start it.")
