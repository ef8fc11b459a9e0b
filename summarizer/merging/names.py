"""Names: one entity under its several spellings, titles and acronyms, within one event.

String likeness alone never joins two names: Iran and Iraq are closer than Bombay and Mumbai. Names are
joined by reasons: the same words in another order or spelling, a surname with a fitting given
name, a transliteration of the same letters, initials that spell the acronym.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from summarizer.documents.kin import is_nation, nation_of
from summarizer.merging.texts import fold, vocabulary

__all__ = ["BODIES", "canonical", "name_key", "nation_of", "title_only"]

_TITLES = vocabulary(
    """president prime minister chancellor premier secretary general spokesman spokeswoman
    spokesperson commissioner ombudsman ambassador senator governor mayor king queen prince princess
    pope mr mrs ms miss dr prof professor sir lord lady colonel major captain lieutenant sergeant
    admiral commander chief head leader chairman chairwoman chair director adviser advisor aide
    envoy deputy vice negotiator representative judge justice reverend rev sheikh ayatollah
    patriarch cardinal archbishop bishop rabbi imam counterpart official gen col lt maj sgt capt sen
    rep gov foreign defense interior finance former acting first presidential us"""
)
BODIES = vocabulary(
    """ministry department office center committee commission agency council party army forces
    force command navy staff police court hotline channel government parliament senate congress
    union nations organization group network press television broadcaster service bureau institute
    university bank fund company association federation authority administration secretariat
    embassy delegation foundation society board corps guard assembly cabinet house coalition
    alliance league movement mission team cross crescent mod mfa"""
)
_SMALL = vocabulary("the of for and to in on at a an de la el al von van der bin ibn")
_BRITISH = {
    "defence": "defense", "centre": "center", "labour": "labor", "programme": "program",
    "organisation": "organization", "headquarters": "center", "hq": "center", "dept": "department",
    "govt": "government", "spokesperson": "spokesman", "spokeswoman": "spokesman",
}  # fmt: skip
# Given names that one person bears in two languages or their usual spellings.
_GIVEN = (
    "vladimir volodymyr uladzimir", "alexander oleksandr aleksandr aliaksandr aleksander",
    "nikolai mykola nicholas", "sergey serhiy sergii siarhei", "dmitry dmytro dimitri",
    "mikhail mykhailo michael", "alexei oleksiy aleksey oleksii", "evgeny yevhen yevgeny eugene",
    "andrey andriy andrei andrew", "pavel pavlo paul", "grigory hryhoriy", "anna hanna",
    "elena olena helena", "konstantin kostyantyn", "igor ihor", "oleg oleh", "daniil danylo daniel",
    "mohammed muhammad mohamed mohammad muhammed", "yusuf youssef yousef joseph", "ali aly",
    "hussein husayn hossein husain", "hassan hasan",
)  # fmt: skip


@dataclass(frozen=True)
class _Name:
    text: str
    body: bool
    tokens: tuple[str, ...]  # folded, without titles and small words
    plain: tuple[str, ...]  # as written, in order, folded, small words kept
    role: frozenset[str]  # the titles that were taken off


def name_key(text: str) -> str:
    """A spelling-proof key of one name: its folded words, whatever their order."""
    return " ".join(sorted(_sound(t) for t in _read(text).tokens)) or fold(text).strip()


def title_only(text: str) -> bool:
    """Tell whether a name is an office without its holder: "the Foreign Minister"."""
    name = _read(text)
    return not name.body and bool(name.plain) and name.plain[-1] in _TITLES


def canonical(names: Iterable[str]) -> dict[str, str]:
    """For each name the spelling to show for its entity: the fullest, then the commonest.

    A name that could be either of two others stays by itself.
    """
    counted = Counter(names)
    read = [_read(t) for t in sorted(counted)]
    parent = {n.text: n.text for n in read}

    def root(text: str) -> str:
        while parent[text] != text:
            text = parent[text]
        return text

    def join(a: str, b: str) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    for a, b in combinations(read, 2):
        if _same(a, b):
            join(a.text, b.text)
    for short in read:
        fits = [n for n in read if n is not short and _shortens(short, n)]
        if len({root(n.text) for n in fits}) == 1:
            join(short.text, fits[0].text)
    members: dict[str, list[str]] = {}
    for name in read:
        members.setdefault(root(name.text), []).append(name.text)
    shown = {r: min(texts, key=lambda t: _rank(t, counted[t])) for r, texts in members.items()}
    return {n.text: shown[root(n.text)] for n in read}


def _rank(text: str, count: int) -> tuple[int, int, int, int, str]:
    """Rank spellings, least to show: most words of name, fewest titles and ornaments."""
    name = _read(text)
    ornaments = sum(mark in text for mark in '("“') + text.lower().startswith("the ")
    return (-len(name.tokens), len(name.role), ornaments, -count, text)


@lru_cache(maxsize=4096)
def _read(text: str) -> _Name:
    bare = re.sub(r"\([^)]*\)", " ", text).replace("-", "" if "co-" in text.lower() else " ")
    head = bare.split(",")[0] if _person_before_comma(bare) else bare
    flat = re.sub(r"\b([A-Za-z])\.(?=[A-Za-z]\.)", r"\1", head)
    raw = [
        _BRITISH.get(w, w) for w in re.findall(r"[^\W_]+", re.sub(r"'s\b|s'(?=\s)", "", fold(flat)))
    ]
    body = any(w in BODIES for w in raw)
    kept = [w for w in raw if w not in _SMALL]
    role: frozenset[str] = frozenset()
    if not body:
        after = max((i for i, w in enumerate(kept) if w in _TITLES), default=-1)
        role = frozenset(w for w in kept[: after + 1] if w in _TITLES)
        kept = kept[after + 1 :] or kept
    return _Name(text, body, tuple(kept), tuple(raw), role)


def _person_before_comma(text: str) -> bool:
    head, _, tail = text.partition(",")
    return bool(tail) and len(head.split()) in (2, 3) and not set(fold(head).split()) & BODIES


def _same(a: _Name, b: _Name) -> bool:
    if _acronym_of(a, b) or _acronym_of(b, a):
        return True
    if a.body != b.body or not a.tokens or not b.tokens:
        return False
    if a.body:
        return _same_body(a, b)
    if len(a.tokens) == 1 or len(b.tokens) == 1:
        return _same_single(a, b)
    return _sound(a.tokens[-1]) == _sound(b.tokens[-1]) and _given_fit(a.tokens[0], b.tokens[0])


def _same_single(a: _Name, b: _Name) -> bool:
    """One word each: a transliteration of the same letters, or nothing."""
    if len(a.tokens) != len(b.tokens):
        return False
    x, y = a.tokens[0], b.tokens[0]
    return x == y or (min(len(x), len(y)) >= 4 and x[0] == y[0] and _sound(x) == _sound(y))  # noqa: PLR2004


def _same_body(a: _Name, b: _Name) -> bool:
    x, y = frozenset(map(nation_of, a.tokens)), frozenset(map(nation_of, b.tokens))
    if x == y:
        return True
    if not (any(map(is_nation, x)) and any(map(is_nation, y))):
        # "Arda's Relief Centre" and "the Relief Centre"
        x, y = (frozenset(t for t in s if not is_nation(t)) for s in (x, y))
        if x == y and len(x) > 1:
            return True
    shared = x & y
    return len(shared) >= 4 and (x <= y or y <= x) and len(x ^ y) == 1  # noqa: PLR2004


def _given_fit(a: str, b: str) -> bool:
    if a[0] == b[0] and 1 in (len(a), len(b)):
        return True
    return _sound(a) == _sound(b) or _given(a) == _given(b)


@lru_cache(maxsize=4096)
def _given(name: str) -> str:
    key = _sound(name)
    for line in _GIVEN:
        if key in {_sound(n) for n in line.split()}:
            return line
    return key


def _shortens(short: _Name, full: _Name) -> bool:
    """Whether `short` is what one says once `full` has been named."""
    if short.body != full.body or len(short.tokens) >= len(full.tokens):
        return False
    if short.body:
        return frozenset(map(nation_of, short.tokens)) < frozenset(
            map(nation_of, full.tokens)
        ) and (short.tokens[-1] in BODIES or short.tokens[0] in BODIES)
    if len(short.tokens) != 1 or len(short.tokens[0]) < 3:  # noqa: PLR2004 — too little to go by
        return False
    if re.search(r"\b(?:with|in|at|near|on|between|border|outside)\b", full.text):
        return False  # "the border with Arda" is no person called Arda
    if not _roles_fit(short, full):
        return False
    # in some countries a person goes by the first name; a country's name is no person's
    first = len(short.tokens[0]) > 3 and nation_of(short.tokens[0]) == short.tokens[0]  # noqa: PLR2004
    return _sound(short.tokens[0]) in (
        _sound(full.tokens[-1]), *([_sound(full.tokens[0])] if first and len(full.tokens) == 2 else []),  # noqa: PLR2004
    )  # fmt: skip


def _roles_fit(a: _Name, b: _Name) -> bool:
    return not a.role or not b.role or bool(a.role & b.role)


def _acronym_of(short: _Name, full: _Name) -> bool:
    """Whether initials of a run of `full` spell a word of `short`, and the rest is the same."""
    marks = [
        m for m in re.findall(r"\b[A-Z][A-Za-z]{1,6}\b", short.text) if sum(map(str.isupper, m)) > 1
    ]
    if len(marks) != 1 or not full.plain:
        return False
    mark = fold(marks[0])
    rest = frozenset(nation_of(t) for t in short.tokens if t != mark)
    plain = list(full.plain)
    for i in range(len(plain)):
        for j in range(i + 2, len(plain) + 1):
            run = plain[i:j]
            short_run = [w for w in run if w not in _SMALL]
            if mark not in ("".join(w[0] for w in run), "".join(w[0] for w in short_run)):
                continue
            outside = frozenset(nation_of(w) for w in plain[:i] + plain[j:] if w not in _SMALL)
            if outside == rest:
                return True
    return False


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """One spelling for the usual transliterations and doublings of a name."""
    key = word.replace("'", "")
    for old, new in (
        ("shch", "sh"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("w", "v"),
        ("x", "ks"), ("ou", "u"),
        ("oe", "o"), ("ue", "u"), ("y", "i"), ("j", "i"), ("ei", "i"), ("ie", "i"),
    ):  # fmt: skip
        key = key.replace(old, new)
    key = re.sub(r"(.)\1+", r"\1", key)
    return key.removesuffix("h") if len(key) > 4 else key  # noqa: PLR2004
