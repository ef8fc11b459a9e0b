"""What holds for every test: no network, no settings of whoever runs it, nothing outside tmp."""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0"}  # noqa: S104 - a name, nothing is bound to it


class NetworkUsedError(AssertionError):
    """A test reached for a host that is not this machine."""


def _checked(address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and str(host) not in LOOPBACK:
        raise NetworkUsedError(f"a test may not connect to {host!r}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections and look-ups of names, except to this machine itself."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def checked_connect(self: socket.socket, address: Any) -> None:
        _checked(address)
        return connect(self, address)

    def checked_connect_ex(self: socket.socket, address: Any) -> int:
        _checked(address)
        return connect_ex(self, address)

    def checked_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in {None, ""}:
            _checked((name, 0))
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", checked_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", checked_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", checked_look_up)


@pytest.fixture(autouse=True)
def _own_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither the settings nor the keys nor the cache of whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SUMMARIZER_CACHE", str(home / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def root() -> Path:
    """The repository."""
    return Path(__file__).resolve().parent.parent


ARTICLES = {
    "north.md": """---
outlet: Fjord Gazette
title: Northland and Estmark trade captives
published: 2031-03-07
---
Northland and Estmark exchanged prisoners of war on Friday at the Grey Bridge, the Northland Defence
Ministry said. Northland received 40 soldiers and handed over 40 soldiers to Estmark.

"Forty of our men are home tonight," said Ilse Brandt, a spokeswoman for the ministry. The Republic
of Lowen mediated.
""",
    "east.txt": """Forty for forty at the Grey Bridge
Estmark Herald, March 7, 2031

Estmark said that 40 of its soldiers came home from Northland on Friday in an exchange of prisoners
at the Grey Bridge. Forty Northland soldiers went the other way, the Estmark General Staff said.

The exchange was mediated by the Republic of Lowen, according to the General Staff.

Snow lay on the hills around, and a brass band played until dark.
""",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles on one exchange between invented parties."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def endpoint() -> Iterator[str]:
    """The address of an endpoint whose answers satisfy whatever schema they are asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Obliging)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


class _Obliging(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        schema = asked.get("response_format", {}).get("json_schema", {}).get("schema", {})
        answer = json.dumps(_filled(schema, schema.get("$defs", {})))
        message = {"role": "assistant", "content": answer}
        body = {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": asked["model"],
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": {"prompt_tokens": 90, "completion_tokens": 9, "total_tokens": 99},
        }
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _filled(schema: dict[str, Any], known: dict[str, Any]) -> Any:
    """The plainest value that a JSON Schema allows."""
    if "$ref" in schema:
        return _filled(known[schema["$ref"].rsplit("/", 1)[-1]], known)
    if "anyOf" in schema:
        kinds = schema["anyOf"]
        return None if {"type": "null"} in kinds else _filled(kinds[0], known)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("type") == "object":
        wanted = schema.get("required", [])
        return {
            k: _filled(v, known) for k, v in schema.get("properties", {}).items() if k in wanted
        }
    plain = {"array": [], "string": "x", "integer": 0, "number": 0, "boolean": False}
    return plain.get(schema.get("type", ""))


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command line in this process: its exit code, standard output and error."""
    from summarizer.cli import main

    def call(*arguments: object) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        monkeypatch.setattr("sys.argv", ["summarizer", *map(str, arguments)])
        code = main()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call
