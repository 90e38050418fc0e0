//go:build conformance

package conformance

import (
	"path/filepath"
	"strings"
	"testing"
)

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
