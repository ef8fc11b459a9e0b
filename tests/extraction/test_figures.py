"""Figures: a whole story between two parties that no prompt, schema or example mentions."""

from __future__ import annotations

import pytest
from extraction_making import summary
from figures_making import drafts

TEXT = """Orrin and Maslow traded captives at the Pell ferry on Friday, the first swap in two years.

Orrin got back 41 soldiers and six fishermen. In return, Maslow was given 38 sailors, seven of them women.

At the last exchange, two years ago, Orrin received 12 gunners. About 90 captives are still held in camps."""


def test_an_exchange_between_parties_that_nothing_mentions():
    found = [
        (d.mention.amount.value, *(d.decisions[n].value for n in ("who", "direction", "occasion")))
        for d in drafts(TEXT)
    ]
    assert found == [
        (41, "military", "to:Orrin", "this"),
        (6, "civilians", "to:Orrin", "this"),
        (38, "military", "to:Maslow", "this"),
        (7, "women", "to:Maslow", "this"),
        (12, "military", "to:Orrin", "earlier"),
        (90, "all", "n/a", "remaining"),
    ]
    assert all(d.evidence.quote in TEXT for d in drafts(TEXT))


@pytest.mark.parametrize(
    ("text", "value", "occasion"),
    [
        # a date in a clause hung onto the people is of what befell them then
        ("Tarsk let 2 sailors go who had strayed over the line in April 2029.", 2, "this"),
        ("Tarsk named those it let out: 18 cooks and 5 monks seized in May 2029.", 18, "this"),
        ("In February 2030 the two sides met. Tarsk let 9 sailors go.", 9, "this"),
        # a date of the people’s own clause, and of the sentence that theirs goes on from
        ("Tarsk let 9 sailors go in February 2030.", 9, "earlier"),
        ("In late February they first exchanged bodies. Tarsk gave up 9 bodies.", 9, "earlier"),
    ],
)
def test_a_date_dates_its_own_clause(text: str, value: int, occasion: str):
    lead = "Velmora and Tarsk exchanged 40 captives on Saturday, 8 March 2031.\n\n"
    figures = summary(lead + text).facts.model_dump()["figures"]
    assert [f["occasion"] for f in figures if f["value"] == value] == [occasion]
