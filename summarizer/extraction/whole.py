"""The strategy `whole`: one call with the pack's whole schema, every proposal through the gate."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.documents import Article, Rejection
from summarizer.documents.numerals import numbers_in
from summarizer.extraction.ask import Gist, ask_whole
from summarizer.extraction.ground import Ungrounded, ground
from summarizer.extraction.labels import Decision
from summarizer.llm import Usage

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.documents import Evidence, Label
    from summarizer.extraction.figures import Draft
    from summarizer.llm import Model
    from summarizer.packs import LoadedPack

__all__ = ["by_whole", "chunks"]

_CHARS_A_TOKEN = 3  # on the safe side for English news
_SURE = 3.0  # votes from which the words themselves outweigh a model's label


async def by_whole(
    article: Article, loaded: LoadedPack, model: Model, drafts: Sequence[Draft], rejected: list[Rejection]
) -> tuple[Gist | None, Usage]:
    """Ask for everything at once, a long article piece by piece; label the drafts by what passes the gate.

    Returns the proposed headline and points, ungated, and what the calls took.
    """
    prompt = loaded.prompt("whole")
    room = (model.context_tokens - prompt.max_tokens - len(prompt.text) // _CHARS_A_TOKEN - 600) * _CHARS_A_TOKEN
    pieces = list(chunks(article.text, max(room, 1500)))
    answers = await asyncio.gather(*(model.ask(ask_whole(article, loaded, piece)) for piece in pieces))
    usage = sum((answer.usage for answer in answers), Usage())
    gist: Gist | None = None
    for answer in answers:
        if answer.value is None:
            rejected.append(Rejection(field="whole", value="", reason=answer.refusal))
            continue
        proposal = answer.value
        if gist is None and getattr(proposal, "headline", None):
            gist = Gist.model_construct(headline=proposal.headline, points=list(getattr(proposal, "gist", ())))
        for figure in getattr(proposal, "figures", ()):
            _label(figure, article, loaded.pack.labels, loaded.pack.people_label, drafts, rejected)
    return gist, usage


def chunks(text: str, size: int) -> Iterator[str]:
    """Pieces of at most `size` characters, cut at paragraphs, each beginning with the last paragraph before it."""
    paragraphs = text.split("\n")
    piece: list[str] = []
    length = 0
    for paragraph in paragraphs:
        if piece and length + len(paragraph) + 1 > size:
            yield "\n".join(piece).strip()
            piece = [piece[-1]] if len(piece[-1]) + len(paragraph) + 2 <= size else []
            length = sum(len(p) + 1 for p in piece)
        piece.append(paragraph)
        length += len(paragraph) + 1
    if "\n".join(piece).strip():
        yield "\n".join(piece).strip()


def _label(
    figure: BaseModel, article: Article, labels: Mapping[str, Label], people_label: str,
    drafts: Sequence[Draft], rejected: list[Rejection],
) -> None:  # fmt: skip
    value, quote = int(figure.value), str(figure.quote)  # type: ignore[attr-defined]
    try:
        evidence = ground(quote, article.text)
    except Ungrounded as error:
        rejected.append(Rejection(field="figures", value=str(value), reason=str(error)))
        return
    if value not in {n.value for n in numbers_in(evidence.quote)} and not _mention(drafts, value, evidence):
        rejected.append(Rejection(field="figures", value=str(value), reason="the number does not stand in its quotation"))
        return
    draft = _mention(drafts, value, evidence)
    if draft is None:
        rejected.append(Rejection(field="figures", value=str(value), reason="the number counts no people"))
        return
    for name in (*labels, people_label):
        proposed: Any = getattr(figure, name, None)
        if proposed is None:
            continue
        decided = draft.decisions[name]
        if decided.value is None:
            draft.decisions[name] = Decision(str(proposed), "model", decided.votes)
        elif decided.value != proposed:
            draft.doubts.add(name)
            if max(decided.votes.values(), default=0.0) < _SURE and name != people_label:
                draft.decisions[name] = Decision(str(proposed), "model", decided.votes)


def _mention(drafts: Sequence[Draft], value: int, evidence: Evidence) -> Draft | None:
    inside = [d for d in drafts if d.mention.amount.value == value and evidence.start <= d.mention.start < evidence.end]
    return inside[0] if inside else None
