"""What was said: quoted words between marks, indirect speech without the reporting around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.documents import Position
from summarizer.writing import voice

__all__ = ["quoted_in", "words_of"]

_FEWEST = 3  # words that can be a statement
_SAYING = (
    r"(?:said|says|noted|added|wrote|stated|told \w+|announced|reported|explained|claimed|argued|"
    r"declared|stressed|emphasi[sz]ed|admitted|insisted|warned|recalled|confirmed|according to)"
)
# The reporting around indirect speech: "…, the ministry said", "She added that …".
_TAIL = re.compile(
    rf",\s+(?:[^,]{{1,50}}\s)?{_SAYING}(?:\s[^,]{{1,40}})?$|,\s+{_SAYING}\s[^,]{{1,50}}$"
)
_HEAD = re.compile(rf"^(?P<who>[^,;]{{1,60}}?)\b{_SAYING}(?:\s[\w-]+){{0,4}}?\s+that\s+")
_PRONOUNS = frozenset(("he", "she", "they", "it"))
# Openings that lose their capital after "said that"; any other capital may be a name's.
_OPENINGS = re.compile(
    r"(?:The|A|An|It|He|She|They|This|That|There|These|Those|All|No|Some|Both|Its|His|Her|Their|"
    r"In|On|At|For|More|Most|Many|Each|Every|If|When|As|About|Another|Such|Around|Nearly|Almost|Over|"
    r"Under|After|Before|While|Since|Because|Only|Not|One|Two|Three|Several|Further|Other|Any|By|From)\b"
)
_MARKS = "“”\"„«»‘’'"


def words_of(position: Position, texts: Mapping[str, str | None]) -> str:
    """Give what was said: between marks where it was quoted, else as the clause it is."""
    text = position.value if isinstance(position.value, str) else position.detail
    if quoted_in(position, texts):
        return voice.quotation(text)
    plain = text.strip().strip(_MARKS).rstrip(". ")
    plain = _TAIL.sub("", plain)
    head = _HEAD.match(plain)
    # Only the speaker's own "X said that" goes: somebody else's is part of what was said.
    if head and _PRONOUNS.union(*map(_last_word, position.origins)) & set(_plain(head["who"])):
        plain = plain[head.end() :]
    elif _tells_of(plain, position.origins):
        return ""  # what the speaker did, in the reporter's words: "X thanked …", "announced by X"
    plain = re.sub(r'"([^"]*)"', r"“\1”", plain)
    if len(plain.split()) < _FEWEST or re.search(r"\b(?:I|we|We|my|our)\b", plain):
        return ""  # no statement, or the speaker's own words without marks
    return plain[:1].lower() + plain[1:] if _OPENINGS.match(plain) else plain


def _tells_of(plain: str, origins: Sequence[str]) -> bool:
    """Whether a sentence tells of its speaker from outside, so that "X said that" would be untrue."""
    words = _plain(plain)
    for origin in origins:
        name = _plain(origin)
        last = name[-1] if name else ""
        if words[: len(name)] == name or last in words[:6]:
            return True
        if re.search(rf"\bby\b[^,;.]{{0,70}}\b{re.escape(last)}\b", plain.casefold()):
            return True
    return False


def quoted_in(position: Position, texts: Mapping[str, str | None]) -> bool:
    """Whether the words of a position stand between quotation marks in one of its articles."""
    words = str(position.value or position.detail).strip().strip(_MARKS).rstrip(".,")
    for evidence in position.evidence:
        text = texts.get(evidence.article)
        around = evidence.quote
        if text is not None:
            around = text[max(0, evidence.start - 2) : evidence.end + 2]
        at = around.find(words)
        if words and at >= 0:
            before, after = around[:at].rstrip()[-1:], around[at + len(words) :][:3]
            opens = bool(before) and before in "“\"„«‘'"
            if opens and any(mark in after for mark in "”\"“»’'"):
                return True
    return False


def _last_word(name: str) -> set[str]:
    return set(_plain(name)[-1:])


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
