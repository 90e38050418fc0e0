package release_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("release.json", plain(t, release.Schema())); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("release.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain gives a value as encoding/json would read it.
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

func TestSchemaTakesTheExamples(t *testing.T) {
	schema := compiled(t)
	files, err := filepath.Glob("../../examples/*/release.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
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
}

func TestSchemaRefuses(t *testing.T) {
	schema := compiled(t)
	for name, text := range map[string]string{
		"nothing":     `{}`,
		"unknown key": `{"language":"en","headline":"H","body":"B","heading":"x"}`,
		"wrong word":  `{"language":"en","headline":"H","body":"B","status":"open"}`,
		"wrong type":  `{"language":"en","headline":"H","body":"B","links":"x"}`,
		"bad date":    `{"language":"en","headline":"H","body":"B","published":"tomorrow"}`,
	} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if schema.Validate(v) == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// What the schema requires, the reader requires too.
func TestSchemaRequiresWhatTheReaderDoes(t *testing.T) {
	walkSchema(release.Schema(), "", func(path string, s source.Schema) {
		required, _ := s["required"].([]string)
		for _, key := range required {
			_, list := release.Read(fstest.MapFS{"r.json": {Data: nest(t, path)}}, "r.json", release.Options{})
			found := false
			for _, d := range list {
				found = found || d.Rule == "required" && strings.Contains(d.Message, key+`"`)
			}
			if !found {
				t.Errorf("%s without %s is read without a word: %v", path, key, list)
			}
		}
	})
}

// nest is a definition in JSON with an empty object at a path.
func nest(t *testing.T, path string) []byte {
	t.Helper()
	var v any = map[string]any{}
	parts := strings.Split(path, ".")
	for i := len(parts) - 1; i >= 0 && path != ""; i-- {
		switch key := parts[i]; key {
		case "[]":
			v = []any{v}
		case "*":
			v = map[string]any{"one": v}
		default:
			v = map[string]any{key: v}
		}
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func walkSchema(s source.Schema, path string, visit func(string, source.Schema)) {
	visit(path, s)
	join := func(key string) string { return strings.TrimPrefix(path+"."+key, ".") }
	if properties, ok := s["properties"].(source.Schema); ok {
		for key, p := range properties {
			walkSchema(p.(source.Schema), join(key), visit)
		}
	}
	if items, ok := s["items"].(source.Schema); ok {
		walkSchema(items, join("[]"), visit)
	}
	if values, ok := s["additionalProperties"].(source.Schema); ok {
		walkSchema(values, join("*"), visit)
	}
}

func TestFormatNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	walkSchema(release.Schema(), "", func(path string, s source.Schema) {
		properties, _ := s["properties"].(source.Schema)
		for key, p := range properties {
			if !strings.Contains(string(text), "`"+key+"`") {
				t.Errorf("FORMAT.md does not name %s of %q", key, path)
			}
			if d, _ := p.(source.Schema)["description"].(string); d == "" {
				t.Errorf("%s of %q has no description", key, path)
			}
		}
	})
}
