from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.errors import SettingsError, UsageError
from summarizer.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def environ(file: Path | None = None, **variables: str) -> dict[str, str]:
    return ({"SUMMARIZER_SETTINGS": str(file)} if file else {}) | variables


def test_without_anything_the_embedded_model_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path)
    settings = Settings.load({"OPENAI_API_KEY": "sk-1", "OPENAI_BASE_URL": "http://x/v1"})
    assert settings.model == "local"
    assert settings.base_url is None, "an endpoint lying about is no reason to send articles to it"


def test_arguments_come_before_the_environment_and_that_before_the_file(file: Path):
    file.write_text('model = "local:0.5b"\npack = "event"\nconcurrency = 3\n')
    settings = Settings.load(
        environ(file, SUMMARIZER_PACK="exchange", SUMMARIZER_CONCURRENCY="5"),
        concurrency=7,
        pack=None,
    )
    assert (settings.model, settings.pack, settings.concurrency) == ("local:0.5b", "exchange", 7)


def test_every_kind_of_value_comes_from_the_environment(tmp_path: Path):
    settings = Settings.load(
        environ(
            SUMMARIZER_MAX_COST="0.50",
            SUMMARIZER_NO_CACHE="1",
            SUMMARIZER_CACHE=str(tmp_path),
            SUMMARIZER_PACKS="/a:/b",
            SUMMARIZER_TIMEOUT="2.5",
            SUMMARIZER_STRATEGY="whole",
        )
    )
    assert settings.max_cost == Decimal("0.50")
    assert settings.cache is False
    assert settings.cache_dir == tmp_path
    assert settings.packs == (Path("/a"), Path("/b"))
    assert (settings.timeout, settings.strategy) == (2.5, "whole")


def test_folders_in_the_file_are_meant_from_where_it_stands(file: Path):
    file.write_text('packs = ["mine", "/elsewhere"]\n[house_style]\nwar = "conflict"\n')
    settings = Settings.load(environ(file))
    assert settings.packs == (file.parent / "mine", Path("/elsewhere"))
    assert settings.house_style == {"war": "conflict"}


def test_openai_variables_serve_a_named_model():
    variables = environ(OPENAI_API_KEY="sk-1", OPENAI_BASE_URL="http://x/v1")
    settings = Settings.load(variables, model="openai/some")
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == "sk-1"
    assert settings.base_url == "http://x/v1"
    assert "sk-1" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("modle = 'local'", r"settings\.toml: unknown setting 'modle'\. Did you mean model\?"),
        ("zzz = 1", r"settings\.toml: unknown setting 'zzz'\."),
        ("concurrency = 0", r"settings\.toml: setting 'concurrency': .*greater than"),
        ("strategy = 'clever'", r"settings\.toml: setting 'strategy'"),
        ("temperature = 1", r"settings\.toml: setting 'temperature'"),
        ("= 3", r"settings\.toml: .*line 1"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_key(file: Path, text: str, message: str):
    file.write_text(text)
    with pytest.raises(SettingsError, match=message):
        Settings.load(environ(file))


def test_a_file_that_is_not_text_is_named(file: Path):
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"settings\.toml.*UTF-8"):
        Settings.load(environ(file))


def test_a_named_file_must_be_there(tmp_path: Path):
    with pytest.raises(SettingsError, match="no such settings file"):
        Settings.load(environ(tmp_path / "none.toml"))


def test_a_slip_in_a_variable_is_refused_and_others_are_left_alone():
    with pytest.raises(SettingsError, match="Did you mean SUMMARIZER_MAX_COST"):
        Settings.load(environ(SUMMARIZER_MAXCOST="1"))
    assert Settings.load(environ(SUMMARIZER_RED_BUTTON="1")).model == "local"


def test_a_key_is_never_shown_in_an_error(file: Path):
    file.write_text("api_key = ['sk-secret']")
    with pytest.raises(SettingsError) as caught:
        Settings.load(environ(file))
    assert "sk-secret" not in str(caught.value)


def test_an_endpoint_needs_a_model():
    with pytest.raises(UsageError, match="--model NAME"):
        Settings.load({}, base_url="http://127.0.0.1:1/v1")


def test_settings_are_frozen():
    with pytest.raises(ValueError, match="frozen"):
        Settings.load({}).model = "other"  # type: ignore[misc]
