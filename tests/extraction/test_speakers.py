"""Who says what: names, titles, pronouns, counts, relays, and names in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.extraction.parse import parse
from summarizer.extraction.speakers import Attribution, attributions_of, speaker_at


def acts(text: str) -> list[Attribution]:
    return attributions_of(parse(text))


def who(text: str, words: str) -> str | None:
    """The speaker of some words of the text."""
    start = text.index(words)
    found = speaker_at(acts(text), start, start + len(words))
    return found.speaker.name if found else None


def names(text: str) -> set[str]:
    return {a.speaker.name for a in acts(text)}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Marta Quell, the mayor, said 40 sheep had drowned.", "40 sheep", "Marta Quell"),
        (
            "“This tax robs people who work all their lives,” said Marta Quell, who leads the union.",
            "robs",
            "Marta Quell",
        ),
        (
            "Forty sheep drowned, the Velmoran farm ministry said.",
            "Forty",
            "Velmoran farm ministry",
        ),
        (
            "The ministry said little. According to Jonas Reed, 40 sheep drowned.",
            "40",
            "Jonas Reed",
        ),
        (
            "According to calculations by the Telegram channel Kestrel, 40 boats sank.",
            "40",
            "Kestrel",
        ),
        ("The Kestrel Institute’s figures show that 40 boats sank.", "40", "Kestrel Institute"),
        ("The harbour committee put the number of boats at 40.", "40", "harbour committee"),
        ("President Ida Varga gave the total as 390.", "390", "Ida Varga"),
        ("The coast guard spoke of 40 boats.", "40", "coast guard"),
        ("Jonas Reed has admitted to only 41.", "41", "Jonas Reed"),
        ("The agency Reuters cited the ministry as saying that 40 boats sank.", "40", "ministry"),
        ("Forty boats sank on the reef.", "Forty", None),
        (
            (
                "In addition, 12 villagers, including five children, who had been held since the spring"
                " were sent home, Harbour Commissioner Irena Volk told reporters."
            ),
            "12 villagers",
            "Irena Volk",
        ),
        (
            (
                "The next boat will carry up to 90 people, a source in the Fishery Ministry told"
                " Harbour Radio."
            ),
            "90 people",
            "source in the Fishery Ministry",
        ),
        (
            "Forty boats sank and thirty were towed home, Roe told reporters.",
            "Forty boats",
            "Roe",
        ),
        (
            (
                "The number of drowned sheep has risen to 31, the regent of the district, Asa Ruhi,"
                " said last night."
            ),
            "31",
            "Asa Ruhi",
        ),
        (
            "Six sheep drowned, according to the head of the local farm, Dr Rina Sulas.",
            "Six",
            "Rina Sulas",
        ),
        (
            (
                "Five boats sank, according to the owners’ association, whose chairman, Ibra Ganz,"
                " said 12 others were adrift."
            ),
            "12 others",
            "Ibra Ganz",
        ),
        ("The storm has sunk 112 boats, civil defence said on Monday.", "112", "civil defence"),
        (
            (
                "Only two of the boats chose to go back to Velmora, its fishery ministry said; the"
                " others stayed."
            ),
            "two of the boats",
            "Velmora’s fishery ministry",
        ),
        (
            (
                "At least 2,000 boats are lost, the Clean Harbour coalition estimates, and the owners"
                " hold 59 more."
            ),
            "2,000",
            "Clean Harbour coalition",
        ),
        (
            "There are now 24 boats adrift, by the reckoning of the foundation Open Water.",
            "24",
            "Open Water",
        ),
        (
            "Governor Ines Quill, booed at the quay, said that 40 boats would be replaced.",
            "40 boats",
            "Ines Quill",
        ),
        (
            (
                "Six of the boats were new, according to the federation, which named only four, citing the"
                " wishes of the owners."
            ),
            "Six",
            "federation",
        ),
        ("The boats were numbered according to the Harbour Conventions.", "numbered", None),
        ("Forty boats sank, our correspondent said.", "Forty", None),
    ],
)
def test_the_words_belong_to_whoever_says_them(text: str, words: str, speaker: str | None) -> None:
    assert who(text, words) == speaker


def test_a_given_name_that_the_entity_finder_left_out_belongs_to_the_name() -> None:
    text = "The interior minister, Abdir Farah Jibril, said that 19 of the boats were new."
    assert names(text) == {"Abdir Farah Jibril"}


def test_a_dateline_is_no_part_of_a_name() -> None:
    text = "TARSK - Police seized 73 boats on Friday. Three were new, the police said."
    assert {name.lower() for name in names(text)} == {"police"}


def test_a_source_is_the_one_from_the_body_that_was_named() -> None:
    text = (
        "Nine boats were returned, an official source in the Fishery Ministry said on Friday.\n"
        "Two of them were new, the source added."
    )
    assert names(text) == {"official source in the Fishery Ministry"}


def test_a_common_noun_is_the_one_body_of_that_kind_that_the_article_names() -> None:
    text = (
        "The Fishery Ministry received 9 boats.\nTwo of them were new, according to the ministry."
    )
    assert names(text) == {"Fishery Ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "Two boats were towed in, a Harbour Gazette reporter said.",
        "The owners have lost 412 boats, according to a count by Harbour Gazette.",
        "Harbour Gazette welcomes the return of 40 boats.",
    ],
)
def test_what_the_outlet_says_of_itself_is_its_own_voice(text: str) -> None:
    assert attributions_of(parse(text), "Harbour Gazette") == []
    assert attributions_of(parse(text), "The Morning Post")


def test_a_pronoun_is_whoever_spoke_before() -> None:
    text = "Marta Quell said the dam had held. It rained all day. She added that 40 sheep drowned."
    assert who(text, "40 sheep") == "Marta Quell"


def test_he_is_never_somebody_called_she() -> None:
    text = "Marta Quell said the dam had held. She added that it leaked. He said 40 sheep drowned."
    assert who(text, "40 sheep") != "Marta Quell"


def test_it_is_a_body_and_they_are_people() -> None:
    text = (
        "The Velmoran farm ministry said the dam had held. Rain would go on for 3 days, it said.\n"
        "Shepherds waited on the hill. Nobody had warned 12 of them, they said."
    )
    assert who(text, "3 days") == "Velmoran farm ministry"
    assert who(text, "12 of them") == "shepherds"


def test_short_forms_stand_for_the_fullest_name() -> None:
    text = (
        "Quell said the dam had held.\n"
        "The Defence Ministry in Ankara said 12 boats sank, "
        "and the Turkish Defence Ministry said 13 sank later.\n"
        "Marta Quell, the mayor, said 40 sheep drowned. The mayor said that 41 cows swam."
    )
    assert who(text, "the dam had held") == "Marta Quell"
    assert who(text, "41 cows") == "Marta Quell"
    assert who(text, "12 boats") == who(text, "13 sank")


def test_the_ministry_is_the_one_named_and_no_other() -> None:
    text = "The Tarsk Interior Ministry said 12 boats sank. The ministry added that 3 were saved."
    assert who(text, "3 were") == "Tarsk Interior Ministry"


def test_who_relays_is_kept_beside_who_speaks() -> None:
    cited = acts("TASS cited the Velmoran farm ministry as saying that 40 boats sank.")
    assert [(a.speaker.name, a.speaker.via) for a in cited] == [("Velmoran farm ministry", "TASS")]
    told = acts("Marta Quell told the newspaper Harbour Post that 40 boats sank.")
    assert told[0].speaker.name == "Marta Quell"
    assert told[0].speaker.via == "Harbour Post"
    citing = acts("Forty boats sank, Reuters reported, citing the Velmoran farm ministry.")
    assert {(a.speaker.name, a.speaker.via) for a in citing} == {
        ("Velmoran farm ministry", "Reuters")
    }


def test_a_count_is_its_owners() -> None:
    text = "Jonas Reed spoke at noon. He said the sea was calm. By his count it had taken 40 boats."
    assert who(text, "40 boats") == "Jonas Reed"


def test_a_name_in_marks_is_the_speaker_not_its_words() -> None:
    text = "“Way Back Home,” a hotline for runaways in Tarsk, said that 40 children had called."
    assert who(text, "40 children") == "Way Back Home"


@pytest.mark.parametrize(
    "text",
    [
        "Neither Velmora nor Tarsk disclosed the date.",
        "Commissioner Jonas Reed would not say whether 40 boats had sunk.",
        "The ministry declined to say how many.",
        "She had been told by telephone at noon.",
        "Both sides agreed to exchange views on a “future truce”.",
        "Velmora released 40 prisoners, drones and all.",
        "Footage showed 40 boats on the beach.",
        "The group was put on a bus at 40 minutes past nine.",
    ],
)
def test_what_nobody_said_has_no_speaker(text: str) -> None:
    assert acts(text) == []


def test_a_line_under_a_quotation_names_its_speaker() -> None:
    text = "“We counted 40 boats. As Reed said, 12 sank.”\nMarta Quell"
    assert who(text, "40 boats") == "Marta Quell"
    assert who(text, "12 sank") == "Marta Quell"


def test_a_speech_over_two_sentences_stays_its_speakers() -> None:
    text = "“The sea was calm. We counted 40 boats!” said Marta Quell, a fisher."
    assert who(text, "40 boats") == "Marta Quell"


def test_a_participle_goes_on_from_the_main_speaker() -> None:
    text = "The Velmoran ministry said Tarsk returned 40 boats, adding that all 40 crews were well."
    assert names(text) == {"Velmoran ministry"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab A“”\"'‘’«».,:—\n😀שלום12 said"), max_size=120))
def test_every_act_lies_in_the_text(text: str) -> None:
    for act in acts(text):
        assert 0 <= act.start < act.end <= len(text)
        assert act.speaker.name.strip()
