package compose

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
)

// Emphasis that a family of the brand cannot show is told of once, where it stands
// first; what it can show is not.
func TestLostEmphasis(t *testing.T) {
	fsys := fstest.MapFS{"release.yaml": {Data: []byte("language: en\nheadline: H\n" +
		"body: |\n  Words **of weight** and *soft* ones.\n\n  More *soft* words.\n")}}
	in := input(t, read(t, fsys), fsys)
	for folder, want := range map[string][]string{
		"appliance":  {`release.yaml:4:28: warning: these words are not seen to be emphasised: Shippori Mincho has no italic [lost-emphasis]`},
		"verdichter": nil,
	} {
		b, list := brand.Read(os.DirFS("../../../examples"), folder+"/_brand.yml")
		if b == nil {
			t.Fatal(list)
		}
		in.Brand = b
		_, list = Compose(in)
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule != "lost-emphasis" })
		if len(list) != len(want) || len(want) > 0 && !strings.HasPrefix(list.Error(), want[0]) {
			t.Errorf("%s: %v, want %q", folder, list, want)
		}
	}
}
