package release

import "github.com/presskit-go/presskit/kit/source"

// Schema is the JSON Schema of a release definition, made from the types of this
// package.
func Schema() source.Schema {
	s := source.SchemaOf(Release{})
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "Press release, version 1"
	return s
}

const markdown = "text/markdown"

// JSONSchema is that of Markdown within a paragraph.
func (Inline) JSONSchema() source.Schema {
	return source.Schema{"type": []string{"string", "number"}, "contentMediaType": markdown}
}

// JSONSchema is that of Markdown.
func (Blocks) JSONSchema() source.Schema {
	return source.Schema{"type": []string{"string", "number"}, "contentMediaType": markdown}
}

// JSONSchema is that of a number or text.
func (Value) JSONSchema() source.Schema {
	return source.Schema{"type": []string{"number", "string"}}
}

// JSONSchema is that of a date or words.
func (When) JSONSchema() source.Schema {
	return source.Schema{"type": []string{"string", "integer"}}
}

// JSONSchema is that of Markdown or a list of ids.
func (Boilerplate) JSONSchema() source.Schema {
	return source.AnyOf(Blocks{}.JSONSchema(), source.ListOf(source.SchemaOf(source.Text{})))
}
