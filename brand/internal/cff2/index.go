package cff2

// index is an INDEX, an array of objects of any length. It counts them in 32
// bits, where that of version 1 has 16.
type index struct {
	count   int
	size    int    // bytes of an offset
	offsets []byte // count+1 of them
	data    []byte // the byte before the first object, and the objects
}

// readIndex reads the INDEX at a place.
func readIndex(data []byte, at int) (x index, ok bool) {
	const countSize = 4
	if at <= 0 || at > len(data)-countSize {
		return x, false
	}
	x.count = unsigned(data[at : at+countSize])
	data = data[at+countSize:]
	if x.count == 0 {
		return x, true
	}
	if len(data) == 0 || data[0] < 1 || data[0] > 4 || x.count > len(data) {
		return index{}, false
	}
	x.size = int(data[0])
	length := (x.count + 1) * x.size
	if data = data[1:]; length > len(data) {
		return index{}, false
	}
	x.offsets, x.data = data[:length], data[length-1:]
	return x, true
}

// object is the i-th object; ok is false if it is not there.
func (x index) object(i int) (object []byte, ok bool) {
	if i < 0 || i >= x.count {
		return nil, false
	}
	at := i * x.size
	from, to := unsigned(x.offsets[at:at+x.size]), unsigned(x.offsets[at+x.size:at+2*x.size])
	if from < 1 || from > to || to > len(x.data) {
		return nil, false
	}
	return x.data[from:to], true
}

// subr is the subroutine that charstrings call by a number.
func (x index) subr(number float64) (code []byte, ok bool) {
	bias := 107 // so that most numbers are short
	switch {
	case x.count >= 33900:
		bias = 32768
	case x.count >= 1240:
		bias = 1131
	}
	return x.object(int(number) + bias)
}

// unsigned is a big-endian number of one to four bytes.
func unsigned(b []byte) (v int) {
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}
