// Package damage tells the authors of a kit which of their files are broken.
//
// Some damage to fonts and pictures shows only when glyphs are taken out or
// pixels are read, deep in the making of a file. [Explain] turns such an error
// into problems of the input, which it is about.
package damage

import (
	"errors"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// Explain turns errors about damaged fonts and pictures into a [diag.List] with
// rules bad-font and bad-picture. Their places name the file as the document
// does: a face or a picture by its Name. Other errors stay as they are.
func Explain(err error, faces []doc.Face) error {
	if err == nil {
		return nil
	}
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	var list diag.List
	told := map[string]bool{}
	for _, e := range all {
		d, ok := problem(e, faces)
		if !ok {
			return err
		}
		if !told[d.Message] {
			told[d.Message] = true
			list = append(list, d)
		}
	}
	return list
}

// File is the place of a problem with a file that a document brings.
func File(name string) diag.Span { return diag.File(diag.NewSource(name, nil)) }

// problem is what an error says of a font or a picture; ok is false if it is
// about neither.
func problem(err error, faces []doc.Face) (d diag.Diagnostic, ok bool) {
	d = diag.Diagnostic{Severity: diag.Error, Kind: diag.Invalid}
	var badFont *font.FileError
	var badPicture *picture.Error
	switch {
	case errors.As(err, &badFont):
		d.Rule, d.Message = "bad-font", strings.TrimPrefix(err.Error(), "pdf: ")
		d.Hint = "get the font's file anew from where it comes from, or use another font"
		if name := faceAtFault(d.Message, faces); name != "" {
			d.Span = File(name)
		}
	case errors.As(err, &badPicture):
		d.Rule, d.Message, d.Hint = "bad-picture", badPicture.Name+" cannot be used: "+badPicture.Message, badPicture.Hint
		d.Span = File(badPicture.Name)
	default:
		return d, false
	}
	return d, true
}

// faceAtFault gives the name of the face that a message is about, which calls it
// by its name or, when its glyphs are read, by that which the font itself has.
func faceAtFault(message string, faces []doc.Face) string {
	for _, f := range faces {
		if strings.Contains(message, "font "+f.Name+":") {
			return f.Name
		}
	}
	for _, f := range faces {
		if p, err := font.Parse(f.Data); err == nil && strings.Contains(message, "font "+p.PostScriptName()+":") {
			return f.Name
		}
	}
	return ""
}
