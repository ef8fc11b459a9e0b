# ruff: noqa: ISC004, PLC0206 (running text reads better in long lines)
"""Invented series: two parties exchange people every few weeks, three outlets tell of each.

The outlets share few words: a wire, a campaigning daily and a local paper. Between the exchanges
stand articles that mention them and are about something else.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from summarizer.documents import Article, article_id

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Swap:
    day: dt.date
    soldiers: int
    civilians: int
    town: str
    women: int
    quote: str

    @property
    def total(self) -> int:
        return self.soldiers + self.civilians


def said(day: dt.date, *, british: bool = False) -> str:
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if british else f"{month} {day.day}"


def weekday(day: dt.date) -> str:
    return day.strftime("%A")


def wire(s: Swap, before: Swap | None, home: str, away: str) -> str:
    last = (
        f" The sides last exchanged captives on {said(before.day)}, when {before.soldiers} soldiers"
        " went home in each direction."
        if before
        else ""
    )
    return (
        f"{home} and {away} exchanged {s.soldiers} prisoners of war each on {weekday(s.day)}, the"
        f" {home} Defence Ministry said in a statement. {s.civilians} civilians were also returned by"
        f" either side at the {s.town} crossing. The United Emirate of Qar mediated the exchange, the"
        f" ministry said.{last} The freed servicemen are receiving medical care in {s.town}."
    )


def daily(s: Swap, before: Swap | None, _home: str, away: str) -> str:
    memory = (
        f"\n\nIt comes weeks after the swap of {said(before.day, british=True)}, which saw"
        f" {before.soldiers} of our defenders come back."
        if before
        else ""
    )
    return (
        f"They are home. Buses carrying {s.soldiers} of our defenders rolled past cheering crowds in"
        f" {s.town} after months in {away} dungeons.\n\n“{s.quote},” a mother sobbed as she held her son."
        f" With the fighters came {s.civilians} villagers, {s.women} of them women, whom the enemy had"
        f" snatched.{memory}\n\nThe Qar emirate was thanked by President Ilva Storm. Whoever still"
        " languishes in the camps must not be forgotten, she told the nation."
    )


def local(s: Swap, before: Swap | None, _home: str, away: str) -> str:
    tail = (
        f" Until now the most recent one was held on {said(before.day)}, with {before.total} people"
        " handed over by each party."
        if before
        else ""
    )
    return (
        f"Residents near {s.town} watched as convoys met on {weekday(s.day)}, {said(s.day)}. Officials"
        f" in {away} put the number of those who crossed at {s.total} from either side:"
        f" {s.soldiers} in uniform and {s.civilians} others.{tail} Traffic was held up for hours, and"
        f" the school in {s.town} stayed shut, its head teacher said."
    )


STRAYS = (
    "The price of bread rose by a third in {home} after the harvest failed along the coast. Bakers"
    " blamed the closed border, which opened only for prisoner exchanges this year. The government"
    " promised subsidies, and the central bank kept its rate where it was.",
    "What is an exchange fund? Since the war began, {home} and {away} have traded captives a dozen"
    " times. The first swap, two years ago, freed {a}; the largest so far {b}. Qar, an emirate with"
    " ties to both, has carried most of the messages. Historians compare it with older wars.",
    "The national side of {away} beat the league champions two to nil in front of a sold-out stadium."
    " The captain, himself a former prisoner of war, dedicated the win to those who are not home yet.",
    "President Ilva Storm of {home} and the emir of Qar signed a trade treaty on gas and grain. She"
    " thanked him for his part in bringing prisoners home. Deliveries start next year.",
    "A court in {away} sentenced a spy to twelve years. The prosecutor said he had passed the routes of"
    " patrols to {home}. His lawyer hopes that he may be put on a list for exchange.",
)


def series(
    seed: int, *, published: bool = True, swaps: int = 4
) -> tuple[list[Article], list[list[int]]]:
    """Articles in random order, and the true groups as indices into them."""
    chance = random.Random(seed)  # noqa: S311 — a test, not a secret
    home, away = chance.choice(
        [("Arland", "Beloria"), ("Northmark", "Suderland"), ("Velia", "Ostrania")]
    )
    day = dt.date(2031, 1, 1) + dt.timedelta(days=chance.randrange(300))
    told: list[tuple[int, str, dt.date, str]] = []
    before: Swap | None = None
    quotes = [
        "I never stopped waiting",
        "He is thin, but he is here",
        "We cried all night",
        "At last",
    ]
    for number in range(swaps):
        towns = ["Karsk", "Ombel", "Tirn"]
        swap = Swap(
            day, chance.randrange(60, 320), chance.randrange(11, 140), chance.choice(towns),
            chance.randrange(3, 11), chance.choice(quotes),
        )  # fmt: skip
        for style in (wire, daily, local):
            late = dt.timedelta(days=chance.choice([0, 0, 1, 2]) if style is not wire else 0)
            told.append((number, style(swap, before, home, away), day + late, style.__name__))
        before = swap
        day += dt.timedelta(days=chance.randrange(9, 45))
    for i, text in enumerate(STRAYS):
        filled = text.format(
            home=home, away=away, a=chance.randrange(40, 200), b=chance.randrange(200, 400)
        )
        when = dt.date(2031, 1, 1) + dt.timedelta(days=chance.randrange(400))
        told.append((swaps + i, filled, when, f"stray {i}"))
    chance.shuffle(told)
    articles = [
        Article(
            id=article_id(text), outlet=outlet, text=text, path=f"{number}-{outlet}",
            published=when.isoformat() if published else None,
        )
        for number, text, when, outlet in told
    ]  # fmt: skip
    numbers = sorted({number for number, *_ in told})
    return articles, [[i for i, t in enumerate(told) if t[0] == n] for n in numbers]


def bcubed(articles: list[Article], truth: list[list[int]], groups: list[list[str]]) -> float:
    """B-cubed F1 of groups of article ids."""
    true = {articles[i].id: n for n, members in enumerate(truth) for i in members}
    found = {a: n for n, members in enumerate(groups) for a in members}
    precision = recall = 0.0
    for a in true:
        same = {b for b in true if found[b] == found[a]}
        meant = {b for b in true if true[b] == true[a]}
        precision += len(same & meant) / len(same)
        recall += len(same & meant) / len(meant)
    p, r = precision / len(true), recall / len(true)
    return 2 * p * r / (p + r)
