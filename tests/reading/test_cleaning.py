"""What cleaning must never do to a story, and what it does by a paragraph's neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.cleaning import Cleaned, clean
from summarizer.reading.draft import Block
from summarizer.reading.paragraphs import blocks_of

LEAD = "The harbour board met in Port Elin on Monday and agreed to hire 14 more pilots."
NEXT = "The union said it would answer by Friday after asking its 320 members."


def cleaned(*lines: str, title: str | None = None) -> Cleaned:
    return clean(tuple(Block(line) for line in lines), title=title)


def reasons(result: Cleaned) -> dict[str, str]:
    return {entry.text: entry.reason for entry in result.removed}


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers lost $40 million when the cable company collapsed, prosecutors said.",
        "He asked villagers to sign up for the clinic, and 212 did.",
        "Donations reached 3.2 million crowns by noon, according to the relief fund.",
        "Sharing a border with two enemies, the town has been emptied three times.",
        "The newsletter of the guild printed the names of all 64 sailors.",
        "“If you can, please donate to our newsroom,” the editor told 300 readers at the rally.",
        '"We use cookies," the minister joked, "and we eat them."',
        "Follow-up talks are planned for 3 May, the mediators said.",
        "Support from abroad has dried up, said Ruth Keller, who runs the shelter.",
        "Photographs of the site show 12 craters, the inspectors wrote.",
        "Published figures show 34 people died in the flood.",
        "More on Thursday, when the court will sit again, was all the clerk would say.",
        "Latest figures put the toll at 57, the health office said.",
        "Advertising brought the paper 2 million crowns last year, its owners said.",
        "You can donate blood at the town hall between 9 and 5, the hospital said.",
        "Watch officers counted 9 boats before dawn.",
        "Copyright law was changed in 2019 and again in 2021.",
        "Contact with the trawler was lost at 04:10, the coast guard reported.",
        "Loading of the grain began on Tuesday and 3 ships have left.",
        "Search teams found 6 survivors.",
        "Close to 900 people were evacuated.",
        "Tags were put on 41 whales off the cape.",
        "Thanks to the truce, 120 trucks crossed.",
        "Print workers at two papers walked out.",
        "Dear to both sides, the monastery was spared.",
        "Every contribution was refused, the bishop said, until the accounts were shown.",
        "Get the wounded out first was the order, said nurse Ana Roos.",
        "By Tuesday the fire had reached Vell, Ostrey and two farms.",
        "Download speeds fell by half during the blackout.",
        "He tweeted the list from @vellcustoms and deleted it an hour later.",
    ],
)
def test_a_paragraph_of_the_story_stays(line: str) -> None:
    assert cleaned(LEAD, line, NEXT).text == f"{LEAD}\n\n{line}\n\n{NEXT}"
    assert cleaned(LEAD, NEXT, line).text.endswith(line)


def test_a_signature_is_cut_from_the_end_of_the_last_paragraph() -> None:
    result = cleaned(LEAD, f"{NEXT} (Northwire News)", "READ MORE: Pilots return")
    assert result.text == f"{LEAD}\n\n{NEXT}"
    assert reasons(result) == {
        "(Northwire News)": "signature",
        "READ MORE: Pilots return": "link line",
    }


@pytest.mark.parametrize(
    "end", ["— NORTHWIRE", "/ENDS", "###", "(Source: Northwire)", "(NW/Coast Agency)"]
)
def test_signatures_of_many_forms_are_cut(end: str) -> None:
    assert cleaned(LEAD, f"{NEXT} {end}").text == f"{LEAD}\n\n{NEXT}"


@pytest.mark.parametrize(
    "end",
    [
        "It has 41 members (12 of them women).",
        "The truce holds (see below).",
        "“We go on.” — Ada Lind",
        "The body is called the Harbour Board (HB).",
    ],
)
def test_a_parenthesis_that_belongs_to_the_story_stays(end: str) -> None:
    assert cleaned(LEAD, end).text == f"{LEAD}\n\n{end}"


def test_a_signature_inside_the_text_stays() -> None:
    line = "The board has no money. (Applause) It will borrow 4 million."
    assert line in cleaned(LEAD, line, NEXT).text


def test_a_headline_becomes_the_title_and_leaves_the_text() -> None:
    result = cleaned("Board Hires Pilots After Walkout", LEAD, NEXT)
    assert result.title == "Board Hires Pilots After Walkout"
    assert result.text == f"{LEAD}\n\n{NEXT}"
    assert reasons(result) == {"Board Hires Pilots After Walkout": "headline"}


def test_a_headline_over_a_standfirst_is_no_masthead() -> None:
    dek = "Pilots were back on the bridge after nine days ashore"
    result = cleaned("Harbour Deal Reached", dek, LEAD, NEXT)
    assert result.title == "Harbour Deal Reached"
    assert result.masthead is None
    assert result.text.startswith(dek)


def test_the_name_over_the_headline_is_the_masthead() -> None:
    result = cleaned("The Port Courier", "Board Hires Pilots After Walkout", LEAD, NEXT)
    assert result.masthead == "The Port Courier"
    assert result.title == "Board Hires Pilots After Walkout"


def test_a_headline_that_is_a_sentence_is_title_and_stays() -> None:
    line = "Pilots were back at work on Monday after a nine-day walkout"
    result = cleaned(line, LEAD, NEXT)
    assert result.title == line
    assert result.text.startswith(line)


def test_a_standfirst_stays() -> None:
    dek = "The board had offered nine posts. The union had asked for twenty."
    result = cleaned("Board Hires Pilots After Walkout", dek, LEAD)
    assert result.text == f"{dek}\n\n{LEAD}"


def test_the_title_given_is_taken_out_where_the_text_repeats_it() -> None:
    result = cleaned("Board hires pilots!", LEAD, NEXT, title="Board Hires Pilots")
    assert result.title == "Board Hires Pilots"
    assert result.text == f"{LEAD}\n\n{NEXT}"


def test_a_subheading_goes_and_the_speaker_under_a_quotation_stays() -> None:
    quote = "“We checked every rota twice and nobody was left off.”"
    result = cleaned(LEAD, quote, "Mina Rask", NEXT, "Second Offer Expected", NEXT + " Or later.")
    assert "Mina Rask" in result.text.split("\n\n")
    assert reasons(result) == {"Second Offer Expected": "sub-heading"}


def test_a_marked_heading_goes_wherever_it_divides_the_story() -> None:
    blocks = (Block(LEAD), Block("what next", "heading"), Block(NEXT))
    assert [entry.reason for entry in clean(blocks).removed] == ["sub-heading"]


def test_a_list_of_figures_stays_whole() -> None:
    lines = (LEAD, "The board counted:", "9 ships waiting", "2 ships leaving", "Crews", NEXT)
    assert cleaned(*lines).text.split("\n\n") == list(lines)


def test_a_list_at_the_end_stays() -> None:
    lines = (LEAD, "Still closed on Tuesday:", "North basin", "Old lock", "Ferry pier")
    assert cleaned(*lines).text.split("\n\n") == list(lines)


def test_a_quoted_block_is_never_furniture() -> None:
    blocks = (Block(LEAD), Block("Subscribe now, the leaflet said.", "quote"), Block(NEXT))
    assert "Subscribe now" in clean(blocks).text


def test_the_story_that_follows_an_appeal_stays() -> None:
    result = cleaned(LEAD, "Dear readers,", "We need your help to go on reporting.", NEXT)
    assert result.text == f"{LEAD}\n\n{NEXT}"


STORY = st.sampled_from(
    [
        LEAD,
        NEXT,
        "“We asked for 20 and got 14,” said Mina Rask.",
        "The lock was built in 1931 and holds 4 ships.",
        "Nine crews are still at sea.",
        "The minister called the deal “a floor, not a ceiling.”",
    ]
).map(lambda line: (line, True))
CLUTTER = st.sampled_from(
    [
        "READ MORE: Pilots return",
        "Sign up for the morning newsletter today",
        "Advertisement",
        "Share this article",
        "Follow us on Telegram",
        "© 2024 The Port Courier. All rights reserved.",
        "We use cookies to improve your experience.",
        "Lire aussi : le bac reprend du service",
        "Читайте также: мост открыт",
    ]
).map(lambda line: (line, False))


@given(st.lists(st.one_of(STORY, CLUTTER), min_size=1, max_size=14))
def test_story_stays_and_clutter_goes_in_any_mixture(
    lines: list[tuple[str, bool]],
) -> None:
    result = cleaned(LEAD, *(line for line, _ in lines))
    assert result.text.split("\n\n") == [LEAD, *(line for line, story in lines if story)]
    assert [entry.text for entry in result.removed] == [line for line, story in lines if not story]


@given(st.text(max_size=400))
def test_nothing_is_lost_between_text_and_removed(text: str) -> None:
    blocks = blocks_of(text)
    result = clean(blocks)
    told = "".join(result.text.split()) + "".join(
        "".join(entry.text.split()) for entry in result.removed
    )
    assert sorted(told) == sorted("".join("".join(block.text.split()) for block in blocks))
