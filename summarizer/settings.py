"""Settings: from arguments, else the environment, else a TOML file, else defaults."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from summarizer.errors import SettingsError, UsageError

__all__ = ["Settings", "settings_file"]

PREFIX = "SUMMARIZER_"
# Variables that are not named after their setting. SUMMARIZER_CACHE is a folder, because that is
# what other programs' *_CACHE variables are; SUMMARIZER_NO_CACHE turns stored answers off.
RENAMED = {"CACHE": "cache_dir", "NO_CACHE": "cache"}
OWN = {"SETTINGS"}
YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}
SUGGESTION_CUTOFF = 0.75


class Settings(BaseModel):
    """How the package is to work; frozen, and every key is known.

    - `model`: "local", "local:0.5b", "local:/path/to/any.gguf", "openai/NAME", or NAME with
      `base_url`.
    - `strategy`: None leaves it to the model's profile.
    - `packs`: folders with a user's own packs, searched before the bundled ones.
    - `concurrency`: requests under way at once; None leaves it to the endpoint.
    - `timeout`: seconds for one try; `deadline`: seconds for one question, retries included.
    - `max_cost`: US dollars a run may cost.
    - `cache`: reuse answers already paid for; `cache_dir`: where they and model weights are kept.
    - `house_style`: neutral terms of this newsroom, by what they refer to, before a pack's own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = "local"
    base_url: str | None = None
    api_key: SecretStr | None = None
    strategy: Literal["whole", "stepwise"] | None = None
    pack: str = "auto"
    packs: tuple[Path, ...] = ()
    concurrency: int | None = Field(default=None, ge=1, le=256)
    timeout: float | None = Field(default=None, gt=0)
    deadline: float | None = Field(default=None, gt=0)
    max_cost: Decimal | None = Field(default=None, ge=0)
    cache: bool = True
    cache_dir: Path = Field(
        default_factory=lambda: platformdirs.user_cache_path("summarizer", appauthor=False)
    )
    house_style: dict[str, str] = Field(default_factory=dict)
    temperature: Literal[0] = 0

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, **arguments: Any) -> Self:
        """Gather the settings; an argument that is None counts as not given.

        Raises SettingsError naming the file or variable and the key that cannot be used.
        """
        environ = os.environ if environ is None else environ
        path, required = settings_file(environ)
        given = {k: v for k, v in arguments.items() if v is not None}
        layers = {
            str(path): _from_file(path, required=required),
            "the environment": _from_environment(environ),
            "the call": given,
        }
        merged: dict[str, Any] = {}
        origin: dict[str, str] = {}
        for where, layer in layers.items():
            merged |= layer
            origin |= dict.fromkeys(layer, where)
        for key in merged:
            if key not in cls.model_fields:
                raise SettingsError(
                    f"{origin[key]}: unknown setting {key!r}.", _suggest(key, cls.model_fields)
                )
        if merged.get("base_url") and "model" not in merged:
            raise UsageError(
                f"{origin['base_url']}: an endpoint (base_url) without a model.",
                "Name the model it serves: --model NAME.",
            )
        merged.setdefault("api_key", environ.get("OPENAI_API_KEY") or None)
        if "base_url" not in merged and not _is_local(str(merged.get("model", "local"))):
            merged["base_url"] = environ.get("OPENAI_BASE_URL") or None
        try:
            return cls.model_validate(merged)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            key = str(first["loc"][0]) if first["loc"] else "?"
            raise SettingsError(
                f"{origin.get(key, 'the call')}: setting {key!r}: {first['msg']}.",
                "See `summarizer --help` for what it takes.",
            ) from None


def settings_file(environ: Mapping[str, str]) -> tuple[Path, bool]:
    """Where the settings file is, and whether it was named and so must exist."""
    if named := environ.get(PREFIX + "SETTINGS"):
        return Path(named).expanduser(), True
    folder = platformdirs.user_config_path("summarizer", appauthor=False)
    return folder / "settings.toml", False


def _from_file(path: Path, *, required: bool) -> dict[str, Any]:
    try:
        raw = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if not required:
            return {}
        raise SettingsError(
            f"{path}: no such settings file.", "Correct or unset SUMMARIZER_SETTINGS."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}.", "Make it a readable UTF-8 TOML file.") from None
    try:
        values = tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}.", "Correct the file; it is TOML.") from None
    if "packs" in values and isinstance(values["packs"], str):
        values["packs"] = (values["packs"],)
    for key in ("packs", "cache_dir"):  # relative folders are meant from where the file stands
        if key in values:
            values[key] = _absolute(values[key], path.parent)
    return values


def _absolute(value: Any, folder: Path) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_absolute(item, folder) for item in value)
    return folder / Path(value).expanduser() if isinstance(value, str) else value


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    known = {name.upper() for name in Settings.model_fields} - {"CACHE", "HOUSE_STYLE"}
    known |= RENAMED.keys() | OWN
    values: dict[str, Any] = {}
    for variable in sorted(environ):
        name = variable.removeprefix(PREFIX)
        if name == variable or name in OWN or not environ[variable]:
            continue
        if name not in known:
            # Others may use the prefix too, so only what looks like a slip is refused.
            if hint := _suggest(name, known, PREFIX):
                raise SettingsError(f"the environment: unknown variable {variable}.", hint)
            continue
        values[RENAMED.get(name, name.lower())] = _value(name, environ[variable])
    return values


def _value(name: str, text: str) -> Any:
    if name == "PACKS":
        return tuple(Path(part).expanduser() for part in text.split(os.pathsep) if part)
    if name == "CACHE":
        return Path(text).expanduser()
    if name == "NO_CACHE":
        if text.lower() not in YES | NO:
            raise SettingsError(f"the environment: {PREFIX}NO_CACHE={text!r}.", "Set it to 1 or 0.")
        return text.lower() in NO
    return text


def _is_local(model: str) -> bool:
    return model == "local" or model.startswith(("local:", "local/"))


def _suggest(key: str, known: Any, prefix: str = "") -> str:
    near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=SUGGESTION_CUTOFF)
    return f"Did you mean {prefix}{near[0]}?" if near else ""
