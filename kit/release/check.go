package release

import (
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/internal/markup"
	"github.com/presskit-go/presskit/kit/source"
)

// The bounds of all Markdown of a release together; see [markup.MaxBrackets] and
// [markup.MaxDelimiters].
const (
	maxBrackets   = 10_000  // opening square brackets
	maxDelimiters = 100_000 // * and _
)

// maxHints is for how many broken references it is guessed what was meant.
const maxHints = 50

// maxEntries is how many entries one list or map of a release may hold.
const maxEntries = 1000

// checker validates one release.
type checker struct {
	r    *Release
	doc  *source.Doc
	fsys fs.FS
	list *diag.List

	parsed []parsedText
	byText map[*source.Text]*markup.Doc
	known  map[reflect.Type][]field // the types walked along so far

	brackets   int  // opening square brackets in all Markdown so far
	delimiters int  // * and _ in it
	full       bool // there were too many: no more Markdown is parsed
	hints      int  // references that were guessed at

	// The ids that references may name.
	companies, persons, pictures, quoteIDs, statisticIDs, groups []string
}

// parsedText is a Markdown field and what it was parsed into.
type parsedText struct {
	path string
	doc  *markup.Doc
}

func newChecker(r *Release, doc *source.Doc, fsys fs.FS, list *diag.List) *checker {
	return &checker{
		r: r, doc: doc, fsys: fsys, list: list,
		byText: map[*source.Text]*markup.Doc{}, known: map[reflect.Type][]field{},
	}
}

// checks lists the checks in the order in which they run; the list of
// diagnostics is sorted by place afterwards.
func (c *checker) checks() []func() {
	return []func(){
		c.control,       // version of the format, language, times, links
		c.translations,  // paths to other definitions
		c.story,         // headline, dateline, body
		c.organizations, // names, addresses, logos
		c.people,        // names, addresses, portraits
		c.contacts,      // a person or a name
		c.quotes,        // ids, speakers
		c.pullQuotes,    // words that stand in the text
		c.statistics,    // ids, values, charts
		c.sections,      // fact sheet, timeline, questions, awards, boilerplate
		c.media,         // paths, descriptions
		c.references,    // what directives and pictures in Markdown name
		c.figures,       // figures of the prose against the statistics
	}
}

// report adds an error.
func (c *checker) report(span diag.Span, rule, format string, args ...any) *diag.Diagnostic {
	return c.list.Add(span, rule, format, args...)
}

// required reports a field that is missing or blank. Field is the name within the
// struct at p. A field of a wrong type was reported already.
func (c *checker) required(p source.Place, field string, given bool) {
	path := join(p.Path, field)
	switch {
	case given:
	case !c.doc.Has(path) && c.merged(p): // maybe the merge key was to give it
	case !c.doc.Has(path):
		span := diag.Start(c.doc.Source)
		if p.Path != "" {
			span = c.head(p)
		}
		c.report(span, "required", "%s is missing", source.Quote(path))
	default:
		if n := c.doc.At(path); !c.reported(n) {
			c.report(n, "required", "%s is empty", source.Quote(path))
		}
	}
}

// merged reports whether a merge key was refused in the value at p.
func (c *checker) merged(p source.Place) bool {
	for _, d := range *c.list {
		if d.Rule == "merge-key" && d.Span.Start >= p.Span.Start && d.Span.Start < p.Span.End {
			return true
		}
	}
	return false
}

// head returns where a value begins: its key, or its first line.
func (c *checker) head(p source.Place) diag.Span {
	if key := c.doc.KeyAt(p.Path); key != p.Span {
		return key
	}
	return p.Span
}

// reported reports whether an error stands at a place already.
func (c *checker) reported(span diag.Span) bool {
	for _, d := range *c.list {
		if d.Span.Start == span.Start && d.Span.Source == span.Source {
			return true
		}
	}
	return false
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}

// limit reports a list that is too long, and returns how much of it to look at.
func (c *checker) limit(field string, n int) int {
	if n > maxEntries {
		c.report(c.doc.KeyAt(field), "too-many", "%s holds %d entries; at most %d are taken", source.Quote(field), n, maxEntries)
		return maxEntries
	}
	return n
}

// reference reports an id that is not among those known.
func (c *checker) reference(id source.Text, what string, known []string) {
	if !id.Given() || id.Value == "" || contains(known, id.Value) {
		return
	}
	d := c.report(id.Span, "unknown-reference", "there is no %s %s", what, source.Quote(id.Value))
	if c.hints++; len(known) > 0 && c.hints <= maxHints {
		d.Hint = source.Hint(id.Value, known)
	}
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// ids checks the ids of a list: present, slugs, each once.
type ids struct {
	c    *checker
	seen map[string]diag.Span
}

func (c *checker) newIDs() ids { return ids{c, map[string]diag.Span{}} }

func (s ids) add(p source.Place, id source.Text) {
	s.c.required(p, "id", id.Value != "")
	if id.Value == "" {
		return
	}
	s.c.slug(id)
	if first, ok := s.seen[id.Value]; ok {
		s.c.report(id.Span, "duplicate-id", "the id %s is taken", source.Quote(id.Value)).
			Hint = "first given in line " + strconv.Itoa(first.Position().Line)
		return
	}
	s.seen[id.Value] = id.Span
}

// texts puts build variables into all plain texts and parses all Markdown.
func (c *checker) texts() {
	c.walk(reflect.ValueOf(c.r).Elem(), make(trail, 0, maxTrail))
	c.companies = c.r.Organizations.Keys()
	c.persons = c.r.People.Keys()
	c.pictures = c.r.Media.Keys()
	c.quoteIDs = c.r.quoteIDs()
	c.statisticIDs = c.r.statisticIDs()
	c.groups = slices.DeleteFunc(c.r.Groups(), func(g string) bool { return g == "" })
}

// maxTrail is how deep most releases are; a trail that goes deeper grows.
const maxTrail = 16

// trail is the way to a field. Its path is put together only where it is needed.
type trail []step

// step leads to a field, or to an entry of a list, whose key is "".
type step struct {
	key   string
	index int
}

// String returns the field path.
func (t trail) String() string {
	path := ""
	for _, s := range t {
		if s.key == "" {
			path += "[" + strconv.Itoa(s.index) + "]"
		} else {
			path = join(path, s.key)
		}
	}
	return path
}

// last returns the key that the path ends with, without an index.
func (t trail) last() string {
	for _, s := range slices.Backward(t) {
		if s.key != "" {
			return s.key
		}
	}
	return ""
}

func (c *checker) walk(v reflect.Value, path trail) {
	switch p := v.Addr().Interface().(type) {
	case *source.Text:
		text, list := markup.Plain(*p, c.r.Vars)
		*p = text
		*c.list = append(*c.list, list...)
		c.short(*p, path)
		return
	case *Inline:
		c.short(p.Text, path)
		c.parse(&p.Text, path, true)
		return
	case *Blocks:
		c.parse(&p.Text, path, false)
		return
	case *source.Place, *diag.Span, *source.Date, *source.Number, *source.Integer, *source.Flag:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range c.fields(v.Type()) {
			switch field := v.Field(f.index); {
			case field.IsZero(): // was not given
			case f.key == "":
				c.walk(field, path)
			default:
				c.walk(field, append(path, step{key: f.key}))
			}
		}
	case reflect.Slice:
		isMap := v.Type().Implements(reflect.TypeFor[interface{ Keys() []string }]())
		for i := range min(v.Len(), maxEntries) {
			to := step{index: i}
			if isMap {
				to.key = v.Index(i).FieldByName("Key").String()
			}
			c.walk(v.Index(i), append(path, to))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			c.walk(v.Elem(), path)
		}
	}
}

// field is a field of a struct that the format knows; its key is "" if it is
// embedded.
type field struct {
	index int
	key   string
}

// fields lists the fields of a type. Reading their tags takes longer than
// walking along them.
func (c *checker) fields(t reflect.Type) []field {
	list, ok := c.known[t]
	if ok {
		return list
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if key := f.Tag.Get("key"); f.IsExported() && key != "-" {
			list = append(list, field{i, key})
		}
	}
	c.known[t] = list
	return list
}

func (c *checker) parse(t *source.Text, path trail, inline bool) {
	if !t.Given() {
		return
	}
	if c.full {
		return
	}
	key := writing(*t, inline)
	if doc := c.r.parsed[key]; doc != nil { // an alias gives it more than once
		c.byText[t] = doc
		return
	}
	parse := markup.Blocks
	if inline {
		parse = markup.Inline
	}
	if c.brackets += strings.Count(t.Value, "["); c.brackets > maxBrackets {
		c.report(t.Span, "too-large", "the texts hold more than %d square brackets together", maxBrackets)
		c.full = true
		return
	}
	if c.delimiters > maxDelimiters {
		c.report(t.Span, "too-large", "the texts hold more than %d of the characters * and _ together", maxDelimiters)
		c.full = true
		return
	}
	doc, list := parse(*t, c.r.Vars)
	c.delimiters += strings.Count(t.Value, "*") + strings.Count(t.Value, "_")
	for _, d := range list {
		// A bad character that an escape brought in was reported by source.
		if d.Rule != "forbidden-character" || !c.reported(d.Span) {
			*c.list = append(*c.list, d)
		}
	}
	c.parsed = append(c.parsed, parsedText{path.String(), doc})
	c.byText[t] = doc
	c.r.parsed[key] = doc
}

// paragraphs returns the paragraphs of a Markdown field with their places.
func (c *checker) paragraphs(t *source.Text) []source.Text {
	if doc := c.byText[t]; doc != nil {
		return doc.Paragraphs()
	}
	return nil
}
