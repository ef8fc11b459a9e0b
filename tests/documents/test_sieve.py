"""The sieve: it never keeps back a text that a pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.documents.lexicon import _terms
from summarizer.documents.sieve import lowered, may_find
from summarizer.packs import find_packs

PATTERNS = [
    r"\bfree[ds]?\b|\breleas(?:e|ed|ing)\b",
    r"(?:so-called )?(?:\w+ )?barons?",
    r"^(?!.*\bnot\b).*\bwent (?:home|back){0,1}",
    r"(?P<one>ab|cd)+[xyz]?(?P=one)",
    r"(?<!rights )defenders?",
    r"ab{0,2}c{2}d*e+",
    r"\(c\)|©",
    r"dağ|şaş\w+",
    r"(?i:kiss)|[^a]b",
    r"конец|Ende",
    r"\x61b\u0063",
    r"(?x) a b c | d",
    r"(a)(b)\2\1c",
    r"(?:the )?ban(?:s|ned)?x?|a b?",
]  # fmt: skip
LETTERS = "abcdefghiklnorstxyz BKSkſKıİİI'’-()©şŞğĞЕКОНцЦеокДd"


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(PATTERNS), st.text(alphabet=LETTERS, max_size=12))
@example(r"(?i:kiss)|[^a]b", "kiſs")
@example("kiss", "\u212aISS")
@example("ist", "\u0130ST")
@example("ist", "\u0131st")
def test_no_match_is_lost(pattern: str, text: str):
    if re.search(pattern, text, re.IGNORECASE | re.DOTALL):
        assert may_find(pattern, text)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_no_match_of_a_generated_pattern_is_lost(data: st.DataObject):
    pattern = data.draw(_PATTERN)
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))
    assert may_find(pattern, text)


_WORD = st.text(alphabet="abis ", min_size=1, max_size=4)
_PATTERN = st.recursive(
    _WORD | st.sampled_from([r"\b", r"\w", "[ab]", "."]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda found: f"(?:{'|'.join(found)})"),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "+?"])),
    ),
    max_leaves=8,
)


def test_what_lacks_every_letter_is_kept_back():
    assert not may_find(r"\b(?:free[ds]?|releas(?:e|ed|ing))\b", "Two boats came home.")
    assert may_find(r"\b(?:free[ds]?|releas(?:e|ed|ing))\b", "Two men were Released.")
    assert not may_find(r"(?:old )?quay(?:master|keeper)s?", "The quay was shut.")
    assert may_find(r"\w+(?:ab|cd)?", "no letters of it are sure")


def test_nearly_every_pattern_of_ours_tells_its_letters():
    terms = [term for _, term, _, _ in _terms()]
    for loaded in find_packs().values():
        terms += [term for thing in loaded.pack.contested for term in thing.terms]
        terms += [c.text for label in loaded.pack.labels.values() for c in label.cues if c.text]
    told = [term for term in terms if not may_find(term, "…")]
    assert len(told) > 0.95 * len(terms)


@pytest.mark.parametrize("pattern", ["a)b", "(a", "*", ""])
def test_what_is_no_pattern_is_kept_from_nobody(pattern: str):
    assert may_find(pattern, "nothing of it")


def test_small_letters_tell_what_ordinary_texts_hold():
    assert lowered("Kyiv’s men — 12 of “OURS”") == "kyiv’s men — 12 of “ours”"
    assert lowered("300 \u212a") is None
