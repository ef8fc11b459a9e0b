"""Shares: numbers told as some of those just counted, or as those who went the other way.

A list after "including" or "They include" shares the way and the time of those it tells of,
whatever its own words add; so does "the other four" beside a part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.extraction.belonging import nationality_after
from summarizer.extraction.labels import Decision, compiled
from summarizer.extraction.ways import party_of
from summarizer.extraction.wholes import same_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.documents import Label, Pack
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.parties import Parties

__all__ = ["each_its_side", "from_list", "opposite"]

_LISTED = re.compile(
    r"[,–—(]\s*(?:including|among (?:them|whom)|comprising|made up of|counting|of whom|namely)\s+"
    r"(?:\w+\s+){0,2}$"
)
_LIST = re.compile(
    r"(?:^\W*|\b)(?:they|these|those \w+|it|the (?:group|list|convoy|batch))\s+(?:(?:also|all)\s+)?"
    r"(?:include[sd]?|compris(?:e|es|ed)|consist(?:s|ed)? of|(?:are|is|was|were) made up of)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:.]|\b(?:while|whereas|but|still)\b")
_REST = re.compile(r"\bthe (?:other|remaining)\s+$", re.IGNORECASE)
_AFTER_REST = re.compile(r"^\s+others\b")
_OF_THOSE = re.compile(r"^\s+(?:\w+\s+)?of (?:the|those|these|them)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:along|together) with\s+(?:the\s+\w+\s+of\s+)?(?:\w+\s+)?$")
_OF_THEIR = re.compile(r"^\s+of their\b")
_OPPOSITE = re.compile(
    r"^(?:\s+[\w’'-]+){0,4}\s+(?:in the (?:opposite|other|reverse) direction|the other way)\b"
)


def from_list(drafts: Sequence[Draft], pack: Pack, parties: Parties) -> None:
    """Give the numbers of a list the way and the time of those whom the list tells of."""
    for draft, whole in _lists(drafts, pack):
        for name, label in pack.labels.items():
            mine, theirs = draft.decisions[name], whole.decisions[name]
            if name == pack.people_label or theirs.value is None or mine.value == theirs.value:
                continue
            if label.party and (_is_own(draft, parties) or _is_both(theirs, mine, name, pack)):
                continue
            if mine.value is None or label.party or mine.by != "words" or not mine.votes:
                draft.decisions[name] = Decision(theirs.value, "parse", mine.votes)
            elif mine.value != theirs.value:
                break  # of another time: went another way, or nowhere


def _lists(drafts: Sequence[Draft], pack: Pack) -> list[tuple[Draft, Draft]]:
    """Each number of a list with those whom the list tells of, in the order of the text."""
    found: list[tuple[Draft, Draft]] = []
    members: dict[int, Draft] = {}
    in_return = compiled(str(pack.extra.get("counterpart", r"(?!)")))
    for i, draft in enumerate(drafts):
        before = drafts[i - 1] if i else None
        whole = None
        if before is None:
            continue
        between = _between(before, draft)
        stopped = _STOP.search(between) or in_return.search(between)
        if same_sentence(before, draft):
            own = members.get(i - 1)
            if _LISTED.search(between) and not stopped:
                whole = before
            elif own is not None and not stopped:
                whole = own  # the list goes on
        elif _LIST.search(_start(draft)):
            whole = _told_before(drafts[:i], members, draft)
        if whole is not None and _is_share(draft, whole, members, drafts):
            members[i] = whole
            found.append((draft, whole))
        elif _company(draft, before) and draft.mention.noun is not None:
            found.append((draft, before))
        elif (rest := _rest(draft, drafts[:i])) is not None:
            members[i] = rest
            found += [(draft, rest), *([(before, rest)] if i - 1 not in members else [])]
    return found


def _is_share(
    draft: Draft, whole: Draft, members: dict[int, Draft], drafts: Sequence[Draft]
) -> bool:
    """Whether those already listed leave room for this number among the whole."""
    told = sum(drafts[k].mention.amount.value for k, of in members.items() if of is whole)
    room = whole.mention.amount.value - told
    return 0 < draft.mention.amount.value <= room or (bool(told) and room == 0 and _of_last(draft))


def _of_last(draft: Draft) -> bool:
    """Whether a number is some of the last of a list: "and nine clerks, two of them women"."""
    return _OF_THOSE.match(draft.mention.after) is not None


def _is_both(theirs: Decision, mine: Decision, name: str, pack: Pack) -> bool:
    """Whether a whole is of both sides, so that a part may be one's: what each side got is nobody's."""
    rules = [rule for rule in pack.fields.values() if rule.party_label == name]
    each = any(theirs.value == rule.every for rule in rules)
    return each or (mine.value is not None and any(theirs.value == rule.total for rule in rules))


def _told_before(drafts: Sequence[Draft], members: dict[int, Draft], draft: Draft) -> Draft | None:
    """Those counted last in the paragraph, else in the one before it, who are no part of others."""
    fitting = [
        (d.mention.paragraph, k)
        for k, d in enumerate(drafts)
        if draft.mention.paragraph - d.mention.paragraph <= 1 and k not in members
        and d.mention.amount.value > draft.mention.amount.value
    ]  # fmt: skip
    return drafts[max(fitting)[1]] if fitting else None


def _company(draft: Draft, before: Draft) -> bool:
    """Whether people went along with those just told: "together with the remains of two others"."""
    near = draft.mention.paragraph - before.mention.paragraph <= 1
    theirs = same_sentence(before, draft) or _OF_THEIR.match(draft.mention.after) is not None
    return near and theirs and _WITH.search(draft.mention.before) is not None


def _rest(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The whole of "22 of those freed are …, and the other four were …": what both add up to."""
    if not (_REST.search(draft.mention.before) or _AFTER_REST.match(draft.mention.after)):
        return None
    before = drafts[-1]
    if not same_sentence(before, draft) or not _OF_THOSE.match(before.mention.after):
        return None
    total = before.mention.amount.value + draft.mention.amount.value
    return next((d for d in reversed(drafts[:-1]) if d.mention.amount.value == total), None)


def _start(draft: Draft) -> str:
    """The words of the sentence before the number."""
    mention = draft.mention
    text, offset = mention.number.doc.text, mention.offset
    return text[mention.sentence.start_char : mention.start - offset]


def _between(one: Draft, two: Draft) -> str:
    text, offset = two.mention.number.doc.text, two.mention.offset
    return text[one.mention.end - offset : two.mention.start - offset]


def _is_own(draft: Draft, parties: Parties) -> bool:
    """Whether the words name whose people these are."""
    mention = draft.mention
    if nationality_after(mention.number, parties) is not None:
        return True
    return mention.noun is not None and parties.home(mention.noun) is not None


def opposite(drafts: Sequence[Draft], pack: Pack, parties: Parties) -> None:
    """Who went "in the opposite direction" went to the other party of those told before."""
    for name, label in pack.labels.items():
        if not label.party:
            continue
        for i, draft in enumerate(drafts):
            if not _OPPOSITE.match(draft.mention.after) or _is_own(draft, parties):
                continue
            before = next((p for d in reversed(drafts[:i]) if (p := party_of(d, name, label))), "")
            to = parties.other(before)
            if to is not None:
                _decide(draft, name, label, to)


def each_its_side(drafts: Sequence[Draft], pack: Pack) -> None:
    """Of "12 nurses and 80 clerks" each went where the article's others of that name go."""
    for rule in pack.fields.values():
        name = rule.party_label
        label = pack.labels.get(name)
        if label is None or not rule.total:
            continue
        ways: dict[str, set[str]] = {}
        for draft in drafts:
            party = party_of(draft, name, label)
            if party is not None and draft.mention.noun is not None:
                ways.setdefault(draft.mention.noun.lemma_.lower(), set()).add(party)
        for one in drafts:
            joined = {t.i for t in one.mention.node.conjuncts}
            for two in drafts:
                if two.mention.node.i not in joined or not same_sentence(one, two):
                    continue
                both = [_way(d, ways) for d in (one, two)]
                summed = all(d.decisions[name].value == rule.total for d in (one, two))
                if summed and all(both) and both[0] != both[1]:
                    for draft, party in zip((one, two), both, strict=True):
                        _decide(draft, name, label, str(party))


def _way(draft: Draft, ways: dict[str, set[str]]) -> str | None:
    noun = draft.mention.noun
    found = ways.get(noun.lemma_.lower(), set()) if noun is not None else set()
    return next(iter(found)) if len(found) == 1 else None


def _decide(draft: Draft, name: str, label: Label, party: str) -> None:
    votes = draft.decisions[name].votes
    draft.decisions[name] = Decision(label.party.format(party=party), "discourse", votes)
