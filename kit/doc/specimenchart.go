package doc

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The charts of the specimen are drawn already, as those of a document are.

func specimenRing() *Chart {
	return &Chart{Kind: Ring, Points: []Point{{Label: "of it legible", Value: 97}, {Label: "the rest", Value: 3}}, Muted: Color{0xC3, 0xCA, 0xE0}, Picture: specimenDrawing("chart-legible", "Ring chart: 97% – of it legible", 454, 454,
		`<path d="M227 36.32A190.68 190.68 0 1 1 227 417.68A190.68 190.68 0 1 1 227 36.32Z" fill="none" stroke="#C3CAE0" stroke-width="72.64"/>`+
			`<path d="M211.13 36.98A190.68 190.68 0 1 1 206.98 37.37" fill="none" stroke="#EEF1FB" stroke-width="72.64"/>`+
			`<path d="M227 36.32A190.68 190.68 0 1 1 191.27 39.7" fill="none" stroke="#2540BD" stroke-width="72.64"/>`)}
}

func specimenBars() *Chart {
	return &Chart{Kind: Bars, Points: []Point{{Label: "2022", Value: 38}, {Label: "2026", Value: 61}}, Muted: Color{0x88, 0x93, 0xC0},
		Picture: specimenDrawing("chart-volunteers", "Bar chart: 61, previously 38", 1318, 227,
			`<rect x="2.5" y="0" width="1313" height="97.61" fill="#2540BD"/>`+
				`<rect x="2.5" y="129.39" width="817.93" height="97.61" fill="#8893C0"/>`)}
}

func specimenSpark() *Chart {
	tides := []struct {
		year   int
		metres float64
	}{{1986, 3.4}, {1990, 3.9}, {1994, 4.4}, {1999, 4.1}, {2006, 5}, {2013, 5.3}, {2020, 5.2}, {2025, 5.9}}
	points := make([]Point, len(tides))
	for i, t := range tides {
		points[i] = Point{Label: strconv.Itoa(t.year), Value: t.metres, At: time.Date(t.year, 1, 1, 0, 0, 0, 0, time.UTC)}
	}
	return &Chart{Kind: Spark, Points: points, Spacing: ByYear,
		Picture: specimenDrawing("chart-highest", "Line chart: from 3.4 m (1986) to 5.9 m (2025); 8 values, lowest 3.4 m, highest 5.9 m", 1318, 312,
			`<path d="M32 280L160.62 230.4L289.23 180.8L450 210.56L675.08 121.28L900.15 91.52L1125.23 101.44L1286 32" fill="none" stroke="#2540BD" stroke-width="15" stroke-linejoin="round" stroke-linecap="round"/>`+
				`<circle cx="32" cy="280" r="18" fill="#EEF1FB" stroke="#2540BD" stroke-width="15"/>`+
				`<circle cx="1286" cy="32" r="24" fill="#2540BD" stroke="#EEF1FB" stroke-width="8"/>`)}
}

// specimenCode is the QR code of https://example.org/tides.
func specimenCode() *Figure {
	rows := []uint32{ // 25 modules each, the first in the highest bit
		0x1fc957f, 0x1040b41, 0x175b15d, 0x1758c5d, 0x175d15d, 0x1054e41, 0x1fd557f, 0x0014500, 0x17c487c,
		0x18ba8a2, 0x17eef2b, 0x068a761, 0x1953ed7, 0x111c52a, 0x146f67b, 0x17363f1, 0x10ebdf4, 0x0019b18,
		0x1fcc157, 0x105751b, 0x1754ff4, 0x175a2df, 0x175460d, 0x10401b9, 0x1fd1cff,
	}
	var path strings.Builder
	for y, row := range rows {
		for x := range len(rows) {
			if row>>(len(rows)-1-x)&1 == 1 {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+4, y+4)
			}
		}
	}
	return &Figure{Role: RoleQRCode, Caption: Text{{Text: "example.org/tides", Link: "https://example.org/tides"}},
		Picture: specimenDrawing("newsroom", "QR code: online newsroom, https://example.org/tides", 33, 33,
			`<path fill="#fff" d="M0 0h33v33h-33z"/><path fill="#161b2e" d="`+path.String()+`"/>`)}
}

func specimenDrawing(id, alt string, w, h int, shapes string) *Picture {
	return &Picture{ID: id, Name: id + ".svg", Vector: true, Width: w, Height: h, Alt: alt, Focus: [2]float64{.5, .5},
		Data: fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" viewBox="0 0 %[1]d %[2]d">%[3]s</svg>`, w, h, shapes)}
}
