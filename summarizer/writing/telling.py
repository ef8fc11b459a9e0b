"""What telling needs beside the findings, and a sentence in its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.documents import FieldRule, Pack, Position
from summarizer.documents.numerals import in_words
from summarizer.writing import voice
from summarizer.writing.names import in_sentence, with_role
from summarizer.writing.together import by_pronoun, together

__all__ = ["Telling", "Told", "sentence_of", "spread_of", "that_of"]


@dataclass(frozen=True)
class Telling:
    """What telling needs beside the findings: the pack, the outlets' names, the articles' texts.

    `reporters` is the outlet of each article by its id, `roles` the office of each speaker who has
    one, and `named` those whose office has been told already.
    """

    pack: Pack
    outlets: tuple[str, ...]
    texts: Mapping[str, str | None]
    reporters: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def render(self, rule: FieldRule, name: str, values: Mapping[str, object]) -> str:
        """Render the field's phrase of that name, or "" where the pack has none."""
        template = rule.phrase.get(name)
        if not template:
            return ""
        from summarizer.packs import phrase

        return " ".join(phrase(template, **values).split())

    def name(self, name: str) -> str:
        """A name mid-sentence, with the article that the sources put before it."""
        if name in self.outlets:
            return voice.owner([name])
        shown = in_sentence(name, [t for t in self.texts.values() if t])
        return voice.owner([name]) if shown == name else shown

    def owner(self, origins: Sequence[str]) -> str:
        """Who holds a position, mid-sentence; a person with their office the first time."""
        return voice.joined([self._person(name) for name in origins])

    def _person(self, name: str) -> str:
        shown = with_role(name, self.roles, self.named, [t for t in self.texts.values() if t])
        if shown != name:
            return shown
        told = self.name(name)
        if told.startswith(("a ", "an ")) and told != name:
            if name in self.named:
                return f"the {told.split(' ', 1)[1]}"
            self.named.add(name)
        return told

    def outlets_of(self, position: Position) -> int:
        """How many outlets carry a position."""
        return len({self.reporters.get(a, a) for a in position.articles})


class Told(NamedTuple):
    """A sentence in its parts: who says it, with which verb, and what; `text` where it has no parts.

    `spread` tells how many outlets carry what one origin says, where they are several.
    """

    text: str
    owner: str = ""
    verb: str = ""
    bodies: tuple[str, ...] = ()
    spread: str = ""

    def sentence(self) -> str:
        """The parts as one sentence."""
        if not self.bodies:
            return self.text
        bodies = by_pronoun(together(self.bodies))
        # "10 people, including two children, and that": what is put in between ends with a comma
        bodies = [
            f"{b}," if ", including " in b and n < len(bodies) - 1 else b
            for n, b in enumerate(bodies)
        ]
        if not self.owner:
            return sentence_of(voice.joined(bodies).replace(",,", ","))
        long = len(bodies) > 1
        that = (
            [f"that {b}" for b in bodies]
            if long
            else [f"{that_of(self.verb)[len(self.verb) :]} {b}".strip() for b in bodies]
        )
        return sentence_of(
            f"{self.spread}{self.owner} {self.verb} {voice.joined(that)}".replace(",,", ",")
        )


def spread_of(outlets: int) -> str:
    """Say that several outlets have it from one origin."""
    return f"{in_words(outlets)} outlets, one origin: " if outlets > 1 else ""


def that_of(verb: str) -> str:
    """Give a verb of saying with its "that"; "said" does without."""
    return verb if verb == "said" else f"{verb} that"


def sentence_of(text: str) -> str:
    """Capital first, one full stop last."""
    text = voice.capital(text.strip())
    return text if re.search(r"[.!?][”’)]?$", text) else f"{text}."
