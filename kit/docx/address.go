package docx

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
)

// Word divides an address that is wider than its line at any character. In a narrow
// column one that is a little wider is set in narrower letters, so that it can be copied
// whole; others have line breaks where the printed kit divides addresses. Characters of
// no width would do so out of sight, but be copied with the address, which would lead
// nowhere.

// leastScale is how narrow letters are made.
const leastScale = 0.8

// isAddress reports whether a text is an address of a page or a mailbox and nothing else.
func isAddress(s string) bool {
	s = strings.TrimSpace(s)
	at := strings.IndexAny(s, ".@")
	return at > 0 && at < len(s)-1 && strings.IndexFunc(s, unicode.IsSpace) < 0 && strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// address is the style of addresses in a run of a style: a hyphen would seem to be a part
// of them.
func (s *sheet) address(in string) string {
	base := s.style(in)
	return s.characterVariant(in, base.name+" Address", func(v *style) {
		v.noProof, v.font, v.toggle = true, wordFont{}, toggle{}
	}).id
}

// narrowAddress fits a run that is an address into a measure that it takes some times
// as wide, if it can be narrowed so much.
func (s *sheet) narrowAddress(r *run, times float64) bool {
	if r.style == "" || times*leastScale > 1 {
		return false
	}
	percent := int(math.Floor(100 / times))
	base := s.style(r.style)
	r.style = s.characterVariant(r.style, base.name+" "+strconv.Itoa(percent), func(v *style) { v.scale = percent }).id
	return true
}

// breakAddress parts an address into lines of a measure.
func breakAddress(address string, m meter, measure doc.Pt) string {
	text := []rune(address)
	var lines []string
	start, end := 0, 0 // of a line, and where it may end
	for i := 1; i <= len(text); i++ {
		if i < len(text) && !hyphen.InAddress(text, i) {
			continue
		}
		if m.last = 0; end > start && m.advance(string(text[start:i])) > measure {
			lines = append(lines, string(text[start:end]))
			start = end
		}
		end = i
	}
	return strings.Join(append(lines, string(text[start:])), "\n")
}
