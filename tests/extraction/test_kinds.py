"""Who a number counts where its own words leave it open: the people last named, or most told of."""

import pytest
from figures_making import label, values


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        # the people last named
        ("The sailors were held in Besk for a year. Ninety-eight boarded a plane.", 98, "military"),
        ("The villagers walked home. A first busload of 31 left at noon.", 31, "civilians"),
        ("Tarsk let 52 gunners cross. It still holds some 2,000 more.", 2000, "military"),
        ("The sailors came home. Relatives wept. A first busload of 31 left.", 31, "military"),
        # not those who act on the others, nor some of them, nor people of two kinds
        ("Captives came home. The rebels let a group of 17 go.", 17, "all"),
        ("Ten captives, including two boys, flew out; seven went north and one south.", 7, "all"),
        (
            "Tarsk freed 12 captives, three of them women. The remaining 60 are to follow.",
            60,
            "all",
        ),
        ("Gunners and cooks came home. A group of 31 walked.", 31, "all"),
        # what most of the article counts
        (
            "Tarsk freed 60 soldiers, 40 sailors and 12 pilots.\n\nIt has freed 1,643 since then.",
            1643,
            "military",
        ),
        # a people's name says less than what the same number is called elsewhere
        ("Tarsk freed 43 Velmoran gunners. The 43 Velmorans crossed on foot.", 43, "military"),
        ("Tarsk freed two Velmoran gunners. The two Velmorans had lost their way.", 2, "military"),
        ("Tarsk freed two Velmoran nurses. It held two Orlans as well.", 2, "all"),
        # one's own are no less soldiers in quotation marks; somebody's name for others may hide more
        ("The army said 33 “heroes” had come home.", 33, "military"),
        ("Tarsk said ten “mercenaries” had been freed.", 10, "all"),
        ("Of the 200 in his company, 90 came home.", 200, "military"),
        ("Velmora freed 40 captives, all of them soldiers.", 40, "military"),
        ("The bodies of soldiers were exchanged on Friday: 99 for 23.", 99, "bodies"),
        ("Tarsk handed over 31 child soldiers and ten women soldiers.", 31, "children"),
        ("Tarsk freed four police officers. Two of the officers were ill.", 2, "all"),
        # the lead says who the prisoners are, unless it names others too
        (
            "Tarsk and Velmora swapped prisoners of war.\n\nTarsk got back 150 prisoners.",
            150,
            "military",
        ),
        ("Tarsk and Velmora swapped prisoners of war.\n\nIt holds 50 prisoners still.", 50, "all"),
        (
            "Tarsk and Velmora swapped prisoners of war and civilians.\n\nTarsk got 150 prisoners.",
            150,
            "all",
        ),
        # their own call grown men so; a name that has a kind of people in it names none
        (
            "Tarsk freed 80 fishermen. “And 124 of our boys are still there,” he said.",
            124,
            "civilians",
        ),
        ("Captives came home. The Hill Women’s Union counted 38.", 38, "all"),
        # people named in its own paragraph, before those of another
        (
            "Tarsk gave up 40 bodies.\n\nIt freed no civilians. It holds 50 of them still.",
            50,
            "civilians",
        ),
        # who sits on a commission was never held
        ("A commission of eight doctors examined the captives.", 8, "other"),
    ],
)
def test_who_is_counted_by_the_words_around(text: str, value: int, who: str):
    assert label(text, value, "who") == who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarsk exchanged dozens of sailors and 12 cooks on Friday.", [12]),
        ("Tens of thousands of captives came home.", []),
        ("Sixty captives came home in the two previous rounds. Two were ill.", [60, 2]),
        ("Sixty captives came home; 41 are left, the oldest of them 63.", [60, 41]),
        ("Velmora brought home 46 Ostlers captured in spring.", [46]),
        ("Tarsk acknowledges only 140 captives; its envoy had acknowledged 90.", [140, 90]),
        ("Sixty soldiers boarded; two stayed behind.", [60, 2]),
        ("Sixty soldiers boarded. It rained. Twelve are still captive.", [60, 12]),
        ("Tarsk freed two brothers of the envoy.", [2]),
        ("Ninety girls came home. Of the 276 seized that night, 57 ran.", [90, 276, 57]),
        ("Ninety girls came home. It rained. One hundred are still missing.", [90, 100]),
        ("Ninety sailors came home. It gave them five of theirs.", [90, 5]),
        ("Ninety sailors were held in Camp Nine.", [90]),
        ("Ninety sailors came home. Tarsk says it has no more than 46.", [90, 46]),
        ("Ninety sailors came home. The front buried the other 32.", [90, 32]),
        ("The navy handed nine suspected pirates to the elders.", [9]),
        ("Sixty captives came home. A teacher, 47, was carried to the bus.", [60]),
        ("Sixty captives came home. Velmora buried two of its own.", [60, 2]),
        ("Sixty captives came home. The office has the names of 31.", [60, 31]),
        ("Tarsk freed nineteen since the summer. They were captives.", [19]),
    ],
)
def test_what_counts_people(text: str, expected: list[int]):
    assert values(text) == expected
