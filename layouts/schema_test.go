package layouts_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/presskit-go/presskit/layouts"
)

func TestSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	if err := c.AddResource("layout.json", plain(t, layouts.Schema())); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("layout.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range layouts.Names() {
		data, err := layouts.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		var v map[string]any
		if err := yaml.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(plain(t, v)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, text := range map[string]any{
		"unknown key":  map[string]any{"layout": 1, "sizes": 2},
		"unknown slot": map[string]any{"parts": map[string]any{"head": map[string]any{"slots": []any{"nowhere"}}}},
	} {
		if schema.Validate(plain(t, text)) == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// plain gives a value as JSON would read it.
func plain(t *testing.T, v any) any {
	t.Helper()
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
