package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// The schemas that the examples name are those that the command prints.
func TestSchemaFiles(t *testing.T) {
	for name := range schemas() {
		want, err := schemaFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("..", "..", "examples", "schema", name+".schema.json")
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is old: make schemas writes it anew", file)
		}
	}
}

// The schemas take the files that there are, and refuse what the readers do.
func TestSchemasHold(t *testing.T) {
	const release = "language: en\nheadline: H\nbody: B\n"
	for kind, test := range map[string]struct {
		takes   []string // patterns of files
		refuses map[string]string
	}{
		"release": {
			takes: []string{"../../examples/*/release.yaml", "project/release.yaml"},
			refuses: map[string]string{
				"nothing": "{}", "unknown key": release + "heading: x", "wrong word": release + "status: open",
				"wrong type": release + "links: x", "bad date": release + "published: tomorrow",
			},
		},
		"brand": {
			takes:   []string{"../../examples/*/_brand.yml", "project/brand.yml", "../../brand/testdata/full.yml"},
			refuses: map[string]string{"fields": fileText(t, "../../brand/testdata/err/fields.yml"), "types": fileText(t, "../../brand/testdata/err/types.yml")},
		},
		"layout": {
			takes:   []string{"../../layouts/*.yaml"},
			refuses: map[string]string{"unknown key": "layout: 1\nsizes: 2", "unknown slot": "parts: {head: {slots: [nowhere]}}"},
		},
	} {
		schema := compiled(t, kind)
		for _, pattern := range test.takes {
			files, err := filepath.Glob(pattern)
			if err != nil || len(files) == 0 {
				t.Fatalf("no files %s: %v", pattern, err)
			}
			for _, name := range files {
				if err := schema.Validate(asJSON(t, fileText(t, name))); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		for name, text := range test.refuses {
			if schema.Validate(asJSON(t, text)) == nil {
				t.Errorf("%s: %s is taken", kind, name)
			}
		}
	}
}

func fileText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func compiled(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	data, err := schemaFile(kind)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(kind, asJSON(t, string(data))); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(kind)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON gives YAML, of which JSON is a part, as a reader of JSON has it.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var v map[string]any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
