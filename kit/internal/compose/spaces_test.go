package compose

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// tildes shows no-break spaces as tildes, and narrow ones as carets.
var tildes = strings.NewReplacer("\u00a0", "~", "\u202f", "^")

// Every text of the tree has the spaces of its language: those of the author,
// of labels and of foreign words.
func TestSpaces(t *testing.T) {
	d := only(t, `language: fr
headline: "La ville ouvre 220 événements : le programme de la saison"
dateline: {place: Lyon, date: 2026-01-01}
body: |
  Qui ? Les « élus » de M. Hugo, **220** événements, `+"`a ? b`"+` et [why? 20 km]{lang=en} !

  {{statistics}}

      if a ; b
statistics:
  - {id: a, value: 1200, unit: EUR, label: "pour 20 personnes ; par jour", source: "Insee"}
quotes:
  - {id: q, text: "Vraiment ?", speaker: ada, placement: block}
people: {ada: {name: Mme Park, title: "Directrice : culture"}}
contacts: [{person: ada}]
`)
	var got []string
	for _, s := range doc.Texts(d) {
		got = append(got, tildes.Replace(s))
	}
	want := []string{
		"La~ville ouvre 220~événements~: le~programme de~la~saison",
		"Lyon, le 1er~janvier 2026~– Qui^? Les «^élus^» de M.~Hugo, 220~événements, a ? b et why? 20~km^!",
		"1^200~€", "pour 20~personnes^; par jour", "Source~: Insee", "«^Vraiment^?^»", "Mme~Park", "if a ; b",
	}
	for _, w := range want {
		if !contains(got, w) {
			t.Errorf("no %q in\n%s", w, strings.Join(got, "\n"))
		}
	}
	if end := tildes.Replace(d.Footer.End.Plain()); end != "page~ sur " {
		t.Errorf("footer %q", end)
	}
	if title := d.Meta.Title; strings.ContainsAny(title, "\u00a0\u202f") {
		t.Errorf("title for catalogues %q", title)
	}
}

// The headline keeps short words with the next; other text does not.
func TestHeadlineSpaces(t *testing.T) {
	d := only(t, "language: en-GB\nheadline: A flood forecast of their own\nkicker: The river of the town\nbody: Fine.\n")
	texts := doc.Texts(d)
	for _, w := range []string{"A\u00a0flood forecast of\u00a0their own", "The river of the town"} {
		if !contains(texts, w) {
			t.Errorf("no %q in %q", w, texts)
		}
	}
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
