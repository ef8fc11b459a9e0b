"""A recording that is killed is continued, to the same tape, and nothing is paid for twice."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from summarizer.llm.tape import check
from summarizer.llm.tape.cassette import cassettes, read
from summarizer.llm.transport import STAGE, SUBJECT

KILLS, QUESTIONS, AT_ONCE = 10, 90, 4


class Children:
    """Recordings in processes of their own."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("recording.py")
        self.parent = subprocess.Popen(
            [sys.executable, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def record(self, job: dict, until: Callable[[], None] | None = None) -> int:
        """The exit code of one recording, killed when `until` returns."""
        self._tell(json.dumps(job))
        if until is not None:
            until()
        self._tell("wait" if until is None else "kill")
        return int(self.parent.stdout.readline())

    def _tell(self, line: str) -> None:
        self.parent.stdin.write(line + "\n")
        self.parent.stdin.flush()

    def close(self) -> None:
        self.parent.stdin.close()
        self.parent.wait(timeout=60)
        self.parent.stdout.close()


@pytest.fixture
def children():
    running = Children()
    yield running
    running.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
def test_a_killed_recording_is_continued_to_the_same_tape(lab: Any, endpoint: Any, children: Any):
    def slow(body: dict[str, Any], count: int) -> Any:
        time.sleep(0.01)
        return lab.ordinary(body, count)

    endpoint.script = slow
    bodies = [lab.request(number) for number in range(QUESTIONS)]
    job = {"url": f"{endpoint.url}/chat/completions", "bodies": bodies, "at_once": AT_ONCE}
    assert children.record(job | {"folder": str(lab.folder / "whole")}) == 0
    assert set(endpoint.calls.values()) == {1}
    endpoint.calls.clear()

    moments = random.Random(20251122)  # noqa: S311 - moments, not secrets

    def a_random_moment() -> Any:
        """Some calls later, and anywhere between sending, answering and writing."""
        target = endpoint.calls.total() + moments.randint(2, 10)
        deadline = time.monotonic() + 20
        while endpoint.calls.total() < target and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.02))

    job["folder"] = str(lab.folder / "tape")
    paid: dict[str, int] = {}
    killed, sizes = 0, []
    for _ in range(KILLS):
        killed += children.record(job, a_random_moment) == -signal.SIGKILL
        settle(endpoint)
        recorded = [
            json.dumps(json.loads(item.body), separators=(",", ":"), ensure_ascii=False)
            for path in cassettes(lab.folder / "tape")
            for item in read(path).interactions
        ]
        sizes.append(len(recorded))
        for body in recorded:
            count = endpoint.calls[body]
            assert count >= 1
            assert paid.setdefault(body, count) == count, "asked again though it was recorded"

    assert children.record(job) == 0
    assert lab.files() == lab.files("whole")
    assert check(lab.folder / "tape") == []
    assert all(endpoint.calls[body] == count for body, count in paid.items())
    # What was under way at a kill cannot be known to have been answered.
    again = sum(count - 1 for count in endpoint.calls.values())
    assert again <= killed * AT_ONCE
    assert killed == KILLS
    assert sizes == sorted(sizes)
    assert len(set(sizes)) >= KILLS // 2, "the kills came at different points"


def settle(endpoint: Any) -> None:
    """Wait until the endpoint has counted what the killed child had sent."""
    before = -1
    while before != (before := sum(endpoint.calls.values())):
        time.sleep(0.03)


def test_a_retry_that_was_interrupted_is_continued(lab: Any, endpoint: Any):
    def busy_first(body: dict[str, Any], count: int) -> Any:
        if count == 0:
            return 429, {"retry-after": "0"}, {"error": {"message": "busy"}}
        return lab.ordinary(body, count)

    async def once_and_no_farewell() -> Any:
        wire = httpx2.AsyncHTTPTransport()
        labels = {SUBJECT: "ferry", STAGE: "figures"}
        client = httpx2.AsyncClient(transport=lab.tape("missing").transport(wire))
        url = f"{endpoint.url}/chat/completions"
        response = await client.post(url, json=lab.request(), headers=labels)
        await wire.aclose()  # not the client: a killed run ends nothing
        return response.status_code

    endpoint.script = busy_first
    assert asyncio.run(once_and_no_farewell()) == 429
    lab.run(lab.tape("missing"), [lab.request()], endpoint.url)

    endpoint.calls.clear()
    lab.run(lab.tape("all", folder="whole"), [lab.request()] * 2, endpoint.url, at_once=1)
    assert lab.files() == lab.files("whole")
    assert [a[0] for a in lab.run(lab.tape(), [lab.request()] * 2, at_once=1)] == [429, 200]


def test_what_a_kill_left_half_written_is_cleared_and_told(lab: Any, endpoint: Any):
    lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    partial = lab.folder / "tape" / "ferry" / "figures.yaml.partial"
    partial.write_text("version: 1\ninter", encoding="utf-8")
    assert [problem.kind for problem in check(lab.folder / "tape")] == ["broken"]
    assert lab.run(lab.tape(), [lab.request()])[0][0] == 200
    from summarizer.llm.tape import open_tape

    open_tape(lab.folder / "tape", "missing")
    assert not partial.exists()
