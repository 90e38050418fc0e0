package compose

import (
	"github.com/presskit-go/presskit/kit/internal/golden"

	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/presskit-go/presskit/brand"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/layouts"
)

// TestCompose composes release.yaml of each archive in testdata, by layout.yaml
// if it has one, and compares the dump of the tree with the file want.
func TestCompose(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, list := composeArchive(t, archive)
			var got strings.Builder
			for _, problem := range list {
				got.WriteString(problem.String() + "\n")
			}
			if err := doc.Dump(&got, d); err != nil {
				t.Fatal(err)
			}
			checkTree(t, d)
			compareWant(t, file, archive, got.String())
		})
	}
}

func composeArchive(t *testing.T, archive *txtar.Archive) (*doc.Document, diag.List) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	r, list := release.Read(fsys, "release.yaml", release.Options{Vars: map[string]string{"Version": "1.0"}})
	if r == nil {
		t.Fatal(list)
	}
	in := input(t, r, fsys)
	if fsys["layout.yaml"] != nil {
		l, problems := layouts.Read(fsys, "layout.yaml")
		if l == nil {
			t.Fatal(problems)
		}
		in.Layout = l
	}
	d, more := Compose(in)
	return d, append(list, more...)
}

func input(t testing.TB, r *release.Release, fsys fs.FS) Input {
	t.Helper()
	l, list := layouts.Load("")
	if l == nil {
		t.Fatal(list)
	}
	return Input{
		Release: r, FS: fsys, Brand: brand.Default(), Layout: l,
		Created: time.Date(2026, 6, 9, 8, 0, 0, 0, time.UTC), Generator: "presskit test",
	}
}

func compareWant(t *testing.T, file string, archive *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	if *golden.Update {
		if i < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "want"})
			i = len(archive.Files) - 1
		}
		archive.Files[i].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if i < 0 {
		t.Fatal("no file want; run go test -update")
	}
	if want := string(archive.Files[i].Data); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// checkTree checks what must hold for every document.
func checkTree(t testing.TB, d *doc.Document) {
	t.Helper()
	for _, problem := range problems(d) {
		t.Error(problem)
	}
}

// problems lists what is wrong with a tree.
func problems(d *doc.Document) (out []string) {
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	ids, links, level, titles := map[string]int{}, []string{}, 0, 0
	heading := func(n int, what string) {
		if n > level+1 {
			fail("heading of level %d after one of level %d: %s", n, level, what)
		}
		if n == 1 {
			titles++
		}
		level = n
	}
	text := func(t doc.Text) {
		for _, r := range t {
			if r.Role != "" && !slices.Contains(doc.RunRoles(), r.Role) {
				fail("run of role %q", r.Role)
			}
			if r.Link != "" {
				links = append(links, r.Link)
			}
			if strings.ContainsFunc(r.Text, func(c rune) bool { return c < ' ' && c != '\n' || c == 0x7f }) {
				fail("control character in %q", r.Text)
			}
			if r.Text == "" && r.Field == doc.NoField {
				fail("empty run in %q", t.Plain())
			}
		}
	}
	block := func(role doc.Role) {
		if !slices.Contains(doc.BlockRoles(), role) {
			fail("block of role %q", role)
		}
	}
	picture := func(p *doc.Picture) {
		if p != nil && (p.Alt == "") != p.Decorative {
			fail("picture %s: alt %q, decorative %v", p.ID, p.Alt, p.Decorative)
		}
		if p != nil && (p.Width <= 0 || p.Height <= 0 || len(p.Data) == 0) {
			fail("picture %s has no size", p.ID)
		}
	}
	picture(d.Logo)
	text(d.Embargo)
	text(d.Footer.Start)
	text(d.Footer.End)
	doc.Walk(d, func(_ []doc.Block, b doc.Block) {
		switch b := b.(type) {
		case *doc.Heading:
			heading(b.Level, b.Text.Plain())
			ids[b.ID]++
			block(b.Role)
			text(b.Text)
		case *doc.Para:
			block(b.Role)
			text(b.Text)
			if len(b.Text) == 0 {
				fail("empty paragraph of role %s", b.Role)
			}
		case *doc.Section:
			heading(2, b.Title.Plain())
			ids[b.ID]++
			text(b.Title)
		case *doc.Figure:
			ids[b.ID]++
			picture(b.Picture)
			text(b.Caption)
		case *doc.Card:
			picture(b.Picture)
		case *doc.Callout:
			if b.ID != "" {
				ids[b.ID]++
			}
			if b.Attribution != nil {
				picture(b.Attribution.Portrait)
				text(b.Attribution.Name)
			}
		case *doc.List:
			block(b.Role)
			for _, item := range b.Items {
				text(item.Label)
			}
		case *doc.Table:
			block(b.Role)
			for _, row := range b.Rows {
				for _, cell := range row {
					text(cell.Text)
				}
			}
		case *doc.StatGroup:
			for _, s := range b.Stats {
				text(s.Line())
				text(s.Label)
			}
		case *doc.Contents:
			for _, e := range b.Entries {
				links = append(links, "#"+e.ID)
			}
		}
	})
	if titles != 1 {
		fail("%d headlines", titles)
	}
	for id, n := range ids {
		if id != "" && n > 1 {
			fail("id %q stands %d times", id, n)
		}
	}
	for _, l := range links {
		if id, local := strings.CutPrefix(l, "#"); local && ids[id] == 0 {
			fail("link to %q, which is not there", l)
		}
	}
	for _, role := range slices.Concat(doc.BlockRoles(), doc.RunRoles()) {
		if _, ok := d.Styles[role]; !ok {
			fail("no style for role %s", role)
		}
	}
	for _, name := range doc.ColorNames() {
		if _, ok := d.Theme.Colors[name]; !ok {
			fail("no colour %s", name)
		}
	}
	return out
}
