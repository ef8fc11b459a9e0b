"""The transport that stands in the client's place before the wire."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx2

from summarizer.errors import TapeError
from summarizer.llm.tape.body import load, map_strings, readable
from summarizer.llm.tape.cassette import Interaction
from summarizer.llm.tape.miss import explain
from summarizer.llm.tape.reel import digest_of
from summarizer.llm.tape.scrub import neutral_path, secrets_in
from summarizer.llm.transport import STAGE, SUBJECT
from summarizer.llm.usage import SECONDS

if TYPE_CHECKING:
    from summarizer.llm.tape.recorder import Tape

__all__ = ["TapeTransport"]

ERROR = 400
EVENT = "data:"  # before each piece of a streamed answer
# Fields of an answer that differ each time and say nothing about it.
NOISE = ("timings", "__verbose", "id_slot")


class TapeTransport(httpx2.AsyncBaseTransport):
    """Replays answers from a tape; sends and records those that are not on it, if it may.

    A caller gets the answer as the tape keeps it, also while it is being recorded: so a replay
    gives the same bytes.
    """

    def __init__(
        self,
        tape: Tape,
        inner: httpx2.AsyncBaseTransport | Callable[[], httpx2.AsyncBaseTransport],
    ) -> None:
        self._tape = tape
        self._inner = inner if isinstance(inner, httpx2.AsyncBaseTransport) else None
        self._make = None if isinstance(inner, httpx2.AsyncBaseTransport) else inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer from the tape or through the wire; raises TapeMiss, or TapeError for the disk."""
        body = (await request.aread()).decode("utf-8", "replace")
        tape = self._tape
        subject = request.headers.get(SUBJECT, "")
        stage = request.headers.get(STAGE, "")
        with tape.lock:
            reel = tape.reel(subject, stage)
            asked = self._asked(request, body, private=reel.private)
            question = asked.question
            recorded = reel.next(question) if tape.mode == "replay" else reel.next_kept(question)
            if recorded is not None:
                return _response(recorded, replayed=True)
            if tape.mode == "replay":
                raise explain(tape, reel, asked)
            take = reel.begin(question)
        try:
            answered = await self._send(request, asked)
        except BaseException:
            with tape.lock:
                reel.drop(question, take)
            raise
        with tape.lock:
            reel.keep(question, take, answered)
        return _response(answered, replayed=False)

    async def aclose(self) -> None:
        """End the run: nothing more is asked through this transport."""
        self._tape.settle()
        if self._inner is not None:
            await self._inner.aclose()

    def _asked(self, request: httpx2.Request, body: str, *, private: bool) -> Interaction:
        return self._tape.kept(
            request.method,
            neutral_path(request.url.path),
            load(body),
            request.headers.get("content-type", "").split(";")[0],
            private=private,
        )

    async def _send(self, request: httpx2.Request, asked: Interaction) -> Interaction:
        """Send a request, and make of the answer what the tape keeps of it."""
        if self._inner is None:
            if self._make is None:
                raise TapeError("This tape has nothing to send a request through.")
            self._inner = self._make()
        labels = (SUBJECT, STAGE)
        sent = httpx2.Request(
            request.method,
            request.url,
            headers=[(k, v) for k, v in request.headers.multi_items() if k not in labels],
            content=request.content,
            extensions=request.extensions,
        )
        began = self._tape.clock()
        response = await self._inner.handle_async_request(sent)
        try:
            await response.aread()
        finally:
            await response.aclose()
        seconds = f"{self._tape.clock() - began:.3f}"
        everyone = (request, sent, response)
        clean = self._tape.scrubber.cleaner(
            secrets=[secret for message in everyone for secret in secrets_in(message.headers)],
            hosts=[request.url.host, sent.url.host],
            error=response.status_code >= ERROR,
        )
        kept = {
            "content-type": response.headers.get("content-type", "").split(";")[0],
            "retry-after": response.headers.get("retry-after", ""),
            SECONDS: response.headers.get(SECONDS, seconds),
        }
        return replace(
            asked,
            status=response.status_code,
            headers=tuple((name, clean(value)) for name, value in sorted(kept.items()) if value),
            answer=_kept(response.text, f"recorded-{digest_of(asked.question)}", clean),
        )


def _kept(text: str, name: str, clean: Callable[[str], str]) -> str:
    """An answer's body as the tape keeps it: no noise, no secrets, JSON made readable."""
    value = load(text)
    if not isinstance(value, str):
        return readable(map_strings(_quiet(value, name), clean))
    # Not splitlines: a U+2028 inside an answer ends no line of a stream.
    return "\n".join(_kept_line(line, name, clean) for line in text.split("\n"))


def _kept_line(line: str, name: str, clean: Callable[[str], str]) -> str:
    """The same for one line of a streamed answer, or of one that is plain text."""
    value = load(line.removeprefix(EVENT)) if line.startswith(EVENT) else line
    if isinstance(value, str):
        return clean(line)
    end = "\r" if line.endswith("\r") else ""
    return f"{EVENT} {readable(map_strings(_quiet(value, name), clean), indent=None)}{end}"


def _quiet(value: Any, name: str) -> Any:
    """A completion without what differs from one run to the next: timings, ids, the clock."""
    if not isinstance(value, dict) or "object" not in value:
        return value
    value = {key: item for key, item in value.items() if key not in NOISE}
    steady = {"id": name, "created": 0}
    return {key: steady.get(key, item) for key, item in value.items()}


def _response(recorded: Interaction, *, replayed: bool) -> httpx2.Response:
    headers = dict(recorded.headers)
    if replayed and recorded.failed:
        headers["retry-after"] = "0"  # the wait was part of the live run; its answer isn't
    return httpx2.Response(recorded.status, headers=headers, content=recorded.answer.encode())
