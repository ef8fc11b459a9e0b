from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from summarizer.errors import PackError
from summarizer.packs import bundled, find_packs, load_pack, pack_names, search_path
from summarizer.packs.find import PACKAGE

ROOT = PACKAGE.parent


def test_an_installed_package_carries_its_packs_inside(tmp_path: Path):
    package = tmp_path / "site-packages" / "summarizer"
    (package / "_bundled" / "schemas").mkdir(parents=True)
    assert bundled(package) == package / "_bundled"


def test_a_checkout_has_its_packs_at_the_root(tmp_path: Path):
    package = tmp_path / "checkout" / "summarizer"
    for part in ("summarizer", "prompts", "schemas"):
        (tmp_path / "checkout" / part).mkdir(parents=True)
    (tmp_path / "checkout" / "pyproject.toml").touch()
    assert bundled(package) == tmp_path / "checkout"


def test_folders_beside_an_installed_package_are_not_taken_for_ours(tmp_path: Path):
    for part in ("summarizer", "prompts", "schemas"):
        (tmp_path / "site-packages" / part).mkdir(parents=True)
    with pytest.raises(PackError, match="Install it again"):
        bundled(tmp_path / "site-packages" / "summarizer")


def test_what_the_wheel_bundles_is_what_the_checkout_has(tmp_path: Path):
    package = tmp_path / "summarizer"
    for part in ("prompts", "schemas"):
        shutil.copytree(ROOT / part, package / "_bundled" / part)
    inside = load_pack("event", [bundled(package)])
    outside = load_pack("event")
    assert inside.schema_path != outside.schema_path
    assert inside.schema_version == outside.schema_version
    assert inside.prompt_version == outside.prompt_version


def test_the_working_directory_is_not_searched(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    assert "strike" not in pack_names()
    assert folder not in search_path()


def test_an_empty_part_of_the_variable_is_not_the_working_directory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SUMMARIZER_PACKS", ": :")
    assert folder not in search_path()


def test_given_folders_come_before_the_variable_the_settings_folder_and_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    given, named = tmp_path / "given", tmp_path / "named"
    own = tmp_path / "config"
    for path in (given, named, own / "packs"):
        path.mkdir(parents=True)
    monkeypatch.setenv("SUMMARIZER_PACKS", str(named))
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: own)
    assert search_path([given, named]) == (given, named, own / "packs", bundled())


def test_a_named_folder_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(PackError, match="nowhere"):
        search_path([tmp_path / "nowhere"])
    monkeypatch.setenv("SUMMARIZER_PACKS", str(tmp_path / "lost"))
    with pytest.raises(PackError, match="SUMMARIZER_PACKS"):
        search_path()


def test_a_users_pack_hides_ours_of_the_same_name(folder: Path):
    shutil.copytree(folder / "prompts" / "strike", folder / "prompts" / "event")
    text = (folder / "schemas" / "strike.py").read_text(encoding="utf-8")
    (folder / "schemas" / "event.py").write_text(
        text.replace('name="strike"', 'name="event"'), encoding="utf-8"
    )
    assert load_pack("event", [folder]).pack.title == "Strike"
    assert load_pack("event").pack.title == "News event"


def test_a_user_may_rewrite_the_prompts_alone(folder: Path):
    shutil.copytree(folder / "prompts" / "strike", folder / "prompts" / "event")
    mixed, ours = load_pack("event", [folder]), load_pack("event")
    assert mixed.schema_version == ours.schema_version
    assert mixed.prompt_version != ours.prompt_version


@pytest.mark.parametrize("name", ["../event", "Event", "", "a/b", "event.py"])
def test_a_name_is_never_a_path(name: str):
    with pytest.raises(PackError, match="cannot be a pack's name"):
        load_pack(name)


def test_an_unknown_pack_names_those_there_are():
    with pytest.raises(PackError, match=r"no pack 'weather'.*event"):
        load_pack("weather")


def test_half_a_pack_says_which_half_is_missing(folder: Path):
    shutil.rmtree(folder / "prompts")
    with pytest.raises(PackError, match=r"strike\.py.*has no prompts"):
        load_pack("strike", [folder])
    (folder / "schemas" / "strike.py").unlink()
    (folder / "prompts" / "strike").mkdir(parents=True)
    with pytest.raises(PackError, match="has no schema"):
        load_pack("strike", [folder])


def test_all_packs_are_found_in_order_of_name(folder: Path):
    names = list(find_packs([folder]))
    assert names == sorted(names)
    assert {"event", "strike"} <= set(names)
