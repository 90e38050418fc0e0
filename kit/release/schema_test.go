package release_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/presskit-go/presskit/kit/release"
	"github.com/presskit-go/presskit/kit/source"
)

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
