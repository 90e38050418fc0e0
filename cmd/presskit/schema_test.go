package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
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
