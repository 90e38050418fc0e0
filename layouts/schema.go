package layouts

import (
	"fmt"

	"github.com/presskit-go/presskit/kit/source"
)

// Schema is the JSON Schema of a layout file, made from the types that read it.
func Schema() source.Schema {
	s := source.SchemaOf(file{})
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "Layout of a press kit, version 1"
	return s
}

// Source gives the file of a built-in layout, as a start for one's own.
func Source(name string) ([]byte, error) {
	data, err := builtIn.ReadFile(name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("layouts: there is no layout %q", name)
	}
	return data, nil
}
