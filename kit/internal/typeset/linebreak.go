package typeset

import "unicode"

// lineBreaks notes the opportunities of UAX 14, less a few that are allowed
// there but ugly: before a dash, and next to a single character.
//
// Most words are letters alone, about which there is no question. Only the
// others go through the rules, each stretch of them with the word on either side,
// for no rule looks farther than over a space.
func (s *Setter) lineBreaks(p *paragraph) {
	n := len(p.runes)
	from := -1            // where a stretch of other words begins
	before, start := 0, 0 // the word before it, or before this one
	for at := 0; at <= n; {
		end := at
		for end < n && p.runes[end] != ' ' {
			end++
		}
		next := end
		for next < n && p.runes[next] == ' ' {
			next++
		}
		simple := at < end && isSimple(p.runes[at:end]) && (at == 0 || p.runes[at-1] == ' ')
		switch {
		case !simple && from < 0:
			from, before = at, start
		case simple && from >= 0:
			s.segment(p, before, from, at, end)
			from = -1
		case simple && at > 0:
			s.allowBreak(p, at)
		}
		start = at
		if next == end {
			break
		}
		at = next
	}
	if from >= 0 {
		s.segment(p, before, from, n, n)
	}
}

// segment applies the rules to the characters from before to after, and notes the
// opportunities in front of those from from to to.
func (s *Setter) segment(p *paragraph, before, from, to, after int) {
	s.segmenter.Init(p.runes[before:after])
	lines := s.segmenter.LineIterator()
	for lines.Next() {
		l := lines.Line()
		if i := before + l.Offset + len(l.Text); i >= from && i <= to && i < len(p.runes) {
			s.allowBreak(p, i)
		}
	}
}

// allowBreak notes an opportunity of UAX 14 before a character.
func (s *Setter) allowBreak(p *paragraph, i int) {
	if i <= 0 || p.breaks[i] != never {
		return
	}
	switch last, next := p.runes[i-1], p.runes[i]; {
	case isSpace(last):
		p.breaks[i] = space
	case next == '—' || next == '–' || next == '/':
	case last == '-' || last == '‐' || last == '–' || last == '—' || last == '/':
		if wordLike(p.runes, i-2, -1, 2) && wordLike(p.runes, i, 1, 2) {
			p.breaks[i] = explicit
		}
	case isHangul(last) || isHangul(next): // CSS word-break: keep-all
	default:
		p.breaks[i] = space
	}
}

// isSimple reports whether a word between spaces has no opportunity inside, and
// one on either side if its neighbour is simple too: letters of the European
// alphabets and digits, with points, commas and apostrophes among them and
// points, commas, question and exclamation marks after them.
func isSimple(word []rune) bool {
	const inside, after = 1, 2
	state := 0
	for i, r := range word {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9',
			r >= 0xC0 && r <= 0x24F && r != '×' && r != '÷',
			r >= 0x0370 && r <= 0x052F && unicode.IsLetter(r):
			if state == after {
				return false
			}
			state = 0
		case r == '.' || r == ',':
			if i == 0 || state == inside {
				return false
			}
		case r == '’' || r == '\'':
			if i == 0 || state != 0 || !unicode.IsLetter(word[i-1]) {
				return false
			}
			state = inside
		case r == '?' || r == '!':
			if i == 0 || state == inside {
				return false
			}
			state = after
		default:
			return false
		}
	}
	return state != inside
}

// wordLike reports whether n characters from i in the direction of step are
// not spaces.
func wordLike(text []rune, i, step, n int) bool {
	for ; n > 0; n-- {
		if i < 0 || i >= len(text) || isSpace(text[i]) {
			return false
		}
		i += step
	}
	return true
}
