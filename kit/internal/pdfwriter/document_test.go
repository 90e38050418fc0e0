package pdfwriter_test

import (
	"github.com/presskit-go/presskit/kit/internal/golden"

	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	pdf "github.com/presskit-go/presskit/kit/internal/pdfwriter"
)

var streamBody = regexp.MustCompile(`(?s)\nstream\n(.*?)\nendstream`)

// changing is what any change of a file changes: identifiers, and where objects are.
var changing = regexp.MustCompile(`(?s)(uuid:)[-0-9a-f]+|(/ID \[)[^]]*|(\nxref\n).*?(\ntrailer)|(startxref\n)\d+`)

// readable leaves out what is not text: fonts, images and the profile, but not their lengths.
func readable(file []byte) []byte {
	file = changing.ReplaceAll(file, []byte("$1$2$3$5…$4"))
	file = bytes.Replace(file, []byte("%\xe2\xe3\xcf\xd3\n"), []byte("%\n"), 1)
	return streamBody.ReplaceAllFunc(file, func(m []byte) []byte {
		for _, c := range m {
			if c < ' ' && c != '\n' || c == 0x7f {
				return []byte("\nstream (binary)\nendstream")
			}
		}
		return m
	})
}

func TestSpecimen(t *testing.T) {
	o := options()
	o.Uncompressed = true
	got := readable(write(t, specimen(t, o, nil)))
	golden.Check(t, filepath.Join("testdata", "specimen.txt"), string(got))
}

// Whatever the order of drawing, the file is the same: content stands in the order of the tree.
func TestDrawingOrderDoesNotMatter(t *testing.T) {
	want := write(t, specimen(t, options(), nil))
	for seed := range uint64(20) {
		got := write(t, specimen(t, options(), rand.New(rand.NewPCG(seed, 1))))
		if !bytes.Equal(got, want) {
			t.Fatalf("shuffled by seed %d, the file differs", seed)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	d := specimen(t, options(), nil)
	first, again := write(t, d), write(t, d)
	if !bytes.Equal(first, again) {
		t.Error("writing a document twice gives different files")
	}
	o := options()
	o.Title = "Another"
	if id := trailerID(t, write(t, specimen(t, o, nil))); id == trailerID(t, first) {
		t.Error("documents with different titles have the same identifier")
	}
}

func trailerID(t *testing.T, file []byte) string {
	t.Helper()
	m := regexp.MustCompile(`/ID \[<([0-9a-f]{32})> <([0-9a-f]{32})>\]`).FindSubmatch(file)
	if m == nil || !bytes.Equal(m[1], m[2]) {
		t.Fatal("no identifier")
	}
	return string(m[1])
}

func TestCacheIsSharedAndDoesNotShow(t *testing.T) {
	want := write(t, specimen(t, options(), nil))
	f := parse(t, goregular.TTF)
	var cache pdf.Cache
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			o := options()
			o.Cache = &cache
			if got := write(t, specimen(t, o, nil)); !bytes.Equal(got, want) {
				t.Error("with a cache the file differs")
			}
			// A font in common, with glyphs that differ.
			d := pdf.New(o)
			d.AddPage(200, 200).Mark(d.Root().Add(pdf.P)).Glyphs(set(f, 10, 10, 10, fmt.Sprint("abc", i%3)))
			write(t, d)
		})
	}
	group.Wait()
}

// Each object of a plain file is where the cross-reference table says.
func TestCrossReferenceTable(t *testing.T) {
	o := options()
	o.Uncompressed = true
	file := write(t, specimen(t, o, nil))
	at := lastNumber(t, file)
	rows := bytes.Split(file[at:], []byte("\n"))
	if string(rows[0]) != "xref" {
		t.Fatalf("startxref leads to %q", rows[0])
	}
	n, _ := strconv.Atoi(strings.TrimPrefix(string(rows[1]), "0 "))
	for i := 1; i < n; i++ {
		offset, err := strconv.Atoi(string(rows[2+i][:10]))
		if err != nil || !bytes.HasPrefix(file[offset:], fmt.Appendf(nil, "%d 0 obj\n", i)) {
			t.Fatalf("object %d is not at %q", i, rows[2+i])
		}
	}
}

func lastNumber(t *testing.T, file []byte) int {
	t.Helper()
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if m == nil {
		t.Fatal("no startxref")
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

type brokenWriter struct{}

var errBroken = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriterError(t *testing.T) {
	if _, err := specimen(t, options(), nil).WriteTo(brokenWriter{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}

func TestProblemsAreReported(t *testing.T) {
	f := parse(t, goregular.TTF)
	tests := []struct {
		name string
		make func(d *pdf.Document, p *pdf.Page)
		want string
	}{
		{"figure", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.Figure) }, "Figure 1: no alternative text"},
		{"second figure", func(d *pdf.Document, p *pdf.Page) {
			d.Root().Add(pdf.Figure).Alt = "A"
			d.Root().Add(pdf.Figure)
		}, "Figure 2: no alternative text"},
		{"cell outside row", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.Table).Add(pdf.TD) }, "TD 1: it is in a Table"},
		{"paragraph in list", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.L).Add(pdf.P) }, "which may have only [L LI Caption]"},
		{"header without scope", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.Table).Add(pdf.TR).Add(pdf.TH) }, "needs a scope"},
		{"unknown tag", func(d *pdf.Document, p *pdf.Page) { d.Root().Add("Sidebar") }, "Sidebar 1: not a standard tag"},
		{"child of text", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.P).AddText().Add(pdf.Span) }, "P: a place for text has a child Span"},
		{"language", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.P).Lang = "English (UK)" }, "is not a BCP 47 tag"},
		{"long text", func(d *pdf.Document, p *pdf.Page) { d.Root().Add(pdf.P).ActualText = strings.Repeat("x", 40000) }, "longer than 32767"},
		{"headers", func(d *pdf.Document, p *pdf.Page) {
			cell := d.Root().Add(pdf.Table).Add(pdf.TR).Add(pdf.TD)
			cell.Attr.Headers = []*pdf.Element{nil, cell}
		}, "its headers must be TH elements"},
		{"no element", func(d *pdf.Document, p *pdf.Page) { p.Mark(nil) }, "not of this document"},
		{"other document", func(d *pdf.Document, p *pdf.Page) { p.Mark(pdf.New(options()).Root()) }, "not of this document"},
		{"link outside Link", func(d *pdf.Document, p *pdf.Page) {
			p.Link(d.Root().Add(pdf.P), pdf.Rect{W: 1, H: 1}, "https://example.com", "x")
		}, "must be in a Link"},
		{"link to nowhere", func(d *pdf.Document, p *pdf.Page) { p.Link(d.Root().Add(pdf.Link), pdf.Rect{}, "", "x") }, "leads nowhere"},
		{"link without description", func(d *pdf.Document, p *pdf.Page) {
			p.Link(d.Root().Add(pdf.Link), pdf.Rect{}, "https://example.com", " ")
		}, "has no description"},
		{"not a number", func(d *pdf.Document, p *pdf.Page) { p.Background().MoveTo(math.NaN(), 0) }, "not finite"},
		{"infinite matrix", func(d *pdf.Document, p *pdf.Page) { p.Background().Transform(pdf.Scale(math.Inf(1), 1)) }, "not finite"},
		{"infinite advance", func(d *pdf.Document, p *pdf.Page) {
			run := set(f, 10, 0, 0, "ab")
			run.Glyphs[0].Advance = math.Inf(-1)
			p.Background().Glyphs(run)
		}, "not finite"},
		{"restore", func(d *pdf.Document, p *pdf.Page) { p.Background().Restore() }, "Restore without Save"},
		{"nesting", func(d *pdf.Document, p *pdf.Page) {
			c := p.Background()
			for range 30 {
				c.Save()
			}
		}, "nested too deep"},
		{"dash", func(d *pdf.Document, p *pdf.Page) { p.Background().SetDash(0, 0, 0) }, "dash"},
		{"no font", func(d *pdf.Document, p *pdf.Page) { p.Background().Glyphs(pdf.GlyphRun{Size: 1}) }, "no font"},
		{"no such glyph", func(d *pdf.Document, p *pdf.Page) {
			p.Background().Glyphs(pdf.GlyphRun{Font: f, Size: 1, Glyphs: []pdf.Glyph{{ID: 65535, Text: "x"}}})
		}, "there is no glyph 65535"},
		{"page size", func(d *pdf.Document, p *pdf.Page) { d.AddPage(1, 20000) }, "page 2: size"},
		{"samples", func(d *pdf.Document, p *pdf.Page) {
			d.AddImage(pdf.Image{Width: 2, Height: 2, Pixels: make([]byte, 3)})
		}, "pixels"},
		{"huge image", func(d *pdf.Document, p *pdf.Page) { d.AddImage(pdf.Image{Width: math.MaxInt, Height: math.MaxInt}) }, "not allowed"},
		{"jpeg size", func(d *pdf.Document, p *pdf.Page) { d.AddImage(pdf.Image{Width: 2, Height: 2, JPEG: photo()}) }, "24 × 16"},
		{"jpeg cut off", func(d *pdf.Document, p *pdf.Page) {
			d.AddImage(pdf.Image{Width: 24, Height: 16, JPEG: photo()[:400]})
		}, "cut off"},
		{"form of itself", func(d *pdf.Document, p *pdf.Page) {
			var inside *pdf.Content
			x := d.AddForm(10, 10, func(c *pdf.Content) { inside = c })
			inside.Draw(x, pdf.Rect{W: 1, H: 1})
			p.Background().Draw(x, pdf.Rect{W: 1, H: 1})
		}, "shows itself"},
		{"outline", func(d *pdf.Document, p *pdf.Page) { d.AddOutline("x", 1, nil, 0) }, "no page"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := pdf.New(options())
			test.make(d, d.AddPage(100, 100))
			var b bytes.Buffer
			_, err := d.WriteTo(&b)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want something about %q", err, test.want)
			}
			if b.Len() != 0 {
				t.Error("something was written all the same")
			}
		})
	}
}

func TestOptionsAreChecked(t *testing.T) {
	tests := []struct {
		name string
		set  func(*pdf.Options)
		want string
	}{
		{"title", func(o *pdf.Options) { o.Title = " \n" }, "no title"},
		{"no language", func(o *pdf.Options) { o.Lang = "" }, "language"},
		{"language", func(o *pdf.Options) { o.Lang = "en_GB" }, "language"},
		{"role map", func(o *pdf.Options) { o.RoleMap = map[pdf.Tag]pdf.Tag{pdf.P: pdf.H1} }, "standard tag P"},
		{"circle", func(o *pdf.Options) { o.RoleMap = map[pdf.Tag]pdf.Tag{"A": "B", "B": "A"} }, "A 1: not a standard tag"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := options()
			test.set(&o)
			d := pdf.New(o)
			d.AddPage(100, 100)
			d.Root().Add("A")
			if _, err := d.WriteTo(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want something about %q", err, test.want)
			}
		})
	}
	if _, err := pdf.New(options()).WriteTo(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "no pages") {
		t.Errorf("without pages: got %v", err)
	}
}

// The document information and the metadata must say the same, also about text that is no good for XML.
func TestMetadataOfHostileText(t *testing.T) {
	o := options()
	o.Title, o.Author, o.Uncompressed = "a\x00b\xff<c>&\ufffe", "]]>\x1b", true
	d := pdf.New(o)
	d.AddPage(100, 100)
	file := write(t, d)
	for _, want := range []string{
		`<rdf:li xml:lang="x-default">a b` + "\ufffd" + `&lt;c&gt;&amp;</rdf:li>`,
		"/Title <FEFF006100200062FFFD003C0063003E0026>", "/Author (]]>)", "<rdf:li>]]&gt;</rdf:li>",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
}
