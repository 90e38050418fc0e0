// Package opc writes packages of the Open Packaging Conventions (ISO/IEC
// 29500-2), the ZIP files that Word documents are.
//
// Start with a zero [Package]. [Package.Add] puts a part in,
// [Package.Relate] and [Package.Link] tie parts to one another and to the
// outside, [Package.WriteTo] writes the file:
//
//	var p opc.Package
//	p.Add("word/document.xml", "application/…main+xml", doc)
//	p.Relate("", "http://…/officeDocument", "word/document.xml")
//	_, err := p.WriteTo(w)
//
// The same parts give the same bytes: the content types come first, then the
// relationships of the package, then the parts sorted by name, each followed by
// its relationships, all dated 1 January 1980, the first day that ZIP knows.
//
// It only writes, and knows nothing of what the parts mean.
package opc

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Header opens every XML part.
const Header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	contentTypes  = "http://schemas.openxmlformats.org/package/2006/content-types"
	relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
	relsType      = "application/vnd.openxmlformats-package.relationships+xml"
	typesPart     = "[Content_Types].xml"
)

// Package collects parts and relationships. The zero value is empty and ready
// for use; it is not safe for concurrent use.
type Package struct {
	// Compressor is shared by packages that are written one after another or at
	// the same time; nil is one of the package's own.
	Compressor *Compressor

	parts map[string]part
	rels  map[string][]relationship // by source part; "" is the package
	errs  []error
}

type part struct {
	contentType string
	data        []byte
	packed      *Packed // instead of data
}

type relationship struct {
	id, kind, target string
	external         bool
}

// Add puts a part in under a name without a leading slash, as in
// "word/media/image1.png". Data is kept, not copied. A name that is taken or
// malformed is reported by WriteTo.
func (p *Package) Add(name, contentType string, data []byte) {
	p.add(name, part{contentType: contentType, data: data})
}

// AddPacked is Add for a part that was compressed before.
func (p *Package) AddPacked(name, contentType string, packed *Packed) {
	p.add(name, part{contentType: contentType, packed: packed})
}

func (p *Package) add(name string, added part) {
	if p.parts == nil {
		p.parts = map[string]part{}
	}
	switch _, taken := p.parts[name]; {
	case taken:
		p.errs = append(p.errs, fmt.Errorf("opc: part %q is added twice", name))
	case name == "" || name[0] == '/' || path.Clean(name) != name || strings.HasPrefix(name, "..") || name == typesPart:
		p.errs = append(p.errs, fmt.Errorf("opc: bad part name %q", name))
	default:
		p.parts[name] = added
	}
}

// Has reports whether a part of this name was added.
func (p *Package) Has(name string) bool {
	_, ok := p.parts[name]
	return ok
}

// Relate ties the part from (the package itself if "") to another part, and
// gives the id of the relationship. The same tie gives the same id again.
func (p *Package) Relate(from, kind, to string) string {
	return p.relate(from, relationship{kind: kind, target: to})
}

// Link ties the part from to a URI outside the package.
func (p *Package) Link(from, kind, uri string) string {
	return p.relate(from, relationship{kind: kind, target: uri, external: true})
}

func (p *Package) relate(from string, r relationship) string {
	if p.rels == nil {
		p.rels = map[string][]relationship{}
	}
	for _, old := range p.rels[from] {
		if old.kind == r.kind && old.target == r.target && old.external == r.external {
			return old.id
		}
	}
	r.id = "rId" + strconv.Itoa(len(p.rels[from])+1)
	p.rels[from] = append(p.rels[from], r)
	return r.id
}

// WriteTo writes the package. It fails, before writing anything, if a name was
// bad or a relationship starts or ends at a part that is not there.
func (p *Package) WriteTo(w io.Writer) (int64, error) {
	if err := p.check(); err != nil {
		return 0, err
	}
	n, err := writeZIP(w, p.entries())
	if err != nil {
		return n, fmt.Errorf("opc: %w", err)
	}
	return n, nil
}

func (p *Package) check() error {
	errs := slices.Clone(p.errs)
	for _, from := range sortedKeys(p.rels) {
		if from != "" && !p.Has(from) {
			errs = append(errs, fmt.Errorf("opc: relationships of the missing part %q", from))
		}
		for _, r := range p.rels[from] {
			if !r.external && !p.Has(r.target) {
				errs = append(errs, fmt.Errorf("opc: %q relates to the missing part %q", from, r.target))
			}
		}
	}
	return errors.Join(errs...)
}

// entries packs what is not packed yet, and lists all in the order of the file.
func (p *Package) entries() []entry {
	c := p.Compressor
	if c == nil {
		c = &Compressor{}
	}
	names := sortedKeys(p.parts)
	list := make([]entry, 0, 2+len(names)+len(p.rels))
	room := make([]byte, 0, 4<<10)
	structure := func(name string, data []byte) {
		room = data[:0]
		list = append(list, entry{name, c.PackKnown(data)})
	}
	related := func(from string) {
		if len(p.rels[from]) > 0 {
			dir, file := path.Split(from)
			structure(dir+"_rels/"+file+".rels", p.relationships(room, from))
		}
	}
	structure(typesPart, p.contentTypes(room, names))
	related("")
	for _, name := range names {
		packed := p.parts[name].packed
		if packed == nil {
			packed = c.packNamed(name, p.parts[name].data)
		}
		list = append(list, entry{name, packed})
		related(name)
	}
	return list
}

// contentTypes gives XML parts an Override each and everything else a Default
// for its extension, or an Override where the extension is taken. The names are
// those of all parts, sorted; b is what to append to.
func (p *Package) contentTypes(b []byte, names []string) []byte {
	byExtension := map[string]string{"rels": relsType, "xml": "application/xml"}
	var overrides []string
	for _, name := range names {
		ext := strings.TrimPrefix(path.Ext(name), ".")
		if _, taken := byExtension[ext]; !taken && ext != "" {
			byExtension[ext] = p.parts[name].contentType
		}
		if byExtension[ext] != p.parts[name].contentType || ext == "" {
			overrides = append(overrides, name)
		}
	}
	b = put(b, Header, `<Types xmlns="`, contentTypes, `">`)
	for _, ext := range sortedKeys(byExtension) {
		b = put(b, `<Default Extension="`, Escape(ext), `" ContentType="`, Escape(byExtension[ext]), `"/>`)
	}
	for _, name := range overrides {
		b = put(b, `<Override PartName="/`, Escape(name), `" ContentType="`, Escape(p.parts[name].contentType), `"/>`)
	}
	return put(b, `</Types>`)
}

// relationships appends those of a part to b.
func (p *Package) relationships(b []byte, from string) []byte {
	dir, _ := path.Split(from)
	b = put(b, Header, `<Relationships xmlns="`, relationships, `">`)
	for _, r := range p.rels[from] {
		target, mode := r.target, ` TargetMode="External"`
		if !r.external {
			target, mode = relative(dir, r.target), ""
		}
		b = put(b, `<Relationship Id="`, r.id, `" Type="`, Escape(r.kind), `" Target="`, Escape(target), `"`, mode, `/>`)
	}
	return put(b, `</Relationships>`)
}

func put(b []byte, parts ...string) []byte {
	for _, s := range parts {
		b = append(b, s...)
	}
	return b
}

// relative names a part as seen from a folder: short if it lies below it, from
// the root otherwise.
func relative(dir, name string) string {
	if rest, ok := strings.CutPrefix(name, dir); ok {
		return rest
	}
	return "/" + name
}

// Escape makes a string fit for the text and the attributes of an XML part.
// Characters that XML 1.0 cannot hold become U+FFFD.
func Escape(s string) string {
	if !strings.ContainsFunc(s, special) {
		return s
	}
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// special reports whether a character may have to be escaped.
func special(r rune) bool {
	return r < 0x20 || r >= 0x7F || r == '&' || r == '<' || r == '>' || r == '"' || r == '\''
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
