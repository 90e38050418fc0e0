package markup

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// A build variable cannot make a text longer than one may be written.
func TestVariablesAreBounded(t *testing.T) {
	tooLarge := func(list diag.List) bool {
		for _, d := range list {
			if d.Rule == "too-large" {
				return true
			}
		}
		return false
	}
	uses := strings.Repeat("{{ .X }} ", 100)
	for value, want := range map[string]bool{
		"short":                           false,
		strings.Repeat("x", maxValue):     true, // a hundred times
		strings.Repeat("x", maxValue+1):   true,
		strings.Repeat("x", MaxText/1000): false,
	} {
		text, vars := source.NewText(uses), map[string]string{"X": value}
		if _, list := Plain(text, vars); tooLarge(list) != want {
			t.Errorf("plain text with %d bytes: %v", len(value), list)
		}
		if _, list := Blocks(text, vars); tooLarge(list) != want {
			t.Errorf("Markdown with %d bytes: %v", len(value), list)
		}
	}
}
