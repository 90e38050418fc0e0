//go:build conformance

package conformance

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// cached gives the contents of a range of cells as a chart has them.
func (e embedded) cached(element string) (values []string) {
	e.chart.all(func(n *xmlNode) {
		if n.name.Space != chartNS || n.name.Local != element {
			return
		}
		format := ""
		n.all(func(below *xmlNode) {
			switch below.name.Local {
			case "ptCount":
				count, _ := strconv.Atoi(below.get("val"))
				values = make([]string, count)
			case "pt":
				at, _ := strconv.Atoi(below.get("idx"))
				values[at] = asShown(below.plain(), format)
			case "formatCode":
				format = below.plain()
			}
		})
	})
	return values
}

// asShown gives a cell as a sheet shows it: a number in the format of dates is the
// day of that number.
func asShown(value, format string) string {
	layout, ok := map[string]string{`yyyy\-mm`: "2006-01", `yyyy\-mm\-dd`: time.DateOnly}[format]
	days, err := strconv.Atoi(value)
	if !ok || err != nil {
		return value
	}
	return time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC).Format(layout)
}

// TestWordWorkbooksInLibreOffice opens the workbooks of charts in LibreOffice, which
// must read in their cells what the charts have.
func TestWordWorkbooksInLibreOffice(t *testing.T) {
	all := workbooks(t)
	folder := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", "--outdir", folder} // UTF-8, numbers as they are
	for _, e := range all {
		args = append(args, e.file)
	}
	run(t, "soffice", args...)
	for _, e := range all {
		t.Run(e.name, func(t *testing.T) {
			f, err := os.Open(filepath.Join(folder, strings.TrimSuffix(filepath.Base(e.file), ".xlsx")+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			rows, err := csv.NewReader(f).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			title, labels, values := e.cached("tx"), e.cached("cat"), e.cached("val")
			if len(title) != 1 || len(labels) != len(values) || len(rows) != len(values)+1 {
				t.Fatalf("%d rows, the chart has %d titles, %d labels, %d values", len(rows), len(title), len(labels), len(values))
			}
			if want := []string{"", title[0]}; !slices.Equal(rows[0], want) {
				t.Errorf("the first row is %q, want %q", rows[0], want)
			}
			for i, row := range rows[1:] {
				if row[0] != labels[i] || !sameNumber(row[1], values[i]) {
					t.Errorf("row %d is %q, the chart has %q and %q", i+2, row, labels[i], values[i])
				}
			}
		})
	}
}

func sameNumber(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err == nil && err2 == nil && x == y
}
