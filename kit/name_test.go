package kit

import (
	"errors"
	"strings"
	"testing"
)

func values() map[string]string {
	return map[string]string{"ID": "made", "Version": "1.2.0", "Language": "it", "Tag": "v1.2.0", "Layout": "feature", "Date": "2024-05-13"}
}

func TestMakeName(t *testing.T) {
	tests := []struct{ template, want string }{
		{"", "made-1.2.0-it"},
		{DefaultName, "made-1.2.0-it"},
		{"{{.ID}}", "made"},
		{"{{- .ID -}} _ {{- .Layout }}", "made_feature"},
		{"{{ .Date }} comunicato è qui", "2024-05-13 comunicato è qui"},
		{"fixed", "fixed"},
		{"{{/* a comment */}}{{ .Tag }}", "v1.2.0"},
	}
	for _, tt := range tests {
		got, err := makeName(tt.template, values())
		if err != nil || got != tt.want {
			t.Errorf("makeName(%q) = %q, %v; want %q", tt.template, got, err, tt.want)
		}
	}
}

func TestMakeNameErrors(t *testing.T) {
	tests := []struct{ template, reason string }{
		{"../{{ .ID }}", `".."`},
		{"a/{{ .ID }}", `'/'`},
		{`a\{{ .ID }}`, `'\\'`},
		{"/etc/{{ .ID }}", `'/'`},
		{"C:{{ .ID }}", `':'`},
		{".{{ .ID }}", "period"},
		{"-{{ .ID }}", "hyphen"},
		{"{{ .ID }}.", "period"},
		{" {{ .ID }}", "space"},
		{"a\x00b", `'\x00'`},
		{"a\nb", `'\n'`},
		{"a\u202eb", `'\u202e'`},
		{"a\xffb", "UTF-8"},
		{"nul", "Windows"},
		{"COM1.x", "Windows"},
		{strings.Repeat("x", 201), "201 bytes"},
		{"{{ .Unknown }}", "not allowed"},
		{"{{ .ID.Version }}", "not allowed"},
		{"{{ .ID | printf \"%9999999999s\" }}", "not defined"},
		{"{{ range 1000000000 }}x{{ end }}", "not allowed"},
		{"{{ with .ID }}{{ . }}{{ end }}", "not allowed"},
		{"{{ $x := .ID }}", "not allowed"},
		{`{{ define "x" }}{{ end }}{{ .ID }}`, "fields"},
		{`{{ template "x" }}`, "not allowed"},
		{"{{ .ID", "unclosed"},
		{"{{/* nothing */}}", "empty"},
	}
	for _, tt := range tests {
		name, err := makeName(tt.template, values())
		var ne *NameError
		if !errors.As(err, &ne) || !strings.Contains(ne.Reason, tt.reason) {
			t.Errorf("makeName(%q) = %q, %v; want a NameError with %q", tt.template, name, err, tt.reason)
		}
	}
	if _, err := makeName("{{ .Tag }}", map[string]string{"ID": "made"}); err == nil || !strings.Contains(err.Error(), "no .Tag") {
		t.Errorf("a field without a value: %v", err)
	}
}

func FuzzMakeName(f *testing.F) {
	f.Add("{{ .ID }}-{{ .Version }}", "made")
	f.Add("../{{ .ID }}", "..")
	f.Add("{{ range 9 }}{{ end }}", "a/b")
	f.Fuzz(func(t *testing.T, template, id string) {
		name, err := makeName(template, map[string]string{"ID": id, "Version": "1"})
		if err == nil && (name == "" || len(name) > maxName || strings.ContainsAny(name, "/\\\x00") || strings.Contains(name, "..")) {
			t.Errorf("makeName(%q, %q) = %q", template, id, name)
		}
	})
}
