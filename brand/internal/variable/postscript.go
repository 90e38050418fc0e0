package variable

import (
	"encoding/binary"

	"github.com/presskit-go/presskit/brand/internal/cff2"
	"github.com/presskit-go/presskit/brand/internal/sfnt"
)

// isPostScript reports whether the outlines are those of the table CFF2.
func isPostScript(f *sfnt.Font) bool { return f.Flavor == sfnt.CFF && f.Tables["CFF2"] != nil }

// postScript draws all glyphs of a table CFF2 and sets their metrics. The
// instance has the table CFF.
func (in *instancer) postScript() error {
	old, err := in.horizontal()
	if err != nil {
		return err
	}
	scale := table(in.from.Tables["head"]).u16(unitsPerEm)
	if scale == 0 {
		return errDamaged
	}
	outlines, err := cff2.Parse(in.from.Tables["CFF2"], old.count)
	if err != nil {
		return err
	}
	s, err := in.readStore(outlines.Store())
	if err != nil {
		return err
	}
	advances, err := in.advances(old)
	if err != nil {
		return err
	}
	place := cff2.Place{Regions: s.regions, Spend: in.pay}
	program, boxes, err := outlines.Instance(place, cff2.Setting{
		Name: in.style.postScript(), UnitsPerEm: scale, Advances: advances, MaxSize: sfnt.MaxSize,
	})
	if err != nil {
		return err
	}
	in.to.Tables["CFF "] = program
	delete(in.to.Tables, "CFF2")
	metrics := make([]metric, old.count)
	for i := range metrics {
		metrics[i] = metric{advances[i], boxes[i][0]}
	}
	var box [4]int16
	for i, v := range cff2.Around(boxes) {
		box[i] = int16(v)
	}
	in.setHorizontal(metrics, box)

	// What OpenType asks of the tables beside CFF: no more of maxp than how many
	// glyphs there are, and no names of them in post.
	const postSize = 32
	in.to.Tables["maxp"] = binary.BigEndian.AppendUint16([]byte{0, 0, 0x50, 0}, uint16(old.count))
	if post := in.from.Tables["post"]; len(post) >= postSize {
		in.to.Tables["post"] = append([]byte{0, 3, 0, 0}, post[4:postSize]...)
	}
	return nil
}
