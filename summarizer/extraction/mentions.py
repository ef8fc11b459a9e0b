"""Mentions: every number of people in an article, with what the grammar says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summarizer.extraction.numbers import Amount, amounts_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from summarizer.documents import Pack
    from summarizer.extraction.parse import Parsed

__all__ = ["Governor", "Mention", "clause_of", "lemma_of", "mentions_of"]

_NOT_COUNTS = {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"}
_NUMERIC = {"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "det"}
_HOLDERS = {"group", "total", "number", "batch", "list", "part", "rest", "half", "majority", "handful",
            "score", "dozen", "hundred", "thousand", "exchange", "figure", "tally", "toll", "remainder",
            "contingent", "wave", "set", "series", "most", "all", "party"}  # fmt: skip
_UNITS = re.compile(
    r"^\s*(?:%|-?year|-?day|-?strong\b|[:./]\d|(?:per\s?cent|percent|-?\s*(?:km|kms|kilomet\w+|miles?|met(?:er|re)s?|hours?"
    r"|days?|weeks?|months?|years?|minutes?|seconds?|decades?|o.clock|a\.?m\.?|p\.?m\.?|kg|kilos?|kilograms?|tons?|tonnes?"
    r"|degrees?|times?|points?|pages?|rounds?|th|st|nd|rd|euros?|dollars?|pounds?|rupees?|roubles?|rubles?)(?!\w)))",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£¥₹]\s*$|(?:USD|EUR|GBP|aged?|No\.?|Nr\.?|Article|Resolution|page|Chapter)\s*$")
_AGE = re.compile(r"\b(?:aged?|age of|(?:is|are|was|were) (?:under|over))\s*(?:under |over )?$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"^\s*,(?:\s|$)")
_MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
           "sept", "oct", "nov", "dec"}  # fmt: skip
_YEARS = range(1900, 2101)
_MODALS = {"will", "would", "shall", "should", "may", "might", "could", "can", "must", "'ll", "’ll"}
_PLANNERS = {"expect", "plan", "agree", "set", "due", "schedule", "intend", "hope", "propose", "promise",
             "pledge", "prepare", "want", "commit", "offer", "undertake", "seek", "slate", "demand",
             "envisage", "foresee", "bind", "oblige", "require", "aim", "call"}  # fmt: skip
_REPORTING = {"say", "tell", "announce", "report", "add", "claim", "state", "note", "confirm"}
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


@dataclass(frozen=True)
class Mention:
    """One number of people where it stands.

    `start` and `end` are offsets of the number in the text; `noun` the counted noun or null;
    `clause` the words of its own clause. `key` is what the number is known by inside its article.
    """

    amount: Amount
    start: int
    end: int
    offset: int
    paragraph: int
    number: Token
    noun: Token | None
    sentence: Span
    governors: tuple[Governor, ...]
    clause: str
    before: str
    after: str
    modifiers: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    gapped: Token | None = None
    order: int = field(default=0, compare=False)

    @property
    def node(self) -> Token:
        """The word that stands for the people in the grammar: the noun, or the bare number."""
        return self.noun if self.noun is not None else self.number


def lemma_of(token: Token) -> str:
    """The lemma in lower case, a verb with its particle as "hand over"."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "prt":
            return f"{lemma} {child.lower_}"
    return lemma


def mentions_of(parsed: Parsed, pack: Pack) -> list[Mention]:
    """Every number of people in the article, in order of appearance."""
    people = {word for words in pack.people.values() for word in words} | set(pack.extra.get("people", ()))
    found: list[Mention] = []
    for paragraph, (offset, doc) in enumerate(parsed.paragraphs):
        in_sentence: dict[int, list[Mention]] = {}
        for amount in amounts_in(doc.text):
            mention = _mention(doc, offset, paragraph, amount, people, pack)
            if mention is not None:
                in_sentence.setdefault(mention.sentence.start, []).append(mention)
        for start in sorted(in_sentence):
            found.extend(_inherit_bounds(in_sentence[start]))
    return found


def _mention(doc: Doc, offset: int, paragraph: int, amount: Amount, people: set[str], pack: Pack) -> Mention | None:
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None:
        return None
    number = _number_token(span)
    before, after = doc.text[: amount.start], doc.text[amount.end :]
    if _UNITS.match(after) or _MONEY.search(before[-12:]) or _is_date(doc, span, amount):
        return None
    if re.search(r"[A-Z][\w’'-]+,\s*$", before[-24:]) and _AGE_AFTER.match(after):
        return None  # "Jane Doe, 47, a teacher"
    if _AGE.search(before[-24:]) or _is_clock(before, after, amount):
        return None
    if amount.value == 1 and re.match(r"^\s+of\b", after):
        return None  # "one of five": the five are counted
    noun, gapped = (None, None) if amount.swap else _counted(number, span)
    if noun is not None and noun.i > span.end and "," in doc[span.end : noun.i].text:
        noun = None  # "ten, two of them minors"
    sentence = number.sent
    amount = _without_particle(amount, span)
    if noun is None and not amount.swap:
        noun = _total_of(number)
        gapped = gapped or _gap(span)
    noun = noun or _predicate(number)
    if noun is not None and not _is_people(noun, people, pack) and not _is_moved(noun, pack):
        return None
    governors = tuple(_governors(_node(number, noun), gapped))
    if amount.vague and not _moves(governors, pack):
        return None  # "thousands of residents" in passing is no figure of the event
    if noun is None and not _acts_like_people(number, amount, governors, gapped, sentence, people, pack):
        return None
    modifiers, nouns = _words_of(noun)
    at = amount.start
    return Mention(
        amount=amount,
        start=offset + amount.start,
        end=offset + amount.end,
        offset=offset,
        paragraph=paragraph,
        number=number,
        noun=noun,
        sentence=sentence,
        governors=governors,
        clause=_clause(_node(number, noun), governors),
        before=doc.text[sentence.start_char : at],
        after=doc.text[amount.end : sentence.end_char],
        modifiers=modifiers,
        nouns=nouns,
        gapped=gapped,
    )


def _is_clock(before: str, after: str, amount: Amount) -> bool:
    """ "a little after four on Friday", "15:20": a time of day, no count."""
    if re.match(r"^:\d\d", after) or re.search(r"\d:$", before):
        return True
    hour = amount.value <= 24 and amount.bound in {"exact", "about"}  # noqa: PLR2004
    follows = re.match(r"^\s*(?:on (?:\w+day)|in the (?:morning|afternoon|evening)|o.clock|,|\.|;|local time|when)", after, re.IGNORECASE)
    return hour and bool(follows) and re.search(r"\b(?:after|before|past|until|till|since)\s*$", before, re.IGNORECASE) is not None


def _number_token(span: Span) -> Token:
    numeric = [t for t in span if t.like_num or t.pos_ == "NUM"]
    if span.root in numeric or not numeric:
        return span.root
    return next((t for t in numeric if t.head not in numeric), numeric[-1])


def _is_date(doc: Doc, span: Span, amount: Amount) -> bool:
    near = {doc[i].lower_.strip(".") for i in (span.start - 1, span.end) if 0 <= i < len(doc)}
    if near & _MONTHS and amount.value <= 31 and amount.bound == "exact":  # noqa: PLR2004
        return True
    year = amount.value in _YEARS and "," not in span.text and span[0].is_digit
    entity = span.root.ent_type_
    if year and (entity == "DATE" or span.root.dep_ in {"pobj", "npadvmod"} or near & _MONTHS):
        return True
    if entity not in _NOT_COUNTS or span.root.head.pos_ == "NOUN" or entity == "QUANTITY":
        return False
    whole = next((e for e in doc.ents if e.start <= span.root.i < e.end), None)
    # The entity finder takes bare numbers for dates; one with nothing but the number in it is none.
    return whole is None or not (span.start <= whole.start and whole.end <= span.end) or entity == "ORDINAL"


def _counted(number: Token, span: Span) -> tuple[Token | None, Token | None]:
    """The counted noun, if there is one; and, of a gapped clause ("and Ruritania 41"), the party."""
    node = number
    for _ in range(4):
        for child in node.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                target = next((c for c in child.children if c.dep_ == "pobj"), None)
                if target is not None and target.pos_ in {"NOUN", "PROPN"}:
                    return target, None
        head = node.head
        if node.dep_ not in _NUMERIC or head.i == node.i:
            break
        if head.pos_ == "PROPN" and head.i < span.start and node.dep_ == "nummod":
            return None, head
        if head.pos_ in {"NOUN", "PROPN", "ADJ"} and head not in span and head.i >= span.start:
            return _people_head(head), None
        if head.pos_ in {"NOUN", "PROPN"} and head.i < span.start and head.pos_ == "NOUN":
            return head, None
        node = head
    return _next_noun(span), None


def _people_head(noun: Token) -> Token:
    """ "a group of six", "thirty members of the rebel army": the noun itself, unless it only holds others."""
    if noun.lemma_.lower() in _HOLDERS:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        target = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        if target is not None and target.pos_ in {"NOUN", "PROPN"}:
            return target
    return noun


def _next_noun(span: Span) -> Token | None:
    """The noun right after the number where the parse lost it ("387 men were")."""
    doc = span.doc
    for i in range(span.end, min(span.end + 4, len(doc))):
        token = doc[i]
        if token.pos_ in {"ADJ", "DET"} or token.ent_type_ == "NORP":
            if token.tag_ in {"NNPS", "NNS"}:
                return token
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            following = doc[i + 1] if i + 1 < len(doc) else None
            if following is not None and following.pos_ == "NOUN":
                continue
            return token
        return None
    return None


def _is_people(noun: Token, people: set[str], pack: Pack) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in pack.not_people or noun.lower_ in pack.not_people:
        return False
    if lemma in people or noun.lower_ in people or noun.lower_ in {"those", "them"}:
        return True
    if noun.tag_ in {"NNPS", "NNS"} and noun.ent_type_ == "NORP":
        return True
    joined = f"{noun.lemma_.lower()}"
    return any(
        f"{child.lower_} {joined}" in people for child in noun.children if child.dep_ in {"compound", "amod"}
    )


def _predicate(number: Token) -> Token | None:
    """The people of "47 were riflemen", "eleven of them women"."""
    verb = number.head
    if number.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ == "be":
        return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in {"NOUN", "PROPN"}), None)
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None and any(c.lower_ in {"them", "whom", "these", "those"} for c in of.children):
        for token in number.doc[of.i + 2 : of.i + 5]:
            if token.pos_ in {"NOUN", "PROPN"}:
                return token
            if token.pos_ not in {"ADJ", "DET", "AUX", "PUNCT"}:
                return None
    return None


def _is_moved(noun: Token, pack: Pack) -> bool:
    """Whether a plural that no vocabulary knows is moved by a verb that moves only people: "52 quarrymen were freed"."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return False
    lemma = noun.lemma_.lower()
    if lemma in pack.not_people or noun.lower_ in pack.not_people:
        return False
    strong = set(pack.extra.get("only_people", ()))
    governors = list(_governors(noun, None))
    return any(g.role in {"object", "of"} and (g.lemma in strong or g.token.lemma_.lower() in strong) for g in governors[:1])


def _acts_like_people(
    number: Token, amount: Amount, governors: tuple[Governor, ...], gapped: Token | None,
    sentence: Span, people: set[str], pack: Pack,
) -> bool:  # fmt: skip
    """Whether a bare number counts people: it stands where the pack's verbs have people."""
    if amount.swap:
        return True
    if amount.value == 1 or number.ent_type_ in {"MONEY", "PERCENT", "ORDINAL"}:
        return False
    if amount.value in _YEARS and "," not in number.text and number.is_digit and gapped is None:
        return False
    spoken = any(t.lemma_.lower() in people or t.lower_ in people for t in sentence)
    if re.match(r"^\s+of (?:them|whom|these|those)\b", number.doc.text[number.idx + len(number.text) :]):
        before = number.doc[: number.i]
        return spoken or any(t.lemma_.lower() in people or t.lower_ in people for t in before)
    moves = _moves(governors, pack)
    if gapped is not None:
        return spoken and moves
    if number.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "dative", "ROOT", "npadvmod", "oprd"}:
        following = number.doc[number.i + 1].lower_ if number.i + 1 < len(number.doc) else ""
        return moves or (spoken and following in {"each", "apiece", "of", "were", "are", "from", "for"})
    return moves and spoken


def _moves(governors: tuple[Governor, ...], pack: Pack) -> bool:
    verbs = {verb for frame in pack.frames for verb in frame.verbs}
    verbs |= set(pack.extra.get("people_verbs", ()))
    return any(g.lemma in verbs or g.token.lemma_.lower() in verbs for g in governors)


def _node(number: Token, noun: Token | None) -> Token:
    """The word whose place in the sentence is the people's: not a noun that only names a total."""
    return noun if noun is not None and noun.is_ancestor(number) else number if noun is None else (
        number if noun.i < number.i and number.dep_ == "pobj" and number.head.lower_ in {"at", "to"} else noun
    )


def _without_particle(amount: Amount, span: Span) -> Amount:
    """ "handed over 390": the "over" belongs to the verb, so it bounds nothing."""
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.dep_ == "prt" and amount.bound == "at_least":
        return replace(amount, bound="exact")
    return amount


def _gap(span: Span) -> Token | None:
    """The party of a gapped clause, "Northland got 90 back and Southland 41", however it was parsed."""
    if span.start < 2:  # noqa: PLR2004
        return None
    name, joint = span.doc[span.start - 1], span.doc[span.start - 2]
    if name.ent_type_ in {"GPE", "ORG", "NORP", "PERSON", "LOC"} and joint.lower_ in {"and", ",", ";", "while", "but"}:
        return name
    return None


def _total_of(number: Token) -> Token | None:
    """The people of "put the number of captives at 60", "the total of prisoners rose to 60"."""
    if number.dep_ != "pobj" or number.head.lower_ not in {"at", "to"}:
        return None
    verb = number.head.head
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.lemma_.lower() in {"number", "total", "tally", "count", "figure"}:
            for preposition in child.children:
                if preposition.lower_ == "of":
                    return next((t for t in preposition.children if t.dep_ == "pobj"), None)
    return None


def _words_of(noun: Token | None) -> tuple[frozenset[str], frozenset[str]]:
    if noun is None:
        return frozenset(), frozenset()
    modifiers = {
        word
        for child in noun.children
        if child.dep_ in {"amod", "compound", "nmod", "acl", "prep"}
        for word in (child.lower_, child.lemma_.lower())
    }
    nouns = {noun.lemma_.lower(), noun.lower_}
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            nouns |= {f"{noun.lemma_.lower()} of {c.lemma_.lower()}" for c in child.children if c.dep_ == "pobj"}
        if child.dep_ in {"compound", "amod"}:
            nouns.add(f"{child.lower_} {noun.lemma_.lower()}")
    return frozenset(modifiers), frozenset(nouns)


def _governors(node: Token, gapped: Token | None) -> Iterator[Governor]:
    """The verbs and nouns of action above the people, nearest first; where none acts on them, the verbs right below."""
    if gapped is not None:
        verb = gapped.head if gapped.dep_ == "conj" else gapped
        if verb.pos_ in {"VERB", "AUX", "NOUN"}:
            yield Governor(verb, lemma_of(verb), "object", tense_of(verb))
        return
    above = list(_above(node))
    yield from above
    if any(g.role in {"subject", "object"} for g in above):
        return  # "the soldiers captured in May were freed": what they are known by is no news
    for child in node.children:
        if child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"}:
            yield Governor(child, lemma_of(child), _own_role(child), tense_of(child), child.tag_ == "VBN")


def _above(node: Token) -> Iterator[Governor]:
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
            elif target.pos_ in {"NOUN", "PROPN", "ADJ"} and target.lemma_.lower() not in _HOLDERS:
                yield Governor(target, target.lemma_.lower(), preposition.lower_, "noun")
                if target.dep_ == "dobj" and target.head.pos_ == "VERB":  # "took delivery of 40 captives"
                    verb = target.head
                    yield Governor(verb, f"{lemma_of(verb)} {target.lemma_.lower()}", "object", tense_of(verb), _passive(verb))
            current = target if target.i != head.i else head
            continue
        if head.pos_ in {"VERB", "AUX"} and current.pos_ not in {"VERB", "AUX"}:
            passive = _passive(head)
            here = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object", "dative": "to", "attr": "attr",
                    "csubj": "subject", "agent": "subject"}.get(dep, dep)  # fmt: skip
            if dep == "nsubj" and head.tag_ == "VBN" and passive:
                here = "object"
            yield Governor(head, lemma_of(head), role or here, tense_of(head), passive)
            role = role or here
        elif head.pos_ in {"VERB", "AUX"} and dep in {"xcomp", "ccomp", "conj", "relcl", "acl", "advcl"}:
            yield Governor(head, lemma_of(head), "outer", tense_of(head), _passive(head))
        elif dep == "compound" and head.pos_ == "NOUN":
            yield Governor(head, head.lemma_.lower(), "of", "noun")
        current = head


def _own_role(verb: Token) -> str:
    for child in verb.children:
        if child.lower_ in {"who", "that", "which"}:
            return "object" if child.dep_ in {"nsubjpass", "dobj"} else "subject"
    return "object" if verb.tag_ == "VBN" else "subject"


def _passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def tense_of(verb: Token) -> str:
    """ "past", "past_perfect", "present", "future" (a modal) or "planned" (agreed to, expected to)."""
    children = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if children & {"will", "shall", "'ll", "’ll", "would", "should", "may", "might", "could"}:
        return "future"
    current = verb
    for _ in range(4):
        if current.dep_ in {"xcomp", "ccomp", "acl", "advcl", "conj"} and (
            "to" in {c.lower_ for c in current.children if c.dep_ == "aux"} or current.dep_ == "xcomp"
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
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and children & {"was", "were", "been", "being"}):
        return "past"
    if children & {"have", "has"}:
        return "past"
    if verb.tag_ == "VBN":
        return "present" if children & {"is", "are", "'re"} else "past"
    return "present"


def _clause(node: Token, governors: tuple[Governor, ...]) -> str:
    verb = next((g.token for g in governors if g.token.pos_ in {"VERB", "AUX"} and not node.is_ancestor(g.token)), None)
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
    while current.dep_ == "xcomp" or (current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"}):
        current = current.head
        kept |= {c for c in current.children if c.dep_ in {"aux", "auxpass", "advmod", "neg"}}
        shared = [c for c in current.children if c.dep_ in {"nsubj", "nsubjpass", "prep", "npadvmod"}]
        kept |= {t for child in shared for t in child.subtree}
        kept.add(current)
    words = sorted(kept, key=lambda t: t.i)
    joined = ""
    for before, token in zip([None, *words], words, strict=False):
        if before is not None and before.i + 1 != token.i and not joined.endswith(" "):
            joined += " "
        joined += token.text_with_ws
    return joined.strip()


def _inherit_bounds(mentions: list[Mention]) -> list[Mention]:
    """ "around 120 civilians and 270 soldiers": a loose bound holds for what is joined to it."""
    result: list[Mention] = []
    for mention in mentions:
        previous = result[-1] if result else None
        if (
            previous is not None
            and mention.amount.bound == "exact"
            and previous.amount.bound == "about"
            and mention.node.i in {t.i for t in previous.node.conjuncts}
            and mention.start - previous.end < 40  # noqa: PLR2004
        ):
            loose = replace(mention.amount, bound="about")
            mention = replace(mention, amount=loose)  # noqa: PLW2901
        result.append(mention)
    return result
