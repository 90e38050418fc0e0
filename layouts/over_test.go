package layouts

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/doc"
)

// What a layout leaves out is that of feature.
func TestWithoutExtends(t *testing.T) {
	l, list := readString("layout: 1\ntitle: Mine\nstatistics: {most: 4}\n")
	if len(list) > 0 {
		t.Fatal(list)
	}
	feature := load(t, "feature")
	if l.Title != "Mine" || l.Statistics.Most != 4 || !reflect.DeepEqual(l.Styles, feature.Styles) || !reflect.DeepEqual(l.Parts, feature.Parts) {
		t.Errorf("%+v", l)
	}
}

// A layout may lie over others of the writer's own, by paths within the project.
func TestExtendsFiles(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"press/ours.yaml":    "layout: 1\nextends: ../base.yml\nroles: {body: {weight: 500}}\n",
		"base.yml":           "extends: press/classic.yaml\nroles: {body: {weight: 300, align: end}}\n",
		"press/classic.yaml": "extends: classic\ntitle: Own\n", // by the name of the one that is built in
		"mine.json":          `{"extends": "base.yml"}`,
		"round.yaml":         "extends: trip.yaml\n",
		"trip.yaml":          "title: Trip\nextends: round.yaml\n",
		"self.yaml":          "extends: ./self.yaml\n",
		"out.yaml":           "extends: ../base.yml\n",
		"abs.yaml":           "extends: /base.yml\n",
		"gone.yaml":          "layout: 1\nextends: nothing.yaml\n",
		"bare.yaml":          "extends: base\n",
		"list.yaml":          "extends: [base.yml]\n",
		"wrong.yaml":         "roles: {body: {weight: 3000}}\n",
		"on-wrong.yaml":      "extends: wrong.yaml\n",
		"small.yaml":         "page: {scale: {base: 9pt}}\nroles: {body: {line-height: 7pt}}\n", // too little for its own scale
		"on-small.yaml":      "extends: small.yaml\n",
		"larger.yaml":        "roles: {body: {line-height: 10pt}}\n",
		"on-larger.yaml":     "extends: larger.yaml\npage: {scale: {base: 13pt}}\n", // that of the other does not fit
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for i := range 9 {
		files[fmt.Sprintf("d%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "extends: d%d.yaml\n", i+1)}
	}
	files["d8.yaml"] = &fstest.MapFile{Data: []byte("title: Deep\n")}
	l, list := Read(files, "press/ours.yaml")
	if len(list) > 0 {
		t.Fatal(list)
	}
	if b := l.Styles[doc.RoleBody]; b.Weight != 500 || b.Align != doc.AlignEnd || l.Title != "Own" || l.Statistics.Look != doc.StatsBand {
		t.Errorf("%s: body %+v", l.Title, b)
	}
	if got := Files(files, "press/ours.yaml"); !slices.Equal(got, []string{"press/ours.yaml", "base.yml", "press/classic.yaml"}) {
		t.Error(got)
	}
	if _, list := Read(files, "d1.yaml"); len(list) > 0 {
		t.Error(list)
	}
	for name, want := range map[string]string{
		"mine.json":      "",
		"trip.yaml":      "round.yaml:1:10: error: \"trip.yaml\" leads back to itself [layout-cycle]",
		"self.yaml":      "self.yaml:1:10: error: \"./self.yaml\" leads back to itself [layout-cycle]",
		"out.yaml":       "out.yaml:1:10: error: \"../base.yml\" does not name a file in this project [bad-path]",
		"abs.yaml":       "abs.yaml:1:10: error: \"/base.yml\" does not name a file in this project [bad-path]",
		"gone.yaml":      "gone.yaml:2:10: error: \"nothing.yaml\": cannot read the file: there is no such file [missing-file]",
		"bare.yaml":      "bare.yaml:1:10: error: there is no built-in layout \"base\" to extend [unknown-layout]",
		"list.yaml":      "list.yaml:1:10: error: \"extends\" must be text, not a list [wrong-type]",
		"on-wrong.yaml":  "wrong.yaml:1:24: error: 3000 is not from 100 to 900 [out-of-range]",
		"on-small.yaml":  "small.yaml:2:29: error: that is 7 pt; roles.body.line-height must be from 7.2 to 200 pt [out-of-range]",
		"on-larger.yaml": "on-larger.yaml:2:15: error: sizes or leadings of larger do not fit this scale: body [out-of-range]",
		"d0.yaml":        "d7.yaml:1:10: error: more than 8 layouts lie over each other [too-deep]",
	} {
		if _, list := Read(files, name); list.Error() != want && (want == "" || len(list) != 1 || !strings.HasPrefix(list.Error(), want)) {
			t.Errorf("%s: got:\n%v\nwant: %s", name, list, want)
		}
	}
}

// What is wrong with two layouts together is placed where the writer says something,
// and never in a file that is not theirs.
func TestErrorsAreInTheWritersFile(t *testing.T) {
	for _, test := range []struct{ yaml, want string }{
		{"page: {columns: 6}", "mine.yaml:2:17: error: page.regions.main takes columns 1 to 8, and the grid has 6 [out-of-range]"},
		{"parts: {head: {slots: [headline, statistics]}}", "mine.yaml:2:34: error: \"statistics\" has a slot already [duplicate-slot]"},
		{"parts: {kit: {slots: [lede]}}", "mine.yaml:2:23: error: \"lede\" has a slot already [duplicate-slot]"},
		{"parts: {release: {slots: [lede]}}", "mine.yaml:2:26: error: \"body\" has no slot [missing-slot]"},
		{"page: {gutter: 100mm}", "mine.yaml:2:16: error: margins and gutters leave no room for text on A4 [no-room]"},
		{"page: {regions: {main: {span: 13}}}", "mine.yaml:2:31: error: page.regions.main takes columns 1 to 13, and the grid has 12 [out-of-range]"},
		{"extends: margin\npage: {regions: {main: {span: 12}}}", "mine.yaml:3:31: error: the sidebar overlaps the columns of the text [bad-region]"},
		{"extends: margin\npage: {columns: 9, regions: {main: {span: 8}}}", "mine.yaml:3:17: error: page.regions.sidebar takes columns 10 to 12, and the grid has 9 [out-of-range]"},
	} {
		_, list := readString("layout: 1\n" + test.yaml + "\n")
		if len(list) == 0 || !strings.HasPrefix(list[0].String(), test.want) {
			t.Errorf("%s: got:\n%v\nwant: %s", test.yaml, list, test.want)
		}
		for _, d := range list {
			if d.Span.Name() != "mine.yaml" {
				t.Errorf("%s: %v", test.yaml, d)
			}
		}
	}
}
