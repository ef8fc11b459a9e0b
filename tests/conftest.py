"""What holds for every test: no network, no settings of whoever runs it, nothing outside tmp."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0"}  # noqa: S104 - a name, nothing is bound to it


class NetworkUsedError(AssertionError):
    """A test reached for a host that is not this machine."""


def _checked(address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and str(host) not in LOOPBACK:
        raise NetworkUsedError(f"a test may not connect to {host!r}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections and look-ups of names, except to this machine itself."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def checked_connect(self: socket.socket, address: Any) -> None:
        _checked(address)
        return connect(self, address)

    def checked_connect_ex(self: socket.socket, address: Any) -> int:
        _checked(address)
        return connect_ex(self, address)

    def checked_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in {None, ""}:
            _checked((name, 0))
        return look_up(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", checked_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", checked_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", checked_look_up)


@pytest.fixture(autouse=True)
def _own_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither the settings nor the keys nor the cache of whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZER_", "OPENAI_")):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SUMMARIZER_CACHE", str(home / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def root() -> Path:
    """The repository."""
    return Path(__file__).resolve().parent.parent
