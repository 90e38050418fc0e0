package docx

import (
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/typeset/hyphen"
)

// softHyphen is where Word may divide a word though its style is not hyphenated
// (w:softHyphen, ISO/IEC 29500-1, 17.3.3.29).
const softHyphen = "\u00ad"

// sureMeasure is the share of a measure that Word surely leaves to a word.
const sureMeasure = 0.98

// mostAdvance is more than a byte of a word takes, in em.
const mostAdvance = 1.5

// divide puts soft hyphens into the words of a paragraph that are wider than its
// measure, where they would be cut between any two letters, and fits addresses into
// it. Word hyphenates other words of a style with hyphens itself.
func (b *builder) divide(content []inline, st *style, measure doc.Pt) {
	if measure = sureMeasure * (measure - st.inner - st.innerEnd); measure <= 0 {
		return
	}
	for _, c := range content {
		switch c := c.(type) {
		case *link:
			for _, c := range c.content {
				if r, ok := c.(*run); ok {
					b.divideRun(r, st.look, measure)
				}
			}
		case *run:
			b.divideRun(c, st.look, measure)
		}
	}
}

func (b *builder) divideRun(r *run, l doc.Style, measure doc.Pt) {
	if r.code {
		return
	}
	lang := r.lang
	if lang == "" {
		lang = b.d.Lang
	}
	m := b.fonts.meter(l, l.Size)
	var out strings.Builder
	done := 0 // how much of the text is in out
	for at := 0; at < len(r.text); {
		rest := r.text[at:]
		n := strings.IndexFunc(rest, unicode.IsSpace)
		if n < 0 {
			n = len(rest)
		}
		m.last = 0
		word := rest[:n]
		if doc.Pt(n)*mostAdvance*l.Size <= measure {
			// surely not as wide
		} else if width := m.advance(word); width > measure {
			switch {
			case isWord(word) && !l.Hyphens:
				out.WriteString(r.text[done:at] + divideWord(word, b.patternsOf(lang)))
				done = at + n
			case !isAddress(word), strings.ContainsFunc(word, unmeasured), word == r.text && b.sheet.narrowAddress(r, width/measure):
			default:
				out.WriteString(r.text[done:at] + breakAddress(word, m, measure))
				done = at + n
			}
		}
		space := strings.IndexFunc(rest[n:], func(r rune) bool { return !unicode.IsSpace(r) })
		if space < 0 {
			space = len(rest) - n
		}
		at += n + space
	}
	if done > 0 {
		out.WriteString(r.text[done:])
		r.text = out.String()
	}
}

// isWord reports whether what stands between spaces may be divided as words are: no
// number, address or file name, and nothing that the author divides.
func isWord(s string) bool {
	return !strings.ContainsAny(s, "0123456789@/_"+softHyphen) && !strings.Contains(strings.TrimRight(s, ".,;:!?…"), ".")
}

// patternsOf are the patterns of a language, nil if there are none.
func (b *builder) patternsOf(lang string) *hyphen.Patterns {
	p, ok := b.patterns[lang]
	if !ok {
		if b.patterns == nil {
			b.patterns = map[string]*hyphen.Patterns{}
		}
		p, _ = hyphen.Load(lang) // embedded: those that are there can be read
		b.patterns[lang] = p
	}
	return p
}

// divideWord puts soft hyphens into the parts of a word, which may hold hyphens and
// other marks.
func divideWord(word string, patterns *hyphen.Patterns) string {
	if patterns == nil {
		return word
	}
	var out strings.Builder
	mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }
	for word != "" {
		end := strings.IndexFunc(word, mark)
		if end < 0 {
			end = len(word)
		}
		if end == 0 {
			end = strings.IndexFunc(word, unicode.IsLetter)
			if end < 0 {
				end = len(word)
			}
			out.WriteString(word[:end])
			word = word[end:]
			continue
		}
		at := 0
		for _, k := range patterns.Points(nil, word[:end], 3, 3) {
			out.WriteString(word[at:k] + softHyphen)
			at = k
		}
		out.WriteString(word[at:end])
		word = word[end:]
	}
	return out.String()
}
