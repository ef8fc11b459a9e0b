"""An endpoint on a loopback port that answers what a test scripts."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarizer.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))  # for llm_stub

from llm_stub import Stub


@pytest.fixture
def stub() -> Iterator[Stub]:
    state = Stub()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay quiet."""

        def do_POST(self) -> None:
            state.enter()
            try:
                length = int(self.headers["content-length"])
                state.requests.append(json.loads(self.rfile.read(length)))
                state.headers.append({k.lower(): v for k, v in self.headers.items()})
                reply = state.next()
                time.sleep(reply.hang)
            finally:
                state.leave()
            try:
                self.send_response(reply.status)
                headers = {"content-type": "application/json"} | reply.headers
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)
            except (BrokenPipeError, ConnectionResetError):
                return  # the client gave up, as the test wanted

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def settings(stub: Stub) -> Callable[..., Settings]:
    """Settings for the stub, with whatever else a test gives."""

    def make(**more: Any) -> Settings:
        return Settings.load({}, **({"model": "stub-7b", "base_url": stub.url} | more))

    return make
