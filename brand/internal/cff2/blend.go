package cff2

import "math"

// Place is where an instance lies, and what taking it may cost.
type Place struct {
	// Regions says how much each region counts that a subtable of the variation
	// store names: from 0 to 1, in its order.
	Regions func(subtable int) ([]float64, error)
	// Spend notes work, in points that are drawn or deltas that are added; the
	// error says that there was too much of it.
	Spend func(work int) error
}

// blender adds deltas to numbers.
type blender struct {
	place    Place
	subtable int // of the variation store, which says what regions the deltas belong to
	scalars  []float64
	known    bool // scalars are those of the subtable
}

// choose chooses the subtable by the operand of vsindex.
func (b *blender) choose(operands []float64) error {
	if b == nil || len(operands) != 1 || !(operands[0] >= 0 && operands[0] <= math.MaxUint16) {
		return errDamaged
	}
	b.set(int(operands[0]))
	return nil
}

func (b *blender) set(subtable int) {
	if subtable != b.subtable {
		b.subtable, b.known = subtable, false
	}
}

// blend does what the operator blend asks for: the last operand says how many
// numbers are made, before it stand the deltas of each for all regions, and
// before these the numbers of the default master, in whose place the new ones
// are put. It returns how many operands are left.
func (b *blender) blend(stack []float64) (left int, err error) {
	if b == nil || len(stack) == 0 {
		return 0, errDamaged
	}
	if !b.known {
		if b.scalars, err = b.place.Regions(b.subtable); err != nil {
			return 0, err
		}
		b.known = true
	}
	last, regions := len(stack)-1, len(b.scalars)
	if n := stack[last]; !(n >= 0 && n <= maxStack) {
		return 0, errDamaged
	}
	count := int(stack[last])
	if left = last - count*regions; left < count {
		return 0, errDamaged
	}
	if err := b.place.Spend(count * regions); err != nil {
		return 0, err
	}
	deltas := stack[left:last]
	for i := left - count; i < left; i++ {
		for r, s := range b.scalars {
			stack[i] += float64(s * deltas[r]) // rounded, so that all machines add the same
		}
		deltas = deltas[regions:]
		stack[i] = quantize(stack[i])
	}
	return left, nil
}

// quantize rounds to so small a part of a unit that sums of such are exact, and
// what meets in the design meets in the instance.
func quantize(v float64) float64 {
	const parts = 1 << 32
	return math.Round(v*parts) / parts
}

// round rounds half up, as the makers of fonts do.
func round(v float64) int { return int(math.Floor(v + 0.5)) }
