"""Records questions in children that a test may kill: imports once, then forks for each job.

A job is a line on standard input, a JSON object {folder, url, bodies, at_once}; the next line is
"kill" or "wait". The child's exit code is answered when it has ended.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import httpx2
import vcr.serialize  # noqa: F401 - imported here, so that no child spends its life on it
import yaml  # noqa: F401

from summarizer.llm.tape import open_tape
from summarizer.llm.transport import STAGE, SUBJECT
from summarizer.llm.usage import SECONDS


class Timeless(httpx2.AsyncHTTPTransport):
    """The wire, with no time taken: seconds would tell two recordings apart."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        response.headers[SECONDS] = "0.000"
        return response


async def record(job: dict[str, Any]) -> None:
    gate = asyncio.Semaphore(job["at_once"])
    tape = open_tape(Path(job["folder"]), "missing")
    async with httpx2.AsyncClient(transport=tape.transport(Timeless)) as client:

        async def ask(number: int, body: dict[str, Any]) -> None:
            async with gate:
                labels = {SUBJECT: "ferry", STAGE: f"stage-{number % 3}"}
                answer = await client.post(job["url"], json=body, headers=labels)
                answer.raise_for_status()

        await asyncio.gather(*(ask(number, body) for number, body in enumerate(job["bodies"])))


def main() -> None:
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            asyncio.run(record(json.loads(line)))
            os._exit(0)
        # Until it is waited for, no other process can have the child's number.
        if sys.stdin.readline() == "kill\n":
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
