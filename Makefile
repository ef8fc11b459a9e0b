# One command each. Needs Python 3.11 or later and make; uv is used where it is installed.

.DEFAULT_GOAL := help
.PHONY: help install brief demo test check record lock shots bench clean

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

# A recording that breaks off leaves the old one as it was. Three tapes: the demo's brief, one
# article by the whole-schema strategy, one by the general pack.
TAPE := $(PLAIN) $(BIN)/summarizer
record: install  ## Make cassettes/ again from nothing, with the embedded model on examples/
	rm -rf cassettes/*.new
	$(TAPE) brief examples/ --model local --record cassettes/demo.new --no-cache -o /dev/null --format json
	$(TAPE) tape check cassettes/demo.new examples/ --model local
	$(TAPE) summarize examples/northern-ledger.txt --model local --strategy whole --record cassettes/whole.new --no-cache -o /dev/null --format json
	$(TAPE) summarize examples/northern-ledger.txt --model local --pack event --record cassettes/event.new --no-cache -o /dev/null --format json
	for name in demo whole event; do rm -rf cassettes/$$name && mv cassettes/$$name.new cassettes/$$name || exit 1; done

lock:  ## Resolve anew: uv.lock, and requirements.lock for machines without uv (needs uv)
	uv lock
	uv export --locked --all-extras --no-emit-project --no-annotate --quiet -o requirements.lock

shots: install  ## Take the README's picture again (needs chromium)
	$(BIN)/python bench/picture.py docs/brief.png

bench: install  ## Measure what the program takes besides the model
	$(BIN)/python bench/overhead.py

clean:  ## Remove what was made: the environment, caches, builds
	rm -rf $(VENV) build dist brief.html .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
