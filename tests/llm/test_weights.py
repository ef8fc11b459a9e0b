"""Weights: joined from parts, downloaded, checked, refused."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarizer.errors import WeightsError
from summarizer.llm import download, weights
from summarizer.llm.weights import KNOWN, Weights, cached, find, pull, where

CONTENT = bytes(range(256)) * 2000
TINY = Weights(
    name="tiny",
    repository="Someone/Tiny-GGUF",
    file="tiny.gguf",
    size=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    parts=("tiny-part1", "tiny-part2", "tiny-part3"),
    parts_version="1.0",
    licence="Apache-2.0",
    extra="weights",
)


SMALL = replace(TINY, extra=None)


def install(site: Path, contents: list[bytes], version: str = "1.0") -> None:
    for number, content in enumerate(contents, 1):
        package, info = site / f"tiny_part{number}", site / f"tiny_part{number}-{version}.dist-info"
        (package / "data").mkdir(parents=True)
        (package / "data" / f"part{number:02}.bin").write_bytes(content)
        (package / "__init__.py").write_text("raise SystemExit('was imported')")
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: tiny-part{number}\nVersion: {version}\n"
        )
        (info / "RECORD").write_text(
            f"tiny_part{number}/__init__.py,,\ntiny_part{number}/data/part{number:02}.bin,,\n"
        )


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


THREE = [CONTENT[:100_000], CONTENT[100_000:300_000], CONTENT[300_000:]]


def test_parts_are_joined_in_order_and_never_imported(site: Path, cache: Path):
    install(site, THREE)
    steps: list[tuple[str, int, int]] = []
    path = find(TINY, cache, lambda *step: steps.append(step))
    assert path == cache / "models" / "tiny.gguf"
    assert path.read_bytes() == CONTENT
    assert steps[-1] == ("joining", TINY.size, TINY.size)
    assert not [name for name in sys.modules if name.startswith("tiny_part")]
    assert not list(path.parent.glob("*.part"))


def test_a_file_that_was_checked_is_not_read_again(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    install(site, THREE)
    path = find(TINY, cache)
    with monkeypatch.context() as patch:
        patch.setattr(weights, "_sum_of", lambda *_: pytest.fail("it was read again"))
        assert find(TINY, cache) == path
    path.write_bytes(CONTENT[:-1] + b"x")
    with pytest.raises(WeightsError, match=r"tiny\.gguf is not the model file"):
        find(TINY, cache)


def test_a_file_put_there_by_hand_is_checked(cache: Path):
    path = where(TINY, cache)
    path.parent.mkdir(parents=True)
    path.write_bytes(CONTENT)
    assert cached(TINY, cache) == path
    assert path.with_name("tiny.gguf.checked.json").exists()


def test_parts_with_another_sum_are_refused(site: Path, cache: Path):
    install(site, [THREE[0], THREE[2], THREE[1]])
    with pytest.raises(WeightsError, match="do not add up to the official file"):
        find(TINY, cache)
    assert list((cache / "models").glob("tiny.gguf*")) == [cache / "models" / "tiny.gguf.lock"]


def test_parts_of_another_size_are_refused_before_joining(site: Path, cache: Path):
    install(site, [THREE[0], THREE[1], b""])
    with pytest.raises(WeightsError, match="hold 300000 bytes"):
        find(TINY, cache)


@pytest.mark.parametrize("how", ["one missing", "other version"])
def test_without_all_parts_it_says_what_to_run(site: Path, cache: Path, how: str):
    if how == "one missing":
        install(site, THREE[:2])
    else:
        install(site, THREE, version="2.0")
    with pytest.raises(WeightsError, match=r"summarizer models pull.*summarizer\[weights\]"):
        find(TINY, cache)


@pytest.mark.usefixtures("site")
def test_a_model_without_an_extra_of_ours_is_pulled_by_its_own_name(cache: Path):
    with pytest.raises(WeightsError, match=r"summarizer models pull 0\.5b` \(0\.5 GB") as caught:
        find(KNOWN["0.5b"], cache)
    assert "summarizer[" not in str(caught.value)


def test_parts_that_no_extra_installs_are_named(site: Path, cache: Path):
    install(site, [THREE[0], THREE[1], b""])
    with pytest.raises(WeightsError, match=r"--force-reinstall tiny-part1==1\.0 tiny-part2==1"):
        find(SMALL, cache)


def test_a_full_disk_is_told_before_anything_is_written(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    install(site, THREE)
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(WeightsError, match=r"0\.0 GB free.*SUMMARIZER_CACHE"):
        find(TINY, cache)
    assert not (cache / "models" / "tiny.gguf.part").exists()


def test_a_disk_that_fills_up_meanwhile_is_told(
    site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    install(site, THREE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WeightsError, match="No space left on device"):
        find(TINY, cache)
    assert cached(TINY, cache) is None


# --- downloading ----------------------------------------------------------------------------


class Mirror:
    """A mirror that serves `content`, breaking off after `break_after` bytes `breaks` times."""

    def __init__(self) -> None:
        self.content = CONTENT
        self.ranges: list[str | None] = []
        self.paths: list[str] = []
        self.breaks = 0
        self.break_after = 200_000
        self.resumes = True
        self.status = 0
        self.url = ""


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    state = Mirror()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay quiet."""

        def do_GET(self) -> None:
            wanted = self.headers.get("range")
            state.ranges.append(wanted)
            state.paths.append(self.path)
            if state.status:
                self.send_error(state.status)
                return
            start = 0
            if wanted and state.resumes:
                start = int(wanted.removeprefix("bytes=").rstrip("-"))
            rest = state.content[start:]
            self.send_response(206 if start else 200)
            self.send_header("content-length", str(len(rest)))
            self.end_headers()
            if state.breaks:
                state.breaks -= 1
                self.wfile.write(rest[: state.break_after])
                self.wfile.flush()
                self.close_connection = True
                return
            self.wfile.write(rest)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    monkeypatch.setenv("HF_ENDPOINT", state.url + "/")
    monkeypatch.setattr(download, "CHUNK", 1 << 14)
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def test_weights_are_pulled_from_a_mirror(mirror: Mirror, cache: Path):
    steps: list[tuple[str, int, int]] = []
    path = pull(TINY, cache, lambda *step: steps.append(step))
    assert path.read_bytes() == CONTENT
    assert mirror.paths == ["/Someone/Tiny-GGUF/resolve/main/tiny.gguf"]
    assert ("downloading", TINY.size, TINY.size) in steps
    assert pull(TINY, cache) == path
    assert len(mirror.paths) == 1, "what is there is not pulled again"


def test_a_download_that_breaks_off_goes_on_where_it_stopped(mirror: Mirror, cache: Path):
    mirror.breaks = 2
    assert pull(TINY, cache).read_bytes() == CONTENT
    assert mirror.ranges == [None, "bytes=200000-", "bytes=400000-"]


def test_another_run_goes_on_where_the_last_one_stopped(mirror: Mirror, cache: Path):
    mirror.breaks, mirror.break_after = 4, 50_000
    with pytest.raises(WeightsError, match="goes on where it stopped"):
        pull(TINY, cache)
    mirror.ranges.clear()
    assert pull(TINY, cache).read_bytes() == CONTENT
    assert mirror.ranges == ["bytes=200000-"]


def test_a_mirror_that_cannot_resume_starts_again(mirror: Mirror, cache: Path):
    mirror.breaks, mirror.resumes = 1, False
    assert pull(TINY, cache).read_bytes() == CONTENT
    assert mirror.ranges == [None, "bytes=200000-"]


@pytest.mark.parametrize("wrong", [CONTENT[::-1], CONTENT + b"more"])
def test_a_file_with_another_sum_is_deleted(mirror: Mirror, cache: Path, wrong: bytes):
    mirror.content = wrong
    with pytest.raises(WeightsError, match=r"sha256 is not|could not be downloaded"):
        pull(TINY, cache)
    assert not where(TINY, cache).exists()
    mirror.content = CONTENT
    assert pull(TINY, cache).read_bytes() == CONTENT


@pytest.mark.parametrize(("status", "asked"), [(404, 1), (503, 4)])
def test_a_mirror_that_refuses_is_told(mirror: Mirror, cache: Path, status: int, asked: int):
    mirror.status = status
    with pytest.raises(WeightsError, match=rf"HTTP {status}.*HF_ENDPOINT"):
        pull(TINY, cache)
    assert len(mirror.paths) == asked


def test_a_mirror_must_be_a_web_address(cache: Path):
    with pytest.raises(WeightsError, match="no web address"):
        pull(TINY, cache, endpoint="file:///etc")


def test_no_room_is_told_before_the_download(
    mirror: Mirror, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
    with pytest.raises(WeightsError, match="GB are needed"):
        pull(TINY, cache)
    assert mirror.paths == []


def test_the_known_models_are_whole():
    for known in weights.KNOWN.values():
        assert len(known.sha256) == 64
        assert known.file == f"{known.name}.gguf"
    assert weights.DEFAULT in weights.KNOWN
