"""Features: what an article shows of the event it tells of, read by cheap patterns, no parse."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations

from summarizer.documents import Article, ArticleSummary, DateClaim, Figure, Pack
from summarizer.documents.numerals import numbers_in
from summarizer.merging.dates import MONTHS, WEEKDAYS, Day, day_of
from summarizer.merging.names import BODIES
from summarizer.merging.occasions import again, lately, ordinals, passages, sentences
from summarizer.merging.texts import fold, has_any

__all__ = ["Features", "features_of", "read_features", "refined"]

_NAME = re.compile(r"[A-Z][\w-]+(?: (?:of |for |the |al-|el-|de |la )?[A-Z][\w-]+)*")
_BEFORE_NAME = frozenset("abcdefghijklmnopqrstuvwxyz,;:)’'")
_LINKS = ("of ", "for ", "the ", "al-", "el-", "de ", "la ")
_PARTS = ("teen", "undred", "ozen", "leven", "welve", "housand", " score")
_TENS = ("wenty", "hirty", "orty", "ifty", "ixty", "eventy", "ighty", "inety")
_SMALL = "one two three four five six seven eight nine ten a an half"
_TELLS = (
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty"
    " forty fifty sixty seventy eighty ninety hundred dozen score thousand"
)
_PART = rf"(?:{'|'.join(f'{_SMALL} {_TELLS}'.split())})\b"
_NAMES_A_NUMBER = re.compile(rf"(?:{_TELLS.replace(' ', '|')})\b")
_IN_WORDS = re.compile(rf"(?<!\w){_PART}(?:(?:[\s-]+(?:and\s+)?){_PART})*")
_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|(?<!ed )(?<!gave )(?<!hand )over"
    r"|above|under|between|from|than"
    r"|least|most|upwards of|up to|to|close to)\s+(?:a\s|the\s)?$"
    r"|\b(?:between|from)\s[\w,]+\s(?:and|to)\s$"
)
# What may stand before a number for _ROUGH to match: looking for that is much faster.
_ROUGHLY = (
    "about", "around", "some", "nearly", "almost", "roughly", "approximately", "over", "above",
    "under", "between", "from", "than", "least", "most", "of", "to", "a", "the", "and",
)  # fmt: skip
_NUMBER = re.compile(
    r"(\d\d*(?:,\d{3})*)(?![\d%]|[.,]\d|-(?:year|day|month|hour|week|mile)|:\d)"
    r"(?!\s?(?:%|percent|per cent|km|kilomet|miles?\b|years?\b|a\.m|p\.m|GMT|million|billion))"
    r"(?!\s(?:hours?|days?)\b)"
)
_GROWS = re.compile(r"\b(?:toll|rose|risen|ris(?:es|ing)|climb\w*|stands? at|stood at)\b")
_YEARS = range(1900, 2101)
IN_LEAD = 1.5
FULL = 0.85  # the weight of a figure that may be a part of another's sum
PARTS = 5
LEADING = 0.8  # the weight from which on a figure in the lead can keep articles apart
_DOTTED = (*(f"{m[:3].title()}." for m in MONTHS), "Sept.")
_MONTH_DOT = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.")
_CALENDAR = frozenset([*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), "sept"])
_STEM = 5  # letters: a country and its adjective share them


@dataclass
class Features:
    """What tells one happening from another.

    `figures` and `days` are those of the event itself, figures with a weight for how much they tell
    and how early they stand; `lead` are the figures that stand first; `earlier_figures` and
    `earlier_days` belong to occasions that the article names as past. `lately` are days that the
    lead names by weekday, as ordinals, where publication is known; `phrases` are names of several
    words; `ordinals` say the how-manieth of its kind the event is; `counted` is false where the
    pack says that no figure tells two occurrences apart; `again` is true where the lead says that it
    happened on one more day; `starts` begin sentences and may be names, `spelt` are names as written.
    """

    names: set[str] = field(default_factory=set)
    spelt: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)
    figures: dict[int, float] = field(default_factory=dict)
    lead: set[int] = field(default_factory=set)
    earlier_figures: set[int] = field(default_factory=set)
    days: set[Day] = field(default_factory=set)
    earlier_days: set[Day] = field(default_factory=set)
    lately: set[int] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)
    again: bool = False
    counted: bool = True
    published: int | None = None

    @cached_property
    def sums(self) -> tuple[tuple[int, tuple[int, int]], ...]:
        """What the largest figures make in pairs, or doubled, with these; read once they are final."""
        parts = sorted((v for v, w in self.figures.items() if w >= FULL and v > 1), reverse=True)
        pairs = (*combinations(parts[:PARTS], 2), *((v, v) for v in parts[:PARTS]))
        return tuple((v + w, (v, w)) for v, w in pairs)


def features_of(
    article: Article, summary: ArticleSummary | None = None, pack: Pack | None = None
) -> Features:
    """Read an article; where it has been summarised, trust the summary's figures and dates more."""
    made = read_features(article.title, article.text, article.published)
    return refined(made, summary, pack) if summary is not None and pack is not None else made


def read_features(title: str | None, text: str, published: str | None) -> Features:
    """Read a title and a text, published on an ISO date."""
    made = Features(published=_ordinal(published))
    text = f"{title}\n{text}" if title else text
    for name in set(_names(text)):
        short, whole, phrase = _read_name(name)
        made.names.update(short)
        if whole:
            made.spelt.add(name)
        if phrase:
            made.phrases.add(phrase)
    parted = sentences(_undotted(text))
    made.starts = set(_starts(parted))
    made.lately, made.weekdays = lately(parted, made.published)
    made.again = again(parted)
    rounds = ordinals(text)
    made.ordinals = set(rounds[:1])
    _read_passages(made, parted, rounds[0] if rounds else None)
    made.earlier_figures -= set(made.figures)
    made.earlier_days -= made.days
    return made


def _names(text: str) -> Iterator[str]:
    """Yield names; of one that begins a sentence, what follows its first word."""
    for match in _NAME.finditer(text):
        start, name = match.start(), match.group()
        if start > 1 and text[start - 1] == " " and text[start - 2] in _BEFORE_NAME:
            yield name
        elif " " in name:
            rest = name.partition(" ")[2]
            yield next((rest.removeprefix(k) for k in _LINKS if rest.startswith(k)), rest)


@lru_cache(maxsize=65536)
def _read_name(name: str) -> tuple[tuple[str, ...], bool, str]:
    """A name's words cut short, whether none of them is of the calendar, and its phrase, if any."""
    folded = [w for w in fold(name).split() if w not in _CALENDAR]
    phrase = " ".join(folded) if len(folded) > 1 and not BODIES.intersection(folded) else ""
    return tuple(w[:_STEM] for w in folded), len(folded) == len(name.split()), phrase


def _starts(parted: Sequence[str]) -> Iterator[str]:
    """Yield what may be names where sentences begin: the first word, or all in capitals."""
    for sentence in parted:
        words = sentence.split(None, 2)
        start, capital, _ = _start(words[0])
        if not capital:
            continue
        yield start
        if len(words) == 1 or not _start(words[1])[2]:
            continue
        for word in sentence.split(None, 4)[1:4]:
            start, _, capitals = _start(word)
            if not capitals:
                break
            yield start


@lru_cache(maxsize=16384)
def _start(word: str) -> tuple[str, bool, bool]:
    """A word cut short, whether its first letter is a capital, and whether all are."""
    bare = word.strip("“”\"'‘’([,:;.—-")
    capital = bare[:1].isupper()
    return fold(bare)[:_STEM], capital, capital and bare.isupper()


def _undotted(text: str) -> str:
    """Take the full stop off a month, where it would end a sentence."""
    return _MONTH_DOT.sub(r"\1", text) if has_any(text, _DOTTED) else text


def _ordinal(published: str | None) -> int | None:
    try:
        return dt.date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _read_passages(made: Features, parted: Sequence[str], number: int | None) -> None:
    """Share out figures and days between the event and the occasions before it."""
    for one in passages(parted, made.published, number):
        made.days.update(one.days)
        made.earlier_days.update(one.earlier)
        _read_figures(made, one.text, lead=one.lead, before=one.past)


def _read_figures(made: Features, sentence: str, *, lead: bool, before: bool) -> None:
    for value, exact in _figures(sentence):
        if before:
            made.earlier_figures.add(value)
            continue
        weight = _distinct(value) * (IN_LEAD if lead else 1.0)
        made.figures[value] = max(weight, made.figures.get(value, 0.0))
        if lead and exact and weight > LEADING and not _GROWS.search(sentence):
            made.lead.add(value)


def _figures(sentence: str) -> Iterator[tuple[int, bool]]:
    """The whole numbers of a sentence that may count something, and whether they are exact."""
    for match in _NUMBER.finditer(sentence):
        start = match.start()
        if start and (sentence[start - 1] in "$€£¥.,-_" or sentence[start - 1].isalnum()):
            continue
        value = int(match.group(1).replace(",", ""))
        if value not in _YEARS or "," in match.group(1):
            yield value, not _rough(sentence, start)
    low = sentence.lower()
    if not has_any(low, _PARTS) and not ("ty" in low and has_any(low, _TENS)):
        return
    for match in _IN_WORDS.finditer(low):
        if values := _named_by(match.group()):
            exact = not _rough(low, match.start()) and not match.group().startswith(("a ", "half"))
            for value in values:
                yield value, exact


@lru_cache(maxsize=4096)
def _named_by(words: str) -> tuple[int, ...]:
    """The whole numbers that words name, where one of them names more than a few."""
    if not _NAMES_A_NUMBER.search(words):
        return ()
    return tuple(n.value for n in numbers_in(words) if isinstance(n.value, int))


def _rough(sentence: str, start: int) -> bool:
    """Whether a number is given as a bound or a guess: such numbers keep no two articles apart."""
    before = sentence[max(0, start - 24) : start]
    if not before[-1:].isspace():
        return False
    words = before.split()
    return bool(words) and words[-1].endswith(_ROUGHLY) and _ROUGH.search(before) is not None


def _distinct(value: int) -> float:
    """How much a number says by itself: 246 more than 1,000, and 3 next to nothing."""
    digits = len(str(value).rstrip("0"))
    if value < 10:  # noqa: PLR2004
        return 0.1
    return {1: 0.3, 2: 0.6}.get(digits, 1.0)


def refined(made: Features, summary: ArticleSummary, pack: Pack) -> Features:
    """Take figures and dates from the summary: its labels say which are of this event."""
    own: dict[int, float] = {}
    others: set[int] = set()
    days: set[Day] = set()
    for _, claim in summary.claims():
        if isinstance(claim, Figure):
            here = _of_this(claim, pack.occurrence.figures)
            if here:
                own[claim.value] = IN_LEAD * _distinct(claim.value)
            elif here is not None:
                others.add(claim.value)
        elif isinstance(claim, DateClaim) and claim.value:
            day = day_of(claim)
            if day.month and day.day:
                days.add(Day(day.year, day.month, day.day))
    made.counted = bool(pack.occurrence.figures)
    if own:
        for value in set(made.figures) & others - set(own):
            del made.figures[value]
        made.figures.update(own)
        made.lead = set(own)
        made.earlier_figures |= others
    if days:
        made.earlier_days |= made.days
        made.days = days
    made.earlier_figures -= set(made.figures)
    made.earlier_days -= made.days
    return made


def _of_this(claim: Figure, labels: Mapping[str, Sequence[str]]) -> bool | None:
    """Whether a figure's labels make it one of this occurrence; null where that is undecided."""
    values = [(getattr(claim, name, None), wanted) for name, wanted in labels.items()]
    if not values or any(v is None for v, _ in values):
        return None
    return all(v in wanted for v, wanted in values)
