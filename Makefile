# What can be made here. Every target sets up what it needs first: its own .venv, nothing by hand.
PYTHON ?= python3
ARGS ?=

.PHONY: help run test check bench pictures translations

help:  ## list what can be made
	@sed -n 's/^\([a-z]*\):  *## /make \1	/p' Makefile | expand -t 20

run:  ## open the window with the sample project
	@$(PYTHON) tools/bootstrap.py run $(ARGS)

test:  ## run the tests (ARGS="tests/db -x" for some of them)
	@$(PYTHON) tools/bootstrap.py test $(ARGS)

check:  ## read the code: ruff, formatting, types, directions of imports
	@$(PYTHON) tools/bootstrap.py check

bench:  ## measure (ARGS="start open" for some rows), see docs/performance.md
	@$(PYTHON) tools/bootstrap.py bench $(ARGS)

pictures:  ## paint the window and the reports into docs/pictures
	@$(PYTHON) tools/bootstrap.py pictures $(ARGS)

translations:  ## bring the Chinese of the window up to date and list what is to be translated
	@$(PYTHON) tools/bootstrap.py translations $(ARGS)
