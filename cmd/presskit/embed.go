package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/docx"
)

// embeddings lists how fonts can travel with Word files, as docx.Fonts numbers
// them.
func embeddings() []string { return []string{"scripts", "whole", "none"} }

// embeddedFonts reads how fonts travel with Word files; "" is the usual way.
func embeddedFonts(value string) (docx.Fonts, error) {
	if value == "" {
		return docx.FontsByScript, nil
	}
	i := slices.Index(embeddings(), strings.ToLower(strings.TrimSpace(value)))
	if i < 0 {
		return 0, &usageError{
			message: fmt.Sprintf("fonts cannot be embedded as %q", value),
			hint:    "write " + strings.Join(embeddings(), ", "),
		}
	}
	return [...]docx.Fonts{docx.FontsByScript, docx.FontsWhole, docx.FontsNone}[i], nil
}

// withFonts gives formats in which Word files carry their fonts as asked for.
func withFonts(formats []kit.Format, value string) ([]kit.Format, error) {
	fonts, err := embeddedFonts(value)
	if err != nil {
		return nil, err
	}
	formats = slices.Clone(formats)
	for i, f := range formats {
		if words, ok := f.(docx.Format); ok {
			words.Fonts = fonts
			formats[i] = words
		}
	}
	return formats, nil
}
