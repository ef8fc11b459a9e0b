"""A model that can be asked: the store first, the endpoint only when it must be."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.llm.ask import Answer, Ask, told
from summarizer.llm.local import EmbeddedServer
from summarizer.llm.profiles import Endpoint, endpoint_for
from summarizer.llm.usage import Usage, usage_of
from summarizer.llm.weights import Progress as Loading
from summarizer.llm.weights import Weights, find
from summarizer.settings import Settings
from summarizer.store import Store, StoredAnswer

if TYPE_CHECKING:
    import httpx2

    from summarizer.llm.client import Client
    from summarizer.llm.tape.recall import Recalled

__all__ = ["Model", "Tape", "open_model"]

T = TypeVar("T", bound=BaseModel)
SEED = 0
# Tokens that a reasoning model may think before it answers.
THOUGHT = 4_096


class Tape(Protocol):
    """A recording: it stands in the transport's place, and asks `inner` where it must record."""

    def transport(
        self, inner: Callable[[], httpx2.AsyncBaseTransport]
    ) -> httpx2.AsyncBaseTransport:
        """Make the transport that records what passes through it, or replays it.

        `inner` makes the one to ask through; a replay never does, and reads no certificates.
        """
        ...

    def recall(self, ask: Ask[Any], request: Mapping[str, Any]) -> Recalled | None:
        """The answer to a question where the recording alone can tell it; None where it can't."""
        ...


@asynccontextmanager
async def open_model(
    settings: Settings,
    *,
    tape: Tape | None = None,
    store: Store | None = None,
    progress: Callable[[Usage], None] | None = None,
    loading: Loading | None = None,
) -> AsyncIterator[Model]:
    """Open the model that `settings` name; at its end no process and no thread stays.

    Nothing is loaded and nothing is sent before the first question that the store cannot answer.
    With a tape the store is left aside, so that a recording is complete. `progress` is called
    after each answer with the usage of all answers so far, `loading` while weights are joined.
    Raises ModelError for an unknown model.
    """
    model = Model(
        settings,
        endpoint_for(settings),
        tape=tape,
        store=store,
        progress=progress,
        loading=loading,
    )
    try:
        yield model
    finally:
        await model.close()


class Model:
    """A model that answers questions; made by `open_model`.

    - `name`: for people and provenance ("local/qwen2.5-coder-1.5b-instruct-q4_k_m").
    - `strategy`: "whole" or "stepwise", by the model's profile unless the settings say.
    - `context_tokens`: how much one request may hold, answer included.
    - `recorded`: whether a tape takes or gives the answers.
    - `used`: what all answers used took, also where a tape or the store gave them again.
    - `paid`: what was really asked of the endpoint now.
    """

    def __init__(
        self,
        settings: Settings,
        endpoint: Endpoint,
        *,
        tape: Tape | None,
        store: Store | None,
        progress: Callable[[Usage], None] | None,
        loading: Loading | None,
    ) -> None:
        self.name = endpoint.name
        self.strategy = settings.strategy or endpoint.profile.strategy
        self.context_tokens = endpoint.profile.context_tokens
        self.recorded = tape is not None
        self.used = Usage()
        self.paid = Usage()
        self._settings = settings
        self._endpoint = endpoint
        self._tape = tape
        self._store = None if tape is not None else store
        self._progress = progress
        self._loading = loading
        self._client: Client | None = None
        self._under_way: dict[str, asyncio.Lock] = {}

    async def ask(self, ask: Ask[T]) -> Answer[T]:
        """Answer one question; `value` is None where no answer satisfied the schema.

        Raises EndpointError, WeightsError, CostLimitReached or TapeMiss where nothing answered.
        """
        request = self._request(ask)
        key = self._key(ask, request)
        # The same question twice at once is paid for once.
        async with self._under_way.setdefault(key, asyncio.Lock()):
            answer = self._stored(ask, key) or self._recalled(ask, request)
            if answer is None:
                answer = await self._sent(ask, request, key)
        self.used += answer.usage
        if self._progress is not None:
            self._progress(self.used)
        return answer

    async def close(self) -> None:
        """Close connections and stop the embedded server."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    def _request(self, ask: Ask[Any]) -> dict[str, Any]:
        request: dict[str, Any] = {
            "model": self._endpoint.model,
            "messages": [dict(message) for message in ask.messages],
            "seed": SEED,
        }
        if self._endpoint.profile.reasoning:
            # These models refuse a temperature, and their thoughts count as output.
            return request | {
                "max_completion_tokens": ask.max_tokens + THOUGHT,
                "reasoning_effort": "low",
            }
        return request | {
            "temperature": self._settings.temperature,
            "max_tokens": ask.max_tokens,
        }

    def _key(self, ask: Ask[Any], request: dict[str, Any]) -> str:
        whole = {
            "endpoint": self._endpoint.identity,
            "request": request,
            "schema": ask.response.model_json_schema(),
            "reasks": ask.reasks,
        }
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    def _stored(self, ask: Ask[T], key: str) -> Answer[T] | None:
        kept = self._store.answer(key) if self._store is not None else None
        if kept is None:
            return None
        usage = Usage(
            calls=kept.calls,
            input_tokens=kept.input_tokens,
            output_tokens=kept.output_tokens,
            cached_tokens=kept.cached_tokens,
            cost_usd=None if kept.cost_usd is None else Decimal(kept.cost_usd),
            seconds=kept.seconds,
        )
        answer = _answer(ask, kept.raw, kept.refusal, usage)
        # An answer that was good when it was paid for and isn't now is asked for again.
        return None if answer.value is None and not kept.refusal else answer

    def _recalled(self, ask: Ask[T], request: dict[str, Any]) -> Answer[T] | None:
        found = self._tape.recall(ask, request) if self._tape is not None else None
        if found is None:
            return None
        usage = Usage()
        for tokens, seconds in found.taken:
            usage += usage_of(tokens, seconds, self._endpoint)
        self.paid += usage
        return _answer(ask, found.raw, found.refusal, usage)

    async def _sent(self, ask: Ask[T], request: dict[str, Any], key: str) -> Answer[T]:
        if self._client is None:
            self._client = self._open_client()
        outcome = await self._client.ask(ask, request)
        self.paid += outcome.usage
        if self._store is not None:
            usage = outcome.usage
            self._store.keep_answer(
                key,
                StoredAnswer(
                    model=self.name,
                    stage=ask.stage,
                    raw=outcome.raw,
                    refusal=outcome.refusal,
                    calls=usage.calls,
                    input_tokens=usage.input_tokens,
                    output_tokens=usage.output_tokens,
                    cached_tokens=usage.cached_tokens,
                    cost_usd=None if usage.cost_usd is None else str(usage.cost_usd),
                    seconds=usage.seconds,
                ),
            )
        return _answer(ask, outcome.raw, outcome.refusal, outcome.usage)

    def _open_client(self) -> Client:
        from summarizer.llm.client import Client
        from summarizer.llm.transport import Unlabelled

        tape = self._tape
        transport = Unlabelled(self._wire()) if tape is None else tape.transport(self._wire)
        key = self._settings.api_key.get_secret_value() if self._settings.api_key else "none"
        if self._endpoint.embedded:
            key = "none"  # the embedded server has its own; no tape and no log sees the user's
        return Client(self._endpoint, key, transport, self._settings.max_cost)

    def _wire(self) -> httpx2.AsyncBaseTransport:
        """What really sends a question: to the endpoint, or to a server of our own."""
        import httpx2

        from summarizer.llm.transport import Embedded, Timed

        wire = Timed(httpx2.AsyncHTTPTransport())
        return wire if self._endpoint.weights is None else Embedded(self._start_server, wire)

    def _start_server(self) -> EmbeddedServer:
        weights = self._endpoint.weights
        path = (
            find(weights, self._settings.cache_dir, self._loading)
            if isinstance(weights, Weights)
            else weights
        )
        return EmbeddedServer(
            Path(str(path)), self._endpoint.model, slots=self._endpoint.concurrency
        )


def _answer(ask: Ask[T], raw: str, refusal: str, usage: Usage) -> Answer[T]:
    """Check an answer with the asker's type and context, wherever it came from."""
    try:
        value = ask.response.model_validate_json(raw, strict=False, context=dict(ask.context))
    except ValidationError as error:
        return Answer(None, raw, usage, refusal or told(error))
    return Answer(value, raw, usage)
