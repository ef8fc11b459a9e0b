"""Places: the name that a noun phrase gives to a place or to who acts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from summarizer.documents import NameCue
    from summarizer.extraction.parties import Parties

__all__ = ["actor_name", "is_party", "place_name"]

# "on the outskirts of the capital": the place is what follows the "of".
_PARTS = frozenset(
    {
        "sight",
        "view",
        "city",
        "town",
        "village",
        "port",
        "province",
        "region",
        "district",
        "area",
        "outskirt",
        "suburb",
        "capital",
        "state",
        "island",
        "coast",
        "north",
        "south",
        "east",
        "west",
        "centre",
        "center",
        "territory",
        "soil",
    }
)


def place_name(token: Token, cue: NameCue) -> str | None:
    """The name of a place in a noun phrase, without clauses, times and what "and" joins on."""
    lemma = token.lemma_.lower()
    if lemma in _PARTS and (lemma in {"territory", "soil"} or lemma not in cue.nouns):
        inner = next(
            (t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"),
            None,
        )
        if inner is not None:
            return place_name(inner, cue.model_copy(update={"nouns": ()}))
    if cue.nouns:
        words = _own_words(token)
        if token.lemma_.lower() in {"territory", "soil"} and not any(
            t.ent_type_ in cue.kinds for t in words
        ):
            return None
        if not any(t.pos_ == "PROPN" or t.ent_type_ in cue.kinds for t in words):
            return None
        text = re.split(r",|[“”\"]", token.doc[words[0].i : words[-1].i + 1].text)[0]
        text = re.sub(r"^(?:the|a|an|its|their) ", "", text, flags=re.IGNORECASE).strip()
        return text if any(ch.isupper() for ch in text) else None
    return entity_name(token, cue)


def _own_words(token: Token) -> list[Token]:
    between = any(t.lower_ == "between" for t in token.subtree)
    cut: set[int] = set()
    for child in token.subtree:
        if child.i == token.i or child.i in cut:
            continue
        times = child.dep_ == "prep" and any(
            t.dep_ == "pobj" and t.ent_type_ in {"DATE", "TIME", "EVENT"} for t in child.children
        )
        joined = child.dep_ in {"cc", "conj"} and not between and token.tag_ not in {"NNS", "NNPS"}
        loose = child.dep_ == "prep" and child.lower_ in {
            "after",
            "as",
            "under",
            "during",
            "amid",
            "before",
            "when",
            "where",
        }
        if child.dep_ in {"relcl", "acl", "appos", "advcl"} or times or joined or loose:
            cut |= {t.i for t in child.subtree}
    words = [t for t in token.subtree if t.i not in cut]
    run = [t for t in words if t.i >= token.i]
    last = token.i
    for word in run:
        if word.i > last + 1:
            break
        last = word.i
    kept = [t for t in words if t.i <= last]
    after = token.doc[last + 1] if last + 1 < len(token.doc) else None
    if (
        after is not None
        and after.lower_ in {"with", "between", "of", "near"}
        and after.i not in cut
    ):
        # however the parse hung it, "the border with X" is one place
        kept += [
            after,
            *(
                t
                for t in after.subtree
                if (t.i > after.i and t.pos_ in {"PROPN", "DET"}) or (between and t.i > after.i)
            ),
        ]
    return kept


def entity_name(token: Token, cue: NameCue) -> str | None:
    """The proper name at a token: its entity where of the kinds asked for, else its words."""
    entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if entity is not None and (not cue.kinds or entity.label_ in cue.kinds):
        joined = any(t.dep_ in {"cc", "conj"} for t in entity) and entity.label_ in {
            "GPE",
            "LOC",
            "FAC",
        }
        if not joined:
            return re.sub(r"^(?:the|The) |[’']s$", "", entity.text).strip()
    if token.pos_ == "NOUN" and token.lemma_.lower() in _PARTS:
        named = [c for c in token.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
        return token.doc[named[0].left_edge.i : token.i + 1].text if named else None
    if token.pos_ == "PROPN":
        first = token.i
        while (
            first > 0
            and token.doc[first - 1].dep_ == "compound"
            and token.doc[first - 1].head.i == token.i
        ):
            first -= 1
        if entity is not None and entity.label_ in {"DATE", "TIME", "MONEY", "CARDINAL", "EVENT"}:
            return None
        return re.sub(r"^(?:the|The) ", "", token.doc[first : token.i + 1].text)
    return None


def actor_name(token: Token, cue: NameCue, parties: Parties) -> str | None:
    """Who acts: the name itself, or whom nameless diplomats and negotiators act for."""
    name = entity_name(token, cue)
    if name is None:
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ == "whose":
                verb = token.head
                if verb.dep_ == "relcl":
                    return entity_name(verb.head, cue)
            if (
                child.dep_ in {"poss", "amod", "compound", "nmod"}
                and child.ent_type_ in cue.kinds
                and child.ent_type_ != "LOC"
            ):
                name = entity_name(child, cue)
            elif child.dep_ == "prep" and child.lower_ in {"of", "from"}:
                name = name or next(
                    (n for t in child.children if t.dep_ == "pobj" and (n := entity_name(t, cue))),
                    None,
                )
    if name is None:
        return None
    return (
        (parties.named(name) or name) if token.ent_type_ == "NORP" or token.pos_ == "ADJ" else name
    )


def is_party(name: str, token: Token, cue: NameCue, parties: Parties) -> bool:
    """Whether a place is a party: a country by name, or a capital that people were brought to."""
    party = parties.named(name)
    if party is None or party not in parties.pair:
        return False
    capital = name.lower() != party.lower() and token.pos_ == "PROPN"
    return not (capital and (cue.role != "clause" or token.head.lower_ in {"between", "and"}))
