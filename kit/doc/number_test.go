package doc_test

import (
	"testing"

	"github.com/presskit-go/presskit/kit/doc"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		zero rune
		want string
	}{{0, "-1290"}, {'0', "-1290"}, {'\u0660', "-١٢٩٠"}, {'\u06f0', "-۱۲۹۰"}} {
		if got := (&doc.Document{Zero: c.zero}).Number(-1290); got != c.want {
			t.Errorf("from %q: %s and not %s", c.zero, got, c.want)
		}
	}
}
