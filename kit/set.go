package kit

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
)

// An Artifact is one file of a press kit.
type Artifact struct {
	Name     string // file name with extension
	Format   string // [Format.Name]
	ID       string // of the release
	Version  string // edition of the release
	Language string // BCP 47
	Layout   string
	Title    string // headline of the release
	Data     []byte
}

// SHA256 is the checksum of the artifact in hexadecimal.
func (a Artifact) SHA256() string {
	sum := sha256.Sum256(a.Data)
	return hex.EncodeToString(sum[:])
}

// A Set is what a build makes. The zero Set is empty.
type Set struct {
	Artifacts   []Artifact // sorted by name
	Diagnostics diag.List  // warnings and notes; no errors
}

// Names of the two files that list a set beside its artifacts.
const (
	ListName      = "artifacts.json"
	ChecksumsName = "checksums.txt"
)

// Add adds artifacts to the set. It fails, and adds none, if two would have
// one name; names that differ only in case are one on some file systems.
func (s *Set) Add(artifacts ...Artifact) error {
	taken := map[string]string{ListName: "the list of artifacts", ChecksumsName: "the checksums"}
	all := slices.Concat(s.Artifacts, artifacts)
	for _, a := range all {
		what := fmt.Sprintf("%s %s of %q in %s", a.Format, a.Name, a.ID, a.Language)
		key := strings.ToLower(a.Name)
		if other, ok := taken[key]; ok {
			return &ClashError{Name: a.Name, What: []string{other, what}}
		}
		taken[key] = what
	}
	slices.SortFunc(all, func(a, b Artifact) int { return cmp.Compare(a.Name, b.Name) })
	s.Artifacts = all
	return nil
}

// A ClashError says that two artifacts would have one file name.
type ClashError struct {
	Name string
	What []string // the two, in words
}

func (e *ClashError) Error() string {
	return fmt.Sprintf("two artifacts are named %s: %s", e.Name, strings.Join(e.What, " and "))
}

// List gives the content of artifacts.json: one object of two keys.
//
//	{
//	  "schema": 1,
//	  "artifacts": [
//	    {
//	      "name": "made-1-it.pdf",      file name
//	      "path": "made-1-it.pdf",      from the folder of this list, with slashes
//	      "format": "pdf",
//	      "size": 81234,                bytes
//	      "sha256": "9f86d0…",          64 hexadecimal digits
//	      "id": "made",                 of the release
//	      "version": "1",
//	      "language": "it",             BCP 47
//	      "layout": "feature"
//	    }
//	  ]
//	}
//
// Artifacts are sorted by name. Keys may be added; those given here keep their
// meaning as long as schema is 1.
func (s *Set) List() []byte { return s.list(s.sums()) }

// sums gives the checksum of each artifact. Those of large kits take longer than
// to write them.
func (s *Set) sums() []string {
	sums := make([]string, len(s.Artifacts))
	for i, a := range s.Artifacts {
		sums[i] = a.SHA256()
	}
	return sums
}

func (s *Set) list(sums []string) []byte {
	type entry struct {
		Name     string `json:"name"`
		Path     string `json:"path"`
		Format   string `json:"format"`
		Size     int    `json:"size"`
		SHA256   string `json:"sha256"`
		ID       string `json:"id"`
		Version  string `json:"version"`
		Language string `json:"language"`
		Layout   string `json:"layout"`
	}
	list := struct {
		Schema    int     `json:"schema"`
		Artifacts []entry `json:"artifacts"`
	}{Schema: 1, Artifacts: []entry{}}
	for i, a := range s.Artifacts {
		list.Artifacts = append(list.Artifacts, entry{
			a.Name, a.Name, a.Format, len(a.Data), sums[i], a.ID, a.Version, a.Language, a.Layout,
		})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(list); err != nil {
		panic(fmt.Sprintf("kit: list of artifacts: %v", err)) // strings and numbers always encode
	}
	return b.Bytes()
}

// Checksums gives the content of checksums.txt, which `sha256sum -c` reads.
func (s *Set) Checksums() []byte { return s.checksums(s.sums()) }

func (s *Set) checksums(sums []string) []byte {
	var b bytes.Buffer
	for i, a := range s.Artifacts {
		fmt.Fprintf(&b, "%s  %s\n", sums[i], a.Name)
	}
	return b.Bytes()
}
