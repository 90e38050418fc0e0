package compose

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/layouts"
)

func paragraph(letters int) *doc.Para {
	return &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.Repeat("x", letters))}
}

// flowOf makes blocks from a picture: a letter is a paragraph, H a heading.
func flowOf(s string, letters int) []doc.Block {
	var flow []doc.Block
	for _, r := range s {
		switch r {
		case 'H':
			flow = append(flow, &doc.Heading{Level: 2, Role: doc.RoleSubhead, Text: doc.T("h")})
		case ':':
			flow = append(flow, &doc.Para{Role: doc.RoleBody, Text: doc.T(strings.Repeat("x", letters) + ":")})
		default:
			flow = append(flow, paragraph(letters))
		}
	}
	return flow
}

// draw is the picture of a flow, with Q for a callout.
func draw(flow []doc.Block) string {
	var b strings.Builder
	for _, block := range flow {
		switch p := block.(type) {
		case *doc.Heading:
			b.WriteByte('H')
		case *doc.Callout:
			b.WriteByte('Q')
		case *doc.Para:
			if strings.HasSuffix(p.Text.Plain(), ":") {
				b.WriteByte(':')
			} else {
				b.WriteByte('p')
			}
		}
	}
	return b.String()
}

func TestInsert(t *testing.T) {
	// Paragraphs have 400 letters: more than five lines.
	for _, test := range []struct {
		name, flow string
		at         []int // letters at which the words begin; each has 50
		want       string
	}{
		{"words at the start of a paragraph: after it", "pppp", []int{400}, "ppQpp"},
		{"at its end: a paragraph later", "ppppp", []int{740}, "pppQpp"},
		{"at the end of the last but one: before it", "ppp", []int{740}, "pQpp"},
		{"in the last paragraph: before it", "pp", []int{600}, "pQp"},
		{"the only paragraph", "p", []int{100}, "pQ"},
		{"not under a heading", "ppHpp", []int{300}, "ppQHpp"},
		{"not before what is announced", "p:pppp", []int{400}, "p:pQppp"},
		{"two from one paragraph", "pppp", []int{400, 740}, "ppQpQp"},
		{"two of one place", "pppppp", []int{400, 420}, "ppQppQpp"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var list []insertion
			for _, at := range test.at {
				list = append(list, insertion{block: &doc.Callout{}, start: at, end: at + 50, repeats: true})
			}
			if got := draw(insert(flowOf(test.flow, 400), list)); got != test.want {
				t.Errorf("%s: got %s, want %s", test.flow, got, test.want)
			}
		})
	}
}

// Whatever the text, a callout is lost or doubled never, the text keeps its
// order, and none stands under a heading, first, or last while there are
// places enough.
func TestInsertKeepsTheRules(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 400 {
		picture := "p"
		for range random.IntN(12) {
			picture += []string{"p", "p", "p", ":", "H"}[random.IntN(5)]
		}
		picture += "p"
		flow := flowOf(picture, 50+random.IntN(600))
		places := strings.Count(strings.ReplaceAll(picture[:len(picture)-1], ":", ""), "p")
		var list []insertion
		for range random.IntN(places + 1) {
			at := random.IntN(2000)
			list = append(list, insertion{block: &doc.Callout{}, start: at, end: at + 40, repeats: true})
		}
		slices.SortStableFunc(list, func(a, b insertion) int { return a.start - b.start })
		got := draw(insert(flow, list))
		if strings.ReplaceAll(got, "Q", "") != picture || strings.Count(got, "Q") != len(list) {
			t.Fatalf("%d: %s with %d callouts became %s", n, picture, len(list), got)
		}
		if strings.Contains(got, "HQ") || strings.HasPrefix(got, "Q") || strings.HasSuffix(got, "Q") {
			t.Errorf("%d: %s with %d callouts became %s", n, picture, len(list), got)
		}
	}
}

func TestInsertOfVeryMany(t *testing.T) {
	list := make([]insertion, maxInserts+1)
	for i := range list {
		list[i].block = &doc.Callout{ID: fmt.Sprint(i)}
	}
	if got := insert(flowOf("pp", 10), list); len(got) != len(list)+2 {
		t.Errorf("%d blocks", len(got))
	}
	if got := insert(nil, list[:1]); len(got) != 1 {
		t.Errorf("into nothing: %d blocks", len(got))
	}
}

func TestLocate(t *testing.T) {
	flow := []doc.Block{
		&doc.Para{Text: doc.Text{{Text: "Ha detto: «Siamo "}, {Text: "felici", Emph: true}, {Text: " di esserci». Poi basta."}}},
		&doc.Heading{Text: doc.T("Titolo")},
		paragraph(100),
	}
	quote := func(s string) insertion {
		return insertion{repeats: true, block: &doc.Callout{Body: []doc.Block{&doc.Para{Text: doc.Text{
			{Text: "«", Role: doc.RoleMark}, {Text: s}, {Text: "»", Role: doc.RoleMark}}}}}}
	}
	list := []insertion{quote("siamo felici […] esserci"), quote("felici"), quote("non c’è")}
	locate(flow, list)
	if got := fmt.Sprint(list[0].start, list[0].end, list[0].repeats); got != "7 27 true" {
		t.Errorf("with an omission: %s", got)
	}
	if got := fmt.Sprint(list[1].start, list[1].end); got != "12 18" {
		t.Errorf("across emphasis: %s", got)
	}
	if list[2].repeats || list[2].start == 0 {
		t.Errorf("words that are not there: %+v", list[2])
	}
}

func BenchmarkInsert(b *testing.B) {
	flow := flowOf(strings.Repeat("pp:H", 250)+"p", 300)
	var list []insertion
	for i := range 50 {
		list = append(list, insertion{block: &doc.Callout{}, start: i * 5000, end: i*5000 + 100, repeats: true})
	}
	b.ReportAllocs()
	for b.Loop() {
		insert(flow, list)
	}
}

// TestFiguresFloat holds that pictures which the author has not placed go where
// the layout says, and those that he has stay.
func TestFiguresFloat(t *testing.T) {
	const kit = "body: |\n  One.\n\n  {{figure: a}}\n\n  Two.\nmedia:\n" +
		"  a: {path: a.svg, role: inline, alt: A}\n  b: {path: b.svg, role: inline, alt: B}\n"
	for layout, float := range map[string]string{"": " float=top", "pictures: {float: bottom}\n": " float=bottom", "pictures: {float: none}\n": ""} {
		tree, _ := composed(t, kit, layout)
		all, placed := strings.Count(tree, "figure inline"), strings.Count(tree, "figure inline\n")
		if floating := strings.Count(tree, "figure inline"+float+"\n"); all != 2 || float != "" && (placed != 1 || floating != 1) || float == "" && placed != 2 {
			t.Errorf("%q: %d figures, %d of them where they are, %d with%q\n%s", layout, all, placed, floating, float, tree)
		}
	}
}

// TestQuotationOverColumns holds that a quotation across the columns stands between
// them and a first paragraph that spans them too, unless its words are too near.
func TestQuotationOverColumns(t *testing.T) {
	long := strings.Repeat("Nobody had seen the river as high as that. ", 12)
	for said, want := range map[string]string{
		"One.\n\n  " + long + "\n\n  " + long + "\n\n  “We waited,” says Ada.\n\n  " + long: "para lede,callout quote",
		"One.\n\n  “We waited,” says Ada.\n\n  " + long + "\n\n  " + long:                   "para lede,para body",
	} {
		tree, _ := composed(t, "body: |\n  "+said+"\nquotes: [{id: q, text: We waited, attribution: Ada}]\n", "roles: {lede: {column-span: all}, quote: {column-span: all}}\n")
		var blocks []string
		for line := range strings.Lines(tree) {
			f := strings.Fields(line)
			if len(f) > 1 && (f[0] == "para" || f[0] == "callout") && (len(blocks) > 0 || f[1] == "lede") {
				blocks = append(blocks, f[0]+" "+f[1])
			}
		}
		if got := strings.Join(blocks[:min(2, len(blocks))], ","); got != want {
			t.Errorf("%s, want %s\n%s", got, want, tree)
		}
	}
}

// TestQuotationsKnowTheirWords holds that a pull quote names the paragraph that it
// repeats, in the sidebar and with its speaker beside it too.
func TestQuotationsKnowTheirWords(t *testing.T) {
	for _, layout := range []string{"feature", "bulletin"} {
		fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: en\nheadline: H\nbody: |\n  One.\n\n  “We waited,” says Ada.\n\n  Three.\npeople: {ada: {name: Ada}}\nquotes: [{id: q, text: We waited, speaker: ada}]\n")}}
		in := input(t, read(t, fsys), fsys)
		in.Layout, _ = layouts.Load(layout)
		d, _ := Compose(in)
		found := false
		doc.Walk(d, func(_ []doc.Block, b doc.Block) {
			if q, ok := b.(*doc.Callout); ok {
				found = q.Repeats != nil && strings.Contains(q.Repeats.Text.Plain(), "says Ada")
			}
		})
		if !found {
			t.Errorf("%s: the quotation does not know its words", layout)
		}
	}
}

// TestOnePageGathers holds that what a text places by hand stands in its slot where a
// kit must keep to a page, and where the text has it otherwise.
func TestOnePageGathers(t *testing.T) {
	const kit = "body: |\n  One “We waited” two.\n\n  {{statistics: Town}}\n\n  {{quote: q}}\n\n  Three.\n" +
		"quotes: [{id: q, text: We waited, attribution: Ada}]\nstatistics: [{id: a, value: 1, label: A, group: Town}, {id: b, value: 2, label: B, group: Land}]\n"
	const slots = "parts: {release: {slots: [lede, body, statistics, quotes]}}\nstatistics: {place: band}\n"
	for layout, panels := range map[string]int{slots: 2, slots + "fit: {pages: 1}\n": 1} {
		tree, _ := composed(t, kit, layout)
		text, _, _ := strings.Cut(tree, "Three.")
		if n := strings.Count(tree, "aside statistics"); n != panels || strings.Count(tree, "callout quote") != 1 || strings.Contains(text, "callout quote") != (panels == 2) {
			t.Errorf("%q: %d panels\n%s", layout, n, tree)
		}
	}
}
