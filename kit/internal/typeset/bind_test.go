package typeset

import (
	"strings"
	"testing"
)

func TestBind(t *testing.T) {
	// A tilde stands for a no-break space, a caret for a narrow one.
	for _, tc := range []struct {
		lang, want string
		b          Binding
	}{
		{"it", "sono 220~eventi in 20~cm", BindText},
		{"it", "aperto nel~2019 con~gusto", BindNone},
		{"it", "aperto nel~2019 con gusto", BindText},
		{"it", "il 9~giugno 2026 apre", BindText},
		{"it", "la n.~5 di via Po", BindText},
		{"it", "secondo M.~Rossi e J.R.~Verdi", BindText},
		{"it", "nel~2019 la mostra", BindText},
		{"it", "220 e oltre", BindText},
		{"it", "220, eventi", BindText},
		{"it", "la~fabbrica che~apre le~porte", BindHeadline},
		{"it", "costa €~20 o 20~€ in tutto", BindText},
		{"it", "(220~eventi)", BindText},
		{"it", "il Piano Transizione~5.0, per le 5~imprese", BindText},
		{"en", "Freshet~1.0.2 and Apache~2.0", BindText},
		{"en-GB", "opens 9~June at 10 with Dr~Park", BindText},
		{"en", "The~museum of~the~factory", BindHeadline},
		{"en", "two  spaces 12  cm", BindText},
		{"fr", "Quoi^? Oui^! Il dit^: «^Bonjour^».", BindText},
		{"fr", "voir https://a.fr:80/?q=1 à 10:30^;", BindText},
		{"fr", "Vraiment^?!", BindText},
		{"xx", "20~km, J.~Doe", BindText},
	} {
		marks := strings.NewReplacer("~", "\u00a0", "^", "\u202f")
		plain := strings.NewReplacer("~", " ", "^", "").Replace(tc.want)
		want := marks.Replace(tc.want)
		if tc.b == BindNone {
			want = plain
		}
		if got := Bind(tc.lang, plain, tc.b); got != want {
			t.Errorf("%s: got  %q\nwant %q", tc.lang, got, want)
		}
	}
}

func TestBindTwiceIsBindOnce(t *testing.T) {
	text := "Il dit : « Quoi ? » à 10 h, n° 5; M. Rossi en 2019 !"
	once := Bind("fr", text, BindHeadline)
	if twice := Bind("fr", once, BindHeadline); twice != once {
		t.Errorf("got  %q\nwant %q", twice, once)
	}
}

func TestBindChangesSpacesOnly(t *testing.T) {
	text := "Nel 2019 i 220 eventi di M. Rossi costarono € 20 a testa."
	got := strings.ReplaceAll(Bind("it", text, BindHeadline), "\u00a0", " ")
	if got != text {
		t.Errorf("got %q", got)
	}
}
