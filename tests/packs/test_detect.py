"""Detect: which articles the pack `exchange` takes, and which only have its words in passing."""

from __future__ import annotations

import pytest

from summarizer.packs import choose_pack, find_packs

PACKS = find_packs([])


@pytest.mark.parametrize(
    "text",
    [
        "Velmora and Tarsk swapped 40 gunners and soldiers at the bridge on Friday.",
        "The two sides exchanged 90 people on Tuesday, the ministry said.",
        "The rebels let nine engineers go in return for six of their fighters held by the army.",
        "Tarsk freed 12 sailors on Monday in return for eight Velmoran pilots.",
        "Thirty miners came home after the militia traded them for its jailed commanders.",
        "The army handed over the bodies of 21 fighters and got back those of 14 soldiers.",
        "Tarsk and Velmora traded captured troops, 64 for 64, at a river crossing.",
        "The remains of 30 soldiers were handed to Tarsk, the second repatriation this year.",
        "The hostages were released by the group overnight and handed to the Red Cross.",
        "Fifty-one servicemen returned from enemy captivity on Thursday.",
        "The guerrillas released the last three policemen they had held, the Red Cross said.",
        "A hostage release deal between the junta and the rebels was carried out on Monday.",
        "Families embraced 23 captives as they crossed; 30 prisoners went the other way.",
        "Tarsk and Velmora exchanged the remains of fallen soldiers on Sunday.",
    ],
)
def test_an_exchange_is_known_by_people_let_go_for_people(text: str):
    assert choose_pack(text, PACKS) == "exchange"


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell on the stock exchange. A former prisoner was among the traders, a release said.",
        "A bus crashed near Orlo, killing 12 people. Among the dead was a prison officer.",
        "Police exchanged fire with a gunman who held a hostage in a bank. He was arrested.",
        "The countries exchanged ambassadors, signed a trade deal and spoke of prison reform.",
        "A fire at the prison killed nine inmates. The bodies were handed over to their families.",
        "Rescuers freed two drivers from their cars. Soldiers sent 3,000 people home.",
        "Students on an exchange programme returned home on Friday after the storm.",
        "A release of figures drew protest. Demonstrators said they were hostage to prices.",
        "The court released a prisoner after 20 years. He was wrongly convicted, his lawyer said.",
        "Troops and protesters exchanged blows; 14 soldiers were hurt.",
        "Rebels and the government met for talks. Troops returned to their barracks.",
        "The militia attacked a village, killing 20 people and abducting 30.",
        "The hostage drama at the bank ended when police freed two women.",
        (
            "Orlo elects a mayor\n\nThe Reform party won Sunday’s vote in Orlo with 11 of 17 seats and"
            " 54 percent of the vote, the electoral office said. Some 21,400 islanders voted, and queues"
            " at the lighthouse station were such that voting went on until ten at night.\n\nHer"
            " husband negotiated the exchange of six jailed smugglers in 1998."
        ),
    ],
)
def test_its_words_in_passing_make_no_exchange(text: str):
    assert choose_pack(text, PACKS) == "event"
