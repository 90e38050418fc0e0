package picture

import (
	"bytes"
	"encoding/binary"
)

// jpegHeader keeps what decides about embedding a JPEG untouched.
type jpegHeader struct {
	components int
	ids        [4]byte // component identifiers of the frame
	adobe      bool    // an Adobe APP14 segment is there
	transform  byte    // its colour transform: 0 none, 1 YCbCr, 2 YCCK
	jfif       bool
	// What decides about the memory for decoding: coefficients are kept of a
	// progressive file, and colour has fewer pixels than light.
	progressive, subsampled bool
	icc                     map[byte][]byte // parts of the profile by their number
	iccSize                 int
	tables                  jpegTables
}

// profile joins the parts of the profile (ISO 15076-1, B.4).
func (h *jpegHeader) profile() []byte {
	if h.iccSize > maxProfile {
		return nil
	}
	var out []byte
	for i := range len(h.icc) {
		out = append(out, h.icc[byte(i+1)]...)
	}
	return out
}

// passthrough refuses four components, because PDF/A wants them converted, and
// the rare RGB file without an Adobe segment, which viewers take for YCbCr.
func (h *jpegHeader) passthrough() bool {
	if h.components == 3 && !h.adobe && !h.jfif && string(h.ids[:3]) == "RGB" {
		return false
	}
	return h.components == 1 || h.components == 3
}

// Markers of JPEG (ITU-T T.81, table B.1).
const (
	jpegSOF0  = 0xc0
	jpegSOF1  = 0xc1
	jpegSOF2  = 0xc2
	jpegDHT   = 0xc4
	jpegJPG   = 0xc8
	jpegDAC   = 0xcc
	jpegSOF15 = 0xcf
	jpegRST0  = 0xd0
	jpegRST7  = 0xd7
	jpegSOI   = 0xd8
	jpegEOI   = 0xd9
	jpegSOS   = 0xda
	jpegDQT   = 0xdb
	jpegDHP   = 0xde
	jpegEXP   = 0xdf
	jpegAPP0  = 0xe0
	jpegAPP1  = 0xe1
	jpegAPP2  = 0xe2
	jpegAPP14 = 0xee
	jpegAPP15 = 0xef
	jpegCOM   = 0xfe
	jpegTEM   = 0x01
)

// readJPEG walks the markers to the end-of-image marker. Bytes after that are
// allowed: telephones append further pictures there.
func (p *Picture) readJPEG() error {
	d := p.Data
	h := &jpegHeader{}
	p.jpeg = h
	var frame, scan, exif bool
	for at := 2; ; {
		marker, next, ok := jpegMarker(d, at)
		if !ok {
			return truncated("the JPEG ends without its end marker")
		}
		if !scan && d[at] != 0xff {
			return corrupt("the JPEG has bytes between its headers that belong to none")
		}
		at = next
		if marker == jpegEOI {
			break
		}
		if jpegReserved(marker) {
			return corrupt("the JPEG has a marker that means nothing")
		}
		if marker == jpegTEM || marker >= jpegRST0 && marker <= jpegSOI {
			continue // without a length
		}
		if at+2 > len(d) {
			return truncated("the JPEG ends within a header")
		}
		size := int(binary.BigEndian.Uint16(d[at:]))
		if size < 2 {
			return corrupt("the JPEG has a segment without a length")
		}
		if at+size > len(d) {
			return truncated("the JPEG ends within a header")
		}
		body := d[at+2 : at+size]
		at += size
		switch {
		case marker == jpegSOF0, marker == jpegSOF1, marker == jpegSOF2:
			if frame {
				return corrupt("the JPEG has two frames")
			}
			frame = true
			h.progressive = marker == jpegSOF2
			if err := p.readJPEGFrame(body); err != nil {
				return err
			}
		case marker == jpegDQT && !h.tables.quantization(body), marker == jpegDHT && !h.tables.codes(body):
			return corrupt("the JPEG has a damaged table")
		case marker > jpegSOF2 && marker <= jpegSOF15 && marker != jpegDHT && marker != jpegDAC:
			return unsupported("export it as baseline JPEG", "the JPEG uses a lossless or arithmetic coding that viewers do not read")
		case marker == jpegAPP0 && bytes.HasPrefix(body, []byte("JFIF\x00")):
			h.jfif = true
		case marker == jpegAPP1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) && !exif:
			exif = true
			p.Orientation = exifOrientation(body[6:])
		case marker == jpegAPP2 && len(body) > 14 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")):
			if h.icc == nil {
				h.icc = map[byte][]byte{}
			}
			h.icc[body[12]] = body[14:]
			h.iccSize += len(body) - 14
		case marker == jpegAPP14 && len(body) >= 12 && bytes.HasPrefix(body, []byte("Adobe")):
			h.adobe, h.transform = true, body[11]
		case marker == jpegSOS:
			if !frame {
				return corrupt("the JPEG has pixels before its size")
			}
			scan = true
			if !h.tables.scan(body, h.ids, h.components, h.progressive) {
				return corrupt("the JPEG has pixels for which a table is missing")
			}
		}
	}
	if !frame || !scan {
		return truncated("the JPEG ends before its pixels")
	}
	p.profile = usefulProfile(h.profile(), p.Components)
	return nil
}

// jpegReserved reports whether a marker is one without a meaning, which stops
// decoders: damage in the midst of pixels looks like that.
func jpegReserved(marker byte) bool {
	return marker < jpegSOF0 && marker != jpegTEM || marker == jpegJPG ||
		marker == jpegDHP || marker == jpegEXP || marker > jpegAPP15 && marker < jpegCOM
}

// jpegMarker finds the next marker from at on, passing over entropy-coded data,
// and gives the position after it.
func jpegMarker(d []byte, at int) (marker byte, next int, ok bool) {
	for at < len(d) {
		i := bytes.IndexByte(d[at:], 0xff)
		if i < 0 {
			break
		}
		at += i + 1
		for at < len(d) && d[at] == 0xff { // fill bytes
			at++
		}
		if at < len(d) && d[at] != 0 { // ff 00 is a data byte ff
			return d[at], at + 1, true
		}
	}
	return 0, len(d), false
}

// readJPEGFrame reads the frame header (ITU-T T.81, B.2.2).
func (p *Picture) readJPEGFrame(b []byte) error {
	if len(b) < 6 || len(b) < 6+3*int(b[5]) {
		return corrupt("the JPEG has a short frame header")
	}
	if b[0] != 8 {
		return unsupported("export it with 8 bits", "the JPEG has %d bits per colour", b[0])
	}
	p.Height = int(binary.BigEndian.Uint16(b[1:]))
	p.Width = int(binary.BigEndian.Uint16(b[3:]))
	if p.Height == 0 {
		return unsupported("export it again", "the JPEG leaves its height open")
	}
	n := int(b[5])
	if n != 1 && n != 3 && n != 4 {
		return unsupported("export it as RGB", "the JPEG has %d colour components", n)
	}
	p.Components, p.jpeg.components = n, n
	if !p.jpeg.tables.frame(b[6 : 6+3*n]) {
		return corrupt("the JPEG has a damaged frame header")
	}
	for i := range n {
		p.jpeg.ids[i] = b[6+3*i]
	}
	p.jpeg.subsampled = n == 3 && b[7] == 0x22 && b[10] == 0x11 && b[13] == 0x11
	return nil
}
