package docx

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What Word offers for choice are the styles that a writer wants, in the order of a
// kit; what a place asks for beside them is hidden, though it is used, but for those of the
// text in another column.
func TestStylesOnOffer(t *testing.T) {
	want := strings.Split("Title,Subtitle,heading 1,heading 2,heading 3,Body Text,Lede,Kicker,Quote,Quote Source,Quote Source Title,caption,"+
		"List Bullet,List Number,Stat Value,Stat Label,Stat Group,Stat Highlight,Fact Label,Fact Value,Timeline Date,Timeline Text,Question,Answer,"+
		"Person Name,Person Role,Person Text,Boilerplate,Contact,Contact Name,End Heading,Table Head,Table Text,Note,Strong,Emphasis,Dateline", ",")
	type offer struct {
		name string
		rank int
	}
	for kit, parts := range kits(t) {
		var got []offer
		for _, s := range regexp.MustCompile(`(?s)<w:style .*?</w:style>`).FindAllString(parts["word/styles.xml"], -1) {
			name := regexp.MustCompile(`<w:name w:val="([^"]*)"`).FindStringSubmatch(s)[1]
			hidden := strings.Contains(s, "<w:semiHidden/>")
			if strings.Contains(s, "<w:qFormat/>") {
				rank, _ := strconv.Atoi(regexp.MustCompile(`<w:uiPriority w:val="(\d+)"`).FindStringSubmatch(s)[1])
				got = append(got, offer{name, rank})
				if hidden {
					t.Errorf("%s: %s is on offer and hidden", kit, name)
				}
			}
			if variant := regexp.MustCompile(` (Kept|Loose|Spaced After|Opening)$|^Gap|Rule$`).MatchString(name); variant && (!hidden || strings.Contains(s, "<w:unhideWhenUsed/>")) {
				t.Errorf("%s: %s is not hidden", kit, name)
			}
		}
		slices.SortStableFunc(got, func(a, b offer) int { return cmp.Compare(a.rank, b.rank) })
		var names []string
		for _, o := range got {
			names = append(names, o.name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s: on offer are\n%v, want\n%v", kit, names, want)
		}
	}
}
