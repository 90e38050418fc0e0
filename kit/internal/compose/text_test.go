package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/compose/locale"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// small is a composer for a language and nothing more.
func small(t *testing.T, name string) *composer {
	t.Helper()
	tag := language.MustParse(name)
	loc, _ := locale.For(tag)
	l, list := layouts.Load("")
	if l == nil {
		t.Fatal(list)
	}
	r := &release.Release{}
	r.Tag = tag
	return &composer{rel: r, loc: loc, layout: l}
}

func TestExcerpt(t *testing.T) {
	for _, test := range []struct {
		in   string
		n    int
		want string
	}{
		{"one two three", 3, "one two three"},
		{"one two three four", 3, "one two three […]"},
		{"one two. Three four five", 4, "one two. […]"},
		{"one. Two three four five", 4, "one. Two three four […]"},
		{"one two, three", 2, "one two […]"},
		{"“one two.” Three four", 3, "“one two.” […]"},
		{"", 3, ""},
	} {
		short, cut := excerpt(doc.T(test.in), test.n)
		if got := short.Plain(); got != test.want || cut != (got != test.in) {
			t.Errorf("%q to %d: %q, cut %v, want %q", test.in, test.n, got, cut, test.want)
		}
	}
	runs := doc.Text{{Text: "one "}, {Text: "two three", Emph: true}, {Text: " four"}}
	if got, _ := excerpt(runs, 2); len(got) != 3 || got[1].Text != "two" || !got[1].Emph {
		t.Errorf("across runs: %+v", got)
	}
}

func TestMarked(t *testing.T) {
	for _, test := range []struct{ lang, in, want string }{
		{"it", "Fine.", "«Fine»"}, {"it", "Fine…", "«Fine…»"}, {"it", "Fine...", "«Fine...»"}, {"it", "Fine?", "«Fine?»"},
		{"fr", "Fin.", "«\u202fFin\u202f»"}, {"en", "The end.", "“The end.”"}, {"de", "Ende.", "„Ende.“"}, {"ja", "終わり。", "「終わり」"},
	} {
		if got := small(t, test.lang).marked(doc.T(test.in)).Plain(); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.lang, test.in, got, test.want)
		}
	}
}

func TestTidy(t *testing.T) {
	for _, test := range []struct{ lang, in, want string }{
		{"it", "a  b\tc", "a b c"}, {"it", "a\u00a0 b", "a b"}, {"it", "a \u00a0b", "a b"}, {"it", "5\u00a0km", "5\u00a0km"},
		{"it", "a\u2028b\x00\x1b[0m\ufeff", "a\nb[0m"}, {"it", "a \n b", "a \n b"},
	} {
		if got := small(t, test.lang).tidy(test.in); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.lang, test.in, got, test.want)
		}
	}
}

func TestApostrophes(t *testing.T) {
	for in, want := range map[string]string{
		"dell'innovazione": "dell’innovazione", "it's 'so'": "it’s 'so'", "'tis": "'tis", "5'": "5'", "": "", "l'": "l’", "d'o'r": "d’o’r",
		"l'ufficio: pat.o'neil@example.org": "l’ufficio: pat.o'neil@example.org",
		"dall'https://example.org/l'uno":    "dall'https://example.org/l'uno",
		"example.org/l'uno\nl'altro":        "example.org/l'uno\nl’altro", "l'example.org": "l’example.org", "and/or it's": "and/or it’s",
	} {
		if got := apostrophes(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestPosition(t *testing.T) {
	c := small(t, "it")
	for _, test := range []struct{ title, organization, want string }{
		{"Presidente", "MADE", "Presidente, MADE"}, {"Presidente di MADE", "MADE", "Presidente di MADE"},
		{"Presidente di MADERA", "MADE", "Presidente di MADERA, MADE"}, {"", "MADE", "MADE"}, {"Presidente", "", "Presidente"}, {"", "", ""},
	} {
		if got := c.position(test.title, test.organization).Plain(); got != test.want {
			t.Errorf("%q, %q: %q, want %q", test.title, test.organization, got, test.want)
		}
	}
}

func TestTelephone(t *testing.T) {
	for in, want := range map[string]string{
		"+39 02 0000 0000": "tel:+390200000000", "(020) 7946 0001": "tel:02079460001", "ufficio": "", "+": "", "00 39+2": "tel:00392",
		"+49 (0)30 1234 ext. 12": "tel:+49301234;ext=12", "(0)30 1234 x12": "tel:0301234;ext=12", "+39 02 1 int. 7": "tel:+39021;ext=7",
		"+49 30 1234;ext=5": "tel:+49301234;ext=5", "ext. 5": "", "+49 30 1234 ext.": "tel:+49301234", "+44 ( 0 ) 20 7": "tel:+44207",
	} {
		if got := telephone(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTitled(t *testing.T) {
	show := func(t doc.Text) string {
		var b strings.Builder
		for _, r := range t {
			if r.Role == doc.RoleRunIn {
				b.WriteString("[" + r.Text + "]")
			} else {
				b.WriteString(r.Text)
			}
		}
		return b.String()
	}
	for in, want := range map[string]string{
		"River in flood. Key visual": "[River in flood.] Key visual", "Our mark": "[Our mark]", "": "",
		strings.Repeat("long ", 20) + ". x": strings.Repeat("long ", 20) + ". x",
	} {
		if got := show(titled(doc.T(in))); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	strong := doc.Text{{Text: "A river,", Strong: true}, {Text: " drawn. Twice"}}
	if got := show(titled(strong)); got != "[A river,] drawn. Twice" || strong[0].Strong {
		t.Errorf("strong words: %q", got)
	}
}

func TestAppendSentence(t *testing.T) {
	for in, want := range map[string]string{"": "B", "A": "A. B", "A.": "A. B", "A!": "A! B", "(A)": "(A). B", "A,": "A, B"} {
		if got := appendSentence(doc.T(in), "B").Plain(); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestIsPlain(t *testing.T) {
	for in, want := range map[string]bool{
		"corsi di formazione": true, "dell’attività, 20 cm": true, "*x*": false, "a_b": false, "1. x": false, "a\nb": false, "{{stat: a}}": false,
		"    code": false, "x & y": false, "[a](b)": false, "a - b": false, "`c`": false, "a\\*b": false, "<b>": false,
	} {
		if got := isPlain(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestCountWords(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "one": 1, "One, two – three!": 3, "well-known it’s": 2, "12 km": 2, "5\u00a0km": 2, "… — !": 0,
		"東京で新しい展示が始まる": 6, "東京で Freshet 1.0": 4, "เปิดตัวใหม่": 3, "القاهرة تفتح أبوابها": 3, "서울에서 열린다": 2,
	} {
		if got := countWords(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

// The contents are listed where the text is long enough, in any language.
func TestContentsNeedWords(t *testing.T) {
	kit := "fact-sheet: [{label: A, value: b}]\nfaq: [{question: Who, answer: b}]\nawards: [{name: A}]\n"
	for _, test := range []struct {
		language, body string
		want           bool
	}{
		{"en", strings.Repeat("word ", 300), false}, {"en", strings.Repeat("word ", 360), true},
		{"ja", strings.Repeat("語", 400), false}, {"ja", strings.Repeat("語", 720), true},
	} {
		tree := dump(t, only(t, "language: "+test.language+"\nheadline: H\nbody: "+strings.TrimSpace(test.body)+"\n"+kit))
		if got := strings.Contains(tree, "aside contents"); got != test.want {
			t.Errorf("%s, %d bytes: %v", test.language, len(test.body), got)
		}
	}
}

// A kit has the digits that its author writes.
func TestNumerals(t *testing.T) {
	for _, test := range []struct{ language, body, want string }{
		{"ar", "Text.", "٣٨"}, {"ar", "in 38 towns", "38"}, {"ar", "في ٣٨ بلدة", "٣٨"}, {"ar-u-nu-arab", "in 38 towns", "٣٨"},
		{"fa", "in 38 towns", "38"}, {"fa", "Text.", "۳۸"}, {"he", "Text.", "38"}, {"en", "٣٨", "38"},
		{"ar-LB", "في ٣٨ بلدة", "٣٨"}, {"ar-MA", "في 38 بلدة", "38"}, {"ur", "۳۸ شہر", "۳۸"},
	} {
		d := only(t, "language: "+test.language+"\nheadline: H\nbody: "+test.body+"\nstatistics: [{id: a, value: 38, label: towns}]\n")
		if !contains(doc.Texts(d), test.want) {
			t.Errorf("%s, %q: %q", test.language, test.body, doc.Texts(d))
		}
	}
}

// Numbers that run to the right keep their sign at their left.
func TestSignsInRightToLeft(t *testing.T) {
	const release = "headline: H\nbody: in 38 towns\ncontacts: [{name: A, phone: +39 02 1234 5678}]\nstatistics: [{id: a, value: 76, previous: 71.5, unit: '%', label: L}]\n"
	for language, want := range map[string]bool{"ar": true, "he": true, "en": false} {
		tree := dump(t, only(t, "language: "+language+"\n"+release))
		for _, s := range []string{`\u200e+4.5`, `\u200e+39`} {
			if strings.Contains(tree, s) != want {
				t.Errorf("%s: %s is missing, or not:\n%s", language, s, tree)
			}
		}
	}
}

// Telephone numbers run to the right in every text, and what follows them does not.
func TestTelephonesInRightToLeft(t *testing.T) {
	const release = "headline: H\nbody: |\n  ب: +20 2 1234 5678 ب (+961) 1 234 567. ب +39 011 123, Tel ب, 12 345\nfact-sheet: [{label: L, value: '+20 2 1234 5678'}]\n"
	for language, want := range map[string][]string{
		"ar": {"ب: \u200e+20 2 1234 5678 ب \u200e(+961) 1 234 567. ب \u200e+39 011 123\u200f, Tel ب, 12 345", "\u200e+20 2 1234 5678"},
		"en": {"ب: +20 2 1234 5678 ب (+961) 1 234 567. ب +39 011 123, Tel ب, 12 345", "+20 2 1234 5678"},
	} {
		texts := doc.Texts(only(t, "language: "+language+"\n"+release))
		for _, text := range want {
			if !slices.ContainsFunc(texts, func(s string) bool { return strings.ReplaceAll(s, "\u00a0", " ") == text }) {
				t.Errorf("%s: no %+q in %+q", language, text, texts)
			}
		}
	}
}

// The size of a picture stays together, and apart from the licence after it.
func TestSizesInRightToLeft(t *testing.T) {
	if got := small(t, "ar").embedded("1500 × 1000 px"); got != "\u200e1500 × 1000 px\u200f" {
		t.Errorf("%q", got)
	}
	if got := small(t, "it").embedded("1500 × 1000 px"); got != "1500 × 1000 px" {
		t.Errorf("%q", got)
	}
}

// No heading ranks below one that the author ranks below it, and none skips a level.
func TestHeadingLevels(t *testing.T) {
	for headings, want := range map[string]string{
		"#### A|## B|##### C|# D": "A2 B2 C3 D2",
		"## A|### B|## C|#### D":  "A2 B3 C2 D3",
		"### A|#### B|##### C":    "A2 B3 C4",
		"## A|# B|## C":           "A2 B2 C3",
	} {
		d := only(t, "headline: H\nlanguage: en\nbody: |\n  "+strings.ReplaceAll(headings, "|", "\n\n  text\n\n  ")+"\n")
		var got []string
		doc.Walk(d, func(_ []doc.Block, b doc.Block) {
			if h, ok := b.(*doc.Heading); ok && h.Level > 1 {
				got = append(got, fmt.Sprint(h.Text.Plain(), h.Level))
			}
		})
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", headings, got, want)
		}
	}
}

// Apostrophes stand within words, at their ends and before the digits of a decade.
func TestApostrophesAtTheEndsOfWords(t *testing.T) {
	for text, want := range map[string]string{
		"dell'innovazione, it's":              "dell’innovazione, it’s",
		"un po' di tutto, del '900":           "un po’ di tutto, del ’900",
		"dell'«Arena», dell'11, gli anni '60": "dell’«Arena», dell’11, gli anni ’60",
		"the authors' words, the '90s":        "the authors’ words, the ’90s",
		"he said 'well done' and 'left'":      "he said 'well done' and 'left'",
		"'It's fine,' and then po' po'":       "'It’s fine,' and then po’ po’",
		"a '1984', '68' and 5'3\"":            "a '1984', '68' and 5'3\"",
		"see https://example.org/l'uno po'":   "see https://example.org/l'uno po’",
	} {
		if got := apostrophes(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	texts := doc.Texts(only(t, "language: en\nheadline: H\nbody: \"l'*Arena*, *po*' '*well* done' `it's` 'so'\"\n"))
	if want := "l’Arena, po’ 'well done' it's 'so'"; !slices.Contains(texts, want) {
		t.Errorf("over runs: %q, want %q", texts, want)
	}
}

// Statistics that are too many for the sidebar stand after the first paragraph, which
// they would keep from the first page.
func TestManyStatisticsFollowTheLede(t *testing.T) {
	for n, want := range map[int]string{12: "aside lede body", 13: "lede aside body"} {
		yaml := "language: en\nheadline: H\nbody: |\n  One.\n\n  Two.\nstatistics:\n"
		for i := range n {
			yaml += fmt.Sprintf("  - {id: s%d, value: %d, label: towns}\n", i, i)
		}
		var got []string
		for _, p := range only(t, yaml).Parts {
			for _, b := range p.Blocks {
				switch b := b.(type) {
				case *doc.Aside:
					got = append(got, "aside")
				case *doc.Para:
					got = append(got, string(b.Role))
				}
			}
		}
		if s := strings.Join(got, " "); !strings.HasPrefix(s, want) {
			t.Errorf("%d statistics: %s, want %s", n, s, want)
		}
	}
}

// A lede stays one below a standfirst if it stands over all columns.
func TestLedeOverAllColumns(t *testing.T) {
	fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: en\nheadline: H\nsubheadline: S\nbody: |\n  One.\n\n  Two.\n")}}
	for layout, want := range map[string]doc.Role{"feature": doc.RoleBody, "magazine": doc.RoleLede} {
		in := input(t, read(t, fsys), fsys)
		in.Layout, _ = layouts.Load(layout)
		d, _ := Compose(in)
		found := false
		doc.Walk(d, func(_ []doc.Block, b doc.Block) {
			if p, ok := b.(*doc.Para); ok && p.Text.Plain() == "One." {
				found = p.Role == want
			}
		})
		if !found {
			t.Errorf("%s: the first paragraph is not of the role %s", layout, want)
		}
	}
}
