"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from summarizer.errors import InputError
from summarizer.reading.encoding import declared_charset, decode

GERMAN = "Die Brücke über die Aue ist für den Verkehr geöffnet, sagte Bürgermeisterin Keller. " * 4
RUSSIAN = "Больница в Заречье открылась после ремонта, сообщил главный врач во вторник утром. " * 4
QUOTED = "“We go on,” she said – and the board’s offer stood. " * 4


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, QUOTED])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-16-be"]
)
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    if encoding in {"utf-16-le", "utf-16-be"} and text is RUSSIAN:
        text += "A few Latin words, 1 2 3, stand in nearly every text. " * 12
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(GERMAN, "cp1252"), (QUOTED, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")],
)
def test_older_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_charset_is_believed_before_a_guess() -> None:
    page = '<meta charset="iso-8859-2"><p>Żółta łódź</p>'.encode("iso-8859-2")
    assert declared_charset(page) == "iso-8859-2"
    assert decode(page, "iso-8859-2").endswith("<p>Żółta łódź</p>")
    assert declared_charset(b'<?xml version="1.0" encoding="koi8-r"?>') == "koi8-r"
    assert declared_charset(b"<p>none</p>") is None


def test_a_charset_that_is_a_lie_or_unknown_falls_back() -> None:
    assert decode(GERMAN.encode(), "ascii") == GERMAN
    assert decode(GERMAN.encode(), "x-no-such") == GERMAN


def test_a_byte_order_mark_outweighs_what_is_declared() -> None:
    assert decode(codecs.BOM_UTF8 + GERMAN.encode(), "cp1251") == GERMAN


def test_damaged_utf8_names_the_line_and_is_never_guessed() -> None:
    data = (GERMAN + "\n").encode() * 2 + b"\xc3("
    with pytest.raises(InputError, match="line 3 is not valid UTF-8"):
        decode(data)


def test_a_cut_off_utf16_file_is_refused() -> None:
    with pytest.raises(InputError, match="wrongly encoded"):
        decode("Elin".encode("utf-16") + b"\x00")


def test_binary_is_refused() -> None:
    with pytest.raises(InputError, match="binary"):
        decode(bytes(range(256)) * 10)
