"""Pack: what is special to one kind of event, declared in its schema file, never coded elsewhere.

A schema file holds a `Facts` subclass and one `PACK = Pack(...)`. It imports `summarizer.documents`
alone. Extraction reads the labels, cues and frames; merging the field rules; writing the phrases
and the neutral terms.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from summarizer.documents.evidence import Document
from summarizer.documents.summary import Facts

__all__ = [
    "Contested",
    "Cue",
    "Example",
    "FieldRule",
    "Frame",
    "Label",
    "NameCue",
    "Occurrence",
    "Pack",
    "Role",
]

Role = Literal["subject", "object", "to", "into", "in", "with", "from", "by", "home", "other"]


class Cue(Document):
    """A labelling function: votes `weight` for `value` where every condition that is given holds.

    Conditions look at one mention of a number. Words are lemmas in lower case, a verb with its
    particle as "hand over". `text` and `sentence` are regular expressions (case ignored) searched in
    the mention's own clause and in its whole sentence; `before` and `after` in the words of the
    sentence that stand before and after the number.
    """

    value: str
    nouns: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    tenses: tuple[Literal["past", "present", "future", "planned", "past_perfect"], ...] = ()
    text: str = ""
    sentence: str = ""
    before: str = ""
    after: str = ""
    unless: str = Field(
        default="", description="a regular expression that must not be in the clause"
    )
    paragraph: str = Field(
        default="", description="searched in the sentences before it in the same paragraph"
    )
    given: dict[str, str] = Field(
        default_factory=dict, description="labels decided before, and the value each must have"
    )
    when: tuple[Literal["before", "same", "after"], ...] = Field(
        default=(), description="how a date in the sentence lies to the event's date"
    )
    weight: float = 1.0


class Frame(Document):
    """Who gives and who receives, for verbs that move people between parties.

    `receiver` and `giver` name the verb's role that holds the party. "home" is the party that the
    counted people belong to ("Southmark servicemen"); "other" the other of two known parties.
    `moved` is the role that holds the people.
    """

    verbs: tuple[str, ...]
    moved: Literal["object", "subject"] = "object"
    receiver: tuple[Role, ...] = ()
    giver: tuple[Role, ...] = ()


class Label(Document):
    """One label of a figure: its values, what decides it in the words, and how to ask a model.

    `values` maps each value to its meaning in one short phrase, in the order shown to a model.
    `party` marks a label whose values are made from parties ("to:{party}"); frames decide it.
    `question` and `choices` are for a model that is asked about one figure: choices map the short
    answer a model may give to the value. `default` is the value of last resort ("" for none).
    """

    values: dict[str, str]
    party: str = Field(default="", description='the pattern of a party value, e.g. "to:{party}"')
    cues: tuple[Cue, ...] = ()
    question: str = ""
    default: str = ""
    threshold: float = Field(default=1.0, description="votes a value needs before code decides")


class NameCue(Document):
    """How a field of names (places, mediators) or of labels (stage) is found without a model.

    A sentence gives a value to the field where `pattern` is found in it; `role` says where the name
    stands: the subject of one of `verbs`, its object, or in a phrase after a preposition.
    """

    value: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    role: Literal["subject", "agent", "object", "possessor", "in", "on", "at", "clause"] = "subject"
    pattern: str = ""
    unless: str = ""
    outsider: bool = Field(
        default=False, description="takes only names that are none of the article's parties"
    )
    kinds: tuple[str, ...] = Field(
        default=(), description="entity types: GPE, LOC, PERSON, ORG, NORP"
    )
    weight: float = 1.0


class Contested(Document):
    """Something that outlets call by different names, and the term the brief uses.

    `terms` are regular expressions (case ignored) for what outlets call it; `used` is the neutral
    term and `reason` why.
    """

    refers_to: str
    used: str
    terms: tuple[str, ...]
    reason: str


class Example(Document):
    """An annotated sentence of our own making: a shot to ask with, and a test of the cues."""

    text: str
    number: str = Field(description="the number as it stands in the text")
    labels: dict[str, str]


class FieldRule(Document):
    """How the claims of one field are compared and merged across articles.

    - `title`: the field in an editor's words.
    - `point`: for figures, the labels that must agree before two values are about the same thing.
    - `exclusive`: only one value can be true of an event, so two are a contradiction.
    - `order`: values in order of progress; a later one may be an update of an earlier.
    - `parts`: for figures, label → whole → its parts ({"who": {"all": ("military", "civilians")}}).
    - `every`, `total`: for figures, the value of the party label that means "each party received it"
      and "all parties together".
    - `kept`: label values that are about this event and go into the brief's summary first.
    - `grows`: for figures, label → values whose count may grow from report to report (a toll), so
      that a larger number in a later report is an update.
    - `standing`: label values of a state that goes on (people still held): two sources that count the
      same people give rival numbers.
    - `changes`: label → values whose count may go either way from day to day (people missing).
    - `estimates`: label → values that sources estimate, so that numbers far apart are rivals, not parts.
    - `groups`: for figures, group → regular expressions of the words behind the number ("officers were
      hurt"): people of a group are counted apart from everybody else. Stands as the label "group".
    - `told`: what one origin alone says of the field stands in a sentence "always", or
      "unless agreed": only where the sources agree on nothing in the field, or "never".
    - `phrase`: Jinja templates, by name, of the sentences this field makes; writing has plain ones
      for every name that is missing.
      - `counted`: one figure with its noun, from `detail` ("about 120"), `value` and `labels`:
        "about 120 civilians". With it, figures that differ only in who was counted are joined.
      - `clause`: the claim as a past-tense clause without capital and full stop, as it would follow
        "X said": from `counts` (joined `counted`) or `value` (shown and joined: "23 May 2025",
        "A and B"), `when` ("on 23 May 2025", "in May 2025"), `where` ("at Harrow Pass"),
        `many` (more than one value), `labels`, `party` (the party in "to:PARTY"), `point`.
      - `agreed`, `attributed`, `disputed`: whole sentences, only where the plain ones won't do, from
        the above and `clause`, `owner` ("the Ministry"), `verb`, `accounts` ("A said 12; B said 14").
      - `value`: what a value of a closed set is called, from `value`: "carried out in part".
      - `point`: what a figure's point is called, from `labels` and `party`: "soldiers each side received".
      - `headline`: at most 14 words, from `clause` and the above; the field's agreed findings only.
        `others` are the `counts` and `party` of what other parties received, as agreed as the first;
        `parties` the event's parties, `differing` those on whose number the sources differ.
      - `headline_disputed`: at most 14 words, from `point`, where nothing is agreed.
    """

    title: str
    point: tuple[str, ...] = ()
    exclusive: bool = False
    order: tuple[str, ...] = ()
    parts: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    party_label: str = ""
    every: str = ""
    total: str = ""
    kept: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    background: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    grows: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    standing: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    changes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    estimates: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    told: Literal["always", "unless agreed", "never"] = "always"
    phrase: dict[str, str] = Field(default_factory=dict)
    rank: int = 50
    denied: str = Field(
        default="", description="a regular expression of statements that deny the field as a whole"
    )


class Occurrence(Document):
    """What makes two articles tell of the same occurrence of an event that recurs.

    `window_days` is how far apart two reports of one occurrence may be published or dated;
    `figures` names label values whose figures tell occurrences apart ({"occasion": ("this",)}).
    """

    window_days: int = 3
    figures: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Pack(Document):
    """One kind of event: its fields, vocabulary, cues, comparisons and words."""

    model_config = Document.model_config | {"arbitrary_types_allowed": True}

    name: str
    title: str
    description: str
    facts: type[Facts]
    detect: dict[str, float] = Field(
        default_factory=dict,
        description="regular expressions and their weights; a pack takes articles that score 1 or more",
    )
    people: dict[str, tuple[str, ...]] = Field(
        default_factory=dict,
        description="value of the label that says who → nouns and modifiers that decide it",
    )
    people_label: str = "who"
    not_people: tuple[str, ...] = ()
    labels: dict[str, Label] = Field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    names: dict[str, tuple[NameCue, ...]] = Field(default_factory=dict)
    fields: dict[str, FieldRule] = Field(default_factory=dict)
    contested: tuple[Contested, ...] = ()
    examples: tuple[Example, ...] = ()
    occurrence: Occurrence = Occurrence()
    event_title: str = Field(default="", description="Jinja template of an event's title")
    extra: dict[str, Any] = Field(default_factory=dict)
