"""Other happenings, from articles to sentences without a model: what an editor would publish."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from summarizer.documents import Brief
from summarizer.extraction import extract
from summarizer.packs import load_pack
from summarizer.pipeline import plain_briefs
from summarizer.publishing import to_json
from summarizer.reading import read
from summarizer.settings import Settings
from summarizer.verify import verify

QUAKE = {
    "lagoon-1.md": """---
outlet: The Lagoon Times
published: 2031-09-08
---
A strong earthquake struck northern Ruvania before dawn on Monday.

It killed at least 23 people and injured 140, the Interior Ministry said.

Rescuers pulled 11 people alive from the ruins by midday. In 1979 an earthquake there killed 310 people.
""",
    "orenfeld-2.md": """---
outlet: Orenfeld Post
published: 2031-09-09
---
The number of people killed in the earthquake that hit Ruvania on Monday has reached 41,
the Interior Ministry said on Tuesday. The mayor of Tarsk, Ivo Brandic, gave a higher toll of 57.

The ministry said that 212 people had been injured. "Nobody came for six hours," Brandic
said. The ministry rejected the charge.
""",
}
MARCH = {
    "herald.md": """---
outlet: Capital Herald
published: 2031-10-12
---
Tens of thousands of people marched in Seldin on Sunday against a law that raises the retirement age
to 67, in the largest protest for years.

Organisers said 80,000 people took part. Police put the turnout at 25,000. Nine officers were injured
during the protest in Seldin, police said.
""",
    "daily.md": """---
outlet: Freedom Daily
published: 2031-10-13
---
A mob hurled bottles at police during a protest in Seldin on Sunday, the Interior Ministry said.

The ministry estimated the crowd at 25,000. The Union of Clerks claimed that more than 80,000 had
come. The union said at least 20 marchers had been treated for tear gas.
""",
}


def brief_of(articles: dict[str, str], folder: Path) -> Brief:
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load_pack("event")
    read_ = read([folder]).articles
    summaries = [asyncio.run(extract(article, loaded, None)) for article in read_]
    (brief,) = asyncio.run(plain_briefs(summaries, Settings.load(pack="event")))
    return brief


@pytest.fixture(scope="module")
def quake(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_of(QUAKE, tmp_path_factory.mktemp("quake"))


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_of(MARCH, tmp_path_factory.mktemp("march"))


def prose(brief: Brief) -> str:
    return " ".join(s.text for s in brief.summary)


def test_a_toll_in_dispute_leads_and_the_one_it_overtook_stands_aside(quake: Brief) -> None:
    assert quake.headline == "Earthquake in Ruvania: accounts differ on how many were killed"
    assert "The Interior Ministry said 41 people were killed; " in prose(quake)
    assert "Ivo Brandic" in prose(quake)
    assert "23" not in prose(quake)
    (early,) = [f for f in quake.findings if f.positions[0].value == 23]
    assert "overtaken" in early.reason
    assert early.point.startswith("People killed, an earlier count")


def test_what_and_where_and_when_are_one_sentence(quake: Brief, march: Brief) -> None:
    assert quake.summary[0].text == "There was an earthquake in Ruvania on 8 September 2031."
    assert march.summary[0].text == "There was a protest in Seldin on 12 October 2031."


def test_a_later_count_of_one_source_is_told_as_such(quake: Brief) -> None:
    assert "The Interior Ministry said 212 people were injured; it had given 140 before." in prose(
        quake
    )


def test_a_denial_stands_beside_what_it_denies(quake: Brief) -> None:
    assert "“Nobody came for six hours”; the Interior Ministry denied it." in prose(quake)


def test_attendance_is_disputed_between_who_counts(march: Brief) -> None:
    assert march.headline == "Protest in Seldin: accounts differ on how many took part"
    (dispute,) = [f for f in march.findings if f.status == "disputed"]
    held = {o: p.value for p in dispute.positions for o in p.origins}
    assert {k.casefold(): v for k, v in held.items()} == {
        "police": 25_000,
        "interior ministry": 25_000,
        "organisers": 80_000,
        "union of clerks": 80_000,
    }


def test_officers_hurt_and_marchers_hurt_are_no_dispute(march: Brief) -> None:
    injured = {
        f.labels["group"]: f.status for f in march.findings if f.labels.get("outcome") == "injured"
    }
    assert injured == {"police": "single-origin", "all": "single-origin"}


def test_no_age_and_no_vague_word_is_a_number_of_people(march: Brief) -> None:
    values = {p.value for f in march.findings if f.field == "figures" for p in f.positions}
    assert values == {9, 20, 25_000, 80_000}


def test_no_loaded_word_of_a_source_is_ours(march: Brief) -> None:
    assert "mob" not in prose(march)
    assert {t.term for row in march.wording for t in row.terms} == {"mob"}


def test_the_briefs_verify(quake: Brief, march: Brief) -> None:
    import json

    for brief in (quake, march):
        assert verify(json.loads(to_json(brief))).passed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A fire has killed nine people, officials said on Thursday.\n\nIt broke out on Tuesday.",
            "2031-07-01",
        ),
        (
            "Drivers in Kest began a 48-hour strike on Tuesday.\n\nThey were offered talks on Wednesday.",
            "2031-07-01",
        ),
    ],
)
def test_the_day_of_a_happening_is_not_that_on_which_somebody_spoke(
    text: str, day: str, tmp_path: Path
) -> None:
    article = f"---\noutlet: Kest Post\npublished: 2031-07-03\n---\n{text}\n"
    brief = brief_of({"a.md": article}, tmp_path)
    assert brief.event.date == day
