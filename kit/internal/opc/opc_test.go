package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func sample() *Package {
	var p Package
	p.Add("word/document.xml", "application/main+xml", []byte("<d/>"))
	p.Add("word/media/b.png", "image/png", []byte("png"))
	p.Add("word/media/a.odttf", "application/font", bytes.Repeat([]byte("font"), 300))
	p.Add("docProps/core.xml", "application/core+xml", []byte("<c/>"))
	p.Relate("", "kind/doc", "word/document.xml")
	p.Relate("word/document.xml", "kind/image", "word/media/b.png")
	p.Relate("word/document.xml", "kind/core", "docProps/core.xml")
	p.Link("word/document.xml", "kind/link", "https://example.org/?a=1&b=2")
	return &p
}

func files(t *testing.T, p *Package) (names []string, content map[string]string, methods map[string]uint16) {
	t.Helper()
	var b bytes.Buffer
	n, err := p.WriteTo(&b)
	if err != nil {
		t.Fatal(err)
	}
	if n != int64(b.Len()) {
		t.Errorf("WriteTo says %d bytes, wrote %d", n, b.Len())
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), n)
	if err != nil {
		t.Fatal(err)
	}
	content, methods = map[string]string{}, map[string]uint16{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		content[f.Name], methods[f.Name] = string(data), f.Method
	}
	return names, content, methods
}

// The date is the first that ZIP knows, and sizes stand before the data.
func TestHeaders(t *testing.T) {
	var b bytes.Buffer
	if _, err := sample().WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	const descriptor = 0x8
	for _, f := range z.File {
		if y, m, d := f.Modified.Date(); y != 1980 || m != 1 || d != 1 || f.Flags&descriptor != 0 {
			t.Errorf("%s: %v, flags %x", f.Name, f.Modified, f.Flags)
		}
	}
}

// plainWriter cannot be told how much will come, and takes so many bytes.
type plainWriter struct {
	bytes.Buffer
	room int
}

func (w *plainWriter) Write(b []byte) (int, error) {
	if w.room -= len(b); w.room < 0 {
		return 0, io.ErrShortWrite
	}
	return w.Buffer.Write(b)
}

// A file is the same wherever it is written to, and an error is told.
func TestWriters(t *testing.T) {
	var grows bytes.Buffer
	if _, err := sample().WriteTo(&grows); err != nil {
		t.Fatal(err)
	}
	w := &plainWriter{room: grows.Len()}
	if n, err := sample().WriteTo(struct{ io.Writer }{w}); err != nil || n != int64(grows.Len()) || !bytes.Equal(w.Bytes(), grows.Bytes()) {
		t.Errorf("%d bytes of %d, %v", n, grows.Len(), err)
	}
	for _, room := range []int{0, grows.Len() - 1} {
		if _, err := sample().WriteTo(struct{ io.Writer }{&plainWriter{room: room}}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}

// Parts that are known are packed once, and the room for them is bounded.
func TestPackKnown(t *testing.T) {
	var c Compressor
	data := bytes.Repeat([]byte("known "), 200)
	first := c.PackKnown(data)
	if c.PackKnown(bytes.Clone(data)) != first {
		t.Error("the same part is packed twice")
	}
	data[0] = 'u'
	if c.PackKnown(data) == first {
		t.Error("another part is taken for it")
	}
	for i := range 3 * maxKnown / len(data) {
		data[0], data[1], data[2] = byte(i), byte(i>>8), byte(i>>16)
		c.PackKnown(data[:worthwhile-1])
	}
	total := 0
	for key := range c.known {
		total += len(key)
	}
	if total != c.knownBytes || total > maxKnown {
		t.Errorf("%d bytes are kept, counted as %d", total, c.knownBytes)
	}
}

// What was packed before is the same in every package.
func TestPacked(t *testing.T) {
	var c Compressor
	packed := c.Pack([]byte("<p>packed</p>"))
	for range 2 {
		p := Package{Compressor: &c}
		p.AddPacked("word/a.xml", "application/xml", packed)
		if _, content, _ := files(t, &p); content["word/a.xml"] != "<p>packed</p>" {
			t.Errorf("got %q", content["word/a.xml"])
		}
	}
}

func TestOrderAndContent(t *testing.T) {
	names, content, methods := files(t, sample())
	want := "[Content_Types].xml _rels/.rels docProps/core.xml word/document.xml word/_rels/document.xml.rels word/media/a.odttf word/media/b.png"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("order:\n got %s\nwant %s", got, want)
	}
	for _, s := range []string{
		`<Default Extension="png" ContentType="image/png"/>`,
		`<Override PartName="/word/document.xml" ContentType="application/main+xml"/>`,
	} {
		if !strings.Contains(content["[Content_Types].xml"], s) {
			t.Errorf("content types lack %s", s)
		}
	}
	for _, s := range []string{
		`Target="media/b.png"/>`, `Target="/docProps/core.xml"/>`,
		`Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/>`,
	} {
		if !strings.Contains(content["word/_rels/document.xml.rels"], s) {
			t.Errorf("relationships lack %s", s)
		}
	}
	if methods["word/media/b.png"] != zip.Store || methods["word/media/a.odttf"] != zip.Deflate || methods["word/document.xml"] != zip.Store {
		t.Error("pictures and short parts are to be stored, the rest deflated")
	}
}

func TestSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	if _, err := sample().WriteTo(&a); err != nil {
		t.Fatal(err)
	}
	if _, err := sample().WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
}

func TestRelationshipIDs(t *testing.T) {
	var p Package
	a := p.Link("x", "k", "u")
	b := p.Link("x", "k", "v")
	if c := p.Link("x", "k", "u"); a == b || a != c {
		t.Errorf("ids %s %s %s", a, b, c)
	}
}

func TestMistakesAreReported(t *testing.T) {
	tests := map[string]func(p *Package){
		"added twice":                    func(p *Package) { p.Add("a.xml", "t", nil); p.Add("a.xml", "t", nil) },
		"bad part name":                  func(p *Package) { p.Add("/a.xml", "t", nil) },
		"relates to the missing part":    func(p *Package) { p.Relate("", "k", "gone.xml") },
		"relationships of the missing":   func(p *Package) { p.Link("gone.xml", "k", "u") },
		`bad part name "../a.xml"`:       func(p *Package) { p.Add("../a.xml", "t", nil) },
		`bad part name "[Content_Types]`: func(p *Package) { p.Add("[Content_Types].xml", "t", nil) },
	}
	for want, mistake := range tests {
		var p Package
		mistake(&p)
		var b bytes.Buffer
		if _, err := p.WriteTo(&b); err == nil || !strings.Contains(err.Error(), want) || b.Len() > 0 {
			t.Errorf("want %q and nothing written, got %v, %d bytes", want, err, b.Len())
		}
	}
}
