//go:build conformance

package conformance

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// compat resolves markup compatibility (ISO/IEC 29500-3) as a reader does that
// takes one branch of every choice and ignores what may be ignored.
type compat struct {
	t      *testing.T
	part   string
	branch int // the Choice that is taken; the Fallback where there are fewer
	most   int // the largest number of Choices that was met

	// extensions are the ignored elements by the one they stand in.
	extensions []extension
}

// extension is what stands in an element and belongs to a namespace that
// readers may ignore.
type extension struct {
	in   xml.Name
	kids []*xmlNode
}

// resolve gives the element as the reader takes it. Declared are the
// namespaces by prefix around it, ignored those that the reader does not know.
func (c *compat) resolve(n *xmlNode, declared map[string]string, ignored map[string]bool) *xmlNode {
	declared, ignored = maps.Clone(declared), maps.Clone(ignored)
	maps.Copy(declared, n.prefixes)
	out := &xmlNode{name: n.name, text: n.text, prefixes: n.prefixes}
	for _, a := range n.attr {
		if a.Name != (xml.Name{Space: compatNS, Local: "Ignorable"}) {
			continue
		}
		for prefix := range strings.FieldsSeq(a.Value) {
			if declared[prefix] == "" {
				c.t.Errorf("%s: mc:Ignorable names %q, which is no namespace", c.part, prefix)
			}
			ignored[declared[prefix]] = true
		}
	}
	for _, a := range n.attr {
		if !ignored[a.Name.Space] && a.Name.Space != compatNS {
			out.attr = append(out.attr, a)
		}
	}
	var more []*xmlNode
	for _, k := range n.kids {
		switch {
		case k.name == xml.Name{Space: compatNS, Local: "AlternateContent"}:
			taken := c.choose(k)
			out.kids = append(out.kids, c.resolve(taken, declared, ignored).kids...)
		case ignored[k.name.Space]:
			more = append(more, k)
		default:
			out.kids = append(out.kids, c.resolve(k, declared, ignored))
		}
	}
	if len(more) > 0 {
		c.extensions = append(c.extensions, extension{n.name, more})
	}
	return out
}

// choose gives the branch of an AlternateContent; an empty one where it has no
// Fallback.
func (c *compat) choose(n *xmlNode) *xmlNode {
	var choices []*xmlNode
	fallback := &xmlNode{}
	for _, k := range n.kids {
		switch k.name.Local {
		case "Choice":
			choices = append(choices, k)
		case "Fallback":
			fallback = k
		}
	}
	if len(choices) == 0 {
		c.t.Errorf("%s: an AlternateContent has no Choice", c.part)
	}
	c.most = max(c.most, len(choices))
	if c.branch < len(choices) {
		return choices[c.branch]
	}
	return fallback
}

// variant is a part as one reader takes it.
type variant struct {
	root       *xmlNode
	extensions []extension
}

// variants gives a part for every reader: one for each Choice, and one that
// takes each Fallback.
func variants(t *testing.T, part string, root *xmlNode) (all []variant) {
	t.Helper()
	for branch := 0; ; branch++ {
		c := &compat{t: t, part: part, branch: branch}
		got := c.resolve(root, map[string]string{}, map[string]bool{})
		all = append(all, variant{got, c.extensions})
		if branch >= c.most {
			return all
		}
	}
}

// hasCompat tells whether markup compatibility changes a part.
func hasCompat(data string) bool { return strings.Contains(data, compatNS) }

// markup writes an element as XML.
func (n *xmlNode) markup() string {
	prefixes := map[string]string{"http://www.w3.org/XML/1998/namespace": "xml"}
	collect := func(e *xmlNode) {
		for _, prefix := range slices.Sorted(maps.Keys(e.prefixes)) {
			if space := e.prefixes[prefix]; prefixes[space] == "" {
				prefixes[space] = prefix
			}
		}
	}
	spaces := map[string]bool{n.name.Space: true}
	collect(n)
	n.all(func(e *xmlNode) {
		collect(e)
		spaces[e.name.Space] = true
		for _, a := range e.attr {
			spaces[a.Name.Space] = true
		}
	})
	delete(spaces, "")
	for i, space := range slices.Sorted(maps.Keys(spaces)) {
		if prefixes[space] == "" {
			prefixes[space] = fmt.Sprint("n", i)
		}
	}
	var b strings.Builder
	n.write(&b, prefixes, true)
	return b.String()
}

func (n *xmlNode) write(b *strings.Builder, prefixes map[string]string, root bool) {
	if n.name.Local == "" {
		xml.EscapeText(b, []byte(n.text))
		return
	}
	name := func(x xml.Name) string {
		if x.Space == "" {
			return x.Local
		}
		return prefixes[x.Space] + ":" + x.Local
	}
	fmt.Fprintf(b, "<%s", name(n.name))
	if root {
		for _, space := range slices.Sorted(maps.Keys(prefixes)) {
			if prefixes[space] != "xml" {
				fmt.Fprintf(b, ` xmlns:%s="%s"`, prefixes[space], space)
			}
		}
	}
	for _, a := range n.attr {
		fmt.Fprintf(b, ` %s="`, name(a.Name))
		xml.EscapeText(b, []byte(a.Value))
		b.WriteByte('"')
	}
	b.WriteByte('>')
	for _, k := range n.kids {
		k.write(b, prefixes, false)
	}
	fmt.Fprintf(b, "</%s>", name(n.name))
}

// TestCompat resolves a part of which the branches are known.
func TestCompat(t *testing.T) {
	const part = `<w:p xmlns:w="w" xmlns:mc="` + compatNS + `" xmlns:x="urn:x" mc:Ignorable="x"><w:r x:id="1"><x:glow/>` +
		`<mc:AlternateContent><mc:Choice Requires="x"><w:a w:v="&lt;"/></mc:Choice><mc:Choice Requires="x"><w:b/></mc:Choice>` +
		`<mc:Fallback><w:c/></mc:Fallback></mc:AlternateContent></w:r></w:p>`
	root := parseXML(t, "part", part)
	all := variants(t, "part", root)
	if len(all) != 3 {
		t.Fatalf("%d variants, want 3", len(all))
	}
	for i, want := range []string{`<w:a w:v="&lt;"></w:a>`, `<w:b></w:b>`, `<w:c></w:c>`} {
		if got := all[i].root.markup(); !strings.Contains(got, "<w:r>"+want+"</w:r>") {
			t.Errorf("variant %d is %s, want %s in its run", i, got, want)
		}
		if e := all[i].extensions; len(e) != 1 || e[0].in.Local != "r" || e[0].kids[0].name.Local != "glow" {
			t.Errorf("variant %d leaves %v out", i, e)
		}
	}
}
