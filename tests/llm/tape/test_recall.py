"""Recall: what a tape tells without a client is what the client would have got from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.errors import TapeMiss
from summarizer.llm import Ask, client, open_model
from summarizer.llm.tape import Tape, open_tape
from summarizer.llm.tape.manifest import TapeRun, libraries, note
from summarizer.settings import Settings

Asking = Callable[..., list[Any]]


@pytest.fixture
def asking(lab: Any) -> Asking:
    """Ask the same question so often, one after the other; the answers."""

    def ask(tape: Tape, url: str = "http://127.0.0.1:9/v1", times: int = 1) -> list[Any]:
        async def run() -> list[Any]:
            settings = Settings(model="tiny", base_url=url)
            async with open_model(settings, tape=tape) as model:
                question = Ask("figures", "ferry", tuple(lab.request()["messages"]), lab.Answer)
                return [await model.ask(question) for _ in range(times)]

        return asyncio.run(run())

    return ask


@pytest.fixture
def recorded(lab: Any, endpoint: Any, asking: Asking) -> Callable[..., list[Any]]:
    """Record what the endpoint answers by a script, with a note of what it was recorded with."""

    def record(script: Any, *, private: bool = False, versions: Any = None, times: int = 1) -> Any:
        endpoint.script = script
        tape = open_tape(lab.folder / "tape", "all", private)
        answers = asking(tape, endpoint.url, times)
        run = TapeRun(
            model="tiny", remote=True, strategy="whole", pack="auto", packs=(), articles=(),
            libraries=versions or libraries(),
        )  # fmt: skip
        note(tape, run)
        return answers

    return record


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stages for which the client was asked after all."""
    asked: list[str] = []
    whole = client.Client.ask

    async def noting(self: client.Client, ask: Ask[Any], request: dict[str, Any]) -> Any:
        asked.append(ask.stage)
        return await whole(self, ask, request)

    monkeypatch.setattr(client.Client, "ask", noting)
    return asked


def reasked(lab: Any, last: str) -> Any:
    """Answers that are no number at first, and `last` when they are asked for again."""

    def script(body: dict[str, Any], _: int) -> Any:
        first = len(body["messages"]) == 2
        return 200, {}, lab.completion('{"value": "many", "quote": "pears"}' if first else last)

    return script


@pytest.mark.parametrize("last", ['{"value": 41, "quote": "41 passengers"}', '{"value": "lots"}'])
def test_an_answer_and_its_reasks_are_told_without_a_client(
    lab: Any, asking: Asking, recorded: Any, clients: list[str], last: str
):
    [live] = recorded(reasked(lab, last))
    clients.clear()
    [again] = asking(open_tape(lab.folder / "tape"))
    assert again == live
    assert again.usage.calls == 2
    assert clients == []


def test_each_recorded_answer_is_told_once(
    lab: Any, asking: Asking, recorded: Any, clients: list[str]
):
    live = recorded(lab.ordinary, times=2)
    clients.clear()
    tape = open_tape(lab.folder / "tape")
    assert asking(tape, times=2) == live
    assert len(tape.asked()) == 2
    assert clients == []
    with pytest.raises(TapeMiss):
        asking(tape)


def test_a_failure_and_its_retry_are_replayed_by_the_client(
    lab: Any, asking: Asking, recorded: Any, clients: list[str]
):
    def busy(body: dict[str, Any], count: int) -> Any:
        if count == 0:
            return 429, {"retry-after": "0"}, {"error": {"message": "busy"}}
        return lab.ordinary(body, count)

    live = recorded(busy)
    clients.clear()
    assert asking(open_tape(lab.folder / "tape")) == live
    assert clients == ["figures"]


def test_an_answer_that_was_cut_is_refused_by_the_client(
    lab: Any, asking: Asking, recorded: Any, clients: list[str]
):
    def cut(*_: Any) -> Any:
        answer = lab.completion('{"value": 4')
        answer["choices"][0]["finish_reason"] = "length"
        return 200, {}, answer

    live = recorded(cut)
    clients.clear()
    assert asking(open_tape(lab.folder / "tape")) == live
    assert live[0].refusal == "the answer was longer than 256 tokens"
    assert clients == ["figures"]


@pytest.mark.parametrize("known", [{}, {"instructor": "1.16.0"}])
def test_with_other_libraries_the_client_says_what_is_asked(
    lab: Any, asking: Asking, recorded: Any, clients: list[str], known: dict[str, str]
):
    live = recorded(lab.ordinary, versions=libraries() | known if known else {"spacy": "1"})
    clients.clear()
    assert asking(open_tape(lab.folder / "tape")) == live
    assert clients == ["figures"]


def test_a_private_tape_tells_an_answer_too(
    lab: Any, asking: Asking, recorded: Any, clients: list[str]
):
    live = recorded(lab.ordinary, private=True)
    clients.clear()
    assert asking(open_tape(lab.folder / "tape")) == live
    assert clients == []


def test_a_recording_goes_through_the_client(recorded: Any, lab: Any, clients: list[str]):
    recorded(lab.ordinary)
    assert clients == ["figures"]
