package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
)

// A forbidden character that stands in a file does not hide those that escapes make.
func TestForbiddenCharactersAreAllReported(t *testing.T) {
	for name, text := range map[string]string{
		"a.yaml": "a: one\vtwo\nb: \"\\x07\"\nc: \"\\u202e\"\n",
		"a.json": "{\"a\": \"one\u0080\",\n\"b\": \"\\u0007\",\n\"c\": \"\\u202e\"}\n",
		"a.toml": "a = \"one\u202etwo\"\nb = \"\\u0007\"\nc = \"\\u202e\"\n",
	} {
		src := diag.NewSource(name, []byte(text))
		_, list := Parse(src)
		var got []string
		for _, d := range list {
			if d.Span.Source != src || d.Rule != "forbidden-character" {
				t.Errorf("%s: %s", name, d)
			}
			got = append(got, fmt.Sprint(d.Span.Position().Line))
		}
		if s := strings.Join(got, " "); s != "1 2 3" {
			t.Errorf("%s: reported in lines %s", name, s)
		}
	}
}
