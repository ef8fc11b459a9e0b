"""A cassette in use: what of it was played, what comes next, what is being recorded."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from summarizer.errors import TapeError
from summarizer.llm.tape.cassette import Interaction, read, write

__all__ = ["Asked", "Reel", "Take", "digest_of"]


class Asked(NamedTuple):
    """A question that a run asked: the cassette ("SUBJECT/STAGE") and the question's digest."""

    cassette: str
    question: str


@dataclass(eq=False)
class Take:
    """One answer to a question; without `interaction` while the endpoint is at it.

    `old` takes stood on the tape when the run began, or its run had given up.
    """

    interaction: Interaction | None = None
    old: bool = False


class Reel:
    """One cassette: the takes of each question, in the order in which they were asked.

    `continued` reads what is there; otherwise the reel begins empty, and the file is replaced
    by the first recording.
    """

    def __init__(self, path: Path, name: str, *, private: bool, continued: bool) -> None:
        self.path = path
        self.name = name
        self.private = private
        self.played: Counter[str] = Counter()
        self._takes: dict[str, list[Take]] = {}
        self._given_up: set[str] = set()
        if continued and path.is_file():
            self._load(private=private)

    def _load(self, *, private: bool) -> None:
        cassette = read(self.path)
        if private and cassette.interactions and not cassette.private:
            raise TapeError(
                f"{self.path} holds articles, and a private tape must not.",
                "Record to another folder, or record all of it again.",
            )
        self.private = cassette.private or private
        self._given_up = set(cassette.given_up)
        for interaction in cassette.interactions:
            takes = self._takes.setdefault(interaction.question, [])
            takes.append(Take(interaction, old=True))

    @property
    def interactions(self) -> list[Interaction]:
        """All that is recorded, sorted by question, then as it happened."""
        return [
            take.interaction
            for question in sorted(self._takes)
            for take in self._takes[question]
            if take.interaction is not None
        ]

    def times(self, question: str) -> int:
        """How many answers to a question are recorded."""
        return len(self._takes.get(question, ()))

    def asked(self) -> list[Asked]:
        """Every question played or recorded, as often as it was."""
        return [
            Asked(self.name, digest_of(question))
            for question in sorted(self.played)
            for _ in range(self.played[question])
        ]

    def peek(self, question: str) -> Interaction | None:
        """The next recorded answer to a question, which is not played yet; None where none is left."""
        takes = self._takes.get(question, [])
        at = self.played[question]
        return takes[at].interaction if at < len(takes) else None

    def next(self, question: str) -> Interaction | None:
        """The same, and it is played."""
        interaction = self.peek(question)
        if interaction is not None:
            self.played[question] += 1
        return interaction

    def next_kept(self, question: str) -> Interaction | None:
        """The same where a recording is continued: failures nothing came of are passed over."""
        takes = self._takes.get(question, [])
        rest = [take.interaction for take in takes[self.played[question] :]]
        if all(item is not None and item.failed for item in rest):
            self.played[question] = len(takes)
            return None
        return self.next(question)

    def begin(self, question: str) -> Take:
        """Keep a place for an answer that is being asked for: order is that of asking."""
        take = Take()
        self._takes.setdefault(question, []).append(take)
        self.played[question] += 1
        return take

    def drop(self, question: str, take: Take) -> None:
        """Give the place up: no answer came."""
        self._remove(question, take)

    def keep(self, question: str, take: Take, interaction: Interaction) -> None:
        """Put an answer in its place, and write the cassette.

        Failures at which an earlier run ended go: replayed, they would end this one too. Those
        that an interrupted run was about to try again stay.
        """
        take.interaction = interaction
        takes = self._takes[question]
        for before in reversed(takes[: takes.index(take)]):
            item = before.interaction
            if not before.old or item is None or not item.failed:
                break
            if not item.passing or digest_of(question) in self._given_up:
                self._remove(question, before)
        self._given_up.discard(digest_of(question))
        self._write()

    def settle(self) -> None:
        """The run is over: note which questions it gave up."""
        ended = set()
        for question, takes in self._takes.items():
            last = takes[-1].interaction if takes else None
            if self.played[question] and last is not None and last.failed:
                ended.add(digest_of(question))
                for take in takes:
                    take.old = True
        if not ended <= self._given_up:
            self._given_up |= ended
            self._write()

    def _remove(self, question: str, take: Take) -> None:
        self._takes[question] = [kept for kept in self._takes[question] if kept is not take]
        self.played[question] -= 1

    def _write(self) -> None:
        write(
            self.path,
            self.interactions,
            private=self.private,
            given_up=sorted(self._given_up),
        )


def digest_of(question: str) -> str:
    """A question's short name: enough of its sha256 to tell questions apart."""
    return hashlib.sha256(question.encode()).hexdigest()[:16]
