// Package hyphen finds where words may be divided at the end of a line, by
// the method of Franklin Liang, "Word Hy-phen-a-tion by Com-put-er" (1983),
// with the pattern files that TeX uses.
//
// Start with [Load], which gives the [Patterns] of a language, and
// [Patterns.Points]. Addresses are divided elsewhere: see [InAddress].
//
// The patterns are embedded as [Compile] packs them, one file a language, and
// read where they lie: to load them costs nothing but a copy. Their sources
// stand in testdata/patterns, in the notation of TeX; data/<tag>.LICENSE
// says whose they are. To add a language, put its patterns and exceptions into
// testdata/patterns/<tag>.txt, or <tag>.txt.gz if larger than 30 KB, the licence
// into data/<tag>.LICENSE, and run the tests with -update.
package hyphen

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed data/*.hyp
var data embed.FS

// Languages lists the tags that [Load] has patterns for, sorted.
func Languages() []string {
	entries, err := data.ReadDir("data")
	if err != nil {
		panic("hyphen: " + err.Error()) // embedded: cannot fail
	}
	tags := make([]string, len(entries))
	for i, e := range entries {
		tags[i] = strings.TrimSuffix(e.Name(), ".hyp")
	}
	slices.Sort(tags)
	return tags
}

// Resolve returns the tag of the patterns that serve a language given in
// BCP 47, "" if there are none. English of the United States, Canada, the
// Philippines or no stated country is divided as in America, all other
// English as in Britain; both written forms of Norwegian as Bokmål. German of
// the spelling before 1996 and Greek with all its accents have no patterns.
func Resolve(lang string) string {
	subtags := strings.Split(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	switch tag := subtags[0]; tag {
	case "en":
		if len(subtags) == 1 || slices.ContainsFunc(subtags[1:], func(s string) bool { return s == "us" || s == "ca" || s == "ph" }) {
			return "en-us"
		}
		if slices.ContainsFunc(subtags[1:], func(s string) bool { return len(s) == 2 }) {
			return "en-gb"
		}
		return "en-us"
	case "no", "nn":
		return "nb"
	default:
		if slices.Contains(subtags, "1901") || slices.Contains(subtags, "polyton") || !embedded(tag) {
			return ""
		}
		return tag
	}
}

// embedded reports whether there are patterns of a tag.
func embedded(tag string) bool {
	f, err := data.Open(file(tag))
	if err != nil {
		return false
	}
	f.Close()
	return true
}

func file(tag string) string { return "data/" + tag + ".hyp" }

// Load gives the patterns for a language given in BCP 47. It returns nil
// without an error where there are none: such text is not hyphenated.
func Load(lang string) (*Patterns, error) {
	tag := Resolve(lang)
	if tag == "" {
		return nil, nil
	}
	packed, err := data.ReadFile(file(tag))
	if err != nil {
		return nil, fmt.Errorf("hyphenation patterns for %s: %w", tag, err)
	}
	p, err := Open(packed)
	if err != nil {
		return nil, fmt.Errorf("hyphenation patterns for %s: %w", tag, err)
	}
	p.turkish = tag == "tr"
	return p, nil
}
