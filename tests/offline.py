"""A network that ends at this machine: for the tests, and for every process that they start.

On Linux the test run moves, before the first test, into a network namespace that holds nothing but
loopback; what it starts is born there. That needs no right where users may make namespaces. Where
they may not, and on other systems, sockets are refused inside the tests' own process alone.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
from pathlib import Path
from typing import Any

__all__ = ["NetworkUsedError", "checked", "confine", "only_loopback"]

LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0"}  # noqa: S104 - a name, nothing is bound to it
# From Linux's headers.
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 0x1
IFREQ = "16sh22x"  # struct ifreq: a name and its flags


class NetworkUsedError(AssertionError):
    """A test reached for a host that is not this machine."""


def checked(address: Any) -> None:
    """Refuse an address that is not this machine's own; raises NetworkUsedError."""
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and str(host) not in LOOPBACK:
        raise NetworkUsedError(f"a test may not connect to {host!r}")


def only_loopback() -> bool:
    """Whether this process sees no network but loopback, and that one works."""
    if sys.platform != "linux":
        return False
    # A new namespace may hold tunnels of the kernel's, switched off.
    return [name for _, name in socket.if_nameindex() if _flags(name) & IFF_UP] == ["lo"]


def confine() -> bool:
    """Leave the network for good, with all processes that are started from now on.

    Returns whether it was possible. It is tried in a child first: half done, it would leave
    a process without the loopback that tests need.
    """
    if sys.platform != "linux":
        return False
    if only_loopback():
        return True
    child = os.fork()
    if child == 0:
        os._exit(0 if _leave() and only_loopback() else 1)
    _, status = os.waitpid(child, 0)
    return status == 0 and _leave()


def _leave() -> bool:
    """Move this process into a network of its own, and switch its loopback on."""
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(CLONE_NEWNET) != 0:
        if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
            return False
        # The same user and group as before, as far as files are concerned.
        for name, line in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            Path("/proc/self", name).write_text(line, encoding="ascii")
    try:
        _flags("lo", IFF_UP)
    except OSError:
        return False
    return True


def _flags(name: str, more: int = 0) -> int:
    """The flags of a network interface, after those in `more` were added."""
    from fcntl import ioctl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as some:
        asked = struct.pack(IFREQ, name.encode(), 0)
        _, now = struct.unpack(IFREQ, ioctl(some, SIOCGIFFLAGS, asked))
        if more:
            ioctl(some, SIOCSIFFLAGS, struct.pack(IFREQ, name.encode(), now | more))
    return int(now) | more
