"""Figures: a whole story between two parties that no prompt, schema or example mentions."""

from __future__ import annotations

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
