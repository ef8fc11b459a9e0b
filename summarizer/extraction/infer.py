"""Infer: labels that one number takes from the others of its article.

What the words of a mention leave open, other mentions often decide: numbers joined by "and" share
their verb, a part shares its whole's side ("143 came home, eleven of them women"), a number told
again is the same people, and a number that the others add up to is their total.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.extraction.belonging import spoken_for
from summarizer.extraction.kinds import kinds_from_around
from summarizer.extraction.labels import Decision, compiled
from summarizer.extraction.shares import each_its_side, from_list, opposite
from summarizer.extraction.ways import from_others, from_priors
from summarizer.extraction.wholes import (
    is_part,
    people_of_kind,
    people_of_whole,
    reopen_parts,
    same_as_before,
    same_sentence,
    take,
)

if TYPE_CHECKING:
    from summarizer.documents import Bound, FieldRule, Label, Pack
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.parties import Parties

__all__ = ["infer"]

_OWN_WAY = re.compile(r"^(?:\s+of (?:them|whom))?\s+(?:to|into|from|by)\s+(?:the\s+)?[A-Z]")
_AMONG = re.compile(r"\bamong (?:the |those |these )?(?:\w+ )?$")  # "two were among the 50"
_INCLUDED = re.compile(
    r"\bincluding\b[^.;]*$"
)  # "17 were freed, including 13 Orlans": no two sides
_WEAK = 1.2  # a verb alone


def infer(
    drafts: Sequence[Draft], pack: Pack, parties: Parties, again: Callable[[Draft, str], Decision]
) -> None:
    """Fill what is open in `drafts` from each other; what words decided is never changed.

    `again` decides one label of a draft anew, now that other labels of it are known.
    """
    names = [name for name in pack.labels if name != pack.people_label]
    same_as_before(drafts, pack, again)
    reopen_parts(drafts, pack)
    _continue(drafts, pack, again)
    opposite(drafts, pack, parties)
    from_list(drafts, pack, parties)
    _from_joined(drafts, names)
    _from_whole(drafts, names, pack, parties)
    people_of_whole(drafts, pack)
    _from_repeats(drafts, [*names, pack.people_label], pack)
    _from_neighbours(drafts, names)
    _default(drafts, pack)
    _again(drafts, pack, again)
    _totals(drafts, pack)
    _from_whole(drafts, names, pack, parties)
    _from_counterpart(drafts, pack, parties)
    each_its_side(drafts, pack)
    _from_speaker(drafts, pack, parties)
    _from_repeats(drafts, [*names, pack.people_label], pack)
    _totals(drafts, pack)
    for decide_more in (from_others, from_priors):
        decide_more(drafts, pack, parties)
        _from_whole(drafts, names, pack, parties)
        _from_joined(drafts, names)
        _from_repeats(drafts, names, pack)
        _totals(drafts, pack)


def _again(drafts: Sequence[Draft], pack: Pack, again: Callable[[Draft, str], Decision]) -> None:
    """Decide the party label anew where the labels that its cues ask for came from elsewhere."""
    for name, label in pack.labels.items():
        asked = {given for cue in label.cues for given in cue.given}
        for draft in drafts:
            late = any(draft.decisions[g].by not in {"words", "open"} for g in asked)
            if label.party and late and draft.decisions[name].value is None:
                draft.decisions[name] = again(draft, name)


def _continue(drafts: Sequence[Draft], pack: Pack, again: Callable[[Draft, str], Decision]) -> None:
    """A paragraph that has turned to something else stays there until stronger words turn it back."""
    for name, values in pack.extra.get("continues", {}).items():
        usual = pack.labels[name].default
        for before, draft in pairwise(drafts):
            told, mine = before.decisions[name], draft.decisions[name]
            weak = mine.value in {None, usual} and all(
                v <= _WEAK and k in {usual, *values} for k, v in mine.votes.items()
            )
            if (
                told.value in values
                and weak
                and before.mention.paragraph == draft.mention.paragraph
            ):
                draft.decisions[name] = Decision(told.value, "parse", mine.votes)
                for other, label in pack.labels.items():
                    if label.party:
                        draft.decisions[other] = again(draft, other)


def _shared(draft: Draft, names: Sequence[str]) -> Sequence[str]:
    """The labels that a number can share: not the way, where it has a way of its own ("and 12 to X")."""
    return names[:1] if _OWN_WAY.match(draft.mention.after) else names


def _from_joined(drafts: Sequence[Draft], names: Sequence[str]) -> None:
    for draft in drafts:
        joined = {t.i for t in draft.mention.node.conjuncts}
        for other in drafts:
            if (
                other is not draft
                and same_sentence(draft, other)
                and other.mention.node.i in joined
            ):
                take(draft, other, _shared(draft, names))


def _whole(draft: Draft, fitting: Sequence[Draft], pack: Pack, parties: Parties) -> Draft:
    """Of what a part may be of: what is called the same, else the speaker's own people, else the last."""
    noun = draft.mention.noun
    if noun is not None:
        named = [
            d
            for d in fitting
            if d.mention.noun is not None and d.mention.noun.lemma_ == noun.lemma_
        ]
        if named:
            return named[-1]
    speaker = draft.attribution.speaker if draft.attribution is not None else None
    own = speaker and spoken_for(speaker.name, speaker.role, parties)
    for name, label in pack.labels.items():
        theirs = [d for d in fitting if label.party and own and _party(d, name, label) == own]
        if theirs:
            return theirs[-1]
    return fitting[-1]


def _from_whole(
    drafts: Sequence[Draft], names: Sequence[str], pack: Pack, parties: Parties
) -> None:
    """A part of those just counted moved with them: "143 came home. Eleven were women"."""
    for i, draft in enumerate(drafts):
        mention = draft.mention
        told = any(d.mention.amount.value == mention.amount.value for d in drafts[:i])
        if told or not is_part(draft, pack):
            continue
        near = range(mention.paragraph - 2, mention.paragraph + 1)
        earlier = [
            d
            for d in drafts[:i]
            if d.mention.paragraph in near and d.mention.amount.value > mention.amount.value
        ]
        beside = [
            d
            for d in drafts[i + 1 :]
            if same_sentence(draft, d) and _AMONG.search(d.mention.before)
        ]
        fitting = [d for d in (beside or earlier) if _is_open_to(draft, d, names)]
        if fitting:  # a part of what each side got is one side's
            take(
                draft,
                _whole(draft, fitting, pack, parties),
                _shared(draft, names),
                unless=[rule.every for rule in pack.fields.values() if rule.every],
            )


def _is_open_to(draft: Draft, other: Draft, names: Sequence[str]) -> bool:
    """Whether the other draft says something that this one doesn't, and nothing against it."""
    pairs = [(draft.decisions[n].value, other.decisions[n].value) for n in names]
    return all(mine in {None, theirs} for mine, theirs in pairs)


def _from_repeats(drafts: Sequence[Draft], names: Sequence[str], pack: Pack) -> None:
    """A number told again, with nothing against it, is the same people."""
    for draft in drafts:
        same = [
            d
            for d in drafts
            if d is not draft and d.mention.amount.value == draft.mention.amount.value
        ]
        for name in names:
            if draft.decisions[name].value is not None:
                continue
            others = [n for n in names if n != name]
            alike = [d for d in same if _agree(draft, [d], others)]
            values = {d.decisions[name].value for d in alike} - {None}
            if len(values) == 1:
                take(draft, next(d for d in alike if d.decisions[name].value is not None), [name])
    bare = pack.extra.get("bare")
    if isinstance(bare, str):
        kinds_from_around(drafts, pack)
        people_of_kind(drafts, pack)
    for draft in drafts:
        if draft.decisions[pack.people_label].value is None and isinstance(bare, str):
            draft.decisions[pack.people_label] = Decision(bare, "default", {})


def _agree(draft: Draft, same: Sequence[Draft], names: Sequence[str]) -> bool:
    return all(
        draft.decisions[n].value is None or d.decisions[n].value in {None, draft.decisions[n].value}
        for n in names
        for d in same
    )


def _from_neighbours(drafts: Sequence[Draft], names: Sequence[str]) -> None:
    """In one sentence, one verb's people share its occasion: "sixty people, thirty from either side"."""
    for draft in drafts:
        for other in drafts:
            if other is draft or not same_sentence(draft, other):
                continue
            mine = {g.token.i for g in draft.mention.governors}
            theirs = {g.token.i for g in other.mention.governors}
            if mine & theirs:
                take(draft, other, names[:1])


def _totals(drafts: Sequence[Draft], pack: Pack) -> None:
    """A number that is the sum of what each side received is the total, where nothing says otherwise."""
    for field, rule in pack.fields.items():
        if not rule.total or not rule.party_label or field not in pack.facts.model_fields:
            continue
        label = rule.party_label
        each = [d for d in drafts if d.decisions[label].value == rule.every]
        sides = [d for d in drafts if (d.decisions[label].value or "").startswith("to:")]
        for draft in drafts:
            value = draft.mention.amount.value
            if (
                draft.decisions[label].value is not None
                and draft.decisions[label].value != rule.every
            ):
                continue
            doubled = any(
                d is not draft
                and _fits(value, draft.mention.amount.bound, 2 * d.mention.amount.value)
                for d in each
            )
            summed = draft.decisions[label].value is None and any(
                _alike(draft, (a, b), label, pack.people_label)
                and a.decisions[label].value != b.decisions[label].value
                and _fits(
                    value,
                    draft.mention.amount.bound,
                    a.mention.amount.value + b.mention.amount.value,
                )
                for a in sides
                for b in sides
                if not (_INCLUDED.search(a.mention.before) and same_sentence(a, draft))
            )
            if (doubled or summed) and not _own_words(draft, rule.every):
                draft.decisions[label] = Decision(
                    rule.total, "arithmetic", draft.decisions[label].votes
                )


def _alike(draft: Draft, parts: Sequence[Draft], label: str, people: str) -> bool:
    """Whether parts say the same but for one label, and their sum nothing else but who they are.

    So no four of an earlier time is a sum of now.
    """
    for name in draft.decisions:
        one, two = (d.decisions[name].value for d in parts)
        if name != label and one != two:
            return False
        if name not in {label, people} and draft.decisions[name].value not in {None, one}:
            return False
    return True


def _own_words(draft: Draft, value: str) -> bool:
    """Whether the words right after the number say "each", which no arithmetic overrules."""
    return re.match(
        r"^(?:\W*[\w’'-]+){0,3}\W+(?:each|apiece)\b", draft.mention.after, re.IGNORECASE
    ) is not None and bool(value)


def _fits(value: int, bound: Bound, total: int) -> bool:
    if bound in {"about", "almost", "at_least", "at_most"}:
        return abs(value - total) <= max(1, round(total * 0.04))
    return value == total


def _from_speaker(drafts: Sequence[Draft], pack: Pack, parties: Parties) -> None:
    """A party's own body tells of its own people's return, unless the words say otherwise."""
    givers = {verb for frame in pack.frames if "subject" in frame.giver for verb in frame.verbs}
    advocates = compiled(str(pack.extra.get("advocates", r"(?!)")))
    keepers = compiled(str(pack.extra.get("keepers", r"(?!)")))
    for rule in pack.fields.values():
        label = pack.labels.get(rule.party_label)
        if label is None:
            continue
        for draft in drafts:
            if (
                draft.decisions[rule.party_label].value is not None
                or draft.attribution is None
                or not _is_kept(draft, rule)
            ):
                continue
            speaker = draft.attribution.speaker
            told_by = f"{speaker.name} {speaker.role or ''}"
            if not advocates.search(told_by) and any(
                g.lemma.split()[0] in givers or g.token.lemma_.lower() in givers
                for g in draft.mention.governors[:1]
            ):
                continue  # whoever says that people were let go may well have let them go
            party = spoken_for(speaker.name, speaker.role, parties)
            if keepers.search(told_by):
                party = parties.other(party or "")  # who guards people tells of whom it lets go
            if party is not None:
                votes = draft.decisions[rule.party_label].votes
                draft.decisions[rule.party_label] = Decision(
                    label.party.format(party=party), "speaker", votes
                )


def _is_kept(draft: Draft, rule: FieldRule) -> bool:
    """Whether the number is of the event itself, as the pack's rule says."""
    return bool(rule.kept) and all(
        draft.decisions[n].value in values
        for n, values in rule.kept.items()
        if n in draft.decisions
    )


def _default(drafts: Sequence[Draft], pack: Pack) -> None:
    """A label's value of last resort, where the pack has one and no other has more votes."""
    for draft in drafts:
        for name, label in pack.labels.items():
            decision = draft.decisions[name]
            if decision.value is not None or not label.default:
                continue
            own = decision.votes.get(label.default, 0)
            if not any(v > own for k, v in decision.votes.items() if k != label.default):
                draft.decisions[name] = Decision(label.default, "default", decision.votes)


def _from_counterpart(drafts: Sequence[Draft], pack: Pack, parties: Parties) -> None:
    """What came in return went the other way: "In return it was given 90"."""
    words = str(pack.extra.get("counterpart", r"(?!)"))
    for name, label in pack.labels.items():
        if not label.party:
            continue
        for i, draft in enumerate(drafts):
            if draft.decisions[name].value is not None or not compiled(words).search(
                draft.mention.clause
            ):
                continue
            before = next(
                (d for d in reversed(drafts[:i]) if _party(d, name, label) is not None), None
            )
            if before is None or not _near(draft, before, 1):
                continue
            party = parties.other(_party(before, name, label) or "")
            if party is not None:
                _decide(draft, name, label.party.format(party=party), "discourse")


def _party(draft: Draft, name: str, label: Label) -> str | None:
    """The party in a decided party label, or null."""
    pattern = re.escape(label.party).replace(re.escape("{party}"), "(.+)")
    match = re.fullmatch(pattern, draft.decisions[name].value or "")
    return match[1] if match else None


def _near(one: Draft, two: Draft, paragraphs: int) -> bool:
    return abs(one.mention.paragraph - two.mention.paragraph) <= paragraphs


def _decide(draft: Draft, name: str, value: str, by: str) -> None:
    draft.decisions[name] = Decision(value, by, draft.decisions[name].votes)
