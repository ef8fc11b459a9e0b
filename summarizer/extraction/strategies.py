"""Strategies: how a model is asked about one article, everything at once or step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarizer.documents import Article, Evidence, Rejection
from summarizer.extraction.ask import Asking, ask_gist, ask_label, ask_whole
from summarizer.extraction.labels import Decision
from summarizer.extraction.whole import chunks, label_drafts, named_near, room_for, same_name

if TYPE_CHECKING:
    from summarizer.documents import Label
    from summarizer.extraction.drafts import Draft
    from summarizer.extraction.extract import Words
    from summarizer.packs import LoadedPack

__all__ = ["Job", "Proposed", "ask_at_once", "ask_steps"]


@dataclass(frozen=True)
class Job:
    """One article that a model is asked about; what is refused goes to `rejected`."""

    article: Article
    loaded: LoadedPack
    asking: Asking
    words: Words
    rejected: list[Rejection]
    context_tokens: int


@dataclass
class Proposed:
    """What a model proposed beside labels.

    `gist` has a headline and points; `figures` are numbers that code did not take for people, with
    their words; `speakers` go by where their number starts.
    """

    gist: Any = None
    wholes: list[Any] = field(default_factory=list)
    figures: list[tuple[Any, Evidence]] = field(default_factory=list)
    speakers: dict[int, str] = field(default_factory=dict)


async def ask_at_once(job: Job) -> Proposed:
    """Ask for everything at once, a long article piece by piece, and label the drafts by it."""
    pack, proposed = job.loaded.pack, Proposed()
    pieces = list(
        chunks(job.article.text, room_for(job.context_tokens, job.loaded.prompt("whole")))
    )
    for answer in await job.asking.answers(
        [ask_whole(job.article, job.loaded, piece) for piece in pieces]
    ):
        if answer.value is None:
            job.rejected.append(Rejection(field="whole", value="", reason=answer.refusal))
            continue
        whole = answer.value
        proposed.wholes.append(whole)
        if proposed.gist is None and getattr(whole, "headline", None):
            proposed.gist = _Told(whole.headline, list(getattr(whole, "gist", ())))
        figures = getattr(whole, "figures", ())
        proposed.figures += label_drafts(
            figures,
            article=job.article,
            pack=pack,
            parties=job.words.parties,
            drafts=job.words.drafts,
            rejected=job.rejected,
        )
        _take_speakers(figures, job.article, job.words.drafts, proposed.speakers)
    return proposed


@dataclass(frozen=True)
class _Told:
    """A proposed headline and points, ungated."""

    headline: str
    points: Sequence[Any]


def _take_speakers(
    figures: Sequence[Any], article: Article, drafts: Sequence[Draft], speakers: dict[int, str]
) -> None:
    """Take a proposed speaker where code has none and the name stands by the number."""
    for figure in figures:
        name = str(getattr(figure, "speaker", None) or "").strip()
        for draft in drafts:
            inside = draft.mention.amount.value == figure.value
            if not name or not inside or draft.mention.sentence.text.find(figure.quote[:20]) < 0:
                continue
            if draft.attribution is None:
                if named_near(name, article.text, draft.evidence) and name != article.outlet:
                    speakers[draft.mention.start] = name
                    draft.doubts.add("speaker")
            elif not same_name(name, draft.attribution.speaker.name):
                draft.doubts.add("speaker")


async def ask_steps(job: Job) -> Proposed:
    """Ask about each label that the words left open, then for a headline and points.

    It goes label by label, so that the static part of the prompt stays cached.
    """
    for name, label in job.loaded.pack.labels.items():
        for draft in job.words.drafts:
            _follow(draft, name, label)
        if label.question:
            await _ask_open(job, name)
    room = room_for(job.context_tokens, job.loaded.prompt("gist"))
    lead = next(chunks(job.article.text, room), job.article.text)
    (answer,) = await job.asking.answers([ask_gist(job.article, job.loaded, lead)])
    if answer.value is None:
        job.rejected.append(Rejection(field="gist", value="", reason=answer.refusal))
    return Proposed(gist=answer.value)


async def _ask_open(job: Job, name: str) -> None:
    """Ask one label of each draft that has it open; “unclear” leaves it so."""
    asked = [draft for draft in job.words.drafts if draft.decisions[name].value is None]
    asks = [
        ask_label(job.article, job.loaded, name, draft, pair=job.words.parties.pair)
        for draft in asked
    ]
    answers = await job.asking.answers([ask for ask, _ in asks])
    for draft, (_, choices), answer in zip(asked, asks, answers, strict=True):
        votes = draft.decisions[name].votes
        if answer.value is None:
            value = str(draft.mention.amount.value)
            job.rejected.append(
                Rejection(field=f"figures.{name}", value=value, reason=answer.refusal)
            )
            continue
        value = next(c.value for c in choices if c.answer == answer.value.answer)
        if not value:
            continue
        if votes and votes.get(value, 0.0) < max(votes.values()):
            draft.doubts.add(name)  # the words lean another way, if not far enough to decide
        draft.decisions[name] = Decision(value, "model", votes)


def _follow(draft: Draft, name: str, label: Label) -> None:
    """Decide what another label's value settles by itself, though a model gave that value."""
    if draft.decisions[name].value is not None:
        return
    for cue in label.cues:
        settles = set(cue.model_fields_set) <= {"value", "given", "weight"} and cue.given
        if settles and all(
            other in draft.decisions and draft.decisions[other].value == value
            for other, value in cue.given.items()
        ):
            draft.decisions[name] = Decision(cue.value, "words", draft.decisions[name].votes)
            return
