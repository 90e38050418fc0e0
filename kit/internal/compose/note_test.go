package compose

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/layouts"
)

// composed gives the tree of a definition and what there is to say about it.
func composed(t *testing.T, yaml, layout string) (tree string, list diag.List) {
	t.Helper()
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3v2z"/></svg>`
	fsys := fstest.MapFS{
		"release.yaml": {Data: []byte("language: en\nheadline: H\n" + yaml)},
		"layout.yaml":  {Data: []byte("layout: 1\nextends: feature\n" + layout)},
		"a.svg":        {Data: []byte(svg)}, "b.svg": {Data: []byte(svg)},
	}
	in := input(t, read(t, fsys), fsys)
	l, problems := layouts.Read(fsys, "layout.yaml")
	if l == nil {
		t.Fatal(problems)
	}
	in.Layout = l
	d, list := Compose(in)
	checkTree(t, d)
	return dump(t, d), list
}

func TestQuotesAreCutOnlyWhereTheyRepeat(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("one two three four ", 20))
	tree, list := composed(t, "body: B\nquotes:\n  - {id: q, text: "+words+" end, attribution: A, placement: block}\n", "")
	if len(list) > 0 || !strings.Contains(tree, words+" end") || !strings.Contains(tree, "callout quote-block #quote-q") || !strings.Contains(tree, `{quotation-mark|”}\n{run-in|A}`) {
		t.Errorf("block: %v\n%s", list, tree)
	}
	tree, list = composed(t, "body: |\n  "+words+" end\n\n  {{quote: q}}\n\n  Again.\n\n  {{quote: q}}\nquotes:\n  - {id: q, text: "+words+" end, attribution: A}\n", "")
	if len(list) != 1 || list[0].Rule != "quote-cut" || list[0].Severity != diag.Note || list[0].Span.Text() != words+" end" {
		t.Errorf("pull: %v", list)
	}
	if !strings.Contains(tree, "four […]") {
		t.Errorf("pull:\n%s", tree)
	}
}

func TestAddressesKeepTheirApostrophes(t *testing.T) {
	tree, _ := composed(t, `body: |
  It's at <https://example.org/l'uno>, pat.o'neil@example.org or `+"`it's`"+`.
contacts:
  - {name: Pat O'Neil, email: pat.o'neil@example.org, phone: +49 (0)30 1234 ext. 12}
`, "")
	for _, want := range []string{"It’s at", "https://example.org/l'uno", "pat.o'neil@example.org or", "it's", "Pat O’Neil", "mailto:pat.o'neil@example.org", "tel:+49301234;ext=12"} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %s in\n%s", want, tree)
		}
	}
	if strings.Contains(tree, "o’neil") || strings.Contains(tree, "l’uno") {
		t.Errorf("curled:\n%s", tree)
	}
}

// What no slot prints is told, once for each section, where it is written.
func TestNotShown(t *testing.T) {
	const whole = `kicker: K
subheadline: S
body: "B {{stat: told}}"
end-mark: "-x-"
fact-sheet: [{label: L, value: V}, {label: M, value: W}]
timeline: [{date: 2026, text: T}]
backgrounder: "{{quote: q}}\n\n{{statistics}}\n"
faq: [{question: Q, answer: A}]
awards: [{name: N, year: 2026}]
links: [{label: L, url: "https://example.org"}]
boilerplate: About
contacts: [{name: C, email: c@example.org}]
people: {p: {name: P, bio: Bio}}
quotes: [{id: q, text: said, attribution: A, placement: block}]
statistics: [{id: told, value: 1, label: l}, {id: s, value: 2, label: m}]
media:
  h: {path: a.svg, alt: a, role: hero}
  g: {path: b.svg, alt: b, role: gallery}
`
	if _, list := composed(t, whole, ""); len(list) > 0 {
		t.Errorf("by the default layout: %v", list)
	}
	tree, list := composed(t, whole, "parts: {head: {slots: [headline]}, release: {slots: [lede]}, kit: {slots: [body]}, end: {slots: [status]}}\n")
	for _, want := range []string{
		"release.yaml:3:9: warning: kicker is not printed: the layout layout has no slot \"kicker\" [not-shown]",
		"subheadline is not", "end-mark is not", "fact-sheet is not", "timeline is not", "backgrounder is not", "faq is not",
		"awards is not", "links is not", "boilerplate is not", "contacts is not", "people is not", "media.h is not", "media.g is not",
		"release.yaml:17:46: warning: statistics is not printed",
	} {
		if !strings.Contains(list.Error(), want) {
			t.Errorf("not told: %s in\n%v", want, list)
		}
	}
	if len(list) != 15 {
		t.Errorf("got %d:\n%v", len(list), list)
	}
	if !strings.Contains(tree, "said") {
		t.Errorf("a quote of the backgrounder has no place:\n%s", tree)
	}
}

func TestStatisticsThatAreNotThere(t *testing.T) {
	tree, list := composed(t, "body: |\n  B\n\n  {{statistics}}\nbackgrounder: \"{{statistics}}\"\n", "")
	if len(list) != 2 || list[0].Rule != "no-statistics" || list[0].Severity != diag.Warning || list[0].Span.Text() != "{{statistics}}" {
		t.Errorf("got %v", list)
	}
	if strings.Contains(tree, "aside") || strings.Contains(tree, "part kit") {
		t.Errorf("something stands for nothing:\n%s", tree)
	}
}

func TestChangesAndNegatives(t *testing.T) {
	tree, _ := composed(t, `body: B
statistics:
  - {id: a, value: 0.03, previous: 0, label: l}
  - {id: b, value: 0, previous: 0, label: l}
  - {id: c, value: -5, unit: EUR, label: l}
  - {id: d, value: -5, unit: EUR, prefix: ca., label: l}
  - {id: e, value: 100.04, previous: 100, label: l}
  - {id: f, value: -5, unit: CHF, label: l}
  - {id: g, value: 999950000, unit: USD, notation: compact, label: l}
`, "")
	for _, want := range []string{
		"previously 0 (+0.03)", "previously 0 (±0)", `"{stat-prefix|−€}" "5"`, `"{stat-prefix|ca.\u00a0−€}" "5"`, "previously 100 (±0%)",
		`"{stat-prefix|CHF}" _ "−5"`, `"{stat-prefix|$}" "1" "{stat-unit|B}"`,
	} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %s in\n%s", want, tree)
		}
	}
}

func TestRightsStandUnderThePicture(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Free for reports. ", 8))
	tree, list := composed(t, `body: B
media:
  h: {path: a.svg, alt: a, role: hero, caption: A river, credit: Ana, copyright: © 2026 Park, license: CC BY 4.0, usage-terms: Free for the press}
  i: {path: b.svg, alt: b, caption: B., credit: Park, copyright: © 2026 Park, usage-terms: `+long+`}
`, "")
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, want := range []string{`figure hero "A river. Ana, © 2026 Park, CC BY\u00a04.0. Free for the press"`, `figure inline float=top "B. © 2026 Park"`, `rights "© 2026 Park"`, long} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %s in\n%s", want, tree)
		}
	}
	// Without a gallery there is no other place for long terms.
	tree, _ = composed(t, "body: B\nmedia:\n  i: {path: b.svg, alt: b, credit: Park 2026, copyright: Park, usage-terms: "+long+"}\n", "")
	if !strings.Contains(tree, `figure inline float=top "Park 2026. `+long+`"`) {
		t.Error(tree)
	}
}
