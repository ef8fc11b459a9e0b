"""Invented news in bulk: events on recurring subjects, told by several outlets in words of their own.

Content words are made of syllables and drawn from pools by Zipf's law, a pool for the event, one for
its subject and one for all news; around them stand the small words, names, weekdays, dates, numbers
and looks back that real news has. With `POLITICS` plain TF-IDF with a three-day window and the best
threshold scores as it does on a public set of 100 political events from three outlets: about .99,
and .94 without the window.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from itertools import accumulate, product

from summarizer.documents import Article, article_id

SYLLABLES = (
    "ba be bo bra ca cor da del di dro fa fen fi gar gen gra ha hol in jo ka ker la lem lo lu ma"
)
SYLLABLES += (
    " mer mi mon na nel no or pa per pli po qua ra ren ri ro sa sel si sta su ta ten ti tor tra u"
)
SMALL = "the of to and in a that for on with he was is at by it as from his has but an be had were not this"
SMALL += " which their who will they after been or would its more about when up one out also into if there"
VERBS = "said told called made took gave held asked put left found saw voted moved kept met"
BACK = (
    "Last month {n} {w} were counted.",
    "In {m} the {w} stood at {n}.",
    "The previous {w}, on {m} {d}, had {n}.",
    "It is the third {w} since the spring.",
    "A year earlier it was {n}.",
)
MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True)
class Mix:
    """How the news is made: `told` outlets an event, at least and at most, over `days` days."""

    events: int
    told: tuple[int, int]
    days: int
    subjects: int = 12
    of_event: float = 0.14
    of_subject: float = 0.35
    words: int = 420
    late: int = 2
    alike: float = 0.5  # the share of an event's own figures that each outlet gives
    sagas: float = 0.35  # events that take up an earlier one of their subject, weeks later


POLITICS = Mix(events=100, told=(3, 3), days=900)
BULK = Mix(events=4000, told=(1, 4), days=60, subjects=300, of_event=0.14)


class Pool:
    """Words drawn by rank: the first comes twice as often as the second."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.weights = list(accumulate(1.0 / (rank + 2.7) for rank in range(len(words))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def news(seed: int, mix: Mix) -> tuple[list[Article], list[list[str]]]:
    """Articles in random order, and the ids of those of each event."""
    chance = random.Random(seed)  # noqa: S311 — a test, not a secret
    lexicon = ["".join(p) for p in product(SYLLABLES.split(), repeat=3)]
    chance.shuffle(lexicon)
    general = Pool(lexicon[:6000])
    people = [
        f"{a} {b}"
        for a, b in zip(_names(lexicon, chance, 400), _names(lexicon, chance, 400), strict=True)
    ]
    towns = _names(lexicon, chance, 300)
    subjects = [
        (Pool(chance.sample(lexicon, 300)), chance.sample(people, 8), chance.sample(towns, 5))
        for _ in range(mix.subjects)
    ]
    articles, truth = [], []
    last: dict[int, list[str]] = {}
    for _ in range(mix.events):
        number = chance.randrange(len(subjects))
        subject, known, places = subjects[number]
        own = chance.sample(lexicon, 60)
        if number in last and chance.random() < mix.sagas:
            own = chance.sample(last[number][:30], 25) + own[:30]
            chance.shuffle(own)
        last[number] = own
        event = _Event(
            day=dt.date(2031, 1, 1) + dt.timedelta(days=chance.randrange(mix.days)),
            own=Pool(own),
            subject=subject,
            people=chance.sample(known, 3) + chance.sample(people, 2) + known * 2,
            places=chance.sample(places, 1) + places * 2 + chance.sample(towns, 1),
            figures=[_number(chance) for _ in range(6)],
        )
        members = []
        for outlet in range(chance.randint(*mix.told)):
            text = _text(event, general, mix, chance, mix.of_event * chance.uniform(0.35, 1.4))
            late = chance.choice([0, 0, 0, 1, 1, mix.late])
            day = event.day + dt.timedelta(days=late)
            articles.append(
                Article(
                    id=article_id(text), outlet=f"Outlet {outlet}", text=text,
                    path=f"{len(truth)}-{outlet}.txt", published=day.isoformat(),
                )
            )  # fmt: skip
            members.append(articles[-1].id)
        truth.append(members)
    chance.shuffle(articles)
    return articles, truth


@dataclass(frozen=True)
class _Event:
    day: dt.date
    own: Pool
    subject: Pool
    people: list[str]
    places: list[str]
    figures: list[str]


def _text(event: _Event, general: Pool, mix: Mix, chance: random.Random, of_event: float) -> str:
    sentences, told = [], 0
    figures = chance.sample(event.figures, round(mix.alike * len(event.figures)))
    figures += [_number(chance) for _ in range(3)]
    while told < mix.words:
        length = chance.randint(12, 30)
        told += length
        content = []
        for _ in range(length // 2):
            drawn = chance.random()
            if drawn < of_event:
                content += event.own.some(chance, 1)
            elif drawn < of_event + mix.of_subject:
                content += event.subject.some(chance, 1)
            else:
                content += general.some(chance, 1)
        line = [
            w
            for pair in zip(content, chance.choices(SMALL.split(), k=len(content)), strict=True)
            for w in pair
        ]
        if chance.random() < 0.5:
            line[3:3] = [chance.choice(event.people), chance.choice(VERBS.split())]
        if chance.random() < 0.3:
            line[7:7] = ["in", chance.choice(event.places)]
        if chance.random() < 0.25:
            line[5:5] = [chance.choice(figures)]
        if chance.random() < 0.2:
            line += ["on", event.day.strftime(chance.choice(["%A", "%A", "%B %-d"]))]
        text = " ".join(line)
        sentences.append(f"{text[0].upper()}{text[1:]}.")
        if chance.random() < 0.06:
            sentences.append(_back(chance, event))
    return "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def _back(chance: random.Random, event: _Event) -> str:
    return chance.choice(BACK).format(
        n=_number(chance), w=event.subject.some(chance, 1)[0], d=chance.randint(1, 28),
        m=chance.choice(MONTHS.split()),
    )  # fmt: skip


def _number(chance: random.Random) -> str:
    value = int(10 ** chance.uniform(0.3, 3.7))
    return chance.choice([f"{value:,}", str(value), "two dozen", "a hundred", f"{value / 10:.1f}%"])


def _names(lexicon: list[str], chance: random.Random, count: int) -> list[str]:
    return [w.title() for w in chance.sample(lexicon, count)]
