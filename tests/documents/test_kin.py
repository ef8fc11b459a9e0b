"""Kin: a government, its ministry and its aide are one origin; others keep their own voice."""

from __future__ import annotations

import pytest

from summarizer.documents.kin import house_of

ROLES = {
    "Ilsa Venn": "Arlandian Foreign Minister",
    "Tom Ost": "adviser to Arland's president",
    "Mara Ling": "spokeswoman for the Interior Ministry",
    "Pia Holm": "head of the HRC delegation",
    "Oto Karr": "lawyer",
    "Ann Bel": "lawyer",
    "Lars Fen": "Arlandian opposition leader",
    "Nils Ro": "former President of Arland",
    "Ove Dahl": "union leader",
    "Edda Ris": "union leader",
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arland", "Arland Defence Ministry"),
        ("Arlandian Defence Ministry", "Arlandian government"),
        ("Arland's government", "Ilsa Venn"),
        ("Ilsa Venn", "Tom Ost"),
        ("Arlandian Armed Forces", "Arlandian Foreign Ministry"),
        ("Poland", "Polish Foreign Ministry"),
        ("Interior Ministry", "Mara Ling"),
        ("HRC", "Pia Holm"),
        ("the Arland government", "The Arland government"),
    ],
)
def test_one_body_by_name_or_office_is_one_house(one: str, other: str) -> None:
    assert house_of(one, ROLES) == house_of(other, ROLES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arlandian Defence Ministry", "Belorian Defence Ministry"),
        ("Oto Karr", "Ann Bel"),  # two lawyers speak for no common body
        ("Ove Dahl", "Edda Ris"),
        ("Arland", "Lars Fen"),
        ("Arland", "Nils Ro"),
        ("Arland", "Arland Court of Appeal"),
        ("Arland", "Arland Television"),
        ("Arlandian government", "Arlandian Emergency Lawyers"),
        ("Interior Ministry", "Defence Ministry"),
        ("Interior Ministry", "Arlandian Interior Ministry"),  # whose the first is, nothing says
        ("officials", "police"),
        ("The Arland Post", "Arland"),
        ("spokesman", "ministry"),
        ("Arland government", "joint military commission"),
    ],
)
def test_who_may_speak_for_somebody_else_keeps_an_own_voice(one: str, other: str) -> None:
    assert house_of(one, ROLES) != house_of(other, ROLES)
