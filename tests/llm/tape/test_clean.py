"""Nothing secret reaches the disk, and `check` finds what got there another way."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import TapeError
from summarizer.llm.tape import check
from summarizer.llm.tape.cassette import read, write
from summarizer.llm.tape.scrub import Scrubber, neutral_path

CASSETTE = "ferry/figures.yaml"
ENVIRONED = "envkey-9f8e7d6c5b4a"
PLANTED = ["c00kie-value-123", "req-planted-987", "internal-host-7", "org-planted123", ENVIRONED]


def kinds(problems: list[Any]) -> list[str]:
    return sorted({problem.kind for problem in problems})


@pytest.fixture
def recorded(lab: Any, endpoint: Any):
    """A tape with three answers, and what was asked."""
    tape = lab.tape("all")
    lab.run(tape, [lab.request(number) for number in (1, 2, 3)], endpoint.url)
    return tape.asked()


def test_planted_keys_reach_no_file_and_no_caller(
    lab: Any, endpoint: Any, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("OPENAI_API_KEY", ENVIRONED)
    monkeypatch.setenv("HOME", "/srv/people/adalovelace")

    def talkative(body: dict[str, Any], count: int) -> Any:
        if "number 1" not in str(body) and count == 0:
            message = (
                f"Incorrect API key provided: {lab.KEY}. (env {ENVIRONED},"
                " masked sk-pl***********def) for org-planted123 with session=c00kie-value-123"
                f" at {socket.gethostname()} in /home/adalovelace/newsroom/keys.txt,"
                " /srv/people/adalovelace/x and C:\\Users\\adalovelace\\keys.txt"
            )
            return 401, {"www-authenticate": f"Bearer {lab.KEY}"}, {"error": {"message": message}}
        content = json.dumps({"value": 3, "quote": f"echo {lab.KEY} {ENVIRONED}"})
        return (
            200,
            {},
            lab.completion(content, model="/home/adalovelace/.cache/tiny.gguf", timings={}),
        )

    endpoint.script = talkative
    live = lab.run(lab.tape("all"), [lab.request()] * 2, endpoint.url, at_once=1)
    assert [status for status, _, _ in live] == [401, 200]
    files = lab.files()
    assert list(files) == [CASSETTE]
    everything = files[CASSETTE].decode() + repr(live)
    for secret in [*PLANTED, lab.KEY, "adalovelace", "sk-pl", "www-authenticate"]:
        assert secret not in everything
    if len(socket.gethostname()) > 2:
        assert f"at {socket.gethostname()}" not in everything
    assert "Incorrect API key provided: [removed]" in everything
    assert "~/.cache/tiny.gguf" in everything
    assert check(lab.folder / "tape") == []


def test_a_text_error_and_another_api_are_scrubbed_too(lab: Any, endpoint: Any):
    endpoint.script = lambda *_: (
        502,
        {"content-type": "text/plain"},
        f"upstream said no to {lab.KEY}\nbye".encode(),
    )
    live = lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    assert live[0][1] == b"upstream said no to [removed]\nbye"
    assert lab.run(lab.tape(), [lab.request()])[0][1] == live[0][1]


@pytest.mark.usefixtures("recorded")
def test_only_allowed_headers_are_kept(lab: Any):
    cassette = read(lab.folder / "tape" / CASSETTE)
    assert set(cassette.headers) == {"content-type", "x-summarizer-seconds"}
    assert cassette.hosts == ("http://model",)


def test_ordinary_words_stay():
    text = (
        "A task-force of 270, the risk-based plan, 5/root and Tel. 0800-sk-1; at home/adalovelace."
    )
    assert Scrubber({"API_KEY": "none", "PATH": "/usr/bin"}).cleaner()(text) == text


def test_gateways_leave_no_account():
    assert neutral_path("/v1/acc0unt/gw/openai/chat/completions") == "/v1/chat/completions"
    assert neutral_path("/other") == "/other"


def test_a_clean_tape_has_no_problems(recorded: Any, lab: Any):
    assert check(lab.folder / "tape") == []
    assert check(lab.folder / "tape", recorded) == []


def test_no_tape_is_an_error(tmp_path: Path):
    with pytest.raises(TapeError, match="no recording"):
        check(tmp_path)


@pytest.mark.parametrize(
    "planted",
    [
        "# sk-abcdefgh12345678\n",
        "# Bearer abcdef.ghijkl-mnop\n",
        "# /home/adalovelace/newsroom\n",
        "# /Users/adalovelace/newsroom\n",
        "# org-AbCdEfGhIjKlMnOp1234\n",
        f"# {ENVIRONED}\n",
    ],
)
@pytest.mark.usefixtures("recorded")
def test_a_planted_secret_is_found_and_not_repeated(
    lab: Any, monkeypatch: pytest.MonkeyPatch, planted: str
):
    monkeypatch.setenv("NEWSROOM_API_KEY", ENVIRONED)
    path = lab.folder / "tape" / CASSETTE
    path.write_text(path.read_text(encoding="utf-8") + planted, encoding="utf-8")
    problems = check(lab.folder / "tape")
    assert kinds(problems) == ["secret"]
    assert problems[0].cassette == CASSETTE
    assert f"line {path.read_text(encoding='utf-8').count(chr(10))}" in problems[0].message
    assert planted.strip("# \n") not in str(problems)


@pytest.mark.usefixtures("recorded")
def test_a_foreign_header_and_host_are_found(lab: Any):
    edit(lab, "x-summarizer-seconds:", "x-request-id:")
    assert "secret" in kinds(check(lab.folder / "tape"))
    edit(lab, "http://model/", "http://10.1.2.3:8080/")
    assert any("host" in problem.message for problem in check(lab.folder / "tape"))


def test_an_orphan_and_a_stale_recording_are_found(recorded: Any, lab: Any, endpoint: Any):
    lab.run(lab.tape("missing"), [lab.request(9)], endpoint.url, stage="headline")
    assert check(lab.folder / "tape") == [], "nothing can be said without knowing what is asked"
    problems = check(lab.folder / "tape", recorded)
    assert [(p.cassette, p.kind) for p in problems] == [("ferry/headline.yaml", "orphan")]

    tape = lab.tape()
    lab.run(tape, [lab.request(1), lab.request(2)])
    problems = check(lab.folder / "tape", tape.asked())
    assert [(p.cassette, p.kind) for p in problems] == [
        (CASSETTE, "stale"),
        ("ferry/headline.yaml", "orphan"),
    ]


def test_what_was_asked_in_replay_is_what_was_asked_live(recorded: Any, lab: Any):
    tape = lab.tape()
    lab.run(tape, [lab.request(number) for number in (3, 1, 2)], at_once=3)
    assert tape.asked() == recorded
    assert len(recorded) == 3


@pytest.mark.usefixtures("recorded")
def test_a_hand_edited_answer_is_found(lab: Any):
    text = (lab.folder / "tape" / CASSETTE).read_text(encoding="utf-8")
    edit(lab, "41 passengers", "14 passengers")
    problems = check(lab.folder / "tape")
    assert kinds(problems) == ["forgery"]
    assert "edited" in problems[0].message
    # The question edited in place of the answer.
    (lab.folder / "tape" / CASSETTE).write_text(text, encoding="utf-8")
    edit(lab, "how many", "how few")
    assert kinds(check(lab.folder / "tape")) == ["forgery"]


@pytest.mark.usefixtures("recorded")
def test_a_forged_answer_with_a_forged_digest_belies_its_usage(lab: Any):
    path = lab.folder / "tape" / CASSETTE
    items = list(read(path).interactions)
    answer = json.loads(items[0].answer)
    answer["choices"][0]["message"]["content"] = "All of it is well known. " * 40
    items[0] = type(items[0])(**{**vars_of(items[0]), "answer": json.dumps(answer, indent=1)})
    write(path, items)
    problems = check(lab.folder / "tape")
    assert kinds(problems) == ["forgery"]
    assert "characters cannot be" in problems[0].message


@pytest.mark.parametrize(
    ("content", "tokens", "extra"),
    [
        ("A", 1, {}),
        ("", 1, {}),
        ("это был паром " * 20, 120, {}),
        ("word " * 100, 101, {}),
        ('{"a":' + " " * 60 + "1}", 8, {}),
        ("done", 900, {"details": {"reasoning_tokens": 890}}),
    ],
)
def test_real_answers_are_no_forgeries(
    lab: Any, endpoint: Any, content: str, tokens: int, extra: dict[str, Any]
):
    made = lab.completion(content, tokens)
    made["usage"]["completion_tokens_details"] = extra.get("details")
    endpoint.script = lambda *_: (200, {}, made)
    lab.run(lab.tape("all"), [lab.request()], endpoint.url)
    assert check(lab.folder / "tape") == []


@pytest.mark.usefixtures("recorded")
def test_a_removed_digest_and_a_foreign_cassette_are_found(lab: Any):
    path = lab.folder / "tape" / CASSETTE
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("metadata:")], encoding="utf-8")
    assert kinds(check(lab.folder / "tape")) == ["forgery"]
    assert lab.run(lab.tape(), [lab.request(1)])[0][0] == 200, "it still replays"


def test_a_duplicate_is_found(recorded: Any, lab: Any):
    path = lab.folder / "tape" / CASSETTE
    items = read(path).interactions
    write(path, [items[0], *items])
    assert kinds(check(lab.folder / "tape")) == ["duplicate"]
    assert kinds(check(lab.folder / "tape", recorded)) == ["stale"]


@pytest.mark.usefixtures("recorded")
def test_an_article_on_a_private_tape_is_found(lab: Any):
    path = lab.folder / "tape" / CASSETTE
    write(path, read(path).interactions, private=True)
    problems = check(lab.folder / "tape")
    assert kinds(problems) == ["secret"]
    assert "private tape" in problems[0].message


@pytest.mark.usefixtures("recorded")
def test_a_broken_cassette_is_told_with_the_rest(lab: Any):
    broken = lab.folder / "tape" / "ferry" / "other.yaml"
    broken.write_text("- not\n- this\n", encoding="utf-8")
    assert [(p.cassette, p.kind) for p in check(lab.folder / "tape")] == [
        ("ferry/other.yaml", "broken")
    ]


def edit(lab: Any, old: str, new: str) -> None:
    path: Path = lab.folder / "tape" / CASSETTE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def vars_of(item: Any) -> dict:
    names = ("method", "path", "body", "content_type", "status", "headers", "answer")
    return {name: getattr(item, name) for name in names}
