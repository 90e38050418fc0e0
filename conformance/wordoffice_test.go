//go:build conformance

package conformance

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/presskit-go/presskit/kit/doc"
)

// officeMade are the folders of what LibreOffice made of the Word files, by kind.
var officeMade = map[string]string{}

// officeFilters say how a kind of file is made where there are several ways, of
// which LibreOffice would take another one with Calc than without.
var officeFilters = map[string]string{"docx": "docx:Office Open XML Text"}

// officeRuns is how many LibreOffices run at a time, each on a share of the files.
const officeRuns = 2

// office converts all Word files with LibreOffice to a kind of file ("pdf",
// "docx"), and gives the folder, where they have the names that they had.
func office(t *testing.T, kind string) string {
	t.Helper()
	if folder, ok := officeMade[kind]; ok {
		return folder
	}
	root := filepath.Dir(binary)
	folder := filepath.Join(root, "office-"+kind)
	shares := make([][]string, officeRuns)
	for i, path := range docxPaths(wordFiles(t)) {
		shares[i%officeRuns] = append(shares[i%officeRuns], path)
	}
	t.Run("to "+kind, func(t *testing.T) {
		for i, share := range shares {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				profile := filepath.Join(root, "office-profile-"+strconv.Itoa(i))
				args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", cmp.Or(officeFilters[kind], kind), "--outdir", folder}
				run(t, "soffice", append(args, share...)...)
			})
		}
	})
	if t.Failed() {
		t.FailNow()
	}
	officeMade[kind] = folder
	return folder
}

// officeFile is the file that LibreOffice made of a Word file.
func officeFile(t *testing.T, f wordFile, kind string) string {
	t.Helper()
	return filepath.Join(office(t, kind), strings.TrimSuffix(filepath.Base(f.docx), ".docx")+"."+kind)
}

// TestWordInLibreOffice opens the Word files in LibreOffice, which must show them
// on as many pages as the PDF has, give or take one, and on no more than the kit is
// made to fit on; with every word of the document tree, none outside the sheet and
// none over another, no page with hardly anything where the PDF has none, and the
// titles where the PDF has them. With -report, it writes the pictures of both, side by
// side, into a folder.
func TestWordInLibreOffice(t *testing.T) {
	if *report != "" {
		writeReport(t, *report)
	}
	for _, f := range wordFiles(t) {
		t.Run(f.name, func(t *testing.T) {
			for _, problem := range officeProblems(t, f) {
				t.Error(problem)
			}
		})
	}
}

// officeProblems is what is wrong with a Word file as LibreOffice shows it.
func officeProblems(t *testing.T, f wordFile) (found []string) {
	t.Helper()
	office := officeFile(t, f, "pdf")
	shown := readPages(t, office)
	add := func(format string, values ...any) { found = append(found, fmt.Sprintf(format, values...)) }
	if want := len(readPages(t, f.pdf)); len(shown) < want-1 || len(shown) > want+1 {
		add("Word's file has %d pages, the PDF has %d", len(shown), want)
	}
	for i, page := range shown {
		for _, problem := range page.problems() {
			add("page %d: %s", i+1, problem)
		}
	}
	if bare, meant := barePages(t, office), barePages(t, f.pdf); len(bare) > len(meant) {
		add("pages with hardly anything: %v, in the PDF %v", bare, meant)
	}
	if f.doc == nil {
		return found
	}
	if most := f.doc.Pages; most > 0 && len(shown) > most {
		add("%d pages of a kit that is made for %d", len(shown), most)
	}
	return append(append(found, notShown(t, f.doc, office)...), strayTitles(t, f.doc, shown)...)
}

// shownPage is a page as poppler reads it; lengths are points.
type shownPage struct {
	Width  float64     `xml:"width,attr"`
	Height float64     `xml:"height,attr"`
	Words  []shownWord `xml:"word"`
}

type shownWord struct {
	Left   float64 `xml:"xMin,attr"`
	Top    float64 `xml:"yMin,attr"`
	Right  float64 `xml:"xMax,attr"`
	Bottom float64 `xml:"yMax,attr"`
	Text   string  `xml:",chardata"`
}

// readPages reads the words of a PDF and where they stand.
func readPages(t *testing.T, file string) []shownPage {
	t.Helper()
	out := run(t, "pdftotext", "-bbox", "-enc", "UTF-8", file, "-")
	// poppler lets characters through that XML does not have.
	out = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, out)
	var read struct {
		Pages []shownPage `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(out), &read); err != nil {
		t.Fatalf("pdftotext -bbox %s: %v", file, err)
	}
	return read.Pages
}

// What the boxes of two words may share: they reach from the highest to the
// lowest letter of the font, and tight lines let them meet.
const (
	sharedWidth  = 1.5 // points
	sharedHeight = 0.5 // of the lower of the two
)

// problems tells which words stand outside the sheet or over one another.
func (p shownPage) problems() (found []string) {
	for i, w := range p.Words {
		if w.Left < 0 || w.Top < 0 || w.Right > p.Width || w.Bottom > p.Height {
			found = append(found, "“"+w.Text+"” stands outside the sheet")
		}
		for _, v := range p.Words[:i] {
			if w.over(v) {
				found = append(found, "“"+w.Text+"” stands over “"+v.Text+"”")
			}
		}
	}
	return found
}

func (w shownWord) over(v shownWord) bool {
	if w.marked() || v.marked() {
		return false
	}
	height := min(w.Bottom, v.Bottom) - max(w.Top, v.Top)
	width := min(w.Right, v.Right) - max(w.Left, v.Left)
	return width > sharedWidth && height > sharedHeight*min(w.Bottom-w.Top, v.Bottom-v.Top)
}

// marked says that a word is a letter at most with its marks: poppler makes words of
// those of a word of joined letters, which stand over each other.
func (w shownWord) marked() bool {
	marks, others := 0, 0
	for _, r := range norm.NFD.String(w.Text) {
		if unicode.Is(unicode.Mn, r) {
			marks++
		} else {
			others++
		}
	}
	return marks > 0 && others <= 1
}

// mostPieces is into how many pieces a word may come apart, by the end of a line,
// a change of size or a mark above it.
const mostPieces = 4

// notShown finds each word of a document as often in a PDF as the document
// has it: whole, grown together with the next ones, or in pieces that follow each
// other.
func notShown(t *testing.T, d *doc.Document, file string) (problems []string) {
	t.Helper()
	shown := letters(d.Lang, run(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"))
	whole, pieces := map[string]int{}, map[string]int{}
	for i := range shown {
		whole[sorted(shown[i])]++
		for n := 2; n <= mostPieces && i+n <= len(shown); n++ {
			pieces[sorted(strings.Join(shown[i:i+n], ""))]++
		}
	}
	var other []string // words of the document that are not there whole
	for _, text := range doc.Texts(d) {
		for _, w := range letters(d.Lang, phonetic.ReplaceAllString(text, " ")) {
			if whole[sorted(w)]--; whole[sorted(w)] < 0 {
				other = append(other, w)
			}
		}
	}
	var rest strings.Builder // what is shown beside whole words
	for _, w := range shown {
		if whole[sorted(w)]--; whole[sorted(w)] >= 0 {
			rest.WriteString(w + "\n")
		}
	}
	// Long words first: a short one may stand in them.
	slices.SortStableFunc(other, func(v, w string) int { return len(w) - len(v) })
	grown := rest.String()
	for _, w := range other {
		if before, after, found := strings.Cut(grown, w); found {
			grown = before + "\n" + after
		} else if pieces[sorted(w)]--; pieces[sorted(w)] < 0 {
			problems = append(problems, fmt.Sprintf("%q is not shown, or not as often as the document has it", w))
		}
	}
	return problems
}

// phonetic is a word in letters of which poppler makes lines of their own, since they
// come from another font.
var phonetic = regexp.MustCompile(`\S*[\x{0250}-\x{02AF}]\S*`)

// letters splits text into words and keeps their letters and digits, without
// marks, signs above the line and Lao, which poppler puts elsewhere. Scripts without spaces between words have a
// word for each letter.
func letters(lang, text string) (words []string) {
	text = strings.ReplaceAll(text, "/", " ") // which may be of another font than the words at its sides
	for _, w := range fold(lang, norm.NFKD.String(text)) {
		w = strings.Map(func(r rune) rune {
			if !unicode.In(r, unicode.Lm, unicode.Lao) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return r
			}
			return -1
		}, w)
		switch {
		case strings.ContainsFunc(w, spaceless):
			words = append(words, strings.Split(w, "")...)
		case strings.ContainsFunc(w, isArabic): // digits run the other way, and are read as words of their own
			words = append(words, digits.FindAllString(w, -1)...)
			words = append(words, strings.Fields(digits.ReplaceAllString(w, " "))...)
		case w != "":
			words = append(words, w)
		}
	}
	return words
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

var digits = regexp.MustCompile(`\p{Nd}+`)

// spaceless says that words of a letter's script are not parted by spaces.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// sorted orders the letters of a word: those of Arabic ligatures, and pieces of
// lines that are read from the right, come from the tools turned around.
func sorted(word string) string {
	if strings.Trim(word, "0123456789") == "" { // 48 is not 84
		return word
	}
	r := []rune(word)
	slices.Sort(r)
	return string(r)
}
