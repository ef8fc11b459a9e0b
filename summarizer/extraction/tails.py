"""Tails: who speaks at a sentence's end, by its commas where the parse is led astray.

"Twelve villagers, five of them children, came home, Commissioner Ada Roe told reporters": a small
parser takes the villagers for who told it. What stands between the last comma and a closing verb
of saying is the speaker, whatever the parse makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.extraction.saying import PLAIN

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["Tail", "tails_in"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_LONGEST_NAME, _LONGEST_REST, _SHORTEST_SAYING = 14, 8, 4  # tokens
_MARKS = frozenset('“”«»"‘’')


@dataclass(frozen=True)
class Tail:
    """A closing "…, HEAD VERB …": its verb, its speaker's head, and where what is said begins."""

    verb: Token
    head: Token
    first: Token  # of the speaker's own words
    start: Token  # of the whole clause with its tail
    end: Token


def tails_in(sentence: Span) -> Iterator[Tail]:
    """Each clause, up to a semicolon, a comma or the full stop, that ends with who says it."""
    tokens = [t for t in sentence if not t.is_space]
    start = 0
    for at, token in enumerate(tokens):
        if token.text == ";":
            start = at + 1
        elif token.lemma_.lower() in PLAIN and (token.tag_ in _FINITE or _is_taken_for_noun(token)):
            tail = _tail(tokens, start, at)
            if tail is not None:
                yield tail


def _is_taken_for_noun(token: Token) -> bool:
    """A verb that the parser read as more of the name: "…, the Coalition estimates, and …"."""
    closes = token.i + 1 < len(token.doc) and token.nbor(1).text in {",", ".", ";"}
    return token.tag_ == "NNS" and closes and token.lower_ in {"estimates", "reports", "states"}


def _tail(tokens: list[Token], start: int, at: int) -> Tail | None:
    end = _end(tokens, at)
    comma = next((n for n in range(at - 1, start, -1) if tokens[n].text == ","), None)
    if end is None or comma is None:
        return None
    said, name = tokens[start:comma], tokens[comma + 1 : at]
    relative = next((n for n, t in enumerate(name) if t.lower_ in _RELATIVE), len(name))
    name = [t for t in name[:relative] if t.pos_ != "ADV" and t.dep_ != "aux"]
    if (
        not 0 < len(name) <= _LONGEST_NAME
        or name[0].pos_ in {"ADP", "SCONJ", "CCONJ"}
        or any(t.tag_ in _FINITE or t.text in _MARKS for t in name)
        or len(said) < _SHORTEST_SAYING
        or not any(t.tag_ in _FINITE for t in said)
    ):
        return None
    before = next((n for n, t in enumerate(name) if t.pos_ == "ADP" and n), len(name))
    nouns = [t for t in name[:before] if t.pos_ in {"NOUN", "PROPN"}]
    return Tail(tokens[at], nouns[-1], name[0], tokens[start], end) if nouns else None


def _end(tokens: list[Token], at: int) -> Token | None:
    """The last token of a clause that closes with the verb at `at`, or null where it doesn't."""
    rest: list[Token] = []
    for token in tokens[at + 1 :]:
        if token.text in {";", ","} or (token.text in ".!?" and token.is_punct):
            break
        rest.append(token)
    if len(rest) > _LONGEST_REST or any(
        t.lower_ in {"that", ":", "when", "as"}
        or t.text in _MARKS
        or t.like_num
        or t.tag_ in _FINITE
        for t in rest
    ):
        return None
    return rest[-1] if rest else tokens[at]
