package locale

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/source"
)

func get(t testing.TB, name string) *Locale {
	t.Helper()
	l, known := For(language.MustParse(name))
	if !known {
		t.Fatalf("%s is not known", name)
	}
	return l
}

func day(s string) source.Date {
	d, _ := source.ParseDate(source.NewText(s))
	return d
}

func TestFilesAreWhole(t *testing.T) {
	fields := regexp.MustCompile(`\{[a-z]+\}`)
	en := get(t, "en")
	for _, name := range Names() {
		l := get(t, name)
		if l.Name != name {
			t.Errorf("%s: got the file %s", name, l.Name)
		}
		for _, label := range Labels() {
			got := fields.FindAllString(l.Label(label), -1)
			want := fields.FindAllString(en.Label(label), -1)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s has %v, English has %v", name, label, got, want)
			}
			if strings.TrimSpace(l.data.Labels[label]) == "" {
				t.Errorf("%s: %s is empty", name, label)
			}
		}
		if len(l.data.Labels) != len(Labels()) {
			t.Errorf("%s: %d labels, there are %d", name, len(l.data.Labels), len(Labels()))
		}
		opening, closing := l.Quotes()
		if opening == "" || closing == "" || l.Dash() == "" {
			t.Errorf("%s: marks %q %q, dash %q", name, opening, closing, l.Dash())
		}
		if got := l.Dateline("Oslo", l.Date(day("2026-06-09"))); !strings.Contains(got, "Oslo") || strings.ContainsAny(got, "{}") {
			t.Errorf("%s: dateline %q", name, got)
		}
	}
}

// Labels of a language must be its own, not those of English.
func TestLanguagesHaveTheirOwnLabels(t *testing.T) {
	en := get(t, "en")
	for _, name := range Names() {
		if strings.HasPrefix(name, "en") {
			continue
		}
		l, same := get(t, name), 0
		for _, label := range Labels() {
			if l.Label(label) == en.Label(label) {
				same++
			}
		}
		if same > 2 { // "page {page} …", "vector" and "px" may look alike
			t.Errorf("%s: %d labels are English", name, same)
		}
	}
}

func TestFallback(t *testing.T) {
	for _, test := range []struct {
		tag, name string
		known     bool
	}{
		{"it", "it", true}, {"it-CH", "it", true}, {"en-US", "en", true}, {"en-GB", "en-001", true}, {"en-AU", "en-001", true},
		{"pt-AO", "pt-PT", true}, {"pt-BR", "pt", true}, {"es-MX", "es-419", true}, {"no", "nb", true}, {"nn", "nb", true},
		{"ar-EG", "ar", true}, {"it-u-nu-latn", "it", true}, {"sw", "en-001", false}, {"zh-Hant-TW", "zh-Hant", true}, {"zh-TW", "zh-Hant", true}, {"zh-HK", "zh-Hant", true}, {"zh-Hans", "zh", true},
		{"zh-CN", "zh", true}, {"ko-KR", "ko", true}, {"und", "en-001", false},
	} {
		l, known := For(language.MustParse(test.tag))
		if l.Name != test.name || known != test.known {
			t.Errorf("%s: %s, %v", test.tag, l.Name, known)
		}
	}
	if got := get(t, "pt-PT").Label(Contacts); got != "Contactos para a imprensa" {
		t.Error(got)
	}
	if got := get(t, "en-GB").Label(PressRelease); got != "Press release" {
		t.Error(got)
	}
}

func TestNumber(t *testing.T) {
	for _, test := range []struct{ lang, in, want string }{
		{"it", "6500", "6.500"}, {"it", "-6500.10", "−6.500,10"}, {"it", "76", "76"}, {"it", "0.50", "0,50"},
		{"en", "6500", "6,500"}, {"en-GB", "1234567.891", "1,234,567.891"},
		{"fr", "6500", "6\u202f500"}, {"fr", "1234567.5", "1\u202f234\u202f567,5"},
		{"de", "6500", "6.500"}, {"de-CH", "6500.5", "6’500.5"}, {"de-AT", "65000", "65\u00a0000"},
		{"es", "6500", "6500"}, {"es", "84320", "84\u202f320"}, {"es-ES", "1234567.5", "1\u202f234\u202f567,5"}, {"es-MX", "65000", "65,000"}, {"es-AR", "65000", "65.000"}, {"pl", "6500", "6500"}, {"pl", "65000", "65\u00a0000"},
		{"pt", "6500", "6.500"}, {"pt-PT", "6500", "6500"}, {"pt-PT", "65000", "65\u00a0000"},
		{"nl", "6500", "6.500"}, {"sv", "6500", "6\u00a0500"}, {"hi", "12345678", "1,23,45,678"},
		{"ar", "6500.5", "٦٬٥٠٠٫٥"}, {"ja", "6500", "6,500"}, {"he", "6500", "6,500"},
		{"en", "123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890"},
		{"en", "1.5e3", "1,500"}, {"en", "25e-2", "0.25"}, {"en", "-0", "0"}, {"en", "007", "7"},
	} {
		d, ok := ParseDecimal(test.in)
		if !ok {
			t.Fatalf("%s is no number", test.in)
		}
		l, _ := For(language.MustParse(test.lang))
		if got := l.Number(d); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.lang, test.in, got, test.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for lang, want := range map[string]string{
		"it": "76%", "en": "76%", "fr": "76\u202f%", "de": "76_%", "es": "76_%", "nl": "76%", "pt": "76%", "tr": "%76", "sv": "76_%",
		"pl": "76%", "ja": "76%", "ar": "76٪", "he": "76%", "de-CH": "76%",
	} {
		a := get(t, lang).Percent()
		got := a.Before + gap(a.TightBefore || a.Before == "") + "76" + gap(a.TightAfter || a.After == "") + a.After
		if got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func gap(tight bool) string {
	if tight {
		return ""
	}
	return "_"
}

func TestCurrency(t *testing.T) {
	for _, test := range []struct{ lang, code, want string }{
		{"it", "EUR", "1_€"}, {"en", "EUR", "€1"}, {"en-GB", "GBP", "£1"}, {"en", "USD", "$1"}, {"en", "CHF", "CHF_1"},
		{"fr", "EUR", "1_€"}, {"de", "EUR", "1_€"}, {"nl", "EUR", "€_1"}, {"ja", "JPY", "1円"}, {"zh", "CNY", "1元"}, {"zh-TW", "TWD", "1元"}, {"ko", "KRW", "1원"}, {"ja", "EUR", "1ユーロ"}, {"ja", "BRL", "R$1"}, {"pt-PT", "EUR", "1_€"}, {"pt", "BRL", "R$_1"},
	} {
		a, ok := get(t, test.lang).Currency(test.code)
		got := a.Before + gap(a.TightBefore || a.Before == "") + "1" + gap(a.TightAfter || a.After == "") + a.After
		if !ok || got != test.want {
			t.Errorf("%s %s: %q, want %q", test.lang, test.code, got, test.want)
		}
	}
	for _, code := range []string{"", "MW", "MWh", "eur", "FTE", "XXX", "ABCD"} {
		if a, ok := get(t, "it").Currency(code); ok {
			t.Errorf("%q is taken for a currency: %+v", code, a)
		}
	}
}

func TestCompact(t *testing.T) {
	for _, test := range []struct {
		lang, in string
		decimals int
		want     string
	}{
		{"it", "6500", -1, "6,5_mila"}, {"it", "3100000", -1, "3,1_mln"}, {"it", "65000", -1, "65_mila"}, {"it", "512000", -1, "512_mila"},
		{"it", "6000", -1, "6_mila"}, {"it", "950", -1, "950"}, {"it", "1234567", 2, "1,23_mln"}, {"it", "2500000000000", -1, "2.500_mld"},
		{"en", "6500", -1, "6.5K"}, {"en-GB", "3100000", -1, "3.1_m"}, {"de", "3100000", -1, "3,1_Mio."}, {"fr", "6500", -1, "6,5_k"},
		{"es", "3100000000", -1, "3100_M"}, {"ja", "65000", -1, "6.5万"}, {"zh", "65000", -1, "6.5万"}, {"zh-Hant", "1200000000", -1, "12億"}, {"ko", "65000", -1, "6.5만"}, {"nl", "3100000", -1, "3,1_mln."}, {"pt", "3100000", -1, "3,1_mi"},
		{"en", "999999", -1, "1M"}, {"en", "999950000", -1, "1B"}, {"en", "-999999", -1, "−1M"}, {"en", "999499", -1, "999K"},
		{"en", "999.6", 0, "1K"}, {"en", "999.6", -1, "999.6"}, {"en", "99950", -1, "100K"}, {"en", "999960", 1, "1.0M"},
		{"en", "999949", 1, "999.9K"}, {"en", "999999999999999", -1, "1,000T"}, {"ja", "99999999", -1, "1億"}, {"it", "999999", -1, "1_mln"},
		{"en", "0", -1, "0"}, {"en", "999999", 4, "999.9990K"},
	} {
		l := get(t, test.lang)
		d, _ := ParseDecimal(test.in)
		short, word, tight := l.Compact(d, test.decimals)
		if got := l.Number(short) + gap(tight || word == "") + word; got != test.want {
			t.Errorf("%s %s: %q, want %q", test.lang, test.in, got, test.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, test := range []struct {
		in   string
		n    int
		want string
	}{
		{"2.345", 2, "2.35"}, {"2.344", 2, "2.34"}, {"9.99", 1, "10.0"}, {"999.5", 0, "1000"}, {"0.4", 0, "0"}, {"1", 2, "1.00"}, {"-0.04", 1, "-0.0"},
	} {
		d, _ := ParseDecimal(test.in)
		d = d.Round(test.n)
		got := d.whole
		if d.fraction != "" {
			got += "." + d.fraction
		}
		if d.negative {
			got = "-" + got
		}
		if got != test.want {
			t.Errorf("%s to %d: %s, want %s", test.in, test.n, got, test.want)
		}
	}
	for _, bad := range []string{"", ".", "-", "1e999999999", "1e99", "abc", "1.2.3", "0x10", "1_000", strings.Repeat("9", 60)} {
		if _, ok := ParseDecimal(bad); ok {
			t.Errorf("%q is taken for a number", bad)
		}
	}
}

func TestDate(t *testing.T) {
	for _, test := range []struct{ lang, in, want, year, rest string }{
		{"it", "2024-05-13", "13 maggio 2024", "2024", "13 maggio"},
		{"it", "2022-10", "ottobre 2022", "2022", "ottobre"},
		{"it", "2022", "2022", "2022", ""},
		{"en-GB", "2026-06-09", "9 June 2026", "2026", "9 June"},
		{"en-US", "2026-06-09", "June 9, 2026", "2026", "June 9"},
		{"en-US", "2026-06-09T08:00:00+02:00", "June 9, 2026", "2026", "June 9"},
		{"fr", "2026-01-01", "1er janvier 2026", "2026", "1er janvier"},
		{"fr", "2026-11-11", "11 novembre 2026", "2026", "11 novembre"},
		{"de", "2026-06-09", "9. Juni 2026", "2026", "9. Juni"},
		{"de-AT", "2026-01-09", "9. Jänner 2026", "2026", "9. Jänner"},
		{"es", "2026-06", "junio de 2026", "2026", "junio"},
		{"pt-PT", "2026-06-09", "9 de junho de 2026", "2026", "9 de junho"},
		{"nl", "2026-06-09", "9 juni 2026", "2026", "9 juni"},
		{"ca", "2026-04-09", "9 d’abril de 2026", "2026", "9 d’abril"},
		{"ru", "2026-05", "май 2026", "2026", "май"},
		{"pl", "2026-05-09", "9 maja 2026", "2026", "9 maja"},
		{"hu", "2026-06-09", "2026. június 9.", "2026.", "június 9."},
		{"ja", "2026-06-09", "2026年6月9日", "2026年", "6月9日"},
		{"zh-Hans", "2026-12-01", "2026年12月1日", "2026年", "12月1日"}, {"zh-TW", "2026-12-01", "2026年12月1日", "2026年", "12月1日"},
		{"zh", "2026-12", "2026年12月", "2026年", "12月"}, {"zh-HK", "2026", "2026年", "2026年", ""},
		{"ko", "2026-12-01", "2026년 12월 1일", "2026년", "12월 1일"}, {"ko", "2026-12", "2026년 12월", "2026년", "12월"},
		{"ja", "2026-06", "2026年6月", "2026年", "6月"},
		{"ar", "2026-06-09", "٩ يونيو ٢٠٢٦", "٢٠٢٦", "٩ يونيو"}, {"ar-EG-u-nu-arab", "2026-06-09", "٩ يونيو ٢٠٢٦", "٢٠٢٦", "٩ يونيو"},
		{"ar-LB-u-nu-arab", "2026-06-09", "٩ حزيران ٢٠٢٦", "٢٠٢٦", "٩ حزيران"},
		{"he", "2026-06-09", "9 ביוני 2026", "2026", "9 ביוני"},
	} {
		l, d := get(t, test.lang), day(test.in)
		if got := l.Date(d); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.lang, test.in, got, test.want)
		}
		if year, rest := l.Year(d), l.DayMonth(d); year != test.year || rest != test.rest {
			t.Errorf("%s %s: %q and %q, want %q and %q", test.lang, test.in, year, rest, test.year, test.rest)
		}
	}
	if got := get(t, "it").Date(source.Date{}); got != "" {
		t.Errorf("no date: %q", got)
	}
}

// What is known of a year or a month stands in it, not at it.
func TestAsOf(t *testing.T) {
	for _, test := range []struct{ lang, in, want string }{
		{"fr", "2025", "En 2025"}, {"fr", "2025-03", "En mars 2025"}, {"fr", "2025-03-01", "Au 1er mars 2025"},
		{"en", "2025", "As of 2025"}, {"de", "2025-03", "Stand: März 2025"}, {"ja", "2025", "2025年現在"}, {"nb", "2025", "I 2025"},
	} {
		if got := get(t, test.lang).AsOf(day(test.in)); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.lang, test.in, got, test.want)
		}
	}
}

// Latin letters next to digits would change places with them in a line that runs
// from the right.
func TestPixelsFromRight(t *testing.T) {
	for lang, want := range map[string]string{"ar": "٢٠٠٠\u00a0×\u00a0١٠٠٠\u00a0بكسل", "he": "2000\u00a0×\u00a01000\u00a0פיקסלים", "it": "2000\u00a0×\u00a01000\u00a0px"} {
		l := get(t, lang)
		if got := l.Digits(l.Format(Pixels, "width", "2000", "height", "1000")); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// A heading over what is said of somebody is right for every name: one that
// stands with an article in a sentence has none here, so no preposition that
// would melt with the article, and no case that would change it.
func TestAboutAnyName(t *testing.T) {
	for lang, want := range map[string]string{
		"fr": "Musée Hautecour en bref", "es": "Musée Hautecour en pocas palabras", "pt": "Musée Hautecour em resumo", "pt-PT": "Musée Hautecour em resumo",
		"ca": "Musée Hautecour en poques paraules", "de": "Musée Hautecour im Profil", "cs": "Musée Hautecour ve zkratce", "pl": "Musée Hautecour w skrócie",
		"ru": "Справка: Musée Hautecour", "uk": "Довідка: Musée Hautecour",
	} {
		if got := get(t, lang).Format(About, "name", "Musée Hautecour"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestEmbargo(t *testing.T) {
	at := time.Date(2026, 6, 9, 9, 0, 0, 0, time.FixedZone("", 2*3600))
	for lang, want := range map[string]string{
		"it":    "EMBARGO fino a martedì 9 giugno 2026, ore 09:00 (UTC+2)",
		"en-GB": "EMBARGO UNTIL Tuesday, 9 June 2026, 09:00 (UTC+2)",
		"en-US": "EMBARGO UNTIL Tuesday, June 9, 2026, 9:00 am (UTC+2)",
		"fr":    "SOUS EMBARGO jusqu’au mardi 9 juin 2026 à 09:00 (UTC+2)",
		"de":    "SPERRFRIST: Dienstag, 9. Juni 2026, 09:00 Uhr (UTC+2)",
		"zh":    "发布限制：2026年6月9日星期二 09:00（UTC+2）前不得发布",
		"zh-TW": "發佈限制：2026年6月9日 星期二 09:00（UTC+2）前請勿發佈",
		"ko":    "엠바고: 2026년 6월 9일 화요일 09:00(UTC+2)까지 보도 금지",
	} {
		if got := get(t, lang).Embargo(at); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for offset, want := range map[int]string{0: "UTC", -5 * 3600: "UTC−5", 19800: "UTC+5:30", -12600: "UTC−3:30"} {
		if got := zone(at.In(time.FixedZone("", offset))); got != want {
			t.Errorf("%d: %s, want %s", offset, got, want)
		}
	}
}

func TestMarks(t *testing.T) {
	for lang, want := range map[string]string{
		"it": "«»", "fr": "«\u202f\u202f»", "fr-CA": "«\u00a0\u00a0»", "es": "«»", "en": "“”", "de": "„“", "nl": "“”", "pt": "“”", "pt-PT": "«»", "pl": "„”", "sv": "””", "ja": "「」", "zh": "“”", "zh-TW": "「」", "ko": "“”",
	} {
		opening, closing := get(t, lang).Quotes()
		if opening+closing != want {
			t.Errorf("%s: %q", lang, opening+closing)
		}
	}
	if !get(t, "it").DropsStop() || !get(t, "fr").DropsStop() || get(t, "en").DropsStop() {
		t.Error("full stops of callouts")
	}
	if get(t, "en-US").EndMark() != "###" || get(t, "en-GB").EndMark() != "" || get(t, "it").EndMark() != "" {
		t.Error("end marks")
	}
}

func TestDateline(t *testing.T) {
	for lang, want := range map[string]string{"it": "Milano, 13 maggio 2024\u00a0— ", "fr": "Milano, le 13 mai 2024\u00a0– ", "en-US": "Milano, May 13, 2024\u00a0— "} {
		l := get(t, lang)
		if got := l.Dateline("Milano", l.Date(day("2024-05-13"))) + l.Dash(); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := get(t, "it").Dateline("Milano", ""); got != "Milano" {
		t.Error(got)
	}
}

// A label has the spaces of its language, however its file is typed.
func TestLabelSpaces(t *testing.T) {
	if got := get(t, "fr").Format(Source, "source", "Insee"); got != "Source\u00a0: Insee" {
		t.Errorf("%q", got)
	}
}

func TestSheet(t *testing.T) {
	for name, want := range map[string]string{"en-US": "Letter", "es-MX": "Letter", "fr-CA": "Letter", "en": "A4", "en-GB": "A4", "it": "A4", "und": "A4"} {
		if got := Sheet(language.MustParse(name)); got != want {
			t.Errorf("%s is printed on %s, want %s", name, got, want)
		}
	}
}

func TestDirection(t *testing.T) {
	for lang, want := range map[string]bool{"ar": true, "he": true, "fa": true, "ur-PK": true, "it": false, "ja": false, "az-Arab": true} {
		if got := IsRTL(language.MustParse(lang)); got != want {
			t.Errorf("%s: %v", lang, got)
		}
	}
}

func BenchmarkFor(b *testing.B) {
	b.ReportAllocs()
	tag := language.MustParse("en-GB")
	for b.Loop() {
		For(tag)
	}
}

// Every calendar names all twelve months.
func TestMonthsAreWhole(t *testing.T) {
	for name, calendar := range calendars {
		seen := map[string]bool{}
		for m := time.January; m <= time.December; m++ {
			seen[calendar().MonthWide(m)] = true
		}
		if len(seen) != 12 || seen[""] {
			t.Errorf("%s: %v", name, seen)
		}
	}
}
