"""What answers cost: calls, tokens, money and seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from summarizer.documents import StageUse

if TYPE_CHECKING:
    from summarizer.llm.profiles import Endpoint

__all__ = ["SECONDS", "Usage", "price", "usage_of"]

SECONDS = "x-summarizer-seconds"  # the header of an answer that says how long it took


@dataclass(frozen=True)
class Usage:
    """What some answers took.

    `calls` counts answered requests, reasks included; `cached_tokens` are the input tokens that the
    endpoint did not evaluate again; `seconds` is the time the endpoint took, in steps of 0.001.
    `cost_usd` is None where a price is not known, and adding to it leaves it unknown.
    """

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: Decimal | None = Decimal(0)
    seconds: float = 0.0

    def __add__(self, other: Usage) -> Usage:
        unknown = self.cost_usd is None or other.cost_usd is None
        return Usage(
            calls=self.calls + other.calls,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cost_usd=None if unknown else (self.cost_usd or 0) + (other.cost_usd or Decimal(0)),
            seconds=round(self.seconds + other.seconds, 3),
        )

    def at(self, stage: str) -> StageUse:
        """The same as a document tells it, of one stage."""
        return StageUse(
            stage=stage,
            calls=self.calls,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            cached_tokens=self.cached_tokens,
            seconds=round(self.seconds, 3),
        )


def usage_of(tokens: Mapping[str, Any] | None, seconds: float, endpoint: Endpoint) -> Usage:
    """What one call took, by the endpoint's own count in the API's words; None where it gave none."""
    told = tokens or {}
    counts = {
        "input_tokens": told.get("prompt_tokens") or 0,
        "output_tokens": told.get("completion_tokens") or 0,
        "cached_tokens": (told.get("prompt_tokens_details") or {}).get("cached_tokens") or 0,
    }
    cost: Decimal | None = Decimal(0)
    if not endpoint.embedded:
        known = tokens is not None
        cost = price(endpoint.model, endpoint.base_url, **counts) if known else None
    return Usage(calls=1, cost_usd=cost, seconds=seconds, **counts)


def price(
    model: str, base_url: str, *, input_tokens: int, output_tokens: int, cached_tokens: int = 0
) -> Decimal | None:
    """Price one call in US dollars; None where no price is known for that endpoint.

    Prices are those bundled with genai-prices; nothing is fetched.
    """
    from genai_prices import Usage as Tokens
    from genai_prices import calc_price

    tokens = Tokens(
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        cache_read_tokens=cached_tokens or None,
    )
    try:
        return calc_price(tokens, model, provider_api_url=base_url).total_price
    except LookupError:
        return None
