"""The package's own client on a tape: same answers, same usage, no socket, no waiting."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from typing import Any

import httpx2
import pytest

from summarizer.errors import TapeMiss
from summarizer.llm import Ask, open_model
from summarizer.llm.tape import open_tape
from summarizer.settings import Settings


@pytest.fixture
def asking(lab: Any) -> Any:
    """Ask some questions through `open_model`: the answers, and what they took."""

    def ask(tape: Any, url: str, numbers: tuple[int, ...] = (1, 2, 3)) -> tuple[list[Any], Any]:
        async def run() -> tuple[list[Any], Any]:
            settings = Settings(model="tiny", base_url=url, concurrency=4)
            async with open_model(settings, tape=tape) as model:
                questions = [
                    Ask("figures", "ferry", tuple(lab.request(n)["messages"]), lab.Answer)
                    for n in numbers
                ]
                answers = await asyncio.gather(*map(model.ask, questions))
                return answers, model.used

        return asyncio.run(run())

    return ask


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that somebody meant to wait; nobody does."""
    meant: list[float] = []
    sleep = asyncio.sleep

    async def note(seconds: float, *result: Any) -> Any:
        meant.append(seconds)
        return await sleep(0, *result)

    monkeypatch.setattr(asyncio, "sleep", note)
    return meant


def test_replay_is_the_live_run_again(
    lab: Any, endpoint: Any, asking: Any, waits: list[float], monkeypatch: pytest.MonkeyPatch
):
    def difficult(body: dict[str, Any], count: int) -> Any:
        question = str(body["messages"])
        if "Question 1" in question and count == 0:
            return 429, {"retry-after": "20"}, {"error": {"message": "busy"}}
        if "Question 2" in question and len(body["messages"]) == 2:
            return 200, {}, lab.completion('{"value": "many", "quote": "pears"}')
        return lab.ordinary(body, count)

    endpoint.script = difficult
    live = asking(open_tape(lab.folder / "tape", "all"), endpoint.url)
    assert endpoint.calls.total() == 5
    assert live[1].calls == 4
    assert live[1].seconds > 0
    assert max(waits) >= 20
    waits.clear()

    def refuse(*_: object) -> None:
        raise AssertionError("a replay opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(httpx2, "AsyncHTTPTransport", refuse)  # it reads certificates
    replayed = asking(open_tape(lab.folder / "tape"), "http://127.0.0.1:9/v1")
    assert replayed == live
    assert max(waits, default=0) < 1, "the endpoint's wish to wait isn't replayed"


def test_a_miss_comes_out_as_it_is(lab: Any, endpoint: Any, asking: Any):
    asking(open_tape(lab.folder / "tape", "all"), endpoint.url)
    with pytest.raises(TapeMiss) as miss:
        asking(open_tape(lab.folder / "tape"), "http://127.0.0.1:9/v1", (4,))
    assert miss.value.causes == ("prompt",)


def test_a_replay_waits_for_no_library_it_does_not_need(lab: Any, endpoint: Any):
    lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    endpoint.stop()
    program = f"""
import asyncio, httpx2, sys
from summarizer.llm.tape import open_tape
def wire(): raise AssertionError("opened")
async def main():
    transport = open_tape({str(lab.folder / "tape")!r}).transport(wire)
    async with httpx2.AsyncClient(transport=transport) as client:
        labels = {{"x-summarizer-subject": "ferry", "x-summarizer-stage": "figures"}}
        url = "http://nowhere.invalid/v1/chat/completions"
        answer = await client.post(url, json={lab.request()!r}, headers=labels)
        print(answer.status_code)
asyncio.run(main())
print(sorted({{"vcr", "openai", "instructor"}} & set(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "200\n[]\n", ran.stderr
