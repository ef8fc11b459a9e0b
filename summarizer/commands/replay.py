"""drift: what two runs say differently."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.commands import options as o
from summarizer.errors import DriftFound, UsageError
from summarizer.terminal import Terminal, format_for, read_json

if TYPE_CHECKING:
    from summarizer.drift import Kind, Side
    from summarizer.evaluation import Gold
    from summarizer.settings import Settings

__all__ = ["add_to"]

Before = Annotated[Path, typer.Argument(metavar="A", help="A recording, or a run's JSON.")]
After = Annotated[Path, typer.Argument(metavar="B", help="Another one of the same articles.")]
Articles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH...]", help="The articles that recordings are replayed over."),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="KINDS",
        help="lost, gained, changed, reattributed, flipped, reworded; several with commas.",
    ),
]
Annotations = Annotated[
    Path | None, typer.Option("--gold", metavar="GOLD", help="Annotations: scores both runs.")
]
PacksBefore = Annotated[
    list[Path] | None,
    typer.Option("--packs-before", metavar="DIR", help="Packs as they were for A."),
]
PacksAfter = Annotated[
    list[Path] | None,
    typer.Option("--packs-after", metavar="DIR", help="Packs as they were for B."),
]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command(
        epilog="Example:  summarizer drift before/ after/ examples/ --fail-on lost,flipped"
    )(drift)


def drift(
    before: Before,
    after: After,
    paths: Articles = None,
    fail_on: FailOn = None,
    gold: Annotations = None,
    packs_before: PacksBefore = None,
    packs_after: PacksAfter = None,
    model: o.Model = None,
    base_url: o.BaseUrl = None,
    strategy: o.Strategy = None,
    pack: o.Pack = None,
    packs: o.Packs = None,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Compare two runs claim by claim: lost, gained, changed, re-attributed, flipped."""
    from summarizer import drift as d
    from summarizer.evaluation import load_gold

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("text", "json", "html"), "text")
    kinds = _kinds(fail_on)
    marked = load_gold(gold) if gold else None
    sides = [
        _side(path, paths or [], marked, o.choose_settings(
            model=model, base_url=base_url, strategy=strategy, pack=pack,
            packs=[*(own or []), *(packs or [])],
        ))
        for path, own in ((before, packs_before), (after, packs_after))
    ]  # fmt: skip
    found = d.compare(*sides)
    if wanted == "text":
        terminal.deliver_drawn(d.render(found), output)
    else:
        text = d.to_json(found) if wanted == "json" else d.to_html(found)
        terminal.deliver(text, output, form=wanted)
    failing = found.found(kinds)
    if failing:
        told = ", ".join(f"{count} {kind}" for kind, count in failing.items())
        terminal.note(f"--fail-on: {told}.")
    return DriftFound.exit_code if failing else 0


def _kinds(fail_on: str | None) -> tuple[Kind, ...]:
    from summarizer.drift import KINDS

    given = [word.strip() for word in (fail_on or "").split(",") if word.strip()]
    unknown = [word for word in given if word not in KINDS]
    if unknown:
        raise UsageError(
            f"--fail-on {unknown[0]}: there is no such kind.", f"There are: {', '.join(KINDS)}."
        )
    return tuple(kind for kind in KINDS if kind in given)


def _side(path: Path, paths: list[str], gold: Gold | None, settings: Settings) -> Side:
    from summarizer.drift import read_side, replay_side

    if not path.is_dir():
        return read_side(read_json(path), str(path), gold=gold, packs=settings.packs)
    if not paths:
        raise UsageError(
            f"{path} is a recording, and no articles are given to replay it over.",
            "Name them after both recordings: summarizer drift A B PATH...",
        )
    return replay_side(path, paths, settings, gold=gold)
