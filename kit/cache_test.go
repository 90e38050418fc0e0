package kit_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
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

// What is kept of a brand and of pictures is what lies on the disk.
func TestCacheNotesWhatHasChanged(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../examples/verdichter")); err != nil {
		t.Fatal(err)
	}
	write := func(c kit.Config) []byte {
		p, err := c.Open(os.DirFS(folder), "release.yaml")
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := p.Write(&b, pdf.Format{}, kit.Options{}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	shared := kit.Config{Cache: &kit.Cache{}}
	last := write(shared)
	for _, step := range []struct{ file, from, to string }{
		{"_brand.yml", "#12324D", "#4D1232"},
		{"_brand.yml", "base: Barlow", "base: {family: Barlow, size: 12pt}"},
		{"media/logo.svg", "#12324D", "#4D3212"},
		{"media/laeuferpaar.svg", "#12324D", "#4D3212"},
		{"fonts/Barlow-Regular.woff2", "", ""}, // that of the italic
		{"release.yaml", "Visualisierung", "Photo"},
	} {
		name := filepath.Join(folder, step.file)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := bytes.ReplaceAll(data, []byte(step.from), []byte(step.to))
		if step.from == "" {
			changed, err = os.ReadFile(filepath.Join(folder, "fonts/Barlow-Italic.woff2"))
		}
		if err = errors.Join(err, os.WriteFile(name, changed, 0o600)); err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(changed, data) {
			t.Fatalf("nothing of %s is changed", step.file)
		}
		got := write(shared)
		if !bytes.Equal(got, write(kit.Config{})) {
			t.Errorf("with %s changed the kit is another than without a cache", step.file)
		}
		if bytes.Equal(got, last) {
			t.Errorf("a change of %s is not seen", step.file)
		}
		if again := write(shared); !bytes.Equal(got, again) {
			t.Errorf("with %s changed the kit is another the second time", step.file)
		}
		last = got
	}
}
