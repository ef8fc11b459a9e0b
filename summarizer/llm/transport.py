"""What stands between the client and the wire: time taken, tape labels, the embedded server."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import httpx2

from summarizer.llm.local import EmbeddedServer
from summarizer.llm.usage import SECONDS

__all__ = ["STAGE", "SUBJECT", "Embedded", "Timed", "Unlabelled"]

SUBJECT = "x-summarizer-subject"
STAGE = "x-summarizer-stage"


class Unlabelled(httpx2.AsyncBaseTransport):
    """Takes off the labels that only a tape needs: an endpoint must not learn file names."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Pass the request on without its labels."""
        for label in (SUBJECT, STAGE):
            request.headers.pop(label, None)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close what stands behind."""
        await self._inner.aclose()


class Timed(httpx2.AsyncBaseTransport):
    """Notes on each response how long it took, body included, in seconds with three decimals."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Pass the request on and read the whole response."""
        began = time.perf_counter()
        response = await self._inner.handle_async_request(request)
        await response.aread()
        response.headers[SECONDS] = f"{time.perf_counter() - began:.3f}"
        return response

    async def aclose(self) -> None:
        """Close what stands behind."""
        await self._inner.aclose()


class Embedded(httpx2.AsyncBaseTransport):
    """Sends requests to the embedded server, which is started by the first one.

    So an answer from the store or from a tape never loads a model.
    """

    def __init__(
        self, start: Callable[[], EmbeddedServer], inner: httpx2.AsyncBaseTransport
    ) -> None:
        self._start = start
        self._inner = inner
        self._server: EmbeddedServer | None = None
        self._starting = asyncio.Lock()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Start the server if need be, and send the request to it."""
        async with self._starting:
            if self._server is None:
                self._server = await asyncio.to_thread(self._start)
        server = self._server
        address = httpx2.URL(server.address)
        request.url = request.url.copy_with(host=address.host, port=address.port)
        request.headers["host"] = f"{address.host}:{address.port}"
        request.headers["authorization"] = f"Bearer {server.key}"
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections and stop the server."""
        await self._inner.aclose()
        if self._server is not None:
            await asyncio.to_thread(self._server.stop)
            self._server = None
