// Package bidi finds the directions of text: the Unicode bidirectional algorithm
// (UAX 9).
package bidi

import "golang.org/x/text/unicode/bidi"

// IsRightToLeft reports whether a character lies in the blocks of scripts
// that run from right to left.
func IsRightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// Sides tells of each character whether it belongs to a run from right to left: for
// formats that know no levels, but only the direction of a run, with which they take
// what is neutral and the numbers in it.
func Sides(text []rune, rightToLeft bool) []bool {
	base := uint8(0)
	if rightToLeft {
		base = 1
	}
	levels := Levels(text, base)
	sides := make([]bool, len(text))
	for i := 0; i < len(text); {
		j, letters := i, false
		for ; j < len(text) && levels[j] == levels[i]; j++ {
			properties, _ := bidi.LookupRune(text[j])
			letters = letters || properties.Class() == bidi.L
		}
		// Above the first level, an even one without letters is that of numbers.
		right := levels[i]%2 == 1 || levels[i] > 0 && !letters
		for ; i < j; i++ {
			sides[i] = right
		}
	}
	return sides
}

// resolver holds the working state of UAX 9 on one paragraph.
type resolver struct {
	text    []rune
	base    uint8
	classes []bidi.Class // as the rules change them
	first   []bidi.Class // as they were
	levels  []uint8
	match   []int // of each isolate initiator, its PDI, and the other way round; -1: none
}

// removed stands for the characters that rule X9 removes.
const removed = bidi.BN

// Levels gives the embedding level of each character of a paragraph
// (UAX 9, rules X1 to I2). The rules for lines, L1 and L2, are left to
// the caller.
func Levels(text []rune, base uint8) []uint8 {
	r := &resolver{
		text: text, base: base,
		classes: make([]bidi.Class, len(text)), first: make([]bidi.Class, len(text)),
		levels: make([]uint8, len(text)), match: make([]int, len(text)),
	}
	for i, c := range text {
		properties, _ := bidi.LookupRune(c)
		r.first[i] = properties.Class()
		r.match[i] = -1
	}
	copy(r.classes, r.first)
	r.matchIsolates()
	r.explicit()
	r.sequences(func(sequence []int, sos, eos bidi.Class) {
		r.weak(sequence, sos)
		r.brackets(sequence, sos)
		r.neutral(sequence, sos, eos)
	})
	r.implicit()
	return r.levels
}

func isIsolate(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// matchIsolates pairs initiators and PDIs (BD9).
func (r *resolver) matchIsolates() {
	var open []int
	for i, c := range r.first {
		switch {
		case isIsolate(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			k := open[len(open)-1]
			open = open[:len(open)-1]
			r.match[k], r.match[i] = i, k
		}
	}
}

// firstStrong is the level of the first strong character from i on, outside
// isolates, up to the end (rules P2, P3).
func (r *resolver) firstStrong(i, end int) uint8 {
	for ; i < end; i++ {
		switch c := r.first[i]; {
		case c == bidi.L:
			return 0
		case c == bidi.R || c == bidi.AL:
			return 1
		case isIsolate(c):
			if r.match[i] < 0 {
				return 0
			}
			i = r.match[i]
		}
	}
	return 0
}

// explicit applies rules X1 to X8.
func (r *resolver) explicit() {
	const maxDepth = 125
	type status struct {
		level    uint8
		override bidi.Class // ON: none
		isolate  bool
	}
	stack := []status{{r.base, bidi.ON, false}}
	overflowIsolates, overflowEmbeddings, validIsolates := 0, 0, 0
	top := func() status { return stack[len(stack)-1] }
	push := func(rightToLeft bool, override bidi.Class, isolate bool) bool {
		level := top().level + 1
		if (level%2 == 1) != rightToLeft {
			level++
		}
		if level > maxDepth || overflowIsolates > 0 || overflowEmbeddings > 0 {
			return false
		}
		stack = append(stack, status{level, override, isolate})
		return true
	}
	for i, c := range r.first {
		r.levels[i] = top().level
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO:
			override := bidi.ON
			if c == bidi.RLO {
				override = bidi.R
			} else if c == bidi.LRO {
				override = bidi.L
			}
			if !push(c == bidi.RLE || c == bidi.RLO, override, false) && overflowIsolates == 0 {
				overflowEmbeddings++
			}
			r.classes[i] = removed
		case bidi.RLI, bidi.LRI, bidi.FSI:
			if o := top().override; o != bidi.ON {
				r.classes[i] = o
			}
			rightToLeft := c == bidi.RLI
			if c == bidi.FSI {
				end := r.match[i]
				if end < 0 {
					end = len(r.first)
				}
				rightToLeft = r.firstStrong(i+1, end) == 1
			}
			if push(rightToLeft, bidi.ON, true) {
				validIsolates++
			} else {
				overflowIsolates++
			}
		case bidi.PDI:
			switch {
			case overflowIsolates > 0:
				overflowIsolates--
			case validIsolates > 0:
				overflowEmbeddings = 0
				for !top().isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				validIsolates--
			}
			r.levels[i] = top().level
			if o := top().override; o != bidi.ON {
				r.classes[i] = o
			}
		case bidi.PDF:
			switch {
			case overflowIsolates > 0:
			case overflowEmbeddings > 0:
				overflowEmbeddings--
			case !top().isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
			r.classes[i] = removed
		case bidi.BN:
		case bidi.B:
			r.levels[i] = r.base
		default:
			if o := top().override; o != bidi.ON {
				r.classes[i] = o
			}
		}
	}
}

// sequences calls do for every isolating run sequence (BD13, X10): the
// indices of its characters, and the classes before and after it.
func (r *resolver) sequences(do func(sequence []int, sos, eos bidi.Class)) {
	// Level runs, without removed characters.
	type levelRun struct{ start, end int } // into kept
	var kept []int
	for i := range r.classes {
		if !r.isRemoved(i) {
			kept = append(kept, i)
		}
	}
	var runs []levelRun
	runAt := make(map[int]int) // by index of the run's first character
	for i := 0; i < len(kept); {
		j := i + 1
		for j < len(kept) && r.levels[kept[j]] == r.levels[kept[i]] {
			j++
		}
		runAt[kept[i]] = len(runs)
		runs = append(runs, levelRun{i, j})
		i = j
	}
	var sequence []int
	for _, run := range runs {
		if k := kept[run.start]; r.first[k] == bidi.PDI && r.match[k] >= 0 {
			continue // goes on a sequence begun before
		}
		sequence = sequence[:0]
		first, last := run, run
		for {
			sequence = append(sequence, kept[last.start:last.end]...)
			k := kept[last.end-1]
			if !isIsolate(r.first[k]) || r.match[k] < 0 {
				break
			}
			next, ok := runAt[r.match[k]]
			if !ok {
				break
			}
			last = runs[next]
		}
		level := r.levels[sequence[0]]
		before, after := r.base, r.base
		if first.start > 0 {
			before = r.levels[kept[first.start-1]]
		}
		if k := kept[last.end-1]; last.end < len(kept) && !isIsolate(r.first[k]) {
			after = r.levels[kept[last.end]]
		}
		do(sequence, direction(max(level, before)), direction(max(level, after)))
	}
}

func (r *resolver) isRemoved(i int) bool {
	switch r.first[i] {
	case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// direction is the strong class of a level.
func direction(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// implicit applies rules I1 and I2 and gives removed characters the level of
// their neighbour before.
func (r *resolver) implicit() {
	for i := range r.levels {
		if r.isRemoved(i) {
			r.levels[i] = r.base
			if i > 0 {
				r.levels[i] = r.levels[i-1]
			}
			continue
		}
		odd := r.levels[i]%2 == 1
		switch r.classes[i] {
		case bidi.R:
			if !odd {
				r.levels[i]++
			}
		case bidi.L:
			if odd {
				r.levels[i]++
			}
		case bidi.AN, bidi.EN:
			r.levels[i] += 2
			if odd {
				r.levels[i]--
			}
		}
	}
}
