"""Planned sentences in words: the pack's phrases, and plain ones where it has none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.documents import FieldRule, Finding, Pack, Position
from summarizer.writing import voice
from summarizer.writing.plan import Planned, kind_of, main, rule_of
from summarizer.writing.speech import words_of

__all__ = ["Telling", "clause", "phrase_values", "positions_told", "tell"]

_LONGEST_QUOTATION = (
    45  # words; a longer one is left out rather than cut, which could turn its sense
)
_LEADS = {
    "update": "Reports on {point} changed over time",
    "scope": "Counts of {point} cover different groups",
    "rounding": "Reports on {point} are more or less exact",
}


@dataclass(frozen=True)
class Telling:
    """What telling needs beside the findings: the pack, the outlets' names, the articles' texts."""

    pack: Pack
    outlets: tuple[str, ...]
    texts: Mapping[str, str | None]

    def render(self, rule: FieldRule, name: str, values: Mapping[str, object]) -> str:
        """Render the field's phrase of that name, or "" where the pack has none."""
        template = rule.phrase.get(name)
        if not template:
            return ""
        from summarizer.packs import phrase

        return " ".join(phrase(template, **values).split())


def tell(planned: Planned, telling: Telling) -> str:
    """Word a planned sentence; "" where it can't be told fairly."""
    finding = planned.findings[0]
    if planned.role == "same":
        return _same(planned.findings, telling)
    if planned.role == "statement":
        return _statement(finding, telling)
    several = len(finding.positions) > 1
    if finding.status == "disputed" or (several and finding.status != "agreed"):
        return _accounts(finding, telling)
    if several and finding.difference == "update":
        return _accounts(finding, telling)
    return _claim(planned.findings, telling)


def _claim(findings: Sequence[Finding], telling: Telling) -> str:
    finding = findings[0]
    rule = rule_of(telling.pack, finding.field)
    position = main(finding, rule.order)
    body = clause(findings, telling)
    values = {
        **phrase_values(findings, telling),
        "clause": body,
        "owner": voice.owner(position.origins),
        "verb": voice.said(position, telling.outlets),
        "accounts": "",
    }
    if finding.status == "agreed":
        return _sentence(telling.render(rule, "agreed", values) or body)
    plain = f"{values['owner']} {_that(str(values['verb']))} {body}"
    return _sentence(telling.render(rule, "attributed", values) or plain)


def _that(verb: str) -> str:
    return verb if verb == "said" else f"{verb} that"


def clause(findings: Sequence[Finding], telling: Telling) -> str:
    """Say what the findings hold as a clause that could follow "X said"."""
    return _clause(findings[0], telling, phrase_values(findings, telling))


def _clause(finding: Finding, telling: Telling, values: Mapping[str, object]) -> str:
    rule = rule_of(telling.pack, finding.field)
    told = telling.render(rule, "clause", values)
    if told:
        return told
    kind = kind_of(telling.pack, finding.field)
    title = rule.title.lower()
    shown = str(values["value"])
    if kind == "figure":
        return f"the number for {_point(finding, rule)} was {shown}"
    if kind == "date":
        return f"it took place {values['when']}" if values["when"] else f"the date was {shown}"
    if kind == "name" and title.endswith("s"):
        return f"the {title} {'were' if values['many'] else 'included'} {shown}"
    if kind == "label":
        return f"the {title} was {shown}"
    return f"the {title} {'were' if values['many'] else 'was'} {shown}"


def _point(finding: Finding, rule: FieldRule) -> str:
    """Name the point mid-sentence, without the field's title that a merge puts before it."""
    point = finding.point.removeprefix(f"{rule.title}: ")
    return point if point and point != rule.title else rule.title[:1].lower() + rule.title[1:]


def phrase_values(findings: Sequence[Finding], telling: Telling) -> dict[str, object]:
    """Gather the variables of a field's phrases, as the pack's documentation lists them."""
    order = rule_of(telling.pack, findings[0].field).order
    shown = voice.joined([voice.show(main(f, order)) for f in findings])
    values = _values(findings[0], main(findings[0], order), telling)
    several = len(findings) > 1
    return {**values, "value": shown, "counts": _counts(findings, telling), "many": several}


def _values(finding: Finding, position: Position, telling: Telling) -> dict[str, object]:
    """Gather the variables for one position of one finding."""
    rule = rule_of(telling.pack, finding.field)
    party = finding.labels.get(rule.party_label) or ""
    return {
        "value": voice.show(position),
        "counts": _counted(finding, position, telling),
        "many": False,
        "when": voice.when(position),
        "labels": dict(finding.labels),
        "party": party.partition(":")[2],
        "point": _point(finding, rule),
        "status": finding.status,
    }


def _counted(finding: Finding, position: Position, telling: Telling) -> str:
    shown = voice.show(position)
    values = {"detail": shown, "value": position.value, "labels": dict(finding.labels)}
    return telling.render(rule_of(telling.pack, finding.field), "counted", values) or shown


def _counts(findings: Sequence[Finding], telling: Telling) -> str:
    """Join figures with their nouns; a whole is told with its parts where they add up."""
    said = {f.id: _counted(f, main(f), telling) for f in findings}
    rule = rule_of(telling.pack, findings[0].field)
    for label, wholes in rule.parts.items():
        for whole, parts in wholes.items():
            top = [f for f in findings if f.labels.get(label) == whole]
            below = [f for f in findings if f.labels.get(label) in parts]
            if len(top) == 1 and len(below) > 1 and _adds_up(top[0], below):
                rest = [f for f in findings if f not in top and f not in below]
                inner = voice.joined([said[f.id] for f in below])
                return voice.joined([f"{said[top[0].id]} ({inner})", *[said[f.id] for f in rest]])
    return voice.joined([said[f.id] for f in findings])


def _adds_up(whole: Finding, parts: Sequence[Finding]) -> bool:
    values = [main(f).value for f in parts]
    return sum(v for v in values if isinstance(v, int)) == main(whole).value


def _accounts(finding: Finding, telling: Telling) -> str:
    """Give each position with its owner; never one of them in the brief's own voice."""
    rule = rule_of(telling.pack, finding.field)
    plain = "clause" not in rule.phrase
    told: dict[tuple[str, str], list[str]] = {}
    for position in finding.positions:
        who, verb = voice.owner(position.origins), voice.said(position, telling.outlets)
        first = not told and not plain
        verb, words = _account(finding, position, verb, telling, first=first)
        if not words:
            return ""
        told.setdefault((who, verb), []).append(words)
    accounts = "; ".join(f"{who} {verb} {voice.joined(w)}" for (who, verb), w in told.items())
    rendered = telling.render(
        rule,
        "disputed",
        {
            **_values(finding, main(finding), telling),
            "accounts": accounts,
            "clause": "",
            "owner": "",
            "verb": "said",
        },
    )
    if rendered or not plain:
        return _sentence(rendered or accounts)
    lead = "Accounts differ on {point}"
    if finding.status != "disputed":
        lead = _LEADS.get(finding.difference or "", "There is more than one account of {point}")
    return _sentence(f"{lead.format(point=_point(finding, rule))}: {accounts}")


def _account(
    finding: Finding, position: Position, verb: str, telling: Telling, *, first: bool
) -> tuple[str, str]:
    """Word one position after its owner: a verb, and what is held. The first one in full."""
    if position.value is None and position.detail == "denied":
        return "denied", "it"
    if position.detail.startswith("calls it "):
        return "called", position.detail.removeprefix("calls ")
    kind = kind_of(telling.pack, finding.field)
    if kind in ("statement", "other"):
        words = words_of(position, telling.texts)
        return (f"{verb}:" if words.startswith("“") else f"{verb} that"), words
    if first or (kind in ("name", "label") and "clause" in _phrases(finding, telling)):
        return _that(verb), _clause(finding, telling, _values(finding, position, telling))
    if kind == "figure":
        return verb, _counted(finding, position, telling)
    # "reported on 23 May" would be the day of the report
    return ("gave" if kind == "date" else verb), voice.show(position)


def _phrases(finding: Finding, telling: Telling) -> Mapping[str, str]:
    return rule_of(telling.pack, finding.field).phrase


def _same(findings: Sequence[Finding], telling: Telling) -> str:
    """Say that one origin gives to every party a number that has been told for some."""
    position = main(findings[0])
    who, verb = voice.owner(position.origins), voice.said(position, telling.outlets)
    number = "numbers were" if len(findings) > 1 else "number was"
    return _sentence(f"{who} {_that(verb)} the {number} the same for each side")


def _statement(finding: Finding, telling: Telling) -> str:
    """Word what was said, and who doubts it. What is too long to quote whole is left out."""
    told = []
    for position in finding.positions:
        who, verb = voice.owner(position.origins), voice.said(position, telling.outlets)
        verb, words = _account(finding, position, verb, telling, first=False)
        if not words or len(words.split()) > _LONGEST_QUOTATION:
            return ""
        told.append(f"{who} {verb} {words}")
    return _sentence("; ".join(t.rstrip(".") if n else t for n, t in enumerate(told)))


def _sentence(text: str) -> str:
    """Capital first, one full stop last."""
    text = voice.capital(text.strip())
    return text if re.search(r"[.!?][”’)]?$", text) else f"{text}."


def positions_told(planned: Planned) -> list[Position]:
    """Every position that a sentence states or bears out, in order."""
    return list(
        itertools.chain.from_iterable(f.positions for f in (*planned.findings, *planned.folded))
    )
