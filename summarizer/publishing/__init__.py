"""Publishing: a brief as Markdown or one self-contained page."""
