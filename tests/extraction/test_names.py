"""Places, go-betweens, initiators and stages, each with whoever says so."""

from __future__ import annotations

import pytest
from extraction_making import EVENT, EXCHANGE, summary

from summarizer.packs import LoadedPack

TOLD = (
    "Kenya and Uganda exchanged 40 captives on Saturday. "
    "Kenya received 20 soldiers and Uganda received 20."
)


def found(text: str, field: str, pack: LoadedPack = EXCHANGE) -> list[tuple[str, str | None]]:
    facts = summary(text, pack=pack).facts
    return [(claim.value, claim.speaker) for claim in getattr(facts, field)]


def values(text: str, field: str, pack: LoadedPack = EXCHANGE) -> list[str]:
    return [value for value, _ in found(text, field, pack)]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "The handover took place at the Kenyan frontier with Uganda and the buses left.",
            "Kenyan frontier with Uganda",
        ),
        ("They were flown to Rwanda, where doctors examined the soldiers.", "Rwanda"),
        ("The freed soldiers are now in Tanzania for medical care.", "Tanzania"),
        ("The swap was carried out in Mombasa.", "Mombasa"),
        ("The captives crossed back from Rwanda at dawn.", "Rwanda"),
    ],
)
def test_a_place_is_where_they_changed_hands_or_were_taken(sentence: str, place: str) -> None:
    assert values(f"{TOLD} {sentence}", "places") == [place]


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks about the exchange were held in Geneva.",
        "The soldiers had been captured in Rwanda.",
        "Both sides met in Geneva and agreed on the swap.",
        "The soldiers were taken home to Kenya.",
        "Nobody in Harrow has gone that far, and the swap is due to run through the weekend.",
    ],
)
def test_other_places_are_not_the_events(sentence: str) -> None:
    assert values(f"{TOLD} {sentence}", "places") == []


def test_those_who_are_somewhere_now_tell_where_it_was() -> None:
    assert values(f"{TOLD} Those now in Tanzania include two teachers.", "places") == ["Tanzania"]


def test_a_body_that_people_were_brought_to_is_no_place() -> None:
    text = f"{TOLD} The soldiers were taken to the Red Cross and the men were driven to the Army."
    assert values(text, "places") == []


def test_a_place_is_owed_to_whoever_names_it() -> None:
    text = (
        f"{TOLD} The Kenyan defence ministry said that the soldiers were now in Tanzania "
        "for medical checks."
    )
    assert found(text, "places") == [("Tanzania", "Kenyan defence ministry")]


@pytest.mark.parametrize(
    ("sentence", "mediator"),
    [
        ("Qatar brokered the exchange.", "Qatar"),
        ("The exchange was arranged by Norway.", "Norway"),
        ("Qatar provided mediation between the two.", "Qatar"),
        ("They thanked Oman for hosting the talks.", "Oman"),
    ],
)
def test_who_went_between_is_found(sentence: str, mediator: str) -> None:
    assert values(f"{TOLD} {sentence}", "mediators") == [mediator]


def test_who_might_mediate_has_not() -> None:
    assert (
        values(f"{TOLD} Jonas Reed said that Norway might mediate talks on a truce.", "mediators")
        == []
    )


def test_who_proposed_it_is_told_with_the_source() -> None:
    text = (
        f"{TOLD} Ghana proposed the prisoner exchange. "
        "The swap was initiated by Kenya, the Kenyan defence ministry said."
    )
    assert found(text, "initiators") == [("Ghana", None), ("Kenya", "Kenyan defence ministry")]


def test_a_claim_of_completion_stands_beside_the_outlets_first_stage() -> None:
    text = (
        "Kenya and Uganda carried out the first stage of a prisoner exchange on Saturday.\n"
        "Ada Roe, the envoy, announced that the exchange had been “completed”."
    )
    assert found(text, "stage") == [("partial", None), ("completed", "Ada Roe")]


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("The exchange began on Saturday.", ["begun"]),
        ("The exchange was completed on Saturday.", ["completed"]),
        ("The exchange will continue in the coming days.", ["partial"]),
        ("Once the exchange is complete, talks will be held.", []),
        ("A second round of talks about the exchange is planned.", []),
        ("Both began compiling lists of prisoners for the exchange.", []),
        ("They agreed to exchange views on a truce.", []),
    ],
)
def test_how_far_it_has_come(sentence: str, stage: list[str]) -> None:
    assert values(f"Kenya spoke. {sentence}", "stage") == stage


def test_where_a_pack_knows_no_parties_a_country_is_a_place() -> None:
    assert "Kenya" in values(
        "An earthquake in Kenya killed 14 people on Friday, officials in Nairobi said.",
        "places",
        EVENT,
    )


def test_here_is_where_the_report_is_dated_from() -> None:
    text = "OSTER BAY. Ada Roe won first prize on Tuesday at the close of the film festival here."
    assert values(text, "places", EVENT) == ["Oster Bay"]


def test_actors_of_another_kind_of_event() -> None:
    assert values("The Oster Council signed the accord in Bern on Friday.", "actors", EVENT) == [
        "Oster Council"
    ]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The swap took place at a jetty outside Mombasa.", "Mombasa"),
        ("The soldiers were handed over near Mombasa.", "Mombasa"),
    ],
)
def test_a_place_may_be_told_by_what_it_lies_near(sentence: str, place: str) -> None:
    assert values(f"{TOLD} {sentence}", "places") == [place]


@pytest.mark.parametrize(
    "sentence",
    [
        "The deal was brokered by monks with the backing of Norway.",
        "The talks were led by Norway.",
        "Norway helped the two sides to compare lists.",
    ],
)
def test_who_backs_leads_or_helps_both_sides_mediates(sentence: str) -> None:
    assert "Norway" in values(f"{TOLD} {sentence}", "mediators")


@pytest.mark.parametrize(
    "sentence", ["Norway helped the families of the soldiers.", "The march was led by Norway."]
)
def test_who_helps_or_leads_others_does_not(sentence: str) -> None:
    assert values(f"{TOLD} {sentence}", "mediators") == []
