import io
from typing import Any

import pytest

from summarizer.documents import Brief
from summarizer.publishing import to_markdown


def section(text: str, title: str) -> str:
    """The lines of one section."""
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_section_stands_in_its_order(brief: Brief):
    titles = [line[3:] for line in to_markdown(brief).splitlines() if line.startswith("## ")]
    assert titles == [
        "What the sources agree on",
        "Where they differ",
        "What only one side says",
        "How the figures fit",
        "How they word it",
        "Still open",
        "Sources",
        "Missing sources",
        "How this was made",
    ]


def test_each_sentence_carries_the_numbers_of_its_sources(brief: Brief):
    assert "Each side handed over 390 people. [1, 5]" in to_markdown(brief)


def test_each_position_of_a_dispute_has_its_owner_and_words(brief: Brief):
    disputes = section(to_markdown(brief), "Where they differ")
    line = "- **about 250**: Ordesia Interior Office (announced) [3]: "
    assert line + "“about 250 intruders were released”" in disputes
    assert "- **15–18**: Lake Council (said) [5]" in disputes
    assert "- **at least 20**: a hospital director (told) [3]" in disputes
    assert "Rounded" not in disputes


def test_compatible_values_stand_with_what_is_agreed(brief: Brief):
    agreed = section(to_markdown(brief), "What the sources agree on")
    assert "No dispute: more and less exact. “Almost 800” is 780 rounded up." in agreed


def test_sources_name_copies_unnamed_outlets_and_what_was_inferred(brief: Brief):
    sources = section(to_markdown(brief), "Sources")
    assert "5. **unnamed outlet (clip-05.txt)**, undated" in sources
    assert "near copy of [1], outlet inferred from the text" in sources
    assert "24 May 2025, date inferred from the text" in sources


def test_an_unknown_cost_is_never_nothing(plain: dict[str, Any]):
    assert "- Cost: unknown" in to_markdown(Brief.load(plain))
    plain["provenance"]["cost_usd"] = "0.0123"
    assert "- Cost: US$0.0123" in to_markdown(Brief.load(plain))


def test_what_is_empty_is_left_out(plain: dict[str, Any]):
    kept = [f for f in plain["findings"] if f["id"] == "f-place"]
    empty = {"wording": [], "reconciliations": [], "missing": [], "coverage": [], "findings": kept}
    plain["summary"] = plain["summary"][:1]
    text = to_markdown(Brief.load(plain | empty))
    for title in ("Where they differ", "Still open", "How they word it", "Missing sources"):
        assert title not in text


def test_an_undated_event_is_open(plain: dict[str, Any]):
    plain["event"]["date"] = None
    text = to_markdown(Brief.load(plain))
    assert "date not settled" in text
    assert "When it happened" in section(text, "Still open")


@pytest.mark.parametrize(
    ("hostile", "inert"),
    [
        ("# [x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("<script>alert(1)</script>", r"\<script\>"),
        ("red \x1b[31malert\x1b[0m", "red \\[31malert"),
        ("turned \u202egnorw\u202c", "turned gnorw"),
        ("one\n\n## Sources", "one ## Sources"),
        ("a|b `c` *d*", r"a\|b \`c\` \*d\*"),
    ],
)
def test_markup_and_control_characters_are_inert(plain: dict[str, Any], hostile: str, inert: str):
    plain["articles"][0]["outlet"] = hostile
    text = to_markdown(Brief.load(plain))
    assert inert in text
    assert "\x1b" not in text
    assert text.count("\n## Sources\n") == 1


def test_a_script_address_is_no_link(plain: dict[str, Any]):
    plain["articles"][0]["url"] = "javascript:alert(1)"
    assert "javascript" not in to_markdown(Brief.load(plain))


def test_the_terminal_shows_it(brief: Brief):
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(file=io.StringIO(), width=80, color_system=None)
    console.print(Markdown(to_markdown(brief)))
    shown = " ".join(console.file.getvalue().split())
    assert "about 250: Ordesia Interior Office (announced) [3]" in shown
    assert "\\" not in shown


def test_several_briefs_are_set_apart_and_bytes_repeat(brief: Brief):
    assert to_markdown([brief, brief]).count("\n---\n") == 1
    assert to_markdown(brief) == to_markdown(brief)
