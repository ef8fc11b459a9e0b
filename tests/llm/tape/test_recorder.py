"""Recording and replaying through openai, instructor and real sockets."""

from __future__ import annotations

import asyncio
import json
import random
import time
from typing import Any

import pytest
import vcr
import vcr.cassette
import yaml
from vcr.serialize import deserialize
from vcr.serializers import yamlserializer

from summarizer.errors import TapeError, TapeMiss, UsageError
from summarizer.llm.tape import check, open_tape
from summarizer.llm.tape.recorder import label


def whole(answer: Any):
    """All of an answer of instructor's: what it says, and what the library got."""
    return answer.model_dump(), answer._raw_response.model_dump()


def test_a_recording_replays_without_its_server_at_another_address(lab: Any, endpoint: Any):
    async def ask(tape: Any, url: str) -> Any:
        async with lab.Asker(tape, url) as asker:
            return [await asker.ask(lab.request(number)) for number in (1, 2)]

    live = asyncio.run(ask(lab.tape("all"), endpoint.url))
    endpoint.stop()
    endpoint.server.server_close()
    replayed = asyncio.run(ask(lab.tape(), "http://127.0.0.1:9/other/v1"))

    assert list(map(whole, replayed)) == list(map(whole, live))
    assert live[0].value != live[1].value


def test_replay_gives_the_bytes_of_the_live_run(lab: Any, endpoint: Any):
    bodies = [lab.request(number) for number in range(5)]
    live = lab.run(lab.tape("all"), bodies, endpoint.url)
    assert lab.run(lab.tape(), bodies) == live
    status, content, headers = live[0]
    assert status == 200
    assert json.loads(content)["usage"]["prompt_tokens"] == 12
    assert headers["x-summarizer-seconds"] == "0.000"
    assert "timings" not in json.loads(content)


def test_seconds_are_those_of_the_live_run(lab: Any, endpoint: Any):
    def slow(body: dict[str, Any], count: int) -> Any:
        time.sleep(0.05)
        return lab.ordinary(body, count)

    endpoint.script = slow
    tape = open_tape(lab.folder / "tape", "all")
    live = lab.run(tape, [lab.request()], endpoint.url)[0][2]["x-summarizer-seconds"]
    assert lab.run(lab.tape(), [lab.request()])[0][2]["x-summarizer-seconds"] == live
    assert 0.05 <= float(live) < 5
    assert len(live.split(".")[1]) == 3


@pytest.mark.parametrize("at_once", [1, 4, 16])
def test_how_many_are_asked_at_once_changes_no_byte(lab: Any, endpoint: Any, at_once: int):
    bodies = [lab.request(number) for number in range(16)]
    lab.run(lab.tape("all", folder="one"), bodies, endpoint.url, at_once=1)
    delays = random.Random(at_once)  # noqa: S311 - a shuffle, not a secret

    def shuffled(body: dict[str, Any], count: int) -> Any:
        time.sleep(delays.random() / 100)
        return lab.ordinary(body, count)

    endpoint.script = shuffled
    live = lab.run(lab.tape("all"), bodies, endpoint.url, at_once=at_once)
    assert lab.files() == lab.files("one")
    assert len(lab.files()) == 1
    for _ in range(20):
        assert lab.run(lab.tape(), bodies, at_once=at_once) == live


def test_the_order_of_asking_changes_no_byte(lab: Any, endpoint: Any):
    bodies = [lab.request(number) for number in range(6)]
    lab.run(lab.tape("all", folder="one"), bodies, endpoint.url)
    lab.run(lab.tape("all"), bodies[::-1], endpoint.url)
    assert lab.files() == lab.files("one")


def test_vcrpy_loads_the_cassette_and_plays_it(lab: Any, endpoint: Any):
    body = lab.request()
    live = lab.run(lab.tape("all"), [body], endpoint.url)[0]
    path = lab.folder / "tape" / "ferry" / "figures.yaml"

    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert data["version"] == 1
    requests, responses, metadata = deserialize(path.read_text(encoding="utf-8"), yamlserializer)
    assert json.loads(requests[0].body) == body
    assert responses[0]["body"]["string"] == live[1]
    assert len(metadata["digests"]) == 1

    cassette = vcr.cassette.Cassette.load(
        path=path,
        record_mode=vcr.mode.NONE,
        match_on=(vcr.matchers.method, vcr.matchers.path, vcr.matchers.body),
    )
    asked = vcr.request.Request(
        "POST",
        "http://elsewhere:4/v1/chat/completions",
        json.dumps(body),
        {"content-type": "application/json"},
    )
    assert cassette.can_play_response_for(asked)
    assert cassette.play_response(asked)["body"]["string"] == live[1]


def test_a_person_can_read_the_file(lab: Any, endpoint: Any):
    lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    text = lab.files()["ferry/figures.yaml"].decode()
    assert "body: |-" in text
    assert "string: |-" in text
    assert "41 passengers – “aboard” \\ud83d\\udea2" in text
    assert "uri: http://model/v1/chat/completions" in text
    assert "!!" not in text


def test_a_retry_replays_as_it_happened_without_its_wait(lab: Any, endpoint: Any):
    def busy_first(body: dict[str, Any], count: int) -> Any:
        if count == 0:
            return 429, {"retry-after": "7"}, {"error": {"message": "busy"}}
        return lab.ordinary(body, count)

    endpoint.script = busy_first
    bodies = [lab.request(), lab.request()]
    live = lab.run(lab.tape("all"), bodies, endpoint.url, at_once=1)
    replayed = lab.run(lab.tape(), bodies, at_once=1)
    assert [status for status, _, _ in live] == [429, 200]
    assert [answer[:2] for answer in replayed] == [answer[:2] for answer in live]
    assert live[0][2]["retry-after"] == "7"
    assert replayed[0][2]["retry-after"] == "0"
    assert "retry-after" in lab.files()["ferry/figures.yaml"].decode()


def test_a_reask_replays_as_it_happened(lab: Any, endpoint: Any):
    def wrong_first(body: dict[str, Any], count: int) -> Any:
        if len(body["messages"]) == 2:
            return 200, {}, lab.completion('{"value": "many", "quote": "pears"}')
        return lab.ordinary(body, count)

    async def ask(tape: Any, url: str) -> Any:
        async with lab.Asker(tape, url) as asker:
            return await asker.ask(lab.request())

    endpoint.script = wrong_first
    live = asyncio.run(ask(lab.tape("all"), endpoint.url))
    assert sum(endpoint.calls.values()) == 2
    replayed = asyncio.run(ask(lab.tape(), "http://127.0.0.1:9/v1"))
    assert whole(replayed) == whole(live)
    assert replayed._raw_response.usage.completion_tokens > 8, "of both attempts"


def test_a_streamed_answer_is_kept_whole(lab: Any, endpoint: Any):
    pieces = ["The ", "ferry ", "left.\u2028"]

    def streamed(_: Any, __: Any) -> Any:
        lines = [
            {"id": f"x{n}", "object": "chat.completion.chunk", "created": n, "model": "tiny",
             "choices": [{"index": 0, "delta": {"content": piece}}], "timings": {"ms": n}}
            for n, piece in enumerate(pieces)
        ]  # fmt: skip
        text = "".join(f"data: {json.dumps(line)}\n\n" for line in lines) + "data: [DONE]\n\n"
        return 200, {"content-type": "text/event-stream"}, text.encode()

    async def ask(tape: Any, url: str) -> Any:
        async with lab.Asker(tape, url) as asker:
            stream = await asker.openai.chat.completions.create(stream=True, **lab.request())
            return [chunk async for chunk in stream]

    endpoint.script = streamed
    live = asyncio.run(ask(lab.tape("all"), endpoint.url))
    assert [chunk.choices[0].delta.content for chunk in live] == pieces
    assert asyncio.run(ask(lab.tape(), "http://127.0.0.1:9/v1")) == live
    assert "timings" not in lab.files()["unnamed/unnamed.yaml"].decode()


def test_missing_asks_only_what_is_not_recorded(lab: Any, endpoint: Any):
    bodies = [lab.request(number) for number in range(4)]
    lab.run(lab.tape("missing"), bodies[:2], endpoint.url)
    lab.run(lab.tape("missing"), bodies, endpoint.url)
    assert set(endpoint.calls.values()) == {1}
    assert len(endpoint.calls) == 4
    lab.run(lab.tape("all", folder="whole"), bodies, endpoint.url)
    assert lab.files() == lab.files("whole")


def test_all_replaces_a_cassette(lab: Any, endpoint: Any):
    lab.run(lab.tape("all"), [lab.request(1), lab.request(2)], endpoint.url)
    lab.run(lab.tape("all"), [lab.request(2)], endpoint.url)
    assert lab.run(lab.tape(), [lab.request(2)])[0][0] == 200
    with pytest.raises(TapeMiss):
        lab.run(lab.tape(), [lab.request(1)])


def test_a_refusal_is_asked_again_and_does_not_stay(lab: Any, endpoint: Any):
    endpoint.script = lambda *_: (401, {}, {"error": {"message": "no such key"}})
    assert lab.run(lab.tape("missing"), [lab.request()], endpoint.url)[0][0] == 401
    assert lab.run(lab.tape(), [lab.request()])[0][0] == 401
    endpoint.script = lab.ordinary
    assert lab.run(lab.tape("missing"), [lab.request()], endpoint.url)[0][0] == 200
    assert [answer[0] for answer in lab.run(lab.tape(), [lab.request()])] == [200]
    assert check(lab.folder / "tape") == []


def test_a_run_that_gave_up_leaves_nothing_that_ends_the_next(lab: Any, endpoint: Any):
    busy = 503, {}, {"error": {"message": "busy"}}
    endpoint.script = lambda *_: busy
    bodies = [lab.request()] * 3
    lab.run(lab.tape("missing"), bodies, endpoint.url, at_once=1)
    replayed = lab.run(lab.tape(), bodies, at_once=1)
    assert [status for status, _, _ in replayed] == [503] * 3
    endpoint.script = lab.ordinary
    lab.run(lab.tape("missing"), bodies[:1], endpoint.url)
    assert lab.run(lab.tape(), bodies[:1])[0][0] == 200


def test_a_call_that_breaks_off_leaves_no_trace(lab: Any):
    with pytest.raises(Exception, match=r".") as broken:
        lab.run(lab.tape("all"), [lab.request()], "http://127.0.0.1:9/v1")
    assert "Connect" in type(broken.value).__name__
    assert lab.files() == {}


def test_labels_reach_neither_the_endpoint_nor_the_tape(lab: Any, endpoint: Any):
    lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    assert not [name for seen in endpoint.seen for name in seen if "summarizer" in name.lower()]
    assert endpoint.seen[0]["authorization"] == f"Bearer {lab.KEY}"
    text = lab.files()["ferry/figures.yaml"].decode()
    assert "x-summarizer-subject" not in text


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "..", "Größe", "", "x" * 300])
def test_a_label_stays_inside_the_tape(name: str):
    made = label(name)
    assert "/" not in made
    assert made not in ("", ".", "..")
    assert len(made) <= 90
    assert made == label(made)


def test_names_that_differ_in_case_alone_have_two_cassettes():
    assert label("Ferry") != label("ferry") == "ferry"


def test_a_private_tape_holds_no_article_and_still_matches(lab: Any, endpoint: Any):
    bodies = [lab.request(number) for number in range(3)]
    live = lab.run(lab.tape("all", private=True), bodies, endpoint.url)
    text = lab.files()["ferry/figures.yaml"].decode()
    assert "Port Ansel" not in text
    assert "cargo of pears" not in text
    assert f"{len(lab.ARTICLE)} characters" in text
    assert lab.run(lab.tape(), bodies) == live, "the tape itself says that it is private"
    assert check(lab.folder / "tape") == []
    changed = lab.request(1, article=lab.ARTICLE.replace("41", "42"))
    with pytest.raises(TapeMiss) as miss:
        lab.run(lab.tape(), [changed])
    assert miss.value.causes == ("article",)
    assert "Ansel" not in str(miss.value)


def test_a_private_reask_does_not_quote(lab: Any, endpoint: Any):
    def wrong_first(body: dict[str, Any], count: int) -> Any:
        if len(body["messages"]) == 2:
            return 200, {}, lab.completion('{"value": "cargo of pears", "quote": "Ansel"}')
        return lab.ordinary(body, count)

    async def ask(tape: Any, url: str) -> Any:
        async with lab.Asker(tape, url) as asker:
            return await asker.ask(lab.request())

    endpoint.script = wrong_first
    live = asyncio.run(ask(lab.tape("all", private=True), endpoint.url))
    cassette = yaml.safe_load(lab.files()["ferry/figures.yaml"])
    assert len(cassette["interactions"]) == 2
    for interaction in cassette["interactions"]:
        assert "pears" not in interaction["request"]["body"]
    assert whole(asyncio.run(ask(lab.tape(), "http://127.0.0.1:9/v1"))) == whole(live)


def test_an_open_tape_is_not_continued_privately(lab: Any, endpoint: Any):
    lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    with pytest.raises(TapeError, match="holds articles"):
        lab.run(lab.tape("missing", private=True), [lab.request()], endpoint.url)


def test_what_cannot_be_opened_says_so(lab: Any):
    with pytest.raises(TapeError, match="no recording"):
        open_tape(lab.folder / "nothing")
    with pytest.raises(UsageError, match="no mode"):
        open_tape(lab.folder, "sideways")
    (lab.folder / "tape" / "ferry").mkdir(parents=True)
    (lab.folder / "tape" / "ferry" / "figures.yaml").write_text(
        "interactions: [{", encoding="utf-8"
    )
    with pytest.raises(TapeError, match=r"figures\.yaml is no cassette"):
        lab.run(lab.tape(), [lab.request()])
