"""Proposed: what a strong model found beside code's own findings, taken where its words stand.

What code found stays: a proposal only adds. Each is grounded, a name must stand in its words, and
whoever speaks is read from the article, not believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from summarizer.documents import (
    Article,
    Claim,
    Evidence,
    Facts,
    Figure,
    LabelClaim,
    NamedClaim,
    Pack,
    Rejection,
    Statement,
    WordingClaim,
)
from summarizer.documents.lexicon import loaded_in
from summarizer.extraction.ground import Ungrounded, fold, ground
from summarizer.extraction.numbers import amounts_in
from summarizer.extraction.speakers import Attribution, speaker_at
from summarizer.extraction.statements import quotations_in
from summarizer.extraction.whole import label_value, named_near, same_name

if TYPE_CHECKING:
    from summarizer.extraction.parties import Parties

__all__ = ["claim_type", "with_proposed"]

_UNIT = re.compile(
    r"^[\s-]*(?:%|per\s?cent|percent|years?\b|year-old|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|km\b"
    r"|kilomet|miles?\b|met(?:er|re)s?\b|tons?\b|tonnes?\b|times\b|rounds?\b|dollars?\b|euros?\b|pounds?\b)",
    re.IGNORECASE,
)
_NEXT_WORDS = 3  # after a number, in which the noun that it counts may stand


def claim_type(facts: type[Facts], field: str) -> tuple[type, bool]:
    """The claim type of a field of facts, and whether it holds several."""
    annotation = facts.model_fields[field].annotation
    inner = [a for a in get_args(annotation) if a is not Ellipsis and a is not type(None)]
    return (inner[0] if inner else annotation), "tuple" in str(annotation)  # type: ignore[return-value]


def with_proposed(
    facts: Facts,
    proposals: Sequence[Any],
    figures: Sequence[tuple[Any, Evidence]],
    *,
    article: Article,
    pack: Pack,
    parties: Parties,
    attributions: list[Attribution],
    rejected: list[Rejection],
) -> Facts:
    """The facts with whatever of the proposals code didn't find and the gate lets through.

    `figures` are proposed numbers with their words that stand but were not taken for people.
    """
    taking = _Taking(article, pack, parties, attributions, rejected)
    changed: dict[str, Any] = {}
    for field in pack.facts.model_fields:
        kind, many = claim_type(pack.facts, field)
        if not many or not issubclass(kind, Claim):
            continue
        have: list[Any] = list(getattr(facts, field))
        before = len(have)
        rows: Iterable[Any]
        if issubclass(kind, Figure):
            rows = figures
        else:
            rows = [row for p in proposals for row in getattr(p, field, None) or ()]
        for row in rows:
            claim = taking.claim(field, kind, row, have)
            if claim is not None:
                have.append(claim)
        if len(have) > before:
            changed[field] = tuple(sorted(have, key=lambda claim: claim.evidence[0].start))
    return facts.model_copy(update=changed) if changed else facts


class _Taking:
    """One article's proposals on their way through the gate."""

    def __init__(
        self,
        article: Article,
        pack: Pack,
        parties: Parties,
        attributions: list[Attribution],
        rejected: list[Rejection],
    ) -> None:
        self._article = article
        self._pack = pack
        self._parties = parties
        self._attributions = attributions
        self._rejected = rejected

    def claim(self, field: str, kind: type[Claim], row: Any, have: Sequence[Any]) -> Claim | None:
        """The claim that a proposal makes, or null where code has it or the gate refuses it."""
        try:
            if issubclass(kind, Figure):
                figure, evidence = row
                return self._figure(kind, figure, evidence, have)
            evidence = ground(str(getattr(row, "quote", None) or row.term), self._article.text)
            if issubclass(kind, Statement):
                return self._statement(kind, row, evidence, have)
            if issubclass(kind, WordingClaim):
                return self._wording(kind, row, evidence, have)
            if issubclass(kind, (NamedClaim, LabelClaim)):
                return self._valued(kind, row, evidence, have)
        except (Ungrounded, ValidationError) as error:
            reason = (
                str(error) if isinstance(error, Ungrounded) else "it does not fit the pack's schema"
            )
            said = row[0] if isinstance(row, tuple) else row
            value = next(
                (str(getattr(said, n)) for n in ("value", "term", "speaker") if hasattr(said, n)),
                "",
            )
            self._rejected.append(Rejection(field=field, value=value, reason=reason))
        return None

    def _speaker(self, evidence: Evidence) -> str | None:
        found = speaker_at(self._attributions, evidence.start, evidence.end)
        return found.speaker.name if found is not None else None

    def _figure(
        self, kind: type[Figure], row: Any, evidence: Evidence, have: Sequence[Figure]
    ) -> Claim | None:
        quote, value = evidence.quote, int(row.value)
        amounts = [a for a in amounts_in(quote) if a.value == value and not a.vague]
        known = [f for f in have if f.value == value and _overlap(f.evidence[0], evidence)]
        if len(known) >= len(amounts):
            amounts = []
        amount = next((a for a in amounts if not self._is_no_count(quote, a.end)), None)
        if amount is None or not self._tells_of_people(quote):
            if not known:
                raise Ungrounded("the number counts no people")
            return None
        labels = {}
        for name in (*self._pack.labels, self._pack.people_label):
            proposed = getattr(row, name, None)
            if proposed is not None and name in kind.model_fields:
                label = self._pack.labels.get(name)
                labels[name] = label_value(str(proposed), label, self._parties)
        return kind(
            value=value,
            high=amount.high,
            bound=amount.bound,
            decided={name: "model" for name, v in sorted(labels.items()) if v is not None},
            speaker=self._speaker(evidence),
            evidence=(evidence,),
            **labels,
        )

    def _is_no_count(self, quote: str, end: int) -> bool:
        after = quote[end:]
        words = [word.lower() for word in re.findall(r"[^\W\d_]+", after)[:_NEXT_WORDS]]
        barred = {form for noun in self._pack.not_people for form in (noun, f"{noun}s")}
        people = self._people()
        for word in words:
            if word in people:
                return False
            if word in barred:
                return True
        return _UNIT.match(after) is not None

    def _people(self) -> set[str]:
        nouns = {word for words in self._pack.people.values() for word in words}
        nouns |= set(self._pack.extra.get("people", ()))
        return nouns | {f"{noun}s" for noun in nouns}

    def _tells_of_people(self, quote: str) -> bool:
        return not self._people().isdisjoint(re.findall(r"[^\W\d_]+", quote.lower()))

    def _valued(
        self,
        kind: type[NamedClaim | LabelClaim],
        row: Any,
        evidence: Evidence,
        have: Sequence[Any],
    ) -> Claim | None:
        value = str(row.value).strip()
        if issubclass(kind, NamedClaim):
            if any(same_name(value, claim.value) for claim in have):
                return None
            if fold(value).casefold() not in fold(evidence.quote).casefold():
                raise Ungrounded("the name does not stand in its quotation")
        elif have:
            if all(value != claim.value for claim in have):
                found = ", ".join(sorted({claim.value for claim in have}))
                raise Ungrounded(f"the words say “{found}”")
            return None
        return kind(value=value, speaker=self._speaker(evidence), evidence=(evidence,))

    def _statement(
        self, kind: type[Statement], row: Any, evidence: Evidence, have: Sequence[Statement]
    ) -> Claim | None:
        if any(_overlap(evidence, known) for claim in have for known in claim.evidence):
            return None
        speaker = self._speaker(evidence)
        if speaker is None:
            speaker = str(row.speaker or "").strip()
            if not speaker or not named_near(speaker, self._article.text, evidence):
                raise Ungrounded("the speaker does not stand beside the words")
        inside = any(
            start <= evidence.start and evidence.end <= end
            for start, end in quotations_in(self._article.text)
        )
        return kind(speaker=speaker, text=evidence.quote, quoted=inside, evidence=(evidence,))

    def _wording(
        self, kind: type[WordingClaim], row: Any, evidence: Evidence, have: Sequence[WordingClaim]
    ) -> Claim | None:
        if any(_overlap(evidence, known) for claim in have for known in claim.evidence):
            return None
        known = {thing.refers_to for thing in self._pack.contested}
        refers_to = str(row.refers_to).strip()
        if known and refers_to not in known:
            raise Ungrounded("it refers to nothing that the pack compares")
        if loaded_in(refers_to):
            raise Ungrounded("what it refers to is said with a loaded word")
        return kind(
            term=evidence.quote,
            refers_to=refers_to,
            speaker=self._speaker(evidence),
            evidence=(evidence,),
        )


def _overlap(one: Evidence, two: Evidence) -> bool:
    return one.start < two.end and two.start < one.end
