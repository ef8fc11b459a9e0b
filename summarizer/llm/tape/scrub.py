"""What must not reach the disk: keys, organisations, cookies, user paths, host names."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Scrubber", "neutral_path", "secrets_in"]

REMOVED = "[removed]"
SHORTEST = 8  # characters; anything shorter ("none", "EMPTY") is no secret but a word
SECRET_NAME = re.compile(
    r"(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?|COOKIE|ORG_ID|ORGANIZATION|PROJECT_ID)$",
    re.IGNORECASE,
)
SECRET_HEADERS = (
    "authorization",
    "proxy-authorization",
    "api-key",
    "x-api-key",
    "x-goog-api-key",
    "openai-organization",
    "openai-project",
    "cookie",
    "set-cookie",
    "x-request-id",
)
# (what it is, how it looks, what stands in its place). Masked keys ("sk-ab***yz") count.
PATTERNS = (
    ("an API key", r"\b(?:sk|pk|rk)-[A-Za-z0-9_*-]{8,}", REMOVED),
    ("an API key", r"\b(?:hf_|gsk_|xai-|AIza|ghp_|gho_|github_pat_|glpat-)[\w-]{12,}", REMOVED),
    ("an AWS key", r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b", REMOVED),
    ("a bearer token", r"(?<=\bBearer )[\w.~+/=-]{8,}", REMOVED),
    ("a signed token", r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*", REMOVED),
    ("an organisation id", r"\b(?:org|proj)[-_][A-Za-z0-9]{16,}\b", REMOVED),
    ("a user's path", r"(?<![\w.~])/(?:home|Users)/[^/\s\"'\\:]+", "~"),
    ("a user's path", r"(?<![\w.~])/root(?=/)", "~"),
    ("a user's path", r"\b[A-Za-z]:(?:\\{1,2}|/)Users(?:\\{1,2}|/)[^\\/\s\"':]+", "~"),
)
# The operations of the OpenAI API. Gateways put accounts and deployments before them.
OPERATION = re.compile(r"/(?:chat/completions|completions|responses|embeddings|models)/?$")
LOCAL = {"localhost", "127.0.0.1", "::1", "model"}


@dataclass(frozen=True)
class _Rule:
    what: str
    pattern: re.Pattern[str]
    instead: str


class Scrubber:
    """Knows this machine's and this run's secrets, and takes them out of texts.

    `environ` holds the variables whose values may be secret. Host names that are also words
    are taken out of error messages only: an answer may speak of a "newsdesk".
    """

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        environ = os.environ if environ is None else environ
        named = [value for name, value in environ.items() if SECRET_NAME.search(name)]
        self._rules = [
            *_literal("a secret of the environment", named, REMOVED),
            *_paths(),
            *(_Rule(what, re.compile(look), instead) for what, look, instead in PATTERNS),
        ]
        name = socket.gethostname()
        self._host = _literal("a host name", [name], "host", shortest=3)
        if _telling(name):
            self._rules += self._host

    def cleaner(
        self, secrets: Iterable[str] = (), hosts: Iterable[str] = (), *, error: bool = False
    ) -> Callable[[str], str]:
        """What takes secrets out of a text; `secrets` and `hosts` are those of one request.

        `error` says that the text is a message of an endpoint.
        """
        rules = [
            *_literal("a secret", secrets, REMOVED),
            *self._rules,
            *_literal(
                "a host name", (h for h in hosts if error or _telling(h)), "host", shortest=3
            ),
            *(self._host if error else ()),
        ]

        def clean(text: str) -> str:
            for rule in rules:
                text = rule.pattern.sub(rule.instead, text)
            return text

        return clean

    def found(self, text: str) -> list[tuple[int, str]]:
        """What still stands in `text`: (line, what it is), the line counted from 1."""
        found = [
            (text.count("\n", 0, match.start()) + 1, rule.what)
            for rule in self._rules
            for match in rule.pattern.finditer(text)
        ]
        return sorted(set(found))


def _telling(host: str) -> bool:
    """Whether a host's name is more than a word, and tells something."""
    return host not in LOCAL and re.search(r"[\d.-]", host) is not None


def secrets_in(headers: Mapping[str, str]) -> tuple[str, ...]:
    """The values of a message's headers that must not be repeated anywhere."""
    values = [headers[name] for name in SECRET_HEADERS if name in headers]
    # "Bearer KEY" is echoed as KEY, a cookie as its value.
    return tuple(piece for value in values for piece in re.split(r"[\s;=,]+", value) if piece)


def neutral_path(path: str) -> str:
    """The path of a request without what a gateway puts before the operation."""
    operation = OPERATION.search(path)
    return f"/v1{operation[0].rstrip('/')}" if operation else path


def _literal(
    what: str, values: Iterable[str], instead: str, shortest: int = SHORTEST
) -> list[_Rule]:
    known = sorted({v for v in values if len(v) >= shortest}, key=lambda v: (-len(v), v))
    return [
        _Rule(what, re.compile(rf"(?<![A-Za-z0-9]){re.escape(v)}(?![A-Za-z0-9])"), instead)
        for v in known
    ]


def _paths() -> list[_Rule]:
    """This user's home and the working directory, wherever they are."""
    places = []
    for find, instead in ((Path.cwd, "."), (Path.home, "~")):
        try:
            place = find()
        except (OSError, RuntimeError):
            continue  # a folder that is gone, or a user without a home, has no path to hide
        if len(place.parts) > 1:
            places.append((re.escape(str(place)), instead))
    return [
        _Rule("a user's path", re.compile(rf"(?<![\w.~/]){place}(?=/)"), instead)
        for place, instead in sorted(places, reverse=True)
    ]
