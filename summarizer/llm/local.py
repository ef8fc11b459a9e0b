"""The embedded model: llama.cpp's own server, inside this process, on a loopback port."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import contextmanager
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.errors import ModelError

__all__ = ["EmbeddedServer"]

SLOTS = 2
SLOT_TOKENS = 4096
# llama.cpp keeps prompts it has evaluated in memory, 8 GB of them unless told otherwise.
PROMPT_CACHE_MIB = 512


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
        params.cache_ram_mib = PROMPT_CACHE_MIB
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = os.cpu_count() or 1
        params.verbosity = -1
        params.ui = False
        params.endpoint_slots = False
        try:
            with _quiet():
                self._server: Any = xllamacpp.Server(params)
        except Exception as error:
            raise ModelError(
                f"{path}: llama.cpp could not load it ({error}).",
                "Check that it is a GGUF model file and that 3 GB of memory are free.",
            ) from None
        self.address: str = self._server.listening_address

    def stop(self) -> None:
        """Stop the server and give its memory back."""
        self._server = None


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing that C code writes reaches the terminal meanwhile."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(1), os.dup(2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        yield
    finally:
        for number, descriptor in zip((1, 2), kept, strict=True):
            os.dup2(descriptor, number)
            os.close(descriptor)
        os.close(nowhere)
