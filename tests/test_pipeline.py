"""The whole way, through an endpoint of our own: articles in, summaries and briefs out."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import EndpointError, InputError
from summarizer.pipeline import Progress, Run, brief, group, summarize
from summarizer.settings import Settings

FERRY = """---
outlet: The Ferry Gazette
published: 2031-03-09
---
Velmora and Tarsk exchanged captives on Saturday at the Oster bridge. The exchange was quick.

The Velmoran defence ministry said that 64 soldiers had returned to Velmora.

Tarsk received 64 soldiers too, its interior ministry said.
"""
HERALD = """---
outlet: Tarsk Herald
published: 2031-03-09
---
Tarsk and Velmora swapped prisoners on Saturday at the Oster bridge. The swap was quick.

The interior ministry of Tarsk said that 64 soldiers came home to Tarsk.

“The bridge was quiet,” said Ilse Marn, the envoy of Velmora.
"""
GERMAN = """---
language: de
---
Der Austausch fand am Samstag an der Brücke statt, und es war ein kalter Tag für alle.
"""
BLAZE = """---
outlet: Kest Courier
published: 2031-07-01
---
A fire in a bakery in Kest killed three workers on Monday, the fire brigade said.

Another eleven people were injured when the roof of the old hall came down.
"""


class Endpoint:
    """Answers by the shape that is asked for; `status` other than 200 is all it says."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.status = 200
        self.url = ""

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        shape = request["response_format"]["json_schema"]["schema"]["properties"]
        if "answer" in shape:
            return {"answer": "unclear"}
        if "points" in shape:
            # a model that obeys nobody: its numbers stand in no article
            point = {"text": "Some 999 people came home.", "quote": "999 people came home"}
            return {"headline": "999 people come home", "points": [point]}
        return dict.fromkeys(shape, "It went well.")


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    state = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay quiet."""

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            state.requests.append(request)
            message = {"role": "assistant", "content": json.dumps(state.answer(request))}
            reply = {
                "id": "c",
                "object": "chat.completion",
                "created": 1,
                "model": "stub",
                "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
                "usage": {"prompt_tokens": 50, "completion_tokens": 5, "total_tokens": 55},
            }
            body = json.dumps(reply).encode()
            self.send_response(state.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

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
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in (("ferry", FERRY), ("herald", HERALD), ("blaze", BLAZE)):
        (made / f"{name}.md").write_text(text, encoding="utf-8")
    return made


def chosen(endpoint: Endpoint, tmp_path: Path, **more: Any) -> Settings:
    fields = {"model": "stub-7b", "base_url": endpoint.url, "cache_dir": tmp_path / "cache"}
    return Settings.load({}, **(fields | more))


def briefs(paths: list[Path], settings: Settings, **options: Any) -> Run:
    return asyncio.run(brief(paths, settings, **options))


def test_two_events_make_two_briefs_by_two_packs(
    endpoint: Endpoint, folder: Path, tmp_path: Path
) -> None:
    run = briefs([folder], chosen(endpoint, tmp_path))
    assert sorted(b.event.pack for b in run.briefs) == ["event", "exchange"]
    assert sorted(len(b.articles) for b in run.briefs) == [1, 2]
    assert (run.missing, run.exit_code) == ((), 0)
    for made in run.briefs:
        assert made.summary
        assert "999" not in made.headline
        assert all("999" not in s.text for s in made.summary)


def test_the_same_again_is_the_same_bytes_with_no_call(
    endpoint: Endpoint, folder: Path, tmp_path: Path
) -> None:
    first = briefs([folder], chosen(endpoint, tmp_path))
    asked = len(endpoint.requests)
    second = briefs([folder], chosen(endpoint, tmp_path))
    assert len(endpoint.requests) == asked > 0
    assert [b.model_dump_json() for b in first.briefs] == [
        b.model_dump_json() for b in second.briefs
    ]
    assert second.paid.calls == 0
    assert second.used == first.used


def test_the_order_of_the_paths_changes_nothing(
    endpoint: Endpoint, folder: Path, tmp_path: Path
) -> None:
    files = sorted(folder.iterdir())
    one = briefs(files, chosen(endpoint, tmp_path))
    two = briefs(files[::-1], chosen(endpoint, tmp_path))
    assert {b.model_dump_json() for b in one.briefs} == {b.model_dump_json() for b in two.briefs}


def test_what_cannot_be_summarized_is_named_and_the_rest_goes_on(
    endpoint: Endpoint, folder: Path, tmp_path: Path
) -> None:
    (folder / "kurier.md").write_text(GERMAN, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    run = asyncio.run(summarize([folder], chosen(endpoint, tmp_path)))
    assert len(run.summaries) == 3
    reasons = {Path(m.path).name: m.reason for m in run.missing}
    assert set(reasons) == {"kurier.md", "empty.txt"}
    assert "German" in reasons["kurier.md"]
    assert "English" in reasons["kurier.md"]
    assert run.exit_code == InputError.exit_code


def test_nothing_that_can_be_read_is_an_error(endpoint: Endpoint, tmp_path: Path) -> None:
    path = tmp_path / "kurier.md"
    path.write_text(GERMAN, encoding="utf-8")
    with pytest.raises(InputError, match="German"):
        asyncio.run(summarize([path], chosen(endpoint, tmp_path)))
    assert endpoint.requests == []
    with pytest.raises(InputError, match=r"missing\.txt"):
        asyncio.run(summarize([tmp_path / "missing.txt"], chosen(endpoint, tmp_path)))


def test_an_endpoint_that_refuses_everything_is_an_error(
    endpoint: Endpoint, folder: Path, tmp_path: Path
) -> None:
    endpoint.status = 401
    with pytest.raises(EndpointError):
        asyncio.run(summarize([folder], chosen(endpoint, tmp_path)))


def test_progress_counts_articles_and_ends_at_all(
    endpoint: Endpoint, folder: Path, tmp_path: Path
) -> None:
    heard: list[Progress] = []
    asyncio.run(summarize([folder], chosen(endpoint, tmp_path), progress=heard.append))
    told = [(p.done, p.total) for p in heard if p.stage == "summarizing"]
    assert told[-1] == (3, 3)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_grouping_asks_no_model(folder: Path) -> None:
    groups = group([folder]).groups
    assert sorted(len(g.articles) for g in groups) == [1, 2]
