"""Invariance: what must change nothing in a brief, tried out on the articles themselves.

Two things: the order in which articles are handed in, and who published them. The order is tried
the whole way, answers and all. Outlets are tried from what each article was found to say: two
swap names wherever these stand, in words and offsets, and all that follows is done again without
a model, as the wording by a model is of agreed findings, which name nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from summarizer import pipeline
from summarizer.documents import Article, ArticleSummary, Brief, Document

if TYPE_CHECKING:
    from summarizer.llm.tape import Tape
    from summarizer.packs import LoadedPack
    from summarizer.run import Progress, Run
    from summarizer.settings import Settings

__all__ = [
    "Break",
    "Invariance",
    "check_invariance",
    "invariance_to_json",
    "invariance_to_markdown",
]

Kind = Literal["order", "outlets"]
_SHOWN = 90  # characters of a value that a report shows
_KEPT = frozenset({"id", "path", "url", "published", "language", "article", "articles", "digest"})
_FEWEST_INITIALS = 2


class Break(Document):
    """A place in a brief that changed and should not have; null is a place that wasn't there."""

    check: Kind
    trial: str
    where: str
    expected: str | None
    found: str | None


class Invariance(Document):
    """What was tried, and every place that did not hold."""

    articles: int
    orders: tuple[str, ...]
    swaps: tuple[str, ...]
    breaks: tuple[Break, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing changed that should not have."""
        return not self.breaks


async def check_invariance(
    paths: pipeline.Paths,
    settings: Settings,
    *,
    tape: Callable[[], Tape | None] = lambda: None,
    progress: Callable[[Progress], None] | None = None,
) -> tuple[Invariance, Run]:
    """Write the briefs again with articles in other orders and with outlets' names swapped.

    Also returns the run whose briefs the others are held against. Its answers serve the others
    too, from the store or from the recording that `tape` opens anew for each. Raises what a brief
    raises.
    """
    articles, missing = pipeline.read_articles(paths)
    base = await pipeline.brief_articles(
        articles, missing, settings, tape=tape(), progress=progress
    )
    plain = [b.model_dump(mode="json", by_alias=True) for b in base.briefs]
    breaks: list[Break] = []
    orders = _orders(articles)
    for name, ordered in orders.items():
        again = await pipeline.brief_articles(
            ordered, missing, settings, tape=tape(), progress=progress
        )
        other = [b.model_dump(mode="json", by_alias=True) for b in again.briefs]
        breaks += _breaks("order", name, plain, other)
    packs = pipeline.packs_of(settings)
    before = _comparable(await pipeline.plain_briefs(base.summaries, settings))
    swaps = _swaps(base.summaries)
    for first, second in swaps:
        renaming = _Renaming(first, second)
        swapped = [_swapped(s, renaming, packs[s.pack]) for s in base.summaries]
        after = _comparable(await pipeline.plain_briefs(swapped, settings))
        expected = [renaming.everywhere(b) for b in before]
        breaks += _breaks(
            "outlets", f"{first} ↔ {second}", _bare(expected, renaming), _bare(after, renaming)
        )
    report = Invariance(
        articles=len(articles),
        orders=tuple(orders),
        swaps=tuple(f"{a} ↔ {b}" for a, b in swaps),
        breaks=tuple(breaks),
    )
    return report, base


def _orders(articles: Sequence[Article]) -> dict[str, tuple[Article, ...]]:
    """Other orders of the same articles; none of a single one."""
    given = tuple(articles)
    found = {
        "reversed": given[::-1],
        "second half first": given[len(given) // 2 :] + given[: len(given) // 2],
    }
    fresh: dict[str, tuple[Article, ...]] = {}
    for name, ordered in found.items():
        if ordered != given and ordered not in fresh.values():
            fresh[name] = ordered
    return fresh


def _swaps(summaries: Sequence[ArticleSummary]) -> list[tuple[str, str]]:
    """Neighbours in the alphabet: their swaps make up every other exchange of names."""
    names: dict[str, str] = {}
    for outlet in sorted({s.article.outlet for s in summaries if s.article.outlet}, key=_core):
        names.setdefault(_core(outlet), outlet)
    return list(pairwise(names.values()))


def _core(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)


class _Renaming:
    """Two outlets' names, each put in the other's place: with or without "The", and as initials."""

    def __init__(self, first: str, second: str) -> None:
        one, two = _core(first), _core(second)
        self.names: dict[str, str] = {one: two, two: one}
        short = ["".join(w[0] for w in n.split() if w[0].isupper()) for n in (one, two)]
        if min(map(len, short)) >= _FEWEST_INITIALS and short[0] != short[1]:
            self.names |= {short[0]: short[1], short[1]: short[0]}
        longest = sorted(self.names, key=lambda n: (-len(n), n))
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        cores = "|".join(map(re.escape, (one, two)))
        self.articled = re.compile(rf"\bthe (?={cores})", re.IGNORECASE)

    def text(self, text: str) -> str:
        """The text with the names swapped."""
        return self.pattern.sub(lambda m: self.names[m[0]], text)

    def places(self, text: str) -> Callable[[int], int]:
        """Where a character of `text` stands once the names are swapped."""
        moves = [(m.start(), m.end(), len(self.names[m[0]])) for m in self.pattern.finditer(text)]

        def moved(at: int) -> int:
            shift = 0
            for start, end, length in moves:
                if at >= end:
                    shift += length - (end - start)
                elif at > start:
                    return start + shift + length  # inside a name: at its end
            return at + shift

        return moved

    def everywhere(self, value: Any) -> Any:
        """Plain JSON with the names swapped in every text; what tells documents apart is kept."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.everywhere(v) for v in value]
        if isinstance(value, dict):
            return {
                k: v if k in _KEPT and isinstance(v, str) else self.everywhere(v)
                for k, v in value.items()
            }
        return value


def _swapped(summary: ArticleSummary, renaming: _Renaming, loaded: LoadedPack) -> ArticleSummary:
    """What an article says, had the two outlets each other's names; its id stays."""
    raw = summary.model_dump(mode="json", by_alias=True)
    text = summary.article.text
    moved = renaming.places(text)
    renamed = renaming.everywhere(raw)
    new = renamed["article"]["text"]
    _place(renamed, moved, new)
    return ArticleSummary.load(renamed, loaded.pack.facts)


def _place(value: Any, moved: Callable[[int], int], text: str) -> None:
    """Put every piece of evidence in `value` where its words now stand."""
    if isinstance(value, dict):
        if {"quote", "start", "end"} <= value.keys():
            start, end = moved(value["start"]), moved(value["end"])
            value |= {"quote": text[start:end], "start": start, "end": end}
        for inner in value.values():
            _place(inner, moved, text)
    elif isinstance(value, list):
        for inner in value:
            _place(inner, moved, text)


def _comparable(briefs: Sequence[Brief]) -> list[dict[str, Any]]:
    """Briefs with words in place of offsets, and findings by their number.

    A name's length moves offsets and its letters are in digests and ids; neither is a difference.
    """
    return [_worded(b.model_dump(mode="json", by_alias=True)) for b in briefs]


def _worded(brief: dict[str, Any]) -> dict[str, Any]:
    texts = {a["id"]: a["text"] or "" for a in brief["articles"]}
    ids = {f["id"]: f"finding {n}" for n, f in enumerate(brief["findings"])}
    for article in brief["articles"]:
        del article["digest"]

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return ids.get(value, value)
        if isinstance(value, list):
            return [walk(v) for v in value]
        if not isinstance(value, dict):
            return value
        made = {k: walk(v) for k, v in value.items()}
        if {"article", "start", "end"} <= value.keys():
            del made["start"], made["end"]
            made["quote"] = texts[value["article"]][value["start"] : value["end"]]
        return made

    made: dict[str, Any] = walk(brief)
    return made


def _bare(briefs: Sequence[Any], renaming: _Renaming) -> Any:
    """Without "the" before the names: it goes with the name, as in "the Harbour Office"."""

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return renaming.articled.sub("", value)
        if isinstance(value, list):
            return [walk(v) for v in value]
        return {k: walk(v) for k, v in value.items()} if isinstance(value, dict) else value

    return [walk(b) for b in briefs]


def _breaks(check: Kind, trial: str, expected: Any, found: Any) -> Iterator[Break]:
    for where, one, other in _unlike(expected, found, "briefs"):
        yield Break(
            check=check, trial=trial, where=where, expected=_short(one), found=_short(other)
        )


def _unlike(a: Any, b: Any, where: str) -> Iterator[tuple[str, Any, Any]]:
    """Each place where two pieces of JSON differ; of a missing one the whole."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in (*a, *(k for k in b if k not in a)):
            yield from _unlike(a.get(key), b.get(key), f"{where}.{key}")
    elif isinstance(a, list) and isinstance(b, list):
        for n in range(max(len(a), len(b))):
            one, other = (side[n] if n < len(side) else None for side in (a, b))
            yield from _unlike(one, other, f"{where}[{n}]")
    elif a != b or type(a) is not type(b):
        yield where, a, b


def _short(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"


def invariance_to_json(report: Invariance) -> str:
    """Write the report as JSON, ending in a newline."""
    raw = {"holds": report.holds, **report.model_dump(mode="json")}
    return json.dumps(raw, ensure_ascii=False, indent=2) + "\n"


def invariance_to_markdown(report: Invariance) -> str:
    """Write the report in words: what was tried, and the places that did not hold."""
    tried: Mapping[Kind, tuple[str, Sequence[str]]] = {
        "order": ("Order of the articles", report.orders),
        "outlets": ("Outlets in each other's place", report.swaps),
    }
    lines = []
    for kind, (title, trials) in tried.items():
        broken = [b for b in report.breaks if b.check == kind]
        said = (
            "changes nothing" if kind == "order" else "moves their names and changes nothing else"
        )
        if not trials:
            lines.append(f"- {title}: not tried, there are not two to change places.")
            continue
        verdict = f"BROKEN in {len(broken)} places" if broken else said
        lines.append(f"- **{title}** ({'; '.join(trials)}): {verdict}.")
        lines += [f"  - {b.trial}: {b.where}: “{b.expected}” became “{b.found}”" for b in broken]
    return "\n".join(lines) + "\n"
