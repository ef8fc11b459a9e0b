"""An endpoint that is busy, broken, silent or dear."""

from __future__ import annotations

import socket
import time
from decimal import Decimal

import pytest
from llm_stub import GOOD, UNGROUNDED, Make, Reply, Stub, ask, question

from summarizer.errors import CostLimitReached, EndpointError, ModelError


def test_a_busy_endpoint_is_asked_again_when_it_said(stub: Stub, settings: Make):
    stub.play(Reply(status=429, headers={"retry-after": "0.3"}), GOOD)
    began = time.monotonic()
    (answer,), _ = ask(settings(), question())
    assert answer.value is not None
    assert answer.usage.calls == 1, "a call that was turned away is no call"
    assert time.monotonic() - began >= 0.3


def test_a_wait_past_the_deadline_is_not_begun(stub: Stub, settings: Make):
    stub.play(Reply(status=429, headers={"retry-after": "3600"}), GOOD)
    began = time.monotonic()
    with pytest.raises(EndpointError, match=r"429.*quota"):
        ask(settings(deadline=60), question())
    assert time.monotonic() - began < 30


def test_faults_of_the_server_pass(stub: Stub, settings: Make):
    stub.play(Reply(status=503), Reply(status=500), GOOD)
    (answer,), _ = ask(settings(), question())
    assert answer.value is not None
    assert len(stub.requests) == 3


def test_faults_that_stay_are_told(stub: Stub, settings: Make):
    stub.play(Reply(status=502, body=b"<html>Bad gateway</html>"))
    with pytest.raises(EndpointError, match=r"stub-7b answered HTTP 502") as caught:
        ask(settings(deadline=1.5), question())
    assert caught.value.hint
    assert len(stub.requests) > 1


def test_an_endpoint_that_hangs_is_given_up(stub: Stub, settings: Make):
    stub.play(Reply(body=GOOD.body, hang=1.5))
    with pytest.raises(EndpointError, match=r"did not answer within|gave no answer within"):
        ask(settings(timeout=0.2, deadline=2.5), question())
    assert len(stub.requests) > 1, "a silent try is not the last one"


def test_the_deadline_holds_whatever_the_timeout(stub: Stub, settings: Make):
    stub.play(Reply(body=GOOD.body, hang=60))
    began = time.monotonic()
    with pytest.raises(EndpointError, match=r"within 0\.5 seconds"):
        ask(settings(timeout=60, deadline=0.5), question())
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"<html>Welcome</html>", headers={"content-type": "text/html"}),
        Reply(body=b'{"hello": '),
        Reply(body=b'{"hello": 1}'),
        Reply(body=b'{"choices": "none"}'),
        Reply(body=b'{"choices": []}'),
        Reply(body=b"[1, 2]"),
    ],
    ids=["page", "broken", "other", "text", "none", "list"],
)
def test_nonsense_is_told(stub: Stub, settings: Make, reply: Reply):
    stub.play(reply)
    with pytest.raises(EndpointError, match="no chat completion"):
        ask(settings(), question())
    assert len(stub.requests) == 1


def test_a_refused_connection_is_told(settings: Make):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(EndpointError, match=f"no connection to {url}"):
        ask(settings(base_url=url, deadline=1), question())


def test_a_wrong_key_is_told_and_not_shown(stub: Stub, settings: Make):
    body = b'{"error": {"message": "Incorrect API key provided: sk-secret-1", "code": "k"}}'
    stub.play(Reply(status=401, body=body))
    with pytest.raises(EndpointError, match=r"401.*OPENAI_API_KEY") as caught:
        ask(settings(api_key="sk-secret-1"), question())
    assert len(stub.requests) == 1
    chain: BaseException | None = caught.value
    while chain is not None:
        assert "sk-secret-1" not in str(chain)
        chain = chain.__cause__


def test_an_error_that_quotes_the_article_is_not_repeated(stub: Stub, settings: Make):
    body = b'{"error": {"message": "invalid: The mayor opened the bridge"}}'
    stub.play(Reply(status=400, body=body))
    with pytest.raises(EndpointError) as caught:
        ask(settings(), question())
    assert "mayor" not in str(caught.value)


def test_a_quota_that_is_used_up_is_not_waited_for(stub: Stub, settings: Make):
    body = b'{"error": {"message": "quota", "code": "insufficient_quota"}}'
    stub.play(Reply(status=429, body=body))
    with pytest.raises(EndpointError, match="429"):
        ask(settings(), question())
    assert len(stub.requests) == 1


# --- money ----------------------------------------------------------------------------------


def priced(monkeypatch: pytest.MonkeyPatch, cost: str | None) -> None:
    def price(*_: object, **__: object) -> Decimal | None:
        return None if cost is None else Decimal(cost)

    monkeypatch.setattr("summarizer.llm.client.price", price)


def test_the_cost_limit_stops_before_the_call(
    stub: Stub, settings: Make, monkeypatch: pytest.MonkeyPatch
):
    priced(monkeypatch, "0.4")
    stub.play(GOOD)
    limited = settings(max_cost=Decimal("1.0"), concurrency=1)
    asks = [question(messages=({"role": "user", "content": f"{n}"},)) for n in range(3)]
    with pytest.raises(CostLimitReached, match=r"\$0.8000 of \$1.0"):
        ask(limited, *asks)
    assert len(stub.requests) == 2


def test_a_reask_counts_against_the_limit(
    stub: Stub, settings: Make, monkeypatch: pytest.MonkeyPatch
):
    priced(monkeypatch, "0.6")
    stub.play(UNGROUNDED)
    with pytest.raises(CostLimitReached):
        ask(settings(max_cost=Decimal("1.0")), question())
    assert len(stub.requests) == 1


def test_calls_under_way_count_against_the_limit(
    stub: Stub, settings: Make, monkeypatch: pytest.MonkeyPatch
):
    priced(monkeypatch, "0.6")
    stub.play(Reply(body=GOOD.body, hang=0.2))
    asks = [question(messages=({"role": "user", "content": f"{n}"},)) for n in range(2)]
    with pytest.raises(CostLimitReached):
        ask(settings(max_cost=Decimal("1.0"), concurrency=2), *asks)
    assert len(stub.requests) <= 1


def test_a_limit_on_a_model_without_a_price_is_refused(stub: Stub, settings: Make):
    stub.play(GOOD)
    with pytest.raises(ModelError, match="No price is known for stub-7b"):
        ask(settings(max_cost=Decimal(1)), question())
    assert stub.requests == []
