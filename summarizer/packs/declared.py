"""What a pack declares, held against itself: values, fields, vocabulary, examples and patterns."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, meta
from pydantic import BaseModel

from summarizer.documents import Contested, Example, FieldRule, Figure, Label, LabelClaim, Pack
from summarizer.packs.phrases import environment

__all__ = ["PHRASES", "faults"]

# What the writing gives each phrase of a field (see FieldRule).
_CLAUSE = {"counts", "value", "when", "where", "many", "labels", "party", "point", "status"}
_SENTENCE = _CLAUSE | {"clause", "owner", "verb", "accounts"}
PHRASES: Mapping[str, set[str]] = {
    "counted": {"detail", "value", "labels"},
    "point": {"labels", "party"},
    "value": {"value"},
    "clause": _CLAUSE,
    "agreed": _SENTENCE,
    "attributed": _SENTENCE,
    "disputed": _SENTENCE,
    "headline": _CLAUSE | {"clause", "title", "others", "parties", "differing"},
    "headline_disputed": _CLAUSE | {"clause", "title", "others", "parties", "differing"},
}

Fault = tuple[str, str]  # a word that stands near it in the file, and what is wrong


def faults(pack: Pack) -> Iterator[Fault]:
    """Everything in a pack's declarations that contradicts the rest of them."""
    yield from _patterns(pack)
    yield from _labels(pack)
    yield from _people(pack)
    yield from _names(pack)
    for field, rule in pack.fields.items():
        if field not in pack.facts.model_fields:
            yield field, f"a rule for the field {field!r}, which the facts do not have."
        yield from _rule(pack, field, rule)
    for place in _wheres(pack.occurrence.figures, "occurrence"):
        yield from _value_faults(pack, *place)
    for example in pack.examples:
        yield from _example(pack, example)
    yield from _contested(pack.contested)
    for name, model in sorted(pack.extra.items()):
        if name == "whole" and not (isinstance(model, type) and issubclass(model, BaseModel)):
            yield "extra", "extra['whole'] is not a pydantic model."
    if pack.event_title:
        yield from _template(pack.event_title, "the title of an event", None)


def figure_types(pack: Pack) -> list[type[Figure]]:
    """List the figure types of a pack's facts, in the order of their fields."""
    found = (
        kind for field in pack.facts.model_fields.values() for kind in _types(field.annotation)
    )
    return list(dict.fromkeys(kind for kind in found if issubclass(kind, Figure)))


def _types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _types(part)


def _allows(label: Label, value: str) -> bool:
    """Whether `value` is one of the label's, or fits its party pattern ("to:{party}")."""
    if value in label.values:
        return True
    pattern = re.escape(label.party).replace(r"\{party\}", r".+")
    return bool(label.party) and re.fullmatch(pattern, value) is not None


def _value_faults(pack: Pack, where: str, name: str, values: Iterable[str]) -> Iterator[Fault]:
    if name not in pack.labels and name != pack.people_label:
        yield name, f"{where} names the label {name!r}, which is not declared."
        return
    for value in values:
        label = pack.labels.get(name)
        fits = _allows(label, value) if label is not None else value in _kinds_of_people(pack)
        if value and not fits:
            yield value, f"{where} names {value!r}, which is no value of {name!r}."


def _kinds_of_people(pack: Pack) -> set[str]:
    """List the values of a people label that no Label declares: its type's or the vocabulary's."""
    fields = [kind.model_fields.get(pack.people_label) for kind in figure_types(pack)]
    typed = {value for field in fields if field for value in _literals(field.annotation)}
    return typed or set(pack.people)


def _literals(annotation: Any) -> Iterator[str]:
    for part in typing.get_args(annotation):
        if isinstance(part, str):
            yield part
        yield from _literals(part)


def _patterns(pack: Pack) -> Iterator[Fault]:
    every = [("a sign of the pack", sign) for sign in pack.detect]
    for name, label in pack.labels.items():
        for cue in label.cues:
            where = f"a cue for {name} {cue.value!r}"
            looked = (cue.text, cue.sentence, cue.before, cue.after, cue.unless, cue.paragraph)
            every += [(where, pattern) for pattern in looked]
    for name, cues in pack.names.items():
        every += [(f"a cue for {name}", p) for cue in cues for p in (cue.pattern, cue.unless)]
    for row in pack.contested:
        every += [(f"the contested {row.refers_to!r}", term) for term in row.terms]
    for where, pattern in every:
        if (reason := _broken(pattern)) is not None:
            yield pattern, f"{where} has a pattern that does not compile: {pattern!r} ({reason})."
    for sign, weight in pack.detect.items():
        if weight <= 0:
            yield sign, f"the sign {sign!r} weighs {weight:g}; a sign counts for a pack."


def _broken(pattern: str) -> str | None:
    try:
        re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        return str(error)
    return None


def _labels(pack: Pack) -> Iterator[Fault]:
    carried = {
        name
        for kind in figure_types(pack)
        for name in kind.model_fields
        if name not in Figure.model_fields
    }
    for name in sorted(carried - {*pack.labels, pack.people_label}):
        yield name, f"figures carry the label {name!r}, which `labels` does not declare."
    for name in sorted(set(pack.labels) - carried):
        yield name, f"`labels` declares {name!r}, which no figure carries."
    if pack.people and pack.people_label not in carried:
        yield (
            "people",
            f"`people` decides the label {pack.people_label!r}, which no figure carries.",
        )
    for name, label in pack.labels.items():
        if label.default and not _allows(label, label.default):
            yield label.default, f"the default {label.default!r} is no value of {name!r}."
        yield from _cues(pack, name, label)
    if pack.frames and not any(label.party for label in pack.labels.values()):
        yield "frames", "frames tell who receives, but no label has a party pattern."


def _cues(pack: Pack, name: str, label: Label) -> Iterator[Fault]:
    for cue in label.cues:
        if not _allows(label, cue.value):
            yield cue.value, f"a cue for {name} gives {cue.value!r}, which is no value of it."
        if not _has_condition(cue):
            yield cue.value, f"a cue for {name} {cue.value!r} has no condition."
        for other, value in cue.given.items():
            yield from _value_faults(pack, f"a cue for {name}", other, (value,))


def _has_condition(cue: BaseModel) -> bool:
    return bool(set(cue.model_fields_set) - {"value", "weight", "unless"})


def _people(pack: Pack) -> Iterator[Fault]:
    if pack.people:
        yield from _value_faults(pack, "people", pack.people_label, pack.people)
    owner: dict[str, str] = dict.fromkeys((w.lower() for w in pack.not_people), "not_people")
    for value, words in pack.people.items():
        for word in words:
            first = owner.setdefault(word.lower(), value)
            if first != value:
                yield word, f"{word!r} stands for both {first!r} and {value!r}."
    for name, label in pack.labels.items():
        # A noun alone that votes for two values decides nothing; with other conditions it may.
        claimed: dict[str, str] = {}
        for cue in label.cues:
            if set(cue.model_fields_set) - {"value", "weight"} == {"nouns"}:
                for noun in cue.nouns:
                    first = claimed.setdefault(noun.lower(), cue.value)
                    if first != cue.value:
                        yield noun, f"{name}: {noun!r} stands for both {first!r} and {cue.value!r}."


def _names(pack: Pack) -> Iterator[Fault]:
    for field, cues in pack.names.items():
        if field not in pack.facts.model_fields:
            yield field, f"cues for the field {field!r}, which the facts do not have."
            continue
        labelled = any(
            issubclass(kind, LabelClaim)
            for kind in _types(pack.facts.model_fields[field].annotation)
        )
        order = pack.fields[field].order if field in pack.fields else ()
        for cue in cues:
            if labelled and not cue.value:
                yield field, f"a cue for {field} gives no value."
            elif cue.value and order and cue.value not in order:
                yield cue.value, f"a cue for {field} gives {cue.value!r}, not among its values."
            if not (cue.pattern or cue.verbs or cue.nouns or cue.kinds):
                yield field, f"a cue for {field} has no condition."


def _wheres(
    named: Mapping[str, Iterable[str]], where: str
) -> Iterator[tuple[str, str, Iterable[str]]]:
    for label, values in named.items():
        yield where, label, values


def _rule_values(pack: Pack, rule: FieldRule, where: str) -> Iterator[Fault]:
    """Check label values that a rule names, those of its own groups too, and the groups' patterns."""
    groups = {*rule.groups, "all", "other", "earlier"}
    for named in (rule.kept, rule.background, rule.grows, rule.changes, rule.estimates):
        for at, name, values in _wheres(named, where):
            if name == "group" and rule.groups:  # the label that groups stand under
                for odd in sorted(set(values) - groups):
                    yield odd, f"{at} names the group {odd!r}, which is not declared."
            else:
                yield from _value_faults(pack, at, name, values)
    for pattern in (p for patterns in rule.groups.values() for p in patterns):
        reason = _broken(pattern)
        if reason:
            told = f"{where} has a pattern that does not compile: {pattern!r} ({reason})."
            yield pattern, told


def _rule(pack: Pack, field: str, rule: FieldRule) -> Iterator[Fault]:
    where = f"the rule for {field}"
    for name in rule.point:
        yield from _value_faults(pack, where, name, ())
    yield from _rule_values(pack, rule, where)
    for name, wholes in rule.parts.items():
        values = [*wholes, *(part for parts in wholes.values() for part in parts)]
        yield from _value_faults(pack, where, name, values)
    if rule.party_label:
        yield from _value_faults(pack, where, rule.party_label, (rule.every, rule.total))
    for name, template in rule.phrase.items():
        if name not in PHRASES:
            yield name, f"{where} has a phrase {name!r}; there are: {', '.join(PHRASES)}."
        yield from _template(template, f"the phrase {name} of {field}", PHRASES.get(name))


def _template(template: str, where: str, given: set[str] | None) -> Iterator[Fault]:
    near = template.split("\n", maxsplit=1)[0][:30]
    try:
        used = meta.find_undeclared_variables(environment().parse(template))
    except TemplateSyntaxError as error:
        yield near, f"{where} is no template: {error.message}."
        return
    for variable in sorted(used - given) if given is not None else ():
        yield near, f"{where} uses {variable!r}; it is given {', '.join(sorted(given or ()))}."


def _example(pack: Pack, example: Example) -> Iterator[Fault]:
    near = example.text[:30]
    pattern = rf"(?<![\w,.]){re.escape(example.number)}(?![\w]|[,.]\d)"
    found = len(re.findall(pattern, example.text))
    if found != 1:
        how = "does not stand" if not found else f"stands {found} times"
        yield near, f"an example's number {example.number!r} {how} in its text."
    for name, value in example.labels.items():
        yield from ((near, m) for _, m in _value_faults(pack, "an example", name, (value,)))


def _contested(rows: Iterable[Contested]) -> Iterator[Fault]:
    listed = list(rows)
    for row in listed:
        for other in listed:
            for term in other.terms:
                if _broken(term) is not None or not re.search(term, row.used, re.IGNORECASE):
                    continue
                whose = "its own" if other is row else f"the contested {other.refers_to!r}'s"
                yield row.used, f"the neutral term {row.used!r} is matched by {whose} {term!r}."
    names = [row.refers_to for row in listed]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield name, f"the contested {name!r} is declared twice."
