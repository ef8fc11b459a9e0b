"""Sieve: letters that every match of a pattern holds, so that it is compiled only where it may match.

Compiling a long pattern takes a thousand times as long as looking for a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["letter_of", "lowered", "may_find"]

_TOKEN = re.compile(
    r"[a-zA-Z0-9 -]{2,}(?![*+?{])|\\."
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|<?[=!:]|[a-z]*:)?|\{\d*,?\d*\}\??|[*+?]\??|.",
    re.DOTALL,
)
_SIGNS = "\\[({*+?"
_HARD = re.compile(r"\\[xuUN0-9]|\(\?[a-z]*x")  # characters by number, spaces that are none
# Letters that case-insensitive patterns equate with others than their own small form.
_ODD = re.compile(
    "[\xb5\u0130\u0131\u017f\u0345\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5"
    "\u1c80-\u1c88\u1e9b\u1e9e\u1fbe\u1fd3\u1fe3\u2126\u212a\u212b\ufb05\ufb06]"
)
_GREEK = ("Ͱ", "Ͽ")  # how its small s is written depends on what stands beside it
_SHORTEST = 2  # letters that tell anything


def may_find(pattern: str, text: str) -> bool:
    """Whether `pattern`, case ignored, may match somewhere in `text`; false only where it does not."""
    letters, low = _letters_of(pattern), lowered(text)
    return low is None or not letters or any(part in low for part in letters)


@lru_cache(maxsize=512)
def lowered(text: str) -> str | None:
    """A text's small letters; null where they don't tell what a pattern matches."""
    return None if not text.isascii() and _ODD.search(text) else text.lower()


@lru_cache(maxsize=4096)
def _letters_of(pattern: str) -> tuple[str, ...]:
    """Small letters of which each match of `pattern`, case ignored, holds one at least; none: unknown."""
    if _HARD.search(pattern):
        return ()
    tokens = _TOKEN.findall(pattern)
    try:
        found, end = _choice(tokens, 0)
    except IndexError:
        return ()
    return found if end == len(tokens) else ()


def _choice(tokens: list[str], at: int) -> tuple[tuple[str, ...], int]:
    """What the alternatives from `at` to the end of their group need: of each one, or nothing."""
    needed: list[tuple[str, ...]] = []
    while True:
        found, at = _sequence(tokens, at)
        needed.append(found)
        if at == len(tokens) or tokens[at] == ")":
            break
        at += 1
    whole = tuple(dict.fromkeys(part for found in needed for part in found))
    return (whole if all(needed) else ()), at


def _sequence(tokens: list[str], at: int) -> tuple[tuple[str, ...], int]:
    """What a sequence up to "|" or ")" needs: of its parts that which tells most."""
    best: tuple[str, ...] = ()
    run = ""
    while at < len(tokens) and tokens[at] not in {"|", ")"}:
        token = tokens[at]
        at += 1
        found: tuple[str, ...] = ()
        if token.startswith("("):
            found, at = _choice(tokens, at)
            at += 1  # the closing bracket
            if tokens[at - 1] != ")" or not (token in {"(", "(?:"} or token.startswith("(?P<")):
                found = ()  # it looks around, or matches in another way
        letter = letter_of(token) if len(token) == 1 else ""
        letter = letter or (token.lower() if len(token) > 1 and token[0] not in _SIGNS else "")
        many = tokens[at] if at < len(tokens) else ""
        if many[:1] in {"*", "+", "?", "{"}:
            at += 1
            sure = many[0] == "+" or re.match(r"\{[1-9]", many)
            best = _better(best, (run + letter if sure else run,))
            best = _better(best, found) if sure else best
            run = ""
        elif letter:
            run += letter
        else:
            best = _better(_better(best, (run,)), found)
            run = ""
    return _better(best, (run,)), at


@lru_cache(maxsize=1024)
def letter_of(token: str) -> str:
    """The small letter, digit, space or hyphen that a token stands for; "" where others match it too."""
    small = token.lower()
    if small in {" ", "-"}:
        return small
    large = small.upper()
    same = len(small) == len(large) == 1 and large.lower() == small and small.isalnum()
    return small if same and not (_ODD.match(small) or _GREEK[0] <= small <= _GREEK[1]) else ""


def _better(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Of two sets of letters the one whose shortest is longer: it is in fewer texts."""
    least = min(map(len, other), default=0)
    return other if least >= _SHORTEST and least > min(map(len, one), default=0) else one
