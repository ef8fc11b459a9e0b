"""Evidence: exact words and where they stand."""

from __future__ import annotations

from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationInfo,
    model_validator,
)

__all__ = ["Document", "Evidence", "SourcedEvidence"]


class Document(BaseModel):
    """What the stretches hand each other: frozen, with no field that isn't declared."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )


class Evidence(Document):
    """Words of one article: `text[start:end] == quote`, in characters of the article's cleaned text.

    It can only be made beside its text: `Evidence.at(text, start, end)`, or by validating with
    `context={"text": text}`. Without the text, construction raises ValidationError.
    """

    quote: str
    start: int
    end: int

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Self:
        """Take the characters `start` to `end` of `text`; raises ValidationError outside the text."""
        return cls.model_validate(
            {"quote": text[start:end], "start": start, "end": end}, context={"text": text}
        )

    @model_validator(mode="wrap")
    @classmethod
    def _stands_in_its_text(
        cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        if isinstance(value, cls):  # it was checked when it was made, and it is frozen
            return value
        made = handler(value)
        check_stands(made.quote, made.start, made.end, _text_for(info, None))
        return made


class SourcedEvidence(Document):
    """Evidence in a brief: the words, and the id of the article they stand in."""

    article: str
    quote: str
    start: int
    end: int

    @classmethod
    def of(cls, article: str, evidence: Evidence) -> Self:
        """Evidence that was checked against its article, told with the article's id."""
        return cls.model_validate(
            {"article": article, **evidence.model_dump()}, context={"texts": {article: None}}
        )

    @model_validator(mode="wrap")
    @classmethod
    def _stands_in_its_text(
        cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        if isinstance(value, cls):
            return value
        made = handler(value)
        check_stands(made.quote, made.start, made.end, _text_for(info, made.article))
        return made


def check_stands(quote: str, start: int, end: int, text: str | None) -> None:
    """Raise ValueError unless `text[start:end] == quote`; a text left out (None) is not checked."""
    if not quote.strip():
        raise ValueError("evidence has no words")
    if start < 0 or end - start != len(quote):
        raise ValueError(f"offsets {start}–{end} do not fit a quotation of {len(quote)} characters")
    if text is not None and text[start:end] != quote:
        raise ValueError(f"the words at {start}–{end} are not the ones quoted")


def _text_for(info: ValidationInfo, article: str | None) -> str | None:
    context: dict[str, Any] = info.context or {}
    if article is None:
        if not isinstance(context.get("text"), str):
            raise ValueError(
                "evidence needs the text it stands in: use Evidence.at(text, start, end)"
            )
        return str(context["text"])
    texts = context.get("texts")
    if not isinstance(texts, dict) or article not in texts:
        raise ValueError(f"evidence needs the text of its article {article!r}")
    value = texts[article]
    return None if value is None else str(value)
