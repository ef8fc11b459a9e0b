"""What holds for every test: no network, no settings of whoever runs it, nothing outside tmp."""

from __future__ import annotations

import itertools
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))  # for obliging and offline

from obliging import obliging
from offline import checked, confine


def pytest_configure(config: pytest.Config) -> None:
    """Leave the network before workers are started and tests are run: they all inherit it."""
    if not hasattr(config, "workerinput"):
        confine()


# How long an example takes says how busy the machine is.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections and look-ups of names, except to this machine itself."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def checked_connect(self: socket.socket, address: Any) -> None:
        checked(address)
        return connect(self, address)

    def checked_connect_ex(self: socket.socket, address: Any) -> int:
        checked(address)
        return connect_ex(self, address)

    def checked_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in {None, ""}:
            checked((name, 0))
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", checked_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", checked_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", checked_look_up)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A place for each test that nothing else uses, one after the other."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, _homes: Iterator[Path]) -> None:
    """Neither the settings nor the keys nor the cache of whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("SUMMARIZER_CACHE", str(home / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def root() -> Path:
    """The repository."""
    return Path(__file__).resolve().parent.parent


ARTICLES = {
    "north.md": """---
outlet: Fjord Gazette
title: Northland and Estmark trade captives
published: 2031-03-07
---
Northland and Estmark exchanged prisoners of war on Friday at the Grey Bridge, the Northland Defence
Ministry said. Northland received 40 soldiers and handed over 40 soldiers to Estmark.

"Forty of our men are home tonight," said Ilse Brandt, a spokeswoman for the ministry. The Republic
of Lowen mediated.
""",
    "east.txt": """Forty for forty at the Grey Bridge
Estmark Herald, March 7, 2031

Estmark said that 40 of its soldiers came home from Northland on Friday in an exchange of prisoners
at the Grey Bridge. Forty Northland soldiers went the other way, the Estmark General Staff said.

The exchange was mediated by the Republic of Lowen, according to the General Staff.

Snow lay on the hills around, and a brass band played until dark.
""",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles on one exchange between invented parties."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def endpoint() -> Iterator[str]:
    """The address of an endpoint whose answers satisfy whatever schema they are asked for."""
    with obliging() as address:
        yield address


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command line in this process: its exit code, standard output and error."""
    from summarizer.cli import main

    def call(*arguments: object) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        monkeypatch.setattr("sys.argv", ["summarizer", *map(str, arguments)])
        code = main()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call
