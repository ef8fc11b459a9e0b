# ruff: noqa: ISC004 (running text reads better in long lines)
"""Invented series that set traps: six exchanges of the same parties in four months, and other news.

Two to four outlets tell of each exchange, one of them with a slip in a figure, some with no date
in the text at all. Around them: lists of the earlier exchanges, opinion that quotes the latest
figure, a quake whose toll rises for days, marches on two days running, an accident and an election.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from merging_series import said, weekday

from summarizer.documents import Article, article_id


@dataclass(frozen=True)
class World:
    """Who the parties are and what their series is made of."""

    home: str
    away: str
    host: str
    leader: str
    river: str
    towns: tuple[str, ...]


WORLDS = (
    World("Marovia", "Tesland", "Sultanate of Obar", "Lena Dorsik", "Vell",
          ("Hodna", "Prisk", "Olmet", "Zarrow")),
    World("Kesh", "Ulvania", "Republic of Santerre", "Tomas Adeyo", "Drace",
          ("Mirnova", "Batu Lor", "Esk", "Calder")),
    World("the islands", "the mainland", "Grand Duchy of Hale", "Piet Marlow", "Sound",
          ("Port Anse", "Dera", "Ramola", "Skell")),
)  # fmt: skip
FIRST = ("Ana", "Boro", "Celik", "Dunya", "Emre", "Farah", "Goran", "Hana", "Ilko", "Jana")
LAST = (
    "Molnat",
    "Perrin",
    "Quist",
    "Ravela",
    "Sorel",
    "Tancre",
    "Uvarik",
    "Wendt",
    "Yarrow",
    "Zelk",
)


@dataclass(frozen=True)
class Swap:
    day: dt.date
    ours: int
    theirs: int
    civilians: int
    town: str
    freed: str
    ordinal: str

    @property
    def total(self) -> int:
        return self.ours + self.theirs


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]


def wire(s: Swap, w: World, before: Swap | None, chance: random.Random) -> str:
    back = ""
    if before:
        back = chance.choice((
            f"\n\nThe previous exchange, on {said(before.day)}, brought {before.ours} men home.",
            f"\n\nThey last traded captives on {said(before.day)}, {before.ours} for {before.theirs}.",
            f"\n\nLast month’s exchange involved {before.total} people.",
        ))  # fmt: skip
    when = chance.choice((f"on {weekday(s.day)}", f"on {weekday(s.day)}, {said(s.day)},"))
    return (
        f"{_cap(w.home)} received {s.ours} soldiers and gave up {s.theirs} in an exchange with {w.away}"
        f" {when} mediated by the {w.host}, officials on both sides said.\n\nThe buses met at the"
        f" bridge of {s.town} on the {w.river}. Among those freed was {s.freed}, who had been held for"
        f" two years, said the office of {w.leader}.{back}\n\nThe {w.host} said that it would go on"
        " working for the return of all captives."
    )


def ministry(s: Swap, w: World, _before: Swap | None, chance: random.Random) -> str:
    seen = chance.choice(
        ("psychological help", "treatment in our hospitals", "calls to their families")
    )
    return (
        f"Statement. As a result of negotiations {s.ours} servicemen were today returned from the"
        f" territory controlled by {w.away}. In return {s.theirs} prisoners of its army were handed"
        f" over. {s.civilians} residents of border villages came back as well. The servicemen receive"
        f" {seen}. The {w.host} gave humanitarian assistance in the return."
    )


def daily(s: Swap, w: World, before: Swap | None, chance: random.Random) -> str:
    back = ""
    if before:
        back = chance.choice((
            f" Three weeks ago, when {before.ours} came, nobody had called her.",
            f" In the last swap she had looked for him among the {before.ours}, in vain.",
            f" On {said(before.day, british=True)} she had stood here for nothing: {before.ours} came, not"
            " her son.",
        ))  # fmt: skip
    return (
        f"She held the photograph up until her arms shook. Then the bus doors opened in {s.town} and"
        f" {s.freed} fell around her neck.{back}\n\n{s.ours} defenders are home from the camps of the"
        f" enemy, {s.ordinal} time this year that the square filled with flags. Church bells rang."
        f" {w.leader} came, shook every hand and left without a speech. For {s.theirs} of theirs, thin"
        " men in new tracksuits, the bus went the other way.\n\n“We do not count them,” said a guard."
    )


def local(s: Swap, w: World, before: Swap | None, chance: random.Random) -> str:
    back = f" {before.total} had crossed the time before, he recalled." if before else ""
    jam = chance.choice(
        ("The market closed early", "Lorries waited for six hours", "The school shut")
    )
    return (
        f"{s.town.upper()} – {jam} as {s.total} captives changed sides at the old bridge on"
        f" {weekday(s.day)} afternoon. Police captain Rolf Hamm said that {s.civilians} villagers were"
        f" let through after the soldiers of {w.home} and {w.away}.{back} Shopkeepers sold tea and"
        " phone cards. The road is open again."
    )


OUTLETS = (wire, ministry, daily, local)


def timeline(swaps: list[Swap], w: World, _chance: random.Random) -> str:
    rows = " ".join(
        f"On {said(s.day)} {s.ours} were traded for {s.theirs} at {s.town}." for s in swaps
    )
    return (
        f"How many have come home? Since the fighting on the {w.river} stopped, {w.home} and {w.away}"
        f" have exchanged captives {len(swaps)} times, each time with the {w.host} in between. {rows}"
        " Lists are drawn up by two retired judges, and names are struck out until the last evening."
    )


def opinion(swaps: list[Swap], w: World, _chance: random.Random) -> str:
    return (
        f"Every exchange is a victory of patience, and every one is too late. {swaps[-1].ours} families"
        f" slept last week; thousands did not. {w.leader} should offer {w.away} what it has asked for"
        " since the spring: all for all. Those who call this weakness have no brother in a cell. A"
        " nation is judged by the empty chairs that it gets used to."
    )


def trade(_swaps: list[Swap], w: World, chance: random.Random) -> str:
    return (
        f"The {w.host} will buy grain from {w.home} for {chance.randrange(3, 9)} more years under a"
        f" treaty that {w.leader} signed in {w.towns[0]}. The emissaries, known for carrying messages on"
        f" captives between {w.home} and {w.away}, would not say whether prisoners were spoken of."
    )


def trial(swaps: list[Swap], w: World, chance: random.Random) -> str:
    return (
        f"A court in {w.towns[1]} gave a pilot of {w.away} {chance.randrange(11, 25)} years for bombing a"
        f" depot. His lawyer said he had been promised a place in the exchange of {said(swaps[2].day)} and"
        " was taken off the bus."
    )


STRAYS = (timeline, opinion, trade, trial)


def quake(chance: random.Random, day: dt.date) -> list[tuple[int, str]]:
    """One event: the toll rises from day to day, and places and people stay."""
    toll = chance.randrange(14, 60)
    more, most = toll + chance.randrange(20, 70), toll + chance.randrange(90, 160)
    place, valley = chance.choice((("Arenca", "Llano Hondo"), ("Sumbe Raya", "Tanjo")))
    hurt = chance.randrange(200, 900)
    return [
        (0, f"At least {toll} people died when an earthquake of magnitude 6.4 struck {place} on"
         f" {weekday(day)}, the governor, Ines Mara Otal, said. Houses in the valley of {valley} slid"
         f" into the river. More than {hurt} were hurt, and the road from the coast is cut."),
        (1, f"Rescue teams with dogs reached {valley} a day after the earthquake in {place}, and the death"
         f" toll rose to {more}. “We hear knocking,” a fireman said. Governor Ines Mara Otal asked for"
         " field hospitals. Aftershocks drove people into the open for a second night."),
        (3, f"The number of dead from the {place} earthquake stands at {most} and the search for survivors"
         f" will end tonight, civil defence said. In {valley}, where the school fell, the last of the"
         f" missing were brought out. Some {hurt} injured fill the wards."),
    ]  # fmt: skip


def marches(chance: random.Random, day: dt.date) -> list[list[tuple[int, str]]]:
    """Two events: crowds on two days running, each day with its own numbers."""
    city = chance.choice(("Lorne", "Vasht"))
    one, held = chance.randrange(11, 30), chance.randrange(31, 90)
    two, hurt = one + chance.randrange(12, 30), chance.randrange(12, 28)
    return [
        [
            (0, f"Some {one},000 people marched through {city} on {weekday(day)} against the pension law,"
             f" and police arrested {held} when eggs and paint flew at parliament."),
            (0, f"{city} saw its largest march in years as nurses, drivers and pensioners protested against"
             f" the new pension age. {held} were led away, the interior ministry said."),
        ],
        [
            (1, f"For a second day protesters filled {city}: organisers counted {two},000, and {hurt} people"
             f" were hurt on {weekday(day + dt.timedelta(1))} when a barrier on Mill Bridge gave way."),
            (1, f"A barrier collapsed on Mill Bridge in {city} during the second march against the pension"
             f" law in as many days. Doctors treated {hurt}. The unions call for a strike."),
        ],
    ]  # fmt: skip


def accident(chance: random.Random, day: dt.date) -> list[tuple[int, str]]:
    dead, aboard, road = chance.randrange(11, 35), chance.randrange(40, 60), chance.randrange(2, 9)
    return [
        (0, f"A coach with {aboard} pilgrims aboard left the N{road} near Brenn on {weekday(day)} and fell"
         f" into a gorge. {dead} were killed, police said. The brakes had failed, survivors told reporters."),
        (1, f"Investigators took the tachograph from the wreck at Brenn, where {dead + 1} pilgrims died when"
         " their coach plunged off the N-road. The firm, Alto Tours, had been fined twice. Its owner was"
         " questioned."),
        (0, f"“I jumped,” said Mirel, 19, one of the few to walk away from the coach at Brenn. It carried"
         f" {aboard} people home from a shrine. Alto Tours spoke of its grief for the {dead} dead."),
    ]  # fmt: skip


def election(chance: random.Random, day: dt.date) -> list[tuple[int, str]]:
    seats, lost = chance.randrange(51, 88), chance.randrange(21, 45)
    return [
        (0, f"The Reform League of Sala Brun won {weekday(day)}’s election in Corvia with {seats} of 140"
         f" seats, ending twelve years of rule by the Farmers, who keep {lost}. Turnout was 71%."),
        (1, f"Sala Brun is to form a government in Corvia after voters threw the Farmers’ Party out. Her"
         f" Reform League took {seats} seats. “We have heard you,” the outgoing premier Od Keller said."),
        (1, f"Markets cheered the end of the Keller years. The corvin rose after the Reform League’s"
         f" victory in Corvia’s vote, in which turnout reached 71 per cent and Brun’s list {seats} seats."),
    ]  # fmt: skip


def swaps_of(w: World, chance: random.Random, count: int, start: dt.date) -> list[Swap]:
    made, day = [], start
    people = [
        f"{a} {b}" for a, b in zip(chance.sample(FIRST, 6), chance.sample(LAST, 6), strict=True)
    ]
    for number in range(count):
        ours = chance.randrange(85, 320)
        made.append(
            Swap(
                day, ours, ours + chance.choice((0, 0, 5, -12, 31)), chance.randrange(11, 70),
                chance.choice(w.towns), people[number % 6],
                ("the first", "the second", "the third", "the fourth", "the fifth", "the sixth")[number],
            )
        )  # fmt: skip
        day += dt.timedelta(days=chance.randrange(9, 27))
    return made


def slipped(s: Swap, chance: random.Random) -> Swap:
    """The same exchange with one figure wrong, as one outlet in a few gives it."""
    ours = chance.choice((s.ours + 1, s.ours - 3, int(str(s.ours)[0] + str(s.ours)[:0:-1])))
    return Swap(s.day, ours, s.theirs, s.civilians, s.town, s.freed, s.ordinal)


def hard(seed: int, *, published: bool = True) -> tuple[list[Article], list[list[int]]]:
    """Articles in random order, and the true groups as indices into them."""
    chance = random.Random(seed)  # noqa: S311 — a test, not a secret
    w = chance.choice(WORLDS)
    start = dt.date(2031, 2, 1) + dt.timedelta(days=chance.randrange(200))
    swaps = swaps_of(w, chance, 6, start)
    told: list[tuple[int, str, dt.date]] = []
    for number, swap in enumerate(swaps):
        before = swaps[number - 1] if number else None
        outlets = chance.sample(OUTLETS, chance.randint(2, 4))
        wrong = chance.choice((*outlets, None, None))
        for tell in outlets:
            s = slipped(swap, chance) if tell is wrong else swap
            late = chance.choice((0, 0, 1)) if tell is not ministry else 0
            told.append((number, tell(s, w, before, chance), swap.day + dt.timedelta(late)))
    truth = len(swaps)
    for stray in STRAYS:
        when = swaps[-1].day + dt.timedelta(chance.randrange(-60, 6))
        told.append((truth, stray(swaps, w, chance), when))
        truth += 1
    day = start + dt.timedelta(chance.randrange(90))
    others = [
        quake(chance, day),
        accident(chance, day),
        election(chance, day),
        *marches(chance, day),
    ]
    for event in others:
        told += [(truth, text, day + dt.timedelta(late)) for late, text in event]
        truth += 1
    chance.shuffle(told)
    articles = [
        Article(
            id=article_id(text), text=text, path=f"{number}-{i}",
            published=when.isoformat() if published else None,
        )
        for i, (number, text, when) in enumerate(told)
    ]  # fmt: skip
    return articles, [[i for i, t in enumerate(told) if t[0] == n] for n in range(truth)]
