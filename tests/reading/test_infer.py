"""Outlet, title and date from what a text says about itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.documents import Article
from summarizer.reading import read

STORY = (
    "The harbour board met on Monday and agreed to hire 14 more pilots for the summer.\n"
    "The union said it would answer by Friday after asking its 320 members."
)


def article_of(folder: Path, text: str) -> Article:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    reading = read([folder / "a.txt"])
    assert reading.failures == ()
    return reading.articles[0]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Support The Delta Ledger!", "The Delta Ledger"),
        ("A Message from The Delta Ledger:", "The Delta Ledger"),
        ("Subscribe to Elin.Today Telegram channel, Facebook, RSS!", "Elin.Today"),
        ("Follow Coast Radio on WhatsApp and X.", "Coast Radio"),
        (
            "Finally we wish NewsKettle provided you with enough information of ( Pilots )",
            "NewsKettle",
        ),
        ("© 2024 The Lakeshore Herald. All rights reserved.", "The Lakeshore Herald"),
        ("Copyright 2019-2024, Elin Post", "Elin Post"),
        ("The post Pilots return to Elin appeared first on Quay and Anchor.", "Quay and Anchor"),
        ("Подписывайтесь на наш телеграм-канал «Вестник Заречья»", "Вестник Заречья"),
        ("(Northwire News)", "Northwire News"),
        ("— NORTHWIRE", "NORTHWIRE"),
    ],
)
def test_the_outlet_is_told_by_its_own_lines_and_marked_as_inferred(
    tmp_path: Path, line: str, outlet: str
) -> None:
    article = article_of(tmp_path, f"{STORY}\n{line}")
    assert article.outlet == outlet
    assert "outlet" in article.inferred
    assert line not in article.text


@pytest.mark.parametrize(
    "line", ["Subscribe to our newsletter", "Support us!", "Follow us on Telegram", "Read more"]
)
def test_an_appeal_without_a_name_names_nobody(tmp_path: Path, line: str) -> None:
    assert article_of(tmp_path, f"{STORY}\n{line}").outlet is None


@pytest.mark.parametrize(
    "head",
    [
        "Elin Broadcasting Service | World\n\nPilots back at work after nine days\n",
        "Elin Broadcasting Service (EBS)\n\nPilots back at work after nine days\n",
        "Elin Broadcasting Service in English\n\nPilots back at work after nine days\n",
        (
            "The Elin Gazette\n\nPilots back at work after nine days\n\n"
            "By Our Staff Reporter | Published June 3, 2024\n"
        ),
    ],
)
def test_a_masthead_with_its_section_or_edition_names_the_outlet(tmp_path: Path, head: str) -> None:
    article = article_of(tmp_path, f"{head}\n{STORY}")
    assert article.outlet in {"Elin Broadcasting Service", "The Elin Gazette"}
    assert article.title == "Pilots back at work after nine days"


def test_a_name_over_a_row_of_links_is_the_outlet(tmp_path: Path) -> None:
    head = "Al-Quay al-Elini\nEnglish edition | Programmes | Frequencies\n\nPilots back at work"
    assert article_of(tmp_path, f"{head}\n\n{STORY}").outlet == "Al-Quay al-Elini"


@pytest.mark.parametrize(
    "line", ["PORT ELIN, June 3 (Northwire) - ", "PORT ELIN, June 3, 2024. /Northwire/. "]
)
def test_the_agency_of_a_dateline_is_the_outlet_where_nothing_else_names_one(
    tmp_path: Path, line: str
) -> None:
    assert article_of(tmp_path, f"{line}{STORY}").outlet == "Northwire"
    signed = f"{line}{STORY}\n© 2024 The Lakeshore Herald. All rights reserved."
    assert article_of(tmp_path, signed).outlet == "The Lakeshore Herald"


def test_a_house_appeal_outweighs_an_agency_signature(tmp_path: Path) -> None:
    text = f"Support The Delta Ledger!\n{STORY} (Northwire)\nFollow The Delta Ledger on Telegram"
    assert article_of(tmp_path, text).outlet == "The Delta Ledger"


def test_a_name_in_the_story_is_no_outlet(tmp_path: Path) -> None:
    text = f"{STORY}\nA spokesman told The Port Courier that the offer stood until Sunday."
    article = article_of(tmp_path, text)
    assert article.outlet is None
    assert "outlet" not in article.inferred


def test_what_is_given_is_not_overruled(tmp_path: Path) -> None:
    article = article_of(
        tmp_path,
        "---\noutlet: Coast\npublished: 2024-01-02\n---\n"
        f"Published: 3 June 2024\n{STORY}\nSupport The Delta Ledger!",
    )
    assert (article.outlet, article.published) == ("Coast", "2024-01-02")
    assert article.inferred == ("language",)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Published: 3 June 2024\n{STORY}", "2024-06-03"),
        (f"Posted on Monday, June 3, 2024 at 10:20 am\n{STORY}", "2024-06-03"),
        (f"Last updated 5 June 2024\nPublished 3 June 2024\n{STORY}", "2024-06-03"),
        (f"3 June 2024, 18:04\n{STORY}", "2024-06-03"),
        (f"Опубликовано 3 июня 2024\n{STORY}", "2024-06-03"),
        (f"PORT ELIN, 3 June 2024 — {STORY}", "2024-06-03"),
        (f"PORT ELIN, June 3, 2024 (Northwire) - {STORY}", "2024-06-03"),
        (f"PORT ELIN, June 3, 2024. /Northwire/. {STORY}", "2024-06-03"),
        (f"[3/June/2024]\n\n{STORY}", "2024-06-03"),
        (f"By Our Staff Reporter | Published June 3, 2024\n\n{STORY}", "2024-06-03"),
        (f"PORT ELIN, 3 June — {STORY}", None),
        (f"{STORY}\nThe walkout began on 24 May 2024 and lasted nine days.", None),
        (f"In a vote on 24 May 2024 the crews had walked out – all of them. {STORY}", None),
    ],
)
def test_the_date_comes_from_a_stamp_or_a_dateline_only(
    tmp_path: Path, text: str, date: str | None
) -> None:
    article = article_of(tmp_path, text)
    assert article.published == date
    assert ("published" in article.inferred) == (date is not None)


def test_the_date_of_the_file_plays_no_part(tmp_path: Path) -> None:
    first = article_of(tmp_path, STORY)
    os.utime(tmp_path / "a.txt", (0, 0))
    assert read([tmp_path / "a.txt"]).articles == (first,)
    assert first.published is None


def test_a_dateline_stays_in_the_text(tmp_path: Path) -> None:
    assert article_of(tmp_path, f"PORT ELIN, 3 June 2024 — {STORY}").text.startswith("PORT ELIN, 3")


def test_the_title_may_stand_in_the_farewell(tmp_path: Path) -> None:
    article = article_of(
        tmp_path, f"{STORY}\nThe post Pilots return to Elin appeared first on Quay and Anchor."
    )
    assert article.title == "Pilots return to Elin"
    assert "title" in article.inferred


@pytest.mark.parametrize(
    ("lines", "outlet", "published"),
    [
        ("By Ada Lind, The Vale Times", "The Vale Times", None),
        ("Ada Lind\nVale Radio | 3 May 2031", "Vale Radio", "2031-05-03"),
        ("GENEVA (ICRC) - 3 May 2031", "ICRC", "2031-05-03"),
        ("Geneva, 3 May 2031", None, "2031-05-03"),
        ("TVN News, 3 May 2031", "TVN News", "2031-05-03"),
        ("Tarsk, Friday, May 3, 2031", None, "2031-05-03"),
        ("By Ada Lind for The Vale Times\n3 May 2031", "The Vale Times", "2031-05-03"),
        ("Vale Times – May 3, 2031, 10:15", "Vale Times", "2031-05-03"),
        ("Friday, 3 May 2031 - Orlo Tribune", "Orlo Tribune", "2031-05-03"),
        ("Published by Vale Daily on 3 May 2031", "Vale Daily", "2031-05-03"),
        ("Vale Evening, Tarsk – Saturday 3 May 2031", None, "2031-05-03"),
        ("TARSK, May 3, 2031. /Vale News Agency/", "Vale News Agency", "2031-05-03"),
        ("Tarsk, May 3, 2031 (Vale Press Service):", "Vale Press Service", "2031-05-03"),
        ("Al-Vale Net | Tarsk | Saturday, 3 May 2031", "Al-Vale Net", "2031-05-03"),
        ("Al-Vale newspaper, Tarsk, Saturday 3 May 2031", "Al-Vale newspaper", "2031-05-03"),
        ("By Ada Lind | Vale Monitor | May 3, 2031", "Vale Monitor", "2031-05-03"),
        ("By ADA LIND, Vale Press Writer", "Vale Press", None),
        ("By The Vale Review\n3 May 2031", "The Vale Review", "2031-05-03"),
        ("By Valewatch staff", "Valewatch", None),
        ("Source: Vale News Agency", "Vale News Agency", None),
        ("VALE NEWS AGENCY", "Vale News Agency", None),
        ("Vale Press Service (VPS)\nMay 3, 2031", "Vale Press Service", "2031-05-03"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_lines_by_the_headline_say_whose_the_report_is(
    tmp_path: Path, lines: str, outlet: str | None, published: str | None, *, first: bool
) -> None:
    title = "Pilots back at work after nine days"
    head = f"{lines}\n\n{title}\n\n" if first else f"{title}\n\n{lines}\n\n"
    article = article_of(tmp_path, f"{head}{STORY}")
    assert (article.outlet, article.published) == (outlet, published)
    assert article.title == title
    assert article.text == article_of(tmp_path, f"{title}\n\n{STORY}").text


@pytest.mark.parametrize("title", ["Storm Batters Harbour Radio", "Ada Lind", "Daily Express"])
def test_a_headline_alone_is_no_outlet(tmp_path: Path, title: str) -> None:
    article = article_of(tmp_path, f"{title}\n\n{STORY}")
    assert (article.outlet, article.title) == (None, title)


def test_a_section_under_a_masthead_is_no_outlet(tmp_path: Path) -> None:
    head = "Radio Vale | News | Friday, 3 May 2031\n\nPilots back at work after nine days"
    assert article_of(tmp_path, f"{head}\n\n{STORY}").outlet == "Radio Vale"


def test_a_long_headline_is_not_yet_the_story(tmp_path: Path) -> None:
    title = "Pilots of three airlines go back to work after nine days of strike and talks that failed twice"
    article = article_of(tmp_path, f"{title}\n\nThe Vale Sentinel, Tarsk, 3 May 2031\n\n{STORY}")
    assert (article.outlet, article.published) == ("The Vale Sentinel", "2031-05-03")


def test_what_the_appeals_call_the_outlet_is_told_whole(tmp_path: Path) -> None:
    title = "Pilots back at work after nine days"
    appeal = (
        "Support the Tribune! You can help our journalists with as little as three crowns a month."
    )
    article = article_of(tmp_path, f"{title}\n\nThe Vale Tribune\n\n{STORY}\n\n{appeal}")
    assert article.outlet == "The Vale Tribune"
