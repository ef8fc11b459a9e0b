"""Labels: what the words and the parse decide about a number of people.

Each cue that a pack declares is a labelling function with a vote; frames of the pack's verbs vote
on who receives. A label is decided where its leader has votes enough and a clear lead; otherwise it
stays open, for a model to be asked or to remain null (weak supervision; Ratner et al. 2017).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.extraction.parties import BOTH, Parties

if TYPE_CHECKING:
    from summarizer.documents import Cue, Label, Pack
    from summarizer.extraction.mentions import Governor, Mention

__all__ = ["Decision", "Votes", "decide", "frame_votes", "people_value"]

_LEAD = 0.5
_CAPTORS = re.compile(r"\b(?:captivity|custody|prison|jail|detention|hands|prisons|jails)\b", re.IGNORECASE)


@dataclass
class Votes:
    """Votes for the values of one label of one mention, with what cast them."""

    cast: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    by: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, value: str, weight: float, source: str) -> None:
        """Count `weight` votes for `value`, cast by "words" or "parse"."""
        self.cast[value] += weight
        self.by[value].add(source)

    def leader(self, threshold: float) -> tuple[str, str] | None:
        """The value with `threshold` votes and a clear lead, and what decided it; else null."""
        ranked = sorted(self.cast.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < threshold:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD:
            return None
        sources = self.by[ranked[0][0]]
        return ranked[0][0], "words" if "words" in sources else "parse"


@dataclass(frozen=True)
class Decision:
    """A label's value and what decided it; `votes` keeps how the cues stood, for a model's answer to be held against."""

    value: str | None
    by: str
    votes: Mapping[str, float]


def decide(
    mention: Mention, label: Label, known: Mapping[str, str | None], *,
    earlier: str, when: str | None, extra: Votes | None = None,
) -> Decision:  # fmt: skip
    """Let the label's cues (and `extra` votes) decide its value for one mention.

    `known` holds labels decided before; `earlier` the words before the sentence in its paragraph;
    `when` how a date in the sentence lies to the event's date.
    """
    votes = extra if extra is not None else Votes()
    for cue in label.cues:
        if _holds(cue, mention, known, earlier, when):
            votes.add(cue.value, cue.weight, "words")
    leader = votes.leader(label.threshold)
    if leader is None:
        return Decision(None, "open", dict(votes.cast))
    return Decision(leader[0], leader[1], dict(votes.cast))


def _holds(cue: Cue, mention: Mention, known: Mapping[str, str | None], earlier: str, when: str | None) -> bool:
    if any(known.get(name) != value for name, value in cue.given.items()):
        return False
    if cue.when and when not in cue.when:
        return False
    if cue.nouns and not mention.nouns & set(cue.nouns):
        return False
    if cue.modifiers and not mention.modifiers & set(cue.modifiers):
        return False
    near = [g for g in mention.governors if g.role != "outer"] or list(mention.governors)
    if cue.verbs and not any(_names(g, cue.verbs) for g in near):
        return False
    if cue.tenses:
        fitting = [g for g in near if not cue.verbs or _names(g, cue.verbs)]
        if not any(g.tense in cue.tenses for g in fitting):
            return False
    return (
        _found(cue.text, mention.clause)
        and _found(cue.sentence, mention.sentence.text)
        and _found(cue.before, mention.before)
        and _found(cue.after, mention.after)
        and _found(cue.paragraph, earlier)
        and not (cue.unless and _found(cue.unless, " ".join([mention.clause, *(g.token.text for g in near)])))
    )


def _names(governor: Governor, verbs: Sequence[str]) -> bool:
    return governor.lemma in verbs or governor.token.lemma_.lower() in verbs


def _found(pattern: str, words: str) -> bool:
    return not pattern or _compiled(pattern).search(words) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def people_value(mention: Mention, pack: Pack) -> str | None:
    """Who is counted, by the pack's vocabulary for people: the most specific word of the noun decides."""
    words = set(mention.nouns)
    if mention.noun is not None and mention.noun.dep_ == "pobj" and mention.noun.head.lower_ == "of":
        words.add(mention.noun.head.head.lemma_.lower())  # "the bodies of 23 riflemen"
    for value, vocabulary in pack.people.items():
        if words & set(vocabulary):
            mixed = pack.extra.get("mixed")
            if isinstance(mixed, str) and _joined_otherwise(mention, vocabulary, pack):
                return mixed
            if value == pack.extra.get("mixed"):
                break  # the widest word; a modifier may say more ("captured soldiers", "civilian captives")
            return value
    for value, vocabulary in pack.people.items():
        if mention.modifiers & {word for word in vocabulary if " " not in word}:
            return value
    mixed = pack.extra.get("mixed")
    wide = pack.people.get(mixed, ()) if isinstance(mixed, str) else ()
    return mixed if isinstance(mixed, str) and (words & set(wide) or mention.noun is not None) else None


def _joined_otherwise(mention: Mention, vocabulary: Sequence[str], pack: Pack) -> bool:
    """ "390 soldiers and civilians": one number over people of two kinds."""
    if mention.noun is None:
        return False
    for other in mention.noun.conjuncts:
        if other.i < mention.noun.i or any(child.dep_ == "nummod" for child in other.children):
            continue
        lemma = other.lemma_.lower()
        if lemma not in vocabulary and any(lemma in words for words in pack.people.values()):
            return True
    return False


def frame_votes(mention: Mention, pack: Pack, parties: Parties, pattern: str) -> Votes:
    """Votes on who receives, from the pack's frames: `pattern` makes a value of a party ("to:{party}")."""
    votes = Votes()
    home = parties.home(mention.noun) if mention.noun is not None else None
    swapped = _in_return(mention)
    for governor in mention.governors:
        if governor.role in {"outer", "attr", "npadvmod"} and governor.tense != "noun":
            continue
        _by_frame(governor, mention, pack, parties, pattern, votes, reverse=swapped)
    if mention.gapped is not None:
        party = parties.of(mention.gapped)
        if party is not None and party != BOTH:
            votes.cast.clear()
            votes.add(pattern.format(party=party), 4, "parse")
    if home is not None and home != BOTH and mention.governors:
        votes.add(pattern.format(party=home), 1.5, "parse")
    captor = _captor(mention, parties)
    if captor is not None and home is None and parties.other(captor) is not None:
        votes.add(pattern.format(party=parties.other(captor)), 1.5, "parse")
    return votes


def _by_frame(
    governor: Governor, mention: Mention, pack: Pack, parties: Parties, pattern: str, votes: Votes, *, reverse: bool
) -> None:
    for frame in pack.frames:
        if not _names(governor, frame.verbs):
            continue
        moved = "subject" if governor.role == "subject" else "object"
        if governor.tense != "noun" and frame.moved != moved:
            continue
        receivers = _holders(governor, mention, frame.receiver, parties)
        givers = _holders(governor, mention, frame.giver, parties)
        if BOTH in receivers or BOTH in givers:
            votes.add("each", 2, "parse")
            continue
        if len(receivers) > 1 or len(givers) > 1:
            continue  # "Northland and Southland exchanged 90": of each, or of both together?
        for receiver in receivers:
            to = parties.other(receiver) if reverse else receiver
            if to is not None and (not parties.pair or to in parties.pair):
                votes.add(pattern.format(party=to), 2.5, "parse")
        for giver in givers:
            to = giver if reverse else parties.other(giver)
            if to is not None:
                votes.add(pattern.format(party=to), 1.5, "parse")


def _holders(governor: Governor, mention: Mention, roles: Sequence[str], parties: Parties) -> list[str]:
    """The parties that stand in the given roles of the governor, in order, each once."""
    found: list[str] = []
    for role in roles:
        for token in _role_tokens(governor, role):
            if token.i == mention.node.i:
                continue
            for party in parties.all_of(token):
                if party not in found:
                    found.append(party)
        if found:
            break
    return found


def _role_tokens(governor: Governor, role: str) -> list:  # type: ignore[type-arg]
    verb = governor.token
    if role == "subject":
        subject = _subject(verb)
        return [subject] if subject is not None else []
    if role == "by":
        return [t for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for t in c.children if t.dep_ == "pobj"]
    if role in {"to", "into", "in", "from", "with"}:
        found = [t for c in verb.children if c.dep_ in {"prep", "dative"} and c.lower_ == role for t in c.children if t.dep_ == "pobj"]
        if role == "to":
            found += [c for c in verb.children if c.dep_ == "dative" and c.pos_ in {"PROPN", "NOUN"}]
        # "returned home to X", "arrived back in X": the preposition hangs on the adverb
        found += [t for a in verb.children if a.dep_ in {"advmod", "prt"} for c in a.children if c.lower_ == role for t in c.children if t.dep_ == "pobj"]
        # "handed 40 captives over to X" is sometimes hung on the object
        found += [t for o in verb.children if o.dep_ == "dobj" for c in o.children if c.dep_ == "prep" and c.lower_ == role and role == "to" for t in c.children if t.dep_ == "pobj"]
        return found
    return []


def _subject(verb):  # type: ignore[no-untyped-def]
    """The subject of a verb, also where it stands with the verb above ("agreed to free")."""
    current = verb
    for _ in range(5):
        for child in current.children:
            if child.dep_ == "nsubj":
                if child.lower_ in {"who", "that", "which"} and current.dep_ == "relcl":
                    return current.head
                return child
            if child.dep_ == "nsubjpass":
                return None if current.i == verb.i else child
        if current.dep_ == "acl" and current.tag_ == "VBN":
            return None
        if current.dep_ in {"xcomp", "conj", "advcl", "pcomp", "acl"}:
            current = current.head
            while current.dep_ == "prep" or current.pos_ == "ADP":
                current = current.head
            continue
        return None
    return None


def _in_return(mention: Mention) -> bool:
    """Whether the number is the price: "freed 30 captives in exchange for 90 prisoners"."""
    return re.search(r"\b(?:in (?:exchange|return)|swapp?ed|exchanged|traded)\s+(?:\w+\s+){0,4}for\s+(?:[\w,’'-]+\s+){0,4}$", mention.before, re.IGNORECASE) is not None


def _captor(mention: Mention, parties: Parties) -> str | None:
    """The party in whose captivity the people were: "from Southmark captivity", "held by Southmark"."""
    for token in mention.sentence:
        if _CAPTORS.fullmatch(token.text) and token.dep_ == "pobj" and token.head.lower_ in {"from", "out", "of", "in"}:
            party = parties.home(token)
            if party is not None and party != BOTH:
                return party
    return None
