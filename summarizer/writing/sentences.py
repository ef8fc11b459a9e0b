"""Planned sentences in words: the pack's phrases, and plain ones where it has none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.documents import FieldRule, Finding, Pack, Position
from summarizer.writing import voice
from summarizer.writing.plan import Planned, kind_of, main, rule_of

__all__ = ["Telling", "clause", "phrase_values", "positions_told", "quoted_in", "tell"]

_LONGEST_QUOTATION = (
    45  # words; a longer one is left out rather than cut, which could turn its sense
)
_LEADS = {
    "update": "Reports on {point} changed over time",
    "scope": "Counts of {point} cover different groups",
    "rounding": "Reports on {point} are more or less exact",
}
# Openings that lose their capital after "said that"; any other capital may be a name's.
_OPENINGS = re.compile(
    r"(?:The|A|An|It|He|She|They|This|That|There|These|Those|All|No|Some|Both|Its|His|Her|Their|"
    r"In|On|At|For|More|Most|Many|Each|Every|If|When|As|About|Another|Such)\b"
)
_MARKS = "“”\"„«»‘’'"


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
    if planned.role == "statement":
        return _statements(finding, telling)
    if planned.role == "same":
        return _same(planned.findings, telling)
    if finding.status == "disputed" or (len(finding.positions) > 1 and finding.status != "agreed"):
        return _accounts(finding, telling)
    return _claim(planned.findings, telling)


def _claim(findings: Sequence[Finding], telling: Telling) -> str:
    finding = findings[0]
    rule = rule_of(telling.pack, finding.field)
    body = clause(findings, telling)
    if finding.status == "agreed":
        values = {**phrase_values(findings, telling), "clause": body}
        return _sentence(telling.render(rule, "agreed", values) or body)
    position = main(finding)
    values = {
        **phrase_values(findings, telling),
        "clause": body,
        "owner": voice.owner(position.origins),
        "verb": voice.said(position, telling.outlets),
    }
    plain = f"{values['owner']} {values['verb']} {body}"
    return _sentence(telling.render(rule, "attributed", values) or plain)


def clause(findings: Sequence[Finding], telling: Telling) -> str:
    """Say what the findings hold as a clause that could follow "X said"."""
    finding = findings[0]
    rule = rule_of(telling.pack, finding.field)
    values = phrase_values(findings, telling)
    told = telling.render(rule, "clause", values)
    if told:
        return told
    kind = kind_of(telling.pack, finding.field)
    title = rule.title.lower()
    shown = str(values["value"])
    if kind == "figure":
        return f"the number for {finding.point or title} was {shown}"
    if kind == "date":
        return f"it took place {values['when']}" if values["when"] else f"the date was {shown}"
    if kind == "name" and title.endswith("s"):
        return f"the {title} {'were' if values['many'] else 'included'} {shown}"
    if kind == "label":
        return f"the {title} was “{shown}”"
    return f"the {title} {'were' if values['many'] else 'was'} {shown}"


def phrase_values(findings: Sequence[Finding], telling: Telling) -> dict[str, object]:
    """Gather the variables of a field's phrases, as the pack's documentation lists them."""
    finding = findings[0]
    position = main(finding)
    rule = rule_of(telling.pack, finding.field)
    party = finding.labels.get(rule.party_label) or ""
    return {
        "value": voice.joined([voice.show(main(f)) for f in findings]),
        "counts": _counts(findings, telling),
        "many": len(findings) > 1,
        "when": voice.when(position),
        "labels": dict(finding.labels),
        "party": party.partition(":")[2],
        "point": finding.point,
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
    told = []
    for position in finding.positions:
        who, verb = voice.owner(position.origins), voice.said(position, telling.outlets)
        told.append(f"{who} {verb} {_shown(finding, position, telling)}")
    accounts = "; ".join(told)
    point = finding.point or rule.title.lower()
    values = {**phrase_values([finding], telling), "accounts": accounts, "point": point}
    rendered = telling.render(rule, "disputed", values)
    if rendered:
        return _sentence(rendered)
    lead = "Accounts differ on {point}"
    if finding.status != "disputed":
        lead = _LEADS.get(finding.difference or "", "There is more than one account of {point}")
    return _sentence(f"{lead.format(point=point)}: {accounts}")


def _shown(finding: Finding, position: Position, telling: Telling) -> str:
    kind = kind_of(telling.pack, finding.field)
    if kind == "figure":
        return _counted(finding, position, telling)
    if kind == "date":
        return voice.when(position) or voice.show(position)
    if kind == "label":
        return f"“{voice.show(position)}”" if not position.detail else position.detail
    if kind in ("statement", "other"):
        return _words(position, telling)
    return voice.show(position)


def _same(findings: Sequence[Finding], telling: Telling) -> str:
    """Say that one origin gives to every party a number that has been told for some."""
    position = main(findings[0])
    who, verb = voice.owner(position.origins), voice.said(position, telling.outlets)
    number = "numbers were" if len(findings) > 1 else "number was"
    return _sentence(f"{who} {verb} the {number} the same for each side")


def _statements(finding: Finding, telling: Telling) -> str:
    told = []
    for position in finding.positions:
        words = _words(position, telling)
        if not words or len(words.split()) > _LONGEST_QUOTATION:
            return ""
        colon = words.startswith("“")
        who, verb = voice.owner(position.origins), voice.said(position, telling.outlets)
        told.append(f"{who} {verb}{':' if colon else ' that'} {words}")
    return _sentence("; ".join(told))


def _words(position: Position, telling: Telling) -> str:
    """Give what was said: between marks where it was quoted, else as the clause it is."""
    text = position.value if isinstance(position.value, str) else position.detail
    if quoted_in(position, telling.texts):
        return voice.quotation(text)
    plain = text.strip().strip(_MARKS).rstrip(". ")
    return plain[:1].lower() + plain[1:] if _OPENINGS.match(plain) else plain


def quoted_in(position: Position, texts: Mapping[str, str | None]) -> bool:
    """Whether the words of a position stand between quotation marks in one of its articles."""
    words = str(position.value or position.detail).strip().strip(_MARKS).rstrip(".,")
    for evidence in position.evidence:
        text = texts.get(evidence.article)
        around = evidence.quote
        if text is not None:
            around = text[max(0, evidence.start - 2) : evidence.end + 2]
        at = around.find(words)
        if words and at >= 0:
            before, after = around[:at].rstrip()[-1:], around[at + len(words) :][:3]
            opens = bool(before) and before in "“\"„«‘'"
            if opens and any(mark in after for mark in "”\"“»’'"):
                return True
    return False


def _sentence(text: str) -> str:
    """Capital first, one full stop last."""
    text = voice.capital(text.strip())
    return text if re.search(r"[.!?][”’)]?$", text) else f"{text}."


def positions_told(planned: Planned) -> list[Position]:
    """Every position that a sentence states or bears out, in order."""
    return list(
        itertools.chain.from_iterable(f.positions for f in (*planned.findings, *planned.folded))
    )
