"""Take the README's picture: the page of the recorded brief of examples/, in headless Chromium.

python bench/picture.py docs/brief.png [BRIEF.json]
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import summarizer

ROOT = Path(__file__).resolve().parent.parent
SIZE = "1280,860"


def largest(given: str | None) -> summarizer.Brief:
    """The brief of the most articles: of the recording, or of a file that was written before."""
    if given is not None:
        briefs = [summarizer.Brief.load(row) for row in json.loads(Path(given).read_text())]
    else:
        with summarizer.tape(ROOT / "cassettes" / "demo"):
            briefs = summarizer.brief(ROOT / "examples", model="local")
    return max(briefs, key=lambda brief: len(brief.articles))


def main() -> None:
    """Take the picture."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit(
            "error: chromium is not installed.\nInstall it (Debian: apt-get install chromium)."
        )
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/brief.png").resolve()
    with tempfile.TemporaryDirectory() as scratch:
        shown = Path(scratch) / "brief.html"
        shown.write_text(summarizer.to_html(largest(dict(enumerate(sys.argv)).get(2))))
        taken = Path(scratch) / "taken.png"
        subprocess.run(
            [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={scratch}/profile", f"--window-size={SIZE}",
             "--virtual-time-budget=3000", f"--screenshot={taken}", shown.as_uri()],
            check=True, capture_output=True, timeout=60,
        )  # fmt: skip
        shutil.copyfile(taken, target)
    print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
