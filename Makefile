# enit: every target installs what it needs first (tools/setup) and says so.

VERSION := $(shell sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
MVN     := mvn -B -ntp

.DEFAULT_GOAL := help
.PHONY: help test fmt clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

test: ## Check the formatting, compile, run all tests
	@tools/setup jdk maven erlang-all neovim -- $(MVN) test

fmt: ## Format the Java sources
	@tools/setup jdk maven -- $(MVN) -q spotless:apply

clean: ## Remove everything that was built
	@rm -rf target grammar/target server/target
