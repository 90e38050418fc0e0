package docx

import (
	"strings"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/typeset/bidi"
)

// segment is a stretch of text of one direction.
type segment struct {
	text string
	rtl  bool
}

// directions parts the runs of a text where the direction changes; nil if all of it
// runs from left to right. Word orders and shapes by the marks of runs, with which they
// take signs and spaces (ISO/IEC 29500-1, 17.3.2.30): a bracket in the wrong run stands
// at the wrong end of the words. So the whole text decides, as UAX 9 has it, line by
// line.
func directions(t doc.Text, rtl bool) [][]segment {
	if !rtl && !turns(t) {
		return nil
	}
	var text []rune
	for _, r := range t {
		if r.Field != doc.NoField {
			text = append(text, '0')
			continue
		}
		text = append(text, []rune(r.Text)...)
	}
	sides := make([]bool, 0, len(text))
	for from := 0; from < len(text); {
		end := from
		for end < len(text) && text[end] != '\n' {
			end++
		}
		sides = append(sides, bidi.Sides(text[from:end], rtl)...)
		if end < len(text) {
			sides = append(sides, rtl)
			end++
		}
		from = end
	}
	parts := make([][]segment, len(t))
	for i, r := range t {
		if r.Field != doc.NoField {
			sides = sides[1:]
			continue
		}
		start, k := 0, 0
		for at := range r.Text {
			if at > 0 && sides[k] != sides[k-1] {
				parts[i] = append(parts[i], segment{r.Text[start:at], sides[k-1]})
				start = at
			}
			k++
		}
		if k > 0 {
			parts[i] = append(parts[i], segment{r.Text[start:], sides[k-1]})
		}
		sides = sides[k:]
	}
	return parts
}

// turns reports whether a text has characters that run from right to left, or marks of
// direction.
func turns(t doc.Text) bool {
	for _, r := range t {
		if strings.ContainsFunc(r.Text, turning) {
			return true
		}
	}
	return false
}

func turning(r rune) bool {
	return r >= 0x590 && (bidi.IsRightToLeft(r) || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069)
}
