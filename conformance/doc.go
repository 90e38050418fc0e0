// Package conformance holds the examples against real tools: qpdf, poppler,
// veraPDF, the Open XML SDK's validator and LibreOffice. The files are made by
// the real command, as a user runs it; matrix_test.go makes every example in
// every layout on every sheet too, in one process, and finds in each PDF the
// words of the document tree, all of them in its order.
//
// Its tests have the build tag "conformance", so that go test ./... needs
// nothing but Go:
//
//	.ci/run            installs the tools and runs everything
//	make conformance   runs these tests alone
//
// A tool that is not there fails the tests; none is skipped. The XML Schemas of
// ISO/IEC 29500 are not part of this repository, for their licence does not say
// that they may be; the SDK's validator checks the same schemas and more.
package conformance
