"""Tallies: bare numbers that count people by the words around them: "the toll rose to 41".

Who counts is who says so: "the ministry raised its count to 136" needs no verb of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.extraction.labels import Decision, compiled
from summarizer.extraction.speakers import Attribution, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from summarizer.documents import Pack
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.mentions import Mention
    from summarizer.extraction.parse import Parsed

__all__ = ["counter_of", "is_tally", "label_tallies"]

_LEAD_PARAGRAPHS = 4
_SHORT = 5  # words after its noun that belong to a name: "Archive of Public Gatherings"
_AROUND = 160  # characters before a number in which a tally can be named


def is_tally(before: str, after: str, pack: Pack) -> bool:
    """Whether the words before a bare number, or those after it, say that it counts people."""
    patterns = pack.extra.get("tally", {})
    return _hits(patterns.get("before", ""), before[-_AROUND:]) or _hits(
        patterns.get("after", ""), after[:_AROUND]
    )


def _hits(pattern: str, words: str) -> bool:
    return bool(pattern) and compiled(pattern).search(words) is not None


def label_tallies(drafts: Sequence[Draft], parsed: Parsed, pack: Pack) -> None:
    """Label bare counts that say nothing of whom they count by the kind of happening.

    "The ministry counted 107,000" in a report on a march is of those who marched. The pack maps
    patterns of the first paragraphs to values; the first one that is found there decides.
    """
    kinds: dict[str, str] = pack.extra.get("tally", {}).get("kinds", {})
    name = pack.people_label
    if not kinds or name not in pack.labels:
        return
    lead = " ".join(doc.text for _, doc in parsed.paragraphs[:_LEAD_PARAGRAPHS])
    value = next((v for v, pattern in kinds.items() if _hits(pattern, lead)), None)
    if value is None:
        return
    for draft in drafts:
        mention, decided = draft.mention, draft.decisions[name]
        if decided.value is None and not mention.amount.swap and _is_bare(mention, pack):
            draft.decisions[name] = Decision(value, "words", decided.votes)


def _is_bare(mention: Mention, pack: Pack) -> bool:
    """Whether a mention counts without saying whom: a bare number, or "158 names"."""
    entries = pack.extra.get("tally", {}).get("entries", ())
    if mention.noun is not None:
        return mention.noun.lemma_.lower() in entries
    return is_tally(mention.before, mention.after, pack)


def counter_of(
    mention: Mention, attributions: Sequence[Attribution], pack: Pack
) -> Attribution | None:
    """Who counted, where the words say so: the subject of "counted", "raised its count to"."""
    verbs = pack.extra.get("tally", {}).get("counters", ())
    if not _is_bare(mention, pack):
        return None
    token = mention.node
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if token.lemma_.lower() not in verbs or subject is None or subject.i > mention.number.i:
        return None
    speaker = _known(subject, attributions) or _named(subject)
    if speaker is None:
        return None
    start = mention.offset + mention.sentence.start_char
    end = mention.offset + mention.sentence.end_char
    return Attribution(
        speaker=speaker, verb=token.text, start=start, end=end, sentence=(start, end),
        verb_lemma=token.lemma_.lower(),
    )  # fmt: skip


def _known(subject: Token, attributions: Sequence[Attribution]) -> Speaker | None:
    """The speaker of that name who is quoted elsewhere in the article."""
    names = {a.speaker.name: a.speaker for a in attributions}
    fits = [n for n in sorted(names) if subject.text in n.split()]
    return names[fits[0]] if len(fits) == 1 else None


def _named(subject: Token) -> Speaker | None:
    """The subject as a speaker of its own: a name, or a body such as "the interior ministry"."""
    if subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    kept = [
        t
        for t in subject.subtree
        if t.i <= subject.i
        or (t.i < subject.i + _SHORT and "," not in subject.doc[subject.i : t.i + 1].text)
    ]
    words = subject.doc[kept[0].i : kept[-1].i + 1].text
    name = words.removeprefix("The ").removeprefix("the ").strip(" ,")
    return Speaker(name, None, "person" if subject.ent_type_ == "PERSON" else "body")
