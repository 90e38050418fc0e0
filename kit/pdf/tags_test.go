package pdf_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/internal/golden"
	"github.com/presskit-go/presskit/kit/pdf"
)

// structure reads the structure elements of a file that is not compressed.
type structure struct {
	elements map[string]string // the dictionary of each, by its number
	root     string
}

func structureOf(file string) structure {
	s := structure{elements: map[string]string{}}
	for _, m := range regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<<\n/Type /StructElem\n(.*?)\n>>\nendobj`).FindAllStringSubmatch(file, -1) {
		s.elements[m[1]] = m[2]
	}
	s.root = regexp.MustCompile(`/Type /StructTreeRoot\n/K (\d+) 0 R`).FindStringSubmatch(file)[1]
	return s
}

var (
	structType = regexp.MustCompile(`/S /(\w+)`)
	children   = regexp.MustCompile(`(?s)/K \[(.*)\]`)
	child      = regexp.MustCompile(`<<.*?>>|(\d+) 0 R|\d+`)
	described  = regexp.MustCompile(`(?m)^/(?:A|Alt|Lang) .*$`)
	changeable = regexp.MustCompile(`(/BBox) \[[^]]*\]|(/Alt) .*`)
)

// dump writes an element and those below it, one to a line, with what describes
// them; "…" stands for content and "→" for the annotation of a link.
func (s structure) dump(b *strings.Builder, number string, depth int) {
	e := s.elements[number]
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), structType.FindStringSubmatch(e)[1])
	for _, line := range described.FindAllString(e, -1) {
		fmt.Fprintf(b, " %s", changeable.ReplaceAllString(line, "$1$2"))
	}
	kids := child.FindAllStringSubmatch(children.FindStringSubmatch(e)[1], -1)
	content := ""
	var below []string
	for _, k := range kids {
		switch {
		case k[1] != "":
			below = append(below, k[1])
		case strings.Contains(k[0], "/OBJR"):
			content += "→"
		case !strings.HasSuffix(content, "…"):
			content += "…"
		}
	}
	if content != "" {
		fmt.Fprintf(b, " %s", content)
	}
	b.WriteByte('\n')
	for _, k := range below {
		s.dump(b, k, depth+1)
	}
}

// TestTags holds the structure tree of the specimen, which has every node.
func TestTags(t *testing.T) {
	s := structureOf(string(render(t, pdf.Format{Uncompressed: true}, specimen(t))))
	var b strings.Builder
	s.dump(&b, s.root, 0)
	golden.Check(t, filepath.Join("testdata", "tags.txt"), b.String())
}

// TestTagsAreDocumented holds the table of the package comment against the
// specimen: it names each tag that there is, and no other.
func TestTagsAreDocumented(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(f.Doc.Text(), "What is tagged as what")
	table, _, _ = strings.Cut(table, "# Why")
	documented := map[string]bool{}
	for _, tag := range regexp.MustCompile(`\b(?:Aside|BlockQuote|Caption|Code|Div|Document|Figure|H[1-6]|LI?|LBody|Lbl|Link|P|Quote|Reference|Sect|Span|Table|TBody|TD|TH|THead|TOCI?|TR)\b`).FindAllString(table, -1) {
		documented[tag] = true
	}
	used := map[string]bool{}
	for _, e := range structureOf(string(render(t, pdf.Format{Uncompressed: true}, specimen(t)))).elements {
		used[structType.FindStringSubmatch(e)[1]] = true
	}
	if d, u := slices.Sorted(maps.Keys(documented)), slices.Sorted(maps.Keys(used)); !slices.Equal(d, u) {
		t.Errorf("the comment has\n%v\nthe specimen\n%v", d, u)
	}
}
