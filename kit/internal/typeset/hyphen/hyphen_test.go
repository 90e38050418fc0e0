package hyphen

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/golden"
)

// source is the pattern file of a language.
func source(t *testing.T, tag string) []byte {
	t.Helper()
	name := filepath.Join("testdata", "patterns", tag+".txt")
	text, err := os.ReadFile(name)
	if err == nil {
		return text
	}
	packed, err := os.ReadFile(name + ".gz")
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if text, err = io.ReadAll(r); err != nil {
		t.Fatal(err)
	}
	return text
}

// sources are the tags of all pattern files.
func sources(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/patterns/*.txt*")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources", err)
	}
	var tags []string
	for _, f := range files {
		tag, _, _ := strings.Cut(filepath.Base(f), ".")
		tags = append(tags, tag)
	}
	return tags
}

// The embedded files are what the sources give; -update writes them.
func TestEmbeddedPatternsAreTheSources(t *testing.T) {
	tags := sources(t)
	for _, tag := range tags {
		packed, err := Compile(source(t, tag))
		if err != nil {
			t.Fatalf("%s: %v", tag, err)
		}
		name := "data/" + tag + ".hyp"
		if *golden.Update {
			if err := os.WriteFile(name, packed, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if embedded, err := data.ReadFile(name); err != nil || !bytes.Equal(embedded, packed) {
			t.Errorf("%s is not what its source gives (-update writes it anew): %v", name, err)
		}
		if text, err := os.ReadFile("data/" + tag + ".LICENSE"); err != nil || len(text) < 200 {
			t.Errorf("%s: no licence: %v", tag, err)
		}
	}
	if !*golden.Update && !slices.Equal(tags, Languages()) {
		t.Errorf("sources %v, embedded %v", tags, Languages())
	}
}

// Packing loses nothing: every pattern is found with its levels.
func TestEveryPatternIsKept(t *testing.T) {
	for _, tag := range sources(t) {
		p, err := Load(tag)
		if err != nil {
			t.Fatal(err)
		}
		exceptions, count := false, 0
		for line := range strings.Lines(string(source(t, tag))) {
			line, _, _ = strings.Cut(line, "%")
			for item := range strings.FieldsSeq(line) {
				switch {
				case strings.HasPrefix(item, `\hyphenation`):
					exceptions = true
				case strings.HasPrefix(item, `\`):
				case exceptions:
					word := strings.ReplaceAll(item, "-", "")
					p := *p
					p.Left, p.Right = 1, 1
					if got := divide(&p, word, 1, 1); got != item {
						t.Errorf("%s: exception %s gives %s", tag, item, got)
					}
				default:
					count++
					if got := p.pattern(item); got != item {
						t.Errorf("%s: pattern %s is %s", tag, item, got)
					}
				}
			}
		}
		if count < 100 {
			t.Errorf("%s has %d patterns", tag, count)
		}
	}
}

// pattern is the pattern with the letters of another.
func (p *Patterns) pattern(like string) string {
	letters := []rune(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, like))
	at := p.root
	for _, r := range letters {
		if at = p.next(at, p.code(r)); at == 0 {
			return ""
		}
	}
	levels, _ := p.levels(at)
	var b strings.Builder
	for i := 0; i <= len(letters); i++ {
		for _, level := range levels {
			if len(letters)-int(level/levelBase) == i {
				b.WriteByte('0' + level%levelBase)
			}
		}
		if i < len(letters) {
			b.WriteRune(letters[i])
		}
	}
	return b.String()
}

func hyphenate(t *testing.T, lang, word string, left, right int) string {
	t.Helper()
	p, err := Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	if p == nil {
		t.Fatalf("no patterns for %s", lang)
	}
	return divide(p, word, left, right)
}

func divide(p *Patterns, word string, left, right int) string {
	var b strings.Builder
	from := 0
	for _, k := range p.Points(nil, word, left, right) {
		b.WriteString(word[from:k] + "-")
		from = k
	}
	return b.String() + word[from:]
}

func TestDecomposedLettersStayWhole(t *testing.T) {
	composed := hyphenate(t, "it", "possibilità", 2, 2)
	decomposed := hyphenate(t, "it", "possibilita\u0300", 2, 2)
	if want := strings.Replace(composed, "à", "a\u0300", 1); decomposed != want {
		t.Errorf("got %q, want %q", decomposed, want)
	}
}

func TestCapitalsDivideAsSmallLetters(t *testing.T) {
	for lang, word := range map[string]string{"it": "IN-NO-VA-ZIO-NE", "tr": "İS-TAN-BUL", "ru": "ПРО-ГРАМ-МА"} {
		if got := hyphenate(t, lang, strings.ReplaceAll(word, "-", ""), 2, 2); got != word {
			t.Errorf("%s: got %s, want %s", lang, got, word)
		}
	}
}

func compile(t *testing.T, text string) *Patterns {
	t.Helper()
	packed, err := Compile([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(packed)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLeastLetters(t *testing.T) {
	const letters = "1a 1b 1c 1d 1e"
	for _, tc := range []struct {
		text        string
		left, right int
		want        string
	}{
		{letters, 1, 1, "a-b-c-d-e"}, {letters, 2, 2, "ab-c-de"}, {letters, 3, 2, "abc-de"},
		{letters, 3, 3, "abcde"}, {letters, 0, 0, "a-b-c-d-e"},
		{`\lefthyphenmin=2 \righthyphenmin=3 ` + letters, 0, 0, "ab-cde"},
	} {
		if got := divide(compile(t, tc.text), "abcde", tc.left, tc.right); got != tc.want {
			t.Errorf("left %d right %d: got %s, want %s", tc.left, tc.right, got, tc.want)
		}
	}
}

func TestHigherLevelWins(t *testing.T) {
	p := compile(t, "a1b % every ab\n.a2b\nba3b. éx1î \\hyphenation fo-o bar ab-b-a")
	for _, want := range []string{"abba-b", "xa-bx", "éx-î", "fo-o", "bar", "ab-b-a"} {
		if got := divide(p, strings.ReplaceAll(want, "-", ""), 1, 1); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	for lang, want := range map[string]string{
		"it": "it", "it-CH": "it", "IT_it": "it", "en": "en-us", "en-US": "en-us", "en-CA": "en-us",
		"en-GB": "en-gb", "en-AU": "en-gb", "en-Latn-GB": "en-gb", "en-Latn": "en-us",
		"de-AT": "de", "de-CH": "de", "de-1901": "", "pt-BR": "pt", "pt-PT": "pt", "no": "nb", "nn-NO": "nb",
		"el": "el", "el-polyton": "", "uk-UA": "uk", "tlh": "", "": "", "zh": "", "../it": "", "a/b": "",
	} {
		if got := Resolve(lang); got != want {
			t.Errorf("%q: got %q, want %q", lang, got, want)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, text := range []string{
		"123", strings.Repeat("a", maxPattern), `\hyphenation a-` + strings.Repeat("a", maxPattern), `\hyphenation -`,
		`\lefthyphenmin=x`, `\righthyphenmin=0`, "!a1b",
	} {
		if _, err := Compile([]byte(text)); err == nil {
			t.Errorf("%.20q accepted", text)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, packed := range []string{"", "HYP1", "HYP2\x02\x02\x02\x00\x00\x00\x00\x00", "HYP1\x02\x02\x02\x09\x00\x00\x00\x00", "HYP1\x02\x02\x07\x00\x00\x00\x00\x00"} {
		if _, err := Open([]byte(packed)); err == nil {
			t.Errorf("%q accepted", packed)
		}
	}
}

func FuzzCompile(f *testing.F) {
	f.Add([]byte(".a1b c2d3e. \\hyphenation ta-ble % note"), "cable")
	f.Add([]byte("1é"), "e\u0301e\u0301")
	f.Fuzz(func(t *testing.T, text []byte, word string) {
		packed, err := Compile(text)
		if err != nil {
			return
		}
		p, err := Open(packed)
		if err != nil {
			t.Fatal(err)
		}
		checkPoints(t, p, word)
	})
}

func checkPoints(t *testing.T, p *Patterns, word string) {
	last := 0
	for _, k := range p.Points(nil, word, 1, 1) {
		if k <= last || k >= len(word) {
			t.Fatalf("point %d after %d in %q", k, last, word)
		}
		last = k
	}
}

func FuzzPoints(f *testing.F) {
	f.Add("it", "responsabilità")
	f.Add("de-AT", "Donaudampfschifffahrt")
	f.Add("hu", "ki\u0301nai")
	f.Fuzz(func(t *testing.T, lang, word string) {
		p, err := Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		if p != nil {
			checkPoints(t, p, word)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for _, lang := range []string{"it", "en-GB", "de", "hu"} {
		b.Run(lang, func(b *testing.B) {
			for b.Loop() {
				if _, err := Load(lang); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPoints(b *testing.B) {
	p, err := Load("it")
	if err != nil {
		b.Fatal(err)
	}
	var points []int
	for b.Loop() {
		points = p.Points(points[:0], "responsabilità", 3, 3)
	}
}
