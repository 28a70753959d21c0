# make serve: the site on http://127.0.0.1:8000 · make test: everything that must hold
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TEST_STAMP := $(VENV)/.installed-test
CHECKERS := tests/browser/node_modules/.package-lock.json
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -c constraints.txt

.PHONY: install serve test check accuracy bench lighthouse screenshots clean
.DEFAULT_GOAL := serve

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Loccit needs Python 3.11 or later: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Loccit into $(VENV) (once; a few minutes on a slow line) ..."
	$(PIP) -e '.[names]'
	@touch $@

$(TEST_STAMP): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Loccit and what its tests need into $(VENV) ..."
	$(PIP) -e '.[names,test]'
	@touch $(STAMP) $@

# axe-core, the Nu checker and Lighthouse, at the versions of the lock file.
$(CHECKERS): tests/browser/package.json tests/browser/package-lock.json
	@if command -v npm >/dev/null; then \
	  echo "Installing what checks the pages ..."; \
	  npm ci --prefix tests/browser --silent && touch $@; \
	elif [ "$$CI" = true ]; then echo "npm is missing: apt-get install npm"; exit 1; fi

install: $(STAMP)

serve: $(STAMP)
	@$(BIN)/loccit index seeds --if-changed || test -e index/CURRENT
	@$(BIN)/loccit serve --port $(PORT)

check: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check $(CHECKERS)
	$(BIN)/python -m pytest -n auto -q

accuracy: $(TEST_STAMP)
	$(BIN)/python -m bench.accuracy

bench: $(TEST_STAMP)
	$(BIN)/python -m bench.speed_dates
	$(BIN)/python -m bench.speed_names

lighthouse: $(TEST_STAMP) $(CHECKERS)
	$(BIN)/python -m bench.lighthouse

screenshots: $(TEST_STAMP)
	$(BIN)/python docs/make_screenshots.py

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
