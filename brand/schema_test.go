package brand_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/presskit-go/presskit/brand"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("brand.json", plain(t, brand.Schema())); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("brand.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
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

func readYAML(t *testing.T, name string) any {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return plain(t, v)
}

func TestSchemaTakesBrands(t *testing.T) {
	schema := compiledSchema(t)
	files, err := filepath.Glob("../examples/*/_brand.yml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range append(files, "testdata/full.yml") {
		if err := schema.Validate(readYAML(t, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaRefusesWhatTheReaderDoes(t *testing.T) {
	schema := compiledSchema(t)
	for _, name := range []string{"fields", "types"} {
		if schema.Validate(readYAML(t, "testdata/err/"+name+".yml")) == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
