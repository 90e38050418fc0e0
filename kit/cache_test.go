package kit_test

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/pdf"
)

// What a cache keeps is not changed by the kits that share it.
func TestCacheGivesTheSameBytes(t *testing.T) {
	write := func(c kit.Config, name, layout string) []byte {
		p, err := c.Open(os.DirFS("../examples"), name)
		if err != nil {
			t.Error(err)
			return nil
		}
		var b bytes.Buffer
		if err := p.Write(&b, pdf.Format{}, kit.Options{Layout: layout}); err != nil {
			t.Error(err)
		}
		return b.Bytes()
	}
	shared := kit.Config{Cache: &kit.Cache{}}
	var all sync.WaitGroup
	for _, name := range []string{"made/release.yaml", "launch/release.yaml", "made/release.yaml"} {
		all.Go(func() {
			if !bytes.Equal(write(kit.Config{}, name, ""), write(shared, name, "")) {
				t.Errorf("%s differs with a cache", name)
			}
		})
	}
	all.Wait()
}

func TestCacheReportsUnknownLayouts(t *testing.T) {
	p, err := kit.Config{Cache: &kit.Cache{}}.Open(os.DirFS("../examples"), "made/release.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, list := p.Document(kit.Options{Layout: "no-such"}); !list.HasErrors() {
			t.Error("an unknown layout was taken")
		}
	}
}
