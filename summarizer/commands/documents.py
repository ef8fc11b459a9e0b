"""verify, neutrality, invariance, eval, schema: what a finished document is worth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.commands import options as o
from summarizer.errors import VerificationError
from summarizer.terminal import Terminal, format_for, read_json

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape

__all__ = ["add_to"]

Document = Annotated[
    Path, typer.Argument(metavar="BRIEF.json", help="What --format json wrote; - is stdin.")
]
Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH...]", help="The articles of a brief written with --no-text."),
]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command(epilog="Example:  summarizer verify brief.json examples/")(verify)
    app.command(epilog="Example:  summarizer neutrality brief.json")(neutrality)
    app.command(epilog="Example:  summarizer invariance examples/ --replay cassettes/demo")(
        invariance
    )
    app.command(
        name="eval", epilog="Example:  summarizer eval examples/gold.json --articles examples"
    )(evaluate)
    app.command(epilog="Example:  summarizer schema brief")(schema)


def verify(
    document: Document,
    paths: Sources = None,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Check a brief or summaries again from the JSON alone: no model, no network."""
    from summarizer.pipeline import read_articles
    from summarizer.publishing.listing import report_to_json, report_to_markdown
    from summarizer.verify import verify as check

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("markdown", "json"), "markdown")
    raw = read_json(document)
    articles, missing = read_articles(paths) if paths else ((), ())
    report = check(raw, articles)
    tell = report_to_json if wanted == "json" else report_to_markdown
    terminal.deliver(tell(report.failures, report.unchecked, report.checked), output, form=wanted)
    terminal.missing(missing)
    return 0 if report.passed else VerificationError.exit_code


def neutrality(
    document: Document,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Measure a brief's voice: loaded words, space by side, attribution, hedges dropped."""
    from summarizer.publishing.listing import neutrality_to_markdown, rows_to_json
    from summarizer.publishing.outward import load_briefs
    from summarizer.writing import measure

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("markdown", "json"), "markdown")
    briefs = load_briefs(read_json(document), str(document))
    rows = [{"event": b.event.id, **measure(b).model_dump(mode="json")} for b in briefs]
    titles = [b.headline for b in briefs]
    text = rows_to_json(rows) if wanted == "json" else neutrality_to_markdown(titles, rows)
    terminal.deliver(text, output, form=wanted)
    return 0


def invariance(
    paths: o.Paths,
    model: o.Model = None,
    base_url: o.BaseUrl = None,
    strategy: o.Strategy = None,
    pack: o.Pack = None,
    packs: o.Packs = None,
    max_cost: o.MaxCost = None,
    replay: o.Replay = None,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Try out that neither the articles' order nor the outlets' names change a brief.

    The order may change nothing, byte for byte. Swapped names may only swap places. The first
    run's answers, stored or recorded, serve for all the others.
    """
    import asyncio

    from summarizer import evaluation as ev

    def tape() -> Tape | None:
        opened = o.choose_tape(None, replay, private=False, fresh=False)
        if opened is not None:  # what it lacks, a brief of the same articles records
            opened.again = opened.again.replace("summarizer invariance", "summarizer brief", 1)
        return opened

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("markdown", "json"), "markdown")
    settings = o.choose_settings(
        model=model, base_url=base_url, strategy=strategy, pack=pack, packs=packs, max_cost=max_cost
    )
    o.say_model(settings, terminal, replaying=replay is not None)
    with terminal.progress() as listener:
        report, run = asyncio.run(
            ev.check_invariance(paths, settings, tape=tape, progress=listener)
        )
    tell = ev.invariance_to_json if wanted == "json" else ev.invariance_to_markdown
    terminal.deliver(tell(report), output, form=wanted)
    terminal.missing(run.missing)
    terminal.note(run.told())
    return run.exit_code if report.holds else VerificationError.exit_code


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotations: docs/annotations.md.")],
    articles: Annotated[
        Path, typer.Option("--articles", metavar="DIR", help="Where the annotated articles are.")
    ],
    compare: Annotated[
        Path | None,
        typer.Option("--compare", metavar="RUN.json", help="An earlier run's --format json."),
    ] = None,
    model: o.Model = None,
    base_url: o.BaseUrl = None,
    strategy: o.Strategy = None,
    pack: o.Pack = None,
    packs: o.Packs = None,
    max_cost: o.MaxCost = None,
    no_cache: o.NoCache = False,
    record: o.Record = None,
    replay: o.Replay = None,
    private: o.Private = False,
    fresh: o.Fresh = False,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Score a run against annotations, or put two runs side by side."""
    import asyncio

    from summarizer import evaluation as ev
    from summarizer import pipeline

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("text", "json"), "text")
    marked = ev.load_gold(gold)
    before = ev.from_json(read_json(compare)) if compare else None
    settings = o.choose_settings(
        model=model, base_url=base_url, strategy=strategy, pack=pack, packs=packs,
        max_cost=max_cost, no_cache=no_cache,
    )  # fmt: skip
    tape = o.choose_tape(record, replay, private=private, fresh=fresh)
    o.say_model(settings, terminal, replaying=replay is not None)
    paths = [articles / name for name in sorted(marked.articles)]
    with terminal.progress() as listener:
        run = asyncio.run(pipeline.brief(paths, settings, tape=tape, progress=listener))
    scores = ev.evaluate(marked, run.summaries, run.briefs, run.groups)
    if before is not None:
        changed = ev.compare(before, scores)
        drawn, text = ev.render_comparison(changed), ev.comparison_to_json(changed)
    else:
        drawn, text = ev.render(scores), ev.to_json(scores)
    if wanted == "text":
        terminal.deliver_drawn(drawn, output)
    else:
        terminal.deliver(text, output, form=wanted)
    terminal.missing(run.missing)
    terminal.note(run.told())
    kept = all(row.holds is not False for row in scores.rows)
    return run.exit_code if kept else VerificationError.exit_code


def schema(
    name: Annotated[
        str | None,
        typer.Argument(help="article, summary, group, brief or a pack's name; else all."),
    ] = None,
    packs: o.Packs = None,
    output: o.Output = None,
    no_color: o.NoColor = False,
) -> int:
    """Print the JSON Schema of each document, and of each pack's facts."""
    from summarizer.packs import find_packs
    from summarizer.publishing.listing import rows_to_json
    from summarizer.publishing.outward import document_schemas

    found = find_packs(o.choose_settings(packs=packs).packs)
    made = document_schemas(name, {key: loaded.pack.facts for key, loaded in found.items()})
    Terminal().deliver(rows_to_json(made), output, form="json")
    return 0
