"""A miss says what changed, at once, whatever library it passes through."""

from __future__ import annotations

import asyncio
import shlex
from typing import Any

import instructor
import pytest
import tenacity
from pydantic import BaseModel

from summarizer.errors import TapeMiss
from summarizer.llm.tape import record_command, unwrap
from summarizer.llm.transport import STAGE, SUBJECT


def schema(**fields: str) -> dict:
    properties = {name: {"type": kind} for name, kind in fields.items()}
    return {
        "type": "json_schema",
        "json_schema": {"name": "Answer", "schema": {"type": "object", "properties": properties}},
    }


@pytest.fixture
def missed(lab: Any, endpoint: Any):
    """Record three questions, then ask another one in replay: the miss that comes of it."""
    base = {"response_format": schema(value="integer", quote="string")}
    bodies = [lab.request(number, **base) for number in (1, 2, 3)]
    lab.run(lab.tape("all"), bodies, endpoint.url)

    def ask(subject: str = "ferry", **changed: Any) -> Any:
        with pytest.raises(TapeMiss) as miss:
            lab.run(lab.tape(), [lab.request(2, **{**base, **changed})], subject=subject)
        return miss.value

    return ask


def test_a_word_in_the_prompt(missed: Any):
    miss = missed(system="You read news with haste. Copy exactly.")
    assert miss.causes == ("prompt",)
    assert "What changed: prompt" in str(miss)
    assert "- [system] You read news with care." in miss.diff
    assert "+ [system] You read news with haste." in miss.diff
    assert "Ansel" not in str(miss)


def test_a_word_outside_the_fence_is_prompt(missed: Any):
    miss = missed(user="Question 2: how few?")
    assert miss.causes == ("prompt",)
    assert "Question 2: how many?" in miss.diff, "compared with the same question, not another"


def test_a_field_in_the_schema(missed: Any):
    miss = missed(response_format=schema(value="integer", quote="string", bound="string"))
    assert miss.causes == ("schema",)
    assert '+ "bound"' in miss.diff
    assert "- " not in miss.diff.replace('- "type": "string"', "")


def test_the_order_of_fields_is_part_of_the_schema(missed: Any):
    assert missed(response_format=schema(quote="string", value="integer")).causes == ("schema",)


def test_the_model(missed: Any):
    miss = missed(model="large")
    assert miss.causes == ("model",)
    assert miss.diff == "  - tiny\n  + large"


def test_a_character_in_the_article(lab: Any, missed: Any):
    miss = missed(article=lab.ARTICLE.replace("41", "42"))
    assert miss.causes == ("article",)
    old, new = miss.diff.splitlines()
    assert "carried 41 pass" in old
    assert "carried 42 pass" in new
    # No more of the article than 20 characters on either side.
    assert len(old) <= len("  - ……") + 40
    assert "pears" not in str(miss)


def test_another_version_of_a_library(missed: Any):
    miss = missed(strict_tools=True, temperature=None)
    assert miss.causes == ("library",)
    assert sorted(miss.diff.splitlines()) == [
        "  + strict_tools: true",
        "  + temperature: null",
        "  - temperature: 0",
    ]


def test_two_changes_are_both_named(lab: Any, missed: Any):
    miss = missed(model="large", article=lab.ARTICLE + " It rained.")
    assert miss.causes == ("model", "article")


def test_it_names_the_cassette_and_the_command(lab: Any, missed: Any):
    miss = missed(model="large")
    assert (miss.subject, miss.stage) == ("ferry", "figures")
    text = str(miss)
    assert "ferry, stage figures" in text
    assert f"--record {shlex.quote(str(lab.folder / 'tape'))}" in text
    tape = lab.tape()
    tape.again = "summarizer brief ferry.txt --record tape"
    with pytest.raises(
        TapeMiss, match=r"Record it again: summarizer brief ferry\.txt --record tape"
    ):
        lab.run(tape, [lab.request(9)])


def test_another_subject_of_the_stage_is_compared(lab: Any, missed: Any):
    miss = missed(subject="ferry-2", article=lab.ARTICLE.replace("dawn", "noon"))
    assert miss.causes == ("article",)
    assert "The nearest recording is that of ferry" in str(miss)


@pytest.mark.usefixtures("missed")
def test_a_stage_that_was_never_recorded(lab: Any):
    with pytest.raises(TapeMiss) as miss:
        lab.run(lab.tape(), [lab.request()], stage="headline")
    assert miss.value.causes == ("unrecorded",)


@pytest.mark.usefixtures("missed")
def test_a_question_asked_once_more(lab: Any):
    base = {"response_format": schema(value="integer", quote="string")}
    with pytest.raises(TapeMiss) as miss:
        lab.run(lab.tape(), [lab.request(1, **base)] * 2, at_once=1)
    assert miss.value.causes == ("repeated",)


@pytest.mark.usefixtures("missed")
def test_the_order_of_keys_and_the_spacing_do_not_matter(lab: Any):
    base = {"response_format": schema(value="integer", quote="string")}
    body = dict(reversed(lab.request(1, **base).items()))
    assert lab.run(lab.tape(), [body])[0][0] == 200


@pytest.mark.usefixtures("missed")
def test_openai_and_instructor_do_not_hide_or_repeat_it(lab: Any):
    tape = lab.tape()
    tries = []
    explained = tape.reel

    def counted(*names: Any) -> Any:
        tries.append(names)
        return explained(*names)

    tape.reel = counted

    async def ask() -> Any:
        async with lab.Asker(tape) as asker:
            await asker.ask(lab.request(1, model="other"))

    with pytest.raises(Exception, match=r".") as wrapped:
        asyncio.run(ask())
    assert not isinstance(wrapped.value, TapeMiss)
    miss = unwrap(wrapped.value)
    assert isinstance(miss, TapeMiss)
    assert "model" in miss.causes
    assert len(tries) == 1


@pytest.mark.usefixtures("missed")
def test_it_is_found_behind_tenacity_and_a_task_group(lab: Any):
    class Reply(BaseModel):
        value: int

    async def ask() -> Any:
        policy = tenacity.AsyncRetrying(
            stop=tenacity.stop_after_attempt(3),
            retry=tenacity.retry_if_exception(lambda error: unwrap(error) is None),
        )
        async with lab.Asker(lab.tape()) as asker, asyncio.TaskGroup() as group:
            client = instructor.from_openai(asker.openai, mode=instructor.Mode.JSON_SCHEMA)
            for number in (1, 2):
                group.create_task(
                    client.chat.completions.create(
                        response_model=Reply,
                        max_retries=policy,
                        extra_headers={SUBJECT: "ferry", STAGE: "figures"},
                        **lab.request(number),
                    )
                )

    with pytest.raises(ExceptionGroup) as group:
        asyncio.run(ask())
    assert unwrap(group.value).causes == ("schema",)


def test_other_errors_are_no_miss():
    error = ValueError("a")
    error.__cause__ = KeyError("b")
    error.__cause__.__context__ = error
    assert unwrap(error) is None
    assert unwrap(None) is None


def test_a_miss_records_nothing(lab: Any, missed: Any):
    before = lab.files()
    missed(model="large")
    assert lab.files() == before


@pytest.mark.parametrize(
    ("argv", "command"),
    [
        (
            ["summarizer", "brief", "a b.txt", "--replay", "t"],
            "summarizer brief 'a b.txt' --record t",
        ),
        (["summarizer", "group", "--replay=t", "a"], "summarizer group --record=t a"),
    ],
)
def test_the_command_that_records(argv: list[str], command: str):
    assert record_command(argv) == command
