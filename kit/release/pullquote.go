package release

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/presskit-go/presskit/kit/source"
)

// The bounds of the search: for how many quotes the nearest sentence is looked
// for, and how many bytes of text are gone through for all quotes together.
const (
	maxNearest = 20
	maxSearch  = 128 << 20
)

// pullQuotes reports pull quotes whose words do not stand in lede or body.
// Quotation marks, white space, emphasis and the punctuation at the ends do not
// count, nor whether the first letter is a capital; "[…]" stands for an omission.
func (c *checker) pullQuotes() {
	if !slices.ContainsFunc(c.r.Quotes, func(q Quote) bool { return q.Placement == Pull }) {
		return
	}
	var paragraphs []source.Text
	paragraphs = append(paragraphs, c.paragraphs(&c.r.Lede.Text)...)
	paragraphs = append(paragraphs, c.paragraphs(&c.r.Body.Text)...)
	var prose strings.Builder
	for _, p := range paragraphs {
		prose.WriteString(words(p.Value))
		prose.WriteByte(' ')
	}
	text := prose.String()
	look := search{budget: maxSearch}
	nearest := 0
	for i := range min(len(c.r.Quotes), maxEntries) {
		q := &c.r.Quotes[i]
		if q.Placement != Pull || blank(q.Text.Text) || c.byText[&q.Text.Text] == nil {
			continue
		}
		said := c.byText[&q.Text.Text].PlainText(c.byText[&q.Text.Text].Root)
		found := look.occurs(said, text)
		if look.budget < 0 {
			c.report(q.Text.Span, "too-large", "the pull quotes and the text are too long to be compared")
			return
		}
		if found {
			continue
		}
		d := c.report(q.Text.Span, "quote-not-found", "the words of this pull quote are not in the text")
		d.Hint = "a quote that stands only here has placement: block"
		if nearest++; nearest <= maxNearest {
			if s := nearestSentence(said, paragraphs); s != "" {
				d.Hint = "the nearest sentence is: " + s
			}
		}
	}
}

// search looks for quotes. Its budget is how many bytes may still be gone through;
// once it is below zero nothing is found any more.
type search struct{ budget int }

// occurs reports whether the parts of a quote stand in the text in their order.
func (s *search) occurs(quote, text string) bool {
	quote = strings.ReplaceAll(quote, "[...]", "[…]")
	for part := range strings.SplitSeq(quote, "[…]") {
		part = strings.TrimFunc(words(part), func(r rune) bool { return unicode.IsPunct(r) || r == ' ' })
		at, size := s.find(text, part), len(part)
		if at < 0 {
			return false
		}
		text = text[at+size:]
	}
	return true
}

// find returns where a part begins in a text, on whole words, with its first
// letter small or capital; -1 if it does not.
func (s *search) find(text, part string) int {
	if part == "" {
		return 0
	}
	first, size := utf8.DecodeRuneInString(part)
	forms := []string{part}
	for _, r := range []rune{unicode.ToLower(first), unicode.ToUpper(first)} {
		if r != first && utf8.RuneLen(r) == size {
			forms = append(forms, string(r)+part[size:])
		}
	}
	for _, form := range forms {
		for from := 0; s.budget >= 0; {
			i := strings.Index(text[from:], form)
			if i < 0 {
				s.budget -= len(text) - from
				break
			}
			at := from + i
			if wholeWords(text, at, at+len(form)) {
				s.budget -= i
				return at
			}
			from = nextWord(text, at)
			// Stepping on takes some times as long as searching.
			s.budget -= i + len(form) + 8*(from-at)
		}
	}
	return -1
}

// nextWord returns where the word after the one at offset at begins.
func nextWord(text string, at int) int {
	last, size := utf8.DecodeRuneInString(text[at:])
	for at += size; at < len(text); at += size {
		var r rune
		if r, size = utf8.DecodeRuneInString(text[at:]); !inWord(last) || !inWord(r) {
			break
		}
		last = r
	}
	return at
}

// wholeWords reports whether no word is cut at either end of text[start:end]. In
// scripts without spaces every character may begin or end one.
func wholeWords(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	if isASCII(r) {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// words returns a text with all white space as single spaces, without quotation
// marks, and with one form of apostrophe, hyphen and ellipsis.
func words(s string) string {
	var b strings.Builder
	space := true
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case isQuotationMark(r), r == '\u00ad', r == '\u200b':
			continue
		case r == '\u2010' || r == '\u2011':
			r = '-'
		}
		b.WriteRune(r)
		space = false
	}
	return strings.TrimRight(b.String(), " ")
}

// isQuotationMark also takes the apostrophe, which many write as the mark.
func isQuotationMark(r rune) bool {
	return unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("\"'`´„‚‟‛「」『』〝〞〟＂＇", r)
}

// nearestSentence returns the sentence that shares most words with a quote, cut
// to a length fit for a hint, or "" if none shares much.
func nearestSentence(quote string, paragraphs []source.Text) string {
	wanted := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(quote), notWord) {
		wanted[w] = true
	}
	best, bestScore := "", 0.4
	for _, p := range paragraphs {
		for _, sentence := range sentences(p.Value) {
			shared, total := 0, 0
			seen := map[string]bool{}
			for _, w := range strings.FieldsFunc(strings.ToLower(sentence), notWord) {
				if seen[w] {
					continue
				}
				seen[w] = true
				total++
				if wanted[w] {
					shared++
				}
			}
			// The share of the smaller of the two; a sentence of two words proves nothing.
			if score := float64(shared) / float64(max(min(len(wanted), total), 3)); score > bestScore {
				best, bestScore = sentence, score
			}
		}
	}
	const most = 140
	best = strings.Join(strings.Fields(best), " ")
	if utf8.RuneCountInString(best) > most {
		best = string([]rune(best)[:most-1]) + "…"
	}
	return best
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// sentences splits a paragraph after full stops, question and exclamation marks
// that a space follows, and after those of Chinese and Japanese.
func sentences(s string) []string {
	var list []string
	start := 0
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		stop := strings.ContainsRune("。！？", r) ||
			strings.ContainsRune(".!?؟۔…", r) && end < len(s) && strings.ContainsRune(" \n\u00a0\"”»’", firstRune(s[end:]))
		if stop {
			list = append(list, strings.TrimSpace(s[start:end]))
			start = end
		}
	}
	return append(list, strings.TrimSpace(s[start:]))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
