"""Planned sentences in words: the pack's phrases, and plain ones where it has none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from summarizer.documents import FieldRule, Finding, Position
from summarizer.documents.lexicon import loaded_in
from summarizer.writing import voice
from summarizer.writing.about import fits, kind_of, main, rule_of, size_of
from summarizer.writing.names import after_preposition
from summarizer.writing.plan import Planned
from summarizer.writing.rows import counted_alike, is_part
from summarizer.writing.speech import words_of
from summarizer.writing.telling import Telling, Told, sentence_of, spread_of, that_of

__all__ = ["Telling", "Told", "clause", "phrase_values", "positions_told", "tell"]

_LONGEST_QUOTATION = (
    45  # words; a longer one is left out rather than cut, which could turn its sense
)
_NOUN = 3  # words of a source that can stand for a noun
_FIRST = 3  # words by which what was said is found again in its source
_LEADS = {
    "update": "Reports on {point} changed over time",
    "scope": "Counts of {point} cover different groups",
    "rounding": "Reports on {point} are more or less exact",
}


def tell(planned: Planned, telling: Telling) -> Told | None:
    """Word a planned sentence; None where it can't be told fairly."""
    finding = planned.findings[0]
    several = len(finding.positions) > 1
    if planned.role == "same":
        text = _same(planned.findings, telling)
    elif planned.role == "statement":
        text = _statement(finding, telling)
    elif several and finding.difference == "update" and _counts_people(finding, telling):
        text = _update(finding, telling)
    elif finding.status == "disputed" or (several and _told_apart(finding, telling)):
        text = _accounts(finding, telling)
    else:
        return _claim(planned.findings, telling)
    return Told(text) if text else None


def _update(finding: Finding, telling: Telling) -> str:
    """Tell the newest count in full and what was given before it: the merge puts the newest first."""
    new, *old = finding.positions
    verb, owner = voice.said(new, telling.outlets), telling.owner(new.origins)
    words = _clause(finding, telling, _values(finding, new, telling))
    before: dict[str, list[str]] = {}
    for position in old:
        who = "" if position.origins == new.origins else telling.owner(position.origins)
        before.setdefault(who, []).append(voice.show(position))
    told = [f"{who or 'it'} had given {voice.joined(n)} before" for who, n in before.items()]
    return sentence_of(f"{owner} {that_of(verb)} {words}; {'; '.join(told)}")


def _counts_people(finding: Finding, telling: Telling) -> bool:
    return kind_of(telling.pack, finding.field) == "figure" and finding.status != "disputed"


def _told_apart(finding: Finding, telling: Telling) -> bool:
    if finding.status != "agreed" and len({p.origins for p in finding.positions}) == 1:
        return finding.difference == "update"  # one voice that is now exact and now is not
    if finding.status != "agreed" or finding.difference == "update":
        return True
    return _unevenly_dated(finding, telling)


def _unevenly_dated(finding: Finding, telling: Telling) -> bool:
    """Whether only one source names the day on which all agree: the day is then that source's."""
    if kind_of(telling.pack, finding.field) != "date":
        return False
    firm = {o for p in finding.positions if voice.names_day(p) for o in p.origins}
    known = {p.value for p in finding.positions if voice.show_date(str(p.value))}
    resolved = {o for p in finding.positions if p.value in known for o in p.origins}
    return len(firm) == 1 and len(resolved) == 1


def _claim(findings: Sequence[Finding], telling: Telling) -> Told:
    finding = findings[0]
    rule = rule_of(telling.pack, finding.field)
    position = main(finding, rule.order)
    agreed = finding.status == "agreed"
    body = clause(findings, telling)
    values = {
        **phrase_values(findings, telling),
        "clause": body,
        "owner": "" if agreed else telling.owner(position.origins),
        "verb": voice.said(position, telling.outlets),
        "accounts": "",
    }
    if agreed:
        own = telling.render(rule, "agreed", values)
        return Told(sentence_of(own)) if own else Told("", bodies=(body,))
    own = telling.render(rule, "attributed", values)
    if own:
        return Told(sentence_of(own))
    spread = {telling.outlets_of(main(f, rule.order)) for f in findings}
    carried = spread_of(min(spread)) if len(position.origins) == 1 else ""
    return Told("", str(values["owner"]), str(values["verb"]), (body,), carried)


def clause(findings: Sequence[Finding], telling: Telling) -> str:
    """Say what the findings hold as a clause that could follow "X said"."""
    return _clause(findings[0], telling, phrase_values(findings, telling))


def _clause(finding: Finding, telling: Telling, values: Mapping[str, object]) -> str:
    rule = rule_of(telling.pack, finding.field)
    told = telling.render(rule, "clause", values)
    if told:
        return _closed(told, str(values["counts"]))
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


def _closed(told: str, counts: str) -> str:
    """Close what a count puts in between: "23 people, including two children, were still held"."""
    return told.replace(f"{counts} ", f"{counts}, ") if ", including " in counts else told


def _point(finding: Finding, rule: FieldRule) -> str:
    """Name the point mid-sentence, without the field's title that a merge puts before it."""
    point = finding.point.removeprefix(f"{rule.title}: ")
    return point if point and point != rule.title else rule.title[:1].lower() + rule.title[1:]


def phrase_values(findings: Sequence[Finding], telling: Telling) -> dict[str, object]:
    """Gather the variables of a field's phrases, as the pack's documentation lists them."""
    order = rule_of(telling.pack, findings[0].field).order
    shown = voice.joined([_shown(f, main(f, order), telling) for f in findings])
    values = _values(findings[0], main(findings[0], order), telling)
    where = _where([main(f, order) for f in findings], telling)
    counts = _counts(findings, telling)
    return {**values, "value": shown, "counts": counts, "where": where, "many": len(findings) > 1}


def _values(finding: Finding, position: Position, telling: Telling) -> dict[str, object]:
    """Gather the variables for one position of one finding."""
    rule = rule_of(telling.pack, finding.field)
    party = finding.labels.get(rule.party_label) or ""
    return {
        "value": _shown(finding, position, telling),
        "counts": _counted(finding, position, telling),
        "many": False,
        "when": voice.when(position, owned=finding.status != "agreed"),
        "where": _where([position], telling),
        "labels": dict(finding.labels),
        "party": _party(party, telling),
        "point": _point(finding, rule),
        "status": finding.status,
    }


def _shown(finding: Finding, position: Position, telling: Telling) -> str:
    """A position's value; a name with its article."""
    kind = kind_of(telling.pack, finding.field)
    if kind == "label":
        return str(position.value).replace("_", " ")  # the pack's word, by which its phrases go
    shown = voice.show(position)
    return telling.name(shown) if kind == "name" and shown == position.value else shown


def _party(label: str, telling: Telling) -> str:
    party = label.partition(":")[2]
    return telling.name(party) if party else ""


def _where(positions: Sequence[Position], telling: Telling) -> str:
    """Places with their prepositions: "in Sanaa and Aden", "at Harrow Pass"."""
    texts = [t for t in telling.texts.values() if t]
    places = [p.value for p in positions if isinstance(p.value, str)]
    told: dict[str, list[str]] = {}
    for place in places:
        if any(
            p != place and re.search(rf"\b{re.escape(place)}\b", p, re.IGNORECASE) for p in places
        ):
            continue  # "Harrow" beside "Harrow Pass"
        word, _, rest = after_preposition(place, texts).partition(" ")
        if not any(rest in known for known in told.values()):
            told.setdefault(word, []).append(rest)
    return voice.joined([f"{word} {voice.joined(rest)}" for word, rest in told.items()])


def _counted(finding: Finding, position: Position, telling: Telling, *, own: bool = False) -> str:
    """A figure with its noun: the pack's, or the source's `own` where several would be alike."""
    shown = voice.show(position)
    noun = position.counted if own else _of_whom(finding, telling)
    if noun and position.value != 1:
        return f"{shown} {noun}"
    values = {"detail": shown, "value": position.value, "labels": dict(finding.labels)}
    return telling.render(rule_of(telling.pack, finding.field), "counted", values) or shown


def _of_whom(finding: Finding, telling: Telling) -> str:
    """Whose people a count of those who remain is about, in a source's words: "23 Ardans"."""
    rule = rule_of(telling.pack, finding.field)
    if not rule.standing or not fits(finding, rule.standing):
        return ""
    words = [p.counted for p in finding.positions if p.counted]
    extra = {term: row.used for row in telling.pack.contested for term in row.terms}
    plain = [w for w in words if len(w.split()) <= _NOUN and re.match(r"[A-Z]\w+(?: [a-z]|s$)", w)]
    return next(
        (w for w in plain if w.endswith(("s", "men")) and not loaded_in(w, extra=extra)), ""
    )


def _counts(findings: Sequence[Finding], telling: Telling) -> str:
    """Join figures with their nouns; a whole is told with its parts where they add up."""
    alike = counted_alike(findings, telling.pack)
    said = {f.id: _counted(f, main(f), telling, own=alike) for f in findings}
    rule = rule_of(telling.pack, findings[0].field)
    for label, wholes in rule.parts.items():
        for whole, parts in wholes.items():
            top = [f for f in findings if f.labels.get(label) == whole]
            below = [f for f in findings if f.labels.get(label) in parts]
            if len(top) == 1 and len(below) > 1 and _adds_up(top[0], below):
                rest = [f for f in findings if f not in top and f not in below]
                inner = voice.joined([said[f.id] for f in below])
                return voice.joined([f"{said[top[0].id]} ({inner})", *[said[f.id] for f in rest]])
    wholes = rule.parts.get(telling.pack.people_label, {})
    all_ = [f for f in findings if f.labels.get(telling.pack.people_label) in wholes]
    some = [f for f in findings if f not in all_ and is_part(f, all_[0])] if all_ else []
    fits_in = bool(all_) and sum(size_of(f) for f in some) < size_of(all_[0])
    if len(all_) == 1 and some and len(some) + 1 == len(findings) and fits_in:
        return f"{said[all_[0].id]}, including {voice.joined([said[f.id] for f in some])}"
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
        who, verb = telling.owner(position.origins), voice.said(position, telling.outlets)
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
        return sentence_of(rendered or accounts)
    lead = "Accounts differ on {point}"
    if finding.status != "disputed":
        lead = _LEADS.get(finding.difference or "", "There is more than one account of {point}")
    return sentence_of(f"{lead.format(point=_point(finding, rule))}: {accounts}")


def _account(
    finding: Finding, position: Position, verb: str, telling: Telling, *, first: bool
) -> tuple[str, str]:
    """Word one position after its owner: a verb, and what is held. The first one in full."""
    if position.value is None and position.detail == "denied":
        return "denied", "it"
    if position.detail.startswith("calls it "):
        return "called", position.detail.removeprefix("calls ")
    kind = kind_of(telling.pack, finding.field)
    spread = (
        f" ({spread_of(telling.outlets_of(position))[:-2]})" if _lone(position, telling) else ""
    )
    if kind in ("statement", "other"):
        words = words_of(position, telling.texts, telling.roles)
        if words.startswith("“"):
            verb = f"{verb}:"
        elif not _follows(position, verb, words, telling):
            verb = f"{verb} that"
    elif first or (kind in ("name", "label") and "clause" in _phrases(finding, telling)):
        verb, words = that_of(verb), _clause(finding, telling, _values(finding, position, telling))
    elif kind == "figure":
        words = _counted(finding, position, telling)
    elif kind == "date":  # "reported on 23 May" would be the day of the report
        day = voice.when(position, owned=True).removeprefix("on ")
        verb, words = "gave", day or voice.show(position)
    else:
        words = _shown(finding, position, telling)
    return verb, f"{words}{spread}" if words and kind != "statement" else words


def _lone(position: Position, telling: Telling) -> bool:
    """Whether several outlets carry what one origin says."""
    return len(position.origins) == 1 and telling.outlets_of(position) > 1


def _follows(position: Position, verb: str, words: str, telling: Telling) -> bool:
    """Whether the words follow the verb in the source without "that": "declared three days of mourning"."""
    begins = f"{verb} {' '.join(words.split()[:_FIRST])}".lower()
    texts = (telling.texts.get(article) for article in position.articles)
    return verb != "said" and any(begins in (text or "").lower() for text in texts)


def _phrases(finding: Finding, telling: Telling) -> Mapping[str, str]:
    return rule_of(telling.pack, finding.field).phrase


def _same(findings: Sequence[Finding], telling: Telling) -> str:
    """Say that one origin gives to every party a number that has been told for some."""
    position = main(findings[0])
    who, verb = telling.owner(position.origins), voice.said(position, telling.outlets)
    number = "numbers were" if len(findings) > 1 else "number was"
    return sentence_of(f"{who} {that_of(verb)} the {number} the same for each side")


def _statement(finding: Finding, telling: Telling) -> str:
    """Word what was said, and who doubts it. What is too long to quote whole is left out."""
    told = []
    for position in finding.positions:
        who, verb = telling.owner(position.origins), voice.said(position, telling.outlets)
        verb, words = _account(finding, position, verb, telling, first=False)
        if not words or len(words.split()) > _LONGEST_QUOTATION:
            return ""
        if finding.status == "disputed" and verb.endswith(" that"):
            verb, words = _in_their_words(position, verb, words, telling)
        told.append(f"{who} {verb} {words}")
    open_ = [re.sub(r"\.(?=”?$)", "", t) for t in told[:-1]]
    return sentence_of("; ".join([*open_, told[-1]]))


def _in_their_words(position: Position, verb: str, words: str, telling: Telling) -> tuple[str, str]:
    """Put a reporter's loaded words for what was said between marks, and say whose they are."""
    extra = {term: row.used for row in telling.pack.contested for term in row.terms}
    found = loaded_in(words, extra=extra)
    if not found:
        return verb, words
    for word in {f.word: f for f in found}:
        words = re.sub(rf"(?<![\w“]){re.escape(word)}(?![\w”])", f"“{word}”", words)
    reporter = telling.reporters.get(position.articles[0], "an unnamed outlet")
    return f"{verb.removesuffix(' that')}, in the words of {voice.owner([reporter])}, that", words


def positions_told(planned: Planned) -> list[Position]:
    """Every position that a sentence states or bears out, in order."""
    return list(
        itertools.chain.from_iterable(f.positions for f in (*planned.findings, *planned.folded))
    )
