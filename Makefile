# What a newcomer needs: `make run` to see an analysis, `make test` to check the whole.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help run test test-full browser browser-tests browser-system editor-tests exchange-tests scale-tests load kill kill-tests solver \
	bench conformance fuzz package package-test package-system lint system clean

# The sheet that `make run` analyses, the report it writes, and further options of `analyst analyse`.
SHEET ?= $(firstword $(sort $(wildcard sheets/amsterdam/*.yaml)))
REPORT ?= analysis.html
OPTIONS ?= --date 2026-11-01
# The dossiers that `make run` serves, with one example; the port; and SERVE=0 for the analysis alone.
DATABASE ?= .analyst/dossiers.sqlite
PORT ?= 8080
SERVE ?= 1
# A folder with a DMN test kit (TestCases/ inside), for `make conformance`.
KIT ?=
# A folder with the facts of Manners and Waltz and the given Areas set, for `make bench`; what is not there is left out.
FACTS ?= ../shared/data/benchmarks
# An earlier checkout with its release build, that `make bench` measures in the same rounds.
BEFORE ?=
# What the formatter checks: all Swift of the project, its nested packages included.
SWIFT_FILES := Package.swift Sources Tests $(foreach nested,Benchmarks Fuzzing,$(nested)/Package.swift $(nested)/Sources)
# How the tests are built: optimised, which costs some minutes of building and saves more of testing. Assertions, overflow checks
# and access for tests stay as in a debug build. `make test TEST_BUILD=` builds plainly.
TEST_BUILD ?= -Xswiftc -O -Xswiftc -assert-config -Xswiftc Debug
# Further options of the build of `make package`.
PACKAGE_BUILD ?=
# How many random inputs `make fuzz` tries, and what they follow from.
COUNT ?= 1000000
SEED ?= 1
# Set where no browser can be had: the pages are then not tested.
SKIP_BROWSER ?=
# Set where no Python packages can be had: exports are then not tried on programs of others.
SKIP_EXCHANGE ?=
# What else pytest is told, such as CHECKS='-k journey'.
CHECKS ?=

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

run: system ## Build the product, analyse an example area and serve it in a browser
	@$(heartbeat)
	if [ -z "$(SHEET)" ]; then echo "No fact sheet in sheets/amsterdam; name one: make run SHEET=path/to/sheet.yaml" >&2; exit 1; fi
	echo "Building analyst (the first time takes several minutes) ..."
	swift build -c release --product analyst
	"$$(swift build -c release --show-bin-path)/analyst" analyse "$(SHEET)" --format html -o "$(REPORT)" $(OPTIONS)
	echo
	echo "The analysis of $(SHEET) is in $$(pwd)/$(REPORT): open it in a browser."
	echo "Try next:"
	echo "  .build/release/analyst analyse $(SHEET) --lang en"
	echo "  .build/release/analyst ask $(SHEET)"
	echo "  .build/release/analyst rules check"
	echo
	analyst="$$(swift build -c release --show-bin-path)/analyst"
	if [ ! -e "$(DATABASE)" ]; then
		mkdir -p "$$(dirname "$(DATABASE)")"
		"$$analyst" dossier new "$(SHEET)" --database "$(DATABASE)"
	fi
	kill "$$beat" 2>/dev/null || true
	if [ "$(SERVE)" = 1 ]; then "$$analyst" serve --database "$(DATABASE)" --port "$(PORT)"; fi

test: system ## Build everything and run all checks
	@$(heartbeat)
	echo "1/8 The layout of the Swift files ..."
	$(MAKE) --no-print-directory lint
	echo "2/8 Building the product and its tests ..."
	log="$$(mktemp)"
	swift build --build-tests $(TEST_BUILD) 2>&1 | tee "$$log"
	warnings="$$(grep -E "^($$(pwd)/(Sources|Tests)/|macro expansion ).*: warning: " "$$log" | sort -u || true)"
	rm -f "$$log"
	if [ -n "$$warnings" ]; then printf 'Warnings count as errors:\n%s\n' "$$warnings" >&2; exit 1; fi
	analyst="$$(swift build --show-bin-path)/analyst"
	echo "3/8 Checking the rules ..."
	"$$analyst" rules check
	echo "4/8 Trying the cases of the rules ..."
	"$$analyst" rules test
	echo "5/8 Running the tests, with a short fuzz and, where it is at hand, the DMN test kit ..."
	swift test --skip-build
	$(MAKE) --no-print-directory editor-tests
	$(MAKE) --no-print-directory exchange-tests
	echo "6/8 Comparing the explanations of all sixteen areas ..."
	ANALYST_FULL_TESTS=1 swift test --skip-build --filter AreaExplanationTests
	echo "7/8 Looking at the pages in a real browser ..."
	$(MAKE) --no-print-directory browser-tests
	echo "8/8 Killing server and terminal at work, for half a minute ..."
	$(MAKE) --no-print-directory kill-tests SECONDS_OF_KILLS=30

test-full: system ## Run all cases of the random tests and all areas (much longer)
	@$(heartbeat)
	swift build --build-tests
	ANALYST_FULL_TESTS=1 swift test --skip-build

browser: system ## Look at the pages in a real browser (SKIP_BROWSER=1 where there is none; CHECKS='-k journey')
	@$(heartbeat)
	if [ -z "$(SKIP_BROWSER)" ]; then swift build --product analyst $(TEST_BUILD); fi
	$(MAKE) --no-print-directory browser-tests

# The language server as an editor starts it; on the program as it was built last.
editor-tests:
	@ANALYST="$$(swift build --show-bin-path)/analyst" python3 -m unittest discover -s Tests/AnalystLanguageServerTests/Python

# What programs of others make of exports and schemas (Python, in .build-exchange); on the program as it was built last.
exchange-tests:
	@if [ -n "$(SKIP_EXCHANGE)" ]; then echo "Left out: SKIP_EXCHANGE is set."; exit 0; fi
	if [ ! -x .build-exchange/bin/python ] || [ Tests/ExchangeTests/requirements.txt -nt .build-exchange/made ]; then
		python3 -m venv --clear .build-exchange
		.build-exchange/bin/pip install --quiet --disable-pip-version-check -r Tests/ExchangeTests/requirements.txt
		touch .build-exchange/made
	fi
	ANALYST="$$(swift build --show-bin-path)/analyst" .build-exchange/bin/python -B -m unittest discover -s Tests/ExchangeTests

scale-tests: system ## Run records in parts, under xargs and on Spark: the answers of one process (needs Java)
	@if ! command -v java >/dev/null; then echo "There is no Java here, which Spark needs: apt-get install default-jre-headless" >&2; exit 1; fi
	if [ ! -x .build-scale/bin/python ] || [ Tests/ScaleTests/requirements.txt -nt .build-scale/made ]; then
		python3 -m venv --clear .build-scale
		.build-scale/bin/pip install --quiet --disable-pip-version-check -r Tests/ScaleTests/requirements.txt
		touch .build-scale/made
	fi
	swift build --product analyst $(TEST_BUILD)
	ANALYST="$$(swift build --show-bin-path)/analyst" .build-scale/bin/python -B -m unittest discover -s Tests/ScaleTests

# On the program as it was built last.
browser-tests:
	@if [ -n "$(SKIP_BROWSER)" ]; then echo "Left out: SKIP_BROWSER is set."; exit 0; fi
	$(MAKE) --no-print-directory browser-system
	if [ ! -x .build-browser/bin/pytest ] || [ -n "$$(find Tests/BrowserTests -name 'requirements*.txt' -newer .build-browser/made 2>&1)" ]; then
		python3 -m venv --clear .build-browser
		.build-browser/bin/pip install --quiet --disable-pip-version-check -r Tests/BrowserTests/requirements.txt
		.build-browser/bin/pip install --quiet --disable-pip-version-check --no-deps -r Tests/BrowserTests/requirements-axe.txt
		touch .build-browser/made
	fi
	export ANALYST_PROGRAM="$${ANALYST_PROGRAM:-$$(swift build --show-bin-path)/analyst}" PYTHONDONTWRITEBYTECODE=1
	check() { .build-browser/bin/python -m pytest Tests/BrowserTests -n 2 --dist loadfile -o cache_dir="$$(pwd)/.build-browser/cache" "$$@"; }
	if ! check $(CHECKS); then
		echo "Once more what failed: a browser on a busy machine may be late; what fails twice counts."
		check --last-failed $(CHECKS)
	fi

browser-system:
	@missing=()
	command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
	command -v chromedriver >/dev/null || missing+=(chromium-driver)
	python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
	$(install_missing)
	if ! command -v chromedriver >/dev/null; then
		echo "The pages need a browser to be tested: Chromium with its driver. Without one: SKIP_BROWSER=1." >&2
		exit 1
	fi

load: system ## Let 200 people answer on 500 dossiers for two minutes; print times and memory (LOAD='--seconds 60')
	@$(heartbeat)
	swift build --product analyst $(TEST_BUILD)
	ANALYST_PROGRAM="$${ANALYST_PROGRAM:-$$(swift build --show-bin-path)/analyst}" PYTHONDONTWRITEBYTECODE=1 \
		python3 Tests/LoadTests/load.py $(LOAD)

kill: system ## Kill server and terminal at 1000 random moments of journeys, and look for each confirmed answer (COUNT=100)
	@$(heartbeat)
	swift build --product analyst $(TEST_BUILD)
	$(MAKE) --no-print-directory kill-tests

# On the program as it was built last.
kill-tests:
	@export ANALYST_PROGRAM="$${ANALYST_PROGRAM:-$$(swift build --show-bin-path)/analyst}" PYTHONDONTWRITEBYTECODE=1
	python3 Tests/LoadTests/kill.py --count "$${COUNT:-1000}" --seconds "$${SECONDS_OF_KILLS:-0}"

solver: system ## Compare the choice of a package with a solver for mixed-integer programmes (SciPy, in .build-solver)
	@$(heartbeat)
	python3 -m venv .build-solver
	.build-solver/bin/pip install --quiet scipy
	swift build --build-tests $(TEST_BUILD)
	ANALYST_FULL_TESTS=1 ANALYST_PYTHON="$$(pwd)/.build-solver/bin/python" swift test --skip-build --filter PackageSolverTests

bench: system ## Print how long start-up, an analysis and the benchmark programs take (release build)
	@$(heartbeat)
	if [ ! -f Benchmarks/Package.swift ]; then echo "There is no package Benchmarks/ here." >&2; exit 1; fi
	swift build -c release --product analyst
	swift build -c release --package-path Benchmarks
	"$$(swift build -c release --package-path Benchmarks --show-bin-path)/EngineBenchmarks" rules "$(SHEET)" \
		"$$(swift build -c release --show-bin-path)/analyst"
	if ! command -v python3 >/dev/null; then echo "Python 3 is not installed: no comparison with CLIPS and C."; exit 0; fi
	python3 Benchmarks/sheets.py "$$(swift build -c release --show-bin-path)/analyst" sheets/areas $(if $(BEFORE),--before "$(BEFORE)")
	python3 Benchmarks/run.py --data "$(FACTS)" --analyst "$$(swift build -c release --show-bin-path)/analyst" \
		$(if $(BEFORE),--before "$(BEFORE)/.build/release/analyst") \
		--scaling "$$(swift build -c release --package-path Benchmarks --show-bin-path)/AreasBenchmarks"

conformance: system ## Run the DMN test kit (KIT=DIR, else ../shared/conformance/dmn-tck.tar.gz)
	@$(heartbeat)
	swift build --build-tests >&2
	KIT="$(KIT)" swift test --skip-build --filter ConformanceTests

fuzz: system ## Try a million random texts, sound and broken (COUNT=, SEED=)
	@$(heartbeat)
	swift build -c release --package-path Fuzzing
	"$$(swift build -c release --package-path Fuzzing --show-bin-path)/Fuzzing" Tests/RuleEngineTests/Broken/Files rules \
		--count $(COUNT) --seed $(SEED)

package: system package-system ## Make a Debian package and a tarball, with the Swift runtime linked in (in .build-package)
	@$(heartbeat)
	# What FoundationNetworking and FoundationXML stand on is not linked in: the system keeps it up to date.
	swift build -c release --static-swift-stdlib --product analyst --scratch-path .build-package \
		-Xlinker -lcurl -Xlinker -lxml2 $(PACKAGE_BUILD)
	rm -f .build-package/analyst_*.deb .build-package/analyst-*.tar.gz
	Packaging/package.sh .build-package/release/analyst .build-package

package-test: package ## Try the package in a clean Debian without Swift (needs root and debootstrap)
	@$(heartbeat)
	Packaging/test.sh .build-package

# What `make package` needs beyond `system`: the libraries under Foundation, and Debian's tools for packages.
package-system:
	@missing=()
	{ command -v curl-config || [ -e /usr/include/curl/curl.h ]; } >/dev/null 2>&1 || missing+=(libcurl4-openssl-dev)
	[ -e /usr/include/libxml2/libxml/parser.h ] || missing+=(libxml2-dev)
	command -v dpkg-shlibdeps >/dev/null || missing+=(dpkg-dev)
	command -v strip >/dev/null || missing+=(binutils)
	$(install_missing)

lint: ## Check the layout of the Swift files
	@swift format lint --strict --recursive $(SWIFT_FILES)

system: ## Install the system packages the build needs, where they are missing
	@missing=()
	pkg-config --version >/dev/null 2>&1 || missing+=(pkg-config)
	{ pkg-config --exists yaml-0.1 || [ -e /usr/include/yaml.h ]; } 2>/dev/null || missing+=(libyaml-dev)
	{ pkg-config --exists zlib || [ -e /usr/include/zlib.h ]; } 2>/dev/null || missing+=(zlib1g-dev)
	{ pkg-config --exists sqlite3 || [ -e /usr/include/sqlite3.h ]; } 2>/dev/null || missing+=(libsqlite3-dev)
	$(install_missing)
	if ! command -v swift >/dev/null; then
		echo "Swift 6.2 or newer is missing: https://www.swift.org/install" >&2
		exit 1
	fi

clean: ## Remove what was built
	@rm -rf .build .build-package

# Prints a line each minute while a recipe works, so that a quiet build does not look like a stuck one.
define heartbeat
( while sleep 60 </dev/null >/dev/null 2>&1; do echo "... still working, $$(( SECONDS / 60 )) min"; done ) &
beat=$$!
trap 'kill "$$beat" 2>/dev/null || true' EXIT
endef

# Installs the packages in the list `missing`.
define install_missing
	if [ $${#missing[@]} -gt 0 ]; then
		if ! command -v apt-get >/dev/null; then
			echo "Please install first: $${missing[*]} (or what your system calls them)." >&2
			exit 1
		fi
		as_root=()
		if [ "$$(id -u)" -ne 0 ]; then
			if ! command -v sudo >/dev/null; then
				echo "Please ask an administrator to run: apt-get install $${missing[*]}" >&2
				exit 1
			fi
			as_root=(sudo)
		fi
		echo "Installing $${missing[*]} ..."
		"$${as_root[@]}" apt-get update -qq
		"$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}"
	fi
endef
