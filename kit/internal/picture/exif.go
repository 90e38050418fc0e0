package picture

import "encoding/binary"

// exifOrientation reads tag 0x0112 of the first directory of an EXIF block,
// given from its TIFF header on (CIPA DC-008, 4.6.4). Anything unreadable
// counts as upright: cameras and editors write too much nonsense here for it to
// be an error.
func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	n := uint64(order.Uint16(tiff[at:]))
	for i := range n {
		entry := at + 2 + 12*i
		if entry+12 > uint64(len(tiff)) {
			return 1
		}
		e := tiff[entry:]
		const short = 3
		if order.Uint16(e) != 0x0112 || order.Uint16(e[2:]) != short || order.Uint32(e[4:]) != 1 {
			continue
		}
		if v := order.Uint16(e[8:]); v >= 1 && v <= 8 {
			return int(v)
		}
		return 1
	}
	return 1
}
