"""Characters, paragraphs and dates."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.dates import iso_date
from summarizer.reading.language import language_of
from summarizer.reading.paragraphs import blocks_of
from summarizer.reading.text import tidy, unquoted, words

PARAGRAPHS = (
    (
        "The harbour board met in Port Elin on Monday and agreed to hire fourteen more pilots, "
        "half of them before the end of the summer, when most of the grain is shipped."
    ),
    (
        "The union said it would answer by Friday after asking its 320 members, many of whom are "
        "still at sea and can only be reached by radio or when their ships put in."
    ),
    (
        "It had asked for twenty. “It is a floor, not a ceiling,” said Mina Rask, who led them "
        "and had not slept since Saturday, and then she left for the night train."
    ),
)


@pytest.mark.parametrize(
    ("given_text", "tidied"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffword", "word"),
        ("in\u200bvis\u2060ible\u00ad", "invisible"),
        ("\u202eevil\u202c \u2066iso\u2069", "evil iso"),
        ("e\u0301", "é"),
        ("12\u00a0000\u202fmen", "12 000 men"),
        ("a  \t b", "a b"),
        ("a\n\n\n \n\nb", "a\n\nb"),
        ("“Smart” ‘quotes’ — stay", "“Smart” ‘quotes’ — stay"),
        ("nul\x00 bell\x07 esc\x1b", "nul bell esc"),
        ("a\u2028b\x85c", "a\nb\nc"),
        ("t\U000e0041ag", "tag"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("word\u200cword", "wordword"),
    ],
)
def test_tidy(given_text: str, tidied: str) -> None:
    assert tidy(given_text) == tidied


@given(st.text())
def test_tidy_is_stable_and_leaves_no_hidden_characters(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert all(c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"} for c in once)
    once.encode("utf-8")


def test_quotations_are_blanked() -> None:
    assert "donate" not in unquoted('He said “please donate” and «donate» and "donate".')
    assert unquoted("No quotation here, it's plain.") == "No quotation here, it's plain."


def test_words_are_counted_in_scripts_without_spaces_too() -> None:
    assert words("Fourteen pilots — 1,000 men") == 4
    assert words("港口委员会周一开会") == 4


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_prose_is_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert [block.text for block in blocks_of(text)] == list(PARAGRAPHS)


def test_one_line_is_one_paragraph() -> None:
    short = [
        "The board met on Monday.",
        "Nobody spoke.",
        "Rain fell.",
        "It was late.",
        "They left.",
    ]
    assert [block.text for block in blocks_of("\n".join(short))] == short
    assert [block.text for block in blocks_of("\n".join(PARAGRAPHS))] == list(PARAGRAPHS)


BY_HAND = (
    "The board hired fourteen pilots on Monday, the\nHarbour Ministry said in a statement from\n"
    "Port Elin, half of whom will start before June."
)
PAIR = "The union said it would answer by Friday after\nMina Rask had spoken to its 320 members."
OTHER = "Its members are still at sea, and those whom the\nHarbour Ministry reached had no answer."


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize(
    "text", [BY_HAND, f"{BY_HAND}\n\n{PAIR}", f"Port Elin hires pilots\n\n{PAIR}\n\n{OTHER}"]
)
def test_a_line_broken_before_a_capital_is_joined(text: str, markdown: bool) -> None:
    joined = [" ".join(part.split("\n")) for part in text.split("\n\n")]
    assert [block.text for block in blocks_of(text, markdown=markdown)] == joined


@pytest.mark.parametrize("markdown", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "Port Elin hires fourteen more harbour pilots at once\nThe board met on Monday and agreed.",
        "The board met on Monday and agreed to it.\nThe union had asked for twenty of them.\nIt is a floor.",
        "Harbour board of Port Elin: fourteen members\nPilots' union of Port Elin: 320 members\nClerks: 40",
    ],
)
def test_lines_that_are_paragraphs_stay_apart(text: str, markdown: bool) -> None:
    assert [block.text for block in blocks_of(text, markdown=markdown)] == text.split("\n")


def test_a_list_in_wrapped_prose_stays_a_list() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 70) for paragraph in PARAGRAPHS)
    blocks = [block.text for block in blocks_of(f"{wrapped}\n\n- 14 pilots\n- 2 clerks")]
    assert blocks == [*PARAGRAPHS, "- 14 pilots", "- 2 clerks"]


def test_rules_between_paragraphs_are_no_paragraphs() -> None:
    assert [block.text for block in blocks_of("One.\n\n* * *\n\nTwo.\n-----")] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-06-03", "2024-06-03"),
        ("2024-06-03T23:10:00+03:00", "2024-06-03"),
        ("20240603T1000Z", "2024-06-03"),
        ("3 June 2024", "2024-06-03"),
        ("3rd of June 2024", "2024-06-03"),
        ("June 3, 2024", "2024-06-03"),
        ("Mon, 03 Jun 2024 10:00:00 GMT", "2024-06-03"),
        ("Sept. 9, 2023", "2023-09-09"),
        ("12. Februar 2024", "2024-02-12"),
        ("1er août 2023", "2023-08-01"),
        ("4 de marzo de 2025", "2025-03-04"),
        ("12 мая 2024 года", "2024-05-12"),
        ("7 березня 2024", "2024-03-07"),
        ("3 Haziran 2024", "2024-06-03"),
        ("14 października 2023", "2023-10-14"),
        ("2024年6月3日", "2024-06-03"),
        ("03.06.2024", "2024-06-03"),
        ("23/05/2024", "2024-05-23"),
        ("05/23/2024", "2024-05-23"),
        ("03/04/2024", None),
        ("31 June 2024", None),
        ("June 2024", None),
        ("yesterday", None),
        ("Friday, 14 March", None),
        ("12 men 2024", None),
    ],
)
def test_only_whole_dates_are_dates(written: str, date: str | None) -> None:
    assert iso_date(written) == date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", PARAGRAPHS[0]),
        ("de", "Nach der Sitzung teilte das Amt mit, dass die Brücke für den Verkehr frei ist."),
        (
            "fr",
            "Le conseil a annoncé que le bac de la ville est de nouveau en service pour les gens.",
        ),
        (
            "es",
            "El alcalde informó que los vecinos de la zona ya tienen agua en las casas.",
        ),
        (
            "pt",
            "O prefeito informou que os moradores não voltaram para as casas da vila e do porto.",
        ),
        (
            "ru",
            "В городе открылась больница, и на этой неделе она приняла первых людей.",
        ),
        (
            "uk",
            "У місті відкрилася лікарня, і цього тижня вона прийняла перших людей, але не всіх.",
        ),
        (
            "tr",
            "Okul bu hafta bir tören ile açıldı ve çok sayıda öğrenci için yeni bir dönem başladı.",
        ),
        (
            "ar",
            "وقال المدير إن العمل في المحطة استمر من الصباح إلى المساء بعد الانقطاع",
        ),
        ("zh", "港口委员会周一在埃林港开会并同意再雇用十四名引航员"),
        ("ja", "港湾委員会は月曜日に会合を開き、水先人を増やすことで合意した"),
        (None, "Elin Rask Vell Ostrey 14 20 320"),
        (None, ""),
    ],
)
def test_the_language_is_told_or_left_open(language: str | None, text: str) -> None:
    assert language_of(text) == language
