from __future__ import annotations

import pytest

from summarizer.errors import PackError
from summarizer.packs import phrase


@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        ("{{ n | number }}", {"n": 1000}, "1,000"),
        ("{{ n | number }}", {"n": 3}, "three"),
        ("{{ n | number }}", {"n": 10}, "10"),
        ("{{ n | number }}", {"n": "dozens"}, "dozens"),
        ("{{ n | listing }}", {"n": ["a"]}, "a"),
        ("{{ n | listing }}", {"n": ["a", "b"]}, "a and b"),
        ("{{ n | listing }}", {"n": ("a", "b", "c")}, "a, b and c"),
        ("{{ n | listing('or') }}", {"n": ["a", "b"]}, "a or b"),
        ("{{ n | listing }}", {"n": []}, ""),
        ("{{ n | bounded('about') }}", {"n": 120}, "about 120"),
        ("{{ n | bounded('almost') }}", {"n": 800}, "almost 800"),
        ("{{ n | bounded('at_least') }}", {"n": 100}, "at least 100"),
        ("{{ n | bounded('at_most') }}", {"n": 4}, "up to four"),
        ("{{ n | bounded }}", {"n": 270}, "270"),
        ("{{ n | bounded(none) }}", {"n": 270}, "270"),
        ("{{ n | bounded('exact', 12) }}", {"n": 10}, "10 to 12"),
        ("{{ n | bounded('about', 12) }}", {"n": 10}, "about 10 to 12"),
        ("{{ n | date }}", {"n": "2025-05-23"}, "23 May 2025"),
        ("{{ n | date }}", {"n": "2025-05"}, "May 2025"),
        ("{{ n | date }}", {"n": "2025"}, "2025"),
        ("{{ n | date('month') }}", {"n": "2025-05-23"}, "May 2025"),
        ("{{ n | date('year') }}", {"n": "2025-05-23"}, "2025"),
        ("{{ n | date('relative') }}", {"n": "last week"}, "last week"),
        ("{{ n | cap }}", {"n": "the UN said"}, "The UN said"),
        ("a  {{ n }}\n b", {"n": " c "}, "a c b"),
    ],
)
def test_filters_write_english(template: str, values: dict[str, object], said: str):
    assert phrase(template, **values) == said


@pytest.mark.parametrize(
    ("template", "values"),
    [
        ("{{ missing }}", {}),
        ("{% if labels.who %}x{% endif %}", {"labels": {}}),
        ("{{ n | number }}", {"n": None}),
        ("{{ n | number }}", {"n": True}),
        ("{{ n | bounded('roughly') }}", {"n": 3}),
        ("{{ n | nothing }}", {"n": 3}),
        ("{{ n ", {"n": 3}),
        ("{{ n.__class__.__mro__ }}", {"n": 3}),
        ("{{ 1 / 0 }}", {}),
    ],
)
def test_a_phrase_that_cannot_be_said_is_an_error(template: str, values: dict[str, object]):
    with pytest.raises(PackError, match="cannot be rendered"):
        phrase(template, **values)


def test_values_are_no_templates():
    assert phrase("{{ n }}", n="{{ 1 + 1 }}") == "{{ 1 + 1 }}"
