package variable

import "encoding/binary"

// metricPlaces says where the numbers stand that MVAR varies (7.3.6): the table
// and the offset in it.
var metricPlaces = map[string]struct { // never written to
	table  string
	offset int
}{
	"hasc": {"OS/2", 68}, "hdsc": {"OS/2", 70}, "hlgp": {"OS/2", 72}, "hcla": {"OS/2", 74}, "hcld": {"OS/2", 76},
	"xhgt": {"OS/2", 86}, "cpht": {"OS/2", 88},
	"sbxs": {"OS/2", 10}, "sbys": {"OS/2", 12}, "sbxo": {"OS/2", 14}, "sbyo": {"OS/2", 16},
	"spxs": {"OS/2", 18}, "spys": {"OS/2", 20}, "spxo": {"OS/2", 22}, "spyo": {"OS/2", 24},
	"strs": {"OS/2", 26}, "stro": {"OS/2", 28},
	"hcrs": {"hhea", 18}, "hcrn": {"hhea", 20}, "hcof": {"hhea", 22},
	"undo": {"post", 8}, "unds": {"post", 10},
}

// metrics moves the numbers that MVAR varies.
func (in *instancer) metrics() error {
	t := table(in.from.Tables["MVAR"])
	if len(t) == 0 {
		return nil
	}
	const recordSize, recordCount, storeOffset, records = 6, 8, 10, 12
	s, err := in.readStore(t.from(t.u16(storeOffset)))
	if err != nil || s == nil {
		return err
	}
	size := t.u16(recordSize)
	for i := range t.u16(recordCount) {
		at := records + i*size
		if at+8 > len(t) || size < 8 {
			return errDamaged
		}
		to, known := metricPlaces[string(t[at:at+4])]
		if !known || to.offset+2 > len(in.to.Tables[to.table]) {
			continue
		}
		d := round(s.delta(t.u16(at+4), t.u16(at+6)))
		if d == 0 {
			continue
		}
		own := in.own(to.table)
		binary.BigEndian.PutUint16(own[to.offset:], uint16(own.i16(to.offset)+d))
	}
	return nil
}
