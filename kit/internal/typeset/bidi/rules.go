package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// weak applies rules W1 to W7 to an isolating run sequence.
func (r *resolver) weak(sequence []int, sos bidi.Class) {
	c := r.classes
	// W1: marks take the class of what they stand on.
	previous := sos
	for _, i := range sequence {
		if c[i] == bidi.NSM {
			c[i] = previous
		}
		previous = c[i]
		if isIsolate(r.first[i]) || r.first[i] == bidi.PDI {
			previous = bidi.ON
		}
	}
	// W2, W3: European numbers after Arabic letters; Arabic letters.
	strong := sos
	for _, i := range sequence {
		switch c[i] {
		case bidi.R, bidi.L:
			strong = c[i]
		case bidi.AL:
			strong = bidi.AL
			c[i] = bidi.R
		case bidi.EN:
			if strong == bidi.AL {
				c[i] = bidi.AN
			}
		}
	}
	// W4: a single separator between numbers.
	for k := 1; k+1 < len(sequence); k++ {
		before, i, after := c[sequence[k-1]], sequence[k], c[sequence[k+1]]
		switch {
		case c[i] == bidi.ES && before == bidi.EN && after == bidi.EN:
			c[i] = bidi.EN
		case c[i] == bidi.CS && before == after && (before == bidi.EN || before == bidi.AN):
			c[i] = before
		}
	}
	// W5: terminators beside European numbers.
	for k := 0; k < len(sequence); k++ {
		if c[sequence[k]] != bidi.ET {
			continue
		}
		j := k
		for j < len(sequence) && c[sequence[j]] == bidi.ET {
			j++
		}
		if k > 0 && c[sequence[k-1]] == bidi.EN || j < len(sequence) && c[sequence[j]] == bidi.EN {
			for _, i := range sequence[k:j] {
				c[i] = bidi.EN
			}
		}
		k = j - 1
	}
	// W6, W7: other separators; European numbers after Latin letters.
	strong = sos
	for _, i := range sequence {
		switch c[i] {
		case bidi.ES, bidi.ET, bidi.CS:
			c[i] = bidi.ON
		case bidi.R, bidi.L:
			strong = c[i]
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L
			}
		}
	}
}

// maxOpenBrackets is the depth of the stack of BD16.
const maxOpenBrackets = 63

// brackets applies rule N0: a pair of brackets has one direction.
func (r *resolver) brackets(sequence []int, sos bidi.Class) {
	type pair struct{ open, close int } // into sequence
	type opened struct {
		closing rune
		at      int
	}
	var stack []opened
	var pairs []pair
scan:
	for k, i := range sequence {
		if r.classes[i] != bidi.ON {
			continue
		}
		properties, _ := bidi.LookupRune(r.text[i])
		switch {
		case !properties.IsBracket():
		case properties.IsOpeningBracket():
			if len(stack) == maxOpenBrackets {
				pairs = nil
				break scan
			}
			stack = append(stack, opened{closingBracket(r.text[i]), k})
		default:
			for n := len(stack) - 1; n >= 0; n-- {
				if stack[n].closing == canonicalBracket(r.text[i]) {
					pairs = append(pairs, pair{stack[n].at, k})
					stack = stack[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return a.open - b.open })
	embedding := direction(r.levels[sequence[0]])
	for _, b := range pairs {
		found := bidi.ON
		for _, i := range sequence[b.open+1 : b.close] {
			if strong := strongClass(r.classes[i]); strong == embedding {
				found = embedding
				break
			} else if strong != bidi.ON {
				found = strong
			}
		}
		if found == bidi.ON {
			continue
		}
		if found != embedding {
			context := sos
			for k := b.open - 1; k >= 0; k-- {
				if strong := strongClass(r.classes[sequence[k]]); strong != bidi.ON {
					context = strong
					break
				}
			}
			if context != found {
				found = embedding
			}
		}
		r.setBracket(sequence, b.open, found)
		r.setBracket(sequence, b.close, found)
	}
}

// setBracket gives a bracket and the marks on it a direction.
func (r *resolver) setBracket(sequence []int, k int, c bidi.Class) {
	r.classes[sequence[k]] = c
	for _, i := range sequence[k+1:] {
		if r.first[i] != bidi.NSM {
			break
		}
		r.classes[i] = c
	}
}

// strongClass treats numbers as running from right to left, as N0 to N2 do;
// ON for neutral characters.
func strongClass(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral applies rules N1 and N2.
func (r *resolver) neutral(sequence []int, sos, eos bidi.Class) {
	c := r.classes
	isNeutral := func(i int) bool {
		switch c[i] {
		case bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return true
		}
		return false
	}
	for k := 0; k < len(sequence); k++ {
		if !isNeutral(sequence[k]) {
			continue
		}
		j := k
		for j < len(sequence) && isNeutral(sequence[j]) {
			j++
		}
		before, after := sos, eos
		if k > 0 {
			before = strongClass(c[sequence[k-1]])
		}
		if j < len(sequence) {
			after = strongClass(c[sequence[j]])
		}
		for _, i := range sequence[k:j] {
			if before == after {
				c[i] = before
			} else {
				c[i] = direction(r.levels[i])
			}
		}
		k = j - 1
	}
}

// canonicalBracket maps the two brackets that have a canonical equivalent.
func canonicalBracket(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// closingBracket is the partner of an opening bracket (BidiBrackets.txt). Most
// pairs stand next to each other in Unicode.
func closingBracket(r rune) rune {
	switch r {
	case '[', '{', 0xFF3B, 0xFF5B:
		return r + 2
	case 0x298D:
		return 0x2990
	case 0x298F:
		return 0x298E
	}
	return canonicalBracket(r) + 1
}
