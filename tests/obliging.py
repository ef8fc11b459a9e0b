"""An endpoint whose answers satisfy whatever schema they are asked for, at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["obliging"]

QUICK = 0.01  # seconds until the end of it is noticed


@contextmanager
def obliging() -> Iterator[str]:
    """Serve on a free port of this machine; gives the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Obliging)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(QUICK,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Obliging(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def do_POST(self) -> None:
        """Answer a completion."""
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
