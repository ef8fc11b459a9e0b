"""Wholes: numbers that are of people told before: a part of them, the same again, or their like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from summarizer.extraction.counted import is_total
from summarizer.extraction.labels import Decision, compiled, names_verb

if TYPE_CHECKING:
    from summarizer.documents import Pack
    from summarizer.extraction.drafts import Draft

__all__ = [
    "is_part",
    "people_of_kind",
    "people_of_whole",
    "reopen_parts",
    "same_as_before",
    "same_sentence",
    "take",
]

_OF_THEM_AFTER = re.compile(r"^\s+of (?:them|whom|these|those)\b")
_OF_THEM_BEFORE = re.compile(r"\bof (?:them|whom|these),?\s+$", re.IGNORECASE)
_AMONG = re.compile(r"\bamong (?:them|the \w+) (?:are|were|is|was)\s+$", re.IGNORECASE)
_OF_THE = re.compile(r"^\s+of the\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|those|these|all)\s+$", re.IGNORECASE)


def take(
    draft: Draft, other: Draft, names: Iterable[str], by: str = "parse", unless: Sequence[str] = ()
) -> None:
    """Take what is open from another draft; the later labels only where the earlier ones agree.

    Values of `unless` are not handed on.
    """
    for name in names:
        mine, theirs = draft.decisions[name], other.decisions[name]
        if theirs.value in unless:
            return
        if mine.value is None and theirs.value is not None:
            draft.decisions[name] = Decision(theirs.value, by, mine.votes)
        elif mine.value != theirs.value and mine.value is not None:
            return


def same_sentence(one: Draft, two: Draft) -> bool:
    """Whether two figures stand in one sentence."""
    a, b = one.mention, two.mention
    return a.paragraph == b.paragraph and a.sentence.start == b.sentence.start


def same_as_before(
    drafts: Sequence[Draft], pack: Pack, again: Callable[[Draft, str], Decision]
) -> None:
    """What is told of "the 40" happened to those 40, and makes no other people of them."""
    for name, values in pack.extra.get("known", {}).items():
        for i, draft in enumerate(drafts):
            mine, value = draft.decisions[name], draft.mention.amount.value
            silent = mine.value is None and not mine.votes
            if not (mine.value in values or silent) or not _DEFINITE.search(draft.mention.before):
                continue
            before = drafts[:i] if not silent else drafts[i - 1 :: -1] if i else []
            told = next((d for d in before if d.mention.amount.value == value), None)
            if told is None or told.decisions[name].value in {None, *values}:
                continue
            draft.decisions[name] = Decision(told.decisions[name].value, "parse", mine.votes)
            for other, label in pack.labels.items():
                if label.party:
                    draft.decisions[other] = again(draft, other)


def reopen_parts(drafts: Sequence[Draft], pack: Pack) -> None:
    """A part's state or past is no fate of other people: "21 of them were ill", "six had been jailed"."""
    pattern = str(pack.extra.get("states", r"(?!)"))
    back = pack.extra.get("back", {})
    for i, draft in enumerate(drafts):
        kind = draft.decisions[pack.people_label].value
        if kind in back and compiled(back[kind]).search(draft.mention.after) and i:
            told = drafts[i - 1].decisions[pack.people_label]
            draft.decisions[pack.people_label] = Decision(told.value, "parse", told.votes)
        first = draft.mention.governors[0] if draft.mention.governors else None
        behind = first is not None and (first.tense, first.role) == ("past_perfect", "object")
        behind = behind and not (first and names_verb(first, pack.extra.get("main_verbs", ())))
        if not behind and compiled(pattern).search(draft.mention.after) is None:
            continue
        beside = [d for d in drafts[:i] if same_sentence(d, draft)]
        of_those = _OF_THE.match(draft.mention.after) is not None
        if of_those or any(is_part(d, pack) for d in (draft, *beside)):
            for name in pack.labels:
                if name != pack.people_label:
                    draft.decisions[name] = Decision(None, "open", {})


def is_part(draft: Draft, pack: Pack) -> bool:
    """Whether the words say that these are some of those told before: "of them", "47 were nurses"."""
    mention = draft.mention
    first = mention.governors[0] if mention.governors else None
    if first is not None and first.token.lemma_ == "be" and first.role in {"attr", "subject"}:
        return True
    words = {
        "before": mention.before,
        "after": mention.after,
        "sentence": mention.told.strip(),
    }
    patterns = pack.extra.get("parts", {})
    return any(compiled(patterns[where]).search(words[where]) for where in sorted(patterns))


def people_of_whole(drafts: Sequence[Draft], pack: Pack) -> None:
    """A bare number counts the people of those before it: "got 909 bodies, and Southmark 41"."""
    label = pack.people_label
    _sharpen(drafts, pack)
    for i, draft in enumerate(drafts):
        if draft.decisions[label].value is not None or draft.mention.noun is not None:
            _among(draft, drafts[:i], pack)
            continue
        before = _told_before(draft, drafts[:i], label)
        if before is None:
            continue
        theirs = _is_of_them(draft) or is_total(draft.mention.number, same=True)
        again = before.mention.amount.value == draft.mention.amount.value
        if same_sentence(draft, before) or ((theirs or again) and "bare" in pack.extra):
            take(draft, before, [label])


def _sharpen(drafts: Sequence[Draft], pack: Pack) -> None:
    """A wide word says less than the same number's other noun, or than the sum that it is a part of.

    So "27 of its own wounded" are the 27 servicemen told elsewhere; of "seventeen gunners, fourteen
    Marnians and three Orlans", all are gunners.
    """
    label, mixed = pack.people_label, pack.extra.get("mixed")
    for i, draft in enumerate(drafts):
        mine = draft.decisions[label]
        if mine.value == mixed and draft.mention.nouns & set(pack.extra.get("states_of", ())):
            same = [d for d in drafts if d.mention.amount.value == draft.mention.amount.value]
            kinds = {d.decisions[label].value for d in same if d.decisions[label].by == "words"}
            kinds -= {mixed, *pack.extra.get("through_of", ())}
            whole = _told_before(draft, drafts[:i], label)
            if whole is not None and _OF_THE.match(draft.mention.after):
                kinds = {whole.decisions[label].value}  # "eight of the wounded"
            if len(kinds) == 1:
                draft.decisions[label] = Decision(kinds.pop(), "parse", mine.votes)
        parts: list[Draft] = []
        for part in drafts[i + 1 :]:
            if not same_sentence(part, draft) or part.decisions[label].value != mixed:
                break
            if part.mention.noun is None or not part.mention.noun.text[:1].isupper():
                break  # where they are from, and no more
            parts.append(part)
        if parts and sum(d.mention.amount.value for d in parts) == draft.mention.amount.value:
            for part in parts:
                part.decisions[label] = Decision(mine.value, "parse", mine.votes)


def _among(draft: Draft, drafts: Sequence[Draft], pack: Pack) -> None:
    """Some "men" of those told before are what those are: "Among the 29 are eleven men taken in May"."""
    label = pack.people_label
    kind = draft.decisions[label]
    back = pack.extra.get("back", {})
    match = _AMONG.search(draft.mention.before)
    if kind.value not in back or kind.by != "words" or match is None:
        return
    told = [d for d in drafts if d.mention.amount.value > draft.mention.amount.value]
    whole = told[-1].decisions[label].value if told else None
    if whole in pack.extra.get("bodies_of", {}):
        draft.decisions[label] = Decision(whole, "parse", kind.votes)


def _told_before(draft: Draft, drafts: Sequence[Draft], label: str) -> Draft | None:
    """Whose people a bare number may be: the same number's, its whole's, or those told just before.

    "Two of whom" before it are a part, which hands nothing on.
    """
    mention = draft.mention
    known = [d for d in drafts if d.decisions[label].value is not None]
    same = [d for d in known if d.mention.amount.value == mention.amount.value]
    if same and (_DEFINITE.search(mention.before) or is_total(mention.number)):
        return same[0]
    if _is_of_them(draft):
        near = range(mention.paragraph - 2, mention.paragraph + 1)
        return next(
            (
                d
                for d in reversed(known)
                if d.mention.amount.value > mention.amount.value
                and d.mention.paragraph in near
                and not _is_of_them(d)
            ),
            drafts[-1] if drafts else None,
        )
    beside = [d for d in drafts if same_sentence(d, draft) and not _is_of_them(d)]
    wholes = [d for d in beside if not is_named_part(d)]
    if beside and not wholes:
        return None  # "those freed include nine minors, who say that six were beaten"
    told = wholes or drafts
    return told[-1] if told else None


def is_named_part(draft: Draft) -> bool:
    """Whether a number is named as some of others: "ten sailors, including two minors"."""
    return any(
        g.role in {"including", "among"}
        or (g.token.lemma_ in {"include", "comprise"} and g.role in {"object", "conj"})
        for g in draft.mention.governors[:1]
    )


def _is_of_them(draft: Draft) -> bool:
    words = draft.mention
    return _OF_THEM_AFTER.match(words.after) is not None or bool(
        _OF_THEM_BEFORE.search(words.before)
    )


def people_of_kind(drafts: Sequence[Draft], pack: Pack) -> None:
    """A bare number in an article that counts one kind of people alone is of that kind."""
    label, words = pack.people_label, str(pack.extra.get("counterpart", r"(?!)"))
    for i, draft in enumerate(drafts):
        if draft.decisions[label].value is not None or draft.mention.noun is not None:
            continue
        again = [d for d in drafts if d.mention.amount.value == draft.mention.amount.value]
        if any(compiled(words).search(d.mention.told) for d in again):
            continue  # what came in return may be of another kind
        told = {d.decisions[label].value for d in drafts[:i] if d.mention.noun is not None}
        if len(told) == 1:
            take(draft, drafts[0], [label])
