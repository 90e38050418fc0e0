package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/golden"
)

// chartPart gives a chart of a document and the sheet of its workbook.
func chartPart(parts map[string]string, name string) (chart, sheet string, err error) {
	dir, file := path.Split(name)
	var rels relationships
	if err := xml.Unmarshal([]byte(parts[dir+"_rels/"+file+".rels"]), &rels); err != nil || len(rels.Relationship) != 1 {
		return "", "", fmt.Errorf("%s: %d relationships: %w", name, len(rels.Relationship), err)
	}
	book, err := unpack([]byte(parts[strings.TrimPrefix(rels.Relationship[0].Target, "/")]))
	if err == nil {
		err = checkPackage(book)
	}
	return parts[name], book["xl/worksheets/sheet1.xml"], err
}

// checkCharts finds every chart of a document shown once, and in it what is in the
// cells that it names.
func checkCharts(parts map[string]string) error {
	charts, shown := 0, 0
	var errs []error
	for name, data := range parts {
		if strings.HasPrefix(name, "word/") && path.Dir(name) == "word" {
			shown += strings.Count(data, "<c:chart ")
		}
		if path.Dir(name) != "word/charts" {
			continue
		}
		charts++
		chart, sheet, err := chartPart(parts, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		cells, err := cellsOf(sheet)
		if err != nil {
			errs = append(errs, err)
		}
		ranges := rangesOf(chart)
		if len(ranges) != 3 {
			errs = append(errs, fmt.Errorf("%s names %d ranges", name, len(ranges)))
		}
		for _, r := range ranges {
			if want := cells.of(r.cells); !slices.Equal(r.values, want) {
				errs = append(errs, fmt.Errorf("%s: %s is %q, and in the sheet %q", name, r.cells, r.values, want))
			}
		}
	}
	if charts != shown {
		errs = append(errs, fmt.Errorf("%d charts, %d are shown", charts, shown))
	}
	return errors.Join(errs...)
}

// cells are the contents of a sheet by the names of its cells.
type cells map[string]string

func cellsOf(sheet string) (cells, error) {
	var read struct {
		Cells []struct {
			Name   string `xml:"r,attr"`
			Number string `xml:"v"`
			Words  string `xml:"is>t"`
		} `xml:"sheetData>row>c"`
	}
	err := xml.Unmarshal([]byte(sheet), &read)
	all := cells{}
	for _, c := range read.Cells {
		all[c.Name] = c.Number + c.Words
	}
	return all, err
}

// of gives the contents of a range, as in Sheet1!$A$2:$A$9.
func (c cells) of(name string) (values []string) {
	first, last, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(name, "Sheet1!"), "$", ""), ":")
	var column, end string
	var from, to int
	fmt.Sscanf(first, "%1s%d", &column, &from)
	if fmt.Sscanf(last, "%1s%d", &end, &to); last == "" {
		to = from
	}
	for n := from; n <= to; n++ {
		values = append(values, c[fmt.Sprint(column, n)])
	}
	return values
}

// cellRange is a range that a chart names, and what it says is in it.
type cellRange struct {
	cells  string
	values []string
}

func rangesOf(chart string) (all []cellRange) {
	type cache struct {
		Count struct {
			Val int `xml:"val,attr"`
		} `xml:"ptCount"`
		Points []struct {
			Index int    `xml:"idx,attr"`
			Value string `xml:"v"`
		} `xml:"pt"`
	}
	d := xml.NewDecoder(strings.NewReader(chart))
	for {
		token, err := d.Token()
		if err == io.EOF || err != nil {
			return all
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "strRef" && start.Name.Local != "numRef" {
			continue
		}
		var ref struct {
			F       string `xml:"f"`
			Words   cache  `xml:"strCache"`
			Numbers cache  `xml:"numCache"`
		}
		if err := d.DecodeElement(&ref, &start); err != nil {
			return all
		}
		r := cellRange{ref.F, make([]string, ref.Words.Count.Val+ref.Numbers.Count.Val)}
		for _, p := range append(ref.Words.Points, ref.Numbers.Points...) {
			r.values[p.Index] = p.Value
		}
		all = append(all, r)
	}
}

// statDocument is a document of one statistic, with a chart and a label.
func statDocument(label string, c *doc.Chart) *doc.Document {
	d := *plain()
	d.Parts = []doc.Part{{Span: 8, Blocks: []doc.Block{&doc.StatGroup{Stats: []*doc.Stat{{Value: doc.T("5"), Label: doc.T(label), Chart: c}}}}}}
	return &d
}

const firstChart = "word/charts/chart1.xml"

// Each kind of chart, with its sheet.
func TestChartGolden(t *testing.T) {
	dated := specimenChart(t, doc.Spark)
	months := *dated
	months.Spacing, months.Points = doc.ByMonth, nil
	for i, p := range dated.Points[:3] {
		p.At, p.Value = p.At.AddDate(0, i, 0), float64(i)-0.5
		months.Points = append(months.Points, p)
	}
	for name, test := range map[string]struct {
		chart *doc.Chart
		rtl   bool
	}{
		"ring": {specimenChart(t, doc.Ring), false}, "bars": {specimenChart(t, doc.Bars), false},
		"spark": {dated, false}, "spark-months-rtl": {&months, true},
	} {
		d := statDocument("gauges & <tides>", test.chart)
		d.RTL = test.rtl
		chart, sheet, err := chartPart(render(t, Format{}, d), firstChart)
		if err != nil {
			t.Fatal(err)
		}
		golden.Check(t, filepath.Join("testdata", "chart-"+name+".xml"), canonical(t, chart)+"\n"+canonical(t, sheet))
	}
}

// A chart stands in a choice, with its picture for those who do not take it, and
// the same text for both.
func TestChartsAreChoices(t *testing.T) {
	document := render(t, Format{}, specimen(t))[documentPart]
	choices := regexp.MustCompile(`<mc:AlternateContent [^>]*><mc:Choice xmlns:wp14="[^"]*" Requires="wp14">(.*?)</mc:Choice><mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>`).
		FindAllStringSubmatch(document, -1)
	choices = slices.DeleteFunc(choices, func(c []string) bool { return strings.Contains(c[1], `prst="ellipse"`) }) // portraits
	if len(choices) != 3 {
		t.Fatalf("%d choices, want 3", len(choices))
	}
	described := regexp.MustCompile(`<wp:extent [^>]*/><wp:docPr [^>]*descr="([^"]*)"`)
	size := regexp.MustCompile(`<wp:extent [^>]*/>`)
	for _, c := range choices {
		if !strings.Contains(c[1], "<c:chart ") || !strings.Contains(c[2], "<pic:pic>") || strings.Contains(c[2], "<c:chart ") {
			t.Errorf("not a chart and a picture: %s", c[0])
		}
		if a, b := described.FindStringSubmatch(c[1]), described.FindStringSubmatch(c[2]); a == nil || b == nil || a[1] != b[1] || len(a[1]) < 10 {
			t.Errorf("described as %q and %q", a, b)
		}
		if a, b := size.FindString(c[1]), size.FindString(c[2]); a != b {
			t.Errorf("the chart is %s, the picture %s", a, b)
		}
	}
}

func points(values ...float64) (all []doc.Point) {
	for i, v := range values {
		all = append(all, doc.Point{Label: fmt.Sprint("p", i), Value: v, At: time.Date(1899+i, 3, 1, 0, 0, 0, 0, time.UTC)})
	}
	return all
}

// Numbers that make no chart of Word's leave the picture.
func TestNumbersWithoutAChart(t *testing.T) {
	for name, c := range map[string]doc.Chart{
		"no share":         {Kind: doc.Ring},
		"no rest":          {Kind: doc.Ring, Points: points(97)},
		"nothing at all":   {Kind: doc.Ring, Points: points(0, 0)},
		"less than none":   {Kind: doc.Ring, Points: points(-3, 103)},
		"three bars":       {Kind: doc.Bars, Points: points(1, 2, 3)},
		"no number":        {Kind: doc.Bars, Points: points(1, math.NaN())},
		"no end":           {Kind: doc.Spark, Points: points(1, math.Inf(-1))},
		"one point":        {Kind: doc.Spark, Points: points(1)},
		"too many":         {Kind: doc.Spark, Points: make([]doc.Point, mostRows+1)},
		"too long a label": {Kind: doc.Bars, Points: []doc.Point{{Label: strings.Repeat("x", mostLetter+1)}, {Value: 2}}},
	} {
		c.Picture = specimenChart(t, doc.Bars).Picture
		parts := render(t, Format{}, statDocument("l", &c))
		if document := parts[documentPart]; parts[firstChart] != "" || strings.Contains(document, "AlternateContent") || !strings.Contains(document, "<pic:pic>") {
			t.Errorf("%s is not a picture alone", name)
		}
		if err := checkPackage(parts); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Scales begin at zero for bars, and at the lowest value for a line.
func TestChartScales(t *testing.T) {
	for _, test := range []struct {
		kind      doc.ChartKind
		values    []float64
		want, not []string
	}{
		{doc.Bars, []float64{3, 2}, []string{`<c:min val="0"/>`}, []string{"<c:max ", `<c:delete val="0"/>`}},
		{doc.Bars, []float64{-3, -2}, []string{`<c:max val="0"/>`}, []string{"<c:min "}},
		{doc.Bars, []float64{-3, 2}, []string{`<c:delete val="0"/>`}, []string{"<c:min ", "<c:max "}},
		{doc.Spark, []float64{3, 2.5, 7}, []string{`<c:min val="2.5"/>`}, []string{"<c:max ", `<c:delete val="0"/>`}},
		{doc.Spark, []float64{-3, 2}, []string{`<c:min val="-3"/>`, `<c:delete val="0"/>`}, nil},
		{doc.Spark, []float64{2, 2}, nil, []string{"<c:min ", "<c:max "}},
		{doc.Ring, []float64{40, 60}, []string{`<c:holeSize val="70"/>`, `<a:ln w="17780"`}, nil},
		{doc.Ring, []float64{100, 0}, []string{`<c:holeSize val="75"/>`}, []string{"<a:ln w="}},
	} {
		chart := render(t, Format{}, statDocument("l", &doc.Chart{Kind: test.kind, Points: points(test.values...), Picture: specimenChart(t, doc.Bars).Picture}))[firstChart]
		for _, s := range test.want {
			if !strings.Contains(chart, s) {
				t.Errorf("%s of %v has no %s", test.kind, test.values, s)
			}
		}
		for _, s := range test.not {
			if strings.Contains(chart, s) {
				t.Errorf("%s of %v has %s", test.kind, test.values, s)
			}
		}
	}
}

// A tint is the colour that it was made of, whatever the colour of the theme.
func TestTinted(t *testing.T) {
	colors := []doc.Color{{}, {R: 255, G: 255, B: 255}, {R: 128, G: 128, B: 128}, {R: 0x0A, G: 0x50, B: 0x58}, {R: 0x82, G: 0x93, B: 0x92},
		{R: 200, G: 30, B: 30}, {R: 1, G: 0, B: 254}, {R: 0xFA, G: 0xFB, B: 0xFA}, {R: 255, G: 255}}
	value := regexp.MustCompile(`<a:(\w+) val="(-?\d+)"/>`)
	for _, from := range colors {
		for _, to := range colors {
			w := &writer{m: &markup{theme: doc.Theme{Colors: map[doc.ColorName]doc.Color{doc.Primary: from}}}}
			w.tinted(doc.Primary, to)
			c := toHSL(from)
			for _, m := range value.FindAllStringSubmatch(string(w.buf), -1) {
				var v float64
				fmt.Sscan(m[2], &v)
				switch m[1] {
				case "hueOff":
					c.h = math.Mod(c.h+v/60_000+720, 360)
				case "satMod":
					c.s *= v / 100_000
				case "satOff":
					c.s += v / 100_000
				case "lumMod":
					c.l *= v / 100_000
				case "lumOff":
					c.l += v / 100_000
				default:
					t.Errorf("%s is not known", m[1])
				}
			}
			got := c.rgb()
			for i, want := range [3]uint8{to.R, to.G, to.B} {
				if math.Abs(got[i]-float64(want)) > 1 {
					t.Errorf("%s of %s is %.1f: %s", to.Hex(), from.Hex(), got, w.buf)
					break
				}
			}
		}
	}
}

// rgb gives the parts of red, green and blue, to 255.
func (c hsl) rgb() (out [3]float64) {
	chroma := (1 - math.Abs(2*c.l-1)) * c.s
	for i, shift := range []float64{0, 240, 120} {
		at := math.Mod(c.h+shift, 360) / 60
		share := min(max(math.Abs(at-3)-1, 0), 1)
		out[i] = 255 * (c.l + chroma*(share-0.5))
	}
	return out
}

func TestDayNumber(t *testing.T) {
	for day, want := range map[string]int{"1900-02-28": 0, "1900-03-01": 61, "2024-05-13": 45425, "1066-10-14": 0, "9999-12-31": 2958465} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := dayNumber(at); got != want {
			t.Errorf("%s is day %d, want %d", day, got, want)
		}
	}
}

func TestCellNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", math.Copysign(0, -1): "0", 6500: "6500", -4.5: "-4.5", 0.1: "0.1", 1e6: "1000000", 1e21: "1E+21", 5e-12: "5E-12"} {
		if got := cellNumber(v); got != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
}

func TestCellText(t *testing.T) {
	for in, want := range map[string]string{"plain": "plain", "a_x0041_b": "a_x005F_x0041_b", "_xyz": "_xyz"} {
		if got := cellText(in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}

// FuzzChart makes charts of any numbers and labels: every one is sound, and says
// what its cells say.
func FuzzChart(f *testing.F) {
	f.Add(0, 0, "label", 76.0, 24.0, 0.0, int64(0))
	f.Add(1, 0, "_x0041_ & \"<\n", -5900.0, 1e300, 0.0, int64(1))
	f.Add(2, 1, "", 1.0, 5e-324, math.MaxFloat64, int64(1<<32))
	f.Add(2, 2, "ليلة", 12.0, -138.0, 12.0, int64(-1<<31))
	f.Add(2, 3, " a ", 0.0, math.Inf(1), math.NaN(), int64(1<<30))
	f.Fuzz(func(t *testing.T, kind, spacing int, label string, a, b, c float64, at int64) {
		chart := &doc.Chart{Kind: doc.ChartKind(kind & 3 % 3), Spacing: doc.Spacing(spacing & 3), Picture: &doc.Picture{Name: "p.png", Alt: "p", Data: tinyPNG}}
		for i, v := range []float64{a, b, c}[:2+kind>>2&1] {
			chart.Points = append(chart.Points, doc.Point{Label: printable([]byte(label)), Value: v, At: time.Unix(at*int64(i+1)%(1<<37), 0).UTC()})
		}
		parts, err := tryRender(Format{}, statDocument(printable([]byte(label)), chart))
		if err != nil {
			t.Fatal(err)
		}
		if err := checkPackage(parts); err != nil {
			t.Error(err)
		}
	})
}
