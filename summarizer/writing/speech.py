"""What was said: quoted words between marks, indirect speech without the reporting around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.documents import Position
from summarizer.documents.reported import clause_of
from summarizer.writing import voice

__all__ = ["quoted_in", "words_of"]

_FEWEST_QUOTED = 4  # words that stand as a quotation of their own
# Openings that lose their capital after "said that"; any other capital may be a name's.
_OPENINGS = re.compile(
    r"(?:The|A|An|It|He|She|They|This|That|There|These|Those|All|No|Some|Both|Its|His|Her|Their|"
    r"In|On|At|For|More|Most|Many|Each|Every|If|When|As|About|Another|Such|Around|Nearly|Almost|Over|"
    r"Under|After|Before|While|Since|Because|Only|Not|Several|Further|Other|Any|By|From|Just|"
    r"What|Whatever|Whoever|Whether|Who|Where|Why|How|Here|Until|During|Among|Between|Against|"
    r"Through|With|Without|Within|Inside|Outside|Less|Fewer|Up|So|Roughly|Today|Yesterday|Tomorrow|"
    r"Your?|Also|Even|Still|Though|Although|Unless|Once|Neither|Either)\b"
    # a number may open a name: "Three Gorges"
    r"|(?:People|Half|Part|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve"
    r"|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen"
    r"|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty(?:-\w+)?"
    r"|Dozens|Scores|Tens|Hundreds?|Thousands?|Millions?)\b(?! [A-Z])"
)
_MARKS = "“”\"„«»‘’'"


def words_of(
    position: Position, texts: Mapping[str, str | None], roles: Mapping[str, str] | None = None
) -> str:
    """Give what was said: between marks where it was quoted, else as the clause it is.

    `roles` are the offices of speakers, by which a sentence may name them.

    "" for what no editor would print by itself: a scrap of a sentence, a clause that leans on the
    one before it, speech within speech.
    """
    text = position.value if isinstance(position.value, str) else position.detail
    if quoted_in(position, texts):
        return voice.quotation(text) if _stands_alone(text) else ""
    # The speaker's own office may stand for them in "X said that".
    offices = [r for o in position.origins if (r := (roles or {}).get(o) or position.roles.get(o))]
    plain = clause_of(text, position.origins, offices)
    return plain[:1].lower() + plain[1:] if _OPENINGS.match(plain) else plain


def _stands_alone(text: str) -> bool:
    """Whether quoted words are a sentence, and no scrap of one."""
    words = text.strip().strip(_MARKS)
    return len(words.split()) >= _FEWEST_QUOTED and (words[:1].isupper() or words[:1].isdigit())


def quoted_in(position: Position, texts: Mapping[str, str | None]) -> bool:
    """Whether the words of a position stand between quotation marks in one of its articles."""
    words = str(position.value or position.detail).strip().strip(_MARKS).rstrip(".,")
    for evidence in position.evidence:
        text = texts.get(evidence.article)
        around = evidence.quote
        if text is not None:
            around = text[max(0, evidence.start - 2) : evidence.end + 2]
        at = around.find(words)
        if words and at >= 0:
            before, after = around[:at].rstrip()[-1:], around[at + len(words) :][:3]
            opens = bool(before) and before in "“\"„«‘'"
            if opens and any(mark in after for mark in "”\"“»’'"):
                return True
    return False
