# presskit: demo and test need Go and make alone; check needs the tools that
# .ci/run installs.

GO          ?= go
STATICCHECK  = honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZTIME    ?= 20s
DEMO         = presskit/made

.PHONY: help demo test check format vet staticcheck race conformance sidebyside build bench fuzz schemas gallery clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## make the press kit of examples/made and say where it is
	@$(GO) run ./cmd/presskit build examples/made/release.yaml --output $(DEMO)

test: ## run all tests that need Go alone
	$(GO) test ./...

check: format vet staticcheck race conformance ## everything that CI checks

format:
	@files=$$(gofmt -l .); if [ -n "$$files" ]; then echo "not formatted with gofmt:"; echo "$$files"; exit 1; fi

vet:
	$(GO) vet ./...
	$(GO) vet -tags conformance ./conformance

staticcheck:
	$(GO) run $(STATICCHECK) ./...
	$(GO) run $(STATICCHECK) -tags conformance ./conformance

race: ## run the tests with the race detector
	$(GO) test -race ./...

conformance: ## hold the examples against the real tools
	$(GO) test -tags conformance -count=1 -timeout 20m ./conformance

sidebyside: ## show the PDFs and, beside them, the Word files in LibreOffice
	$(GO) test -tags conformance -count=1 -timeout 20m -v -run '^TestWordInLibreOffice$$' ./conformance -args -report $(CURDIR)/presskit/sidebyside

build: ## build the command as bin/presskit
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/presskit ./cmd/presskit

bench: ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz: ## run each fuzz target for FUZZTIME
	@for pkg in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
	    echo "$$pkg $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
	  done; \
	done

schemas: ## write the JSON Schemas that the examples name
	@mkdir -p examples/schema
	@for kind in release brand layout; do \
	  $(GO) run ./cmd/presskit schema $$kind > examples/schema/$$kind.schema.json || exit 1; \
	done

gallery: ## make every example in every layout, and the pictures of examples/gallery.jpg
	$(GO) run ./conformance/gallery -sheet examples/gallery.jpg presskit/gallery

clean: ## remove what builds and tests made
	rm -rf presskit bin conformance/node_modules conformance/verapdf/target conformance/compare/work
