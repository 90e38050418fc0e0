package kit

import (
	"strings"
	"testing"

	"github.com/presskit-go/presskit/kit/diag"
)

func TestUnspaced(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{strings.Repeat("editor", 50), ""},
		{"ภาษาไทย " + strings.Repeat("ภาษาไทย ", 50), ""},
		{strings.Repeat("ภาษา\u200bไทย\u200b", 50), ""},
		{"a: b\nc: Aurora " + strings.Repeat("ภาษาไทย", 50) + "\nd: " + strings.Repeat("ภาษาไทย", 50), "2:11 Thai"},
		{strings.Repeat("ພາສາລາວ", 50), "1:1 Lao"},
		{strings.Repeat("ភាសាខ្មែរ", 50), "1:1 Khmer"},
		{strings.Repeat("မြန်မာဘာသာ", 50), "1:1 Myanmar"},
	} {
		list := unspaced(diag.NewSource("x", []byte(c.text)))
		if c.want == "" && len(list) == 0 {
			continue
		}
		place, script, _ := strings.Cut(c.want, " ")
		if len(list) != 1 || list[0].Severity != diag.Warning || !strings.HasPrefix(list[0].String(), "x:"+place+":") ||
			!strings.Contains(list[0].String(), script) || list[0].Rule != "unspaced-text" {
			t.Errorf("%.40q: %v, want %s", c.text, list, c.want)
		}
	}
}
