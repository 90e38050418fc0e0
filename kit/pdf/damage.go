package pdf

import (
	"errors"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// explain turns errors about damaged fonts and pictures into problems of the
// input, which they are: a diag.List. Some damage shows only when glyphs are
// taken out or pixels are read. Other errors stay as they are.
func explain(err error) error {
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
		d, ok := damage(e)
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

// damage is what an error says of a font or a picture; ok is false if it is
// about neither.
func damage(err error) (d diag.Diagnostic, ok bool) {
	d = diag.Diagnostic{Severity: diag.Error, Kind: diag.Invalid}
	var badFont *font.FileError
	var badPicture *picture.Error
	switch {
	case errors.As(err, &badFont):
		d.Rule, d.Message = "bad-font", strings.TrimPrefix(err.Error(), "pdf: ")
		d.Hint = "get the font's file anew from where it comes from, or use another font"
	case errors.As(err, &badPicture):
		d.Rule, d.Message, d.Hint = "bad-picture", badPicture.Name+" cannot be used: "+badPicture.Message, badPicture.Hint
	default:
		return d, false
	}
	return d, true
}
