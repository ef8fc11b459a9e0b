"""Frames: who gives and who receives, by the verbs that move people and what stands around them.

The parse votes first. Where it has lost the verb, the pack's patterns of surface words vote; they
name a party only by its place ("handed to …", "held by …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.extraction.belonging import is_national, is_neutral, nationality_after
from summarizer.extraction.governors import Governor, lemma_of
from summarizer.extraction.labels import Votes, compiled, compiled_exactly, names_verb
from summarizer.extraction.lands import lands
from summarizer.extraction.parties import BOTH, Parties
from summarizer.extraction.roles import PREPOSITIONS, role_tokens, subject_of
from summarizer.extraction.standing import MODIFIERS, SIDES, joined_before

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.documents import Frame, Pack
    from summarizer.extraction.mentions import Mention

__all__ = ["are_moved", "frame_votes"]

_NAME = r"(?:the\s+)?(?P<party>[A-Z][\w’'.-]*[\w.](?:\s+[A-Z][\w’'-]+){0,3})"
_OURS = re.compile(r"\b(?:ours|our (?:own|\w+)|to us)\b", re.IGNORECASE)
_OWN_HOME = re.compile(r"\b(?:home|back)\b", re.IGNORECASE)
_HOMEWARD = re.compile(
    r"\b(?:came|come|coming|gone|went|arrived?|landed|brought|flown|sent|returned)\s+(?:\w+\s+)?(?:back\s+)?"
    r"(?:here|home)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"^[^.;,:]{0,40}?\b(?:in all|in total|altogether|all told)\b")
_BOTH = re.compile(r"\b(?:both|either|each)\b", re.IGNORECASE)
_PRICES = {"for", "against"}  # "released 12 for 30", "in return for 30"
_FOR = re.compile(r"^[^.;]{0,60}\b(?:for|against)\b")
_NATIONALS = 3.5  # whose nationals they are says more than who is told to act
_MOVED = {"subject", "object", "with"}


def frame_votes(  # noqa: C901, PLR0912
    mention: Mention, pack: Pack, parties: Parties, pattern: str, speaker: str | None = None
) -> Votes:
    """Votes on who receives, from the pack's frames; `pattern` makes a value of a party ("to:{party}").

    `speaker` is the party of whoever told the number, or null: "ours" are that party's people.
    """
    votes = Votes()
    beside = nationality_after(mention.number, parties) or _of_whole(mention, parties)
    home = beside or (parties.home(mention.noun) if mention.noun is not None else None)
    if home == BOTH or (home is not None and not parties.is_party(home)):
        home = None
    if (
        home is not None
        and _only_pronoun(mention.noun, parties)
        and _gives(mention, pack, parties, home)
    ):
        home = parties.other(home)  # "said that the army had freed eight of its fighters"
    _from_parse(mention, pack, parties, pattern, votes, home, speaker)
    one_way = len(votes.cast) == 1 and "total" not in votes.cast
    if one_way and _IN_ALL.match(mention.after) and not _BOTH.search(mention.clause):
        votes.add(next(iter(votes.cast)), 2.0, "parse")  # "X freed 31 in all": all that X freed
    gapped = parties.of(mention.gapped) if mention.gapped is not None else None
    if gapped is not None and _are_givers(mention, pack):
        gapped = parties.other(gapped)  # "Northland freed 26 captives, and Southland 14"
    if gapped is not None and gapped != BOTH:
        votes.cast.clear()
        votes.add(pattern.format(party=gapped), 4, "parse")
    if home is not None and mention.governors:
        told = home == beside or is_national(mention.noun, home, parties)
        votes.add(pattern.format(party=home), _NATIONALS if told else 2.0, "parse")
    if not votes.cast:
        _from_above(mention, pack, parties, pattern, votes)
    if not votes.cast:
        for role, party in _by_surface(mention, pack, parties):
            reverse = _in_return(mention, pack)
            _vote(role, party, parties, pattern, votes, reverse=reverse, home=None)
    near = f"{mention.before[-30:]} {mention.after[:60]}"
    own_people = set(pack.extra.get("own_people", ()))
    if (
        speaker is not None
        and speaker in parties.pair
        and mention.nouns & own_people
        and home is None
    ):
        votes.add(pattern.format(party=speaker), 2.0, "parse")
    if speaker is not None and speaker in parties.pair and not votes.cast:
        if _OURS.search(near):
            votes.add(pattern.format(party=speaker), 2.0, "parse")
        elif _OWN_HOME.search(near) and not any(g.role in _PRICES for g in mention.governors):
            votes.add(pattern.format(party=speaker), 1.2, "parse")
    if not votes.cast and parties.own in parties.pair and _HOMEWARD.search(mention.clause):
        votes.add(pattern.format(party=parties.own), 1.2, "parse")
    return votes


def are_moved(mention: Mention, pack: Pack) -> bool:
    """Whether a verb or noun of action moves the people one way: those of carrying ("took 40") needn't."""
    for governor in mention.governors:
        token = governor.token
        told_of = governor.role in _MOVED or governor.tense == "noun"
        if not told_of or token.pos_ == "AUX" or any(c.dep_ == "neg" for c in token.children):
            continue
        moved = "subject" if governor.role == "subject" else "object"
        told = [f for f in pack.frames if f.receiver and "with" not in f.receiver]
        acted = {"subject", "by"}
        one_way = [f for f in told if f.moved == "subject" or acted & {*f.receiver, *f.giver}]
        fitting = (f for f in one_way if governor.tense == "noun" or f.moved == moved)
        if any(names_verb(governor, frame.verbs) for frame in fitting):
            return True
    return False


def _from_parse(  # noqa: PLR0917
    mention: Mention, pack: Pack, parties: Parties, pattern: str, votes: Votes, home: str | None,
    speaker: str | None,
) -> None:  # fmt: skip
    """Votes of the verbs and nouns of action right above the people."""
    swapped = _in_return(mention, pack)
    noun = mention.noun
    own = (
        (Governor(noun, lemma_of(noun), "object", "past"),)
        if noun is not None and noun.pos_ == "VERB"
        else ()
    )
    told_by = _known_by(mention)
    for governor in (*own, *told_by, *mention.governors):
        swapped = swapped or governor.role in _PRICES
        if governor.role in {"outer", "attr", "npadvmod"} and governor.tense != "noun":
            continue
        for role, party in _by_frame(governor, mention, pack, parties, speaker):
            known = mention.node.is_ancestor(governor.token)  # "for 12 whom X had detained"
            far = party in lands() and names_verb(governor, pack.extra.get("far_verbs", ()))
            reverse = swapped and not known
            weight = 2.5 if known else 1.5  # "four, held by X since May": these very people
            _vote(
                role, party, parties, pattern, votes, reverse=reverse, home=home, far=far,
                weight=weight,
            )  # fmt: skip


def _known_by(mention: Mention) -> tuple[Governor, ...]:
    """What people are known by where their verb only says what they are: "19 who came home were …"."""
    first = mention.governors[0] if mention.governors else None
    if first is None or first.token.lemma_ != "be":
        return ()
    verb = first.token
    found = []
    for holder in verb.subtree:
        if (
            holder.i >= mention.sentence.end
            or holder.dep_ not in {"relcl", "acl"}
            or holder.pos_ != "VERB"
        ):
            continue
        people = holder.head
        if people.i == mention.node.i or mention.number in people.subtree or people.dep_ == "pobj":
            role = (
                "object"
                if holder.tag_ == "VBN" and not any(c.dep_ == "nsubj" for c in holder.children)
                else "subject"
            )
            found.append(Governor(holder, lemma_of(holder), role, "past"))
    return tuple(found[:1])


def _only_pronoun(noun: Token | None, parties: Parties) -> bool:
    """Whether people are only "its" or "their" people: nobody is named beside them."""
    if noun is None:
        return False
    owner = any(c.dep_ == "poss" and c.lower_ in {"its", "their"} for c in noun.children)
    return owner and not any(parties.named(c.text) for c in noun.children if c.dep_ in MODIFIERS)


def _gives(mention: Mention, pack: Pack, parties: Parties, home: str) -> bool:
    """Whether the party is told as the giver of these very people."""
    if any(governor.role in _PRICES for governor in mention.governors):
        return False
    return any(
        role == "from" and party == home
        for governor in mention.governors
        if governor.role not in {"outer", "attr", "npadvmod"}
        for role, party in _by_frame(governor, mention, pack, parties)
    )


def _from_above(
    mention: Mention, pack: Pack, parties: Parties, pattern: str, votes: Votes
) -> None:  # fmt: skip
    """Votes of a verb further up: "Northland got as many: its ministry spoke of 40"."""
    swapped = any(governor.role in _PRICES for governor in mention.governors)
    for governor in mention.governors:
        if governor.role != "outer" or governor.token.i > mention.number.i:
            continue
        for role, party in _by_frame(replace(governor, role="object"), mention, pack, parties):
            if role == "all":
                continue
            to = party if (role == "to") != swapped else parties.other(party)
            if to is not None and to != BOTH and to in parties.pair:
                votes.add(pattern.format(party=to), 1.2, "parse")


def _vote(
    role: str, party: str, parties: Parties, pattern: str, votes: Votes,
    *, reverse: bool, home: str | None, far: bool = False, weight: float = 1.5,
) -> None:  # fmt: skip
    """One party's vote: its own as a receiver, the other party's as a giver."""
    if role == "all":
        votes.add("total", 1.5, "parse")
        return
    if party == BOTH:
        votes.add("each", 2, "parse")
        return
    party = parties.lead(party)
    if role == "to":
        to = parties.other(party) if reverse else party
        if to is not None and (not parties.pair or to in parties.pair or far or to == home):
            votes.add(pattern.format(party=to), 2.5, "parse")
        return
    to = party if reverse else parties.other(party)
    # Whose people they are says more than that two parties were found.
    if to is not None and (home is None or home in {party, to}):
        votes.add(pattern.format(party=to), weight, "parse")


def _by_frame(  # noqa: C901
    governor: Governor, mention: Mention, pack: Pack, parties: Parties, speaker: str | None = None
) -> Iterator[tuple[str, str]]:
    """Each party that the governor's frames find, as ("to" or "from", party)."""
    with_it = f"{governor.lemma} {governor.role}"  # "part with", "dispose of"
    phrasal = any(with_it in frame.verbs for frame in pack.frames)
    if phrasal:
        governor = replace(governor, lemma=with_it, role="object")
    whole = phrasal or any(governor.lemma in frame.verbs for frame in pack.frames)
    for frame in pack.frames:
        if governor.lemma not in frame.verbs if whole else not names_verb(governor, frame.verbs):
            continue
        # "a plane arrived from Northland with 35 men": they went where it went
        moved = "subject" if governor.role in {"subject", "with"} else "object"
        if governor.tense != "noun" and frame.moved != moved:
            continue
        receivers = _holders(governor, mention, frame.receiver, parties, speaker)
        if not receivers and governor.role == "object" and "to" in frame.receiver:
            receivers = _given(governor, mention, parties)
        givers = _holders(governor, mention, frame.giver, parties, speaker)
        if "subject" in frame.giver and givers and "from" in frame.giver:
            source = _holders(governor, mention, ("from",), parties, speaker)
            givers = source or givers  # "Northland returned 80 from Southland's captivity"
        if BOTH in receivers or BOTH in givers:
            if "with" not in frame.receiver:  # "both sides exchanged 90": of each, or together?
                yield "to", BOTH
            continue
        if len(receivers) > 1:
            continue  # "brought 40 to Northland and 12 to Southland"
        if len(givers) > 1 or _jointly(governor, frame, parties):
            yield "all", BOTH  # "Northland and Southland exchanged 90"
            continue
        priced = governor.role in _PRICES or _priced(mention, pack)
        agents = role_tokens(governor, "by")  # "80 being swapped by Northland"
        alone = len(agents) == 1 and not (*agents[0].conjuncts, *joined_before(agents[0]))
        priced = priced or (alone and bool(givers))
        if "with" in frame.receiver and not receivers and not priced:
            yield "all", BOTH  # "the coalition exchanged 90": both ways
            continue
        if receivers and _goes_either_way(governor, mention, pack):
            continue
        yield from (("to", party) for party in receivers)
        yield from (("from", party) for party in givers if party not in receivers)


def _of_whole(mention: Mention, parties: Parties) -> str | None:
    """The party of those that people are said to be among: "Among the freed Orlans were 12 nurses"."""
    first = mention.governors[0] if mention.governors else None
    if first is None or first.token.lemma_ != "be":
        return None
    among = (c for c in first.token.children if c.lower_ == "among" and c.dep_ == "prep")
    homes = (parties.home(t) for c in among for t in c.children if t.dep_ == "pobj")
    return next((home for home in homes if home in parties.pair), None)


def _goes_either_way(governor: Governor, mention: Mention, pack: Pack) -> bool:
    """Whether who acts may give as well as get: "repatriated 40", its own people or the other’s."""
    ways = pack.extra.get("either_way", {})
    return names_verb(governor, sorted(ways)) and bool(
        mention.nouns & {noun for verb in ways for noun in ways[verb]}
    )


def _are_givers(mention: Mention, pack: Pack) -> bool:
    """Whether whoever does what the people's own verb tells gives them up."""
    near = [g for g in mention.governors if g.role != "outer"][:1]
    fitting = [f for g in near for f in pack.frames if names_verb(g, f.verbs)]
    return bool(fitting) and all("subject" in frame.giver for frame in fitting)


def _priced(mention: Mention, pack: Pack) -> bool:
    """Whether others were given for these people, or these for others: "traded 12 for 30"."""
    return _FOR.match(mention.after) is not None or _in_return(mention, pack)


def _jointly(governor: Governor, frame: Frame, parties: Parties) -> bool:
    """Whether both sides are the ones who act: "the delegations agreed to free 90"."""
    if governor.tense == "noun" or "subject" not in {*frame.giver, *frame.receiver}:
        return False
    subject = subject_of(governor.token)
    if subject is None:
        return False
    joined = (
        any(t.pos_ in {"NOUN", "PROPN"} for t in subject.conjuncts) and "with" in frame.receiver
    )
    return joined or parties.are_all(subject)


def _given(governor: Governor, mention: Mention, parties: Parties) -> list[str]:
    """The party of "the rebels were given 88 in return": a passive's subject beside its object."""
    subject = next((c for c in governor.token.children if c.dep_ == "nsubjpass"), None)
    if subject is None or subject.i == mention.node.i:
        return []
    return parties.all_of(subject)


def _by_surface(mention: Mention, pack: Pack, parties: Parties) -> Iterator[tuple[str, str]]:
    """The party that the pack's surface patterns find, as ("to" or "from", party)."""
    for role, where, template in pack.extra.get("movements", ()):
        expression = compiled_exactly(template.replace("NAME", _NAME))
        words = mention.after if where == "after" else mention.before
        found = list(expression.finditer(words))
        for match in found if where == "after" else reversed(found):
            name = match["party"]
            party = parties.in_name(name) or parties.in_name(
                name.rstrip(".")
            )  # "back in Ruritania."
            if party is not None:
                yield role, party
                return


def _holders(
    governor: Governor, mention: Mention, roles: Sequence[str], parties: Parties, speaker: str | None,
) -> list[str]:  # fmt: skip
    """The parties that stand in the given roles of the governor, in order, each once."""
    found: list[str] = []
    for role in roles:
        for token in role_tokens(governor, role):
            if token.i == mention.node.i or is_neutral(parties.name_at(token)):
                continue  # who carries them is none of the sides
            named = parties.all_of(token)
            if role in PREPOSITIONS:
                place = parties.holder_of(token)
                named = [place] if place is not None else named
            if not named and speaker in parties.pair:
                side = _as_spoken(token, str(speaker), parties)
                named = [side] if side is not None else []
            for party in named:
                if party not in found:
                    found.append(party)
        if found:
            break
    return found


def _as_spoken(token: Token, speaker: str, parties: Parties) -> str | None:
    """The party of a phrase in a party's own mouth: "we", "his country", "the other side"."""
    if token.lower_ in {"we", "us", "ours", "he", "she"}:
        return speaker
    words = {child.lower_ for child in token.children}
    if token.lemma_.lower() not in SIDES:
        return None
    if words & {"other", "opposing", "opposite"}:
        return parties.other(speaker)
    return speaker if words & {"our", "his", "her", "my"} else None


def _in_return(mention: Mention, pack: Pack) -> bool:
    """Whether the number is the price: "gave up 30 for 90"."""
    pattern = pack.extra.get("price", r"(?!)")
    return compiled(pattern).search(mention.before) is not None
