# make serve: the site on http://127.0.0.1:8000 · make test: everything that must hold
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TEST_STAMP := $(VENV)/.installed-test
BENCH_STAMP := $(VENV)/.installed-bench
CHECKERS := tests/browser/node_modules/.package-lock.json
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
# Two steps: what it stands on, by the hashes of wheels, then Loccit itself with nothing fetched.
HASHED := $(PIP) --require-hashes --only-binary :all: -r
ITSELF := $(PIP) --no-deps --no-build-isolation --no-index -e .

.PHONY: install serve test check accuracy lighthouse pages screenshots requirements clean
.PHONY: bench bench-mentions bench-search bench-page bench-index bench-million
.DEFAULT_GOAL := serve

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Loccit needs Python 3.11 or later: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml requirements/loccit.txt | $(BIN)/python
	@echo "Installing Loccit into $(VENV) (once; a few minutes on a slow line) ..."
	$(HASHED) requirements/loccit.txt
	$(ITSELF)
	@touch $@

$(TEST_STAMP): pyproject.toml requirements/test.txt | $(BIN)/python
	@echo "Installing Loccit and what its tests need into $(VENV) ..."
	$(HASHED) requirements/test.txt
	$(ITSELF)
	@touch $(STAMP) $@

# axe-core, the Nu checker and Lighthouse, at the versions of the lock file.
$(CHECKERS): tests/browser/package.json tests/browser/package-lock.json
	@if command -v npm >/dev/null; then \
	  echo "Installing what checks the pages ..."; \
	  npm ci --prefix tests/browser --silent && touch $@; \
	elif [ "$$CI" = true ]; then echo "npm is missing: apt-get install npm"; exit 1; fi

$(BENCH_STAMP): $(TEST_STAMP) requirements/bench.txt
	@echo "Installing what searches are timed against ..."
	$(HASHED) requirements/bench.txt
	@touch $@

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

# Each of these by itself takes minutes; the indexes are kept in bench/indexes/ for the next.
bench: bench-mentions bench-search bench-page bench-index

bench-mentions: $(BENCH_STAMP)
	$(BIN)/python -m bench.speed_dates
	$(BIN)/python -m bench.speed_long
	$(BIN)/python -m bench.speed_names

bench-search: $(BENCH_STAMP)
	$(BIN)/python -m bench.speed_search --passages 10000 --keep bench/indexes
	$(BIN)/python -m bench.speed_search --passages 100000 --keep bench/indexes

bench-page: $(BENCH_STAMP)
	$(BIN)/python -m bench.speed_page --passages 100000 --keep bench/indexes
	$(BIN)/python -m bench.speed_suggestions
	$(BIN)/python -m bench.speed_exports --passages 20000 --keep bench/indexes
	$(BIN)/python -m bench.speed_strangers --passages 20000 --keep bench/indexes

bench-index: $(BENCH_STAMP)
	$(BIN)/python -m bench.speed_index --passages 100000

# A million passages, made up, which takes long to build.
bench-million: $(BENCH_STAMP)
	$(BIN)/python -m bench.speed_search --passages 1000000 --keep bench/indexes --alone

lighthouse: $(TEST_STAMP) $(CHECKERS)
	$(BIN)/python -m bench.lighthouse

# axe, the Nu checker and sideways scroll over whole articles; takes minutes.
pages: $(TEST_STAMP) $(CHECKERS)
	$(BIN)/python -m bench.pages --keep bench/indexes

screenshots: $(TEST_STAMP)
	$(BIN)/python docs/make_screenshots.py

# After a change of pyproject.toml or constraints.txt: every wheel of every platform, by its hash.
requirements: | $(BIN)/python
	$(HASHED) requirements/pins.txt
	$(BIN)/python requirements/make.py

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
