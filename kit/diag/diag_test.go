package diag

import (
	"github.com/presskit-go/presskit/kit/internal/golden"

	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

const sample = "# é comment\n  - name: Ada Park\n    qoute: \"We built Aurora.\"\r\n\tlast\x1b[31m: 日本語 text \u202e\n"

func sampleList() List {
	src := NewSource("launch/release 1,a:b.yaml", []byte(sample))
	at := func(word string) Span {
		i := strings.Index(sample, word)
		return Span{src, i, i + len(word)}
	}
	var list List
	list.Add(at("qoute"), "unknown-field", "unknown field %q", "qoute").Hint = `did you mean "quote"? [see](x)`
	list.Add(File(src), "required", "%q is missing", "headline")
	list.Add(at("text"), "number-mismatch", "100%% wrong\n::error::injected\x1b[2J\u202e").Severity = Warning
	list.Add(Span{src, 0, len(sample)}, "whole", "all of it").Severity = Note
	list.Add(at("Ada"), "missing-file", "no picture").Kind = Missing
	list.Add(Span{}, "embargo", "no place").Kind = Policy
	list.Sort()
	return list
}

func TestWriters(t *testing.T) {
	writers := map[string]func(*bytes.Buffer, List) error{
		"list.txt":       func(b *bytes.Buffer, l List) error { return WriteText(b, l, TextOptions{}) },
		"list.color.txt": func(b *bytes.Buffer, l List) error { return WriteText(b, l, TextOptions{Color: true}) },
		"list.json":      func(b *bytes.Buffer, l List) error { return WriteJSON(b, l) },
		"list.github":    func(b *bytes.Buffer, l List) error { return WriteGitHub(b, l) },
		"list.sarif": func(b *bytes.Buffer, l List) error {
			return WriteSARIF(b, l, SARIFOptions{Version: "1.0.0", URI: "https://example.org"})
		},
	}
	for name, write := range writers {
		var got bytes.Buffer
		if err := write(&got, sampleList()); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, filepath.Join("testdata", name), got.String())
	}
}

// TestSARIFShape checks what the schema of SARIF 2.1.0 requires of our part of it.
func TestSARIFShape(t *testing.T) {
	for _, list := range []List{nil, sampleList()} {
		var b bytes.Buffer
		if err := WriteSARIF(&b, list, SARIFOptions{}); err != nil {
			t.Fatal(err)
		}
		var log struct {
			Version string
			Runs    []struct {
				Tool struct {
					Driver struct {
						Name  string
						Rules []struct{ ID string }
					}
				}
				Results []struct {
					RuleID    string
					RuleIndex int
					Level     string
					Message   struct{ Text string }
					Locations []struct {
						PhysicalLocation struct {
							ArtifactLocation struct{ URI string }
							Region           *struct{ StartLine, StartColumn, EndLine, EndColumn int }
						}
					}
				}
			}
		}
		if err := json.Unmarshal(b.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" {
			t.Fatalf("bad log: %s", b.String())
		}
		run := log.Runs[0]
		if len(run.Results) != len(list) || run.Results == nil {
			t.Errorf("%d results for %d diagnostics", len(run.Results), len(list))
		}
		for _, r := range run.Results {
			if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("rule index %d does not name %s", r.RuleIndex, r.RuleID)
			}
			for _, l := range r.Locations {
				if uri := l.PhysicalLocation.ArtifactLocation.URI; strings.ContainsAny(uri, " :") || strings.HasPrefix(uri, "/") {
					t.Errorf("%q is not a relative URI", uri)
				}
				if g := l.PhysicalLocation.Region; g != nil && (g.StartLine < 1 || g.StartColumn < 1 || g.EndColumn < 1) {
					t.Errorf("bad region %v", *g)
				}
			}
		}
	}
}

func TestGitHubCannotBeInjected(t *testing.T) {
	src := NewSource("a\n::error::x,b.yaml", []byte("x"))
	var list List
	list.Add(Span{src, 0, 1}, "r", "one\r\n::set-output name=x::y").Hint = "\n::debug::z"
	var b bytes.Buffer
	if err := WriteGitHub(&b, list); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n != 1 || strings.ContainsAny(strings.TrimSuffix(b.String(), "\n"), "\r\n") {
		t.Errorf("more than one line: %q", b.String())
	}
}

func TestPosition(t *testing.T) {
	src := NewSource("x", []byte("\ufeffaé\r\nb\rc\n\xff\xfed"))
	for _, c := range []struct {
		text string
		want Position
	}{
		{"a", Position{1, 1}}, {"é", Position{1, 2}}, {"b", Position{2, 1}}, {"c", Position{3, 1}},
		{"\xff", Position{4, 1}}, {"d", Position{4, 3}},
	} {
		i := bytes.Index(src.Data, []byte(c.text))
		if got := src.Position(i); got != c.want {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
		if got := src.Offset(c.want); got != i {
			t.Errorf("%v: got offset %d, want %d", c.want, got, i)
		}
	}
	if src.Lines() != 4 {
		t.Errorf("%d lines", src.Lines())
	}
	if got := src.Position(1000); got != (Position{4, 4}) {
		t.Errorf("beyond the end: %v", got)
	}
}

func TestListAsError(t *testing.T) {
	list := sampleList()
	var got List
	if err := list.Err(); !errors.As(err, &got) || len(got) != len(list) {
		t.Errorf("Err is %v", list.Err())
	}
	if strings.Count(list.Error(), "\n") != len(list)-1 {
		t.Errorf("Error has not one line each: %q", list.Error())
	}
	warnings := List{{Severity: Warning}, {Severity: Note}}
	if warnings.Err() != nil || warnings.HasErrors() {
		t.Error("warnings are not errors")
	}
	if _, ok := warnings.Worst(); ok {
		t.Error("warnings have no worst error")
	}
	for _, c := range []struct {
		kinds []Kind
		want  Kind
	}{{[]Kind{Missing}, Missing}, {[]Kind{Missing, Policy}, Policy}, {[]Kind{Policy, Missing, Invalid}, Invalid}} {
		var l List
		for _, k := range c.kinds {
			l.Add(Span{}, "x", "x").Kind = k
		}
		if got, _ := l.Worst(); got != c.want {
			t.Errorf("%v: worst is %v", c.kinds, got)
		}
	}
}

func TestLongLinesAreCut(t *testing.T) {
	line := strings.Repeat("日本語 ", 100_000)
	src := NewSource("x", []byte(line))
	for _, at := range []int{0, 30, 300, len(line) / 2 / 10 * 10, len(line) - 1} {
		var list List
		list.Add(Span{src, at, at + 3}, "r", "here")
		var b bytes.Buffer
		if err := WriteText(&b, list, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		for text := range strings.Lines(b.String()) {
			if utf8.RuneCountInString(text) > snippetWidth+20 {
				t.Errorf("at %d: line of %d characters", at, utf8.RuneCountInString(text))
			}
		}
		if !strings.Contains(b.String(), "^") {
			t.Errorf("at %d: no caret in %s", at, b.String())
		}
	}
}

func FuzzWriters(f *testing.F) {
	f.Add([]byte(sample), 3, 9, "message")
	f.Add([]byte("\xff\x1b[0m\n"), 0, 1, "\x1b]0;title\a")
	f.Fuzz(func(t *testing.T, data []byte, start, end int, message string) {
		src := NewSource(message, data)
		var list List
		list.Add(Span{src, start, end}, "rule", "%s", message).Hint = message
		for _, write := range []func(*bytes.Buffer) error{
			func(b *bytes.Buffer) error { return WriteText(b, list, TextOptions{}) },
			func(b *bytes.Buffer) error { return WriteJSON(b, list) },
			func(b *bytes.Buffer) error { return WriteGitHub(b, list) },
			func(b *bytes.Buffer) error { return WriteSARIF(b, list, SARIFOptions{}) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if err := WriteText(&b, list, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		for _, c := range b.String() {
			if c < 0x20 && c != '\n' || c == 0x7f || c >= 0x80 && c < 0xa0 {
				t.Fatalf("control character %U in %q", c, b.String())
			}
		}
	})
}

func BenchmarkWriteText(b *testing.B) {
	list := sampleList()
	for b.Loop() {
		var out bytes.Buffer
		if err := WriteText(&out, list, TextOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestStart names the first place of a file for programs, without a snippet for people.
func TestStart(t *testing.T) {
	list := List{}
	list.Add(Start(NewSource("a.yaml", []byte("x: y\n"))), "required", "no headline")
	var text, github, sarif strings.Builder
	if err := errors.Join(WriteText(&text, list, TextOptions{}), WriteGitHub(&github, list), WriteSARIF(&sarif, list, SARIFOptions{})); err != nil {
		t.Fatal(err)
	}
	if got, want := text.String(), "a.yaml:1:1: error: no headline [required]\n"; got != want {
		t.Errorf("text is %q", got)
	}
	if !strings.Contains(github.String(), "file=a.yaml,line=1,col=1,") {
		t.Errorf("command is %s", github.String())
	}
	if !strings.Contains(sarif.String(), `"startLine": 1`) {
		t.Errorf("log is %s", sarif.String())
	}
}
