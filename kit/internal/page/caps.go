package page

import (
	"slices"
	"strings"
	"unicode"

	"github.com/presskit-go/presskit/kit/internal/typeset"
)

// capitals is text that is shown in capitals (text-transform: uppercase). The
// glyphs are those of capitals; whoever copies the text or listens to it gets the
// letters that were written, as from a browser: screen readers spell words in
// capitals.
type capitals struct {
	shown   []rune
	written []string // what each of shown stands for; "" after the first of several, as SS for ß
}

// capitals turns text into capitals, as its language does. written is nil if
// that changes nothing, or if it cannot be told which letter became which.
func (b *builder) capitals(text string) (shown string, written *capitals) {
	shown = b.upper.String(text)
	if shown == text {
		return shown, nil
	}
	c := &capitals{shown: []rune(shown)}
	if source := []rune(text); len(source) == len(c.shown) {
		for _, r := range source {
			c.written = append(c.written, string(r))
		}
		return shown, c
	}
	for _, r := range text { // some letters become several
		for i := range []rune(b.upper.String(string(r))) {
			if i == 0 {
				c.written = append(c.written, string(r))
			} else {
				c.written = append(c.written, "")
			}
		}
	}
	if len(c.written) != len(c.shown) {
		return shown, nil
	}
	return shown, c
}

// restore gives the glyphs of capitals the letters that were written.
func (p *paragraph) restore(rightToLeft bool) {
	if len(p.capitals) == 0 {
		return
	}
	at := map[int]int{} // how far the runs of a tag have been read
	for _, l := range p.lines {
		for i := range l.Runs {
			if rightToLeft { // the order of reading
				i = len(l.Runs) - 1 - i
			}
			if r := &l.Runs[i]; p.capitals[r.Tag] != nil {
				at[r.Tag] = p.capitals[r.Tag].restore(r, at[r.Tag])
			}
		}
	}
}

// restore gives the glyphs of a run the letters that stand for what is shown from
// a place on, and returns the place after them. What is not found, such as a
// hyphen that was added, stays as it is.
func (c *capitals) restore(r *typeset.Run, at int) int {
	r.Glyphs = slices.Clone(r.Glyphs) // which other paragraphs may share
	for i := range r.Glyphs {
		if r.RightToLeft {
			i = len(r.Glyphs) - 1 - i
		}
		g := &r.Glyphs[i]
		if g.Text == "" {
			continue
		}
		if text, next, ok := c.find([]rune(g.Text), at); ok {
			g.Text, at = text, next
		}
	}
	return at
}

// find gives what stands for a cluster that is shown from a place on, if it is:
// after characters without a glyph.
func (c *capitals) find(cluster []rune, at int) (text string, next int, ok bool) {
	for from := at; from+len(cluster) <= len(c.shown); from++ {
		next = from + len(cluster)
		if slices.Equal(c.shown[from:next], cluster) {
			return strings.Join(c.written[from:next], ""), next, true
		}
		if r := c.shown[from]; unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			break
		}
	}
	return "", at, false
}
