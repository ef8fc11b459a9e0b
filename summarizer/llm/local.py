"""The embedded model: llama.cpp's own server, inside this process, on a loopback port."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError

__all__ = ["EmbeddedServer"]

# One request at a time: two at once were about a tenth faster on two cores, and how they share a
# batch changes the last digits, so the same run could give another answer.
SLOTS = 1
SLOT_TOKENS = 8192
# llama.cpp keeps prompts it has evaluated, so that questions whose beginnings alternate find
# theirs again in one slot; 8 GB of them unless told otherwise. A token takes 28 KB.
PROMPT_CACHE_MIB = 512
# Prompts are read in steps of this many tokens. A step cannot be broken off: with the usual 2,048
# Ctrl-C waits for a whole article.
BATCH = 128


class EmbeddedServer:
    """A llama.cpp server for one model file; starts when made, stops with `stop()`.

    It binds 127.0.0.1 alone, on a free port, and answers only to `key`, which is random: other
    users of the machine cannot ask it. Raises ModelError where it cannot start.
    """

    def __init__(self, path: Path, model: str, *, slots: int = SLOTS) -> None:
        try:
            import xllamacpp
        except ImportError:
            raise ModelError(
                "The embedded model needs xllamacpp, which is not installed.",
                "Run `pip install 'summarizer[local]'`, or use --model openai/NAME or --base-url.",
            ) from None
        self.key = secrets.token_hex(16)
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.model_alias = {model}
        params.hostnames = ["127.0.0.1"]
        params.port = 0
        params.api_keys = [self.key]
        params.n_ctx = SLOT_TOKENS * slots
        params.n_parallel = slots
        params.n_batch = params.n_ubatch = BATCH
        params.cache_ram_mib = PROMPT_CACHE_MIB
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = os.cpu_count() or 1
        # Threads that wait must not spin: on a machine with anything else to do, spinning made an
        # answer ten times as slow.
        params.cpuparams.poll = params.cpuparams_batch.poll = 0
        params.verbosity = -1  # nothing on the terminal, not even when loading fails
        params.ui = False
        params.endpoint_slots = False
        try:
            self._server: Any = xllamacpp.Server(params)
        except RuntimeError as error:
            raise ModelError(
                f"{path}: llama.cpp could not load it ({error}).",
                "Check that it is a GGUF model file and that 3 GB of memory are free.",
            ) from None
        self.address: str = self._server.listening_address

    def stop(self) -> None:
        """Stop the server and give its memory back."""
        self._server = None
