package tokens

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestExtends holds that a group takes over the type of the one that it extends, and
// the members of groups that both have, through others as well, and says things once.
func TestExtends(t *testing.T) {
	file := `{
		"input": {"$type": "color", "$description": "of fields", "field": {"background": {"$value": "#FAFAFA"}, "border": {"$value": "#CCCCCC"}}},
		"large": {"$extends": "{input}", "field": {"border": {"$value": "#111111"}, "shadow": {"$value": "#222222"}}},
		"largest": {"$extends": "{large}", "text": {"$value": "#333333"}}
	}`
	text, list := Import(fstest.MapFS{"t.json": {Data: []byte(file)}}, "t.json")
	if list.HasErrors() {
		t.Fatal(list)
	}
	for _, want := range []string{
		`input-field-background: "#FAFAFA"`, `large-field-background: "#FAFAFA"`, `large-field-border: "#111111"`, `large-field-shadow: "#222222"`,
		`largest-field-background: "#FAFAFA"`, `largest-field-border: "#111111"`, `largest-text: "#333333"`,
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in:\n%s", want, text)
		}
	}
	seen := map[string]bool{}
	for _, d := range list {
		if key := fmt.Sprint(d.Span, d.Message); seen[key] {
			t.Errorf("said twice: %s", d.Message)
		} else {
			seen[key] = true
		}
	}
	for name, file := range map[string]string{
		"itself":    `{"a": {"$extends": "{a}"}}`,
		"a circle":  `{"a": {"$extends": "{b}"}, "b": {"$extends": "{a}"}}`,
		"a parent":  `{"a": {"x": {"$extends": "{a}"}}}`,
		"a member":  `{"a": {"$extends": "{a.x}", "x": {"y": {"$extends": "{a}"}}}}`,
		"not there": `{"a": {"$extends": "{b}"}}`,
	} {
		if _, list := Import(fstest.MapFS{"t.json": {Data: []byte(file)}}, "t.json"); !list.HasErrors() {
			t.Errorf("%s: %v", name, list)
		}
	}
}
