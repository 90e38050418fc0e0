package pdfwriter

// filterRows puts each row through the PNG filter that leaves the least (ISO/IEC 15948, 9 and 12.8), so that it
// compresses better. stride is the length of a row in bytes, step that of a pixel.
func filterRows(samples []byte, stride, step int) []byte {
	rows := len(samples) / stride
	out := make([]byte, 0, rows*(stride+1))
	above := make([]byte, stride)
	best, try := make([]byte, stride), make([]byte, stride)
	for y := range rows {
		row := samples[y*stride : (y+1)*stride]
		kind, least := filterNone, weigh(row)
		chosen := row
		for _, k := range [...]byte{filterSub, filterUp, filterPaeth} {
			filterRow(try, k, row, above, step)
			if w := weigh(try); w < least {
				kind, least = k, w
				best, try = try, best
				chosen = best
			}
		}
		out = append(append(out, kind), chosen...)
		above = row
	}
	return out
}

// The filters in use; Average seldom wins.
const (
	filterNone  byte = 0
	filterSub   byte = 1
	filterUp    byte = 2
	filterPaeth byte = 4
)

// weigh sums what is left after filtering, as signed numbers: the usual guess at how well a row will compress.
func weigh(row []byte) (sum int) {
	for _, v := range row {
		sum += min(int(v), 256-int(v))
	}
	return sum
}

// filterRow writes a row as the difference to what the filter expects. Left of the row everything is 0, so that for its
// first pixel Sub expects 0 and Paeth what is above.
func filterRow(out []byte, kind byte, row, above []byte, step int) {
	above, out = above[:len(row)], out[:len(row)]
	switch kind {
	case filterSub:
		copy(out, row[:step])
		for i, left := range row[:len(row)-step] {
			out[i+step] = row[i+step] - left
		}
	case filterUp:
		for i, v := range row {
			out[i] = v - above[i]
		}
	case filterPaeth:
		for i, v := range row[:step] {
			out[i] = v - above[i]
		}
		for i, v := range row[step:] {
			out[i+step] = v - paeth(row[i], above[i+step], above[i])
		}
	}
}

// paeth returns the one of three neighbours that is nearest to left + up - corner.
func paeth(left, up, corner byte) byte {
	a, b, c := int(left), int(up), int(corner)
	toLeft, toUp, toCorner := diff(b, c), diff(a, c), diff(a+b, 2*c)
	switch {
	case toLeft <= toUp && toLeft <= toCorner:
		return left
	case toUp <= toCorner:
		return up
	}
	return corner
}

func diff(a, b int) int { return max(a-b, b-a) }
