"""Figures: every number of people with its labels, as far as the words and the parse decide them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.documents import Evidence, Pack
from summarizer.extraction.belonging import spoken_for
from summarizer.extraction.drafts import Draft
from summarizer.extraction.frames import are_moved, frame_votes
from summarizer.extraction.infer import infer
from summarizer.extraction.kinds import kinds_from_lead
from summarizer.extraction.labels import Decision, Votes, compiled, decide, people_value
from summarizer.extraction.lands import countries, regions
from summarizer.extraction.mentions import Mention, mentions_of
from summarizer.extraction.names import found_names
from summarizer.extraction.parties import BOTH, Parties
from summarizer.extraction.people import moves
from summarizer.extraction.speakers import Attribution, speaker_at
from summarizer.extraction.tallies import counter_of, label_tallies

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from summarizer.extraction.parse import Parsed

__all__ = ["Draft", "drafts_of", "evidence_at", "parties_of"]

_HUNG = {"relcl", "acl", "advcl", "ccomp", "parataxis"}
_RUNNING = 8  # more than the words that take it for one of nobody, or of everybody
_LONGEST = 320  # characters of one piece of evidence


def drafts_of(
    parsed: Parsed,
    pack: Pack,
    attributions: list[Attribution],
    parties: Parties,
    when: dict[int, str],
) -> list[Draft]:
    """Every number of people, labelled by the pack's cues and frames, then by the other numbers.

    `when` maps the start of a date (offset in the text) to how it lies to the event's date.
    """
    drafts: list[Draft] = []

    def decided(draft: Draft, name: str) -> Decision:
        return _decided(draft, name, pack, parties, when)

    for mention in mentions_of(parsed, pack):
        attribution = speaker_at(attributions, mention.start, mention.end)
        attribution = attribution or counter_of(mention, attributions, pack)
        draft = Draft(mention, evidence_at(parsed.text, mention), attribution)
        if mention.source is not None:
            draft.further = _further(draft.evidence, mention.source, parsed.text)
        for name in pack.labels:
            draft.decisions[name] = decided(draft, name)
        words = people_value(mention, pack, armed=_is_armed(mention, parties))
        if _stands_by(mention, pack):
            words = pack.extra.get("bystander", words)
        if words is not None:
            draft.decisions[pack.people_label] = Decision(words, "words", {words: 1.0})
        elif mention.source is not None and mention.noun is None:
            _as_told(draft, mention.source, drafts, pack)
        elif pack.people_label not in pack.labels:
            draft.decisions[pack.people_label] = Decision(None, "open", {})
        drafts.append(draft)
    label_tallies(drafts, parsed, pack)
    infer(drafts, pack, parties, decided)
    kinds_from_lead(drafts, parsed, pack)
    return drafts


def _decided(
    draft: Draft, name: str, pack: Pack, parties: Parties, when: dict[int, str]
) -> Decision:
    """One label of a draft by the pack's cues and frames, given the labels decided before it."""
    label, mention = pack.labels[name], draft.mention
    extra: Votes | None = None
    if label.party:
        speaker = draft.attribution.speaker if draft.attribution is not None else None
        own = speaker and spoken_for(speaker.name, speaker.role, parties)
        extra = frame_votes(mention, pack, parties, label.party, own or None)
        if mention.amount.swap:
            extra.add("each", 5, "words")
        _of_running_count(extra, draft, pack)
    decision = decide(
        mention,
        label,
        {n: d.value for n, d in draft.decisions.items() if n != name},
        earlier=mention.earlier,
        when=_when(mention, when, pack),
        extra=extra,
    )
    if label.party and decision.value is not None and decision.value.endswith(BOTH):
        return Decision(None, "open", decision.votes)
    return decision


def _of_running_count(votes: Votes, draft: Draft, pack: Pack) -> None:
    """Of a running count ("340 have gone home since May") the verb tells more than that it is one."""
    running = pack.extra.get("running", {})
    if not any(draft.decisions[n].value in values for n, values in running.items()):
        return
    counted = compiled(str(pack.extra.get("running_before", r"(?!)")))
    if are_moved(draft.mention, pack) or counted.search(draft.mention.before):
        for value in votes.cast:
            votes.cast[value] *= _RUNNING
        if not votes.cast and "running_total" in pack.extra:
            votes.add(str(pack.extra["running_total"]), _RUNNING, "parse")


def _when(mention: Mention, when: dict[int, str], pack: Pack) -> str | None:
    """How the date of the people's own clause lies to the event's, null where it has none.

    A date in a clause hung onto something else ("who were captured in May") dates that alone. A
    sentence without a date goes on from one before it that told of another time's transfer.
    """
    own, hung = _dated(mention.node, mention.sentence, mention.offset, when)
    if own is not None or hung or mention.sentence.start == 0:
        return own
    before = mention.number.doc[mention.sentence.start - 1].sent
    moved = set(pack.extra.get("main_verbs", ()))
    told, _ = _dated(before.root, before, mention.offset, when)
    goes_on = told == "before" and any(t.lemma_.lower() in moved for t in before)
    return told if goes_on else None


def _dated(
    node: Token, sentence: Span, offset: int, when: dict[int, str]
) -> tuple[str | None, bool]:
    """How the date nearest to a word lies to the event's, and whether one is hung elsewhere."""
    near = {t.i for t in (node, *node.ancestors)}
    hung = False
    found: list[tuple[int, str]] = []
    for token in sentence:
        here = when.get(offset + token.idx)
        if here is None:
            continue
        steps, current = 0, token
        while current.i not in near and current.dep_ not in _HUNG and current.head.i != current.i:
            current, steps = current.head, steps + 1
        if current.i in near:
            found.append((steps, here))
        else:
            hung = True
    return (min(found)[1] if found else None), hung


def _further(first: Evidence, source: Mention, text: str) -> tuple[Evidence, ...]:
    """The evidence for the number itself, where the first piece doesn't hold it."""
    if first.start <= source.start and source.end <= first.end:
        return ()
    return (evidence_at(text, source),)


def _as_told(draft: Draft, source: Mention, drafts: list[Draft], pack: Pack) -> None:
    """People of whom the words say only that they are as many as others: of the same kind."""
    told = next((d for d in drafts if d.mention.start == source.start), None)
    if told is not None and pack.people_label in told.decisions:
        decision = told.decisions[pack.people_label]
        draft.decisions[pack.people_label] = Decision(decision.value, "parse", decision.votes)


def _stands_by(mention: Mention, pack: Pack) -> bool:
    """Whether they only speak, arrange or attend: "two officials said", "three elders who mediated"."""
    if compiled(str(pack.extra.get("bystand", r"(?!)"))).search(mention.before):
        return True
    if not mention.nouns & set(pack.extra.get("bystanders", ())):
        return False
    if any(g.role in {"including", "among"} for g in mention.governors):
        return False
    return not moves(
        tuple(g for g in mention.governors if g.role in {"object", "subject", "of"}), pack
    )


def _is_armed(mention: Mention, parties: Parties) -> bool:
    """Whether the people are those of a party that is no country: a militia's, a front's."""
    owner = parties.home(mention.noun) if mention.noun is not None else None
    return (
        owner is not None
        and owner != BOTH
        and parties.is_party(owner)
        and owner not in set(countries().values())
        and owner.lower() not in countries()
    )


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


def parties_of(parsed: Parsed, pack: Pack, outlet: str = "") -> Parties:
    """The article's parties, by the pack's words for people and for moving them; who mediates is none.

    `outlet` is who publishes: its name may tell whose country "here" is.
    """
    aliases, sides = pack.extra.get("aliases", {}), pack.extra.get("sides", {})
    parties = Parties(parsed, aliases, sides, words=pack.extra.get("party_words", {}))
    between = {found.value for found in found_names(parsed, pack, "mediators", [], parties)}
    people = {word for words in pack.people.values() for word in words}
    people -= set(pack.extra.get("bystanders", ()))  # "an agency's delegate" makes no party of it
    moves = {verb.split()[0] for frame in pack.frames for verb in frame.verbs}
    givers = {v.split()[0] for f in pack.frames if "subject" in f.giver for v in f.verbs}
    parties.learn(people, moves, go_betweens=sorted(between), givers=givers)
    lands = sorted({regions().get(word.lower(), "") for word in outlet.split()} & set(parties.pair))
    parties.own = parties.in_words(outlet) or "".join(lands[:1]) or parties.own
    return parties
