# enit. Every target first installs what it needs and does not find (tools/setup), and says so.

VERSION := $(shell sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
PREFIX  := /usr/local
MVN     := mvn -B -ntp
BUILD   := tools/setup jdk maven erlang --
NEOVIM  := neovim-client
DIST    := server/target/enit-$(VERSION)

# Maven's own libraries use what Java 25 warns of.
export MAVEN_OPTS ?= --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow

.DEFAULT_GOAL := help
.PHONY: help demo test lint test-vscode test-otp fuzz soak dist vsix e2e bench install uninstall fmt clean prove-setup

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(DIST).tar.gz ## Show what enit does: diagnostics, effective configuration, a hover
	@tools/setup jdk erlang -- tools/demo $(DIST)

test: ## Check the formatting, compile, run all tests, try the distribution
	@$(MAKE) --no-print-directory lint
	@tools/setup jdk maven erlang-all neovim -- $(MVN) test
	@$(MAKE) --no-print-directory $(DIST).tar.gz
	@tools/setup jdk -- tools/test-dist $(DIST)
	@$(MAKE) --no-print-directory test-vscode

lint: ## Check Erlang (Dialyzer, xref), shell (ShellCheck) and Lua (luacheck, StyLua)
	@tools/setup lint node -- tools/lint $(NEOVIM)

test-vscode: ## Check and test the client code of the VS Code extension
	@tools/setup node -- tools/client npm run --silent check
	@tools/setup node -- tools/client npm test --silent

test-otp: ## Run the node tests against OTP 25, 27 and 29 (root; OTP=27 for one of them)
	@tools/setup jdk maven erlang-all debootstrap -- tools/test-otp $(OTP)

fuzz: ## Feed random input to all that reads what others wrote (SECONDS=600, SEED=N, TARGET=beams)
	@$(BUILD) env MVN='$(MVN)' tools/fuzz $(or $(SECONDS),600) '$(SEED)' '$(TARGET)'

dist: $(DIST).tar.gz ## Make server/target/enit-VERSION and its .tar.gz: runs without Java
	@echo $(DIST) $(DIST).tar.gz

$(DIST).tar.gz: $(shell find grammar/src/main server/src/main tools neovim-client samples -type f) pom.xml grammar/pom.xml tools/jinterface/pom.xml server/pom.xml LICENSE
	@$(BUILD) tools/dist $(VERSION)

vsix: $(DIST).tar.gz ## Make the extension of VS Code: one with its own runtime, one for every platform (JMODS=linux-arm64=DIR)
	@tools/setup jdk erlang node -- tools/vsix $(VERSION) $(DIST) $(JMODS)

e2e: vsix ## Drive a real VS Code (code-server in headless Chromium) and real Neovims
	@tools/setup erlang -- tools/e2e $(VERSION)
	@tools/setup erlang-all neovim $(if $(filter 0,$(shell id -u)),debootstrap) -- tools/e2e-neovim $(DIST)

soak: ## Edit 100,000 times at random and compare memory at the end (EDITS=100000 SEED=1)
	@$(BUILD) $(MVN) -q test -pl server -am -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Djunit.jupiter.execution.timeout.mode=disabled -Denit.soak=$(or $(EDITS),100000) $(if $(SEED),-Denit.seed=$(SEED))

bench: $(DIST).tar.gz ## Measure speed and memory beside file:consult/1 and a JSON server
	@tools/setup jdk maven erlang -- tools/bench $(DIST)

install: $(DIST).tar.gz ## Copy it to PREFIX/lib/enit (PREFIX=/usr/local, DESTDIR=) and link PREFIX/bin/enit
	@tools/install $(DIST) "$(DESTDIR)" "$(PREFIX)"

uninstall: ## Remove what install copied
	@rm -rf "$(DESTDIR)$(PREFIX)/lib/enit" "$(DESTDIR)$(PREFIX)/bin/enit"

fmt: ## Format the Java sources and the plugin for Neovim
	@tools/setup jdk maven -- $(MVN) -q spotless:apply
	@tools/setup node -- tools/client node ../tools/stylua.mjs --write ../$(NEOVIM)

prove-setup: ## Run demo and test in a Debian that has nothing but make and a JDK (root, debootstrap)
	@tools/setup jdk -- tools/prove-setup

clean: ## Remove everything that was built
	@rm -rf target bench/target grammar/target tools/jinterface/target server/target vscode-client/target vscode-client/out
