"""Kin: which names speak for one body, so that a government and its own ministry are one origin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from summarizer.documents.atlas import countries, territories

__all__ = ["house_of", "is_nation", "nation_of"]

# Offices of a state and of those who speak for it. Whatever else a name holds ("opposition",
# "former", "court", "television") is kept, so that it stands apart from the government.
_STATE = frozenset(
    """ministry ministries government president presidential presidency cabinet premier chancellor
    prime army military armed forces defense interior internal foreign external affairs justice
    administration authorities embassy side intelligence""".split()  # noqa: SIM905 - a list to read
)
_STEM = 4  # letters; of a shorter name nothing is taken off
_AROUND = frozenset(
    """spokesman speaker adviser aide envoy commander ambassador official officials head chief
    director chairman leader secretary deputy vice first general staff command press media
    information service office department delegation senior top high ranking security national state
    special representative minister the of for and to in on at a an s""".split()  # noqa: SIM905
)
_SAME = {
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "advisor": "adviser", "centre": "center",
    "defence": "defense", "minister": "ministry", "ministers": "ministry", "organisation": "organization",
    "chairwoman": "chairman", "chair": "chairman", "govt": "government",
}  # fmt: skip


def house_of(name: str, roles: Mapping[str, str] | None = None) -> str:
    """The body that a speaker speaks for, as a key: equal for a government, its ministry, its aide.

    `roles` are the offices of people by name. A name that speaks for nobody but itself, or of
    which that isn't certain, has a key of its own.
    """
    alone = f"speaker {' '.join(re.findall(r'[^ ]+', _fold(name)))}".replace(
        "speaker the ", "speaker "
    )
    role = (roles or {}).get(name, "")
    words = _words(role or name)
    state = [w for w, _ in words if w in _STATE]
    own = [(w, proper) for w, proper in words if w not in _STATE and w not in _AROUND]
    if own and all(proper for _, proper in own):
        key = sorted({nation_of(w) for w, _ in own})
        # a lone name is a side itself; a longer one stands for nobody but where it is an office
        office = bool(state) or (bool(role) and len(own) < len(words))
        if len(key) == 1 and (office or not role):
            return f"house {_stem(key[0])}"
        return f"house {' '.join(key)}" if office and not role else alone
    if not own and "ministry" in state and len(state) > 1:
        return f"house {' '.join(sorted(set(state)))}"  # the Interior Ministry and its spokesman
    return alone


def _words(text: str) -> list[tuple[str, bool]]:
    """The words of a name in one spelling, each with whether it is written as a name."""
    bare = re.sub(r"['’]s?\b", " ", re.sub(r"\([^)]*\)", " ", text))
    found = [(_fold(w), w[:1].isupper()) for w in re.findall(r"[^\W_]+", bare)]
    return [(_SAME.get(w, w), proper) for w, proper in found if w not in {"the", "of", "for"}]


def _stem(name: str) -> str:
    """One key for a place and its adjective where no list of countries knows them."""
    short = re.sub(r"(?:ian|an|ese|ish|i|ia|a)$", "", name.lower())
    return short if len(short) >= _STEM else name.lower()


def _fold(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text)
    return "".join(c for c in flat if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4096)
def nation_of(word: str) -> str:
    """A country, its adjective and its capital under one key; any other word as it is."""
    return _nations().get(word, word)


def is_nation(key: str) -> bool:
    """Whether a key of `nation_of` is a country's."""
    return key in _keys()


@lru_cache(maxsize=1)
def _keys() -> frozenset[str]:
    return frozenset(_nations().values())


@lru_cache(maxsize=1)
def _nations() -> dict[str, str]:
    found: dict[str, str] = {}
    tables = {str(t["name"]).lower(): t for t in (*countries(), *territories())}
    for country in sorted(tables.values(), key=lambda t: str(t["name"])):
        # a ministry of the capital is the country's
        for form in (country["name"], country.get("demonym"), country.get("capital")):
            for word in (
                re.split(r"[,/;]| and | d\.c\.", _fold(form)) if isinstance(form, str) else ()
            ):
                if word.strip() and " " not in word.strip():
                    found.setdefault(word.strip(), str(country["name"]))
    return found
