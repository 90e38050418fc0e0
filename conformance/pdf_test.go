//go:build conformance

package conformance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/doc"
)

// TestPDFText finds every word of the release's text in the order in which the
// pages are read.
func TestPDFText(t *testing.T) {
	each(t, func(t *testing.T, example, folder string) {
		prose := proseOf(t, example)
		if len(prose) < 100 {
			t.Fatalf("the example has %d words of prose", len(prose))
		}
		for _, f := range kitFiles(t, folder, "*.pdf") {
			shown := words(run(t, "pdftotext", "-raw", "-enc", "UTF-8", f, "-"))
			at := 0
			for i, w := range prose {
				for at < len(shown) && shown[at] != w {
					at++
				}
				if at == len(shown) {
					t.Errorf("%s: word %d, %q, is missing or out of order after %q", f, i, w, prose[max(0, i-8):i])
					break
				}
				at++
			}
		}
	})
}

// TestPDFFigures finds the figures of the demo as they are written in Italian.
func TestPDFFigures(t *testing.T) {
	folder := kitOf(t, "../examples/made/release.yaml")
	for _, f := range kitFiles(t, folder, "*.pdf") {
		text := run(t, "pdftotext", "-enc", "UTF-8", f, "-")
		for _, figure := range []string{"6.500", "76%"} {
			if !strings.Contains(text, figure) {
				t.Errorf("%s does not show %s", filepath.Base(f), figure)
			}
		}
	}
}

// TestPDFFonts finds every font embedded and readable as text.
func TestPDFFonts(t *testing.T) {
	each(t, func(t *testing.T, _, folder string) {
		for _, f := range kitFiles(t, folder, "*.pdf") {
			lines := strings.Split(strings.TrimSpace(run(t, "pdffonts", f)), "\n")
			if len(lines) < 3 {
				t.Errorf("pdffonts lists no font: %q", lines)
				continue
			}
			for _, line := range lines[2:] {
				// name, type, encoding, emb, sub, uni, object and generation
				cols := strings.Fields(line)
				if n := len(cols); n < 6 || cols[n-5] != "yes" || cols[n-3] != "yes" {
					t.Errorf("a font is not embedded or has no ToUnicode map: %s", line)
				}
			}
		}
	})
}

// proseOf gives the words of the paragraphs of the release's own text.
func proseOf(t *testing.T, example string) []string {
	t.Helper()
	p, err := kit.Open(os.DirFS(filepath.Dir(example)), filepath.Base(example))
	if err != nil {
		t.Fatal(err)
	}
	d, list := p.Document(kit.Options{})
	if err := list.Err(); err != nil {
		t.Fatal(err)
	}
	var prose []string
	for _, part := range d.Parts {
		if part.Role != doc.RoleRelease {
			continue
		}
		for _, b := range part.Blocks {
			if para, ok := b.(*doc.Para); ok && (para.Role == doc.RoleLede || para.Role == doc.RoleBody) {
				prose = append(prose, words(para.Text.Plain())...)
			}
		}
	}
	return prose
}

// words splits text and leaves hyphens out, so that a word that is broken at
// the end of a line is one word, and case, which a style may change.
func words(text string) []string {
	const hyphens = "-\u00ad\u2010\u2011"
	for _, h := range hyphens {
		text = strings.ReplaceAll(text, string(h)+"\n", "")
	}
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(hyphens, r) {
			return -1
		}
		return r
	}, text)
	return strings.Fields(strings.ToLower(text))
}
