"""Labels and names: how far it has come, who took part, where it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.documents import FieldRule, Finding, LabelClaim, Pack
from summarizer.merging.descriptions import described, is_description, is_place
from summarizer.merging.judge import finding, settled, title_of
from summarizer.merging.mentions import Mention, position
from summarizer.merging.texts import listed

__all__ = ["label_findings", "named_findings"]


def named_findings(name: str, mentions: Sequence[Mention], pack: Pack) -> list[Finding]:
    """A finding for each name in the role; one finding for all where only one can be true."""
    rule = pack.fields.get(name) or FieldRule(title=name)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.value, []).append(mention)
    if rule.exclusive:
        return [_exclusive(name, groups, pack)]
    found = []
    for value, held in sorted(groups.items()):
        vague = is_description(value) and not is_place(name, pack)
        shown = described(value) if vague else value
        stated = [position(held, value, detail=shown)]
        status, reason = settled(stated)
        point = f"{rule.title}: {value}"
        found.append(finding(name, point, stated, status=status, reason=reason))
    return found


def label_findings(name: str, mentions: Sequence[Mention], pack: Pack) -> list[Finding]:
    """One finding: the values of a closed set that sources hold, compared by the pack's order."""
    rule = pack.fields.get(name) or FieldRule(title=name)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if isinstance(mention.claim, LabelClaim):
            groups.setdefault(mention.claim.value, []).append(mention)
    if rule.order:
        return [_progress(name, groups, rule)]
    if rule.exclusive:
        return [_exclusive(name, groups, pack)]
    found = []
    for value, held in sorted(groups.items()):
        stated = [position(held, value, detail=value.replace("_", " "))]
        status, reason = settled(stated)
        point = f"{rule.title}: {stated[0].detail}"
        found.append(finding(name, point, stated, status=status, reason=reason))
    return found


def _exclusive(name: str, groups: Mapping[str, Sequence[Mention]], pack: Pack) -> Finding:
    """Only one value can be true, so two by different origins are a contradiction."""
    positions = [
        position(held, value, detail=value.replace("_", " ")) for value, held in groups.items()
    ]
    positions.sort(key=lambda p: (-len(p.origins), str(p.value)))
    title = title_of(pack, name)
    if len(positions) == 1:
        status, reason = settled(positions)
        return finding(name, title, positions, status=status, reason=reason)
    if len({o for p in positions for o in p.origins}) == 1:
        status, reason = settled(positions)
        reason = f"{reason} It names {listed(p.detail for p in positions)} together."
        return finding(name, title, positions, status=status, difference="scope", reason=reason)
    where = ""
    if len({a for p in positions for a in p.articles}) == 1:
        where = " Both stand in the same article."
    reason = f"Only one of these can be true.{where}"
    return finding(
        name, title, positions, status="disputed", difference="contradiction", reason=reason
    )


def _progress(name: str, groups: Mapping[str, Sequence[Mention]], rule: FieldRule) -> Finding:
    """The last value says that it is over; any other that it is not."""
    rank = {value: i for i, value in enumerate(rule.order)}
    ordered = sorted(groups, key=lambda v: (rank.get(v, len(rank)), v))
    positions = [position(groups[v], v, detail=_shown(v, rule)) for v in ordered]
    under_way = [m for v, held in groups.items() if v in rank and v != rule.order[-1] for m in held]
    # whoever says both in one article speaks of a part of it that is over
    both = {(m.source.id, m.origin) for m in under_way}
    over = [m for m in groups.get(rule.order[-1], ()) if (m.source.id, m.origin) not in both]
    done = {m.origin for m in over}
    if not done or not {m.origin for m in under_way} - done:
        status, reason = settled(positions)
        if len(positions) > 1:
            reason += " Whoever says that it has come further does not deny the rest."
        return finding(name, rule.title, positions, status=status, reason=reason)
    last = next(p for p in positions if p.value == rule.order[-1])
    others = [p for p in positions if p.value in rank and p is not last]
    if _later(over, under_way):
        reason = "The later reports say that it has moved on."
        status = "agreed" if max(len(p.origins) for p in positions) > 1 else "single-origin"
        return finding(
            name, rule.title, positions, status=status, difference="update", reason=reason
        )
    other = "still under way" if any(p.value != rule.order[0] for p in others) else "still to come"
    reason = f"At the same time it is called {last.detail} and {other}."
    return finding(
        name, rule.title, positions, status="disputed", difference="contradiction", reason=reason
    )


def _shown(value: str, rule: FieldRule) -> str:
    """A value of a closed set in an editor's words, where the pack has any."""
    if "value" not in rule.phrase:
        return value.replace("_", " ")
    from summarizer.packs import phrase

    return phrase(rule.phrase["value"], value=value)


def _later(after: Sequence[Mention], before: Sequence[Mention]) -> bool:
    """Whether every report in `after` was published on a later day than all of `before`."""
    late, early = [m.published for m in after], [m.published for m in before]
    if None in late or None in early:
        return False
    return min(filter(None, late))[:10] > max(filter(None, early))[:10]
