"""Parties: one name for each party that figures are said to go to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from summarizer.documents import Article, Figure, Pack
from summarizer.merging.mentions import Mention
from summarizer.merging.names import canonical, name_key

__all__ = ["with_parties"]

# How English makes an adjective, or the name of the people, out of a country's.
_ADJECTIVE = re.compile(r"(?:ians?|ans?|ese|ish|is?|ic)$")
_LEAST = 4  # letters that a country's name and its adjective share
_PAIR = re.compile(r"(.+?) (?:and|&) (.+)")


def with_parties(
    mentions: Sequence[Mention], pack: Pack, articles: Sequence[Article]
) -> tuple[Mention, ...]:
    """Give every figure its party by one name: acronym and full name, country and adjective.

    A number said to go "to A and B", where both are parties, is one that every party received.
    """
    rules = {
        name: (rule.party_label, _prefix(pack, rule.party_label), rule.every)
        for name, rule in pack.fields.items()
        if rule.party_label and _prefix(pack, rule.party_label)
    }
    found = {
        party for m in mentions if m.field in rules for party in _named(m, *rules[m.field][:2])
    }
    if not found:
        return tuple(mentions)
    shown = _shown(found, articles)
    return tuple(_renamed(m, *rules[m.field], shown) if m.field in rules else m for m in mentions)


def _prefix(pack: Pack, label: str) -> str:
    declared = pack.labels.get(label)
    return declared.party.split("{")[0] if declared is not None else ""


def _named(mention: Mention, label: str, prefix: str) -> Iterable[str]:
    value = getattr(mention.claim, label, None)
    if isinstance(value, str) and value.startswith(prefix):
        yield value.removeprefix(prefix)


def _shown(found: set[str], articles: Sequence[Article]) -> dict[str, str]:
    """One spelling for each party; an adjective gives way to the noun that the articles have."""
    nouns = {name: _noun(name, found, articles) for name in sorted(found)}
    joined = canonical(nouns.values())
    # the name in full, as an editor writes it the first time, and no acronym
    fullest = {
        root: max(
            (n for n in joined if joined[n] == root), key=lambda n: (len(n.split()), len(n), n)
        )
        for root in set(joined.values())
    }
    return {name: fullest[joined[noun]] for name, noun in nouns.items()}


def _noun(name: str, found: set[str], articles: Sequence[Article]) -> str:
    if " " in name or not _ADJECTIVE.search(name):
        return name
    stem = _ADJECTIVE.sub("", name)
    if len(stem) < _LEAST:
        return name
    words = {w for a in articles for w in re.findall(rf"\b{re.escape(stem)}[a-z]?\b", a.text)}
    known = sorted(w for w in words if w != name and not re.search(r"[sn]$", w[len(stem) :]))
    return next((w for w in known if w in found), known[0] if len(known) == 1 else name)


def _renamed(
    mention: Mention, label: str, prefix: str, every: str, shown: Mapping[str, str]
) -> Mention:
    party = next(iter(_named(mention, label, prefix)), None)
    if party is None or not isinstance(mention.claim, Figure):
        return mention
    value = f"{prefix}{shown[party]}"
    pair = _PAIR.fullmatch(party)
    keys = {name_key(n) for n in (*shown, *shown.values()) if n != party}
    if pair and every and all(name_key(half) in keys for half in pair.groups()):
        value = every
    if value == f"{prefix}{party}":
        return mention
    return replace(mention, claim=mention.claim.model_copy(update={label: value}))
