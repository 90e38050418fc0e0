package font

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// cffIndex is an INDEX, an array of objects of any length (Adobe Technical Note
// 5176, 5).
type cffIndex struct {
	count   int
	size    int    // bytes of an offset
	offsets []byte // count+1 of them
	data    []byte // the byte before the first object, and the objects
}

// readIndex reads the INDEX at a place and returns the place behind it.
func readIndex(data []byte, at int) (index cffIndex, end int, err error) {
	if at <= 0 || at+2 > len(data) {
		return index, 0, errors.New("an INDEX lies outside the table")
	}
	index.count = int(be16(data, at))
	if at += 2; index.count == 0 {
		return index, at, nil
	}
	if at == len(data) {
		return index, 0, errors.New("an INDEX is cut off")
	}
	index.size, at = int(data[at]), at+1
	if index.size < 1 || index.size > 4 {
		return index, 0, fmt.Errorf("an INDEX has offsets of %d bytes", index.size)
	}
	length := (index.count + 1) * index.size
	if at+length > len(data) {
		return index, 0, errors.New("an INDEX is cut off")
	}
	index.offsets = data[at : at+length]
	index.data = data[at+length-1:]
	last := index.offset(index.count)
	if last < 1 || last > len(index.data) {
		return index, 0, errors.New("an INDEX is cut off")
	}
	index.data = index.data[:last]
	return index, at + length - 1 + last, nil
}

func (x cffIndex) offset(i int) (n int) {
	for _, b := range x.offsets[i*x.size : (i+1)*x.size] {
		n = n<<8 | int(b)
	}
	return n
}

// object is the i-th object.
func (x cffIndex) object(i int) ([]byte, error) {
	if i < 0 || i >= x.count {
		return nil, fmt.Errorf("there is no object %d in an INDEX of %d", i, x.count)
	}
	from, to := x.offset(i), x.offset(i+1)
	if from < 1 || from > to || to > len(x.data) {
		return nil, fmt.Errorf("object %d of an INDEX lies outside it", i)
	}
	return x.data[from:to], nil
}

// Operators of DICTs (Adobe Technical Note 5176, tables 9, 10 and 23). Those of
// two bytes start with 12.
const (
	opEscape         = 12
	opFontBBox       = 5
	opCharset        = 15
	opCharStrings    = 17
	opPrivate        = 18
	opSubrs          = 19
	opDefaultWidthX  = 20
	opNominalWidthX  = 21
	opCharstringType = opEscape<<8 | 6
	opFontMatrix     = opEscape<<8 | 7
	opROS            = opEscape<<8 | 30
	opCIDCount       = opEscape<<8 | 34
	opFDArray        = opEscape<<8 | 36
	opFDSelect       = opEscape<<8 | 37
)

// hintOperators are the entries of a Private DICT that tell how to fit glyphs
// to pixels, in the order they are written. They depend on nothing else in the
// font.
var hintOperators = [...]int{
	6, 7, 8, 9, // BlueValues, OtherBlues, FamilyBlues, FamilyOtherBlues
	opEscape<<8 | 9, opEscape<<8 | 10, opEscape<<8 | 11, // BlueScale, BlueShift, BlueFuzz
	10, 11, // StdHW, StdVW
	opEscape<<8 | 12, opEscape<<8 | 13, opEscape<<8 | 14, // StemSnapH, StemSnapV, ForceBold
	opEscape<<8 | 17, opEscape<<8 | 18, // LanguageGroup, ExpansionFactor
}

// cffDict is a DICT: entries by operator.
type cffDict map[int]dictEntry

type dictEntry struct {
	operands []float64
	raw      []byte // operands and operator
}

// maxDictOperands is how many operands an operator may have (Adobe Technical
// Note 5176, appendix B).
const maxDictOperands = 48

// readDict reads a DICT. An operator that comes twice counts the second time.
func readDict(data []byte) (cffDict, error) {
	dict := cffDict{}
	var operands []float64
	for start, at := 0, 0; at < len(data); {
		if data[at] > 21 {
			v, length := dictNumber(data[at:])
			if length == 0 {
				return nil, errors.New("a DICT has a damaged number")
			}
			if len(operands) == maxDictOperands {
				return nil, errors.New("a DICT has too many operands")
			}
			operands = append(operands, v)
			at += length
			continue
		}
		op := int(data[at])
		if at++; op == opEscape {
			if at == len(data) {
				return nil, errors.New("a DICT is cut off")
			}
			op, at = op<<8|int(data[at]), at+1
		}
		dict[op] = dictEntry{operands, data[start:at]}
		operands, start = nil, at
	}
	return dict, nil
}

// dictNumber reads the number at the start of b; its length is 0 if there is
// none.
func dictNumber(b []byte) (v float64, length int) {
	switch c := int(b[0]); {
	case c == 28 && len(b) >= 3:
		return float64(int16At(b, 1)), 3
	case c == 29 && len(b) >= 5:
		return float64(int32(be32(b, 1))), 5
	case c == 30:
		return dictReal(b)
	case c >= 32 && c <= 246:
		return float64(c - 139), 1
	case c >= 247 && c <= 250 && len(b) >= 2:
		return float64((c-247)<<8 + int(b[1]) + 108), 2
	case c >= 251 && c <= 254 && len(b) >= 2:
		return float64(-(c-251)<<8 - int(b[1]) - 108), 2
	}
	return 0, 0
}

// dictReal reads a real number, of which each half byte is a character.
func dictReal(b []byte) (v float64, length int) {
	const maxRealLength = 32 // no real has more meaningful digits
	text := make([]byte, 0, maxRealLength)
	for i := 1; i < len(b) && i < maxRealLength; i++ {
		for _, nibble := range [2]byte{b[i] >> 4, b[i] & 15} {
			switch nibble {
			case 10:
				text = append(text, '.')
			case 11:
				text = append(text, 'E')
			case 12:
				text = append(text, "E-"...)
			case 13:
				return 0, 0
			case 14:
				text = append(text, '-')
			case 15:
				v, err := strconv.ParseFloat(string(text), 64)
				if err != nil {
					return 0, 0
				}
				return v, i + 1
			default:
				text = append(text, '0'+nibble)
			}
		}
	}
	return 0, 0
}

// number is the operand of an operator, or what it is by default.
func (d cffDict) number(op int, otherwise float64) float64 {
	if operands := d[op].operands; len(operands) > 0 {
		return operands[len(operands)-1]
	}
	return otherwise
}

// offset is a number as a place in the table; 0 if there is none.
func (d cffDict) offset(op int) int {
	v := d.number(op, 0)
	if !(v >= 0 && v <= math.MaxInt32) {
		return 0
	}
	return int(v)
}

// matrix is the FontMatrix, nil if there is none.
func (d cffDict) matrix() []float64 {
	if operands := d[opFontMatrix].operands; len(operands) == 6 {
		return operands
	}
	return nil
}
