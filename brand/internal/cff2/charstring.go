package cff2

import "math"

// Operators of charstrings (Adobe Technical Note 5177, appendix A, and those of
// version 2, vsindex and blend).
const (
	opHstem      = 1
	opVstem      = 3
	opVmoveto    = 4
	opRlineto    = 5
	opHlineto    = 6
	opVlineto    = 7
	opRrcurveto  = 8
	opCallsubr   = 10
	opEndchar    = 14 // of version 1 alone
	opVsindex    = 15
	opBlend      = 16
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

	opHflex  = 34 // this one and the others after opEscape
	opFlex   = 35
	opHflex1 = 36
	opFlex1  = 37
)

// maxCalls is how deep subroutines may call each other.
const maxCalls = 10

// interpreter draws charstrings.
type interpreter struct {
	blender
	global, local index
	stack         [maxStack]float64
	depth         int // of the stack
	pen           pen
}

// run draws a charstring, or a subroutine.
func (in *interpreter) run(code []byte, calls int) error {
	const point = 2 // bytes that a point takes, at least
	if err := in.place.Spend(len(code)/point + 1); err != nil {
		return err
	}
	for len(code) > 0 {
		op := code[0]
		if op >= 32 || op == 28 {
			v, length := charstringNumber(code)
			if length == 0 || in.depth == maxStack {
				return errDamaged
			}
			in.stack[in.depth] = v
			in.depth++
			code = code[length:]
			continue
		}
		code = code[1:]
		var err error
		ok := true
		switch op {
		case opCallsubr, opCallgsubr:
			err = in.call(op, calls)
		case opVsindex:
			err = in.choose(in.stack[:in.depth])
			in.depth = 0
		case opBlend:
			in.depth, err = in.blend(in.stack[:in.depth])
		case opHintmask, opCntrmask:
			code, ok = in.mask(op, code)
		case opEscape:
			ok = len(code) > 0 && in.flex(code[0])
			code = code[min(1, len(code)):]
		default:
			ok = in.draw(op)
		}
		if err != nil {
			return err
		}
		if !ok || in.pen.bad {
			return errDamaged
		}
	}
	return nil
}

// charstringNumber reads a number of a charstring.
func charstringNumber(b []byte) (v float64, length int) {
	if b[0] == 255 && len(b) >= 5 {
		return float64(int32(unsigned(b[1:5]))) / (1 << 16), 5
	}
	return shortNumber(b)
}

func (in *interpreter) call(op byte, calls int) error {
	subrs := in.local
	if op == opCallgsubr {
		subrs = in.global
	}
	if calls == maxCalls || in.depth == 0 {
		return errDamaged
	}
	in.depth--
	code, ok := subrs.subr(in.stack[in.depth])
	if !ok {
		return errDamaged
	}
	return in.run(code, calls+1)
}

// operands takes all operands off the stack.
func (in *interpreter) operands() []float64 {
	v := in.stack[:in.depth]
	in.depth = 0
	return v
}

// mask takes over the bits that say which stems count. Operands before it are
// vertical stems.
func (in *interpreter) mask(op byte, code []byte) (rest []byte, ok bool) {
	if v := in.operands(); len(v) > 0 && !in.pen.stem(opVstemhm, v) {
		return nil, false
	}
	size := (in.pen.stems + 7) / 8
	if size > len(code) {
		return nil, false
	}
	in.pen.mask(op, code[:size])
	return code[size:], true
}

// draw carries out an operator of one byte. It returns false for one that is
// not known, or whose operands are not as many as it needs.
func (in *interpreter) draw(op byte) bool {
	v, p := in.operands(), &in.pen
	switch op {
	case opHstem, opVstem, opHstemhm, opVstemhm:
		return p.stem(op, v)
	case opRmoveto:
		return len(v) == 2 && p.move(v[0], v[1])
	case opHmoveto:
		return len(v) == 1 && p.move(v[0], 0)
	case opVmoveto:
		return len(v) == 1 && p.move(0, v[0])
	}
	if !p.moved {
		return false
	}
	switch op {
	case opRlineto:
		v = p.lines(v, 0)
	case opHlineto, opVlineto:
		for i, d := range v {
			if (op == opHlineto) == (i%2 == 0) {
				p.line(d, 0)
			} else {
				p.line(0, d)
			}
		}
		return true
	case opRrcurveto:
		v = p.curves(v)
	case opRcurveline:
		v = p.lines(p.curves(v), 0)
	case opRlinecurve:
		const curve = 6
		v = p.curves(p.lines(v, curve))
	case opHhcurveto, opVvcurveto:
		v = p.alongCurves(v, op == opHhcurveto)
	case opHvcurveto, opVhcurveto:
		v = p.turningCurves(v, op == opHvcurveto)
	default:
		return false
	}
	return len(v) == 0
}

// flex carries out an operator of two bytes: two curves, which are a line where
// the pixels are too few for more.
func (in *interpreter) flex(op byte) bool {
	v := in.operands()
	want := map[byte]int{opHflex: 7, opFlex: 13, opHflex1: 9, opFlex1: 11}[op]
	if want == 0 || len(v) != want || !in.pen.moved {
		return false
	}
	const usual = 50 // depth, in hundredths of a pixel
	depth := float64(usual)
	var c [12]float64
	switch op {
	case opHflex:
		c = [12]float64{v[0], 0, v[1], v[2], v[3], 0, v[4], 0, v[5], -v[2], v[6], 0}
	case opFlex:
		copy(c[:], v)
		depth = v[12]
	case opHflex1:
		c = [12]float64{v[0], v[1], v[2], v[3], v[4], 0, v[5], 0, v[6], v[7], v[8], -(v[1] + v[3] + v[7])}
	case opFlex1:
		copy(c[:10], v)
		x, y := 0.0, 0.0
		for i := 0; i < 10; i += 2 {
			x, y = x+v[i], y+v[i+1]
		}
		if math.Abs(x) > math.Abs(y) {
			c[10], c[11] = v[10], -y
		} else {
			c[10], c[11] = -x, v[10]
		}
	}
	in.pen.flex(c, depth)
	return true
}
