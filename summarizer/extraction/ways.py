"""Ways: which way people went where their own words don't say, from what the article says of others.

Two numbers set against each other went opposite ways; a word that the article uses for one party's
people alone means its people; what remains follows the priors that the pack declares.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.extraction.labels import Decision, compiled

if TYPE_CHECKING:
    from summarizer.documents import Label, Pack
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.parties import Parties

__all__ = ["from_others", "from_priors", "party_of"]

_SURE = 0.8
_SOME = 3  # figures that make a topic
_DESTINATION = re.compile(r"^(?:\s+[\w’'-]+){0,3}\s+to\s+(?:the\s+)?([A-Z][\w’'-]+)")
_OTHER_CLAUSE = re.compile(r";|\bwhile\b|\bwhereas\b|\bbut\b")


def from_others(drafts: Sequence[Draft], pack: Pack, parties: Parties) -> None:
    """Decide open party labels by prices, by sums and by the words used for one party's people."""
    for name, label in _party_labels(pack):
        _by_company(drafts, name, label, parties)
        _by_destination(drafts, name, label, pack, parties)
        _by_price(drafts, name, label, pack, parties)
        _by_sum(drafts, name, label, pack)
        _by_word(drafts, name, label, pack, parties)
        _by_price(drafts, name, label, pack, parties)


def from_priors(drafts: Sequence[Draft], pack: Pack, parties: Parties) -> None:
    """Decide what is still open by the pack's priors, marked as decided by "prior"."""
    for name, label in _party_labels(pack):
        _by_side(drafts, name, label, pack, parties)
        _by_price(drafts, name, label, pack, parties, by="prior")
        _by_outlet(drafts, name, label, pack, parties)
        _by_topic(drafts, name, label, pack, parties)
        _by_price(drafts, name, label, pack, parties, by="prior")


def _party_labels(pack: Pack) -> Iterator[tuple[str, Label]]:
    return ((name, label) for name, label in pack.labels.items() if label.party)


def party_of(draft: Draft, name: str, label: Label) -> str | None:
    """The party in a decided party label, or null."""
    pattern = re.escape(label.party).replace(re.escape("{party}"), "(.+)")
    match = re.fullmatch(pattern, draft.decisions[name].value or "")
    return match[1] if match else None


def _moved(draft: Draft, name: str, pack: Pack) -> bool:
    """Whether the number's people move at all, at whatever time: not held, not outside the event."""
    for rule in pack.fields.values():
        if rule.party_label != name:
            continue
        for other in {*rule.kept, *rule.background}:
            moving = {*rule.kept.get(other, ()), *rule.background.get(other, ())}
            if draft.decisions[other].value not in moving - {*rule.standing.get(other, ())}:
                return False
    return True


def _open(drafts: Sequence[Draft], name: str, pack: Pack) -> list[Draft]:
    return [d for d in drafts if d.decisions[name].value is None and _moved(d, name, pack)]


def _decide(draft: Draft, name: str, label: Label, party: str, by: str) -> None:
    votes = draft.decisions[name].votes
    draft.decisions[name] = Decision(label.party.format(party=party), by, votes)


def _sentences(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    found: dict[tuple[int, int], list[Draft]] = {}
    for draft in drafts:
        mention = draft.mention
        found.setdefault((mention.paragraph, mention.sentence.start), []).append(draft)
    return iter(found.values())


def _by_price(  # noqa: PLR0917
    drafts: Sequence[Draft], name: str, label: Label, pack: Pack, parties: Parties, by: str = "discourse"
) -> None:  # fmt: skip
    """What is given for others goes the other way: "freed 12 in exchange for 30"."""
    pattern = compiled(str(pack.extra.get("price_of", r"(?!)")))
    for together in _sentences(drafts):
        prices = [d for d in together if pattern.search(d.mention.before) is not None]
        if not prices:
            continue
        joined = {t.i for d in prices for t in d.mention.node.conjuncts}
        prices += [d for d in together if d.mention.node.i in joined and d not in prices]
        first = min(d.mention.start for d in prices)
        goods = [d for d in together if d not in prices and not _apart(d, first)]
        for mine, theirs in ((prices, goods), (goods, prices)):
            sure = {p for d in theirs if (p := party_of(d, name, label)) is not None}
            party = parties.other(next(iter(sure))) if len(sure) == 1 else None
            for draft in _open(mine, name, pack):
                if party is not None:
                    _decide(draft, name, label, party, by)


def _apart(draft: Draft, price: int) -> bool:
    """Whether another clause lies between a number and the price."""
    text, offset = draft.mention.number.doc.text, draft.mention.offset
    low, high = sorted((draft.mention.end, price))
    return _OTHER_CLAUSE.search(text[low - offset : high - offset]) is not None


def _by_destination(
    drafts: Sequence[Draft], name: str, label: Label, pack: Pack, parties: Parties
) -> None:
    """Of two numbers with a destination each, the unknown one is the other party's: "40 to X and 12 to Y"."""
    for together in _sentences(drafts):
        bound = [(d, m[1]) for d in together if (m := _DESTINATION.match(d.mention.after))]
        for (one, here), (two, there) in (*pairwise(bound), *pairwise(reversed(bound))):
            party = parties.other(party_of(one, name, label) or "")
            if here != there and party is not None and two in _open([two], name, pack):
                _decide(two, name, label, party, "discourse")


def _by_company(drafts: Sequence[Draft], name: str, label: Label, parties: Parties) -> None:
    """Who is freed together with a party's people goes to it: "five Ruritanians and two Thai cooks"."""
    for draft in drafts:
        party = party_of(draft, name, label)
        if party is None or party in parties.pair:
            continue
        joined = {t.i for t in draft.mention.node.conjuncts}
        company = [
            p
            for d in drafts
            if d.mention.node.i in joined
            and d.mention.paragraph == draft.mention.paragraph
            and (p := party_of(d, name, label)) is not None
        ]
        if company and company[0] in parties.pair:
            _decide(draft, name, label, company[0], "parse")


def _by_sum(drafts: Sequence[Draft], name: str, label: Label, pack: Pack) -> None:
    """What adds up joined numbers is the same people: "48 girls and 3 teachers … the 51".

    Where several do, those told last before it, else those told first after it.
    """
    for draft in _open(drafts, name, pack):
        sums = [
            (one.mention.start, party)
            for one in drafts
            for two in drafts
            if two.mention.node.i in {t.i for t in one.mention.node.conjuncts}
            and one.mention.paragraph == two.mention.paragraph
            and one.mention.amount.value + two.mention.amount.value == draft.mention.amount.value
            and (party := party_of(one, name, label)) is not None
            and party == party_of(two, name, label)
        ]
        before = [told for told in sums if told[0] < draft.mention.start]
        if sums:
            _decide(draft, name, label, (max(before) if before else min(sums))[1], "arithmetic")


def _by_word(
    drafts: Sequence[Draft], name: str, label: Label, pack: Pack, parties: Parties
) -> None:
    """A word for people that the article uses for one party's people only means them."""
    uses: dict[str, Counter[str]] = {}
    wide = set(pack.extra.get("of_any_side", ()))
    for _, doc in parties.parsed.paragraphs:
        for token in doc:
            word = token.lemma_.lower()
            if token.pos_ == "NOUN" and word in parties.nouns and word not in wide:
                home = parties.home(token)
                if home in parties.pair:
                    uses.setdefault(word, Counter())[str(home)] += 1
    for draft in drafts:
        party, noun = party_of(draft, name, label), draft.mention.noun
        if party in parties.pair and noun is not None and noun.lemma_.lower() not in wide:
            uses.setdefault(noun.lemma_.lower(), Counter())[str(party)] += 1
    for draft in _open(drafts, name, pack):
        noun = draft.mention.noun
        counted = uses.get(noun.lemma_.lower(), Counter()) if noun is not None else Counter()
        ranked = counted.most_common(1)
        if ranked and ranked[0][1] >= _SURE * counted.total():
            _decide(draft, name, label, ranked[0][0], "discourse")


def _by_side(
    drafts: Sequence[Draft], name: str, label: Label, pack: Pack, parties: Parties
) -> None:
    """A state's soldiers and citizens go to the state, its prisoners to whom it fights."""
    if not (parties.state in parties.pair and parties.armed in parties.pair):
        return
    words: dict[str, Sequence[str]] = pack.extra.get("people_of_sides", {})
    for draft in _open(drafts, name, pack):
        told = draft.mention.nouns | draft.mention.modifiers
        for side, party in (("armed", parties.armed), ("state", parties.state)):
            if told & set(words.get(side, ())):
                _decide(draft, name, label, party, "prior")
                break


def _by_outlet(
    drafts: Sequence[Draft], name: str, label: Label, pack: Pack, parties: Parties
) -> None:
    """An outlet that bears a party's name tells of its people first."""
    if parties.own in parties.pair:
        for draft in _open(drafts, name, pack):
            _decide(draft, name, label, parties.own, "prior")


def _by_topic(
    drafts: Sequence[Draft], name: str, label: Label, pack: Pack, parties: Parties
) -> None:
    """What nothing tells goes where most of the article's people go."""
    counted = Counter(p for d in drafts if (p := party_of(d, name, label)) in parties.pair)
    ranked = counted.most_common(1)
    if ranked and ranked[0][1] >= max(_SOME, _SURE * counted.total()):
        for draft in _open(drafts, name, pack):
            _decide(draft, name, label, str(ranked[0][0]), "prior")
