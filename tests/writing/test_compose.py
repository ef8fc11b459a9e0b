"""Findings become sentences that cite, with owners where the sources don't agree."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from summarizer.documents import Brief, Position, SourcedEvidence, article_id
from summarizer.verify import verify
from summarizer.writing import write
from summarizer.writing.plan import Planned
from summarizer.writing.sentences import Telling, tell

Write = Callable[..., Brief]


def texts(brief: Brief) -> list[str]:
    return [s.text for s in brief.summary]


def test_every_sentence_cites_places_where_its_findings_stand(brief_of: Write) -> None:
    brief = brief_of()
    stands = {
        (f.id, e.article, e.start, e.end)
        for f in brief.findings
        for p in f.positions
        for e in p.evidence
    }
    for sentence in brief.summary:
        for c in sentence.citations:
            assert any((f, c.article, c.start, c.end) in stands for f in sentence.findings)


def test_a_figure_is_told_once(brief_of: Write) -> None:
    brief = brief_of()
    assert sum("270" in text for text in texts(brief)) == 1
    first = brief.summary[0]
    assert first.findings == ("f1", "f3")


def test_each_held_by_another_origin_is_told_as_the_same_number(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    alone = sea.figure(
        "f9", "sailors", "each", "single-origin", sea.position(270, "The Gazette", (sea.G, "270"))
    )
    agreed = sea.figure(
        "f8",
        "sailors",
        "to:Arland",
        "agreed",
        sea.position(270, "The Courier|Arland Ministry", (sea.C, "270")),
    )
    said = texts(brief_of(alone, agreed))
    assert said == [
        "The number for sailors released was 270.",
        "The Gazette reported that the number was the same for each side.",
    ]


def test_disputed_positions_stand_with_their_owners(sea: SimpleNamespace, brief_of: Write) -> None:
    assert texts(brief_of(sea.SHIPS)) == [
        (
            "Accounts differ on ships that took part: the Arland Ministry said 12; "
            "the Beloria Council said about 14."
        )
    ]


def test_a_single_origin_is_named_and_its_verb_is_never_stronger(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    verbs = {"said": "said", "announced": "announced that", "admitted": "said", "boasts": "said"}
    for verb, told in verbs.items():
        one = sea.figure(
            "f9",
            "ships",
            "n/a",
            "single-origin",
            sea.position(12, "Arland Ministry", (sea.G, "12 ships"), verb=verb),
        )
        text = texts(brief_of(one))[0]
        assert text == f"The Arland Ministry {told} the number for ships released was 12."


def test_quoted_words_stand_between_marks_and_others_do_not(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    indirect = sea.statement(
        "s9", "12 ships took part", "Arland Ministry", (sea.G, "12 ships took part")
    )
    said = texts(brief_of(sea.VENN, indirect))
    assert "Ilsa Venn said: “We kept every promise.”" in said
    assert "The Arland Ministry said that 12 ships took part." in said


def test_order_and_paragraphs(brief_of: Write) -> None:
    brief = brief_of()
    assert [s.findings[0] for s in brief.summary] == [
        "f1", "f2", "d1", "p1", "f4", "s2", "s1", "f5",
    ]  # fmt: skip
    assert [s.paragraph for s in brief.summary] == [0, 0, 0, 0, 1, 2, 2, 2]


def test_no_side_crowds_out_the_other(sea: SimpleNamespace, brief_of: Write) -> None:
    many = [
        sea.statement(
            f"s{n}", "They delayed for weeks", "Beloria Council", (sea.C, "They delayed for weeks")
        )
        for n in range(6)
    ]
    brief = brief_of(*many, sea.VENN)
    speakers = [s.text.split(" said")[0] for s in brief.summary]
    assert "Ilsa Venn" in speakers[:2]
    assert len(speakers) == 4


def test_many_findings_keep_every_dispute_and_agreed_figure(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    disputes = [sea.SHIPS.model_copy(update={"id": f"x{n}"}) for n in range(9)]
    others = [sea.VENN.model_copy(update={"id": f"s{n}"}) for n in range(9)]
    told = {f for s in brief_of(*disputes, *others, sea.EACH_270).summary for f in s.findings}
    assert {d.id for d in disputes} | {"f1"} <= told
    assert len(brief_of(*disputes, *others, sea.EACH_270).summary) <= 12


def test_the_order_of_findings_changes_nothing(sea: SimpleNamespace, brief_of: Write) -> None:
    # but for what was said, which the merge has put in order
    counted = [f for f in sea.FINDINGS if f.field != "statements"]
    forward, backward = brief_of(*counted), brief_of(*reversed(counted))
    assert forward.summary == backward.summary
    assert forward.headline == backward.headline


def test_missing_sources_and_notes_are_passed_on(brief_of: Write) -> None:
    assert brief_of(notes=("one",)).notes == ("one",)


def phrased(sea: SimpleNamespace, **phrase: str) -> Any:
    """The invented pack with phrases for its figures."""
    fields = dict(sea.PACK.fields)
    fields["figures"] = fields["figures"].model_copy(update={"phrase": phrase})
    return sea.PACK.model_copy(update={"fields": fields})


COUNTED = "{{ detail }} {{ labels.who }}"
CLAUSE = (
    "{% if labels.direction == 'each' %}each side released {{ counts }}"
    "{% else %}{{ counts }} reached {{ party }}{% endif %}"
)


def test_the_packs_phrases_join_what_differs_only_in_who_was_counted(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    pack = phrased(sea, counted=COUNTED, clause=CLAUSE, headline="{{ clause }}")
    brief = brief_of(sea.EACH_270, sea.EACH_120, pack=pack)
    assert texts(brief) == ["Each side released 270 sailors and 120 fishermen."]
    assert brief.headline == "Each side released 270 sailors and 120 fishermen"
    assert brief.summary[0].findings == ("f1", "f2")


def test_a_whole_is_told_with_the_parts_that_make_it(sea: SimpleNamespace, brief_of: Write) -> None:
    pack = phrased(sea, counted=COUNTED, clause=CLAUSE)
    for total, told in (
        (390, "390 all (270 sailors and 120 fishermen)"),
        (400, "400 all, including 270"),
    ):
        whole = sea.figure(
            "f0",
            "all",
            "each",
            "agreed",
            sea.position(total, sea.BOTH, (sea.G, "270 sailors and 120 fishermen")),
        )
        assert told in texts(brief_of(whole, sea.EACH_270, sea.EACH_120, pack=pack))[0]


def test_a_hedge_is_kept_unless_two_origins_are_exact(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    exact = sea.position(14, "The Gazette", (sea.C, "14 ships"))
    about = sea.position(14, "The Courier", (sea.C, "Some 14 ships"), bound="about")
    both = sea.position(14, "The Gazette|The Lantern", (sea.C, "14 ships"))
    mixed = sea.figure("f9", "ships", "n/a", "agreed", exact, about)
    firm = sea.figure("f9", "ships", "n/a", "agreed", both, about)
    assert texts(brief_of(mixed)) == ["The number for ships released was about 14."]
    assert texts(brief_of(firm)) == ["The number for ships released was 14."]


def test_a_title_that_takes_a_side_is_no_headline(sea: SimpleNamespace) -> None:
    plain = sea.merged(sea.EACH_270)
    loaded_title = plain.event.model_copy(update={"title": "Regime frees heroic crews"})
    event = plain.model_copy(update={"event": loaded_title})
    pack = SimpleNamespace(pack=sea.PACK, prompts={})
    brief = asyncio.run(write(event, pack, None, provenance=sea.PROVENANCE))
    assert brief.headline == "Releases at sea"


def test_what_is_written_passes_verification(brief_of: Write) -> None:
    report = verify(json.loads(brief_of().model_dump_json()))
    assert report.failures == ()


def test_a_denial_and_a_doubt_stand_beside_what_they_are_about(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    doubted = sea.VENN.model_copy(
        update={
            "status": "disputed",
            "positions": (
                *sea.VENN.positions,
                sea.position("lied", "The Lantern", (sea.L, "lied"), detail="calls it “lied”"),
            ),
        }
    )
    denied = sea.PLANNED.model_copy(
        update={
            "status": "disputed",
            "positions": (
                *sea.PLANNED.positions,
                sea.position(None, "Oto Karr", (sea.L, "Talks began"), detail="denied"),
            ),
        }
    )
    said = texts(brief_of(doubted, denied))
    assert "Ilsa Venn said: “We kept every promise”; The Lantern called it “lied”." in said
    assert any(text.endswith("; Oto Karr denied it.") for text in said)


def test_with_nothing_agreed_the_headline_has_an_owner(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    pack = phrased(sea, counted=COUNTED, clause=CLAUSE, headline="{{ clause }}")
    assert brief_of(sea.TO_ARLAND, pack=pack).headline == (
        "270 sailors reached Arland, The Courier reported"
    )


def test_the_reporting_around_indirect_speech_is_not_repeated(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    cases = {
        "The talks began with 1,000 in mind, he said": "that the talks began with 1,000 in mind.",
        "Karr had said last week that talks would go on": "that talks would go on.",
    }
    for text, told in cases.items():
        one = sea.statement("s9", text, "Oto Karr", (sea.L, "Talks began with 1,000 in mind"))
        assert texts(brief_of(one)) == [f"Oto Karr said {told}"]
    mine = sea.statement("s9", "we delayed for weeks", "Oto Karr", (sea.C, "delayed for weeks"))
    assert texts(brief_of(mine)) == []
    within = "Mira Tolk said that talks began"  # speech within speech is for the findings
    other = sea.statement("s9", within, "Oto Karr", (sea.L, "Talks began with 1,000 in mind"))
    assert texts(brief_of(other)) == []


def test_an_update_tells_the_newest_count_and_what_was_given_before(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    counts = sea.figure(
        "f9",
        "ships",
        "n/a",
        "single-origin",
        sea.position(14, "Beloria Council", (sea.C, "Some 14 ships")),
        sea.position(12, "Arland Ministry", (sea.G, "12 ships")),
    ).model_copy(update={"difference": "update"})
    (told,) = texts(brief_of(counts))
    assert told.startswith("The Beloria Council said the number for ships released was 14; ")
    assert told.endswith("; the Arland Ministry had given 12 before.")
    own = counts.model_copy(
        update={
            "positions": tuple(
                p.model_copy(update={"origins": ("Beloria Council",)}) for p in counts.positions
            )
        }
    )
    assert texts(brief_of(own))[0].endswith("; it had given 12 before.")


def test_what_one_origin_says_is_left_to_the_findings_where_the_pack_says_so(
    sea: SimpleNamespace, brief_of: Write
) -> None:
    lone = sea.PLACE.model_copy(
        update={
            "id": "p2",
            "status": "single-origin",
            "positions": (sea.position("Arland", "The Courier", (sea.C, "Arland")),),
        }
    )
    rule = sea.PACK.fields["places"]
    for told, findings, said in (
        ("always", (lone, sea.PLACE), True),
        ("unless agreed", (lone, sea.PLACE), False),
        ("unless agreed", (lone,), True),
        ("never", (lone,), False),
    ):
        fields = {**sea.PACK.fields, "places": rule.model_copy(update={"told": told})}
        pack = sea.PACK.model_copy(update={"fields": fields})
        brief = brief_of(*findings, pack=pack)
        assert any("p2" in s.findings for s in brief.summary) is said


def test_a_verb_takes_that_only_where_a_clause_follows_it_in_the_source(
    sea: SimpleNamespace,
) -> None:
    said = {
        "declared": "three days of rest",
        "promised": "it would rest for three days",
    }
    told = []
    for verb, words in said.items():
        text = f"The Beloria Council {verb}{'' if verb == 'declared' else ' that'} {words}."
        article = article_id(text)
        evidence = SourcedEvidence.model_validate(
            {"article": article, "quote": text, "start": 0, "end": len(text)},
            context={"texts": {article: text}},
        )
        position = Position(
            value=words, verb=verb, origins=("Beloria Council",), articles=(article,),
            evidence=(evidence,),
        )  # fmt: skip
        telling = Telling(pack=sea.PACK, outlets=(), texts={article: text})
        finding = sea.VENN.model_copy(update={"positions": (position,)})
        sentence = tell(Planned("statement", (finding,)), telling)
        assert sentence is not None
        told.append(sentence.sentence())
    assert told == [
        "The Beloria Council declared three days of rest.",
        "The Beloria Council promised that it would rest for three days.",
    ]
