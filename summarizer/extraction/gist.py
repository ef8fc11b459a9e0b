"""Gist: the short account of one article, proposed by a model and checked, or made of its facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.documents import Article, Figure, GistSentence, Pack, Rejection
from summarizer.documents.lexicon import loaded_in, own_voice
from summarizer.documents.numerals import numbers_in
from summarizer.extraction.ground import Ungrounded, fold, ground, negations
from summarizer.extraction.numbers import amounts_in

if TYPE_CHECKING:
    from summarizer.documents import Evidence
    from summarizer.extraction.speakers import Attribution

__all__ = ["HEADLINE_WORDS", "attributed", "checked_gist", "checked_headline", "with_article"]

HEADLINE_WORDS = 14
_STEM = 4  # letters that a name and its adjective share
_NAME = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w'-]*")
_CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()  # noqa: SIM905
)
_OPENERS = frozenset(("the", "a", "an", "in", "on", "at", "both", "and", "each", "all", "some"))
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|several|many|most|few|numerous|countless)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|according to|told|announc\w+|report(?:s|ed)|stat(?:es|ed)|add(?:s|ed)"
    r"|claim\w*|confirm\w*|den(?:y|ies|ied)|wrote|writes|warn\w*|declar\w+|accus\w+|urg(?:es|ed)"
    r"|thank\w*|not(?:es|ed)|estimat\w+|accounts? of)\b",
    re.IGNORECASE,
)
# What leaves a thing open in the source must not be certain in the sentence.
_DOUBT = re.compile(
    r"\b(?:may|might|could|reportedly|allegedly|alleged|unconfirmed|purported\w*|supposed\w*|possibl\w+"
    r"|perhaps|apparent\w*|appear\w*|seem\w*|believed|feared|suspected|presumed|rumou?r\w*|unclear"
    r"|likely|unverified|claim\w*|estimat\w+|thought to)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|expect\w*|plan(?:s|ned|ning)?|agree(?:s|d|ment)?|due|scheduled|set to"
    r"|to be|hope\w*|promis\w*|pledg\w*|propos\w*|intend\w*|next|coming|upcoming|future|ready to"
    r"|prepar\w*|demand\w*|call\w* for|ought|should|must|vow\w*|offer\w*)\b",
    re.IGNORECASE,
)
# A body of this kind has an article where its name has none: "The Harbour Ministry".
_BODIES = re.compile(
    r"\b(?:ministry|committee|office|headquarters|staff|government|service|council|commission|agency"
    r"|union|army|navy|police|court|parliament|embassy|bureau|department|organi[sz]ation|cabinet"
    r"|presidency|authority|foundation|institute|federation|association|cent(?:er|re)|brigade)"
    r"(?: (?:of|in|for|on) .+)?$|^United ",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
# Openings that lose their capital after "said that"; any other capital may be a name's.
_OPENING = re.compile(
    r"(?:The|A|An|It|They|This|That|There|These|Those|All|No|Some|Both|Its|Their|In|On|At|For|More|Most"
    r"|Each|Every|About|Another|Around|Nearly|Almost|Over|Under|After|Before|Only|One|Two|Three|Four|Five"
    r"|Six|Seven|Eight|Nine|Ten)\b"
)


def checked_gist(
    proposed: Any,
    article: Article,
    pack: Pack,
    rejected: list[Rejection],
    *,
    attributions: Sequence[Attribution] = (),
) -> tuple[GistSentence, ...]:
    """Keep what of a proposed gist passes the gates; the rest goes to `rejected` with its reason.

    What somebody else says, by `attributions`, is given to them where the sentence doesn't.
    """
    kept: list[GistSentence] = []
    for point in proposed.points:
        try:
            evidence = ground(point.quote, article.text)
        except Ungrounded as error:
            rejected.append(Rejection(field="gist", value=point.text, reason=str(error)))
            continue
        text = point.text.strip()
        fault = _fault(text, evidence.quote, article, pack, around=_around(article.text, evidence))
        fault = fault or _certainty(text, evidence.quote)
        if fault is not None:
            rejected.append(Rejection(field="gist", value=point.text, reason=fault))
            continue
        text = _owned(text, evidence, article, attributions)
        if all(text != sentence.text for sentence in kept):
            kept.append(GistSentence(text=text, evidence=(evidence,)))
    return tuple(kept)


def checked_headline(
    headline: str,
    article: Article,
    pack: Pack,
    figures: Iterable[tuple[str, Figure]],
    rejected: list[Rejection],
) -> str:
    """Give the proposed headline if it passes the gates, else "" with its reason in `rejected`.

    `figures` are the article's, each with its field: a headline has no number of another occasion.
    """
    headline = headline.strip().rstrip(".")
    around = f"{article.title or ''}\n{article.text}"  # a headline's capitals are often the title's
    fault = _fault(headline, article.text, article, pack, around=around)
    if fault is None and len(headline.split()) > HEADLINE_WORDS:
        fault = f"a headline has at most {HEADLINE_WORDS} words"
    if fault is None:
        fault = _other_occasion(headline, pack, figures)
    if fault is None:
        return headline
    rejected.append(Rejection(field="headline", value=headline, reason=fault))
    return ""


def with_article(name: str, text: str) -> str:
    """A speaker's name as a sentence begins with it, with its article where English has one."""
    found = re.search(
        rf"\b(the|an?)\s+{re.escape(fold(name))}\b(?!\s+[A-Z])", fold(text), re.IGNORECASE
    )
    given = re.match(r"(?:the|an?)\s", name, re.IGNORECASE)
    lowered = name[:1].lower() + name[1:]
    if given or (found is None and re.search(r"[’']s\s", name)):
        return name[:1].upper() + name[1:]
    if found is None:
        common = not re.search(r"[A-Z]", lowered) and re.search(rf"\b{re.escape(lowered)}\b", text)
        one = not re.search(r"[^s]s\b", lowered)
        if common and one:
            return f"The {lowered}"
        return f"The {name}" if _BODIES.search(name) else name[:1].upper() + name[1:]
    common = re.search(rf"\b{re.escape(found[1])}\s+{re.escape(fold(lowered))}\b", fold(text))
    return f"{found[1].capitalize()} {lowered if common else name}"


def attributed(clause: str, owner: str, verb: str) -> str:
    """The clause as somebody's: "The ministry said that …"."""
    body = clause[:1].lower() + clause[1:] if _OPENING.match(clause) else clause
    return f"{owner} {verb} that {body.rstrip('.')}."


def _owned(
    text: str, evidence: Evidence, article: Article, attributions: Sequence[Attribution]
) -> str:
    """The sentence with its owner named, where the words it rests on are somebody's."""
    covering = [a for a in attributions if a.start <= evidence.start and evidence.end <= a.end]
    if not covering or _SAYS.search(text):
        return text
    name = min(covering, key=lambda a: (a.end - a.start, a.start)).speaker.name
    if fold(name).lower().split()[-1] in fold(text).lower():
        return text
    return attributed(text, with_article(name, article.text), "said")


def _around(text: str, evidence: Evidence) -> str:
    """The paragraphs in which a piece of evidence stands."""
    start = text.rfind("\n", 0, evidence.start) + 1
    end = text.find("\n", evidence.end)
    return text[start : end if end >= 0 else len(text)]


def _fault(sentence: str, source: str, article: Article, pack: Pack, *, around: str) -> str | None:
    """Why a sentence may not stand: it says more than its source, or says it with a loaded word.

    Numbers stand in `source` with no other bound, names in `around`.
    """
    return (
        _numbers(sentence, source)
        or _vague(sentence, source)
        or _names(sentence, f"{around} {article.outlet or ''}")
        or _loaded(sentence, article, pack)
        or _quotations(sentence, article.text)
    )


def _numbers(sentence: str, source: str) -> str | None:
    have = {n.value for n in numbers_in(source)}
    for number in numbers_in(sentence):
        if number.value not in have:
            return f"the number {number.value} does not stand in the words it rests on"
    bounds: dict[int, set[str]] = {}
    for amount in amounts_in(source):
        bounds.setdefault(amount.value, set()).add(amount.bound)
    for amount in amounts_in(sentence):
        known = bounds.get(amount.value, set())
        if not known or amount.bound in known or (amount.bound == "about" and known & {"almost"}):
            continue
        if amount.bound == "exact":
            return f"the words it rests on say “{min(known)}” of {amount.value}".replace("_", " ")
        if amount.bound != "about":
            return f"the words it rests on do not bound {amount.value} so"
    return None


def _vague(sentence: str, source: str) -> str | None:
    said = source.lower()
    words = (match[0] for match in _VAGUE.finditer(own_voice(sentence)))
    return next((f"the source does not say “{w}”" for w in words if w.lower() not in said), None)


def _names(sentence: str, known: str) -> str | None:
    stock = {_bare(word) for word in re.findall(r"(?:[A-Z]\.){2,}|[\w'-]+", fold(known))}
    folded = fold(sentence)
    for match in _NAME.finditer(folded):
        word = _bare(match[0])
        opens = re.search(r"(?:^|[.;:!?]\s+|\")$", folded[: match.start()]) is not None
        lone = not re.match(r"\s+[A-Z]", folded[match.end() :])
        if word in _CALENDAR and word not in stock:
            return f"the day or month {match[0]} does not stand in the words it rests on"
        if (opens and (lone or word in _OPENERS)) or _is_of(word, stock):
            continue
        return f"the name {match[0]} does not stand in the words it rests on"
    return None


def _bare(word: str) -> str:
    return re.sub(r"'s?$", "", word).lower()


def _is_of(word: str, stock: set[str]) -> bool:
    """Whether a word is one of the source's, or a name and its adjective."""
    return word in stock or any(
        len(min(word, other, key=len)) >= _STEM
        and (word.startswith(other) or other.startswith(word))
        for other in stock
    )


def _loaded(sentence: str, article: Article, pack: Pack) -> str | None:
    extra = {term: row.used for row in pack.contested for term in row.terms}
    found = loaded_in(sentence, names=[article.outlet or ""], extra=extra)
    return f"the word “{found[0].word}” takes a side" if found else None


def _quotations(sentence: str, text: str) -> str | None:
    flat = _flat(text)
    for match in _QUOTED.finditer(sentence):
        if _flat(match[1] or match[2] or "").strip(" .,;:!?'-") not in flat:
            return "the words between quotation marks are not the article's"
    return None


def _flat(text: str) -> str:
    return " ".join(fold(text).replace('"', "'").casefold().split())


def _certainty(sentence: str, source: str) -> str | None:
    """Why a sentence is surer than its source."""
    if bool(negations(sentence)) != bool(negations(source)):
        return "a negation differs between the sentence and the words it rests on"
    doubt = _DOUBT.search(source)
    if doubt and not _DOUBT.search(sentence) and not _SAYS.search(sentence):
        return f"it makes certain what its source leaves open (“{doubt[0]}”)"
    ahead = _AHEAD.search(source)
    if ahead and not _AHEAD.search(sentence):
        return f"it tells as done what its source expects (“{ahead[0]}”)"
    return None


def _other_occasion(headline: str, pack: Pack, figures: Iterable[tuple[str, Figure]]) -> str | None:
    kept: dict[int, bool] = {}
    for field, figure in figures:
        rule = pack.fields.get(field)
        of_this = rule is None or all(
            getattr(figure, name, None) in (*values, None) for name, values in rule.kept.items()
        )
        kept[figure.value] = kept.get(figure.value, False) or of_this
    for number in numbers_in(headline):
        if isinstance(number.value, int) and not kept.get(number.value, True):
            return f"the number {number.value} is not about the event reported"
    return None
