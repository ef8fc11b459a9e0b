"""Speakers: who says what in each sentence, through pronouns, relays and lines of attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.extraction.acts import Act, act_of, is_real, scope_of_phrase, subject_of
from summarizer.extraction.naming import key_of
from summarizer.extraction.quotes import inside, quotations_in
from summarizer.extraction.relays import relayed, told_to
from summarizer.extraction.saying import (
    BODIES,
    COUNT_NOUNS,
    COUNTING,
    MEDIA,
    OWN_PEOPLE,
    RULES,
    SAYING,
)
from summarizer.extraction.tails import Tail, tails_in
from summarizer.extraction.voices import Voice, Voices

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Attribution", "Speaker", "attributions_of", "speaker_at"]

_NAME_LINE = re.compile(
    r"^[—–-]?\s*(?P<name>[A-Z][\w.’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w.’'-]+){1,3})(?:,\s*(?P<role>[^.!?]{3,80}))?,?$"
)
_SIGNED = re.compile(
    r"[”»\"]\s*[—–]\s*(?P<name>[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,3})(?:,\s*(?P<role>[^.!?]{3,80}))?\.?\s*$"
)
_TRAILING = re.compile(
    r",\s+(?P<who>(?:(?:the|its|a|an)\s+)?[A-Z][^.;:!?“”\"]{2,110}?|the\s+[^,.;:!?“”\"]{2,60}?)\s+"
    r"(?P<verb>said|says|reported|reports|announced|announces|added|adds|stated|states|confirmed|noted|notes|claimed|claims)\.?\s*$"
)

_BESIDE = 140  # characters after a quotation within which its speaker is named
_TITLE_WORDS, _SMALL_WORD = 6, 3
_VERBS = SAYING | COUNTING | {"show", "hold", "read"}


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the name used throughout, the role beside it, and what kind of voice it is.

    `via` is who relayed it: "Agency cited the ministry as saying".
    """

    name: str
    role: str | None
    kind: str  # "person", "body", "people"
    via: str | None = None


@dataclass(frozen=True)
class Attribution:
    """One act of saying: who, with which verb, over which characters of the text.

    `start`–`end` is what is said; `sentence` the offsets of the sentence that says it. An empty
    verb marks a quotation that goes on from a sentence beside it.
    """

    speaker: Speaker
    verb: str
    start: int
    end: int
    sentence: tuple[int, int]
    verb_lemma: str


def attributions_of(parsed: Parsed, outlet: str | None = None) -> list[Attribution]:
    """Every act of saying in the article, in order, and each quotation with its owner.

    What the outlet says of itself, "a Herald reporter saw", is the article's own voice: no act.
    """
    voices = Voices(parsed)
    quotes = quotations_in(parsed.text)
    names: list[tuple[int, int]] = []
    acts: list[Act] = []
    for number, (offset, doc) in enumerate(parsed.paragraphs):
        line = _NAME_LINE.match(doc.text.strip())
        if line is not None and number and _is_quotation(parsed.paragraphs[number - 1][1].text):
            before, previous = parsed.paragraphs[number - 1]
            voice = voices.person(line["name"], line["role"])
            voices.heard(voice)
            acts = [a for a in acts if not (before <= a.start < before + len(previous.text))]
            acts.append(
                Act(
                    voice,
                    "said",
                    "say",
                    before,
                    before + len(previous.text),
                    (before, before + len(previous.text)),
                    before,
                )
            )
            continue
        for sentence in doc.sents:
            voices.begin(sentence)
            marked = _marked_name(sentence, offset, quotes, voices)
            if marked is not None:
                names.append(marked[1])
            for act in relayed(
                list(_in_sentence(sentence, offset, quotes, voices, marked)),
                sentence,
                offset,
                voices,
            ):
                voices.heard(act.voice)
                acts.append(act)
        signed = _SIGNED.search(doc.text)
        if signed is not None:
            voice = voices.person(signed["name"], signed["role"])
            whole = (offset, offset + len(doc.text))
            acts.append(Act(voice, "said", "say", *whole, whole, offset))
    acts += _quoted(parsed, acts, [q for q in quotes if q not in names])
    own = key_of(outlet) if outlet else frozenset[str]()
    heard = [replace(a, via=None if _is_own(a.via, own) else a.via) for a in acts]
    kept = (_finished(act) for act in heard if not _is_own(act.voice, own))
    return sorted(kept, key=lambda a: (a.sentence, a.start, a.end))


def _is_own(voice: Voice | None, own: frozenset[str]) -> bool:
    """Whether it is the outlet itself, or its witness or correspondent."""
    if voice is None or not own:
        return False
    key = key_of(voice.name)
    return own <= key and key - own <= OWN_PEOPLE


def speaker_at(attributions: list[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost act of saying over characters `start` to `end`; null is the outlet's voice."""
    covering = [a for a in attributions if a.start <= start and end <= a.end]
    return min(covering, key=lambda a: (a.end - a.start, a.start)) if covering else None


def _finished(act: Act) -> Attribution:
    speaker = Speaker(
        act.voice.name,
        act.voice.role,
        act.voice.kind,
        act.via.name if act.via is not None else None,
    )
    return Attribution(speaker, act.verb, act.start, act.end, act.sentence, act.lemma)


def _is_quotation(text: str) -> bool:
    text = text.strip()
    return len(text) > 2 and text[0] in '“«"' and text.rstrip(".,!?…")[-1:] in '”»"'  # noqa: PLR2004


def _marked_name(
    sentence: Span, offset: int, quotes: list[tuple[int, int]], voices: Voices
) -> tuple[Voice, tuple[int, int]] | None:
    """A body whose name stands in marks: “Way Out,” a hotline for runaways, said."""
    for start, end in quotes:
        if not offset + sentence.start_char <= start < end <= offset + sentence.end_char:
            continue
        words = sentence.doc.text[start - offset : end - offset].strip(" ,")
        before = sentence.doc.text[: start - offset - 1].rstrip()
        after = sentence.doc.text[end - offset :]
        if (
            not words
            or len(words.split()) > 6  # noqa: PLR2004
            or not all(w[0].isupper() or len(w) <= 3 for w in words.split() if w[0].isalpha())  # noqa: PLR2004
        ):
            continue
        called = re.match(
            r"[,”\"»’]+\s*,?\s*(?:an?|the|whose)\s+((?:[\w-]+\s+){0,3}?)([a-z][\w-]+)\b", after
        )
        noun = (
            next(
                (
                    w
                    for w in re.findall(r"[a-z-]+", called[0].split("”")[-1])
                    if w in MEDIA or w in BODIES
                ),
                None,
            )
            if called
            else None
        )
        ahead = re.search(r"\b([a-z]+)$", before)
        if noun is None and ahead is not None and (ahead[1] in MEDIA or ahead[1] in BODIES):
            noun = ahead[1]
        if noun is None:
            continue
        return voices.marked(words, noun), (start, end)
    return None


def _in_sentence(  # noqa: C901, PLR0912
    sentence: Span,
    offset: int,
    quotes: list[tuple[int, int]],
    voices: Voices,
    marked: tuple[Voice, tuple[int, int]] | None,
) -> Iterator[Act]:
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    found = 0
    tails = {tail.verb.i: tail for tail in tails_in(sentence)}
    for token in sentence:
        at = offset + token.idx
        if inside(quotes, at):
            continue
        act: Act | None = None
        if token.i in tails:
            act = _closing(tails[token.i], offset, voices, marked, whole)
        if act is not None:
            act = replace(act, via=told_to(token, voices))
        elif (
            token.lower_ == "according"
            and token.i + 1 < len(token.doc)
            and token.doc[token.i + 1].lower_ == "to"
        ):
            target = next((c for c in token.doc[token.i + 1].children if c.dep_ == "pobj"), None)
            ruled = target is not None and target.lemma_.lower().rstrip("s") in RULES
            voice = voices.of(target) if target is not None and not ruled else None
            if voice is not None:
                act = Act(
                    voice,
                    "according to",
                    "according",
                    *scope_of_phrase(token, sentence, offset),
                    whole,
                    at,
                )
        elif token.lower_ == "by" and (count := _counted_by(token)) is not None:
            voice = voices.of(count)
            if voice is not None:
                act = Act(voice, "according to", "according", *whole, whole, at)
        elif token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in _VERBS:
            act = act_of(token, sentence, offset, voices, marked)
            if act is not None:
                act = replace(act, via=told_to(token, voices))
        if act is not None:
            found += 1
            yield act
    if not found:
        act = _trailing(sentence, offset, voices, whole)
        if act is not None and not inside(quotes, act.at):
            yield act


def _closing(
    tail: Tail,
    offset: int,
    voices: Voices,
    marked: tuple[Voice, tuple[int, int]] | None,
    whole: tuple[int, int],
) -> Act | None:
    """The act of a clause that ends with its speaker, who says all of that clause."""
    if marked is not None or not is_real(tail.verb):
        return None
    subject = subject_of(tail.verb)
    parsed = subject is not None and tail.first.i <= subject.i < tail.verb.i
    if tail.verb.tag_ == "NNS":  # its name hangs under it, as if it were one
        name = tail.head.doc[tail.first.i : tail.head.i + 1].text
        voice: Voice | None = voices.body(
            re.sub(r"^(?:the|an?|its) ", "", name, flags=re.IGNORECASE)
        )
    else:
        voice = voices.of(subject if parsed and subject is not None else tail.head, sure=True)
    if voice is None:
        return None
    start, end = offset + tail.start.idx, offset + tail.end.idx + len(tail.end.text)
    if end - start > (whole[1] - whole[0]) * 0.9:
        start, end = whole  # but for its full stop it is the sentence
    verb = tail.verb
    return Act(voice, verb.text.lower(), verb.lemma_.lower(), start, end, whole, offset + verb.idx)


def _counted_by(token: Token) -> Token | None:
    """The owner in "by her count", "by the agency's reckoning", "by the reckoning of X"."""
    noun = next(
        (c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in COUNT_NOUNS), None
    )
    if noun is None:
        return None
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    of = [t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    return whose or (of[0] if of else None)


def _trailing(sentence: Span, offset: int, voices: Voices, whole: tuple[int, int]) -> Act | None:
    """The speaker at a sentence's end where the parse lost it: "…, the Board of Nets reports"."""
    matches = [
        m
        for at in (m.start() for m in re.finditer(",", sentence.text))
        if (m := _TRAILING.match(sentence.text, at))
    ]
    if not matches:
        return None
    named = [m for m in matches if re.match(r"(?i:the|its)\s", m["who"])]
    match = (named or matches[-1:])[0]
    name = re.sub(r"^(?:the|its|an?)\s+", "", match["who"], flags=re.IGNORECASE)
    if any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        for t in sentence
        if match.start("who") <= t.idx - sentence.start_char < match.end("who")
    ):
        return None
    head = next(
        (
            t
            for t in sentence
            if t.idx - sentence.start_char == match.end("who") - len(match["who"].split()[-1])
        ),
        None,
    )
    lower = name.islower()
    voice = (
        voices.of(head)
        if lower and head is not None
        else voices.body(name)
        if key_of(name)
        else None
    )
    if voice is None:
        return None
    return Act(
        voice,
        match["verb"],
        "say",
        *whole,
        whole,
        offset + sentence.start_char + match.start("verb"),
    )


def _quoted(parsed: Parsed, acts: list[Act], quotes: list[tuple[int, int]]) -> Iterator[Act]:
    """Each quotation as the act that it belongs to: the one around it, or one beside it."""
    text = parsed.text
    previous: Act | None = None
    for start, end in quotes:
        bare = end - len(text[start:end]) + len(text[start:end].rstrip(" .,;:!?…"))
        over = [a for a in acts if a.start <= start and bare <= a.end and a.lemma != "according"]
        over = over or [a for a in acts if a.start <= start and bare <= a.end]
        if over:
            inner = min(over, key=lambda a: (a.end - a.start, a.start))
            previous = replace(inner, start=start, end=end)
            yield previous
            continue
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end == -1 else line_end
        overlapping = [
            a
            for a in acts
            if a.sentence[0] < end and start < a.sentence[1] and a.lemma != "according"
        ]
        after = [a for a in acts if end <= a.at < min(line_end, end + _BESIDE)
                 and not any(end < s < a.at for s, _ in quotes)
                 and not re.search(r"[.!?]\s", text[end + 1 : a.at])]  # fmt: skip
        before = [
            a
            for a in acts
            if line_start <= a.at < start
            and text[a.sentence[1] - 1 : start].strip(' “«"‘.,:—–') == ""
        ]
        owner: Act | None = None
        if overlapping:
            owner = min(overlapping, key=lambda a: abs(a.at - start))
        elif after and re.match(r"\W{0,4}(?:[a-z]|[A-Z][\w’'-]+\s)", text[end : end + 40]):
            owner = min(after, key=lambda a: a.at)
        elif before:
            owner = max(before, key=lambda a: a.at)
        elif (
            not text[line_start : start - 1].strip()
            and previous is not None
            and previous.end <= line_start
            and _runs_on(text, previous.end, start)
        ):
            owner = previous
        if owner is None:
            continue
        previous = replace(owner, start=start, end=end, at=start)
        yield previous


def _runs_on(text: str, end: int, start: int) -> bool:
    """Whether a quotation goes on in the next paragraph: the one before was left open."""
    return text[end:start].strip(' \n“«"') == "" and text[end - 1 : end + 1].strip() not in {
        "”",
        "»",
    }
