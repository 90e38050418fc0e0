package hyphen

import (
	"strings"
	"testing"
)

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

func TestPoints(t *testing.T) {
	for _, tc := range []struct {
		lang, want  string
		left, right int
	}{
		{"it", "in-no-va-zio-ne", 2, 2},
		{"it", "inno-va-zione", 3, 3},
		{"it", "IN-NO-VA-ZIO-NE", 2, 2},
		{"it", "per-ché", 2, 2},
		{"it", "cit-tà", 2, 2},
		{"it", "tec-no-lo-gi-co", 2, 2},
		{"it-IT", "di-strut-ti-vo", 2, 2},
		{"it", "ac-qua", 2, 2},
		{"en-US", "hy-phen-ation", 2, 3},
		{"en", "project", 2, 3},    // exception of the American file
		{"en-US", "present", 2, 3}, // exception
		{"en-US", "ta-ble", 2, 3},  // exception
		{"en-US", "as-so-ciate", 2, 3},
		{"en-GB", "hy-phen-a-tion", 2, 3},
		{"en-IE", "uni-ver-sity", 2, 3},
		{"en-US", "uni-ver-si-ty", 2, 2},
	} {
		word := strings.ReplaceAll(tc.want, "-", "")
		if got := hyphenate(t, tc.lang, word, tc.left, tc.right); got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.lang, got, tc.want)
		}
	}
}

func TestDecomposedLettersStayWhole(t *testing.T) {
	composed := hyphenate(t, "it", "possibilità", 2, 2)
	decomposed := hyphenate(t, "it", "possibilita\u0300", 2, 2)
	if want := strings.Replace(composed, "à", "a\u0300", 1); decomposed != want {
		t.Errorf("got %q, want %q", decomposed, want)
	}
}

func TestLeastLetters(t *testing.T) {
	p, err := Parse([]byte("1a 1b 1c 1d 1e"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		left, right int
		want        string
	}{{1, 1, "a-b-c-d-e"}, {2, 2, "ab-c-de"}, {3, 2, "abc-de"}, {3, 3, "abcde"}, {0, 0, "a-b-c-d-e"}} {
		if got := divide(p, "abcde", tc.left, tc.right); got != tc.want {
			t.Errorf("left %d right %d: got %s, want %s", tc.left, tc.right, got, tc.want)
		}
	}
}

func TestHigherLevelWins(t *testing.T) {
	p, err := Parse([]byte("a1b % every ab\n.a2b\nba3b. éx1î \\hyphenation fo-o bar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"abba-b", "xa-bx", "éx-î", "fo-o", "bar"} {
		if got := divide(p, strings.ReplaceAll(want, "-", ""), 1, 1); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	for lang, want := range map[string]string{
		"it": "it", "it-CH": "it", "IT_it": "it", "en": "en-us", "en-US": "en-us", "en-CA": "en-us",
		"en-GB": "en-gb", "en-AU": "en-gb", "en-Latn-GB": "en-gb", "en-Latn": "en-us", "tlh": "", "": "",
	} {
		if got := Resolve(lang); got != want {
			t.Errorf("%q: got %q, want %q", lang, got, want)
		}
	}
}

func TestEveryLanguageLoadsAndHasItsLicence(t *testing.T) {
	for _, tag := range Languages() {
		p, err := Load(tag)
		if err != nil || p == nil || len(p.nodes) < 100 {
			t.Errorf("%s: %v", tag, err)
		}
		if text, err := data.ReadFile("data/" + tag + ".LICENSE"); err != nil || len(text) < 200 {
			t.Errorf("%s: no licence: %v", tag, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"123", strings.Repeat("a", maxPattern+1), `\hyphenation a-` + strings.Repeat("a", maxPattern+1), `\hyphenation -`} {
		if _, err := Parse([]byte(text)); err == nil {
			t.Errorf("%.20q accepted", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(".a1b c2d3e. \\hyphenation ta-ble % note"), "cable")
	f.Add([]byte("1é"), "e\u0301e\u0301")
	f.Fuzz(func(t *testing.T, text []byte, word string) {
		p, err := Parse(text)
		if err != nil {
			return
		}
		last := 0
		for _, k := range p.Points(nil, word, 1, 1) {
			if k <= last || k >= len(word) {
				t.Fatalf("point %d after %d in %q", k, last, word)
			}
			last = k
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load("en-GB"); err != nil {
			b.Fatal(err)
		}
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
