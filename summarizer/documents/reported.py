"""Reported speech: the clause that was said, out of the sentence in which a reporter tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.documents.lexicon import loaded_in

__all__ = ["bare", "clause_of", "dateline_in", "marked", "shown"]

_FEWEST = 3  # words that can be a statement
_LONGEST = 35  # words of indirect speech: more is a paragraph of the article's, not a statement
_SAYING = (
    r"(?:said|says|say|noted|notes|added|adds|wrote|stated|told|announced|reported|explained|claimed|"
    r"argued|declared|stressed|emphasi[sz]ed|admitted|insisted|insists|warned|recalled|confirmed|"
    r"believes|believe|estimates|estimated|according to)"
)
# The reporting around indirect speech: "…, the ministry said on Tuesday", "She added that …".
_TAIL = re.compile(
    rf",\s+(?:[^,]{{1,90}}\s)?(?:{_SAYING}|reads?)(?:\s(?:on|in|at|to|during|after|by)\s[^,]{{1,60}})?$"
    rf"|,\s+(?:[^,]{{1,90}}\s)?told\s[^,]{{1,90}}$|,\s+{_SAYING}\s(?!(?:that|he|she|it|they|there)\b)[^,]{{1,60}}(?:,\s[^,]{{1,90}})?$"
)
_AFTER = r"(?:\s(?:on|in|at|to|during|after|by|late|early)\s[^,]{1,60})?"
_LATER = (
    r"(?:on|in|at|to|earlier|later|last|this|also|again|yesterday|reporters|journalists|separately)"
)
_CLAIM = (
    r"(?:repeat(?:ed|s)|made|voiced|reiterated|renewed)\s+(?:an?|the|his|her|its|their)\s+(?:\S+\s+){0,2}?"
    r"(?:claim|allegation|accusation|assertion|charge|statement)\s+that\s+"
)
_CLAIMED = re.compile(rf"\b{_CLAIM}")
_HEAD = re.compile(
    rf"^(?P<who>(?!(?:Among|In|On|At|For|With|By|From|As|After|Before|When)\b)[^;]{{1,110}}?)\b"
    rf"(?:{_SAYING}(?:\s{_LATER}\b(?:\s[\w-]+){{0,4}}?)?\s+that\s+|{_CLAIM}"
    rf"|told\s[^,;]{{1,60}}?\s+that\s+|(?!told){_SAYING}\s+(?!{_LATER}\b|with\b|by\b|for\b|as\b(?! many)))"
)
# What joins a sentence to the one before it, and says nothing of its own.
_OPENER = re.compile(
    r"^(?:(?:however|meanwhile|but|and),?|(?:in addition|moreover|furthermore|additionally|besides|earlier"
    r"|separately|also|still|then|nevertheless|in the meantime|at the same time|in turn|on the other hand"
    r"|for (?:his|her|its|their) (?:own )?part),)\s+",
    re.IGNORECASE,
)
_WHEN = r"(?:[A-Z][\w.]*|\d{1,4})"
_DATELINE = re.compile(
    rf"^(?:[A-ZÀ-Þ][A-ZÀ-Þ/’'. -]{{2,40}}(?:,\s+{_WHEN}(?:,?\s+{_WHEN}){{0,3}})?"
    rf"|[A-ZÀ-Þ][\w’' -]{{2,30}},\s+(?:\d{{1,2}}\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?"
    r"|[A-ZÀ-Þ][\w’'/. -]{2,40}(?:,\s+[A-Z]\w+)?(?=\s*\([A-Z][^)]{1,30}\)\s*(?:[—–]|-\s)))"
    r"(?:(?:\s*\([^)]{1,40}\)|\s*/[^/]{1,30}/\.?)?(?:\s*(?:[—–]|--)|\s+-|:)|\.?\s*/[^/]{1,30}/\.)\s+(?=\S)"
)
# Words that point at somebody whom the sentence before named.
_DANGLING = re.compile(
    r"^(?:(?:it|he|she)(?! (?:had|has|have|was|were|would|will|is|are)\b)|they|this|that|these|those|its"
    r"|his|her|their|such|there(?! (?:is|are|was|were)))\b"
    r"|\b(?:of|to|with|by|for|from|about|among) (?:them|him|her|it|these|those)\b|\bthe others\b"
    r"|\b(?:no|any) such\b",
    re.IGNORECASE,
)
# "37 passengers, nine of them children" says itself whom it means.
_OF_THOSE = re.compile(r", [\w-]+(?: [\w-]+)? of (?:them|whom)\b")
# "He said he knew of none": the speaker, and no one whom a sentence before named.
_ITSELF = re.compile(r"^(?:it|he|she) (?=\w)", re.IGNORECASE)
_SAYS_AGAIN = re.compile(rf"\b{_SAYING}\b|, (?:he|she|they|it) \w+,")
# A second thing that the speaker did: "that it was over and suggested new talks".
_ALSO = re.compile(
    r",? (?:and|but) (?:suggested|expressed|thanked|praised|blamed|called (?:on|for)|urged|accused"
    rf"|demanded|asked|vowed|promised|{_SAYING[3:-1]})\b.*$"
)
_NO_CLAUSE = re.compile(
    r"^(?:\w+ed|\w+ing|only|not|and|but|or|that|which|who|as(?! (?:many|much|few) as)|to|was|were|is|are"
    r"|has|had|have|will|would|with|by|of)\b"
)
# Verbs that take a thing as well as a clause, and what shows that a clause follows.
_TAKES_A_THING = re.compile(
    r"\b(?:announced|declared|claimed|reported|confirmed|estimated|stressed|explained|admitted|"
    r"recalled|stated|noted|notes)\s+$"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|"
    r"came|went|took|gave|got|made|held|left|lost|fell|rose|began|broke|said|stood|kept|led|ran|"
    r"saw|sent|set|put|met|won|paid|shot|hit|remains?|stays?|needs?|wants?|holds?)\b"
    r"|(?<!and )(?<!or )\b\w{3,}ed\b(?=\s)"
)
_EMPTY = re.compile(r"^\W*$")
_SHORT = 7  # words: a phrase that opens with a preposition and has no more is no clause
_TAIL_WORDS = 16  # of a reporting behind a clause: more is a clause of its own
_OFFICE_WORDS = 8  # of an office: "the head of the region's rescue service"
_OFFICE = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_DOUBLE = re.compile('[“”"„«»]')
_PAIR = 2
_PRONOUNS = frozenset(("he", "she", "they", "it"))
_NEAR_START = 10  # words in which a clause that tells of its speaker names them
_BODY_WORD = 5  # letters of a word that can stand for its body: "the ministry"
# What the parse cut off its subject is no sentence: "spoken of 61 dead".
_HEADLESS = re.compile(r"^(?:spoken|put|given|told|called|counted|raised|gave)\b")
_MARKS = "“”\"„«»‘’'"


def dateline_in(text: str) -> int:
    """How many characters at the beginning of a paragraph are its dateline: "PORT MARA, Sept 8 – "."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def bare(text: str) -> str:
    """A sentence without dateline, without what joins it to the one before, without its full stop."""
    plain = _DATELINE.sub("", text.strip())
    plain = _OPENER.sub("", _unwrapped(plain.rstrip(". ")))
    return plain if _EMPTY.search(text) is None else text.strip()


def _unwrapped(text: str) -> str:
    """Without marks around the whole, or left over at an end; those of words inside stay."""
    marks = [m.start() for m in _DOUBLE.finditer(text)]
    if len(marks) == _PAIR and marks == [0, len(text) - 1]:
        return text[1:-1].rstrip(". ")
    if len(marks) % _PAIR and marks[0] == 0:
        return text[1:]
    if len(marks) % _PAIR and marks[-1] == len(text) - 1:
        return text[:-1].rstrip(". ")
    return text


def clause_of(text: str, speakers: Sequence[str], offices: Sequence[str] = ()) -> str:
    """What was said as a clause, without the reporting around it.

    `speakers` are who said it and `offices` what else a sentence may call them. "" for what no
    editor would print as their words: a scrap, a clause that leans on the one before it, speech
    within speech, what the sentence tells of them from outside.
    """
    plain = _without_tail(bare(text), [*speakers, *offices])
    head = _HEAD.match(plain)
    # Only the speaker's own "X said that" goes: somebody else's is part of what was said.
    own = head is not None and _own(head["who"], [*speakers, *offices])
    if head and own:
        that = re.search(r"\bthat\s+$", head[0])
        plain = _ALSO.sub("", plain[head.end() :])
        if not that and _TAKES_A_THING.search(head[0]) and not _FINITE.search(plain):
            return ""  # "announced 200,000 for each family" is no clause
    elif _tells_of(plain, speakers) or _CLAIMED.search(plain):
        return ""  # what the speaker did, in the reporter's words: "X thanked …", "announced by X"
    plain = re.sub(r'"([^"]*)"', r"“\1”", plain)
    alone = _ITSELF.sub("", plain) if own else plain
    return "" if not _is_clause(plain, alone) or _names_itself(plain, speakers) else plain


def shown(
    text: str,
    speakers: Sequence[str],
    offices: Sequence[str] = (),
    *,
    extra: Mapping[str, str] | None = None,
) -> str:
    """A reported statement for a list: the clause it is, else the report's sentence between marks.

    `extra` holds the pack's loaded terms: whose words have one, has it between marks.
    """
    clause = re.sub(r"\b(and|but) that\b", r"\1", clause_of(text, speakers, offices))
    if clause:
        return _marked(clause[:1].upper() + clause[1:], speakers, extra)
    return f"as reported: {marked(text)}"


def marked(text: str) -> str:
    """A report's sentence between marks, its own marks as inner ones."""
    inner = re.sub(r'"([^"]*)"', r"‘\1’", bare(text)).replace('"', "")
    inner = re.sub("[“„«]", "‘", re.sub("[”»]", "’", inner)).rstrip(" ,;:")
    cut = inner[:1].islower() and not text.strip().startswith(inner[:1])
    return f"“{inner[:1].upper() + inner[1:] if cut else inner}”"


def _marked(clause: str, names: Sequence[str], extra: Mapping[str, str] | None) -> str:
    """A clause with its loaded words between marks: they are the report's, and not ours."""
    for found in reversed(loaded_in(clause, names=names, extra=extra)):
        if clause[found.start : found.end] == found.word:  # another pattern may have held it
            clause = f"{clause[: found.start]}“{found.word}”{clause[found.end :]}"
    return clause


def _own(who: str, origins: Sequence[str]) -> bool:
    """Whether the words before a verb of saying name the speaker, or point back at them."""
    words = set(_plain(who))
    names = {w for o in origins for w in _plain(o) if len(w) >= _BODY_WORD or w == _plain(o)[-1]}
    return bool(words & (_PRONOUNS | names)) and ("," not in who or bool(words & names))


def _without_tail(plain: str, names: Sequence[str]) -> str:
    """Take off the reporting behind a clause: "…, the ministry, or MFA, reported"."""
    short = _TAIL.sub("", plain)
    parts = short.split(", ")
    ends = {_plain(name)[-1] for name in names if _plain(name)}
    for at in range(len(parts) - 1, 0, -1):
        told = ", ".join(parts[at:])
        last = parts[at].split()
        if len(told.split()) > _TAIL_WORDS:
            break
        if not ends & set(_plain(parts[at])) or not _names_only(last, plain, short):
            continue
        office = parts[at - 1].split()
        titled = at > 1 and office[0] in _OFFICE and len(office) <= _OFFICE_WORDS
        alone = titled and not _FINITE.search(parts[at - 1])  # "the mayor of Tarsk, Ana Venn"
        return ", ".join(parts[: at - alone])
    return short


def _names_only(words: Sequence[str], plain: str, short: str) -> bool:
    """Whether words behind a comma only name who says it: in a sentence that ends in the saying."""
    saying = short != plain or re.search(rf"\b{_SAYING}{_AFTER}$", plain) is not None
    return saying and not _FINITE.search(" ".join(words))


def _is_clause(plain: str, alone: str) -> bool:
    """Whether words are a clause; `alone` is what must lean on no sentence before."""
    words = plain.split()
    return (
        _FEWEST <= len(words) <= _LONGEST
        and not re.search(r"\b(?:I|we|We|my|our)\b", plain)  # the speaker's words without marks
        and not _DANGLING.search(_OF_THOSE.sub("", alone))
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


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
