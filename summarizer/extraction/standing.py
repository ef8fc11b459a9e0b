"""Standing: what a word's place in its sentence says about parties and whom a pronoun points at."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from summarizer.documents.reported import dateline_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "BODIES",
    "FORCES",
    "GO_BETWEEN",
    "MODIFIERS",
    "OWN_FORCE",
    "SIDES",
    "dateline_end",
    "is_band",
    "is_called",
    "is_dateline",
    "is_initials",
    "is_name",
    "is_person",
    "joined_before",
    "named_entity",
    "opens_only",
    "owner_of",
    "subject_before",
    "weight_by_pronoun",
    "weight_of",
]

BODIES = {"ministry", "government", "army", "force", "forces", "side", "authority", "authorities",
           "official", "officials", "president", "minister", "military", "troops", "leader",
           "commission", "parliament", "state", "territory", "soil", "captivity", "custody", "jail",
           "jails", "prison", "prisons", "hands", "detention", "control", "delegation",
           "committee", "headquarters", "center", "centre", "mission",
           "brigade", "battalion", "service",
          "agency", "spokesman", "spokesperson", "spokeswoman", "republic",
           "movement", "group",
          "defence", "defense", "rebel", "rebels", "administration", "cabinet", "bank", "strip"}  # fmt: skip
FORCES = {"Army", "Front", "Forces", "Movement", "Brigades", "Militia", "Resistance", "Guerrillas",
          "Fighters", "Rebels"}  # fmt: skip
_BANDS = {"group", "movement", "sect", "organisation", "organization", "faction", "outfit", "band",
          "dissident", "front"}  # fmt: skip
SIDES = {"side", "country", "party", "nation", "state", "government", "neighbour", "neighbor",
          "capital", "army", "camp", "force", "foe", "rival", "faction"}  # fmt: skip
_PLACED = re.compile(r"[A-Z][\w’'. -]{2,30}, [A-Z]\w+(?: [A-Z]\w+)? (?:[—–]|--?) ")
_DATELINE = 4  # letters; words
MODIFIERS = {"amod", "compound", "poss", "nmod"}

OWN_FORCE = re.compile(
    r"(\w+(?: \w+)?) (?:Armed Forces|Army|Military|Defen[cs]e Forces?|Air Force|Navy"
    r"|(?:National )?Police(?: Force| Service)?|Border Guards?|Coast Guard)"
)
# Bodies that carry, watch or report are no party, whatever they are called.
GO_BETWEEN = re.compile(
    r"\b(?:Committee|Commission|Ministry|Minister|Red Cross|Red Crescent|United Nations"
    r"|UN|ICRC|OSCE|Agency|News|Council"
    r"|Court|Office|Bureau|Television|Radio|Times|Post|Press|Reuters|President|Secretary|Spokes\w+|Parliament|Union"
    r"|Organi[sz]ation|Watch|Headquarters|Cent(?:er|re)|Convention|Embassy|Church|Airport|Bridge|Border|Crossing"
    r"|Department|Congress|Senate|Telegram|Facebook|Twitter|Airlines|Airways|University|Institute|Foundation|Hospital|Street|Square|Service|Brigade|Battalion|Division|Regiment"
    r"|Station|Camp|Prison|School|College|Region|Province|District|Municipality|Media|Channel|Government|Jirga|Club|Affairs|Commissioner|Ombudsman|Assembly|Confederation|Ceasefire|Accords?|Agreement|Mechanism|Protocol|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def subject_before(pronoun: Token) -> Token | None:
    """Whom "it" or "they" points at: the last subject before it, in this sentence or the one before."""
    for token in reversed(pronoun.doc[max(0, pronoun.sent.start - 40) : pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"}:
            return token
    return None


def owner_of(pronoun: Token) -> Token | None:
    """Whom "its" or "their" points at: the nearest subject above that is not the owned thing itself."""
    current = pronoun.head
    for ancestor in pronoun.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            for child in ancestor.children:
                if (
                    child.dep_ in {"nsubj", "nsubjpass"}
                    and child.i != current.i
                    and child.i < pronoun.i
                ):
                    return child
        current = ancestor
    return None


def weight_of(token: Token, people: Collection[str], moves: Collection[str]) -> float:  # noqa: C901, PLR0911
    """How much a word's place in its sentence speaks for a party there."""
    place = token
    while place.dep_ == "conj" and place.head.i != place.i:
        place = place.head
    head, dep = place.head, place.dep_
    if token.tag_ == "NNPS" and any(c.dep_ == "nummod" for c in token.children):
        return 3.0  # "forty Ruritanians"
    if dep in MODIFIERS and head.pos_ in {"NOUN", "PROPN"}:
        if head.lemma_.lower() in people or head.lower_ in people:
            return 3.0
        return 2.5 if head.lemma_.lower() in BODIES else 0.2
    if dep in {"nsubj", "nsubjpass"} and head.lemma_.lower() in moves:
        if dep == "nsubjpass" and any(child.dep_ == "dobj" for child in head.children):
            return 2.0  # "the rebels were given 40 in return"
        return 2.5 if dep == "nsubj" else 1.0
    if dep == "pobj":
        above = head.head
        if head.dep_ == "agent" or (head.lower_ == "by" and above.lemma_.lower() in moves):
            return 2.5
        if head.lower_ == "between":
            return 1.5
        if head.lower_ in {"of", "from"} and (
            {above.lemma_.lower(), above.lower_} & (BODIES | set(people))
        ):
            return 2.0
        if head.lower_ in {"to", "from", "with", "into"} and above.lemma_.lower() in moves:
            return 1.0
    if token.tag_ == "NNPS":
        return 1.5
    return 0.1


def weight_by_pronoun(token: Token, people: Collection[str], moves: Collection[str]) -> float:
    """How much "it" and "its" speak for a subject: "the front said it had freed its fighters"."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.pos_ not in {"PROPN", "NOUN"}:
        return 0.0
    found = 0.0
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.dep_ == "poss" and word.lower_ in {"its", "their"}:
            if {word.head.lemma_.lower(), word.head.lower_} & set(people):
                owner = owner_of(word)
                found = max(found, 3.0 if owner is not None and owner.i == token.i else 0.0)
        elif word.dep_ == "nsubj" and word.lower_ in {"it", "they"}:
            meant = subject_before(word) if word.head.lemma_.lower() in moves else None
            found = max(found, 2.5 if meant is not None and meant.i == token.i else 0.0)
    return found


def is_person(token: Token, held: Collection[str] = (), gives: Collection[str] = ()) -> bool:
    """A person with a given name is no party; a bare surname may be a misread group.

    Who is told of as giving people to somebody (`gives` are such verbs, `held` the nouns for those
    who are somebody's) and never by the surname alone is a misread group too.
    """
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if entity is None or entity.label_ != "PERSON" or len(entity) == 1:
        return False
    if token.dep_ in MODIFIERS and token.head.tag_ == "NNS":
        return False  # "Harim Front commanders"; a person's are "the commanders of"
    of_it = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in held
    done = token.dep_ == "pobj" and token.head.dep_ == "agent"  # "kidnapped by Harim Front"
    of_it = of_it or (done and token.head.head.lemma_.lower() in gives)
    if not of_it and (
        token.dep_ != "nsubj" or not any(c.dep_ == "dobj" for c in token.head.children)
    ):
        return True
    before = token.doc[entity.start - 1].text if entity.start else ""
    surname = re.findall(rf"([\w.]+)\s+{re.escape(entity[-1].text)}\b", token.doc.text)
    titled = before[:1].isupper() or any(first != entity[-2].text for first in surname)
    return titled or not (of_it or token.head.lemma_.lower() in gives)


def is_band(token: Token) -> bool:
    """Whether a noun stands for an armed group told of before: "the group", "this movement"."""
    if token.lemma_.lower() not in _BANDS or token.tag_ != "NN":
        return False
    children = list(token.children)
    meant = any(c.lower_ in {"the", "this", "that", "armed", "dissident"} for c in children)
    return meant and not any(
        c.lower_ == "of" or c.dep_ == "nummod" or c.lower_ in {"first", "second", "third", "last"}
        for c in children
    )


def is_called(name: Token) -> bool:
    """Whether a name is a group's by the noun that it stands before: "the rebel Harim militia".

    A leader's name there is not the group's.
    """
    return name.dep_ in MODIFIERS and name.ent_type_ != "PERSON" and name.head.tag_ == "NN"


def joined_before(noun: Token) -> list[Token]:
    """What the parse takes for a word of the noun that "and" joins to it: "X's government and Y rebels"."""
    found = (c for c in noun.children if c.dep_ == "nmod")
    return [c for c in found if any(own.dep_ == "cc" for own in c.children)]


def dateline_end(doc: Doc) -> int:
    """How many words of a paragraph are its dateline: "RIVERTON, Northland (UP) - "."""
    placed = _PLACED.match(doc.text)
    end = max(dateline_in(doc.text), placed.end() if placed is not None else 0)
    words = next((t.i for t in doc if t.idx >= end), len(doc))
    return words or sum(is_dateline(t) for t in doc[:_DATELINE])


def is_dateline(token: Token) -> bool:
    """Whether a name in capitals opens a paragraph: where the report is dated from."""
    if token.i >= _DATELINE or token.sent.start:
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.text == ":":
        return True  # "Riverton: The government …"
    if (after is not None and after.text.islower()) or not token.text.isupper():
        return False  # "RIVERTON freed 12"
    marked = after is not None and after.is_punct
    return len(token.text) >= _DATELINE + (not marked)  # four letters may be initials


def named_entity(token: Token) -> str:
    """The whole name that a word ends, in lower case and without article; empty where it ends none."""
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if entity is None or entity.end != token.i + 1:
        return ""
    return str(entity.text).lower().removeprefix("the ")


def acts(token: Token, moves: bool, held: Collection[str] = ()) -> bool:
    """Whether a name gives or holds people there: it moves them, or they are "captives of" it."""
    if token.dep_ in MODIFIERS:
        return False
    holds = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in held
    return moves or holds


def is_force(name: str) -> bool:
    """Whether a name is an armed group's by its look: "Northern Front", "NMA"."""
    return name.rsplit(maxsplit=1)[-1] in FORCES or (name.isupper() and len(name) > _DATELINE - 2)


def is_initials(name: str) -> bool:
    """Whether a name is written in capitals alone, as the parse may take for a common noun."""
    return name.isupper() and name.isalpha() and len(name) > _DATELINE - 2


def is_name(name: str) -> bool:
    """Whether a name is written as one: with a capital and small letters."""
    if name.lower() in {"pro", "anti", "non", "ex"}:
        return False  # "Pro-government militias"
    return bool(name) and name[0].isupper() and any(letter.islower() for letter in name + "a")


def opens_only(token: Token, text: str) -> bool:
    """Whether an adjective has its capital from opening a sentence: "Senior officials", "Political forces".

    A name is written so within a sentence of the text too, or the parse knows it for one.
    """
    if not token.is_sent_start or token.pos_ != "ADJ" or token.ent_type_:
        return False
    return re.search(rf"[a-z,;] {re.escape(token.text)}\b", text) is None
