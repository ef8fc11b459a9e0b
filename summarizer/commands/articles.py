"""read, group, summarize, brief: from articles to what they say."""

from __future__ import annotations

import typer

from summarizer.commands import options as o
from summarizer.terminal import Terminal, as_text, format_for, formats_for

__all__ = ["add_to"]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command(epilog="Example:  summarizer read examples/")(read)
    app.command(epilog="Example:  summarizer group examples/ --explain")(group)
    app.command(epilog="Example:  summarizer summarize examples/meridian-wire.md --format json")(
        summarize
    )
    app.command(epilog="Example:  summarizer brief examples/ -o brief.html")(brief)


def read(
    paths: o.Paths,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Show articles as they will be read: cleaned, with what was removed and why."""
    from summarizer.pipeline import read_articles
    from summarizer.publishing.listing import articles_to_markdown, rows_to_json
    from summarizer.run import exit_code

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("markdown", "json", "text"), "markdown")
    articles, missing = read_articles(paths)
    text = rows_to_json(articles) if wanted == "json" else articles_to_markdown(articles)
    terminal.deliver(as_text(text) if wanted == "text" else text, output, form=wanted)
    terminal.missing(missing)
    return exit_code(missing)


def group(
    paths: o.Paths,
    explain: o.Explain = False,
    form: o.Form = None,
    output: o.Output = None,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Put together the articles that tell of one event; no model is asked."""
    from summarizer import pipeline
    from summarizer.publishing.listing import groups_to_json, groups_to_markdown

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("markdown", "json", "text"), "markdown")
    run = pipeline.group(paths)
    if wanted == "json":
        text = groups_to_json(run.groups, explain=explain)
    else:
        text = groups_to_markdown(run.groups, explain=explain)
    terminal.deliver(as_text(text) if wanted == "text" else text, output, form=wanted)
    terminal.missing(run.missing)
    return run.exit_code


def summarize(
    paths: o.Paths,
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
    no_text: o.NoText = False,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Say what each article says, every claim with the exact words it came from."""
    import asyncio

    from summarizer import pipeline
    from summarizer.publishing.listing import summaries_to_json, summaries_to_markdown

    terminal = Terminal(quiet=quiet)
    wanted = format_for(form, output, ("markdown", "json", "text"), "markdown")
    settings = o.choose_settings(
        model=model, base_url=base_url, strategy=strategy, pack=pack, packs=packs,
        max_cost=max_cost, no_cache=no_cache,
    )  # fmt: skip
    tape = o.choose_tape(record, replay, private=private, fresh=fresh)
    o.say_model(settings, terminal, replaying=replay is not None)
    with terminal.progress() as listener:
        run = asyncio.run(pipeline.summarize(paths, settings, tape=tape, progress=listener))
    if wanted == "json":
        text = summaries_to_json(run.summaries, text=not no_text)
    else:
        text = summaries_to_markdown(run.summaries)
    terminal.deliver(as_text(text) if wanted == "text" else text, output, form=wanted)
    terminal.missing(run.missing)
    terminal.note(run.told())
    return run.exit_code


def brief(
    paths: o.Paths,
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
    output: o.Outputs = None,
    no_text: o.NoText = False,
    quiet: o.Quiet = False,
    no_color: o.NoColor = False,
) -> int:
    """Write one neutral brief for each event that the articles tell of."""
    import asyncio

    from summarizer import pipeline, publishing
    from summarizer.publishing.listing import without_texts

    terminal = Terminal(quiet=quiet)
    places = formats_for(form, output or [], ("markdown", "json", "html", "text"), "markdown")
    settings = o.choose_settings(
        model=model, base_url=base_url, strategy=strategy, pack=pack, packs=packs,
        max_cost=max_cost, no_cache=no_cache,
    )  # fmt: skip
    tape = o.choose_tape(record, replay, private=private, fresh=fresh)
    o.say_model(settings, terminal, replaying=replay is not None)
    with terminal.progress() as listener:
        run = asyncio.run(pipeline.brief(paths, settings, tape=tape, progress=listener))
    briefs = without_texts(run.briefs) if no_text else run.briefs
    for place, wanted in places:
        if wanted == "json":
            text = publishing.to_json(briefs)
        elif wanted == "html":
            text = publishing.to_html(briefs)
        else:
            text = publishing.to_markdown(briefs)
        terminal.deliver(as_text(text) if wanted == "text" else text, place, form=wanted)
    terminal.missing(run.missing)
    terminal.note(run.told())
    return run.exit_code
