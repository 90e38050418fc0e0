package compose

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/doc"
)

// endOf gives the columns of the end matter: their spans and what they hold.
func endOf(t *testing.T, yaml string) (out string, figure *doc.Figure, problems string) {
	t.Helper()
	fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: en\nheadline: H\nbody: B\n" + yaml)}}
	d, list := Compose(input(t, read(t, fsys), fsys))
	checkTree(t, d)
	doc.Walk(d, func(path []doc.Block, b doc.Block) {
		switch b := b.(type) {
		case *doc.Columns:
			out += "|"
			for _, c := range b.Columns {
				out += fmt.Sprintf(" %d", c.Span)
			}
		case *doc.Figure:
			figure = b
			if len(path) == 0 {
				out += "| code"
			}
		}
	})
	for _, p := range list {
		problems += p.Rule + " "
	}
	return out, figure, problems
}

func TestNewsroomCode(t *testing.T) {
	const (
		links = "links: [{label: L, url: 'https://example.org'}, {label: N, url: 'https://example.org/news/', rel: newsroom}]\n"
		about = "boilerplate: About us\n"
	)
	contacts := func(n int) string {
		return "contacts: [" + strings.Repeat("{name: A, email: a@example.org}, ", n) + "]\n"
	}
	for _, c := range []struct{ yaml, want string }{
		{links, "| code"},
		{links + about, "| 10 2"},
		{links + about + contacts(1), "| 6 4 2"},
		{links + about + contacts(3), "| 6 4 2"},
		{links + contacts(1), "| 10 2"},
		{links + contacts(3), "| 3 3 3 2"},
		{links + about + contacts(4), "| 3 3 3 2| 3"},
		{about + contacts(1), "| 8 4"},
		{contacts(4), "| 3 3 3 3"},
		{contacts(5), "| 3 3 3 3| 3"},
	} {
		got, figure, problems := endOf(t, c.yaml)
		if got != c.want || problems != "" {
			t.Errorf("%s got %q (%s), want %q", c.yaml, got, problems, c.want)
		}
		if strings.HasPrefix(c.yaml, links) != (figure != nil) {
			t.Errorf("%s figure: %v", c.yaml, figure)
		}
		if figure == nil {
			continue
		}
		if alt := figure.Picture.Alt; alt != "QR code: online newsroom, https://example.org/news/" {
			t.Error(alt)
		}
		if r := figure.Caption[0]; r.Text != "example.org/news" || r.Link != "https://example.org/news/" {
			t.Error(r)
		}
		if figure.Role != doc.RoleQRCode || figure.Picture.Width != 33 {
			t.Errorf("%s of %d", figure.Role, figure.Picture.Width)
		}
	}
}

func TestNewsroomTooLong(t *testing.T) {
	_, figure, problems := endOf(t, "links: [{label: N, url: 'https://example.org/"+strings.Repeat("x", 300)+"', rel: newsroom}]\n")
	if figure != nil || problems != "no-code " {
		t.Errorf("%v %s", figure, problems)
	}
}

// Codes are dark on light with any brand.
func TestCodeColors(t *testing.T) {
	white, night, grey := brand.Color{R: 255, G: 255, B: 255}, brand.Color{R: 16, G: 20, B: 40}, brand.Color{R: 150, G: 150, B: 150}
	for _, c := range []struct{ ink, paper, dark, light brand.Color }{
		{night, white, night, white}, {white, night, brand.Color{}, white}, {grey, white, brand.Color{}, white},
	} {
		b := *brand.Default()
		b.Colors.Ink, b.Colors.Paper = c.ink, c.paper
		if dark, light := (&composer{in: Input{Brand: &b}}).codeColors(); dark != c.dark || light != c.light {
			t.Errorf("%v on %v: got %v on %v", c.ink, c.paper, dark, light)
		}
	}
}

func TestSpansHaveTheirLanguage(t *testing.T) {
	tree, list := composed(t, "lede: 'A [mot *juste*]{lang=fr} here'\nbody: \"[Due]{lang=it} [[*tre*]{lang=it}](https://example.org)\"\n", "")
	if len(list) > 0 {
		t.Fatal(list)
	}
	for _, want := range []string{`"A {lang=fr|mot }{emph lang=fr|juste} here"`, `"{lang=it|Due} {emph link=https://example.org lang=it|tre}"`} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %s in\n%s", want, tree)
		}
	}
}

// Without anyone to ask the end matter still stands under its rule, in a measure that
// can be read.
func TestEndWithoutContacts(t *testing.T) {
	d := only(t, "language: en\nheadline: H\nbody: B\norganizations: {p: {name: Park, boilerplate: About us.}}\npublisher: p\n")
	blocks := d.Parts[len(d.Parts)-1].Blocks
	end, ok := blocks[0].(*doc.Columns)
	if !ok || end.Role != doc.RoleEnd || len(end.Columns) != 1 || end.Columns[0].Span != 8 {
		t.Errorf("the end matter is %+v", blocks[0])
	}
}
