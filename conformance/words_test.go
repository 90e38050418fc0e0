//go:build conformance

package conformance

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/doc"
)

// checkWords finds the words of the tags to be those of the document tree in its
// order: every word, once, and nothing else but labels of lists, numbers of
// pictures and of pages.
func checkWords(t *testing.T, d *doc.Document, tagged string) {
	t.Helper()
	var want []string
	for _, s := range doc.Texts(d) {
		want = append(want, fold(d.Lang, s)...)
	}
	got := fold(d.Lang, tagged)
	at := 0
	for i, w := range got {
		switch {
		case at < len(want) && w == want[at]:
			at++
		case label.MatchString(w):
		case at == len(want):
			t.Fatalf("tags have %q after the end of the document", got[i:min(i+8, len(got))])
		default:
			t.Fatalf("tags have %q where the document has %q", got[i:min(i+8, len(got))], want[at:min(at+8, len(want))])
		}
	}
	if at < len(want) {
		t.Errorf("tags end before %q", want[at:min(at+8, len(want))])
	}
}

// label is a word that pages add to those of the document.
var label = regexp.MustCompile(`^(?:\p{Nd}+\.?|[•–◦▪·])$`)

// fold splits text into words, in capitals, which styles may ask for, and
// without what has no look of its own.
func fold(lang, text string) []string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	return strings.Fields(cases.Upper(language.Make(lang)).String(text))
}

// inline are elements that do not part the words before and after them.
var inline = regexp.MustCompile(`^(?:Link|Span|Quote|Code|Reference)\b`)

// tagText is the text of a file by its tags: a line for each element that is not
// inline, and one for each piece of marked content.
type tagText struct{ joined, parted string }

// words are what is written without spaces and marks. Those that run from the right
// do not count: of them poppler makes a word of each letter, see the documentation of
// kit/internal/pdfwriter.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Arabic, unicode.Hebrew) || !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// some gives a few words from i on.
func some(words []string, i int) []string {
	i = min(i, len(words))
	return words[i:min(i+6, len(words))]
}

// popplerText gives the text of a file by its tags as poppler reads them. It reads
// every page for every element, and takes seconds for a file with pictures.
func popplerText(t *testing.T, file string) tagText {
	t.Helper()
	var text, parted strings.Builder
	open := false // inside a string that goes on over lines
	for line := range strings.Lines(run(t, "pdfinfo", "-struct-text", "-enc", "UTF-8", file)) {
		line = strings.TrimSuffix(line, "\n")
		if !open {
			line = strings.TrimLeft(line, " ")
			s, quoted := strings.CutPrefix(line, `"`)
			if !quoted {
				if !inline.MatchString(line) && !strings.HasPrefix(line, "Object ") {
					text.WriteByte('\n')
				}
				continue
			}
			line = s
		}
		s, closed := strings.CutSuffix(line, `"`)
		text.WriteString(s)
		parted.WriteString(s + "\n")
		if open = !closed; open {
			text.WriteByte('\n')
		}
	}
	return tagText{text.String(), parted.String()}
}

// said is what one element says that is not inline, and the first and last page on
// which it does.
type said struct {
	text        string
	first, last int
}

// said gives what the elements say by the marked content of the pages, in the order
// of the tags.
func (p *parsed) said(t *testing.T, file string) []said {
	t.Helper()
	marked := p.markedText(t, file)
	var all []said
	var visit func(e *element)
	visit = func(e *element) {
		fresh := !inline.MatchString(e.tag)
		for _, k := range e.kids {
			if fresh {
				all = append(all, said{})
			}
			switch k := k.(type) {
			case *element:
				visit(k)
				fresh = !inline.MatchString(k.tag)
			case content:
				at, page := &all[len(all)-1], slices.Index(p.pages, k.page)
				if at.text == "" {
					at.first = page
				}
				at.text, at.last = at.text+marked[k], page
				fresh = false
			}
		}
	}
	visit(p.root)
	return all
}

// lines joins what elements say, a line for each.
func lines(all []said) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.text + "\n")
	}
	return b.String()
}

// checkContent finds the characters that the tags lead to in the order in which the pages
// draw them, as poppler takes them out. Spaces, which it finds by itself, do not count.
func checkContent(t *testing.T, file string, all []said) {
	t.Helper()
	tags, content := visible(lines(all)), visible(run(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"))
	if tags == content {
		return
	}
	// From right to left poppler takes a ligature of lam and alef apart from its left.
	split := func(s string) (ligatures, rest string) {
		rest = ligature.ReplaceAllStringFunc(s, func(s string) string { ligatures += s; return "" })
		letters := []rune(ligatures)
		slices.Sort(letters)
		return string(letters), rest
	}
	inTags, rest := split(tags)
	if inContent, drawn := split(content); inTags != inContent || rest != drawn {
		t.Error("the pages do not draw characters in the order of the tags")
	}
}

var ligature = regexp.MustCompile(`[لاأإآ]`)

// visible gives the characters of a text that have a look of their own.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// titledPanels says that the statistics of a document stand under titles, by which
// the beginning of a panel is told from what goes on.
func titledPanels(d *doc.Document) (titled bool) {
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		if a, ok := b.(*doc.Aside); ok && a.Role == doc.RoleStatistics && len(a.Title) > 0 {
			titled = true
		}
	})
	return titled
}

// operator finds what matters for text in a content stream: where marked content
// begins and ends, fonts, and strings.
var operator = regexp.MustCompile(`(?s)/\w+ <<(.*?)>> BDC|\b(EMC)\b|/(F\d+) [\d.]+ Tf|\[([^\]]*)\] ?TJ`)

var (
	identifier = regexp.MustCompile(`/MCID (\d+)`)
	instead    = regexp.MustCompile(`(?s)/ActualText (?:<FEFF([0-9A-F]*)>|\((.*)\))`)
	mapped     = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]*)>`)
	shown      = regexp.MustCompile(`<([0-9A-F]*)>`)
)

// markedText gives the text of each piece of marked content.
func (p *parsed) markedText(t *testing.T, file string) map[content]string {
	t.Helper()
	var wanted []string
	fonts := map[string]string{} // ToUnicode by font
	for _, page := range p.pages {
		d := p.dict(page)
		wanted = append(wanted, d["/Contents"].(string))
		for _, f := range p.dict(p.dict(d["/Resources"])["/Font"]) {
			fonts[f.(string)] = p.dict(f)["/ToUnicode"].(string)
		}
	}
	for _, r := range fonts {
		wanted = append(wanted, r)
	}
	data := streams(t, file, wanted)
	maps := map[string]map[string]string{}
	for f, r := range fonts {
		maps[f] = map[string]string{}
		for _, m := range mapped.FindAllStringSubmatch(data[r], -1) {
			maps[f][m[1]] = fromUTF16(m[2])
		}
	}
	marked := map[content]string{}
	for _, page := range p.pages {
		d := p.dict(page)
		resources := p.dict(p.dict(d["/Resources"])["/Font"])
		at, replaced := -1, false
		var codes map[string]string
		for _, m := range operator.FindAllStringSubmatch(data[d["/Contents"].(string)], -1) {
			switch {
			case m[2] != "":
				at = -1
			case m[3] != "":
				codes = maps[resources["/"+m[3]].(string)]
			case strings.HasSuffix(m[0], "BDC"):
				at, replaced = -1, false
				if id := identifier.FindStringSubmatch(m[1]); id != nil {
					at, _ = strconv.Atoi(id[1])
				}
				if s := instead.FindStringSubmatch(m[1]); s != nil {
					replaced = true
					marked[content{page, at}] += fromUTF16(s[1]) + s[2]
				}
			case at >= 0 && !replaced:
				for _, s := range shown.FindAllStringSubmatch(m[4], -1) {
					for code := range slices.Chunk([]byte(s[1]), 4) {
						marked[content{page, at}] += codes[string(code)]
					}
				}
			}
		}
	}
	return marked
}

// streams gives the data of some streams.
func streams(t *testing.T, file string, refs []string) map[string]string {
	t.Helper()
	args := []string{"--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized"}
	for _, r := range refs {
		args = append(args, "--json-object="+strings.TrimSuffix(strings.ReplaceAll(r, " ", ","), ",R"))
	}
	var out struct{ QPDF []json.RawMessage }
	var objects map[string]struct{ Stream struct{ Data string } }
	if err := json.Unmarshal([]byte(run(t, "qpdf", append(args, file)...)), &out); err != nil || len(out.QPDF) != 2 {
		t.Fatalf("qpdf --json: %v", err)
	}
	if err := json.Unmarshal(out.QPDF[1], &objects); err != nil {
		t.Fatalf("qpdf --json: %v", err)
	}
	data := map[string]string{}
	for name, o := range objects {
		b, err := base64.StdEncoding.DecodeString(o.Stream.Data)
		if err != nil {
			t.Fatal(err)
		}
		data[strings.TrimPrefix(name, "obj:")] = string(b)
	}
	return data
}

// fromUTF16 gives the text of hexadecimal UTF-16.
func fromUTF16(s string) string {
	b, err := hex.DecodeString(s)
	if err != nil {
		return "\ufffd"
	}
	var units []uint16
	for pair := range slices.Chunk(b, 2) {
		units = append(units, uint16(pair[0])<<8|uint16(pair[len(pair)-1]))
	}
	return string(utf16.Decode(units))
}
