.PHONY: help run again again-services test test-all test-services test-browser crash fuzz bench lint install dev lighthouse slow-phone screenshots icons catalogue load load-kill audit
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# These touch neither the database nor Redis: they are not run a second time.
SERVICELESS := providers sandbox architecture

help: ## One line per target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install ## Start everything on embedded services, with the demonstration account (PORT=8000)
	@exec $(BIN)/python -m app.supervisor

test: dev ## The suite on embedded services, but for what is long; pages in their usual settings
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m "not long and not every_setting"

test-all: dev ## The same, with what is long: large samples, disasters, servers started for one test
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m "not every_setting"

test-browser: dev ## Every page and journey in every size, scheme and hand, in a headless Chromium
	@$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser

test-services: dev ## What touches them, on the PostgreSQL of DATABASE_URL and the Redis of REDIS_URL
	@TEST_SERVICES=1 $(BIN)/python -m pytest -n 2 --dist loadfile -m "not browser" $(SERVICELESS:%=--ignore=tests/%)

again: dev ## What failed in the last suite, alone
	@$(BIN)/python -m pytest -v --last-failed --last-failed-no-failures none

again-services: dev ## What failed in the last suite on PostgreSQL and Redis, alone
	@TEST_SERVICES=1 $(BIN)/python -m pytest -v --last-failed --last-failed-no-failures none

crash: dev ## Kill workers while they publish, 500 times, and count what is doubled, lost or stuck (RUNS=500)
	@$(BIN)/python -m tests.crash --runs $(or $(RUNS),500)

load: dev ## Owners all at once on PostgreSQL and Redis of its own: waits, errors, memory (OWNERS=20,100 SECONDS=60 MINUTES=1 PAUSE=2)
	@$(BIN)/python -m tests.load --owners $(or $(OWNERS),20,100) --seconds $(or $(SECONDS),60) --minutes $(or $(MINUTES),1) --pause $(or $(PAUSE),2)

load-kill: dev ## Kill the site, the workers, Redis and PostgreSQL under that load, and look for what was lost (OWNERS=20)
	@$(BIN)/python -m tests.load.killing --owners $(or $(OWNERS),20)

fuzz: dev ## Requests drawn from the OpenAPI document against a running server (CASES=2000)
	@FUZZ_CASES=$(or $(CASES),2000) $(BIN)/python -m pytest -s --show-capture=no tests/api/test_fuzz.py

bench: dev ## Ratios, queries per page, bytes, memory, seconds to prospects and posts
	@$(BIN)/python -m tests.benchmarks

lighthouse: dev ## Lighthouse's scores of the core pages, as a phone, where Node is installed (RUNS=1 PAGES=)
	@$(BIN)/python -m tests.lighthouse --runs $(or $(RUNS),1) $(PAGES)

slow-phone: dev ## When the home answers a thumb, on a slow network and a slow processor
	@$(BIN)/python -m tests.slow_phone

screenshots: dev ## The README's pictures, taken again
	@$(BIN)/python -m tests.screenshots

catalogue: dev ## The sentences of the pages and of the code, brought into the English catalogue
	@$(BIN)/python -m tests.catalogue

icons: dev ## The pictures of the installed application, drawn again
	@$(BIN)/python -m tests.icons

lint: dev ## Style and types
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

audit: lint ## Faults the tools know: bandit, versions and licences of what we stand on, and pip-audit's list where it answers
	@$(BIN)/bandit -q -c pyproject.toml -r app worker.py wsgi.py && $(BIN)/python -m tests.audit

install: $(VENV)/.installed ## Make .venv from requirements.txt

dev: $(VENV)/.dev ## Add the tools of tests

$(VENV)/.installed: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.installed tests/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@
