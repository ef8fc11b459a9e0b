"""Events: which articles tell of one happening, not merely of one topic.

The groups are a pure function of the set of articles: neither their order nor when they came
matters, so adding an article later gives what all at once would have given. There is nothing to
tune. Every contribution is kept, and each group says why it was put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from summarizer.documents import Article, ArticleSummary, Group, Pack
from summarizer.merging.affinity import FAR, Votes, Weighed
from summarizer.merging.copies import in_order
from summarizer.merging.dates import MONTHS, Day
from summarizer.merging.features import refined
from summarizer.merging.many import read_all
from summarizer.merging.texts import listed
from summarizer.merging.titles import event_id, lead, plain_lead

__all__ = ["EventGroup", "group"]

ALL_PAIRS = 400  # articles up to which every pair is looked at
LARGEST = 1500  # articles that are clustered at once
TOP = 20.0
SMALL = 16  # articles that are linked without scipy


@dataclass(frozen=True)
class EventGroup:
    """Articles that tell of one event, in order, and why they were put together.

    `date` is an ISO date as far as the texts and their publication give one, or null.
    """

    event: str
    title: str
    date: str | None
    articles: tuple[Article, ...]
    reasons: tuple[str, ...] = ()

    def document(self) -> Group:
        """The group as it is printed: articles by path, or by id where there is none."""
        return Group(
            event=self.event,
            title=self.title,
            date=self.date,
            articles=tuple(a.path or a.id for a in self.articles),
            reasons=self.reasons,
        )


def group(
    articles: Sequence[Article],
    *,
    summaries: Sequence[ArticleSummary] = (),
    packs: Mapping[str, Pack] | None = None,
) -> tuple[EventGroup, ...]:
    """Group articles by what happened; a background piece or a stray stays alone.

    Texts alone are enough. `summaries` of some of the articles, with the packs by name that made
    them, sharpen it: their labels say which figures and dates are of the event itself.
    """
    if not articles:
        return ()
    ordered = in_order(articles)
    known = {s.article.id: s for s in summaries}
    packs = packs or {}
    features, words = read_all([(a.title, a.text, a.published) for a in ordered])
    for article, read in zip(ordered, features, strict=True):
        summary = known.get(article.id)
        pack = packs.get(summary.pack) if summary else None
        if summary is not None and pack is not None:
            refined(read, summary, pack)
    weighed = Weighed(features, words)
    count = len(ordered)
    near = (
        combinations(range(count), 2) if count <= ALL_PAIRS else sorted(set(weighed.neighbours()))
    )
    pairs = weighed.look_at(list(near))
    nearest = _nearest(pairs)
    made = [_made(m, ordered, weighed, nearest) for m in _clusters(count, pairs, weighed)]
    return tuple(sorted(made, key=lambda g: (g.articles[0].published or "", g.articles[0].id)))


def _clusters(
    count: int, pairs: Mapping[tuple[int, int], Votes], weighed: Weighed
) -> list[list[int]]:
    """Connected articles, then average linkage within each connected part."""
    parts = _components(range(count), pairs, 0.0)
    weighed.look_at([pair for members in parts for pair in combinations(members, 2)])
    return sorted(group for members in parts for group in _linked(members, weighed))


def _components(
    members: Sequence[int], pairs: Mapping[tuple[int, int], Votes], least: float
) -> list[list[int]]:
    """Parts connected by votes above `least`; too large a part is cut at a higher mark."""
    parent = {m: m for m in members}

    def root(m: int) -> int:
        while parent[m] != m:
            parent[m] = parent[parent[m]]
            m = parent[m]
        return m

    inside = {p: v for p, v in pairs.items() if p[0] in parent and p[1] in parent}
    for (i, j), v in inside.items():
        if v.total > least:
            a, b = sorted((root(i), root(j)))
            parent[b] = a
    parts: dict[int, list[int]] = {}
    for m in sorted(members):
        parts.setdefault(root(m), []).append(m)
    found = []
    for part in parts.values():
        found.extend([part] if len(part) <= LARGEST else _components(part, inside, least + 1.0))
    return found


def _linked(members: list[int], weighed: Weighed) -> list[list[int]]:
    """Average linkage: two groups join while their articles, on the whole, belong together."""
    if len(members) == 1:
        return [members]
    votes = weighed.look_at(list(combinations(members, 2)))
    if len(members) <= SMALL:
        return _joined(members, {pair: min(v.total, TOP) for pair, v in votes.items()})
    from scipy.cluster.hierarchy import fcluster, linkage

    distances = [max(0.0, TOP - v.total) for v in votes.values()]
    labels = fcluster(linkage(distances, method="average"), t=TOP - 1e-9, criterion="distance")
    parts: dict[int, list[int]] = {}
    for member, label in zip(members, labels.tolist(), strict=True):
        parts.setdefault(label, []).append(member)
    return list(parts.values())


def _joined(members: Sequence[int], votes: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage of a few, without a library whose import takes longer than the rest.

    `votes` are those of each pair, the lower index first, `TOP` at most.
    """

    def between(a: list[int], b: list[int]) -> float:
        found = [votes[(i, j) if i < j else (j, i)] for i in a for j in b]
        return sum(found) / len(found)

    groups = [[m] for m in members]
    while len(groups) > 1:
        closest, a, b = max(
            (between(groups[a], groups[b]), -a, -b) for a, b in combinations(range(len(groups)), 2)
        )
        if closest <= 0:
            break
        groups[-a] = sorted(groups[-a] + groups.pop(-b))
    return groups


def _nearest(pairs: Mapping[tuple[int, int], Votes]) -> dict[int, tuple[float, int, Votes]]:
    """Find for each article the one that most speaks for."""
    best: dict[int, tuple[float, int, Votes]] = {}
    for (i, j), v in pairs.items():
        for one, other in ((i, j), (j, i)):
            if one not in best or (v.total, -other) > (best[one][0], -best[one][1]):
                best[one] = (v.total, other, v)
    return best


def _made(
    members: list[int],
    ordered: Sequence[Article],
    weighed: Weighed,
    nearest: Mapping[int, tuple[float, int, Votes]],
) -> EventGroup:
    articles = tuple(ordered[m] for m in members)
    inside = list(weighed.look_at(list(combinations(members, 2))).values())
    return EventGroup(
        event=event_id(articles),
        title=plain_lead(articles),
        date=_date(members, weighed),
        articles=articles,
        reasons=_reasons(members, inside, weighed)
        if inside
        else _alone(members[0], ordered, nearest),
    )


def _date(members: Sequence[int], weighed: Weighed) -> str | None:
    """The day that most of the articles name near their publication; else the first publication."""
    import datetime as dt

    published = [p for m in members if (p := weighed.features[m].published) is not None]
    days = Counter(d for m in members for d in weighed.features[m].days)
    first = min(published) if published else None
    named = [d for d in days if d.year and d.real()]
    if first is not None:
        named = [d for d in named if (r := d.real()) and -7 <= r.toordinal() - first <= 1]  # noqa: PLR2004
    if named:
        return min(named, key=lambda d: (-days[d], d)).iso()
    return dt.date.fromordinal(first).isoformat() if first is not None else None


def _reasons(members: Sequence[int], inside: Sequence[Votes], weighed: Weighed) -> tuple[str, ...]:
    """What holds a group together, strongest first, each with its share of the votes."""
    count = len(inside)
    features = [weighed.features[m] for m in members]
    figures = Counter(f for v in inside for f in v.shared_figures)
    days = Counter(d for v in inside for d in v.shared_days)
    held = Counter(n for f in features for n in f.spelt)
    shared = [n for n, c in sorted(held.items(), key=lambda p: (-p[1], p[0])) if c > 1][:4]
    parts = [
        (sum(v.figures for v in inside) / count, _figures_said(figures, inside)),
        (sum(v.dates for v in inside) / count, _days_said(days, members, weighed, inside)),
        (sum(v.rare for v in inside) / count, _rare_said(inside)),
        (sum(v.text for v in inside) / count, _words_said(sum(v.text for v in inside))),
        (sum(v.names for v in inside) / count, _names_said(shared, inside)),
        (sum(v.only for v in inside) / count, _only_said(inside)),
    ]
    return tuple(
        f"{said} ({vote:+.1f})" if vote >= 0 else f"against it, {said} ({vote:+.1f})"
        for vote, said in sorted(parts, key=lambda p: -p[0])
        if said
    )


def _figures_said(figures: Mapping[int, int], inside: Sequence[Votes]) -> str:
    if figures and sum(v.figures for v in inside) > 0:
        top = sorted(figures, key=lambda f: (-figures[f], f))[:4]
        noun = "figure" if len(top) == 1 else "figures"
        return f"the same {noun}, {listed(f'{f:,}' for f in top)}"
    apart = any(all(v.apart) for v in inside)
    return "differing figures" if apart else ""


def _words_said(vote: float) -> str:
    return "many of the same words" if vote > 0 else "few words in common"


def _names_said(shared: Sequence[str], inside: Sequence[Votes]) -> str:
    if shared and sum(v.names for v in inside) > 0:
        return f"the same names, {listed(shared)}"
    return "few names in common"


def _rare_said(inside: Sequence[Votes]) -> str:
    held = Counter(n for v in inside for n in v.shared_names)
    top = sorted(held, key=lambda n: (-held[n], n))[:3]
    return f"what few others name, {listed(n.title() for n in top)}" if top else ""


def _only_said(inside: Sequence[Votes]) -> str:
    some = sum(1 for v in inside if v.only)
    if not some:
        return ""
    return "no figure, date or rare name " + (
        "in common" if some == len(inside) else "in common between some of them"
    )


def _days_said(
    days: Mapping[Day, int], members: Sequence[int], weighed: Weighed, inside: Sequence[Votes]
) -> str:
    if sum(v.dates for v in inside) < 0:
        return "dates that fit badly"
    published = [p for m in members if (p := weighed.features[m].published) is not None]
    apart = max(published) - min(published) if len(published) > 1 else None
    said = {None: "", 0: "publication on one day", 1: "publication within a day"}.get(
        apart, f"publication within {apart} days"
    )
    if days:
        top = sorted(days, key=lambda d: (-days[d], d))[:2]
        noun = "date" if len(top) == 1 else "dates"
        same = f"the same {noun}, {listed(f'{MONTHS[d.month - 1].title()} {d.day}' for d in top)}"
        return f"{same}, and {said}" if said else same
    return said


def _alone(
    member: int, ordered: Sequence[Article], nearest: Mapping[int, tuple[float, int, Votes]]
) -> tuple[str, ...]:
    """Why an article stands by itself: its nearest neighbour, and what keeps them apart."""
    near = nearest.get(member)
    if near is None:
        return ("nothing else in the batch is like it",)
    total, other, v = near
    return (f"nearest is “{lead(ordered[other])}” ({total:+.1f}), but {_against(v)}",)


def _against(v: Votes) -> str:
    """What keeps an article from its nearest neighbour, in an editor's words."""
    said = []
    if all(v.apart):
        mine, theirs = (listed(f"{f:,}" for f in figures[:2]) for figures in v.apart)
        said.append(f"the figures differ ({mine} in one, {theirs} in the other)")
    if v.recalled:
        counts = listed(f"{f:,}" for f in v.recalled[:2])
        said.append(f"one tells of {counts} as something earlier")
    if v.dates <= FAR:
        said.append("they were published weeks apart")
    elif v.dates < 0:
        said.append("the dates don't fit")
    if v.text < 0:
        said.append("they share few words")
    if v.names < 0:
        said.append("they name nobody and no place in common")
    if v.only < 0 and not said:
        said.append("they have only their subject in common")
    return listed(said) or "the others beside it fit less well"
