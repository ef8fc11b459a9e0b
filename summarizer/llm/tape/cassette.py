"""One cassette: a YAML file in vcrpy's format (version 1), with a digest of each recording.

It is written with vcrpy. It is read with YAML alone: importing vcrpy takes half a second, and a
replay should not wait for it.
"""

from __future__ import annotations

import hashlib
import http
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from summarizer.errors import TapeError
from summarizer.llm.tape.body import canonical, load

__all__ = ["HOST", "PARTIAL", "Cassette", "Interaction", "cassettes", "read", "write"]

HOST = "http://model"  # where every recorded request goes
PARTIAL = ".partial"
# What YAML would fold, drop or take for the end of a line, unless it is escaped.
AWKWARD = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
HEAD = "version: 1\ninteractions:\n"
SUCCESS = range(200, 300)
# A client tries again after these, so they belong to how an answer came about.
_SHAPE = (KeyError, TypeError, ValueError, AttributeError, IndexError)  # of no cassette
PASSING = {408, 409, 429}
FAULTS = 500


@dataclass(frozen=True)
class Interaction:
    """A request and its answer as they stand on the tape; `headers` are those of the answer."""

    method: str
    path: str
    body: str
    content_type: str
    status: int
    headers: tuple[tuple[str, str], ...]
    answer: str

    @cached_property
    def question(self) -> str:
        """What is matched: method, path and body, as one text that also sorts."""
        return f"{self.method} {self.path} {canonical(load(self.body))}"

    @cached_property
    def digest(self) -> str:
        """The sha256 over everything that is kept of the request and the answer."""
        kept = [self.method, self.path, self.body, self.content_type, self.status]
        whole = json.dumps([*kept, self.headers, self.answer])
        return "sha256:" + hashlib.sha256(whole.encode()).hexdigest()

    @cached_property
    def text(self) -> str:
        """The interaction in YAML; kept, since a cassette is written after each recording."""
        return _serialize(self)

    @property
    def failed(self) -> bool:
        """Whether the endpoint refused or broke off."""
        return self.status not in SUCCESS

    @property
    def passing(self) -> bool:
        """Whether the same request may succeed when it is sent again."""
        return self.failed and (self.status in PASSING or self.status >= FAULTS)


@dataclass(frozen=True)
class Cassette:
    """What one file holds.

    - `digests`: of the interactions when they were recorded, in their order; empty where another
      program wrote the file.
    - `private`: articles were replaced by their digests.
    - `given_up`: digests of the questions that the run ended without an answer to.
    """

    interactions: tuple[Interaction, ...] = ()
    digests: tuple[str, ...] = ()
    private: bool = False
    given_up: tuple[str, ...] = ()
    headers: tuple[str, ...] = field(default=(), compare=False)
    hosts: tuple[str, ...] = field(default=(), compare=False)


def cassettes(directory: Path) -> list[Path]:
    """The cassettes of a tape, sorted."""
    return sorted(directory.glob("*/*.yaml"))


def read(path: Path) -> Cassette:
    """Read one cassette; raises TapeError where it cannot be read."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe one
        return _cassette(data)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, *_SHAPE) as error:
        raise TapeError(
            f"{path} is no cassette that can be read ({type(error).__name__}).",
            "Restore the file, or delete it and record again.",
        ) from error


def _cassette(data: Any) -> Cassette:
    from urllib.parse import urlsplit

    metadata = data.get("metadata") or {}
    interactions, headers, hosts = [], set(), set()
    for item in data["interactions"]:
        request, response = item["request"], item["response"]
        uri = urlsplit(request["uri"])
        asked = {name.lower(): value for name, value in (request["headers"] or {}).items()}
        given = {name.lower(): value for name, value in (response["headers"] or {}).items()}
        headers |= asked.keys() | given.keys()
        hosts.add(f"{uri.scheme}://{uri.netloc}")
        interactions.append(
            Interaction(
                method=str(request["method"]),
                path=uri.path,
                body=_text(request["body"]),
                content_type=_first(asked.get("content-type", "")),
                status=int(response["status"]["code"]),
                headers=tuple(sorted((name, _first(value)) for name, value in given.items())),
                answer=_text(response["body"]["string"]),
            )
        )
    return Cassette(
        interactions=tuple(interactions),
        digests=tuple(str(digest) for digest in metadata.get("digests", ())),
        private=bool(metadata.get("private", False)),
        given_up=tuple(str(digest) for digest in metadata.get("given_up", ())),
        headers=tuple(sorted(headers)),
        hosts=tuple(sorted(hosts)),
    )


def _text(body: Any) -> str:
    if body is None:
        return ""
    return body.decode("utf-8") if isinstance(body, bytes) else str(body)


def _first(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) else str(value)


def write(
    path: Path,
    interactions: Sequence[Interaction],
    *,
    private: bool = False,
    given_up: Sequence[str] = (),
) -> None:
    """Write one cassette whole or not at all; raises TapeError where the disk refuses."""
    metadata: dict[str, Any] = {"digests": [item.digest for item in interactions]}
    if private:
        metadata["private"] = True
    if given_up:
        metadata["given_up"] = list(given_up)
    items = "".join(item.text for item in interactions)
    text = f"{HEAD}{items}{_Blocks.serialize({'metadata': metadata})}"
    partial = path.with_name(path.name + PARTIAL)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise TapeError(
            f"{path} cannot be written ({error.strerror}).", "Check the folder and the disk."
        ) from error


def _serialize(item: Interaction) -> str:
    """One interaction as vcrpy writes it, as a piece of the list in a cassette."""
    from vcr.request import Request
    from vcr.serialize import serialize

    asked = {"content-type": item.content_type} if item.content_type else {}
    known = item.status in http.HTTPStatus.__members__.values()
    response = {
        "status": {
            "code": item.status,
            "message": http.HTTPStatus(item.status).phrase if known else "",
        },
        "headers": {name: [value] for name, value in item.headers},
        "body": {"string": item.answer},
    }
    request = Request(item.method, HOST + item.path, item.body, asked)
    whole = str(serialize({"requests": [request], "responses": [response]}, _Blocks))
    # After a text that ends in blank lines libyaml ends the document; the cassette goes on.
    return whole.removeprefix(HEAD).removesuffix("...\n")


class _Blocks:
    """A serializer for vcrpy: bodies of several lines as blocks, keys in the order given."""

    @staticmethod
    def serialize(data: dict[str, Any]) -> str:
        import yaml

        base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

        def block(dumper: Any, text: str) -> Any:
            awkward = AWKWARD.search(text)
            style = '"' if awkward else "|" if "\n" in text else None
            return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

        dumper: Any = type("BlockDumper", (base,), {})
        dumper.add_representer(str, block)
        return str(
            yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10_000_000)
        )
