"""Introduced: the persons, their offices and the bodies that an article names anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.extraction.naming import bare_name, is_name, key_of, sound
from summarizer.extraction.parties import countries
from summarizer.extraction.phrases import office_beside, phrase_of
from summarizer.extraction.saying import BODIES, HUMAN, MEDIA

if TYPE_CHECKING:
    from spacy.tokens import Span

    from summarizer.extraction.parse import Parsed

__all__ = ["Introduced"]


class Introduced:
    """Whom an article names, before anybody is asked who speaks.

    `persons` are full names by how their surname sounds, `roles` the words of an office with who
    holds it, `bodies` the bodies named, also where they say nothing.
    """

    def __init__(self, parsed: Parsed) -> None:
        self.persons: dict[str, list[str]] = {}
        self.roles: list[tuple[frozenset[str], str]] = []
        self.bodies: list[str] = []
        for _, doc in parsed.paragraphs:
            for entity in doc.ents:
                self._learn_given(entity.text, parsed.text)
        for _, doc in parsed.paragraphs:
            for entity in doc.ents:
                self._learn_person(entity)
            for chunk in doc.noun_chunks:
                self._learn_body(chunk)

    def _learn_given(self, entity: str, text: str) -> None:
        """Find the given name of somebody whom the entity finder knows by the surname alone."""
        surname = bare_name(entity)
        if not re.fullmatch(r"[A-Z][\w’'-]+", surname) or surname.lower() in countries():
            return
        for match in re.finditer(rf"\b([A-Z][\w’'-]+) {re.escape(surname)}\b", text):
            given = match[1]
            if (
                given.lower() in HUMAN | BODIES | MEDIA
                or given.lower() in countries()
                or bare_name(f"{given} Xx") == "Xx"
                or match.start() == 0
            ):
                continue
            before = text[: match.start()].rstrip()
            if before.endswith((",", "said")):
                forms = self.persons.setdefault(sound(surname), [])
                if match.group() not in forms:
                    forms.append(match.group())

    def _learn_person(self, entity: Span) -> None:
        name = bare_name(entity.text)
        if entity.label_ == "PERSON" and len(name.split()) > 1 and is_name(name):
            forms = self.persons.setdefault(sound(name.split()[-1]), [])
            if name not in forms:
                forms.append(name)
            role = office_beside(entity.root, name)
            if role:
                self.roles.append((key_of(role), name))

    def _learn_body(self, chunk: Span) -> None:
        head = chunk.root
        if head.pos_ == "PROPN" and head.lemma_.lower() in BODIES:
            name = phrase_of(head)
            if name and len(key_of(name)) > 1 and name not in self.bodies:
                self.bodies.append(name)
