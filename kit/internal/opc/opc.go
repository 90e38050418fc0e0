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
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
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
	r.id = fmt.Sprintf("rId%d", len(p.rels[from])+1)
	p.rels[from] = append(p.rels[from], r)
	return r.id
}

// grower is what to write to that can be told how much will come, as a
// bytes.Buffer can: a package is large, and growing by and by copies it.
type grower interface{ Grow(n int) }

// size is about how long the file will be.
func (p *Package) size() int {
	const entry, others = 256, 4096 // bytes of the two headers of a part; of relationships and types
	n := others
	for _, part := range p.parts {
		n += entry + len(part.data)
		if part.packed != nil {
			n += part.packed.Len()
		}
	}
	return n
}

// WriteTo writes the package. It fails, before writing anything, if a name was
// bad or a relationship starts or ends at a part that is not there.
func (p *Package) WriteTo(w io.Writer) (int64, error) {
	if err := p.check(); err != nil {
		return 0, err
	}
	if g, ok := w.(grower); ok {
		g.Grow(p.size())
	}
	count := &counter{w: w}
	z := zip.NewWriter(count)
	if err := p.write(z); err != nil {
		return count.n, fmt.Errorf("opc: %w", err)
	}
	if err := z.Close(); err != nil {
		return count.n, fmt.Errorf("opc: %w", err)
	}
	return count.n, nil
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

func (p *Package) write(z *zip.Writer) error {
	c := p.Compressor
	if c == nil {
		c = &Compressor{}
	}
	put := func(name string, data []byte) error { return c.structure(name, data).write(z, name) }
	if err := put(typesPart, p.contentTypes()); err != nil {
		return err
	}
	if err := p.writeRelationships(put, ""); err != nil {
		return err
	}
	for _, name := range sortedKeys(p.parts) {
		packed := p.parts[name].packed
		if packed == nil {
			packed = c.pack(name, p.parts[name].data)
		}
		if err := packed.write(z, name); err != nil {
			return err
		}
		if err := p.writeRelationships(put, name); err != nil {
			return err
		}
	}
	return nil
}

// contentTypes gives XML parts an Override each and everything else a Default
// for its extension, or an Override where the extension is taken.
func (p *Package) contentTypes() []byte {
	byExtension := map[string]string{"rels": relsType, "xml": "application/xml"}
	var overrides []string
	for _, name := range sortedKeys(p.parts) {
		ext := strings.TrimPrefix(path.Ext(name), ".")
		if _, taken := byExtension[ext]; !taken && ext != "" {
			byExtension[ext] = p.parts[name].contentType
		}
		if byExtension[ext] != p.parts[name].contentType || ext == "" {
			overrides = append(overrides, name)
		}
	}
	var b strings.Builder
	b.WriteString(Header + `<Types xmlns="` + contentTypes + `">`)
	for _, ext := range sortedKeys(byExtension) {
		fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, Escape(ext), Escape(byExtension[ext]))
	}
	for _, name := range overrides {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, Escape(name), Escape(p.parts[name].contentType))
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

func (p *Package) writeRelationships(put func(name string, data []byte) error, from string) error {
	rels := p.rels[from]
	if len(rels) == 0 {
		return nil
	}
	dir, file := path.Split(from)
	var b strings.Builder
	b.WriteString(Header + `<Relationships xmlns="` + relationships + `">`)
	for _, r := range rels {
		target, mode := r.target, ` TargetMode="External"`
		if !r.external {
			target, mode = relative(dir, r.target), ""
		}
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"%s/>`, r.id, Escape(r.kind), Escape(target), mode)
	}
	b.WriteString(`</Relationships>`)
	return put(dir+"_rels/"+file+".rels", []byte(b.String()))
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
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
