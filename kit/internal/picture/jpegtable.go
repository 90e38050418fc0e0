package picture

// jpegTables keeps which tables a JPEG has defined so far, so that a file that
// viewers cannot decode is found before it goes into a document as it is.
type jpegTables struct {
	quant   [4]bool
	huffman [2][4]bool // of DC and AC coefficients
	used    []byte     // quantization tables of the frame's components
}

// quantization reads a DQT segment (ITU-T T.81, B.2.4.1).
func (t *jpegTables) quantization(b []byte) bool {
	for len(b) > 0 {
		precision, id := b[0]>>4, b[0]&15
		size := 1 + 64*(1+int(precision))
		if precision > 1 || id > 3 || len(b) < size {
			return false
		}
		t.quant[id] = true
		b = b[size:]
	}
	return true
}

// codes reads a DHT segment (B.2.4.2).
func (t *jpegTables) codes(b []byte) bool {
	const head = 17
	for len(b) > 0 {
		if len(b) < head || b[0]>>4 > 1 || b[0]&15 > 3 {
			return false
		}
		total, left := 0, 1 // codes, and how many more of a length there can be
		for _, n := range b[1:head] {
			total += int(n)
			if left = 2*left - int(n); left < 0 {
				return false
			}
		}
		if total > 256 || len(b) < head+total {
			return false
		}
		t.huffman[b[0]>>4][b[0]&15] = true
		b = b[head+total:]
	}
	return true
}

// frame reads the components of a frame header (B.2.2).
func (t *jpegTables) frame(components []byte) bool {
	for ; len(components) >= 3; components = components[3:] {
		h, v, q := components[1]>>4, components[1]&15, components[2]
		if h < 1 || h > 4 || v < 1 || v > 4 || q > 3 {
			return false
		}
		t.used = append(t.used, q)
	}
	return true
}

// scan reads a scan header (B.2.3) and reports whether its tables are there. In
// a progressive file a scan has the tables of its own coefficients alone.
func (t *jpegTables) scan(b []byte, ids [4]byte, components int, progressive bool) bool {
	if len(b) < 1 {
		return false
	}
	n := int(b[0])
	if n < 1 || n > components || len(b) != 4+2*n {
		return false
	}
	first, refining := b[1+2*n], b[3+2*n]>>4 != 0
	for i := range n {
		id, dc, ac := b[1+2*i], b[2+2*i]>>4, b[2+2*i]&15
		known := false
		for _, c := range ids[:components] {
			known = known || c == id
		}
		if !known || dc > 3 || ac > 3 {
			return false
		}
		needDC := !progressive || first == 0 && !refining
		needAC := !progressive || first > 0
		if needDC && !t.huffman[0][dc] || needAC && !t.huffman[1][ac] {
			return false
		}
	}
	for _, q := range t.used {
		if !t.quant[q] {
			return false
		}
	}
	return true
}
