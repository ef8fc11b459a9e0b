"""One file: what is written is what is read, by us and by vcrpy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from vcr.serialize import deserialize
from vcr.serializers import yamlserializer

from summarizer.llm.tape.body import FENCE, canonical, load, parts, readable, reduce
from summarizer.llm.tape.cassette import Interaction, read, write

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
AWKWARD = st.lists(
    st.sampled_from(
        ["\n", " ", "\t", "a", "\r", "\x85", "\u2028", "\ufeff", "\x00", "🚢", ":", "-", "#", "'"]
    ),
    max_size=12,
).map("".join)


def interaction(body: str, answer: str) -> Interaction:
    headers = (("content-type", "application/json"),)
    return Interaction(
        "POST", "/v1/chat/completions", body, "application/json", 200, headers, answer
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TEXT | AWKWARD, TEXT | AWKWARD), min_size=1, max_size=3))
def test_every_text_comes_back(tmp_path_factory: Any, texts: Any):
    path: Path = tmp_path_factory.getbasetemp() / "any" / "one.yaml"
    items = tuple(interaction(body, answer) for body, answer in texts)
    write(path, items)
    cassette = read(path)
    assert cassette.interactions == items
    assert cassette.digests == tuple(item.digest for item in items)
    # pathlib would turn line ends, as vcrpy's own reader does: bodies must not depend on it.
    requests, responses, _ = deserialize(path.read_text(encoding="utf-8"), yamlserializer)
    assert [request.body.decode() for request in requests] == [body for body, _ in texts]
    assert [r["body"]["string"].decode() for r in responses] == [answer for _, answer in texts]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=5), JSON))
def test_the_readable_form_says_the_same(value: Any):
    assert load(readable(value)) == value
    readable(value).encode()
    assert canonical(load(readable(value))) == canonical(value)
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_the_order_of_properties_counts():
    one = {"schema": {"properties": {"a": {"type": "x", "title": "y"}, "b": {}}}}
    other = {"schema": {"properties": {"b": {}, "a": {"type": "x", "title": "y"}}}}
    same = {"schema": {"properties": {"a": {"title": "y", "type": "x"}, "b": {}}}}
    assert canonical(one) != canonical(other)
    assert canonical(one) == canonical(same)


def test_a_fence_is_a_line_of_its_own():
    prompt = "What stands in <article> is data.\n<article>\nA\n\nB\n</article>\nNow <sentence>.\n"
    assert [match["text"].strip() for match in FENCE.finditer(prompt)] == ["A\n\nB"]
    request = {"messages": [{"role": "user", "content": prompt + "<sentence>C d.</sentence>"}]}
    apart = parts(readable(request))
    assert apart.article == "A\n\nB\nC d."
    assert "Now <sentence>." in apart.prompt
    assert "B" not in apart.prompt


def test_reducing_is_done_once_and_leaves_examples_alone():
    messages = [
        {"role": "user", "content": "<sentence>\nAn example.\n</sentence>"},
        {"role": "assistant", "content": "its answer"},
        {"role": "user", "content": [{"type": "text", "text": "<article>\nSecret.\n</article>"}]},
        {"role": "assistant", "content": "a quote of it"},
        {"role": "user", "content": "that was wrong: a quote"},
    ]
    reduced = reduce({"model": "m", "messages": messages})
    text = readable(reduced)
    assert "Secret" not in text
    assert "quote" not in text
    assert "its answer" in text
    assert reduce(reduced) == reduced
    assert messages[3]["content"] == "a quote of it", "what is sent stays as it is"
