"""What the program takes besides the model: start, a brief of five articles, reading.

Prints each figure with what was promised and how much of it is used. Answers are recorded from an
endpoint inside this process, then replayed and taken from the store by fresh processes.
"""

from __future__ import annotations

import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # for obliging

from obliging import obliging

ROOT = Path(__file__).resolve().parent.parent
SUMMARIZER = [sys.executable, "-m", "summarizer"]
DEMO = shlex.split("brief examples/ --model local --replay cassettes/demo --format json --quiet")
RUNS = 5
COPIES = 100  # of each example, for reading
READ = 200  # articles a second a core, promised
# What make demo has loaded at its end, and a process that loads the same and does nothing.
LISTED = """
import json, sys
from summarizer.cli import main
assert main() == 0
print(json.dumps([name for name in sys.modules if name != "__main__"]))
"""
LOADED = """
import contextlib, gc, importlib, json, sys
from summarizer.cli import OBJECTS_BETWEEN
gc.set_threshold(OBJECTS_BETWEEN)  # as the program does
from summarizer.extraction.parse import parse
parse("A man came.")
for name in json.loads(sys.argv[1]):
    with contextlib.suppress(ImportError):  # packs are loaded by path, some parts are no modules
        importlib.import_module(name)
"""
PARTS = {
    "spaCy": "import spacy",
    "spaCy with its model": "from summarizer.extraction.parse import parse; parse('A man came.')",
    "clustering": "import scipy.cluster.hierarchy",
}


def seconds(command: list[str], **environ: str) -> tuple[float, float]:
    """The medians of several runs of a process: seconds passed, and seconds of CPU."""
    passed, worked = [], []
    for _ in range(RUNS):
        before, began = os.times(), time.perf_counter()
        subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | environ,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        passed.append(time.perf_counter() - began)
        after = os.times()
        worked.append(
            after.children_user
            - before.children_user
            + after.children_system
            - before.children_system
        )
    return statistics.median(passed), statistics.median(worked)


def row(what: str, taken: tuple[float, float], promised: float) -> None:
    """Print one figure, and the share of what was promised that it uses."""
    passed, worked = taken
    held = "holds" if passed < promised else "FAILS"
    print(
        f"{what:<46} {passed:6.2f} s ({worked:.2f} s of CPU)  < {promised:g} s"
        f"  {passed / promised:5.0%}  {held}"
    )


def loading(command: list[str]) -> tuple[float, float]:
    """How long a process takes to import what a command imports, and to load the parser."""
    told = subprocess.run(
        [sys.executable, "-c", LISTED, *command, "-o", os.devnull],
        check=True,
        capture_output=True,
        text=True,
    )
    return seconds([sys.executable, "-c", LOADED, told.stdout])


def reading(folder: Path) -> float:
    """Articles read and cleaned in a second, by one core, imports not included."""
    from summarizer.reading import read

    read(["examples"])  # imports and tables
    for path in sorted((ROOT / "examples").iterdir()):
        text = path.read_text(encoding="utf-8")
        for n in range(COPIES if path.suffix != ".json" else 0):
            mark = f"\n\nThe reporter counted {n} lamps along the road that evening.\n"
            (folder / f"{path.stem}-{n}{path.suffix}").write_text(text + mark, encoding="utf-8")
    began = time.process_time()
    count = len(read([folder]).articles)
    return count / (time.process_time() - began)


def main() -> None:
    """Measure and print."""
    os.chdir(ROOT)
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}"
    )
    with obliging() as url, tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        environ = {"SUMMARIZER_CACHE": str(place / "cache"), "SUMMARIZER_SETTINGS": "/dev/null"}
        stub = ["--model", "stub-7b", "--base-url", url]
        brief = [*SUMMARIZER, "brief", "examples/", "--format", "json", *stub]
        replay = [*brief, "--replay", str(place / "tape")]
        record = [*brief, "--record", str(place / "tape")]
        subprocess.run(record, env=os.environ | environ, check=True, capture_output=True)
        subprocess.run(brief, env=os.environ | environ, check=True, capture_output=True)
        row("summarizer --help", seconds([*SUMMARIZER, "--help"]), 0.3)
        row("brief of five articles, answers from the store", seconds(brief, **environ), 3)
        row("brief of five articles, answers from a tape", seconds(replay, **environ), 3)
        if (ROOT / "cassettes" / "demo").is_dir():
            row("make demo", seconds(["make", "-s", "demo"], **environ), 4)
            row("  of which imports and the parser loaded", loading(DEMO), 2.5)
        (place / "many").mkdir()
        rate = reading(place / "many")
        held = "holds" if rate >= READ else "FAILS"
        print(f"{'reading and cleaning':<46} {rate:6.0f} articles/s of CPU ≥ {READ}  {held}")
    python, _ = seconds([sys.executable, "-c", "pass"])
    for what, code in PARTS.items():
        passed, worked = seconds([sys.executable, "-c", code])
        print(f"  of which {what:<35} {passed - python:6.2f} s ({worked:.2f} s of CPU)")


if __name__ == "__main__":
    main()
