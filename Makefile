# The README's commands. Everything lands in .venv and data/; nothing else is touched.
VENV := .venv
PY := $(VENV)/bin/python
DATA ?= $(CURDIR)/data/office
KEYS ?= $(HOME)/.config/dadkhastyar
PORT ?= 8000
COMPILE := $(VENV)/bin/uv pip compile -q pyproject.toml --universal --python-version 3.12 --generate-hashes \
  --no-emit-index-url --no-header --no-annotate
OFFICE := $(VENV)/bin/dadkhastyar --data "$(DATA)" --key-file "$(KEYS)/demo.key"

.PHONY: run install test lint check bench screens prints lock clean

run: $(VENV)/.run
	@$(OFFICE) demo --if-new
	@$(OFFICE) serve --port $(PORT)

$(VENV)/bin/python:
	@python=$$(.ci/find-python) && "$$python" -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements/run.txt pyproject.toml
	@$(PY) -m pip install -q --require-hashes -r requirements/run.txt
	@$(PY) -m pip install -q --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements/dev.txt pyproject.toml
	@$(PY) -m pip install -q --require-hashes -r requirements/dev.txt
	@$(PY) -m pip install -q --no-deps -e .
	@touch $@ $(VENV)/.run

install: $(VENV)/.dev

test: $(VENV)/.dev
	@.ci/system-packages
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(PY) -m pytest -n 2 --dist worksteal

lint: $(VENV)/.dev
	@$(VENV)/bin/ruff format . && $(VENV)/bin/ruff check --fix . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports

check: $(VENV)/.run
	@$(VENV)/bin/dadkhastyar check

bench: $(VENV)/.dev
	@$(PY) -m tests.bench

screens: $(VENV)/.dev
	@.ci/system-packages
	@$(PY) -m tests.journeys.screens

prints: $(VENV)/.dev
	@.ci/system-packages
	@$(PY) -m tests.documents.prints

lock: $(VENV)/.dev
	@$(PY) -m pip install -q uv
	@$(COMPILE) --extra dev -o requirements/dev.txt
	@$(COMPILE) --constraint requirements/dev.txt -o requirements/run.txt  # what runs is what was tested

clean:
	rm -rf $(VENV) build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache
