//go:build conformance

package conformance

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/pdf"
)

// A page is bare if less than leastInk of its rows of pixels have ink, between its
// header and its footer.
const (
	leastInk       = 0.1
	bareResolution = "20" // dots per inch
	headerEnds     = 0.13 // of the sheet
	footerBegins   = 0.92
	leastContrast  = 50 // of 255, in a row with ink: grounds have less to the paper
)

// barePages are the pages of a PDF with hardly any ink.
func barePages(t *testing.T, file string) (bare []int) {
	t.Helper()
	data := []byte(run(t, "pdftoppm", "-gray", "-r", bareResolution, file))
	for page := 1; len(data) > 0; page++ {
		var width, height, most int
		if n, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &width, &height, &most); err != nil || n != 3 {
			t.Fatalf("pdftoppm %s: page %d is no picture: %v", file, page, err)
		}
		head := len(fmt.Sprintf("P5\n%d %d\n%d\n", width, height, most))
		pixels := data[head : head+width*height]
		data = data[head+width*height:]
		from, to := int(headerEnds*float64(height)), int(footerBegins*float64(height))
		inked := 0
		for y := from; y < to; y++ {
			if row := pixels[y*width : (y+1)*width]; slices.Max(row)-slices.Min(row) > leastContrast {
				inked++
			}
		}
		if float64(inked) < leastInk*float64(to-from) {
			bare = append(bare, page)
		}
	}
	return bare
}

// strayTitles tells which titles of sections are not on the page where the PDF has
// them, nor on the one before or after it.
func strayTitles(t *testing.T, d *doc.Document, shown []shownPage) (problems []string) {
	t.Helper()
	pages, _, err := pdf.Format{}.Pages(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		s, ok := b.(*doc.Section)
		if !ok || len(s.Title) == 0 || pages[s.ID] == 0 {
			return
		}
		want := pages[s.ID]
		for page := max(want-1, 1); page <= min(want+1, len(shown)); page++ {
			if shown[page-1].has(d.Lang, s.Title.Plain()) {
				return
			}
		}
		problems = append(problems, fmt.Sprintf("%q is not near page %d, where the PDF has it", s.Title.Plain(), want))
	})
	return problems
}

// has finds the words of a text on a page, in any order.
func (p shownPage) has(lang, text string) bool {
	var all []string
	for _, w := range p.Words {
		all = append(all, w.Text)
	}
	there := map[string]bool{}
	for _, w := range letters(lang, strings.Join(all, " ")) {
		there[sorted(w)] = true
	}
	for _, w := range letters(lang, text) {
		if !there[sorted(w)] {
			return false
		}
	}
	return true
}
