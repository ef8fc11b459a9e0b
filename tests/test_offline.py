"""The tests themselves: no network, neither in their process nor in those that they start."""

from __future__ import annotations

import errno
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from offline import NetworkUsedError, only_loopback

OUTSIDE = "192.0.2.1"  # an address for documentation, which no machine has
REACH = """
import errno, socket, sys
with socket.socket() as one:
    one.settimeout(5)
    try:
        one.connect(("192.0.2.1", 80))
    except OSError as error:
        sys.exit(errno.errorcode.get(error.errno, str(error)))
"""


def python(code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.fixture
def confined(root: Path) -> None:
    """Where a process may leave the network at all, this one has left it."""
    may = python("from offline import confine; print(confine())", root / "tests")
    if may.stdout.strip() != "True":
        pytest.skip("no network namespace may be made here: child processes are not held back")
    assert only_loopback(), "tests/conftest.py confines the run before the first test"


@pytest.mark.usefixtures("confined")
def test_a_child_reaches_nothing(tmp_path: Path):
    assert python(REACH, tmp_path).stderr.strip() == errno.errorcode[errno.ENETUNREACH]


@pytest.mark.usefixtures("confined")
def test_a_child_reaches_this_machine(endpoint: str):
    host, port = endpoint.removeprefix("http://").removesuffix("/v1").split(":")
    code = f"import socket; socket.create_connection(({host!r}, {port}), 5).close()"
    done = python(code, Path.cwd())
    assert done.returncode == 0, done.stderr


def test_a_test_that_connects_is_told_so():
    with socket.socket() as one:
        with pytest.raises(NetworkUsedError, match=OUTSIDE):
            one.connect((OUTSIDE, 80))
        with pytest.raises(NetworkUsedError, match=OUTSIDE):
            one.connect_ex((OUTSIDE, 80))


def test_a_test_that_looks_a_name_up_is_told_so():
    with pytest.raises(NetworkUsedError, match=r"news\.example"):
        socket.getaddrinfo("news.example", 443)
    assert socket.getaddrinfo("localhost", 80)
