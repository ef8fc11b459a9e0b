"""Speakers: who says what in each sentence, through pronouns, relays and lines of attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.extraction.quotes import inside, quotations_in
from summarizer.extraction.saying import (
    AGENCIES,
    BODIES,
    COUNT_NOUNS,
    COUNTING,
    MEDIA,
    MEDIA_NAMES,
    NEEDS_CONTENT,
    SAYING,
    STANCES,
    TOTALS,
)
from summarizer.extraction.voices import Voice, Voices, key_of

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
_UNREAL = {
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "must",
    "can",
    "’ll",
    "'ll",
    "wo",
    "ca",
}
_REFUSE = {
    "decline",
    "refuse",
    "fail",
    "want",
    "expect",
    "plan",
    "need",
    "hesitate",
    "be",
    "have",
    "agree",
    "intend",
}
_MARKS = '“”«»"‘'


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the name used throughout, the role given beside it, and whether a person or a body.

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


@dataclass(frozen=True)
class _Act:
    voice: Voice
    verb: str
    lemma: str
    start: int
    end: int
    sentence: tuple[int, int]
    at: int  # where the verb stands
    via: Voice | None = None


def attributions_of(parsed: Parsed) -> list[Attribution]:
    """Every act of saying in the article, in order of appearance, and each quotation with its owner."""
    voices = Voices(parsed)
    quotes = quotations_in(parsed.text)
    names: list[tuple[int, int]] = []
    acts: list[_Act] = []
    for number, (offset, doc) in enumerate(parsed.paragraphs):
        line = _NAME_LINE.match(doc.text.strip())
        if line is not None and number and _is_quotation(parsed.paragraphs[number - 1][1].text):
            before, previous = parsed.paragraphs[number - 1]
            voice = voices.person(line["name"], line["role"])
            voices.heard(voice)
            acts = [a for a in acts if not (before <= a.start < before + len(previous.text))]
            acts.append(
                _Act(
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
            for act in _relayed(
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
            acts.append(_Act(voice, "said", "say", *whole, whole, offset))
    acts += _quoted(parsed, acts, [q for q in quotes if q not in names])
    return sorted((_finished(act) for act in acts), key=lambda a: (a.sentence, a.start, a.end))


def speaker_at(attributions: list[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost act of saying that covers the characters `start` to `end`; null is the outlet's own voice."""
    covering = [a for a in attributions if a.start <= start and end <= a.end]
    return min(covering, key=lambda a: (a.end - a.start, a.start)) if covering else None


def _finished(act: _Act) -> Attribution:
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
            or len(words.split()) > 6
            or not all(w[0].isupper() or len(w) <= 3 for w in words.split() if w[0].isalpha())
        ):  # noqa: PLR2004
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


def _in_sentence(
    sentence: Span,
    offset: int,
    quotes: list[tuple[int, int]],
    voices: Voices,
    marked: tuple[Voice, tuple[int, int]] | None,
) -> Iterator[_Act]:
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    found = 0
    for token in sentence:
        at = offset + token.idx
        if inside(quotes, at):
            continue
        act: _Act | None = None
        if (
            token.lower_ == "according"
            and token.i + 1 < len(token.doc)
            and token.doc[token.i + 1].lower_ == "to"
        ):
            target = next((c for c in token.doc[token.i + 1].children if c.dep_ == "pobj"), None)
            voice = voices.of(target) if target is not None else None
            if voice is not None:
                act = _Act(
                    voice,
                    "according to",
                    "according",
                    *_scope_of_phrase(token, sentence, offset),
                    whole,
                    at,
                )
        elif token.lower_ == "by" and (count := _counted_by(token)) is not None:
            voice = voices.of(count)
            if voice is not None:
                act = _Act(voice, "according to", "according", *whole, whole, at)
        elif token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in SAYING | COUNTING | {
            "show",
            "hold",
            "read",
        }:
            act = _act(token, sentence, offset, voices, marked)
        if act is not None:
            found += 1
            yield act
    if not found:
        act = _trailing(sentence, offset, voices, whole)
        if act is not None and not inside(quotes, act.at):
            yield act


def _counted_by(token: Token) -> Token | None:
    """The owner in "by her count", "by the agency's reckoning"."""
    noun = next(
        (c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in COUNT_NOUNS), None
    )
    return next((c for c in noun.children if c.dep_ == "poss"), None) if noun is not None else None


def _trailing(sentence: Span, offset: int, voices: Voices, whole: tuple[int, int]) -> _Act | None:
    """ "…, the Commission on Boats, Nets and Missing Persons reports." where the parse lost the subject."""
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
    return _Act(
        voice,
        match["verb"],
        "say",
        *whole,
        whole,
        offset + sentence.start_char + match.start("verb"),
    )


def _act(
    verb: Token,
    sentence: Span,
    offset: int,
    voices: Voices,
    marked: tuple[Voice, tuple[int, int]] | None,
) -> _Act | None:
    subject = _subject(verb)
    if (
        marked is not None
        and (subject is None or subject.sent.start == verb.sent.start)
        and verb.i > 0
        and _belongs_to_marked(verb, sentence, offset, marked[1])
    ):
        voice: Voice | None = marked[0]
    elif subject is None or subject.i == verb.i or not _real(verb):
        return None
    elif not _says(verb, subject, sentence):
        return None
    else:
        voice = voices.of(subject)
    if voice is None or not _fits(voice, verb, sentence):
        return None
    start, end = _scope(verb, sentence, offset)
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    return _Act(
        voice,
        verb.text.lower(),
        verb.lemma_.lower(),
        start,
        end,
        whole,
        offset + verb.idx,
        _told_to(verb, voices),
    )


def _belongs_to_marked(verb: Token, sentence: Span, offset: int, name: tuple[int, int]) -> bool:
    """Whether the verb is the sentence's own, with the marked name at its head."""
    first = name[0] - offset - sentence.start_char
    return (
        first <= 40 and verb.i == sentence.root.i and verb.lemma_.lower() in SAYING and _real(verb)
    )  # noqa: PLR2004


def _real(verb: Token) -> bool:
    """Whether somebody did say it: not "would not say", "did not confirm", "declined to say", "will announce"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"}]
    if any(c.dep_ == "neg" or c.lower_ in _UNREAL or c.lower_ in {"never", "not"} for c in helpers):
        return False
    if any(c.lower_ == "to" for c in helpers):
        return False
    return not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSE)


def _says(verb: Token, subject: Token, sentence: Span) -> bool:
    """Whether the verb has something to say here: a clause, a quotation, a number, or a position taken."""
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    clause = any(c.dep_ in {"ccomp", "parataxis"} for c in children) or verb.dep_ == "parataxis"
    quoted = _quoted_here(sentence)
    trails = _parenthetical(verb, subject)
    if lemma not in SAYING or lemma in COUNTING:
        if _says_number(verb):
            return True
        if lemma not in SAYING:
            return (
                lemma == "read"
                and subject.lemma_.lower() in {"statement", "text"}
                or (lemma in {"show", "hold"} and clause and subject.lemma_.lower() in COUNT_NOUNS)
            )
    if lemma == "call" and any(c.lower_ in {"on", "for"} for c in children if c.dep_ == "prep"):
        return True
    if lemma in STANCES:
        return clause or quoted or any(c.dep_ in {"dobj", "prep"} for c in children)
    if lemma in {
        "express",
        "list",
        "describe",
        "hope",
        "mention",
        "appeal",
        "urge",
        "propose",
        "suggest",
    } and any(c.dep_ in {"dobj", "prep", "ccomp", "xcomp"} for c in children):
        return True
    if lemma in NEEDS_CONTENT:
        return clause or quoted or (trails and lemma in {"estimate", "write", "tweet"})
    passive = any(c.dep_ == "nsubjpass" for c in children) or any(
        c.dep_ == "agent" for c in children
    )
    content = any(c.dep_ in {"dobj", "prep", "xcomp", "advcl", "oprd", "dative"} for c in children)
    return clause or quoted or trails or passive or content or lemma in {"say", "tell", "add"}


def _quoted_here(sentence: Span) -> bool:
    """Whether the sentence has quoted words, or goes on right after some: “Enough?” he wrote."""
    before = sentence.doc.text[: sentence.start_char].rstrip()
    after = sentence.text.lstrip()[:1]
    return any(mark in sentence.text for mark in _MARKS) or (
        before.endswith(tuple('”»"')) and (after.islower() or after == ",")
    )


def _says_number(verb: Token) -> bool:
    """ "put the group at 90", "gave the total as 90", "spoke of 90 men", "admitted to 41"."""
    lemma = verb.lemma_.lower()
    if lemma not in COUNTING:
        return False
    phrases = [
        c
        for c in verb.children
        if c.dep_ in {"prep", "dobj", "oprd", "ccomp", "attr", "xcomp"} or (c.dep_ == "dative")
    ]
    below = [c for c in verb.subtree if c.dep_ == "prep" and c.i > verb.i]
    numbers = {
        c.lower_
        for c in below
        if any(t.like_num or t.ent_type_ == "CARDINAL" for t in c.subtree if t.i > c.i)
    }
    if lemma in {"put", "set", "place"}:
        object_ = next((c for c in phrases if c.dep_ == "dobj"), None)
        counted = object_ is None or not any(t.like_num for t in (object_, *object_.children))
        return counted and "at" in numbers
    if lemma == "give":
        return any(
            t.lemma_.lower() in TOTALS
            for c in phrases
            if c.dep_ == "dobj"
            for t in (c, *c.children)
        )
    if lemma in {"speak", "admit"}:
        return bool(numbers & {"of", "to"})
    return any(t.like_num or t.ent_type_ == "CARDINAL" for c in phrases for t in c.subtree)


def _parenthetical(verb: Token, subject: Token) -> bool:
    """Whether subject and verb trail or interrupt what they report: "Forty came home, the ministry reported"."""
    first = min(verb.i, min(t.i for t in subject.subtree))
    before = verb.doc[first - 1] if first > verb.sent.start else None
    return before is not None and (before.is_punct or before.lower_ in {",", "as"})


def _fits(voice: Voice, verb: Token, sentence: Span) -> bool:
    """Whether that kind of voice can say it in that way: countries propose and offer without words."""
    lemma = verb.lemma_.lower()
    if voice.kind == "body" and lemma in {
        "propose",
        "suggest",
        "offer",
        "back",
        "list",
        "express",
        "mention",
        "demand",
        "promise",
        "pledge",
        "recall",
        "release",
    }:
        return any(c.dep_ == "ccomp" for c in verb.children) or (
            _quoted_here(sentence) and lemma != "propose"
        )
    return True


def _told_to(verb: Token, voices: Voices) -> Voice | None:
    """The outlet that was told it, which thereby relays it."""
    if verb.lemma_.lower() != "tell":
        return None
    told = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
    if told is None or told.pos_ != "PROPN" or not _is_outlet(told):
        return None
    return voices.of(told)


def _is_outlet(token: Token) -> bool:
    words = {t.lower_ for t in token.subtree if t.dep_ in {"compound", "amod"} or t.i == token.i}
    return bool(words & (AGENCIES | MEDIA | MEDIA_NAMES))


def _relayed(acts: list[_Act], sentence: Span, offset: int, voices: Voices) -> list[_Act]:
    """Put the source in the place of who relays it: "A cited B as saying", "B said, A reported", "A said, citing B"."""
    found = list(acts)
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    for token in sentence:
        lemma = token.lemma_.lower()
        if lemma not in {"cite", "quote"} or token.pos_ not in {"VERB", "AUX"}:
            continue
        passive = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        source = passive or next((c for c in token.children if c.dep_ == "dobj"), None)
        if source is None:
            continue
        outer = next((a for a in found if a.at == offset + token.idx), None) or next(
            (
                a
                for a in found
                if a.at < offset + token.idx and token.dep_ in {"advcl", "acl", "conj"}
            ),
            None,
        )
        agent = next(
            (
                t
                for c in token.children
                if c.dep_ == "agent"
                for t in c.children
                if t.dep_ == "pobj"
            ),
            None,
        )
        relay = voices.of(agent) if agent is not None else None
        if relay is None and passive is None:
            subject = _subject(token)
            relay = (
                outer.voice
                if outer is not None
                else voices.of(subject)
                if subject is not None
                else None
            )
        voice = voices.of(source)
        if voice is None:
            continue
        if relay is voice:
            relay = None
        saying = next(
            (t for t in token.subtree if t.lemma_.lower() in SAYING and t.dep_ == "pcomp"), None
        )
        verb, verb_lemma = (
            (outer.verb, outer.lemma)
            if outer is not None and outer.lemma not in {"cite", "quote"}
            else ("said", "say")
        )
        if saying is not None:
            verb, verb_lemma = (
                "said" if saying.lemma_ == "say" else saying.text.lower(),
                saying.lemma_.lower(),
            )
        if outer is not None:
            found.remove(outer)
        found = [
            a
            for a in found
            if a.at != offset + token.idx and (saying is None or a.at != offset + saying.idx)
        ]
        start, end = (outer.start, outer.end) if outer is not None else whole
        found.append(_Act(voice, verb, verb_lemma, start, end, whole, offset + token.idx, relay))
    return _nested(found)


def _nested(acts: list[_Act]) -> list[_Act]:
    """An outlet's report of somebody's saying is that one's saying, by way of the outlet."""
    kept = list(acts)
    for outer in acts:
        if (
            outer.voice.kind != "body"
            or not _outlet_name(outer.voice)
            or outer.lemma not in {"report", "say", "write", "quote"}
        ):
            continue
        inner = [
            a
            for a in kept
            if a is not outer
            and outer.start <= a.at < outer.end
            and a.voice is not outer.voice
            and a.via is None
        ]
        if inner:
            kept = [
                replace(a, via=outer.voice) if a in inner else a for a in kept if a is not outer
            ]
    return kept


def _outlet_name(voice: Voice) -> bool:
    words = {word.lower() for word in re.findall(r"[\w/-]+", voice.name)} | voice.called
    return bool(words & (AGENCIES | MEDIA | MEDIA_NAMES))


def _subject(verb: Token) -> Token | None:
    current = verb
    for _ in range(5):
        for child in current.children:
            if child.dep_ == "nsubj":
                return (
                    current.head
                    if child.lower_ in {"who", "which", "that"} and current.dep_ == "relcl"
                    else child
                )
        agent = next(
            (
                t
                for c in current.children
                if c.dep_ == "agent"
                for t in c.children
                if t.dep_ == "pobj"
            ),
            None,
        )
        if agent is not None:
            return agent
        if any(child.dep_ == "nsubjpass" for child in current.children):
            return None
        if current.dep_ == "advcl" and current.tag_ == "VBG":
            above = next(
                (
                    a
                    for a in current.ancestors
                    if a.lemma_.lower() in SAYING and a.pos_ in {"VERB", "AUX"}
                ),
                None,
            )
            if (
                above is not None
            ):  # "…, adding that" goes on from whoever was speaking, wherever the parse hung it
                current = above
                continue
        if (
            current.dep_ in {"conj", "xcomp", "advcl", "acl"}
            and current.head.pos_ in {"VERB", "AUX"}
            and current.tag_ != "VBN"
        ):
            current = current.head
            continue
        if (
            current.dep_ in {"conj", "xcomp"}
            and current.head.pos_ in {"VERB", "AUX"}
            and not any(c.dep_ == "nsubjpass" for c in current.head.children)
        ):
            current = current.head
            continue
        return None
    return None


def _scope(verb: Token, sentence: Span, offset: int) -> tuple[int, int]:
    """What is said: the clause under the verb, or the whole sentence where the verb is its root."""
    root = verb.i == sentence.root.i or (
        verb.dep_ == "conj"
        and verb.head.i == sentence.root.i
        and not any(c.dep_ == "nsubj" for c in verb.children)
        and verb.head.lemma_.lower() in SAYING
    )
    if root:
        return offset + sentence.start_char, offset + sentence.end_char
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if clauses:
        tokens = [t for c in clauses for t in c.subtree]
    elif (
        verb.dep_ in {"parataxis", "ccomp"}
        and not any(c.dep_ == "dobj" for c in verb.children)
        and not any(t.i > verb.i and t.like_num for t in verb.subtree)
    ):
        return offset + sentence.start_char, offset + sentence.end_char
    else:
        tokens = [t for t in verb.subtree if t.i >= verb.i] or [verb]
    return offset + min(t.idx for t in tokens), offset + max(t.idx + len(t.text) for t in tokens)


def _scope_of_phrase(token: Token, sentence: Span, offset: int) -> tuple[int, int]:
    head = token.head
    while head.dep_ in {"prep", "pcomp", "pobj"} and head.head.i != head.i:
        head = head.head
    if (
        head.pos_ in {"VERB", "AUX"}
        and head.dep_ in {"ccomp", "conj", "advcl", "relcl"}
        and token.i > sentence.start + 1
    ):
        tokens = list(head.subtree)
        return offset + min(t.idx for t in tokens), offset + max(
            t.idx + len(t.text) for t in tokens
        )
    return offset + sentence.start_char, offset + sentence.end_char


def _quoted(parsed: Parsed, acts: list[_Act], quotes: list[tuple[int, int]]) -> Iterator[_Act]:
    """Each quotation as the act that it belongs to: the one around it, or one beside it."""
    text = parsed.text
    previous: _Act | None = None
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
            if a.sentence[0] < end and start < a.sentence[1] and not (a.lemma == "according")
        ]
        after = [a for a in acts if end <= a.at < min(line_end, end + 140) and not any(end < s < a.at for s, _ in quotes)
                 and not re.search(r"[.!?]\s", text[end + 1 : a.at])]  # fmt: skip
        before = [
            a
            for a in acts
            if line_start <= a.at < start
            and text[a.sentence[1] - 1 : start].strip(' “«"‘.,:—–') == ""
        ]
        owner: _Act | None = None
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
