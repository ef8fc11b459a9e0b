"""Governors: the verbs and nouns of action that a number of people depends on, and its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HOLDERS", "Governor", "clause_at", "clause_of", "governors_of", "lemma_of", "tense_of"]

HOLDERS = {"group", "total", "number", "batch", "list", "part", "rest", "half", "majority", "handful",
            "score", "dozen", "hundred", "thousand", "figure", "tally", "toll", "remainder",
            "contingent", "wave", "set", "series", "most", "all", "party"}  # fmt: skip
_MODALS = {"will", "would", "shall", "should", "may", "might", "could", "can", "must", "'ll", "’ll"}
_PLANNERS = {"expect", "plan", "agree", "set", "due", "schedule", "intend", "hope", "propose", "promise",
             "pledge", "prepare", "want", "commit", "offer", "undertake", "seek", "slate", "demand",
             "envisage", "foresee", "bind", "oblige", "require", "aim", "call", "mean", "suppose",
             "vow"}  # fmt: skip
# "33 are meant to go home": the verb below is what happens to them.
_RAISING = {"mean", "expect", "suppose", "schedule", "due", "set", "say", "believe", "report", "think",
            "allow", "know", "plan", "seem", "appear", "understand", "begin", "start", "continue",
            "manage", "choose"}  # fmt: skip
_SAME_PAST = {"let", "set"}  # written alike in the past, which is what news is told in
_CUT = {"conj", "advcl", "ccomp", "parataxis", "relcl", "acl"}


@dataclass(frozen=True)
class Governor:
    """A verb or a noun of action that a number of people depends on, and the number's role in it.

    `role` is "object" for who is acted upon (also a passive's subject), "subject" for who acts or
    moves, "of" for a noun of action's people, or the preposition between.
    """

    token: Token
    lemma: str
    role: str
    tense: str
    passive: bool = False


def lemma_of(token: Token) -> str:
    """The lemma in lower case, a verb with its particle as "hand over"."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "prt":
            return f"{lemma} {child.lower_}"
    return lemma


def governors_of(node: Token, gapped: Token | None) -> Iterator[Governor]:
    """The verbs and nouns of action above the people, nearest first; else the verbs right below."""
    if gapped is not None:
        verb = gapped.head if gapped.dep_ == "conj" else gapped
        if verb.pos_ in {"VERB", "AUX", "NOUN"}:
            yield Governor(verb, lemma_of(verb), "object", tense_of(verb))
        return
    above = list(_above(node))
    yield from above
    if any(
        g.role in {"subject", "object"} and g.token.lemma_ not in {"make", "see"} for g in above
    ):
        return  # "the soldiers captured in May were freed": what they are known by is no news
    for child in node.children:
        if child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"}:
            yield Governor(
                child, lemma_of(child), _own_role(child), tense_of(child), child.tag_ == "VBN"
            )


def _above(node: Token) -> Iterator[Governor]:  # noqa: C901, PLR0912
    current, role = node, ""
    for _ in range(12):
        dep, head = current.dep_, current.head
        if head.i == current.i:
            return
        if dep == "pobj":
            preposition = head
            target = preposition.head
            if preposition.dep_ == "prep" and target.dep_ == "prep":  # "up from 40 to 60"
                target = target.head
            if target.pos_ in {"VERB", "AUX"}:
                role = role or ("subject" if preposition.dep_ == "agent" else preposition.lower_)
                yield Governor(target, lemma_of(target), role, tense_of(target), _passive(target))
                role = "outer"
            elif target.pos_ in {"NOUN", "PROPN", "ADJ"} and target.lemma_.lower() not in HOLDERS:
                yield Governor(target, target.lemma_.lower(), preposition.lower_, "noun")
                if (
                    target.dep_ == "dobj" and target.head.pos_ == "VERB"
                ):  # "took delivery of 40 captives"
                    verb = target.head
                    yield Governor(
                        verb,
                        f"{lemma_of(verb)} {target.lemma_.lower()}",
                        "object",
                        tense_of(verb),
                        _passive(verb),
                    )
            current = target if target.i != head.i else head
            continue
        if head.pos_ in {"VERB", "AUX"} and current.pos_ not in {"VERB", "AUX"}:
            passive = _passive(head)
            here = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object", "dative": "to",
                    "attr": "attr",
                    "csubj": "subject", "agent": "subject"}.get(dep, dep)  # fmt: skip
            if dep == "nsubj" and head.tag_ == "VBN" and passive:
                here = "object"
            below = _raised(head) if not role and here in {"subject", "object"} else None
            if below is not None:
                moved = "object" if _passive(below) else "subject"
                yield Governor(below, lemma_of(below), moved, tense_of(below), _passive(below))
            let = head.head if head.dep_ in {"ccomp", "xcomp"} else head
            if let.lemma_ == "let" and head.lemma_ in {"go", "leave", "return"} and not role:
                yield Governor(let, f"let {head.lemma_}", "object", tense_of(let), _passive(let))
            else:
                yield Governor(head, lemma_of(head), role or here, tense_of(head), passive)
            role = role or here
        elif head.pos_ in {"VERB", "AUX"} and dep in {
            "xcomp",
            "ccomp",
            "conj",
            "relcl",
            "acl",
            "advcl",
        }:
            yield Governor(head, lemma_of(head), "outer", tense_of(head), _passive(head))
        elif dep == "compound" and head.pos_ == "NOUN":
            yield Governor(head, head.lemma_.lower(), "of", "noun")
        current = head


def _raised(verb: Token) -> Token | None:
    """The verb below one that only says how it stands with it: "are expected to return"."""
    if verb.lemma_.lower() not in _RAISING:
        return None
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in {"VERB", "AUX"}), None)


def _own_role(verb: Token) -> str:
    for child in verb.children:
        if child.lower_ in {"who", "that", "which"}:
            return "object" if child.dep_ in {"nsubjpass", "dobj"} else "subject"
    return "object" if verb.tag_ == "VBN" else "subject"


def _passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def tense_of(verb: Token) -> str:  # noqa: C901, PLR0911, PLR0912
    """A verb's time: past, past_perfect, present, future (a modal) or planned ("agreed to")."""
    children = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if children & {"will", "shall", "'ll", "’ll", "would", "should", "may", "might", "could"}:
        return "future"
    current = verb
    for _ in range(4):
        if current.dep_ in {"xcomp", "ccomp", "acl", "advcl", "conj"} and (
            "to" in {c.lower_ for c in current.children if c.dep_ == "aux"}
            or current.dep_ == "xcomp"
        ):
            head = current.head
            if head.lemma_.lower() in _PLANNERS:
                return "planned"
            if head.lemma_.lower() == "be" and head.pos_ == "AUX":
                return "planned"
            if {c.lower_ for c in head.children if c.dep_ == "aux"} & _MODALS:
                return "future"
            current = head
            continue
        break
    if "to" in children and verb.dep_ not in {"xcomp", "advcl", "ROOT", "ccomp"}:
        return "planned"
    if "had" in children:
        return "past_perfect"
    if "did" in children:
        return "past"
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and children & {"was", "were", "been", "being"}):
        return "past"
    if children & {"have", "has"}:
        return "past"
    if verb.lower_ in _SAME_PAST and verb.tag_ in {"VB", "VBP"} and not children:
        return "past"  # "the army let nine go in May"
    if verb.tag_ == "VBN":
        return "present" if children & {"is", "are", "'re"} else "past"
    return "present"


def clause_at(node: Token, governors: tuple[Governor, ...]) -> str:
    """The clause of the people, by the first of their governors that is a verb."""
    verb = next(
        (
            g.token
            for g in governors
            if g.token.pos_ in {"VERB", "AUX"} and not node.is_ancestor(g.token)
        ),
        None,
    )
    return clause_of(node, verb)


def clause_of(node: Token, verb: Token | None = None) -> str:
    """The words of the clause that `node` stands in: its verb's phrase without the clauses hung onto it."""
    verb = verb or next((t for t in node.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return str(node.sent.text)
    kept = set(verb.subtree)
    for child in verb.subtree:
        if child.dep_ in _CUT and child.i != verb.i and child.pos_ in {"VERB", "AUX"}:
            branch = set(child.subtree)
            if node not in branch:
                kept -= branch
    kept |= {verb, node}
    current = verb
    while current.dep_ == "xcomp" or (
        current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"}
    ):
        current = current.head
        kept |= {c for c in current.children if c.dep_ in {"aux", "auxpass", "advmod", "neg"}}
        shared = [
            c for c in current.children if c.dep_ in {"nsubj", "nsubjpass", "prep", "npadvmod"}
        ]
        kept |= {t for child in shared for t in child.subtree}
        kept.add(current)
    words = sorted(kept, key=lambda t: t.i)
    joined = ""
    for before, token in zip([None, *words], words, strict=False):
        if before is not None and before.i + 1 != token.i and not joined.endswith(" "):
            joined += " "
        joined += token.text_with_ws
    return joined.strip()
