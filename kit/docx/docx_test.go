package docx

import (
	"github.com/presskit-go/presskit/kit/internal/golden"
	specimens "github.com/presskit-go/presskit/kit/internal/specimen"

	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/presskit-go/presskit/kit/doc"
)

// specimen is the specimen with the fonts of the default brand.
func specimen(testing.TB) *doc.Document { return specimens.New() }

// render gives the parts of the document by name.
func render(t testing.TB, f Format, d *doc.Document) map[string]string {
	t.Helper()
	parts, err := tryRender(f, d)
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func tryRender(f Format, d *doc.Document) (map[string]string, error) {
	var b bytes.Buffer
	if err := f.Render(context.Background(), &b, d); err != nil {
		if b.Len() > 0 {
			return nil, fmt.Errorf("wrote %d bytes before failing: %w", b.Len(), err)
		}
		return nil, err
	}
	return unpack(b.Bytes())
}

// unpack gives the parts of a package by name.
func unpack(file []byte) (map[string]string, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		parts[file.Name] = string(data)
	}
	return parts, nil
}

// canonical indents XML, without the namespace declarations, so that goldens
// can be read and reviewed.
func canonical(t testing.TB, s string) string {
	t.Helper()
	declaration := regexp.MustCompile(` xmlns(:\w+)?="[^"]*"`)
	s = declaration.ReplaceAllString(s, "")
	token := regexp.MustCompile(`<[^>]+>|[^<]+`)
	var b strings.Builder
	depth := 0
	tokens := token.FindAllString(s, -1)
	for i := 0; i < len(tokens); i++ {
		tok := tokens[i]
		switch {
		case strings.HasPrefix(tok, "<?"), strings.TrimSpace(tok) == "" && tok[0] != ' ':
			continue
		case strings.HasPrefix(tok, "</"):
			depth--
			fmt.Fprintf(&b, "%s%s\n", strings.Repeat(" ", depth), tok)
		case tok[0] == '<' && !strings.HasSuffix(tok, "/>") && i+1 < len(tokens) && strings.HasPrefix(tokens[i+1], "</"):
			fmt.Fprintf(&b, "%s%s/>\n", strings.Repeat(" ", depth), strings.TrimSuffix(tok, ">"))
			i++
		case tok[0] == '<' && !strings.HasSuffix(tok, "/>") && i+2 < len(tokens) && tokens[i+1][0] != '<':
			fmt.Fprintf(&b, "%s%s%s%s\n", strings.Repeat(" ", depth), tok, tokens[i+1], tokens[i+2])
			i += 2
		default:
			fmt.Fprintf(&b, "%s%s\n", strings.Repeat(" ", depth), tok)
			if !strings.HasSuffix(tok, "/>") {
				depth++
			}
		}
	}
	return b.String()
}

// small is a document of one part with some blocks.
func small(t testing.TB, blocks ...doc.Block) *doc.Document {
	d := specimen(t)
	d.Logo, d.Embargo = nil, nil
	d.Parts = []doc.Part{{Role: doc.RoleRelease, Span: 8, Blocks: blocks}}
	return d
}

// body is the inside of w:body.
func body(t testing.TB, document string) string {
	t.Helper()
	_, s, ok := strings.Cut(document, "<w:body>")
	s, _, ok2 := strings.Cut(s, "<w:sectPr>")
	if !ok || !ok2 {
		t.Fatal("no body")
	}
	return s
}

func TestGolden(t *testing.T) {
	full := doc.Specimen()
	pick := func(want func(doc.Block) bool) (found doc.Block) {
		doc.Walk(full, func(_ []doc.Block, b doc.Block) {
			if found == nil && want(b) {
				found = b
			}
		})
		return found
	}
	callout := pick(func(b doc.Block) bool { _, ok := b.(*doc.Callout); return ok })
	panel := pick(func(b doc.Block) bool { _, ok := b.(*doc.Aside); return ok })
	picture := &doc.Figure{Role: doc.RoleInline, Caption: doc.T("A dot."), Picture: &doc.Picture{
		ID: "dot", Name: "dot.svg", Vector: true, Alt: "A dot", Focus: [2]float64{.5, .5},
		Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="20" cy="10" r="9"/></svg>`)}}
	tests := map[string]doc.Block{
		"paragraph": &doc.Para{Role: doc.RoleBody, Text: doc.Text{
			{Text: "Plain, "}, {Text: "strong", Strong: true}, {Text: ", "}, {Text: "both\nlines", Strong: true, Emph: true},
			{Text: " and "}, {Text: "a link", Link: "https://example.org/?a=1&b=<2>"}, {Text: " in "}, {Text: "مد", Lang: "ar"}, {Text: "."}}},
		"callout": callout,
		"panel":   &doc.Section{Blocks: []doc.Block{panel, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text beside it.")}}},
		"figure":  picture,
	}
	for name, b := range tests {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, filepath.Join("testdata", name+".xml"), canonical(t, body(t, render(t, Format{}, small(t, b))["word/document.xml"])))
		})
	}
	t.Run("styles", func(t *testing.T) {
		golden.Check(t, filepath.Join("testdata", "styles"+".xml"), canonical(t, render(t, Format{}, specimen(t))["word/styles.xml"]))
	})
}

func TestSameBytes(t *testing.T) {
	d := specimen(t)
	var first bytes.Buffer
	if err := (Format{}).Render(context.Background(), &first, d); err != nil {
		t.Fatal(err)
	}
	shared := Format{Cache: NewCache()}
	var wait sync.WaitGroup
	for _, f := range []Format{{}, shared, shared, shared} {
		wait.Go(func() {
			var again bytes.Buffer
			if err := f.Render(context.Background(), &again, d); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Error("two runs differ")
			}
		})
	}
	wait.Wait()
}

type relationships struct {
	Relationship []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	}
}

// checkPackage looks at what must hold for every file: relationships resolve,
// parts have types, ids are unique, styles that are used are defined.
func checkPackage(parts map[string]string) error {
	var errs []error
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	types := parts["[Content_Types].xml"]
	ids := map[string]map[string]bool{}
	for name, data := range parts {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			if err := wellFormed(data); err != nil {
				fail("%s: %v", name, err)
			}
		}
		if name != "[Content_Types].xml" && !strings.Contains(types, `PartName="/`+name+`"`) &&
			!strings.Contains(types, `Extension="`+strings.TrimPrefix(path.Ext(name), ".")+`"`) {
			fail("no content type for %s", name)
		}
		dir, file := path.Split(name)
		if path.Base(dir) != "_rels" {
			continue
		}
		source := path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(file, ".rels"))
		ids[source] = map[string]bool{}
		var rels relationships
		if err := xml.Unmarshal([]byte(data), &rels); err != nil {
			fail("%s: %v", name, err)
		}
		for _, r := range rels.Relationship {
			ids[source][r.ID] = true
			if r.Mode == "External" {
				continue
			}
			target := path.Join(path.Dir(source), r.Target)
			if strings.HasPrefix(r.Target, "/") {
				target = r.Target[1:]
			}
			if _, ok := parts[target]; !ok {
				fail("%s: no part %s", name, target)
			}
		}
	}
	refer := regexp.MustCompile(` r:(?:id|embed|link)="([^"]*)"`)
	defined := map[string]bool{}
	for _, m := range regexp.MustCompile(` w:styleId="([^"]*)"`).FindAllStringSubmatch(parts["word/styles.xml"], -1) {
		if defined[m[1]] {
			fail("two styles %s", m[1])
		}
		defined[m[1]] = true
	}
	use := regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"`)
	drawings := map[string]bool{}
	for name, data := range parts {
		if !strings.HasPrefix(name, "word/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		for _, m := range refer.FindAllStringSubmatch(data, -1) {
			if !ids[name][m[1]] {
				fail("%s: no relationship %s", name, m[1])
			}
		}
		for _, m := range use.FindAllStringSubmatch(data, -1) {
			if !defined[m[1]] {
				fail("%s: no style %s", name, m[1])
			}
		}
		for _, m := range regexp.MustCompile(`<wp:docPr id="(\d+)"`).FindAllStringSubmatch(data, -1) {
			if drawings[m[1]] {
				fail("two drawings %s", m[1])
			}
			drawings[m[1]] = true
		}
	}
	document := parts["word/document.xml"]
	marks := map[string]bool{}
	starts := regexp.MustCompile(`<w:bookmarkStart [^>]*>`).FindAllString(document, -1)
	for _, s := range starts {
		name := strings.ToLower(regexp.MustCompile(`w:name="([^"]*)"`).FindStringSubmatch(s)[1])
		if marks[name] || len(name) > 40 {
			fail("bookmark %s", name)
		}
		marks[name] = true
	}
	if n := strings.Count(document, "<w:bookmarkEnd "); n != len(starts) {
		fail("%d bookmarks start, %d end", len(starts), n)
	}
	for _, m := range regexp.MustCompile(`w:anchor="([^"]*)"`).FindAllStringSubmatch(document, -1) {
		if !marks[strings.ToLower(m[1])] {
			fail("a link leads to the missing bookmark %s", m[1])
		}
	}
	if begin, end := strings.Count(document, `w:fldCharType="begin"`), strings.Count(document, `w:fldCharType="end"`); begin != end {
		fail("%d fields begin, %d end", begin, end)
	}
	if strings.Contains(document, "</w:tbl><w:tbl>") || strings.Contains(document, "</w:tbl></w:tc>") {
		fail("a table is not followed by a paragraph where it has to be")
	}
	if err := checkCharts(parts); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func wellFormed(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		_, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func TestSpecimenIsSound(t *testing.T) {
	for name, change := range map[string]func(*doc.Document){
		"as it is":      func(*doc.Document) {},
		"right to left": func(d *doc.Document) { d.RTL, d.Lang = true, "ar" },
		"no fonts":      func(d *doc.Document) { d.Theme.Faces = nil },
		"no logo":       func(d *doc.Document) { d.Logo = nil },
		"no parts":      func(d *doc.Document) { d.Parts = nil },
	} {
		t.Run(name, func(t *testing.T) {
			d := specimen(t)
			change(d)
			if err := checkPackage(render(t, Format{}, d)); err != nil {
				t.Error(err)
			}
		})
	}
}

// paragraphTexts gives the text of each paragraph of the body, in order.
func paragraphTexts(document string) (out []string) {
	for _, p := range regexp.MustCompile(`(?s)<w:p>.*?</w:p>`).FindAllString(document, -1) {
		p = regexp.MustCompile(`<w:br/>`).ReplaceAllString(p, "<w:t> </w:t>")
		p = regexp.MustCompile(`(?s)<w:instrText.*?</w:instrText>`).ReplaceAllString(p, "")
		var s strings.Builder
		for _, m := range regexp.MustCompile(`(?s)<w:t[ >][^<]*`).FindAllString(p, -1) {
			_, text, _ := strings.Cut(m, ">")
			s.WriteString(text)
		}
		out = append(out, strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "&#34;", `"`, "&#39;", "'").Replace(s.String()))
	}
	return out
}

// The words of every format stand in the order of the tree. The groups of a panel
// that have no room on its page follow later: see TestPanelsAreParted.
func TestReadingOrder(t *testing.T) {
	d := specimen(t)
	doc.Walk(d, func(_ []doc.Block, blk doc.Block) {
		if a, ok := blk.(*doc.Aside); ok && a.Role == doc.RoleStatistics {
			a.Place = doc.Band
		}
	})
	parts := render(t, Format{}, d)
	got := append(paragraphTexts(parts["word/header1.xml"]), paragraphTexts(parts["word/document.xml"])...)
	var texts []string // of contacts, each line is a paragraph
	doc.WalkTexts(d, func(r doc.Role, t doc.Text) {
		if r != doc.RoleContact {
			texts = append(texts, t.Plain())
			return
		}
		for _, line := range linesOf(t) {
			texts = append(texts, line.Plain())
		}
	})
	at := 0
	for _, want := range texts {
		if want == "" {
			continue
		}
		found := slices.IndexFunc(got[at:], func(s string) bool {
			s = strings.ReplaceAll(s, "\u00a0", " ") // that keeps the last words together
			want := strings.ReplaceAll(want, "\u00a0", " ")
			// A picture's number may stand before its caption.
			return s == want || strings.TrimLeft(s, "0123456789") == want
		})
		if found < 0 {
			t.Fatalf("%q does not follow %q", want, got[max(at-1, 0)])
		}
		at += found + 1
	}
}

func TestForbiddenCharacters(t *testing.T) {
	for name, change := range map[string]func(*doc.Document){
		"text":     func(d *doc.Document) { d.Parts[1].Blocks[1].(*doc.Para).Text[0].Text = "a\x00b" },
		"title":    func(d *doc.Document) { d.Meta.Title = "a\x0bb" },
		"keyword":  func(d *doc.Document) { d.Meta.Keywords = []string{"\ufffe"} },
		"encoding": func(d *doc.Document) { d.Footer.Start = doc.T("\xff") },
		"alt":      func(d *doc.Document) { d.Logo.Alt = "\x01" },
	} {
		d := specimen(t)
		change(d)
		if _, err := tryRender(Format{}, d); err == nil || !strings.Contains(err.Error(), "docx: ") || strings.Contains(err.Error(), "wrote") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Word takes 63 columns; a file that silently lost one would be worse than none.
func TestWideTable(t *testing.T) {
	wide := func(columns int) *doc.Document {
		return small(t, &doc.Table{Role: doc.RoleTableCell, Rows: [][]doc.Cell{make([]doc.Cell, columns)}})
	}
	if parts := render(t, Format{}, wide(63)); strings.Count(body(t, parts[documentPart]), "<w:gridCol ") != 63 {
		t.Error("63 columns are not all there")
	}
	if _, err := tryRender(Format{}, wide(64)); err == nil || !strings.Contains(err.Error(), "a table has 64 columns") {
		t.Errorf("64 columns: %v", err)
	}
}

func TestDamagedPictureIsAnError(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("no picture"), []byte("\x89PNG\r\n\x1a\n")} {
		d := small(t, &doc.Figure{Role: doc.RoleInline, Picture: &doc.Picture{Name: "broken.png", Data: data}})
		if _, err := tryRender(Format{}, d); err == nil || !strings.Contains(err.Error(), "broken.png") {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b bytes.Buffer
	if err := (Format{}).Render(ctx, &b, specimen(t)); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("%v, %d bytes", err, b.Len())
	}
}

func TestFonts(t *testing.T) {
	d := specimen(t)
	parts := render(t, Format{Fonts: FontsWhole}, d)
	table := parts["word/fontTable.xml"]
	for _, want := range []string{`w:name="Manrope ExtraBold"`, `<w:altName w:val="Georgia"`, "<w:embedBoldItalic "} {
		if !strings.Contains(table, want) {
			t.Errorf("font table lacks %s", want)
		}
	}
	fonts := 0
	for name, data := range parts {
		if path.Ext(name) != ".odttf" {
			continue
		}
		fonts++
		key := regexp.MustCompile(`\{` + strings.TrimSuffix(path.Base(name), ".odttf") + `[^}]*\}`).FindString(table)
		plain := reveal([]byte(data), key)
		if !slices.ContainsFunc(d.Theme.Faces, func(f doc.Face) bool { return bytes.Equal(f.Data, plain) }) {
			t.Errorf("%s does not give a font with key %s", name, key)
		}
	}
	if fonts != 11 { // two for a word in Hebrew
		t.Errorf("%d fonts, want 11", fonts)
	}
	for name := range render(t, Format{Fonts: FontsNone}, d) {
		if path.Ext(name) == ".odttf" {
			t.Errorf("%s was to be left out", name)
		}
	}
}

// reveal undoes the obfuscation as a reader does: by the digits of the key, from
// the end.
func reveal(data []byte, key string) []byte {
	hex := strings.NewReplacer("{", "", "}", "", "-", "").Replace(key)
	out := bytes.Clone(data)
	for i := range 32 {
		var b byte
		if _, err := fmt.Sscanf(hex[30-2*(i%16):32-2*(i%16)], "%02X", &b); err != nil {
			return nil
		}
		out[i] ^= b
	}
	return out
}

func TestRestrictedFontStaysOut(t *testing.T) {
	d := specimen(t)
	f := &d.Theme.Faces[0]
	f.Data = bytes.Clone(f.Data)
	os2 := bytes.Index(f.Data, []byte("OS/2"))
	at := int(f.Data[os2+8])<<24 | int(f.Data[os2+9])<<16 | int(f.Data[os2+10])<<8 | int(f.Data[os2+11])
	f.Data[at+9] = 2 // fsType: restricted licence
	n := 0
	for name := range render(t, Format{}, d) {
		if path.Ext(name) == ".odttf" {
			n++
		}
	}
	if n != 10 {
		t.Errorf("%d fonts are embedded, want 10", n)
	}
}

func TestContentsShowKnownPages(t *testing.T) {
	parts := render(t, Format{Pages: func(context.Context, *doc.Document) (map[string]int, int, error) {
		return map[string]int{"timeline": 41}, 50, nil
	}}, specimen(t))
	s := parts["word/document.xml"]
	if !strings.Contains(s, ">41<") || strings.Count(s, "PAGEREF ") != 5 {
		t.Error("the page of the timeline is known and missing")
	}
}

func TestTallPanelBecomesBand(t *testing.T) {
	g := &doc.StatGroup{Title: doc.T("Many")}
	for range 40 {
		g.Stats = append(g.Stats, &doc.Stat{Value: doc.T("1"), Label: doc.T("of them")})
	}
	low := &doc.Aside{Role: doc.RoleStatistics, Blocks: []doc.Block{&doc.StatGroup{Stats: g.Stats[:4]}}}
	tall := &doc.Aside{Role: doc.RoleStatistics, Blocks: []doc.Block{g}}
	text := &doc.Para{Role: doc.RoleBody, Text: doc.T("Text beside it.")}
	floats := func(a *doc.Aside) bool {
		return strings.Contains(render(t, Format{}, small(t, a, text))["word/document.xml"], "<w:tblpPr ")
	}
	if !floats(low) || floats(tall) {
		t.Error("a low panel floats, a tall one does not")
	}
}

func BenchmarkRender(b *testing.B) {
	d := specimen(b)
	for name, f := range map[string]Format{"cold": {}, "cold without fonts": {Fonts: FontsNone}, "warm": {Cache: NewCache()}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Render(context.Background(), io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A document that does not know when it was made does not say so.
func TestNoDates(t *testing.T) {
	d := small(t)
	if s := render(t, Format{}, d)["docProps/core.xml"]; strings.Contains(s, "dcterms:created") != !d.Meta.Created.IsZero() {
		t.Errorf("dated %v: %s", d.Meta.Created, s)
	}
	d.Meta.Created, d.Meta.Modified = time.Time{}, time.Time{}
	if s := render(t, Format{}, d)["docProps/core.xml"]; strings.Contains(s, "<dcterms:") {
		t.Errorf("dates in %s", s)
	}
}
