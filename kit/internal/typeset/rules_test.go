package typeset

import (
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/font"
)

// At every width, no line ends between what is joined by a tilde.
func TestNeverParted(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for _, tc := range []struct{ lang, text string }{
		{"it", "Il prezzo dell’innovazione è 1~234~567~euro e un’idea, tel. +39~011~123~4567."},
		{"it", "Lo disse il dott.~Rossi della Freschi~S.p.A. il 9~giugno, art.~3, n.~5, §~5."},
		{"it", "Una mostra lunga otto stagioni, dal 2019–2026, il 04/05/2026, e ancora dal 1998–2004, ISBN 978-88-06-12345-6, 24/7."},
		{"en", "By J.~R.~R.~Tolkien and Dr~Park, 9~June, 20~km, room~5 and 5~million people came."},
		{"de", "Am 9.~Juni um 10~Uhr, z.~B. mit Dr.~Park, d.~h. nie, Nr.~5 der Muster~GmbH."},
		{"fr", "Quoi ? Il dit : « Bonjour ! », n°~5, p.~ex. à 10~h~30."},
		{"cs", "Sešli se v~Praze a~s~Brnem, 9.~června, o~víkendu."},
		{"pl", "Spotkanie w~Warszawie i~z~Krakowa, 9~czerwca."},
	} {
		text := strings.ReplaceAll(tc.text, "~", " ")
		var whole []string // tokens as they must stay, in order
		for token := range strings.FieldsSeq(tc.text) {
			whole = append(whole, strings.ReplaceAll(token, "~", " "))
		}
		for width := 100.0; width < 400; width += 5.3 {
			lines, _ := s.Lines([]Span{{Text: text, Face: face}}, Options{Width: width, Lang: tc.lang, Bind: BindText})
			var ends []string
			for _, l := range lines {
				ends = append(ends, strings.TrimRight(textOf(l), " "))
			}
			for _, token := range whole {
				if strings.ContainsAny(token, " –-/") || strings.Contains(token, "’") {
					if !slices.ContainsFunc(ends, func(l string) bool { return strings.Contains(l, token) }) {
						t.Errorf("%s at %v: %q is parted: %q", tc.lang, width, token, ends)
					}
				}
			}
			for _, l := range ends {
				if strings.ContainsAny(l[:1], "?!:;") || strings.HasPrefix(l, "»") || strings.HasSuffix(l, "«") {
					t.Errorf("%s at %v: %q", tc.lang, width, l)
				}
			}
		}
	}
}

// A line ends between "tel." and a number only where it has no room for both.
func TestTelephoneStaysWithItsWord(t *testing.T) {
	face := regular(t)
	s := New(nil)
	parted := func(width float64) bool {
		lines, _ := s.Lines([]Span{{Text: "Per informazioni l’ufficio della fabbrica risponde ogni giorno, tel. +39 011 123 4567.", Face: face}},
			Options{Width: width, Lang: "it", Bind: BindText})
		return slices.ContainsFunc(lines, func(l Line) bool { return strings.HasSuffix(strings.TrimRight(textOf(l), " "), "tel.") })
	}
	for width := 120.0; width < 400; width += 2.5 {
		if parted(width) {
			t.Errorf("parted at %v", width)
		}
	}
	if !parted(100) {
		t.Error("not parted in a line that has no room for both")
	}
}

// A written hyphen at the end of a line stands again at the start of the next where
// the language asks for it, and in the text once.
func TestWrittenHyphenIsRepeated(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for lang, again := range map[string]bool{"pt": true, "pt-BR": true, "pl": true, "cs": true, "sk": true, "hr": true, "es": false, "it": false, "en": false} {
		for _, align := range []Align{Start, Justify} {
			text := "Comprou-se guarda-chuva e beija-flor, vice-presidente, social-democrata e 2019-2026, segunda-feira, bem-te-vi."
			repeated := 0
			for width := 60.0; width < 250; width += 7 {
				lines, _ := s.Lines([]Span{{Text: text, Face: face}}, Options{Width: width, Lang: lang, Align: align})
				var all strings.Builder
				for i, l := range lines {
					all.WriteString(textOf(l))
					if l.Width > width+0.01 && !l.Overfull {
						t.Errorf("%s at %v: a line of %v", lang, width, l.Width)
					}
					hyphen, _ := face.Fonts[0].Glyph('-')
					first := l.Runs[0].Glyphs[0]
					if i > 0 && first.ID == hyphen && first.Text == "" {
						repeated++
						if before := strings.TrimRight(textOf(lines[i-1]), " "); !strings.HasSuffix(before, "-") {
							t.Errorf("%s at %v: a hyphen after %q", lang, width, before)
						}
					} else if i > 0 && again && strings.HasSuffix(textOf(lines[i-1]), "-") && !strings.HasSuffix(textOf(lines[i-1]), "2019-") {
						t.Errorf("%s at %v: no hyphen before %q", lang, width, textOf(l))
					}
				}
				if got := all.String(); got != text {
					t.Errorf("%s at %v: %q", lang, width, got)
				}
			}
			if (repeated > 0) != again {
				t.Errorf("%s: %d hyphens are repeated", lang, repeated)
			}
		}
	}
}

func TestFrenchSpacesAreSet(t *testing.T) {
	face := regular(t)
	face.Lang = "fr"
	spans := []Span{{Text: "Quoi? «", Face: face}, {Text: "Oui", Face: face, Tag: 1}, {Text: "» dit: a:b", Face: face}, {Text: "code?", Face: face, NoHyphen: true}}
	before := slices.Clone(spans)
	lines, _ := New(nil).Lines(spans, Options{Bind: BindText})
	if got, want := textOf(lines[0]), "Quoi\u202f? «\u202fOui\u202f» dit\u00a0: a:bcode?"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for i := range spans {
		if spans[i].Text != before[i].Text {
			t.Errorf("the caller's span %d has changed: %q", i, spans[i].Text)
		}
	}
	lines, _ = New(nil).Lines(spans, Options{})
	if got, want := textOf(lines[0]), "Quoi? «Oui» dit: a:bcode?"; got != want {
		t.Errorf("without bindings: got %q, want %q", got, want)
	}
}

// German writes all nouns with a capital, so that a capital is no name.
func TestGermanNounsDivide(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for lang, want := range map[string]bool{"de": true, "de-AT": true, "it": false} {
		text := map[bool]string{true: "die Veröffentlichung", false: "la Pubblicazione"}[want]
		lines, _ := s.Lines([]Span{{Text: text, Face: face}}, Options{Width: 75, Lang: lang, Hyphenate: true, NoHyphenCapitalized: true})
		if lines[0].Hyphenated != want {
			t.Errorf("%s: %q", lang, textsOf(lines))
		}
	}
}

// Hyphens in a row and stubs of words on the last line happen only where there
// is no other way.
func TestRulesOfHyphens(t *testing.T) {
	face := regular(t)
	s := New(nil)
	stub := "Il museo apre al pubblico con duecento eventi nelle biblioteche."
	for _, text := range []string{english, italian, english[:150], italian[:140], stub, stub[9:], stub[14:]} {
		for width := 60.0; width < 300; width += 1.7 {
			for _, align := range []Align{Start, Justify} {
				o := Options{Width: width, Align: align, Lang: "it", Hyphenate: true}
				lines, _ := s.Lines([]Span{{Text: text, Face: face}}, o)
				row := 0
				for i, l := range lines {
					if row++; !l.Hyphenated {
						row = 0
					}
					if row > 2 {
						t.Errorf("width %v: %d hyphens in a row", width, row)
					}
					if i == len(lines)-2 && l.Hyphenated && !strings.Contains(textOf(lines[i+1]), " ") && len([]rune(strings.Trim(textOf(lines[i+1]), ".,”"))) < minLastLetters {
						t.Errorf("width %v: last line %q", width, textOf(lines[i+1]))
					}
				}
			}
		}
	}
	// A word that is wider than three lines leaves no choice.
	lines, _ := s.Lines([]Span{{Text: "responsabilissimevolissimamente", Face: face}}, Options{Width: 45, Lang: "it", Hyphenate: true})
	if len(lines) < 4 || longest(lines) > 45.01 {
		t.Errorf("got %q", textsOf(lines))
	}
}

func TestNothingSticksOut(t *testing.T) {
	face := regular(t)
	s := New(nil)
	text := "Vedi https://www.example.org/una/cartella/molto/lunga/senza_spazi_e_senza_punti/" + strings.Repeat("abcdefghij", 12) + "?lingua=it oggi."
	for width := 12.0; width < 300; width += 4.7 {
		for _, align := range []Align{Start, Justify} {
			spans := []Span{{Text: text, Face: face}}
			lines, _ := s.Lines(spans, Options{Width: width, Align: align, Lang: "it", Hyphenate: true})
			checkLines(t, spans, Options{Width: width, Align: align}, lines)
			for i, l := range lines {
				if l.Hyphenated && !strings.Contains("Vedi oggi", strings.TrimRight(textOf(l), "=")) {
					t.Errorf("width %v, line %d: a hyphen in an address: %q", width, i, textOf(l))
				}
			}
		}
	}
}

// Paragraphs of mixed scripts have their words in the fonts that hold them, with
// no space added between.
func TestNoSpaceAtTheBorderOfFonts(t *testing.T) {
	face := ideographs(t)
	s := New(nil)
	parts := s.Width([]Span{{Text: "美術", Face: face}}) + s.Width([]Span{{Text: "Aurora", Face: face}}) + s.Width([]Span{{Text: "館", Face: face}})
	if got := s.Width([]Span{{Text: "美術Aurora館", Face: Face{Fonts: []*font.Font{face.Fonts[0], face.Fonts[1]}, Size: 10}}}); got < parts-1e-9 || got > parts+1e-9 {
		t.Errorf("%v wide, want %v", got, parts)
	}
}

// germanLong has the long words that leave lines of narrow columns few to choose from.
const germanLong = "Die Bundesnetzagentur veröffentlichte gestern die Ausführungsbestimmungen zur Energieeffizienzverordnung für Industrieunternehmen. " +
	"Die Geschäftsführung der Landesentwicklungsgesellschaft begrüßte die Entscheidung ausdrücklich, während der Bundesverband Nachbesserungen " +
	"bei der Kostenverteilung forderte. Die Verordnungen zur Überwachung und zum Datenschutz werden angepasst."

// No line of justified text holds a word or two with a hole between them where
// others could be looser.
func TestJustifiedLinesShareTheirGaps(t *testing.T) {
	face := regular(t)
	s := New(nil)
	for width := 110.0; width < 220; width += 3.3 {
		o := Options{Width: width, Align: Justify, Lang: "de", Hyphenate: true}
		lines, _ := s.Lines([]Span{{Text: germanLong, Face: face}}, o)
		for i, l := range lines[:len(lines)-1] {
			words := len(strings.Fields(textOf(l)))
			if gap := (width - l.Natural) / max(float64(words-1), 0.5); gap > 36 {
				t.Errorf("width %.1f, line %d: %q: gap %.1f", width, i, textOf(l), gap)
			}
		}
	}
}
