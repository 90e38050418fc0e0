package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxSuggest is the length of the longest word that is compared.
const maxSuggest = 64

// Suggest returns the candidate that word was most likely meant to be, or "". Of
// two that are as near it is the first by name.
func Suggest(word string, candidates []string) string {
	best, bestDistance := "", 0
	if utf8.RuneCountInString(word) > maxSuggest {
		return ""
	}
	for _, c := range candidates {
		if utf8.RuneCountInString(c) > maxSuggest {
			continue
		}
		d := distance(strings.ToLower(word), strings.ToLower(c))
		limit := max(1, max(utf8.RuneCountInString(word), utf8.RuneCountInString(c))/3)
		if d <= limit && (best == "" || d < bestDistance || d == bestDistance && c < best) {
			best, bestDistance = c, d
		}
	}
	return best
}

// Hint returns a hint that guesses what word was meant to be and lists, sorted,
// what is allowed.
func Hint(word string, allowed []string) string {
	var hint string
	if guess := Suggest(word, allowed); guess != "" {
		hint = "did you mean " + Quote(guess) + "? "
	}
	sorted := slices.Clone(allowed)
	slices.Sort(sorted)
	const most = 60
	if len(sorted) > most {
		return strings.TrimSpace(hint)
	}
	return hint + "allowed here: " + strings.Join(sorted, ", ")
}

// distance is the optimal string alignment distance of Damerau and Levenshtein:
// insertions, deletions, changes, and swaps of neighbours.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}

// Quote returns user text in quotation marks, cut to a length fit for a message.
func Quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return `"` + s + `"`
}
