package compose

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/picture"
	"github.com/presskit-go/presskit/kit/release"
)

// maxPictures bounds the bytes of all pictures of a release together.
const maxPictures = 256 << 20

// picture loads a picture of the release once; nil if there is none or it
// cannot be shown, which is then reported.
func (c *composer) picture(id string) *doc.Picture {
	m := c.rel.Media.Get(id)
	if m == nil {
		return nil
	}
	if p, ok := c.pictures[id]; ok {
		return p
	}
	p := c.load(id, m)
	c.pictures[id] = p
	return p
}

func (c *composer) load(id string, m *release.Media) *doc.Picture {
	if m.File == "" || c.in.FS == nil {
		return nil // reported when the release was read
	}
	file := c.in.Cache.pictures().room()
	if err := c.read(file, m.File); err != nil {
		d := c.list.Add(m.Path.Span, "missing-media", "%s cannot be read: %v", m.Path.Value, reason(err))
		d.Kind = diag.Missing
		return nil
	}
	if c.bytes += int64(file.Len()); c.bytes > maxPictures {
		c.list.Add(m.Path.Span, "too-large", "the pictures have more than %d MB together", maxPictures>>20).
			Hint = "a press kit shows pictures small; put smaller ones in it and link to the originals"
		return nil
	}
	name := path.Base(m.File)
	pic, err := c.in.Cache.pictures().open(name, file.Bytes())
	c.in.Cache.pictures().giveBack(file, pic)
	if err != nil {
		message, hint := complaint(err)
		c.list.Add(m.Path.Span, "bad-picture", "%s cannot be used: %s", m.Path.Value, message).Hint = hint
		return nil
	}
	if pic.Warning != "" {
		d := c.list.Add(m.Path.Span, "picture-name", "%s: %s", m.Path.Value, pic.Warning)
		d.Severity = diag.Warning
	}
	out := &doc.Picture{
		ID: id, Name: name, Data: pic.Data,
		Width: pic.Width, Height: pic.Height, Vector: pic.Format == picture.SVG,
		Decorative: m.Decorative, Opened: pic,
	}
	if !m.Decorative {
		out.Alt = c.tidyTrim(m.Alt.Value)
	}
	out.Focus[0], out.Focus[1] = m.FocusPoint()
	return out
}

// read reads a file, but no more than a picture may have.
func (c *composer) read(b *bytes.Buffer, name string) error {
	f, err := c.in.FS.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil { // else the buffer grows, which copies photographs about
		b.Grow(int(min(max(info.Size(), 0), picture.MaxBytes)) + bytes.MinRead)
	}
	_, err = b.ReadFrom(io.LimitReader(f, picture.MaxBytes+1))
	return err
}

// reason is an error without the path that the diagnostic names already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// open opens a picture and makes sure that a drawing can be drawn, so that every
// format can show what the document holds.
func open(name string, data []byte) (*picture.Picture, error) {
	p, err := picture.Open(name, data)
	if err == nil && p.Format == picture.SVG {
		_, err = p.Vector()
	}
	return p, err
}

// complaint gives the words of a picture's error without its name.
func complaint(err error) (message, hint string) {
	var bad *picture.Error
	if !errors.As(err, &bad) {
		return err.Error(), ""
	}
	if bad.Line > 0 {
		return fmt.Sprintf("%s (line %d)", bad.Message, bad.Line), bad.Hint
	}
	return bad.Message, bad.Hint
}

// figure sets a picture with its caption into the text.
func (c *composer) figure(id string, role doc.Role) []doc.Block {
	p := c.picture(id)
	if p == nil {
		return nil
	}
	m := c.rel.Media.Get(id)
	f := &doc.Figure{Role: role, Picture: p, Caption: runIn(c.inline(m.Caption))}
	for _, s := range []string{c.rights(m), c.usage(id, m)} {
		if s != "" {
			f.Caption = appendSentence(f.Caption, s)
		}
	}
	return []doc.Block{f}
}

// rights names maker, owner and licence of a picture.
func (c *composer) rights(m *release.Media) string {
	credit, copyright := withoutTwin(c.tidyTrim(m.Credit.Value), c.tidyTrim(m.Copyright.Value))
	var parts []string
	for _, s := range []string{credit, copyright, c.tidyTrim(m.License.Value)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, c.comma())
}

// withoutTwin drops the one of credit and copyright that the other says already.
func withoutTwin(credit, copyright string) (string, string) {
	switch {
	case strings.Contains(credit, copyright):
		return credit, ""
	case strings.Contains(copyright, credit):
		return "", copyright
	}
	return credit, copyright
}

// maxUsage is the longest text, in characters, on the use of a picture that is
// set under it where the gallery prints it too.
const maxUsage = 90

// usage says how a picture may be used.
func (c *composer) usage(id string, m *release.Media) string {
	s := c.tidyTrim(m.UsageTerms.Value)
	if utf8.RuneCountInString(s) > maxUsage && c.inGallery(id) {
		return ""
	}
	return s
}

// appendSentence adds words after a text, and the full stop that is missing.
func appendSentence(t doc.Text, s string) doc.Text {
	if len(t) == 0 {
		return doc.T(s)
	}
	last, _ := utf8.DecodeLastRuneInString(t.Plain())
	switch {
	case unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.In(last, unicode.Pe, unicode.Pf):
		s = ". " + s
	case last != '。': // which has its space within
		s = " " + s
	}
	return append(t, doc.Run{Text: s})
}

// runIn makes strong words at the beginning of a caption its run-in head.
func runIn(t doc.Text) doc.Text {
	for i := range t {
		if !t[i].Strong {
			break
		}
		t[i].Strong, t[i].Role = false, doc.RoleRunIn
	}
	return t
}

// maxRunIn is the longest first sentence, in characters, that is set as a
// run-in head without the author asking for it.
const maxRunIn = 60

// titled makes the first sentence of a caption its run-in head, if it is short
// and the author has marked none.
func titled(t doc.Text) doc.Text {
	t = runIn(t)
	if len(t) == 0 || t[0].Role == doc.RoleRunIn || t[0].Emph || t[0].Code || t[0].Link != "" {
		return t
	}
	head, rest, found := strings.Cut(t[0].Text, ". ")
	if found {
		head += "."
	} else if len(t) > 1 {
		return t
	}
	if utf8.RuneCountInString(head) > maxRunIn {
		return t
	}
	first := t[0]
	first.Text, first.Role = head, doc.RoleRunIn
	if !found {
		return doc.Text{first}
	}
	t[0].Text = " " + rest
	return append(doc.Text{first}, t...)
}

// portraitsAndLogos lists the pictures that people and organizations show.
func (c *composer) portraitsAndLogos() map[string]bool {
	used := map[string]bool{}
	for i := range c.rel.People {
		used[c.rel.People[i].Value.Portrait.Value] = true
	}
	for i := range c.rel.Organizations {
		used[c.rel.Organizations[i].Value.Logo.Value] = true
	}
	return used
}
