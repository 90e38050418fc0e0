// Package hyphen finds where words may be divided at the end of a line, by
// the method of Franklin Liang, "Word Hy-phen-a-tion by Com-put-er" (1983),
// with the pattern files that TeX uses.
//
// Start with [Load], which gives the [Patterns] of a language, and
// [Patterns.Points].
//
// To add a language, put its patterns and exceptions, as [Parse] reads them,
// into data/<tag>.txt, or data/<tag>.txt.gz if larger than 30 KB, and the
// licence beside it as data/<tag>.LICENSE.
package hyphen

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

//go:embed data
var data embed.FS

// Languages lists the tags that [Load] has patterns for, sorted.
func Languages() []string {
	entries, err := data.ReadDir("data")
	if err != nil {
		panic("hyphen: " + err.Error()) // embedded: cannot fail
	}
	var tags []string
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".gz")
		if tag, ok := strings.CutSuffix(name, ".txt"); ok {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags)
	return tags
}

// Resolve returns the tag of the patterns that serve a language given in
// BCP 47, "" if there are none. English of the United States, Canada, the
// Philippines or no stated country is divided as in America, all other
// English as in Britain.
func Resolve(lang string) string {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	subtags := strings.Split(lang, "-")
	if subtags[0] == "en" {
		if len(subtags) == 1 || slices.ContainsFunc(subtags[1:], func(s string) bool { return s == "us" || s == "ca" || s == "ph" }) {
			return "en-us"
		}
		if slices.ContainsFunc(subtags[1:], func(s string) bool { return len(s) == 2 }) {
			return "en-gb"
		}
		return "en-us"
	}
	// The longest prefix of the tag that has patterns.
	known := Languages()
	for n := len(subtags); n > 0; n-- {
		if tag := strings.Join(subtags[:n], "-"); slices.Contains(known, tag) {
			return tag
		}
	}
	return ""
}

// Load reads the patterns for a language given in BCP 47. It returns nil
// without an error where there are none: such text is not hyphenated.
func Load(lang string) (*Patterns, error) {
	tag := Resolve(lang)
	if tag == "" {
		return nil, nil
	}
	text, err := fs.ReadFile(data, "data/"+tag+".txt")
	if err != nil {
		packed, err := fs.ReadFile(data, "data/"+tag+".txt.gz")
		if err != nil {
			return nil, fmt.Errorf("hyphenation patterns for %s: %w", tag, err)
		}
		if text, err = unpack(packed); err != nil {
			return nil, fmt.Errorf("hyphenation patterns for %s: %w", tag, err)
		}
	}
	p, err := Parse(text)
	if err != nil {
		return nil, fmt.Errorf("hyphenation patterns for %s: %w", tag, err)
	}
	return p, nil
}

func unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	return text, r.Close()
}
