"""Speakers: who says what in each sentence, through pronouns, relays and lines of attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Attribution", "Speaker", "attributions_of", "speaker_at"]

# Verbs of saying, with those that carry a stance: the verb itself is kept, since changing it changes the news.
SAYING = {
    "say", "tell", "add", "claim", "announce", "state", "note", "stress", "confirm", "report", "write", "welcome",
    "express", "accuse", "deny", "insist", "argue", "warn", "urge", "describe", "estimate", "admit", "acknowledge",
    "suggest", "back", "endorse", "praise", "condemn", "criticise", "criticize", "hail", "demand", "vow", "promise",
    "pledge", "propose", "repeat", "reiterate", "declare", "explain", "reveal", "disclose", "allege", "assert",
    "maintain", "emphasise", "emphasize", "underline", "underscore", "remark", "comment", "respond", "reply", "post",
    "tweet", "quote", "cite", "mention", "concede", "contend", "caution", "hint", "indicate", "inform", "recall",
    "recount", "predict", "appeal", "call", "thank", "reject", "dismiss", "dispute", "question", "congratulate",
    "specify", "clarify", "observe", "proclaim", "affirm", "testify", "shout", "joke", "complain", "agree", "speak",
    "list", "put", "offer", "believe", "publish", "release", "issue", "count", "verify", "hope", "apologise", "apologize",
}  # fmt: skip
# Verbs that say something only with a clause or a quotation after them.
_NEEDS_CONTENT = {"back", "call", "put", "offer", "believe", "release", "issue", "publish", "list", "agree", "speak",
                  "thank", "count", "post", "question", "express", "hope", "appeal", "quote", "cite", "verify",
                  "describe", "propose", "promise", "demand", "suggest", "pledge", "report", "recall"}  # fmt: skip
_PRONOUNS = {"he": "person", "she": "person", "it": "body", "they": "any", "who": "any"}
_DEFINITE = {"ministry", "agency", "channel", "office", "statement", "committee", "commission", "service", "group",
             "organisation", "organization", "movement", "headquarters", "center", "centre", "president", "minister",
             "spokesman", "spokeswoman", "spokesperson", "official", "commissioner", "ombudsman", "commander",
             "governor", "mayor", "general", "leader", "envoy", "military", "army", "government", "body", "outlet",
             "broadcaster", "newspaper", "network", "council", "court", "police", "union", "company", "charity",
             "diplomat", "negotiator", "chief", "hotline", "mission", "department", "authority", "secretary"}  # fmt: skip
_HUMAN = {"president", "minister", "spokesman", "spokeswoman", "spokesperson", "official", "commissioner", "ombudsman",
          "commander", "governor", "mayor", "general", "leader", "envoy", "aide", "adviser", "advisor", "diplomat",
          "negotiator", "chief", "secretary", "mother", "father", "wife", "husband", "soldier", "witness", "resident",
          "doctor", "nurse", "analyst", "lawyer", "director", "head", "chairman", "chairwoman", "deputy", "delegate",
          "captive", "prisoner", "survivor", "officer", "journalist", "source", "relative", "sister", "brother", "son",
          "daughter", "coordinator", "representative", "ambassador", "chair", "founder", "teacher", "driver", "farmer",
          "expert", "scientist", "engineer", "organiser", "organizer", "activist", "judge", "prosecutor", "worker",
          "volunteer", "student", "neighbour", "neighbor", "owner", "manager", "rescuer", "firefighter"}  # fmt: skip
_NAME_LINE = re.compile(r"^[—–-]?\s*[A-Z][\w.’'-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w.’'-]+){1,4},?$")
_OPEN, _CLOSE = "“«\"", "”»\""


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the name used throughout, the role given beside it, and whether a person or a body."""

    name: str
    role: str | None
    kind: str  # "person", "body"
    via: str | None = None


@dataclass(frozen=True)
class Attribution:
    """One act of saying: who, with which verb, over which characters of the text.

    `start`–`end` is what is said; `sentence` the offsets of the sentence that says it.
    """

    speaker: Speaker
    verb: str
    start: int
    end: int
    sentence: tuple[int, int]
    verb_lemma: str


def attributions_of(parsed: Parsed) -> list[Attribution]:
    """Every act of saying in the article, in order of appearance."""
    found: list[Attribution] = []
    known: list[Speaker] = []
    for number, (offset, doc) in enumerate(parsed.paragraphs):
        if _NAME_LINE.match(doc.text.strip()) and number > 0 and _quotes_end(parsed, number - 1):
            previous_offset, previous = parsed.paragraphs[number - 1]
            speaker = _remember(Speaker(doc.text.strip(" —–-,"), None, "person"), known)
            span = (previous_offset, previous_offset + len(previous.text))
            found = [a for a in found if not (span[0] <= a.start and a.end <= span[1] and a.verb == "")]
            found.append(Attribution(speaker, "said", *span, span, "say"))
            continue
        for sentence in doc.sents:
            for attribution in _in_sentence(sentence, offset, known):
                found.append(attribution)
    return found


def speaker_at(attributions: list[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost act of saying that covers the characters `start` to `end`; null is the outlet's own voice."""
    covering = [a for a in attributions if a.start <= start and end <= a.end]
    return min(covering, key=lambda a: (a.end - a.start, a.start)) if covering else None


def _quotes_end(parsed: Parsed, number: int) -> bool:
    return parsed.paragraphs[number][1].text.rstrip().endswith(tuple(_CLOSE))


def _in_sentence(sentence: Span, offset: int, known: list[Speaker]) -> Iterator[Attribution]:
    whole = (offset + sentence.start_char, offset + sentence.end_char)
    said = False
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "to":
            target = next((c for c in token.doc[token.i + 1].children if c.dep_ == "pobj"), None)
            if target is not None:
                speaker = _speaker(target, known)
                if speaker is not None:
                    start, end = _scope_of_phrase(token, sentence, offset)
                    yield Attribution(speaker, "according to", start, end, whole, "according")
                    said = True
        elif token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in SAYING:
            act = _act(token, sentence, offset, known)
            if act is not None:
                said = True
                yield Attribution(act[0], act[1], act[2], act[3], whole, token.lemma_.lower())
    if not said and known and _is_all_quotation(sentence.text):
        yield Attribution(known[-1], "", whole[0], whole[1], whole, "say")


def _is_all_quotation(text: str) -> bool:
    text = text.strip()
    return len(text) > 2 and text[0] in _OPEN and text.rstrip(".,!?…")[-1:] in _CLOSE  # noqa: PLR2004


def _act(verb: Token, sentence: Span, offset: int, known: list[Speaker]) -> tuple[Speaker, str, int, int] | None:
    subject = _subject(verb)
    if subject is None or subject.i == verb.i:
        return None
    lemma = verb.lemma_.lower()
    content = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "dobj", "advcl", "prep", "oprd"}]
    quoted = any(mark in sentence.text for mark in _OPEN + _CLOSE)
    clause = any(c.dep_ == "ccomp" for c in content) or _main_clause_said(verb)
    if lemma in _NEEDS_CONTENT and not (clause or quoted or lemma in {"back", "express", "thank", "list", "describe", "propose", "suggest", "appeal"}):
        return None
    if lemma not in {"say", "tell", "add", "claim", "announce", "note", "write"} and not content and not quoted and not clause:
        return None
    speaker = _speaker(subject, known)
    if speaker is None:
        return None
    if lemma in {"back", "list", "propose", "suggest", "express", "thank"} and speaker.kind != "person" and not clause and not quoted:
        return None
    start, end = _scope(verb, subject, sentence, offset)
    return speaker, _verb_phrase(verb), start, end


def _main_clause_said(verb: Token) -> bool:
    """Whether the verb trails the clause it reports: "Forty came home, the ministry said"."""
    return verb.dep_ in {"parataxis"} or any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)


def _verb_phrase(verb: Token) -> str:
    return verb.text.lower()


def _subject(verb: Token) -> Token | None:
    current = verb
    for _ in range(4):
        for child in current.children:
            if child.dep_ == "nsubj":
                if child.lower_ in {"who", "which", "that"} and current.dep_ == "relcl":
                    return current.head
                return child
        agent = next((t for c in current.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"), None)
        if agent is not None:
            return agent
        if current.dep_ in {"conj", "xcomp", "advcl"} and current.head.pos_ in {"VERB", "AUX"}:
            if any(child.dep_ == "nsubjpass" for child in current.children):
                return None
            current = current.head
            continue
        return None
    return None


def _scope(verb: Token, subject: Token, sentence: Span, offset: int) -> tuple[int, int]:
    """What is said: the clause under the verb, or the whole sentence where the verb trails or is its root."""
    own = set(subject.subtree)
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "advcl", "dobj", "oprd", "prep"} and c.i not in {t.i for t in own}]
    ccomps = [c for c in clauses if c.dep_ == "ccomp"]
    root = verb.i == sentence.root.i or (verb.dep_ == "conj" and verb.head.i == sentence.root.i)
    if ccomps and not root:
        tokens = [t for c in ccomps for t in c.subtree]
        return offset + min(t.idx for t in tokens), offset + max(t.idx + len(t.text) for t in tokens)
    if verb.dep_ in {"advcl", "conj", "relcl", "acl", "pcomp"} and not root:
        tokens = [t for t in verb.subtree if t.i > verb.i] or [verb]
        return offset + min(t.idx for t in tokens), offset + max(t.idx + len(t.text) for t in tokens)
    return offset + sentence.start_char, offset + sentence.end_char


def _scope_of_phrase(token: Token, sentence: Span, offset: int) -> tuple[int, int]:
    head = token.head
    while head.dep_ in {"prep", "pcomp", "pobj"} and head.head.i != head.i:
        head = head.head
    if head.pos_ in {"VERB", "AUX"} and head.dep_ in {"ccomp", "conj", "advcl", "relcl"}:
        tokens = list(head.subtree)
        return offset + min(t.idx for t in tokens), offset + max(t.idx + len(t.text) for t in tokens)
    return offset + sentence.start_char, offset + sentence.end_char


def _speaker(token: Token, known: list[Speaker]) -> Speaker | None:
    """The speaker that a noun phrase names; pronouns and "the ministry" are looked up among those known."""
    if token.pos_ == "PRON" or token.lower_ in _PRONOUNS:
        kind = _PRONOUNS.get(token.lower_)
        if kind is None:
            return None
        return next((s for s in reversed(known) if kind in {s.kind, "any"}), None)
    phrase = _phrase(token)
    if not phrase:
        return None
    person = _person_in(token)
    if person is not None:
        role = _role_beside(token, person)
        return _remember(Speaker(person, role, "person"), known)
    lemma = token.lemma_.lower()
    named = any(t.pos_ == "PROPN" or t.ent_type_ in {"ORG", "GPE", "NORP"} for t in _near(token))
    if not named and lemma in _DEFINITE and any(c.lower_ in {"the", "that", "this"} for c in token.children):
        earlier = next((s for s in reversed(known) if lemma in s.name.lower() or (s.role and lemma in s.role.lower())), None)
        if earlier is not None:
            return earlier
        body = lemma not in _HUMAN
        later = next((s for s in reversed(known) if (s.kind == "body") == body), None)
        return later or _remember(Speaker(phrase, None, "body" if body else "person"), known)
    if not named and lemma not in _HUMAN and lemma not in _DEFINITE and token.pos_ != "PROPN":
        return None
    kind = "person" if lemma in _HUMAN and not token.tag_.endswith("S") else "body"
    return _remember(Speaker(phrase, None, kind), known)


def _near(token: Token) -> list[Token]:
    return [token, *(c for c in token.subtree if c.dep_ in {"compound", "amod", "poss", "nmod", "pobj", "appos"} and abs(c.i - token.i) < 8)]  # noqa: PLR2004


def _phrase(token: Token) -> str:
    """The noun phrase without article, relative clauses and appositions."""
    cut = {t.i for c in token.children if c.dep_ in {"relcl", "acl", "appos", "cc", "conj", "punct", "advcl"} for t in c.subtree}
    words = [t for t in token.subtree if t.i not in cut]
    if not words:
        return ""
    first, last = words[0].i, words[-1].i
    text = token.doc[first : last + 1].text
    text = re.sub(r"^(?:the|a|an|both)\s+", "", text, flags=re.IGNORECASE).strip(" ,“”\"‘’'")
    return re.split(r",", text)[0].strip(" ,“”\"‘’'")


def _person_in(token: Token) -> str | None:
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end and e.label_ == "PERSON"), None)
    if entity is None:
        below = [c for c in token.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
        entity = next((e for e in token.doc.ents for c in below if e.start <= c.i < e.end), None)
        if entity is None or token.lemma_.lower() not in _HUMAN:
            if token.pos_ == "PROPN" and token.ent_type_ in {"", "ORG", "GPE", "PRODUCT", "WORK_OF_ART"} and _titled(token):
                return _name_of(token)
            return None
    name = re.sub(r"[’']s$", "", entity.text).strip()
    return re.sub(r"^(?:Mr|Mrs|Ms|Dr|President|Minister|General|Gen|Col|Colonel|Major)\.?\s+", "", name)


def _titled(token: Token) -> bool:
    """A proper name under a human title that the entity finder did not take for a person."""
    return any(c.dep_ in {"compound", "appos"} and c.lemma_.lower() in _HUMAN for c in token.children)


def _name_of(token: Token) -> str:
    first = token.i
    while first > 0 and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].dep_ == "compound" and token.doc[first - 1].lemma_.lower() not in _HUMAN:
        first -= 1
    return token.doc[first : token.i + 1].text


def _role_beside(token: Token, person: str) -> str | None:
    words = _phrase(token).replace(person, "").strip(" ,’'s")
    if words and words.lower() != person.lower():
        return re.sub(r"^[’']?s\s+", "", words) or None
    apposition = next((c for c in token.children if c.dep_ == "appos" and c.ent_type_ != "PERSON"), None)
    if apposition is not None:
        cut = {t.i for c in apposition.children if c.dep_ in {"relcl", "acl"} for t in c.subtree}
        text = "".join(t.text_with_ws for t in apposition.subtree if t.i not in cut).strip(" ,")
        return re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.IGNORECASE) or None
    return None


def _remember(speaker: Speaker, known: list[Speaker]) -> Speaker:
    """Join a surname or a shorter form to the speaker it was introduced as; note who spoke last."""
    for earlier in reversed(known):
        if _same(earlier.name, speaker.name) and earlier.kind == speaker.kind:
            longer = earlier.name if len(earlier.name) >= len(speaker.name) else speaker.name
            joined = Speaker(longer, earlier.role or speaker.role, earlier.kind)
            known.append(joined)
            return joined
    known.append(speaker)
    return speaker


def _same(one: str, two: str) -> bool:
    a, b = one.lower().split(), two.lower().split()
    short, long = sorted((a, b), key=len)
    return short == long[-len(short) :] or set(short) <= set(long)
