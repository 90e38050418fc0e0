package kit_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/pdf"
)

// The largest and loosest type that a brand may ask for finds room; what finds none,
// as a footer of one line, is told that the brand is why.
func TestLargestType(t *testing.T) {
	large := fstest.MapFS{"large.yml": {Data: []byte("typography: {base: {size: 16pt, line-height: 2}}\n")}}
	tests := []struct{ example, layout, problem string }{
		{"verdichter", "margin", ""},
		{"festival", "feature", ""},
		{"festival", "bulletin", "large.yml:1:27: error: the footer has no room for"},
	}
	for _, test := range tests {
		p, err := kit.Config{Brand: "large.yml", BrandFS: fs.FS(large)}.Open(os.DirFS("../examples/"+test.example), "release.yaml")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		err = p.Write(&out, pdf.Format{}, kit.Options{Layout: test.layout})
		var list diag.List
		switch errors.As(err, &list); {
		case test.problem == "" && err != nil, test.problem != "" && len(list) != 1:
			t.Errorf("%s in %s: %v", test.example, test.layout, err)
		case test.problem == "":
		case !strings.HasPrefix(list[:1].Error(), test.problem) || !strings.Contains(list[0].Hint, "typography: base"):
			t.Errorf("%s in %s: %v; %s", test.example, test.layout, list, list[0].Hint)
		}
	}
}
