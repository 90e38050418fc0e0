package main

import (
	"testing"

	"github.com/presskit-go/presskit/kit/docx"
)

// Word files carry their fonts as asked for; other formats stay as they are.
func TestWithFonts(t *testing.T) {
	for value, want := range map[string]docx.Fonts{"": docx.FontsByScript, "scripts": docx.FontsByScript, "Whole": docx.FontsWhole, "none": docx.FontsNone} {
		before := formats()
		got, err := withFonts(before, value)
		if err != nil || len(got) != len(before) {
			t.Fatalf("%q: %v, %v", value, got, err)
		}
		for i, f := range got {
			if words, ok := f.(docx.Format); ok && words.Fonts != want {
				t.Errorf("%q: fonts %d, want %d", value, words.Fonts, want)
			}
			if f.Name() != before[i].Name() {
				t.Errorf("%q: format %d is %s", value, i, f.Name())
			}
		}
	}
	if _, err := withFonts(formats(), "some"); err == nil {
		t.Error("an unknown way is taken")
	}
}
