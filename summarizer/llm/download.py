"""A large file over HTTP: resumable, counted, and nothing else."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from summarizer.errors import WeightsError

__all__ = ["download"]

Progress = Callable[[str, int, int], None]
CHUNK = 1 << 20
TRIES = 4
SILENCE = 60.0  # seconds without a byte before a try is given up
PARTIAL, RANGE_NOT_SATISFIABLE, CLIENT_ERROR, SERVER_ERROR = 206, 416, 400, 500


def download(url: str, part: Path, size: int, progress: Progress | None = None) -> None:
    """Fetch `url` into `part`, going on where an earlier try stopped, until it has `size` bytes.

    Raises WeightsError when the server refuses, or when it keeps breaking off: then the part
    stays, and another call goes on from there.
    """
    if not url.startswith(("https://", "http://")):
        raise WeightsError(f"{url} is no web address.", "Correct HF_ENDPOINT.")
    reason = ""
    for _ in range(TRIES):
        have = part.stat().st_size if part.exists() else 0
        if have == size:
            return
        if have > size:
            part.unlink()
            have = 0
        reason, final = _try(url, part, have, size, progress)
        if final:
            break
    if part.exists() and part.stat().st_size == size:
        return
    raise WeightsError(
        f"{url} could not be downloaded: {reason or 'it breaks off again and again'}.",
        "Run `summarizer models pull` again, it goes on where it stopped;"
        " HF_ENDPOINT names a mirror.",
    )


def _try(url: str, part: Path, have: int, size: int, progress: Progress | None) -> tuple[str, bool]:
    """Fetch once; say what went wrong ("" for nothing) and whether trying again is of no use."""
    try:
        _fetch(url, part, have, size, progress)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == RANGE_NOT_SATISFIABLE:
            part.unlink(missing_ok=True)
            return f"HTTP {error.code}", False
        return f"HTTP {error.code} {error.reason}", CLIENT_ERROR <= error.code < SERVER_ERROR
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError) as error:
        return str(getattr(error, "reason", "") or error) or type(error).__name__, False
    except ConnectionError as error:
        return error.strerror or type(error).__name__, False
    return "", False


def _fetch(
    url: str,
    part: Path,
    have: int,
    size: int,
    progress: Progress | None,
) -> None:
    headers = {"User-Agent": "summarizer"}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - scheme checked above
    if have:
        request.add_header("Range", f"bytes={have}-")
    with urllib.request.urlopen(request, timeout=SILENCE) as response:  # noqa: S310 - checked
        resumed = response.status == PARTIAL
        done = have if resumed else 0
        with part.open("ab" if resumed else "wb") as out:
            while block := response.read(CHUNK):
                out.write(block)
                done += len(block)
                if progress is not None:
                    progress("downloading", done, size)
                if done > size:  # not our file: the sum would refuse it, but don't fill the disk
                    break
