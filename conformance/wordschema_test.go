//go:build conformance

package conformance

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// schemasVariable names the folder of the XML Schemas of ISO/IEC 29500-4
// (transitional), of ISO/IEC 29500-2 (packages) and of Microsoft's extensions
// [MS-DOCX]. Both are published, by Ecma International and by Microsoft, but not
// under terms that would let this repository hold them. Names of files and
// folders do not matter: a schema is found by its namespace.
const schemasVariable = "OOXML_SCHEMAS"

// Namespaces of parts that have schemas of their own here.
const (
	coreNS   = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
	word14NS = "http://schemas.microsoft.com/office/word/2010/wordml"
)

// extensionNS is that of the element in which extensions are validated.
const extensionNS = "urn:presskit:extensions"

// schemas are the paths of XML Schemas by their namespace.
type schemas map[string]string

// findSchemas reads the folder that the variable names.
func findSchemas(t *testing.T) schemas {
	t.Helper()
	folder := os.Getenv(schemasVariable)
	if folder == "" {
		t.Fatalf("%s is not set to the folder of the schemas of ISO/IEC 29500; .ci/run looks for it", schemasVariable)
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	found := schemas{}
	target := regexp.MustCompile(`targetNamespace="([^"]*)"`)
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xsd" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if m := target.FindSubmatch(data); m != nil {
			if other := found[string(m[1])]; other != "" {
				t.Errorf("%s has two schemas of %s: %s, %s", folder, m[1], other, path)
			}
			found[string(m[1])] = path
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found[wordNS] == "" || found[coreNS] == "" || found[word14NS] == "" {
		t.Fatalf("%s=%s lacks the schema of %s, %s or %s", schemasVariable, folder, wordNS, coreNS, word14NS)
	}
	found.derive(t)
	return found
}

// derive adds the schemas that bring others together: of core properties, which
// need those of Dublin Core and XML, and of extensions in the properties of runs.
func (s schemas) derive(t *testing.T) {
	t.Helper()
	const xs = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"`
	own, err := filepath.Abs("testdata/schemas")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	add := func(space, name, text string) {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		s[space] = file
	}
	imports := func(pairs ...string) (text string) {
		for pair := range slices.Chunk(pairs, 2) {
			text += fmt.Sprintf(`<xs:import namespace="%s" schemaLocation="%s"/>`, pair[0], pair[1])
		}
		return text
	}
	const xmlNS = "http://www.w3.org/XML/1998/namespace"
	add(coreNS, "core.xsd", xs+">"+imports(
		dublinCoreNS, filepath.Join(own, "elements.xsd"), "http://purl.org/dc/terms/", filepath.Join(own, "terms.xsd"),
		xmlNS, s[xmlNS], coreNS, s[coreNS])+"</xs:schema>")
	// Shapes as [MS-DOCX] 2.6.1.8 has them, as far as they have no words. Word's own
	// schema does not name it, and takes in a drawing only what is declared.
	const (
		mainNS   = "http://schemas.openxmlformats.org/drawingml/2006/main"
		shapesNS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
	)
	add(shapesNS, "shapes.xsd", xs+` xmlns:a="`+mainNS+`" targetNamespace="`+shapesNS+`" elementFormDefault="qualified">`+imports(mainNS, s[mainNS])+
		`<xs:element name="wsp"><xs:complexType><xs:sequence><xs:element name="cNvSpPr" type="a:CT_NonVisualDrawingShapeProps"/>`+
		`<xs:element name="spPr" type="a:CT_ShapeProperties"/><xs:element name="bodyPr" type="a:CT_TextBodyProperties"/>`+
		`</xs:sequence></xs:complexType></xs:element></xs:schema>`)
	add(wordNS, "word.xsd", xs+">"+imports(wordNS, s[wordNS], shapesNS, s[shapesNS], chartNS, s[chartNS])+"</xs:schema>")
	add(extensionNS, "extensions.xsd", xs+` xmlns:w14="`+word14NS+`" targetNamespace="`+extensionNS+`">`+imports(word14NS, s[word14NS])+
		`<xs:element name="rPr"><xs:complexType><xs:sequence><xs:group ref="w14:EG_RPrTextEffects"/><xs:group ref="w14:EG_RPrOpenType"/>`+
		`</xs:sequence></xs:complexType></xs:element></xs:schema>`)
}

// batch gathers parts by the schema that they must conform to, so that each
// schema is read once.
type batch struct {
	schemas schemas
	folder  string
	files   map[string][]string // by schema
	count   int
}

// add takes a part in, under a name for messages.
func (b *batch) add(t *testing.T, space, name, data string) {
	t.Helper()
	schema := b.schemas[space]
	if schema == "" {
		t.Errorf("%s: there is no schema of %s", name, space)
		return
	}
	b.count++
	file := filepath.Join(b.folder, fmt.Sprintf("%04d-%s", b.count, strings.ReplaceAll(name, "/", "_")))
	if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
	b.files[schema] = append(b.files[schema], file)
}

// addWord takes in the parts of a Word file and of the workbooks in it, each as
// every reader takes it.
func (b *batch) addWord(t *testing.T, name string, all map[string]string) {
	t.Helper()
	for _, part := range slices.Sorted(maps.Keys(all)) {
		data := all[part]
		switch filepath.Ext(part) {
		case ".xml", ".rels":
		case ".xlsx":
			b.addWord(t, name+"/"+part, unpack(t, data))
			continue
		default:
			continue
		}
		root := parseXML(t, part, data)
		full := name + "/" + part
		if !hasCompat(data) {
			b.add(t, root.name.Space, full, data)
			continue
		}
		for i, v := range variants(t, part, root) {
			b.add(t, root.name.Space, fmt.Sprintf("%s.%d.xml", full, i), v.root.markup())
			for j, e := range v.extensions {
				b.addExtension(t, fmt.Sprintf("%s.%d.%d.xml", full, i, j), e)
			}
		}
	}
}

// addExtension takes in what readers may ignore: as properties of a run, or each
// element by itself.
func (b *batch) addExtension(t *testing.T, name string, e extension) {
	t.Helper()
	if e.in.Space == wordNS && e.in.Local == "rPr" {
		n := &xmlNode{kids: e.kids}
		n.name.Space, n.name.Local = extensionNS, "rPr"
		b.add(t, extensionNS, name, n.markup())
		return
	}
	for _, k := range e.kids {
		b.add(t, k.name.Space, name, k.markup())
	}
}

// validate gives what xmllint finds wrong.
func (b *batch) validate(t *testing.T) (problems []string) {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Fatal("xmllint is not installed; .ci/run installs what these tests need")
	}
	for _, schema := range slices.Sorted(maps.Keys(b.files)) {
		files := b.files[schema]
		var out bytes.Buffer
		cmd := exec.CommandContext(t.Context(), "xmllint", append([]string{"--nonet", "--noout", "--schema", schema}, files...)...)
		cmd.Stderr = &out
		err := cmd.Run()
		valid := 0
		for line := range strings.Lines(out.String()) {
			switch line = strings.TrimSpace(line); {
			case strings.HasSuffix(line, " validates"):
				valid++
			case strings.Contains(line, "validity error"):
				problems = append(problems, strings.TrimPrefix(line, b.folder+"/"))
			}
		}
		const invalid = 3 // the status of xmllint if a document is not valid
		var exit *exec.ExitError
		if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != invalid) || err == nil && valid != len(files) {
			t.Fatalf("xmllint with %s passed %d of %d: %v\n%s", schema, valid, len(files), err, out.String())
		}
	}
	return problems
}

func newBatch(t *testing.T, s schemas) *batch {
	return &batch{schemas: s, folder: t.TempDir(), files: map[string][]string{}}
}

// TestWordSchemas holds every part of every Word file against the schemas of
// ISO/IEC 29500-4, transitional, and of Microsoft's extensions.
func TestWordSchemas(t *testing.T) {
	b := newBatch(t, findSchemas(t))
	for _, f := range wordFiles(t) {
		b.addWord(t, f.name, parts(t, f.docx))
	}
	for _, problem := range b.validate(t) {
		t.Error(problem)
	}
	t.Logf("%d parts", b.count)
}

// TestWordSchemasFind breaks parts in turn: the check above must see it.
func TestWordSchemasFind(t *testing.T) {
	s := findSchemas(t)
	whole := parts(t, wordFiles(t)[0].docx)
	const workbook = "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
	for name, data := range unpack(t, whole[workbook]) {
		whole[name] = data
	}
	for _, broken := range []struct{ part, old, new string }{
		{documentPart, "<w:body>", "<w:body><w:t/>"},
		{documentPart, "<c:chart ", "<c:graph "},
		{"word/charts/chart1.xml", "<c:lang ", "<c:lang/><c:lang "},
		{"xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData><c/>"},
		{documentPart, "<w:pStyle ", "<w:keepNext/><w:pStyle "},
		{stylesPart, `<w14:ligatures w14:val="`, `<w14:ligatures w14:val="no`},
		{stylesPart, "<w:basedOn ", "<w:next/><w:basedOn "},
		{propertiesPart, `<dcterms:created xsi:type="dcterms:W3CDTF">`, `<dcterms:created xsi:type="dcterms:W3CDTF">in `},
		{"word/_rels/document.xml.rels", " Id=", " Ident="},
	} {
		damaged := strings.Replace(whole[broken.part], broken.old, broken.new, 1)
		if damaged == whole[broken.part] {
			t.Errorf("%s has no %s to break", broken.part, broken.old)
			continue
		}
		b := newBatch(t, s)
		b.addWord(t, "broken", map[string]string{broken.part: damaged})
		if problems := b.validate(t); len(problems) == 0 {
			t.Errorf("%s in %s is not seen", broken.new, broken.part)
		}
	}
}
