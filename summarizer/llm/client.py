"""The one client: every model is reached through here, over the OpenAI HTTP API.

This is the only file that imports openai, instructor and tenacity, and it is imported by the
first real call: that takes about a second.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import tenacity
from pydantic import ValidationError

from summarizer.errors import CostLimitReached, EndpointError, ModelError, SummarizerError
from summarizer.llm.ask import Ask, told
from summarizer.llm.imports import without
from summarizer.llm.profiles import Endpoint
from summarizer.llm.transport import STAGE, SUBJECT
from summarizer.llm.usage import SECONDS, Usage, price, usage_of

# openai loads aiohttp wherever it is installed, for a transport that is not ours.
with without("aiohttp"):
    import instructor
    import openai
    from instructor.core import IncompleteOutputException, InstructorRetryException
    from openai.types.chat import ChatCompletion

__all__ = ["Budget", "Client", "Outcome"]

JITTERED = tenacity.wait_exponential(multiplier=0.5, max=30) + tenacity.wait_random(0, 0.5)
PASSING, FAULTS = {408, 409, 429}, 500
# Statuses whose message helps and cannot repeat the request. Others may quote the article.
TELLING, DETAIL = {401, 403, 404}, 160
HINTS = {
    400: "The model may not take this kind of request; try another model.",
    401: "Check the key: OPENAI_API_KEY or the api_key setting.",
    403: "The key may not use this model.",
    404: "Check the model's name and the address (--base-url, usually ending in /v1).",
    413: "The article is too long for this model.",
    429: "The endpoint is busy or the quota is used up; wait, or lower the concurrency setting.",
}

# Given a context for the validators, instructor also renders the messages as Jinja templates
# with it. An article must never be a template: instructor sees this instead, and the sender puts
# the messages in.
PLACEHOLDER = {"role": "user", "content": ""}

# instructor reports each failed call as an error, article text and all. What went wrong is
# ours to tell; whoever wants its log can still attach a handler.
logging.getLogger("instructor").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Outcome:
    """A model's last answer to one question: `refusal` is empty where it satisfied its schema."""

    raw: str
    refusal: str
    usage: Usage


class Budget:
    """What may still be spent. A call is let through only if its worst case fits in."""

    def __init__(self, limit: Decimal | None, endpoint: Endpoint) -> None:
        self._limit = None if endpoint.embedded else limit
        self._endpoint = endpoint
        self._spent = Decimal(0)

    def reserve(self, request: dict[str, Any]) -> Decimal:
        """Set the worst case of `request` aside; raises CostLimitReached where it does not fit.

        No tokenizer makes more tokens than a text has bytes.
        """
        if self._limit is None:
            return Decimal(0)
        size = sum(len(str(m.get("content", "")).encode()) + 8 for m in request["messages"])
        size += len(str(request.get("response_format", "")).encode())
        output = request.get("max_tokens") or request.get("max_completion_tokens") or 0
        worst = price(
            self._endpoint.model, self._endpoint.base_url, input_tokens=size, output_tokens=output
        )
        if worst is None:
            raise ModelError(
                f"No price is known for {self._endpoint.name}, so --max-cost cannot be kept.",
                "Leave --max-cost out, or use a model with a known price.",
            )
        if self._spent + worst > self._limit:
            raise CostLimitReached(
                f"The next call could cost ${worst:.4f}; ${self._spent:.4f} of"
                f" ${self._limit} are spent or under way.",
                "Raise --max-cost, or use --model local.",
            )
        self._spent += worst
        return worst

    def settle(self, reserved: Decimal, paid: Decimal | None) -> None:
        """Put what a call really cost in place of its worst case."""
        if self._limit is not None and paid is not None:
            self._spent += paid - reserved


class Client:
    """Sends questions to one endpoint, through `transport`, and counts what they cost."""

    def __init__(
        self,
        endpoint: Endpoint,
        key: str,
        transport: httpx2.AsyncBaseTransport,
        max_cost: Decimal | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._key = key
        self._budget = Budget(max_cost, endpoint)
        self._gate = asyncio.Semaphore(endpoint.concurrency)
        self._http = httpx2.AsyncClient(transport=transport, timeout=endpoint.timeout)
        self._openai = openai.AsyncOpenAI(
            api_key=key,
            base_url=endpoint.base_url,
            max_retries=0,
            timeout=endpoint.timeout,
            http_client=self._http,
        )

    async def close(self) -> None:
        """Close the connections and whatever the transport holds open."""
        await self._http.aclose()

    async def ask(self, ask: Ask[Any], request: dict[str, Any]) -> Outcome:
        """Send `request`, with the validators' message again where the answer isn't valid."""
        sent = _Sent()
        sender = self._sender(ask, sent, request["messages"])
        create = instructor.patch(create=sender, mode=instructor.Mode.JSON_SCHEMA)
        refusal = ""
        async with self._gate:
            try:
                async with asyncio.timeout(self._endpoint.deadline):
                    await create(
                        response_model=ask.response,
                        context=dict(ask.context),
                        max_retries=ask.reasks,
                        strict=False,
                        **(request | {"messages": [PLACEHOLDER]}),
                    )
            except TimeoutError:
                raise EndpointError(
                    f"{self._endpoint.name} gave no answer within"
                    f" {self._endpoint.deadline:g} seconds.",
                    "Try again later, or raise the deadline setting.",
                ) from None
            except IncompleteOutputException:
                refusal = f"the answer was longer than {ask.max_tokens} tokens"
            except InstructorRetryException as error:
                refusal = _refusal_of(error)
        return Outcome(sent.raw, refusal, sent.usage)

    def _sender(
        self, ask: Ask[Any], sent: _Sent, messages: list[dict[str, str]]
    ) -> Callable[..., Any]:
        policy = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(_is_passing),
            wait=_wait,
            stop=tenacity.stop_before_delay(self._endpoint.deadline),
            reraise=True,
        )
        labels = {SUBJECT: ask.subject, STAGE: ask.stage}

        async def create(**request: Any) -> Any:
            request["messages"] = [*messages, *request["messages"][1:]]
            reserved = self._budget.reserve(request)
            try:
                # The same request as chat.completions.create makes; but `client.chat` imports every
                # resource of the API, half a second at each start.
                response: Any = await policy(
                    self._openai.post,
                    "/chat/completions",
                    cast_to=httpx2.Response,
                    body=request,
                    options={"headers": labels},
                )
                completion = ChatCompletion.model_validate_json(response.content)
                raw = completion.choices[0].message.content or ""
                tokens = completion.usage.model_dump() if completion.usage else None
                seconds = float(response.headers.get(SECONDS) or 0)
                usage = usage_of(tokens, seconds, self._endpoint)
            except (AttributeError, IndexError, TypeError, ValueError):
                raise EndpointError(
                    f"{self._endpoint.name} answered something that is no chat completion.",
                    f"Check that {self._endpoint.base_url} speaks the OpenAI API.",
                ) from None
            except openai.OpenAIError as error:
                # Whether a call that broke off is billed cannot be known: its reserve stays.
                if isinstance(error, openai.APIStatusError):
                    self._budget.settle(reserved, Decimal(0))
                raise _explained(error, self._endpoint, self._key) from None
            self._budget.settle(reserved, usage.cost_usd)
            sent.add(raw, usage)
            return completion

        return create


class _Sent:
    """The answers to one question so far."""

    def __init__(self) -> None:
        self.raw = ""
        self.usage = Usage()

    def add(self, raw: str, usage: Usage) -> None:
        self.raw = raw
        self.usage += usage


def _refusal_of(error: InstructorRetryException) -> str:
    """Why no answer was valid; raises instead what kept the endpoint from answering at all."""
    cause = error.__cause__
    if isinstance(cause, SummarizerError):
        raise cause
    if isinstance(cause, ValidationError):
        return told(cause)
    raise ModelError(
        f"The answer could not be taken apart ({type(cause).__name__}).",
        "This is a fault of the program; please report it.",
    ) from cause


def _of_ours(error: BaseException | None) -> SummarizerError | None:
    """Find the error that our own transport or tape raised in what the library wrapped it in."""
    while error is not None:
        if isinstance(error, SummarizerError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _is_passing(error: BaseException) -> bool:
    """Whether the same call may succeed in a moment."""
    if _of_ours(error) is not None:
        return False
    if isinstance(error, openai.APIStatusError):
        used_up = error.code == "insufficient_quota"  # 429 too, but no waiting helps
        return not used_up and (error.status_code in PASSING or error.status_code >= FAULTS)
    return isinstance(error, openai.APIConnectionError)


def _wait(state: tenacity.RetryCallState) -> float:
    """Seconds to wait: what the endpoint asks for, else longer each time, with jitter."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, openai.APIStatusError):
        asked = _retry_after(error.response.headers.get("retry-after", ""))
        if asked is not None:
            return asked
    return JITTERED(state)


def _retry_after(value: str) -> float | None:
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def _explained(error: openai.OpenAIError, endpoint: Endpoint, key: str) -> SummarizerError:
    """Our error for one of the library's, with what to do and without any key."""
    if ours := _of_ours(error):
        return ours
    name, url = endpoint.name, endpoint.base_url
    if isinstance(error, openai.APITimeoutError):
        return EndpointError(
            f"{name} did not answer within {endpoint.timeout:g} seconds.",
            "Try again later, or raise the timeout setting.",
        )
    if isinstance(error, openai.APIStatusError):
        status = error.status_code
        detail = str(error.body.get("message", "")) if isinstance(error.body, dict) else ""
        detail = detail.replace(key, "***")[:DETAIL] if status in TELLING else ""
        hint = HINTS.get(status, "Try again later, or use another model.")
        return EndpointError(f"{name} answered HTTP {status}. {detail}".strip(), hint)
    if isinstance(error, openai.APIConnectionError):
        return EndpointError(
            f"{name}: no connection to {url}.", "Check the address and the network."
        )
    return EndpointError(f"{name}: {type(error).__name__}.", "Check the endpoint and the settings.")
