package docx

import (
	"bytes"
	"image"
	"image/png"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/doc"
)

// tinyPNG is a picture of 3 × 2 pixels.
var tinyPNG = func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		panic(err)
	}
	return b.Bytes()
}()

// grower makes a document tree out of bytes.
type grower struct {
	data  []byte
	depth int
}

func (g *grower) byte() int {
	if len(g.data) == 0 {
		return 0
	}
	b := g.data[0]
	g.data = g.data[1:]
	return int(b)
}

func (g *grower) text() doc.Text {
	var t doc.Text
	for range g.byte() % 4 {
		r := doc.Run{Strong: g.byte()%2 == 0, Emph: g.byte()%3 == 0, Code: g.byte()%7 == 0}
		n := min(g.byte()%24, len(g.data))
		r.Text, g.data = printable(g.data[:n]), g.data[n:]
		roles := doc.RunRoles()
		if i := g.byte(); i < len(roles) {
			r.Role = roles[i]
		}
		r.Link = []string{"", "", "", "#a", "#b", "https://example.org/" + r.Text, "javascript:x", "::"}[g.byte()%8]
		r.Lang = []string{"", "", "ar", "it"}[g.byte()%4]
		r.Field = doc.Field(g.byte() % 40 / 13 % 3)
		t = append(t, r)
	}
	return t
}

// printable keeps what a document may hold; the rest is another test's.
func printable(b []byte) string {
	return strings.Map(func(r rune) rune {
		if !allowed(r) || r == utf8.RuneError {
			return '·'
		}
		return r
	}, string(b))
}

func (g *grower) id() string {
	return []string{"", "a", "b", "a-very-long-name-that-goes-on-and-on-and-on", "é"}[g.byte()%5]
}

func (g *grower) blocks() (out []doc.Block) {
	if g.depth++; g.depth > 5 {
		g.depth--
		return nil
	}
	for range g.byte() % 5 {
		if len(g.data) == 0 {
			break
		}
		out = append(out, g.block())
	}
	g.depth--
	return out
}

func (g *grower) stats() (out []*doc.Stat) {
	for range g.byte() % 5 {
		out = append(out, &doc.Stat{Prefix: g.text(), PrefixTight: g.byte()%2 == 0, Value: g.text(), Unit: g.text(), UnitTight: g.byte()%2 == 0,
			Label: g.text(), Notes: []doc.Text{g.text()}, Highlight: g.byte()%3 == 0, Chart: g.chart()})
	}
	return out
}

func (g *grower) chart() *doc.Chart {
	if g.byte()%3 > 0 {
		return nil
	}
	c := &doc.Chart{Kind: doc.ChartKind(g.byte() % 3), Spacing: doc.Spacing(g.byte() % 4), Muted: doc.Color{R: uint8(g.byte()), G: uint8(g.byte())}, Picture: g.picture()}
	for range g.byte() % 5 {
		c.Points = append(c.Points, doc.Point{Label: g.text().Plain(), Value: float64(g.byte()-20) / 3, At: time.Date(1800+g.byte(), 1, g.byte(), 0, 0, 0, 0, time.UTC)})
	}
	return c
}

func (g *grower) picture() *doc.Picture {
	if g.byte()%3 == 0 {
		return nil
	}
	if g.byte()%32 != 0 { // drawing vectors takes time
		return &doc.Picture{Name: "p.png", Alt: "p", Focus: [2]float64{float64(g.byte()) / 100, 2}, Data: tinyPNG}
	}
	return &doc.Picture{Name: "p.svg", Vector: true, Alt: "p", Focus: [2]float64{float64(g.byte()) / 100, float64(g.byte()) / 300},
		Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><path d="M0 0h9v5z"/></svg>`)}
}

func (g *grower) cells() (out [][]doc.Cell) {
	for range g.byte() % 4 {
		var r []doc.Cell
		for range g.byte() % 5 {
			r = append(r, doc.Cell{Text: g.text()})
		}
		out = append(out, r)
	}
	return out
}

func (g *grower) block() doc.Block {
	roles := doc.BlockRoles()
	role := roles[g.byte()%len(roles)]
	switch g.byte() % 15 {
	case 0:
		return &doc.Heading{Level: 2, Role: role, Text: g.text(), ID: g.id()}
	case 1:
		return &doc.Para{Role: role, Text: g.text()}
	case 2:
		l := &doc.List{Role: []doc.Role{doc.RoleListItem, doc.RoleTimelineText}[g.byte()%2], Ordered: g.byte()%2 == 0, Start: g.byte() - 3}
		for range g.byte() % 4 {
			l.Items = append(l.Items, doc.Item{Label: g.text(), State: doc.State(g.byte() % 3), Blocks: g.blocks()})
		}
		return l
	case 3:
		return &doc.Table{Role: []doc.Role{doc.RoleFactValue, doc.RoleTableCell}[g.byte()%2], Caption: g.text(), Header: g.cells(), Rows: g.cells(),
			HeaderColumn: g.byte()%2 == 0, Across: g.byte()%3 == 0, Align: []doc.Align{doc.Align(g.byte() % 4)}}
	case 4:
		return &doc.Rule{}
	case 5:
		return &doc.PageBreak{}
	case 6:
		return &doc.Section{ID: g.id(), Title: g.text(), Beside: g.byte()%2 == 0, Blocks: g.blocks()}
	case 7:
		return &doc.Card{Picture: g.picture(), Round: g.byte()%2 == 0, Blocks: g.blocks()}
	case 8:
		c := &doc.Columns{Role: []doc.Role{doc.RoleEnd, doc.RoleQuotes}[g.byte()%2]}
		for range g.byte() % 4 {
			c.Columns = append(c.Columns, doc.Column{Span: g.byte()%14 - 1, Blocks: g.blocks()})
		}
		return c
	case 9:
		return &doc.Contents{Title: g.text(), Entries: []doc.Entry{{ID: g.id(), Text: g.text()}, {ID: g.id(), Text: g.text()}}}
	case 10:
		return &doc.Figure{Role: []doc.Role{doc.RoleHero, doc.RoleInline}[g.byte()%2], Picture: g.picture(), Caption: g.text(), Number: g.byte() % 3, Details: []doc.Text{g.text()}}
	case 11:
		gl := &doc.Gallery{Columns: g.byte()%9 - 1, Aspect: float64(g.byte()) / 40}
		for range g.byte() % 5 {
			gl.Figures = append(gl.Figures, &doc.Figure{Role: doc.RoleGallery, Picture: g.picture(), Caption: g.text()})
		}
		return gl
	case 12:
		c := &doc.Callout{Role: []doc.Role{doc.RoleQuote, doc.RoleQuoteWide, doc.RoleQuoteBlock}[g.byte()%3], Body: g.blocks()}
		if g.byte()%2 == 0 {
			c.Attribution = &doc.Attribution{Name: g.text(), Title: g.text(), Portrait: g.picture()}
		}
		return c
	case 13:
		return &doc.Aside{Role: []doc.Role{doc.RoleStatistics, doc.RoleQuotes, doc.RoleContents}[g.byte()%3], Title: g.text(), Place: doc.Place(g.byte() % 2), Blocks: g.blocks()}
	default:
		return &doc.StatGroup{Title: g.text(), Stats: g.stats()}
	}
}

// FuzzRender renders trees of any shape: every one gives a sound package.
func FuzzRender(f *testing.F) {
	f.Add([]byte("\x04\x01\x01\x02\x03plain text of some length\x0c\x05\x06\x07\x08"))
	seed := make([]byte, 600)
	for i := range seed {
		seed[i] = byte(i * 37 % 251)
	}
	f.Add(seed)
	for _, b := range []byte{2, 3, 6, 7, 8, 11, 12, 13, 14} {
		s := make([]byte, 300)
		for i := range s {
			s[i] = b + byte(i%5)*15
		}
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			return
		}
		checkTree(t, data)
	})
}

// Random trees reach in every run what fuzzing reaches in minutes.
func TestRandomTrees(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 24 {
		data := make([]byte, 200+random.IntN(1200))
		for i := range data {
			data[i] = byte(random.IntN(127))
			if data[i] < 32 && random.IntN(3) == 0 {
				data[i] += 32
			}
		}
		checkTree(t, data)
	}
}

// plain is the specimen without its content and without pictures; it is copied,
// for making it takes time.
var plain = sync.OnceValue(func() *doc.Document {
	d := doc.Specimen()
	d.Logo, d.Parts = nil, nil
	return d
})

func checkTree(t *testing.T, data []byte) {
	t.Helper()
	g := &grower{data: data}
	tree := *plain()
	d := &tree
	form := g.byte()
	d.RTL = form%4 == 0
	d.Looks.Statistics, d.Looks.Lead = doc.StatisticsLook(form/4%5), form%3 == 0
	if form%3 == 1 {
		d.Page.Sidebar = doc.Region{Offset: float64(4 + form%6), Span: 3, Ground: doc.Tint}
	}
	for len(g.data) > 0 && len(d.Parts) < 4 {
		d.Parts = append(d.Parts, doc.Part{Span: g.byte() % 14, NewPage: g.byte()%2 == 0, Foot: g.byte()%3 == 0,
			Columns: g.byte() % 4, Cover: g.byte()%3 == 0, Header: []doc.Text{g.text()}, Blocks: g.blocks()})
	}
	parts, err := tryRender(Format{}, d)
	if err != nil {
		t.Fatal(err)
	}
	if err := checkPackage(parts); err != nil {
		t.Error(err)
	}
}
