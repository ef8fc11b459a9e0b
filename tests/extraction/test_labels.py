"""Labels: who is counted and on what occasion, as the words of one mention decide."""

from __future__ import annotations

import pytest
from figures_making import label


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        ("Velmora received 64 soldiers.", 64, "military"),
        ("Velmora received the remains of 12 soldiers.", 12, "bodies"),
        ("Tarsk turned over 23 dead.", 23, "bodies"),
        ("Tarsk sent home 15 fallen riflemen.", 15, "bodies"),
        ("Five army nurses came home to Velmora.", 5, "military"),
        ("Seven fishermen came home to Velmora.", 7, "civilians"),
        ("Tarsk let 21 schoolgirls go.", 21, "children"),
        ("Tarsk freed 30 captives, and four are under eighteen.", 4, "children"),
        ("Tarsk freed 30 captives. Eleven were women.", 11, "women"),
        ("Tarsk freed 390 soldiers and civilians.", 390, "all"),
        ("Tarsk freed 125 officers and men.", 125, "military"),
        ("Tarsk freed four gunners, two soldiers and an engineer.", 4, "military"),
        ("Tarsk freed 26 prisoners.", 26, "all"),
        ("Velmora got 18 of its soldiers back, and Tarsk 12.", 12, "military"),
        ("Tarsk freed nine female gunners.", 9, "women"),
        ("The Ash Front freed 9 sailors. Tarsk let 12 Ash Front members go.", 12, "military"),
        ("Tarsk freed 63 sailors and 38 of their family members.", 38, "civilians"),
        ("Hadrin was stormed, where 90 of his battalion were taken.", 90, "military"),
        ("Tarsk freed 25 men; 19 of the men were gunners.", 19, "military"),
        ("Tarsk freed 25 gunners. Nine of the men were listed as missing.", 9, "military"),
        ("Tarsk freed three Harbour Corps men.", 3, "military"),
        ("Tarsk freed 25 men. Nineteen were gunners and six were truck drivers.", 6, "civilians"),
        ("Tarsk freed 18 gunners. Two of them were carried off.", 2, "military"),
        ("Tarsk freed 18 gunners on Friday. The bus drew up and 18 got down.", 18, "military"),
        ("Tarsk freed 18 gunners. Originally 20 were taken.", 20, "military"),
        ("Tarsk freed 18 gunners. It received 11 in return.", 11, "all"),
        ("Tarsk gave up 22 bodies. Velmora put the number at 17.", 17, "bodies"),
        ("Tarsk freed 9 gunners and 4 cooks. Its envoy put the total at 15.", 15, "all"),
        # the bodies of soldiers are bodies, whatever army's they were
        ("Velmora received 210 bodies of soldiers of the Tarskan army.", 210, "bodies"),
        ("Tarsk brought home 14 badly wounded and ill gunners.", 14, "military"),
        ("Nineteen seriously wounded Tarskan gunners have been brought home.", 19, "military"),
        ("Velmora got 12 badly hurt captives and the remains of 90 people.", 12, "all"),
        ("Velmora got 12 badly hurt captives and the remains of 90 people.", 90, "bodies"),
        # two kinds under one number
        ("Tarsk freed 210 soldiers and policemen.", 210, "all"),
        ("Tarsk freed 33 policemen and soldiers.", 33, "all"),
        ("Tarsk freed six police officers.", 6, "all"),
        (
            "The Ash Front freed 9 sailors. Tarsk let 12 Ash Front members and supporters go.",
            12,
            "all",
        ),
        ("Tarsk freed 14 army and police personnel.", 14, "military"),
        # kin, countrymen and townspeople
        ("Tarsk freed 63 sailors and 38 of their relatives.", 38, "civilians"),
        ("Some 70 families belong to the association.", 70, "civilians"),
        ("“I had three sons in Marn,” she said. “Tarsk freed two sons.”", 2, "all"),
        ("Tarsk freed two Spanish residents.", 2, "all"),
        ("Tarsk freed two Hadrin residents.", 2, "civilians"),
        ("Tarsk freed nine residents of the Republic of Marn.", 9, "all"),
        # a name that the other side gives them
        ("Tarsk said that 10 “mercenaries” had been handed over.", 10, "all"),
        ("Tarsk freed three intelligence officers.", 3, "all"),
        # whose people they are
        ("Tarsk freed 20 people. The rebels had captured a garrison of 600.", 600, "military"),
        ("Two men of his platoon were freed.", 2, "military"),
        ("The rebels freed two girls and collected five of their men.", 5, "military"),
        ("Tarsk freed 26 men.", 26, "men"),
        # who arranges, attends or speaks is not exchanged
        ("The swap was delayed, according to two officials who were briefed.", 2, "other"),
        ("About 120 officials and veterans attended the homecoming.", 120, "other"),
        ("Tarsk freed three officials.", 3, "civilians"),
        # the number told again, and the whole that a part is of
        ("Tarsk freed 30 gunners and gave up 9 bodies. The 30 were tired.", 30, "military"),
        (
            "Tarsk freed 30 captives, two of whom were civilians, and said 5 more would go.",
            5,
            "all",
        ),
        (
            "They sent 20 men home and brought the number of captives they have freed to 93.",
            93,
            "all",
        ),
        ("Tarsk freed 30 gunners and gave up 9 bodies. Of them, 12 had been ill.", 12, "military"),
        ("Velmora got back 211 wounded, sick and disabled servicemen.", 211, "military"),
        ("Velmora received the ashes of 17 miners.", 17, "bodies"),
        ("Tarsk exchanged two generals for ten cooks.", 2, "military"),
        ("Tarsk freed nine under-age captives.", 9, "children"),
        ("Tarsk freed 30 gunners. Marn said eight of the wounded could not walk.", 8, "military"),
        ("Shells left 14 dead, soldiers say.", 14, "bodies"),
        ("Tarsk’s army said that it had received 30 of its own.", 30, "military"),
        ("Tarsk said that it had received 30 of its own citizens.", 30, "all"),
        ("Tarsk freed five diplomats.", 5, "civilians"),
        (
            "Tarsk freed 30 gunners and 9 girls.\n\nThe gunners were hungry.\n\nTwelve of them limped.",
            12,
            "military",
        ),
        ("The coffins of nine gunners were flown home.", 9, "bodies"),
        ("Tarsk freed 30 gunners. Among the 30 are 11 men taken in May.", 11, "military"),
        ("Tarsk freed 30 gunners and 9 girls. Two of the freed men were carried off.", 2, "men"),
        # a number of wounded is of those whom it counts elsewhere; a party's wounded are its soldiers
        ("Tarsk freed 27 gunners. Velmora said it had received 27 wounded.", 27, "military"),
        ("Velmora received 29 bodies and 27 of its own wounded.", 27, "military"),
        ("Tarsk gave up 40 bodies. A bomb left 40 wounded in Marn.", 40, "all"),
        # where those are from who add up to the soldiers just told
        ("Tarsk freed seventeen gunners, fourteen Saudis and three Sudanese.", 14, "military"),
        ("Tarsk freed seventeen gunners, nine Saudis and three Sudanese.", 9, "all"),
        # martyrs are dead; whoever works for an armed body is armed, whatever rank
        ("Forty captives came home, and with them 36 martyrs in white shrouds.", 36, "bodies"),
        ("Tarsk freed nine operatives captured in May.", 9, "military"),
        ("Tarsk holds 15 officers and 121 other ranks.", 121, "military"),
        ("Twenty of those freed are members of sabotage squads.", 20, "military"),
        (
            "Fifteen of the captives who went home to the Velmoran side are under 18.",
            15,
            "children",
        ),
        ("The list had 250 names of gunners on it.", 250, "military"),
    ],
)
def test_who_is_counted(text: str, value: int, who: str):
    assert label(text, value, "who") == who


@pytest.mark.parametrize(
    ("text", "value", "occasion"),
    [
        ("Velmora received 64 soldiers on Saturday.", 64, "this"),
        ("33 captives are meant to go home in spring.", 33, "planned"),
        ("Of the captives to be let out, 18 are serving life terms.", 18, "planned"),
        ("Tarsk will free 44 cooks in May. The 44 have families there.", 44, "planned"),
        ("Velmora has asked for nineteen pilots.", 19, "planned"),
        ("Tarsk will free ten captives if Velmora lets twenty cooks out.", 20, "planned"),
        ("The front demanded that six captives be released.", 6, "planned"),
        ("It asked Tarsk to speed up the release of 85 sailors.", 85, "planned"),
        ("Velmora said it wanted 45 of its people freed.", 45, "planned"),
        ("In the first stage, completed in May, 110 captives were flown home.", 110, "earlier"),
        ("Ten soldiers came home that December.", 10, "earlier"),
        ("In the biggest previous release the rebels let 88 troops walk out.", 88, "earlier"),
        ("Monday’s handover had covered 16 sailors.", 16, "earlier"),
        ("Tarsk freed ten cooks a day after freeing two nurses.", 2, "earlier"),
        ("Sixty sailors came home. The front let the last 66 go in 1996.", 66, "earlier"),
        ("In all, 452 captives have been brought home.", 452, "other"),
        ("Over the past decade they have made six such trades of 71 captives.", 71, "other"),
        ("The number of captives freed this year had risen to 150.", 150, "other"),
        ("The guard saluted the 18 sailors who fell at Besk.", 18, "other"),
        ("Seven rebels surrendered in the hills.", 7, "other"),
        ("The fighting left more than 6,500 people dead.", 6500, "other"),
        ("Tarsk freed nine sailors. Some 200 relatives were waiting.", 200, "other"),
        ("The rebels drove 400 villagers from their homes.", 400, "other"),
        ("The sailors were among 58 killed in May.", 58, "other"),
        ("Since May it has abducted 41 cooks, of whom 33 were released.", 33, "other"),
        ("Police are looking for six gunmen.", 6, "other"),
        ("Of the 200 captives taken at Besk, ninety came home.", 200, "other"),
        ("Sixty sailors came home; 14 are dead.", 14, "other"),
        ("Sixty captives came home; 41 are left.", 41, "remaining"),
        ("Tarsk hid 51 cooks who are thought to be locked up there.", 51, "remaining"),
        ("The front says it has 167 soldiers.", 167, "remaining"),
        ("Lawyers speak of 3,400 detainees.", 3400, "remaining"),
        ("Her office knows of 31 cooks jailed in Tarsk.", 31, "remaining"),
        ("Sixty captives boarded; two stayed behind.", 2, "remaining"),
        ("Sixty captives came out, leaving about 180 inside.", 180, "remaining"),
        ("Tarsk gave the names of 43 prisoners.", 43, "remaining"),
        ("Tarsk listed the names of 86 fishermen in its custody.", 86, "remaining"),
        ("Tarsk told of 51 gunners it says are missing.", 51, "remaining"),
        ("The League counts 700 prisoners in Velmora.", 700, "remaining"),
        ("Tarsk refused to hand over the bodies of ten sailors.", 10, "remaining"),
        ("Twenty-two sailors were rotting in Besk.", 22, "remaining"),
        ("Sixty sailors slept in their own beds tonight.", 60, "this"),
        ("Among those freed on Friday were four nurses.", 4, "this"),
        ("Velmora received 80 dead. Twenty of the dead are in fact Orlans.", 20, "this"),
        ("Tarsk expelled ten captives.", 10, "this"),
        ("Tarsk freed four police officers. Two of the officers had been wounded.", 2, "this"),
        ("Tarsk has agreed to free 12 sailors.", 12, "planned"),
        ("The accord provides for 300 captives to be freed.", 300, "planned"),
        ("In last year’s swap Velmora took home 88 conscripts.", 88, "earlier"),
        ("A week ago, when 30 captives came back, nobody waited.", 30, "earlier"),
        ("The two armies had traded 12 spies in the March exchange.", 12, "earlier"),
        ("Another 80 captives are still in the forest.", 80, "remaining"),
        ("Tarsk put the number of those still in its camps at 79.", 79, "remaining"),
        ("At least 35 sailors have yet to be freed.", 35, "remaining"),
        ("Shelling killed six villagers.", 6, "other"),
        ("The raid in which 19 guards were captured began the crisis.", 19, "other"),
        # told in the past perfect by somebody who speaks of today
        ("Tarsk said on Monday that 64 sailors had returned.", 64, "this"),
        # sums over a whole war, and comparisons that are none
        ("Tarsk and Velmora have exchanged 412 sailors since the war began.", 412, "other"),
        ("Since the war began the two have exchanged 3,412 sailors.", 3412, "other"),
        ("Tarsk has sent home 211 sailors since 2019.", 211, "other"),
        ("In two rounds 420 people have been freed.", 420, "other"),
        ("The swap brings to 1,870 the number of captives freed since May.", 1870, "other"),
        ("In the biggest swap since the start of the war, 80 sailors were freed.", 80, "this"),
        ("Tarsk freed 12 sailors held since 2019.", 12, "this"),
        ("Tarsk received 21 sailors, bringing the number of those freed to 399.", 21, "this"),
        ("Tarsk received 21 sailors, bringing the number of those freed to 399.", 399, "other"),
        ("Tarsk has sent back 211 sailors since 2019, including 43 last year.", 43, "earlier"),
        ("The swap recalls that of May 2017, when 82 captives were freed.", 82, "earlier"),
        # what is to come
        ("Ninety captives were due to go home on Wednesday.", 90, "planned"),
        ("Tarsk freed 30 nurses; 25 more are expected next week.", 25, "planned"),
        ("The list that Tarsk submitted contains over 700 names.", 700, "planned"),
        ("The accord provides in its first phase for the release of 33 captives.", 33, "planned"),
        ("Tarsk let five gunners go, and Velmora still owes it three captives.", 3, "planned"),
        ("The ministry said all 13 captives were ready to return to duty.", 13, "this"),
        # who is still held
        ("There are 89 captives still down there.", 89, "remaining"),
        ("There are now 24 sailors in the power of the militia.", 24, "remaining"),
        ("The Red Cross said it had met fewer than 200 captives.", 200, "remaining"),
        ("Marn has the names of 1,400 captives who are still in Orlo.", 1400, "remaining"),
        ("She said 39 villagers were still on Tarskan territory.", 39, "remaining"),
        ("The remaining 19 hostages were released later.", 19, "this"),
        # what was asked for, and what was done at another time
        ("The militia has demanded some 20 captives.", 20, "planned"),
        ("Of the 2,000 returned in September, many were gunners.", 2000, "earlier"),
        ("The bodies of 18 gunners were returned that autumn.", 18, "earlier"),
        ("Some 130 people were arrested there in 2015.", 130, "other"),
        ("Since July 2024 Tarsk has released more than 300 captives.", 300, "other"),
        ("Velmora wants 500 captives in exchange for its sailors.", 500, "planned"),
        ("Velmora has been promised the return of 25 children.", 25, "planned"),
        ("A boat transported 46 wounded gunners across the lake.", 46, "this"),
        ("Marn had shared a cell with 14 other men.", 14, "other"),
        # taken, not moved
        ("Gunmen stormed the school in April and took 130 girls.", 130, "other"),
        ("Tarsk freed 18 sailors. Originally 20 were taken.", 20, "other"),
        ("A video showed 24 gunners laying down their arms.", 24, "other"),
        ("A 200-for-200 swap took place at dawn.", 200, "this"),
        # what they are known by is not what happened now
        ("Tarsk freed 198 captives, 83 of whom had been serving life terms.", 83, "this"),
        ("The group was made up of 83 captives who had been sentenced to life.", 83, "this"),
        ("The 33 women who were freed had been kidnapped in 2021.", 33, "this"),
        ("Tarsk freed 64 sailors. The 64 had fought in the north.", 64, "this"),
        ("Tarsk freed 64 sailors; 38 of them are cooks and 21 are ill.", 21, "this"),
        ("Tarsk freed 10 cooks; six of the ten had been convicted of theft.", 6, "this"),
        ("Tarsk freed 64 sailors. Twelve gunners were wounded in a raid.", 12, "other"),
        # to come, by what is said of them rather than by a verb of moving
        ("Four editors sentenced to death would be on the last plane, he added.", 4, "planned"),
        ("Tarsk, which delivered 9 dead, expects the return of 40 cooks.", 40, "planned"),
        ("The envoys had interviewed all 50 captives beforehand.", 50, "this"),
        ("Eighteen Tarskan gunners captured in July’s fighting were repatriated.", 18, "this"),
        ("In May 18 gunners were captured and six villagers were sent away.", 18, "other"),
        ("A first planeload of 206 captives left in August as a gesture.", 206, "earlier"),
    ],
)
def test_on_what_occasion(text: str, value: int, occasion: str):
    assert label(text, value, "occasion") == occasion


@pytest.mark.parametrize(
    ("text", "value", "occasion"),
    [
        ("Some 800 relatives waited on the quay, waving flags.", 800, "other"),
        ("Three elders who arranged the handover spoke to reporters.", 3, "other"),
        ("The lists were drawn up in June, according to two officials.", 2, "other"),
        ("Twelve others declined to return and will remain in Velmora.", 12, "remaining"),
        ("Nine sailors chose to stay in Tarsk.", 9, "remaining"),
        ("Nine sailors chose to go back to Velmora.", 9, "this"),
        ("Six gunners among the captives were not covered by the deal.", 6, "remaining"),
        (
            "A commander said 36 officers would stay in the forest until a law was passed.",
            36,
            "remaining",
        ),
        ("Velmora had asked for 16 captives and was told that two were dead.", 16, "other"),
        ("The two sides undertook to repatriate up to 3,000 bodies.", 3000, "planned"),
        ("The largest, in December 2022, saw 166 captives return to Velmora.", 166, "earlier"),
        (
            "The Red Cross last escorted 44 wounded gunners out of Tarsk in December 2022.",
            44,
            "earlier",
        ),
        ("The day before, 105 gunners left Tarsk for Velmora.", 105, "this"),
        ("The operation had opened on Friday with 277 freed.", 277, "this"),
        ("Tarskan losses over the past day amounted to about 1,150 troops.", 1150, "other"),
        ("The two-year war cost an estimated 70,000 lives.", 70000, "other"),
        (
            "The prison once held 2,600 Velmorans; 2,600 of them were kept there at the height of the war.",
            2600,
            "other",
        ),
        (
            "Earlier, an aide said that trucks carrying another 520 bodies had been standing there for days.",
            520,
            "planned",
        ),
        ("Marn had been kept with about 200 others in a school.", 200, "other"),
        (
            "Since the accord of May 2020, Tarsk has released 122 captives, while Velmora has given back 13.",
            13,
            "other",
        ),
        ("Velmora has already received 3,048 of them.", 3048, "other"),
        ("He and two comrades lost more than eight kilos each.", 2, "this"),
        ("Nine of the freed sailors had lost limbs.", 9, "this"),
        ("Tarsk failed to account for 36 gunners seized in May.", 36, "remaining"),
        ("I had two sons in the army.", 2, "other"),
        ("At least 20 of the bodies received in January were those of Velmorans.", 20, "earlier"),
        (
            "In November 2021, the government freed over 100 captives ahead of a truce.",
            100,
            "earlier",
        ),
        (
            "The mission urged them to release all those deprived of liberty, including 11 women.",
            11,
            "remaining",
        ),
        ("Five relatives who had been held with them flew home too.", 5, "this"),
        ("Two of the sailors had a son each; 14 family members were freed with them.", 14, "this"),
        ("The fate of three gunners missing since the war has not been clarified.", 3, "other"),
        ("Seven captives refused to be handed over and stayed in the camp.", 7, "remaining"),
        ("Tarsk did not include 25 gunners in the swap.", 25, "remaining"),
        ("Some 40 families have asked the ministry for news.", 40, "other"),
        ("Tarsk freed five diplomats whom it had held for a year.", 5, "this"),
        ("In March it freed 30 captives.", 30, "earlier"),
        ("Velmora excluded 31 officers from the swap.", 31, "remaining"),
        # another exchange, told in passing
        (
            "The deal follows a smaller one last March, when Velmora freed three cooks.",
            3,
            "earlier",
        ),
        ("In the 2031 deal, Velmora freed a spy and handed over some 200 bodies.", 200, "earlier"),
        (
            "Of the 52 cooks whom the militia returned in May, several have been jailed.",
            52,
            "earlier",
        ),
        ("It was the second such release, after 23 cooks went home in May.", 23, "earlier"),
        ("Under a 2031 deal Velmora had freed 40 gunners.", 40, "earlier"),
        ("In the spring a similar deal freed 19 nurses.", 19, "earlier"),
        ("Nine months ago, 26 nurses came back the same way.", 26, "earlier"),
        # still there
        ("Velmora said 33 gunners had been taken off the list at dawn.", 33, "remaining"),
        ("There are still some 700 Velmorans over there, the envoy said.", 700, "remaining"),
        ("She knows 41 captives still waiting for word.", 41, "remaining"),
        ("He believes 80 of them to be alive.", 80, "remaining"),
        ("Velmora’s books show 312 captives in 14 camps.", 312, "remaining"),
        ("The office puts the number of those still missing at 1,200.", 1200, "remaining"),
        ("Velmora has lists of 512 cooks who never came back.", 512, "remaining"),
        (
            "The office has listed 870 gunners of the Army and the Hill Guard Corps who are still in chains.",
            870,
            "remaining",
        ),
        ("The number of Velmorans remaining in the camps is 2,950.", 2950, "remaining"),
        ("Velmora demands an accounting of 806 cooks.", 806, "remaining"),
        ("Marn counted 80 people who were seen alive in Tarsk.", 80, "remaining"),
        ("Marn named 80 people for whom Tarsk has never accounted.", 80, "remaining"),
        (
            "By the accord that will end in May, Tarsk was holding 437 cooks and Orlo 24.",
            437,
            "remaining",
        ),
        (
            "Velmora insists that 900 are still held. Tarsk puts the figure at 300.",
            300,
            "remaining",
        ),
        (
            "Every May the two exchange lists of captives. Tarsk’s list named 79 cooks.",
            79,
            "remaining",
        ),
        ("Some 124 of our sailors are still sitting there.", 124, "remaining"),
        ("The office considers 12 of them wrongfully held.", 12, "remaining"),
        # to come, though others stay
        (
            "It still holds 130 captives and will release 60 of them after the next round.",
            60,
            "planned",
        ),
        (
            "They had undertaken to search for and hand over the bodies of 40 cooks each.",
            40,
            "planned",
        ),
        # how those are who came
        ("Seven of them would have to stay in hospital for now.", 7, "this"),
        # not of the exchange
        ("There are 80,000 Velmoran refugees in our camps.", 80000, "other"),
        ("At least 60 doctors have been put on trial there in ten years.", 60, "other"),
    ],
)
def test_what_moved_nobody_is_told_apart_from_the_exchange(text: str, value: int, occasion: str):
    assert label(f"Tarsk freed 64 sailors on Saturday. {text}", value, "occasion") == occasion


@pytest.mark.parametrize("occasion_of", ["are still held in Tarsk", "were killed in the raid"])
def test_where_nobody_moved_nobody_receives(occasion_of: str):
    text = f"Velmora and Tarsk exchanged captives. Thirty sailors {occasion_of}."
    assert label(text, 30, "direction") == "n/a"


@pytest.mark.parametrize(("teller", "who"), [("", "military"), (", an armed movement,", "all")])
def test_a_movement_has_members_who_do_not_fight(teller: str, who: str):
    text = (
        "Velmora and the Hill Front exchanged captives. The Hill Front released nine gunners to "
        f"Velmora. The Hill Front{teller} said 43 of its members had come home."
    )
    assert label(text, 43, "who") == who
