# Two commands do all: `make demo` and `make test`. Both build their own .venv from requirements/lock.txt.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then echo $$p; break; fi; done)
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: demo test check lint types house catalogue wheel bench lock clean

demo: $(READY) ## the main job on invented data, into the folder demo/
	$(RUN) cli.py demo demo

test: $(READY) ## all tests, with line and branch coverage of attendance/
	rm -f .coverage .coverage.*
	$(RUN) -m coverage run -m pytest -n auto -q
	$(RUN) -m coverage combine -q
	$(RUN) -m coverage report

check: lint types house wheel ## what CI asks besides the tests

lint: $(READY)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: $(READY)
	$(RUN) -m mypy

house: $(READY) ## the imports point one way
	$(VENV)/bin/lint-imports

catalogue: $(READY) ## bring the Indonesian catalogue up to date with the source
	$(RUN) tests/catalogue.py update

wheel: $(READY) ## build the wheel, install it into an empty environment, and run it from another folder
	sh tests/wheel.sh $(RUN)

bench: $(READY) benchmarks/.venv ## ratios against their floors
	$(RUN) -m benchmarks

benchmarks/.venv: benchmarks/requirements.txt
	$(PYTHON) -m venv $@
	$@/bin/pip install --quiet -r benchmarks/requirements.txt
	touch $@

lock: $(READY) ## renew requirements/lock.txt; wants uv
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--python-version 3.11 --group dev pyproject.toml -o requirements/lock.txt

clean:
	rm -rf $(VENV) demo dist build .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Debian and Ubuntu keep venv in a package of its own: where it is missing, it is installed.
$(READY): requirements/lock.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "apel wants Python 3.11 or later: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "This Python has no venv; installing python3-venv."; \
		$$(test "$$(id -u)" = 0 || echo sudo) apt-get install -y -q python3-venv; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lock.txt
	touch $(READY)
