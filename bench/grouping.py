"""What grouping takes: many articles by event, in this process and the one that it starts.

    python bench/grouping.py              10,000 articles, 20 s promised on two cores
    python bench/grouping.py 300          another number, as a newsroom's day
    python bench/grouping.py --profile    where the time goes, by function

Prints seconds passed, seconds of CPU (they don't depend on who else is at work), memory, and how
well the groups fit the events that the articles were made of. The articles are invented by
tests/merging/merging_news.py: some 450 words each, one to four an event, 300 subjects that recur
within 60 days. Grouping them without a mistake is not possible, nor meant to be.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import platform
import pstats
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISED = 20.0  # seconds for 10,000
ALL = 10_000


def main() -> None:
    """Make the articles, group them and print."""
    sys.path.insert(0, str(ROOT / "tests" / "merging"))
    from merging_news import BULK, news

    from summarizer.evaluation.groups import b_cubed
    from summarizer.merging import group

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("articles", nargs="?", type=int, default=ALL)
    parser.add_argument("--profile", action="store_true")
    asked = parser.parse_args()
    articles, truth = news(1, replace(BULK, events=max(1, round(asked.articles / 2.45))))
    articles = articles[: asked.articles]
    group(articles[:50])  # imports and tables
    before, began = os.times(), time.perf_counter()
    if asked.profile:
        profile = cProfile.Profile()
        groups = profile.runcall(group, articles)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    else:
        groups = group(articles)
    passed, after = time.perf_counter() - began, os.times()
    here = after.user - before.user + after.system - before.system
    beside = after.children_user + after.children_system
    beside -= before.children_user + before.children_system
    kept = {a.id for a in articles}
    events = [[i for i in members if i in kept] for members in truth]
    precision, recall = b_cubed(
        [e for e in events if e], [[a.id for a in g.articles] for g in groups]
    )
    held = "" if len(articles) < ALL - 100 else "holds" if passed < PROMISED else "FAILS"
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f},"
        f" {platform.python_implementation()} {platform.python_version()}"
    )
    print(
        f"grouping {len(articles):,} articles: {passed:.1f} s  < {PROMISED:g} s for {ALL:,}  {held}"
    )
    print(f"  {here:.1f} s of CPU in this process, {beside:.1f} s in the one beside it")
    print(f"  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    print(f"  {len(groups):,} groups; B-cubed precision {precision:.2f}, recall {recall:.2f}")


if __name__ == "__main__":
    main()
