"""The command line: parse, call, print. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from summarizer.commands import articles, documents, replay, tools
from summarizer.commands.options import NoColor
from summarizer.errors import SummarizerError
from summarizer.terminal import failed, refuse

__all__ = ["app", "main"]

INTERRUPTED = 130
OBJECTS_BETWEEN = 400_000  # new objects between two looks for garbage; some 80 MB at most
EPILOG = """\b
Exit codes:
  0    done
  1    an unforeseen failure
  2    a wrong command, setting or pack
  3    some inputs failed and the rest went through, or none could be read
  4    the model: none, weights missing, an endpoint that refuses
  5    --max-cost was reached
  6    a recording: missing, broken, or without this question
  7    a document or a score that does not hold
  8    two runs differ in what --fail-on names
  130  interrupted

\b
Example:
  summarizer brief examples/ -o brief.html
"""

app = typer.Typer(
    name="summarizer",
    epilog=EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
articles.add_to(app)
documents.add_to(app)
replay.add_to(app)
tools.add_to(app)


def show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from summarizer import __version__

        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=show_version, is_eager=True),
    ] = False,
    _no_color: NoColor = False,
) -> None:
    """Neutral news briefs that carry their proof: every claim points at the words it came from."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; the errors' docstring says what codes mean."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=given, prog_name="summarizer", standalone_mode=False)
    except SummarizerError as error:
        if os.environ.get("SUMMARIZER_DEBUG"):
            raise
        return refuse(error)
    except Exception as error:
        if os.environ.get("SUMMARIZER_DEBUG"):
            raise
        return failed(error)
    if code == INTERRUPTED:
        sys.stderr.write("interrupted\n")
    return code if isinstance(code, int) else 0


def run() -> NoReturn:
    """Be the program: run the command line and leave at once, with its exit code.

    Everything is closed and written by then; taking the interpreter apart, object by object, would
    keep the reader waiting for another half second. Looking for garbage after every 700 new objects,
    as is usual, would find next to none among what imports and models make, for a tenth of the time.
    """
    gc.set_threshold(OBJECTS_BETWEEN)
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # a closed pipe has nobody left to tell
            stream.flush()
    os._exit(code)
