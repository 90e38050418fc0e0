//go:build conformance

package conformance

import (
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// TestWordOrder finds in every Word file the texts of the document tree, each in
// paragraphs of its own, all of them and in its order; the same in the order of
// the tags of the PDF; and by another reader of Word files every word again.
func TestWordOrder(t *testing.T) {
	files := wordFiles(t)
	mammoth := mammothTexts(t, docxPaths(files))
	eachWord(t, func(t *testing.T, f wordFile) {
		text, parted := wordText(t, f.docx, titledPanels(f.doc), panelLeads(f.doc))
		checkTexts(t, "Word's file", f.doc, text)
		pdf := inPlace(t, f.doc, parse(t, f.pdf).said(t, f.pdf))
		checkTexts(t, "the PDF", f.doc, strings.Split(lines(pdf), "\n"))
		other := mastheadOf(f.doc) + mammoth[f.docx]
		if len(f.doc.Parts) > 0 && f.doc.Parts[0].Cover { // what stands in the header elsewhere stands in the text there
			other = strings.Replace(other, f.doc.Embargo.Plain(), "", 1)
			if f.doc.Logo == nil {
				other = strings.Replace(other, f.doc.LogoAlt, "", 1)
			}
		}
		if parted {
			checkAllWords(t, f.doc, other)
			return
		}
		checkWords(t, f.doc, other)
	})
}

// panelLeads says that the text of a release begins with its statistics.
func panelLeads(d *doc.Document) bool {
	i := slices.IndexFunc(d.Parts, func(p doc.Part) bool { return p.Role == doc.RoleRelease })
	if i < 0 || len(d.Parts[i].Blocks) == 0 {
		return false
	}
	a, ok := d.Parts[i].Blocks[0].(*doc.Aside)
	return ok && a.Role == doc.RoleStatistics
}

// checkAllWords finds the words of the document tree in a text, in any order: a
// panel that is parted is read in two places.
func checkAllWords(t *testing.T, d *doc.Document, text string) {
	t.Helper()
	count := map[string]int{}
	for _, w := range fold(d.Lang, text) {
		count[w]++
	}
	for _, s := range doc.Texts(d) {
		for _, w := range fold(d.Lang, s) {
			if count[w]--; count[w] < 0 {
				t.Errorf("the other reader has no more %q", w)
			}
		}
	}
	for w, n := range count {
		if n > 0 && !label.MatchString(w) {
			t.Errorf("the other reader has %q %d times more than the document", w, n)
		}
	}
}

// mastheadOf gives the texts that stand in the header of the first page, which
// mammoth does not read.
func mastheadOf(d *doc.Document) string {
	bodies := *d
	bodies.Embargo, bodies.Logo = nil, &doc.Picture{}
	bodies.Parts = nil
	for _, p := range d.Parts {
		p.Header = nil
		bodies.Parts = append(bodies.Parts, p)
	}
	all, body := doc.Texts(d), doc.Texts(&bodies)
	return strings.Join(all[:len(all)-len(body)], "\n") + "\n"
}

// numbered is what formats put before a text that the tree has without it, or
// after it: the number of a picture, that of a page, the mark of a list.
var numbered = regexp.MustCompile(`^(?:\p{Nd}+\.?|[•–◦▪·]) | \p{Nd}+$`)

// skip says that a text is nothing, or a label by itself, which is one in the file too.
func skip(s string) bool { return s == "" || label.MatchString(s) }

// checkTexts compares the blocks of a file with the texts of the document tree,
// one by one. A text of several lines may be as many blocks.
func checkTexts(t *testing.T, file string, d *doc.Document, blocks []string) {
	t.Helper()
	folded := func(s string) string { return strings.Join(fold(d.Lang, s), " ") }
	var have []string
	for _, s := range blocks {
		if s = folded(s); !skip(s) {
			have = append(have, s)
		}
	}
	differs := false
	doc.WalkTexts(d, func(_ doc.Role, text doc.Text) {
		want := folded(text.Plain())
		if differs || skip(want) {
			return
		}
		if len(have) == 0 {
			t.Errorf("%s ends before %q", file, want)
			differs = true
			return
		}
		got := have[0]
		have = have[1:]
		for more := lineBreaks(text); more > 0 && got != want && len(have) > 0; more-- {
			got += " " + have[0]
			have = have[1:]
		}
		if got != want && numbered.ReplaceAllString(got, "") != want {
			t.Errorf("%s has %q where the document has %q", file, got, want)
			differs = true
		}
	})
	if !differs && len(have) > 0 {
		t.Errorf("%s has %q after the end of the document", file, have)
	}
}

// lineBreaks counts the lines of a text, less one.
func lineBreaks(text doc.Text) (n int) {
	for _, r := range text {
		n += strings.Count(r.Text, "\n")
	}
	return n
}

// mammothTexts reads Word files with mammoth, in one process: their texts by
// the path of the file, in the order in which it gives them, one on a line.
func mammothTexts(t *testing.T, files []string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for line := range strings.Lines(run(t, "node", append([]string{"docxtools/mammoth.mjs"}, files...)...)) {
		var read struct{ File, HTML string }
		if err := json.Unmarshal([]byte(line), &read); err != nil {
			t.Fatalf("mammoth: %v: %s", err, line)
		}
		whole := links.ReplaceAllStringFunc(read.HTML, func(s string) string { return strings.ReplaceAll(s, "<br />", "") })
		texts[read.File] = html.UnescapeString(tag.ReplaceAllStringFunc(whole, func(s string) string {
			if within.MatchString(s) {
				return ""
			}
			return "\n"
		}))
	}
	return texts
}

var (
	links  = regexp.MustCompile(`<a [^>]*>.*?</a>`) // in which lines break within addresses alone
	tag    = regexp.MustCompile(`<[^>]*>`)
	within = regexp.MustCompile(`^</?(?:strong|em|a|sup|sub|code)\b`)
)
