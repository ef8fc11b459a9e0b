"""The options that several commands share, and the settings and tapes they mean."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape
    from summarizer.settings import Settings
    from summarizer.terminal import Terminal

__all__ = [
    "BaseUrl", "Explain", "Form", "Fresh", "MaxCost", "Model", "NoCache", "NoColor", "NoText",
    "Output", "Outputs", "Pack", "Packs", "Paths", "Private", "Quiet", "Record", "Replay",
    "Strategy", "choose_settings", "choose_tape", "no_color", "say_model",
]  # fmt: skip


def no_color(value: bool) -> bool:
    """Turn colour off everywhere, as the variable NO_COLOR does."""
    if value:
        os.environ["NO_COLOR"] = "1"
    return value


_MODEL, _TAPE, _OUT = "Model", "Recording", "Output"

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, globs; - is the standard input."),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="local, local:FILE.gguf, openai/NAME, or NAME with --base-url.",
        rich_help_panel=_MODEL,
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", help="An OpenAI-compatible endpoint.", rich_help_panel=_MODEL),
]
Strategy = Annotated[
    str | None,
    typer.Option(
        "--strategy",
        help="whole or stepwise; the model's profile decides otherwise.",
        rich_help_panel=_MODEL,
    ),
]
Pack = Annotated[str | None, typer.Option("--pack", help="auto, or a pack's name.")]
Packs = Annotated[
    list[Path] | None,
    typer.Option("--packs", help="A folder with packs of your own; may be repeated."),
]
MaxCost = Annotated[
    str | None,
    typer.Option(
        "--max-cost",
        help="US dollars; the run stops before it costs more.",
        rich_help_panel=_MODEL,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache", help="Ask again, also what was answered before.", rich_help_panel=_MODEL
    ),
]
Record = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="DIR",
        help="Record what is asked and answered; continues a recording.",
        rich_help_panel=_TAPE,
    ),
]
Replay = Annotated[
    Path | None,
    typer.Option(
        "--replay",
        metavar="DIR",
        help="Answer from a recording alone: no model, no network.",
        rich_help_panel=_TAPE,
    ),
]
Fresh = Annotated[
    bool,
    typer.Option("--fresh", help="With --record: ask everything anew.", rich_help_panel=_TAPE),
]
Private = Annotated[
    bool,
    typer.Option(
        "--private",
        help="With --record: keep digests in place of articles.",
        rich_help_panel=_TAPE,
    ),
]
Form = Annotated[
    str | None,
    typer.Option("--format", help="json, markdown, html or text.", rich_help_panel=_OUT),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write here; the suffix chooses the format.",
        rich_help_panel=_OUT,
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write here; the suffix chooses the format. May be repeated; - prints.",
        rich_help_panel=_OUT,
    ),
]
NoText = Annotated[
    bool,
    typer.Option("--no-text", help="Leave the articles' texts out.", rich_help_panel=_OUT),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No progress and no notes.", rich_help_panel=_OUT),
]
NoColor = Annotated[
    bool,
    typer.Option(
        "--no-color",
        help="No colour (also: NO_COLOR).",
        callback=no_color,
        is_eager=True,
        rich_help_panel=_OUT,
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say why articles are together.")]


def choose_settings(
    *,
    packs: Sequence[Path] | None = None,
    max_cost: str | None = None,
    no_cache: bool = False,
    **given: Any,
) -> Settings:
    """The settings of this command line over those of the environment and the settings file."""
    from summarizer.settings import Settings

    return Settings.load(
        packs=tuple(packs) if packs else None,
        max_cost=_money(max_cost),
        cache=False if no_cache else None,
        **given,
    )


def _money(text: str | None) -> Decimal | None:
    from decimal import InvalidOperation

    if text is None:
        return None
    try:
        value = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        value = Decimal(-1)
    if not value.is_finite() or value < 0:
        raise UsageError(f"--max-cost {text}: this is no amount.", "Give US dollars, as in 0.50.")
    return value


def choose_tape(
    record: Path | None, replay: Path | None, *, private: bool, fresh: bool
) -> Tape | None:
    """The tape that the options name, or None; raises UsageError for what can't go together."""
    if record is None and replay is None:
        if private or fresh:
            raise UsageError("--private and --fresh are about --record.", "Add --record DIR.")
        return None
    if record is not None and replay is not None:
        raise UsageError("--record and --replay exclude each other.", "Give one of them.")
    if record is None and (private or fresh):
        raise UsageError("--replay takes the recording as it is.", "Leave --private and --fresh.")
    from summarizer.llm.tape import open_tape, record_command

    if replay is not None:
        tape = open_tape(replay, "replay")
        tape.again = record_command(["summarizer", *sys.argv[1:]])
        return tape
    return open_tape(record or Path(), "all" if fresh else "missing", private)


def say_model(settings: Settings, terminal: Terminal, *, replaying: bool) -> None:
    """Tell that the embedded model is used where nobody chose a model."""
    if not replaying and settings.model == "local" and "model" not in settings.model_fields_set:
        terminal.note(
            "No model was named: the embedded one is used (--model, or summarizer --help)."
        )
