"""Bare numbers: a toll, a turnout, a count of somebody's own, and who gives it."""

from __future__ import annotations

import pytest

from summarizer.documents import Article, Figure, article_id
from summarizer.extraction.extract import extract
from summarizer.packs import load_pack

LEAD = {
    "march": "Tens of streets filled when students marched through Orlen on Saturday.",
    "quake": "An earthquake shook the Orlen valley on Sunday.",
}


def figures(kind: str, sentence: str) -> list[Figure]:
    import asyncio

    text = f"{LEAD[kind]}\n\n{sentence}"
    article = Article(id=article_id(text), outlet="The Pier", published="2031-03-17", text=text)
    summary = asyncio.run(extract(article, load_pack("event"), None))
    return [c for _, c in summary.claims() if isinstance(c, Figure)]


@pytest.mark.parametrize(
    ("kind", "sentence", "value", "outcome", "speaker"),
    [
        ("quake", "The death toll rose to 41 on Tuesday, the ministry said.", 41, "killed", "ministry"),
        ("quake", "Civil defence raised its count to 136 last night.", 136, "killed", "Civil defence"),
        ("quake", "The number of people killed has risen to 31, the mayor said.", 31, "killed", "mayor"),
        ("march", "Police put the turnout at 25,000.", 25_000, "attending", "Police"),
        ("march", "The interior ministry counted 107,000 at the peak.", 107_000, "attending", "ministry"),
        ("march", "The union claimed that more than 80,000 had come.", 80_000, "attending", "union"),
        ("march", "The Archive of Gatherings, working from pictures, arrived at between 275,000 and 325,000.",
         275_000, "attending", "Archive of Gatherings"),
        ("quake", "It killed four workers and hurt nineteen, three of them badly.", 19, "injured", None),
        ("quake", "Around forty were unaccounted for.", 40, "missing", None),
        ("quake", "Some 14,000 slept outdoors.", 14_000, "displaced", None),
    ],
)  # fmt: skip
def test_a_bare_number_counts_people_where_the_words_say_so(
    kind: str, sentence: str, value: int, outcome: str, speaker: str | None
) -> None:
    found = [f for f in figures(kind, sentence) if f.value == value]
    assert len(found) == 1
    assert getattr(found[0], "outcome") == outcome  # noqa: B009 - the pack's own label
    if speaker is None:
        assert found[0].speaker is None
    else:
        assert speaker.lower() in (found[0].speaker or "").lower()


@pytest.mark.parametrize(
    "sentence",
    [
        "The law raises the retirement age to 67.",
        "The toll on the bridge was 12 euros.",
        "The count was finished in 2019.",
        "They counted 4,000 ballots before noon.",
        "The committee arrived at 9 o'clock.",
    ],
)
def test_a_number_of_something_else_stays_out(sentence: str) -> None:
    assert figures("march", sentence) == []
