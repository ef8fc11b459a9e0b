"""The strategy `whole`: one call with the pack's whole schema, every proposal through the gate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.documents import Article, Rejection
from summarizer.documents.numerals import numbers_in
from summarizer.extraction.ground import Ungrounded, fold, ground
from summarizer.extraction.labels import Decision

if TYPE_CHECKING:
    from summarizer.documents import Evidence, Label, Pack
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.parties import Parties
    from summarizer.packs import Prompt

__all__ = ["chunks", "label_drafts", "label_value", "named_near", "room_for", "same_name"]

_CHARS_A_TOKEN = 3  # on the safe side for English news
_MARGIN = 600  # tokens for the schema and the fences
_LEAST_ROOM = 1500  # characters
_SURE = 3.0  # votes from which the words themselves outweigh a model's label


def room_for(context_tokens: int, prompt: Prompt) -> int:
    """How many characters of an article fit one request beside the prompt and the answer."""
    tokens = context_tokens - prompt.max_tokens - len(prompt.text) // _CHARS_A_TOKEN - _MARGIN
    return max(tokens * _CHARS_A_TOKEN, _LEAST_ROOM)


def chunks(text: str, size: int) -> Iterator[str]:
    """Pieces of at most `size` characters, cut at paragraphs, each with the last one before it.

    A paragraph longer than that is cut at its sentences, and a sentence at its words.
    """
    piece: list[str] = []
    for part in _parts(text, size):
        if piece and sum(map(len, piece)) + len(part) > size:
            if "".join(piece).strip():
                yield "".join(piece).strip()
            piece = [piece[-1]] if len(piece[-1]) + len(part) <= size else []
        piece.append(part)
    if "".join(piece).strip():
        yield "".join(piece).strip()


def _parts(text: str, size: int) -> Iterator[str]:
    for paragraph in re.findall(r"[^\n]*\n+|[^\n]+$", text):
        if len(paragraph) <= size:
            yield paragraph
            continue
        for sentence in re.findall(r".+?(?:[.!?…][”\"’]*\s+|$)", paragraph, re.DOTALL):
            rest = sentence
            while len(rest) > size:
                cut = rest.rfind(" ", 1, size) + 1 or size
                yield rest[:cut]
                rest = rest[cut:]
            yield rest


def label_drafts(
    proposed: Sequence[Any],
    *,
    article: Article,
    pack: Pack,
    parties: Parties,
    drafts: Sequence[Draft],
    rejected: list[Rejection],
) -> list[tuple[Any, Evidence]]:
    """Label the drafts by the proposed figures that pass the gate.

    Returns the grounded ones whose number code did not take for people, with their words. What the
    words decide surely stays; where model and words differ the label is open to doubt.
    """
    left: list[tuple[Any, Evidence]] = []
    used: set[int] = set()
    for figure in proposed:
        value = int(figure.value)
        try:
            evidence = ground(str(figure.quote), article.text)
        except Ungrounded as error:
            rejected.append(_refused("figures", value, str(error)))
            continue
        draft = _draft_in(drafts, value, evidence, used)
        if draft is not None:
            used.add(draft.mention.start)
            _label(figure, draft, pack, parties, rejected)
        elif value in {n.value for n in numbers_in(evidence.quote)}:
            left.append((figure, evidence))
        else:
            rejected.append(
                _refused("figures", value, "the number does not stand in its quotation")
            )
    return left


def _label(
    figure: Any, draft: Draft, pack: Pack, parties: Parties, rejected: list[Rejection]
) -> None:
    for name in (*pack.labels, pack.people_label):
        proposed = getattr(figure, name, None)
        if proposed is None:
            continue
        value = label_value(str(proposed), pack.labels.get(name), parties)
        if value is None:
            rejected.append(_refused(f"figures.{name}", proposed, "no value of this label"))
            continue
        decided = draft.decisions[name]
        if decided.value == value:
            continue
        if decided.value is not None:
            draft.doubts.add(name)
            sure = max(decided.votes.values(), default=0.0) >= _SURE
            if sure or name == pack.people_label or decided.by == "model":
                continue
        draft.decisions[name] = Decision(value, "model", decided.votes)


def label_value(proposed: str, label: Label | None, parties: Parties) -> str | None:
    """A label's value in the pack's spelling, a party by its name in the article; else null."""
    value = proposed.strip()
    if label is None or value in label.values:
        return value
    if not label.party:
        return None
    prefix = label.party.partition("{")[0]
    if not value.startswith(prefix):
        return None
    party = value.removeprefix(prefix).strip()
    known = parties.named(party) or next(
        (name for name in parties.pair if same_name(name, party)), None
    )
    return label.party.format(party=known) if known else None


def _draft_in(
    drafts: Sequence[Draft], value: int, evidence: Evidence, used: set[int]
) -> Draft | None:
    """The draft of that number in the quotation; of several, one that no proposal labelled yet."""
    inside = [
        draft
        for draft in drafts
        if value in (draft.mention.amount.value, draft.mention.amount.high)
        and evidence.start <= draft.mention.start < evidence.end
    ]
    fresh = [draft for draft in inside if draft.mention.start not in used]
    return next(iter(fresh or inside), None)


def _refused(field: str, value: object, reason: str) -> Rejection:
    return Rejection(field=field, value=str(value), reason=reason)


def same_name(one: str, two: str) -> bool:
    """Whether one name holds the other, word by word: "Vale" and "Envoy Mira Vale"."""
    a, b = (
        set(re.findall(r"\w+", fold(name).casefold())) - {"the", "of", "s"} for name in (one, two)
    )
    return bool(a and b) and (a <= b or b <= a)


def named_near(name: str, text: str, evidence: Evidence) -> bool:
    """Whether a name stands in the paragraph of a piece of evidence or in one beside it."""
    start = evidence.start
    for _ in range(2):
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1 if start else 0
    after = re.search(r"[^\n]*\n+[^\n]*", text[evidence.end :])
    end = evidence.end + after.end() if after else len(text)
    pattern = rf"(?<!\w){re.escape(fold(name))}(?!\w)"
    return re.search(pattern, fold(text[start:end]), re.IGNORECASE) is not None
