# Roadmap 72. `make run` and `make test` set up everything they need, once.
PYTHON ?= python3
BIN := .venv/bin
# Where `make run` listens; only this machine reaches what .streamlit/config.toml says. 0.0.0.0 is every network.
LISTEN ?= $(ROADMAP72_LISTEN)
export PYTHONPATH := $(CURDIR)

.PHONY: run serve test check-code fuzz bench pictures data check read-papers lock clean

run: .venv/ready build/ready
	$(BIN)/python -m etl || true   # a refused build keeps the last release; the screens say what is wrong
	$(BIN)/streamlit run app.py $(if $(LISTEN),--server.address $(LISTEN))

# Several processes behind HAProxy: make serve WORKERS=3 LISTEN=0.0.0.0 PORT=8501
serve: .venv/ready build/ready haproxy
	$(BIN)/python -m etl || true
	LISTEN="$(LISTEN)" PORT="$(PORT)" WORKERS="$(WORKERS)" $(BIN)/python deploy/serve.py

test: check-code build/ready chromium libreoffice Rscript java haproxy build/duckdb-http/ready
	nice -n 10 $(BIN)/python -m pytest tests   # as kind as the workers that make files: these would wait behind the tests

# Layout, lint and types of the code.
check-code: .venv/ready-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The seeded trials of damaged files, longer than in `make test`.
fuzz: .venv/ready-test
	FUZZ_ROUNDS=20000 $(BIN)/python -m pytest tests/fuzz

bench: .venv/ready-test build/ready chromium java
	$(BIN)/python -m etl
	$(BIN)/python -m tests.bench

pictures: .venv/ready-test build/ready chromium
	$(BIN)/python -m etl
	$(BIN)/python -m tests.browser.pictures

data: .venv/ready
	$(BIN)/python -m etl

check: .venv/ready
	$(BIN)/python -m etl --check

# How well the drafter reads the held papers, each as if it had never been seen.
read-papers: .venv/ready
	$(BIN)/python -m healthplan.drafting --lang en

.venv/ready: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/ready-test: .venv/ready tests/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	touch $@

build/ready: .venv/ready
	$(BIN)/python -m healthplan.web.compress
	touch $@

# Debian's Chromium for the browser tests, its LibreOffice for the tests of the PowerPoint and Word files, its R for the
# example of the API's page, its Java for Spark, its HAProxy for many readers; nothing happens where they are there already.
.PHONY: chromium libreoffice Rscript java haproxy
chromium: PACKAGES = chromium fonts-dejavu-core
chromium Rscript java haproxy: PROGRAM = $@
libreoffice: PACKAGES = libreoffice-impress libreoffice-writer fonts-dejavu-core
libreoffice: PROGRAM = lowriter
Rscript: PACKAGES = r-base-core
java: PACKAGES = default-jre-headless
haproxy: PACKAGES = haproxy
chromium libreoffice Rscript java haproxy:
	@PATH=$$PATH:/usr/sbin command -v $(PROGRAM) >/dev/null || { \
	  sudo=$$(command -v sudo || true); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $(PACKAGES); }

# A DuckDB that reads over HTTP, for the example of the API's page: its extension is on PyPI only for versions
# before ours.
build/duckdb-http/ready: tests/duckdb_http.txt
	$(PYTHON) -m venv build/duckdb-http
	build/duckdb-http/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 pyproject.toml -o requirements.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 --extra test pyproject.toml -o tests/requirements.txt
	printf 'duckdb==1.5.5\nduckdb-extension-httpfs==1.5.5\n' | uv pip compile --universal --generate-hashes --python-version 3.11 - -o tests/duckdb_http.txt

clean:
	rm -rf .venv build data/published
