"""An endpoint on a loopback socket that answers like a model, and clients that reach it."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

import httpx2
import instructor
import openai
import pytest
from pydantic import BaseModel

from summarizer.llm.tape import Mode, Tape
from summarizer.llm.transport import STAGE, SUBJECT

Script = Callable[[dict[str, Any], int], tuple[int, dict[str, str], Any]]
KEY = "sk-planted-0123456789abcdef"
ARTICLE = "The ferry left Port Ansel at dawn.\nIt carried 41 passengers and a cargo of pears."


class Answer(BaseModel):
    """What the endpoint is asked for."""

    value: int
    quote: str


def completion(content: str, tokens: int | None = None, **extra: Any) -> dict[str, Any]:
    """A chat completion as llama.cpp's server gives it, noise included."""
    tokens = max(1, len(content) // 4) if tokens is None else tokens
    return {
        "id": f"chatcmpl-{time.monotonic_ns()}",
        "object": "chat.completion",
        "created": time.time_ns() // 1_000_000_000,
        "model": "tiny",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content},
            }
        ],
        "usage": {"prompt_tokens": 12, "completion_tokens": tokens, "total_tokens": 12 + tokens},
        "timings": {"prompt_ms": time.perf_counter()},
        **extra,
    }


def ordinary(request: dict[str, Any], _: int) -> tuple[int, dict[str, str], Any]:
    """An answer that depends on the request alone."""
    value = int(hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()[:4], 16)
    content = json.dumps(
        {"value": value, "quote": "41 passengers – “aboard” 🚢"}, ensure_ascii=False
    )
    return 200, {}, completion(content)


class Endpoint:
    """A server in this process; `calls` counts request bodies, `seen` keeps their headers."""

    def __init__(self, script: Script = ordinary) -> None:
        self.script = script
        self.calls: Counter[str] = Counter()
        self.seen: list[dict[str, str]] = []
        self.lock = threading.Lock()
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                endpoint.answer(self, body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        # Sixteen connect at once; the standard five would be reset.
        server = type("Server", (ThreadingHTTPServer,), {"request_queue_size": 64})
        self.server = server(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def answer(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        with self.lock:
            self.seen.append({k.lower(): v for k, v in handler.headers.items()})
            count = self.calls[body.decode()]
            self.calls[body.decode()] += 1
        status, headers, payload = self.script(json.loads(body), count)
        data = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        data = gzip.compress(data)
        handler.send_response(status)
        sent = {"content-type": "application/json; charset=utf-8", "content-encoding": "gzip"}
        sent |= {"set-cookie": "session=c00kie-value-123", "openai-organization": "org-planted123"}
        sent |= {"x-request-id": "req-planted-987", "server": "internal-host-7", **headers}
        for name, value in sent.items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    server = Endpoint()
    yield server
    server.stop()


def request(number: int = 1, **changed: Any) -> dict[str, Any]:
    """A question about the article; `changed` replaces or adds fields of the request."""
    system = changed.pop("system", "You read news with care. Copy exactly.")
    article = changed.pop("article", ARTICLE)
    user = changed.pop("user", f"Question {number}: how many?")
    return {
        "model": "tiny",
        "messages": [
            {"role": "system", "content": system},
            {"role": "user", "content": f"{user}\n<article>\n{article}\n</article>\n"},
        ],
        "temperature": 0,
    } | changed


def no_wire() -> httpx2.AsyncBaseTransport:
    """What a replay is given as its way out: it must not be taken."""
    raise AssertionError("a replay opened a connection")


class Asker:
    """openai and instructor on a tape, as the package's own client uses them."""

    def __init__(self, tape: Tape, url: str = "http://127.0.0.1:9/v1", key: str = KEY) -> None:
        wire = no_wire if tape.mode == "replay" else httpx2.AsyncHTTPTransport
        http = httpx2.AsyncClient(transport=tape.transport(wire))
        self.openai = openai.AsyncOpenAI(
            base_url=url,
            api_key=key,
            organization="org-planted123",
            max_retries=0,
            http_client=http,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.openai.close()

    async def ask(
        self, body: dict[str, Any], stage: str = "figures", subject: str = "ferry"
    ) -> Any:
        """One answer as instructor makes it."""
        client = instructor.from_openai(self.openai, mode=instructor.Mode.JSON_SCHEMA)
        return await client.chat.completions.create(
            response_model=Answer,
            max_retries=1,
            extra_headers={SUBJECT: subject, STAGE: stage},
            **body,
        )

    async def raw(
        self, body: dict[str, Any], stage: str = "figures", subject: str = "ferry"
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, bytes and headers of one answer, whatever the status."""
        response = await self.openai._client.post(
            f"{self.openai.base_url}chat/completions",
            json=body,
            headers={
                SUBJECT: subject,
                STAGE: stage,
                "authorization": f"Bearer {self.openai.api_key}",
                "cookie": "session=c00kie-value-123",
            },
        )
        return response.status_code, response.content, dict(response.headers)


def clock() -> float:
    """A clock that stands, where the seconds of a recording must not tell runs apart."""
    return 0.0


class Lab:
    """Tapes in a folder, and what is asked through them."""

    KEY, ARTICLE = KEY, ARTICLE
    Asker, Endpoint, Answer = Asker, Endpoint, Answer
    completion = staticmethod(completion)
    ordinary = staticmethod(ordinary)
    request = staticmethod(request)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def tape(self, mode: Mode = "replay", *, private: bool = False, folder: str = "tape") -> Tape:
        return Tape(self.folder / folder, mode, private, clock=clock)

    def run(
        self,
        tape: Tape,
        bodies: list[dict[str, Any]],
        url: str = "http://127.0.0.1:9/v1",
        *,
        at_once: int = 4,
        **where: str,
    ) -> list[tuple[int, bytes, dict[str, str]]]:
        """Ask raw questions, `at_once` of them at a time; answers in the order of the questions."""

        async def all_of_them() -> list[tuple[int, bytes, dict[str, str]]]:
            gate = asyncio.Semaphore(at_once)
            async with Asker(tape, url) as asker:

                async def one(body: dict[str, Any]) -> tuple[int, bytes, dict[str, str]]:
                    async with gate:
                        return await asker.raw(body, **where)

                return await asyncio.gather(*map(one, bodies))

        return asyncio.run(all_of_them())

    def files(self, folder: str = "tape") -> dict[str, bytes]:
        """Every file of a tape with its bytes."""
        root = self.folder / folder
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path)
