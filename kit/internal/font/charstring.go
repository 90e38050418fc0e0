package font

import (
	"errors"
	"fmt"
)

// Limits of charstrings (Adobe Technical Note 5177, appendix B).
const (
	maxCharstring = 65535
	maxOperands   = 48
	maxSubrDepth  = 10
)

// How many operators and operands are read for one glyph and for a whole
// subset: subroutines that call subroutines can ask for more than there is time
// for. The longest charstrings in use have a few thousand, those of 65535
// ideographs together 15 million.
const (
	maxGlyphSteps  = 4 * maxCharstring
	maxSubsetSteps = 1 << 25
)

// flattener rewrites charstrings (Adobe Technical Note 5177) so that they call
// no subroutines: each call is replaced by what is called. A font program
// without subroutines needs no tables of them, and compresses as well as one
// that has them.
//
// It follows the operands as far as that takes, which means that it knows how
// many there are, and of most where in the new charstring they stand.
type flattener struct {
	font  *cffFont
	steps int // left to read, in all charstrings

	local cffIndex // subroutines of the glyph at work
	least int      // what steps must not fall below for it
	code  []byte   // the new charstring
	stack [maxOperands]operand
	depth int // of the stack
	stems int
	width int // end of the operand in code that says how wide the glyph is; 0 if none does
	moved bool
}

// operand is a number on the stack. It is known if it stands in the charstring
// as such, rather than being the result of an operator.
type operand struct {
	known      bool
	value      float64
	start, end int // its place in flattener.code
}

func newFlattener(font *cffFont) *flattener { return &flattener{font: font, steps: maxSubsetSteps} }

// flatten returns the charstring of a glyph without subroutines and without the
// operand for its width. What is returned is valid until the next call.
func (s *flattener) flatten(gid uint16) ([]byte, error) {
	charstring, err := s.font.charstrings.object(int(gid))
	if err != nil {
		return nil, err
	}
	s.least = max(s.steps-maxGlyphSteps, 0)
	s.local = s.font.fds[s.font.fd(gid)].subrs
	s.code, s.depth, s.stems, s.width, s.moved = s.code[:0], 0, 0, 0, false
	ended, err := s.run(charstring, 0)
	if err != nil {
		return nil, err
	}
	if !ended { // sloppy, and common readers let it pass
		if err := s.endchar(); err != nil {
			return nil, err
		}
	}
	if len(s.code) > maxCharstring {
		return nil, fmt.Errorf("its charstring is longer than %d bytes", maxCharstring)
	}
	return s.code[s.width:], nil
}

// Operators of charstrings (Adobe Technical Note 5177, appendix A).
const (
	opHstem      = 1
	opVstem      = 3
	opVmoveto    = 4
	opRlineto    = 5
	opHlineto    = 6
	opVlineto    = 7
	opRrcurveto  = 8
	opCallsubr   = 10
	opReturn     = 11
	opEndchar    = 14
	opHstemhm    = 18
	opHintmask   = 19
	opCntrmask   = 20
	opRmoveto    = 21
	opHmoveto    = 22
	opVstemhm    = 23
	opRcurveline = 24
	opRlinecurve = 25
	opVvcurveto  = 26
	opHhcurveto  = 27
	opCallgsubr  = 29
	opVhcurveto  = 30
	opHvcurveto  = 31

	opDotsection = 0 // this one and the others after opEscape
	opRoll       = 30
	opHflex      = 34 // of four kinds of flex
	opFlex1      = 37
)

// arithmetic are the operators after opEscape that work on the stack: how many
// operands they take and leave. Hardly any font has them.
var arithmetic = map[byte][2]int{
	3: {2, 1}, 4: {2, 1}, 5: {1, 1}, 9: {1, 1}, 10: {2, 1}, 11: {2, 1}, 12: {2, 1}, 14: {1, 1}, 15: {2, 1},
	18: {1, 0}, 20: {2, 0}, 21: {1, 1}, 22: {4, 1}, 23: {0, 1}, 24: {2, 1}, 26: {1, 1}, 27: {1, 2}, 28: {2, 2},
	29: {1, 1}, 30: {2, 0},
}

// run takes over a charstring or subroutine. It reports whether the glyph ended
// in it.
func (s *flattener) run(charstring []byte, calls int) (ended bool, err error) {
	for at := 0; at < len(charstring); {
		if s.steps--; s.steps < s.least {
			return false, errors.New("its subroutines call each other too often")
		}
		if len(s.code) > maxCharstring {
			return false, fmt.Errorf("its charstring is longer than %d bytes", maxCharstring)
		}
		op := charstring[at]
		if op >= 32 || op == 28 {
			length, err := s.push(charstring[at:])
			if err != nil {
				return false, err
			}
			at += length
			continue
		}
		at++
		switch op {
		case opReturn:
			return false, nil
		case opEndchar:
			if err := s.endchar(); err != nil {
				return false, err
			}
			return true, nil
		case opCallsubr, opCallgsubr:
			if ended, err = s.call(op, calls); ended || err != nil {
				return ended, err
			}
		case opHintmask, opCntrmask:
			if err := s.stem(op); err != nil {
				return false, err
			}
			mask := (s.stems + 7) / 8
			if at+mask > len(charstring) {
				return false, errors.New("its charstring is cut off")
			}
			s.code = append(s.code, charstring[at:at+mask]...)
			at += mask
		case opEscape:
			if at == len(charstring) {
				return false, errors.New("its charstring is cut off")
			}
			if err := s.escape(charstring[at]); err != nil {
				return false, err
			}
			at++
		default:
			if err := s.draw(op); err != nil {
				return false, err
			}
		}
	}
	return false, nil
}

// push takes over a number and returns its length.
func (s *flattener) push(b []byte) (length int, err error) {
	v := 0.0
	if b[0] == 0xFF && len(b) >= 5 {
		v, length = float64(int32(be32(b, 1)))/65536, 5
	} else if v, length = dictNumber(b); length == 0 {
		return 0, errors.New("its charstring is cut off")
	}
	if s.depth == maxOperands {
		return 0, fmt.Errorf("its charstring has more than %d operands", maxOperands)
	}
	s.stack[s.depth] = operand{true, v, len(s.code), len(s.code) + length}
	s.depth++
	s.code = append(s.code, b[:length]...)
	return length, nil
}

// call takes the number of a subroutine off the stack and out of the
// charstring, and takes over the subroutine in its place.
func (s *flattener) call(op byte, calls int) (ended bool, err error) {
	subrs := s.local
	if op == opCallgsubr {
		subrs = s.font.globalSubrs
	}
	if calls == maxSubrDepth {
		return false, fmt.Errorf("its subroutines are nested deeper than %d", maxSubrDepth)
	}
	if s.depth == 0 {
		return false, errors.New("it calls a subroutine without a number")
	}
	s.depth--
	number := s.stack[s.depth]
	if !number.known || number.end != len(s.code) {
		return false, errors.New("it calls a subroutine by a computed number")
	}
	s.code = s.code[:number.start]
	bias := 107 // Adobe Technical Note 5176, 16
	switch {
	case subrs.count >= 33900:
		bias = 32768
	case subrs.count >= 1240:
		bias = 1131
	}
	subr, err := subrs.object(int(number.value) + bias)
	if err != nil {
		return false, fmt.Errorf("a subroutine: %w", err)
	}
	return s.run(subr, calls+1)
}

// draw takes over an operator that clears the stack.
func (s *flattener) draw(op byte) error {
	switch op {
	case opHstem, opVstem, opHstemhm, opVstemhm:
		return s.stem(op)
	case opRmoveto:
		return s.clear(s.depth > 2, op)
	case opHmoveto, opVmoveto:
		return s.clear(s.depth > 1, op)
	case opRlineto, opHlineto, opVlineto, opRrcurveto, opRcurveline, opRlinecurve, opVvcurveto, opHhcurveto,
		opVhcurveto, opHvcurveto:
		return s.line(op)
	}
	return fmt.Errorf("its charstring has the unknown operator %d", op)
}

// line takes over an operator that draws. The first operator of a glyph must be
// another, one that can have the width before it.
func (s *flattener) line(op ...byte) error {
	if !s.moved {
		return errors.New("it draws before it moves")
	}
	return s.clear(false, op...)
}

// stem takes over an operator that declares stems, two operands each.
func (s *flattener) stem(op byte) error {
	s.stems += s.depth / 2
	return s.clear(s.depth%2 != 0, op)
}

// endchar takes over the end of a glyph.
func (s *flattener) endchar() error {
	if s.depth >= 4 {
		return errors.New("it is put together from two others by the old operator seac, which is not supported")
	}
	return s.clear(s.depth > 0, opEndchar)
}

// clear takes over an operator that clears the stack. The first of them in a
// glyph may have one operand more than it needs: the width.
func (s *flattener) clear(wide bool, op ...byte) error {
	if wide && !s.moved {
		if first := s.stack[0]; !first.known || first.start != 0 {
			return errors.New("its width is computed")
		}
		s.width = s.stack[0].end
	}
	s.moved, s.depth = true, 0
	s.code = append(s.code, op...)
	return nil
}

// escape takes over an operator of two bytes.
func (s *flattener) escape(op byte) error {
	if op >= opHflex && op <= opFlex1 {
		return s.line(opEscape, op)
	}
	if op == opDotsection { // means nothing any more
		return nil
	}
	effect, ok := arithmetic[op]
	if !ok {
		return fmt.Errorf("its charstring has the unknown operator 12 %d", op)
	}
	takes, leaves := effect[0], effect[1]
	if s.depth < takes || s.depth-takes+leaves > maxOperands {
		return fmt.Errorf("operator 12 %d has too few operands or too many", op)
	}
	s.depth -= takes
	for range leaves {
		s.stack[s.depth] = operand{}
		s.depth++
	}
	if op == opRoll { // moves as many as an operand says
		s.stack = [maxOperands]operand{}
	}
	s.code = append(s.code, opEscape, op)
	return nil
}
