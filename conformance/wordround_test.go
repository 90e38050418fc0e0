//go:build conformance

package conformance

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// officeError is what LibreOffice writes in every file of its own, and the SDK
// does not take: where, by the last elements of the path, and what it says.
type officeError struct{ where, says string }

// officeErrors are those of LibreOffice 7.4. Each must come up, so that the list
// holds none that it has stopped to make.
func officeErrors() []officeError {
	const (
		value  = `has invalid value '%s'`
		child  = `unexpected child element '.*:%s'`
		absent = `The '%s' attribute is not declared`
	)
	return []officeError{
		// Values that only the strict form of the standard has.
		{`/w:lvlJc$`, fmt.Sprintf(value, "start")},
		{`/w:tblPr/w:jc$`, fmt.Sprintf(value, "(?:start|end)")},
		// Switches as words, which the transitional form has, but the SDK does not
		// take in tables.
		{`/w:(?:cantSplit|tblHeader|bidiVisual)$`, fmt.Sprintf(value, "true")},
		// Names of character sets where codes belong.
		{`/w:charset$`, fmt.Sprintf(value, "(?:utf-8|windows-1252)")},
		// Properties in the order in which it keeps them.
		{`/w:r/w:rPr$`, fmt.Sprintf(child, "(?:color|i|kern|rFonts|rStyle|sz)")},
		{`/w:lvl/w:rPr$`, fmt.Sprintf(child, "(?:color|szCs)")},
		// Its own font for bullets, before that of the theme.
		{`/w:lvl/w:rPr$`, fmt.Sprintf(child, "rFonts")},
		{`/w:p/w:pPr$`, fmt.Sprintf(child, "framePr")},
		{`/w:sectPr$`, fmt.Sprintf(child, "bidi")},
		{`/w:settings$`, fmt.Sprintf(child, "hyphenationZone")},
		// Drawings once more in its own VML, for programs of before 2010.
		{`/mc:Fallback/w:pict/v:\w+$`, fmt.Sprintf(absent, "(?:path|ID)")},
		{`/mc:Fallback/w:pict/v:\w+$`, `'shape_0' duplicates`},
	}
}

// TestWordRoundTrip opens the Word files with LibreOffice, as an editor does, and
// saves them. Nothing that the SDK minds is in them then but what LibreOffice
// writes, and what makes a document good to edit and to hear is still there.
func TestWordRoundTrip(t *testing.T) {
	known := officeErrors()
	var lock sync.Mutex
	seen := map[officeError]bool{}
	t.Run("each", func(t *testing.T) {
		for _, f := range wordFiles(t) {
			back := officeFile(t, f, "docx")
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				for _, e := range sdkErrors(t, back) {
					where := indices.ReplaceAllString(e.XPath, "")
					i := slices.IndexFunc(known, func(k officeError) bool { return matches(k.where, where) && matches(k.says, e.Description) })
					if i < 0 {
						t.Errorf("after LibreOffice: %s", e)
						continue
					}
					lock.Lock()
					seen[known[i]] = true
					lock.Unlock()
				}
				compareEdited(t, readEditable(t, f.docx), readEditable(t, back))
			})
		}
	})
	for _, k := range known {
		if !seen[k] {
			t.Errorf("LibreOffice no longer writes what the SDK reports as %s at %s", k.says, k.where)
		}
	}
}

var pageNumber = regexp.MustCompile(`\p{Nd}+$`)

// indices are the numbers of elements in a path.
var indices = regexp.MustCompile(`\[\d+\]`)

func matches(pattern, s string) bool { return regexp.MustCompile(pattern).MatchString(s) }

// editable is what an editor and a screen reader find in a Word file.
type editable struct {
	title, language string
	texts           []string          // the name of its style and the text of each paragraph
	basedOn         map[string]string // of the styles that paragraphs have
	alts            []string
	headerRows      int
}

func readEditable(t *testing.T, file string) editable {
	t.Helper()
	all := parts(t, file)
	var e editable
	parseXML(t, propertiesPart, all[propertiesPart]).all(func(n *xmlNode) {
		if n.name.Space == dublinCoreNS && n.name.Local == "title" {
			e.title = n.plain()
		}
	})
	styles := parseXML(t, stylesPart, all[stylesPart])
	lang := styles.child("docDefaults").child("rPrDefault").child("rPr").child("lang")
	e.language = lang.get("val") + " " + lang.get("bidi")
	names, bases := map[string]string{}, map[string]string{}
	for _, s := range styles.kids {
		if s.is("style") {
			names[s.get("styleId")] = strings.ToLower(s.child("name").get("val"))
			bases[s.get("styleId")] = s.child("basedOn").get("val")
		}
	}
	e.basedOn = map[string]string{}
	body := parseXML(t, documentPart, all[documentPart]).child("body")
	for _, p := range body.paragraphs() {
		id := p.child("pPr").child("pStyle").get("val")
		text := strings.Join(strings.Fields(p.words()), " ")
		if strings.HasPrefix(names[id], "toc ") {
			text = pageNumber.ReplaceAllString(text, "and its page") // which LibreOffice counts for itself
		}
		if text != "" {
			e.texts = append(e.texts, names[id]+": "+text)
			e.basedOn[names[id]] = names[bases[id]]
		}
	}
	seen := map[*xmlNode]bool{} // the same pictures, once more for old programs
	body.all(func(n *xmlNode) {
		switch {
		case n.name.Space == compatNS && n.name.Local == "Fallback":
			n.all(func(below *xmlNode) { seen[below] = true })
		case seen[n]:
		case n.name.Space == drawingNS && n.name.Local == "docPr":
			e.alts = append(e.alts, n.get("descr"))
		case n.is("tblHeader") && n.get("val") != "false":
			e.headerRows++
		}
	})
	return e
}

func compareEdited(t *testing.T, was, is editable) {
	t.Helper()
	if was.title != is.title || was.title == "" {
		t.Errorf("the title was %q, and is %q", was.title, is.title)
	}
	if was.language != is.language {
		t.Errorf("the language was %q, and is %q", was.language, is.language)
	}
	if was.headerRows != is.headerRows {
		t.Errorf("%d rows were headers, %d are", was.headerRows, is.headerRows)
	}
	slices.Sort(was.alts) // what is anchored to the page has no order
	slices.Sort(is.alts)
	compareLists(t, "alternative texts", was.alts, is.alts)
	compareLists(t, "paragraphs", was.texts, is.texts)
	for _, style := range slices.Sorted(maps.Keys(was.basedOn)) {
		if base, ok := is.basedOn[style]; !ok || base != was.basedOn[style] {
			t.Errorf("style %q was based on %q, and is on %q", style, was.basedOn[style], base)
		}
	}
}

func compareLists(t *testing.T, what string, was, is []string) {
	t.Helper()
	for i := range max(len(was), len(is)) {
		if i >= len(was) || i >= len(is) || was[i] != is[i] {
			t.Errorf("%d %s, now %d; from %d on they were %q, and are %q", len(was), what, len(is), i, was[i:min(i+3, len(was))], is[min(i, len(is)):min(i+3, len(is))])
			return
		}
	}
}
