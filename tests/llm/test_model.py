"""Asking: answers, reasks, the store, tapes and names."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest
from llm_stub import ARTICLE, GOOD, UNGROUNDED, Make, Quote, Reply, Stub, ask, completion, question

from summarizer.errors import EndpointError, ModelError, SummarizerError, TapeMiss
from summarizer.llm import Usage
from summarizer.llm.transport import STAGE, SUBJECT
from summarizer.settings import Settings
from summarizer.store import Store


def test_an_answer_comes_with_its_usage(stub: Stub, settings: Make):
    stub.play(GOOD)
    (answer,), model = ask(settings(), question())
    assert answer.value == Quote.model_validate(
        {"quote": "opened the bridge"}, context={"text": ARTICLE}
    )
    assert type(answer.value) is Quote
    assert (answer.usage.calls, answer.usage.input_tokens, answer.usage.cached_tokens) == (
        1,
        100,
        3,
    )
    assert answer.usage.seconds > 0
    assert answer.usage.cost_usd is None, "nobody knows what a stub costs"
    assert model.used == model.paid == answer.usage
    assert (model.name, model.strategy, model.recorded) == ("stub-7b", "stepwise", False)


def test_the_request_is_deterministic_and_carries_no_label(stub: Stub, settings: Make):
    stub.play(GOOD)
    ask(settings(api_key="sk-test"), question(max_tokens=33))
    (request,), (headers,) = stub.requests, stub.headers
    assert (request["temperature"], request["seed"], request["max_tokens"]) == (0, 0, 33)
    assert request["response_format"]["json_schema"]["schema"]["required"] == ["quote"]
    assert headers["authorization"] == "Bearer sk-test"
    assert SUBJECT not in headers
    assert STAGE not in headers


def test_an_article_is_never_a_template(stub: Stub, settings: Make):
    stub.play(UNGROUNDED, GOOD)
    (answer,), _ = ask(settings(), question())
    assert [r["messages"][0]["content"] for r in stub.requests] == [ARTICLE, ARTICLE]
    assert answer.value is not None


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (UNGROUNDED, "copy them exactly"),
        (completion('{"quote": '), "JSON"),
        (completion(None), "JSON"),
    ],
    ids=["ungrounded", "malformed", "empty"],
)
def test_a_bad_answer_is_asked_again_with_the_reason(
    stub: Stub, settings: Make, first: Reply, told: str
):
    stub.play(first, GOOD)
    (answer,), _ = ask(settings(), question())
    assert answer.value is not None
    assert answer.usage.calls == 2
    assert answer.usage.input_tokens == 200
    assert told in stub.requests[1]["messages"][-1]["content"]


def test_an_answer_that_stays_bad_is_refused_without_its_words(stub: Stub, settings: Make):
    stub.play(UNGROUNDED)
    (answer,), _ = ask(settings(), question(reasks=2))
    assert answer.value is None
    assert answer.usage.calls == len(stub.requests) == 3
    assert "copy them exactly" in answer.refusal
    assert "closed the bridge" not in answer.refusal
    assert answer.raw == '{"quote": "closed the bridge"}'


def test_an_answer_cut_off_is_refused(stub: Stub, settings: Make):
    stub.play(completion('{"quote": "ope', finish="length"))
    (answer,), _ = ask(settings(), question(max_tokens=4))
    assert answer.value is None
    assert "longer than 4 tokens" in answer.refusal
    assert answer.usage.calls == 1


def test_nothing_is_logged_about_a_bad_answer(stub: Stub, settings: Make, capfd: Any):
    stub.play(Reply(status=400, body=b'{"error": {"message": "bad"}}'))
    with pytest.raises(EndpointError):
        ask(settings(), question())
    assert capfd.readouterr() == ("", "")


def test_the_second_time_comes_from_the_store(stub: Stub, settings: Make, tmp_path: Path):
    stub.play(UNGROUNDED, GOOD)
    with Store.open(tmp_path) as store:
        (first,), _ = ask(settings(), question(), store=store)
        (second,), model = ask(settings(), question(), store=store)
    assert first == second
    assert model.paid == Usage()
    assert model.used == first.usage
    assert len(stub.requests) == 2


def test_a_refusal_is_kept_too(stub: Stub, settings: Make, tmp_path: Path):
    stub.play(UNGROUNDED)
    with Store.open(tmp_path) as store:
        (first,), _ = ask(settings(), question(), store=store)
        (second,), _ = ask(settings(), question(), store=store)
    assert first == second
    assert len(stub.requests) == 2


def test_a_stored_answer_that_no_longer_holds_is_asked_again(
    stub: Stub, settings: Make, tmp_path: Path
):
    stub.play(GOOD, completion('{"quote": "mended the bridge"}'))
    with Store.open(tmp_path) as store:
        ask(settings(), question(), store=store)
        (answer,), _ = ask(settings(), question(context={"text": "mended the bridge"}), store=store)
    assert answer.value is not None
    assert answer.value.quote == "mended the bridge"


@pytest.mark.parametrize(
    "other",
    [
        {"max_tokens": 9},
        {"reasks": 0},
        {"messages": ({"role": "user", "content": ARTICLE + " "},)},
    ],
)
def test_another_question_is_another_answer(
    stub: Stub, settings: Make, tmp_path: Path, other: dict[str, Any]
):
    stub.play(GOOD)
    with Store.open(tmp_path) as store:
        ask(settings(), question(), store=store)
        ask(settings(), question(**other), store=store)
    assert len(stub.requests) == 2


def test_the_same_question_twice_at_once_is_paid_for_once(
    stub: Stub, settings: Make, tmp_path: Path
):
    stub.play(GOOD)
    with Store.open(tmp_path) as store:
        answers, model = ask(settings(), question(), question(), store=store)
    assert answers[0] == answers[1]
    assert (model.paid.calls, model.used.calls) == (1, 2)
    assert len(stub.requests) == 1


def test_a_stored_answer_loads_no_client(stub: Stub, tmp_path: Path):
    stub.play(GOOD)
    program = f"""
import asyncio, sys
from pathlib import Path
from pydantic import BaseModel
from summarizer.llm import Ask, open_model
from summarizer.settings import Settings
from summarizer.store import Store
class Plain(BaseModel):
    quote: str
async def main():
    with Store.open(Path({str(tmp_path)!r})) as store:
        chosen = Settings.load({{}}, model="stub", base_url={stub.url!r})
        async with open_model(chosen, store=store) as m:
            print((await m.ask(Ask("s", "x", ({{"role": "user", "content": "q"}},), Plain))).raw)
asyncio.run(main())
print([m for m in ("openai", "instructor", "tenacity", "httpx2", "xllamacpp") if m in sys.modules])
"""
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        ).stdout.splitlines()
        for _ in range(2)
    ]
    assert "openai" in outputs[0][1]
    assert outputs[1] == [outputs[0][0], "[]"]


def test_concurrency_is_bounded(stub: Stub, settings: Make):
    stub.play(Reply(body=GOOD.body, hang=0.05))
    asks = [question(messages=({"role": "user", "content": f"{n}"},)) for n in range(8)]
    answers, _ = ask(settings(concurrency=2), *asks)
    assert all(a.value for a in answers)
    assert stub.most_at_once == 2


def test_progress_tells_the_sum_so_far(stub: Stub, settings: Make):
    stub.play(GOOD)
    seen: list[Usage] = []
    asks = [question(messages=({"role": "user", "content": f"{n}"},)) for n in range(3)]
    ask(settings(concurrency=1), *asks, progress=seen.append)
    assert [u.calls for u in seen] == [1, 2, 3]


# --- tapes ----------------------------------------------------------------------------------


class Missing(httpx2.AsyncBaseTransport):
    asked = 0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked += 1
        assert request.headers[SUBJECT] == "valley-post"
        raise TapeMiss("valley-post/quote is not on the tape.", "Record it.")


class Played(httpx2.AsyncBaseTransport):
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": "application/json", "x-summarizer-seconds": "1.250"}
        return httpx2.Response(200, headers=headers, content=GOOD.body, request=request)


class FakeTape:
    def __init__(self, transport: httpx2.AsyncBaseTransport) -> None:
        self._transport = transport

    def transport(
        self, inner: Callable[[], httpx2.AsyncBaseTransport]
    ) -> httpx2.AsyncBaseTransport:
        assert inner is not None
        return self._transport

    def recall(self, *_: object) -> None:
        """It leaves all to the client."""


def test_a_miss_comes_through_at_once_and_as_itself(settings: Make):
    tape = Missing()
    with pytest.raises(TapeMiss, match="not on the tape"):
        ask(settings(), question(), tape=FakeTape(tape))
    assert tape.asked == 1


def test_a_replay_gives_the_recorded_seconds_and_needs_no_model(tmp_path: Path):
    local = Settings.load({}, cache_dir=tmp_path)  # where no weights are
    with Store.open(tmp_path) as store:
        (answer,), model = ask(local, question(), tape=FakeTape(Played()), store=store)
    assert answer.usage == Usage(1, 100, 10, 3, Decimal(0), 1.25)
    assert model.recorded


# --- names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gpt-9", "Unknown model 'gpt-9'.*openai/NAME"),
        ("lokal", "Did you mean local"),
        ("local:/no/such.gguf", "/no/such.gguf: no such model file"),
        ("openai/gpt-4o-mini", "needs a key.*OPENAI_API_KEY"),
    ],
)
def test_a_model_that_cannot_be_used_is_told_at_once(name: str, message: str):
    with pytest.raises(SummarizerError, match=message):
        ask(Settings.load({}, model=name))


def test_no_weights_is_told_with_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("summarizer.llm.weights.installed_parts", lambda _: [])
    with pytest.raises(SummarizerError, match="summarizer models pull"):
        ask(Settings.load({}, cache_dir=tmp_path), question())


def test_a_file_that_is_no_model_is_told(tmp_path: Path):
    pytest.importorskip("xllamacpp")
    wrong = tmp_path / "wrong.gguf"
    wrong.write_bytes(b"GGUF and nothing more")
    with pytest.raises(ModelError, match=r"llama\.cpp could not load it"):
        ask(Settings.load({}, model=f"local:{wrong}"), question())


def test_models_that_think_get_no_temperature(stub: Stub, settings: Make):
    stub.play(GOOD)
    _, model = ask(settings(model="openai/gpt-5-mini", api_key="k"), question())
    (request,) = stub.requests
    assert "temperature" not in request
    assert "max_tokens" not in request
    assert request["max_completion_tokens"] > 256
    assert model.strategy == "whole"
