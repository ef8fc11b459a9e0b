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

from summarizer.documents.sieve import may_find
from summarizer.extraction.lands import countries
from summarizer.extraction.saying import SAYING

if TYPE_CHECKING:
    from summarizer.documents import Cue, Label, Pack
    from summarizer.extraction.mentions import Governor, Mention

__all__ = [
    "Decision",
    "Votes",
    "compiled",
    "compiled_exactly",
    "decide",
    "names_verb",
    "people_value",
]

_LEAD = 0.5
_OWN = re.compile(r"^\s+of (?:its|their|our) own\b(?!\s+\w+s\b)")
_WITHIN = re.compile(r"^(?:\s+or so)?\s+(?:in|from) (?:his|her|its|their|our) (\w+)\b")
_QUOTED = re.compile(r"^\s+[\"“][^\"”]{1,40}[\"”]")  # somebody's name for them: 'ten "mercenaries"'


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
    """A label's value and what decided it; `votes` is what a model's answer is held against."""

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


def _holds(  # noqa: PLR0911
    cue: Cue, mention: Mention, known: Mapping[str, str | None], earlier: str, when: str | None
) -> bool:
    if any(known.get(name) != value for name, value in cue.given.items()):
        return False
    if cue.when and when not in cue.when:
        return False
    if cue.nouns and not mention.nouns & set(cue.nouns):
        return False
    if cue.modifiers and not mention.modifiers & set(cue.modifiers):
        return False
    near = _near(mention)
    if cue.verbs and not any(names_verb(g, cue.verbs) for g in near):
        return False
    if cue.tenses:
        fitting = [g for g in near if not cue.verbs or names_verb(g, cue.verbs)]
        if not any(_tense(g, mention) in cue.tenses for g in fitting):
            return False
    return (
        _found(cue.text, mention.clause)
        and _found(cue.sentence, mention.told)
        and _found(cue.before, mention.before)
        and _found(cue.after, mention.after)
        and _found(cue.paragraph, earlier)
        and not (
            cue.unless
            and _found(cue.unless, " ".join([mention.clause, *(g.token.text for g in near)]))
        )
    )


def _near(mention: Mention) -> list[Governor]:
    """The governors that say what happened to the people; what they are known by only for want of one."""
    near = [g for g in mention.governors if g.role != "outer"]
    above = [g for g in near if not mention.node.is_ancestor(g.token)]
    return above or near or list(mention.governors)


def _tense(governor: Governor, mention: Mention) -> str:
    """A verb's time; "had returned" under "said that" is the past of what is said."""
    if governor.tense != "past_perfect":
        return governor.tense
    told = any(
        g.role == "outer" and g.tense == "past" and g.token.lemma_.lower() in SAYING
        for g in mention.governors
    )
    return "past" if told else governor.tense


def names_verb(governor: Governor, verbs: Sequence[str]) -> bool:
    """Whether a governor is one of `verbs`, with its particle or without."""
    return governor.lemma in verbs or governor.token.lemma_.lower() in verbs


def _found(pattern: str, words: str) -> bool:
    if not pattern:
        return True
    return may_find(pattern, words) and compiled(pattern).search(words) is not None


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once; case is ignored."""
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=512)
def compiled_exactly(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once; case matters."""
    return re.compile(pattern, re.DOTALL)


def people_value(  # noqa: C901, PLR0911, PLR0912
    mention: Mention, pack: Pack, *, armed: bool = False
) -> str | None:
    """Who is counted, by the pack's vocabulary for people: the most specific word decides.

    `armed` says that they belong to a party that is no country: "43 of its members".

    What stands behind the number ("under eighteen") and some modifiers ("dead", "army") say more
    than the noun; a wide noun ("captives") is narrowed by any modifier.
    """
    words = set(mention.nouns)
    noun = mention.noun
    over = [g.token for g in mention.governors if g.role == "of"]
    held = {word for t in over for word in (t.lower_, t.lemma_.lower())}
    if noun is not None and noun.dep_ == "poss":
        held.add(noun.head.lemma_.lower())
    for value in pack.extra.get("through_of", ()):
        if held & set(pack.people[value]):
            return str(value)  # "the bodies of 23 riflemen", "seven soldiers’ remains"
        if words & set(pack.people[value]):
            return str(value)  # "480 bodies of soldiers of the army"
    mixed = pack.extra.get("mixed")
    hedged = _QUOTED.match(mention.after) and not words & set(pack.extra.get("own_names", ()))
    if isinstance(mixed, str) and (hedged or _are_nationals(mention, pack)):
        return mixed
    for value, pattern in pack.extra.get("people_after", {}).items():
        if compiled(pattern).match(mention.after):
            return str(value)
    for value, strong in pack.extra.get("people_modifiers", {}).items():
        if noun is not None and (mention.modifiers & set(strong)):
            return str(value)
    named = {word for vocabulary in pack.people.values() for word in vocabulary}
    for value, following in pack.extra.get("followers", {}).items():
        if armed and words & set(following) and not {w for w in words if " " in w} & named:
            also = _joined_otherwise(mention, (*following, *pack.people[value]), pack) or compiled(
                str(pack.extra.get("followers_of_all", r"(?!)"))
            ).search(mention.told)
            return str(mixed if also else value)  # "37 of its members and supporters"
    for value, bodies in pack.extra.get("bodies_of", {}).items():
        if words & set(bodies):
            return str(value)
    own = _of_a_body(mention, pack) or _of_a_list(mention, pack)
    if own is not None:
        return own
    phrases = {word for word in words if " " in word} & named
    for value, vocabulary in pack.people.items():
        if not (phrases or words) & set(vocabulary):
            continue  # "intelligence officers" before "officers"
        if value == mixed and phrases & set(vocabulary):
            return value  # "police officers"
        if value == mixed:
            break  # the widest word; a modifier may say more ("captured soldiers", "civilian captives")
        if isinstance(mixed, str) and _joined_otherwise(mention, vocabulary, pack):
            return mixed
        return value
    for value, vocabulary in pack.people.items():
        if mention.modifiers & {word for word in vocabulary if " " not in word}:
            return value
    wide = pack.people.get(mixed, ()) if isinstance(mixed, str) else ()
    return mixed if isinstance(mixed, str) and (words & set(wide) or noun is not None) else None


def _are_nationals(mention: Mention, pack: Pack) -> bool:
    """Whether they are a country's people at large: "two U.S. residents", not "two Tarsk residents"."""
    noun = mention.noun
    if noun is None or noun.lemma_.lower() not in pack.extra.get("nationals", ()):
        return False
    of = [p for c in noun.children if c.lower_ == "of" for p in c.subtree]
    near = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}]
    return any(t.lower_ in countries() for t in near) or any(
        t.lower_ in countries() or t.lower_ in {"republic", "country"} for t in of
    )


def _of_a_body(mention: Mention, pack: Pack) -> str | None:
    """Whose a number, "men" or "wounded" are: "a garrison of 600", "men of his platoon", "its men"."""
    bodies = pack.extra.get("bodies_of", {})
    noun, number = mention.noun, mention.number
    if noun is None:
        held = number.dep_ == "pobj" and number.head.lower_ == "of"
        names = {number.head.head.lemma_.lower()} if held else set()
        within = _WITHIN.match(mention.after)
        if within is not None:  # "of the 200 in his company"
            names.add(within[1].lower())
        if _OWN.match(mention.after):  # "the army got back 30 of its own"
            names |= {word.lower() for word in re.findall(r"\w+", mention.before)}
    elif noun.lower_ in {*pack.people.get("men", ()), *pack.extra.get("states_of", ())}:
        names = {m.removeprefix("of ") for m in mention.modifiers if m.startswith("of ")}
        if any(c.dep_ == "poss" for c in noun.children):
            names |= {name for value in bodies for name in bodies[value]}
    else:
        return None
    mixed = pack.extra.get("mixed")
    return next((str(v) for v in sorted(bodies) if v != mixed and names & set(bodies[v])), None)


def _of_a_list(mention: Mention, pack: Pack) -> str | None:
    """Whose names are counted: "250 names of soldiers"."""
    noun = mention.noun
    if noun is None or noun.lemma_.lower() not in pack.extra.get("lists", ()):
        return None
    of = {t.lemma_.lower() for c in noun.children if c.lower_ == "of" for t in c.children}
    return next((value for value, words in pack.people.items() if of & set(words)), None)


def _joined_otherwise(mention: Mention, vocabulary: Sequence[str], pack: Pack) -> bool:
    """So "390 soldiers and civilians": one number over people of two kinds."""
    if mention.noun is None:
        return False
    for other in mention.noun.conjuncts:
        own = any(c.dep_ == "nummod" or c.lower_ in {"a", "an"} for c in other.children)
        if other.i < mention.noun.i or own:
            continue
        lemma = other.lemma_.lower()
        kinds = {value for value, words in pack.people.items() if lemma in words}
        if lemma not in vocabulary and kinds - set(pack.extra.get("same_kind", ())):
            return True
    return False
