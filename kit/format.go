package kit

import (
	"context"
	"io"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// A Format renders a composed kit: kit/pdf and kit/docx have one each, and a
// program may bring its own.
//
// Render writes the whole file to w. It must give the same bytes for the same
// document, must not change the document, and stops with the context's error
// soon after the context is cancelled. Problems of the input that show only
// when pages are made are returned as a [diag.List].
type Format interface {
	Name() string      // as a user types it: "pdf"
	Extension() string // of its files, with the dot: ".pdf"
	Render(ctx context.Context, w io.Writer, d *doc.Document) error
}

// A Reporter is a Format that finds out, when pages are made, what its author
// should know though it keeps nothing from being made. RenderReport is Render,
// and gives warnings and notes. Places that name a file of the document, by
// [diag.File] and its name there, are made those of the definition.
type Reporter interface {
	Format
	RenderReport(ctx context.Context, w io.Writer, d *doc.Document) (diag.List, error)
}
