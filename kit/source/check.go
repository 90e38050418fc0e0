package source

import (
	"bytes"
	"fmt"
	"slices"
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
		list.Add(diag.Start(src), "too-large", "the file is larger than %d MB", MaxSize>>20)
		return false
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte(bom)))) == 0 {
		empty(list, src)
		return false
	}
	if len(data) > maxMarks && countMarks(data) > maxMarks {
		list.Add(diag.Start(src), "too-large", "the file holds too many lines or values").
			Hint = fmt.Sprintf("at most %d line breaks, commas, colons and brackets", maxMarks)
		return false
	}
	return checkCharacters(src, list)
}

func countMarks(data []byte) (marks int) {
	for _, c := range data {
		switch c {
		case '\n', '\r', ',', ':', '[', '{':
			marks++
		}
	}
	return marks
}

func empty(list *diag.List, src *diag.Source) {
	list.Add(diag.Start(src), "empty-file", "the file is empty")
}

// checkCharacters reports invalid UTF-8 and forbidden characters.
func checkCharacters(src *diag.Source, list *diag.List) bool {
	found := 0
	for i := 0; i < len(src.Data) && found < maxCharacterErrors; {
		r, size := rune(src.Data[i]), 1
		if r >= ' ' && r < 0x7f || r == '\n' { // as most are
			i++
			continue
		}
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
		case Forbidden(r) && !(i == 0 && r == '\ufeff'):
			list.Add(span, "forbidden-character", "U+%04X is not allowed in text", r)
			found++
		}
		i += size
	}
	return found == 0
}

// checkEscapes reports the forbidden characters that come in through escapes, of a file
// that cannot be parsed because of those that stand in it as they are.
func checkEscapes(src *diag.Source, parse func(*builder) *Node, list *diag.List) {
	if !utf8.Valid(src.Data) || bytes.IndexByte(src.Data, '\\') < 0 || len(*list) == 0 || (*list)[0].Rule != "forbidden-character" {
		return
	}
	blank := make([]byte, 0, len(src.Data))
	for _, r := range string(src.Data) {
		if Forbidden(r) {
			blank = append(blank, strings.Repeat(" ", utf8.RuneLen(r))...)
		} else {
			blank = utf8.AppendRune(blank, r)
		}
	}
	found := slices.Clone(*list)
	if root := parse(&builder{src: diag.NewSource(src.Name, blank), list: new(diag.List)}); root != nil {
		checkText(root, &found)
	}
	for _, d := range found[len(*list):] {
		d.Span.Source = src
		*list = append(*list, d)
	}
	list.Sort()
}

// Forbidden reports whether no text may hold r: because XML 1.0 (production 2,
// Char) cannot; because it is a control of C1 or DEL, which are nothing but
// broken encodings; because it embeds, overrides or isolates the direction of what follows, so
// that a text reads otherwise than it is written (Unicode TR 36, 3.2) – the marks
// U+200E, U+200F and U+061C do not –; or because it is one of the noncharacters
// U+FDD0 to U+FDEF, which Unicode keeps for use within programs and which the
// markup package uses so.
func Forbidden(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\t' && r != '\n' && r != '\r'
	case r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
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
		if i := strings.IndexFunc(n.Text.Value, Forbidden); i >= 0 {
			r, size := utf8.DecodeRuneInString(n.Text.Value[i:])
			list.Add(n.Text.At(i, i+size), "forbidden-character", "U+%04X is not allowed in text", r)
		}
	}
	for _, item := range n.Items {
		checkText(item, list)
	}
	for _, e := range n.Entries {
		if i := strings.IndexFunc(e.Key, Forbidden); i >= 0 {
			r, _ := utf8.DecodeRuneInString(e.Key[i:])
			list.Add(e.KeySpan, "forbidden-character", "U+%04X is not allowed in a key", r)
		}
		checkText(e.Value, list)
	}
}
