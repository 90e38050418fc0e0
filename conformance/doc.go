// Package conformance holds the examples against real tools: qpdf, poppler,
// veraPDF, the Open XML SDK's validator, xmllint, mammoth and LibreOffice. The
// files are made by the real command, as a user runs it; matrix_test.go makes
// every example in every layout on every sheet too, in one process, and finds in
// each PDF the words of the document tree, all of them in its order, but for blocks
// that are read with the page on which they were set (moved_test.go).
//
// word_test.go makes the Word files of the same, and of the kits in testdata. The
// other tests of its name validate each, with the SDK (docx_test.go) and against
// the schemas (wordschema_test.go), find the texts of the tree in its order
// (wordorder_test.go), show it in LibreOffice (wordoffice_test.go), and have
// LibreOffice save it (wordround_test.go). make sidebyside writes pictures of both
// formats.
//
// Its tests have the build tag "conformance", so that go test ./... needs
// nothing but Go:
//
//	.ci/run            installs the tools and runs everything
//	make conformance   runs these tests alone
//
// A tool that is not there fails the tests; none is skipped. The XML Schemas of
// ISO/IEC 29500 are not part of this repository, for their licence does not say
// that they may be: OOXML_SCHEMAS names their folder.
package conformance
