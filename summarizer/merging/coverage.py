"""Coverage: which article states, denies or leaves out each finding. Silence is never denial."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.documents import (
    Article,
    Coverage,
    FieldRule,
    Figure,
    Finding,
    Position,
    Stance,
    Statement,
)
from summarizer.merging.mentions import Mention, position
from summarizer.merging.statements import DENYING, subject
from summarizer.merging.texts import content_words, sentence_span, words

__all__ = ["DENIAL", "coverage", "with_denials"]

DENIAL = "denied"  # the detail of a position that denies the others


def coverage(findings: Sequence[Finding], articles: Sequence[Article]) -> tuple[Coverage, ...]:
    """A stance for every finding and every article, in their order."""
    return tuple(
        Coverage(finding=f.id, article=a.id, stance=_stance(f, a.id))
        for f in findings
        for a in articles
    )


def _stance(finding: Finding, article: str) -> Stance:
    held = [p for p in finding.positions if article in p.articles]
    if not held:
        return "silent"
    return "denies" if all(p.value is None and p.detail == DENIAL for p in held) else "states"


def with_denials(
    findings: Sequence[Finding],
    said: Sequence[Mention],
    articles: Sequence[Article],
    rules: Mapping[str, FieldRule] | None = None,
) -> list[Finding]:
    """Findings, with a position for whoever is reported to deny one in so many words."""
    texts = {a.id: a.text for a in articles}
    denials = [
        m for m in said if isinstance(m.claim, Statement) and DENYING.search(m.claim.verb or "")
    ]
    found = []
    for f in findings:
        rule = (rules or {}).get(f.field)
        against = [m for m in denials if _about(f, m, texts)]
        if rule is not None and rule.denied:
            whole = re.compile(rule.denied, re.IGNORECASE)
            against += [
                m for m in said if m not in against and whole.search(f"{m.sentence} {_text(m)}")
            ]
        found.append(_denied(f, against))
    return found


def _text(mention: Mention) -> str:
    return mention.claim.text if isinstance(mention.claim, Statement) else ""


def _denied(finding: Finding, against: Sequence[Mention]) -> Finding:
    if not against or finding.status == "disputed":
        return finding
    held = [m for m in against if m.origin not in {o for p in finding.positions for o in p.origins}]
    if not held:
        return finding
    denial = position(held, None, detail=DENIAL)
    reason = f"{', '.join(denial.origins)} denied it. {finding.reason}"
    return finding.model_copy(
        update={
            "status": "disputed",
            "difference": "contradiction",
            "positions": (*finding.positions, denial),
            "reason": reason,
        }
    )


def _about(finding: Finding, denial: Mention, texts: Mapping[str, str]) -> bool:
    """Whether a denial names the value and two more words of what bears the finding out."""
    assert isinstance(denial.claim, Statement)  # noqa: S101
    first: Position = finding.positions[0]
    if first.value is None or isinstance(denial.claim, Figure):
        return False
    said = words(denial.claim.text)
    if isinstance(first.value, int):
        if str(first.value) not in said:
            return False
    elif not set(words(first.value)) <= set(said):
        return False
    around = [
        texts[e.article][slice(*sentence_span(texts[e.article], e.start, e.end))]
        for p in finding.positions
        for e in p.evidence
    ]
    near = content_words(" ".join(around))
    mine = subject(denial.claim) - content_words(str(first.value))
    return len(near & mine) >= 2  # noqa: PLR2004
