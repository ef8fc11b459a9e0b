"""Bytes to text: byte-order mark, declared charset, UTF-8, then a guess that must convince."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import InputError

__all__ = ["declared_charset", "decode"]

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_XML_CHARSET = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""", re.IGNORECASE
)
_HEAD = 4096  # HTML demands that a charset is declared within its first 1024 bytes; pages are lax
_WINDOWS_PUNCTUATION = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa9\xab\xae\xb0\xbb"
)
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r\x0b\x0c\x1b"))
_ASCII = bytes(range(0x80))
# What newsrooms and their sites wrote before UTF-8. Given more, the guess takes a Mac's letters.
_ONCE_COMMON = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp866"),
    *("koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_9", "iso8859_15", "tis_620"),
    *("big5", "gb18030", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr", "cp949"),
)
_BINARY_SHARE = 0.01
_DAMAGED_SHARE = 0.1


def declared_charset(data: bytes) -> str | None:
    """The charset that a page declares in its head, or null."""
    head = data[:_HEAD]
    match = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return match.group(1).decode("ascii") if match else None


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`; raises InputError where it is binary or its encoding cannot be told."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    wide = _wide_without_mark(data)
    if wide:
        return _strictly(data, wide)
    if len(data) - len(data.translate(None, _CONTROLS)) > _BINARY_SHARE * len(data):
        raise InputError(
            "the file is binary, not text.", "Save the article as plain text, HTML or JSON."
        )
    for charset in (declared, "utf-8"):
        try:
            if charset:
                return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(data, error) from error


def _damaged(data: bytes, error: UnicodeDecodeError) -> InputError:
    line = data.count(b"\n", 0, error.start) + 1
    return InputError(
        f"wrongly encoded: line {line} is not valid {error.encoding.upper()}.",
        "Save the file again as UTF-8.",
    )


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: in most scripts every second byte is then nearly constant."""
    sample = data[:_HEAD]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else None


def _guess(data: bytes) -> str:
    high = data.translate(None, _ASCII)
    if all(byte in _WINDOWS_PUNCTUATION for byte in high):
        return data.decode("cp1252")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        lost = data.decode("utf-8", errors="replace").count("�")
        if lost < _DAMAGED_SHARE * len(
            high
        ):  # UTF-8 with a hole in it: a guess would garble it all
            raise _damaged(data, error) from error
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_ONCE_COMMON)).best()
    if best is None:
        raise InputError(
            "wrongly encoded: its encoding cannot be told.", "Save the file again as UTF-8."
        )
    return str(best)
