//go:build conformance

package conformance

import (
	"flag"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// report is where make sidebyside wants its pages.
var report = flag.String("report", "", "write the PDFs and what LibreOffice shows of the Word files, side by side, into this `folder`")

// reportResolution is that of the pictures, in pixels per inch.
const reportResolution = "70"

// sides are the pictures of two files by page; one may have more.
type sides struct {
	Name  string
	Pages [][2]string // of the PDF, of the Word file; "" if it has ended
}

var reportPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>PDF and Word side by side</title>
<style>
body { margin: 2rem; font: 1rem/1.4 system-ui, sans-serif; background: #e7e7e7; color: #222 }
div { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; max-width: 90rem; margin-bottom: 1rem }
img { width: 100%; background: #fff; box-shadow: 0 1px 4px #0004 }
</style>
<h1>PDF (left) and Word, as LibreOffice shows it (right)</h1>
{{range .}}<h2>{{.Name}}</h2>
{{$name := .Name}}{{range $i, $page := .Pages}}<div>{{range $page}}<span>{{if .}}<img loading="lazy" src="{{.}}" alt="{{$name}}, {{.}}">{{end}}</span>{{end}}</div>
{{end}}{{end}}`))

// writeReport writes index.html and the pictures that it shows.
func writeReport(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	var all []sides
	for _, f := range wordFiles(t) {
		s := sides{Name: f.name}
		left := pictures(t, folder, f.name+"-pdf", f.pdf)
		right := pictures(t, folder, f.name+"-word", officeFile(t, f, "pdf"))
		for i := range max(len(left), len(right)) {
			var pair [2]string
			if i < len(left) {
				pair[0] = left[i]
			}
			if i < len(right) {
				pair[1] = right[i]
			}
			s.Pages = append(s.Pages, pair)
		}
		all = append(all, s)
	}
	index := filepath.Join(folder, "index.html")
	out, err := os.Create(index)
	if err != nil {
		t.Fatal(err)
	}
	if err := reportPage.Execute(out, all); err != nil {
		t.Error(err)
	}
	if err := out.Close(); err != nil {
		t.Error(err)
	}
	t.Logf("written: %s", index)
}

// pictures draws the pages of a PDF into a folder and names the files in order.
func pictures(t *testing.T, folder, stem, file string) (names []string) {
	t.Helper()
	old, err := filepath.Glob(filepath.Join(folder, stem+"-*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range old {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
	run(t, "pdftoppm", "-r", reportResolution, "-png", file, filepath.Join(folder, stem))
	for _, f := range kitFiles(t, folder, stem+"-*.png") {
		names = append(names, filepath.Base(f))
	}
	slices.Sort(names) // poppler pads the numbers
	return names
}
