import json

from summarizer.documents import Brief
from summarizer.publishing import to_json


def test_one_brief_is_an_object_and_several_are_an_array(brief: Brief):
    assert json.loads(to_json(brief))["headline"] == brief.headline
    assert [b["headline"] for b in json.loads(to_json([brief, brief]))] == [brief.headline] * 2
    assert to_json([]) == "[]\n"


def test_what_is_written_reads_back_as_the_same_brief(brief: Brief):
    assert Brief.load(to_json(brief)) == brief


def test_the_event_names_its_pack_as_the_contract_does(brief: Brief):
    assert json.loads(to_json(brief))["event"]["schema"] == "exchange"


def test_without_texts_nothing_is_left_of_them_but_the_quotations(brief: Brief):
    plain = json.loads(to_json(brief, text=False))
    assert [article["text"] for article in plain["articles"]] == [None] * 5
    assert "Three of them were carried on stretchers" not in to_json(brief, text=False)
    assert Brief.load(plain).findings == brief.findings


def test_bytes_are_those_an_editor_can_read_and_diff(brief: Brief):
    written = to_json(brief)
    assert written == to_json(brief)
    assert "“Almost 800” is 780 rounded up." in written
    assert written.endswith("}\n")
    assert '\n  "event": {\n    "id": "e1",' in written
