package picture

import "encoding/binary"

// readGIF walks the blocks to the trailer (GIF89a specification, 23–27). The
// size is that of the logical screen; further frames are passed over.
func (p *Picture) readGIF() error {
	d := p.Data
	if len(d) < 13 {
		return truncated("the GIF ends within its header")
	}
	p.Width, p.Height = int(binary.LittleEndian.Uint16(d[6:])), int(binary.LittleEndian.Uint16(d[8:]))
	at := 13 + gifTable(d[10])
	frames := 0
	left, top, w, h := 0, 0, 0, 0 // of the first frame
	for {
		if at >= len(d) {
			return truncated("the GIF ends without its trailer")
		}
		switch d[at] {
		case 0x3b: // trailer
			if frames == 0 {
				return truncated("the GIF has no picture")
			}
			if left+w > p.Width || top+h > p.Height {
				return corrupt("the GIF's first frame reaches beyond its edges")
			}
			// What the first frame leaves open is transparent.
			p.Alpha = p.Alpha || w < p.Width || h < p.Height
			return nil
		case 0x21: // extension
			const graphicControl = 0xf9
			if frames == 0 && at+4 <= len(d) && d[at+1] == graphicControl && d[at+3]&1 != 0 {
				p.Alpha = true
			}
			at += 2
		case 0x2c: // image descriptor
			if at+10 > len(d) {
				return truncated("the GIF ends within a frame")
			}
			if frames == 0 {
				left, top = int(binary.LittleEndian.Uint16(d[at+1:])), int(binary.LittleEndian.Uint16(d[at+3:]))
				w, h = int(binary.LittleEndian.Uint16(d[at+5:])), int(binary.LittleEndian.Uint16(d[at+7:]))
			}
			frames++
			at += 10 + gifTable(d[at+9]) + 1 // and the code size
		default:
			return corrupt("the GIF has an unknown block")
		}
		for { // sub-blocks, up to an empty one
			if at >= len(d) {
				return truncated("the GIF ends within a frame")
			}
			n := int(d[at])
			at += 1 + n
			if n == 0 {
				break
			}
		}
	}
}

// gifTable gives the bytes of the colour table that a packed field announces.
func gifTable(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}
