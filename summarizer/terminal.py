"""What a person sees: output, errors, progress; and files that are whole or not there."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from summarizer.errors import InputError, SummarizerError, UsageError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import TaskID

    from summarizer.documents import MissingSource
    from summarizer.run import Progress

__all__ = [
    "Format",
    "Terminal",
    "as_text",
    "failed",
    "format_for",
    "formats_for",
    "read_json",
    "refuse",
    "write_file",
]

Format = Literal["json", "markdown", "html", "text"]
SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}
STDOUT = "-"
TEXT_WIDTH = 100  # characters a line of --format text, whatever the terminal


def format_for(
    given: str | None, output: Path | None, known: Sequence[Format], default: Format
) -> Format:
    """The format that was asked for, else the one the file's suffix means, else `default`.

    Raises UsageError, before anything is paid for, also for a folder that isn't there.
    """
    if output is not None and not output.absolute().parent.is_dir():
        raise UsageError(f"{output}: there is no folder {output.parent}.", "Make it first.")
    if output is not None and output.is_dir():
        raise UsageError(f"{output} is a folder.", "Name a file in it.")
    wanted = given or (SUFFIXES.get(output.suffix.lower()) if output else default)
    for name in known:
        if name == wanted:
            return name
    what = f"--format {given}" if given else f"{output}: the suffix says no format"
    raise UsageError(f"{what}: this command writes {', '.join(known)}.", "Choose with --format.")


def formats_for(
    given: str | None, outputs: Sequence[Path], known: Sequence[Format], default: Format
) -> list[tuple[Path | None, Format]]:
    """Where a result goes and how, for several places; "-" is the standard output.

    With several, a suffix counts before `given`, which then is for the rest.
    """
    places = [None if str(path) == STDOUT else path for path in outputs] or [None]
    made: list[tuple[Path | None, Format]] = []
    for place in places:
        own = place is not None and place.suffix.lower() in SUFFIXES and len(places) > 1
        made.append((place, format_for(None if own else given, place, known, default)))
    return made


def write_file(path: Path, text: str) -> None:
    """Write `text` so that the file is whole or as it was; raises UsageError where it can't be."""
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe is written to as it is
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror or error}).",
            "Choose another file with -o, or make room.",
        ) from None


def refuse(error: SummarizerError) -> int:
    """Print one error with its hint and give its exit code."""
    lines = [f"error: {error.message}"]
    lines += [str(part) for part in (getattr(error, "diff", ""), error.hint) if part]
    _err("\n".join(lines))
    return error.exit_code


def failed(error: Exception) -> int:
    """Print what nobody foresaw, or what the command line's parser refuses; gives the exit code.

    Of the unforeseen only its kind and place are told: its words could hold an article's.
    """
    said = getattr(error, "format_message", None)
    if said is not None:
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else "summarizer"
        _err(f"error: {said()}\nSee `{path} --help`.")
        return UsageError.exit_code
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    _err(
        f"error: {type(error).__name__} in {place}: this is a fault of the program.\n"
        "Run it again with SUMMARIZER_DEBUG=1 and report what it prints."
    )
    return SummarizerError.exit_code


def _err(text: str) -> None:
    with contextlib.suppress(BrokenPipeError, ValueError):  # nobody listens, or it is closed
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


class Terminal:
    """Where a command's output goes. Colour and layout only where a person looks at it."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet

    @property
    def watched(self) -> bool:
        """Whether the standard output is a terminal."""
        return sys.stdout.isatty()

    def note(self, text: str) -> None:
        """Say something on the standard error, unless told to be quiet."""
        if not self.quiet:
            _err(text)

    def missing(self, sources: Sequence[MissingSource]) -> None:
        """Name each input that was left out; said even when quiet, for the result lacks it."""
        for source in sources:
            _err(f"warning: {source.path}: {source.reason}")

    def deliver(
        self,
        text: str,
        output: Path | None,
        *,
        form: Format,
        rendered: Callable[[], RenderableType] | None = None,
    ) -> None:
        """Write a result to `output`, else print it: laid out on a terminal, plain when piped."""
        if output is not None:
            write_file(output, text)
            self.note(f"Wrote {output}.")
        elif self.watched and form == "markdown":
            self.show(rendered() if rendered else _markdown(text))
        else:
            self.emit(text)

    def show(self, thing: RenderableType) -> None:
        """Lay something out on the standard output; plain and wide enough when piped."""
        self.emit(_drawn(thing, _console(sys.stdout, width=None if self.watched else TEXT_WIDTH)))

    def deliver_drawn(self, thing: RenderableType, output: Path | None) -> None:
        """Write a table to `output` without colour, else show it."""
        if output is None:
            self.show(thing)
            return
        import io

        console = _console(io.StringIO(), width=TEXT_WIDTH, plain=True)
        self.deliver(_drawn(thing, console), output, form="text")

    def emit(self, text: str) -> None:
        """Print text as UTF-8, quiet where the reader has gone away (`| head`)."""
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            # Python flushes once more at exit; there must be something to flush to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    @contextlib.contextmanager
    def progress(self) -> Iterator[Callable[[Progress], None] | None]:
        """A listener for a run, drawn on the standard error where that is a terminal."""
        with self._bars() as update:
            if update is None:
                yield None
            else:
                yield lambda now: update(now.stage, now.done, now.total, now.told())

    @contextlib.contextmanager
    def bytes_progress(self) -> Iterator[Callable[[str, int, int], None] | None]:
        """The same for what is counted in bytes."""
        with self._bars() as update:
            if update is None:
                yield None
            else:
                yield lambda stage, done, total: update(
                    stage, done, total, f"{done / 1e9:.2f} of {total / 1e9:.2f} GB"
                )

    @contextlib.contextmanager
    def _bars(self) -> Iterator[Callable[[str, int, int, str], None] | None]:
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[told]}"),
            TimeRemainingColumn(),
        )
        with Bars(*columns, console=_console(sys.stderr), transient=True) as bars:
            tasks: dict[str, TaskID] = {}

            def update(stage: str, done: int, total: int, told: str) -> None:
                if stage not in tasks:
                    tasks[stage] = bars.add_task(stage, total=total, told="")
                bars.update(tasks[stage], completed=done, total=total, told=told)

            yield update


def as_text(markdown: str) -> str:
    """Markdown as plain text of a fixed width, without marks and colour."""
    import io

    return _drawn(_markdown(markdown), _console(io.StringIO(), width=TEXT_WIDTH, plain=True))


def read_json(path: Path) -> Any:
    """The JSON in a file, "-" for the standard input; raises InputError naming the file."""
    import json

    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return json.loads(raw)
    except OSError as error:
        raise InputError(
            f"{path}: it cannot be read ({error.strerror or error}).", "Check the file's name."
        ) from None
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{path}: this is not JSON ({error}).", "Give what --format json wrote."
        ) from None


def _markdown(text: str) -> RenderableType:
    from rich.markdown import Markdown

    return Markdown(text, hyperlinks=False)


def _console(file: Any, *, width: int | None = None, plain: bool = False) -> Console:
    from rich.console import Console

    return Console(file=file, width=width, soft_wrap=False, highlight=False, no_color=plain or None)


def _drawn(thing: RenderableType, console: Console) -> str:
    with console.capture() as captured:
        console.print(thing)
    lines = captured.get().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"
