"""Which endpoint a model's name means, and what is known of that model."""

from __future__ import annotations

import difflib
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer.errors import EndpointError, ModelError
from summarizer.llm.local import SLOT_TOKENS
from summarizer.llm.weights import DEFAULT, KNOWN, Weights
from summarizer.settings import Settings

__all__ = ["Endpoint", "Profile", "endpoint_for", "profile_of"]

OPENAI = "https://api.openai.com/v1"
# Never dialled: the transport puts the port in that the embedded server was given.
EMBEDDED = "http://127.0.0.1/v1"
SAMPLE = 1 << 20

Strategy = Literal["whole", "stepwise"]


@dataclass(frozen=True)
class Profile:
    """What is known of a family of models.

    `context_tokens` is how much one request may hold, answer included; `reasoning` marks models
    that think first: they take no temperature and count their thoughts as output.
    """

    strategy: Strategy
    context_tokens: int
    reasoning: bool = False


# The first pattern that is found in the model's name counts. Sizes below 8B copy words well but
# mislabel them in a whole schema, so they are asked step by step.
PROFILES: tuple[tuple[str, Profile], ...] = (
    (r"^(gpt-5|o\d)", Profile("whole", 200_000, reasoning=True)),
    (r"^gpt-4\.1", Profile("whole", 1_000_000)),
    (r"^(gpt-4o|chatgpt-4o)", Profile("whole", 128_000)),
    (r"(?<![\d.])(0\.\d+|[1-7](\.\d+)?)b\b", Profile("stepwise", 4_096)),
)
UNKNOWN = Profile("whole", 16_000)
EMBEDDED_PROFILE = Profile("stepwise", SLOT_TOKENS)


@dataclass(frozen=True)
class Endpoint:
    """Where questions go. `name` is for people and provenance, `model` is what the request says.

    `identity` is what makes stored answers of two endpoints different ones.
    """

    name: str
    model: str
    base_url: str
    identity: str
    profile: Profile
    weights: Weights | Path | None
    concurrency: int
    timeout: float
    deadline: float

    @property
    def embedded(self) -> bool:
        """Whether this package itself runs the model."""
        return self.weights is not None


def profile_of(model: str) -> Profile:
    """Look a remote model's profile up by its name."""
    bare = model.rsplit("/", 1)[-1].lower()
    return next((p for pattern, p in PROFILES if re.search(pattern, bare)), UNKNOWN)


def endpoint_for(settings: Settings) -> Endpoint:
    """Find the endpoint that the settings name; raises ModelError where there is none."""
    if settings.model == "local" or settings.model.startswith(("local:", "local/")):
        return _embedded(settings)
    if settings.model.startswith("openai/"):
        model, base_url = settings.model.removeprefix("openai/"), settings.base_url or OPENAI
        if settings.api_key is None:
            raise EndpointError(
                f"{settings.model} needs a key.", "Set OPENAI_API_KEY, or use --model local."
            )
        name = f"openai/{model}"
    elif settings.base_url:
        model, base_url = settings.model, settings.base_url
        name = model
    else:
        known = ["local", *(f"local:{alias}" for alias in KNOWN)]
        near = difflib.get_close_matches(settings.model, known, n=1)
        raise ModelError(
            f"Unknown model {settings.model!r}.",
            (f"Did you mean {near[0]}? " if near else "")
            + "Use local, local:/path/to/any.gguf, openai/NAME, or NAME with --base-url.",
        )
    return Endpoint(
        name=name,
        model=model,
        base_url=base_url.rstrip("/"),
        identity=f"{base_url.rstrip('/')} {model}",
        profile=profile_of(model),
        weights=None,
        concurrency=settings.concurrency or 8,
        timeout=settings.timeout or 60.0,
        deadline=settings.deadline or 180.0,
    )


def _embedded(settings: Settings) -> Endpoint:
    wanted = settings.model.removeprefix("local").lstrip(":/") if settings.model != "local" else ""
    known = next((w for a, w in KNOWN.items() if wanted in {a, w.name}), None)
    weights: Weights | Path
    if not wanted or known:
        weights = known or KNOWN[DEFAULT]
        name, identity = weights.name, weights.sha256
    else:
        weights = Path(settings.model.removeprefix("local:")).expanduser()
        if not weights.is_file():
            raise ModelError(
                f"{weights}: no such model file.",
                f"Give the path of a GGUF file, or one of {', '.join(KNOWN)} after 'local:'.",
            )
        name, identity = weights.stem.lower(), _fingerprint(weights)
    return Endpoint(
        name=f"local/{name}",
        model=name,
        base_url=EMBEDDED,
        identity=f"embedded {identity}",
        profile=EMBEDDED_PROFILE,
        weights=weights,
        concurrency=settings.concurrency or 1,
        timeout=settings.timeout or 600.0,
        deadline=settings.deadline or 1200.0,
    )


def _fingerprint(path: Path) -> str:
    """Enough of a large file to tell it from another one, without reading it all."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(SAMPLE)
        file.seek(max(0, size - SAMPLE))
        return hashlib.sha256(str(size).encode() + head + file.read(SAMPLE)).hexdigest()
