"""What was said: quoted words between marks, indirect speech without the reporting around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.documents import Position
from summarizer.writing import voice

__all__ = ["quoted_in", "words_of"]

_FEWEST = 3  # words that can be a statement
_FEWEST_QUOTED = 4  # words that stand as a quotation of their own
_LONGEST = 35  # words of indirect speech: more is a paragraph of the article's, not a statement
_SAYING = (
    r"(?:said|says|noted|notes|added|adds|wrote|stated|told|announced|reported|explained|claimed|"
    r"argued|declared|stressed|emphasi[sz]ed|admitted|insisted|insists|warned|recalled|confirmed|"
    r"believes|estimates|estimated|according to)"
)
# The reporting around indirect speech: "…, the ministry said on Tuesday", "She added that …".
_TAIL = re.compile(
    rf",\s+(?:[^,]{{1,90}}\s)?(?:{_SAYING}|reads?)(?:\s(?:on|in|at|to|during|after|by)\s[^,]{{1,60}})?$"
    rf"|,\s+(?:[^,]{{1,90}}\s)?told\s[^,]{{1,90}}$|,\s+{_SAYING}\s(?!that\b)[^,]{{1,60}}$"
)
_LATER = (
    r"(?:on|in|at|to|earlier|later|last|this|also|again|yesterday|reporters|journalists|separately)"
)
_CLAIM = (
    r"(?:repeat(?:ed|s)|made|voiced|reiterated|renewed)\s+(?:an?|the|his|her|its|their)\s+(?:\S+\s+){0,2}?"
    r"(?:claim|allegation|accusation|assertion|charge|statement)\s+that\s+"
)
_HEAD = re.compile(
    rf"^(?P<who>(?!(?:Among|In|On|At|For|With|By|From|As|After|Before|When)\b)[^;]{{1,110}}?)\b"
    rf"(?:{_SAYING}(?:\s{_LATER}\b(?:\s[\w-]+){{0,4}}?)?\s+that\s+|{_CLAIM}"
    rf"|told\s[^,;]{{1,60}}?\s+that\s+|(?!told){_SAYING}\s+(?!{_LATER}\b|with\b|by\b|for\b|as\b))"
)
# What opens an article or joins its sentences, and says nothing of its own.
_OPENER = re.compile(
    r"^(?:[A-Z][A-Z/ .,’'-]{2,60}(?:\([^)]*\)\s*)?(?:, \w+\.? \d+)?\s*(?:[—–]|--|-)\s+"
    r"|(?:however|meanwhile|in addition|moreover|earlier|separately|also|still|then|but|and),?\s+)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z][A-Z/’'. -]{2,40},?[^a-z—–-]{0,3}[^—–]{0,40}?(?:[—–]| --| - )\s*")
# Words that point at somebody whom the sentence before named.
_DANGLING = re.compile(
    r"^(?:(?:it|he|she)(?! (?:had|has|have|was|were|would|will|is|are)\b)|they|this|that|these|those|its"
    r"|his|her|their|such|there(?! (?:is|are|was|were)))\b"
    r"|\b(?:of|to|with|by|for|from|about|among) (?:them|him|her|it|these|those)\b|\bthe others\b",
    re.IGNORECASE,
)
_SAYS_AGAIN = re.compile(rf"\b{_SAYING}\b|, (?:he|she|they|it) \w+,")
# A second thing that the speaker did: "that it was over and suggested new talks".
_ALSO = re.compile(
    r",? (?:and|but) (?:suggested|called (?:on|for)|urged|accused|demanded|asked|vowed|promised"
    rf"|{_SAYING[3:-1]})\b.*$"
)
_NO_CLAUSE = re.compile(
    r"^(?:\w+ed|\w+ing|only|not|and|but|or|that|which|who|as|to|was|were|is|are|has|had|have|will|would"
    r"|with|by|of)\b"
)
_SHORT = 7  # words: a phrase that opens with a preposition and has no more is no clause
_PRONOUNS = frozenset(("he", "she", "they", "it"))
_NEAR_START = 10  # words in which a clause that tells of its speaker names them
_BODY_WORD = 5  # letters of a word that can stand for its body: "the ministry"
# Openings that lose their capital after "said that"; any other capital may be a name's.
_OPENINGS = re.compile(
    r"(?:The|A|An|It|He|She|They|This|That|There|These|Those|All|No|Some|Both|Its|His|Her|Their|"
    r"In|On|At|For|More|Most|Many|Each|Every|If|When|As|About|Another|Such|Around|Nearly|Almost|Over|"
    r"Under|After|Before|While|Since|Because|Only|Not|One|Two|Three|Several|Further|Other|Any|By|From)\b"
)
# What the parse cut off its subject is no sentence: "spoken of 61 dead".
_HEADLESS = re.compile(r"^(?:spoken|put|given|told|called|counted|raised|gave)\b")
_MARKS = "“”\"„«»‘’'"


def words_of(
    position: Position, texts: Mapping[str, str | None], roles: Mapping[str, str] | None = None
) -> str:
    """Give what was said: between marks where it was quoted, else as the clause it is.

    `roles` are the offices of speakers, by which a sentence may name them.

    "" for what no editor would print by itself: a scrap of a sentence, a clause that leans on the
    one before it, speech within speech.
    """
    text = position.value if isinstance(position.value, str) else position.detail
    if quoted_in(position, texts):
        return voice.quotation(text) if _stands_alone(text) else ""
    plain = text.strip().strip(_MARKS).rstrip(". ")
    plain = _OPENER.sub("", _DATELINE.sub("", plain))
    plain = _TAIL.sub("", plain)
    head = _HEAD.match(plain)
    # Only the speaker's own "X said that" goes: somebody else's is part of what was said.
    offices = [r for o in position.origins if (r := (roles or {}).get(o) or position.roles.get(o))]
    if head and _own(head["who"], [*position.origins, *offices]):
        plain = _ALSO.sub("", plain[head.end() :])
    elif _tells_of(plain, position.origins):
        return ""  # what the speaker did, in the reporter's words: "X thanked …", "announced by X"
    plain = re.sub(r'"([^"]*)"', r"“\1”", plain)
    if not _is_clause(plain) or _names_itself(plain, position.origins):
        return ""
    return plain[:1].lower() + plain[1:] if _OPENINGS.match(plain) else plain


def _stands_alone(text: str) -> bool:
    """Whether quoted words are a sentence, and no scrap of one."""
    words = text.strip().strip(_MARKS)
    return len(words.split()) >= _FEWEST_QUOTED and (words[:1].isupper() or words[:1].isdigit())


def _own(who: str, origins: Sequence[str]) -> bool:
    """Whether the words before a verb of saying name the speaker, or point back at them."""
    words = set(_plain(who))
    names = {w for o in origins for w in _plain(o) if len(w) >= _BODY_WORD or w == _plain(o)[-1]}
    return bool(words & (_PRONOUNS | names)) and ("," not in who or bool(words & names))


def _is_clause(plain: str) -> bool:
    words = plain.split()
    return (
        _FEWEST <= len(words) <= _LONGEST
        and not re.search(r"\b(?:I|we|We|my|our)\b", plain)  # the speaker's words without marks
        and not _DANGLING.search(plain)
        and not _NO_CLAUSE.search(plain)
        and not _HEADLESS.search(plain)
        and not (len(words) < _SHORT and re.match(r"(?i:on|in|at|from|for) ", plain))
        and not _SAYS_AGAIN.search(plain)
        and plain.count("“") == plain.count("”")
        and '"' not in plain
    )


def _names_itself(plain: str, origins: Sequence[str]) -> bool:
    """Whether a clause speaks of its own speaker as of a third: "the ministry put the number"."""
    low = plain.casefold()
    return any(
        re.search(rf"\b(?:the|its|their)\s(?:\w+\s)?{re.escape(w)}\b", low)
        for origin in origins
        for w in _plain(origin)
        if len(w) >= _BODY_WORD and origin.split()[0] != w
    )


def _tells_of(plain: str, origins: Sequence[str]) -> bool:
    """Whether a sentence tells of its speaker from outside, so that "X said that" would be untrue."""
    words = _plain(plain)
    for origin in origins:
        name = _plain(origin)
        last = name[-1] if name else ""
        if words[: len(name)] == name or last in words[:_NEAR_START]:
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
