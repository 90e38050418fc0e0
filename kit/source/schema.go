package source

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Schema is a JSON Schema of the 2020-12 draft, as encoding/json writes it.
type Schema map[string]any

// Schemer is implemented by types that decode themselves, to say what they take.
type Schemer interface{ JSONSchema() Schema }

// SchemaOf describes what [Doc.Decode] takes for a value of the type of v, so
// that editors complete and check a file by the very types that read it. The
// tag `doc:"…"` of a field is its description; one that begins with "Required"
// makes the key so. References to files, ids and words that only the text can
// tell apart are beyond a schema.
func SchemaOf(v any) Schema { return schemaOf(reflect.TypeOf(v)) }

func schemaOf(t reflect.Type) Schema {
	if t.Kind() == reflect.Pointer {
		return schemaOf(t.Elem())
	}
	if s, ok := reflect.New(t).Interface().(Schemer); ok {
		return s.JSONSchema()
	}
	switch t.Kind() {
	case reflect.Struct:
		return structSchema(t)
	case reflect.Slice:
		return Schema{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Bool:
		return Schema{"type": "boolean"}
	case reflect.String:
		if words, ok := reflect.Zero(t).Interface().(interface{ Allowed() []string }); ok {
			return OneOf(words.Allowed()...)
		}
		return Schema{"type": "string"}
	}
	panic(fmt.Sprintf("source: no schema of %s", t))
}

// structSchema is an object of the struct's keys and no others.
func structSchema(t reflect.Type) Schema {
	properties := Schema{}
	var required []string
	structFields(t, properties, &required)
	s := Schema{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		slices.Sort(required)
		s["required"] = required
	}
	return s
}

func structFields(t reflect.Type, properties Schema, required *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		key := f.Tag.Get("key")
		switch {
		case f.Anonymous && f.Type == reflect.TypeFor[Place]():
		case f.Anonymous && key == "" && f.Type.Kind() == reflect.Struct:
			structFields(f.Type, properties, required)
		case key != "" && key != "-":
			s := schemaOf(f.Type)
			if words := f.Tag.Get("doc"); words != "" {
				s["description"] = words
				if strings.HasPrefix(words, "Required") {
					*required = append(*required, key)
				}
			}
			properties[key] = s
		}
	}
}

// OneOf is a word out of some.
func OneOf(words ...string) Schema { return Schema{"type": "string", "enum": words} }

// AnyOf takes what one of the alternatives takes.
func AnyOf(alternatives ...Schema) Schema { return Schema{"anyOf": alternatives} }

// ListOf is a list of what items takes.
func ListOf(items Schema) Schema { return Schema{"type": "array", "items": items} }

// JSONSchema says that text may be written as a number as well.
func (Text) JSONSchema() Schema { return Schema{"type": []string{"string", "number"}} }

// JSONSchema is that of a number.
func (Number) JSONSchema() Schema { return Schema{"type": "number"} }

// JSONSchema is that of a whole number.
func (Integer) JSONSchema() Schema { return Schema{"type": "integer"} }

// JSONSchema is that of true or false.
func (Flag) JSONSchema() Schema { return Schema{"type": "boolean"} }

// JSONSchema is that of a date of any precision.
func (Date) JSONSchema() Schema {
	return AnyOf(Schema{"type": "integer"},
		Schema{"type": "string", "pattern": `^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$`})
}

// JSONSchema is that of an object with keys of the writer's own.
func (Map[T]) JSONSchema() Schema {
	return Schema{"type": "object", "additionalProperties": schemaOf(reflect.TypeFor[T]())}
}
