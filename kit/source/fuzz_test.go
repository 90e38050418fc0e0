package source

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
)

// checkTree fails if the places of a tree are not in the file, or a byte of a
// text is not the byte of the file that it is said to be.
func checkTree(t *testing.T, n *Node) {
	t.Helper()
	size := len(n.Span.Source.Data)
	if n.Span.Start < 0 || n.Span.End < n.Span.Start || n.Span.End > size {
		t.Fatalf("span %d–%d of %d bytes", n.Span.Start, n.Span.End, size)
	}
	text := n.Text
	for i := range len(text.Value) {
		span := text.At(i, i+1)
		if span.Start < 0 || span.End > size || span.End < span.Start {
			t.Fatalf("byte %d is at %d–%d of %d", i, span.Start, span.End, size)
		}
		if written := span.Text(); len(written) == 1 && text.Value[i] > ' ' && len(text.segments) == 0 && written[0] != text.Value[i] {
			t.Fatalf("byte %d of %q is said to be written %q", i, text.Value, written)
		}
	}
	for k, s := range text.segments {
		end := len(text.Value)
		if k+1 < len(text.segments) {
			end = text.segments[k+1].text
		}
		if !s.rigid && string(n.Span.Source.Data[s.file:s.file+end-s.text]) != text.Value[s.text:end] {
			t.Fatalf("segment %d of %q is written otherwise", k, text.Value)
		}
	}
	for _, item := range n.Items {
		checkTree(t, item)
	}
	for _, e := range n.Entries {
		checkTree(t, e.Value)
	}
}

func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, list := Parse(diag.NewSource(name, data))
		if doc == nil && !list.HasErrors() {
			t.Fatal("no document and no error")
		}
		var b bytes.Buffer
		if err := diag.WriteText(&b, list, diag.TextOptions{}); err != nil || !utf8.Valid(b.Bytes()) {
			t.Fatalf("report cannot be written: %v", err)
		}
		if doc != nil {
			checkTree(t, doc.Root)
			var o outer
			doc.Decode(&o)
		}
	})
}

func FuzzYAML(f *testing.F) {
	fuzzFormat(f, "x.yaml", "a: |\n  one\n\n  two\nb: >-\n  x\n  y\n", "list:\n  - {name: \"a\\u00e9\\\n  b\", size: 0.10}\n",
		"a: &x 'it''s\n  two'\nb: *x\n", "a:\tb\n\tc: d\n", "a: \"x", "? a\n: b\n", "%YAML 1.2\n---\na: b\n...\n", "a: &a [*a]", "- - - a\n", "a: |2-\n   x\n", "a: x\u0085b: y\n")
}

func FuzzJSON(f *testing.F) {
	fuzzFormat(f, "x.json", `{"a": [1, 2.50, "x\u00e9\ud83d\ude00"], "b": {"c": null}}`, `{"a": "\ud800"}`, `{"a" 1}`, `[`, "\ufeff{}", `{"a":1}}`)
}

func FuzzTOML(f *testing.F) {
	fuzzFormat(f, "x.toml", "a = 1\n[b.c]\nd = \"\"\"\nx\\\n  y\"\"\"\n[[e]]\nf = {g = [1, 2]}\n", "a.b = 1\na.b.c = 2\n", "a = '''\nx'''", "[a]\n[a]\n", "a = 1979-05-27T07:32:00Z\n", "[[a]]\n[a]\n")
}

func FuzzFrontMatter(f *testing.F) {
	fuzzFormat(f, "x.md", "---\na: b\n---\n\ntext\r\nmore\n", "---\n---\n", "---\nbody: x\n---\ny", "---\na: b", "\ufeff---\r\na: |\r\n  x\r\n---\r\ny")
}
