"""Record what is asked of a model, and replay it without one.

    client ── tape.transport(inner) ── inner ── endpoint

A tape is a folder, SUBJECT/STAGE.yaml: one cassette for each article (or event) and stage, in
vcrpy's own format. Nothing is patched: the tape is the client's transport.

- `body` what a request says, in parts: article, prompt, schema, model, the rest
- `scrub` what must not reach the disk
- `cassette` one file: read, write, digests
- `reel` what of a cassette was played, and what comes next
- `recorder` the tape and its transport
- `miss` why a request is not on the tape
- `check` what is wrong with a tape
- `manifest` how a tape was made, in its `tape.json`
"""

from __future__ import annotations

from summarizer.llm.tape.check import TapeProblem, check
from summarizer.llm.tape.miss import record_command, unwrap
from summarizer.llm.tape.recorder import Mode, Tape, open_tape
from summarizer.llm.tape.reel import Asked

__all__ = ["Asked", "Mode", "Tape", "TapeProblem", "check", "open_tape", "record_command", "unwrap"]
