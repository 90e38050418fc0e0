package typeset

import (
	"strings"
	"unicode"
)

// Headings in Japanese are best broken between phrases (bunsetsu): a word with the
// particles and endings that follow it. Phrases are told here by the scripts of the
// characters alone, without a dictionary: content words are written in kanji,
// katakana, letters and figures, what depends on them in hiragana, so that a
// phrase begins where hiragana ends.

// kana is a kind of character in Japanese text.
type kana uint8

const (
	otherKana kana = iota
	kanji
	hiragana
	katakana
	alphanumeric
	opens // an opening bracket
	shuts // a closing bracket
	stops // a comma, a full stop, a space
)

func kanaOf(r rune) kana {
	switch {
	case r == 'ー':
		return katakana
	case strings.ContainsRune(blankLeft, r):
		return opens
	case strings.ContainsRune("、。，．：；！？　・―…", r):
		return stops
	case strings.ContainsRune(blankRight, r):
		return shuts
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.Is(unicode.Han, r), r == '々', r == '〆':
		return kanji
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return alphanumeric
	}
	return otherKana
}

// hasPhrases reports whether a text is Japanese with hiragana, by which phrases are
// known.
func (p *paragraph) hasPhrases() bool {
	for _, r := range p.runes {
		if r >= 0x3041 && r <= 0x309F {
			return true
		}
	}
	return false
}

// stems end the first part of a verb of two, as the り of 取り付け.
const stems = "りきちみぎびけめれげべえせ"

// beginsPhrase reports whether a phrase begins at a character of Japanese text.
func beginsPhrase(text []rune, i int) bool {
	if i <= 0 || i >= len(text) {
		return true
	}
	last, next := kanaOf(text[i-1]), kanaOf(text[i])
	switch {
	case last == stops || next == opens:
		return true
	case next == stops || next == shuts || last == opens:
		return false
	case next == hiragana:
		return text[i-1] == 'を' || last == hiragana && isHonorific(text, i)
	case last == shuts:
		return true
	case last != hiragana:
		return false // within a compound: 炊飯器, 静音モーター, 10月15日
	}
	if isHonorific(text, i-1) {
		return false
	}
	stem := i >= 2 && kanaOf(text[i-2]) == kanji && next == kanji && strings.ContainsRune(stems, text[i-1])
	return !stem
}

// isHonorific reports whether a character is the お or ご before a noun: お客様.
func isHonorific(text []rune, i int) bool {
	return (text[i] == 'お' || text[i] == 'ご') && i+1 < len(text) && kanaOf(text[i+1]) == kanji
}
