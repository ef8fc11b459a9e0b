"""Numbers as people write them: `numbers_in("two hundred and seventy of 1,000")` → 270 and 1,000.

It reads digits with thousands separators, decimals, and number words, also hyphenated
("twenty-five", "1,000-for-1,000", "two-million"), "the hundred and twenty", "a pair" and
"a couple of dozen". It doesn't read bounds ("almost"), vague plurals ("dozens",
"hundreds of thousands") or ordinal words ("third").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

__all__ = ["Numeral", "in_words", "numbers_in"]

# fmt: off
_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on
_UNITS = {word: n for n, word in enumerate(_SMALL)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
}
_GROUPS = {"pair": 2, "couple": 2, "trio": 3}
# Words that leave a scale standing for one of it: "the hundred", "another thousand".
_ONE_OF = frozenset(
    """the this that another first last next about around nearly almost some over than roughly
    approximately""".split()  # noqa: SIM905
)
_SUFFIXES = {"k": 1_000, "mn": 1_000_000, "bn": 1_000_000_000}
_HUNDRED = 100

# Words that make a pronoun of "one".
_PRONOUN_BEFORE = {"no", "any", "every"}

_TOKEN = re.compile(
    r"""
    (?<![A-Za-z\d])                                # not F16; B-2 is for the reader to judge
    (?P<digits>
        (?: \d{1,3} (?: [,\u00a0\u202f\u2009] \d{3} )+ | \d+ )
        (?: \. \d+ (?! [.\d] ) )?
    )
    (?P<suffix> (?: k | mn | bn ) \b )?
    | (?P<word> [^\W\d_]+ )
    """,
    re.VERBOSE,
)


class Numeral(NamedTuple):
    """A number and where it is written: characters `start` to `end` of the text."""

    value: int | Decimal
    start: int
    end: int


class _Token(NamedTuple):
    word: str  # in lower case, "" for digits
    value: int | Decimal | None  # of digits
    start: int
    end: int


def numbers_in(text: str) -> list[Numeral]:
    """Find every number in `text`, in order: whole numbers as int, others as Decimal."""
    tokens = list(_tokens(text))
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        taken = _read(text, tokens, at)
        if taken is None:
            at += 1
            continue
        value, after = taken
        found.append(Numeral(_whole(value), tokens[at].start, tokens[after - 1].end))
        at = after
    return found


def in_words(value: int) -> str:
    """Say 270 as "two hundred and seventy"; takes 0 up to a quadrillion less one."""
    for word, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if value >= size:
            return _joined(f"{in_words(value // size)} {word}", value % size)
    if value >= 1_000:  # noqa: PLR2004
        return _joined(f"{in_words(value // 1_000)} thousand", value % 1_000)
    if value >= _HUNDRED:
        return _joined(f"{in_words(value // _HUNDRED)} hundred", value % _HUNDRED)
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def _joined(head: str, rest: int) -> str:
    if not rest:
        return head
    return f"{head} and {in_words(rest)}" if rest < _HUNDRED else f"{head} {in_words(rest)}"


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match["word"]:
            yield _Token(match["word"].lower(), None, match.start(), match.end())
            continue
        value: int | Decimal = Decimal(re.sub(r"[^\d.]", "", match["digits"]))
        if match["suffix"]:
            value *= _SUFFIXES[match["suffix"]]
        yield _Token("", _whole(value), match.start(), match.end())


def _whole(value: int | Decimal) -> int | Decimal:
    return int(value) if value == int(value) else value


def _read(text: str, tokens: list[_Token], at: int) -> tuple[int | Decimal, int] | None:
    """Read the number that begins at token `at`; also returns the token after it."""
    token = tokens[at]
    if token.value is not None:
        return _scaled(text, tokens, token.value, at + 1)
    if token.word in {"a", "an", "half"}:
        return _with_article(text, tokens, at)
    if token.word == "one" and _is_pronoun(text, tokens, at):
        return None
    splits = at > 0 and tokens[at - 1].word == "between"
    if token.word in _SCALES and _one_of(text, tokens, at):
        return _in_words(text, tokens, at, splits=splits, group=1)
    return _in_words(text, tokens, at, splits=splits)


def _one_of(text: str, tokens: list[_Token], at: int) -> bool:
    """Whether a scale word stands for one of it: "the hundred men", not "the hundred-metre race"."""
    if at == 0 or tokens[at - 1].word not in _ONE_OF or not _touch(text, tokens, at):
        return False
    return not re.match(r"[-‐‑](?!(?:for|odd|plus|strong)\b)", text[tokens[at].end :])


def _scaled(
    text: str, tokens: list[_Token], value: int | Decimal, at: int
) -> tuple[int | Decimal, int]:
    """Digits and the scale words after them: "2.5 million", "3 hundred thousand"."""
    while at < len(tokens) and tokens[at].word in _SCALES and _touch(text, tokens, at):
        value *= _SCALES[tokens[at].word]
        at += 1
    return value, at


def _with_article(text: str, tokens: list[_Token], at: int) -> tuple[int | Decimal, int] | None:
    """Read what begins with an article: "a hundred and ten", "half a million", "a pair"."""
    half = tokens[at].word == "half"
    first = at + 1
    if half and first < len(tokens) and tokens[first].word in {"a", "an"}:
        first += 1
    if first >= len(tokens) or not _touch(text, tokens, first):
        return None
    if tokens[first].word in _GROUPS and not half:
        return _group(text, tokens, first)
    if tokens[first].word not in _SCALES:
        return None
    if half:
        return Decimal(_SCALES[tokens[first].word]) / 2, first + 1
    return _in_words(text, tokens, at, splits=at > 0 and tokens[at - 1].word == "between")


def _group(text: str, tokens: list[_Token], at: int) -> tuple[int, int]:
    """Read "pair", "couple" or "trio", also of a scale: "a couple of dozen", "a pair"."""
    value, after = _GROUPS[tokens[at].word], at + 1
    scale = after
    if scale < len(tokens) and tokens[scale].word == "of" and _touch(text, tokens, scale):
        scale += 1
    if scale < len(tokens) and tokens[scale].word in _SCALES and _touch(text, tokens, scale):
        return value * _SCALES[tokens[scale].word], scale + 1
    return value, after


def _in_words(
    text: str, tokens: list[_Token], at: int, *, splits: bool, group: int = 0
) -> tuple[int | Decimal, int] | None:
    """Read a number in words. `splits`: it stands after "between", so "and" parts two numbers.

    `group` is what stands for itself before the first word: 1 in "the hundred".
    """
    total, after = 0, at
    fresh = not group  # the group may still take a word below a hundred
    begun = group > 0
    while after < len(tokens) and (after == at or _touch(text, tokens, after)):
        word = tokens[after].word
        if word in {"a", "an"} and not begun:
            group, fresh = 1, False
        elif word in _UNITS:
            if not fresh and not _completes(group, word):
                break
            group, fresh = group + _UNITS[word], False
        elif word == "hundred" and begun and 0 < group < _HUNDRED:
            group, fresh = group * _HUNDRED, True
        elif word == "dozen" and begun and group > 0:
            return total + group * 12, after + 1
        elif word in _SCALES and begun and group and (not total or _SCALES[word] < _last(total)):
            total, group, fresh = total + group * _SCALES[word], 0, True
        elif (
            word == "and"
            and begun
            and not splits
            and fresh
            and _tail(text, tokens, after + 1, total)
        ):
            after += 1
            continue
        else:
            break
        begun, after = True, after + 1
    return (total + group, after) if begun else None


def _completes(group: int, word: str) -> bool:
    """Whether a digit may follow: "twenty five", not "five six"."""
    return 0 < _UNITS[word] < 10 and group % 10 == 0 and group % _HUNDRED >= 20  # noqa: PLR2004


def _last(total: int) -> int:
    """Say the scale of what was read last: after 2,000,000 only smaller scales may follow."""
    return next((s for s in (1_000, 10**6, 10**9) if total % (s * 1_000)), 10**12)


def _tail(text: str, tokens: list[_Token], at: int, total: int) -> bool:
    """Whether "and" is followed by what completes the number, not by another number.

    "two hundred and ten (thousand)" goes on; "two hundred and three hundred" and
    "one thousand and two thousand" are two numbers each.
    """
    if not _unit_at(text, tokens, at):
        return False
    if _unit_at(text, tokens, at + 1) and _completes(_UNITS[tokens[at].word], tokens[at + 1].word):
        at += 1
    after = at + 1
    if after >= len(tokens) or tokens[after].word not in _SCALES or not _touch(text, tokens, after):
        return True
    scale = _SCALES[tokens[after].word]
    return scale >= 1_000 and (not total or scale < _last(total))  # noqa: PLR2004


def _unit_at(text: str, tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].word in _UNITS and _touch(text, tokens, at)


def _touch(text: str, tokens: list[_Token], at: int) -> bool:
    """Whether nothing but one space or hyphen parts the token from the one before."""
    return re.fullmatch(r"\s|[-‐‑]", text[tokens[at - 1].end : tokens[at].start]) is not None


def _is_pronoun(text: str, tokens: list[_Token], at: int) -> bool:
    before = at > 0 and tokens[at - 1].word in _PRONOUN_BEFORE and _touch(text, tokens, at)
    after = at + 1 < len(tokens) and tokens[at + 1].word == "another"
    return before or after
