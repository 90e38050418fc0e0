package layouts

import (
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
)

// TestSense holds that what cannot be set is an error, and that what changes nothing is
// a warning, where the writer says it.
func TestSense(t *testing.T) {
	for _, test := range []struct{ yaml, want string }{
		{"page: {first: {height: 400}}", "mine.yaml:1:24: error: page.first leaves no room for text [no-room]"},
		{"page: {running: {after: 390}}", "mine.yaml:1:25: error: page.running leaves no room for text [no-room]"},
		{"page: {footer: 250mm}", "mine.yaml:1:16: error: the footer has no room in the bottom margin of 23 mm [no-room]\n  hint: page.footer may be up to 19.1 mm here"},
		{"page: {margins: {bottom: 12mm}}", "mine.yaml:1:26: error: the footer has no room in the bottom margin of 12 mm [no-room]"},
		{"page: {logo: 100mm}", "mine.yaml:1:14: error: page.first has no room for a logo of 100 mm: it would leave the sheet [no-room]\n  hint: here it may be up to 29.9 mm"},
		{"page: {running: {height: 0}, running-logo: 20mm}", "mine.yaml:1:44: error: page.running has no room for a logo of 20 mm"},
		{"parts: {head: {masthead: [genre, kit, date, place, publisher, timing, genre]}}", "mine.yaml:1:26: error: page.first has no room for 7 lines [no-room]\n  hint: there is room for 5"},
		{"page: {running: {height: 0}}", "mine.yaml:1:26: error: page.running has no room for 2 lines [no-room]"},
		{"roles: {body: {line-height: 1.4}}", "[out-of-range]\n  hint: a number without a unit counts modules, eighths of page.baseline: 1.4 times the size is about 8, which is 14.5 pt"},
		{"roles: {headline: {line-height: 1}}", "1 times the size is about 15, which is 27.19 pt"},
		{"roles: {body: {font-size: 10pt}}", "unknown field \"font-size\" [unknown-field]\n  hint: write size; allowed here: "},
		{"roles: {body: {text-align: center}}", "hint: write align; allowed here: "},
		{"roles: {body: {margin-top: 1em}}", "hint: write before, which counts modules; allowed here: "},
		{"roles: {body: {align: left}}", "cannot be \"left\" [bad-value]\n  hint: write start, which is left where the text runs from the left; allowed here: "},
		{"page: {margins: {right: 10mm}}", "hint: write end, which is right where the text runs from the left; allowed here: "},
		{"page: {size: A5}", "mine.yaml:1:14: error: \"page.size\" cannot be \"A5\" [bad-value]"},

		{"statistics: {bleed: true}", "mine.yaml:1:21: warning: statistics.bleed has no effect here [no-effect]"},
		{"statistics: {across: 3}", "mine.yaml:1:22: warning: statistics.across has no effect here [no-effect]"},
		{"statistics: {look: band, place: sidebar}", "mine.yaml:1:33: warning: statistics.place has no effect here [no-effect]\n  hint: look: band takes the whole width"},
		{"sections: {subheads-beside: true}", "mine.yaml:1:29: warning: sections.subheads-beside has no effect here [no-effect]"},
		{"quotes: {speaker: beside}", "mine.yaml:1:19: warning: quotes.speaker has no effect here [no-effect]"},
		{"page: {first: {top-center: logo}}", "mine.yaml:1:28: warning: page.first.top-left has no effect here [no-effect]\n  hint: logo stands in one box, here in top-center; write top-left: none"},
		{"parts: {release: {region: full}}", "mine.yaml:1:27: warning: statistics.place has no effect here [no-effect]"},
		{"page: {regions: {main: {start: 3, span: 9}}}", "mine.yaml:1:41: warning: statistics.place has no effect here [no-effect]"},
		{"page: {regions: {sidebar: {start: 9, span: 4, ground: tint}}}", "mine.yaml:1:55: warning: page.regions.sidebar.ground has no effect here [no-effect]"},

		{"extends: margin\nparts: {kit: {region: full}}", "mine.yaml:2:23: warning: page.regions.sidebar.ground has no effect here [no-effect]"},
		{"extends: margin\npage: {regions: {main: {start: 5}, sidebar: {start: 1}}}", ""},
		{"extends: margin\npage: {regions: {main: {start: 5}, sidebar: {start: 1}}}\nparts: {kit: {region: full}}", "mine.yaml:2:53: warning: page.regions.sidebar.ground has no effect here [no-effect]"},

		{"page: {size: Letter}", ""},
		{"statistics: {look: tiles, ground: true, bleed: true, across: 3, place: band}", ""},
		{"statistics: {look: band}", ""},
		{"extends: bulletin\nsections: {subheads-beside: true}", ""},
		{"page: {first: {top-center: logo, top-left: none}}", ""},
		{"page: {regions: {main: {start: 5, span: 8}}}", ""},
		{"parts: {release: {region: full}}\nstatistics: {place: band}", ""},
	} {
		_, list := readString(test.yaml + "\n")
		if got := list.Error(); len(list) > 1 || (got == "") != (test.want == "") || !strings.Contains(report(list), test.want) {
			t.Errorf("%s: got:\n%swant: %s", test.yaml, report(list), test.want)
		}
	}
}

// report is a list with its hints.
func report(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%v\n  hint: %s\n", d, d.Hint)
	}
	return b.String()
}
