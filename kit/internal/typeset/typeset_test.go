package typeset

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/presskit-go/presskit/kit/internal/font"
	"github.com/presskit-go/presskit/kit/internal/typeset/bidi"
)

func parse(t testing.TB, data []byte) *font.Font {
	t.Helper()
	f, err := font.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// regular is a face of 10 points in Go Regular.
func regular(t testing.TB) Face { return Face{Fonts: []*font.Font{parse(t, goregular.TTF)}, Size: 10} }

// textOf is the text of a line from left to right; hyphens as "=".
func textOf(l Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		for _, g := range r.Glyphs {
			b.WriteString(strings.ReplaceAll(g.Text, "\u00ad", "="))
		}
	}
	return b.String()
}

func textsOf(lines []Line) []string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, textOf(l))
	}
	return texts
}

const italian = "Il museo apre al pubblico nel 2019 con 220 eventi e una mostra dedicata all’innovazione tecnologica: " +
	"più di quarantamila visitatori hanno attraversato le sale dell’ex stabilimento, trasformato dallo studio di " +
	"architettura in un laboratorio permanente. «Abbiamo voluto un luogo aperto», spiega la direttrice Margherita Rossi, " +
	"«dove la ricerca industriale incontra le persone». Il programma completo è su " +
	"https://www.example.org/programma/2019/eventi-e-mostre?lingua=it oppure scrivendo a ufficio.stampa@example.org."

const english = "The museum opens to the public in 2019 with 220 events and an exhibition on technological innovation: " +
	"more than forty thousand visitors have already crossed the halls of the former factory, which a local architectural " +
	"practice has converted into a permanent laboratory. “We wanted an open place”, explains the well-known director, " +
	"“where industrial research meets the public”."

func TestLines(t *testing.T) {
	face := regular(t)
	for _, tc := range []struct {
		name string
		text string
		o    Options
		want []string
	}{
		{"empty", "", Options{Width: 100}, nil},
		{"one word", "Museo", Options{Width: 100}, []string{"Museo"}},
		{"no measure", "one two three", Options{}, []string{"one two three"}},
		{"spaces at the end stay", "one  ", Options{Width: 100}, []string{"one  "}},
		{"hard breaks", "one\ntwo\r\nthree\u2028four", Options{Width: 100}, []string{"one ", "two ", "three ", "four"}},
		{"empty line", "one\n\ntwo", Options{Width: 100}, []string{"one ", "", "two"}},
		{"line feed at the end", "one\n", Options{Width: 100}, []string{"one "}},
		{"tab", "one\ttwo", Options{Width: 100}, []string{"one two"}},
		{"no-break space", "aaaa bbbb\u00a0cccc", Options{Width: 50}, []string{"aaaa ", "bbbb\u00a0cccc"}},
		{"word joiner", "aaaa bbbb-\u2060cccc", Options{Width: 52}, []string{"aaaa ", "bbbb-cccc"}},
		{"explicit hyphen", "aaaaaa-bbbbbb", Options{Width: 50}, []string{"aaaaaa-", "bbbbbb"}},
		{"soft hyphen", "aaaaaa\u00adbbbbbb", Options{Width: 50}, []string{"aaaaaa=", "bbbbbb"}},
		{"soft hyphen unused", "aaaaaa\u00adbbbbbb", Options{Width: 100}, []string{"aaaaaabbbbbb"}},
		{"zero-width space", "aaaaaa\u200bbbbbbb", Options{Width: 50}, []string{"aaaaaa", "bbbbbb"}},
		{"hyphenation", "innovazione tecnologica", Options{Width: 50, Lang: "it", Hyphenate: true}, []string{"innova=", "zione tec=", "nologica"}},
		{"part after an apostrophe", "dell’innovazione", Options{Width: 60, Lang: "it", Hyphenate: true}, []string{"dell’innova=", "zione"}},
		{"short words stay whole", "sale salone aperta", Options{Width: 40, Lang: "it", Hyphenate: true}, []string{"sale ", "salone ", "aperta"}},
		{"names stay whole", "con Margherita", Options{Width: 60, Lang: "it", Hyphenate: true, NoHyphenCapitalized: true}, []string{"con ", "Margherita"}},
		{"names divide", "con Margherita", Options{Width: 50, Lang: "it", Hyphenate: true}, []string{"con Mar=", "gherita"}},
		{"words with digits stay whole", "via innovazione2", Options{Width: 75, Lang: "it", Hyphenate: true}, []string{"via ", "innovazione2"}},
		{"no patterns", "innovazione tecnologica", Options{Width: 65, Lang: "tlh", Hyphenate: true}, []string{"innovazione ", "tecnologica"}},
		{"URL", "su https://example.org/programma", Options{Width: 90}, []string{"su https://example.", "org/programma"}},
		{"e-mail", "a ufficio.stampa@example.org", Options{Width: 90}, []string{"a ufficio.stampa@", "example.org"}},
		{"last resort", "aaaaaaaaaaaaaaaa", Options{Width: 30}, []string{"aaaaa", "aaaaa", "aaaaa", "a"}},
		{"last resort divides words", "una responsabilissimevolmente", Options{Width: 60, Lang: "it"}, []string{"una respon=", "sabilissime=", "volmente"}},
		{"only as far as they are too wide", "innovazione responsabilissimevolmente", Options{Width: 62, Lang: "it"}, []string{"innovazione ", "responsabi=", "lissimevol=", "mente"}},
		{"last resort divides names", "con Margheritina", Options{Width: 50, Lang: "it", Hyphenate: true, NoHyphenCapitalized: true}, []string{"con Mar=", "gheritina"}},
		{"last resort keeps to soft hyphens", "responsabilis\u00adsimevolmente", Options{Width: 70, Lang: "it"}, []string{"responsabilis=", "simevolmente"}},
		{"last resort leaves addresses", "https://responsabilissimevolmente.example", Options{Width: 60, Lang: "it"}, []string{"https://respo", "nsabilissim", "evolmente.", "example"}},
		{"bound", "aaaa 220 bbbb", Options{Width: 52, Bind: BindText}, []string{"aaaa ", "220 bbbb"}},
		{"bound but too wide", "aaaaaa 220 bbbb", Options{Width: 35, Bind: BindText}, []string{"aaaaaa ", "220 ", "bbbb"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			lines, missing := New(nil).Lines([]Span{{Text: tc.text, Face: face}}, tc.o)
			if got := textsOf(lines); !slices.Equal(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
			if len(missing) > 0 {
				t.Errorf("missing %v", missing)
			}
		})
	}
}

// checkLines checks what holds for all lines of a text.
func checkLines(t *testing.T, spans []Span, o Options, lines []Line) {
	t.Helper()
	var source, got []rune
	for _, s := range spans {
		source = append(source, []rune(visibleText(s.Text))...)
	}
	measure := o.withDefaults()
	hyphens := 0
	for n, l := range lines {
		x := 0.0
		for _, r := range l.Runs {
			sum := 0.0
			for _, g := range r.Glyphs {
				sum += g.Advance
				if g.Text != "\u00ad" {
					for _, r := range g.Text { // joiners may stay with their cluster
						if !isIgnorable(r) {
							got = append(got, r)
						}
					}
				}
			}
			if math.Abs(sum-r.Width) > 1e-6 {
				t.Errorf("line %d: run width %v, sum of advances %v", n, r.Width, sum)
			}
			x = r.X
		}
		if math.IsNaN(x) || math.IsNaN(l.Width) || math.IsInf(l.Width, 0) || math.IsNaN(l.X) {
			t.Errorf("line %d: not finite: %v", n, l)
		}
		if width := new(Setter).lineWidth(&measure, n); !o.HangFirst && !o.HangEnd && l.Width > width+0.01 {
			if !l.Overfull {
				t.Errorf("line %d: %v wide in %v: %q", n, l.Width, width, textOf(l))
			}
			if k := graphemes(strings.TrimSpace(textOf(l))); k > 1 && !mixedText(spans) && !hasSpacer(spans) {
				t.Errorf("line %d: overfull with %d graphemes: %q", n, k, textOf(l))
			}
		}
		if l.Hyphenated != endsInHyphen(l) && !o.RightToLeft && !mixedText(spans) {
			t.Errorf("line %d: Hyphenated %v: %q", n, l.Hyphenated, textOf(l))
		}
		if hyphens++; !l.Hyphenated {
			hyphens = 0
		}
	}
	want := strings.Join(strings.Fields(string(source)), " ")
	have := strings.Join(strings.Fields(string(got)), " ")
	if mixedText(spans) || o.RightToLeft { // visual order: compare as bags
		a, b := []rune(strings.ReplaceAll(want, " ", "")), []rune(strings.ReplaceAll(have, " ", ""))
		slices.Sort(a)
		slices.Sort(b)
		want, have = string(a), string(b)
	}
	if want != have {
		t.Errorf("text changed:\ngot  %q\nwant %q", have, want)
	}
}

// endsInHyphen reports whether the last glyph from left to right is an added
// hyphen.
func endsInHyphen(l Line) bool {
	if len(l.Runs) == 0 {
		return false
	}
	glyphs := l.Runs[len(l.Runs)-1].Glyphs
	return len(glyphs) > 0 && glyphs[len(glyphs)-1].Text == "\u00ad"
}

func graphemes(text string) int {
	var s segmenter.Segmenter
	s.Init([]rune(text))
	n := 0
	for it := s.GraphemeIterator(); it.Next(); {
		n++
	}
	return n
}

func hasSpacer(spans []Span) bool {
	return slices.ContainsFunc(spans, func(s Span) bool { return s.Advance != 0 })
}

func mixedText(spans []Span) bool {
	return slices.ContainsFunc(spans, func(s Span) bool {
		return strings.ContainsFunc(s.Text, func(r rune) bool {
			return bidi.IsRightToLeft(r) || r >= 0x200E && r <= 0x2069
		})
	})
}

// visibleText is a text as its glyphs should give it back.
func visibleText(text string) string {
	var b strings.Builder
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch classify(r, size) {
		case visible:
			if !isIgnorable(r) {
				b.WriteRune(r)
			}
		case damaged:
			b.WriteRune(utf8.RuneError)
		case blank, newline:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// variations are options that differ in what matters to the breaker.
func variations() []Options {
	var all []Options
	for _, width := range []float64{0, 24, 60, 140, 320} {
		for _, align := range []Align{Start, Justify, Center, End} {
			for _, hyphenate := range []bool{false, true} {
				o := Options{Width: width, Align: align, Hyphenate: hyphenate, Lang: "it", Bind: BindText}
				all = append(all, o)
				o.LastLineMin, o.FirstIndent, o.HangFirst, o.HangEnd = 40, 12, true, true
				all = append(all, o)
				o.RightToLeft, o.HangFirst, o.HangEnd = true, false, false
				all = append(all, o)
			}
		}
		all = append(all, Options{Width: width, Balance: true, Bind: BindHeadline, Lang: "it"})
	}
	all = append(all, Options{Widths: func(n int) float64 { return 100 + 20*float64(n%5) }, Hyphenate: true, Lang: "en"})
	return all
}

func TestNoTextIsLostAndNoLineIsOverfull(t *testing.T) {
	face := regular(t)
	bold := Face{Fonts: []*font.Font{parse(t, gobold.TTF)}, Size: 12, Tracking: 0.05}
	s := New(nil)
	for _, spans := range [][]Span{
		{{Text: italian, Face: face}},
		{{Text: english + "\n" + italian, Face: face}},
		{{Text: "Torino – ", Face: bold}, {Text: english, Face: face, Tag: 1}, {Text: "no break at all here", Face: bold, NoBreak: true}},
		{{Text: strings.Repeat("a", 1000) + " " + strings.Repeat("fi", 200), Face: face}},
		{{Text: "abc שלום 123 עולם def", Face: face}},
		{{Text: "e\u0301\u0302 \u200d\ufe0f x\xff\u00adinnova\u00adzione\u2060- \u200b", Face: face}},
	} {
		for _, o := range variations() {
			lines, _ := s.Lines(spans, o)
			checkLines(t, spans, o, lines)
		}
	}
}

func TestHyphensInARow(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for width := 70.0; width < 200; width += 7 {
		for most := 1; most <= 3; most++ {
			for _, align := range []Align{Start, Justify} {
				lines, _ := s.Lines([]Span{{Text: italian, Face: face}}, Options{Width: width, Align: align, Lang: "it", Hyphenate: true, MaxHyphens: most})
				checkHyphens(t, lines, most, width)
			}
		}
	}
	// Those that are written count as well.
	for width := 90.0; width < 260; width += 7 {
		for _, align := range []Align{Start, Justify} {
			text := strings.Repeat("Disse-lhe que a organização internacional do guarda-chuva fez-se aqui. ", 4)
			lines, _ := s.Lines([]Span{{Text: text, Face: face}}, Options{Width: width, Align: align, Lang: "pt", Hyphenate: true})
			checkHyphens(t, lines, 2, width)
		}
	}
}

func checkHyphens(t *testing.T, lines []Line, most int, width float64) {
	t.Helper()
	row := 0
	for i, l := range lines {
		if row++; !l.Hyphenated && !strings.HasSuffix(textOf(l), "-") {
			row = 0
		}
		if row > most {
			t.Errorf("width %v: %d hyphens in a row at line %d", width, row, i)
		}
	}
}

func TestJustifiedLinesAreFull(t *testing.T) {
	face := regular(t)
	lines, _ := New(nil).Lines([]Span{{Text: italian + "\n" + english, Face: face}}, Options{Width: 180, Align: Justify, Lang: "it", Hyphenate: true})
	for i, l := range lines {
		end := l.HardBreak || i == len(lines)-1
		spaced := strings.Contains(strings.TrimSpace(textOf(l)), " ")
		if !end && spaced && math.Abs(l.Width-180) > 0.01 {
			t.Errorf("line %d is %v wide: %q", i, l.Width, textOf(l))
		}
		if end && l.Width > 180.01 {
			t.Errorf("last line %d is %v wide", i, l.Width)
		}
	}
}

func TestLastLineMin(t *testing.T) {
	face := regular(t)
	s := New(nil)
	short, better := 0, 0
	for width := 150.0; width < 350; width += 5 {
		last := func(least float64) float64 {
			lines, _ := s.Lines([]Span{{Text: english, Face: face}}, Options{Width: width, Lang: "en", Hyphenate: true, LastLineMin: least})
			return lines[len(lines)-1].Width
		}
		if last(0) < 40 {
			short++
			if last(40) >= 40 {
				better++
			}
		}
	}
	if short == 0 || better < short*3/4 {
		t.Errorf("%d of %d short last lines avoided", better, short)
	}
}

func TestBalance(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for _, tc := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"Il museo della fabbrica apre le porte", 150, []string{"Il museo della fabbrica ", "apre le porte"}},
		{"Il museo apre al pubblico: duecento eventi in nove mesi", 150, []string{"Il museo apre al pubblico: ", "duecento eventi in nove mesi"}},
		{"Corto", 150, []string{"Corto"}},
		{"Responsabilissimevolmente", 60, []string{"Responsa=", "bilissime=", "volmente"}},
	} {
		lines, _ := s.Lines([]Span{{Text: tc.text, Face: face}}, Options{Width: tc.width, Lang: "it", Balance: true, Bind: BindHeadline, Hyphenate: true})
		if got := textsOf(lines); !slices.Equal(got, tc.want) {
			t.Errorf("got  %q\nwant %q", got, tc.want)
		}
	}
	// Balanced lines are no more than ragged ones, and their longest is no longer.
	for width := 60.0; width < 300; width += 10 {
		spans := []Span{{Text: english[:100], Face: face}}
		ragged, _ := s.Lines(spans, Options{Width: width})
		balanced, _ := s.Lines(spans, Options{Width: width, Balance: true})
		if len(balanced) > len(ragged) || longest(balanced) > longest(ragged)+0.01 {
			t.Errorf("width %v: %d lines of %v, ragged %d of %v", width, len(balanced), longest(balanced), len(ragged), longest(ragged))
		}
	}
}

func longest(lines []Line) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}

func TestPlacement(t *testing.T) {
	face := regular(t)
	s := New(nil)
	width := s.Width([]Span{{Text: "Museo", Face: face}})
	for _, tc := range []struct {
		o    Options
		want float64
	}{
		{Options{Width: 100}, 0},
		{Options{Width: 100, Align: End}, 100 - width},
		{Options{Width: 100, Align: Center}, (100 - width) / 2},
		{Options{Width: 100, Align: Justify}, 0},
		{Options{Width: 100, RightToLeft: true}, 100 - width},
		{Options{Width: 100, RightToLeft: true, Align: End}, 0},
		{Options{Width: 100, FirstIndent: 10}, 10},
		{Options{Width: 100, FirstIndent: 10, Align: End}, 100 - width},
		{Options{Width: 100, FirstIndent: 10, RightToLeft: true}, 90 - width},
		{Options{}, 0},
	} {
		lines, _ := s.Lines([]Span{{Text: "Museo", Face: face}}, tc.o)
		if len(lines) != 1 || math.Abs(lines[0].X-tc.want) > 1e-9 {
			t.Errorf("%+v: X %v, want %v", tc.o, lines[0].X, tc.want)
		}
	}
}

func TestTracking(t *testing.T) {
	face := regular(t)
	s := New(nil)
	plain := s.Width([]Span{{Text: "Mus eo", Face: face}})
	face.Tracking = 0.1
	tracked := s.Width([]Span{{Text: "Mus eo", Face: face}})
	if got, want := tracked-plain, 5*0.1*10; math.Abs(got-want) > 1e-9 {
		t.Errorf("tracking adds %v, want %v", got, want)
	}
	lines, _ := s.Lines([]Span{{Text: "Mus eo abcdef", Face: face}}, Options{Width: tracked + 0.01})
	if math.Abs(lines[0].Width-tracked) > 1e-9 {
		t.Errorf("first line %v wide, want %v", lines[0].Width, tracked)
	}
}

func TestFeatureKey(t *testing.T) {
	face := Face{Tracking: 0.1, Features: []Feature{{"onum", 1}, {"bad", 1}, {"ss03", 1 << 20}, {"liga", 1}}}
	var got []string
	for _, f := range parseFeatureKey(featureKey(&face)) {
		got = append(got, fmt.Sprintf("%s=%d", f.Tag, f.Value))
	}
	want := []string{"liga=0", "clig=0", "dlig=0", "hlig=0", "onum=1", "ss03=255", "liga=1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if key := featureKey(&Face{}); key != "" {
		t.Errorf("plain face has key %q", key)
	}
}

func TestSpacesTheFontLacks(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for r, want := range map[rune]float64{0x2002: 5, 0x2003: 10, 0x2005: 2.5, 0x202F: 2, 0x200A: 1} {
		if _, ok := face.Fonts[0].Glyph(r); ok {
			continue
		}
		lines, missing := s.Lines([]Span{{Text: "a" + string(r) + "b", Face: face}}, Options{})
		without := s.Width([]Span{{Text: "a", Face: face}}) + s.Width([]Span{{Text: "b", Face: face}})
		if got := lines[0].Width - without; math.Abs(got-want) > 1e-9 || len(missing) > 0 {
			t.Errorf("%U: width %v, want %v, missing %v", r, got, want, missing)
		}
		if got := textOf(lines[0]); got != "a"+string(r)+"b" {
			t.Errorf("%U: text %q", r, got)
		}
	}
}

// Whoever takes text out of a page by its look needs a space that is wide enough,
// whatever the font, its tracking and justification make of it.
func TestNarrowSpaces(t *testing.T) {
	face := regular(t)
	face.Tracking = -0.1
	text := strings.Repeat("set close \u00bb\u00a0and ever closer ", 8)
	for _, o := range []Options{{Width: 90}, {Width: 90, Align: Justify}} {
		lines, _ := New(nil).Lines([]Span{{Text: text, Face: face}}, o)
		for i, line := range lines {
			for _, r := range line.Runs {
				for k, g := range r.Glyphs {
					if last := k == len(r.Glyphs)-1; !last && (g.Text == " " || g.Text == "\u00a0") && g.Advance < (leastSpace-face.Tracking)*r.Size-1e-9 {
						t.Errorf("line %d of %v: a space of %v em", i, o.Align, g.Advance/r.Size)
					}
				}
			}
		}
	}
}

func TestSpacerAndTags(t *testing.T) {
	face := regular(t)
	s := New(nil)
	spans := []Span{{Text: "12", Face: face, Tag: 1}, {Text: "km", Face: face, Tag: 2, Advance: 7}}
	lines, _ := s.Lines(spans, Options{Width: 10})
	checkLines(t, spans, Options{Width: 10}, lines)
	lines, _ = s.Lines(spans, Options{Width: 100})
	runs := lines[0].Runs
	if len(runs) != 2 || runs[0].Tag != 1 || runs[1].Tag != 2 {
		t.Fatalf("runs %+v", runs)
	}
	if got := runs[1].X - runs[0].Width; math.Abs(got-7) > 1e-9 {
		t.Errorf("gap of %v, want 7", got)
	}
}

func TestMissing(t *testing.T) {
	face := regular(t)
	spans := []Span{{Text: "ab\n\u00adc漢d", Face: face}, {Text: "e\u0301 \U0001F600", Face: face}}
	lines, missing := New(nil).Lines(spans, Options{})
	want := []Missing{{'漢', 0, 6}, {'\U0001F600', 1, 4}}
	if !reflect.DeepEqual(missing, want) {
		t.Errorf("missing %v, want %v", missing, want)
	}
	checkLines(t, spans, Options{}, lines)

	none := []Span{{Text: "ab c"}}
	if _, missing := New(nil).Lines(none, Options{Width: 100}); len(missing) != 3+1 {
		t.Errorf("without a font: %v", missing)
	}
}

func TestFallbackFont(t *testing.T) {
	first, second := parse(t, goregular.TTF), parse(t, gobold.TTF)
	without := withoutGlyph(t, goregular.TTF)
	face := Face{Fonts: []*font.Font{without, second}, Size: 10}
	lines, missing := New(nil).Lines([]Span{{Text: "museo", Face: face}}, Options{})
	if len(missing) > 0 || len(lines[0].Runs) == 0 || lines[0].Runs[0].Font != second {
		t.Errorf("runs %v, missing %v", lines[0].Runs, missing)
	}
	lines, _ = New(nil).Lines([]Span{{Text: "museo", Face: Face{Fonts: []*font.Font{first, second}, Size: 10}}}, Options{})
	if lines[0].Runs[0].Font != first {
		t.Errorf("the first font was passed over")
	}
}

// withoutGlyph is a font whose character map is empty.
func withoutGlyph(t *testing.T, data []byte) *font.Font {
	t.Helper()
	data = slices.Clone(data)
	n := int(data[4])<<8 | int(data[5])
	for i := range n {
		record := data[12+16*i:]
		if string(record[:4]) == "cmap" {
			at := int(record[8])<<24 | int(record[9])<<16 | int(record[10])<<8 | int(record[11])
			// One format 6 subtable for Windows Unicode with one unused character.
			copy(data[at:], []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 6, 0, 12, 0, 0, 0xE0, 0, 0, 1, 0, 1})
		}
	}
	return parse(t, data)
}

func TestSameResultEveryTime(t *testing.T) {
	face := regular(t)
	spans := []Span{{Text: italian, Face: face}, {Text: english, Face: face, Tag: 3}}
	want, _ := New(nil).Lines(spans, Options{Width: 150, Lang: "it", Hyphenate: true})
	cache := NewCache()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			s := New(cache)
			for range 3 {
				s.Lines(spans, Options{Width: 90, Lang: "it", Align: Justify, Hyphenate: true})
				got, _ := s.Lines(spans, Options{Width: 150, Lang: "it", Hyphenate: true})
				if !reflect.DeepEqual(got, want) {
					t.Error("lines differ")
				}
			}
		})
	}
	wait.Wait()
}

func TestLongParagraph(t *testing.T) {
	face := regular(t)
	words := strings.Fields(english)
	random := rand.New(rand.NewSource(1))
	var b strings.Builder
	for range 20_000 {
		b.WriteString(words[random.Intn(len(words))] + " ")
	}
	spans := []Span{{Text: b.String(), Face: face}}
	for _, o := range []Options{
		{Width: 200, Lang: "en", Hyphenate: true},
		{Width: 200_000, Lang: "en", Hyphenate: true},
		{Width: 5_000, Lang: "en", Hyphenate: true, Align: Justify},
	} {
		lines, _ := New(nil).Lines(spans, o)
		checkLines(t, spans, o, lines)
	}
}
