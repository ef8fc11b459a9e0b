"""What a run and its recording tell each other: how the tape was made, and how it is replayed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath

from pydantic import SecretStr

from summarizer.documents import Article
from summarizer.llm import Model
from summarizer.llm.tape import Tape
from summarizer.llm.tape.manifest import TapeArticle, TapePack, TapeRun, libraries, note
from summarizer.packs import LoadedPack
from summarizer.settings import Settings

__all__ = ["keyless", "note_run", "replay_settings", "write_prompts"]

NOWHERE = "http://model/v1"  # a replay asks nobody; the name is that of the tape's own requests


def keyless(settings: Settings, tape: Tape | None) -> Settings:
    """Settings under which a replay asks for no key: there is nobody to show it to."""
    if tape is None or tape.mode != "replay" or settings.api_key is not None:
        return settings
    return settings.model_copy(update={"api_key": SecretStr("none")})


def note_run(
    tape: Tape | None,
    settings: Settings,
    model: Model,
    articles: Sequence[Article],
    packs: Iterable[LoadedPack],
) -> None:
    """Write into a tape that is being recorded how it is made; raises TapeError for the disk."""
    if tape is None or tape.mode == "replay":
        return
    by_name = {pack.name: pack for pack in packs}
    run = TapeRun(
        model=_without_folder(settings.model),
        remote=settings.base_url is not None and not settings.model.startswith("openai/"),
        strategy=settings.strategy or model.strategy,
        pack=settings.pack,
        house_style=dict(sorted(settings.house_style.items())),
        packs=tuple(_pack(by_name[name]) for name in sorted(by_name)),
        articles=tuple(
            TapeArticle(id=a.id, name=PurePath(a.path).name if a.path else None, digest=a.digest)
            for a in sorted(articles, key=lambda a: a.id)
        ),
        libraries=libraries(),
    )
    note(tape, run)


def replay_settings(run: TapeRun, settings: Settings, prompts: Path) -> Settings:
    """The settings that replay a recorded run, over `settings`, which give folders of packs.

    `prompts` is a folder that `write_prompts` filled: the prompts as they were then.
    """
    model, base_url = run.model, (settings.base_url or NOWHERE) if run.remote else None
    if model.startswith("local:") and model.endswith(".gguf") and not Path(model[6:]).is_file():
        # The weights were somebody's own file, which a replay does not need.
        model, base_url = Path(model[6:]).stem.lower(), NOWHERE
    return settings.model_copy(
        update={
            "model": model,
            "base_url": base_url,
            "strategy": run.strategy,
            "pack": run.pack,
            "packs": (prompts, *settings.packs),
            "house_style": run.house_style,
        }
    )


def write_prompts(run: TapeRun, folder: Path) -> None:
    """Put a recorded run's prompts into a folder of packs; schemas are code, and are not kept."""
    for pack in run.packs:
        place = folder / "prompts" / pack.name
        place.mkdir(parents=True, exist_ok=True)
        for name, text in sorted(pack.prompts.items()):
            (place / f"{PurePath(name).name}.md").write_text(text, encoding="utf-8", newline="\n")


def _pack(loaded: LoadedPack) -> TapePack:
    prompts: Mapping[str, str] = {name: p.text for name, p in sorted(loaded.prompts.items())}
    return TapePack(
        name=loaded.name,
        prompt_version=loaded.prompt_version,
        schema_version=loaded.schema_version,
        prompts=dict(prompts),
    )


def _without_folder(model: str) -> str:
    """A model's name without the folder that a file of weights lies in."""
    head, colon, path = model.partition(":")
    return f"{head}:{PurePath(path).name}" if head == "local" and colon else model
