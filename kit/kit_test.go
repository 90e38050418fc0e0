package kit_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/presskit-go/presskit/kit"
	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
)

// plain is a format that writes the metadata, or fails.
type plain struct {
	name string
	fail error
	stop context.CancelFunc
}

func (f plain) Name() string      { return f.name }
func (f plain) Extension() string { return "." + f.name }

func (f plain) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	if _, err := fmt.Fprintf(w, "%s %s %s %s %s\n", d.Meta.ID, d.Meta.Version, d.Lang, d.Page.Name, d.Meta.Created.Format(time.RFC3339)); err != nil {
		return err
	}
	if f.stop != nil {
		f.stop()
		return ctx.Err()
	}
	return f.fail
}

func files(definition string, more ...string) fstest.MapFS {
	fsys := fstest.MapFS{"press/release.yaml": {Data: []byte(definition)}}
	for i := 0; i < len(more); i += 2 {
		fsys[more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	return fsys
}

func open(t *testing.T, c kit.Config, fsys fstest.MapFS) *kit.Project {
	t.Helper()
	p, err := c.Open(fsys, "press/release.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const small = "language: en\nheadline: H\nbody: Text.\n"

func TestWrite(t *testing.T) {
	tests := []struct {
		name, definition string
		config           kit.Config
		options          kit.Options
		want             string
	}{
		{"defaults", small, kit.Config{}, kit.Options{PageSize: "A4"}, "release 1 en A4 0001-01-01T00:00:00Z\n"},
		{
			"the dateline dates the files", small + "dateline: {place: Rome, date: 2024-05-13}\n",
			kit.Config{}, kit.Options{PageSize: "Letter"}, "release 1 en Letter 2024-05-13T00:00:00Z\n",
		},
		{
			"the publication dates the files", small + "published: 2026-06-09T09:00:00+02:00\ndateline: {place: Rome, date: 2024-05-13}\n",
			kit.Config{}, kit.Options{PageSize: "A4"}, "release 1 en A4 2026-06-09T07:00:00Z\n",
		},
		{
			"a time of the build", small, kit.Config{},
			kit.Options{PageSize: "A4", Created: time.Date(2001, 9, 9, 3, 46, 40, 0, time.FixedZone("", 7200))},
			"release 1 en A4 2001-09-09T01:46:40Z\n",
		},
		{
			"a tag gives the edition", small + "version: \"9\"\n", kit.Config{Tag: "v1.2.0"},
			kit.Options{PageSize: "A4"}, "release 1.2.0 en A4 0001-01-01T00:00:00Z\n",
		},
		{
			"a version wins over the tag", small, kit.Config{Tag: "v1.2.0", Version: "3"},
			kit.Options{PageSize: "A4"}, "release 3 en A4 0001-01-01T00:00:00Z\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := open(t, tt.config, files(tt.definition)).Write(&b, plain{name: "txt"}, tt.options); err != nil {
				t.Fatal(err)
			}
			if b.String() != tt.want {
				t.Errorf("wrote %q, want %q", b.String(), tt.want)
			}
		})
	}
}

func TestVariables(t *testing.T) {
	definition := "language: en\nversion: \"4\"\nheadline: \"{{ .Version }} {{ .Price }}\"\nbody: Text.\n"
	tests := []struct {
		config kit.Config
		want   string
	}{
		{kit.Config{Vars: map[string]string{"Price": "49"}}, "4 49"},
		{kit.Config{Tag: "v5", Vars: map[string]string{"Price": "49"}}, "5 49"},
		{kit.Config{Version: "6", Vars: map[string]string{"Price": "{{ .Version }}"}}, "6 {{ .Version }}"},
	}
	for _, tt := range tests {
		if got := open(t, tt.config, files(definition)).Title(); got != tt.want {
			t.Errorf("%+v: headline %q, want %q", tt.config, got, tt.want)
		}
	}
	_, err := kit.Open(files(definition), "press/release.yaml")
	if err == nil || !strings.Contains(err.Error(), "Price") {
		t.Errorf("an unknown variable: %v", err)
	}
}

func TestBrandIsFound(t *testing.T) {
	const brand, broken = "meta: {name: Aurora}\n", "meta: {name: Aurora}\ncolour: {}\n"
	tests := []struct {
		name   string
		config kit.Config
		more   []string
		wrong  string // the file that must be complained about
	}{
		{"none", kit.Config{}, nil, ""},
		{"beside", kit.Config{}, []string{"press/_brand.yml", broken, "_brand.yml", brand}, "press/_brand.yml"},
		{"above", kit.Config{}, []string{"_brand.yaml", broken}, "_brand.yaml"},
		{"given", kit.Config{Brand: "corporate/x.yml"}, []string{"corporate/x.yml", broken, "_brand.yml", brand}, "corporate/x.yml"},
		{"elsewhere", kit.Config{Brand: "y.yml", BrandFS: fstest.MapFS{"y.yml": {Data: []byte(broken)}}}, nil, "y.yml"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.config.Open(files(small, tt.more...), "press/release.yaml")
			var list diag.List
			switch {
			case tt.wrong == "" && err != nil:
				t.Error(err)
			case tt.wrong != "" && (!errors.As(err, &list) || list[0].Span.Name() != tt.wrong):
				t.Errorf("error %v, want one in %s", err, tt.wrong)
			}
		})
	}
}

// A link that leads out of the project is an error, not a file that is absent.
func TestLinksOut(t *testing.T) {
	top := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		path := filepath.Join(top, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(data), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write("secret/_brand.yml", "meta: {name: Aurora}\n")
	write("secret/release.yaml", small)
	write("a/release.yaml", small)
	write("b/_brand.yml", "meta: {name: Aurora}\n")
	for name, target := range map[string]string{
		"a/_brand.yml": "../secret/_brand.yml", "b/release.yaml": "../secret/release.yaml", "c": "../secret", "d": "nowhere",
	} {
		folder := filepath.Join(top, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(folder), 0o755), os.Symlink(target, folder)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ root, file, wrong string }{
		{"a", "release.yaml", "_brand.yml"},
		{"b", "release.yaml", "release.yaml"},
		{"", "c/release.yaml", "c/release.yaml"},
		{"", "d/release.yaml", "d/release.yaml"},
	} {
		root, err := os.OpenRoot(filepath.Join(top, tt.root))
		if err != nil {
			t.Fatal(err)
		}
		_, err = kit.Open(root.FS(), tt.file)
		var list diag.List
		if !errors.As(err, &list) || len(list) != 1 || list[0].Rule != "outside-link" || list[0].Span.Name() != tt.wrong {
			t.Errorf("%s in %q: %v", tt.file, tt.root, err)
		}
		if err := root.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A canceled release opens, but is not made.
func TestCanceled(t *testing.T) {
	for status, rule := range map[string]string{"canceled": "canceled", "withheld": ""} {
		p := open(t, kit.Config{}, files(small+"status: "+status+"\n"))
		_, err := p.Render(t.Context(), kit.Options{}, plain{name: "txt"})
		var list diag.List
		if rule == "" {
			if err != nil {
				t.Errorf("%s: %v", status, err)
			}
			continue
		}
		if !errors.As(err, &list) || len(list) != 1 || list[0].Rule != rule || list[0].Kind != diag.Policy || list[0].Span.Text() != status {
			t.Errorf("%s: %v", status, err)
		}
	}
}

// A logo that cannot be drawn is told where the brand names it.
func TestBadLogo(t *testing.T) {
	p := open(t, kit.Config{}, files(small, "_brand.yml", "meta: {name: A}\nlogo: x.png\n", "x.png", "\x89PNG\r\n\x1a\nbroken"))
	_, list := p.Document(kit.Options{})
	if len(list) != 1 || !strings.HasPrefix(list.Error(), "_brand.yml:2:7: error: ") {
		t.Errorf("got %v", list)
	}
}

func TestUnknownLayoutAndPageSize(t *testing.T) {
	p := open(t, kit.Config{}, files(small, "own.yaml", "layout: 1\nextends: feature\n", "bad.yaml", "layout: 1\nextends: feature\nrolls: {}\n"))
	var list diag.List
	for _, o := range []kit.Options{{Layout: "nothing"}, {PageSize: "A0"}, {Layout: "bad.yaml"}, {Layout: "nothing.yaml"}} {
		if err := p.Write(io.Discard, plain{name: "txt"}, o); !errors.As(err, &list) {
			t.Errorf("%+v: %v", o, err)
		}
	}
	set, err := p.Render(t.Context(), kit.Options{Layout: "own.yaml"}, plain{name: "txt"})
	if err != nil {
		t.Fatal(err)
	}
	if got := set.Artifacts[0].Layout; got != "own" {
		t.Errorf("layout %q", got)
	}
}

func TestBuildAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	p := open(t, kit.Config{}, files(small))
	if _, err := p.Build(t.Context(), dir, kit.Options{}, plain{name: "a"}, plain{name: "b"}); err != nil {
		t.Fatal(err)
	}
	before := read(t, dir)
	other := open(t, kit.Config{}, files(small+"published: 2026-06-09\n"))

	boom := errors.New("boom")
	if _, err := other.Build(t.Context(), dir, kit.Options{}, plain{name: "a"}, plain{name: "b", fail: boom}); !errors.Is(err, boom) || !strings.HasPrefix(err.Error(), "b: ") {
		t.Errorf("a format that fails: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := other.Build(ctx, dir, kit.Options{}, plain{name: "a", stop: cancel}, plain{name: "b"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled build: %v", err)
	}
	var clash *kit.ClashError
	if _, err := other.Build(t.Context(), dir, kit.Options{}, plain{name: "a"}, plain{name: "a"}); !errors.As(err, &clash) {
		t.Errorf("two formats of one extension: %v", err)
	}
	var name *kit.NameError
	if _, err := other.Build(t.Context(), dir, kit.Options{Name: "../{{ .ID }}"}, plain{name: "a"}); !errors.As(err, &name) {
		t.Errorf("a name that leads out: %v", err)
	}
	if after := read(t, dir); after != before {
		t.Errorf("failed builds left:\n%s\nbefore:\n%s", after, before)
	}
}

// Problems of all formats are told at once.
func TestRenderGathersProblems(t *testing.T) {
	p := open(t, kit.Config{}, files(small))
	problem := func(rule string) diag.List {
		var l diag.List
		l.Add(diag.Span{}, rule, "no font has it").Kind = diag.Missing
		return l
	}
	_, err := p.Render(t.Context(), kit.Options{}, plain{name: "a", fail: problem("one")}, plain{name: "b", fail: problem("two")})
	var list diag.List
	if !errors.As(err, &list) || len(list) != 2 {
		t.Fatalf("%v", err)
	}
}

func TestVersionOf(t *testing.T) {
	for tag, want := range map[string]string{
		"v1.2.0": "1.2.0", "1.2": "1.2", "v3": "3", "press/v1.0.0-rc.1": "1.0.0-rc.1", "v1.0.0+x": "1.0.0+x",
		"": "", "spring": "", "version-2": "", "v": "", "v1/": "", "v1.0/../x": "",
	} {
		if got := kit.VersionOf(tag); got != want {
			t.Errorf("VersionOf(%q) = %q, want %q", tag, got, want)
		}
	}
}

// read gives the names and contents of a folder as text.
func read(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s", e.Name(), data)
	}
	return b.String()
}
