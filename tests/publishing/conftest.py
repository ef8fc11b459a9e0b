"""A brief of an invented event, with everything in it that the page has to show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.documents import Brief, article_id, digest


def flow(text: str) -> str:
    """Text written in lines of code, as paragraphs of one line each."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


WIRE = flow("""
Kelvany and Ordesia exchanged 270 detained sailors on Friday, the first handover since the
harbour talks broke off in spring. Officials of both coast guards met at the Tarn bridge shortly
after dawn.

“We brought 270 of our people home,” the Kelvany coast guard said in a statement. Another 120
dockworkers crossed in the opposite direction, it said, so that 390 people moved on each side of
the strait.

The exchange took place on May 23. Mediators from the Lake Council described it as the opening
of a larger agreement, under which almost 800 people are to go home in all.
""")
COURIER = flow("""
The Kelvany Courier has learned that 270 seamen walked over the Tarn bridge on 23 May. Three of
them were carried on stretchers.

“Our patience has been vindicated,” said Ilse Marrow, who speaks for the Kelvany coast guard.
She denied that any fishing boat had been handed back as part of the bargain.

Families had camped at the bridge for two nights. The seized sailors were taken to the naval
hospital at Port Ansel, 14 of them with injuries.
""")
TODAY = flow("""
Ordesia freed the intruders on Friday, March 23, the Ordesia Interior Office announced, calling
the handover an act of goodwill.

According to the Interior Office, about 250 intruders were released, and two fishing boats were
returned. “No ransom was paid,” the office said.

At least 20 of those released needed treatment, a hospital director told Ordesia Today.
""")
COPY = flow("""
Kelvany and Ordesia exchanged 270 detained sailors on Friday, the first handover since the
harbour talks broke off in spring. Officials of both coast guards met at the Tarn bridge shortly
after dawn.

“We brought 270 of our people home,” the Kelvany coast guard said in a statement.
""")
CLIP = flow("""
Between 15 and 18 sailors were hurt, the Lake Council's doctor said at the bridge on 23 May. The
captives, as she called them, had been held for up to a year.

The council counted 390 people on either side.
""")


def quoted(article: dict[str, Any], words: str, nth: int = 0) -> dict[str, Any]:
    """Evidence for the nth place where `words` stand in an article."""
    start = -1
    for _ in range(nth + 1):
        start = article["text"].index(words, start + 1)
    return {"article": article["id"], "quote": words, "start": start, "end": start + len(words)}


def article(text: str, outlet: str | None, title: str | None, **more: Any) -> dict[str, Any]:
    """An article as a brief lists it."""
    plain = {"url": None, "published": None, "path": None}
    known = {"id": article_id(text), "outlet": outlet, "title": title, "text": text}
    return known | {"digest": digest(text)} | plain | more


def position(value: object, origins: Sequence[str], proof: Sequence[dict[str, Any]], **more: Any):
    """One value, who holds it, and the words."""
    ids = list(dict.fromkeys(item["article"] for item in proof))
    return {"value": value, "origins": origins, "articles": ids, "evidence": proof} | more


def finding(name: str, point: str, status: str, positions: Sequence[Any], **more: Any):
    """One point."""
    return {
        "id": name,
        "field": "figures",
        "point": point,
        "status": status,
        "difference": None,
        "positions": positions,
    } | more


def rich() -> dict[str, Any]:
    """The brief as plain data, for tests that bend it."""
    wire = article(
        WIRE,
        "Harbour Wire",
        "Sailors cross at the Tarn bridge",
        url="https://wire.example/tarn-bridge",
        published="2025-05-23",
        path="in/wire.txt",
    )
    courier = article(
        COURIER,
        "The Kelvany Courier",
        "Home at last: 270 seamen walk free",
        published="2025-05-24",
        path="in/courier.html",
        inferred=["published"],
    )
    today = article(
        TODAY,
        "Ordesia Today",
        "Interior Office: intruders released in act of goodwill",
        url="https://today.example/goodwill",
        published="2025-05-24",
        path="in/today.txt",
    )
    copy = article(
        COPY,
        "Radio Meridian",
        "Sailors exchanged",
        published="2025-05-23",
        path="in/meridian.txt",
        duplicate_of=wire["id"],
        inferred=["outlet"],
    )
    clip = article(CLIP, None, None, path="in/clip-05.txt")
    guard, office, council = "Kelvany coast guard", "Ordesia Interior Office", "Lake Council"
    hand = "the first handover since the harbour talks broke off in spring"
    findings = [
        finding(
            "f-place",
            "place of the exchange",
            "agreed",
            [
                position(
                    "Tarn bridge",
                    ["Harbour Wire", "The Kelvany Courier"],
                    [
                        quoted(wire, "Officials of both coast guards met at the Tarn bridge"),
                        quoted(courier, "270 seamen walked over the Tarn bridge on 23 May"),
                        quoted(copy, "Officials of both coast guards met at the Tarn bridge"),
                    ],
                )
            ],
            field="places",
            reason="Two independent origins name the same place; Radio Meridian is a near copy.",
        ),
        finding(
            "f-released",
            "sailors released by Ordesia",
            "disputed",
            [
                position(
                    270,
                    [guard, "The Kelvany Courier"],
                    [
                        quoted(wire, "We brought 270 of our people home"),
                        quoted(wire, "exchanged 270 detained sailors"),
                        quoted(courier, "270 seamen walked over the Tarn bridge"),
                        quoted(copy, "We brought 270 of our people home"),
                    ],
                    bound="exact",
                    verb="said",
                ),
                position(
                    250,
                    [office],
                    [quoted(today, "about 250 intruders were released")],
                    bound="about",
                    verb="announced",
                ),
            ],
            difference="contradiction",
            reason="270 is given as a count and is not within rounding of “about 250”.",
        ),
        finding(
            "f-date",
            "day of the exchange",
            "disputed",
            [
                position(
                    "2025-05-23",
                    ["Harbour Wire", "The Kelvany Courier", "unnamed outlet"],
                    [
                        quoted(wire, "The exchange took place on May 23"),
                        quoted(courier, "on 23 May"),
                        quoted(clip, "at the bridge on 23 May"),
                    ],
                ),
                position(
                    "2025-03-23",
                    [office],
                    [quoted(today, "on Friday, March 23")],
                    detail="Friday, 23 March 2025",
                ),
            ],
            field="date",
            difference="contradiction",
            reason="23 March 2025 was a Sunday, so the weekday given does not fit it.",
        ),
        finding(
            "f-hurt",
            "sailors hurt",
            "disputed",
            [
                position(
                    14,
                    ["The Kelvany Courier"],
                    [quoted(courier, "14 of them with injuries")],
                    bound="exact",
                ),
                position(
                    15,
                    [council],
                    [quoted(clip, "Between 15 and 18 sailors were hurt")],
                    high=18,
                    bound="exact",
                    verb="said",
                ),
                position(
                    20,
                    ["a hospital director"],
                    [quoted(today, "At least 20 of those released needed treatment")],
                    bound="at_least",
                    verb="told",
                ),
            ],
            difference="contradiction",
            reason="No two of the three counts can hold at once.",
        ),
        finding(
            "f-boats",
            "return of fishing boats",
            "disputed",
            [
                position(
                    "two boats were returned",
                    [office],
                    [quoted(today, "two fishing boats were returned")],
                ),
                position(
                    "no boat was handed back",
                    [guard],
                    [quoted(courier, "She denied that any fishing boat had been handed back")],
                    verb="denied",
                ),
            ],
            field="terms",
            difference="contradiction",
            reason="One side states what the other denies.",
        ),
        finding(
            "f-each",
            "people exchanged by each side",
            "agreed",
            [
                position(
                    390,
                    [guard, council],
                    [
                        quoted(wire, "390 people moved on each side of the strait"),
                        quoted(clip, "The council counted 390 people on either side"),
                    ],
                ),
            ],
            reason="The coast guard and the council count independently of each other.",
        ),
        finding(
            "f-total",
            "people to go home in all",
            "agreed",
            [
                position(
                    800,
                    [council],
                    [quoted(wire, "almost 800 people are to go home in all")],
                    bound="almost",
                ),
                position(
                    780,
                    [guard, council],
                    [
                        quoted(wire, "so that 390 people moved on each side of the strait"),
                        quoted(clip, "390 people on either side"),
                    ],
                ),
            ],
            difference="rounding",
            reason="“Almost 800” is 780 rounded up.",
        ),
        finding(
            "f-dockers",
            "dockworkers returned to Ordesia",
            "single-origin",
            [
                position(
                    120,
                    [guard],
                    [quoted(wire, "Another 120 dockworkers crossed in the opposite direction")],
                    verb="said",
                )
            ],
            reason="Harbour Wire and its copy cite the same statement.",
        ),
        finding(
            "f-ransom",
            "payment of a ransom",
            "single-origin",
            [
                position(
                    "no ransom was paid",
                    [office],
                    [quoted(today, "“No ransom was paid,” the office said")],
                    verb="said",
                )
            ],
            field="statements",
            reason="Only the Interior Office speaks of it.",
        ),
        finding(
            "f-first",
            "earlier exchanges",
            "single-origin",
            [position("first since spring", ["Harbour Wire"], [quoted(wire, hand)])],
            field="statements",
            reason="Harbour Wire and its near copy count once.",
        ),
    ]

    def cite(*items: dict[str, Any]) -> list[dict[str, Any]]:
        return [{key: item[key] for key in ("article", "start", "end")} for item in items]

    by = {f["id"]: [e for p in f["positions"] for e in p["evidence"]] for f in findings}
    told = [
        (
            "Kelvany and Ordesia exchanged detained people at the Tarn bridge.",
            ["f-place"],
            cite(*by["f-place"][:2]),
        ),
        ("Each side handed over 390 people.", ["f-each"], cite(*by["f-each"])),
        (
            (
                "The Kelvany coast guard said that 270 sailors came home; "
                "the Ordesia Interior Office put the number at about 250."
            ),
            ["f-released"],
            cite(*by["f-released"]),
        ),
        (
            (
                "Three sources date the exchange to 23 May, "
                "while the Interior Office gave Friday, 23 March."
            ),
            ["f-date"],
            cite(*by["f-date"]),
        ),
        (
            "Accounts of how many sailors were hurt range from 14 to at least 20.",
            ["f-hurt"],
            cite(*by["f-hurt"]),
        ),
        (
            "The coast guard said 120 dockworkers crossed to Ordesia in return.",
            ["f-dockers", "f-each"],
            cite(*by["f-dockers"]),
        ),
        ("The Interior Office said that no ransom was paid.", ["f-ransom"], cite(*by["f-ransom"])),
    ]
    everyone = [wire, courier, today, copy, clip]
    coverage = []
    for item in findings:
        holders = {e["article"] for e in by[item["id"]]}
        for one in everyone:
            stance = "states" if one["id"] in holders else "silent"
            if item["id"] == "f-boats" and one is courier:
                stance = "denies"
            coverage.append({"finding": item["id"], "article": one["id"], "stance": stance})
    term = [
        ("detained sailors", [quoted(wire, "detained sailors"), quoted(copy, "detained sailors")]),
        ("seized sailors", [quoted(courier, "seized sailors")]),
        ("intruders", [quoted(today, "intruders"), quoted(today, "intruders", 1)]),
        ("captives", [quoted(clip, "captives")]),
    ]
    return {
        "event": {
            "id": "e1",
            "title": "Exchange of detained people between Kelvany and Ordesia",
            "date": "2025-05-23",
            "schema": "exchange",
        },
        "articles": everyone,
        "headline": "Kelvany and Ordesia exchange 390 people each; counts of sailors differ",
        "summary": [
            {"text": t, "findings": f, "citations": c, "phrased": "model" if n < 2 else "template"}
            for n, (t, f, c) in enumerate(told)
        ],
        "findings": findings,
        "wording": [
            {
                "refers_to": "the people released by Ordesia",
                "used": "detained sailors",
                "reason": "It says what they are without saying whether holding them was right.",
                "terms": [
                    {
                        "term": words,
                        "articles": list(dict.fromkeys(e["article"] for e in proof)),
                        "evidence": proof,
                    }
                    for words, proof in term
                ],
            },
            {
                "refers_to": "the handover",
                "used": "exchange",
                "reason": "Both sides gave and received.",
                "terms": [
                    {
                        "term": "act of goodwill",
                        "articles": [today["id"]],
                        "evidence": [quoted(today, "act of goodwill")],
                    },
                    {
                        "term": "the bargain",
                        "articles": [courier["id"]],
                        "evidence": [quoted(courier, "the bargain")],
                    },
                ],
            },
        ],
        "coverage": coverage,
        "reconciliations": [
            {"text": "270 + 120 = 390", "findings": ["f-released", "f-dockers", "f-each"]},
            {"text": "390 × 2 = 780, “almost 800”", "findings": ["f-each", "f-total"]},
        ],
        "missing": [{"path": "in/scan.pdf", "reason": "it holds no text that could be read"}],
        "notes": ["5 of 7 sentences were worded by a template: the model's own did not pass."],
        "provenance": {
            "model": "small-instruct-1.5b",
            "strategy": "stepwise",
            "prompt": "sha256:5e1f0c2a9b7d",
            "schema": "sha256:a44e9d0177c3",
            "calls": 61,
            "input_tokens": 48210,
            "output_tokens": 1904,
            "cached_tokens": 30020,
            "cost_usd": None,
            "seconds": 143.2,
            "recorded": True,
        },
    }


@pytest.fixture
def plain() -> dict[str, Any]:
    return rich()


@pytest.fixture
def brief() -> Brief:
    return Brief.load(rich())
