# The commands of this repository. `make` lists them.

# npm's own news are none of this project's.
export npm_config_update_notifier := false
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
# Password hashing runs on libuv's pool: cores + 4 threads, so that file and DNS work never waits behind it.
export UV_THREADPOOL_SIZE ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 4)
# Hashes of passwords reuse one another's memory instead of keeping a block for each thread (docs/operating.md, Memory).
export MALLOC_ARENA_MAX ?= 1
export MALLOC_MMAP_THRESHOLD_ ?= 33554432
export MALLOC_TRIM_THRESHOLD_ ?= 134217728

installed := node_modules/.package-lock.json

.DEFAULT_GOAL := help
.PHONY: help run test test-contract truth test-security test-mock test-processes test-redis test-browser screenshots test-interop test-package example-react example-media-api example-own-sign-in chaos scaling check generate verify release-contract mock bench bench-rivals bench-growth bench-enumeration client package format

help: ## list these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-19s %s\n", $$1, $$2 }'

run: $(installed) ## start the service on http://localhost:8787, with a database of its own unless DATABASE_URL is set
	@exec node --max-semi-space-size=8 src/main.ts

test: $(installed) ## run the tests that take no longer than three minutes together
	@vitest run

test-mock: $(installed) ## run the same API stories against what the mock issuer remembers by, without a database
	@vitest run --config test/mockIssuer/vitest.config.ts

test-contract: $(installed) ## hold every operation to its contract, as everybody and with CASES (200) inputs each
	@CASES=$(or $(CASES),200) vitest run --config test/contract/vitest.config.ts

truth: $(installed) ## run both of these while docs/truth.json records what was answered, for /docs/truth
	@CASES=$(or $(CASES),10) vitest run --config test/truth/vitest.config.ts

test-security: $(installed) ## attack it in every way that is known of this field
	@vitest run --config test/security/vitest.config.ts

test-processes: $(installed) ## run the tests that start, kill and stop programs: the command line, several nodes, lost databases
	@vitest run --config test/processes.config.ts

test-redis: $(installed) ## run the tests of rate limits, in memory and shared; installs a Redis where there is none
	@sh test/support/install-redis.sh
	@vitest run --config test/redis.config.ts

test-browser: $(installed) ## run the tests that need a real browser; installs Chromium where there is none
	@sh test/support/install-chromium.sh
	@vitest run --config test/browser/vitest.config.ts

screenshots: $(installed) ## take pictures of every page, into docs/pages
	@sh test/support/install-chromium.sh
	@sh test/support/install-pngquant.sh
	@SCREENSHOTS=docs/pages vitest run --config test/browser/vitest.config.ts test/browser/screenshots.browser.ts
	@pngquant --ext .png --force --skip-if-larger --strip docs/pages/*.png || [ $$? -eq 98 ] # 98: one is small already

test-interop: $(installed) ## run real client libraries against the service; installs Chromium and Apache where there are none
	@sh test/support/install-chromium.sh
	@sh test/support/install-apache.sh
	@vitest run --config test/interop/vitest.config.ts

test-package: package ## install what is packed in empty folders, and run it: server, SDK, quickstart, examples
	@sh test/support/install-chromium.sh
	@vitest run --config test/package/vitest.config.ts

example-react: client ## run the single-page app of client/examples beside `make run`
	@cd client/examples/react-app && npm install --no-package-lock --silent --no-audit --no-fund && exec npm start --silent

example-media-api: client ## run the media API of client/examples beside `make run`
	@cd client/examples/media-api && npm install --no-package-lock --silent --no-audit --no-fund && exec npm start --silent

example-own-sign-in: client ## run the sign-in page of client/examples beside `make run`
	@cd client/examples/own-sign-in && npm install --no-package-lock --silent --no-audit --no-fund && exec npm start --silent

chaos: $(installed) ## break and overload a real service, for some minutes (SHORT=1: two or three; SOAK=30: load it for 30 minutes instead)
	@sh test/support/install-faketime.sh || echo "without libfaketime: no clock jumps"
	@sh test/support/install-redis.sh || echo "without redis-server: no Redis is lost"
	@SHORT=$(SHORT) SOAK=$(SOAK) vitest run --config test/chaos/vitest.config.ts

scaling: $(installed) ## two nodes behind HAProxy, a standby that becomes the primary, PgBouncer; installs them where they are missing
	@sh test/support/install-scaling.sh
	@vitest run --config test/scaling/vitest.config.ts

check: $(installed) ## format, lint, types, contract and what it promised, dependency rules, unused code
	@echo 'format'; oxfmt --check .
	@echo 'lint'; oxlint --type-aware --deny-warnings
	@echo 'types'; tsc --noEmit
	@echo 'contract'; redocly lint openapi/openapi.yaml generated/openapi.json --config openapi/redocly.yaml
	@echo 'compatibility'; node openapi/generate/checkReleased.ts
	@echo 'dependency rules'; depcruise --config .dependency-cruiser.cjs src client openapi
	@echo 'unused code'; knip

generate: $(installed) ## regenerate generated/ and docs/configuration.md from openapi/, src/config.ts and the rules
	@node openapi/generate/generate.ts && echo 'generated'

verify: generate ## regenerate and fail if anything differs from what is committed
	@git diff --exit-code --stat -- generated docs/configuration.md
	@test -z "$$(git ls-files --others --exclude-standard -- generated)" || { echo 'generated/ has files that are not committed'; exit 1; }
	@echo 'generated files are in step with the contract'

release-contract: generate ## make the contract as it is the one that programs may rely on (BREAKING='why' where it breaks them)
	@BREAKING='$(BREAKING)' node openapi/generate/checkReleased.ts --release

mock: $(installed) ## serve the contract's examples with Prism on http://127.0.0.1:4010
	@exec prism mock generated/openapi.json --port 4010

bench: $(installed) $(if $(ONLY),,package) ## measure each operation beside its floor and write docs/performance.md (ONLY=<regular expression>: some, written nowhere)
	@ONLY='$(ONLY)' node test/bench/bench.ts

bench-rivals: $(installed) ## the same beside node-oidc-provider and better-auth, which it installs
	@npm ci --prefix test/bench/rivals --loglevel=error --no-fund --no-audit
	@node test/bench/rivals.ts

bench-growth: $(installed) ## measure whether requests cost the same with a thousand and 100,000 people (LARGE=1: ten million, which takes half an hour)
	@LARGE='$(LARGE)' node test/bench/growth.ts

bench-enumeration: $(installed) ## measure whether the time of a refused sign-in tells known addresses from others
	@node test/bench/enumeration.ts

client: $(installed) ## build the SDK into client/dist
	@rm -rf client/dist && tsc -p client/tsconfig.json && echo "built client/dist"

package: client ## pack the server and the SDK into dist/
	@rm -rf dist && node src/cli/package.build.ts
	@npm pack --silent --pack-destination dist ./dist/latchkey ./client

format: $(installed) ## format everything that is written by hand
	@oxfmt .

# One installation brings everything: Node 24, PostgreSQL, the tools. Nothing is installed outside this folder.
$(installed): package.json package-lock.json client/package.json
	@echo 'installing packages with npm ci, once (about half a minute) ...'
	@npm ci --loglevel=error --no-fund --no-audit
	@ln -sf ../../src/cli/latchkey.ts node_modules/.bin/latchkey # npx latchkey: npm links no commands of its own root
	@touch $@
