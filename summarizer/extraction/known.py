"""Known: somebody who can speak, under every form of the name, and when they were heard."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.extraction.naming import key_of

__all__ = ["Heard", "Voice", "is_called"]

# Bodies that are spoken of by another noun than their name has.
_KIN = {
    "military": {"defense", "army", "armed"},
    "army": {"military", "armed"},
    "outlet": {"newspaper", "channel", "broadcaster", "agency"},
    "organization": {"federation", "association", "forum", "committee", "society"},
    "body": {"commission", "committee", "council"},
    "group": {"movement", "army", "front", "forum", "federation", "organization"},
}


@dataclass
class Voice:
    """Somebody who can speak: every form of the name seen, a role, and what kind of voice."""

    kind: str  # "person", "body", "people"
    names: list[str] = field(default_factory=list)
    role: str | None = None
    gender: str = ""
    called: set[str] = field(default_factory=set)  # common nouns it goes by: "hotline"
    marked: bool = False  # its name stands in quotation marks

    @property
    def name(self) -> str:
        """The fullest form of the name, of equally full ones the first."""
        return max(
            self.names,
            key=lambda n: (
                len(key_of(n)) if self.kind == "body" else len(n.split()),
                -self.names.index(n),
            ),
        )


@dataclass
class Heard:
    """A voice in a sentence: whether it spoke there, or the sentence is about it."""

    voice: Voice
    sentence: int
    spoke: bool


def is_called(voice: Voice, key: frozenset[str], lemma: str) -> bool:
    """Whether "the ministry" may be this body: its name or what it is called has those words."""
    words: set[str] = set(voice.called)
    for name in voice.names:
        words |= key_of(name)
    return bool(key) and (key <= words or (len(key) == 1 and bool(_KIN.get(lemma, set()) & words)))
