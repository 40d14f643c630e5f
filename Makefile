# `make` alone shows what there is.
PYTHON ?= python3
PORT ?=
FRESH ?=
BIN := .venv/bin
SETUP := PATH="$(PATH)" $(PYTHON) tools/setup.py
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help run setup test check lint types units drills chaos browsers bench pictures wheel lock clean

help:  ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

run:  ## the demo on this machine (PORT=8000 HOST=127.0.0.1; FRESH=1 begins anew)
	@$(SETUP) run
	@exec env $(if $(PORT),VIKTIG_PORT=$(PORT)) $(if $(filter command,$(origin HOST)),VIKTIG_HOST=$(HOST)) $(BIN)/viktig demo --database sqlite:///$(CURDIR)/.demo/viktig.db $(if $(FRESH),--fresh)

setup:  ## only prepare .venv and the web app
	@$(SETUP) run

test:  ## everything: linters, types, units, storage on both engines, real browsers, budgets of size
	@$(SETUP) test
	@$(MAKE) --no-print-directory lint types units
	@$(BIN)/pytest -n 2 --dist worksteal --durations=20

check:  ## fast: linters, types, units
	@$(SETUP) test
	@$(MAKE) --no-print-directory lint types units
	@$(BIN)/pytest -q tests

lint:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo

types:
	@$(BIN)/mypy $(wildcard server/viktig tests e2e bench tools conftest.py)
	@cd pwa && ./node_modules/.bin/tsc --build

units:
	@cd pwa && ./node_modules/.bin/vitest run

drills:  ## long forms of the drills: kills, full disks, two phones, forms by chance
	@$(SETUP) test
	@$(BIN)/python -m bench drills

chaos:  ## phones, a bad network and a dying server in an order made by chance (MINUTES=30 SEED=)
	@$(SETUP) test
	@$(BIN)/python -m bench.chaos --minutes $(or $(MINUTES),30) $(if $(SEED),--seed $(SEED))

browsers:  ## the loop in WebKitGTK and in Firefox; brings them from Debian when they are missing
	@$(SETUP) test
	@$(BIN)/python -m bench.browsers

bench:  ## benchmarks, each figure beside its goal
	@$(SETUP) test
	@$(BIN)/python -m bench

pictures:  ## the README's pictures, taken in a real browser
	@$(SETUP) test
	@$(BIN)/python -m tools.pictures

wheel:  ## one wheel in dist/, with the web app inside
	@$(SETUP) run
	@rm -rf dist && $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

lock:  ## newest versions of all packages into the locks
	@$(SETUP) run
	@$(BIN)/python tools/lock.py

clean:  ## take away what was made, keep what was written
	rm -rf .venv .demo dist build pwa/node_modules server/viktig/web .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
