"""packs, models, tape: what the package works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.commands import options as o
from summarizer.errors import ModelError, PackError, TapeError
from summarizer.terminal import Terminal

if TYPE_CHECKING:
    from summarizer.llm.weights import Weights

__all__ = ["add_to"]

_packs = typer.Typer(help="List and check packs: what is known of each kind of event.")
_models = typer.Typer(help="List, fetch and find the embedded models.")
_tape = typer.Typer(help="Look after recordings.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Register these groups of commands."""
    app.add_typer(_packs, name="packs", epilog="Example:  summarizer packs check exchange")
    app.add_typer(_models, name="models", epilog="Example:  summarizer models pull")
    app.add_typer(_tape, name="tape", epilog="Example:  summarizer tape check cassettes/demo")


@_packs.callback(invoke_without_command=True)
def packs_alone(context: typer.Context) -> int | None:
    """List and check packs: what is known of each kind of event."""
    return list_packs() if context.invoked_subcommand is None else None


@_packs.command("list", epilog="Example:  summarizer packs list --packs ./mine")
def list_packs(packs: o.Packs = None) -> int:
    """List the packs, your own folders first."""
    from summarizer.packs import find_packs

    found = find_packs(o.choose_settings(packs=packs).packs)
    wide = max(map(len, found), default=0)
    lines = [
        f"{name:<{wide}}  {p.pack.title}: {p.pack.description}"
        f" (schema {p.schema_version}, prompts {p.prompt_version})"
        for name, p in found.items()
    ]
    Terminal().emit("".join(f"{line}\n" for line in lines))
    return 0


@_packs.command("check", epilog="Example:  summarizer packs check exchange")
def check(
    name: Annotated[str, typer.Argument(help="The pack's name.")], packs: o.Packs = None
) -> int:
    """Say all that can be known to be wrong with a pack before an article is read."""
    from summarizer.packs import check_pack

    problems = check_pack(name, o.choose_settings(packs=packs).packs)
    text = "".join(f"{problem}\n" for problem in problems) or f"{name}: nothing is wrong.\n"
    Terminal().emit(text)
    return PackError.exit_code if problems else 0


@_models.callback(invoke_without_command=True)
def models_alone(context: typer.Context) -> int | None:
    """List, fetch and find the embedded models."""
    return list_models() if context.invoked_subcommand is None else None


def _weights(name: str) -> Weights:
    from summarizer.llm.weights import KNOWN

    if name not in KNOWN:
        raise ModelError(f"There is no embedded model {name!r}.", f"There are: {', '.join(KNOWN)}.")
    return KNOWN[name]


ModelName = Annotated[str, typer.Argument(help="1.5b or 0.5b.")]


@_models.command("list", epilog="Example:  summarizer models list")
def list_models() -> int:
    """List the embedded models, and which are on this machine."""
    from summarizer.llm.weights import DEFAULT, KNOWN, installed_parts, where

    folder = o.choose_settings().cache_dir
    for alias, known in KNOWN.items():
        path = where(known, folder)
        parts = "in installed parts" if installed_parts(known) else "not on this machine"
        Terminal().emit(
            f"local:{alias}  {known.name}  {known.size / 1e9:.1f} GB  {known.licence}"
            f"  {path if path.exists() else parts}{'  (default)' if alias == DEFAULT else ''}\n"
        )
    return 0


@_models.command("pull", epilog="Example:  summarizer models pull 1.5b")
def pull_model(
    name: ModelName = "1.5b",
    endpoint: Annotated[
        str | None, typer.Option(help="A mirror of huggingface.co (also: HF_ENDPOINT).")
    ] = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Download a model's weights from the official repository; goes on where it stopped."""
    from summarizer.llm.weights import pull

    terminal = Terminal(quiet=quiet)
    with terminal.bytes_progress() as listener:
        path = pull(_weights(name), o.choose_settings().cache_dir, listener, endpoint)
    terminal.emit(f"{path}\n")
    return 0


@_models.command("path", epilog="Example:  summarizer models path")
def model_path(name: ModelName = "1.5b", quiet: o.Quiet = False) -> int:
    """Print where a model's weights are; joins installed parts the first time."""
    from summarizer.llm.weights import find

    terminal = Terminal(quiet=quiet)
    with terminal.bytes_progress() as listener:
        path = find(_weights(name), o.choose_settings().cache_dir, listener)
    terminal.emit(f"{path}\n")
    return 0


@_tape.callback()
def tape_alone() -> None:
    """Look after recordings."""


@_tape.command("check", epilog="Example:  summarizer tape check cassettes/demo examples/")
def check_tape(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The recording.")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH...]", help="Its articles: then orphans are found, too."),
    ] = None,
    model: o.Model = None,
    base_url: o.BaseUrl = None,
    strategy: o.Strategy = None,
    pack: o.Pack = None,
    packs: o.Packs = None,
) -> int:
    """Find secrets, forgeries, duplicates and orphans in a recording."""
    import asyncio

    from summarizer import pipeline
    from summarizer.llm.tape import check as problems_of
    from summarizer.llm.tape import open_tape

    asked = None
    if paths:
        settings = o.choose_settings(
            model=model, base_url=base_url, strategy=strategy, pack=pack, packs=packs
        )
        tape = open_tape(folder)
        asyncio.run(pipeline.brief(paths, settings, tape=tape))
        asked = tape.asked()
    problems = problems_of(folder, asked)
    lines = [f"{p.cassette}: {p.kind}: {p.message}\n" for p in problems]
    Terminal().emit("".join(lines) or f"{folder}: nothing is wrong.\n")
    return TapeError.exit_code if problems else 0
