"""What a request says: its canonical form, its readable form, and the parts that can change."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["Parts", "canonical", "load", "map_strings", "parts", "readable", "reduce"]

# The article and its sentences stand in a prompt between such lines, as data.
FENCE = re.compile(
    r"^(?P<open>[ \t]*<(?P<tag>article|sentence)>)(?P<text>.*?)(?P<close></(?P=tag)>[ \t]*)$",
    re.DOTALL | re.MULTILINE,
)
REDUCED = re.compile(r"sha256:[0-9a-f]{64} \d+ characters")
SCHEMA = ("response_format", "tools", "tool_choice", "functions", "function_call")
# Characters that libyaml cannot show in a block (emoji!), or UTF-8 cannot hold: JSON escapes them.
UNSHOWN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\U00010000-\U0010ffff]")


def load(text: str) -> Any:
    """The JSON value of `text`, or the text itself where it is not JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def readable(value: Any, indent: int | None = 1) -> str:
    """JSON text for people and for a YAML block, keys in the order they came."""
    if isinstance(value, str):
        return value
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return UNSHOWN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def canonical(value: Any) -> str:
    """One text for all JSON texts that ask the same.

    Keys are sorted, but not those under "properties": a model held to a schema writes its answer
    in their order.
    """
    return json.dumps(_sorted(value, is_map=False), separators=(",", ":"))


def _sorted(value: Any, *, is_map: bool) -> Any:
    if isinstance(value, list):
        return [_sorted(item, is_map=False) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value) if is_map else sorted(value)
    inner = ("properties",) if not is_map else ()
    return {key: _sorted(value[key], is_map=key in inner) for key in keys}


def map_strings(value: Any, change: Callable[[str], str]) -> Any:
    """`value` with every string in it changed, keys included."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [map_strings(item, change) for item in value]
    if isinstance(value, dict):
        return {change(key): map_strings(item, change) for key, item in value.items()}
    return value


def reduce(request: Any) -> Any:
    """The request without the article: a digest and a length stand in its place.

    A reask repeats the answer and what was wrong with it, and both quote the article: all
    messages after the last one with a fenced text are reduced as a whole.
    """
    if not isinstance(request, dict) or not isinstance(request.get("messages"), list):
        return map_strings(request, _without_fenced)
    messages = [map_strings(message, _without_fenced) for message in request["messages"]]
    fenced = [
        index
        for index, message in enumerate(request["messages"])
        if any(FENCE.search(text) for text in _texts(message))
    ]
    last = fenced[-1] if fenced else len(messages)
    for index in range(last + 1, len(messages)):
        if isinstance(messages[index], dict) and isinstance(messages[index].get("content"), str):
            messages[index]["content"] = _digest(messages[index]["content"])
    return {**request, "messages": messages}


def _without_fenced(text: str) -> str:
    return FENCE.sub(lambda m: f"{m['open']}\n{_digest(m['text'].strip())}\n{m['close']}", text)


def _digest(text: str) -> str:
    if REDUCED.fullmatch(text):
        return text
    # Half a surrogate pair can stand in JSON, though not in UTF-8.
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"sha256:{digest} {len(text)} characters"


@dataclass(frozen=True)
class Parts:
    """A request taken apart by what can change in it; each part as text."""

    model: str
    article: str
    schema: str
    prompt: str
    library: dict[str, str]

    def texts(self) -> dict[str, str]:
        """The parts by name, the likelier root of a change first."""
        library = "\n".join(f"{key}: {value}" for key, value in sorted(self.library.items()))
        return {
            "model": self.model,
            "article": self.article,
            "schema": self.schema,
            "prompt": self.prompt,
            "library": library,
        }


def parts(text: str) -> Parts:
    """Take the body of a request apart; one that is no chat request is all prompt."""
    request = load(text)
    if not isinstance(request, dict):
        return Parts("", "", "", text, {})
    prompt: list[str] = []
    article: list[str] = []
    messages = request.get("messages")
    for message in messages if isinstance(messages, list) else []:
        role = message.get("role", "") if isinstance(message, dict) else ""
        for content in _texts(message):
            article += [match["text"].strip() for match in FENCE.finditer(content)]
            prompt.append(f"[{role}] " + FENCE.sub(r"\g<open>\g<close>", content))
    schema = {key: request[key] for key in SCHEMA if key in request}
    apart = {"model", "messages", *SCHEMA}
    return Parts(
        model=str(request.get("model", "")),
        article="\n".join(article),
        schema=readable(schema) if schema else "",
        prompt="\n".join(prompt),
        library={k: json.dumps(v, sort_keys=True) for k, v in request.items() if k not in apart},
    )


def _texts(message: Any) -> list[str]:
    """The texts of one message: its content is a string, or a list of typed pieces."""
    content = message.get("content") if isinstance(message, dict) else message
    if isinstance(content, str):
        return [content]
    if isinstance(content, list):
        pieces = [piece.get("text") for piece in content if isinstance(piece, dict)]
        return [piece for piece in pieces if isinstance(piece, str)]
    return []
