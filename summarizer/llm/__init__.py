"""Models: one client, the embedded server, tapes and the count of what it cost."""

from summarizer.llm.ask import Answer, Ask, Message
from summarizer.llm.model import Model, open_model
from summarizer.llm.usage import Usage

__all__ = ["Answer", "Ask", "Message", "Model", "Usage", "open_model"]
