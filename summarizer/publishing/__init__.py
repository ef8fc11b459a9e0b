"""Publishing: a brief as JSON, as Markdown or as one self-contained page."""

from summarizer.publishing.contract import to_json
from summarizer.publishing.markdown import to_markdown
from summarizer.publishing.page import to_html

__all__ = ["to_html", "to_json", "to_markdown"]
