package typeset

import (
	"strings"
	"unicode"
)

// opportunity says whether and how a line may end before a character.
type opportunity uint8

const (
	never       opportunity = iota
	space                   // by UAX 14, mostly after a space: free
	explicit                // after a hyphen or dash of the text
	address                 // within a URL
	softBreak               // at a soft hyphen of the text; adds a hyphen
	hyphenation             // within a word; adds a hyphen
	compound                // as hyphenation, in a word that has a hyphen already
	bound                   // forbidden by Options.Bind or NoBreak
	held                    // as bound, but given up before: between "tel." and a number
	lastHyphen              // as hyphenation, in a word wider than a line, where words are not hyphenated otherwise
	forcedHeld              // as held, in text wider than a line
	forcedBound             // as bound, or at a no-break space, in text wider than a line
	grapheme                // between any two graphemes, in a word wider than a line

	// Marks of the source text, resolved by findOpportunities.
	markedSoft
	markedSpace
	markedJoin
)

// addsHyphen reports whether a line that ends here gets a hyphen.
func (o opportunity) addsHyphen() bool {
	return o == softBreak || o == hyphenation || o == compound || o == lastHyphen
}

// findOpportunities fills p.breaks by UAX 14, the marks in the text, the
// language's bindings and hyphenation, in that order.
func (s *Setter) findOpportunities(p *paragraph, spans []Span, o *Options) {
	s.lineBreaks(p)
	for i := range p.breaks {
		switch p.breaks[i] {
		case markedSoft:
			p.breaks[i] = softBreak
		case markedSpace:
			p.breaks[i] = space
		case markedJoin:
			p.breaks[i] = never
		}
	}
	s.tokens(p, spans, o)
	if o.Bind != BindNone {
		s.bindRanges(p, spans, o)
	}
	for _, r := range p.ranges {
		if !spans[r.span].NoBreak {
			continue
		}
		for i := r.start + 1; i < r.end; i++ {
			if p.breaks[i] != never {
				p.breaks[i] = bound
			}
		}
	}
	if n := len(p.runes); n > 0 {
		p.breaks[0], p.breaks[n] = never, never // the end is a break of its own kind
	}
}

// bindRanges applies the bindings of the language of each stretch of text.
func (s *Setter) bindRanges(p *paragraph, spans []Span, o *Options) {
	for i := 0; i < len(p.ranges); {
		lang := language(&spans[p.ranges[i].span], o)
		j := i + 1
		for j < len(p.ranges) && language(&spans[p.ranges[j].span], o) == lang {
			j++
		}
		from, to := p.ranges[i].start, p.ranges[j-1].end
		s.cache.rules(lang).Spaces(p.runes[from:to], o.Bind, func(at int, firm bool) {
			switch k := from + at + 1; {
			case p.breaks[k] == never:
			case firm:
				p.breaks[k] = bound
			default:
				p.breaks[k] = held
			}
		})
		i = j
	}
}

// language is the language of a span.
func language(span *Span, o *Options) string {
	if span.Face.Lang != "" {
		return span.Face.Lang
	}
	return o.Lang
}

// tokens finds the opportunities within each sequence of characters between
// spaces or ideographs.
func (s *Setter) tokens(p *paragraph, spans []Span, o *Options) {
	inRange := 0
	for i := 0; i < len(p.runes); {
		if partsTokens(p.runes[i]) {
			i++
			continue
		}
		j := i + 1
		for j < len(p.runes) && !partsTokens(p.runes[j]) {
			j++
		}
		for p.ranges[inRange].end <= i {
			inRange++
		}
		s.token(p, spans, o, i, j, inRange)
		i = j
	}
}

func partsTokens(r rune) bool { return isSpace(r) || isIdeographic(r) }

func (s *Setter) token(p *paragraph, spans []Span, o *Options, from, to, inRange int) {
	text := p.runes[from:to]
	switch kind := classifyToken(text); kind {
	case urlToken, emailToken:
		addressBreaks(p.breaks[from:to], text)
		return
	case plainToken, compoundToken:
		if !o.Hyphenate || o.Balance || len(text) < o.MinWord {
			return
		}
		break_ := hyphenation
		if kind == compoundToken {
			break_ = compound
		}
		for i, j := p.letters(from, to); i < j; i, j = p.letters(j, to) {
			for p.ranges[inRange].end <= i {
				inRange++
			}
			s.hyphenate(p, spans, o, i, j, inRange, break_)
		}
	case numberToken:
		wholeNumber(p.breaks[from:to], text)
	case dottedToken:
	}
}

// letters finds the first word, without apostrophes and hyphens, in a range of
// characters; it is empty if there is none.
func (p *paragraph) letters(from, to int) (start, end int) {
	for from < to && !unicode.IsLetter(p.runes[from]) {
		from++
	}
	end = from
	for end < to && isLetter(p.runes[end]) {
		end++
	}
	return from, end
}

// isLetter reports whether a character is a letter, or a mark on one.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// hyphenate marks where one word, without apostrophes and hyphens, divides.
func (s *Setter) hyphenate(p *paragraph, spans []Span, o *Options, from, to, inRange int, kind opportunity) {
	if to-from < o.MinWord {
		return
	}
	if o.NoHyphenCapitalized && unicode.IsUpper(p.runes[from]) && !capitalizesNouns(language(&spans[p.ranges[inRange].span], o)) {
		return
	}
	for i := from + 1; i < to; i++ {
		if p.breaks[i] == softBreak {
			return // the author has said where
		}
	}
	s.divide(p, spans, o, from, to, inRange, from, to, kind)
}

// divide marks where a word divides by the patterns of its language, as far as that
// is after one character and before another.
func (s *Setter) divide(p *paragraph, spans []Span, o *Options, from, to, inRange, after, before int, kind opportunity) {
	for k := inRange; k < len(p.ranges) && p.ranges[k].start < to; k++ {
		if span := &spans[p.ranges[k].span]; span.NoHyphen || span.NoBreak {
			return
		}
	}
	start := p.bytes[from]
	h := s.lastHyphenator
	if key := (hyphenatorKey{language(&spans[p.ranges[inRange].span], o), o.Left, o.Right}); h == nil || s.lastHyphenation != key {
		h = s.cache.hyphenator(key.lang, o.Left, o.Right)
		s.lastHyphenator, s.lastHyphenation = h, key
	}
	points := h.points(p.text[start:p.bytes[to]])
	i := from
	for _, k := range points {
		for p.bytes[i] < start+int32(k) {
			i++
		}
		if i > after && i < before && p.breaks[i] == never {
			p.breaks[i] = kind
		}
	}
}

// capitalizesNouns reports whether a capital does not tell a name from other
// words.
func capitalizesNouns(lang string) bool {
	tag, _, _ := strings.Cut(lang, "-")
	return strings.EqualFold(tag, "de") || strings.EqualFold(tag, "lb")
}
