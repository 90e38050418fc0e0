package docx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

// nested is a list in a list, so deep.
func nested(depth int, ordered bool) *doc.List {
	l := &doc.List{Ordered: ordered, Start: 1}
	for range 2 {
		item := doc.Item{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T(fmt.Sprint("Item ", depth))}}}
		if depth > 1 {
			item.Blocks = append(item.Blocks, nested(depth-1, ordered))
			depth = 0
		}
		l.Items = append(l.Items, item)
	}
	return l
}

// Lists have nine levels of their own, each with a style that the numbering knows.
func TestListLevels(t *testing.T) {
	for _, ordered := range []bool{false, true} {
		parts := render(t, Format{}, small(t, nested(10, ordered)))
		name := map[bool]string{false: "ListBullet", true: "ListNumber"}[ordered]
		indent := regexp.MustCompile(`<w:ind w:left="(\d+)"`)
		last := ""
		for level := 1; level <= 9; level++ {
			id := fmt.Sprint(name, level)
			if level == 1 {
				id = name
			}
			if !regexp.MustCompile(`<w:pStyle w:val="` + id + `(Kept|Loose)?"`).MatchString(parts[documentPart]) {
				t.Errorf("no item is of %s", id)
			}
			if !strings.Contains(parts["word/numbering.xml"], `<w:pStyle w:val="`+id+`"/>`) {
				t.Errorf("the numbering does not know %s", id)
			}
			s := parts["word/styles.xml"]
			_, s, _ = strings.Cut(s, `w:styleId="`+id+`"`)
			s, _, _ = strings.Cut(s, "</w:style>")
			if m := indent.FindStringSubmatch(s); m == nil || m[1] == last {
				t.Errorf("%s is not further in than the level before", id)
			} else {
				last = m[1]
			}
		}
	}
}

// Who presses Enter in a list goes on in it: a style that named another to follow
// would take the number of the paragraph away.
func TestNothingFollowsInLists(t *testing.T) {
	for kit, parts := range kits(t) {
		for _, s := range regexp.MustCompile(`(?s)<w:style .*?</w:style>`).FindAllString(parts["word/styles.xml"], -1) {
			if regexp.MustCompile(`w:styleId="List(Bullet|Number)`).MatchString(s) && strings.Contains(s, "<w:next ") {
				t.Errorf("%s: a style of lists has one that follows: %.120s", kit, s)
			}
		}
	}
}

// TestBlocksOfItemsStandBesideTheirWords holds that what an item has beside its
// paragraphs begins where its words do.
func TestBlocksOfItemsStandBesideTheirWords(t *testing.T) {
	code := &doc.Para{Role: doc.RoleCode, Text: doc.T("code")}
	words := &doc.Para{Role: doc.RoleListItem, Text: doc.T("words")}
	list := func(blocks ...doc.Block) *doc.List { return &doc.List{Items: []doc.Item{{Blocks: blocks}}} }
	indent := func(blk doc.Block) int {
		parts := render(t, Format{}, small(t, blk))
		id := regexp.MustCompile(`<w:pStyle w:val="(Code\w*)"`).FindStringSubmatch(parts[documentPart])
		if id == nil {
			t.Fatal("there is no code")
		}
		m := regexp.MustCompile(`<w:ind w:left="(\d+)"`).FindStringSubmatch(styleOf(t, parts, id[1]))
		if m == nil {
			return 0
		}
		n, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	outside := indent(code)
	for level, blk := range []doc.Block{list(words, code), list(words, list(words, code))} {
		if got, want := indent(blk)-outside, int(twentieths(listIndent*doc.Pt(level+1))); got != want {
			t.Errorf("in level %d, code stands %d twentieths of a point from code outside, want %d", level, got, want)
		}
	}
}

// Lists are running text: what changes there changes them.
func TestListsFollowTheText(t *testing.T) {
	parts := render(t, Format{}, small(t, nested(1, true)))
	for _, id := range []string{listBullet, listNumber, listContinue} {
		if !strings.Contains(styleOf(t, parts, id), `<w:basedOn w:val="BodyText"/>`) {
			t.Errorf("%s is not based on the text", id)
		}
	}
}

// A list stands by the sentence that announces it, and as far from the text below it as
// two paragraphs from each other.
func TestListsInText(t *testing.T) {
	list := &doc.List{Items: []doc.Item{{Blocks: []doc.Block{&doc.Para{Role: doc.RoleListItem, Text: doc.T("One")}}}}}
	for said, want := range map[string]bool{"There is:": true, "Il y a\u202f: ": true, "含む：": true, "There is.": false} {
		b := newBuilder(Format{}, small(t, &doc.Para{Role: doc.RoleBody, Text: doc.T(said)}, list, &doc.Para{Role: doc.RoleBody, Text: doc.T("Text.")}))
		f, _ := b.body()
		if got := f[0].(*paragraph).keepNext; got != want {
			t.Errorf("%q is kept with the list: %v, want %v", said, got, want)
		}
		if got, want := b.spaceAfter(f[:2]), b.d.Style(doc.RoleBody).After; got < want {
			t.Errorf("%.1f points below the list, want %.1f", got, want)
		}
	}
}
