package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
)

const bom = "\ufeff"

// maxCharacterErrors is how many bad characters of a file are reported.
const maxCharacterErrors = 10

// checkBytes reports what is wrong with a file before its format matters, and
// whether it can be parsed.
func checkBytes(src *diag.Source, list *diag.List) bool {
	data := src.Data
	if len(data) > MaxSize {
		list.Add(diag.File(src), "too-large", "the file is larger than %d MB", MaxSize>>20)
		return false
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte(bom)))) == 0 {
		empty(list, src)
		return false
	}
	marks := 0
	for _, c := range data {
		switch c {
		case '\n', '\r', ',', ':', '[', '{':
			marks++
		}
	}
	if marks > maxMarks {
		list.Add(diag.File(src), "too-large", "the file holds too many lines or values").
			Hint = fmt.Sprintf("at most %d line breaks, commas, colons and brackets", maxMarks)
		return false
	}
	return checkCharacters(src, list)
}

func empty(list *diag.List, src *diag.Source) {
	list.Add(diag.File(src), "empty-file", "the file is empty").
		Hint = "a release needs at least language, headline and body"
}

// checkCharacters reports invalid UTF-8 and forbidden characters.
func checkCharacters(src *diag.Source, list *diag.List) bool {
	found := 0
	for i := 0; i < len(src.Data) && found < maxCharacterErrors; {
		r, size := rune(src.Data[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(src.Data[i:])
		}
		span := diag.Span{Source: src, Start: i, End: i + size}
		switch {
		case r == utf8.RuneError && size == 1:
			d := list.Add(span, "invalid-utf8", "byte 0x%02X is not valid UTF-8", src.Data[i])
			if i < 2 && len(src.Data) > 1 && (src.Data[0] == 0xff && src.Data[1] == 0xfe || src.Data[0] == 0xfe && src.Data[1] == 0xff) {
				d.Hint = "the file is UTF-16; save it as UTF-8"
				return false
			}
			d.Hint = "save the file as UTF-8"
			found++
		case forbidden(r) && !(i == 0 && r == '\ufeff'):
			list.Add(span, "forbidden-character", "U+%04X is not allowed in text", r)
			found++
		}
		i += size
	}
	return found == 0
}

// forbidden reports whether XML 1.0 (production 2, Char) cannot hold r, or r is
// one of the noncharacters U+FDD0 to U+FDEF, which Unicode keeps for use within
// programs and which the markup package uses so.
func forbidden(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n' && r != '\r'
	case r >= 0xd800 && r <= 0xdfff, r == 0xfffe, r == 0xffff:
		return true
	}
	return r >= 0xfdd0 && r <= 0xfdef
}

// checkText reports forbidden characters that came in through escapes.
func checkText(n *Node, list *diag.List) {
	if len(*list) >= maxCharacterErrors {
		return
	}
	if n.Kind == StringKind {
		if i := strings.IndexFunc(n.Text.Value, forbidden); i >= 0 {
			r, size := utf8.DecodeRuneInString(n.Text.Value[i:])
			list.Add(n.Text.At(i, i+size), "forbidden-character", "U+%04X is not allowed in text", r)
		}
	}
	for _, item := range n.Items {
		checkText(item, list)
	}
	for _, e := range n.Entries {
		if i := strings.IndexFunc(e.Key, forbidden); i >= 0 {
			r, _ := utf8.DecodeRuneInString(e.Key[i:])
			list.Add(e.KeySpan, "forbidden-character", "U+%04X is not allowed in a key", r)
		}
		checkText(e.Value, list)
	}
}
