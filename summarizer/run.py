"""What a run tells while it goes, and what it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.documents import ArticleSummary, Brief, Group, MissingSource, Provenance, by_stage
from summarizer.errors import InputError
from summarizer.llm import Usage

__all__ = ["Progress", "Run", "exit_code", "summed"]

# What a listener hears of; any other stage is the loading of weights, in bytes.
STAGES = ("summarizing", "writing")


@dataclass(frozen=True)
class Progress:
    """How far a run is: articles done of all, and what the answers used so far took."""

    stage: str
    done: int
    total: int
    usage: Usage

    def told(self) -> str:
        """The same in a few words; bytes where weights are loaded."""
        if self.stage not in STAGES:
            return f"{self.done / 1e9:.1f} of {self.total / 1e9:.1f} GB"
        return f"{self.done}/{self.total}{told(self.usage)}"


@dataclass(frozen=True)
class Run:
    """What a run made. `used` is what all answers took; `paid` what was really asked now."""

    summaries: tuple[ArticleSummary, ...] = ()
    briefs: tuple[Brief, ...] = ()
    groups: tuple[Group, ...] = ()
    missing: tuple[MissingSource, ...] = ()
    model: str = "none"
    used: Usage = field(default_factory=Usage)
    paid: Usage = field(default_factory=Usage)
    exit_code: int = 0

    def told(self) -> str:
        """One line on what the run took, and how much of it was asked for now."""
        again = "" if self.paid.calls else ", all answered before"
        return f"{self.model}{told(self.used)}{again if self.used.calls else ''}"


def told(usage: Usage) -> str:
    """Calls, tokens and cost, each after a dot; an unknown price is said to be unknown."""
    if not usage.calls:
        return ""
    tokens = usage.input_tokens + usage.output_tokens
    cost = "cost unknown" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    return f" · {usage.calls:,} calls · {tokens:,} tokens" + (
        f" · {cost}" if usage.cost_usd != 0 else ""
    )


def exit_code(missing: Sequence[MissingSource]) -> int:
    """0 for a whole run, else that of InputError: something was left out, the rest went through."""
    return InputError.exit_code if missing else 0


def summed(parts: Sequence[Provenance]) -> Provenance:
    """One provenance for what several made; a cost unknown of one part is unknown of all."""
    first = parts[0]
    costs = [p.cost_usd for p in parts]
    return first.model_copy(
        update={
            "calls": sum(p.calls for p in parts),
            "input_tokens": sum(p.input_tokens for p in parts),
            "output_tokens": sum(p.output_tokens for p in parts),
            "cached_tokens": sum(p.cached_tokens for p in parts),
            "cost_usd": None
            if any(c is None for c in costs)
            else sum(c for c in costs if c is not None),
            "seconds": round(sum(p.seconds for p in parts), 3),
            "recorded": all(p.recorded for p in parts),
            "stages": by_stage([stage for p in parts for stage in p.stages]),
        }
    )
