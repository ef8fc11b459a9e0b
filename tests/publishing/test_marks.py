from hypothesis import given
from hypothesis import strategies as st

from summarizer.publishing.marks import Mark, cut


def mark(name: str, start: int, end: int, kind: str = "agreed") -> Mark:
    return Mark(name, "a", start, end, "", kind, ())


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


@given(st.text("ab \nß🙂\u202e", max_size=60), spans)
def test_nothing_is_lost_and_every_mark_covers_exactly_its_characters(
    text: str, spans: list[tuple[int, int]]
):
    marks = [mark(f"e{n}", a, b) for n, (a, b) in enumerate(spans)]
    segments = [s for paragraph in cut(text, marks) for s in paragraph]
    assert "".join(s.text for s in segments) == text
    for one in marks:
        inside = [s for s in segments if one in s.marks]
        assert "".join(s.text for s in inside) == text[one.start : one.end]
        reaches = one.start < min(one.end, len(text))
        assert sum(one in s.starts for s in segments) == reaches
        assert sum(one in s.ends for s in segments) == reaches


def test_overlapping_marks_share_a_stretch_and_the_graver_kind_shows():
    segments = cut("abcdefgh", [mark("e1", 0, 5), mark("e2", 3, 8, "disputed")])[0]
    assert [(s.text, s.anchors, s.kind) for s in segments] == [
        ("abc", "e1", "agreed"),
        ("de", "e1 e2", "disputed"),
        ("fgh", "e2", "disputed"),
    ]


def test_paragraphs_keep_their_line_breaks():
    paragraphs = cut("one\n\ntwo\nthree", [mark("e1", 1, 7)])
    assert ["".join(s.text for s in p) for p in paragraphs] == ["one\n\n", "two\n", "three"]
