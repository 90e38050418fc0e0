package docx

import (
	"fmt"
	"regexp"
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
