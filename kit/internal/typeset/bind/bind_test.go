package bind

import (
	"strings"
	"testing"
)

// In these tests a tilde stands for a no-break space, a caret for a narrow one.
var marks = strings.NewReplacer("~", "\u00a0", "^", "\u202f")

func TestText(t *testing.T) {
	for _, tc := range []struct {
		lang, want string
		level      Level
	}{
		{"it", "sono 220~eventi in 20~cm", Running},
		{"it", "aperto nel~2019 con~gusto", None},
		{"it", "aperto nel~2019 con gusto", Running},
		{"it", "il 9~giugno 2026 apre", Running},
		{"it", "la n.~5 di via Po, art.~3, §~5 e~№~5", Running},
		{"it", "secondo M.~Rossi e~J.R.~Verdi", Running},
		{"it", "il dott.~Rossi e~la Dott.ssa~Bianchi", Running},
		{"it", "nel~2019 la mostra", Running},
		{"it", "220 e~oltre", Running},
		{"it", "220, eventi", Running},
		{"it", "la~fabbrica che~apre le~porte", Headline},
		{"it", "costa €~20 o~20~€ in tutto", Running},
		{"it", "(220~eventi)", Running},
		{"it", "il Piano Transizione~5.0, per le 5~imprese", Running},
		{"it", "Freschi~S.p.A. e~Rossi~S.r.l., di Torino", Running},
		{"it", "spesi 1~234~567,50~€ in tutto", Running},
		{"it", "tel. +39~011~123~4567 oppure", Running},
		{"it", "Tel.~011~1234567, ogni giorno", Running},
		{"zh", "也可致电+86~10~1234~5678。 支持", Running},
		{"en", "Freshet~1.0.2 and Apache~2.0", Running},
		{"en", "Freshet~1.0 gives towns 1.5~million, 9th~June", Running},
		{"it", "Sono 6.500~partecipanti", Running},
		{"en-GB", "opens 9~June at 10 with Dr~Park", Running},
		{"en", "by J.~R.~R.~Tolkien, at 10~a.m., room~5", Running},
		{"en", "call +1~(212)~555-0199 or (020)~7946~0018 today", Running},
		{"en", "Acme~Inc. and Foo~Ltd, as Berlin as ever", Running},
		{"en", "The~museum of~the~factory", Headline},
		{"en", "two  spaces 12  cm", Running},
		{"de", "am 9.~Juni um 10~Uhr, z.~B. mit Dr.~Park, d.~h. nie", Running},
		{"de", "in 38~Gemeinden, 4,5~Prozentpunkte, 2024 Berlin", Running},
		{"de", "Nr.~5, Art.~3, §~5, ca.~20~%, 5~Mio.~€", Running},
		{"de", "Muster~GmbH und Beispiel~AG. Ab Montag", Running},
		{"fr", "n°~5, p.~ex. à 10~h~30, avec M.~Hugo", Running},
		{"fr", "du 1er~janvier au 14~juillet 1789, 1~234~567~habitants", Running},
		{"es", "el 9~de junio, pág.~5, Sra.~Pérez", Running},
		{"pt-BR", "em 9~de junho, n.º~5, Dr.~Silva", Running},
		{"nl", "op 9~juni om 10~uur, nr.~5, dhr.~Jansen", Running},
		{"ca", "el 9~juny, núm.~5", Running},
		{"pl", "w~Warszawie i~z~Krakowa, nr~5, 9~czerwca 2026~r.", Running},
		{"cs", "v~Praze a~s~Brnem, 9.~června, č.~5", Running},
		{"sk", "V~Bratislave a~K~Trnave", Running},
		{"ru", "в~Москве и~с~Киевом, 9~июня, стр.~5", Running},
		{"uk", "у~Києві й~з~Одесою, 9~червня", Running},
		{"sv", "den 9~juni kl.~10, nr~5, 20~kr", Running},
		{"nb", "9.~juni kl.~10, nr.~5", Running},
		{"fi", "9.~kesäkuuta klo~10, n.~5", Running},
		{"hu", "2026. június~9. a múzeum, 5~millió~Ft", Running},
		{"ro", "pe 9~iunie, nr.~5, ora~10", Running},
		{"tr", "9~Haziran 2026, No.~5", Running},
		{"el", "9~Ιουνίου 2026, σελ.~5", Running},
		{"ar", "ضمن 20~سم في 9~يونيو و٣٨ بلدة، ٢٠~كم", Running},
		{"he", "עד 9~ביוני, 20~ק״מ", Running},
		{"xx", "20~km, J.~Doe, №~5", Running},
		{"xx", "", Headline},
	} {
		plain := strings.NewReplacer("~", " ", "^", "").Replace(tc.want)
		want := marks.Replace(tc.want)
		if tc.level == None {
			want = plain
		}
		if got := Text(tc.lang, plain, tc.level); got != want {
			t.Errorf("%s: got  %q\nwant %q", tc.lang, got, want)
		}
	}
}

func TestFrench(t *testing.T) {
	for _, tc := range []struct{ lang, text, want string }{
		{"fr", "Quoi? Oui ! Il dit: « Bonjour ».", "Quoi^? Oui^! Il dit~: «^Bonjour^»."},
		{"fr-FR", "«Bonjour!» dit-il;", "«^Bonjour^!^» dit-il^;"},
		{"fr-CH", "Quoi ?", "Quoi^?"},
		{"fr", "voir https://a.fr:80/?q=1 à 10:30;", "voir https://a.fr:80/?q=1 à 10:30^;"},
		{"fr", "Vraiment?! (?) Non…!", "Vraiment^?! (?) Non…!"},
		{"fr", "déjà\u00a0: «\u00a0bien\u00a0» fait\u202f!", "déjà~: «~bien~» fait^!"},
		{"fr-CA", "Quoi? Oui ! Il dit : «Bonjour»", "Quoi? Oui^! Il dit~: «~Bonjour~»"},
		{"fr", "Une «majeure»: oui?: «x»y", "Une «^majeure^»~: oui^?: «^x^»y"},
		{"it", "Chi? «Io» !", "Chi? «Io» !"},
		{"fr", "; ?", ";^?"},
		{"fr", "«", "«"},
	} {
		if got, want := French(tc.lang, tc.text, 0, 0), marks.Replace(tc.want); got != want {
			t.Errorf("%s: got  %q\nwant %q", tc.lang, got, want)
		}
	}
}

func TestFrenchBetweenSpans(t *testing.T) {
	for _, tc := range []struct {
		before, after rune
		text, want    string
	}{
		{'a', 'b', "?", "?"},
		{'a', ' ', "?", "^?"},
		{'«', 'b', "mot", "^mot"},
		{'a', 0, " !", "^!"},
		{' ', 0, "!", "!"},
	} {
		if got, want := French("fr", tc.text, tc.before, tc.after), marks.Replace(tc.want); got != want {
			t.Errorf("%q %q %q: got %q, want %q", tc.before, tc.text, tc.after, got, want)
		}
	}
}

func TestTextTwiceIsTextOnce(t *testing.T) {
	for _, text := range []string{
		"Il dit : « Quoi ? » à 10 h, n° 5; M. Rossi en 2019 !", "«Oui!»", "+33 1 23 45 67 89", "J. R. R. Tolkien",
	} {
		once := Text("fr", text, Headline)
		if twice := Text("fr", once, Headline); twice != once {
			t.Errorf("got  %q\nwant %q", twice, once)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("it", "Nel 2019 i 220 eventi di M. Rossi costarono € 20 a testa. Tel. +39 011 123")
	f.Add("fr-CA", "Il dit : « Quoi ? » à 10 h, n° 5; M. Rossi en 2019 !")
	f.Add("cs", "v Praze 9. června z. B. S.p.A.")
	f.Fuzz(func(t *testing.T, lang, text string) {
		if len(text) > 2_000 {
			return
		}
		got := Text(lang, text, Headline)
		if again := Text(lang, got, Headline); again != got {
			t.Errorf("not the same twice: %q, %q", got, again)
		}
		// Nothing but the kind and number of spaces changes.
		bare := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "")
		if a, b := bare.Replace(got), bare.Replace(strings.ToValidUTF8(text, "\ufffd")); strings.ToValidUTF8(a, "\ufffd") != b && a != bare.Replace(text) && len([]rune(a)) != len([]rune(bare.Replace(text))) {
			t.Errorf("got %q of %q", got, text)
		}
	})
}

func BenchmarkFor(b *testing.B) {
	for b.Loop() {
		For("it")
	}
}

func BenchmarkSpaces(b *testing.B) {
	text := []rune(strings.Repeat("Nel 2019 i 220 eventi di M. Rossi costarono € 20 a testa alla fabbrica. ", 10))
	b.ReportAllocs()
	rules := For("it")
	for b.Loop() {
		rules.Spaces(text, Running, func(int, bool) {})
	}
}

func TestTelephones(t *testing.T) {
	for text, want := range map[string]string{
		"+20 2 1234 5678":                        "+20 2 1234 5678",
		"a (+961) 1 234 567. b":                  "(+961) 1 234 567",
		"هاتف: 02 1234 5678، أو +961 1 234 567!": "02 1234 5678|+961 1 234 567",
		"+1 (212) 555-0199 (020) 7946 0018":      "+1 (212) 555-0199 (020) 7946 0018",
		"+49 (0)30 12345, +49 (0)40 678":         "+49 (0)30 12345|+49 (0)40 678",
		"in 12 345 towns, 2026":                  "",
	} {
		runes := []rune(text)
		var got []string
		For("ar").Telephones(runes, func(from, to int) { got = append(got, string(runes[from:to])) })
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
