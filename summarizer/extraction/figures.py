"""Figures: every number of people with its labels, as far as the words and the parse decide them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.documents import Evidence, Pack
from summarizer.extraction.labels import Decision, decide, frame_votes, people_value
from summarizer.extraction.drafts import Draft
from summarizer.extraction.infer import infer
from summarizer.extraction.mentions import Mention, mentions_of
from summarizer.extraction.parties import BOTH, Parties
from summarizer.extraction.speakers import Attribution, speaker_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Draft", "drafts_of", "evidence_at", "parties_of"]

_LONGEST = 320  # characters of one piece of evidence


def drafts_of(parsed: Parsed, pack: Pack, attributions: list[Attribution], parties: Parties, when: dict[int, str]) -> list[Draft]:
    """Every number of people, labelled by the pack's cues and frames, then by what other numbers of the article tell.

    `when` maps the start of a sentence (offset in the text) to how the dates in it lie to the event's date.
    """
    drafts: list[Draft] = []
    for mention in mentions_of(parsed, pack):
        attribution = speaker_at(attributions, mention.start, mention.end)
        draft = Draft(mention, evidence_at(parsed.text, mention), attribution)
        earlier = mention.number.doc.text[: mention.sentence.start_char]
        known: dict[str, str | None] = {}
        for name, label in pack.labels.items():
            extra = frame_votes(mention, pack, parties, label.party) if label.party else None
            if extra is not None and mention.amount.swap:
                extra.add("each", 5, "words")
            at = mention.offset + mention.sentence.start_char
            decision = decide(mention, label, known, earlier=earlier, when=when.get(at), extra=extra)
            if label.party and decision.value is not None and decision.value.endswith(BOTH):
                decision = Decision(None, "open", decision.votes)
            draft.decisions[name] = decision
            known[name] = decision.value
        words = people_value(mention, pack)
        if words is not None:
            draft.decisions[pack.people_label] = Decision(words, "words", {words: 1.0})
        elif pack.people_label not in pack.labels:
            draft.decisions[pack.people_label] = Decision(None, "open", {})
        drafts.append(draft)
    infer(drafts, pack, parties)
    return drafts


def evidence_at(text: str, mention: Mention) -> Evidence:
    """The mention's sentence, or, where that is long, the part of it around the number."""
    start = mention.offset + mention.sentence.start_char
    end = mention.offset + mention.sentence.end_char
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST:
        left = text.rfind(", ", start, max(start, mention.start - _LONGEST // 3))
        right = text.find(", ", mention.end + _LONGEST // 3, end)
        start = left + 2 if left != -1 else start
        end = right if right != -1 else end
    return Evidence.at(text, start, end)


def parties_of(parsed: Parsed, pack: Pack, mentions: Iterable[Mention]) -> Parties:
    """The article's parties: who acts, gives, receives and belongs where people move; then who is named most."""
    aliases = pack.extra.get("aliases", {})
    parties = Parties(parsed, aliases if isinstance(aliases, dict) else {}, pack.extra.get("sides", {}))
    places: list[tuple[Token, float, bool]] = []
    for mention in mentions:
        for governor in mention.governors:
            for child in governor.token.children:
                if child.dep_ in {"nsubj", "agent"}:
                    target = child if child.dep_ == "nsubj" else next(iter(child.children), child)
                    places.append((target, 2.0, True))
                elif child.dep_ == "prep" and child.lower_ in {"to", "by", "from", "with", "between"}:
                    places += [(t, 1.0, child.lower_ in {"by", "with", "between"}) for t in child.children if t.dep_ == "pobj"]
        if mention.noun is not None:
            places += [(c, 1.5, True) for c in mention.noun.children if c.dep_ in {"amod", "compound", "poss", "nmod"} and (c.ent_type_ or c.pos_ == "NOUN")]
    for _, doc in parsed.paragraphs:
        for token in doc:
            if token.lower_ == "between":
                places += [(t, 1.5, True) for t in token.children if t.dep_ == "pobj"]
            elif token.ent_type_ in {"GPE", "NORP", "ORG"}:
                places.append((token, 0.25, False))
    parties.learn(places)
    return parties
