package docx

import (
	"bytes"
	"cmp"
	"fmt"
	"image/jpeg"
	"image/png"
	"strconv"

	"golang.org/x/text/language"

	"github.com/presskit-go/presskit/kit/doc"
	"github.com/presskit-go/presskit/kit/internal/opc"
	"github.com/presskit-go/presskit/kit/internal/picture"
)

// figure builds a picture over its caption.
func (b *builder) figure(pl place, f *flow, fig *doc.Figure) {
	if fig.Picture == nil {
		b.captions(pl, f, fig)
		return
	}
	w, h := pl.width, doc.Pt(0)
	if fig.Role == doc.RoleHero {
		h = b.d.Page.HeroHeight()
	}
	if fig.Role == doc.RoleQRCode {
		w = min(w, codeSize)
	}
	style, foot := figureStyle, b.between(figureFoot)
	if fig.Role == doc.RoleQRCode {
		// The modules begin where the words do, and the free space around them is
		// room enough.
		style = b.sheet.codeStyle(w * fig.Picture.Quiet())
	} else {
		b.space(f, foot)
	}
	if fig.Role == doc.RoleHero {
		foot = b.modules(heroFoot)
	}
	p := b.para(style, place{start: pl.start})
	if d := b.picture(fig.Picture, w, h); d != nil {
		p.content = b.mark(fig.ID, []inline{d})
	}
	p.unkept = len(fig.Caption)+len(fig.Details) == 0
	*f = append(*f, p)
	b.captions(pl, f, fig)
	b.space(f, foot)
}

// captions builds the caption of a figure and the small lines under it. The
// number of a picture of a gallery hangs before them.
func (b *builder) captions(pl place, f *flow, fig *doc.Figure) {
	lines := fig.Details
	if len(fig.Caption) > 0 {
		lines = append([]doc.Text{fig.Caption}, lines...)
	}
	look := b.d.Style(doc.RoleCaption)
	measure := pl.width
	if fig.Number > 0 {
		measure -= numberIndent
	}
	for i, t := range lines {
		content := b.runs(b.evenly(t, look, measure), doc.RoleCaption)
		if fig.Number > 0 && i == 0 {
			content = append([]inline{b.pictureNumber(fig.Number), &run{text: "\t"}}, content...)
		}
		p := b.para(b.sheet.caption(fig, i == 0), pl, content...)
		p.keepNext = i < len(lines)-1 && fig.Number == 0
		*f = append(*f, p)
	}
}

// pictureNumber is the number of a picture of a gallery: a field that counts on when
// pictures are added, if it counts in the digits of the document. It counts what Word
// calls figures, whose captions, lists and cross references it offers to go on with.
func (b *builder) pictureNumber(n int) inline {
	format := run{style: b.sheet.character(doc.RoleNumber, doc.RoleCaption, nil).id}
	shown := b.d.Number(n)
	format = b.counted(format)
	if shown != strconv.Itoa(n) {
		format.text = shown
		return &format
	}
	return &field{instruction: "SEQ " + figureLabel(b.d.Lang) + ` \* ARABIC`, cached: shown, format: format}
}

// figureLabel is what Word calls a figure in a language.
func figureLabel(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return "Figure"
	}
	base, _ := tag.Base()
	if eastAsianScript(lang) == "Hant" {
		return "圖"
	}
	return cmp.Or(figureLabels[base.String()], "Figure")
}

// figureLabels are those words, where they are others than in English.
var figureLabels = map[string]string{
	"ar": "شكل", "ca": "Figura", "cs": "Obrázek", "da": "Figur", "de": "Abbildung", "el": "Εικόνα", "es": "Ilustración", "fi": "Kuva",
	"he": "איור", "hu": "ábra", "it": "Figura", "ja": "図", "ko": "그림", "nb": "Figur", "nl": "Figuur", "no": "Figur", "pl": "Rysunek",
	"pt": "Figura", "ro": "Figura", "ru": "Рисунок", "sv": "Figur", "tr": "Şekil", "uk": "Рисунок", "zh": "图",
}

// caption is the style of the first or a later line under a figure.
func (s *sheet) caption(fig *doc.Figure, first bool) string {
	base := paragraphID(doc.RoleCaption)
	name := "Caption Detail"
	switch {
	case fig.Number > 0 && first:
		return s.variant(base, "Gallery Caption", func(v *style) { v.inner, v.hanging = numberIndent, numberIndent }).id
	case fig.Number > 0:
		name = "Gallery Caption Detail"
	case first && fig.Role != doc.RoleQRCode:
		return base
	}
	return s.variant(base, name, func(v *style) {
		v.look.Before = 0
		if fig.Number > 0 {
			v.inner = numberIndent
		}
	}).id
}

// codeStyle is the style of a QR code with a free space around it.
func (s *sheet) codeStyle(quiet doc.Pt) string {
	return s.variant(figureStyle, "QR Code", func(v *style) { v.inner = -quiet }).id
}

// gallery builds rows of pictures of one shape, each with its caption in its
// cell.
func (b *builder) gallery(pl place, f *flow, g *doc.Gallery) {
	columns := max(1, min(g.Columns, 6))
	gutter := b.d.Page.Gutter
	w := (pl.width - doc.Pt(columns-1)*gutter) / doc.Pt(columns)
	aspect := g.Aspect
	if !(aspect > 0.05 && aspect < 20) {
		aspect = 1.5
	}
	t := b.layoutTable(pl)
	t.after = b.between(galleryGap)
	for i := range columns {
		t.grid = append(t.grid, w+gutter)
		if i == columns-1 {
			t.grid[i] = w
		}
	}
	for from := 0; from < len(g.Figures); from += columns {
		var r row
		for c, fig := range g.Figures[from:min(from+columns, len(g.Figures))] {
			var content flow
			if fig.Picture != nil {
				d := b.picture(fig.Picture, w, w/aspect)
				if fig.Role == doc.RoleLogo || fig.Picture.Vector {
					b.contain(d, fig, w, w/aspect)
				}
				if d != nil {
					content = append(content, b.para(b.sheet.figureInTable(), inCell(w), b.mark(fig.ID, []inline{d})...))
				}
			}
			b.captions(inCell(w), &content, fig)
			var m sides[doc.Pt]
			if from > 0 {
				m.top = b.between(galleryGap)
			}
			if c < columns-1 {
				m.end = gutter
			}
			r.cells = append(r.cells, cell{margins: m, content: b.closed(content)})
		}
		r.fill(t.grid)
		t.rows = append(t.rows, r)
	}
	if len(t.rows) > 0 {
		*f = append(*f, t)
	}
}

// containShare is how much of its frame a logo takes.
const containShare = 0.62

// contain shows a picture whole in the middle of a frame: a crop that cuts less
// than nothing. A logo has white around it, other pictures are as large as the
// frame takes them, on tint.
func (b *builder) contain(d *drawing, fig *doc.Figure, w, h doc.Pt) {
	if d == nil {
		return
	}
	m, err := b.medium(fig.Picture, w)
	if err != nil {
		b.fail(err)
		return
	}
	share := 1.0
	if fig.Role == doc.RoleLogo {
		share = containShare
		d.line, d.lineWidth = doc.Hairline, thin
	} else {
		d.fill = doc.Tint
	}
	scale := min(share*w/m.picture.Aspect(), share*h)
	x, y := (w/(scale*m.picture.Aspect())-1)/2, (h/scale-1)/2
	d.crop = [4]float64{-x, -y, -x, -y}
}

// mediaKey finds a picture that is in the package already: by its bytes, which
// are shared between its uses.
type mediaKey struct {
	first  *byte
	size   int
	across int // see mediumWithin
}

// medium is a picture in the package.
type medium struct {
	picture     *picture.Picture
	raster, svg string // part names; svg may be ""
}

// Fallbacks of vector pictures are drawn at three pixels to the point of their
// first use.
const (
	fallbackScale  = 3
	fallbackPixels = 1600 // at most, across
)

// Photographs that are stored anew have as many pixels as print can show.
const (
	photoScale   = 300.0 / 72 // pixels to the point, over the width of a sheet
	photoQuality = 90         // of JPEG
)

// medium puts a picture into the package once.
func (b *builder) medium(p *doc.Picture, width doc.Pt) (medium, error) {
	return b.mediumWithin(p, width, 0)
}

// mediumWithin is medium, of a photograph that is reduced to so many pixels across; 0 leaves
// it as it is.
func (b *builder) mediumWithin(p *doc.Picture, width doc.Pt, across int) (medium, error) {
	if len(p.Data) == 0 {
		return medium{}, fmt.Errorf("docx: picture %q is empty", p.Name)
	}
	key := mediaKey{&p.Data[0], len(p.Data), across}
	if m, ok := b.media[key]; ok {
		return m, nil
	}
	pic, err := opened(p)
	if err != nil {
		return medium{}, fmt.Errorf("docx: %w", err)
	}
	m, suffix := medium{picture: pic}, ""
	if across > 0 {
		suffix = "-" + strconv.Itoa(across)
	}
	switch {
	case pic.Format == picture.SVG:
		name := mediaFolder + pic.Sum()[:16]
		across = max(16, min(fallbackPixels, int(width*fallbackScale)))
		m.svg, m.raster = name+".svg", name+".png"
		if !b.pkg.Has(m.svg) {
			b.pkg.AddPacked(m.svg, picture.SVG.MediaType(), b.cache.text(m.svg, p.Data))
			err = b.made(m.raster, picture.PNG, strconv.Itoa(across), func() ([]byte, error) { return pic.Rasterize(across) })
		}
	case pic.Format == picture.JPEG && pic.Orientation == 1 && across == 0:
		m.raster = b.asIs(".jpeg", pic)
	case pic.Format == picture.PNG && pic.Orientation == 1 && across == 0:
		m.raster = b.asIs(".png", pic)
	case pic.Lossy() && !pic.Alpha:
		// A photograph that Word does not read, or would show turned. It does not
		// look at how a camera was held, and programs do not agree on the place of a
		// picture that is turned by markup.
		m.raster = mediaFolder + pic.Sum()[:16] + suffix + ".jpeg"
		if across == 0 {
			across = max(1, int(b.outer.Width*photoScale))
		}
		err = b.made(m.raster, picture.JPEG, strconv.Itoa(across), func() ([]byte, error) {
			img, err := pic.PixelsWithin(across)
			if err != nil {
				return nil, err
			}
			var out bytes.Buffer
			err = jpeg.Encode(&out, img, &jpeg.Options{Quality: photoQuality})
			return out.Bytes(), err
		})
	default:
		// Likewise, without loss.
		m.raster = mediaFolder + pic.Sum()[:16] + suffix + ".png"
		if across == 0 {
			across = pic.Width
		}
		err = b.made(m.raster, picture.PNG, "", func() ([]byte, error) {
			img, err := pic.PixelsWithin(across)
			if err != nil {
				return nil, err
			}
			var out bytes.Buffer
			err = png.Encode(&out, img)
			return out.Bytes(), err
		})
	}
	if err != nil {
		return medium{}, fmt.Errorf("docx: %s: %w", p.Name, err)
	}
	b.media[key] = m
	return m, nil
}

const mediaFolder = "word/media/"

// asIs puts the file of a picture into the package, once, and gives its name: made
// of the check sum that the package needs anyway, since a safer one would take as
// long as the text.
func (b *builder) asIs(extension string, pic *picture.Picture) (name string) {
	packed := opc.Store(pic.Data)
	for n := 0; ; n++ {
		name = fmt.Sprintf("%s%08x%08x%s", mediaFolder, packed.Sum(), len(pic.Data)+n, extension)
		if !b.pkg.Has(name) {
			b.pkg.AddPacked(name, pic.Format.MediaType(), packed)
			b.files[name] = pic.Data
			return name
		}
		if bytes.Equal(b.files[name], pic.Data) {
			return name
		}
	}
}

// made puts a file into the package that has to be made of a picture, and is kept
// for the next document under its name and variant.
func (b *builder) made(name string, format picture.Format, variant string, fill func() ([]byte, error)) error {
	if b.pkg.Has(name) {
		return nil
	}
	packed, err := b.cache.file(name+" "+variant, fill)
	if err != nil {
		return err
	}
	b.pkg.AddPacked(name, format.MediaType(), packed)
	return nil
}

// picture places a picture. A height of zero is that of its proportions, within
// most of a page; otherwise it is cropped around its focus. A picture that
// cannot be read fails the document and gives nil.
func (b *builder) picture(p *doc.Picture, w, h doc.Pt) *drawing {
	m, err := b.medium(p, w)
	if err != nil {
		b.fail(err)
		return nil
	}
	d := b.drawing(p, w, h)
	if h == 0 {
		const most = 0.6 // of the text height
		if pixels := doc.Pt(m.picture.Width); !p.Vector && w > pixels {
			w = pixels // never larger than one point to the pixel
		}
		d.width, d.height = w, w/m.picture.Aspect()
		if limit := most * b.textHeight(); d.height > limit {
			d.width, d.height = limit*m.picture.Aspect(), limit
		}
	} else {
		d.cropTo(m.picture, p.Focus)
	}
	return b.placed(d, m)
}

// cropTo leaves of a picture what has the proportions of the drawing, around a focus.
func (d *drawing) cropTo(p *picture.Picture, focus [2]float64) {
	x0, y0, x1, y1 := p.Crop(d.width/d.height, focus)
	if x0 > 0 || y0 > 0 || x1 < 1 || y1 < 1 {
		d.crop = [4]float64{x0, y0, 1 - x1, 1 - y1}
	}
}

// drawing numbers a picture and describes it.
func (b *builder) drawing(p *doc.Picture, w, h doc.Pt) *drawing {
	b.drawings++
	d := &drawing{id: b.drawings, name: b.clean(p.Name), alt: b.clean(p.Alt), decorative: p.Decorative, width: w, height: h}
	if d.name == "" {
		d.name = "Picture " + strconv.Itoa(int(b.drawings))
	}
	return d
}

// placed relates a drawing to its picture.
func (b *builder) placed(d *drawing, m medium) *drawing {
	d.width, d.height = max(d.width, 1), max(d.height, 1)
	d.raster = b.pkg.Relate(b.part, officeRel+"image", m.raster)
	if m.svg != "" {
		d.svg = b.pkg.Relate(b.part, officeRel+"image", m.svg)
	}
	return d
}
